import MarkupReading
import Testing

@testable import SourceParsing

struct FeedDiscoveryTests {
    private func links(_ page: String, url: String? = "https://co.example/news/") -> [FeedLink] {
        FeedDiscovery.links(in: Array(page.utf8), contentType: "text/html", url: url)
    }

    @Test func `declared feeds come first, then links that look like feeds, each once and absolute`() {
        let page = """
            <!doctype html><html><head><title>News</title>
            <link rel="stylesheet" href="/a.css">
            <link rel="alternate" hreflang="de" href="/de/">
            <link rel="alternate" type="application/json+oembed" href="/oembed?url=x">
            <link rel="alternate" type="application/json" href="https://co.example/wp-json/wp/v2/pages/2">
            <link rel="ALTERNATE" type="application/rss+xml; charset=utf-8" title="News &amp; views" href="feed.xml">
            <link rel="alternate" type="application/atom+xml" href="//co.example/atom">
            <link rel="alternate" type="application/feed+json" title=" JSON " href="/feed.json">
            <link rel="feed" href="/own">
            </head><body>
            <a href="feed.xml">again</a> <a href="/press/rss/"><b>Press</b> releases</a>
            <a href="/filings.atom#x">Filings</a> <a href="/?feed=rss2">All</a> <a href="feed://co.example/jobs.rss">Jobs</a>
            <a href="/feedback">Feedback</a> <a href="/sitemap.xml">Map</a> <a href="/a.html">A</a>
            <a href="https://reader.example/subscribe?url=https://co.example/feed.xml">Add</a>
            <a href="javascript:rss()">RSS</a>
            """
        #expect(
            links(page) == [
                FeedLink(url: "https://co.example/news/feed.xml", title: "News & views", type: "application/rss+xml"),
                FeedLink(url: "https://co.example/atom", type: "application/atom+xml"),
                FeedLink(url: "https://co.example/feed.json", title: "JSON", type: "application/feed+json"),
                FeedLink(url: "https://co.example/own"),
                FeedLink(url: "https://co.example/press/rss/", title: "Press releases"),
                FeedLink(url: "https://co.example/filings.atom#x", title: "Filings"),
                FeedLink(url: "https://co.example/?feed=rss2", title: "All"),
                FeedLink(url: "http://co.example/jobs.rss", title: "Jobs"),
            ])
    }

    @Test func `the base element counts, and without any address only absolute links do`() {
        let page = "<base href='/b/'><a href='feed'>1</a><a href='https://x.example/rss'>2</a>"
        #expect(links(page).map(\.url) == ["https://co.example/b/feed", "https://x.example/rss"])
        #expect(links(page, url: nil).map(\.url) == ["https://x.example/rss"])
    }

    @Test(
        "What is no page names no feed", arguments: ["", "words", "{\"a\":1}", "<rss><channel/></rss>", "<p>no links"])
    func none(_ text: String) {
        #expect(links(text).isEmpty)
    }

    @Test func `a page where a feed should be names its feeds in the fault`() {
        let head = (1...5).map { "<link rel='alternate' type='application/rss+xml' href='/\($0).xml'>" }.joined()
        let input = ParseInput(
            bytes: Array("<!doctype html><html><head>\(head)</head></html>".utf8), url: "https://co.example/",
            sourceName: "test", kind: .feed)
        guard case .failure(let fault) = SourceParser().parse(input) else {
            Issue.record("no fault")
            return
        }
        #expect(
            fault.message == """
                an HTML page, not a feed; it names these feeds: https://co.example/1.xml, https://co.example/2.xml, \
                https://co.example/3.xml and 2 more
                """)
    }

    @Test func `a page of nothing but feeds is cut`() {
        let page =
            String(repeating: "<a href='/x.rss'>", count: 10) + (0..<500).map { "<a href='/\($0).rss'>" }.joined()
        #expect(links(page).count <= 100)
    }
}
