package import TriggerModel

/// The number of a stored item.
package struct StoredItemID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var number: Int64

    package init(_ number: Int64) { self.number = number }

    package var description: String { "\(number)" }

    package static func < (left: StoredItemID, right: StoredItemID) -> Bool { left.number < right.number }
}

/// The one final outcome of a new item.
package enum ItemOutcome: Hashable, Sendable {
    /// Stopped; the first gate that stopped it.
    case gated(Gate)
    /// Tells an event that made no alert of its own: another told it first, or the event reached nobody.
    case told
    /// Made at least one alert.
    case alerted
}

/// Whether an item was seen before.
package enum Identity: Hashable, Sendable {
    case new(StoredItemID)
    case known(StoredItemID)
    /// Seen before, with another title or text. `previousTitle` is nil where the title stayed.
    case revised(StoredItemID, previousTitle: String?)

    package var id: StoredItemID {
        switch self {
        case .new(let id), .known(let id), .revised(let id, _): id
        }
    }

    package var isNew: Bool {
        if case .new = self { true } else { false }
    }
}
