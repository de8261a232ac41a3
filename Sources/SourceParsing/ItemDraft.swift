import TriggerModel

/// An item while its element is being read: values with what they are worth, decided when the element ends.
struct ItemDraft: ~Copyable {
    var guid: String?
    var guidIsLink = false
    var guidIsNoLink = false
    /// What the tag of the `guid` that is being read says of it.
    var guidTag: Bool?
    /// Term of the `category` that is being read.
    var categoryTerm: String?
    var title: String?
    var link: String?
    /// The best `link` element with `href`, and its rank: alternate HTML before alternate before any other
    /// page; that of RSS is 4.
    var linkRank = 0
    var summary: String?
    var content: String?
    var published: Timestamp?
    var updated: Timestamp?
    /// `dc:date` and the like: published where nothing better is said.
    var date: Timestamp?
    var authors: [String] = []
    var categories: [String] = []
    /// A recording or picture is something, even where nothing is said about it.
    var hasEnclosure = false
    var language: String?
    /// An element around it says that it has no language.
    var isWithoutLanguage = false
    var base: String?

    init(base: String? = nil, language: String? = nil) {
        self.base = base
        self.language = language
    }

    /// What few items have, kept beside the rest: a draft is made and freed for every item of every feed.
    private final class Rare {
        var about: String?
        var fallbackTitle: String?
        var originalLink: String?
        var fallbackText: String?
        var fallbackSubtitle: String?
        var fallbackAuthor: String?
        var sourceAuthors: [String] = []
        var enclosure: String?
        var media: String?
        var filingDetails: [String: String] = [:]
    }
    // One draft alone holds it, because drafts are not copied.
    private var rare: Rare?

    private mutating func rareOnes() -> Rare {
        if let rare { return rare }
        let made = Rare()
        rare = made
        return made
    }

    /// `rdf:about`.
    var about: String? {
        get { rare?.about }
        set { rareOnes().about = newValue }
    }
    var fallbackTitle: String? {
        get { rare?.fallbackTitle }
        set { rareOnes().fallbackTitle = newValue }
    }
    /// The link that a redirecting service replaced.
    var originalLink: String? {
        get { rare?.originalLink }
        set { rareOnes().originalLink = newValue }
    }
    var fallbackText: String? {
        get { rare?.fallbackText }
        set { rareOnes().fallbackText = newValue }
    }
    var fallbackSubtitle: String? {
        get { rare?.fallbackSubtitle }
        set { rareOnes().fallbackSubtitle = newValue }
    }
    var fallbackAuthor: String? {
        get { rare?.fallbackAuthor }
        set { rareOnes().fallbackAuthor = newValue }
    }
    /// Authors of the feed that the entry was taken from (RFC 4287 section 4.2.1).
    var sourceAuthors: [String] {
        get { rare?.sourceAuthors ?? [] }
        set { rareOnes().sourceAuthors = newValue }
    }
    /// Address of the first one, `enclosure` before `media:content`: where to read the item if nothing else says so.
    var enclosure: String? {
        get { rare?.enclosure }
        set { rareOnes().enclosure = newValue }
    }
    var media: String? {
        get { rare?.media }
        set { rareOnes().media = newValue }
    }
    /// Fields of EDGAR's per-company entries by element name.
    var filingDetails: [String: String] {
        get { rare?.filingDetails ?? [:] }
        set { rareOnes().filingDetails = newValue }
    }

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
    /// draft is used up, its texts move into the item. (Made from all its texts at once and returned, an item would be
    /// copied twice on the way, with all their references counted.)
    mutating func move(into item: inout Item) {
        var url = originalLink ?? link.take()
        if url == nil, let guid, guidIsLink || (!guidIsNoLink && WebAddress.isWeb(guid)) {
            url = WebAddress.absolute(guid, against: base) ?? guid
        }
        if url == nil, let about, WebAddress.isWeb(about) { url = about }
        if url == nil { url = enclosure ?? media }
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
