internal import TriggerModel

/// Names of fault scopes.
enum FaultScope {
    static func source(_ id: String) -> String { "source:\(id)" }
    static let configuration = "configuration"
    static let ledger = "ledger"
    /// Kinds that a poll neither opens nor closes: the ledger's own, those of the nightly comparison, and that of
    /// further documents.
    static let selfClosing = [
        "identity-key-retired", FaultKind.missed, FaultKind.moved, FaultKind.noIndex, FaultKind.unread,
    ]
}

/// Names of faults that the runtime opens on its own account; those of fetching and parsing have theirs.
enum FaultKind {
    /// Two documents in a row share no item: what came in between may be missing.
    static let gap = "gap"
    /// The control question failed as well.
    static let control = "control"
    /// The directory of activity files.
    static let folder = "folder"
    /// Rows or files of ours that could not be read.
    static let rejected = "rejected"
    /// The nightly index lists what the source never brought.
    static let missed = "missed"
    /// The daily index does not come.
    static let noIndex = "no-index"
    /// The pages or documents that its items wait for cannot be read; closes with the next one that can.
    static let unread = "unread"
    /// Lives at another address for good.
    static let moved = "moved"
}
