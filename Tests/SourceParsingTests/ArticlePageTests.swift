import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

/// What an article's page gives, one lesson each; the pages are small and ours.
struct ArticlePageTests {
    private func article(_ page: String, url: String? = "https://coast.example/2026/kelp") throws -> Item {
        try #require(try SourceParser().document(page, kind: .article, url: url).items.first)
    }

    static let first = "The seaweed packer Kelp & Co will close its line in Wick at the end of June, it told its staff."
    static let second = "About ninety people work there, and most of them have been with the company for ten years."
    static let third =
        "Packing moves to Thurso, where a second shift starts in July with forty people from the old line."
    static let story = "<p>\(first)</p><p>\(second)</p><p>\(third)</p>"
    static let text = [first, second, third].joined(separator: "\n")

    private func page(_ body: String, head: String = "") -> String {
        "<html><head><title>Kelp to cut jobs | Coast Daily</title>\(head)</head><body>\(body)</body></html>"
    }

    // MARK: - Text

    struct Layout: CustomTestStringConvertible, Sendable {
        var name: String
        var body: String
        var testDescription: String { name }
    }

    static let layouts = [
        Layout(name: "paragraphs in the body", body: story),
        Layout(
            name: "navigation, footer, form and aside around it",
            body: """
                <nav><ul><li><a href=/>Home</a><li><a href=/s>Sport</a></ul></nav><main>\(story)</main><aside><p>Ten things about
                seaweed that you did not know, and that nobody has told you before today.</p></aside><form><p>Write to us, we read
                every letter that comes in.</p></form><footer><p>Contact us by letter, by telephone or by knocking.</p></footer>
                """),
        Layout(
            name: "comments longer than the story",
            body: """
                <div class="story-body">\(story)</div><div id="comments"><div class="comment"><p>\
                \(String(repeating: "I have never liked seaweed, and I will say so every day. ", count: 20))</p></div></div>
                """),
        Layout(
            name: "share bar, tags, newsletter box and cookie notice",
            body: """
                <div class="cookie-banner"><p>We use cookies to make this site better for you, as others do.</p></div>
                <article><div class="share-bar"><a href=#>Mail</a> <a href=#>Post</a></div>\(story)
                <div class="newsletterBox"><p>Every morning the coast in your letter box, free of charge, for ever.</p></div>
                <ul class="tags"><li><a href=/t/1>Seaweed</a></li><li><a href=/t/2>Wick</a></li></ul></article>
                """),
        Layout(
            name: "each paragraph in wrappers of its own",
            body: "<article>"
                + [first, second, third].map { "<div><div class=block><p>\($0)</p></div></div>" }.joined()
                + "</article>"),
        Layout(
            name: "line breaks instead of paragraphs",
            body: "<div id=page><div>\(first)<br><br>\(second)<br><br>\(third)</div></div>"),
        Layout(
            name: "captions, bylines and links to other stories",
            body: """
                <div><h1>Kelp to cut jobs</h1><div class="byline">By Ina Holm</div><figure><img src=x><figcaption>The line in Wick,
                seen from the sea on a clear day.</figcaption></figure><p>\(first)</p><p><a href=/y>Read more: kelp prices fall for the
                third year in a row</a></p><p>\(second)</p><div>Advertisement</div><p>\(third)</p>
                <h3>More from the coast</h3><ul><li><a href=/1>Herring</a></li><li><a href=/2>Cod</a></li></ul></div>
                """),
        Layout(
            name: "teasers whose headings are links",
            body: """
                <div><div><h2><a href=/kelp>Kelp to cut jobs</a></h2>\(story)\(String(repeating: "<p>\(third)</p>", count: 6))</div>
                <div><h3><a href=/1>Herring is back</a></h3><p>The boats came in full on Monday, for the first time this year.</p></div>
                <div><h3><a href=/2>Cod is late</a></h3><p>The boats came in empty on Tuesday, for the third time this year.</p></div>
                <div><h3><a href=/3>Crab is dear</a></h3><p>The price of crab has doubled since May, the market says.</p></div></div>
                """),
        Layout(
            name: "all of it called a sidebar",
            body: "<div class='with-sidebar'><div class=sidebar>\(story)</div></div>"),
        Layout(name: "hidden until a script shows it", body: "<div style='display:none'>\(story)</div><p>Loading</p>"),
        Layout(
            name: "lines for screen readers between paragraphs",
            body: "<div>" + [first, second, third].map { "<p class=sr-only>Article content</p><p>\($0)</p>" }.joined()
                + "</div>"),
    ]

    @Test("The text of an article is found, and nothing beside it", arguments: layouts)
    func findsText(_ layout: Layout) throws {
        let content = try #require(try article(page(layout.body)).content)
        let third = Self.third
        // One layout repeats its last paragraph.
        let expected = content.hasPrefix(Self.text) ? String(content.dropFirst(Self.text.count)) : content
        #expect(expected.split(separator: "\n").allSatisfy { $0 == third }, "left: \(content)")
        #expect(content.hasPrefix(Self.text))
    }

