internal import EventRecognition
internal import Ledger
internal import Reasoning
internal import TriggerModel

/// Reads stored items again with the rules of one configuration, on all processors.
struct Rereading: Sendable {
    let engine: ReasonEngine

    /// An event as it was told by one stored item.
    struct Told: Sendable {
        var event: Event
        var item: StoredItemID
        var received: Timestamp
    }

    /// A folded event with all that tell it.
    struct Whole: Sendable {
        var event: Event
        var outcome: EventFolding.Folded.Outcome
        var items: [StoredItemID]
        /// When the first of them was seen.
        var received: Timestamp
    }

    /// What the items tell, in their order.
    func read(_ items: [ReplayedItem]) async -> [Told] {
        await Self.inParts(items) { part in part.flatMap(told) }.flatMap { $0 }
    }

    /// `body` over all items in their order, in parts that keep every processor busy to the end.
    static func inParts<Value: Sendable>(
        _ items: [ReplayedItem], _ body: @escaping @Sendable (ArraySlice<ReplayedItem>) -> Value
    ) async -> [Value] {
        let size = max(1, (items.count + width - 1) / width)
        return await withTaskGroup(of: (Int, Value).self) { group in
            for (number, start) in stride(from: 0, to: items.count, by: size).enumerated() {
                let part = items[start..<min(start + size, items.count)]
                group.addTask { (number, body(part)) }
            }
            var parts: [(Int, Value)] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// More than processors: one that had the short items takes over from one that had the long ones.
    private static let width = 8

    /// Items that were remembered only, and activities, tell nothing.
    static func tells(_ stored: ReplayedItem) -> Bool { !stored.isKeptOut && stored.item.activity == nil }

    /// What one item tells.
    func told(_ stored: ReplayedItem) -> [Told] {
        guard Self.tells(stored) else { return [] }
        var item = stored.item
        if DateFlag(item, seenAt: stored.firstSeen) == .future {
            // As at the first reading: a date that cannot be counts as that of the first sight.
            item.published = nil
            item.updated = nil
        }
        let source = engine.source(item.source)
        let teller = TellerOrigin(
            source: item.source, publisher: source?.publisher ?? item.source,
            isFirstHand: source?.isFirstHand ?? false, kind: source?.kind)
        return engine.recogniser.recognise(item, teller: teller, received: stored.firstSeen).events
            .map { Told(event: $0, item: stored.id, received: stored.firstSeen) }
    }

    /// Folds what was told into whole events.
    /// - Parameter known: events of the ledger near those told.
    func fold(_ told: [Told], into known: [Event] = []) -> [Whole] {
        EventFolding(twins: engine.twins).fold(told.map(\.event), into: known).map { folded in
            let members = folded.members.map { told[$0] }
            let received = members.map(\.received).min() ?? Timestamp(folded.event.date)
            return Whole(
                event: folded.event, outcome: folded.outcome, items: Array(Set(members.map(\.item))).sorted(),
                received: received)
        }
    }
}
