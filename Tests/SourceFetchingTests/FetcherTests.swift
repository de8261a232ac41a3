import CurlTransfer
import LoopbackServer
import Testing
import TriggerModel

@testable import SourceFetching

@Suite(.timeLimit(.minutes(1))) struct FetcherTests {
    @Test func `a first fetch gives the document with everything to remember`() async throws {
        let server = try LoopbackServer(routes: [
            "/old": .always(.redirect(to: "/feed", status: 301)),
            "/feed": .always(
                LoopbackAnswer(
                    fields: [
                        .init("Content-Type", "text/xml; charset=klingon-8"), .init("ETag", "W/\"one\""),
                        .init("Last-Modified", "Fri, 20 Nov 2026 07:00:00 GMT"), .init("Cache-Control", "max-age=900"),
                        .init("Retry-After", "120"),
                    ], body: Array("<rss/>".utf8))),
        ])
        let document = try #require(await Bench().fetch(server.url("/old")).document)
        #expect(document.url == server.url("/feed"))
        #expect(document.requestURL == server.url("/old"))
        #expect(document.status == 200)
        #expect(document.contentType == "text/xml; charset=klingon-8")
        #expect(document.body == Array("<rss/>".utf8))
        #expect(document.bodyHash == ContentHash.hex("<rss/>"))
        #expect(document.validators == Validators(etag: "W/\"one\"", lastModified: "Fri, 20 Nov 2026 07:00:00 GMT"))
        #expect(document.cacheMaxAge == 900)
        #expect(document.retryAfter == 120)
        #expect(document.redirects.map(\.isPermanent) == [true])
        #expect(document.fetchedAt == now)
        #expect(server.requests.first?.header("If-None-Match") == nil)
        #expect(server.requests.first?.header("User-Agent") == "whynow/test (+ops@example.com)")
        #expect(server.requests.first?.header("Accept")?.contains("application/rss+xml") == true)
    }

    @Test func `validators go back byte for byte and 304 means no change`() async throws {
        let server = try LoopbackServer(routes: ["/feed": .text("<rss/>")])
        let bench = try Bench()
        let first = try #require(await bench.fetch(server.url("/feed")).document)
        let kept = Validators(etag: first.validators.etag, lastModified: "yesterday, more or less")
        let outcome = await bench.fetch(server.url("/feed"), kept, hash: first.bodyHash)
        #expect(outcome.name == "not-modified")
        #expect(outcome.unchanged?.validators == kept)
        let asked = try #require(server.requests.last)
        #expect(asked.header("If-None-Match") == first.validators.etag)
        #expect(asked.header("If-Modified-Since") == "yesterday, more or less")
    }

    @Test func `an equal body is no change, and its new validators are handed on`() async throws {
        let same = LoopbackAnswer(
            fields: [.init("ETag", "\"two\"")], body: Array("<rss/>".utf8), honoursValidators: false)
        let server = try LoopbackServer(routes: ["/feed": .always(same)])
        let outcome = try await Bench().fetch(
            server.url("/feed"), Validators(etag: "\"one\"", lastModified: "old"), hash: ContentHash.hex("<rss/>"))
        #expect(outcome.name == "same-body")
        #expect(outcome.unchanged?.validators == Validators(etag: "\"two\""))
        let changed = try await Bench().fetch(server.url("/feed"), hash: ContentHash.hex("<rss></rss>"))
        #expect(changed.name == "document")
    }

    @Test(arguments: ["90", "Sat, 21 Nov 2026 07:01:30 GMT", "Saturday, 21-Nov-26 07:01:30 GMT"])
    func `429 rests the whole host for as long as it says, and no other`(retryAfter: String) async throws {
        let server = try LoopbackServer(routes: [
            "/a": .inTurn([.tryLater(retryAfter), .text("<rss/>")]), "/b": .text("<rss/>"),
        ])
        let other = try LoopbackServer(routes: ["/": .text("<rss/>")])
        let bench = try Bench()
        let limited = try #require(await bench.fetch(server.url("/a")).fault)
        #expect(limited.kind == .rateLimited)
        #expect(limited.status == 429)
        #expect(limited.retryAfter == 90)
        bench.clock.move(to: 30)
        let paused = try #require(await bench.fetch(server.url("/b")).fault)
        #expect(paused.kind == .hostPaused)
        #expect(paused.retryAfter == 60)
        #expect(paused.isOurs)
        #expect(server.requests.map(\.path) == ["/a"])
        #expect(await bench.fetch(other.url("/")).name == "document")
        bench.clock.move(to: 90)
        #expect(await bench.fetch(server.url("/b")).name == "document")
        #expect(await bench.fetch(server.url("/a")).name == "document")
    }

    @Test func `a redirect into a resting host asks nothing there`() async throws {
        let resting = try LoopbackServer(routes: ["/limit": .always(.tryLater("600")), "/feed": .text("<rss/>")])
        let server = try LoopbackServer(routes: ["/moved": .always(.redirect(to: resting.url("/feed")))])
        let bench = try Bench()
        _ = await bench.fetch(resting.url("/limit"))
        #expect(await bench.fetch(server.url("/moved")).fault?.kind == .hostPaused)
        #expect(resting.requests.map(\.path) == ["/limit"])
        bench.clock.move(to: 600)
        let document = try #require(await bench.fetch(server.url("/moved")).document)
        #expect(document.url == resting.url("/feed"))
        #expect(document.redirects.count == 1)
    }

    @Test func `a redirect loop over two hosts ends after five`() async throws {
        let one = try LoopbackServer()
        let two = try LoopbackServer(routes: ["/": .always(.redirect(to: one.url("/")))])
        one.setRoute("/", .always(.redirect(to: two.url("/"))))
        let outcome = try await Bench().fetch(one.url("/"))
        #expect(outcome.fault?.kind == .redirectLoop)
        #expect(one.requests.count + two.requests.count == 6)
    }

    @Test func `SEC is asked only with a contact`() async throws {
        for (contact, kind) in [
            (nil, "contact-required"), ("nobody", "contact-required"), ("ops@example.com", "shut-down"),
        ] {
            let bench = try Bench(contact: contact)
            // Nothing can be sent any more: whoever gets past the check finds the loop shut.
            bench.loop.shutDown()
            for url in ["https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent", "https://data.sec.gov./x"] {
                #expect(await bench.fetch(url).name == kind)
                bench.clock.move(to: bench.clock.now + 1)
            }
        }
    }

    @Test func `a redirect to SEC needs a contact too`() async throws {
        let server = try LoopbackServer(routes: ["/": .always(.redirect(to: "https://www.sec.gov/news"))])
        #expect(try await Bench(contact: nil).fetch(server.url("/")).fault?.kind == .contactRequired)
    }

    private static let faults: [String: LoopbackAnswer] = [
        "too-large": .text("and so on ", manner: .endless),
        "broken-response": .text("half", manner: .truncated(missing: 5)),
        "empty": .text(" "), "not-found": .text("no", status: 404), "gone": .text("no", status: 410),
        "server-error": .text("oops", status: 500), "blocked": .text("no", status: 403),
        "login": .text("no", status: 401),
        "redirect-loop": .redirect(to: "/"), "protocol-refused": .redirect(to: "ftp://example.com/"),
        "address-refused": .redirect(to: "http://127.0.0.9/"),
    ]

    @Test(arguments: faults.keys.sorted())
    func `every failure has its stable name`(name: String) async throws {
        let server = try LoopbackServer(routes: ["/": .always(try #require(Self.faults[name]))])
        let outcome = try await Bench().fetch(server.url("/"))
        #expect(outcome.name == name)
        #expect(outcome.fault?.detail.isEmpty == false)
    }

    @Test func `a bomb and a header flood are cut off`() async throws {
        let server = try LoopbackServer(routes: [
            "/bomb": .always(.gzipBomb(of: 20_000_000)),
            "/flood": .always(.text("x", manner: .headerFlood(bytes: 90_000))),
        ])
        for path in ["/bomb", "/flood"] { #expect(try await Bench().fetch(server.url(path)).fault?.kind == .tooLarge) }
    }

    @Test func `cancelling gives its outcome whether waiting or in flight`() async throws {
        let server = try LoopbackServer(routes: ["/": .always(.text("", manner: .silence))])
        let bench = try Bench()
        let tasks = (0..<5).map { _ in Task { await bench.fetch(server.url("/")).name } }
        _ = await server.waitForRequests(count: 2)
        for task in tasks { task.cancel() }
        for task in tasks { #expect(await task.value == "cancelled") }
        #expect(server.requests.count <= 2)
    }

    @Test func `no more than two are in flight at one host`() async throws {
        let server = try LoopbackServer(routes: ["/": .always(.text("", manner: .silence)), "/quick": .text("<rss/>")])
        let bench = try Bench()
        let slow = (0..<2).map { _ in Task { await bench.fetch(server.url("/")).name } }
        _ = await server.waitForRequests(count: 2)
        let quick = Task { await bench.fetch(server.url("/quick")).name }
        let other = try LoopbackServer(routes: ["/": .text("<rss/>")])
        #expect(await bench.fetch(other.url("/")).name == "document")
        #expect(server.requests.count == 2)
        slow[0].cancel()
        #expect(await quick.value == "document")
        slow[1].cancel()
    }
}
