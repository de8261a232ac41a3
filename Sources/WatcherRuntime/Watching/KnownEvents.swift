internal import EventRecognition
internal import Ledger
internal import TriggerModel

extension LedgerTransaction {
    /// The events that `event` may be told again of: by its parties, or by its story where it has none.
    func events(near event: Event) throws -> [Event] {
        try eventsNear(
            event.date, within: EventFolding.window, trigger: event.trigger, parties: event.parties,
            stories: StoryKeys.of(event))
    }

    /// Keeps an event so that `events(near:)` finds it.
    func remember(_ event: Event, toldBy items: [StoredItemID]) throws {
        try save(event, toldBy: items, stories: StoryKeys.of(event))
    }
}

extension WatchLedger {
    /// The events that `event` may be told again of, as `LedgerTransaction.events(near:)`.
    func events(near event: Event) throws -> [Event] {
        try eventsNear(
            event.date, within: EventFolding.window, trigger: event.trigger, parties: event.parties,
            stories: StoryKeys.of(event))
    }
}
