/// What came of earlier alerts: how often the rep reported that one was worth the call, per rule, profile and opening.
///
/// It moves a bounded part of the score, and only where the numbers are beyond chance: a group counts as better or worse
/// than all alerts together only if its whole interval lies above or below their share.
package struct Yields: Hashable, Sendable {
    package struct Count: Hashable, Sendable {
        /// Outcomes such as meeting, won, reached.
        package var good: Int
        /// All outcomes that say anything of the reason; a voicemail says nothing.
        package var reported: Int

        package init(good: Int, reported: Int) {
            self.good = good
            self.reported = reported
        }

        package var interval: WilsonInterval { WilsonInterval(successes: good, trials: reported) }
    }

    package var overall: Count
    /// By trigger id.
    package var rules: [String: Count]
    /// By profile id.
    package var profiles: [String: Count]
    /// By the question an alert opens with, as the rule words it.
    package var openings: [String: Count]

    package static let none = Yields(overall: Count(good: 0, reported: 0))
    /// The least and the most it adds to a score.
    package static let bounds = -5...4

    package init(
        overall: Count, rules: [String: Count] = [:], profiles: [String: Count] = [:], openings: [String: Count] = [:]
    ) {
        self.overall = overall
        self.rules = rules
        self.profiles = profiles
        self.openings = openings
    }

    /// Points for a match, `bounds`, and one line for each group that moved them.
    package func points(rule: String, profile: String, opening: String) -> (points: Int, notes: [String]) {
        guard overall.reported > 0 else { return (0, []) }
        let groups = [
            ("rule", rule, rules[rule]), ("profile", profile, profiles[profile]),
            ("opening", opening, openings[opening]),
        ]
        var points = 0
        var notes: [String] = []
        for (kind, name, count) in groups {
            guard let count, let moved = shift(of: count), moved != 0 else { continue }
            points += moved
            let interval = count.interval
            notes.append(
                "\(kind) \"\(name)\": \(count.good) of \(count.reported) were worth the call, truly "
                    + "\(Self.percent(interval.low)) to \(Self.percent(interval.high)) %, all together "
                    + "\(Self.percent(share)) %: \(moved > 0 ? "+" : "")\(moved)")
        }
        return (points.clamped(to: Self.bounds), notes)
    }

    private var share: Double {
        Double(overall.good.clamped(to: 0...max(0, overall.reported))) / Double(overall.reported)
    }

    /// One point for each ten hundredths, begun, between the interval and the share of all; at most three.
    private func shift(of count: Count) -> Int? {
        guard count.reported > 0 else { return nil }
        let interval = count.interval
        if interval.low > share { return min(3, Int((interval.low - share) * 10) + 1) }
        if interval.high < share { return -min(3, Int((share - interval.high) * 10) + 1) }
        return nil
    }

    private static func percent(_ share: Double) -> Int { Int(share * 100 + 0.5) }
}
