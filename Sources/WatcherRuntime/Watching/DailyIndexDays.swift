internal import TriggerModel

/// Which day's index of filings is to be compared, and when.
///
/// EDGAR publishes the index of a business day at about 22:45 Eastern time; none comes for weekends and holidays.
enum DailyIndexDays {
    /// Eastern time of day, in seconds, from which a day's index is expected.
    static let readyAt = 23 * 3600 + 15 * 60
    /// An index that is not there by noon of the next day was never made.
    static let givenUpAt = 12 * 3600
    /// Days that are made up for after a break.
    static let most = 5

    /// The earliest day whose index is ready and was not compared; nil where all are.
    ///
    /// - Parameters:
    ///   - last: the last day that was compared.
    ///   - since: when the source was first read; what came before cannot be missing.
    static func due(at now: Timestamp, after last: CalendarDay?, watchedSince since: Timestamp) -> CalendarDay? {
        let ready = lastReady(at: now)
        let first = max((last ?? eastern(since).day).adding(days: 1), ready.adding(days: 1 - most))
        guard first <= ready else { return nil }
        return (0...ready.daysSince1970 - first.daysSince1970).lazy.map { first.adding(days: $0) }.first(
            where: isBusinessDay)
    }

    /// When the next day's index is ready.
    static func next(after now: Timestamp) -> Timestamp {
        let local = eastern(now)
        let today = Timestamp(local.day, secondOfDay: readyAt)
        let wait = today.seconds(since: local)
        return now.adding(seconds: wait > 0 ? wait : wait + 86_400)
    }

    /// Whether an index that is not there yet may still come.
    static func mayCome(_ day: CalendarDay, at now: Timestamp) -> Bool {
        eastern(now) < Timestamp(day.adding(days: 1), secondOfDay: givenUpAt)
    }

    private static func lastReady(at now: Timestamp) -> CalendarDay {
        let local = eastern(now)
        return local.secondOfDay >= readyAt ? local.day : local.day.adding(days: -1)
    }

    /// The Eastern wall clock, as if it were UTC.
    private static func eastern(_ time: Timestamp) -> Timestamp {
        time.adding(seconds: RuntimeClock.secondsFromGMT("America/New_York", at: time))
    }

    private static func isBusinessDay(_ day: CalendarDay) -> Bool { day.weekday <= 5 }
}
