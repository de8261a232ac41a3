import MarkupReading
import TriggerModel

/// An article's page: title, main text, date, authors, language and canonical address.
enum ArticlePage {
    static func read(_ text: DecodedText, _ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        guard let tree = HTMLTree(text, limits: input.limits) else {
            return .failure(ParseFault(.notRecognised, "not an HTML page", damages: text.damages))
        }
        guard let item = item(tree, input) else {
            return .failure(ParseFault(.damaged, "a page without title and text", damages: tree.damages))
        }
        let feed = FeedDescription(title: item.title, url: item.url, language: item.language, format: "HTML page")
        return .success(
            ParsedDocument(
                kind: .article, feed: feed, items: [item], damages: tree.damages, encoding: text.encoding,
                counts: EntryCounts(seen: 1, items: 1)))
    }

    private static func item(_ tree: HTMLTree, _ input: ParseInput) -> Item? {
        let base = PageBase.of(tree, documentURL: input.url)
        let meta = PageMeta(tree)
        let linked = LinkedArticle(tree, maximumDepth: input.limits.depth)
        let heading = tree.elements(.heading).lazy.compactMap { $0.readableText(isSingleLine: true) }.first
        let pageTitle = PageBase.title(tree).map(withoutSiteName)
        let title = meta["og:title"] ?? linked.headline ?? heading ?? meta["twitter:title"] ?? pageTitle
        let content = MainText.of(tree).map { withoutHeading($0, title) }
        guard title != nil || content != nil else { return nil }
        let canonicalLink = tree.elements(.link).lazy
            .compactMap { $0.attribute("rel") == "canonical" ? $0.attribute("href") : nil }.first
        let canonical = canonicalLink ?? meta["og:url"]
        let url = canonical.flatMap { WebAddress.absolute($0, against: base) } ?? input.url
        let language = tree.root?.attribute("lang")?.trimmedOrNil
        let time = tree.elements(.time).lazy.compactMap { $0.attribute("datetime") }.first
        let published = [
            linked.published, meta["article:published_time"], meta["datepublished"], meta["og:published_time"],
            meta["date"], meta["pubdate"], meta["publishdate"], meta["dc.date.issued"], meta["dcterms.date"],
            meta["dcterms.created"], meta["dc.date"], meta["parsely-pub-date"], meta["sailthru.date"],
            meta["article.published"], meta["publication_date"], time,
        ]
        let modified = [linked.modified, meta["article:modified_time"], meta["datemodified"], meta["og:updated_time"]]
        var item = Item(
            source: input.sourceName, id: url ?? "", url: url, title: title,
            summary: meta["og:description"] ?? meta["description"] ?? meta["twitter:description"], content: content,
            published: published.lazy.compactMap { $0.flatMap(DateReading.timestamp) }.first,
            updated: modified.lazy.compactMap { $0.flatMap(DateReading.timestamp) }.first,
            authors: linked.authors.isEmpty
                ? [meta["author"], meta["article:author"]].compactMap { $0 }.filter { !WebAddress.isWeb($0) }.prefix(1)
                    .map { $0 } : linked.authors,
            language: language ?? meta["og:locale"])
        if item.id.isEmpty { item.id = ItemIdentity.hash(of: item) }
        return item
    }

    /// A text that begins with its own headline, without it.
    private static func withoutHeading(_ text: String, _ title: String?) -> String {
        guard let title, text.hasPrefix(title + "\n") else { return text }
        return String(text.utf8.dropFirst(title.utf8.count + 1)) ?? text
    }

    /// `Acme names chief - The Daily` without the site's name: the part before the last separator, if it is the
    /// longer one.
    private static func withoutSiteName(_ title: String) -> String {
        for separator in [" | ", " - ", " – ", " — ", " :: ", " » "] {
            let parts = split(title, separator)
            guard parts.count > 1, let last = parts.last else { continue }
            let rest = parts.dropLast().joined(separator: separator)
            if rest.count > last.count { return rest }
        }
        return title
    }

    private static func split(_ text: String, _ separator: String) -> [String] {
        let bytes = Array(text.utf8)
        let wanted = Array(separator.utf8)
        var parts: [String] = []
        var start = 0
        var index = 0
        while index + wanted.count <= bytes.count {
            if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
                parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += wanted.count
                start = index
            } else {
                index += 1
            }
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts
    }
}

/// The `meta` elements of a page, by `property`, `name` or `itemprop` in lower case; the first of a name counts.
private struct PageMeta {
    private var values: [String: String] = [:]

    init(_ tree: HTMLTree) {
        let plain = PlainTextReader()
        for node in tree.elements(.meta).prefix(500) {
            guard let name = node.attribute("property") ?? node.attribute("name") ?? node.attribute("itemprop"),
                let content = node.attribute("content"), values[name.lowercased()] == nil
            else { continue }
            values[name.lowercased()] = plain.text(content, as: .text, isSingleLine: true)
        }
    }

    subscript(_ name: String) -> String? { values[name] }
}

/// What a page says about its article as JSON-LD (schema.org Article and its kinds).
private struct LinkedArticle {
    var headline: String?
    var published: String?
    var modified: String?
    var authors: [String] = []

    init(_ tree: HTMLTree, maximumDepth: Int) {
        let scripts = tree.elements(.script).lazy.filter { $0.attribute("type")?.contains("ld+json") ?? false }
        for script in scripts.prefix(20) {
            var reader = JSONReader(Array(script.content.utf8), maximumDepth: maximumDepth)
            guard let value = reader.read() else { continue }
            var waiting = [value]
            var visited = 0
            while let next = waiting.popLast(), visited < 2000 {
                visited += 1
                if let elements = next.elements { waiting.append(contentsOf: elements.reversed()) }
                guard next.isObject else { continue }
                if LinkedArticle.isArticle(next) { take(next) }
                for name in ["@graph", "mainEntity", "mainEntityOfPage"] {
                    if let inner = next[name] { waiting.append(inner) }
                }
            }
        }
    }

    private static func isArticle(_ value: JSONValue) -> Bool {
        let types = value["@type"]?.elements ?? [value["@type"]].compactMap { $0 }
        return types.contains { ($0.text ?? "").hasSuffix("Article") || ($0.text ?? "").hasSuffix("Posting") }
    }

    private mutating func take(_ value: JSONValue) {
        let plain = PlainTextReader()
        if headline == nil {
            headline = value["headline"]?.text.flatMap { plain.text($0, as: .text, isSingleLine: true) }
        }
        if published == nil { published = value["datePublished"]?.text }
        if modified == nil { modified = value["dateModified"]?.text }
        guard authors.isEmpty else { return }
        for author in value["author"]?.elements ?? [value["author"]].compactMap({ $0 }) {
            if let name = author["name"]?.text ?? author.text, !authors.contains(name) { authors.append(name) }
        }
    }
}
