import ArgumentParser
import Foundation
import LoopbackServer
import TriggerModel
import WatcherRuntime

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The whole job on bundled sources served on loopback; prints one alert and where the digest lies.",
        discussion: """
            Invented companies, real parts: the sources are fetched over HTTP, parsed, matched and kept in a ledger, the
            alerts lie in a queue directory and the mornings in an e-mail spool. A second cycle finds nothing new.
            """)

    @Option(help: ArgumentHelp("Keep everything here instead of in a temporary directory.", valueName: "DIR"))
    var keep: String?
    @OptionGroup var now: NowOption

    func run() async throws {
        let started = ContinuousClock.now
        let clock = try now.clock()
        try await finish {
            guard let shipped = ShippedFiles.configDirectory() else {
                throw CommandFailure(
                    .noInput,
                    "the shipped Config directory is not beside this binary: run it from its checkout, or 'make install'"
                )
            }
            let directory = try DemoDirectory(kept: keep)
            let server = try LoopbackServer(directory: directory.served)
            defer { server.stop() }
            let template = DemoTemplate(base: server.baseURL, directory: directory.path, start: clock.now())
            try directory.fill(from: shipped, template: template)
            try await play(in: directory, server: server, clock: clock)
            let seconds = (ContinuousClock.now - started) / .seconds(1)
            print("\nThe demo took \(String(format: "%.1f", seconds)) s.")
            return .ok
        }
    }

    private func play(in directory: DemoDirectory, server: LoopbackServer, clock: RuntimeClock) async throws {
        let talk = CommandOutput.standard.talk
        let run = RunCommand(directory: directory.config, clock: clock, output: .standard)
        talk("[1/3] First cycle: seven invented sources on \(server.baseURL)")
        let first = try await run.cycle(CycleOptions(pollsEverything: true, sendsDigestsNow: true), progress: talk)
        talk("[2/3] Second cycle: the same sources again")
        let second = try await run.cycle(CycleOptions(pollsEverything: true, sendsDigestsNow: false), progress: talk)
        guard let best = first.alerts.max(by: { ($0.score, $1.id) < ($1.score, $0.id) }) else {
            throw CommandFailure(
                .software, "the demo's story gave no alert; 'whynow status --config \(directory.config)' says more")
        }
        talk("[3/3] Done. The strongest of \(first.alerts.count) alerts, as a rep reads it:\n")
        print(run.text(of: best))
        print(
            """
            What the two cycles did
              first    \(first.summaryLine)
              second   \(second.summaryLine)

            Where it lies, all below \(directory.path)
              alerts   queue/new/    one CloudEvents file each
              mails    spool/new/    one message per rep
              digest   \(first.digestReps.map { "digest/\($0).html" }.joined(separator: "  "))
              explain  whynow explain --config \(directory.config) \(best.id.prefix(12))
            """)
    }
}
