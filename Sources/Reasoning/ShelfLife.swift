package import TriggerModel

/// How long an event is a reason: from the day it happened, not from the day we read of it.
///
/// An event may lie ahead (a chief who starts on 1 January): it is as fresh as can be until its day, and its shelf life
/// runs from that day. A day further ahead than a year is a slip in the source, and nothing is told on such a date.
package struct ShelfLife: Hashable, Sendable {
    /// Nothing is kept for longer than ten years, whatever a rule says.
    package static let longestDays = 3650
    /// Announced dates are rarely further ahead than the next financial year.
    package static let furthestAhead = 366

    package let eventDate: CalendarDay
    /// 0...`longestDays`; 0 is the day itself only.
    package let days: Int

    package init(from eventDate: CalendarDay, days: Int) {
        self.eventDate = eventDate
        self.days = min(max(days, 0), Self.longestDays)
    }

    /// The last day on which it is still a reason.
    package var goodUntil: CalendarDay { eventDate.adding(days: days) }

    package func isOpen(on today: CalendarDay) -> Bool { today <= goodUntil }

    /// 0 on the last day ... `full` on the day of the event and before it, falling linearly, rounded down.
    package func freshness(on today: CalendarDay, full: Int) -> Int {
        let age = today.daysSince1970 - eventDate.daysSince1970
        guard age > 0 else { return full }
        guard age < days else { return 0 }
        return full * (days - age) / days
    }

    /// Why it is no reason on `today`; nil where it is one.
    package func gate(on today: CalendarDay) -> Gate? {
        if !isOpen(on: today) {
            let detail = "happened on \(eventDate) and was good for \(days) days, until \(goodUntil); today is \(today)"
            return Gate(.reason, "expired", detail)
        }
        if eventDate.daysSince1970 - today.daysSince1970 > Self.furthestAhead {
            return Gate(.reason, "implausible-date", "dated \(eventDate), more than a year after \(today)")
        }
        return nil
    }
}
