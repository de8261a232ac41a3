package import TriggerModel

/// What the first document of a source may alert: a source that is new to us is not news.
///
/// Under `backfill N days`, items of the last N days go on, but at most one alert per account comes of them; older
/// items, and items without a date that can be believed, are remembered only. Under `seed` all are remembered only.
/// Later documents are decided by identity alone.
package struct FirstContact: Hashable, Sendable {
    package let policy: Source.FirstPoll
    package let today: CalendarDay
    /// A clock or a zone that is wrong puts an item a day or two ahead, not more.
    static let furthestAhead = 2

    package init(_ policy: Source.FirstPoll, today: CalendarDay) {
        self.policy = policy
        self.today = today
    }

    /// Why an item of the first document is remembered only; nil where it goes on to recognition.
    package func gate(for item: Item) -> Gate? {
        guard case .backfill(let days) = policy else {
            return Gate(.intake, "seeded", "first document of the source, whose first-poll is seed")
        }
        guard let day = Self.day(of: item) else {
            return Gate(.intake, "seeded", "first document of the source, and the item has no date")
        }
        let age = today.daysSince1970 - day.daysSince1970
        if age > max(0, days) {
            return Gate(
                .intake, "seeded", "first document of the source, and \(day) is over \(days) days before \(today)")
        }
        if age < -Self.furthestAhead {
            return Gate(.intake, "seeded", "first document of the source, and \(day) is still to come on \(today)")
        }
        return nil
    }

    /// Of the alerts of a first document, the best per account, by alert id; the others with their gate.
    package static func budget(_ alerts: [Alert]) -> (kept: [Alert], dropped: [DroppedAlert]) {
        var kept: [Alert] = []
        var dropped: [DroppedAlert] = []
        for (_, same) in Dictionary(grouping: alerts, by: \.account.id) {
            let sorted = same.sorted { $0.isBetter(than: $1) }
            kept.append(sorted[0])
            for alert in sorted.dropFirst() where alert.id != sorted[0].id {
                let detail = "first document of the source: one alert per account, and \(sorted[0].id) scores higher"
                dropped.append(DroppedAlert(alert: alert.id, gate: Gate(.deliver, "first-contact", detail)))
            }
        }
        return (kept.sorted { $0.id < $1.id }, dropped.sorted { $0.alert < $1.alert })
    }

    private static func day(of item: Item) -> CalendarDay? {
        (item.published ?? item.updated ?? item.filing?.accepted)?.day ?? item.filing?.filed
    }
}
