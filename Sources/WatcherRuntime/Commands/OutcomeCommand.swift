internal import ConfigLoading
internal import Foundation
internal import Ledger
internal import Reasoning
package import TriggerModel

/// `whynow outcome`: what a rep reports back about an alert, and `whynow outcome --list`: what reasons have led to.
package struct OutcomeCommand {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    /// Days of reports that the list sums up.
    private static let listedDays = 365

    /// The words that may be reported.
    package static let words = OutcomeReport.Word.allCases.map(\.rawValue)

    /// - Parameter alert: an alert's id, or its first digits.
    package func report(
        alert text: String, outcome: String, until: CalendarDay?, why: String, json: Bool
    ) throws -> ExitCode {
        guard let word = OutcomeReport.Word(rawValue: outcome) else {
            throw CommandFailure(
                .usage, "'\(outcome)' is no outcome; say one of \(Self.words.joined(separator: ", "))")
        }
        let now = clock.now()
        if word == .later {
            guard let until else {
                throw CommandFailure(.usage, "'later' needs the day from which to call again: --until YYYY-MM-DD")
            }
            guard until > now.day else {
                throw CommandFailure(.usage, "--until \(until) is not after today, \(now.day)")
            }
        } else if until != nil {
            throw CommandFailure(.usage, "--until goes with the outcome 'later'")
        }
        let settings = try StartConfiguration.load(directory).configuration.settings
        let ledger = try ReportingState.open(settings)
        let alert = try Self.alert(text, ledger)
        let report = OutcomeReport(on: alert, word, until: until, why: Self.oneLine(why), at: now)
        let isNew = try ledger.commit(at: now) { try $0.save(report) }
        if json {
            output.data(try JSONLines().line(report))
        } else {
            output.line("\(word.rawValue): \(alert.account.name), \(alert.reason)")
        }
        if !isNew { output.talk("this was reported at \(now) before; nothing was added") }
        if let until, until > alert.goodUntil {
            output.talk(
                "note: the reason is good until \(alert.goodUntil); from \(until) it comes back as a call they asked for"
            )
        }
        if word == .notAReason, why.isEmpty {
            output.talk("note: --why tells the people who edit the rules what was wrong; 'whynow tune' proposes a cure")
        }
        return .ok
    }

    /// What reasons led to, by rule, profile and opening question.
    package func list(json: Bool) throws -> ExitCode {
        let settings = try StartConfiguration.load(directory).configuration.settings
        let ledger = try Workplace.openForReading(settings)
        let yields = try ledger.yields(since: clock.now().adding(days: -Self.listedDays))
        let lines = JSONLines()
        if json {
            for yield in yields { output.data(try lines.line(yield)) }
            return .ok
        }
        guard !yields.isEmpty else {
            output.line(
                "No outcome was reported in the last \(Self.listedDays) days; 'whynow outcome ALERT OUTCOME' does.")
            return .ok
        }
        var table = TextTable(["what", "name", "reported", "judged", "good", "no reason", "share (95 %)"])
        for yield in yields {
            let share = WilsonInterval(successes: yield.good, trials: yield.judged)
            func percent(_ value: Double) -> String { "\(Int((value * 100).rounded()))" }
            table.add([
                yield.kind.rawValue, TextTable.oneLine(yield.name, limit: 60), "\(yield.reported)", "\(yield.judged)",
                "\(yield.good)", "\(yield.notAReason)",
                yield.judged == 0
                    ? "-"
                    : "\(percent(Double(yield.good) / Double(yield.judged))) % (\(percent(share.low)) to \(percent(share.high)))",
            ])
        }
        for line in table.lines { output.line(line) }
        return .ok
    }

    /// The one alert whose id begins with `text`.
    static func alert(_ text: String, _ ledger: WatchLedger) throws -> Alert {
        let prefix = text.lowercased()
        guard prefix.count >= 4, prefix.allSatisfy(\.isHexDigit) else {
            throw CommandFailure(.usage, "'\(text)' is no alert's id: give its first digits, at least four")
        }
        let found = try ledger.alerts(idPrefix: prefix)
        guard let alert = found.first else {
            throw CommandFailure(
                .data, "no alert's id begins with '\(prefix)'; each alert in queue and digest carries its id")
        }
        guard found.count == 1 else {
            let ids = found.map(\.id).joined(separator: ", ")
            throw CommandFailure(.data, "several alerts begin with '\(prefix)': \(ids); give more digits")
        }
        return alert
    }

    private static func oneLine(_ text: String) -> String { TextTable.oneLine(text, limit: 500) }
}
