import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

struct SourceParserTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var document: String
        var kind: DocumentKind?
        var reason: ParseFault.Reason
        var message: String
        var testDescription: String { name }
    }

    static let faults: [Case] = [
        Case(name: "nothing", document: "", reason: .empty, message: "the document is empty"),
        Case(name: "white space", document: " \n", reason: .empty, message: "the document is empty"),
        Case(name: "words", document: "hello", reason: .notRecognised, message: "neither XML, JSON nor HTML"),
        Case(
            name: "OPML", document: "<opml version='2.0'><body><outline/></body></opml>", reason: .otherKind,
            message: "OPML, a list of feeds, not a feed"),
        Case(
            name: "other XML", document: "<?xml version='1.0'?><catalog><cd/></catalog>", reason: .notRecognised,
            message: "XML with root <catalog>, not a feed"),
        Case(
            name: "a page where a feed should be", document: "<!doctype html><html><p>x</p></html>", kind: .feed,
            reason: .otherKind, message: "an HTML page, not a feed"),
        Case(
            name: "a feed cut off before its first item", document: "<rss version='2.0'><channel>\n<title>x",
            reason: .damaged, message: "line 2: nothing could be recovered: truncated the document ends inside <title>"),
        Case(
            name: "broken JSON", document: "{\"a\": [1,\n\"x", reason: .notRecognised,
            message: "line 2: JSON that cannot be read: a string is not closed"),
        Case(
            name: "other JSON", document: "{\"a\": 1}", reason: .notRecognised, message: "JSON, but not a JSON Feed"),
        Case(
            name: "JSON Feed cut off before its first item",
            document: "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [", reason: .damaged,
            message: "line 1: nothing could be recovered: an array is not closed"),
        Case(
            name: "a list without selectors", document: "<p>x", kind: .list, reason: .badSelector,
            message: "a list page needs a selector for its rows"),
        Case(
            name: "no filing", document: "<html><p>x", kind: .filing, reason: .notRecognised,
            message: "neither EDGAR's envelope nor a form's cover"),
    ]

    @Test("What gives nothing says why in one line", arguments: faults)
    func fault(_ test: Case) {
        let input = ParseInput(bytes: Array(test.document.utf8), sourceName: "test", kind: test.kind)
        guard case .failure(let fault) = SourceParser().parse(input) else {
            Issue.record("no fault")
            return
        }
        #expect(fault.reason == test.reason)
        #expect(fault.description == test.message)
    }

    @Test func `a compressed body is named`() {
        let result = SourceParser().parse(ParseInput(bytes: [0x1F, 0x8B, 8, 0, 0], sourceName: "test"))
        guard case .failure(let fault) = result else {
            Issue.record("no fault")
            return
        }
        #expect(fault.message == "compressed with gzip; it has to be unpacked first")
    }

    @Test(
        "A recognised document without items is a success",
        arguments: [
            "<rss version='2.0'><channel><title>x</title></channel></rss>",
            "<feed xmlns='http://www.w3.org/2005/Atom'/>",
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>",
            "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"x\", \"items\": []}",
        ])
    func empty(_ document: String) throws {
        #expect(try SourceParser().document(document).items.isEmpty)
    }

    @Test(
        "Any prefix and the usual namespaces' spellings mean the same",
        arguments: [
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>T</a:title><a:id>1</a:id></a:entry></a:feed>",
            "<feed xmlns='HTTPS://www.w3.org/2005/atom/'><entry><title>T</title><id>1</id></entry></feed>",
            "<feed><entry><title>T</title><id>1</id></entry></feed>",
            "<rss xmlns='http://backend.userland.com/rss2'><channel><item><title>T</title><guid>1</guid></item></channel></rss>",
            "<rss:rss><rss:channel><rss:item><rss:title>T</rss:title><rss:guid>1</rss:guid></rss:item></rss:channel></rss:rss>",
            "<RSS><CHANNEL><ITEM><TITLE>T</TITLE><GUID>1</GUID></ITEM></CHANNEL></RSS>",
            "<br />\n<b>Warning</b>: x<br />\n<?xml version='1.0'?><rss><channel><item><title>T</title><guid>1</guid></item></channel></rss>",
        ])
    func prefixes(_ document: String) throws {
        #expect(try SourceParser().document(document).items.map { [$0.title, $0.id] } == [["T", "1"]])
    }

    @Test func `entries that repeat are one item, entries that only share an identity are not`() throws {
        func item(_ guid: String, _ title: String, _ day: Int) -> String {
            "<item><guid>\(guid)</guid><title>\(title)</title><pubDate>\(day) Mar 2026 00:00:00 GMT</pubDate></item>"
        }
        let document = try SourceParser().document(
            "<rss><channel>\(item("a", "One", 1))\(item("a", "One", 1))\(item("home", "Two", 1))\(item("home", "Three", 1))\(item("home", "Three", 2))</channel></rss>"
        )
        #expect(document.items.map(\.title) == ["One", "Two", "Three", "Three"])
        #expect(document.counts == EntryCounts(seen: 5, items: 4, merged: 1))
    }

    @Test("A repeated entry is found among many", arguments: [1, 7, 8, 9, 63, 64, 65, 3000])
    func repeated(_ count: Int) throws {
        let entries = (0..<count).map { "<item><guid>https://x.example/\($0 * 37)</guid></item>" }.joined()
        let last = "<item><guid>https://x.example/\((count - 1) * 37)</guid></item>"
        let all = try SourceParser().document("<rss><channel>\(entries)</channel></rss>")
        #expect(all.counts == EntryCounts(seen: count, items: count))
        let repeated = try SourceParser().document("<rss><channel>\(entries)\(last)</channel></rss>")
        #expect(repeated.counts == EntryCounts(seen: count + 1, items: count, merged: 1))
        #expect(repeated.items == all.items)
    }

    @Test func `of two versions of an entry the later one stays`() throws {
        let document = try SourceParser().document(
            """
            <feed xmlns="http://www.w3.org/2005/Atom">
            <entry><id>1</id><title>T</title><updated>2026-01-02T00:00:00Z</updated><summary>late</summary></entry>
            <entry><id>1</id><title>T</title><updated>2026-01-01T00:00:00Z</updated><summary>early</summary></entry>
            </feed>
            """)
        #expect(document.items.map(\.summary) == ["late"])
    }

    @Test func `an item without identity gets one from its content`() throws {
        let text = "<rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>"
        let first = try SourceParser().document(text).items.map(\.id)
        #expect(first == (try SourceParser().document(text).items.map(\.id)))
        #expect(Set(first).count == 2)
        #expect(first.allSatisfy { $0.hasPrefix("hash:") && $0.utf8.count == 37 })
    }

    @Test func `links are made absolute against xml base, the document's address, or the feed's own`() throws {
        let body =
            "<channel><link>https://own.example/x/</link><item><link>y?a=1</link><title>T</title></item></channel>"
        #expect(try SourceParser().document("<rss>\(body)</rss>").items[0].url == "https://own.example/x/y?a=1")
        #expect(
            try SourceParser().document("<rss>\(body)</rss>", url: "http://fetched.example/f/feed.xml").items[0].url
                == "http://fetched.example/f/y?a=1")
        #expect(
            try SourceParser().document("<rss xml:base='https://base.example/'>\(body)</rss>", url: "http://f.example/")
                .items[0].url == "https://base.example/y?a=1")
    }

    @Test func `more items than the limit are left out and counted as damage`() throws {
        var input = ParseInput(
            bytes: Array(
                "<rss><channel>\(String(repeating: "<item><title>T</title></item>", count: 50))</channel></rss>".utf8),
            sourceName: "test")
        input.limits.items = 10
        let document = try SourceParser().parse(input).get()
        #expect(document.counts.seen == 10)
        #expect(document.damages.map(\.kind).contains(.tooManyItems))
        #expect(document.counts.isConserved)
    }

    @Test func `a field longer than the limit is cut`() throws {
        var input = ParseInput(
            bytes: Array(
                "<rss><channel><item><guid>1</guid><description>\(String(repeating: "word ", count: 400_000))</description></item></channel></rss>"
                    .utf8),
            sourceName: "test")
        input.limits.fieldBytes = 100_000
        let document = try SourceParser().parse(input).get()
        #expect((document.items[0].summary?.utf8.count ?? 0) <= 100_000)
        #expect(document.damages.map(\.kind) == [.fieldTooLong])
    }

    @Test func `an unclosed title or link ends where the next field begins`() throws {
        let document = try SourceParser().document(
            "<rss><channel><item><title>One<link>https://x.example/1<guid>g</guid></item><item><title>Two</title></item></channel></rss>"
        )
        #expect(
            document.items.map { [$0.title, $0.url, $0.id] } == [
                ["One", "https://x.example/1", "g"], ["Two", nil, document.items[1].id],
            ])
    }

    @Test func `an unclosed item ends where the next one begins`() throws {
        let document = try SourceParser().document(
            "<rss><channel><item><title>One</title><item><title>Two</title></item></channel></rss>")
        #expect(document.items.map(\.title) == ["One", "Two"])
    }

    @Test(
        "Entries behind the end of the feed are entries",
        arguments: [
            "<rss><channel><title>F</title><item><guid>1</guid></item></channel></rss><item><guid>2</guid></item>",
            "<rss><channel><title>F</title><item><guid>1</guid></item></channel></rss>\n<?xml version='1.0'?><rss><channel><title>G</title><item><guid>2</guid></item></channel></rss>",
            "<feed><title>F</title><entry><id>1</id></entry></feed><entry><id>2</id></entry><p>x",
        ])
    func behindTheEnd(_ document: String) throws {
        let document = try SourceParser().document(document, kind: .feed)
        #expect(document.items.map(\.id) == ["1", "2"])
        #expect(document.feed.title == "F")
        #expect(document.damages.map(\.kind).contains(.junkAfterRoot))
    }

    @Test(
        "A document that ends inside an address, an identity or a date keeps no half of it",
        arguments: [
            ("<link>https://x.example/news/acme", [nil, nil]), ("<guid>https://x.example/?p=12", [nil, nil]),
            ("<link>https://x.example/1</link><guid>https://x.exa", ["https://x.example/1", nil]),
            ("<link>https://x.example/1</link><pubDate>2026-11-2", ["https://x.example/1", nil]),
            ("<link>https://x.example/1</link><description>Half a t", ["https://x.example/1", "Half a t"]),
        ])
    func half(_ end: String, _ expected: [String?]) throws {
        let item = try #require(
            try SourceParser().document("<rss><channel><item><title>T</title>\(end)").items.first)
        #expect([item.url, item.summary] == expected)
        #expect(item.title == "T")
        #expect(item.published == nil)
        #expect(item.id == item.url ?? ItemIdentity.hash(of: item))
    }

    @Test(
        "An element that is never closed hides no field of its item",
        arguments: [
            "<item><br><title>T</title><link>https://x.example/1</link></item>",
            "<item><title>T</title><p><b><link>https://x.example/1</link></item>",
            "<br><item><title>T</title><hr><link>https://x.example/1</link></item>",
            "<item><title>T</title><link>https://x.example/1</link><x:y><title>other</title><link>https://y.example/</link></x:y></item>",
            "<item><x:y><title>other</title></x:y><title>T</title><link><a href='#'>https://x.example/1</a></link></item>",
        ])
    func neverClosed(_ item: String) throws {
        let document = try SourceParser().document(
            "<rss><channel><item><title>A</title></item>\(item)<item><title>Z</title></item></channel></rss>")
        #expect(document.items.map(\.title) == ["A", "T", "Z"])
        #expect(document.items.map(\.url) == [nil, "https://x.example/1", nil])
    }

    @Test func `journals date their articles with PRISM`() throws {
        let document = try SourceParser().document(
            "<rss xmlns:p='http://prismstandard.org/namespaces/1.2/basic/'><channel><item><title>T</title><p:publicationDate>2026-03-04</p:publicationDate><author>&lt;ann@x.example&gt;</author></item></channel></rss>"
        )
        #expect(document.items[0].published == Timestamp(rfc3339: "2026-03-04T00:00:00Z"))
        #expect(document.items[0].authors == ["ann@x.example"])
    }

    @Test func `an address behind an empty link is the link`() throws {
        let document = try SourceParser().document(
            "<rss><channel><item><link/>https://x.example/?a=1&amp;b=2<title>One</title></item><item><link/> <title>Two</title>see https://y.example/</item></channel></rss>"
        )
        #expect(document.items.map(\.url) == ["https://x.example/?a=1&b=2", nil])
    }

    @Test func `a channel definition has its addresses and dates in attributes`() throws {
        let document = try SourceParser().document(
            """
            <CHANNEL BASE="https://x.example/news/" HREF="index.html"><TITLE>Feed</TITLE><ABSTRACT>All</ABSTRACT>
            <ITEM HREF="a.html" LASTMOD="2026-03-17T22:02-0500"><TITLE>One</TITLE><ABSTRACT>Text</ABSTRACT></ITEM></CHANNEL>
            """)
        #expect(document.feed.title == "Feed")
        #expect(document.feed.format == "CDF")
        let expected = Item(
            source: "test", id: "https://x.example/news/a.html", url: "https://x.example/news/a.html", title: "One",
            summary: "Text", updated: Timestamp(rfc3339: "2026-03-18T03:02:00Z"))
        #expect(document.items == [expected])
    }

    @Test(
        "The feed's own title comes before those of modules",
        arguments: ["<title>F</title><dc:title>D</dc:title>", "<dc:title>D</dc:title><title>F</title>"])
    func feedTitle(_ titles: String) throws {
        #expect(try SourceParser().document("<rss><channel>\(titles)</channel></rss>").feed.title == "F")
        let other = "<rss><channel><dc:title>D</dc:title><item><dc:title>I</dc:title></item></channel></rss>"
        #expect(try SourceParser().document(other).feed.title == "D")
    }

    @Test func `random damage never stops the parser and never loses count`() throws {
        var state: UInt64 = 20_261_121
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for name in FixtureTests.all {
            let original = try Fixture.bytes(name)
            for _ in 0..<60 {
                var bytes = original
                for _ in 0...random(8) {
                    let place = random(bytes.count)
                    switch random(4) {
                    case 0: bytes[place] = UInt8(random(256))
                    case 1: bytes.removeSubrange(place..<min(bytes.count, place + random(20)))
                    case 2:
                        bytes.insert(
                            contentsOf: bytes[place..<min(bytes.count, place + random(40))], at: random(bytes.count))
                    default: bytes[place] = Array("<>&\"'/[]-!".utf8)[random(10)]
                    }
                    if bytes.isEmpty { bytes = [0x3C] }
                }
                guard case .success(let document) = SourceParser().parse(ParseInput(bytes: bytes, sourceName: name))
                else {
                    continue
                }
                #expect(document.counts.isConserved)
            }
        }
    }
}
