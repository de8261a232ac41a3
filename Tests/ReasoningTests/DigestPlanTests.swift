import Foundation
import Testing
import TriggerModel

@testable import Reasoning

@Suite struct DigestPlanTests {
    static func plan(_ zone: String, at digestAt: String, days: [Int] = [1, 2, 3, 4, 5]) -> DigestPlan {
        let parts = digestAt.split(separator: ":").compactMap { Int($0) }
        let zone = TimeZone(identifier: zone)!
        return DigestPlan(for: Sample.rep("dana", workingDays: days, digestAt: parts[0] * 60 + parts[1])) { time in
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.seconds)))
        }
    }

    static func time(_ text: String) -> Timestamp { Timestamp(rfc3339: text)! }

    struct Morning: CustomTestStringConvertible, Sendable {
        var name: String
        var zone: String
        var day: String
        var at = "07:00"
        var due: String

        var testDescription: String { name }
    }

    static let mornings = [
        Morning(name: "Berlin in winter", zone: "Europe/Berlin", day: "2026-11-23", due: "2026-11-23T06:00:00Z"),
        Morning(name: "Berlin in summer", zone: "Europe/Berlin", day: "2026-07-01", due: "2026-07-01T05:00:00Z"),
        Morning(
            name: "Berlin jumps over half past two", zone: "Europe/Berlin", day: "2026-03-29", at: "02:30",
            due: "2026-03-29T01:00:00Z"),
        Morning(
            name: "Berlin passes half past two twice", zone: "Europe/Berlin", day: "2026-10-25", at: "02:30",
            due: "2026-10-25T00:30:00Z"),
        Morning(
            name: "Berlin after the repeat", zone: "Europe/Berlin", day: "2026-10-25", due: "2026-10-25T06:00:00Z"),
        Morning(name: "New York", zone: "America/New_York", day: "2026-11-23", due: "2026-11-23T12:00:00Z"),
        Morning(
            name: "New York jumps over two o'clock", zone: "America/New_York", day: "2026-03-08", at: "02:00",
            due: "2026-03-08T07:00:00Z"),
        Morning(
            name: "New York passes one o'clock twice", zone: "America/New_York", day: "2026-11-01", at: "01:00",
            due: "2026-11-01T05:00:00Z"),
        Morning(
            name: "Kolkata, half an hour off", zone: "Asia/Kolkata", day: "2026-11-23", due: "2026-11-23T01:30:00Z"),
        Morning(
            name: "Lord Howe jumps half an hour", zone: "Australia/Lord_Howe", day: "2026-10-04", at: "02:10",
            due: "2026-10-03T15:30:00Z"),
        Morning(
            name: "Lord Howe goes back half an hour", zone: "Australia/Lord_Howe", day: "2026-04-05", at: "01:45",
            due: "2026-04-04T14:45:00Z"),
        Morning(
            name: "Kiritimati, furthest ahead", zone: "Pacific/Kiritimati", day: "2026-11-23",
            due: "2026-11-22T17:00:00Z"),
        Morning(
            name: "Niue, furthest behind", zone: "Pacific/Niue", day: "2026-11-23", at: "23:59",
            due: "2026-11-24T10:59:00Z"),
        Morning(
            name: "Cairo, where the day begins at one", zone: "Africa/Cairo", day: "2024-04-26", at: "00:00",
            due: "2024-04-25T22:00:00Z"),
    ]

    @Test(arguments: mornings) func `the morning of a day is one moment in every zone`(_ test: Morning) {
        let plan = Self.plan(test.zone, at: test.at)
        let due = plan.morning(of: Sample.day(test.day))
        #expect(due == Self.time(test.due))
        #expect(plan.localDay(at: due) == Sample.day(test.day))
        #expect(plan.localDay(at: Self.time(test.due)) == Sample.day(test.day))
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var zone = "Europe/Berlin"
        var at = "07:00"
        var days = [1, 2, 3, 4, 5]
        var now: String
        var last: String?
        /// "due DAY", "wait TIME for DAY" or "never".
        var decision: String

        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "a second too early", now: "2026-11-23T05:59:59Z", last: "2026-11-20",
            decision: "wait 2026-11-23T06:00:00Z for 2026-11-23"),
        Case(name: "on time", now: "2026-11-23T06:00:00Z", last: "2026-11-20", decision: "due 2026-11-23"),
        Case(name: "the first ever", now: "2026-11-23T06:00:00Z", decision: "due 2026-11-23"),
        Case(
            name: "once a day only", now: "2026-11-23T06:00:01Z", last: "2026-11-23",
            decision: "wait 2026-11-24T06:00:00Z for 2026-11-24"),
        Case(
            name: "a missed morning, caught up late the same day", now: "2026-11-23T22:59:59Z", last: "2026-11-20",
            decision: "due 2026-11-23"),
        Case(
            name: "a missed day is not sent after midnight", now: "2026-11-23T23:00:00Z", last: "2026-11-20",
            decision: "wait 2026-11-24T06:00:00Z for 2026-11-24"),
        Case(
            name: "no digest at the weekend", now: "2026-11-21T12:00:00Z", last: "2026-11-20",
            decision: "wait 2026-11-23T06:00:00Z for 2026-11-23"),
        Case(
            name: "a rep who works on Sunday only", days: [7], now: "2026-11-23T12:00:00Z",
            decision: "wait 2026-11-29T06:00:00Z for 2026-11-29"),
        Case(name: "a rep who never works", days: [], now: "2026-11-23T12:00:00Z", decision: "never"),
        Case(name: "days that are none", days: [0, 8], now: "2026-11-23T12:00:00Z", decision: "never"),
        Case(
            name: "the local day counts, not that of GMT", zone: "Asia/Kolkata", now: "2026-11-22T20:00:00Z",
            last: "2026-11-20", decision: "wait 2026-11-23T01:30:00Z for 2026-11-23"),
        Case(
            name: "New York is still on Friday", zone: "America/New_York", now: "2026-11-21T03:00:00Z",
            decision: "due 2026-11-20"),
        Case(
            name: "due at the jump over its time", at: "02:30", days: [7], now: "2026-03-29T01:00:00Z",
            decision: "due 2026-03-29"),
        Case(
            name: "a second before the jump", at: "02:30", days: [7], now: "2026-03-29T00:59:59Z",
            decision: "wait 2026-03-29T01:00:00Z for 2026-03-29"),
        Case(
            name: "not again when clocks repeat the hour", at: "02:30", days: [7], now: "2026-10-25T01:30:00Z",
            last: "2026-10-25", decision: "wait 2026-11-01T01:30:00Z for 2026-11-01"),
        Case(
            name: "due in the repeated hour before its time comes again", at: "02:30", days: [7],
            now: "2026-10-25T01:10:00Z", decision: "due 2026-10-25"),
        Case(
            name: "clocks or zone went back behind the last one", now: "2026-11-23T12:00:00Z", last: "2026-11-25",
            decision: "wait 2026-11-26T06:00:00Z for 2026-11-26"),
        Case(
            name: "Samoa skipped a Friday", zone: "Pacific/Apia", days: [5], now: "2011-12-29T12:00:00Z",
            decision: "wait 2012-01-05T17:00:00Z for 2012-01-06"),
    ]

    @Test(arguments: cases) func `a digest is due once per local working day`(_ test: Case) {
        let plan = Self.plan(test.zone, at: test.at, days: test.days)
        let decision =
            switch plan.decide(at: Self.time(test.now), last: test.last.map(Sample.day)) {
            case .due(let day): "due \(day)"
            case .wait(let time, let day): "wait \(time) for \(day)"
            case .never: "never"
            }
        #expect(decision == test.decision)
    }

    @Test(arguments: ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"])
    func `a year, asked every ten minutes, brings exactly one digest per working day`(_ zone: String) {
        // Half past two lies where clocks change.
        let plan = Self.plan(zone, at: "02:30", days: [1, 3, 5, 7])
        let start = Self.time("2026-01-01T00:00:00Z")
        var last: CalendarDay?
        var served: [CalendarDay] = []
        var now = start
        while now < start.adding(days: 365) {
            if case .due(let day) = plan.decide(at: now, last: last) {
                served.append(day)
                last = day
            }
            now = now.adding(seconds: 10 * 60)
        }
        let first = plan.localDay(at: start)
        let expected = (0..<367).map { first.adding(days: $0) }.filter { day in
            [1, 3, 5, 7].contains(day.weekday) && day >= first && plan.morning(of: day) < now
        }
        #expect(served == expected)
    }

    @Test func `waiting until the moment named finds the digest due`() {
        for zone in ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"] {
            let plan = Self.plan(zone, at: "02:15", days: [1, 2, 3, 4, 5, 6, 7])
            var now = Self.time("2026-03-01T00:00:00Z")
            var last: CalendarDay?
            for _ in 0..<300 {
                switch plan.decide(at: now, last: last) {
                case .due(let day):
                    #expect(last.map { $0.adding(days: 1) == day } ?? true)
                    last = day
                case .wait(let time, let day):
                    #expect(time > now && plan.localDay(at: time) == day)
                    now = time
                case .never: Issue.record("never")
                }
            }
        }
    }
}
