import ConfigLoading
import Foundation
import SourceFetching
import Testing
import TriggerModel

@testable import WatcherRuntime

@Suite("whynow sources test")
struct SourcesTestTests {
    static func run(_ world: SourcesWorld, _ what: String, selectors: ListSelectors? = nil) async throws -> ExitCode {
        try await SourcesTestCommand(directory: world.directory, clock: world.clock, output: world.output)
            .run(what, selectors, world.configuration, ask: world.ask)
    }

    static let feedURL = "https://floor.example/feed.xml"
    static let entry = """
        sources:
          floor:
            kind: feed
            url: https://floor.example/feed.xml
            enabled: false
          room:
            kind: page
            url: https://room.example/news
            rows: "table.gone tr"
          key:
            kind: json
            url: https://register.example/api
            credential: register-key
            title: "{/name}"

        """

    @Test("tells of an unknown address what came, what it is, what was read, and how to add it")
    func unknownFeed() async throws {
        let moved = try SourcesWorld.redirect("https://floor.example/old", Self.feedURL, status: 301)
        let world = try SourcesWorld(pages: [
            "https://floor.example/old": SourcesWorld.feed("https://floor.example/old", redirects: [moved])
        ])
        #expect(try await Self.run(world, "floor.example/old") == .ok)
        #expect(
            world.data == """
                Asked       https://floor.example/old (GET)
                Answered    200, application/rss+xml; charset=utf-8, 361 bytes
                            301 for good from https://floor.example/old to https://floor.example/feed.xml
                Unchanged?  only its bytes tell: no ETag, no Last-Modified
                Decided     a feed: RSS 2.0
                            robots.txt was not asked: a feed is made for programs
                Encoding    utf-8, from the charset of the HTTP header
                About       The Plant Floor, https://floor.example/
                Parsed      2 entries, 2 items
                            1 without a date: they count from when they are first seen
                Hints       asks to be polled every 1 hour
                            newest entry of 2026-11-23 09:00 UTC
                Items       1  2026-11-23 09:00  Acme opens a plant
                               https://floor.example/1
                            2  no date           Borea hires a chief
                               https://floor.example/2
                What now    whynow sources add https://floor.example/old

                """)
        #expect(!FileManager.default.fileExists(atPath: "\(world.directory)/state"))
        #expect(!FileManager.default.fileExists(atPath: "\(world.directory)/sources"))
    }

    @Test("tests a source as it is configured, by id or by its address")
    func source() async throws {
        for what in ["floor", "http://www.floor.example/feed.xml"] {
            let world = try SourcesWorld(
                ["sources/a.yaml": Self.entry], pages: [Self.feedURL: SourcesWorld.feed(Self.feedURL)])
            #expect(try await Self.run(world, what) == .ok)
            #expect(world.data.contains("Decided     kind: feed, because the source says so\n"))
            #expect(
                world.data.hasSuffix(
                    "What now    it reads well; write enabled: true at sources/a.yaml:2:3 to have it polled\n"))
        }
    }

    @Test("proposes selectors for a page whose layout has changed")
    func newLayout() async throws {
        let url = "https://room.example/news"
        let world = try SourcesWorld(
            ["sources/a.yaml": Self.entry], pages: [url: SourcesWorld.page(url, body: SourcesWorld.newsroom)])
        #expect(try await Self.run(world, "room") == .data)
        #expect(world.data.contains("robots.txt allows it"))
        #expect(world.data.contains("not fit: "))
        #expect(
            world.data.contains(
                "the page may have a new layout; these selectors find rows on it at sources/a.yaml:6:3:"))
        #expect(world.data.contains("rows: \""))
    }

    @Test("tries selectors on a page that is no source")
    func trial() async throws {
        let url = "https://room2.example/news"
        let world = try SourcesWorld(pages: [url: SourcesWorld.page(url, body: SourcesWorld.newsroom)])
        let selectors = ListSelectors(rows: "li.release", link: "a@href", title: "a", date: "time@datetime")
        #expect(try await Self.run(world, url, selectors: selectors) == .ok)
        #expect(world.data.contains("8 entries, 8 items"))
        #expect(world.data.contains("1  2026-11-11 00:00  Harrow Mills reports on matter number 1 of the year"))
        #expect(world.requests.map(\.honoursRobots) == [true])
    }

    @Test("names the key that is missing, and never shows one that is there")
    func credentials() async throws {
        let url = "https://register.example/api"
        let pages = [url: SourcesWorld.document(url, #"[{"name": "Acme"}]"#, type: "application/json")]
        let without = try SourcesWorld(["sources/a.yaml": Self.entry], pages: pages)
        #expect(try await Self.run(without, "key") == .configuration)
        #expect(without.data.contains("register-key"))
        #expect(without.requests.isEmpty)

        let with = try SourcesWorld(
            ["sources/a.yaml": Self.entry, "credentials/register-key": "s3cr3t-value\n"], pages: pages)
        #expect(try await Self.run(with, "key") == .ok)
        #expect(with.data.contains("(GET, with its credential)"))
        #expect(!(with.data + with.talk).contains("s3cr3t"))
    }

    @Test("ends as the fault asks and says what to do")
    func fault() async throws {
        let fault = FetchFault(
            kind: .rateLimited, detail: "too many requests (429)", status: 429, retryAfter: 120, url: Self.feedURL)
        let world = try SourcesWorld(["sources/a.yaml": Self.entry], pages: [Self.feedURL: .failed(fault)])
        #expect(try await Self.run(world, "floor") == .tryLater)
        #expect(
            world.data.contains(
                """
                Answered    429, rate-limited: too many requests (429)
                            it wants to be left alone for 2 minutes
                What now    as said above; the watcher itself goes on trying
                """))
    }

    @Test("names the feeds of a page, and the rows only where robots.txt lets us read them")
    func pages() async throws {
        let url = "https://room3.example/news"
        let link = #"<link rel="alternate" type="application/atom+xml" title="All news" href="/atom">"#
        let named = try SourcesWorld(pages: [url: SourcesWorld.page(url, head: link, body: SourcesWorld.newsroom)])
        #expect(try await Self.run(named, url) == .ok)
        #expect(named.data.contains("Feeds       https://room3.example/atom: All news\nWhat now    whynow sources add"))

        let plain = try SourcesWorld(pages: [url: SourcesWorld.page(url, body: SourcesWorld.newsroom)])
        #expect(try await Self.run(plain, url) == .ok)
        #expect(plain.data.contains("8 rows"))
        #expect(plain.requests.map(\.honoursRobots) == [false, true])
    }

    @Test("looks at files of our own without taking them")
    func activities() async throws {
        let file = "kind,date,account,person,what\ndownload,2026-11-20,acme,Jane Roe,Guide to presses\n"
        let world = try SourcesWorld([
            "sources/a.yaml": "sources:\n  ours: {kind: activity, url: in}\n", "in/day.csv": file,
        ])
        #expect(try await Self.run(world, "ours") == .ok)
        #expect(world.data.contains("Looked      \(world.directory)/in\n"))
        #expect(world.data.contains("File        day.csv: 1 activity\n"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(world.directory)/in") == ["day.csv"])
    }

    @Test("names the nearest id for a word that is neither id nor address")
    func neither() async throws {
        let world = try SourcesWorld(["sources/a.yaml": Self.entry])
        let failure = await #expect(throws: CommandFailure.self) { try await Self.run(world, "flor") }
        #expect(failure?.code == .noInput)
        #expect(failure?.description.contains("did you mean floor?") == true)
    }

    @Test("prints hostile titles on one line without control characters")
    func hostileTitles() {
        let item = Item(
            source: "s", id: "1", title: "a\u{1b}[31m\u{202E}b\nc\u{9b}d" + String(repeating: "x", count: 500))
        let line = SourceTestReport.lines(of: item)[0]
        #expect(line.hasPrefix("no date           a [31m b c d"))
        #expect(
            line.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && $0.value != 0x202E && !(0x7F...0x9F).contains($0.value)
            })
        #expect(line.count < 200)
    }
}
