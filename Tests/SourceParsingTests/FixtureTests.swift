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
    ]

    @Test("A fixture gives its items, and every entry is accounted for", arguments: names)
    func items(_ name: String) throws {
        let document = try SourceParser().parse(ParseInput(bytes: Fixture.bytes(name), sourceName: name)).get()
        #expect(try document.items == Fixture.expected(name))
        #expect(document.counts.isConserved)
        #expect(document.counts.items == document.items.count)
    }

    @Test("Where a feed is cut on its way to libxml2 does not matter", arguments: names.filter { $0.hasSuffix("xml") })
    func cut(_ name: String) throws {
        let input = ParseInput(bytes: try Fixture.bytes(name), sourceName: name)
        let whole = try SourceParser().parse(input).get().items
        for cut in 1..<input.bytes.count {
            #expect(try SourceParser().parse(input, cut: cut).get().items == whole, "cut at \(cut)")
        }
    }

    @Test(
        "A feed that ends anywhere gives the items before the end, or a fault",
        arguments: names.filter { !$0.hasSuffix("html") })
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
                "not-well-formed 2 line 7",
            ])
    }
}
