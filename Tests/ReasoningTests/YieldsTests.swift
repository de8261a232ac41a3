import Testing
import TriggerModel

@testable import Reasoning

@Suite struct YieldsTests {
    /// Values from the formula worked by hand to three decimals.
    @Test(arguments: [
        (0, 0, 0.0, 1.0), (1, 1, 0.207, 1.0), (0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (50, 100, 0.404, 0.596),
    ])
    func `an interval says how little a few reports tell`(_ good: Int, _ all: Int, _ low: Double, _ high: Double) {
        let interval = WilsonInterval(successes: good, trials: all)
        #expect(abs(interval.low - low) < 0.001)
        #expect(abs(interval.high - high) < 0.001)
    }

    static let overall = Yields.Count(good: 30, reported: 100)

    @Test(arguments: [
        (Yields.Count(good: 1, reported: 1), 0), (Yields.Count(good: 0, reported: 3), 0),
        (Yields.Count(good: 18, reported: 20), 3), (Yields.Count(good: 0, reported: 60), -3),
        (Yields.Count(good: 30, reported: 100), 0), (Yields.Count(good: 45, reported: 100), 1),
        (Yields.Count(good: 0, reported: 0), 0),
    ]) func `a rule moves the score only where its numbers are beyond chance`(_ count: Yields.Count, _ points: Int) {
        let yields = Yields(overall: Self.overall, rules: ["leadership.cfo": count])
        let learned = yields.points(rule: "leadership.cfo", profile: "mid", opening: "What now?")
        #expect(learned.points == points)
        #expect(learned.notes.count == (points == 0 ? 0 : 1))
    }

    @Test func `all groups together stay in bounds, and each says why`() {
        let good = Yields.Count(good: 19, reported: 20)
        let bad = Yields.Count(good: 0, reported: 100)
        func points(_ count: Yields.Count) -> (points: Int, notes: [String]) {
            Yields(overall: Self.overall, rules: ["r": count], profiles: ["p": count], openings: ["o": count])
                .points(rule: "r", profile: "p", opening: "o")
        }
        #expect(points(good).points == Yields.bounds.upperBound)
        #expect(points(bad).points == Yields.bounds.lowerBound)
        #expect(
            points(bad).notes.first
                == "rule \"r\": 0 of 100 were worth the call, truly 0 to 4 %, all together 30 %: -3")
        #expect(Yields.none.points(rule: "r", profile: "p", opening: "o").points == 0)
    }
}
