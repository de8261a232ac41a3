package import TriggerModel

/// The further document that an item needs before it is judged.
package struct AwaitedDocument: Hashable, Sendable {
    package var url: String
    /// What it is, in the runtime's words: `filing-index`, `article`.
    package var kind: String
    /// When the item is judged without it.
    package var deadline: Timestamp

    package init(url: String, kind: String, deadline: Timestamp) {
        self.url = url
        self.kind = kind
        self.deadline = deadline
    }
}

/// An item that waits.
package struct AwaitingItem: Hashable, Sendable {
    package var id: StoredItemID
    package var item: Item
    package var document: AwaitedDocument
    /// Attempts to fetch the document so far.
    package var attempts: Int
    package var nextAttemptAt: Timestamp
    package var since: Timestamp
    /// Why the last attempt was in vain; nil before there was one.
    package var detail: String?

    package init(
        id: StoredItemID, item: Item, document: AwaitedDocument, attempts: Int, nextAttemptAt: Timestamp,
        since: Timestamp, detail: String? = nil
    ) {
        self.id = id
        self.item = item
        self.document = document
        self.attempts = attempts
        self.nextAttemptAt = nextAttemptAt
        self.since = since
        self.detail = detail
    }
}
