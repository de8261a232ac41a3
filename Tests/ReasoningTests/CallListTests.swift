import Testing
import TriggerModel

@testable import Reasoning

@Suite struct CallListTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var alerts: [Alert]
        var length = 12
        var already: Set<String> = []
        /// "id" or "id + also + also".
        var rows: [String] = []
        var waiting: [String] = []
        var dropped: [String] = []

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "a morning without reasons", alerts: []),
        Case(
            name: "the best score first, then the name of the account",
            alerts: [
                Sample.alert("1", account: "a", name: "zeta", score: 50),
                Sample.alert("2", account: "b", name: "Beta", score: 50),
                Sample.alert("3", account: "c", name: "Gamma", score: 70),
            ], rows: ["3", "2", "1"]),
        Case(
            name: "accounts of one name by id",
            alerts: [Sample.alert("1", account: "b", name: "Beta"), Sample.alert("2", account: "a", name: "beta")],
            rows: ["2", "1"]),
        Case(
            name: "one row per account, its other reasons beneath",
            alerts: [
                Sample.alert("1", account: "a", score: 40), Sample.alert("2", account: "a", score: 60),
                Sample.alert("3", account: "b", score: 50),
                Sample.alert("4", account: "a", score: 40, eventDate: Sample.day("2026-11-21")),
            ], rows: ["2 + 4 + 1", "3"]),
        Case(
            name: "as many rows as fit, the rest waits",
            alerts: (1...5).map { Sample.alert("\($0)", account: "a\($0)", score: $0) }, length: 2,
            rows: ["5", "4"], waiting: ["3", "2", "1"]),
        Case(name: "no room at all", alerts: [Sample.alert("1")], length: 0, waiting: ["1"]),
        Case(name: "a negative length is none", alerts: [Sample.alert("1")], length: -3, waiting: ["1"]),
        Case(
            name: "the last good day counts, the next is too late",
            alerts: [
                Sample.alert("1", account: "a", goodUntil: Sample.day("2026-11-21")),
                Sample.alert("2", account: "b", goodUntil: Sample.day("2026-11-20")),
            ], rows: ["1"], dropped: ["2 expired"]),
        Case(
            name: "what an earlier list told is not told again",
            alerts: [Sample.alert("1", account: "a"), Sample.alert("2", account: "a", score: 10)], already: ["1"],
            rows: ["2"]),
        Case(
            name: "other reps' alerts are theirs", alerts: [Sample.alert("1", rep: "miguel"), Sample.alert("2")],
            rows: ["2"]),
        Case(name: "an alert handed in twice is one", alerts: [Sample.alert("1"), Sample.alert("1")], rows: ["1"]),
        Case(
            name: "the last update stands for all before it",
            alerts: [
                Sample.alert("1", score: 90),
                Sample.alert("2", score: 60, updates: "1", createdAt: Sample.now.adding(seconds: 60)),
                Sample.alert("3", score: 50, updates: "1", createdAt: Sample.now.adding(seconds: 90)),
            ], rows: ["3"], dropped: ["1 superseded", "2 superseded"]),
        Case(
            name: "an update of what was told is told",
            alerts: [Sample.alert("1"), Sample.alert("2", updates: "1")], already: ["1"], rows: ["2"]),
    ]

    @Test(arguments: cases) func `a call list is short, sorted and complete, in any order of input`(_ test: Case) {
        let rep = Sample.rep("dana", length: test.length)
        var random = SeededGenerator(seed: 11)
        let first = CallList.build(rep: rep, alerts: test.alerts, already: test.already, today: Sample.today)
        func line(_ row: CallListRow) -> String { ([row.alert] + row.also).map(\.id).joined(separator: " + ") }
        #expect(first.rows.map(line) == test.rows)
        #expect(first.waiting.map(line) == test.waiting)
        #expect(first.heldBack == test.waiting.count)
        #expect(first.dropped.map { "\($0.alert) \($0.gate.gate)" } == test.dropped)
        #expect((first.rep, first.day) == ("dana", Sample.today))
        for _ in 0..<5 {
            let shuffled = test.alerts.shuffled(using: &random)
            #expect(CallList.build(rep: rep, alerts: shuffled, already: test.already, today: Sample.today) == first)
        }
    }

    @Test func `held back alerts come the next morning, until none is left`() {
        let rep = Sample.rep("dana", length: 3)
        let alerts = (0..<8).map { Sample.alert("\($0)", account: "a\($0)", score: 40 + $0) }
        var told: Set<String> = []
        var mornings: [[String]] = []
        for day in 0..<4 {
            let list = CallList.build(
                rep: rep, alerts: alerts, already: told, today: Sample.today.adding(days: day))
            mornings.append(list.listedAlerts)
            told.formUnion(list.listedAlerts)
        }
        #expect(mornings == [["7", "6", "5"], ["4", "3", "2"], ["1", "0"], []])
    }
}
