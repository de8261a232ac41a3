internal import ConfigLoading
internal import Ledger
internal import RuleLanguage
package import TriggerModel

/// `whynow silence`: what is not to be told for a while, by whom and why.
package struct SilenceCommand {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    /// What may be silenced.
    package static let scopes = Silence.Scope.allCases.map(\.rawValue)

    package func add(
        scope text: String, name: String, until: CalendarDay, author: String, reason: String
    ) throws -> ExitCode {
        guard let scope = Silence.Scope(rawValue: text) else {
            throw CommandFailure(
                .usage, "'\(text)' cannot be silenced; say one of \(Self.scopes.joined(separator: ", "))")
        }
        let now = clock.now()
        guard until >= now.day else { throw CommandFailure(.usage, "--until \(until) is before today, \(now.day)") }
        let author = TextTable.oneLine(author, limit: 100)
        let reason = TextTable.oneLine(reason, limit: 500)
        guard author.contains(where: { !$0.isWhitespace }), reason.contains(where: { !$0.isWhitespace }) else {
            throw CommandFailure(.usage, "a silence needs --author and --reason: somebody will ask for both")
        }
        let configuration = try StartConfiguration.load(directory).configuration
        try Self.checkName(name, scope, configuration)
        let ledger = try ReportingState.open(configuration.settings)
        let id = try ledger.add(
            Silence(scope: scope, name: name, until: until, author: author, reason: reason, createdAt: now))
        output.line("silence \(id): \(scope.rawValue) \(name) until \(until)")
        return .ok
    }

    package func list(all: Bool, json: Bool) throws -> ExitCode {
        let settings = try StartConfiguration.load(directory).configuration.settings
        let silences = try Workplace.openForReading(settings).silences(on: all ? nil : clock.now().day)
        if json {
            let lines = JSONLines()
            for silence in silences { output.data(try lines.line(silence)) }
            return .ok
        }
        guard !silences.isEmpty else {
            output.line("Nothing is silenced.")
            return .ok
        }
        var table = TextTable(["id", "what", "name", "until", "author", "reason"])
        for silence in silences {
            let ended = silence.removedAt.map { " (ended \($0.day))" } ?? ""
            table.add([
                silence.id.map { "\($0)" } ?? "-", silence.scope.rawValue, silence.name, "\(silence.until)\(ended)",
                silence.author, silence.reason,
            ])
        }
        for line in table.lines { output.line(line) }
        return .ok
    }

    package func remove(_ id: Int64) throws -> ExitCode {
        let settings = try StartConfiguration.load(directory).configuration.settings
        guard try ReportingState.open(settings).endSilence(id, at: clock.now()) else {
            throw CommandFailure(
                .data, "there is no silence \(id) that holds; 'whynow silence list' shows those that do")
        }
        output.line("silence \(id) is ended")
        return .ok
    }

    /// A name that is not configured would silence nothing, and nobody would notice.
    private static func checkName(_ name: String, _ scope: Silence.Scope, _ configuration: Configuration) throws {
        let isKnown =
            switch scope {
            case .account: configuration.account(name) != nil
            case .source: configuration.sources.contains { $0.id == name }
            case .rule:
                configuration.rules.triggers.contains { rule in
                    name.hasSuffix(".*") ? rule.id.hasPrefix(name.dropLast()) : rule.id == name
                }
            }
        guard isKnown else {
            throw CommandFailure(.data, "there is no \(scope.rawValue) '\(name)' in the configuration")
        }
    }
}
