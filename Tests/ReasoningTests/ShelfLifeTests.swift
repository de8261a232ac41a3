import Testing
import TriggerModel

@testable import Reasoning

@Suite struct ShelfLifeTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var date: String
        var days = 90
        var freshness: Int
        var gate: String?

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "today", date: "2026-11-21", freshness: 15),
        Case(name: "yesterday", date: "2026-11-20", freshness: 14),
        Case(name: "half-way", date: "2026-10-07", freshness: 7),
        Case(name: "the last day but one", date: "2026-08-24", freshness: 0),
        Case(name: "the last day", date: "2026-08-23", freshness: 0),
        Case(name: "the day after the last", date: "2026-08-22", freshness: 0, gate: "expired"),
        Case(name: "years ago", date: "2019-03-01", freshness: 0, gate: "expired"),
        Case(name: "announced for the new year", date: "2027-01-01", freshness: 15),
        Case(name: "a year ahead to the day", date: "2027-11-22", freshness: 15),
        Case(name: "further ahead than anybody announces", date: "2027-11-23", freshness: 15, gate: "implausible-date"),
        Case(name: "the end of time", date: "9999-12-31", freshness: 15, gate: "implausible-date"),
        Case(name: "no shelf life, on its day", date: "2026-11-21", days: 0, freshness: 15),
        Case(name: "no shelf life, a day later", date: "2026-11-20", days: 0, freshness: 0, gate: "expired"),
        Case(name: "a negative shelf life is none", date: "2026-11-21", days: -5, freshness: 15),
        Case(name: "an absurd shelf life is ten years of 365 days", date: "2016-11-23", days: .max, freshness: 0),
        Case(name: "and not longer", date: "2016-11-22", days: .max, freshness: 0, gate: "expired"),
    ]

    @Test(arguments: cases) func `freshness falls in a line and the day after the last is too late`(_ test: Case) {
        let life = ShelfLife(from: Sample.day(test.date), days: test.days)
        #expect(life.freshness(on: Sample.today, full: 15) == test.freshness)
        #expect(life.gate(on: Sample.today)?.gate == test.gate)
    }

    @Test func `the gate says when it was and until when it was good`() {
        let life = ShelfLife(from: Sample.day("2026-08-20"), days: 90)
        #expect(
            life.gate(on: Sample.today)
                == Gate(
                    .reason, "expired",
                    "happened on 2026-08-20 and was good for 90 days, until 2026-11-18; today is 2026-11-21"))
    }
}
