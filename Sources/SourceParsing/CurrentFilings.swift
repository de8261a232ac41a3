import TriggerModel

/// Entries of an EDGAR feed as filings: one item per accession, with all its parties.
///
/// An entry's id is the filing's, not its own: a Form 4 stands there under issuer and reporting person, a merger
/// under subject and filer, co-registrants one by one.
enum CurrentFilings {
    static func merged(_ entries: [FilingEntry]) -> (items: [Item], merged: Int, skipped: Int) {
        var places: [String: Int] = [:]
        var items: [Item] = []
        var ranks: [Int] = []
        var skipped = 0
        for entry in entries {
            guard entry.isComplete else {
                skipped += 1
                continue
            }
            let rank = entry.party.map { FilingParty.Role.allCases.firstIndex(of: $0.role)! } ?? Int.max
            guard let place = places[entry.item.id] else {
                places[entry.item.id] = items.count
                var item = entry.item
                if let party = entry.party { item.filing?.parties = [party] }
                items.append(item)
                ranks.append(rank)
                continue
            }
            join(entry, rank, to: &items[place], &ranks[place])
        }
        return (items, entries.count - items.count - skipped, skipped)
    }

    /// Title and link come from the party the filing is about: filer, then issuer, reporting person, subject, filer
    /// for another.
    private static func join(_ entry: FilingEntry, _ rank: Int, to item: inout Item, _ best: inout Int) {
        guard var filing = item.filing, let other = entry.item.filing else { return }
        if let party = entry.party, !filing.parties.contains(party) { filing.parties.append(party) }
        for code in other.items where !filing.items.contains(code) { filing.items.append(code) }
        filing.filed = filing.filed ?? other.filed
        filing.accepted = filing.accepted ?? other.accepted
        if rank < best {
            best = rank
            item.title = entry.item.title
            item.url = entry.item.url
        }
        item.filing = filing
    }
}
