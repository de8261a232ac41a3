package import TriggerModel

/// The rest of an account that was given to a rep a few days ago, whichever rep that was.
///
/// It postpones and never drops: an alert comes when the account has had its rest. One that would not keep so long is
/// told at once, and so is a change of what was told.
package struct CoolDown: Hashable, Sendable {
    /// Whole days between two calls; 0: none.
    package var days: Int
    static let longestDays = 365

    package init(days: Int) { self.days = min(max(days, 0), Self.longestDays) }

    /// Until when `alert` waits, and the gate that says so; nil where it may be told on `today`.
    ///
    /// - Parameter last: when the account was last given to a rep.
    package func rest(
        of alert: Alert, after last: LastGiven?, today: CalendarDay
    ) -> (until: CalendarDay, gate: Gate)? {
        guard days > 0, alert.updates == nil, let last, last.event != alert.event else { return nil }
        let free = last.day.adding(days: days)
        guard today < free, free <= alert.goodUntil else { return nil }
        let detail =
            "account \(alert.account.id) was given to rep \(last.rep) on \(last.day) and rests \(days) days, until \(free)"
        return (free, Gate(.deliver, "cool-down", detail))
    }
}
