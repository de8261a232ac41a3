import Testing
import TriggerModel

@testable import SourceParsing

@Suite("What leaves the parser")
struct SafeItemTests {
    @Test(
        "is an address of the web without credentials, or none",
        arguments: [
            ("https://a.example/x", "https://a.example/x"), ("HTTP://a.example", "HTTP://a.example"),
            ("/news/1", "/news/1"), ("https://a.example/@team?x=a@b", "https://a.example/@team?x=a@b"),
            ("https://user:pw@a.example/x", "https://a.example/x"), ("https://a@b@c.example", "https://c.example"),
            ("https://bank.example@evil.example/", "https://evil.example/"),
            ("https://evil.example\\@bank.example/", "https://evil.example\\@bank.example/"),
            ("https://a.example/\u{202E}gnp.exe", "https://a.example/%E2%80%AEgnp.exe"),
            ("file:///etc/passwd", nil), ("javascript:alert(1)", nil), (" java\nscript:alert(1)", nil),
            ("ftp://a.example/x", nil), ("mailto:a@b.example", nil), ("magnet:?xt=1", nil), ("https:a.example", nil),
            ("https://", nil), ("https://u@", nil), ("https:///x", nil), ("", nil),
        ] as [(String, String?)])
    func addresses(written: String, safe: String?) {
        #expect(WebAddress.safe(written) == safe)
    }

    @Test(
        "has titles and names without characters that nobody sees",
        arguments: [
            ("Acme\u{202E}emca", "Acmeemca"), ("\u{2067}Acme\u{2069}", "Acme"),
            ("re\u{AD}fi\u{200B}nance", "refinance"),
            ("a\u{61C}b\u{2063}c\u{FEFF}d\u{E0041}e", "abcde"), ("two\nlines\tand\u{85}more", "two lines and more"),
            ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("👩\u{200D}🚀 Zoë", "👩\u{200D}🚀 Zoë"), ("plain", "plain"),
        ])
    func lines(written: String, shown: String) {
        #expect(SafeText.line(written) == shown)
    }

    @Test("loses just these characters of all there are, wherever they stand") func everyCharacter() {
        let unseen: [ClosedRange<UInt32>] = [
            0xAD...0xAD, 0x61C...0x61C, 0x180E...0x180E, 0x200B...0x200B, 0x200E...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F,
        ]
        let spaces: [ClosedRange<UInt32>] = [0...0x1F, 0x7F...0x9F, 0x2028...0x2029]
        var wrong: [String] = []
        for scalar in (0...0x10FFFF).lazy.compactMap(Unicode.Scalar.init) {
            let shown =
                unseen.contains { $0.contains(scalar.value) }
                ? "" : spaces.contains { $0.contains(scalar.value) } ? " " : String(scalar)
            for (before, after) in [
                ("", ""), ("Acme Industries today names ", "a new chief of all its works abroad"), ("Zoë", ""),
            ]
            where SafeText.line(before + String(scalar) + after).unicodeScalars.elementsEqual(
                (before + shown + after).unicodeScalars) == false
            {
                wrong.append(String(scalar.value, radix: 16))
            }
        }
        #expect(wrong == [])
    }

    /// One item with a bad address, and marks in title, author, category and text, in every kind of document.
    private static let mark = "\u{202E}"
    private static let title = "Acme \(mark)names Jane Roe"

