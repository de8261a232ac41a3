import Ledger
import LoopbackServer
import Testing
import TriggerModel

@testable import WatcherRuntime

@Suite("The address of a source", .timeLimit(.minutes(2)))
struct SourcePollerAddressTests {
    private static let start = WatchWorld.now.adding(days: -1)

    private static func source(_ url: String) -> Source {
        Source(id: "harrow", kind: .feed, url: url, name: "harrow", publisher: "harrow")
    }

    @Test func `is the new one after three equal answers that it moved for good, and not before`() async throws {
        let server = try LoopbackServer(routes: [
            "/old": .always(.redirect(to: "/new", status: 301)),
            "/new": FeedPage.numbered(1...5, from: Self.start).route,
        ])
        let source = Self.source(server.url("/old"))
        let world = try PollingWorld([source], server: server)
        for asked in 1...3 {
            try await world.poll(source, after: 900)
            #expect(server.requests(for: "/old").count == asked)
            #expect(try world.state(source)?.movedCount == asked)
        }
        #expect(try world.fault(source, FaultKind.moved)?.detail.contains(server.url("/new")) == true)
        try await world.poll(source, after: 900)
        try await world.poll(source, after: 900)
        #expect(server.requests(for: "/old").count == 3)
        #expect(server.requests(for: "/new").count == 5)
        #expect(try world.faults(source) == [FaultKind.moved])
        #expect(try world.items(source).count == 5)

        // Once the operator has written the new address down there is nothing more to say.
        let corrected = Self.source(server.url("/new"))
        try await world.poll(corrected, after: 900)
        #expect(try world.faults(source) == [])
        #expect(try world.items(source).count == 5)
    }

    @Test func `stays where an answer in between says nothing of a move`() async throws {
        let server = try LoopbackServer(routes: ["/new": FeedPage.numbered(1...5, from: Self.start).route])
        let source = Self.source(server.url("/old"))
        let world = try PollingWorld([source], server: server)
        for answer in [true, true, false, true, true] {
            server.setRoute(
                "/old",
                answer ? .always(.redirect(to: "/new", status: 308)) : FeedPage.numbered(1...5, from: Self.start).route)
            try await world.poll(source, after: 900)
        }
        #expect(try world.state(source)?.movedCount == 2)
        try await world.poll(source, after: 900)
        #expect(server.requests(for: "/old").count == 6)
    }

    @Test func `that was edited forgets validators and timepoints, and keeps what was seen`() async throws {
        let feed = FeedPage.numbered(1...5, from: Self.start).route
        let server = try LoopbackServer(routes: ["/one": feed, "/two": feed])
        let world = try PollingWorld([Self.source(server.url("/one"))], server: server)
        try await world.poll(Self.source(server.url("/one")))
        try await world.poll(Self.source(server.url("/one")), after: 900)
        #expect(server.requests.last?.header("If-None-Match") != nil)
        let polled = try await world.poll(Self.source(server.url("/two")), after: 900)
        #expect(server.requests.last?.path == "/two")
        #expect(server.requests.last?.header("If-None-Match") == nil)
        #expect(polled.outcome == "document")
        #expect(polled.report?.known == 5)
        #expect(polled.report?.newItems == 0)
    }

    @Test(
        "that leads nowhere is a fault of its own, asked again for ever",
        arguments: [(404, "not-found"), (410, "gone"), (401, "login"), (403, "blocked"), (500, "server-error")])
    func status(_ status: Int, _ kind: String) async throws {
        let server = try LoopbackServer(routes: ["/feed": .always(.text("no", status: status))])
        let source = Self.source(server.url("/feed"))
        let world = try PollingWorld([source], server: server)
        for failures in 1...12 {
            let polled = try await world.poll(source, after: 6 * 3600)
            #expect(polled.outcome == kind)
            #expect(try world.faults(source) == [kind])
            #expect(try world.state(source)?.failures == failures)
            #expect((1...6 * 3600).contains(polled.nextPollAt.seconds(since: world.now)))
        }
        server.setRoute("/feed", FeedPage.numbered(1...5, from: Self.start).route)
        #expect(try await world.poll(source, after: 6 * 3600).report?.newItems == 5)
        #expect(try world.faults(source) == [])
    }

    @Test func `that fails in turn in several ways opens each fault once, and all close when it is read again`()
        async throws
    {
        let server = try LoopbackServer()
        let source = Self.source(server.url("/feed"))
        let world = try PollingWorld([source], server: server)
        for status in [500, 404, 500, 404, 500] {
            server.setRoute("/feed", .always(.text("no", status: status)))
            try await world.poll(source, after: 7 * 3600)
        }
        #expect(try world.faults(source).sorted() == ["not-found", "server-error"])
        #expect(try world.ledger.faults(since: Self.start).count == 2)
        server.setRoute("/feed", FeedPage.numbered(1...5, from: Self.start).route)
        try await world.poll(source, after: 7 * 3600)
        #expect(try world.faults(source) == [])
    }

    @Test func `whose host asked for a pause is asked again after it and counts as no failure meanwhile`() async throws
    {
        let server = try LoopbackServer(routes: ["/feed": .always(.tryLater("7200"))])
        let source = Self.source(server.url("/feed"))
        let world = try PollingWorld([source], server: server)
        let polled = try await world.poll(source)
        #expect(polled.outcome == "rate-limited")
        #expect(polled.nextPollAt >= world.now.adding(seconds: 7200))
        world.time.move(by: 3600)
        let early = await world.poller.fetch(source, after: try world.state(source))
        #expect(early.isOurs)
        #expect(early.rest == 3600)
        #expect(server.requests.count == 1)
        server.setRoute("/feed", FeedPage.numbered(1...5, from: Self.start).route)
        #expect(try await world.poll(source, after: 3601).report?.newItems == 5)
    }
}
