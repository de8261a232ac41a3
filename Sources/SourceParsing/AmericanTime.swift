package import TriggerModel

/// Local time in the United States, which EDGAR writes without a zone.
package enum AmericanTime {
    /// Eastern standard time, seconds east of UTC.
    static let eastern = -5 * 3600

    /// The moment that a naive Eastern wall clock shows. In the hour that repeats in autumn the first one is meant.
    package static func eastern(_ day: CalendarDay, secondOfDay: Int) -> Timestamp {
        Timestamp(day, secondOfDay: secondOfDay - offset(day, secondOfDay, standard: eastern))
    }

    /// Offset in seconds east of UTC at a local time, with daylight time from 02:00 on its first day to 02:00
    /// daylight time on its last (15 U.S.C. 260a): since 2007 second Sunday of March to first Sunday of November,
    /// 1987–2006 first Sunday of April to last Sunday of October, before that last Sundays of both.
    static func offset(_ day: CalendarDay, _ secondOfDay: Int, standard: Int) -> Int {
        let starts: CalendarDay
        let ends: CalendarDay
        if day.year >= 2007 {
            starts = sunday(2, day.year, 3)
            ends = sunday(1, day.year, 11)
        } else {
            starts = day.year >= 1987 ? sunday(1, day.year, 4) : lastSunday(day.year, 4)
            ends = lastSunday(day.year, 10)
        }
        let isDaylight: Bool
        if day == starts {
            isDaylight = secondOfDay >= 2 * 3600
        } else if day == ends {
            isDaylight = secondOfDay < 2 * 3600
        } else {
            isDaylight = day > starts && day < ends
        }
        return standard + (isDaylight ? 3600 : 0)
    }

    private static func sunday(_ number: Int, _ year: Int, _ month: Int) -> CalendarDay {
        // The first of a month exists in every year that a `CalendarDay` can hold.
        let first = CalendarDay(year: year, month: month, day: 1)!
        return first.adding(days: 7 - first.weekday + 7 * (number - 1))
    }

    private static func lastSunday(_ year: Int, _ month: Int) -> CalendarDay {
        let nextMonth = CalendarDay(year: year, month: month + 1, day: 1)!
        let back = nextMonth.weekday == 7 ? 7 : nextMonth.weekday
        return nextMonth.adding(days: -back)
    }
}
