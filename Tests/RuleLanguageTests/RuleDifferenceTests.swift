import Testing
import TriggerModel

@testable import RuleLanguage

struct `The difference between two packs` {
    private static func pattern(_ text: String, line: Int) -> Pattern {
        Pattern(text: text, root: .word(text), place: SourcePlace(file: "rules/a.yaml", line: line, column: 3))
    }

    private static func rule(_ id: String, cue: String, line: Int, trials: [TriggerRule.Trial] = []) -> TriggerRule {
        let place = SourcePlace(file: "rules/a.yaml", line: line, column: 3)
        func words(_ text: String) -> WordingTemplate {
            WordingTemplate(text: text, segments: [.literal(text)], place: place)
        }
        let clause = TriggerRule.Clause(
            texts: [.init(position: .headline, patterns: [pattern(cue, line: line + 1)])], filing: nil,
            groups: [.init(.none, [.init(texts: [], filing: nil, place: place)])], place: place)
        return TriggerRule(
            id: id, name: id, kind: .event, strength: 3, shelfLifeDays: 30, affects: [], status: .live,
            isBadNews: false, match: [clause], unless: [],
            wording: .init(reason: words("r"), soWhat: words("s"), whyNow: words("w"), ask: words("a")),
            otherSide: nil, trials: trials, place: place)
    }

    private static let old = RulePack(triggers: [
        rule("changed", cue: "buys", line: 1), rule("gone", cue: "sells", line: 20),
        rule("moved", cue: "closes", line: 40),
    ])

    @Test func `is what a rule says, not where it stands or how it is tried`() {
        let trial = TriggerRule.Trial(
            item: Item(source: "t", id: "t", title: "x"), shouldMatch: true,
            place: SourcePlace(file: "rules/a.yaml", line: 9, column: 1))
        let new = RulePack(triggers: [
            Self.rule("added", cue: "opens", line: 1), Self.rule("changed", cue: "acquires", line: 10),
            Self.rule("moved", cue: "closes", line: 70, trials: [trial]),
        ])
        let difference = RuleDifference(Self.old, new)
        #expect(difference.ids == ["added", "changed", "gone"])
        #expect(difference.old.triggers.map(\.id) == ["changed", "gone"])
        #expect(difference.new.triggers.map(\.id) == ["added", "changed"])
        #expect(difference.both.triggers.count == 4)
        #expect(RuleDifference(Self.old, Self.old).ids.isEmpty)
    }

    @Test func `is every rule where the words differ that all of them share`() {
        var new = Self.old
        new.hedges = [Self.pattern("may", line: 3)]
        #expect(RuleDifference(Self.old, new).ids == ["changed", "gone", "moved"])
        var moved = new
        moved.hedges = [Self.pattern("may", line: 4)]
        #expect(RuleDifference(new, moved).ids.isEmpty)
    }
}
