package import TriggerModel

/// Why the date that a document gives for an item cannot be trusted. Such an item counts as published when it was first
/// seen.
package enum DateFlag: String, Hashable, Sendable, CaseIterable {
    /// The document gives none.
    case missing
    /// It lies more than a day ahead of the time at which the item was seen: a day is what wrong time zones explain.
    case future

    /// nil where the date can be trusted.
    package init?(_ item: Item, seenAt time: Timestamp) {
        guard let date = Self.said(by: item) else {
            self = .missing
            return
        }
        // The beginning of Unix time and the like are no dates of publication.
        guard date.seconds >= Self.firstPlausible else {
            self = .missing
            return
        }
        guard date > time.adding(days: 1) else { return nil }
        self = .future
    }

    /// When the item counts as published: what it says itself where that can be trusted, else when it was first seen.
    package static func date(of item: Item, seenAt time: Timestamp) -> Timestamp {
        DateFlag(item, seenAt: time) == nil ? said(by: item) ?? time : time
    }

    /// 1980-01-01.
    private static let firstPlausible = 315_532_800

    /// The item itself says something about its date.
    static func isDated(_ item: Item) -> Bool { said(by: item) != nil }

    private static func said(by item: Item) -> Timestamp? {
        item.published ?? item.updated ?? item.filing?.accepted ?? item.filing?.filed.map { Timestamp($0) }
    }
}
