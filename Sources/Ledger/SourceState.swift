package import TriggerModel

/// What is remembered of a source between polls.
package struct SourceState: Hashable, Sendable {
    package var source: String
    /// Validators of the last document whose items were committed (promise 3).
    package var etag: String?
    package var lastModified: String?
    /// SHA-256 of that document's bytes; an equal body is not parsed again.
    package var bodyHash: String?
    package var firstPolledAt: Timestamp
    /// When the first document that held an item was committed; nil means first contact is still to come.
    package var firstDocumentAt: Timestamp?
    package var lastPolledAt: Timestamp
    /// When the last new document was committed.
    package var lastChangedAt: Timestamp?
    /// Failed polls in a row.
    package var failures: Int
    package var nextPollAt: Timestamp
    package var lastOutcome: PollOutcome
    package var lastDetail: String
    /// Where the source's address leads by permanent redirects, and how many answers in a row said so.
    package var movedTo: String?
    package var movedCount: Int
    /// What was learnt of its habits, as it was handed over with a poll.
    package var rhythm: String?
    /// The configured address that all of this was learnt at.
    package var address: String?
    /// Where a stream goes on.
    package var timepoint: String?
    /// The last day that was compared with the source's daily index.
    package var reconciledDay: CalendarDay?

    package init(
        source: String, etag: String? = nil, lastModified: String? = nil, bodyHash: String? = nil,
        firstPolledAt: Timestamp, firstDocumentAt: Timestamp? = nil, lastPolledAt: Timestamp,
        lastChangedAt: Timestamp? = nil, failures: Int = 0, nextPollAt: Timestamp, lastOutcome: PollOutcome,
        lastDetail: String = "", movedTo: String? = nil, movedCount: Int = 0, rhythm: String? = nil,
        address: String? = nil, timepoint: String? = nil, reconciledDay: CalendarDay? = nil
    ) {
        self.source = source
        self.etag = etag
        self.lastModified = lastModified
        self.bodyHash = bodyHash
        self.firstPolledAt = firstPolledAt
        self.firstDocumentAt = firstDocumentAt
        self.lastPolledAt = lastPolledAt
        self.lastChangedAt = lastChangedAt
        self.failures = failures
        self.nextPollAt = nextPollAt
        self.lastOutcome = lastOutcome
        self.lastDetail = lastDetail
        self.movedTo = movedTo
        self.movedCount = movedCount
        self.rhythm = rhythm
        self.address = address
        self.timepoint = timepoint
        self.reconciledDay = reconciledDay
    }
}
