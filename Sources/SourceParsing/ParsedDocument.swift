package import MarkupReading
package import TriggerModel

/// What a document says: its items, what it says about itself, and what was wrong with it.
package struct ParsedDocument: Sendable {
    package var kind: DocumentKind
    package var feed: FeedDescription
    /// Distinct items in the document's order.
    package var items: [Item]
    package var damages: [MarkupDamage]
    package var encoding: EncodingDecision
    package var counts: EntryCounts
    /// When and where to look again, as far as the document says.
    package var hints: PollHints
    /// The last point of a stream from which it can be resumed.
    package var timepoint: String?

    package init(
        kind: DocumentKind, feed: FeedDescription = FeedDescription(), items: [Item], damages: [MarkupDamage],
        encoding: EncodingDecision, counts: EntryCounts, hints: PollHints = PollHints(),
        timepoint: String? = nil
    ) {
        self.kind = kind
        self.feed = feed
        self.items = items
        self.damages = damages
        self.encoding = encoding
        self.counts = counts
        self.hints = hints
        self.timepoint = timepoint
    }

    /// How much was damaged, in words, with the first place; nil for a sound document.
    package var damageSummary: String? {
        guard let first = damages.first else { return nil }
        let places = damages.reduce(0) { $0 + $1.count }
        return places == 1 ? "one damaged place, \(first)" : "\(places) damaged places, the first: \(first)"
    }
}

/// Where the entries of a document went: `seen == items + merged + skipped`.
package struct EntryCounts: Hashable, Sendable {
    /// Entries, rows or documents met.
    package var seen = 0
    package var items = 0
    /// Joined with another entry: the same item again, another party of the same filing.
    package var merged = 0
    /// Nothing in them that could be an item.
    package var skipped = 0

    package init(seen: Int = 0, items: Int = 0, merged: Int = 0, skipped: Int = 0) {
        self.seen = seen
        self.items = items
        self.merged = merged
        self.skipped = skipped
    }

    package var isConserved: Bool { seen == items + merged + skipped }
}

/// What a document says about itself.
package struct FeedDescription: Hashable, Sendable {
    package var title: String?
    /// The page the feed belongs to.
    package var url: String?
    /// Where the feed says it lives.
    package var selfURL: String?
    package var description: String?
    package var language: String?
    package var updated: Timestamp?
    /// The format by name: `RSS 2.0`, `Atom 1.0`, `JSON Feed 1.1`.
    package var format: String?

    package init(
        title: String? = nil, url: String? = nil, selfURL: String? = nil, description: String? = nil,
        language: String? = nil, updated: Timestamp? = nil, format: String? = nil
    ) {
        self.title = title
        self.url = url
        self.selfURL = selfURL
        self.description = description
        self.language = language
        self.updated = updated
        self.format = format
    }
}
