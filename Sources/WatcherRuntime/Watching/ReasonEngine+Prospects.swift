internal import ProfileMatching
internal import Reasoning
internal import TriggerModel

/// For whom an event is a reason: accounts, and the company itself where it is nobody's account yet.
struct EventVerdict: Sendable {
    /// A company that is nobody's account: the row it would have, and the match with its score.
    struct Prospect: Sendable {
        var account: Account
        var match: Match
    }

    var matches: [Match]
    var gates: [AccountGate]
    var prospect: Prospect?
    /// Accounts whose name the company's could be; a person must say.
    var namesakes: [String] = []
}

extension ReasonEngine {
    /// Judges `event` for all accounts, and as a prospect by what one of `items` says of its company.
    ///
    /// The same for the daemon, `match` and `explain`. An event that is nobody's reason keeps one gate; what spoke
    /// against the prospect stands in its detail.
    /// - Parameters:
    ///   - outcome: of matching, where it is known already.
    ///   - updates: for accounts that were told of the event before, what changed.
    func verdict(
        on event: Event, _ outcome: MatchOutcome? = nil, toldBy items: [Item], _ context: ReasoningContext,
        updates: [String: AlertUpdate] = [:]
    ) -> EventVerdict {
        let judged = judge(outcome ?? match(event), event, context, updates: updates)
        var verdict = EventVerdict(matches: judged.matches, gates: judged.gates)
        for item in items {
            guard let outcome = prospect(event, toldBy: item) else { continue }
            let against: Gate
            switch outcome {
            case .gate(let gate): against = gate
            case .unsure(let gate, let accounts):
                verdict.namesakes = accounts
                against = gate
            case .prospect(let found):
                guard let rule = rules[event.trigger] else { continue }
                switch AlertComposer.judge(
                    found.match, event: event, account: found.account, rule: rule, context: context)
                {
                case .stands(let scored):
                    verdict.prospect = EventVerdict.Prospect(account: found.account, match: scored)
                    verdict.gates.removeAll { $0.account == nil && $0.gate.gate == "no-account" }
                    return verdict
                case .gate(let gate): against = gate
                }
            }
            for index in verdict.gates.indices where verdict.gates[index].account == nil {
                guard verdict.gates[index].gate.gate == "no-account" else { continue }
                verdict.gates[index].gate.detail += "; as a prospect: \(against.gate): \(against.detail)"
            }
            return verdict
        }
        return verdict
    }

    /// nil where the item says nothing of the event's company, or the company is an account.
    private func prospect(_ event: Event, toldBy item: Item) -> ProspectVerdict? {
        guard let subject = event.subject, subject.account == nil, let filing = item.filing,
            let facts = CompanyFacts(filing, subject: subject)
        else { return nil }
        let verdict = matcher.prospect(event, facts: facts)
        if case .gate(let gate) = verdict, gate.gate == "is-account" { return nil }
        return verdict
    }

    /// The alert of a prospect that stands, or the gate that stopped it.
    func compose(
        _ prospect: EventVerdict.Prospect, _ event: Event, _ context: ReasoningContext, update: AlertUpdate?
    ) -> Composition {
        guard let rule = rules[prospect.match.trigger] else {
            return .gate(Gate(.reason, "no-rule", "\(prospect.match.trigger) is not configured any more"))
        }
        return AlertComposer.compose(
            match: prospect.match, event: event, account: prospect.account, rule: rule, context: context,
            update: update)
    }

    /// Under which ids an account was a prospect before it became an account.
    func prospectIDs(of account: String) -> [String] { self.account(account).map(ProfileMatcher.prospectIDs) ?? [] }
}
