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
        #expect(difference.whole == ["added", "gone"])
        #expect(difference.changes.map(\.pattern.text).sorted() == ["acquires", "buys", "opens", "sells"])
        #expect(!difference.changesFilings)
        #expect(RuleDifference(Self.old, Self.old).isEmpty)
    }

    @Test(
        "takes with it the rules that say the same as one that differs, whichever names the other",
        arguments: ["changed", "moved"])
    func twins(naming: String) throws {
        var old = Self.old
        let index = try #require(old.triggers.firstIndex { $0.id == naming })
        old.triggers[index].sameAs = [naming == "changed" ? "moved" : "changed"]
        var new = old
        let changed = try #require(new.triggers.firstIndex { $0.id == "changed" })
        new.triggers[changed].match = Self.rule("changed", cue: "acquires", line: 1).match
        let difference = RuleDifference(old, new)
        #expect(difference.ids == ["changed"])
        #expect(difference.old.triggers.map(\.id) == ["changed", "moved"])
        #expect(difference.new.triggers.map(\.id) == ["changed", "moved"])
        #expect(difference.whole == ["moved"])
        #expect(difference.changes.map(\.pattern.text).contains("closes"))
    }

    @Test func `leaves all rules to be read where events give way to others`() {
        var (old, new) = (Self.old, Self.old)
        old.families = FamilyOrder(precedence: ["changed", "moved"])
        new.families = old.families
        new.triggers[0].match = Self.rule("changed", cue: "acquires", line: 1).match
        let difference = RuleDifference(old, new)
        #expect(difference.ids == ["changed"])
        #expect(difference.new.triggers == new.triggers)
        #expect(difference.alone?.new.triggers.map(\.id) == ["changed"])
        #expect(difference.whole == [])
        new.families.precedence.reverse()
        #expect(RuleDifference(old, new).ids == ["changed", "gone", "moved"])
    }

    @Test func `is of shared words what only one side has, and leaves every rule to be read with them`() {
        var new = Self.old
        new.hedges = [Self.pattern("may", line: 3)]
        new.languages = [LanguageWords(language: "de", knownBy: ["und"], fillers: [Self.pattern("heute", line: 9)])]
        var other = new
        other.hedges.append(Self.pattern("might", line: 4))
        other.languages[0].knownBy = ["der"]
        let difference = RuleDifference(new, other)
        #expect(difference.ids.isEmpty)
        #expect(!difference.isEmpty)
        #expect(difference.sharedChanges == 3)
        #expect(difference.changes.map(\.pattern.text).sorted() == ["der", "might", "und"])
        #expect(difference.old.triggers.count == 3)
        #expect(difference.new.hedges.count == 2)
        var moved = new
        moved.hedges = [Self.pattern("may", line: 4)]
        #expect(RuleDifference(new, moved).isEmpty)
    }

    @Test func `is every rule where shared words cannot be laid beside each other`() {
        var one = Self.old
        one.hedges = [Self.pattern("may", line: 3), Self.pattern("might", line: 4)]
        var two = one
        two.hedges.reverse()
        var three = one
        three.languages = [LanguageWords(language: "de")]
        for other in [two, three] {
            let difference = RuleDifference(one, other)
            #expect(difference.whole == ["changed", "gone", "moved"])
            #expect(Set(difference.changes.map(\.pattern.text)) == ["buys", "sells", "closes"])
        }
    }

    @Test func `is a pattern where it is a look-alike, and a whole rule where it judges otherwise`() {
        var exception = Self.old
        exception.triggers[0].unless = [exception.triggers[0].match[0]]
        var more = exception
        more.triggers[0].unless[0].texts[0].patterns.append(Self.pattern("how to", line: 7))
        let difference = RuleDifference(exception, more)
        #expect(difference.ids == ["changed"])
        #expect(difference.whole.isEmpty)
        #expect(difference.changes.map(\.pattern.text) == ["how to"])
        var stronger = Self.old
        stronger.triggers[0].strength = 5
        #expect(RuleDifference(Self.old, stronger).whole == ["changed"])
        var filings = Self.old
        filings.triggers[0].match.append(
            .init(texts: [], filing: .init(form: "8-K", items: ["5.02"]), place: filings.triggers[0].place))
        #expect(RuleDifference(Self.old, filings).changesFilings)
    }
}
