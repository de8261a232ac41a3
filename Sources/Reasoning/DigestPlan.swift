package import TriggerModel

/// When a rep's morning is due: exactly one digest per rep and local day, on working days, at the rep's own time.
///
/// - A morning that was missed (the machine slept) is caught up at once while it is still that day where the rep is;
///   after midnight it is not sent late: what it would have told is in the next one.
/// - Where clocks jump over the digest's time, it is due at the moment of the jump. Where they pass it twice, it is due
///   the first time.
/// - A day that was served is never served again, also when clocks or the rep's zone go back.
package struct DigestPlan: Sendable {
    package enum Decision: Hashable, Sendable {
        /// Build the digest of this local day now.
        case due(CalendarDay)
        /// Nothing to do before then; the digest will be that of `day`.
        case wait(until: Timestamp, day: CalendarDay)
        /// The rep has no working day.
        case never
    }

    private let workingDays: Set<Int>
    /// Seconds after local midnight.
    private let secondOfDay: Int
    private let offset: @Sendable (Timestamp) -> Int

    /// - Parameter offset: seconds east of GMT that the rep's clocks show at a point in time.
    package init(for rep: Rep, offset: @escaping @Sendable (Timestamp) -> Int) {
        workingDays = Set(rep.workingDays)
        secondOfDay = rep.digestAt.clamped(to: 0...1439) * 60
        self.offset = offset
    }

    /// The calendar day where the rep is.
    package func localDay(at now: Timestamp) -> CalendarDay { now.adding(seconds: offset(now)).day }

    /// - Parameter last: the local day of the rep's last digest; nil where there was none.
    package func decide(at now: Timestamp, last: CalendarDay?) -> Decision {
        let today = localDay(at: now)
        let firstOpen = max(today, last?.adding(days: 1) ?? today)
        // A week holds every working day; the second one covers a day that a zone skips altogether.
        for distance in 0..<14 {
            let day = firstOpen.adding(days: distance)
            guard workingDays.contains(day.weekday) else { continue }
            let morning = morning(of: day)
            if day == today, morning <= now { return .due(day) }
            if morning > now, localDay(at: morning) == day { return .wait(until: morning, day: day) }
        }
        return .never
    }

    /// The first moment of local `day` at which local clocks show the digest's time or a later one.
    package func morning(of day: CalendarDay) -> Timestamp {
        // No zone is further than 16 hours from GMT, so these two offsets are those before and after `wall`.
        let wall = Timestamp(day, secondOfDay: secondOfDay)
        let reach = 16 * 3600
        let candidates = [offset(wall.adding(seconds: -reach)), offset(wall.adding(seconds: reach))]
            .map { wall.adding(seconds: -$0) }.sorted()
        for candidate in candidates where candidate.adding(seconds: offset(candidate)) == wall { return candidate }
        // Clocks jump over `wall` between the two candidates: halve the way to the second of the jump.
        var (before, after) = (candidates[0], candidates[1])
        let offsetBefore = offset(before)
        while after.seconds(since: before) > 1 {
            let middle = before.adding(seconds: after.seconds(since: before) / 2)
            if offset(middle) == offsetBefore { before = middle } else { after = middle }
        }
        return after
    }
}
