package import RuleLanguage
package import TriggerModel

/// Turns a match into the alert a rep can dial on, or says which gate stopped it.
///
/// Gates, in this order: `low-confidence`, `no-evidence`, `expired`, `implausible-date`, `do-not-call`, `echo`,
/// `low-score`, `no-wording`, `no-rep`. Silences, rests and budgets are none of them: they hold an alert back when it is
/// delivered, they do not lose it.
package enum AlertComposer {
    /// From here on we would state an event to a rep as a fact.
    package static let factLine = 0.5

    /// Whether the match is worth an alert, with its score and parts.
    ///
    /// Needs no rep, no product and no wording; `account` and `rule` are those that `match` names.
    package static func judge(
        _ match: Match, event: Event, account: Account, rule: TriggerRule, context: ReasoningContext,
        update: AlertUpdate? = nil
    ) -> Judgement {
        if update?.isDenial != true, let gate = confidenceGate(event) { return .gate(gate) }
        guard !EvidenceChoice.choose(from: event).isEmpty else {
            return .gate(Gate(.reason, "no-evidence", "event \(event.id) has nothing to quote"))
        }
        if let gate = ShelfLife(from: event.date, days: rule.shelfLifeDays).gate(on: context.today) {
            return .gate(gate)
        }
        if let gate = DoNotCall.gate(for: account) { return .gate(gate) }
        if update == nil, let told = context.told[account.id],
            let gate = MergerEcho.gate(for: event, account: account, told: told)
        {
            return .gate(gate)
        }
        let wording = wording(for: match, event: event, rule: rule, context: context)
        let scored = Scoring.scored(
            match, event: event, account: account, rule: rule, affects: affects(of: wording, rule),
            today: context.today,
            opening: wording?.ask.text ?? "", yields: context.yields,
            activities: context.activities[account.id] ?? [])
        // Who was told of it hears that it is off, whatever that is worth.
        if update?.isDenial != true, let profile = context.profiles[match.profile], scored.score < profile.minimumScore
        {
            let parts = scored.parts.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
            let detail =
                "account \(account.id): score \(scored.score) (\(parts)) is below \(profile.minimumScore), "
                + "the minimum of profile \(profile.id) (\(profile.place))"
            return .gate(Gate(.reason, "low-score", detail))
        }
        return .stands(scored)
    }

    /// The whole alert, addressed and worded; with `update`, one that follows an earlier alert on the same event.
    package static func compose(
        match: Match, event: Event, account: Account, rule: TriggerRule, context: ReasoningContext,
        update: AlertUpdate? = nil
    ) -> Composition {
        let scored: Match
        switch judge(match, event: event, account: account, rule: rule, context: context, update: update) {
        case .gate(let gate): return .gate(gate)
        case .stands(let match): scored = match
        }
        guard let wording = wording(for: match, event: event, rule: rule, context: context) else {
            let detail = "there are no words for \(rule.id) through \(match.relation.rawValue): account \(account.id)"
            return .gate(Gate(.reason, "no-wording", detail))
        }
        var words = AlertWords(wording, match: match, event: event, account: account, rule: rule)
        if let missing = words.missing {
            let detail = "\(missing) of \(rule.id) is empty for account \(account.id) (\(wording.reason.place))"
            return .gate(Gate(.reason, "no-wording", detail))
        }
        let learned = context.yields.points(rule: rule.id, profile: match.profile, opening: wording.ask.text).notes
        if update?.isDenial == true { words.deny(isOff: event.isEnding) }
        guard let rep = RepChoice.choose(for: account, among: context.reps, fallback: context.fallbackRep) else {
            return .gate(Gate(.reason, "no-rep", "there is no rep to call account \(account.id)"))
        }
        let affects = affects(of: wording, rule)
        let contact = ContactChoice.choose(for: account, affects: affects, event: event, moved: match.moved)
        let isBadNews = rule.isBadNews && isBad(for: match)
        return .alert(
            Alert(
                id: update.map { AlertIdentity.update(event: event.id, account: account.id, what: $0.what) }
                    ?? AlertIdentity.first(event: event.id, account: account.id),
                updates: update?.firstAlert, event: event.id, trigger: rule.id, triggerName: rule.name,
                account: AlertAccount(
                    id: account.id, name: account.name, status: account.status, phone: account.phone,
                    timezone: account.timezone, about: about(account)),
                rep: rep.rep.id, isFallbackRep: rep.isFallback, profile: match.profile, relation: match.relation,
                isBadNews: isBadNews, reason: words.reason, soWhat: words.soWhat, whyNow: words.whyNow, ask: words.ask,
                askTemplate: update?.isDenial == true ? nil : wording.ask.text,
                opening: opening(words, match, event, account, isBadNews: isBadNews),
                contact: contact.map { AlertContact($0.contact, at: account) }, affects: affects,
                help: HelpChoice.choose(for: account, trigger: rule.id, from: context.products),
                evidence: EvidenceChoice.choose(from: event), confidence: event.confidence, score: scored.score,
                scoreParts: scored.parts,
                trace: match.trace + [rep.reason] + words.notes
                    + [contact?.note, update.map { "update: \($0.what)" }, CrowdWarning.note(for: event)]
                    .compactMap(\.self) + learned,
                eventDate: event.date, dateBasis: event.dateBasis,
                goodUntil: ShelfLife(from: event.date, days: rule.shelfLifeDays).goodUntil, createdAt: context.now))
    }

    /// What a rep can know of a company that nobody sells to: its trade, its place and its size, as far as a source says.
    private static func about(_ account: Account) -> String? {
        guard Account.isProspectID(account.id) else { return nil }
        let place = [account.region, account.country].compactMap(\.self).joined(separator: ", ")
        let words = [account.industry, place.isEmpty ? nil : place, account.employees.map { "\($0) people" }]
            .compactMap(\.self).joined(separator: "; ")
        return words.isEmpty ? nil : words
    }

    // MARK: Gates and sides

    private static func confidenceGate(_ event: Event) -> Gate? {
        let qualifiers = event.qualifiers.map(\.rawValue).joined(separator: ", ")
        guard qualifiers.isEmpty else {
            let detail = "told as \(qualifiers): confidence \(event.confidence.inHundredths), not a fact to call on"
            return Gate(.reason, "low-confidence", detail)
        }
        guard event.confidence >= factLine else {
            let parts = event.confidenceParts.map { "\($0.name) \($0.value.inHundredths)" }.joined(separator: ", ")
            let detail = "confidence \(event.confidence.inHundredths) is below \(factLine.inHundredths)"
            return Gate(.reason, "low-confidence", parts.isEmpty ? detail : "\(detail): \(parts)")
        }
        return nil
    }

    /// The words for what the event's party is to the account; nil where there are none.
    private static func wording(
        for match: Match, event: Event, rule: TriggerRule, context: ReasoningContext
    ) -> TriggerRule.Wording? {
        switch match.relation {
        case .itself: match.party.role == .counterparty ? rule.otherSide : rule.wording
        // It happens to everybody there, the account among them: the rule's own words are about the account.
        case .industry, .market: event.subject == nil ? rule.wording : context.ripples[match.relation]
        case .rival, .incumbent, .customer, .supplier, .person: context.ripples[match.relation]
        }
    }

    private static func opening(
        _ words: AlertWords, _ match: Match, _ event: Event, _ account: Account, isBadNews: Bool
    ) -> String {
        if [.industry, .market].contains(match.relation), event.subject == nil,
            let headline = WordingValues.headline(of: event)
        {
            return OpeningLine.line(headline: headline, ask: words.ask, isBadNews: isBadNews)
        }
        let names = ([account.name] + event.parties.map(\.name)).map(SpokenName.of)
        return OpeningLine.line(reason: words.news, ask: words.ask, isBadNews: isBadNews, names: names)
    }

    /// A ripple lands on the desks its own wording names; without any, on those of the trigger.
    private static func affects(of wording: TriggerRule.Wording?, _ rule: TriggerRule) -> [String] {
        guard let wording, !wording.affects.isEmpty else { return rule.affects }
        return wording.affects
    }

    /// Bad news for a rival is none for the account; for its supplier or customer it is.
    private static func isBad(for match: Match) -> Bool {
        switch match.relation {
        case .itself: match.party.role == .subject
        case .incumbent, .customer, .supplier: true
        case .rival, .industry, .market, .person: false
        }
    }
}

extension Double {
    /// Two decimals; a value out of any sensible range, or no number at all, is shown as it is.
    fileprivate var inHundredths: String {
        guard magnitude < 1_000_000 else { return "\(self)" }
        let hundredths = Int(magnitude * 100 + 0.5)
        let fraction = hundredths % 100
        return "\(self < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
