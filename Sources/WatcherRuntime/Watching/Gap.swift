internal import Ledger
internal import SourceParsing
internal import TriggerModel

/// Two documents of a source that share no item (promise 7).
struct Gap: Hashable, Sendable {
    /// Paging back reached what was seen before.
    var isClosed: Bool
    var detail: String

    /// - Parameters:
    ///   - pages: pages read in this poll.
    ///   - cutOff: why reading back ended early.
    ///   - newest: the latest date that earlier documents showed; where they showed none, the last look counts. The last
    ///     look alone would not do: a server may have shown an old copy for days.
    /// - Returns: nil where the documents overlap, and where nothing can have rolled over: this document reaches back to
    ///   what was the newest before, so everything newer is listed.
    static func of(
        _ parsed: ParsedDocument, _ transaction: PollTransaction, pages: Int, cutOff: String?, newest: Timestamp?,
        _ source: Source, _ state: SourceState?
    ) -> Gap? {
        let counts = transaction.counts
        guard !transaction.isFirstContact, source.kind != .stream,
            let last = newest ?? state?.lastChangedAt ?? state?.firstDocumentAt
        else { return nil }
        if counts.hasOverlap {
            guard pages > 1 else { return nil }
            return Gap(
                isClosed: true,
                detail:
                    "no item of the newest page was seen before (the latest until now of \(last)); read back \(pages) pages to "
                    + "where they were, nothing is missing; the source is polled more often now")
        }
        guard transaction.isGap else { return nil }
        let oldest = parsed.items.compactMap { $0.published ?? $0.updated }.min()
        if cutOff == nil, let oldest, oldest <= last { return nil }
        let reach = oldest.map { "; the oldest of \(counts.items) items is of \($0)" } ?? ""
        let why = cutOff.map { " (\($0))" } ?? ""
        return Gap(
            isClosed: false,
            detail:
                "no item was seen before\(why): what came after \(last) may be missing\(reach); the source is polled "
                + "more often now")
    }
}
