import Testing
import TriggerModel

@testable import WatcherRuntime

struct `A watch schedule` {
    private let now = Timestamp(seconds: 1_000_000)

    @Test func `spreads overdue sources over the ramp and keeps the times of the others`() {
        var schedule = WatchSchedule(
            due: [("c", nil), ("a", now.adding(seconds: -50)), ("later", now.adding(seconds: 500)), ("b", now)],
            now: now, ramp: 60)
        let first = schedule.takeDue(at: now, limit: 10)
        let second = schedule.takeDue(at: now.adding(seconds: 20), limit: 10)
        let third = schedule.takeDue(at: now.adding(seconds: 40), limit: 10)
        #expect([first, second, third] == [["a"], ["b"], ["c"]])
        #expect(schedule.nextDue == now.adding(seconds: 500))
        #expect(schedule.count == 1)
    }

    @Test func `gives the longest waiting first and no more than there is room for`() {
        var schedule = WatchSchedule(due: [], now: now, ramp: 0)
        for (source, seconds) in [("late", 30), ("early", 10), ("middle", 20), ("future", 99)] {
            schedule.insert(source, at: now.adding(seconds: seconds))
        }
        #expect(schedule.takeDue(at: now.adding(seconds: 40), limit: 2) == ["early", "middle"])
        #expect(schedule.takeDue(at: now.adding(seconds: 40), limit: 2) == ["late"])
        #expect(schedule.takeDue(at: now.adding(seconds: 40), limit: 2) == [])
        #expect(schedule.nextDue == now.adding(seconds: 99))
    }
}
