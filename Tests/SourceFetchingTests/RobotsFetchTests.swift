import CurlTransfer
import LoopbackServer
import Testing
import TriggerModel

@testable import SourceFetching

@Suite(.timeLimit(.minutes(1))) struct RobotsFetchTests {
    private func server(_ robots: LoopbackRoute?, port: Int = 0) throws -> LoopbackServer {
        let server = try LoopbackServer(routes: [
            "/news": .text("<html>news</html>"), "/shut": .text("<html>no</html>"),
        ])
        server.setRoute("/robots.txt", robots)
        return server
    }

    @Test func `a page is asked for only where robots.txt lets us, and a feed always`() async throws {
        let server = try server(.text("User-agent: *\nDisallow: /shut"))
        let bench = try Bench()
        #expect(await bench.page(server.url("/news")).name == "document")
        let fault = try #require(await bench.page(server.url("/shut")).fault)
        #expect(fault.kind == .robots)
        #expect(fault.detail.contains("line 2: \"Disallow: /shut\""))
        #expect(await bench.fetch(server.url("/shut")).name == "document")
        #expect(server.requests.map(\.path) == ["/robots.txt", "/news", "/shut"])
        #expect(server.requests[0].header("User-Agent") == "whynow/test (+ops@example.com)")
    }

    @Test(arguments: [400, 401, 403, 404, 410]) func `without a file everything is allowed`(status: Int) async throws {
        let server = try server(.always(.text("User-agent: *\nDisallow: /", status: status)))
        #expect(try await Bench().page(server.url("/news")).name == "document")
    }

    @Test(arguments: [500, 503, 429]) func `a server that fails allows nothing, for as long as it does`(status: Int)
        async throws
    {
        let server = try server(.inTurn([.text("", status: status), .text("User-agent: *\nDisallow: /shut")]))
        let bench = try Bench()
        let fault = try #require(await bench.page(server.url("/news")).fault)
        #expect(fault.kind == .robots)
        #expect(fault.detail.contains("\(status)"))
        #expect(fault.retryAfter == 600)
        bench.today.move(seconds: 599)
        bench.clock.move(to: 599)
        #expect(await bench.page(server.url("/news")).name == "robots")
        #expect(server.requests.map(\.path) == ["/robots.txt"])
        bench.today.move(seconds: 1)
        #expect(await bench.page(server.url("/news")).name == "document")
        #expect(server.requests.map(\.path) == ["/robots.txt", "/robots.txt", "/news"])
    }

    @Test func `after thirty days of failing the file counts as absent`() async throws {
        let server = try server(.always(.text("", status: 500)))
        let bench = try Bench()
        #expect(await bench.page(server.url("/news")).name == "robots")
        bench.today.move(seconds: 30 * 86_400 - 1)
        #expect(await bench.page(server.url("/news")).name == "robots")
        bench.today.move(seconds: 600)
        #expect(await bench.page(server.url("/news")).name == "document")
    }

    @Test func `rules that were read hold while the file cannot be had`() async throws {
        let server = try server(.inTurn([.text("User-agent: *\nDisallow: /shut"), .text("", status: 502)]))
        let bench = try Bench()
        _ = await bench.page(server.url("/news"))
        bench.today.move(seconds: 86_400)
        #expect(await bench.page(server.url("/news")).name == "document")
        #expect(await bench.page(server.url("/shut")).name == "robots")
        #expect(server.requests(for: "/robots.txt").count == 2)
    }

    @Test(arguments: [(nil, 86_399, 1), (nil, 86_400, 2), ("max-age=60", 3_599, 1), ("max-age=7200", 7_200, 2)])
    func `a file is kept for a day at most`(cacheControl: String?, later: Int, asked: Int) async throws {
        let fields = cacheControl.map { [LoopbackAnswer.Field("Cache-Control", $0)] } ?? []
        let server = try server(.always(.text("", fields: fields)))
        let bench = try Bench()
        _ = await bench.page(server.url("/news"))
        bench.today.move(seconds: later)
        _ = await bench.page(server.url("/news"))
        #expect(server.requests(for: "/robots.txt").count == asked)
    }

    @Test func `many pages at once ask for the file once`() async throws {
        let server = try server(.text("User-agent: *\nDisallow: /shut"))
        let bench = try Bench()
        let names = await withTaskGroup(of: String.self) { group in
            for number in 0..<40 {
                group.addTask { await bench.page(server.url("/\(number % 2 == 0 ? "news" : "shut")?\(number)")).name }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(names == ["document": 20, "robots": 20])
        #expect(server.requests(for: "/robots.txt").count == 1)
    }

    @Test func `who fetches the file may be cancelled, and the next one goes on`() async throws {
        let server = try server(.inTurn([.text("", manner: .silence), .text("User-agent: *\nDisallow: /shut")]))
        let bench = try Bench()
        let first = Task { await bench.page(server.url("/news")).name }
        _ = await server.waitForRequests(count: 1)
        let others = (0..<4).map { _ in Task { await bench.page(server.url("/news")).name } }
        let cancelled = Task { await bench.page(server.url("/news")).name }
        cancelled.cancel()
        #expect(await cancelled.value == "cancelled")
        first.cancel()
        #expect(await first.value == "cancelled")
        for other in others { #expect(await other.value == "document") }
        #expect(server.requests(for: "/robots.txt").count == 2)
    }

    @Test func `redirects of the file are followed to other hosts, and too many count as no file`() async throws {
        let elsewhere = try server(.text("User-agent: *\nDisallow: /shut"))
        let moved = try server(.always(.redirect(to: elsewhere.url("/robots.txt"), status: 301)))
        let bench = try Bench()
        #expect(await bench.page(moved.url("/shut")).name == "robots")
        #expect(await bench.page(moved.url("/news")).name == "document")
        let loop = try server(.always(.redirect(to: "/robots.txt")))
        #expect(await bench.page(loop.url("/shut")).name == "document")
        #expect(loop.requests(for: "/robots.txt").count == 6)
    }

    @Test func `a redirect of the page is asked about where it leads`() async throws {
        let elsewhere = try server(.text("User-agent: whynow\nDisallow: /"))
        let server = try server(.text("User-agent: *\nDisallow: /shut"))
        server.setRoute("/inner", .always(.redirect(to: "/shut")))
        server.setRoute("/outer", .always(.redirect(to: elsewhere.url("/news"))))
        server.setRoute("/fine", .always(.redirect(to: "/news")))
        let bench = try Bench()
        #expect(await bench.page(server.url("/inner")).name == "robots")
        #expect(await bench.page(server.url("/outer")).name == "robots")
        let document = try #require(await bench.page(server.url("/fine")).document)
        #expect(document.redirects.count == 1)
        #expect(server.requests(for: "/shut") == [])
        #expect(elsewhere.requests.map(\.path) == ["/robots.txt"])
    }

    @Test func `a delay is kept between pages, up to half a minute`() async throws {
        for (asked, kept) in [(10.0, 10.0), (3600, 30)] {
            let server = try server(.text("User-agent: *\nCrawl-delay: \(asked)"))
            let bench = try Bench()
            #expect(await bench.page(server.url("/news?1")).name == "document")
            let second = Task { await bench.page(server.url("/news?2")).name }
            await bench.clock.waitForAlarm()
            bench.clock.move(to: kept - 0.1)
            #expect(bench.clock.hasAlarm)
            #expect(server.requests(for: "/news").count == 1)
            bench.clock.move(to: kept)
            #expect(await second.value == "document")
        }
    }

    @Test func `an endless file is read as far as it counts`() async throws {
        let server = try server(.always(.text("User-agent: *\nDisallow: /shut\n", manner: .endless)))
        let bench = try Bench()
        #expect(await bench.page(server.url("/shut")).name == "robots")
        #expect(await bench.page(server.url("/news")).name == "document")
    }

    @Test func `a failing network keeps its own name`() async throws {
        let server = try server(nil)
        let url = server.url("/news")
        server.stop()
        #expect(try await Bench().page(url).name == "connect")
        #expect(try await Bench().page("http://nowhere.invalid/").name == "dns")
    }

    @Test func `pages that wait for a file which cannot be had fail together`() async throws {
        let server = try server(.always(.text("", manner: .hangUp)))
        let bench = try Bench()
        let names = await withTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { await bench.page(server.url("/news")).name } }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(names == ["broken-response"])
        #expect(server.requests(for: "/news") == [])
        #expect(server.requests.count < 20)
    }

    @Test func `a host that wants a pause because of its robots.txt gets it`() async throws {
        let server = try server(.always(.tryLater("90", status: 503)))
        let bench = try Bench()
        #expect(await bench.page(server.url("/news")).name == "robots")
        #expect(await bench.fetch(server.url("/news")).fault?.kind == .hostPaused)
    }

    @Test func `memory is bounded by origins and by their rules`() async {
        let shelf = RobotsShelf(mostOrigins: 100, mostBytes: 50_000)
        let small = RobotsFile.read(.everything, at: now, cacheSeconds: nil)
        for number in 0..<1000 {
            guard case .fetch(nil) = await shelf.take("http://h\(number)", now: now) else {
                Issue.record("known already")
                return
            }
            shelf.put(small, for: "http://h\(number)")
        }
        #expect(shelf.origins <= 100)
        guard case .known = await shelf.take("http://h999", now: now) else {
            Issue.record("the newest one was dropped")
            return
        }
        let large = "User-agent: *\n" + (0..<100).map { "Disallow: /\($0)" }.joined(separator: "\n")
        for number in 0..<50 {
            _ = await shelf.take("http://large\(number)", now: now)
            shelf.put(.read(RobotsRules(Array(large.utf8)), at: now, cacheSeconds: nil), for: "http://large\(number)")
        }
        #expect(shelf.origins < 10)
    }
}
