internal import ConfigLoading
internal import Ledger
internal import RuleLanguage
internal import TriggerModel

/// `whynow sources show ID`: all that is configured and known of one source.
package struct SourcesShowCommand {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    private static let polls = 10

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    private struct Report: Encodable {
        struct Poll: Encodable {
            var at: Timestamp
            var outcome: String
            var status: Int?
            var bytes: Int
            var items: Int
            var newItems: Int
            var detail: String
        }

        var standing: SourceStanding
        var place: String?
        /// Key and value as in a sources file.
        var configured: [[String]]
        var movedTo: String?
        var timepoint: String?
        var polls: [Poll]
    }

    package func run(id: String, json: Bool) throws -> ExitCode {
        let configuration = try StartConfiguration.load(directory).configuration
        let book = try SourcesBook(configuration, output: output)
        let source = configuration.sources.first { $0.id == id }
        if source == nil, let failure = Self.invalid(id, directory) { throw failure }
        guard let standing = try book.standing(of: id, at: clock.now()) else {
            throw Self.unknown(id, configuration, directory)
        }
        let state = try book.ledger?.sourceState(id)
        let polls = try book.ledger?.polls(of: id, limit: Self.polls) ?? []
        let report = Report(
            standing: standing, place: SourceFiles(directory: directory).places()[id],
            configured: source.map { SourceWords.keys(of: $0).map { [$0.key, $0.value] } } ?? [],
            movedTo: state?.movedTo, timepoint: state?.timepoint,
            polls: polls.map { record, counts in
                Report.Poll(
                    at: record.at, outcome: record.outcome.rawValue, status: record.status, bytes: record.bytes,
                    items: counts.items, newItems: counts.new, detail: record.detail)
            })
        if json { output.data(try JSONLines().line(report)) } else { output.line(Self.text(report)) }
        return .ok
    }

    /// The failure of a command that was given an id nobody has.
    static func unknown(_ id: String, _ configuration: Configuration, _ directory: String) -> CommandFailure {
        invalid(id, directory)
            ?? CommandFailure(
                .noInput,
                "there is no source \(id)\(NearestName.suggestion(id, in: configuration.sources.map(\.id))); "
                    + "'whynow sources list' names them")
    }

    /// An entry that is there but does not load is not polled, and nothing else names the reason.
    private static func invalid(_ id: String, _ directory: String) -> CommandFailure? {
        guard let invalid = SourceFiles(directory: directory).invalid(id) else { return nil }
        return CommandFailure(
            .configuration,
            (["source \(id) stands in \(invalid.place), but is not valid and is not polled:"] + invalid.faults)
                .joined(separator: "\n"))
    }

    private static func text(_ report: Report) -> String {
        let standing = report.standing
        var lines = ["\(standing.id)\(standing.name.map { $0 == standing.id ? "" : ": \($0)" } ?? "")"]
        switch standing.state {
        case .on: lines += TextTable.labelled("State", ["on"])
        case .off: lines += TextTable.labelled("State", ["off: write enabled: true to poll it"])
        case .removed:
            lines += TextTable.labelled("State", ["removed: remembered from earlier polls, no longer configured"])
        }
        if let place = report.place { lines += TextTable.labelled("Defined", [place]) }
        let width = report.configured.map { $0[0].count }.max() ?? 0
        let keys = report.configured.map { pair in
            "\(pair[0]):\(String(repeating: " ", count: width - pair[0].count + 1))\(pair[1])"
        }
        if !keys.isEmpty { lines += TextTable.labelled("Configured", keys) }
        if let moved = report.movedTo {
            lines += TextTable.labelled("Moved", ["the server says it lives at \(moved) now"])
        }
        if let timepoint = report.timepoint { lines += TextTable.labelled("Resumes", ["at \(timepoint)"]) }
        let last = standing.lastPolledAt.map { "\(TextTable.minute($0)) UTC: \(standing.answer)" } ?? standing.answer
        lines += TextTable.labelled("Last poll", [last + (standing.detail.isEmpty ? "" : ": \(standing.detail)")])
        if standing.state == .on, let next = standing.nextPollAt {
            lines += TextTable.labelled("Next poll", ["\(TextTable.minute(next)) UTC"])
        }
        if let perDay = standing.newItemsPerDay {
            lines += TextTable.labelled("New items", ["\(TextTable.perDay(perDay)) a day over the last week"])
        }
        let rhythm = [standing.rhythm, standing.habit].compactMap(\.self)
        if !rhythm.isEmpty { lines += TextTable.labelled("Rhythm", rhythm) }
        let faults = standing.faults.map { "\($0.kind) since \(TextTable.minute($0.openedAt)): \($0.detail)" }
        lines += TextTable.labelled("Faults", faults.isEmpty ? ["none open"] : faults)
        if !report.polls.isEmpty {
            var table = TextTable(["POLL, UTC", "OUTCOME", "STATUS", "BYTES", "ITEMS", "NEW", "DETAIL"])
            for poll in report.polls {
                table.add([
                    TextTable.minute(poll.at), poll.outcome, poll.status.map { "\($0)" } ?? "-", "\(poll.bytes)",
                    "\(poll.items)", "\(poll.newItems)", poll.detail,
                ])
            }
            lines += ["", "Last polls that read a document or failed:"] + table.lines
        }
        return lines.joined(separator: "\n")
    }
}
