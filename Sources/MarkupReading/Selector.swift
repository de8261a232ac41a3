import CLibXML2

/// Where parts of a page are: an XPath 1.0 expression or a CSS selector, compiled.
///
/// **Which of the two** a text is, its signs tell. It is XPath where it begins with `/`, `(`, `@`, `./`, `..` or a
/// function (`concat(`), or where it has, outside quotation marks, an axis (`descendant::a`), a `/`, a `|` between paths,
/// or brackets that hold a number, an `@` or a function (`td[2]`, `a[@href]`, `li[last()]`). Everything else is CSS:
/// `a`, `td a` and `h3[title]` find elements at any depth. XPath for a child of that name is `./a`.
///
/// **CSS subset** (Selectors level 3, a little of level 4):
///
/// | form | finds |
/// |---|---|
/// | `h3`, `*` | elements of a type, of any type |
/// | `#news`, `.item` | by id, by class |
/// | `[href]`, `[href="x"]` | with an attribute, with that value |
/// | `[class~=x]` `[href^="/news"]` `[href$=".pdf"]` `[href*="2026"]` `[lang\|=en]` | one word of it, its start, its end, a part, `en` and `en-…` |
/// | `[href$=".pdf" i]` | without looking at case |
/// | `ul li`, `ul > li` | inside, child of |
/// | `h2 + p`, `h2 ~ p` | right behind, anywhere behind among its siblings |
/// | `.news, .events` | either |
/// | `:first-child` `:last-child` `:only-child` `:nth-child(2)` `:nth-child(odd)` `:nth-child(3n+1)` `:nth-last-child(…)` | by place among its siblings |
/// | `td:nth-of-type(2)` `td:first-of-type` `td:last-of-type` `td:only-of-type` `td:nth-last-of-type(…)` | by place among siblings of its type |
/// | `:not(.ad, :first-child)`, `:is(h2, h3)` | none, one of these; each without spaces, `>`, `+`, `~` |
/// | `:has(a[href])`, `:has(> img)`, `:has(+ p)` | that hold, have as child, are followed by |
/// | `:empty`, `:root` | nothing in it but blanks; the page's outermost element |
/// | `:scope > td`, `> td` | children of the row itself |
/// | `a::attr(href)`, `a@href`, `@href` | the value of an attribute; alone: of the row itself |
/// | `td::text`, `::text` | its own text, without that of elements in it; alone: the row's |
///
/// Types and attribute names match in any case; ids, classes and values as written, but for the values that HTML
/// compares without case (`type`, `rel`, `lang`, `method` …). A value in quotation marks may hold anything; `\` makes
/// the next character an ordinary one (`.sm\:flex`). From a row, what a selector finds lies in the row or, where it does
/// not ask for a place among siblings, is the row; what stands before its last part may also lie around the row, as
/// with `querySelectorAll`.
///
/// **One extension, for tables**: `column(Notice Date)` is the cell of the row below the header cell of that name;
/// `column(Case) a::attr(href)` looks on in that cell. Names are compared by letters and digits only, without case.
/// Cells that span columns or rows count for each of them.
package struct Selector {
    package enum Language: Hashable, Sendable {
        case xpath, css
        /// `column(…)`, alone or with CSS behind it.
        case column
    }

    package let text: String
    package let language: Language
    /// What is looked for, from the row or from the column's cell; nil for a column's cell itself.
    let path: XPathExpression?
    let column: ColumnLookup?

    /// Longest text; what it compiles to grows with it, not faster.
    static let longest = 2048

    /// Throws where the text is neither, with the place.
    package init(_ text: String) throws(SelectorFault) {
        self.text = text
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.firstIndex(where: { !SelectorLanguage.isBlank($0) }) else {
            throw SelectorFault(text, "is empty; an element's name, a .class or an XPath is needed", column: 1)
        }
        guard scalars.count <= Selector.longest else {
            throw SelectorFault(
                text, "is longer than \(Selector.longest) characters", column: Selector.longest + 1)
        }
        if let zero = scalars.firstIndex(of: "\0") {
            throw SelectorFault(text, "holds a NUL character", column: zero + 1)
        }
        if let name = try ColumnName.read(scalars, from: first, in: text) {
            language = .column
            column = ColumnLookup(name.words)
            let rest = scalars[name.end...]
            guard rest.contains(where: { !SelectorLanguage.isBlank($0) }) else {
                path = nil
                return
            }
            path = try Selector.compiled(css: scalars, from: name.end, text)
        } else if SelectorLanguage.isXPath(scalars) {
            language = .xpath
            column = nil
            path = try Selector.compiled(xpath: scalars, text)
        } else {
            language = .css
            column = nil
            path = try Selector.compiled(css: scalars, from: 0, text)
        }
    }

    /// The XPath that is evaluated; nil for a column's cell itself.
    package var xpath: String? { path?.text }

    private static func compiled(
        css scalars: [Unicode.Scalar], from start: Int, _ text: String
    ) throws(SelectorFault) -> XPathExpression {
        var reader = SelectorReader(scalars, from: start, text)
        let xpath = SelectorTranslation.xpath(try reader.list())
        do throws(XPathFault) {
            return try XPathExpression(xpath, longest: 256 << 10)
        } catch {
            throw SelectorFault(text, "is too involved: \(error.reason)", column: 1)
        }
    }

    private static func compiled(
        xpath scalars: [Unicode.Scalar], _ text: String
    ) throws(SelectorFault) -> XPathExpression {
        try SelectorLanguage.check(xpath: scalars, text)
        do throws(XPathFault) {
            return try XPathExpression(text)
        } catch {
            // libxml2 counts bytes.
            let offset = error.offset.map { String(decoding: text.utf8.prefix($0), as: UTF8.self).unicodeScalars.count }
            throw SelectorFault(text, "is no XPath 1.0: \(error.reason)", column: (offset ?? 0) + 1)
        }
    }
}

extension HTMLTree {
    /// What a selector gives from `row`, or from the document. Throws where an XPath fails or the steps are used up.
    package func evaluate(_ selector: Selector, from row: HTMLNode? = nil) throws(XPathFault) -> Value {
        guard let column = selector.column else { return try evaluate(selector.path!, from: row) }
        guard let row, let cell = column.cell(of: row) else { return .nodes([]) }
        // A selector has a path or a column: `init` leaves none without both.
        return if let path = selector.path { try evaluate(path, from: cell) } else { .nodes([cell]) }
    }

    /// The nodes of a selector; a string becomes none.
    package func nodes(_ selector: Selector, from row: HTMLNode? = nil) throws(XPathFault) -> [HTMLNode] {
        if case .nodes(let nodes) = try evaluate(selector, from: row) { return nodes }
        return []
    }
}
