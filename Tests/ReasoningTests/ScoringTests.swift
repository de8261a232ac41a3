import RuleLanguage
import Testing
import TriggerModel

@testable import Reasoning

@Suite struct ScoringTests {
    static func parts(
        event: Event = Sample.event(), match: Match = Sample.match(), account: Account = Sample.account(),
        rule: TriggerRule = Sample.rule()
    ) -> [String: Int] {
        let parts = Scoring.parts(
            of: match, event: event, account: account, rule: rule, affects: rule.affects, today: Sample.today)
        return Dictionary(uniqueKeysWithValues: parts.map { ($0.name, $0.value) })
    }

    @Test func `every part is printed, in the order of the table`() {
        let scored = Scoring.scored(
            Sample.match(), event: Sample.event(), account: Sample.account(), rule: Sample.rule(),
            affects: ["controller"], today: Sample.today)
        #expect(
            scored.parts == [
                ScorePart(name: "strength", value: 30), ScorePart(name: "relation", value: 20),
                ScorePart(name: "freshness", value: 14), ScorePart(name: "weight", value: 15),
                ScorePart(name: "confidence", value: 4), ScorePart(name: "corroboration", value: 0),
                ScorePart(name: "first-hand", value: 0), ScorePart(name: "contact", value: 5),
            ])
        #expect(scored.score == 88)
    }

    @Test func `the best of all reasons scores exactly 100`() {
        let tellers = ["A", "B", "C", "D"].map { Sample.teller($0, isFirstHand: $0 == "B") }
        let event = Sample.event(confidence: 1, date: Sample.today, tellers: tellers)
        #expect(Self.parts(event: event).values.reduce(0, +) == Scoring.highest)
    }

    @Test(arguments: [
        (Relation.itself, 20), (.incumbent, 12), (.person, 12), (.customer, 10), (.rival, 8), (.supplier, 6),
        (.industry, 4), (.market, 2),
    ]) func `a nearer relation is worth more`(_ relation: Relation, _ points: Int) {
        #expect(Self.parts(match: Sample.match(relation))["relation"] == points)
    }

    @Test(arguments: [
        (Double.nan, 0), (-.infinity, 0), (0.5, 0), (0.54, 0), (0.55, 1), (0.75, 3), (1, 5), (17, 5), (.infinity, 5),
    ]) func `confidence counts from the line of fact`(_ confidence: Double, _ points: Int) {
        #expect(Self.parts(event: Sample.event(confidence: confidence))["confidence"] == points)
    }

    @Test(arguments: [
        ([], 0), (["A"], 0), (["A", "a"], 0), (["A", "B"], 2), (["A", "B", "C"], 4), (["A", "B", "C", "D"], 5),
        ((1...400).map { "P\($0)" }, 5),
    ]) func `further publishers corroborate, the same one twice does not`(_ publishers: [String], _ points: Int) {
        let event = Sample.event(tellers: publishers.map { Sample.teller($0) })
        #expect(Self.parts(event: event)["corroboration"] == points)
    }

    @Test(arguments: [
        ([], 0), ([Contact(name: "N", role: "ceo", phone: "+1")], 5), ([Contact(name: "N", role: "ceo")], 0),
        ([Contact(name: "N", role: "ceo", phone: "n/a")], 0), ([Contact(name: "N", role: "cio", phone: "+1")], 0),
    ]) func `a person affected who can be dialled counts`(_ contacts: [Contact], _ points: Int) {
        #expect(Self.parts(account: Sample.account(contacts: contacts))["contact"] == points)
    }

    @Test func `whatever comes in, parts stay in their bounds and add up to 0 to 100`() {
        var random = SeededGenerator(seed: 2026)
        let odd = [Int.min, -1, 0, 1, 2, 3, 4, 5, 6, .max]
        for _ in 0..<2000 {
            let event = Sample.event(
                confidence: Double.random(in: -1...2, using: &random),
                date: CalendarDay(daysSince1970: Int.random(in: 18_000...25_000, using: &random)),
                tellers: (0..<Int.random(in: 0...9, using: &random)).map { _ in
                    Sample.teller("P\(Int.random(in: 0...5, using: &random))", isFirstHand: .random(using: &random))
                })
            let rule = Sample.rule(
                strength: odd.randomElement(using: &random)!, shelfLife: odd.randomElement(using: &random)!)
            let match = Sample.match(
                Relation.allCases.randomElement(using: &random)!, weight: odd.randomElement(using: &random)!)
            let scored = Scoring.scored(
                match, event: event,
                account: Sample.account(contacts: .random(using: &random) ? [Sample.controller] : []),
                rule: rule, affects: rule.affects, today: Sample.today)
            let bounds = [6...30, 2...20, 0...15, 3...15, 0...5, 0...5, 0...5, 0...5]
            #expect(zip(scored.parts, bounds).allSatisfy { $1.contains($0.value) })
            #expect(scored.parts.map(\.value).reduce(0, +) == scored.score)
            #expect((0...100).contains(scored.score))
        }
    }
}
