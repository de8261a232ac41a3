import Ledger
import LoopbackServer
import Testing
import TriggerModel

@testable import WatcherRuntime

@Suite("Two documents without an item in common", .timeLimit(.minutes(2)))
struct GapTests {
    private static let start = WatchWorld.now.adding(days: -2)

    private static func source(_ url: String, kind: Source.Kind = .feed) -> Source {
        Source(id: "harrow", kind: kind, url: url, name: "harrow", publisher: "harrow")
    }

    @Test func `are a gap where nothing leads back: a fault, and the source is asked sooner`() async throws {
        let server = try LoopbackServer()
        let source = Self.source(server.url("/feed"))
        let world = try PollingWorld([source], server: server)
        server.setRoute("/feed", FeedPage.numbered(1...5, from: Self.start).route)
        let first = try await world.poll(source)
        let usual = first.nextPollAt.seconds(since: world.now)
        server.setRoute("/feed", FeedPage.numbered(60...64, from: Self.start).route)
        let second = try await world.poll(source, after: 16 * 3600)
        #expect(second.report?.newItems == 5)
        let fault = try #require(try world.fault(source, FaultKind.gap))
        #expect(fault.detail.contains("may be missing"))
        #expect(second.nextPollAt.seconds(since: world.now) < usual)

        // It stays open while nothing new comes, and closes with the next document that goes on where this one ended.
        try await world.poll(source, after: 900)
        #expect(try world.faults(source) == [FaultKind.gap])
        server.setRoute("/feed", FeedPage.numbered(61...65, from: Self.start).route)
        try await world.poll(source, after: 900)
        #expect(try world.faults(source) == [])
        #expect(try world.items(source).count == 11)
    }

    @Test func `are read back page by page until they meet, each item once though pages overlap`() async throws {
        let server = try LoopbackServer()
        let source = Self.source(server.url("/feed"))
        let world = try PollingWorld([source], server: server)
        server.setRoute("/feed", FeedPage.numbered(1...6, from: Self.start).route)
        try await world.poll(source)
        server.setRoute(
            "/feed", FeedPage.numbered(30...36, from: Self.start, next: server.url("/feed?page=2")).route)
        server.setRoute(
            "/feed?page=2", FeedPage.numbered(20...31, from: Self.start, next: server.url("/feed?page=3")).route)
        server.setRoute(
            "/feed?page=3", FeedPage.numbered(6...21, from: Self.start, next: server.url("/feed?page=4")).route)
        let polled = try await world.poll(source, after: 36 * 3600)
        #expect(polled.report?.newItems == 30)
        #expect(polled.report?.known == 1)
        #expect(try world.titles(source).sorted() == (1...36).map(FeedPage.title).sorted())
        #expect(try world.fault(source, FaultKind.gap)?.detail.contains("nothing is missing") == true)
        #expect(server.requests.map(\.target) == ["/feed", "/feed", "/feed?page=2", "/feed?page=3"])

        // The fault is told once and ends with the next document that overlaps by itself.
        server.setRoute("/feed", FeedPage.numbered(31...37, from: Self.start).route)
        try await world.poll(source, after: 900)
        #expect(try world.faults(source) == [])
        #expect(try world.ledger.conservation(on: world.now.day).isBalanced)
    }

    @Test func `are told as a gap where the way back breaks off, with what could be read`() async throws {
        let server = try LoopbackServer()
        let source = Self.source(server.url("/feed"))
        let world = try PollingWorld([source], server: server)
        server.setRoute("/feed", FeedPage.numbered(1...6, from: Self.start).route)
        try await world.poll(source)
        server.setRoute("/feed", FeedPage.numbered(30...36, from: Self.start, next: server.url("/gone")).route)
        // A page that fails once may be there the next time: nothing is taken without it at first.
        for after in [36 * 3600, 7200, 7200] {
            let failed = try await world.poll(source, after: after)
            #expect(failed.outcome == "not-found")
        }
        #expect(try world.titles(source).count == 6)
        let polled = try await world.poll(source, after: 6 * 3600)
        #expect(polled.report?.newItems == 7)
        let fault = try #require(try world.fault(source, FaultKind.gap))
        #expect(fault.detail.contains("could not be read"))
        #expect(fault.detail.contains("may be missing"))
    }

