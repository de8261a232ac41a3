internal import ConfigLoading
internal import Ledger
internal import TriggerModel

/// `whynow sources list`: every source in one line, how it does, and what is wrong.
package struct SourcesListCommand {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    package func run(json: Bool) throws -> ExitCode {
        let configuration = try StartConfiguration.load(directory).configuration
        let standings = try SourcesBook(configuration, output: output).standings(at: clock.now())
        guard !json else {
            let lines = JSONLines()
            for standing in standings { output.data(try lines.line(standing)) }
            return .ok
        }
        guard !standings.isEmpty else {
            output.talk("There is no source yet: 'whynow sources add URL' adds one, or write sources/*.yaml.")
            return .ok
        }
        output.line(Self.text(standings))
        return .ok
    }

    static func text(_ standings: [SourceStanding]) -> String {
        var table = TextTable([
            "SOURCE", "KIND", "STATE", "LAST POLL, UTC", "ANSWER", "NEXT POLL, UTC", "NEWEST", "PER DAY",
        ])
        for standing in standings {
            table.add([
                standing.id, standing.kind ?? "-", standing.state.rawValue, TextTable.minute(standing.lastPolledAt),
                standing.answer, TextTable.minute(standing.state == .on ? standing.nextPollAt : nil),
                TextTable.minute(standing.newestAt), TextTable.perDay(standing.newItemsPerDay),
            ])
        }
        let on = standings.count { $0.state == .on }
        var lines =
            table.lines + ["", "\(on) on, \(standings.count - on) off or removed. PER DAY: new items, last 7 days."]
        let faulty = standings.filter { !$0.faults.isEmpty }
        lines.append(faulty.isEmpty ? "No source has an open fault." : "")
        for standing in faulty {
            for fault in standing.faults {
                lines.append("\(standing.id): \(fault.kind) since \(TextTable.minute(fault.openedAt)): \(fault.detail)")
            }
        }
        return lines.joined(separator: "\n")
    }
}
