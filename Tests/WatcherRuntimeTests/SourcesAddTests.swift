import ConfigLoading
import SourceFetching
import Synchronization
import Testing
import TriggerModel

@testable import WatcherRuntime

@Suite("whynow sources add")
struct SourcesAddTests {
    /// Runs the command; `answers` are typed one after the other.
    static func add(
        _ world: SourcesWorld, _ request: SourcesAddCommand.Request, answers: [String] = []
    ) async throws -> ExitCode {
        let typed = Answers(answers)
        return try await SourcesAddCommand(
            directory: world.directory, clock: world.clock, output: world.output, question: { _ in typed.next() }
        ).run(request, world.configuration, ask: world.ask)
    }

    static func failure(
        _ world: SourcesWorld, _ request: SourcesAddCommand.Request, answers: [String] = []
    ) async -> CommandFailure? {
        do {
            _ = try await add(world, request, answers: answers)
            return nil
        } catch { return CommandFailure(error) }
    }

    static let feedURL = "https://floor.example/feed.xml"

    @Test("writes a feed as an entry that is named for its title and loads")
    func feed() async throws {
        let world = try SourcesWorld(pages: [Self.feedURL: SourcesWorld.feed(Self.feedURL)])
        #expect(try await Self.add(world, .init(url: "floor.example/feed.xml", interval: "30 minutes")) == .ok)
        #expect(
            world.data == """
                  # Added on 2026-11-23: RSS 2.0 with 2 items.
                  the-plant-floor:
                    kind: feed
                    url: https://floor.example/feed.xml
                    name: The Plant Floor
                    interval: 30 minutes

                """)
        #expect(
            world.configuration.sources == [
                Source(
                    id: "the-plant-floor", kind: .feed, url: Self.feedURL, name: "The Plant Floor",
                    publisher: "floor.example", interval: 1800)
            ])
        #expect(world.talk.hasPrefix("Added to sources/added.yaml, line 7. A running watcher takes it up"))
    }

    @Test("writes where the feed lives for good, not where it was asked")
    func moved() async throws {
        let old = "http://old.example/rss"
        let forGood = try SourcesWorld.redirect(old, "https://floor.example/rss", status: 301)
        let forNow = try SourcesWorld.redirect(old, "https://floor.example/rss", status: 302)
        for (redirect, url) in [(forGood, "https://floor.example/rss"), (forNow, old)] {
            let world = try SourcesWorld(pages: [old: SourcesWorld.feed(old, redirects: [redirect])])
            #expect(try await Self.add(world, .init(url: old)) == .ok)
            #expect(world.configuration.sources.map(\.url) == [url])
        }
    }

    @Test("refuses an address that is watched already, however it is spelt")
    func duplicate() async throws {
        let file = "sources:\n  floor:\n    kind: feed\n    url: http://www.floor.example/feed.xml/?utm_source=x\n"
        let world = try SourcesWorld(
            ["sources/mine.yaml": file], pages: [Self.feedURL: SourcesWorld.feed(Self.feedURL)])
        let failure = await Self.failure(world, .init(url: Self.feedURL))
        #expect(failure?.code == .data)
        #expect(
            failure?.description
                == "source floor (sources/mine.yaml:2:3) asks https://floor.example/feed.xml already; "
                + "'whynow sources show floor' says how it does")
        #expect(world.requests.isEmpty)
    }

    static let home = "https://floor.example/"
    static let head = """
        <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments.xml">
        <link rel="alternate" type="application/rss+xml" title="News" href="/feed.xml">
        """

    @Test("takes the feed that a page names, news before comments")
    func pageWithFeeds() async throws {
        let comments = "https://floor.example/comments.xml"
        let pages = [
            Self.home: SourcesWorld.page(Self.home, head: Self.head, body: "<p>Hello</p>"),
            Self.feedURL: SourcesWorld.feed(Self.feedURL),
            comments: SourcesWorld.feed(comments, title: "Comments"),
        ]
        let quick = try SourcesWorld(pages: pages)
        #expect(try await Self.add(quick, .init(url: Self.home, yes: true)) == .ok)
        #expect(quick.configuration.sources.map(\.url) == [Self.feedURL])

        let asked = try SourcesWorld(pages: pages)
        #expect(try await Self.add(asked, .init(url: Self.home), answers: ["x", "2"]) == .ok)
        #expect(asked.configuration.sources.map(\.url) == [comments])
        #expect(asked.data.hasPrefix("1  The Plant Floor: RSS 2.0 with 2 items\n   https://floor.example/feed.xml\n"))
        #expect(asked.talk.contains("'x' is not one of the numbers above."))
    }

    @Test("adds nothing where nobody chooses")
    func nothingChosen() async throws {
        let world = try SourcesWorld(pages: [Self.home: SourcesWorld.page(Self.home, body: SourcesWorld.newsroom)])
        let failure = await Self.failure(world, .init(url: Self.home))
        #expect(failure?.code == .usage)
        #expect(failure?.description == "nothing was chosen and nothing was added; --yes takes the first")
        #expect(world.configuration.sources == [])
    }

    @Test("proposes the rows of a page without a feed, which robots.txt must allow")
    func rows() async throws {
        let world = try SourcesWorld(pages: [Self.home: SourcesWorld.page(Self.home, body: SourcesWorld.newsroom)])
        #expect(
            try await Self.add(world, .init(url: Self.home, id: "harrow", name: "Harrow Mills"), answers: ["1"]) == .ok)
        let source = try #require(world.configuration.sources.first)
        #expect(source.id == "harrow")
        #expect(source.kind == .page)
        #expect(source.selectors != nil)
        #expect(world.data.contains("Harrow Mills reports on matter number 1 of the year"))
        #expect(world.requests.map(\.honoursRobots) == [false, true])
    }

    struct Refusal: CustomTestStringConvertible, Sendable {
        var name: String
        var outcome: FetchOutcome
        var code: ExitCode
        var says: String
        var testDescription: String { name }
    }

    static let refusals = [
        Refusal(
            name: "a host without a name",
            outcome: .failed(FetchFault(kind: .dns, detail: "no such host; check the spelling", url: feedURL)),
            code: .tryLater, says: "dns: https://floor.example/feed.xml: no such host; check the spelling"),
        Refusal(
            name: "an address that is gone",
            outcome: .failed(FetchFault(kind: .gone, detail: "removed for good (410)", status: 410, url: feedURL)),
            code: .noInput, says: "gone: https://floor.example/feed.xml: removed for good (410)"),
        Refusal(
            name: "records of a register",
            outcome: SourcesWorld.document(feedURL, #"{"results": [{"a": 1}]}"#, type: "application/json"), code: .data,
            says: "https://floor.example/feed.xml holds records (json)."),
        Refusal(
            name: "a table",
            outcome: SourcesWorld.document(feedURL, "Company,Date\nAcme,2026-01-01\n", type: "text/csv"),
            code: .data, says: "https://floor.example/feed.xml holds records (csv)."),
        Refusal(
            name: "a page without anything to watch",
            outcome: SourcesWorld.page(feedURL, body: "<p>Only a paragraph of words stands on this page, no more.</p>"),
            code: .data, says: "https://floor.example/feed.xml names no feed, and no rows repeat on it"),
        Refusal(
            name: "a picture", outcome: SourcesWorld.document(feedURL, "\u{89}PNG\r\n\u{1a}", type: "image/png"),
            code: .data, says: "https://floor.example/feed.xml: "),
    ]

    @Test("says what to do about an address that cannot be watched", arguments: refusals)
    func refuses(refusal: Refusal) async throws {
        let world = try SourcesWorld(pages: [Self.feedURL: refusal.outcome])
        let failure = await Self.failure(world, .init(url: Self.feedURL, yes: true))
        #expect(failure?.code == refusal.code)
        #expect(failure?.description.hasPrefix(refusal.says) == true, "\(failure?.description ?? "no failure")")
        #expect(world.configuration.sources == [])
    }

    @Test(
        "reads an address as somebody types it",
        arguments: [
            ("news.example/feed", "https://news.example/feed"), (" https://a.example/x ", "https://a.example/x"),
            ("feed://a.example/x", "https://a.example/x"), ("feed:http://a.example/x", "http://a.example/x"),
            ("http://localhost:8080/x", "http://localhost:8080/x"), ("ftp://a.example/x", nil), ("prwire", nil),
            ("https://user:secret@a.example/x", nil), ("", nil), ("/etc/passwd", nil),
        ] as [(String, String?)])
    func typed(text: String, url: String?) {
        #expect(TypedAddress.url(text) == url)
    }

    @Test("refuses an interval that is none before anything is asked")
    func interval() async throws {
        let world = try SourcesWorld()
        let failure = await Self.failure(world, .init(url: Self.feedURL, interval: "often"))
        #expect(failure?.code == .usage)
        #expect(world.requests.isEmpty)
    }
}

/// Lines that somebody types, one after the other, then the end of the input.
private final class Answers: Sendable {
    private let rest: Mutex<[String]>

    init(_ lines: [String]) { rest = Mutex(lines) }

    func next() -> String? { rest.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
}
