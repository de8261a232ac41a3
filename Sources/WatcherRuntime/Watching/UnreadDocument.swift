internal import Ledger
internal import TriggerModel

/// What the end of an item's waiting says about the further documents of its source.
enum UnreadDocument: Hashable, Sendable {
    /// Nothing: nobody asked for it.
    case none
    case wasRead
    /// It is not there. One page that is gone is no trouble of the source's, several in a row are.
    case missing(String)
    /// Why it could not be read.
    case blocked(String)

    /// From as many missing pages in a row on the source leads nowhere.
    private static let missingInARow = 5

    /// Opens or closes the source's fault.
    /// - Returns: the fault where it was not open before.
    func note(
        _ awaiting: AwaitingItem, _ source: Source, _ transaction: LedgerTransaction, at now: Timestamp
    ) throws -> [Fault] {
        switch self {
        case .none: return []
        case .wasRead:
            _ = try transaction.notePage(of: source.id, isMissing: false)
            _ = try transaction.closeFault(scope: FaultScope.source(source.id), kind: FaultKind.unread)
            return []
        case .missing(let reason):
            let count = try transaction.notePage(of: source.id, isMissing: true)
            guard count >= Self.missingInARow else { return [] }
            return try open(
                "none of the last \(count) pages that its items link to was there; the last one was "
                    + "\(awaiting.document.url) (\(reason)). Look whether their addresses have changed", source,
                transaction, now)
        case .blocked(let reason):
            let what = awaiting.document.kind == AwaitedArticle.kind ? "the article" : "the document"
            return try open(
                "\(what) \(awaiting.document.url) could not be read (\(reason)) in "
                    + "\(CycleSummary.counted(max(1, awaiting.attempts), "attempt")); its item was judged without it",
                source, transaction, now)
        }
    }

    private func open(
        _ detail: String, _ source: Source, _ transaction: LedgerTransaction, _ now: Timestamp
    ) throws -> [Fault] {
        let scope = FaultScope.source(source.id)
        let fault = Fault(scope: scope, kind: FaultKind.unread, detail: detail, openedAt: now)
        return try transaction.open(fault) ? [fault] : []
    }
}
