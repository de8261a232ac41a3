import ArgumentParser
import TriggerModel
import WatcherRuntime

@main
struct Whynow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whynow",
        abstract: "Watches the world around your customers and tells each rep whom to call and why today.",
        discussion: """
            Start with `whynow demo`: the whole job on bundled sources, no network needed.
            Then copy the shipped Config directory, put your own companies in, and let `whynow check` read it.
            Data goes to stdout, talk to stderr. Exit codes are those of sysexits.h: 0 fine, 64 wrong flags,
            65 something in the input or a rule's trial is wrong, 73 a directory cannot be made, 75 another whynow
            works on the same state, 78 the configuration is wrong.
            """,
        version: "whynow \(WhynowVersion.current)",
        subcommands: [
            Run.self, Demo.self, Check.self, Parse.self, MatchItems.self, Explain.self, Digest.self, Status.self,
            Sources.self, WhyNot.self, Outcome.self, RuleTest.self, Backtest.self, Tune.self, LookBack.self,
            SilenceGroup.self, Review.self,
        ]
    )
}

/// `--config`, as every command has it.
struct ConfigOption: ParsableArguments {
    @Option(
        name: .customLong("config"),
        help: ArgumentHelp(
            "The configuration directory.",
            discussion: "Default: $WHYNOW_CONFIG, then /etc/whynow, then ./Config.", valueName: "DIR"))
    var given: String?

    var directory: String { ShippedFiles.configDirectory(given: given) }
}

/// `--now`, for the commands that can be asked about another time.
struct NowOption: ParsableArguments {
    @Option(
        name: .customLong("now"),
        help: ArgumentHelp(
            "Pretend it is this time (RFC 3339, such as 2026-11-21T07:00:00Z).",
            discussion: "Default: the wall clock.", valueName: "T"))
    var given: String?

    func validate() throws { _ = try clock() }

    func clock() throws -> RuntimeClock {
        guard let given else { return RuntimeClock() }
        guard let time = Timestamp(rfc3339: given) else {
            throw ValidationError("--now: '\(given)' is not a time such as 2026-11-21T07:00:00Z")
        }
        return RuntimeClock(frozenAt: time)
    }
}

/// Runs a command of the runtime and ends the process with its code.
func finish(_ work: () async throws -> WatcherRuntime.ExitCode) async throws {
    let code: WatcherRuntime.ExitCode
    do {
        code = try await work()
    } catch {
        let failure = CommandFailure(error)
        CommandOutput.standard.talk("whynow: error: \(failure)")
        code = failure.code
    }
    guard code == .ok else { throw ArgumentParser.ExitCode(code.rawValue) }
}
