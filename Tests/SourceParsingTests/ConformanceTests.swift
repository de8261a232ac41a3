import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

/// What the specifications of RSS, Atom and JSON Feed say about one detail each, and what becomes of it.
struct ConformanceTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var document: String
        var item: Item
        var testDescription: String { name }
    }

    static func atom(_ entry: String) -> String {
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://ex.example/a/"><author><name>Feed</name></author>\
        <entry><id>e</id>\(entry)</entry></feed>
        """
    }

    static func rss(_ item: String) -> String {
        """
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" \
        xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" \
        xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><link>https://ex.example/</link>\
        <item>\(item)</item></channel></rss>
        """
    }

    static func json(_ item: String) -> String {
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"authors\":[{\"name\":\"Feed\"}],\"items\":[\(item)]}"
    }

    static func item(
        _ id: String, url: String? = nil, title: String? = nil, summary: String? = nil, content: String? = nil,
        published: String? = nil, updated: String? = nil, authors: [String] = [], categories: [String] = [],
        language: String? = nil
    ) -> Item {
        Item(
            source: "test", id: id, url: url, title: title, summary: summary, content: content,
            published: published.flatMap(Timestamp.init(rfc3339:)), updated: updated.flatMap(Timestamp.init(rfc3339:)),
            authors: authors, categories: categories, language: language)
    }

    static let cases: [Case] = [
        // RFC 4287.
        Case(
            name: "3.1.1.1: text is text, its references are read all the same",
            document: atom("<title type='text'>A &lt;b&gt; AT&amp;amp;T</title>"),
            item: item("e", title: "A <b> AT&T", authors: ["Feed"])),
        Case(
            name: "3.1.1.2: HTML",
            document: atom("<title type='html'>A &lt;b&gt;B&lt;/b&gt; &amp;amp; &amp;lt;C&amp;gt;</title>"),
            item: item("e", title: "A B & <C>", authors: ["Feed"])),
        Case(
            name: "3.1.1.3: XHTML",
            document: atom(
                "<summary type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>A</p><p>B &lt; C</p></div></summary>"
            ),
            item: item("e", summary: "A\nB < C", authors: ["Feed"])),
        Case(
            name: "4.1.3: content elsewhere is the link where there is no other",
            document: atom("<content src='c.html' type='text/html'/>"),
            item: item("e", url: "https://ex.example/a/c.html", authors: ["Feed"])),
        Case(
            name: "4.1.3: content elsewhere gives way to an alternate",
            document: atom("<content src='c.mp3' type='audio/mpeg'/><link href='d'/>"),
            item: item("e", url: "https://ex.example/a/d", authors: ["Feed"])),
        Case(
            name: "4.1.3.3: a picture is nothing to read",
            document: atom("<content type='image/png'>iVBORw0KGgo=</content>"), item: item("e", authors: ["Feed"])),
        Case(
            name: "4.2.1: the author of the source comes before the feed's",
            document: atom("<source><id>o</id><title>Other</title><author><name>Source</name></author></source>"),
            item: item("e", authors: ["Source"])),
        Case(
            name: "4.2.1: the entry's own author comes before the source's",
            document: atom("<source><author><name>Source</name></author></source><author><name>Own</name></author>"),
            item: item("e", authors: ["Own"])),
        Case(
            name: "4.2.2: a category without term gives its label, a scheme nothing",
            document: atom("<category term='t' scheme='s' label='L'/><category term='' label='M'/>"),
            item: item("e", authors: ["Feed"], categories: ["t", "M"])),
        Case(
            name: "4.2.7.2: a link without rel is an alternate",
            document: atom("<link rel='self' href='s'/><link href='1'/><link href='2'/><link rel='via' href='3'/>"),
            item: item("e", url: "https://ex.example/a/1", authors: ["Feed"])),
        Case(
            name: "4.2.7.2: an alternate that says so is surer",
            document: atom("<link href='1'/><link rel='alternate' type='text/html' href='2'/>"),
            item: item("e", url: "https://ex.example/a/2", authors: ["Feed"])),
        Case(
            name: "4.2.7.2: HTML comes before other alternates",
            document: atom("<link rel='alternate' type='application/json' href='j'/><link type='text/html' href='h'/>"),
            item: item("e", url: "https://ex.example/a/h", authors: ["Feed"])),
        Case(
            name: "2: bases add up", document: atom("<link xml:base='b/' href='../x?y=1&amp;z'/>"),
            item: item("e", url: "https://ex.example/a/x?y=1&z", authors: ["Feed"])),
        // RSS 2.0.
        Case(
            name: "a permalink is the address where there is no link, and stays the identity as written",
            document: rss("<guid isPermaLink='true'>/p</guid>"), item: item("/p", url: "https://ex.example/p")),
        Case(
            name: "a guid is a permalink unless it says no", document: rss("<guid>https://ex.example/p</guid>"),
            item: item("https://ex.example/p", url: "https://ex.example/p")),
        Case(
            name: "a guid that says no is no address",
            document: rss("<guid isPermaLink='False'>https://ex.example/p</guid>"), item: item("https://ex.example/p")),
        Case(
            name: "a guid that is no address", document: rss("<guid>123</guid><link>/l</link>"),
            item: item("123", url: "https://ex.example/l")),
        Case(
            name: "the link of RSS comes before Atom's",
            document: rss("<atom:link rel='alternate' href='https://o.example/'/><link> https://ex.example/l\n</link>"),
            item: item("https://ex.example/l", url: "https://ex.example/l")),
        Case(
            name: "Atom's link where RSS has none",
            document: rss("<atom:link rel='self' href='/s'/><atom:link href='/a'/>"),
            item: item("https://ex.example/a", url: "https://ex.example/a")),
        Case(
            name: "escaped once, twice, and as CDATA",
            document: rss(
                "<guid>1</guid><title>R&amp;D AT&amp;amp;T</title><category><![CDATA[<b>B</b> &amp; C]]></category>"),
            item: item("1", title: "R&D AT&T", categories: ["B & C"])),
        Case(
            name: "the domain of a category is not the category",
            document: rss(
                "<guid>1</guid><category domain='https://x.example/'> A/B </category><dc:subject>S</dc:subject>"),
            item: item("1", categories: ["A/B", "S"])),
        Case(
            name: "description, content and people",
            document: rss(
                "<guid>1</guid><description>D</description><content:encoded><![CDATA[<p>C</p>]]></content:encoded><author>x@ex.example (Jane Roe)</author><dc:creator>Joe</dc:creator>"
            ),
            item: item("1", summary: "D", content: "C", authors: ["Jane Roe", "Joe"])),
        Case(
            name: "media elements stand in for what is missing",
            document: rss(
                "<guid>1</guid><media:group><media:title>T</media:title><media:description>D</media:description></media:group>"
            ),
            item: item("1", title: "T", summary: "D")),
        Case(
            name: "a podcast's summary comes before its subtitle",
            document: rss(
                "<guid>1</guid><itunes:subtitle>Short</itunes:subtitle><itunes:summary>Long</itunes:summary><itunes:author>A</itunes:author>"
            ),
            item: item("1", summary: "Long", authors: ["A"])),
        Case(
            name: "dc:date where there is no pubDate",
            document: rss("<guid>1</guid><dc:date>2026-02-03T04:05+01:00</dc:date>"),
            item: item("1", published: "2026-02-03T03:05:00Z")),
        Case(
            name: "prefixes that nobody declared",
            document:
                "<rss><channel><item><guid>1</guid><dc:creator>A</dc:creator><content:encoded>C</content:encoded></item></channel></rss>",
            item: item("1", content: "C", authors: ["A"])),
        Case(
            name: "a recording is where to read what has no other address, an enclosure before a media file",
            document: rss(
                "<guid isPermaLink='false'>1</guid><media:content url='/v.mp4'/><enclosure url='/a.mp3' length='0' type='audio/mpeg'/>"
            ),
            item: item("1", url: "https://ex.example/a.mp3")),
        Case(
            name: "a link that leads nowhere is none",
            document: rss("<guid isPermaLink='false'>1</guid><link>javascript:alert(1)</link>"), item: item("1")),
        Case(
            name: "a link of another scheme is none",
            document: rss("<guid isPermaLink='false'>1</guid><link>ftp://ex.example/r.pdf</link>"), item: item("1")),
        Case(
            name: "a recording is not where to read what has an address",
            document: rss("<guid>https://ex.example/p</guid><enclosure url='/a.mp3'/>"),
            item: item("https://ex.example/p", url: "https://ex.example/p")),
        Case(
            name: "people in every shape",
            document: rss(
                "<guid>1</guid><author>Jane Roe &lt;jane@ex.example&gt;</author><author>joe@ex.example (Joe Doe)</author><author>Ann Lee (ann@ex.example)</author><author>solo@ex.example</author><author>&quot;Roe, Max&quot; &lt;max@ex.example&gt;</author><author><name>Nested</name></author><dc:creator><![CDATA[ Böll &amp; Co ]]></dc:creator><atom:author><atom:email>a@ex.example</atom:email></atom:author><author/>"
            ),
            item: item(
                "1",
                authors: [
                    "Jane Roe", "Joe Doe", "Ann Lee", "solo@ex.example", "Roe, Max", "Nested", "Böll & Co",
                    "a@ex.example",
                ])),
        Case(
            name: "modules that say nothing about the item leave no trace",
            document: rss(
                "<guid>1</guid><slash:comments xmlns:slash='http://purl.org/rss/1.0/modules/slash/'>3</slash:comments><georss:point xmlns:georss='http://www.georss.org/georss'>1 2</georss:point><cc:license xmlns:cc='http://backend.userland.com/creativeCommonsRssModule'>https://cc.example/</cc:license><link xmlns='urn:other'>https://no.example/</link>"
            ),
            item: item("1", url: "https://no.example/")),
        // JSON Feed 1.1.
        Case(
            name: "a number as id, an address before an external one, plain text before HTML",
            document: json(
                "{\"id\":7,\"url\":\"https://j.example/a\",\"external_url\":\"https://o.example/\",\"content_html\":\"<p>H</p>\",\"content_text\":\"T\",\"date_published\":\"2026-01-02T03:04:05-07:00\",\"date_modified\":\"2026-01-03T00:00:00Z\",\"tags\":[\"x\",\"x\",\"y\"],\"attachments\":[{\"url\":\"https://j.example/a.mp3\"}]}"
            ),
            item: item(
                "7", url: "https://j.example/a", content: "T", published: "2026-01-02T10:04:05Z",
                updated: "2026-01-03T00:00:00Z", authors: ["Feed"], categories: ["x", "y"])),
        Case(
            name: "an external address where there is no other, the author of 1.0, a language of its own",
            document: json(
                "{\"id\":\"a\",\"external_url\":\"https://o.example/\",\"author\":{\"name\":\"Own\"},\"language\":\"de\",\"content_html\":\"<ul><li>H &amp; I</li></ul>\"}"
            ),
            item: item("a", url: "https://o.example/", content: "- H & I", authors: ["Own"], language: "de")),
        Case(
            name: "an attachment is where to read what has no address",
            document: json(
                "{\"id\":\"a\",\"attachments\":[{\"url\":\"https://j.example/a.mp3\"},{\"url\":\"https://j.example/b.mp3\"}]}"
            ),
            item: item("a", url: "https://j.example/a.mp3", authors: ["Feed"])),
    ]

    @Test("One detail of a format", arguments: cases)
    func detail(_ test: Case) throws {
        let document = try SourceParser().document(test.document)
        #expect(document.items == [test.item])
        #expect(document.counts.isConserved)
    }

    @Test(
        "A format is known by its namespace where its version says nothing",
        arguments: [
            ("<feed xmlns='http://purl.org/atom/ns#'/>", "Atom 0.3"),
            ("<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>", "Atom 0.3"),
            ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "Atom 1.0"), ("<rss version='0.92'/>", "RSS 0.92"),
            (
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel/></rdf:RDF>",
                "RSS 0.90"
            ),
            (
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel/></rdf:RDF>",
                "RSS 1.0"
            ),
        ])
    func format(_ document: String, _ format: String) throws {
        #expect(try SourceParser().document(document).feed.format == format)
    }

    @Test func `a channel's own description comes before what stands in for it`() throws {
        let feed = try SourceParser().document(
            """
            <rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><itunes:subtitle>S</itunes:subtitle>\
            <itunes:summary>L</itunes:summary><description>D</description></channel></rss>
            """
        ).feed
        #expect(feed.description == "D")
    }
}
