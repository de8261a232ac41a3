import MarkupReading
import TriggerModel

/// The selectors of a list, compiled, and what they find in a row.
struct ListReader {
    private let rows: Selector
    private let link: Selector?
    private let title: Selector?
    private let date: Selector?
    private let summary: Selector?
    private let form: String?
    private let company: Selector?
    private let facts: [(fact: CompanyFact, selector: Selector)]

    // `try!`: the texts are fixed and correct, no input reaches them; a slip in one ends every test that reads a list.
    private let links = try! XPathExpression("descendant-or-self::a[@href]")
    private let times = try! XPathExpression("descendant-or-self::*/@datetime")

    init(_ selectors: ListSelectors) throws(ParseFault) {
        rows = try ListReader.compiled(selectors.rows, "rows")
        link = try ListReader.optional(selectors.link, "link")
        title = try ListReader.optional(selectors.title, "title")
        date = try ListReader.optional(selectors.date, "date")
        summary = try ListReader.optional(selectors.summary, "summary")
        form = selectors.form
        company = try ListReader.optional(selectors.company, "company")
        var facts: [(CompanyFact, Selector)] = []
        for fact in CompanyFact.allCases {
            if let selector = try ListReader.optional(selectors.facts[fact], fact.rawValue) {
                facts.append((fact, selector))
            }
        }
        self.facts = facts
    }

    func rows(_ tree: HTMLTree) throws(ParseFault) -> [HTMLNode] {
        do throws(XPathFault) {
            return try tree.nodes(rows)
        } catch {
            throw ListReader.fault(error, rows, "rows")
        }
    }

    /// An item, and its date as people read it where no machine was told another one.
    struct Row {
        var item: Item
        var dateText: String?
    }

    /// nil for a row with neither link nor title, as a table's head.
    func item(_ row: HTMLNode, _ tree: HTMLTree, _ base: String?, _ source: String) throws(ParseFault) -> Row? {
        let (address, linkText) = try readLink(row, tree)
        let url = address.flatMap { WebAddress.absolute(ListReader.withSlashes($0), against: base) }
        let title = if let title { try text(title, "title", row, tree, isSingleLine: true) } else { linkText }
        guard title != nil || url != nil else { return nil }
        let (date, dateText) = if let date { try self.date(date, row, tree) } else { (Timestamp?.none, String?.none) }
        let summary =
            if let summary { try text(summary, "summary", row, tree, isSingleLine: false) } else { String?.none }
        var item = Item(source: source, id: url ?? "", url: url, title: title, summary: summary, published: date)
        item.filing = try filing(row, tree, day: date?.day)
        if item.id.isEmpty { item.id = ItemIdentity.hash(of: item) }
        return Row(item: item, dateText: dateText)
    }

    /// The items of all rows, with numeric dates read in the order that the rows show together.
    static func items(_ rows: [Row], language: String?) -> [Item] {
        guard let order = ListDateOrder.of(rows.compactMap(\.dateText), language: language) else {
            return rows.map(\.item)
        }
        return rows.map { row in
            guard let text = row.dateText, let clear = order.rewritten(text), let date = date(clear) else {
                return row.item
            }
            var item = row.item
            item.published = date
            item.filing?.filed = date.day
            if item.id.hasPrefix("hash:") { item.id = ItemIdentity.hash(of: item) }
            return item
        }
    }

    // MARK: - Parts of a row

    /// The entry as the register's own kind of record; nil where the source names neither form nor company.
    private func filing(_ row: HTMLNode, _ tree: HTMLTree, day: CalendarDay?) throws(ParseFault) -> Filing? {
        let name = if let company { try text(company, "company", row, tree, isSingleLine: true) } else { String?.none }
        guard form != nil || name != nil else { return nil }
        var filing = Filing(form: form ?? "", filed: day)
        guard let name else { return filing }
        var party = FilingParty(name: name, role: .subject)
        var said: [CompanyFact: String] = [:]
        for (fact, selector) in facts {
            said[fact] = try text(selector, fact.rawValue, row, tree, isSingleLine: true)
        }
        CompanyFactReading.put(said, into: &party)
        filing.parties = [party]
        return filing
    }

