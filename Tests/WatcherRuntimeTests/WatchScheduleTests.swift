import Ledger
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

    struct Remembered: Sendable, CustomTestStringConvertible {
        var name: String
        var address: String? = "https://wire.example/feed"
        var failures = 0
        var detail = ""
        var isAtOnce: Bool
        var testDescription: String { name }
    }

    @Test(
        "asks after a reload at once for what somebody may have mended",
        arguments: [
            Remembered(name: "one that does well waits", isAtOnce: false),
            Remembered(name: "one with another address", address: "https://wire.example/old", isAtOnce: true),
            Remembered(name: "one that failed", failures: 2, detail: "not-found: 404", isAtOnce: true),
            Remembered(name: "one that was told to wait", failures: 2, detail: "rate-limited: 429", isAtOnce: false),
            Remembered(name: "one that was turned away", failures: 1, detail: "blocked: 403", isAtOnce: false),
            Remembered(name: "one of before addresses were kept", address: nil, isAtOnce: false),
        ])
    func reloads(_ remembered: Remembered) {
        let source = Source(
            id: "wire", kind: .feed, url: "https://wire.example/feed", name: "wire", publisher: "wire")
        let state = SourceState(
            source: "wire", firstPolledAt: now, lastPolledAt: now, failures: remembered.failures,
            nextPollAt: now.adding(seconds: 900), lastOutcome: .document, lastDetail: remembered.detail,
            address: remembered.address)
        #expect(WatchSchedule.next(source, state) == (remembered.isAtOnce ? nil : now.adding(seconds: 900)))
    }
}
