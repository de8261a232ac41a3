import Foundation
import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

/// Captured list pages read with one set of selectors each, against the rows that their collectors found.
@Suite(.enabled(if: Corpus.isThere, "the captured documents are not beside the repository"))
struct ListPageCorpusTests {
    /// One page and what an operator would write for it.
    struct Site {
        var page: String
        var url: String
        var selectors: ListSelectors
        /// False where the expected day stands nowhere on the page.
        var hasDates = true
    }

    private static func site(
        _ page: String, _ url: String, rows: String, link: String? = nil, title: String? = nil, date: String?,
        hasDates: Bool = true
    ) -> Site {
        Site(
            page: page, url: url, selectors: ListSelectors(rows: rows, link: link, title: title, date: date),
            hasDates: hasDates)
    }

    private static let acca = "https://www.jagcnet.army.mil/ACCALibrary/"
    private static let california = "https://www.courts.ca.gov/cms/opinions.htm"
    private static let secondCircuit = "https://ww3.ca2.uscourts.gov/decisions"

    static let courts: [Site] = [
        site("acca_memorandum", acca, rows: "tr[data-id]", title: "td:first-child", date: "column(Opinion Date)"),
        site("acca_summary", acca, rows: "tr[data-id]", title: "td:first-child", date: "column(Opinion Date)"),
        site(
            "alaska", "https://govt.westlaw.com/akcases/Search", rows: "//li[contains(div, ' Alaska, ')]",
            link: "concat('https://govt.westlaw.com', substring-before(a/@href, '?'), '?viewType=FullText&bhcp=1')",
            title: "a.resultLink", date: "substring-after(div, ' Alaska, ')"),
        site(
            "arizctapp_div_2", "https://www.appeals2.az.gov/", rows: "tr:has(> td:nth-child(3))",
            title: "td:nth-child(2)", date: "td:nth-child(3)"),
        site(
            "asbca", "https://www.asbca.mil/Decisions/", rows: "table tr:has(> td:nth-child(4))",
            link: "a", title: "td:nth-child(3)", date: "td:first-child"),
        site(
            "bap1", "https://www.bap1.uscourts.gov/bapopn", rows: "tr:has(td.opn-opnfilelink)",
            link: "td.opn-opnfilelink a", title: "td.opn-short-title", date: "td.opn-issdate"),
        site(
            "bap8", "https://ecf.ca8.uscourts.gov/", rows: "//a[contains(following-sibling::text()[1], 'Bankruptcy')]",
            title: "substring-before(substring(normalize-space(following-sibling::text()[1]), 12), ' U.S.')",
            date: "following-sibling::text()[1]"),
        site(
            "ca11_u", "http://media.ca11.uscourts.gov/opinions/unpub/logname.php", rows: "tr:has(a[href^='files/'])",
            date: "td:nth-child(5)"),
        site(
            "ca2_p", secondCircuit, rows: "table.ResultsTable tr", link: "td.ResultsItemLeft a",
            title: "td.ResultsItemRight", date: "td.ResultsItemRight::text"),
        site(
            "ca2_p_example_3", secondCircuit, rows: "table.ResultsTable tr", link: "td.ResultsItemLeft a",
            title: "substring-before(substring-after(.//script, 'captionStr = \"'), '\";')",
            date: "td.ResultsItemRight::text"),
        site(
            "ca2_u_example_2", secondCircuit, rows: "table.ResultsTable tr", link: "td.ResultsItemLeft a",
            title: "substring-before(substring-after(.//script, 'captionStr = \"'), '\";')",
            date: "td.ResultsItemRight::text"),
        site(
            "ca3_p_example_2", "http://www2.ca3.uscourts.gov/", rows: "a[href*='/opinarch/']",
            date: "preceding-sibling::text()[1]"),
        site(
            "ca3_u_example_2", "http://www2.ca3.uscourts.gov/", rows: "a[href*='/opinarch/']",
            date: "preceding-sibling::text()[1]"),
        site(
            "ca6", "http://www.opn.ca6.uscourts.gov/opinions/opinion.php", rows: "tr:has(a[href^='/opinions.pdf/'])",
            title: "td:nth-child(4)::text", date: "td:nth-child(3)"),
        site(
            "cadc_pi", "https://media.cadc.uscourts.gov/orders/", rows: "div.row:has(> .col-sm-3 a[href*='/docs/'])",
            title: "./div[2]/div[1]", date: "span.small"),
        site("cal", california, rows: "tr:has(.op-link)", title: ".op-title", date: ".op-date"),
        site("calctapp_3rd", california, rows: "tr:has(.op-link)", title: ".op-title", date: ".op-date"),
        site("calctapp_4th_div2", california, rows: "tr:has(.op-link)", title: ".op-title", date: ".op-date"),
        site("calctapp_5th", california, rows: "tr:has(.op-link)", title: ".op-title", date: ".op-date"),
        site("calctapp_app_div", california, rows: "tr:has(.op-link)", title: ".op-title", date: ".op-date"),
        site(
            "cit", "http://www.cit.uscourts.gov/SlipOpinions/index.html", rows: "tr:has(> td:nth-child(6))",
            title: "column(Caption)", date: "column(Date)"),
        site(
            "dcd", "https://ecf.dcd.uscourts.gov/cgi-bin/Opinions.pl", rows: "a[href^='show_public_doc']",
            title: "../preceding-sibling::td[1]", date: "column(Date Filed)"),
        site(
            "kan_p", "https://searchdro.kscourts.gov/Documents/Search", rows: "#searchResultsTable tr",
            title: "column(Case Title)", date: "column(Release Date)"),
        site(
            "kanctapp_p", "https://searchdro.kscourts.gov/Documents/Search", rows: "#searchResultsTable tr",
            title: "column(Case Title)", date: "column(Release Date)"),
        site(
            "lactapp_3", "https://www.la3circuit.org/opinions.aspx", rows: "td:has(h4)",
            title: "strong[.='Case Title:']/following-sibling::text()[1]",
            date:
                "concat(substring(strong[2]/following-sibling::text()[1], 2, 2), '/', substring(strong[2]/following-sibling::text()[1], 4, 2), '/', substring(strong[2]/following-sibling::text()[1], 6, 4))"
        ),
        site(
            "mdctspecapp", "http://www.mdcourts.gov/cgi-bin/indexlist.pl", rows: "tr:has(a[href$='.pdf'])",
            link: "a[href$='.pdf']", title: "td:nth-child(5)", date: "td:nth-child(3)"),
        site(
            "me", "https://www.courts.maine.gov/courts/sjc/opinions.html",
            rows: "table:has(th) tr:has(> td:nth-child(3))",
            date: "column(Date)"),
        site(
            "me_example_3", "https://www.courts.maine.gov/courts/sjc/opinions.html", rows: "table.tbstriped tr",
            title: "column(Case)", date: "column(Date)"),
        site(
            "minnag", "https://www.ag.state.mn.us/office/opinions/", rows: "#op p", date: "a strong"),
        site(
            "miss", "https://courts.ms.gov/appellatecourts/docket/", rows: "//b[a]", title: "following::ul[1]/b[1]",
            date: nil, hasDates: false),
        site(
            "nc", "https://appellate.nccourts.org/opinion-filings/", rows: "tr.hover",
            link:
                "concat('https', substring-after(substring-before(.//span[@class='title']/@onclick, '\")'), '(\"http'))",
            title: "span.title", date: "substring-after(preceding::strong[contains(., 'Filed:')][1], 'Filed:')"),
        site(
            "nm", "https://nmonesource.com/nmos/nmsc/en/nav_date.do", rows: "li:has(.publicationDate)",
            link: ".documents a", title: ".title", date: ".publicationDate"),
        site(
            "nmctapp", "https://nmonesource.com/nmos/nmca/en/nav_date.do", rows: "li:has(.publicationDate)",
            link: ".documents a", title: ".title", date: ".publicationDate"),
        site(
            "nyappterm_1st", "http://www.nycourts.gov/reporter/", rows: "tbody tr:has(a.link)",
            link: "a.link", title: "td:first-child", date: "td:nth-child(2)"),
        site(
            "nysupct_commercial", "https://nycourts.gov/reporter/slipidx/com_div_2023_12.htm",
            rows: "tr:has(> td > a[href*='/3dseries/'])", date: "column(Date)"),
    ]

