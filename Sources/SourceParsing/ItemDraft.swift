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
    /// The best `link` element with `href`, and its rank: alternate HTML before alternate before any other
    /// page; that of RSS is 4.
    var linkRank = 0
    var originalLink: String?
    var summary: String?
    var content: String?
    var fallbackText: String?
    var fallbackSubtitle: String?
    var published: Timestamp?
    var updated: Timestamp?
    /// `dc:date` and the like: published where nothing better is said.
    var date: Timestamp?
    var authors: [String] = []
    var fallbackAuthor: String?
    /// Authors of the feed that the entry was taken from (RFC 4287 section 4.2.1).
    var sourceAuthors: [String] = []
    var categories: [String] = []
    /// A recording or picture is something, even where nothing is said about it.
    var hasEnclosure = false
    var language: String?
    var base: String?
    /// Fields of EDGAR's per-company entries by element name.
    var filingDetails: [String: String] = [:]

    /// The lists of the item before: most feeds have one author and few categories, and equal lists share memory.
    var authorsBefore: [String] = []
    var categoriesBefore: [String] = []

    mutating func addAuthor(_ name: String) {
        ItemDraft.add(name, to: &authors, like: authorsBefore, limit: 64)
    }

    mutating func addCategory(_ name: String) {
        ItemDraft.add(name, to: &categories, like: categoriesBefore, limit: 256)
    }

    private static func add(_ name: String, to names: inout [String], like before: [String], limit: Int) {
        if names.isEmpty, before.count == 1, before[0] == name {
            names = before
        } else if names.count < limit, !names.contains(name) {
            names.append(name)
        }
    }

    var isEmpty: Bool {
        guid == nil && title == nil && fallbackTitle == nil && link == nil && originalLink == nil && summary == nil
            && content == nil && fallbackText == nil && fallbackSubtitle == nil && about == nil && published == nil
            && updated == nil
            && date == nil && !hasEnclosure && authors.isEmpty && fallbackAuthor == nil && categories.isEmpty
    }

    /// The item as a new value; the draft is used up.
    mutating func finish(source: String) -> Item {
        var item = Item(source: source, id: "")
        move(into: &item)
        return item
    }

    /// Fills an item that has only its source: `url` absolute where a base is known and as written where none is. The
    /// draft is used up, its texts move into the item.
    mutating func move(into item: inout Item) {
        var url = originalLink.take() ?? link.take()
        if url == nil, let guid, guidIsLink || (!guidIsNoLink && WebAddress.isWeb(guid)) {
            url = WebAddress.absolute(guid, against: base) ?? guid
        }
        if url == nil, let about, WebAddress.isWeb(about) { url = about }
        item.content = content.take()
        item.summary = summary.take()
        if item.content == nil, item.summary == nil { item.summary = fallbackText ?? fallbackSubtitle }
        item.title = title.take() ?? fallbackTitle
        item.published = published ?? date
        item.updated = updated
        item.authors = authors.isEmpty ? fallbackAuthor.map { [$0] } ?? sourceAuthors : authors
        item.categories = categories
        item.language = language.take()
        item.url = url
        item.id = guid.take() ?? about ?? url ?? ItemIdentity.hash(of: item)
    }
}
