package import TriggerModel

/// What an event that happens to nobody in particular is found by: a rule for an industry, a strike, a shortage.
///
/// Such an event names no company, so it cannot be looked up by its party. It is looked up by what its tellers have in
/// common: what the rule captured of the industry, the address of the story, the long words of a headline.
/// Whether two that share a key are one event is decided by folding (see `SameStory`).
package enum StoryKeys {
    /// Slots that say what a whole-industry event is about.
    static let industries = ["industry", "sector", "matter", "scarce", "dear"]
    static let slots = ["industry", "sector", "matter", "walkout", "scarce", "dear"]
    /// Tellers that are asked; a story told a hundred times is found by the first few.
    static let mostTellers = 6

    /// Empty for an event that has a subject or a counterparty: that one is found by its party.
    ///
    /// Each key carries the trigger, so that a look-up finds events of one kind only.
    package static func of(_ event: Event) -> [String] {
        guard event.isOfNobody else { return [] }
        return Set(words(of: event)).sorted().map { "\(event.trigger) \($0)" }
    }

    /// What an event is found by besides the names as they are written: those of its companies without legal forms and
    /// how they begin, so that a register's record, a headline and one with the short name meet, and their long words, so
    /// that a headline meets them which the rules read no company in.
    package static func names(of event: Event) -> [String] {
        let names = [event.subject, event.counterparty].compactMap { $0?.name }
        let beginnings = Set(names.flatMap(StoryParty.beginnings)).filter { !$0.isEmpty }
        let words = Set(names.flatMap { TitleLikeness.rarest(2, of: $0) })
        return beginnings.sorted().map { "name \($0)" } + words.sorted().map { "\(event.trigger) word \($0)" }
    }

    /// The keys without the trigger.
    static func words(of event: Event) -> [String] {
        var words = slots.flatMap { name in
            // "Steel" and "steel and aluminum" share a word; two that share none are two stories by their headlines.
            (event.slots[name].map { TitleLikeness($0).words } ?? []).map { "\(name) \($0)" }
        }
        for name in industries {
            words += (event.slots[name].map(Sectors.named) ?? []).sorted().map { "sector \($0)" }
        }
        for teller in event.tellers.prefix(mostTellers) {
            if let address = teller.url.flatMap(StoryAddress.of) { words.append("at \(address)") }
            words += TitleLikeness.rarest(3, of: teller.title).map { "word \($0)" }
        }
        return words
    }
}

extension Event {
    /// Nobody is its subject or counterparty.
    var isOfNobody: Bool { subject == nil && counterparty == nil }
}
