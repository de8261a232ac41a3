import Testing

@testable import MarkupReading

struct SelectorTests {
    /// What a selector finds in a page, by id or else by text.
    private func found(_ selector: String, in page: String = SelectorTests.page, from row: String? = nil) throws
        -> [String]
    {
        let tree = try #require(HTMLTree(Array(page.utf8)))
        let start = try row.map { try #require(try tree.nodes(Selector($0)).first) }
        switch try tree.evaluate(Selector(selector), from: start) {
        case .text(let text): return ["text: \(text)"]
        case .nodes(let nodes): return nodes.map { $0.attribute("id") ?? $0.content.filter { $0 != "\n" } }
        }
    }

    private static let page = """
        <html id=page lang=en><body><div id=top class="news Main">
        <ul id=list class="list big"><li id=a class="item first"><a id=aa href="/news/1.html" rel=NOFOLLOW>One</a></li>
        <li id=b class=item><a id=ba href="/files/2.PDF" title='5" pipe'>Two</a><span id=bs class="sm:flex">x</span></li>
        <li id=c class="item last"><b id=cb><a id=ca href="https://x.example/3">Three</a></b></li>
        <li id=d lang=en-GB></li><li id=e> </li></ul>
        <p id=p1 data-x=1>first</p><h2 id=h>Head</h2><p id=p2>second <i id=i>in</i> text</p><p id=p3 data:x=go></p></div>
        <div id=foot class="footer news-list"><a id=fa href="/imprint">Imprint</a></div></body></html>
        """

    @Test(
        "CSS finds what the subset's table says",
        arguments: [
            ("li", ["a", "b", "c", "d", "e"]), ("LI.item", ["a", "b", "c"]), ("#c", ["c"]), ("*#c > *", ["cb"]),
            (".news", ["top"]), (".Main", ["top"]), (".main", []), (".item.last", ["c"]),
            ("[href]", ["aa", "ba", "ca", "fa"]), ("a[HREF='/imprint']", ["fa"]), ("[class=item]", ["b"]),
            ("[class~=\"last\"]", ["c"]), ("[class~='item last']", []), ("a[href^='/']", ["aa", "ba", "fa"]),
            ("a[href$='.pdf']", []), ("a[href$='.pdf' i]", ["ba"]), ("a[href*=\"news\"]", ["aa"]), ("a[href*='']", []),
            ("[lang|=en]", ["page", "d"]), (":root", ["page"]),
            ("[rel=nofollow]", ["aa"]), ("[rel=nofollow s]", []), ("a[title='5\" pipe']", ["ba"]),
            ("a[title=\"5\\\" pipe\"]", ["ba"]), (".sm\\:flex", ["bs"]), ("[data\\:x]", ["p3"]), ("#\\70 1", ["p1"]),
            ("ul a", ["aa", "ba", "ca"]), ("li > a", ["aa", "ba"]), ("div ul li b a", ["ca"]), ("div div a", []),
            ("h2 + p", ["p2"]), ("h2+p i", ["i"]), ("h2 ~ p", ["p2", "p3"]), ("p + p", ["p3"]),
            ("ul ~ h2 + p > i", ["i"]),
            ("h2, #p3, li.last", ["c", "h", "p3"]), ("p:first-child, h2", ["h"]),
            ("li:first-child", ["a"]), ("li:last-child", ["e"]), ("b:only-child", ["cb"]), ("li:nth-child(2)", ["b"]),
            ("li:nth-child(odd)", ["a", "c", "e"]), ("li:nth-child(even)", ["b", "d"]),
            ("li:nth-child(3n+1)", ["a", "d"]), ("li:nth-child(n+4)", ["d", "e"]), ("li:nth-child(-n+2)", ["a", "b"]),
            ("li:nth-child( -2n + 4 )", ["b", "d"]), ("li:nth-child(0)", []), ("li:nth-child(-3)", []),
            ("li:nth-last-child(2)", ["d"]), ("li:nth-last-child(2n)", ["b", "d"]),
            ("*:nth-child(2n+1) > a", ["aa", "ca"]),
            ("p:first-of-type", ["p1"]), ("p:only-of-type", []), ("h2:only-of-type, span:only-of-type", ["bs", "h"]),
            ("p:nth-of-type(2)", ["p2"]), ("p:last-of-type", ["p3"]),
            ("p:nth-of-type(odd)", ["p1", "p3"]), ("p:nth-of-type(odd):nth-child(even)", ["p1"]),
            ("p:nth-last-of-type(n+2)", ["p1", "p2"]), ("li:nth-child(odd):not(:first-child)", ["c", "e"]),
            ("p:not(:first-of-type)", ["p2", "p3"]), ("li:not(.item)", ["d", "e"]),
            ("li:not(.first, .last):not([lang])", ["b", "e"]), ("li:not(:nth-child(odd))", ["b", "d"]),
            ("li:has(a)", ["a", "b", "c"]), ("li:has(> a)", ["a", "b"]), ("li:has(b a, span)", ["b", "c"]),
            ("p:has(+ h2)", ["p1"]), ("ul:has(~ h2)", ["list"]), ("li:has(+ li:has(span))", ["a"]),
            ("li:not(:has(a))", ["d", "e"]), ("li:empty", ["d", "e"]), ("li:is(.first, :last-child)", ["a", "e"]),
            (":is(h2, b)", ["cb", "h"]), ("ul::attr(class)", ["list big"]),
            ("li a::attr(href)", ["/news/1.html", "/files/2.PDF", "https://x.example/3"]),
            ("#ba@title", ["5\" pipe"]), ("#p2::text", ["second ", " text"]),
            ("a[id=fa]@href , h2::text", ["Head", "/imprint"]),
        ] as [(String, [String])])
    func css(_ selector: String, _ expected: [String]) throws {
        #expect(try Selector(selector).language == .css)
        #expect(try found(selector) == expected)
    }

    @Test(
        "From a row, a selector stays in the row",
        arguments: [
            ("a", "#b", ["ba"]), ("li", "#b", ["b"]), (".list a", "#b", ["ba"]), ("li:nth-child(2)", "#b", []),
            (":scope", "#b", ["b"]), (":scope > a", "#b", ["ba"]), ("> a", "#c", []), (":scope a", "#c", ["ca"]),
            ("+ li", "#b", ["c"]), ("~ li", "#c", ["d", "e"]), ("> b > a", "#c", ["ca"]),
            ("@class", "#c", ["item last"]),
            ("::attr(class)", "#c", ["item last"]), (":scope@class", "#c", ["item last"]),
            ("::text", "#p2", ["second ", " text"]),
            ("a, span", "#b", ["ba", "bs"]), (".//a", "#b", ["ba"]), ("ancestor::div/@id", "#b", ["top"]),
        ] as [(String, String, [String])])
    func fromRow(_ selector: String, _ row: String, _ expected: [String]) throws {
        #expect(try found(selector, from: row) == expected)
    }

    @Test(
        "XPath and CSS are told apart by their signs",
        arguments: [
            ("/html/body", .xpath), ("//li", .xpath), ("./a", .xpath), ("../h2", .xpath), ("(//a)[1]", .xpath),
            ("@href", .xpath), ("@href/..", .xpath), ("descendant::a", .xpath), ("td[2]", .xpath),
            ("td[@class='d']", .xpath),
            ("a[contains(., 'x')]", .xpath), ("concat('a', 'b')", .xpath), ("td/a", .xpath), ("li[last()]", .xpath),
            ("a | b", .xpath), ("text()", .xpath), ("child::text()", .xpath), ("'x'", .xpath), ("td[./a]", .xpath),
            (".", .xpath),
            ("td", .css), (".item", .css), ("a[href='/x|y']", .css), ("a::attr(href)", .css), ("a@href", .css),
            ("td::text", .css), ("[lang|=en]", .css), ("li:nth-child(2)", .css), ("a[title=\"(1) @x /\"]", .css),
            ("*", .css), ("#a", .css), (":has(a[b]) > c", .css), ("> a", .css), ("::text", .css),
            ("column(Date)", .column), (" column( 'A) b' ) a@href", .column),
        ] as [(String, Selector.Language)])
    func language(_ text: String, _ expected: Selector.Language) throws {
        #expect(try Selector(text).language == expected)
    }

    @Test(
        "A wrong selector says where and what would be right",
        arguments: [
            ("", 1, "is empty; an element's name, a .class or an XPath is needed"),
            ("  ", 1, "is empty; an element's name, a .class or an XPath is needed"),
            ("li >", 5, "an element's name, .class, #id or [attribute] is missing behind this sign"),
            ("li > > a", 6, "> cannot stand here; an element's name, .class, #id or [attribute] belongs here"),
            ("li,", 4, "an element's name, .class, #id or [attribute] is missing"),
            (", li", 1, ", cannot stand here; an element's name, .class, #id or [attribute] belongs here"),
            ("li)", 3, ") cannot stand here; an element's name, .class, #id or [attribute] belongs here"),
            ("li.", 4, "a class's name is missing after the point"), ("#", 2, "an id is missing after #"),
            (".2x", 2, "a class's name is missing after the point"),
            ("a[href", 2, "this [ is never closed with ]"), ("a[href='x'", 2, "this [ is never closed with ]"),
            ("a[href=]", 8, "a value belongs here; in quotation marks it may hold anything"),
            ("a[href^=/news]", 9, "a value belongs here; in quotation marks it may hold anything"),
            ("a[href=x.html]", 9, "a value with . in it needs quotation marks; ] belongs here"),
            ("a[href!='x']", 7, "=, ~=, ^=, $=, *=, |= or ] belongs here"),
            ("a[href='x]", 8, "this quotation mark is never closed"),
            ("a[href='x' q]", 12, "only i (any case) or s (exact) may follow a value"),
            (
                "li:first", 3,
                ":first is not known; known are :first-child, :last-child, :nth-child(…), :not(…), :has(…), :empty and their relatives"
            ),
            ("li:nth-child(x)", 14, "a place is a number, odd, even or an+b as 2n+1"),
            ("li:nth-child(2", 3, "the ) of :nth-child(…) is missing"),
            ("li:nth-child", 13, ":nth-child needs parentheses"),
            ("li:nth-child(999999999999999999999)", 14, "this number is too large"),
            (":first-of-type", 1, ":first-of-type needs an element's name before it, as in td:first-of-type"),
            ("li:not(a b)", 8, ":not(…) takes single elements, without blanks, >, + and ~ between them"),
            (
                "a::before", 1,
                "a:: is no axis of XPath and no value of CSS; known are ancestor::, ::text and ::attr(name)"
            ), ("a::attr()", 9, "an attribute's name is missing after ::attr("),
            ("a::attr(href", 13, "the ) of ::attr(…) is missing"),
            ("a ::text", 3, "the value belongs right behind the element, without a blank"),
            ("a::text b", 8, nil), (":scope.x", 7, nil), ("li:scope", 3, ":scope can only stand at the beginning"),
            ("td{2}", 3, "{ means nothing here; a name with it is written with \\ before it"),
            (String(repeating: "a ", count: 40), 65, "more than 32 parts"),
            (":not(:not(:not(:not(:not(a)))))", 26, "more than 4 parentheses in each other"),
            ("//tr[", 5, "this [ is never closed with ]"), ("//tr]", 5, "this ] closes nothing"),
            ("//tr[@a='x]", 9, "this quotation mark is never closed"), ("//tr[foo()]", 6, nil),
            ("//tr[contain(., 'x')]", 6, "contain() is no function of XPath 1.0; contains() is"),
            ("//x:tr", 3, "a page has no prefixes; write *[name()='x:…']"), ("//tr[$x]", 6, nil),
            ("//tr[1 +]", 9, nil), ("decsendant::a", 1, nil), ("//tr a", 6, nil),
            ("column(", 8, "the ) of column(…) is missing"),
            ("column()", 8, "the name of a header cell is missing, as in column(Notice Date)"),
            ("column(A) >", 12, "an element's name, .class, #id or [attribute] is missing behind this sign"),
            ("a\0", 2, "holds a NUL character"),
        ] as [(String, Int, String?)])
    func refuses(_ text: String, _ column: Int, _ message: String?) throws {
        let fault = #expect(throws: SelectorFault.self) { _ = try Selector(text) }
        let found = try #require(fault)
        if let message { #expect(found.message == message) }
        #expect(found.column == column, "\(found)")
        #expect(!found.message.isEmpty)
    }

    @Test(
        "Values stay values, whatever they hold",
        arguments: ["'", "\"", "'\"", "'] | //* | a['", "x') or true() or ('", "\\\\", "]]>&lt;", "''\"\"''"])
    func quoting(_ value: String) throws {
        var escaped = ""
        for character in value { escaped += character == "\"" || character == "\\" ? "\\\(character)" : "\(character)" }
        let other = "<p id=o title=other>o</p>"
        let attribute = value.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        let page = "<p id=v title=\"\(attribute)\">v</p>\(other)"
        #expect(try found("[title=\"\(escaped)\"]", in: page) == ["v"])
        #expect(try found("p[title*=\"\(escaped)\"]:not([title$=\"r\"])", in: page) == ["v"])
    }

    @Test func `classes are words, whatever blanks are between them`() throws {
        #expect(try found(".b", in: "<p id=x class='a\n\tb  c'>x</p><p id=y class=ab>y</p>") == ["x"])
    }

    @Test(
        "Selectors for thousands of rows stay within the steps of a page",
        arguments: [
            ("tr:nth-child(odd)", 5000), ("tr:nth-of-type(2n)", 5000), ("tr:not(:first-child)", 9999),
            ("table tr td a", 10_000),
            ("tr:nth-child(2n+1) > td, tr:first-child", nil), ("td, a", 20_000), ("tr:has(a[href])", 10_000),
            ("tr:nth-child(n+9000)", 1001),
        ] as [(String, Int?)])
    func isLinear(_ selector: String, _ expected: Int?) throws {
        let page = "<table>" + String(repeating: "<tr><td><a href=x>y</a></td></tr>", count: 10_000) + "</table>"
        let tree = try #require(HTMLTree(Array(page.utf8)))
        let clock = ContinuousClock()
        let start = clock.now
        if let expected {
            #expect(try tree.nodes(Selector(selector)).count == expected)
        } else {
            // Counting siblings of each of them is refused, not endured.
            #expect(throws: XPathFault.self) { _ = try tree.nodes(Selector(selector)) }
        }
        #expect(clock.now - start < .seconds(5))
    }

    @Test func `a long selector compiles in proportion to its length`() throws {
        let many = Array(repeating: ".aaaa", count: 300).joined(separator: ",")
        let path = try #require(try Selector(many).xpath)
        #expect(path.utf8.count < 300 * 120)
        #expect(throws: SelectorFault.self) { _ = try Selector(String(repeating: ".a", count: 2000)) }
    }

    // MARK: - Columns

    private static let table = """
        <table id=outer><tr><td><table><caption>Notices</caption>
        <thead><tr><th>Company ▲</th><th colspan=2>Notice\u{a0}Date:</th><th>File</th></tr></thead>
        <tr id=r1><td>Ash</td><td rowspan=2 id=d1>1 May</td><td>am</td><td><a id=l1 href=1>f</a></td></tr>
        <tr id=r2><td id=n2>Birch</td><td>pm</td><td><a id=l2 href=2>f</a></td></tr>
        <tr id=r3><td colspan=2>Cedar</td><td>3 May</td></tr></table></td></tr></table>
        """

    @Test(
        "A column's cell is found by the header's words",
        arguments: [
            ("column(Notice Date)", "#r1", ["d1"]), ("column(NOTICE-DATE)", "#r2", ["d1"]),
            ("column(company)", "#r2", ["n2"]),
            ("column(File) a", "#r2", ["l2"]), ("column(File) a::attr(href)", "#r1", ["1"]),
            ("column('File') > a@href", "#r2", ["2"]),
            ("column(Notice Date)", "#r3", ["Cedar"]), ("column(File)", "#r3", []), ("column(Nothing)", "#r1", []),
            ("column(Company)", "thead tr", []), ("column(company)", "#n2", ["n2"]), ("column(company)", "#outer", []),
        ] as [(String, String, [String])])
    func columns(_ selector: String, _ row: String, _ expected: [String]) throws {
        #expect(try found(selector, in: SelectorTests.table, from: row) == expected)
    }

    @Test func `hostile spans cost no more than the table`() throws {
        let page =
            "<table><tr><th>A<th>B</tr>"
            + String(repeating: "<tr id=r><td colspan=99999 rowspan=99999>x</td><td>y</td></tr>", count: 2000)
            + "</table>"
        #expect(try found("column(B)", in: page, from: "#r") == ["x"])
    }
}
