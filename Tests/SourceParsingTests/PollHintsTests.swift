import Testing
import TriggerModel

@testable import SourceParsing

struct PollHintsTests {
    private func hints(_ document: String, url: String? = nil) throws -> PollHints {
        try SourceParser().document(document, url: url).hints
    }

    private func time(_ text: String) -> Timestamp? { Timestamp(rfc3339: text) }

    @Test func `RSS says how long it keeps, when nothing comes, and when it was made`() throws {
        let hints = try hints(
            """
            <rss version="2.0"><channel><ttl> 90 </ttl><skipHours><hour>23</hour><hour>0</hour><hour>24</hour>\
            <hour>99</hour></skipHours><skipDays><day>Sunday</day><day>saturday</day><day>Someday</day></skipDays>\
            <lastBuildDate>Fri, 20 Nov 2026 09:23:00 GMT</lastBuildDate><pubDate>Fri, 20 Nov 2026 00:00:00 GMT</pubDate>\
            <item><title>A</title><pubDate>Thu, 19 Nov 2026 10:00:00 GMT</pubDate></item>\
            <item><title>B</title><pubDate>Wed, 18 Nov 2026 10:00:00 GMT</pubDate></item></channel></rss>
            """)
        #expect(
            hints
                == PollHints(
                    ttlSeconds: 5400, skipHours: [0, 23], skipDays: [6, 7], newest: time("2026-11-19T10:00:00Z"),
                    built: time("2026-11-20T09:23:00Z")))
    }

    @Test(
        "The period of the syndication module, by any prefix",
        arguments: [
            ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 1800),
            ("<sy:updatePeriod> Daily </sy:updatePeriod>", 86_400),
            ("<sy:updateFrequency>4</sy:updateFrequency>", 21_600),
            ("<sy:updatePeriod>now</sy:updatePeriod>", nil), ("<ttl>0</ttl>", nil), ("<ttl>ten</ttl>", nil),
            ("<ttl>-5</ttl>", nil), ("<ttl>99999999999999999999</ttl>", nil),
            ("<ttl>30</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 3600),
            ("<x:updatePeriod xmlns:x='http://purl.org/rss/1.0/modules/syndication/'>weekly</x:updatePeriod>", 604_800),
        ] as [(String, Int?)])
    func period(_ elements: String, _ seconds: Int?) throws {
        #expect(try hints("<rss><channel>\(elements)</channel></rss>").ttlSeconds == seconds)
    }

    @Test func `Atom names older pages and archives`() throws {
        let paged = try hints(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/f/"><updated>2026-11-20T09:23:00Z</updated>\
            <link rel="prev-archive" href="/2026/10"/><link rel="next" href="?page=2"/><link rel="previous" href="?page=0"/>\
            <entry><id>1</id><updated>2026-11-20T09:00:00Z</updated><published>2026-11-01T00:00:00Z</published></entry></feed>
            """)
        #expect(
            paged
                == PollHints(
                    next: "https://a.example/f/?page=2", newest: time("2026-11-20T09:00:00Z"),
                    built: time("2026-11-20T09:23:00Z")))
        let archive = try hints(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0"><fh:archive/>\
            <link rel="prev-archive" href="2026/09"/></feed>
            """, url: "https://a.example/2026/10")
        #expect(archive == PollHints(next: "https://a.example/2026/2026/09", isArchive: true))
        #expect(
            try hints("<rss><channel><fh:complete/><item><title>A</title></item></channel></rss>")
                == PollHints(isComplete: true))
    }

    @Test func `JSON Feed names its next page`() throws {
        let feed = """
            {"version":"https://jsonfeed.org/version/1.1","next_url":"?p=2","items":[{"id":"1",\
            "date_modified":"2026-11-20T09:00:00Z"}]}
            """
        #expect(
            try hints(feed, url: "https://j.example/feed.json")
                == PollHints(next: "https://j.example/feed.json?p=2", newest: time("2026-11-20T09:00:00Z")))
    }

    @Test func `links of entries say nothing about the feed`() throws {
        #expect(
            try hints(
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><link rel='next' href='https://a.example/'/></entry></feed>"
            ) == PollHints())
    }
}
