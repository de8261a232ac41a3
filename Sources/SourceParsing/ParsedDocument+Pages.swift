import TriggerModel

extension ParsedDocument {
    /// Several pages of one answer as one document: the first page's own words, the items of all, each once.
    ///
    /// Pages shift while they are read, so that entries come on two of them.
    package static func joined(_ pages: [ParsedDocument]) -> ParsedDocument? {
        guard var whole = pages.first, pages.count > 1 else { return pages.first }
        let (items, merged) = ItemIdentity.merged(pages.flatMap(\.items))
        whole.counts = EntryCounts(
            seen: pages.reduce(0) { $0 + $1.counts.seen }, items: items.count,
            merged: pages.reduce(merged) { $0 + $1.counts.merged },
            skipped: pages.reduce(0) { $0 + $1.counts.skipped })
        whole.items = items
        whole.damages = pages.flatMap(\.damages)
        whole.timepoint = pages.last?.timepoint
        return whole
    }
}
