package import TriggerModel

/// What one poll of a source showed, as far as its rhythm goes.
package struct PollSight: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        /// A new document was read, whatever was in it.
        case changed
        /// 304, or the bytes of last time.
        case unchanged
        /// No document: not reached, refused, or nothing that could be read.
        case failed
    }

    package var at: Timestamp
    /// When it should have happened; nil where that is not known. A poll that comes hours late means that nobody watched,
    /// or that the clock was set.
    package var due: Timestamp?
    package var outcome: Outcome
    /// Entries or rows that the document held.
    package var entries: Int
    /// Items among them that were never seen before.
    package var newItems: Int
    /// False where none of the document's items was known although some were expected to be: `PollCounts.isGap`.
    package var overlaps: Bool
    /// The latest publication date in the document.
    package var newest: Timestamp?
    /// The publication dates of the entries, in any order; asked only of the first document of a source.
    package var dates: [Timestamp]
    /// Entries with a title, a date, a link of their own.
    package var titled: Int
    package var dated: Int
    package var linked: Int
    /// Size of the document.
    package var bytes: Int
    /// When the document says that it was built (RSS `lastBuildDate`, Atom `updated` of the feed).
    package var feedBuilt: Timestamp?

    package init(
        at: Timestamp, due: Timestamp? = nil, outcome: Outcome, entries: Int = 0, newItems: Int = 0,
        overlaps: Bool = true,
        newest: Timestamp? = nil, dates: [Timestamp] = [], titled: Int = 0, dated: Int = 0, linked: Int = 0,
        bytes: Int = 0,
        feedBuilt: Timestamp? = nil
    ) {
        self.at = at
        self.due = due
        self.outcome = outcome
        self.entries = entries
        self.newItems = newItems
        self.overlaps = overlaps
        self.newest = newest
        self.dates = dates
        self.titled = titled
        self.dated = dated
        self.linked = linked
        self.bytes = bytes
        self.feedBuilt = feedBuilt
    }
}
