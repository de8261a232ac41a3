import ConfigLoading
import Ledger
import LoopbackServer
import Testing
import TriggerModel

@testable import WatcherRuntime

@Suite("One cycle", .timeLimit(.minutes(2)))
struct WatchCycleTests {
    @Test func `goes on with the other sources where one cannot be kept, and says that something broke`() async throws {
        let server = try LoopbackServer()
        let sources = ["a", "b", "c"].map { id in
            server.setRoute("/\(id)", FeedPage.numbered(1...3, from: WatchWorld.now.adding(days: -1)).route)
            return Source(id: id, kind: .feed, url: server.url("/\(id)"), name: id, publisher: id)
        }
        let world = try PollingWorld(sources, server: server)
        try await world.poll(sources[0])
        let path = Workplace.statePath(world.watch.configuration.settings)
        // Stands for a full disk or a damaged page under one source's rows.
        try WatchLedger.rehearse(
            path: path, through: "007 missing pages",
            sql: """
                CREATE TRIGGER broken BEFORE UPDATE ON source WHEN NEW.name = 'a'
                BEGIN SELECT RAISE(ABORT, 'no room for a'); END
                """)
        server.setRoute("/a", FeedPage.numbered(1...4, from: WatchWorld.now.adding(days: -1)).route)
        let summary = try await world.cycle(after: 7200)
        #expect(summary.broken == 1)
        #expect(summary.failures.map(\.source) == ["a"])
        #expect(summary.failures.first?.detail.contains("no room for a") == true)
        #expect(summary.polled == 2)
        #expect(try world.items(sources[1]).count == 3)
        #expect(try world.items(sources[2]).count == 3)
        // Nothing of it was kept: it is due again.
        #expect(try world.items(sources[0]).count == 3)
    }
}
