package import TriggerModel

/// The morning list of one rep: as many rows as fit the power hour, the best reason first, each account once.
package struct CallList: Hashable, Sendable {
    package var rep: String
    package var day: CalendarDay
    package var rows: [CallListRow]
    /// Rows that had no room: they come again each morning until their reason expires.
    package var waiting: [CallListRow]
    /// Alerts that will not be listed any more, each with its gate, by alert id.
    package var dropped: [DroppedAlert]

    /// Accounts that had no room.
    package var heldBack: Int { waiting.count }

    /// Every alert the list shows: what is to be recorded as told.
    package var listedAlerts: [String] { rows.flatMap { [$0.alert.id] + $0.also.map(\.id) } }

    package init(
        rep: String, day: CalendarDay, rows: [CallListRow], waiting: [CallListRow], dropped: [DroppedAlert]
    ) {
        self.rep = rep
        self.day = day
        self.rows = rows
        self.waiting = waiting
        self.dropped = dropped
    }
}

extension CallList {
    /// The list of `rep` for the morning of `today`.
    ///
    /// Alerts of other reps, and those in `already`, are none of this list's business and leave no trace in it. The
    /// result does not depend on the order of `alerts`.
    ///
    /// - Parameters:
    ///   - alerts: all that may still be told, also those held back before.
    ///   - already: ids of alerts that an earlier list has shown.
    ///   - notBefore: the first day on which an alert is listed, by alert id, where a campaign or a cool-down holds it
    ///     back: until then it waits, unless it would expire or the account is called for another reason.
    package static func build(
        rep: Rep, alerts: [Alert], already: Set<String>, today: CalendarDay, notBefore: [String: CalendarDay] = [:]
    ) -> CallList {
        var list = CallList(rep: rep.id, day: today, rows: [], waiting: [], dropped: [])
        var open: [String: Alert] = [:]
        for alert in alerts where alert.rep == rep.id && !already.contains(alert.id) {
            if today <= alert.goodUntil {
                open[alert.id] = alert
            } else {
                let detail = "good until \(alert.goodUntil), and never had room on a list; today is \(today)"
                list.dropped.append(DroppedAlert(alert: alert.id, gate: Gate(.deliver, "expired", detail)))
            }
        }
        for (old, new) in superseded(in: open) {
            open[old] = nil
            let gate = Gate(.deliver, "superseded", "update \(new) tells it as it is now")
            list.dropped.append(DroppedAlert(alert: old, gate: gate))
        }
        // One broken sender may repeat an expired alert; each is dropped once.
        list.dropped = Array(Set(list.dropped)).sorted { $0.alert < $1.alert }
        let held = open.values.filter { alert in
            notBefore[alert.id].map { today < $0 && $0 <= alert.goodUntil } ?? false
        }
        for alert in held { open[alert.id] = nil }
        let rows = Dictionary(grouping: open.values, by: \.account.id).values.map { alerts in
            let sorted = alerts.sorted { $0.isBetter(than: $1) }
            return CallListRow(alert: sorted[0], also: Array(sorted.dropFirst()))
        }
        let sorted = rows.sorted(by: isBefore)
        let room = max(0, rep.callListLength)
        list.rows = Array(sorted.prefix(room))
        // Who is called today anyway hears of it now: nobody is rung up twice in a week for want of a day.
        let called = Dictionary(uniqueKeysWithValues: list.rows.enumerated().map { ($1.alert.account.id, $0) })
        var later: [CallListRow] = []
        for alert in held.sorted(by: { $0.isBetter(than: $1) }) {
            if let row = called[alert.account.id] {
                list.rows[row].also.append(alert)
            } else {
                later.append(CallListRow(alert: alert, also: []))
            }
        }
        later.sort(by: isBefore)
        list.waiting = Array(sorted.dropFirst(room)) + later
        return list
    }

    /// Alerts that a later alert of the list replaces: the first alert, and all of its updates but the last.
    private static func superseded(in open: [String: Alert]) -> [(old: String, new: String)] {
        let updates = Dictionary(grouping: open.values.filter { $0.updates != nil }) { $0.updates ?? $0.id }
        return updates.flatMap { first, updates -> [(old: String, new: String)] in
            let sorted = updates.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
            guard let latest = sorted.last else { return [] }
            let older = sorted.dropLast().map(\.id) + (open[first] == nil ? [] : [first])
            return older.map { ($0, latest.id) }
        }
    }

    /// Between accounts: the better reason, then the name as people sort it.
    private static func isBefore(_ left: CallListRow, _ right: CallListRow) -> Bool {
        if left.alert.score != right.alert.score { return left.alert.score > right.alert.score }
        let names = (left.alert.account.name.lowercased(), right.alert.account.name.lowercased())
        return names.0 == names.1 ? left.alert.account.id < right.alert.account.id : names.0 < names.1
    }
}
