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
                ScorePart(name: "freshness", value: 9), ScorePart(name: "weight", value: 15),
                ScorePart(name: "confidence", value: 3), ScorePart(name: "corroboration", value: 0),
                ScorePart(name: "first-hand", value: 0), ScorePart(name: "role-fit", value: 3),
                ScorePart(name: "contact", value: 2), ScorePart(name: "activity", value: 0),
                ScorePart(name: "yield", value: 0),
            ])
        #expect(scored.score == 82)
    }

    @Test func `the best of all reasons scores exactly 100`() {
        let tellers = ["A", "B", "C", "D"].map { Sample.teller($0, isFirstHand: $0 == "B") }
        let event = Sample.event(confidence: 1, date: Sample.today, tellers: tellers)
        let better = Yields.Count(good: 99, reported: 100)
        let parts = Scoring.parts(
            of: Sample.match(), event: event,
            account: Sample.account(contacts: [Contact(name: "N", role: "controller", phone: "+1")]),
            rule: Sample.rule(), affects: ["controller"], today: Sample.today,
            yields: Yields(
                overall: Yields.Count(good: 10, reported: 100), rules: ["leadership.cfo": better],
                profiles: ["mid": better]),
            activities: Array(repeating: Sample.today, count: 9))
        #expect(parts.map(\.value).reduce(0, +) == Scoring.highest)
    }

    @Test(arguments: [
        (Relation.itself, 20), (.incumbent, 12), (.person, 12), (.customer, 10), (.rival, 8), (.supplier, 6),
        (.industry, 4), (.market, 2),
    ]) func `a nearer relation is worth more`(_ relation: Relation, _ points: Int) {
        #expect(Self.parts(match: Sample.match(relation))["relation"] == points)
    }

    @Test(arguments: [
        (Double.nan, 0), (-.infinity, 0), (0.5, 0), (0.56, 0), (0.57, 1), (0.75, 2), (1, 4), (17, 4), (.infinity, 4),
    ]) func `confidence counts from the line of fact`(_ confidence: Double, _ points: Int) {
        #expect(Self.parts(event: Sample.event(confidence: confidence))["confidence"] == points)
    }

    @Test(arguments: [
        ([], 0), (["A"], 0), (["A", "a"], 0), (["A", "B"], 2), (["A", "B", "C"], 4), (["A", "B", "C", "D"], 4),
        ((1...400).map { "P\($0)" }, 4),
    ]) func `further publishers corroborate, the same one twice does not`(_ publishers: [String], _ points: Int) {
        let event = Sample.event(tellers: publishers.map { Sample.teller($0) })
        #expect(Self.parts(event: event)["corroboration"] == points)
    }

    @Test(arguments: [
        ([], 0), ([Contact(name: "N", role: "ceo", phone: "+1")], 2), ([Contact(name: "N", role: "ceo")], 0),
        ([Contact(name: "N", role: "ceo", phone: "n/a")], 0), ([Contact(name: "N", role: "cio", phone: "+1")], 0),
    ]) func `a person affected who can be dialled counts`(_ contacts: [Contact], _ points: Int) {
        #expect(Self.parts(account: Sample.account(contacts: contacts))["contact"] == points)
    }

    @Test(
        arguments: [([], 0), (["cio"], 0), (["ceo"], 1), (["Controller"], 2), (["ceo", "cfo"], 3)] as [([String], Int)])
    func `the person on file fits the better, the more affected the role`(_ roles: [String], _ points: Int) {
        let contacts = roles.map { Contact(name: "N", role: $0) }
        // Somebody outside took the seat: nobody on file is the newcomer's predecessor.
        let event = Sample.event(slots: [:])
        #expect(Self.parts(event: event, account: Sample.account(contacts: contacts))["role-fit"] == points)
    }

    @Test func `what we caused lifts an event by three points at most, and only for a month`() {
        func lift(_ days: [CalendarDay]) -> Int? {
            Scoring.parts(
                of: Sample.match(), event: Sample.event(), account: Sample.account(), rule: Sample.rule(), affects: [],
                today: Sample.today, activities: days
            ).first { $0.name == "activity" }?.value
        }
        #expect(lift([]) == 0)
        #expect(lift([Sample.today, Sample.today.adding(days: -30)]) == 2)
        #expect(lift([Sample.today.adding(days: -31), Sample.today.adding(days: 1)]) == 0)
        #expect(lift(Array(repeating: Sample.today, count: 10_000)) == Scoring.fullActivity)
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
                rule: rule, affects: rule.affects, today: Sample.today,
                yields: Yields(
                    overall: Yields.Count(
                        good: odd.randomElement(using: &random)!, reported: odd.randomElement(using: &random)!),
                    rules: [
                        rule.id: Yields.Count(
                            good: Int.random(in: -3...60, using: &random),
                            reported: Int.random(in: 0...50, using: &random))
                    ]),
                activities: Array(repeating: Sample.today, count: Int.random(in: 0...9, using: &random)))
            let bounds = [6...30, 2...20, 0...10, 3...15, 0...4, 0...4, 0...5, 0...3, 0...2, 0...3, -5...4]
            #expect(zip(scored.parts, bounds).allSatisfy { $1.contains($0.value) })
            #expect(scored.parts.map(\.value).reduce(0, +) == scored.score)
            #expect((0...100).contains(scored.score))
        }
    }
}
