internal import EventRecognition
internal import Ledger
internal import TriggerModel

/// What an event that may be told again is looked up by.
private struct Asked {
    var triggers: [String]
    var days: Int
    var stories: [String]

    init(_ event: Event, _ twins: TriggerTwins) {
        triggers = twins.all(of: event.trigger)
        days = event.isEnding ? EventFolding.endingWindow : EventFolding.window
        stories = Self.stories(of: event)
    }

    static func stories(of event: Event) -> [String] { StoryKeys.of(event) + StoryKeys.names(of: event) }

    /// Of all triggers that say the same, by day and id.
    func events(_ look: (_ trigger: String, _ asked: Asked) throws -> [Event]) rethrows -> [Event] {
        var found: [String: Event] = [:]
        for trigger in triggers {
            for event in try look(trigger, self) { found[event.id] = event }
        }
        return found.values.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }
}

extension LedgerTransaction {
    /// The events that `event` may be told again of: by its parties, or by its story where it has none.
    func events(near event: Event, _ twins: TriggerTwins) throws -> [Event] {
        try Asked(event, twins).events { trigger, asked in
            try eventsNear(
                event.date, within: asked.days, trigger: trigger, parties: event.parties, stories: asked.stories)
        }
    }

    /// Keeps an event so that `events(near:_:)` finds it.
    func remember(_ event: Event, toldBy items: [StoredItemID]) throws {
        try save(event, toldBy: items, stories: Asked.stories(of: event))
    }
}

extension WatchLedger {
    /// The events that `event` may be told again of, as `LedgerTransaction.events(near:_:)`.
    func events(near event: Event, _ twins: TriggerTwins) throws -> [Event] {
        try Asked(event, twins).events { trigger, asked in
            try eventsNear(
                event.date, within: asked.days, trigger: trigger, parties: event.parties, stories: asked.stories)
        }
    }
}
