import ConfigLoading
import Ledger
import SourceFetching
import Synchronization
import Testing
import TriggerModel

@testable import WatcherRuntime

struct `A poller that concludes a batch` {
    @Test func `finishes the document under way when the daemon stops and leaves the others as they were`() async throws
    {
        let world = try WatchWorld()
        let clock = RuntimeClock(frozenAt: WatchWorld.now)
        let network = try Network(world.configuration.settings, clock: clock)
        defer { network.shutDown() }
        let poller = SourcePoller(
            engine: world.engine, place: world.place, fetcher: network.fetcher, thread: LedgerThread(), clock: clock)
        let batch = ["one", "two", "three"].map { name in
            SourcePoller.Fetched(
                source: WatchWorld.source(name), state: nil,
                outcome: .failed(FetchFault(kind: .timeout, detail: "too slow", url: "https://\(name).example/")),
                address: "https://\(name).example/")
        }
        let asked = Mutex(0)
        let answers = try await poller.conclude(batch) {
            asked.withLock {
                $0 += 1
                return $0 > 1
            }
        }
        let polled = try answers.map { answer -> String? in
            guard case .polled(let polled) = try answer.get() else { return nil }
            return polled.source
        }
        #expect(polled == ["one"])
        #expect(try world.ledger.allSourceStates().map(\.source) == ["one"])
    }
}
