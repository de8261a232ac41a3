internal import ConfigLoading
internal import Ledger
internal import ProfileMatching
internal import TriggerModel

/// `whynow look-back`: matches what is new in the configuration against stored events and items inside their shelf life.
/// Without `--apply` it only says what would come of it.
package struct LookBackCommand {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    private struct Report: Encodable {
        struct Line: Encodable {
            var account: String
            var rep: String
            var trigger: String
            var date: CalendarDay
            var goodUntil: CalendarDay
            var score: Int
            var reason: String
            var alert: String
        }

        /// `account ID`, `profile ID`, `rule ID`.
        var new: [String]
        var events: Int
        var items: Int
        var alerts: [Line]
        /// Alerts that go on to another rep.
        var handed: [Line]
        var isApplied: Bool
        var kept: Int
    }

    /// Names that the text lists of what is new; `--json` gives all.
    private static let shown = 10

    package func run(apply: Bool, json: Bool) async throws -> ExitCode {
        let loaded = try StartConfiguration.load(directory)
        let engine = ReasonEngine(loaded.configuration)
        let settings = loaded.configuration.settings
        let ledger = apply ? try ReportingState.open(settings) : try Workplace.openForReading(settings)
        let now = clock.now()
        let done = try ledger.lookedBack()
        let marks = LookBackPlan.marks(of: loaded.configuration).filter { !done.contains($0) }
        let plan = try await LookBackPlan.make(for: marks, engine: engine, ledger: ledger, at: now)
        let kept = apply ? try Self.apply(plan, engine, ledger, at: now) : 0
        if json {
            output.data(try JSONLines().line(report(plan, isApplied: apply, kept: kept)))
        } else {
            tell(plan, isFirst: done.isEmpty, isApplied: apply, kept: kept)
        }
        return .ok
    }

    /// Keeps what the plan found, in one transaction for each event, and at the end what it was for: a stop in between
    /// leaves a look back that is done again, and alerts that are not made twice.
    /// - Returns: how many alerts were new.
    static func apply(
        _ plan: LookBackPlan, _ engine: ReasonEngine, _ ledger: WatchLedger, at now: Timestamp
    ) throws -> Int {
        let budgets = engine.configuration.settings.budgets
        let campaigns = CampaignIntake(configuration: engine.configuration)
        var kept = 0
        for entry in plan.entries {
            kept += try ledger.commit(at: now) { transaction in
                if !entry.items.isEmpty { try transaction.remember(entry.event, toldBy: entry.items) }
                for gate in entry.gates {
                    try transaction.record(gate.gate, event: entry.event.id, account: gate.account)
                }
                let arranged = try campaigns.arrange(entry.alerts, transaction)
                for left in arranged.leftOver {
                    try transaction.record(left.gate, event: entry.event.id, account: left.alert.account.id)
                }
                return try arranged.alerts.count { try transaction.keep($0, budgets: budgets) }
            }
        }
        for alert in plan.handed {
            kept += try ledger.commit(at: now) { try $0.keep(alert, budgets: budgets) ? 1 : 0 }
        }
        try ledger.commit(at: now) { try $0.remember(plan.marks, of: plan.configured) }
        return kept
    }

    private func report(_ plan: LookBackPlan, isApplied: Bool, kept: Int) -> Report {
        func line(_ alert: Alert) -> Report.Line {
            Report.Line(
                account: alert.account.id, rep: alert.rep, trigger: alert.trigger, date: alert.eventDate,
                goodUntil: alert.goodUntil, score: alert.score, reason: alert.reason, alert: alert.id)
        }
        return Report(
            new: plan.marks.map { "\($0.kind.rawValue) \($0.name)" }, events: plan.eventsRead, items: plan.itemsRead,
            alerts: plan.alerts.map(line), handed: plan.handed.map(line), isApplied: isApplied, kept: kept)
    }

    private func tell(_ plan: LookBackPlan, isFirst: Bool, isApplied: Bool, kept: Int) {
        guard !plan.marks.isEmpty else {
            output.line("Nothing is new since the last look back.")
            return
        }
        if isFirst { output.line("No look back was kept before: the whole configuration counts as new.") }
        for kind in LookedBack.Kind.allCases {
            let names = plan.marks.filter { $0.kind == kind }.map(\.name)
            guard !names.isEmpty else { continue }
            let more = names.count > Self.shown ? " and \(names.count - Self.shown) more" : ""
            output.line(
                "New       \(CycleSummary.counted(names.count, kind.rawValue)): "
                    + names.prefix(Self.shown).joined(separator: ", ") + more)
        }
        output.line("Read      \(plan.eventsRead) events and \(plan.itemsRead) items inside their shelf life")
        output.line(
            isApplied
                ? "Kept      \(CycleSummary.counted(kept, "alert"))"
                : "Found     \(CycleSummary.counted(plan.alerts.count + plan.handed.count, "alert")); 'whynow look-back --apply' makes them"
        )
        if !plan.handed.isEmpty {
            let verb = isApplied ? "went" : "would go"
            output.line(
                "Handed    \(CycleSummary.counted(plan.handed.count, "open alert")) \(verb) to the rep who owns the account now"
            )
        }
        for (rep, alerts) in Dictionary(grouping: plan.alerts + plan.handed, by: \.rep).sorted(by: { $0.key < $1.key })
        {
            output.line("Rep       \(rep): \(alerts.count)")
            for alert in alerts.sorted(by: { ($1.score, $0.id) < ($0.score, $1.id) }) {
                output.line("          \(alert.score) \(alert.account.name): \(TextTable.oneLine(alert.reason))")
            }
        }
    }
}
