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
    ///   - reachesBack: whether the pages show what was the newest before.
    ///   - newest: the latest date that earlier documents showed; where they showed none, the last look counts. The last
    ///     look alone would not do: a server may have shown an old copy for days.
    /// - Returns: nil where the documents overlap, and where nothing can have rolled over: this document reaches back to
    ///   what was the newest before, so everything newer is listed.
    static func of(
        _ parsed: ParsedDocument, _ transaction: PollTransaction, pages: Int, cutOff: String?, newest: Timestamp?,
        _ source: Source, _ state: SourceState?, reachesBack: () throws -> Bool
    ) rethrows -> Gap? {
        let counts = transaction.counts
        guard !transaction.isFirstContact, source.kind != .stream,
            let last = newest ?? state?.lastChangedAt ?? state?.firstDocumentAt
        else { return nil }
        // What is pinned to the top of a list is known in every document and shows nothing.
        let known = counts.known + counts.revised
        let isPinned = try known > 0 && known <= max(1, counts.items / 10) && counts.new > 2 && !reachesBack()
        if counts.hasOverlap, cutOff == nil, !isPinned {
            guard pages > 1 else { return nil }
            return Gap(
                isClosed: true,
                detail:
                    "no item of the newest page was seen before (the latest until now of \(last)); read back \(pages) pages to "
                    + "where they were, nothing is missing; the source is polled more often now")
        }
        guard transaction.isGap || cutOff != nil || isPinned else { return nil }
        let oldest = parsed.items.compactMap { $0.published ?? $0.updated }.min()
        if cutOff == nil, !isPinned, let oldest, oldest <= last { return nil }
        let reach = oldest.map { "; the oldest of \(counts.items) items is of \($0)" } ?? ""
        let why = cutOff.map { " (\($0))" } ?? ""
        return Gap(
            isClosed: false,
            detail:
                "\(known == 0 ? "no item" : "hardly any item") was seen before\(why): what came after \(last) may be missing\(reach); the source is polled "
                + "more often now")
    }
}
