import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

struct PageTests {
    private func list(_ selectors: ListSelectors, url: String? = "https://brine.example/") throws -> Result<
        ParsedDocument, ParseFault
    > {
        let input = ParseInput(
            bytes: try Fixture.bytes("list-newsroom.html"), url: url, sourceName: "brine", selectors: selectors)
        return SourceParser().parse(input)
    }

    @Test func `rows become items with absolute links, titles, dates and summaries`() throws {
        let document = try list(
            ListSelectors(
                rows: "//tr[@class='row']", link: ".//a", title: ".//a | .//h3", date: "td[@class='d']",
                summary: ".//p[@class='s']")
        ).get()
        #expect(
            document.items == [
                Item(
                    source: "brine", id: "https://brine.example/news/2026/pump.html",
                    url: "https://brine.example/news/2026/pump.html",
                    title: "Brine opens pump works", summary: "In Leeds.\nWith 40 jobs.",
                    published: Timestamp(rfc3339: "2026-03-04T00:00:00Z")),
                Item(
                    source: "brine", id: "https://brine.example/2026/ceo.html",
                    url: "https://brine.example/2026/ceo.html",
                    title: "New chief executive", published: Timestamp(rfc3339: "2026-02-20T08:00:00Z")),
                Item(
                    source: "brine", id: "https://brine.example/news/2026/ceo.html#top",
                    url: "https://brine.example/news/2026/ceo.html#top",
                    title: "Title without link text", published: Timestamp(rfc3339: "2026-01-12T00:00:00Z")),
            ])
        #expect(document.counts == EntryCounts(seen: 4, items: 3, skipped: 1))
        #expect(document.feed.title == "Brine Systems newsroom")
    }

    @Test func `without selectors for the parts the row's own link is taken`() throws {
        let titles = try list(ListSelectors(rows: "//tr[td]")).get().items.map(\.title)
        #expect(titles == ["Brine opens pump works", "New chief executive", nil])
    }

    @Test func `an expression may give text`() throws {
        let items = try list(ListSelectors(rows: "//tr[td][1]", link: "concat('/go/', 'x')", title: "string(.//b)"))
            .get().items
        #expect(items.map { [$0.url, $0.title] } == [["https://brine.example/go/x", "pump"]])
    }

    @Test func `rows that are not there are no fault`() throws {
        #expect(try list(ListSelectors(rows: "//li")).get().items.isEmpty)
    }

    @Test func `a wrong selector is a fault that shows it`() throws {
        guard case .failure(let fault) = try list(ListSelectors(rows: "//tr[")) else {
            Issue.record("no fault")
            return
        }
        #expect(fault.reason == .badSelector)
        #expect(
            fault.message == "rows: selector \"//tr[\", column 5: this [ is never closed with ]")
    }

    @Test(
        "A wrong selector is named with its part and place",
        arguments: [
            (ListSelectors(rows: "li:foo"), "rows: selector \"li:foo\", column 3: :foo is not known"),
            (ListSelectors(rows: "li", link: "a["), "link: selector \"a[\", column 3: an attribute's name is missing"),
            (ListSelectors(rows: "li", title: "//b[x("), "title: selector \"//b[x(\", column 5: x() is no function"),
            (
                ListSelectors(rows: "li", date: "column()"),
                "date: selector \"column()\", column 8: the name of a header"
            ),
            (ListSelectors(rows: "li", summary: " "), "summary: selector \" \", column 1: is empty"),
        ])
    func namesThePlace(_ selectors: ListSelectors, _ message: String) throws {
        guard case .failure(let fault) = try list(selectors) else {
            Issue.record("no fault")
            return
        }
        #expect(fault.reason == .badSelector)
        #expect(fault.message.hasPrefix(message), "\(fault.message)")
    }

    @Test func `CSS selectors and columns read a table, whose head is no item`() throws {
        let document = try list(
            ListSelectors(
                rows: "tr.row", link: "column(Release) a", title: "column(Release) :is(a, h3)", date: "column(Date)",
                summary: "p.s")
        ).get()
        #expect(
            document.items.map(\.title) == ["Brine opens pump works", "New chief executive", "Title without link text"])
        #expect(
            document.items.map { $0.published?.description.prefix(10) } == ["2026-03-04", "2026-02-20", "2026-01-12"])
        #expect(document.items.first?.summary == "In Leeds.\nWith 40 jobs.")
        #expect(document.counts == EntryCounts(seen: 4, items: 3, skipped: 1))
    }

    /// What a list makes of the dates of its rows.
    private func days(_ dates: [String], language: String? = nil) throws -> [String?] {
        let rows = dates.enumerated().map {
            "<li><a href=/\($0.offset)>Notice \($0.offset)</a> <i>\($0.element)</i></li>"
        }
        let page = "<html\(language.map { " lang=\($0)" } ?? "")><ul>\(rows.joined())</ul>"
        let input = ParseInput(
            bytes: Array(page.utf8), url: "https://x.example/", sourceName: "x",
            selectors: ListSelectors(rows: "li", date: "i"))
        return try SourceParser().parse(input).get().items.map {
            $0.published.map { String($0.description.prefix(10)) }
        }
    }

    @Test(
        "The rows of a list tell together which number of a date is the day",
        arguments: [
            (["07/02/2026", "06/30/2026"], nil, ["2026-07-02", "2026-06-30"]),
            (["07/02/2026", "30/06/2026"], nil, ["2026-02-07", "2026-06-30"]),
            (["07-02-2026", "06-30-2026"], nil, ["2026-07-02", "2026-06-30"]),
            (["posted 7/2/26 by staff", "posted 13/1/26"], nil, ["2026-02-07", "2026-01-13"]),
            (["07.02.2026", "03.04.2026"], nil, ["2026-02-07", "2026-04-03"]),
            (["07/02/2026", "03/04/2026"], "en-GB", ["2026-02-07", "2026-04-03"]),
            (["07/02/2026", "03/04/2026"], "fr", ["2026-02-07", "2026-04-03"]),
            (["07/02/2026", "03/04/2026"], "en-US", ["2026-07-02", "2026-03-04"]),
            (["2 July 2026", "2026-02-07"], "de", ["2026-07-02", "2026-02-07"]),
            (["07/02/2026", "none"], "fr", ["2026-02-07", nil]),
        ] as [([String], String?, [String?])])
    func dayOrder(_ dates: [String], _ language: String?, _ expected: [String?]) throws {
        #expect(try days(dates, language: language) == expected)
    }

    @Test func `a selector that costs too much on a page is a fault of the page, by name`() throws {
        let page = "<ul>" + String(repeating: "<li><a href=x>y</a></li>", count: 9000) + "</ul>"
        let input = ParseInput(
            bytes: Array(page.utf8), sourceName: "x",
            selectors: ListSelectors(rows: "//li[count(preceding-sibling::li) > 5][count(//li) > 1]"))
        guard case .failure(let fault) = SourceParser().parse(input) else {
            Issue.record("no fault")
            return
        }
        #expect(fault.reason == .badSelector)
        #expect(fault.message.hasPrefix("rows: selector \"//li[count(preceding"))
    }

    @Test func `an article's address is its canonical one`() throws {
        let input = ParseInput(
            bytes: try Fixture.bytes("article-json-ld.html"), url: "https://coast.example/x?ref=1", sourceName: "coast")
        let item = try #require(try SourceParser().parse(input).get().items.first)
        #expect(item.url == "https://coast.example/2026/kelp")
        #expect(item.id == item.url)
    }

    @Test func `a plain page gives heading, date of its time element and text`() throws {
        let page = """
            <html><head><title>Moss Rail signs - Moss Rail</title><meta charset=utf-8></head><body><h1>Moss Rail signs</h1>
            <time datetime="2026-06-01">1 June</time>
            <p>Moss Rail has signed a contract for nine trains with the county, both sides said on Monday morning.</p>
            <p>The trains are to run from 2028 and replace the oldest ones, which have been in service since 1979.</p></body></html>
            """
        let item = try #require(try SourceParser().document(page, kind: .article).items.first)
        #expect(item.title == "Moss Rail signs")
        #expect(item.published == Timestamp(rfc3339: "2026-06-01T00:00:00Z"))
        #expect(item.content?.hasPrefix("1 June\nMoss Rail has signed") == true)
        #expect(item.content?.hasSuffix("since 1979.") == true)
    }
}
