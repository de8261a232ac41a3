import RuleLanguage
import Testing
import TriggerModel

@testable import EventRecognition

struct `Events that the same words tell` {
    private static let triggers = [
        TestPack.rule(
            "rating.change", [TestPack.clause(.headline, ["{company} (cuts|lowers) outlook on [possible] {other}"])]),
        TestPack.rule("results.warning", [TestPack.clause(.headline, ["{company} (cuts|lowers) outlook"])]),
        TestPack.rule("site.closure", [TestPack.clause(.headline, ["{company} closes mill with loss of"])]),
        TestPack.rule("layoff", [TestPack.clause(.headline, ["closes [...] {number} jobs"])]),
        TestPack.rule("own.note", [TestPack.clause(.headline, ["{company} cuts outlook on"])]),
    ]

    private static func pack(_ triggers: [TriggerRule]) -> RulePack {
        RulePack(
            triggers: triggers, hedges: [TestPack.pattern("possible")],
            families: FamilyOrder(
                precedence: ["rating", "layoff", "site", "results"], together: [["layoff", "site", "restructuring"]]))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var title: String
        var told: Set<String>
        var testDescription: String { title }
    }

    static let cases = [
        Case(title: "Corvane lowers outlook on Bluefen Mills", told: ["rating.change"]),
        Case(title: "Bluefen Mills lowers outlook", told: ["results.warning"]),
        // Two things with words of their own.
        Case(
            title: "Bluefen Mills lowers outlook after Corvane cuts outlook on Tidewell",
            told: ["rating.change", "results.warning", "own.note"]),
        Case(title: "Bluefen Foods closes mill with loss of 90 jobs", told: ["site.closure", "layoff"]),
        // A family that no list knows neither gives way nor holds.
        Case(title: "Corvane cuts outlook on Bluefen Mills", told: ["rating.change", "own.note"]),
    ]

    @Test(arguments: cases)
    func `are one, of the family that stands first, but for families that go together`(_ sample: Case) {
        for triggers in [Self.triggers, Self.triggers.reversed()] {
            let found = TestPack.recognise(TestPack.item(sample.title), pack: Self.pack(triggers))
            #expect(Set(found.events.map(\.trigger)) == sample.told)
        }
    }

    @Test func `do not give way to what is only hedged`() {
        let found = TestPack.recognise(
            TestPack.item("Corvane lowers outlook on possible Bluefen Mills"), pack: Self.pack(Self.triggers))
        let told = Dictionary(uniqueKeysWithValues: found.events.map { ($0.trigger, $0.isHedged) })
        #expect(told == ["rating.change": true, "results.warning": false])
    }

    @Test func `leave in the trace what gave way, and to what`() throws {
        let found = TestPack.recognise(
            TestPack.item("Corvane lowers outlook on Bluefen Mills"), pack: Self.pack(Self.triggers))
        let trace = try #require(found.trace.first { $0.trigger == "results.warning" })
        #expect(trace.event == nil)
        #expect(trace.stoppedBy == "rating.change, which the same words tell (precedence)")
    }

    @Test func `do not give way to a rule on trial, which gives way to them`() {
        func told(rating: TriggerRule.Status, results: TriggerRule.Status) -> Set<String> {
            var triggers = Self.triggers
            for index in triggers.indices {
                if triggers[index].id == "rating.change" { triggers[index].status = rating }
                if triggers[index].id == "results.warning" { triggers[index].status = results }
            }
            let found = TestPack.recognise(
                TestPack.item("Corvane lowers outlook on Bluefen Mills"), pack: Self.pack(triggers))
            return Set(found.events.map(\.trigger))
        }
        #expect(told(rating: .draft, results: .live) == ["rating.change", "results.warning"])
        #expect(told(rating: .live, results: .draft) == ["rating.change"])
        #expect(told(rating: .draft, results: .draft) == ["rating.change"])
    }

    @Test func `give way however many families go together with theirs`() {
        var pack = Self.pack(Self.triggers)
        pack.families = FamilyOrder(
            precedence: ["layoff", "site", "rating", "results"], together: [["results", "layoff", "site"]])
        let found = TestPack.recognise(TestPack.item("Corvane lowers outlook on Bluefen Mills"), pack: pack)
        #expect(found.events.map(\.trigger) == ["rating.change"])
    }

    @Test func `are all told where no order is given`() {
        let found = TestPack.recognise(
            TestPack.item("Corvane lowers outlook on Bluefen Mills"), pack: RulePack(triggers: Self.triggers))
        #expect(Set(found.events.map(\.trigger)) == ["rating.change", "results.warning"])
    }
}
