import Foundation
import TriggerModel

/// Numbers that look random and are the same on every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x2545_F491_4F6C_DD1D }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }
}

/// What the invented world is like: who publishes what and when, and what goes wrong.
///
/// Times are UTC. Everything follows from one seed.
struct SimulatedMonthPlan {
    /// A Monday; the watcher begins.
    static let start = Timestamp(CalendarDay("2026-09-28")!)
    /// Four weeks of learning, then the month.
    static let monthStart = start.adding(days: 28)
    static let end = monthStart.adding(days: 30)
    /// What was published before and still stands on the documents: a year, for those that speak once a month.
    static let historyStart = start.adding(days: -364)

    /// Another one, given in the environment, makes another month.
    static let seed = ProcessInfo.processInfo.environment["SIMULATED_MONTH_SEED"].flatMap { Int($0) } ?? 1

    /// How often the watcher is woken, in seconds.
    static let tick = 3600

    /// When a source publishes.
    enum Habit: CaseIterable, Sendable {
        /// Every two hours on working days from 6 to 22 h, with quiet nights and weekends.
        case wire
        /// Once on each working day.
        case workingDays
        /// Now and then, about three times a week, at random.
        case random
        case weekly
        /// Three to six at once, about every fourth day.
        case bursts
        case monthly

        var interval: Int {
            switch self {
            case .wire: 3 * 3600
            case .workingDays: 8 * 3600
            case .random, .weekly, .bursts, .monthly: 24 * 3600
            }
        }

        var slowest: Int { self == .wire ? 12 * 3600 : 24 * 3600 }

        func times(_ random: inout SeededNumbers) -> [Timestamp] {
            let start = SimulatedMonthPlan.historyStart
            let days = SimulatedMonthPlan.end.day.daysSince1970 - start.day.daysSince1970
            // Each source has its own hour and weekday.
            let hour = random.number(8..<17)
            let phase = random.number(0..<30)
            var times: [Timestamp] = []
            for day in 0..<days {
                let date = start.adding(days: day)
                let isWorkday = date.day.weekday <= 5
                func at(_ hour: Int, _ random: inout SeededNumbers) -> Timestamp {
                    date.adding(seconds: hour * 3600 + random.number(0..<3000))
                }
                switch self {
                case .wire where isWorkday:
                    for hour in stride(from: 6, to: 22, by: 2) { times.append(at(hour, &random)) }
                case .workingDays where isWorkday: times.append(at(hour, &random))
                case .random where random.number(0..<7) < 3: times.append(at(random.number(0..<24), &random))
                case .weekly where (day + phase) % 7 == 0: times.append(at(hour, &random))
                case .bursts where random.number(0..<4) == 0:
                    for _ in 0..<random.number(3..<7) { times.append(at(hour, &random)) }
                case .monthly where (day + phase) % 30 == 0: times.append(at(hour, &random))
                default: break
                }
            }
            return times.sorted()
        }
    }

    /// What a document of a source is.
    enum Form: Sendable { case rss, articles, atom, json, page, register, table, filings, activities }

    /// Everything that goes wrong, each with several sources.
    enum Trouble: String, CaseIterable, Sendable {
        case refused, failing, notFound, gone, limited, challenge, login, truncated, damaged, markup, emptied
        case frozen, frozenButBuilt, stopped
        case rollover, rolloverWithPages
        case guidChurn, guidReuse, moved
        /// No fault: two servers that tell differently, and clocks that are wrong.
        case flips, skew

        /// Kinds of fault that tell it; empty where none may.
        var faults: [String] {
            switch self {
            case .refused: ["connect"]
            case .failing: ["server-error"]
            case .notFound: ["not-found"]
            case .gone: ["gone"]
            case .limited: ["rate-limited"]
            case .challenge: ["blocked"]
            case .login: ["login"]
            case .truncated: ["broken-response"]
            case .damaged: ["damaged"]
            case .markup: ["layout-changed"]
            case .emptied: ["blind"]
            case .frozen, .frozenButBuilt: ["stale"]
            case .stopped: ["server-error", "stopped"]
            case .rollover, .rolloverWithPages: ["gap"]
            case .guidChurn, .guidReuse: ["identity-key-retired"]
            case .moved: ["moved"]
            case .flips, .skew: []
            }
        }

        /// The source does not answer with a document at all: in a long outage it also counts as stopped.
        var isOutage: Bool {
            switch self {
            case .refused, .failing, .notFound, .gone, .limited, .challenge, .login, .truncated, .markup, .stopped: true
            default: false
            }
        }

        /// Only the source's own rhythm tells it.
        var needsRhythm: Bool { self == .frozen || self == .frozenButBuilt || self == .stopped }

        /// Polls that it takes to see it.
        var polls: Int {
            switch self {
            case .guidChurn: 4
            case .moved: 3
            case .emptied: 2
            default: 1
            }
        }

        /// The forms that it can befall, and habits with news often enough.
        func befalls(_ form: Form, _ habit: Habit) -> Bool {
            switch self {
            case .damaged, .emptied: form == .rss || form == .atom
            case .markup: form == .page
            case .frozenButBuilt: form == .atom && (habit == .wire || habit == .workingDays)
            case .frozen, .stopped: (habit == .wire || habit == .workingDays) && form != .activities && form != .filings
            case .rollover: habit == .workingDays && (form == .rss || form == .page)
            case .rolloverWithPages: habit == .workingDays && form == .atom
            case .guidChurn, .skew: (form == .rss || form == .atom) && (habit == .wire || habit == .workingDays)
            case .guidReuse: form == .rss && habit == .workingDays
            case .flips: (form == .rss || form == .page) && habit == .workingDays
            case .login, .challenge, .truncated: form == .rss || form == .atom || form == .page
            case .moved: form == .rss || form == .page
            case .refused, .failing, .notFound, .gone, .limited: form != .activities && form != .filings
            }
        }
    }

    /// How many sources of each habit; 200 in all.
    private static let habits: [(Habit, Int)] = [
        (.wire, 8), (.workingDays, 80), (.random, 32), (.weekly, 40), (.bursts, 16), (.monthly, 24),
    ]
    private static let forms: [Form] = [.rss, .atom, .page, .rss, .atom, .page, .register, .json, .rss, .atom]
    private static let sourcesOfEachTrouble = 3

    /// Places, habits and troubles by the source's number.
    static func sources() -> [(form: Form, habit: Habit, trouble: Trouble?)] {
        var all: [(form: Form, habit: Habit, trouble: Trouble?)] = []
        for (habit, count) in habits {
            for index in 0..<count {
                var form = forms[index % forms.count]
                if habit == .random, index % 4 == 3 { form = .filings }
                if habit == .bursts, index % 2 == 1 { form = .activities }
                if form == .register, index % 20 >= 10 { form = .table }
                if form == .rss, index % 20 == 18 { form = .articles }
                all.append((form, habit, nil))
            }
        }
        var random = SeededNumbers(seed * 10_000)
        // The ones that are hardest to please choose first.
        let order = Trouble.allCases.sorted { one, other in
            func room(_ trouble: Trouble) -> Int { all.count { trouble.befalls($0.form, $0.habit) } }
            return (room(one), one.rawValue) < (room(other), other.rawValue)
        }
        for trouble in order {
            let places = all.indices.filter { all[$0].trouble == nil && trouble.befalls(all[$0].form, all[$0].habit) }
                .shuffled(using: &random)
            for place in places.prefix(sourcesOfEachTrouble) { all[place].trouble = trouble }
        }
        return all
    }
}
