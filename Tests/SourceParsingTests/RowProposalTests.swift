import Foundation
import Testing
import TriggerModel

@testable import SourceParsing

struct RowProposalTests {
    /// A newsroom of its own kind, with what is around it on real pages.
    struct Newsroom: CustomTestStringConvertible {
        var testDescription: String
        var list: String
        /// Selectors of the best proposal: rows, link, title, date, summary.
        var expected: [String?]
        /// Of the first item.
        var title: String
        var day: String?
        var count: Int
    }

    private static let head = """
        <html lang="en"><head><title>News</title></head><body class="page has-sidebar"><a href="#main" class="skip">Skip</a>
        <header class="site-header"><a href="/">Kiln Works</a><nav class="nav"><ul><li><a href="/products">Products and services</a></li>
        <li><a href="/about">About our company</a></li><li><a href="/careers">Careers at Kiln Works</a></li><li><a href="/news">News</a></li></ul></nav></header>
        """
    private static let foot = """
        <aside class="sidebar"><h3>Most popular</h3><ul><li><a href="/p/1">A guide to choosing the right kiln</a></li>
        <li><a href="/p/2">Ten questions about our glazes</a></li><li><a href="/p/3">Why we moved to electric firing</a></li></ul></aside>
        <footer class="footer"><ul><li><a href="/privacy">Privacy policy</a></li><li><a href="/terms">Terms of use</a></li>
        <li><a href="/contact">Contact us today</a></li><li><a href="/imprint">Imprint and legal</a></li></ul><p>© 2026</p></footer></body></html>
        """

    private static let stories = [
        ("Kiln Works opens a second plant in Leeds", "2026-11-20", "November 20, 2026"),
        ("Kiln Works names Ada Brook chief financial officer", "2026-11-12", "November 12, 2026"),
        ("Third quarter results: orders up by a fifth", "2026-10-30", "October 30, 2026"),
        ("Kiln Works and Ash Tiles sign a supply contract", "2026-10-02", "October 2, 2026"),
    ]

    /// `$0.n` counts, `$0.t` is the title, `$0.i` the day in ISO 8601, `$0.d` the day in words.
    private static func rows(_ row: ((n: Int, t: String, i: String, d: String)) -> String) -> String {
        stories.enumerated().map { row((n: $0.offset, t: $0.element.0, i: $0.element.1, d: $0.element.2)) }.joined(
            separator: "\n")
    }

