import TriggerModel

/// An item while its element is being read: values with what they are worth, decided when the element ends.
struct ItemDraft {
    var guid: String?
    var guidIsLink = false
    var guidIsNoLink = false
    var about: String?
    var title: String?
    var fallbackTitle: String?
    var link: String?
    /// The best `link` element with `href`, and its rank: alternate HTML before alternate before any other page.
    var linkRank = 0
    var originalLink: String?
    var summary: String?
    var content: String?
    var fallbackText: String?
    var published: Timestamp?
    var updated: Timestamp?
    /// `dc:date` and the like: published where nothing better is said.
    var date: Timestamp?
    var authors: [String] = []
    var fallbackAuthor: String?
    var categories: [String] = []
    /// A recording or picture is something, even where nothing is said about it.
    var hasEnclosure = false
    var language: String?
    var base: String?
    /// Fields of EDGAR's per-company entries by element name.
    var filingDetails: [String: String] = [:]

    mutating func addAuthor(_ name: String) {
        if authors.count < 64, !authors.contains(name) { authors.append(name) }
    }

    mutating func addCategory(_ name: String) {
        if categories.count < 256, !categories.contains(name) { categories.append(name) }
    }

    var isEmpty: Bool {
        guid == nil && title == nil && fallbackTitle == nil && link == nil && originalLink == nil && summary == nil
            && content == nil && fallbackText == nil && about == nil && published == nil && updated == nil
            && date == nil && !hasEnclosure && authors.isEmpty && fallbackAuthor == nil && categories.isEmpty
    }

    /// The item, with `url` absolute where a base is known and as written where none is.
    func finished(source: String) -> Item {
        var url = originalLink ?? link
        if url == nil, let guid, guidIsLink || (!guidIsNoLink && WebAddress.isWeb(guid)) {
            url = WebAddress.absolute(guid, against: base) ?? guid
        }
        if url == nil, let about, WebAddress.isWeb(about) { url = about }
        let text = summary ?? (content == nil ? fallbackText : nil)
        let item = Item(
            source: source, id: guid ?? about ?? url ?? "", url: url, title: title ?? fallbackTitle, summary: text,
            content: content, published: published ?? date, updated: updated,
            authors: authors.isEmpty ? fallbackAuthor.map { [$0] } ?? [] : authors, categories: categories,
            language: language)
        if !item.id.isEmpty { return item }
        var identified = item
        identified.id = ItemIdentity.hash(of: item)
        return identified
    }
}
