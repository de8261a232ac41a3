import MarkupReading
import TriggerModel

/// An HTML list read by XPath selectors: one item for each row with a link or a title.
enum ListPage {
    static func read(_ text: DecodedText, _ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        guard let selectors = input.selectors else {
            return .failure(ParseFault(.badSelector, "a list page needs a selector for its rows"))
        }
        guard let tree = HTMLTree(text, limits: input.limits) else {
            return .failure(ParseFault(.notRecognised, "not an HTML page", damages: text.damages))
        }
        do throws(XPathFault) {
            let paths = try ListPaths(selectors)
            let base = PageBase.of(tree, documentURL: input.url)
            var counts = EntryCounts()
            var items: [Item] = []
            var damages = tree.damages
            for row in try tree.nodes(paths.rows) {
                guard counts.seen < input.limits.items else {
                    damages.append(MarkupDamage(.tooManyItems, detail: "more than \(input.limits.items)"))
                    break
                }
                counts.seen += 1
                if let item = try paths.item(row, tree, base, input.sourceName) {
                    items.append(item)
                } else {
                    counts.skipped += 1
                }
            }
            let (distinct, merged) = ItemIdentity.merged(items)
            counts.items = distinct.count
            counts.merged = merged
            let feed = FeedDescription(title: PageBase.title(tree), url: input.url, format: "HTML list")
            return .success(
                ParsedDocument(
                    kind: .list, feed: feed, items: distinct, damages: damages, encoding: text.encoding,
                    counts: counts))
        } catch {
            return .failure(ParseFault(.badSelector, error.description))
        }
    }
}

/// What links of a page are relative to, and its title.
enum PageBase {
    static func of(_ tree: HTMLTree, documentURL: String?) -> String? {
        guard let base = tree.elements(.base).lazy.compactMap({ $0.attribute("href") }).first else {
            return documentURL
        }
        return WebAddress.absolute(base, against: documentURL) ?? documentURL
    }

    static func title(_ tree: HTMLTree) -> String? {
        // A drawing's elements have titles too.
        let title = tree.elements(.title).first { !$0.isInside("svg") }
        return title.flatMap { PlainTextReader().text($0.content, as: .text, isSingleLine: true) }
    }
}

/// The selectors of a list, compiled.
private struct ListPaths {
    let rows: XPathExpression
    let link: XPathExpression
    let title: XPathExpression?
    let date: XPathExpression?
    let summary: XPathExpression?

    init(_ selectors: ListSelectors) throws(XPathFault) {
        rows = try XPathExpression(selectors.rows)
        link = try XPathExpression(selectors.link ?? "descendant-or-self::a[@href]")
        title = try ListPaths.compiled(selectors.title)
        date = try ListPaths.compiled(selectors.date)
        summary = try ListPaths.compiled(selectors.summary)
    }

    private static func compiled(_ text: String?) throws(XPathFault) -> XPathExpression? {
        guard let text else { return nil }
        return try XPathExpression(text)
    }

    /// nil for a row with neither link nor title, as a table's head.
    func item(_ row: HTMLNode, _ tree: HTMLTree, _ base: String?, _ source: String) throws(XPathFault) -> Item? {
        let (address, linkText) = try readLink(row, tree)
        let url = address.flatMap { WebAddress.absolute($0, against: base) }
        let title =
            try title.map { (path) throws(XPathFault) in try text(path, row, tree, isSingleLine: true) } ?? linkText
        guard title != nil || url != nil else { return nil }
        let date = try date.map { (path) throws(XPathFault) in try self.date(path, row, tree) } ?? nil
        let summary =
            try summary.map { (path) throws(XPathFault) in try text(path, row, tree, isSingleLine: false) } ?? nil
        var item = Item(source: source, id: url ?? "", url: url, title: title, summary: summary, published: date)
        if item.id.isEmpty { item.id = ItemIdentity.hash(of: item) }
        return item
    }

    private func readLink(_ row: HTMLNode, _ tree: HTMLTree) throws(XPathFault) -> (String?, String?) {
        switch try tree.evaluate(link, from: row) {
        case .text(let text): return (text.trimmedOrNil, nil)
        case .nodes(let nodes):
            for node in nodes {
                if node.isAttribute {
                    return (node.content.trimmedOrNil, node.parent?.readableText(isSingleLine: true))
                }
                if let address = node.attribute("href")?.trimmedOrNil {
                    return (address, node.readableText(isSingleLine: true))
                }
                if let inner = try tree.nodes(XPathExpression("descendant::a/@href"), from: node).first {
                    return (inner.content.trimmedOrNil, inner.parent?.readableText(isSingleLine: true))
                }
            }
            return (nil, nil)
        }
    }

    private func text(
        _ path: XPathExpression, _ row: HTMLNode, _ tree: HTMLTree, isSingleLine: Bool
    ) throws(XPathFault) -> String? {
        switch try tree.evaluate(path, from: row) {
        case .text(let text): return PlainTextReader().text(text, as: .text, isSingleLine: isSingleLine)
        case .nodes(let nodes):
            let parts = nodes.compactMap { $0.readableText(isSingleLine: isSingleLine) }
            return parts.isEmpty ? nil : parts.joined(separator: isSingleLine ? " " : "\n")
        }
    }

    private func date(_ path: XPathExpression, _ row: HTMLNode, _ tree: HTMLTree) throws(XPathFault) -> Timestamp? {
        if case .nodes(let nodes) = try tree.evaluate(path, from: row) {
            for node in nodes {
                let inner = try tree.nodes(XPathExpression("descendant-or-self::*/@datetime"), from: node)
                if let moment = inner.lazy.compactMap({ DateReading.timestamp($0.content) }).first { return moment }
            }
        }
        guard let text = try text(path, row, tree, isSingleLine: true) else { return nil }
        return DateReading.timestamp(text) ?? DateReading.firstDate(in: text)
    }
}
