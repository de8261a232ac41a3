/// What a start found in `tmp/` and `new/`, compared with the ledger; everything in name order.
package struct RecoveryReport: Hashable, Sendable {
    /// Staged names published now.
    package var published: [String] = []
    /// Staged names whose temporary file is gone: renamed before the crash, so they count as published.
    package var countedAsPublished: [String] = []
    /// Pending names with a half-made temporary file; staging writes it again from the start.
    package var unfinished: [String] = []
    /// Temporary names the ledger does not know; they are removed.
    package var removed: [String] = []
    /// What could not be done; the rest was.
    package var failures: [MaildirError] = []

    package init(
        published: [String] = [], countedAsPublished: [String] = [], unfinished: [String] = [],
        removed: [String] = [], failures: [MaildirError] = []
    ) {
        self.published = published
        self.countedAsPublished = countedAsPublished
        self.unfinished = unfinished
        self.removed = removed
        self.failures = failures
    }

    /// The names whose ledger rows are to be marked published.
    package var receipts: [String] { (published + countedAsPublished).sorted() }
}
