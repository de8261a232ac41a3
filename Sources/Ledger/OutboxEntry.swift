/// A file that is owed to the outside: written by Delivery, remembered here until it is out.
package struct OutboxEntry: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case queue, spool
    }

    package enum State: String, Sendable, CaseIterable {
        /// Committed, no file yet.
        case pending
        /// Its temporary file is on disk and synced.
        case staged
        /// In `new/`, or already taken by the consumer.
        case published
        /// Given up after a reason that a person must look at; `retry` makes it pending again.
        case failed
    }

    package var id: Int64
    package var kind: Kind
    /// Content-derived file name, unique per kind for ever.
    package var name: String
    /// nil once it was published and retention dropped it.
    package var payload: [UInt8]?
    package var state: State
    package var attempts: Int
    /// Why the last attempt failed.
    package var detail: String?

    package init(
        id: Int64, kind: Kind, name: String, payload: [UInt8]?, state: State, attempts: Int = 0, detail: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.payload = payload
        self.state = state
        self.attempts = attempts
        self.detail = detail
    }
}

/// The name of an outbox file, without its bytes.
package struct OutboxName: Hashable, Sendable {
    package var id: Int64
    package var kind: OutboxEntry.Kind
    package var name: String
    package var state: OutboxEntry.State

    package init(id: Int64, kind: OutboxEntry.Kind, name: String, state: OutboxEntry.State) {
        self.id = id
        self.kind = kind
        self.name = name
        self.state = state
    }
}
