package import TriggerModel

/// How a poll ended, as one stable word.
package enum PollOutcome: String, Sendable, Codable, CaseIterable {
    /// A new document was read.
    case document
    /// 304.
    case notModified = "not-modified"
    /// 200 with the bytes of last time.
    case sameBody = "same-body"
    case failed

    /// Nothing was there to read and nothing was wrong.
    package var isUnchanged: Bool { self == .notModified || self == .sameBody }
}

/// One poll of one source, and what is to be remembered of the source after it.
package struct PollRecord: Hashable, Sendable {
    package var source: String
    package var at: Timestamp
    package var outcome: PollOutcome
    /// For people: the fault's name and text of a failed poll, damages of a document.
    package var detail: String
    /// HTTP status; nil where there was no answer.
    package var status: Int?
    /// Bytes of the body.
    package var bytes: Int
    /// Entries the document held; `entries = items + merged + skipped`.
    package var entries: EntryCounts
    package var etag: String?
    package var lastModified: String?
    package var bodyHash: String?
    package var failures: Int
    package var nextPollAt: Timestamp
    /// Where the source's own address led.
    package var move: Move
    /// What was learnt of the source's habits; nil keeps what is stored, as after most polls.
    package var rhythm: String?
    /// The configured address the poll was made for; nil keeps what is stored, as after most polls.
    package var address: String?
    /// Where a stream goes on; nil keeps what is stored.
    package var timepoint: String?
    /// The day that was compared with the source's daily index; nil keeps what is stored.
    package var reconciledDay: CalendarDay?

    package enum Move: Hashable, Sendable {
        /// Nobody asked at the source's own address, or it did not answer: what is stored stays.
        case unknown
        /// It answered itself.
        case stayed
        /// It said that it moved for good (301, 308).
        case to(String)
    }

    /// Counts an answer of the source's own address: the same redirect again counts up, another one begins at one, an
    /// answer without one (nil) ends the counting. `SourceState.movedCount` has the sum.
    package mutating func noteMove(to address: String?) { move = address.map(Move.to) ?? .stayed }

    /// `etag`, `lastModified` and `bodyHash` replace what is stored when the poll read a document, and when it found it
    /// unchanged and they are not nil. A failed poll keeps what was stored.
    package init(
        source: String, at: Timestamp, outcome: PollOutcome, detail: String = "", status: Int? = nil, bytes: Int = 0,
        entries: EntryCounts = EntryCounts(), etag: String? = nil, lastModified: String? = nil, bodyHash: String? = nil,
        failures: Int = 0, nextPollAt: Timestamp, move: Move = .unknown, rhythm: String? = nil,
        address: String? = nil, timepoint: String? = nil, reconciledDay: CalendarDay? = nil
    ) {
        self.source = source
        self.at = at
        self.outcome = outcome
        self.detail = detail
        self.status = status
        self.bytes = bytes
        self.entries = entries
        self.etag = etag
        self.lastModified = lastModified
        self.bodyHash = bodyHash
        self.failures = failures
        self.nextPollAt = nextPollAt
        self.move = move
        self.rhythm = rhythm
        self.address = address
        self.timepoint = timepoint
        self.reconciledDay = reconciledDay
    }
}

/// Entries of a document that did not become items of their own.
package struct EntryCounts: Hashable, Sendable {
    /// Told the same item as another entry, as the parties of one filing do.
    package var merged: Int
    /// Not readable as an item.
    package var skipped: Int

    package init(merged: Int = 0, skipped: Int = 0) {
        self.merged = merged
        self.skipped = skipped
    }
}