    @Test func `lists and tables stay readable`() throws {
        let body = """
            <article>\(Self.story)<p>The plan, as the company gave it to its staff on Wednesday morning:</p>
            <ol><li>stop the first line</li><li>move the presses</li></ol><ul><li>nobody leaves before June</li></ul>
            <table><tr><th>Site</th><th>Jobs</th></tr><tr><td>Wick</td><td>90</td></tr></table></article>
            """
        let content = try #require(try article(page(body)).content)
        #expect(
            content.hasSuffix(
                "morning:\n1. stop the first line\n2. move the presses\n- nobody leaves before June\nSite\tJobs\nWick\t90"
            ))
    }

    @Test func `the page's own data point at the text, and are the text where the page shows none`() throws {
        let data =
            #"<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"\#(Self.first)\n\n\#(Self.second)\n\n\#(Self.third) \#(Self.second) \#(Self.first)"}</script>"#
        let noise =
            "<div>" + String(repeating: "<p>Another story of another day, told at length and with care.</p>", count: 9)
            + "</div>"
        let content = try article(page("<div>\(Self.story)</div>\(noise)", head: data)).content
        #expect(content == Self.text)
        let shell = try #require(try article(page("<div id=root></div>", head: data)).content)
        #expect(shell.hasPrefix(Self.first + "\n" + Self.second + "\n" + Self.third))
    }

    @Test func `lines under the headline that the page describes itself with are part of the text`() throws {
        let standfirst = "Ninety jobs go as the packer leaves the harbour where it began in 1871"
        let head = "<meta name=description content='\(standfirst)'>"
        let body = "<header><h1>Kelp to cut jobs</h1><h2>\(standfirst)</h2></header><article>\(Self.story)</article>"
        #expect(try article(page(body, head: head)).content == standfirst + "\n" + Self.text)
    }

    // MARK: - Facts

    @Test func `facts come from JSON-LD, in graphs, lists and references`() throws {
        let head = """
            <script type="application/ld+json"><!-- {"@context":"https://schema.org","@graph":[
            {"@type":"Organization","name":"Coast Daily"},{"@type":"Person","@id":"#ina","name":"Ina Holm"},
            {"@type":["NewsArticle"],"headline":"Kelp &amp; Co to cut 90 jobs","datePublished":"2026-05-06T07:00:00+01:00",
            "dateModified":"2026-05-06T09:30:00+01:00","author":{"@id":"#ina"},"inLanguage":"en-GB",
            "articleSection":"Business","keywords":"kelp, Wick, business","description":"The packer closes its line."}]} --></script>
            """
        let item = try article(page("<article>\(Self.story)</article>", head: head))
        #expect(
            item
                == Item(
                    source: "test", id: "https://coast.example/2026/kelp", url: "https://coast.example/2026/kelp",
                    title: "Kelp & Co to cut 90 jobs", summary: "The packer closes its line.", content: Self.text,
                    published: Timestamp(rfc3339: "2026-05-06T06:00:00Z"),
                    updated: Timestamp(rfc3339: "2026-05-06T08:30:00Z"), authors: ["Ina Holm"],
                    categories: ["Business", "kelp", "Wick"], language: "en-GB"))
    }

    @Test func `broken JSON-LD gives what stands before the damage`() throws {
        let head =
            #"<script type="application/ld+json">{"@type":"Article","datePublished":"2026-05-06","headline":"Kelp, "x</script>"#
        #expect(try article(page(Self.story, head: head)).published == Timestamp(rfc3339: "2026-05-06T00:00:00Z"))
    }

    struct Fact: CustomTestStringConvertible, Sendable {
        var name: String
        var head = ""
        var body = ""
        var url: String?
        var published: String?
        var authors: [String] = []
        var testDescription: String { name }
    }

    static let facts = [
        Fact(
            name: "JSON-LD in a section for old readers of XML, dates in a list",
            head:
                "<script type=application/ld+json>\n//<![CDATA[\n{'@type':'PressRelease','datePublished':['2026-05-06']}\n//]]>\n</script>"
                .replacing("'", with: "\""),
            published: "2026-05-06T00:00:00Z"),
        Fact(
            name: "the dateline of a press release",
            body:
                "<p>WICK, Scotland, May 6, 2026 /Coast Wire/ -- Kelp &amp; Co said today what its people had feared.</p>",
            published: "2026-05-06T00:00:00Z"),
        Fact(
            name: "no dateline",
            body: "<p>Kelp, founded on May 6, 1871, and its people have seen worse than this, said those who know.</p>"),
        Fact(
            name: "Open Graph's article properties",
            head:
                "<meta property='article:published_time' content='2026-05-06T07:00:00Z'><meta property=article:author content='Ina Holm'>",
            published: "2026-05-06T07:00:00Z", authors: ["Ina Holm"]),
        Fact(
            name: "metadata by name",
            head: "<meta name=parsely-pub-date content=2026-05-06><meta name=author content='By Ina Holm and Bo Ek'>",
            published: "2026-05-06T00:00:00Z", authors: ["Ina Holm", "Bo Ek"]),
        Fact(
            name: "microdata",
            body: "<span itemprop=author>Ina Holm</span><meta itemprop=datePublished content='2026-05-06T07:00Z'>",
            published: "2026-05-06T07:00:00Z", authors: ["Ina Holm"]),
        Fact(
            name: "a time element and a byline",
            body: "<div class=post-byline>By Ina Holm</div><time datetime='2026-05-06T07:00:00Z'>6 May</time>",
            published: "2026-05-06T07:00:00Z", authors: ["Ina Holm"]),
        Fact(
            name: "a date in words", body: "<div class=article-date>Published May 6, 2026</div>",
            published: "2026-05-06T00:00:00Z"),
        Fact(
            name: "a date in the address", url: "https://coast.example/news/2026/05/06/kelp",
            published: "2026-05-06T00:00:00Z"),
        Fact(
            name: "an author before the house that publishes",
            head: """
                <meta property=og:site_name content='Coast Daily'><script type="application/ld+json">{"@type":"Article",
                "author":{"@type":"Organization","name":"Coast Daily"}}</script>
                """, body: "<a rel=author href=/ina>Ina Holm</a>", authors: ["Ina Holm"]),
        Fact(name: "nothing", body: "<div class=author-bio>Ina writes about the sea and all that is in it.</div>"),
    ]

    @Test("Dates and authors are read wherever pages state them", arguments: facts)
    func findsFacts(_ fact: Fact) throws {
        let item = try article(
            page("<article>\(fact.body)\(Self.story)</article>", head: fact.head),
            url: fact.url ?? "https://coast.example/kelp")
        #expect(item.published == fact.published.flatMap { Timestamp(rfc3339: $0) })
        #expect(item.authors == fact.authors)
    }

    struct Title: CustomTestStringConvertible, Sendable {
        var head: String
        var headings: [String] = []
        var title: String
        var testDescription: String { head }
    }

    static let titles = [
        Title(head: "<title>Kelp to cut jobs | Coast Daily</title>", title: "Kelp to cut jobs"),
        Title(
            head: "<title>Kelp to cut jobs: unions protest | Coast</title>", title: "Kelp to cut jobs: unions protest"),
        Title(
            head:
                "<meta property=og:title content='Kelp to cut jobs - Coast Daily'><meta property=og:site_name content='Coast Daily'>",
            title: "Kelp to cut jobs"),
        Title(
            head: "<meta property=og:title content='Kelp, Wick - the end'><title>x</title>",
            title: "Kelp, Wick - the end"),
        Title(
            head: "<title>Kelp to cut jobs » News » Coast Daily</title>", headings: ["Log in", "Kelp to cut jobs"],
            title: "Kelp to cut jobs"),
        Title(head: "", headings: ["Kelp to cut jobs"], title: "Kelp to cut jobs"),
        Title(
            head: "<meta property=og:title content='海藻工場閉鎖：海岸新聞'>", headings: ["海藻工場閉鎖"], title: "海藻工場閉鎖"),
    ]

    @Test("The headline comes without the site's name", arguments: titles)
    func findsTitle(_ test: Title) throws {
        let headings = test.headings.map { "<h1>\($0)</h1>" }.joined()
        let page = "<html><head>\(test.head)</head><body>\(headings)\(Self.story)</body></html>"
        #expect(try article(page).title == test.title)
    }

    @Test func `a canonical address that calls every page the front page does not count`() throws {
        let item = try article(page(Self.story, head: "<link rel=canonical href='https://coast.example/'>"))
        #expect(item.url == "https://coast.example/2026/kelp")
    }

    // MARK: - Hostile pages

    @Test(
        "a hostile page costs bounded work",
        arguments: [
            String(repeating: "<div class='a-b-c related x'>", count: 60_000),
            String(repeating: "<h2><a href=x>a</a></h2><p>b", count: 20_000),
            String(repeating: "<span itemprop=author>", count: 60_000),
            "<script type='application/ld+json'>" + String(repeating: "{\"@graph\":[", count: 60_000),
            "<title>" + String(repeating: " | a", count: 60_000),
            "<h1>" + String(repeating: "word ", count: 100_000),
            String(repeating: "<p>About nothing. ", count: 60_000),
        ])
    func hostile(_ page: String) throws {
        let time = processorTime {
            _ = SourceParser().parse(ParseInput(bytes: Array(page.utf8), sourceName: "x", kind: .article))
        }
        // Quadratic work on these takes minutes.
        #expect(time < .seconds(30))
    }
}
