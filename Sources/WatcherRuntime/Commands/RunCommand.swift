internal import ConfigLoading
internal import CurlTransfer
internal import Delivery
internal import Foundation
internal import Ledger
internal import Logging
internal import RuleLanguage
internal import SourceFetching
package import TriggerModel

/// `whynow run`: the daemon, or one cycle of it.
package struct RunCommand: Sendable {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    package func run(once: Bool) async throws -> ExitCode {
        guard once else {
            try await WatchDaemon(directory: directory, clock: clock).run()
            return .ok
        }
        let summary = try await cycle(CycleOptions(), progress: output.talk)
        output.talk("whynow: \(summary.summaryLine)")
        return summary.broken > 0 ? .io : .ok
    }

    /// One complete cycle over the configuration as it is now.
    package func cycle(
        _ options: CycleOptions, progress: @escaping @Sendable (String) -> Void
    ) async throws -> CycleSummary {
        let loaded = try StartConfiguration.load(directory)
        for fault in loaded.faults where fault.severity != .note { output.talk("\(fault)") }
        let place = try Workplace(loaded.configuration.settings, at: clock.now())
        defer { close(place) }
        let network = try Network(loaded.configuration.settings, clock: clock)
        defer { network.shutDown() }
        let poller = SourcePoller(
            engine: ReasonEngine(loaded.configuration), place: place, fetcher: network.fetcher, thread: LedgerThread(),
            clock: clock)
        do {
            try StartConfiguration.note(loaded, in: place.ledger, at: clock.now())
            return try await WatchCycle(poller: poller, options: options, progress: progress).run()
        } catch let error as LedgerError {
            throw CommandFailure(.io, "\(error)")
        }
    }

    /// An alert as a person reads it in a terminal.
    package func text(of alert: Alert) -> String {
        let rep = ConfigLoader(directory: directory).load().configuration.rep(alert.rep)
        return AlertText.render(alert, zone: rep?.timezone)
    }

    private func close(_ place: Workplace) {
        do { try place.close() } catch { output.talk("whynow: warning: closing the state file: \(error)") }
    }
}

/// The configuration at a start or reload.
enum StartConfiguration {
    /// Loads whatever loads; a bad part is a named fault and everything else runs (promise 6).
    /// - Throws: `CommandFailure` where nothing could be watched: no directory, or settings that cannot be read.
    static func load(_ directory: String) throws -> LoadResult {
        let result = ConfigLoader(directory: directory).load()
        let fatal = result.faults.first { $0.severity == .error && ["whynow.yaml", directory].contains($0.place.file) }
        if let fatal {
            throw CommandFailure(
                .configuration,
                "\(fatal)\nNothing can be watched without it; 'whynow check --config \(directory)' lists every fault.")
        }
        return result
    }

    /// Keeps what is wrong with the configuration as open faults, and closes those that are mended.
    static func note(_ result: LoadResult, in ledger: WatchLedger, at now: Timestamp) throws {
        let errors = result.faults.filter { $0.severity == .error }
        let templates = DigestRenderer(templatesDirectory: result.configuration.templatesDirectory).faults
        try ledger.commit(at: now) { transaction in
            var open: [String] = []
            if let first = errors.first {
                open.append("invalid")
                let detail = "\(errors.count) errors in the configuration, the first: \(first); the rest of it runs"
                _ = try transaction.open(
                    Fault(scope: FaultScope.configuration, kind: "invalid", detail: detail, openedAt: now))
            }
            let broken = templates.map { $0.opened(at: now) }
            for scope in DigestRenderer.faultScopes {
                let faults = broken.filter { $0.scope == scope }
                for fault in faults { _ = try transaction.open(fault) }
                _ = try transaction.closeFaults(scope: scope, except: faults.map(\.kind))
            }
            _ = try transaction.closeFaults(scope: FaultScope.configuration, except: open)
        }
        try LookBackPlan.rememberFirst(result.configuration, ledger, at: now)
    }
}
