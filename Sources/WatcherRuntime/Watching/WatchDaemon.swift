internal import ConfigLoading
internal import Foundation
internal import Ledger
internal import Logging
internal import ServiceLifecycle
internal import TriggerModel
internal import UnixSignals

/// The process that systemd runs: opens everything, watches until SIGTERM, reads its configuration again on SIGHUP.
struct WatchDaemon {
    let directory: String
    let clock: RuntimeClock

    func run() async throws {
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        let log = Logger(label: "whynow")
        // Trapped before the configuration is read: whoever asks for a reload from now on gets one, and does not end
        // the process.
        let reloads = await UnixSignalsSequence(trapping: .sighup)
        log.info("reading the configuration in \(directory)")
        let loaded = try StartConfiguration.load(directory)
        for fault in loaded.faults where fault.severity != .note { log.warning("\(fault)") }
        let place = try Workplace(loaded.configuration.settings, at: clock.now())
        let watching: Watching
        do {
            try StartConfiguration.note(loaded, in: place.ledger, at: clock.now())
            try OutboxPublisher(place: place).recover(at: clock.now())
            watching = try Watching(loaded, place: place, clock: clock, log: log)
        } catch let error as LedgerError {
            throw CommandFailure(.io, "\(error)")
        }
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: watching, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: ReloadListener(reloads: reloads, directory: directory, watching: watching)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: log))
        try await group.run()
        try place.close()
        log.info("stopped")
    }
}

/// Hears SIGHUP and hands the new configuration to the watching loop, unless it is broken.
private struct ReloadListener: Service {
    let reloads: UnixSignalsSequence
    let directory: String
    let watching: Watching

    func run() async throws {
        for await _ in reloads.cancelOnGracefulShutdown() {
            await watching.reload(from: directory)
        }
    }
}