    static let newsrooms: [Newsroom] = [
        Newsroom(
            testDescription: "articles with headings",
            list: "<main id=main><h1>Newsroom</h1>"
                + rows {
                    "<article class='post-\($0.n)'><h2><a href='/news/\($0.n)'>\($0.t)</a></h2><time datetime='\($0.i)'>\($0.d)</time><p>The company said on the day that this would have an effect on its customers in the region.</p></article>"
                }
                + "</main>",
            expected: ["article", "a", "h2", "time", "p"], title: stories[0].0, day: "2026-11-20", count: 4),
        Newsroom(
            testDescription: "list items named by people",
            list: "<div class='press-list'><ul>"
                + rows {
                    "<li class='press-item \($0.n % 2 == 0 ? "odd" : "even")'><span class='date'>\($0.d)</span> <a href='/press/\($0.n).html'>\($0.t)</a></li>"
                }
                + "</ul></div>",
            expected: ["li.press-item", "a", "a", ".date", nil], title: stories[0].0, day: "2026-11-20", count: 4),
        Newsroom(
            testDescription: "a table without names",
            list: "<table><tr><th>Date</th><th>Release</th></tr>"
                + rows { "<tr><td>\($0.d)</td><td><a href='/r/\($0.n)'>\($0.t)</a></td></tr>" } + "</table>",
            expected: ["table tr", "a", "a", "td:nth-child(1)", nil], title: stories[0].0, day: "2026-11-20", count: 4),
        Newsroom(
            testDescription: "cards that are links",
            list: "<section class='news-grid'>"
                + rows {
                    "<a class='news-card' href='/n/\($0.n)'><div class='news-card__date'>\($0.d)</div><div class='news-card__title'>\($0.t)</div></a>"
                }
                + "</section>",
            expected: ["a.news-card", "a", ".news-card__title", ".news-card__date", nil], title: stories[0].0,
            day: "2026-11-20", count: 4),
        Newsroom(
            testDescription: "names made by a build",
            list: "<div class='css-1x2y3z'>"
                + rows {
                    "<div class='Teaser_root__\($0.n == 0 ? "aB3xQ" : "aB3xQ")'><p class='css-9k2jd8'>\($0.d)</p><h3 class='sc-bdVaJa'><a href='/n/\($0.n)'>\($0.t)</a></h3></div>"
                }
                + "</div>",
            expected: ["div[class*=\"Teaser_root__\"]", "a", "h3", "p", nil], title: stories[0].0, day: "2026-11-20",
            count: 4),
        Newsroom(
            testDescription: "lists of several months",
            list: "<div class='archive'>"
                + ["November", "October"].enumerated().map { month, name in
                    "<h3>\(name)</h3><ul class='releases'>"
                        + stories[(month * 2)..<(month * 2 + 2)].enumerated().map {
                            "<li><em>\($0.element.2)</em><a href='/\(month)/\($0.offset)'>\($0.element.0)</a></li>"
                        }.joined() + "</ul>"
                }.joined() + "</div>",
            expected: ["ul.releases > li", "a", "a", "em", nil], title: stories[0].0, day: "2026-11-20", count: 4),
        Newsroom(
            testDescription: "a date beside the link",
            list: "<div id=releases>" + rows { "<p>\($0.d) - <a href='/r/\($0.n)'>\($0.t)</a></p>" } + "</div>",
            expected: ["#releases p", "a", "a", "p::text", nil], title: stories[0].0, day: "2026-11-20", count: 4),
        Newsroom(
            testDescription: "read-more links",
            list: "<div class='row'>"
                + rows {
                    "<div class='col-md-6 teaser'><h4>\($0.t)</h4><small>\($0.d)</small><p>Short text about it that goes on for a while, as teasers do on such pages.</p><a class='btn' href='/x/\($0.n)'>Read more</a></div>"
                }
                + "</div>",
            expected: ["div.teaser", "a", "h4", "small", "p"], title: stories[0].0, day: "2026-11-20", count: 4),
        Newsroom(
            testDescription: "German dates",
            list: "<ul class='meldungen'>"
                + rows {
                    "<li><span class='datum'>\($0.i.split(separator: "-").reversed().joined(separator: "."))</span><h3><a href='/m/\($0.n)'>\($0.t)</a></h3></li>"
                }
                + "</ul>",
            expected: ["ul.meldungen > li", "a", "h3", ".datum", nil], title: stories[0].0, day: "2026-11-20", count: 4),
        Newsroom(
            testDescription: "definition list",
            list: "<dl class='newslist'>" + rows { "<dt>\($0.d)</dt><dd><a href='/d/\($0.n)'>\($0.t)</a></dd>" }
                + "</dl>",
            expected: ["dl.newslist > dd", "a", "a", nil, nil], title: stories[0].0, day: nil, count: 4),
        Newsroom(
            testDescription: "no dates at all",
            list: "<main><div class='stories'>"
                + rows {
                    "<div class='story'><h3><a href='/s/\($0.n)'>\($0.t)</a></h3><p>\($0.t), with more to read about what it means for everybody concerned.</p></div>"
                }
                + "</div></main>",
            expected: ["div.story", "a", "h3", nil, "p"], title: stories[0].0, day: nil, count: 4),
        Newsroom(
            testDescription: "nothing named, layout tables",
            list: "<table><tr><td>"
                + "<table><tr><td>Kiln Works</td></tr></table><table>"
                + rows { "<tr><td><font>\($0.d)</font></td><td><b><a href=/r/\($0.n)>\($0.t)</a></b></td></tr>" }
                + "</table></td></tr></table>",
            expected: [nil, "a", "a", "font", nil], title: stories[0].0, day: "2026-11-20", count: 4),
    ]

    @Test("The first proposal is the newsroom's list", arguments: newsrooms)
    func proposes(_ room: Newsroom) throws {
        let page = RowProposalTests.head + room.list + RowProposalTests.foot
        let proposals = RowProposal.proposals(bytes: Array(page.utf8), url: "https://kiln.example/news")
        let best = try #require(proposals.first)
        let selectors = best.selectors
        let found = [selectors.rows, selectors.link, selectors.title, selectors.date, selectors.summary]
        for (found, expected) in zip(found, room.expected).dropFirst(room.expected[0] == nil ? 1 : 0) {
            #expect(found == expected, "\(selectors)")
        }
        #expect(best.rows == room.count)
        #expect(best.items.first?.title == room.title)
        #expect(best.items.first?.published.map { String($0.description.prefix(10)) } == room.day)
        #expect(best.items.allSatisfy { $0.url?.hasPrefix("https://kiln.example/") == true })
        #expect(best.score > 0.4)
        #expect(proposals.count <= 3)
    }

    @Test(
        "A page without rows proposes nothing", arguments: ["", "{}", "<p>One paragraph</p>", "<html></html>", "\0\0"])
    func nothing(_ page: String) {
        #expect(RowProposal.proposals(bytes: Array(page.utf8)).isEmpty)
    }

    @Test func `navigation by itself scores low`() {
        let proposals = RowProposal.proposals(
            bytes: Array((RowProposalTests.head + RowProposalTests.foot).utf8), url: "https://kiln.example/")
        #expect(proposals.allSatisfy { $0.score < 0.4 }, "\(proposals)")
    }

    @Test(
        "Hostile pages end soon",
        arguments: [
            String(repeating: "<div class='a b c'><a href=x>some words 1 May 2026</a>", count: 30_000),
            String(repeating: "<li><a href=x>some words here</a> 1 May 2026</li>", count: 30_000),
            "<p class='" + String(repeating: "x1 ", count: 30_000) + "'>1 May 2026",
            (0..<20_000).map { "<p class=c\($0)><a href=\($0)>words of text \($0)</a></p>" }.joined(),
        ])
    func hostile(_ page: String) {
        let time = processorTime { _ = RowProposal.proposals(bytes: Array(page.utf8), url: "https://x.example/") }
        #expect(time < .seconds(20))
    }
}
