package import ConfigLoading
package import EventRecognition
package import ProfileMatching
package import Reasoning
package import RuleLanguage
package import TriggerModel

/// The pure stages made ready for one configuration: recognise, match, reason.
///
/// A value that never changes; a reload makes a new one. It knows no clock and no disk, which is what lets `match`,
/// `explain` and the daemon give the same answer.
package struct ReasonEngine: Sendable {
    package let configuration: Configuration
    package let recogniser: Recogniser
    let matcher: ProfileMatcher
    let rules: [String: TriggerRule]
    /// By id, the account's place in the configuration.
    private let places: [String: Int]
    /// Triggers that say the same in other words.
    let twins: TriggerTwins
    private let sources: [String: Source]

    package init(_ configuration: Configuration) {
        self.init(configuration, recogniser: Recogniser(pack: configuration.rules, accounts: configuration.accounts))
    }

    /// - Parameter recogniser: made of the same rules and accounts.
    init(_ configuration: Configuration, recogniser: Recogniser) {
        let matcher = ProfileMatcher(
            profiles: configuration.profiles, accounts: configuration.accounts, rules: configuration.rules)
        var places: [String: Int] = [:]
        places.reserveCapacity(configuration.accounts.count)
        for place in configuration.accounts.indices.reversed() { places[configuration.accounts[place].id] = place }
        self.init(configuration, recogniser: recogniser, matcher: matcher, places: places)
    }

    /// The engine of a configuration that was loaded anew: what depends only on parts that are still the same is taken
    /// from the engine before, built or not.
    init(_ loaded: LoadResult, after earlier: LoadResult, _ engine: ReasonEngine) {
        let configuration = loaded.configuration
        guard loaded.parts.hasSameAccounts(as: earlier.parts) else {
            self.init(configuration)
            return
        }
        let isSame = loaded.parts.hasSameRules(as: earlier.parts)
        self.init(
            configuration,
            recogniser: isSame
                ? engine.recogniser : Recogniser(pack: configuration.rules, accounts: configuration.accounts),
            matcher: engine.matcher.with(profiles: configuration.profiles, rules: configuration.rules),
            places: engine.places)
    }

    private init(
        _ configuration: Configuration, recogniser: Recogniser, matcher: ProfileMatcher, places: [String: Int]
    ) {
        self.configuration = configuration
        self.recogniser = recogniser
        self.matcher = matcher
        self.places = places
        twins = TriggerTwins(configuration.rules)
        rules = Dictionary(configuration.rules.triggers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        sources = Dictionary(configuration.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The same team, accounts and profiles with other rules.
    package func reading(_ rules: RulePack) -> ReasonEngine {
        var configuration = configuration
        configuration.rules = rules
        return ReasonEngine(configuration)
    }

    func account(_ id: String) -> Account? { places[id].map { configuration.accounts[$0] } }

    package func source(_ id: String) -> Source? { sources[id] }

    /// What reasoning knows at `now`; make it once per document.
    package func context(at now: Timestamp) -> ReasoningContext {
        ReasoningContext(
            reps: configuration.reps, fallbackRep: configuration.settings.fallbackRep,
            products: configuration.products, profiles: configuration.profiles, ripples: configuration.rules.ripples,
            today: now.day, now: now)
    }

    /// Whom an event touches, before it is weighed.
    package func match(_ event: Event) -> MatchOutcome { matcher.match(event) }

    /// Which accounts an event is a reason for, each with its score, and the gate of each that it is not.
    package func judge(_ event: Event, _ context: ReasoningContext) -> (matches: [Match], gates: [AccountGate]) {
        judge(match(event), event, context)
    }

    /// The same for a known `outcome` of matching.
    /// - Parameter updates: for accounts that were told of the event before, what changed.
    package func judge(
        _ outcome: MatchOutcome, _ event: Event, _ context: ReasoningContext, updates: [String: AlertUpdate] = [:]
    ) -> (matches: [Match], gates: [AccountGate]) {
        var matches: [Match] = []
        var gates = outcome.gates
        for match in outcome.matches {
            guard let rule = rules[match.trigger], let account = account(match.account) else { continue }
            let update = updates[match.account]
            switch AlertComposer.judge(
                match, event: event, account: account, rule: rule, context: context, update: update)
            {
            case .stands(let scored): matches.append(scored)
            case .gate(let gate): gates.append(AccountGate(account: match.account, gate: gate))
            }
        }
        return (matches, gates)
    }

    /// The alert of a match that stands, or the gate that stopped it.
    package func compose(
        _ match: Match, _ event: Event, _ context: ReasoningContext, update: AlertUpdate?
    ) -> Composition {
        guard let rule = rules[match.trigger], let account = account(match.account) else {
            return .gate(
                Gate(.reason, "no-rule", "\(match.trigger) or account \(match.account) is not configured any more"))
        }
        return AlertComposer.compose(
            match: match, event: event, account: account, rule: rule, context: context, update: update)
    }

    /// Why an account fits or does not fit each profile.
    package func fit(of account: Account) -> [String] { matcher.fit(of: account) }
}
