package import RuleLanguage
package import TriggerModel

/// Finds in an item which accounts it mentions and what happened to whom.
///
/// Pure: the same item, rules and accounts give the same result. Made once for a configuration: names and rule words
/// go into one index when the first item is to be read, because most polls bring none. `recognise` may be called from
/// several threads at once. The time of an item depends on its length and on what it mentions, not on how many
/// accounts and rules there are.
package struct Recogniser: Sendable {
    private let built: OnDemand<Engine>

    package init(pack: RulePack, accounts: [Account]) {
        built = OnDemand { Engine(pack: pack, accounts: accounts) }
    }

    private var engine: Engine { built.value }

    /// - Parameters:
    ///   - teller: who tells it.
    ///   - received: when we first saw it; the event's date where the item carries none.
    package func recognise(_ item: Item, teller: TellerOrigin, received: Timestamp) -> Recognition {
        var reading = ItemReading(item, teller: teller, received: received, engine: engine)
        return reading.recognise()
    }

    /// Accounts an item mentions, without looking for events.
    package func mentions(in item: Item) -> [Mention] {
        let engine = engine
        var filer: (party: Party, companies: [Int32])?
        if let filing = item.filing { filer = engine.names.filer(in: filing, lexicon: engine.lexicon) }
        return NamedText(of: item, filer: filer, finder: engine.finder)
            .mentions(engine.finder, filer: filer)
    }

    /// Runs every rule's trials: a `match` sentence must be stated as its trigger (confidence of at least 0.5), a
    /// `no-match` sentence must not. Trials run without accounts, as rules must hold for companies we do not know.
    package static func runTrials(of pack: RulePack) -> [TrialFailure] {
        let engine = Engine(pack: pack, accounts: [])
        var failures: [TrialFailure] = []
        for rule in pack.triggers where rule.status != .disabled {
            for trial in rule.trials {
                let said = trial.source
                let teller = TellerOrigin(
                    source: said?.id ?? "trial", publisher: said?.publisher ?? "trial",
                    isFirstHand: said?.isFirstHand ?? (trial.item.filing != nil), kind: said?.kind)
                // A day in the middle of a month and year, so that no trial depends on the clock.
                let received = Timestamp(seconds: 1_781_524_800)
                var reading = ItemReading(trial.item, teller: teller, received: received, engine: engine)
                let result = reading.recognise()
                if let failure = TrialFailure(rule: rule.id, trial: trial, result: result) { failures.append(failure) }
            }
        }
        return failures
    }
}
