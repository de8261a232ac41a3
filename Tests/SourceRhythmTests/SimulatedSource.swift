import Foundation
import SourceRhythm
import Testing
import TriggerModel

/// Numbers that look random and are the same on every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// Seconds until the next of arrivals that come at random, `mean` apart.
    mutating func wait(mean: Double) -> Double { -log(1 - Double.random(in: 0..<1, using: &self)) * mean }
}

/// Midnight of a Monday.
let monday = Timestamp(CalendarDay(year: 2026, month: 1, day: 5)!)
let hour = 3600
let day = 86_400
let week = 7 * day

/// A source of the invented world: when it publishes, and how it is asked.
struct SimulatedSource: Sendable, CustomTestStringConvertible {
    var name: String
    var years: Int
    /// Seconds between polls.
    var poll: Int
    /// Entries that its document holds at most.
    var entries = 30
    /// Seconds after `monday` of each publication, rising.
    var publications: @Sendable (inout Seeded, Int) -> [Int]

    var testDescription: String { name }

    static let all: [SimulatedSource] = [
        SimulatedSource(name: "hourly wire that rests at night and at weekends", years: 2, poll: 1800) { random, end in
            hours(to: end).filter { isWorkday($0) && (7..<22).contains($0 / hour % 24) }
                .map { $0 + Int.random(in: 0..<900, using: &random) }
        },
        SimulatedSource(name: "wire that rests for a week each year", years: 3, poll: 1800) { random, end in
            hours(to: end).filter {
                isWorkday($0) && (7..<22).contains($0 / hour % 24) && $0 / day % 364 < 350
            }.map { $0 + Int.random(in: 0..<900, using: &random) }
        },
        SimulatedSource(name: "random, once an hour", years: 2, poll: 1800) { at(mean: 3600, &$0, to: $1) },
        SimulatedSource(name: "random, three times a working day", years: 3, poll: 3600) { random, end in
            at(mean: 10_000, &random, to: end).filter { isWorkday($0) && (8..<17).contains($0 / hour % 24) }
        },
        SimulatedSource(name: "random, once a day", years: 4, poll: 3600) { at(mean: 86_400, &$0, to: $1) },
        SimulatedSource(name: "random, once a week", years: 10, poll: 6 * 3600) { at(mean: 604_800, &$0, to: $1) },
        SimulatedSource(name: "busy wire of forty an hour", years: 1, poll: 1800, entries: 100) { random, end in
            at(mean: 90, &random, to: end).filter { isWorkday($0) || random.next() % 10 == 0 }
        },
        SimulatedSource(name: "daily blog on working days", years: 4, poll: 3600) { random, end in
            stride(from: 0, to: end, by: day).filter(isWorkday)
                .map { $0 + 9 * hour + Int.random(in: -2400..<2400, using: &random) }
        },
        SimulatedSource(name: "daily blog that skips one day in five", years: 4, poll: 3600) { random, end in
            stride(from: 0, to: end, by: day).filter { isWorkday($0) && random.next() % 5 != 0 }
                .map { $0 + 9 * hour + Int.random(in: -2400..<2400, using: &random) }
        },
        SimulatedSource(name: "monthly newsroom", years: 10, poll: 6 * 3600) { random, end in
            stride(from: 20 * day, to: end, by: 30 * day).map {
                $0 + Int.random(in: -5 * day..<5 * day, using: &random)
            }
        },
        SimulatedSource(name: "bursts of a dozen, three a week", years: 4, poll: 3600) { random, end in
            at(mean: Double(week) / 3, &random, to: end).flatMap { start in
                (0..<12).map { _ in start + Int.random(in: 0..<7200, using: &random) }
            }.sorted()
        },
        SimulatedSource(name: "half as much in August", years: 3, poll: 1800) { random, end in
            at(mean: 3600, &random, to: end).filter {
                (208..<239).contains($0 / day % 364) ? random.next() % 2 == 0 : true
            }
        },
    ]

    static func isWorkday(_ seconds: Int) -> Bool { seconds / day % 7 < 5 }

    private static func hours(to end: Int) -> [Int] { Array(stride(from: 0, to: end, by: hour)) }

    private static func at(mean: Double, _ random: inout Seeded, to end: Int) -> [Int] {
        var times: [Int] = []
        var time = random.wait(mean: mean)
        while time < Double(end) {
            times.append(Int(time))
            time += random.wait(mean: mean)
        }
        return times
    }
}

/// A source on a virtual clock, polled again and again; what goes wrong is set from outside.
struct Watch {
    enum Failure { case silent, down, blind }

    var rhythm = Rhythm()
    var now = monday
    private let entries: Int
    private let publications: [Int]
    private var seen = 0
    private var shown = -1
    /// A silent source publishes nothing from here on.
    private var frozen: Int?
    private let every: Int
    /// When the next poll is due, by the clock of the watcher; nil where it does not say.
    var due: Timestamp?

    init(_ source: SimulatedSource, seed: UInt64, years: Int? = nil) {
        var random = Seeded(state: seed)
        entries = source.entries
        every = source.poll
        publications = source.publications(&random, (years ?? source.years) * 364 * day).sorted()
    }

    /// One poll in which nothing goes wrong, and on to the next.
    mutating func step() {
        poll()
        now = now.adding(seconds: every)
    }

    /// One poll now. Publications are whatever time has passed, as seen by the world's own clock.
    mutating func poll(_ failure: Failure? = nil, worldNow: Timestamp? = nil) {
        let world = (worldNow ?? now).seconds - monday.seconds
        defer { due = now.adding(seconds: every) }
        if failure == .down {
            rhythm.note(PollSight(at: now, due: due, outcome: .failed))
            return
        }
        if failure == .silent { frozen = frozen ?? seen } else { frozen = nil }
        var published = seen
        while published < publications.count, publications[published] <= world, frozen == nil { published += 1 }
        let held = min(published, entries)
        if failure == .blind {
            rhythm.note(PollSight(at: now, due: due, outcome: .changed, entries: 0, bytes: 9000))
            return
        }
        guard published != shown, held > 0 else {
            rhythm.note(PollSight(at: now, due: due, outcome: .unchanged))
            return
        }
        let new = min(published - seen, held)
        rhythm.note(
            PollSight(
                at: now, due: due, outcome: .changed, entries: held, newItems: new, overlaps: new < held || shown < 0,
                newest: monday.adding(seconds: publications[published - 1]),
                dates: publications[(published - held)..<published].map { monday.adding(seconds: $0) }, titled: held,
                dated: held, linked: held,
                bytes: 800 * held))
        seen = published
        shown = published
    }
}
