import TriggerModel

/// The room a rep has on each working day from today on.
struct RepCalendar: Sendable {
    private let workingDays: Set<Int>
    /// Calls a day.
    private let room: Int
    private var taken: [CalendarDay: Int]
    /// No day before it has room.
    private var first: CalendarDay
    private var calls = 0

    init(_ rep: Rep, from today: CalendarDay, taken: [CalendarDay: Int]) {
        workingDays = Set(rep.workingDays.filter { (1...7).contains($0) })
        room = rep.callListLength <= 0 ? 0 : max(1, rep.callListLength / CampaignPlan.share)
        self.taken = taken
        first = today
        settle(until: today.adding(days: ShelfLife.longestDays))
    }

    /// Calls given so far, by the room of a day: who has the least relative to what fits gets the next.
    var load: Double { room == 0 ? .infinity : Double(calls) / Double(room) }

    /// The first day with room, up to and including `last`.
    func free(until last: CalendarDay) -> CalendarDay? {
        guard room > 0, !workingDays.isEmpty, first <= last, hasRoom(first) else { return nil }
        return first
    }

    mutating func take(_ day: CalendarDay) {
        taken[day, default: 0] += 1
        calls += 1
        settle(until: day.adding(days: ShelfLife.longestDays))
    }

    private func hasRoom(_ day: CalendarDay) -> Bool { workingDays.contains(day.weekday) && (taken[day] ?? 0) < room }

    /// Moves `first` to the next day with room.
    private mutating func settle(until last: CalendarDay) {
        guard room > 0, !workingDays.isEmpty else { return }
        while !hasRoom(first), first < last { first = first.adding(days: 1) }
    }
}
