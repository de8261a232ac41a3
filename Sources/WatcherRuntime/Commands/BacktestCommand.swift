internal import ConfigLoading
internal import EventRecognition
internal import Foundation
internal import Ledger
internal import Reasoning
internal import RuleLanguage
package import TriggerModel

/// `whynow backtest`: what other rules would have alerted over stored history, compared with the rules of now. Accounts,
/// what is known of companies, profiles and reps are those of now on both sides, so that only the rules differ. Changes
/// nothing.
package struct BacktestCommand {
    private let directory: String
    private let output: CommandOutput

    package init(directory: String, output: CommandOutput) {
        self.directory = directory
        self.output = output
    }

    /// Seconds between two lines of progress.
    private static let progressSeconds = 5.0
    /// Alerts that the text shows of each kind; `--json` gives all.
    private static let shown = 20
    private static let shownRules = 10

    /// - Parameter refuseOver: more alerts gained and lost together than this end with exit code 65.
    package func run(rules: String, since: CalendarDay, refuseOver: Int?, json: Bool) async throws -> ExitCode {
        let loaded = try StartConfiguration.load(directory)
        let ledger = try Workplace.openForReading(loaded.configuration.settings)
        let overlay = try RulesOverlay(of: directory, rules: rules)
        defer { overlay.remove() }
        var other = ConfigLoader(directory: overlay.directory).load()
        // A folder of rules alone would find fewer names, and a difference in names is none of the rules.
        other.configuration.rules.companies = loaded.configuration.rules.companies
        // What is wrong on both sides changes nothing between them.
        let errors = other.faults.filter {
            $0.severity == .error && $0.place.file.hasPrefix("rules/") && !loaded.faults.contains($0)
        }
        guard errors.isEmpty, !other.configuration.rules.triggers.isEmpty else {
            for fault in errors { output.talk("\(fault)") }
            throw CommandFailure(.configuration, "\(rules): not all rules load, see above; nothing was compared")
        }
        let report = try await compare(
            ReasonEngine(loaded.configuration), ReasonEngine(other.configuration), since: since, ledger)
        if json { output.data(try JSONLines().line(report)) } else { tell(report) }
        let changed = report.gained.count + report.lost.count
        if let refuseOver, changed > refuseOver {
            output.talk("refused: \(changed) alerts gained and lost are more than \(refuseOver)")
            return .data
        }
        return .ok
    }

    /// Reads the stored items since a day with both, and compares what each would have alerted. What neither side reads
    /// otherwise is not compared (see `BacktestReading`).
    func compare(
        _ old: ReasonEngine, _ new: ReasonEngine, since: CalendarDay, _ ledger: WatchLedger
    ) async throws -> BacktestReport {
        let start = Timestamp(since)
        let reading = BacktestReading(old, new, since: start, ledger)
        let clock = ContinuousClock()
        let begin = clock.now
        var lastTold = begin
        let read = try await reading.read { done, all in
            guard clock.now - lastTold > .seconds(Self.progressSeconds) else { return }
            lastTold = clock.now
            output.talk("\(done) of \(all) items, \(Int((clock.now - begin) / .seconds(1))) s")
        }
        // What reps reported counts the same on both sides; silences, rests and echoes are those of a day.
        let yields = Yields(try ledger.yields(since: start.adding(days: -ReasonMemory.learntDays)))
        return BacktestReport(
            since: since, items: read.items, touched: read.touched, differing: read.rules,
            sharedWords: reading.difference.sharedChanges,
            before: Self.alerts(Rereading(engine: old).fold(read.before), old, yields),
            after: Self.alerts(Rereading(engine: new).fold(read.after), new, yields))
    }

    /// What would have been alerted when each event was first told.
    private static func alerts(
        _ events: [Rereading.Whole], _ engine: ReasonEngine, _ yields: Yields
    ) -> [BacktestReport.Line] {
        var context = engine.context(at: Timestamp(seconds: 0))
        context.yields = yields
        var lines: [BacktestReport.Line] = []
        for whole in events {
            context.now = whole.received
            context.today = whole.received.day
            for match in engine.judge(whole.event, context).matches {
                guard case .alert(let alert) = engine.compose(match, whole.event, context, update: nil) else {
                    continue
                }
                lines.append(
                    BacktestReport.Line(
                        trigger: alert.trigger, account: alert.account.id, rep: alert.rep, relation: alert.relation,
                        date: alert.eventDate, week: BacktestReport.week(of: whole.received.day),
                        reason: alert.reason))
            }
        }
        return lines
    }

    // MARK: As text

    private func tell(_ report: BacktestReport) {
        guard !report.differing.isEmpty || report.sharedWords > 0 else {
            return output.line("The rules say the same: nothing would change.")
        }
        var different: [String] = []
        if report.sharedWords > 0 {
            different.append(CycleSummary.counted(report.sharedWords, "pattern") + " that all rules share")
        }
        if !report.differing.isEmpty {
            let shown = report.differing.prefix(Self.shownRules).joined(separator: ", ")
            let more = report.differing.count - Self.shownRules
            different.append(
                "\(CycleSummary.counted(report.differing.count, "rule")): \(shown)\(more > 0 ? " and \(more) more" : "")"
            )
        }
        output.line("Different  \(different.joined(separator: "; "))")
        output.line(
            "\(report.items) items since \(report.since), \(report.touched) with words of these rules: \(report.before) "
                + "alerts by the rules of now, \(report.after) by the others; \(report.gained.count) gained, "
                + "\(report.lost.count) lost")
        for (title, changes) in [("rule", report.rules), ("rep", report.reps), ("week of", report.weeks)]
        where !changes.isEmpty {
            output.line("")
            var table = TextTable([title, "now", "gained", "lost"])
            for change in changes {
                table.add([change.name, "\(change.before)", "+\(change.gained)", "-\(change.lost)"])
            }
            for line in table.lines { output.line(line) }
        }
        for (sign, lines) in [("+", report.gained), ("-", report.lost)] where !lines.isEmpty {
            output.line("")
            for line in lines.prefix(Self.shown) {
                output.line("\(sign) \(line.date) \(line.account), \(line.trigger): \(TextTable.oneLine(line.reason))")
            }
            if lines.count > Self.shown {
                output.line("\(sign) and \(lines.count - Self.shown) more; --json lists all")
            }
        }
    }
}
