package import TriggerModel

/// An item with everything the ledger knows about its way.
package struct StoredItem: Hashable, Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        case awaiting, gated, told, alerted
    }

    package var id: StoredItemID
    /// Without summary and content once retention dropped them (`hasText` is false).
    package var item: Item
    package var hasText: Bool
    /// Why the item's date cannot be trusted; nil where it can.
    package var dateFlag: DateFlag?
    package var firstSeen: Timestamp
    package var lastSeen: CalendarDay
    /// Edits noticed since.
    package var revisions: Int
    /// The title before the last edit that changed it.
    package var previousTitle: String?
    package var outcome: Outcome
    /// The first gate that stopped it; nil unless gated.
    package var gate: Gate?
    /// Ids of the events it tells.
    package var events: [String]

    package init(
        id: StoredItemID, item: Item, hasText: Bool, dateFlag: DateFlag? = nil, firstSeen: Timestamp,
        lastSeen: CalendarDay, revisions: Int = 0,
        previousTitle: String? = nil, outcome: Outcome, gate: Gate? = nil, events: [String] = []
    ) {
        self.id = id
        self.item = item
        self.hasText = hasText
        self.dateFlag = dateFlag
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.revisions = revisions
        self.previousTitle = previousTitle
        self.outcome = outcome
        self.gate = gate
        self.events = events
    }
}

/// A gate that stopped an event, or one account's share of it.
package struct StoredGate: Hashable, Sendable {
    package var event: String
    /// nil where the whole event was stopped.
    package var account: String?
    package var gate: Gate
    package var at: Timestamp

    package init(event: String, account: String?, gate: Gate, at: Timestamp) {
        self.event = event
        self.account = account
        self.gate = gate
        self.at = at
    }
}