    private struct Row: Decodable, Hashable {
        var case_names: String
        var case_dates: String
        var download_urls: String
    }

    /// How much of a page was read as expected.
    private struct Score {
        var expected = 0
        var rows = 0
        var titles = 0
        var dates = 0
        var datesExpected = 0
        var surplus = 0
    }

    @Test func `of the expected rows at least nineteen in twenty are found, with name, date and link`() throws {
        var all = Score()
        for site in ListPageCorpusTests.courts {
            let score = try ListPageCorpusTests.score(site)
            #expect(score.rows == score.expected, "\(site.page): \(score)")
            #expect(score.surplus == 0, "\(site.page): \(score)")
            all.expected += score.expected
            all.rows += score.rows
            all.titles += score.titles
            all.dates += score.dates
            all.datesExpected += score.datesExpected
        }
        #expect(all.expected > 900)
        #expect(Double(all.rows) / Double(all.expected) >= 0.99)
        #expect(Double(all.titles) / Double(all.expected) >= 0.99)
        #expect(Double(all.dates) / Double(all.datesExpected) >= 0.99)
    }

    @Test func `a page that turns out to be a feed needs no selectors`() throws {
        let stem = "pages/list-pages-courts/ca9_u_example"
        let told = try ListPageCorpusTests.told(stem)
        let document = try SourceParser().parse(
            ParseInput(bytes: Corpus.bytes(stem + ".html"), sourceName: "ca9", kind: .feed)
        ).get()
        #expect(Set(document.items.map { $0.url ?? "" }).isSuperset(of: told.map(\.download_urls)))
    }

