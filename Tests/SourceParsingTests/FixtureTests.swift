import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

struct FixtureTests {
    static let names = [
        "rss-0.91-plain.xml", "rss-1.0-rdf.xml", "rss-2.0-press-releases.xml", "rss-broken-markup.xml",
        "rss-entities-declared.xml", "rss-escaped-twice.xml", "rss-podcast.xml", "atom-0.3-modes.xml",
        "atom-1.0-text-kinds.xml", "feed-windows-1251.xml", "json-feed-1.1.json", "edgar-getcurrent.atom",
        "edgar-getcompany.atom", "edgar-index-page.html", "edgar-submission.txt", "article-json-ld.html",
        "rss-0.90-netscape.xml", "rss-0.92-userland.xml", "rss-2.0-namespaces.xml", "atom-1.0-bases-and-links.xml",
        "feed-utf-16le.xml",
    ]

    /// One kind of damage each: what is read all the same, who decided about the encoding, and what is counted.
    static let broken: [(name: String, encoding: String, damages: [String])] = [
        (
            "broken-entities-undeclared.xml", "utf-8 by declaration",
            ["undeclared-entity 15 line 3", "stray-ampersand 2 line 4"]
        ),
        (
            "broken-stray-characters.xml", "utf-8 by valid-utf-8",
            ["stray-ampersand 9 line 3", "stray-less-than 7 line 3"]
        ),
        (
            "broken-tags-crossed.xml", "utf-8 by valid-utf-8",
            ["unclosed-element 8 line 5", "stray-end-tag 4 line 5", "malformed-tag 1 line 5"]
        ),
        (
            "broken-before-prolog.xml", "utf-8 by declaration",
            ["junk-before-root 1 line 4", "junk-after-root 1 line 11"]
        ),
        ("broken-truncated.xml", "utf-8 by valid-utf-8", ["truncated 1 line 6"]),
        ("broken-declared-latin.xml", "utf-8 by valid-utf-8", ["wrong-encoding 1 line 1"]),
        ("broken-declared-utf-8.xml", "utf-8 by declaration", ["bad-bytes 7 line 3"]),
        ("broken-undeclared-koi8.xml", "koi8-r by detected", []),
        ("broken-declared-unknown.xml", "utf-8 by valid-utf-8", ["unknown-encoding 1 line 1"]),
        (
            "broken-control-characters.xml", "utf-8 by valid-utf-8",
            ["control-characters 6 line 3", "bad-character-reference 4 line 4"]
        ),
        ("broken-double-encoded.xml", "utf-8 by declaration", ["double-encoded 4 line 0"]),
    ]

    static var all: [String] { names + broken.map(\.name) }

    @Test("A fixture gives its items, and every entry is accounted for", arguments: all)
    func items(_ name: String) throws {
        let document = try SourceParser().parse(ParseInput(bytes: Fixture.bytes(name), sourceName: name)).get()
        try Fixture.writeMissing(name, document.items)
        #expect(try document.items == Fixture.expected(name))
        #expect(document.counts.isConserved)
        #expect(document.counts.items == document.items.count)
    }

    @Test("A broken feed says what was wrong with it", arguments: broken)
    func damages(_ name: String, _ encoding: String, _ damages: [String]) throws {
        let document = try SourceParser().parse(ParseInput(bytes: Fixture.bytes(name), sourceName: name)).get()
        #expect("\(document.encoding.name) by \(document.encoding.step.rawValue)" == encoding)
        #expect(document.damages.map { "\($0.kind.rawValue) \($0.count) line \($0.line ?? 0)" } == damages)
    }

