import ConfigLoading
import CurlTransfer
import Foundation
import Ledger
import LoopbackServer
import SourceFetching
import Synchronization
import TriggerModel

@testable import WatcherRuntime

/// A watcher over a loopback server, in a time that only a test moves: pacing, pauses and deadlines go by it as well.
final class PollingWorld: Sendable {
    let server: LoopbackServer
    let time: VirtualTime
    let watch: WatchWorld
    let poller: SourcePoller
    private let loop: TransferLoop

    private static let transfers = 8

    /// - Parameters:
    ///   - time: to be shared; nil begins one at `start`.
    ///   - directory: where the configuration says that it was loaded from.
    init(
        _ sources: [Source] = [], server: LoopbackServer? = nil, at start: Timestamp = WatchWorld.now,
        time: VirtualTime? = nil, directory: String? = nil
    ) throws {
        self.server = try server ?? LoopbackServer()
        self.time = time ?? VirtualTime(start)
        let time = self.time
        let clock = RuntimeClock(reading: { time.moment })
        let world = try WatchWorld(sources: sources, directory: directory)
        watch = world
        loop = TransferLoop(
            configuration: TransferConfiguration(
                userAgent: "whynow/test (+ops@seller.example)",
                addresses: try AddressPolicy(allowing: ["127.0.0.0/8", "::1"]),
                maxConcurrent: Self.transfers))
        let fetcher = Fetcher(
            loop: loop,
            gate: HostGate(
                settings: PacingSettings(
                    total: Self.transfers, standard: PacingSettings.Rule(inFlight: Self.transfers, spacing: 0),
                    rules: [:]),
                clock: time),
            settings: FetchSettings(contact: "ops@seller.example", timeout: .seconds(20)), wallClock: { clock.now() })
        poller = SourcePoller(
            engine: world.engine, place: world.place, fetcher: fetcher, thread: LedgerThread(), clock: clock)
    }

    deinit { loop.shutDown() }

    var ledger: WatchLedger { watch.ledger }
    var now: Timestamp { time.moment }

    /// One poll with all that it needs, `seconds` later.
    @discardableResult
    func poll(_ source: Source, after seconds: Int = 0) async throws -> SourcePoller.Polled {
        time.move(by: seconds)
        var answer = try await poller.conclude([poller.fetch(source)])[0].get()
        while case .needs(let further) = answer {
            answer = try await poller.conclude([poller.fetch(further)])[0].get()
        }
        guard case .polled(let polled) = answer else { throw CommandFailure(.software, "a poll without an end") }
        return polled
    }

    /// A whole cycle: what is due is polled, what awaits is pursued.
    @discardableResult
    func cycle(after seconds: Int = 0) async throws -> CycleSummary {
        time.move(by: seconds)
        return try await WatchCycle(poller: poller, options: CycleOptions(), progress: { _ in }).run()
    }

    func faults(_ source: Source) throws -> [String] {
        try ledger.openFaults(scope: FaultScope.source(source.id)).map(\.kind)
    }

    func fault(_ source: Source, _ kind: String) throws -> Fault? {
        try ledger.openFaults(scope: FaultScope.source(source.id)).first { $0.kind == kind }
    }

    func items(_ source: Source) throws -> [StoredItem] {
        try ledger.items(since: Timestamp(seconds: 0), limit: 100_000).filter { $0.item.source == source.id }
    }

    func titles(_ source: Source) throws -> [String] { try items(source).compactMap(\.item.title) }

    func state(_ source: Source) throws -> SourceState? { try ledger.sourceState(source.id) }

    func alerts() throws -> [Alert] { try ledger.alerts(since: Timestamp(seconds: 0)) }
}

/// The time of a test, for clocks of both kinds. Alarms ring while it passes.
final class VirtualTime: PacingClock {
    private struct State {
        var now: Timestamp
        var alarms: [(at: Double, action: @Sendable () -> Void)] = []
    }

    private let state: Mutex<State>
    private let start: Timestamp

    init(_ start: Timestamp) {
        self.start = start
        state = Mutex(State(now: start))
    }

    var moment: Timestamp { state.withLock { $0.now } }

    /// For pacing: seconds since the test began.
    var now: Double { Double(moment.seconds(since: start)) }

    func call(at time: Double, _ action: @escaping @Sendable () -> Void) {
        let isDue = state.withLock { state in
            if Double(state.now.seconds(since: start)) >= time { return true }
            state.alarms.append((time, action))
            return false
        }
        if isDue { action() }
    }

    func move(by seconds: Int) { move(to: moment.adding(seconds: seconds)) }

    func move(to time: Timestamp) {
        let due = state.withLock { state in
            state.now = max(state.now, time)
            let now = Double(state.now.seconds(since: start))
            defer { state.alarms.removeAll { $0.at <= now } }
            return state.alarms.filter { $0.at <= now }.sorted { $0.at < $1.at }
        }
        for alarm in due { alarm.action() }
    }
}
