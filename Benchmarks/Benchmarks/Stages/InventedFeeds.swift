import TriggerModel

/// Documents of 30 stories, about 25 KB each, as a newsroom would publish them.
enum InventedFeeds {
    static let itemsEach = 30

    /// - Parameter first: number of the oldest story; a feed that moves on shows later ones.
    static func rss(_ feed: Int, first: Int = 0) -> [UInt8] {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Newsroom \(feed)</title>
            <link>https://newsroom\(feed).example/</link><description>News of room \(feed)</description>
            <language>en</language><ttl>60</ttl>

            """
        for story in stories(feed, first) {
            text += """
                <item><title>\(escaped(story.title))</title><link>\(link(story, feed))?utm_source=rss&amp;utm_medium=feed</link>
                <guid isPermaLink="false">newsroom\(feed)-\(story.number)</guid><pubDate>\(mailDate(story.published))</pubDate>
                <dc:creator>Newsroom \(feed)</dc:creator><category>Business</category>
                <description><![CDATA[<p>\(story.text)</p><p><a href="\(link(story, feed))">Read <b>more</b></a></p>]]></description></item>

                """
        }
        return Array((text + "</channel></rss>\n").utf8)
    }

    static func atom(_ feed: Int, first: Int = 0) -> [UInt8] {
        let stories = stories(feed, first)
        var text = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Newsroom \(feed)</title>
            <id>urn:newsroom:\(feed)</id><updated>\(stories[0].published)</updated>
            <link rel="self" href="https://newsroom\(feed).example/atom.xml"/>

            """
        for story in stories {
            text += """
                <entry><title type="text">\(escaped(story.title))</title><id>urn:newsroom:\(feed):\(story.number)</id>
                <link rel="alternate" href="\(link(story, feed))"/><published>\(story.published)</published>
                <updated>\(story.published)</updated><author><name>Newsroom \(feed)</name></author>
                <category term="business"/><summary type="html">\(escaped("<p>\(story.text)</p>"))</summary></entry>

                """
        }
        return Array((text + "</feed>\n").utf8)
    }

    static func json(_ feed: Int, first: Int = 0) -> [UInt8] {
        let items = stories(feed, first).map { story in
            """
            {"id":"newsroom\(feed)-\(story.number)","url":"\(link(story, feed))","title":"\(story.title)",\
            "content_html":"<p>\(story.text)<\\/p>","date_published":"\(story.published)",\
            "authors":[{"name":"Newsroom \(feed)"}],"tags":["business"],"language":"en"}
            """
        }
        return Array(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"Newsroom \(feed)",\
            "home_page_url":"https://newsroom\(feed).example/","items":[\(items.joined(separator: ",\n"))]}
            """.utf8)
    }

    /// The regulator's list of newest filings in its own form: 40 entries, every second filing under two parties.
    static func currentFilings(_ page: Int) -> [UInt8] {
        var text = """
            <?xml version="1.0" encoding="ISO-8859-1" ?>
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Latest Filings</title>
            <link rel="self" href="/cgi-bin/browse-edgar?action=getcurrent"/>
            <id>https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent</id>
            <updated>2026-06-15T08:00:00-04:00</updated>

            """
        for entry in 0..<filingEntries {
            // Numbers 2, 3, 3, 4, 5, 5: the filer's own, then issuer and reporter of one filing.
            let filing = page * filingEntries + entry - entry % 3 / 2
            let accession = "0009\(filing % 900_000 + 100_000)-26-\(filing % 900_000 + 100_000)"
            let (form, role) = entry % 3 == 0 ? ("8-K", "Filer") : entry % 3 == 1 ? ("4", "Issuer") : ("4", "Reporting")
            let name = InventedCompanies.name(page * filingEntries + entry)
            text += """
                <entry><title>\(form) - \(name) (000\(filing % 900_000 + 9_100_000)) (\(role))</title>
                <link rel="alternate" type="text/html" href="https://www.sec.gov/Archives/edgar/data/\(filing)/\(accession)-index.htm"/>
                <summary type="html">
                 &lt;b&gt;Filed:&lt;/b&gt; 2026-06-15 &lt;b&gt;AccNo:&lt;/b&gt; \(accession) &lt;b&gt;Size:&lt;/b&gt; 181 KB
                \(form == "8-K" ? "&lt;br&gt;Item 5.02: Departure of Directors or Certain Officers\n&lt;br&gt;Item 9.01: Financial Statements and Exhibits" : "")
                </summary><updated>2026-06-15T07:\(entry % 50 + 10):00-04:00</updated>
                <category scheme="https://www.sec.gov/" label="form type" term="\(form)"/>
                <id>urn:tag:sec.gov,2008:accession-number=\(accession)</id></entry>

                """
        }
        return Array((text + "</feed>\n").utf8)
    }

    private static let filingEntries = 42
    /// Distinct filings on such a page: of each three entries the last two are one.
    static let filingsEach = 28

    private static func stories(_ feed: Int, _ first: Int) -> [InventedStory] {
        (first..<first + itemsEach).reversed().map { InventedStory(feed * 100_000 + $0) }
    }

    private static func link(_ story: InventedStory, _ feed: Int) -> String {
        "https://newsroom\(feed).example/news/\(story.number)"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// RFC 822 with the four-digit year that RSS allows.
    private static func mailDate(_ time: Timestamp) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let day = time.day
        let clock = time.description.dropFirst(11).dropLast()
        return "\(days[day.weekday - 1]), \(day.day) \(months[day.month - 1]) \(day.year) \(clock) +0000"
    }
}
