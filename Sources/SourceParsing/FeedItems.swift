import TriggerModel

/// The items of a feed, and what they still need of it once it has been read to its end.
struct FeedItems: ~Copyable {
    private(set) var items: [Item] = []
    /// Entries of EDGAR's, whose parties are still to be brought together.
    private(set) var filings: [FilingEntry] = []
    private(set) var skipped = 0

    /// What every item is copied from.
    private let blank: Item
    // Items by their place in `items`.
    private var withoutAuthor: [Int] = []
    private var withoutLanguage: [Int] = []
    private var withRelativeAddress: [Int] = []
    /// Their identity is their link: it becomes absolute with the link.
    private var namedByLink: Set<Int> = []

    init(source: String) { blank = Item(source: source, id: "") }

    /// An empty draft for the next item, which may share the lists of the one before.
    func draft(base: String?, language: String?) -> ItemDraft {
        var draft = ItemDraft(base: base, language: language)
        if let last = items.indices.last {
            draft.authorsBefore = items[last].authors
            draft.categoriesBefore = items[last].categories
        }
        return draft
    }

    /// The draft is used up.
    mutating func add(_ draft: inout ItemDraft, of head: borrowing FeedHead) {
        if draft.isEmpty {
            skipped += 1
            return
        }
        let place = items.count
        if place == 0 { items.reserveCapacity(64) }
        if draft.guid == nil, draft.about == nil { namedByLink.insert(place) }
        let mayTakeLanguage = draft.language == nil && !draft.isWithoutLanguage
        if draft.guid?.startsIgnoringCase("urn:tag:sec.gov") ?? false {
            let details = draft.filingDetails
            let item = draft.finish(source: blank.source)
            if let entry = FilingEntry(item, details: details, company: head.companyName, number: head.companyNumber) {
                filings.append(entry)
                return
            }
            items.append(item)
        } else {
            items.append(blank)
            draft.move(into: &items[place])
        }
        if mayTakeLanguage { withoutLanguage.append(place) }
        if items[place].authors.isEmpty { withoutAuthor.append(place) }
        if let url = items[place].url, !WebAddress.isWeb(url) { withRelativeAddress.append(place) }
    }

    /// Fills in what the feed says for all its items: author (RFC 4287 section 4.2.1), language, base of links.
    mutating func finish(with head: borrowing FeedHead, documentURL: String?) {
        if !head.authors.isEmpty { for place in withoutAuthor { items[place].authors = head.authors } }
        if let language = head.feed.language {
            for place in withoutLanguage { items[place].language = language }
        }
        let base = [documentURL, head.feed.selfURL, head.feed.url].compactMap { $0 }.first(where: WebAddress.isWeb)
        for place in withRelativeAddress {
            // Also takes away what leads nowhere, as `javascript:` does.
            guard let url = items[place].url else { continue }
            items[place].url = WebAddress.absolute(url, against: base)
            if items[place].id == url, namedByLink.contains(place) { items[place].id = items[place].url ?? url }
        }
    }

    /// The items, which this value then no longer has.
    mutating func take() -> [Item] {
        defer { items = [] }
        return items
    }
}