    @Test(
        "Registers of layoff notices and filings give every row",
        arguments: [
            (
                "pages/list-pages-warn/warn_ok_list_4b4212.html", "Vallourec Star, LP", "2020-04-06",
                "/search/warn_lookups/670", 25
            ),
            (
                "pages/list-pages-warn/warn_ok_list_c433b7.html", "Aimbridge Hospitality", "2020-03-21",
                "/search/warn_lookups/745", 2
            ),
        ])
    func layoffNotices(_ path: String, _ title: String, _ day: String, _ link: String, _ count: Int) throws {
        let selectors = ListSelectors(
            rows: "table.sortable tr", link: "column(Employer) a@href", title: "column(Employer)",
            date: "column(Notice Date)", summary: "column(LWIB Area)")
        let items = try ListPageCorpusTests.items(path, "https://okjobmatch.com/search/warn_lookups", selectors)
        #expect(items.count == count)
        #expect(
            items.allSatisfy { $0.title != nil && $0.published != nil && $0.url?.contains("/warn_lookups/") == true })
        #expect(items.first?.title == title)
        #expect(items.first?.published.map { String($0.description.prefix(10)) } == day)
        #expect(items.first?.url == "https://okjobmatch.com" + link)
    }

    @Test func `old lists of filings give every row`() throws {
        let index = try ListPageCorpusTests.items(
            "edgar/list-pages/daily_index_2018_QTR4.htm", "https://www.sec.gov/Archives/edgar/daily-index/2018/QTR4/",
            ListSelectors(rows: "table[summary=heding] tr", date: "column(Last Modified)"))
        #expect(index.count == 300)
        #expect(index.first?.title == "company.20181001.idx")
        #expect(index.first?.published == Timestamp(rfc3339: "2018-10-01T22:18:28Z"))
        #expect(
            index.first?.url == "https://www.sec.gov/Archives/edgar/daily-index/2018/QTR4/company.20181001.idx")
        let filings = try ListPageCorpusTests.items(
            "edgar/list-pages/single_cik_multiple_filings_10k.html", "https://www.sec.gov/cgi-bin/browse-edgar",
            ListSelectors(
                rows: "table.tableFile2 tr", link: "#documentsbutton", title: "column(Filings)",
                date: "column(Filing Date)", summary: "column(Description)"))
        #expect(filings.count == 28)
        #expect(filings.allSatisfy { $0.title?.hasPrefix("10-K") == true && $0.published != nil && $0.summary != nil })
        let documents = try ListPageCorpusTests.items(
            "edgar/list-pages/single_filing_page.html", "https://www.sec.gov/Archives/edgar/data/320193/",
            ListSelectors(rows: "table.tableFile tr", title: "column(Description)"))
        #expect(documents.first?.title == "10-K")
        #expect(documents.dropFirst().first?.title == "EXHIBIT 4.1")
    }

    @Test func `the rows proposed first are the list on most captured pages`() throws {
        var right = 0
        var among = 0
        var pages = 0
        for site in ListPageCorpusTests.courts {
            let stem = "pages/list-pages-courts/\(ListPageCorpusTests.file(site.page))"
            let wanted = Set(try ListPageCorpusTests.told(stem).map { ListPageCorpusTests.key($0.download_urls) })
            guard wanted.count >= 3 else { continue }
            pages += 1
            let proposals = RowProposal.proposals(bytes: try Corpus.bytes(stem + ".html"), url: site.url)
            let places = try proposals.map { proposal in
                let input = ParseInput(
                    bytes: try Corpus.bytes(stem + ".html"), url: site.url, sourceName: "",
                    selectors: proposal.selectors)
                let items = try SourceParser().parse(input).get().items
                let hits = Set(items.map { ListPageCorpusTests.key($0.url) }).intersection(wanted).count
                return hits * 10 >= wanted.count * 9
            }
            if places.first == true { right += 1 }
            if places.contains(true) { among += 1 }
        }
        #expect(pages >= 25)
        // The others: rows told apart by scripts only, one list in two tables, crossed tags; or the rows are right and
        // another link of theirs was expected.
        #expect(right >= 24)
        #expect(among >= 26)
    }

    private static func told(_ stem: String) throws -> [Row] {
        try JSONDecoder().decode([Row].self, from: Data(Corpus.bytes(stem + ".compare.json")))
    }

    private static func items(_ path: String, _ url: String, _ selectors: ListSelectors) throws -> [Item] {
        let input = ParseInput(bytes: try Corpus.bytes(path), url: url, sourceName: "test", selectors: selectors)
        return try SourceParser().parse(input).get().items
    }

    private static func score(_ site: Site) throws -> Score {
        let stem = "pages/list-pages-courts/\(file(site.page))"
        // The same row twice is one item.
        let rows = Set(try told(stem))
        let items = try items(stem + ".html", site.url, site.selectors)
        var unread = Dictionary(grouping: items) { key($0.url) }
        var score = Score(expected: rows.count, datesExpected: site.hasDates ? rows.count : 0)
        for row in rows.sorted(by: { ($0.download_urls, $0.case_names) < ($1.download_urls, $1.case_names) }) {
            let key = key(row.download_urls)
            guard let same = unread[key], !same.isEmpty else { continue }
            // One document may decide several cases, each a row of its own.
            let named = same.firstIndex { tells($0.title, row.case_names) }
            let item = same[named ?? 0]
            unread[key]?.remove(at: named ?? 0)
            score.rows += 1
            if named != nil { score.titles += 1 }
            if site.hasDates, item.published.map({ String($0.description.prefix(10)) }) == row.case_dates {
                score.dates += 1
            }
        }
        score.surplus = items.count - score.rows
        return score
    }

    private static func file(_ page: String) -> String { page.contains("_example") ? page : page + "_example" }

    private static func key(_ url: String?) -> String {
        (url ?? "").replacing("%20", with: " ").replacing("http://", with: "https://").lowercased()
    }

    /// The collectors smooth names: "USA" to "United States", no "et al."; all their words have to be there.
    private static func tells(_ title: String?, _ name: String) -> Bool {
        func words(_ text: String) -> Set<String> {
            Set(text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init))
        }
        let wanted = words(name).subtracting(["v", "vs", "the"])
        var there = words(title ?? "")
        if there.contains("usa") || (there.contains("u") && there.contains("s")) {
            there.formUnion(["united", "states"])
        }
        if there.contains("p") { there.insert("people") }
        return Double(wanted.intersection(there).count) >= 0.75 * Double(wanted.count)
    }
}
