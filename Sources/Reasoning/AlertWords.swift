import RuleLanguage
import TriggerModel

/// The sentences of an alert, put in the account's words.
struct AlertWords: Hashable, Sendable {
    /// What happened, as the account may have read it itself: nobody is told of "a rival of" their own company.
    var news: String
    var reason: String
    var soWhat: String
    var whyNow: String
    var ask: String
    /// Slots that the event could not fill, for the trace.
    var notes: [String]

    init(_ wording: TriggerRule.Wording, match: Match, event: Event, account: Account, rule: TriggerRule) {
        var values = WordingValues.values(for: match, event: event, account: account)
        let neutral = WordingValues.neutral(for: event)
        var notes: [String] = []
        func render(_ template: WordingTemplate) -> String {
            var filled = values
            for (slot, leavesHole) in template.slots where leavesHole && (values[slot] ?? "").isBlank {
                guard let words = neutral[slot] else { continue }
                filled[slot] = words
                notes.append("the event has no {\(slot)}: said as \"\(words)\" (\(template.place))")
            }
            return template.render(filled)
        }
        if match.relation != .itself { values[WordingSlot.event] = render(rule.wording.reason) }
        reason = render(wording.reason)
        let told = values[WordingSlot.event] ?? ""
        news = told.isBlank ? reason : told
        soWhat = render(wording.soWhat)
        whyNow = render(wording.whyNow)
        ask = render(wording.ask)
        self.notes = notes
    }

    /// Turns the sentences into those of a denial: what they say was told as a fact and is one no longer.
    ///
    /// - Parameter isOff: told as over, where it is otherwise told as untrue.
    mutating func deny(isOff: Bool) {
        reason = "\(isOff ? "Called off" : "Denied or called off"): \(reason)"
        news = "this is \(isOff ? "off" : "denied or called off"): \(news)"
        soWhat = "What we told you about it no longer holds."
        whyNow = "Whoever calls on the old news today looks badly informed."
        ask = "How has the news, and now \(isOff ? "its end" : "its denial"), been taken on your side?"
    }

    /// The first part without words; an alert that lacks one is no reason.
    var missing: String? {
        [("reason", reason), ("so-what", soWhat), ("why-now", whyNow), ("ask", ask)].first { $0.1.isBlank }?.0
    }
}
