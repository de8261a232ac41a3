import ConfigLoading
import EventRecognition
import Ledger
import RuleLanguage
import TriggerModel

/// Reads stored items with two packs of rules, and no item twice that both read the same.
///
/// First the items that may be other ones (see `RuleDifference`), with both. Of the rules that told something else there,
/// all other items are then read once: who else told it decides whether an alert is gained or lost.
struct BacktestReading: Sendable {
    /// What the rules that tell otherwise tell, on both sides.
    struct Outcome: Sendable {
        var before: [Rereading.Told] = []
        var after: [Rereading.Told] = []
        /// Items looked at, and those of them that were read.
        var items = 0
        var touched = 0
        /// Ids of the rules that differ, or tell otherwise by other shared words.
        var rules: [String] = []
    }

    /// Hears how many items of how many were looked at.
    typealias Progress = (_ done: Int, _ all: Int) -> Void

    let difference: RuleDifference
    private let sieve: DifferenceSieve
    private let old: ReasonEngine
    private let new: ReasonEngine
    /// With the rules alone that differ; nil where these tell by themselves what they tell.
    private let alone: (old: ReasonEngine, new: ReasonEngine)?
    private let ledger: WatchLedger
    private let start: Timestamp

    /// Items read at one time: enough for all processors, little memory.
    private static let batch = 8192

    init(_ old: ReasonEngine, _ new: ReasonEngine, since start: Timestamp, _ ledger: WatchLedger) {
        difference = RuleDifference(old.configuration.rules, new.configuration.rules)
        sieve = DifferenceSieve(difference)
        self.old = old.reading(difference.old)
        self.new = new.reading(difference.new)
        alone = difference.alone.map { (old.reading($0.old), new.reading($0.new)) }
        self.ledger = ledger
        self.start = start
    }

    func read(_ progress: Progress) async throws -> Outcome {
        let all = try ledger.replayCount(since: start)
        guard !difference.isEmpty else { return Outcome(items: all) }
        var outcome = Outcome(rules: difference.ids)
        var telling = difference.whole
        var same = SameItems()
        // A rule of which all items are read with both sides needs no second look.
        let keepsSame = difference.whole.count < sieve.rules.count
        var items = try ledger.replay(since: start, limit: Self.batch)
        while let last = items.last {
            // The next ones come from the disk while these are read.
            async let next = Self.load(ledger, start, after: last.id)
            for part in await Rereading.inParts(items, { look(at: $0, keepsSame: keepsSame) }) {
                outcome.before += part.before
                outcome.after += part.after
                outcome.touched += part.touched
                telling.formUnion(part.changed)
                same.append(part.same)
            }
            outcome.items += items.count
            items = try await next
            progress(outcome.items, all)
        }
        outcome.rules = Set(outcome.rules).union(telling).sorted()
        outcome.before.removeAll { !telling.contains($0.event.trigger) }
        outcome.after.removeAll { !telling.contains($0.event.trigger) }
        try await readOnce(same, telling.subtracting(difference.whole), into: &outcome, progress)
        return outcome
    }

    private struct Part: Sendable {
        var before: [Rereading.Told] = []
        var after: [Rereading.Told] = []
        /// Rules that told something else of an item.
        var changed: Set<String> = []
        var touched = 0
        var same = SameItems()
    }

    private func look(at items: ArraySlice<ReplayedItem>, keepsSame: Bool) -> Part {
        let (before, after) = (Rereading(engine: old), Rereading(engine: new))
        var part = Part()
        var page = sieve.page()
        for stored in items where Rereading.tells(stored) {
            switch sieve.look(at: stored.item, on: &page) {
            case .nothing: continue
            case .same: if keepsSame { part.same.append(stored.id, page.rules) }
            case .otherwise where tellsNothingAlone(stored):
                if keepsSame { part.same.append(stored.id, page.rules) }
            case .otherwise(let inOld, let inNew):
                // A side without a rule that has words for it tells nothing.
                let one = inOld ? before.told(stored) : []
                let two = inNew ? after.told(stored) : []
                part.touched += 1
                part.changed.formUnion(Set(one.map(\.event)).symmetricDifference(two.map(\.event)).map(\.trigger))
                part.before += one
                part.after += two
            }
        }
        return part
    }

    /// Whether no rule that differs tells anything of an item: then no other rule's event gives way, or comes back, either.
    private func tellsNothingAlone(_ stored: ReplayedItem) -> Bool {
        guard let alone else { return false }
        return Rereading(engine: alone.old).told(stored).isEmpty && Rereading(engine: alone.new).told(stored).isEmpty
    }

    /// What those of the rules tell that are the same on both sides, of the items that are.
    private func readOnce(
        _ same: SameItems, _ rules: Set<String>, into outcome: inout Outcome, _ progress: Progress
    ) async throws {
        let numbers = Set(sieve.rules.indices.filter { rules.contains(sieve.rules[$0]) }.map(UInt16.init))
        let ids = same.items(of: numbers)
        guard !ids.isEmpty else { return }
        // Most of these items tell nothing of the rules, and what tells nothing needs not give way.
        let few = Rereading(engine: new.reading(difference.new.only(rules)))
        let all = alone == nil ? nil : Rereading(engine: new)
        for first in stride(from: 0, to: ids.count, by: Self.batch) {
            let items = try ledger.replay(Array(ids[first..<min(first + Self.batch, ids.count)]))
            let told = await Rereading.inParts(items) { part in
                part.flatMap { item -> [Rereading.Told] in
                    let told = few.told(item)
                    guard let all, !told.isEmpty else { return told }
                    return all.told(item).filter { rules.contains($0.event.trigger) }
                }
            }.flatMap(\.self)
            outcome.before += told
            outcome.after += told
            outcome.touched += items.count
            progress(min(first + Self.batch, ids.count), ids.count)
        }
    }

    private static func load(
        _ ledger: WatchLedger, _ start: Timestamp, after id: StoredItemID
    ) async throws -> [ReplayedItem] {
        try ledger.replay(since: start, after: id, limit: batch)
    }
}

/// Items that both sides read the same, each with the rules that have words for it. A year of them is a few megabytes.
private struct SameItems: Sendable {
    private var ids: [StoredItemID] = []
    /// The rules of item `n` are `rules[ends[n - 1]..<ends[n]]`.
    private var ends: [UInt32] = []
    private var rules: [UInt16] = []

    mutating func append(_ id: StoredItemID, _ some: [UInt16]) {
        ids.append(id)
        rules += some
        ends.append(UInt32(rules.count))
    }

    mutating func append(_ others: SameItems) {
        let start = UInt32(rules.count)
        ids += others.ids
        rules += others.rules
        ends += others.ends.map { start + $0 }
    }

    /// Those for which any of the rules has words, in their order.
    func items(of wanted: Set<UInt16>) -> [StoredItemID] {
        guard !wanted.isEmpty else { return [] }
        var start = 0
        return ids.indices.compactMap { index in
            defer { start = Int(ends[index]) }
            return rules[start..<Int(ends[index])].contains(where: wanted.contains) ? ids[index] : nil
        }
    }
}
