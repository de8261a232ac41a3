import MarkupReading
package import TriggerModel

/// Joins an item of a feed that carries headlines only with the page of its article.
package enum ArticleReading {
    /// The item with what its page adds: the text; title, summary, dates, authors, topics and language where the item lacks
    /// them, title and summary also where the feed cut them and the page has them whole. Identity and address stay.
    ///
    /// Fails where the page is not that article, with the reason named: a later try may help against `challenge`,
    /// `consent`, `errorPage` and `noText`, hardly against `login`, `frontPage` and `otherArticle`.
    package static func enrich(
        _ item: Item, with bytes: [UInt8], contentType: String?, url: String?
    ) -> Result<Item, ParseFault> {
        let input = ParseInput(
            bytes: bytes, contentType: contentType, url: url ?? item.url, sourceName: item.source, kind: .article)
        if let fault = otherKind(input) { return .failure(fault) }
        let page: Item
        switch SourceParser().parse(input) {
        case .failure(let fault): return .failure(fault)
        case .success(let document):
            guard let read = document.items.first else {
                return .failure(ParseFault(.noText, "the page has no text", damages: document.damages))
            }
            page = read
        }
        if let fault = ArticleFit(item: item, page: page).fault(bytes) { return .failure(fault) }
        return .success(joined(item, page))
    }

    /// Documents that are no pages, by their first bytes.
    private static func otherKind(_ input: ParseInput) -> ParseFault? {
        if input.bytes.starts(with: "%PDF-".utf8) { return ParseFault(.otherKind, "a PDF, not a page") }
        if input.contentType?.lowercased().hasPrefix("application/pdf") ?? false {
            return ParseFault(.otherKind, "a PDF, not a page")
        }
        let text = TextDecoding.decode(input.bytes, contentType: input.contentType, limits: input.limits)
        switch DocumentShape.of(text.utf8) {
        case .json: return ParseFault(.otherKind, "JSON, not a page")
        case .xml(let root) where root != "html":
            return ParseFault(.otherKind, "XML with root <\(root.prefix(40))>, not a page")
        default: return nil
        }
    }

    private static func joined(_ item: Item, _ page: Item) -> Item {
        var item = item
        item.title = fuller(item.title, page.title)
        item.summary = fuller(item.summary, page.summary)
        // A page that shows its first lines only, to readers without a subscription, does not replace a whole text.
        if let text = page.content, text.utf8.count * 3 >= (item.content?.utf8.count ?? 0) * 2 { item.content = text }
        item.published = item.published ?? page.published
        item.updated = item.updated ?? page.updated
        if item.authors.isEmpty { item.authors = page.authors }
        if item.categories.isEmpty { item.categories = page.categories }
        item.language = item.language ?? page.language
        item.url = item.url ?? page.url
        return item
    }

    /// The page's text where the item has none, or has its beginning and a mark of being cut.
    private static func fuller(_ own: String?, _ page: String?) -> String? {
        guard let own else { return page }
        guard let page, let start = withoutCut(own), page.utf8.count > start.utf8.count else { return own }
        let words = WordHashes(start).hashes
        // The last word may be cut, too.
        return words.count > 2 && WordHashes(page).hashes.starts(with: words.dropLast()) ? page : own
    }

    /// The text before "…", "..." or "[…]" at its end; nil for a text that ends otherwise.
    private static func withoutCut(_ text: String) -> String? {
        for mark in ["[…]", "[...]", "…", "..."] where text.hasSuffix(mark) {
            return text.dropLast(mark.count).trimmedOrNil
        }
        return nil
    }
}
