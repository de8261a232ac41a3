import Ledger
import LoopbackServer
import Testing
import TriggerModel

@testable import WatcherRuntime

@Suite("A list page", .timeLimit(.minutes(2)))
struct SourcePollerPageTests {
    private static func source(_ server: LoopbackServer) -> Source {
        Source(
            id: "newsroom", kind: .page, url: server.url("/newsroom"), name: "newsroom", publisher: "harrow",
            firstPoll: .seed,
            selectors: ListSelectors(
                rows: "ul.releases > li.release", link: "a", title: "a", date: "time"))
    }

    static func newsroom(_ numbers: some Sequence<Int>, row: String = "release", above: String = "") -> LoopbackAnswer {
        let rows = numbers.sorted(by: >).map {
            "<li class=\"\(row)\"><a href=\"/news/\($0)\">\(FeedPage.title($0))</a> "
                + "<time datetime=\"2026-11-\(10 + $0 % 10)\">November</time></li>"
        }.joined()
        return .text(
            "<!doctype html><html><head><title>Newsroom of Harrow Mills</title></head><body><h1>News</h1>\(above)"
                + "<main><ul class=\"releases\">\(rows)</ul><p>Harrow Mills has made flour in the valley for more than a "
                + "century and tells here what it does, in words that everybody can read and pass on.</p></main></body></html>",
            type: "text/html; charset=utf-8")
    }

    private static func notice(_ text: String, status: Int = 200) -> LoopbackAnswer {
        .text("<!doctype html><html>\(text)</html>", type: "text/html; charset=utf-8", status: status)
    }

    struct Unfit: Sendable, CustomTestStringConvertible {
        var name: String
        var answer: LoopbackAnswer
        var fault: String
        var testDescription: String { name }
    }

    static let notices = [
        Unfit(
            name: "a challenge with 200",
            answer: notice(
                "<head><title>Just a moment...</title></head><body><script src=\"/cdn-cgi/challenge-platform/x.js\"></script>"
                    + "<noscript>Enable JavaScript and cookies to continue</noscript></body>"), fault: "blocked"),
        Unfit(
            name: "a login page with 200",
            answer: notice(
                "<head><title>Sign in</title></head><body><form><input name=\"user\"><input type=\"password\"></form></body>"
            ),
            fault: "login"),
        Unfit(name: "another layout", answer: newsroom(1...6, row: "teaser"), fault: "layout-changed"),
        Unfit(name: "gone for good", answer: notice("<body>410</body>", status: 410), fault: "gone"),
        Unfit(name: "not there", answer: notice("<body>404</body>", status: 404), fault: "not-found"),
        Unfit(name: "the server's failure", answer: notice("<body>502</body>", status: 502), fault: "server-error"),
        Unfit(
            name: "less than was sent",
            answer: LoopbackAnswer(body: Array("<html>".utf8), manner: .truncated(missing: 90)),
            fault: "broken-response"),
    ]

    @Test(
        "that something stands in front of is a fault of that name and leaves the last good one as it was",
        arguments: notices)
    func keeps(_ unfit: Unfit) async throws {
        let server = try LoopbackServer()
        let source = Self.source(server)
        let world = try PollingWorld([source], server: server)
        server.setRoute("/newsroom", .always(Self.newsroom(1...6)))
        try await world.poll(source)
        let good = try #require(try world.state(source))
        server.setRoute("/newsroom", .always(unfit.answer))
        let failed = try await world.poll(source, after: 900)
        #expect(failed.outcome == unfit.fault)
        #expect(try world.faults(source) == [unfit.fault])
        let after = try #require(try world.state(source))
        #expect([after.etag, after.lastModified, after.bodyHash] == [good.etag, good.lastModified, good.bodyHash])
        #expect(after.failures == 1)

        // The same fault again opens nothing; the page itself ends it, and what it lists is not new.
        try await world.poll(source, after: 3600)
        let opened = try #require(try world.fault(source, unfit.fault)?.openedAt)
        #expect(opened == world.now.adding(seconds: -3600))
        server.setRoute("/newsroom", .always(Self.newsroom(1...6)))
        #expect(try await world.poll(source, after: 3600).outcome == "not-modified")
        #expect(try world.faults(source) == [])
        server.setRoute("/newsroom", .always(Self.newsroom(2...7)))
        let again = try await world.poll(source, after: 3600)
        #expect(again.report?.newItems == 1)
        #expect(again.report?.known == 5)
        #expect(try world.state(source)?.failures == 0)
    }

    @Test func `is not asked where robots.txt forbids it`() async throws {
        let server = try LoopbackServer(routes: [
            "/newsroom": .always(Self.newsroom(1...6)),
            "/robots.txt": .text("User-agent: *\nDisallow: /newsroom\n"),
        ])
        let source = Self.source(server)
        let world = try PollingWorld([source], server: server)
        #expect(try await world.poll(source).outcome == "robots")
        #expect(server.requests(for: "/newsroom").isEmpty)
        #expect(try world.faults(source) == ["robots"])
    }

    @Test func `whose marker is missing is not compared`() async throws {
        let server = try LoopbackServer(routes: ["/newsroom": .always(Self.newsroom(1...6))])
        var source = Self.source(server)
        source.shape = SourceShape(marker: "Newsroom of Tallgrass", minimumRows: 3)
        let world = try PollingWorld([source], server: server)
        #expect(try await world.poll(source).outcome == "unfit")
        source.shape = SourceShape(marker: "Newsroom of Harrow", minimumRows: 7)
        #expect(try await world.poll(source, after: 900).outcome == "unfit")
        source.shape = SourceShape(marker: "Newsroom of Harrow", minimumRows: 6)
        #expect(try await world.poll(source, after: 3600).report?.newItems == 6)
        #expect(try world.faults(source) == [])
    }

    @Test func `that two servers tell differently alerts once, not with each turn`() async throws {
        let server = try LoopbackServer()
        var source = Self.source(server)
        source.firstPoll = .backfill(days: 3)
        source.selectors?.date = nil
        let world = try PollingWorld([source], server: server)
        func page(_ name: String) -> LoopbackRoute {
            .always(
                .text(
                    "<!doctype html><html><body><ul class=\"releases\">"
                        + "<li class=\"release\"><a href=\"/n/1\">Northgate Mills names \(name) chief financial officer</a></li>"
                        + "<li class=\"release\"><a href=\"/n/2\">Harrow Mills repaints its gate</a></li></ul></body></html>",
                    type: "text/html"))
        }
        server.setRoute("/newsroom", .always(Self.newsroom(1...3)))
        try await world.poll(source)
        server.setRoute("/newsroom", page("Jane Roe"))
        try await world.poll(source, after: 900)
        #expect(try world.alerts().count == 1)
        server.setRoute("/newsroom", page("Ann Orchard"))
        try await world.poll(source, after: 900)
        let told = try world.alerts().count
        let revisions = try world.items(source).map(\.revisions)
        for turn in 0..<6 {
            server.setRoute("/newsroom", page(turn % 2 == 0 ? "Jane Roe" : "Ann Orchard"))
            let polled = try await world.poll(source, after: 900)
            #expect(polled.report?.newItems == 0)
            #expect(polled.report?.known == 2)
        }
        #expect(try world.alerts().count == told)
        #expect(told <= 2)
        #expect(try world.items(source).map(\.revisions) == revisions)
    }
}