    private static func documents(_ link: String) -> [(String, ParseInput)] {
        func input(
            _ text: String, _ kind: DocumentKind, selectors: ListSelectors? = nil, records: RecordMap? = nil
        ) -> ParseInput {
            ParseInput(
                bytes: Array(text.utf8), contentType: "text/html; charset=utf-8", url: "https://base.example/",
                sourceName: "test", kind: kind, selectors: selectors, records: records)
        }
        let map = RecordMap(
            id: "{/i}", url: "{/u}", title: "{/t}", summary: "{/s}", company: "{/c}", categories: ["{/c}"])
        let object = #"{"i": "1", "u": "\#(link)", "t": "\#(title)", "s": "a\#(mark)b", "c": "x\#(mark)y"}"#
        return [
            (
                "rss",
                input(
                    """
                    <rss version="2.0"><channel><title>t</title><item><guid isPermaLink="false">1</guid>
                    <title>\(title)</title><link>\(link)</link><author>x\(mark)y</author>
                    <category>x\(mark)y</category><description>a\(mark)b</description></item></channel></rss>
                    """, .feed)
            ),
            (
                "atom",
                input(
                    """
                    <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>1</id>
                    <title>\(title)</title><link href="\(link)"/><author><name>x\(mark)y</name></author>
                    <category term="x\(mark)y"/><summary>a\(mark)b</summary></entry></feed>
                    """, .feed)
            ),
            (
                "json feed",
                input(
                    """
                    {"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [{"id": "1",
                    "title": "\(title)", "url": "\(link)", "authors": [{"name": "x\(mark)y"}], "tags": ["x\(mark)y"],
                    "summary": "a\(mark)b"}]}
                    """, .feed)
            ),
            (
                "page",
                input(
                    """
                    <html><body><ul><li><a href="\(link)">\(title)</a> <p>a\(mark)b</p></li></ul></body></html>
                    """, .list, selectors: ListSelectors(rows: "li", link: "a", title: "a", summary: "p"))
            ),
            ("json", input("[\(object)]", .json, records: map)),
            ("stream", input(object + "\n", .stream, records: map)),
            (
                "csv",
                input(
                    "i,u,t,s,c\n1,\(link),\(title),a\(mark)b,x\(mark)y\n", .csv,
                    records: RecordMap(
                        id: "{i}", url: "{u}", title: "{t}", summary: "{s}", company: "{c}", categories: ["{c}"]))
            ),
        ]
    }

    @Test(
        "is safe in every kind of document",
        arguments: ["file:///etc/passwd", "javascript:alert(1)", "https://me:pw@a.example/1"])
    func everyKind(_ link: String) throws {
        for (name, input) in Self.documents(link) {
            let item = try #require(try SourceParser().parse(input).get().items.first, "\(name)")
            #expect(item.url == (link.hasPrefix("https") ? "https://a.example/1" : nil), "\(name)")
            #expect(item.title == "Acme names Jane Roe", "\(name)")
            #expect(item.summary == "ab", "\(name)")
            let names = item.authors + item.categories + (item.filing?.parties.map(\.name) ?? [])
            #expect(names.allSatisfy { $0 == "xy" }, "\(name)")
            #expect(!names.isEmpty || name == "page", "\(name)")
        }
    }

    @Test func `is safe in a file of our own activities, too`() throws {
        let text = "kind,date,company,person,what\nvisit,2026-11-20,Ac\u{202E}me,Jane\u{200B} Roe,\"Price\nlist\"\n"
        let item = try #require(ActivityFile.read(Array(text.utf8), fileName: "a.csv", source: "ours").items.first)
        #expect(item.activity?.company == "Acme")
        #expect(item.activity?.person == "Jane Roe")
        #expect(item.activity?.what == "Price list")
        #expect(item.title?.unicodeScalars.contains("\u{202E}") == false)
    }

    @Test func `has titles and lists without what nobody sees, also where neighbours share a list`() {
        var shared = [Item](repeating: Item(source: "test", id: "1"), count: 3)
        for index in shared.indices {
            shared[index].title = [" - a ", "a\u{202E}b", "\u{200B}"][index]
            shared[index].authors = index < 2 ? ["Jane"] : ["Ja\u{202E}ne"]
        }
        shared[1].authors = shared[0].authors
        shared.makeSafe()
        #expect(shared.map(\.title) == ["- a", "ab", nil])
        #expect(shared.map(\.authors) == [["Jane"], ["Jane"], ["Jane"]])
    }
}