    @Test func `are a gap though an old entry stays pinned to the top`() async throws {
        let server = try LoopbackServer()
        let source = Self.source(server.url("/feed"))
        let world = try PollingWorld([source], server: server)
        server.setRoute("/feed", FeedPage.numbered([1] + Array(20...25), from: Self.start).route)
        try await world.poll(source)
        server.setRoute("/feed", FeedPage.numbered([1] + Array(40...46), from: Self.start).route)
        #expect(try await world.poll(source, after: 36 * 3600).report?.newItems == 7)
        #expect(try world.fault(source, FaultKind.gap)?.detail.contains("may be missing") == true)
        // A list that still shows what was its newest is none, however much is new.
        server.setRoute("/feed", FeedPage.numbered([1] + Array(46...56), from: Self.start).route)
        #expect(try await world.poll(source, after: 36 * 3600).report?.newItems == 10)
        #expect(try world.faults(source) == [])
    }

    @Test func `are a gap though the server showed an old copy as new until a moment ago`() async throws {
        let server = try LoopbackServer()
        let source = Self.source(server.url("/feed"))
        let world = try PollingWorld([source], server: server)
        for look in 0..<20 {
            var page = FeedPage.numbered(1...5, from: Self.start)
            page.built = world.now.adding(seconds: 3600 * look)
            server.setRoute("/feed", page.route)
            #expect(try await world.poll(source, after: 3600).outcome == "document")
        }
        // 6 to 9 are older than the last look, but nobody ever saw them.
        server.setRoute("/feed", FeedPage.numbered(10...14, from: Self.start).route)
        try await world.poll(source, after: 3600)
        let newest = Self.start.adding(seconds: 5 * 3600)
        #expect(
            try world.fault(source, FaultKind.gap)?.detail.contains("what came after \(newest) may be missing") == true)
    }

    @Test func `are no gap where an item was there before the last look and only listed later`() async throws {
        let server = try LoopbackServer()
        let source = Self.source(server.url("/feed"))
        let world = try PollingWorld([source], server: server)
        server.setRoute("/feed", FeedPage.numbered(4...5, from: Self.start).route)
        try await world.poll(source)
        server.setRoute("/feed", FeedPage.numbered([3, 60, 61], from: Self.start).route)
        #expect(try await world.poll(source, after: 16 * 3600).report?.newItems == 3)
        #expect(try world.faults(source) == [])
    }

    @Test func `of EDGAR are read back by start`() async throws {
        let server = try LoopbackServer()
        let list = "/cgi-bin/browse-edgar?action=getcurrent&type=8-K&output=atom&count=10"
        var source = Self.source(server.url(list), kind: .filing)
        source.forms = ["8-K"]
        source.firstPoll = .seed
        let world = try PollingWorld([source], server: server)
        let edgar = CurrentList(count: 10)
        server.setRoute("/cgi-bin/browse-edgar", edgar.route)
        edgar.publish(1...10)
        try await world.poll(source)
        // Nothing that was there before is to be alerted, so nothing behind the first page is asked for.
        #expect(server.requests.count == 1)
        edgar.publish(11...34)
        let polled = try await world.poll(source, after: 3600)
        #expect(polled.report?.newItems == 24)
        #expect(try world.fault(source, FaultKind.gap)?.detail.contains("nothing is missing") == true)
        let asked = server.requests.suffix(3).map { $0.target.split(separator: "&").last.map(String.init) ?? "" }
        #expect(asked == ["count=10", "start=9", "start=18"])
        let day = try world.ledger.conservation(on: world.now.day)
        #expect(day.items.new == 34)
        #expect(day.isBalanced)
    }
}
