internal import Ledger
internal import TriggerModel

/// What the end of an item's waiting says about the further documents of its source.
enum UnreadDocument: Hashable, Sendable {
    /// Nothing: one page that is gone is no trouble of the source's.
    case none
    case wasRead
    /// Why it could not be read.
    case blocked(String)

    /// Opens or closes the source's fault.
    /// - Returns: the fault where it was not open before.
    func note(
        _ awaiting: AwaitingItem, _ source: Source, _ transaction: LedgerTransaction, at now: Timestamp
    ) throws -> [Fault] {
        let scope = FaultScope.source(source.id)
        switch self {
        case .none: return []
        case .wasRead:
            _ = try transaction.closeFault(scope: scope, kind: FaultKind.unread)
            return []
        case .blocked(let reason):
            let what = awaiting.document.kind == AwaitedArticle.kind ? "the article" : "the document"
            let detail =
                "\(what) \(awaiting.document.url) could not be read (\(reason)) in "
                + "\(CycleSummary.counted(max(1, awaiting.attempts), "attempt")); its item was judged without it"
            let fault = Fault(scope: scope, kind: FaultKind.unread, detail: detail, openedAt: now)
            return try transaction.open(fault) ? [fault] : []
        }
    }
}
