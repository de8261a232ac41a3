import Testing
import TriggerModel

@testable import SourceParsing

/// Feeds as writers, servers and browsers spoil them: what can be had of them is had.
struct DamagedFeedTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var document: String
        var items: [Item]
        var testDescription: String { name }
    }

    static func rss(_ items: String) -> String {
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>C</title>\(items)</channel></rss>"
    }

    static func atom(_ entries: String, language: String? = nil) -> String {
        let said = language.map { " xml:lang='\($0)'" } ?? ""
        return "<feed xmlns='http://www.w3.org/2005/Atom'\(said)><title>C</title>\(entries)</feed>"
    }

    static func escaped(_ text: String) -> String {
        String(text.flatMap { $0 == "<" ? "&lt;" : $0 == ">" ? "&gt;" : $0 == "&" ? "&amp;" : String($0) })
    }

    static func item(
        _ id: String, url: String? = nil, title: String? = nil, summary: String? = nil, content: String? = nil,
        language: String? = nil
    ) -> Item {
        Item(source: "test", id: id, url: url, title: title, summary: summary, content: content, language: language)
    }

    static let next = "<item><title>Two</title><guid>2</guid></item>"
    static let two = item("2", title: "Two")
    static let whole = "<item><title>One &amp; all</title><guid>1</guid></item>"
    static let one = item("1", title: "One & all")

    static let cases: [Case] = [
        // Sections.
        Case(
            name: "a section within a section",
            document: rss(
                "<item><guid>1</guid><description><![CDATA[a <![CDATA[b]]> c]]></description></item>" + next),
            items: [item("1", summary: "a b c"), two]),
        Case(
            name: "a section that was escaped with its text",
            document: rss(
                "<item><guid>1</guid><title>&lt;![CDATA[T]]&gt;</title><description>&lt;![CDATA[&lt;p&gt;a&lt;/p&gt;]]&gt;</description></item>"
            ), items: [item("1", title: "T", summary: "a")]),
        Case(
            name: "a section whose beginning is lost",
            document: rss("<item><guid>1</guid><title>T]]></title><description>a &amp; b ]]>\n</description></item>"),
            items: [item("1", title: "T", summary: "a & b")]),
        Case(
            name: "an end of a section within a text stays",
            document: rss("<item><guid>1</guid><title><![CDATA[a]]]]><![CDATA[>b]]></title></item>"),
            items: [item("1", title: "a]]>b")]),
        Case(
            name: "brackets of the text itself stay",
            document: rss("<item><guid>1</guid><title>list[index[1]]></title></item>"),
            items: [item("1", title: "list[index[1]]>")]),
        // What is not shown.
        Case(
            name: "child elements that are not shown",
            document: atom(
                "<entry><id>1</id><content type='xhtml'><div><p>seen</p><p style='display: none'>no</p><b hidden='hidden'>no</b><i aria-hidden='TRUE'><i>no</i></i><u class='x'>too</u></div></content></entry>"
            ), items: [item("1", content: "seen\ntoo")]),
        // Tags of items.
        Case(
            name: "an item's tag whose value never closes",
            document: rss("<item rdf:about=\"1\n<title>One</title><guid isPermaLink=\"false\">a</guid></item>" + next),
            items: [item("a", title: "One"), two]),
        Case(
            name: "an item's tag whose value closes with the tag",
            document: rss("<item rdf:about='http://ex.example/1><title>One</title></item>" + next),
            items: [item("http://ex.example/1", url: "http://ex.example/1", title: "One"), two]),
        Case(
            name: "an item's tag that never closes",
            document: rss("<item\n<title>One</title><guid>1</guid></item>" + next),
            items: [item("1", title: "One"), two]),
        Case(
            name: "an item's tag with the next one in it",
            document: rss("<item<title>One</title><guid>1</guid></item>" + next), items: [item("1", title: "One"), two]),
        Case(
            name: "an item's tag with a less-than sign in its value",
            document: rss("<item a='1 < 2 <b' rdf:about='1'><title>One</title></item>" + next),
            items: [item("1", title: "One"), two]),
        // Languages.
        Case(
            name: "an empty language takes back the one around it",
            document: atom(
                "<entry xml:lang=''><id>1</id></entry><entry><id>2</id></entry><entry xml:lang=''><id>3</id><title xml:lang='fr'>T</title></entry>",
                language: "de"),
            items: [item("1"), item("2", language: "de"), item("3", title: "T", language: "fr")]),
        // Pages around feeds.
        Case(
            name: "a feed that a browser shows as text",
            document:
                "<html><head><meta name='color-scheme' content='light dark'></head><body>\n<pre style='white-space: pre-wrap;'>\(escaped(rss(whole + next)))</pre></body></html>",
            items: [one, two]),
        Case(
            name: "a feed that a browser shows as a tree",
            document:
                "<html xmlns='http://www.w3.org/1999/xhtml'><head><style id='xml-viewer-style'/></head><body><div id=\"webkit-xml-viewer-source-xml\">\(rss(whole + next).dropFirst(21))</div><div class='header'>No style</div></body></html>",
            items: [one, two]),
        Case(
            name: "a feed within a page", document: "<!DOCTYPE html><html><body>\(rss(whole + next))</body></html>",
            items: [one, two]),
        // Declarations and addresses.
        Case(
            name: "a document type that never closes",
            document:
                "<!DOCTYPE rss [<!ENTITY co \"a > b\"><!-- don't --><!ELEMENT rss (#PCDATA)>\(rss(whole).dropFirst(21))",
            items: [one]),
        Case(
            name: "an address without its scheme",
            document: rss("<item><guid>1</guid><link>www.ex.example/1</link></item>"),
            items: [item("1", url: "http://www.ex.example/1")]),
    ]

    @Test("What can be had of a damaged feed is had", arguments: cases)
    func reads(_ test: Case) throws {
        let document = try SourceParser().document(test.document)
        #expect(document.items == test.items)
        #expect(document.counts.isConserved)
        for cut in stride(from: 1, to: test.document.utf8.count, by: 3) {
            let again = try SourceParser().parse(
                ParseInput(bytes: Array(test.document.utf8), sourceName: "test"), cut: cut
            ).get()
            #expect(again.items == test.items, "cut at \(cut)")
        }
    }

    @Test(
        "Broken tags of items, however many, cost one pass",
        arguments: ["<item ", "<item a=\"", "<item a='>", "<item a=\"b <c ", "<item a=1 b", "a]]> ", "a ]]>&amp;"])
    func hostile(_ piece: String) throws {
        let few = try SourceParser().document(Self.rss(String(repeating: piece, count: 50) + Self.next))
        #expect(few.items.contains { $0.title == "Two" })
        let many = Self.rss(String(repeating: piece, count: 100_000) + Self.next)
        let time = processorTime {
            switch SourceParser().parse(ParseInput(bytes: Array(many.utf8), sourceName: "test", kind: .feed)) {
            case .success(let document): #expect(document.counts.isConserved)
            case .failure(let fault): #expect(fault.reason == .damaged)
            }
        }
        #expect(time < .seconds(10))
    }

    @Test(
        "A field of the feed that never ends costs no item",
        arguments: [
            "<language>en</langu>", "<ttl>60", "<description>Of the feed",
            "<lastBuildDate>Fri, 20 Nov 2026 10:00:00 GMT",
            "<author>A", "<image><url>https://ex.example/i.png</url>", "<description>Of <b>the</b> feed",
        ])
    func unclosedInFeed(_ field: String) throws {
        let items = "<item><guid>1</guid><title>One</title></item><item><guid>2</guid><title>Two</title></item>"
        let document = try SourceParser().document(Self.rss(field + items + "<link>https://ex.example/home</link>"))
        #expect(document.items.map(\.title) == ["One", "Two"])
        #expect(document.feed.url == "https://ex.example/home")
    }

    @Test(
        "A field of the feed that never ends costs no entry",
        arguments: ["<subtitle>S", "<updated>2026-11-20T10:00:00Z"])
    func unclosedInAtom(_ field: String) throws {
        let document = try SourceParser().document(
            Self.atom(field + "<entry><id>1</id><title>One</title></entry><entry><id>2</id><title>Two</title></entry>"))
        #expect(document.items.map(\.title) == ["One", "Two"])
    }

    @Test("An article that shows a feed stays an article", arguments: [false, true])
    func article(_ showsFirst: Bool) throws {
        let shown = "<pre>\(Self.escaped(Self.rss(Self.whole)))</pre>"
        let told = "<h1>How feeds look</h1><p>Like this, and there is nothing more to it than that.</p>"
        let page = "<html><body>\(showsFirst ? shown + told : told + shown)</body></html>"
        let document = try SourceParser().document(page, url: "https://ex.example/a")
        #expect(document.kind == .article)
        #expect(document.items.map(\.title) == ["How feeds look"])
    }

    @Test("Roots that never close cost one pass", arguments: ["<rss \"", "<rss a=\"", "<!DOCTYPE rss [\"<rss \""])
    func endlessRoots(_ piece: String) {
        let bytes = Array(String(repeating: piece, count: 1_600_000).utf8)
        let time = processorTime {
            guard case .failure = SourceParser().parse(ParseInput(bytes: bytes, sourceName: "test", kind: .feed)) else {
                Issue.record("there is no feed in it")
                return
            }
        }
        #expect(time < .seconds(10))
    }

    @Test(
        "An address is taken as people say it, a page beside this one is not",
        arguments: [
            ("www.acme.example/news", "http://www.acme.example/news"), ("www.html", "https://ex.example/d/www.html"),
            ("www.page.html", "https://ex.example/d/www.page.html"),
            ("www.guide/page", "https://ex.example/d/www.guide/page"),
        ])
    func saidAddress(_ link: String, _ address: String) throws {
        let document = try SourceParser().document(
            Self.rss("<item><guid>1</guid><title>T</title><link>\(link)</link></item>"),
            url: "https://ex.example/d/f.xml")
        #expect(document.items.map(\.url) == [address])
    }
}
