/// A file on its way out: a content-derived name and the bytes.
package struct OutgoingFile: Hashable, Sendable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// What a step over several files achieved. A name in neither list was not tried and stays as it was.
package struct MaildirBatch: Hashable, Sendable {
    /// Done and durable, in the order given.
    package var done: [String] = []
    package var failures: [MaildirError] = []

    package init(done: [String] = [], failures: [MaildirError] = []) {
        self.done = done
        self.failures = failures
    }
}