    @Test func `a page where a feed should be names its feeds`() throws {
        let input = ParseInput(
            bytes: try Fixture.bytes("broken-html-page.html"), url: "https://n.example/", sourceName: "n", kind: .feed)
        guard case .failure(let fault) = SourceParser().parse(input) else {
            Issue.record("no fault")
            return
        }
        #expect(fault.reason == .otherKind)
        #expect(
            fault.message
                == "an HTML page, not a feed; it names these feeds: https://n.example/news/feed.xml, https://n.example/events.rss"
        )
    }

    @Test(
        "Where a feed is cut on its way to libxml2 does not matter",
        arguments: all.filter { $0.hasSuffix("xml") || $0.hasSuffix("atom") })
    func cut(_ name: String) throws {
        let input = ParseInput(bytes: try Fixture.bytes(name), sourceName: name)
        let whole = try SourceParser().parse(input).get().items
        for cut in 1..<input.bytes.count {
            #expect(try SourceParser().parse(input, cut: cut).get().items == whole, "cut at \(cut)")
        }
    }

    @Test(
        "A feed that ends anywhere gives the items before the end, or a fault",
        arguments: all.filter { !$0.hasSuffix("html") })
    func truncated(_ name: String) throws {
        let bytes = try Fixture.bytes(name)
        let titles = Set(try Fixture.expected(name).map(\.title))
        var most = 0
        for end in 0..<bytes.count {
            let input = ParseInput(
                bytes: Array(bytes[..<end]), sourceName: name, kind: name.hasSuffix("txt") ? .filing : .feed)
            guard case .success(let document) = SourceParser().parse(input) else { continue }
            #expect(document.counts.isConserved)
            most = max(most, document.items.count { titles.contains($0.title) })
        }
        #expect(most >= titles.count - 1)
    }

    @Test func `a feed describes itself`() throws {
        func feed(_ name: String) throws -> FeedDescription {
            try SourceParser().parse(ParseInput(bytes: Fixture.bytes(name), sourceName: name)).get().feed
        }
        #expect(
            try feed("rss-2.0-press-releases.xml")
                == FeedDescription(
                    title: "Northwind Turbines Newsroom", url: "https://news.northwind-turbines.example/",
                    selfURL: "https://news.northwind-turbines.example/feed.xml",
                    description: "Releases of Northwind Turbines", language: "en-US",
                    updated: Timestamp(rfc3339: "2026-03-03T09:00:00Z"), format: "RSS 2.0"))
        #expect(
            try feed("atom-1.0-text-kinds.xml")
                == FeedDescription(
                    title: "Harbour Foods & Co", url: "https://blog.example.org/a/",
                    selfURL: "https://blog.example.org/a/feed.atom", description: "Notes", language: "en",
                    updated: Timestamp(rfc3339: "2026-02-10T12:00:00Z"), format: "Atom 1.0"))
        #expect(
            try feed("rss-1.0-rdf.xml")
                == FeedDescription(
                    title: "Registry news", url: "https://registry.example/", description: "New entries",
                    language: "fr", format: "RSS 1.0"))
        #expect(
            try feed("json-feed-1.1.json")
                == FeedDescription(
                    title: "Written for these tests", url: "https://json.example/",
                    selfURL: "https://json.example/feed.json", language: "en", format: "JSON Feed 1.1"))
    }

    @Test func `the counts say where every entry went`() throws {
        func counts(_ name: String) throws -> EntryCounts {
            try SourceParser().parse(ParseInput(bytes: Fixture.bytes(name), sourceName: name)).get().counts
        }
        #expect(try counts("rss-2.0-press-releases.xml") == EntryCounts(seen: 4, items: 3, skipped: 1))
        #expect(try counts("edgar-getcurrent.atom") == EntryCounts(seen: 4, items: 2, merged: 1, skipped: 1))
        #expect(try counts("json-feed-1.1.json") == EntryCounts(seen: 4, items: 2, skipped: 2))
    }

    @Test func `the damages of a broken feed are counted`() throws {
        let name = "rss-broken-markup.xml"
        let document = try SourceParser().parse(ParseInput(bytes: Fixture.bytes(name), sourceName: name)).get()
        let counted = document.damages.map { "\($0.kind.rawValue) \($0.count) line \($0.line ?? 0)" }
        #expect(
            counted == [
                "junk-before-root 1 line 2", "stray-ampersand 5 line 4", "undeclared-entity 2 line 5",
                "stray-less-than 1 line 5", "unclosed-element 3 line 5", "stray-end-tag 1 line 5",
                "bad-character-reference 1 line 5", "malformed-tag 1 line 7", "truncated 1 line 10",
                "undeclared-prefix 2 line 7",
            ])
    }
}
