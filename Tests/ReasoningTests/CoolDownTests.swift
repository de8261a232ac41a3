import Testing
import TriggerModel

@testable import Reasoning

@Suite struct CoolDownTests {
    static let last = LastGiven(day: Sample.day("2026-11-19"), rep: "miguel", event: "e0")

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var days = 5
        var last: LastGiven? = CoolDownTests.last
        var goodUntil = "2026-12-31"
        var isUpdate = false
        var until: String?

        var testDescription: String { name }
    }

    @Test(arguments: [
        Case(name: "given two days ago", until: "2026-11-24"),
        Case(name: "never given", last: nil),
        Case(name: "rested long enough", days: 2),
        Case(name: "no rest is asked for", days: 0),
        Case(name: "given about the same event", last: LastGiven(day: Sample.today, rep: "dana", event: "e")),
        Case(name: "a change of what was told", isUpdate: true),
        Case(name: "good until the last day of the rest", goodUntil: "2026-11-24", until: "2026-11-24"),
        Case(name: "would not keep until the rest is over", goodUntil: "2026-11-23"),
    ])
    func `an account rests for any rep, and no reason is lost to its rest`(_ test: Case) {
        let alert = Sample.alert(
            "a2", goodUntil: Sample.day(test.goodUntil), updates: test.isUpdate ? "a1" : nil)
        let rest = CoolDown(days: test.days).rest(of: alert, after: test.last, today: Sample.today)
        #expect(rest?.until == test.until.map(Sample.day))
        if let rest {
            #expect(
                rest.gate
                    == Gate(
                        .deliver, "cool-down",
                        "account acme was given to rep miguel on 2026-11-19 and rests 5 days, until 2026-11-24"))
        }
    }

    @Test func `an account that must not be called is stopped by one named gate`() {
        var tagged = Sample.account()
        tagged.tags = ["No-Call"]
        let composition = AlertComposer.compose(
            match: Sample.match(), event: Sample.event(), account: tagged, rule: Sample.rule(),
            context: Sample.context())
        #expect(composition == .gate(Gate(.reason, "do-not-call", "account acme must not be called")))
    }
}