    /// The address, and the text of the link that has it.
    private func readLink(_ row: HTMLNode, _ tree: HTMLTree) throws(ParseFault) -> (String?, String?) {
        guard let link else {
            return try firstLink(row, tree) ?? (nil, nil)
        }
        switch try evaluate(link, "link", row, tree) {
        case .text(let text): return (text.trimmedOrNil, nil)
        case .nodes(let nodes):
            for node in nodes {
                if node.isAttribute {
                    return (node.content.trimmedOrNil, node.parent?.readableText(isSingleLine: true))
                }
                if !node.isElement, let text = node.content.trimmedOrNil { return (text, nil) }
                if let found = try firstLink(node, tree) { return found }
            }
            return (nil, nil)
        }
    }

    private func firstLink(_ node: HTMLNode, _ tree: HTMLTree) throws(ParseFault) -> (String?, String?)? {
        for inner in try evaluate(links, node, tree) {
            if let address = inner.attribute("href")?.trimmedOrNil {
                return (address, inner.readableText(isSingleLine: true))
            }
        }
        return nil
    }

    private func text(
        _ selector: Selector, _ part: String, _ row: HTMLNode, _ tree: HTMLTree, isSingleLine: Bool
    ) throws(ParseFault) -> String? {
        switch try evaluate(selector, part, row, tree) {
        case .text(let text): return PlainTextReader().text(text, as: .text, isSingleLine: isSingleLine)
        case .nodes(let nodes):
            let parts = nodes.compactMap { $0.readableText(isSingleLine: isSingleLine) }
            return parts.isEmpty ? nil : parts.joined(separator: isSingleLine ? " " : "\n")
        }
    }

    /// The first date that a machine was told, else the first one that people read, with its text.
    private func date(
        _ selector: Selector, _ row: HTMLNode, _ tree: HTMLTree
    ) throws(ParseFault) -> (Timestamp?, String?) {
        switch try evaluate(selector, "date", row, tree) {
        case .text(let text): return (ListReader.date(text), text)
        case .nodes(let nodes):
            for node in nodes where node.isElement {
                let inner = try evaluate(times, node, tree)
                if let moment = inner.lazy.compactMap({ DateReading.timestamp($0.content) }).first {
                    return (moment, nil)
                }
            }
            let texts = nodes.compactMap { $0.readableText(isSingleLine: true) }
            // "March" in one element and "4, 2026" in the next.
            for text in texts.count > 1 ? texts + [texts.joined(separator: " ")] : texts {
                if let date = ListReader.date(text) { return (date, text) }
            }
            return (nil, nil)
        }
    }

    private static func date(_ text: String) -> Timestamp? {
        DateReading.timestamp(text) ?? DateReading.firstDate(in: text)
    }

    /// Browsers take `\` for `/` before the query (WHATWG URL, 4.4).
    private static func withSlashes(_ address: String) -> String {
        guard address.utf8.contains(UInt8(ascii: "\\")) else { return address }
        let end = address.firstIndex { $0 == "?" || $0 == "#" } ?? address.endIndex
        return String(address[..<end]).replacing("\\", with: "/") + address[end...]
    }

    // MARK: - Selectors

    private static func compiled(_ text: String, _ part: String) throws(ParseFault) -> Selector {
        do throws(SelectorFault) {
            return try Selector(text)
        } catch {
            throw ParseFault(.badSelector, "\(part): \(error.description)")
        }
    }

    private static func optional(_ text: String?, _ part: String) throws(ParseFault) -> Selector? {
        guard let text else { return nil }
        return try compiled(text, part)
    }

    private func evaluate(
        _ selector: Selector, _ part: String, _ row: HTMLNode, _ tree: HTMLTree
    ) throws(ParseFault) -> HTMLTree.Value {
        do throws(XPathFault) {
            return try tree.evaluate(selector, from: row)
        } catch {
            throw ListReader.fault(error, selector, part)
        }
    }

    private func evaluate(
        _ path: XPathExpression, _ node: HTMLNode, _ tree: HTMLTree
    ) throws(ParseFault) -> [HTMLNode] {
        do throws(XPathFault) {
            return try tree.nodes(path, from: node)
        } catch {
            throw ParseFault(.badSelector, error.description)
        }
    }

    /// Compiled and still failing: it is not for this page, or costs too many steps on it.
    private static func fault(_ error: XPathFault, _ selector: Selector, _ part: String) -> ParseFault {
        ParseFault(
            .badSelector, "\(part): selector \"\(selector.text.prefix(80))\" fails on this page: \(error.reason)")
    }
}
