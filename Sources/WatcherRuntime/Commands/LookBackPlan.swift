internal import ConfigLoading
internal import EventRecognition
internal import Ledger
internal import ProfileMatching
internal import Reasoning
internal import RuleLanguage
internal import TriggerModel

/// What stored events and items are a reason for, now that accounts, profiles or live rules are new.
struct LookBackPlan: Sendable {
    /// One event with the alerts that it would make.
    struct Entry: Sendable {
        var event: Event
        /// Items that a newly live rule found to tell it; empty for an event that is stored with its items.
        var items: [StoredItemID]
        var alerts: [Alert]
        var gates: [AccountGate]
    }

    /// What is new in the configuration, and all that is in it.
    var marks: [LookedBack]
    var configured: [LookedBack] = []
    var entries: [Entry]
    /// Alerts that go on to the rep who owns their account now, as updates.
    var handed: [Alert] = []
    var eventsRead = 0
    var itemsRead = 0

    var alerts: [Alert] { entries.flatMap(\.alerts) }
}

extension LookBackPlan {
    /// All that looking back depends on, with marks that change when it does: an account's owner, names, relations and
    /// whatever a profile may ask; a profile's clauses; a live rule.
    static func marks(of configuration: Configuration) -> [LookedBack] {
        func mark(_ value: String) -> String { String(ContentHash.hex(value).prefix(16)) }
        let reps = Dictionary(configuration.reps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let owners = configuration.accounts.filter { $0.status != .excluded }.map { account in
            let said = "\(account.owner ?? "") \(account.status.rawValue)"
            let territory = territory(of: account, reps).map { " territory \($0)" } ?? ""
            return LookedBack(.account, account.id, mark: mark(said + territory))
        }
        let profiles = configuration.profiles.map { profile in
            var bare = profile
            bare.place = SourcePlace(file: "", line: 0, column: 0)
            bare.reasons = bare.reasons.map { clause in
                var clause = clause
                clause.place = bare.place
                return clause
            }
            return LookedBack(.profile, profile.id, mark: mark("\(bare)"))
        }
        // A rule that is edited is judged by `backtest`; what makes looking back worth while is that it becomes live.
        let rules = configuration.rules.triggers.filter { $0.status == .live && $0.kind == .event }
            .map { LookedBack(.rule, $0.id, mark: "live") }
        return owners + profiles + rules
    }

    /// The rep who has an account that nobody owns, by territory.
    private static func territory(of account: Account, _ reps: [String: Rep]) -> String? {
        guard account.owner.map({ reps[$0] == nil }) ?? true,
            let choice = RepChoice.choose(for: account, among: reps, fallback: nil), !choice.isFallback
        else { return nil }
        return choice.rep.id
    }

    /// Longest shelf life of any live rule, in days: nothing older can be a reason.
    static func reach(of configuration: Configuration) -> Int {
        configuration.rules.triggers.filter { $0.status == .live }.map(\.shelfLifeDays).max() ?? 0
    }

    /// Finds the reasons that are new with `marks`. Reads the ledger, changes nothing.
    static func make(
        for marks: [LookedBack], engine: ReasonEngine, ledger: WatchLedger, at now: Timestamp
    ) async throws -> LookBackPlan {
        var plan = LookBackPlan(marks: marks, configured: Self.marks(of: engine.configuration), entries: [])
        guard !marks.isEmpty else { return plan }
        let accounts = Set(marks.filter { $0.kind == .account }.map(\.name))
        let profiles = Set(marks.filter { $0.kind == .profile }.map(\.name))
        let rules = Set(marks.filter { $0.kind == .rule }.map(\.name))
        let start = now.adding(days: -reach(of: engine.configuration))
        let context = engine.context(at: now)
        var memory = ReasonMemory()
        var seen: Set<String> = []

        func consider(_ event: Event, items: [StoredItemID]) throws {
            guard seen.insert(event.id).inserted else { return }
            let outcome = engine.match(event)
            let context = try memory.recalling(outcome.matches.map(\.account), for: context, from: ledger.history)
            let judged = engine.judge(outcome, event, context)
            var entry = Entry(event: event, items: items, alerts: [], gates: [])
            for match in judged.matches {
                guard
                    accounts.contains(match.account) || profiles.contains(match.profile)
                        || rules.contains(event.trigger)
                else { continue }
                guard try !isSettled(event.id, match.account, ledger),
                    try !engine.prospectIDs(of: match.account).contains(where: {
                        try ledger.alert(forEvent: event.id, account: $0) != nil
                    })
                else { continue }
                switch engine.compose(match, event, context, update: nil) {
                case .alert(let alert): entry.alerts.append(alert)
                case .gate(let gate): entry.gates.append(AccountGate(account: match.account, gate: gate))
                }
            }
            entry.gates += try judged.gates.filter { entry in
                guard let account = entry.account, accounts.contains(account) else { return false }
                return try !isSettled(event.id, account, ledger)
            }
            if !entry.alerts.isEmpty || !entry.gates.isEmpty { plan.entries.append(entry) }
        }

        plan.handed = try handed(of: accounts, engine, context, ledger)
        // Items first: a rule that was not live, or an account that had no name then, is in no stored event yet.
        if !rules.isEmpty || !accounts.isEmpty {
            let reading = Rereading(engine: engine)
            var told: [Rereading.Told] = []
            var last = StoredItemID(0)
            while true {
                let items = try ledger.replay(since: start, after: last, limit: 4096)
                guard let end = items.last else { break }
                last = end.id
                plan.itemsRead += items.count
                told += await reading.read(items).filter { told in
                    rules.contains(told.event.trigger)
                        || told.event.parties.contains { $0.account.map(accounts.contains) ?? false }
                }
            }
            var known: [String: Event] = [:]
            for entry in told {
                for event in try ledger.events(near: entry.event, engine.twins) { known[event.id] = event }
            }
            let folded = reading.fold(told, into: known.values.sorted { ($0.date, $0.id) < ($1.date, $1.id) })
            for whole in folded { try consider(whole.event, items: whole.items) }
        }
        var event: Event?
        while true {
            let events = try ledger.events(since: start.day, after: event)
            guard let end = events.last else { break }
            event = end
            plan.eventsRead += events.count
            for event in events { try consider(event, items: []) }
        }
        return plan
    }

    /// Open alerts of accounts that another rep owns now. What the earlier rep has reported on is settled.
    private static func handed(
        of accounts: Set<String>, _ engine: ReasonEngine, _ context: ReasoningContext, _ ledger: WatchLedger
    ) throws -> [Alert] {
        var latest: [[String]: Alert] = [:]
        for alert in try ledger.openAlerts(on: context.today) where accounts.contains(alert.account.id) {
            latest[[alert.event, alert.account.id]] = alert
        }
        return try latest.values.sorted { $0.id < $1.id }.compactMap { alert in
            let first = alert.updates ?? alert.id
            // A call that is still to come goes to whom its account belongs when the next morning is built.
            if let campaign = alert.campaign, campaign.day > context.today { return nil }
            guard let account = engine.configuration.account(alert.account.id), account.status != .excluded,
                alert.campaign?.note == nil,
                let handed = HandOver.alert(alert, first: first, account: account, context: context)
            else { return nil }
            let reports = try ledger.alerts(ofEvent: alert.event).filter { $0.account.id == account.id }
                .flatMap { try ledger.outcomes(of: $0.id) }
            return reports.contains { $0.outcome.isVerdict && $0.outcome != .later } ? nil : handed
        }
    }

    /// A state that has read nothing yet has nothing to look back on: what is configured now is not new later.
    static func rememberFirst(_ configuration: Configuration, _ ledger: WatchLedger, at now: Timestamp) throws {
        guard try ledger.isUnread() else { return }
        let marks = marks(of: configuration)
        try ledger.commit(at: now) { try $0.remember(marks, of: marks) }
    }

    /// The account was told of it, or its way there ended at delivery before, by decision and not for want of the
    /// account: first contact and the reports of reps are not undone by looking back.
    private static func isSettled(_ event: String, _ account: String, _ ledger: WatchLedger) throws -> Bool {
        if try ledger.alert(forEvent: event, account: account) != nil { return true }
        return try ledger.gates(ofEvent: event).contains { $0.account == account && $0.gate.stage == .deliver }
    }
}
