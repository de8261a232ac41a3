import SourceRhythm
import Testing
import TriggerModel

@Suite struct IntervalTests {
    static let bounds = IntervalBounds(fastest: 300, regular: 1200, slowest: 4800)

    @Test("While it learns, a source is asked at the regular interval")
    func learning() {
        var rhythm = Rhythm()
        for index in 0..<50 {
            let now = monday.adding(seconds: index * 900)
            rhythm.note(seen(now, new: index % 3))
            #expect(rhythm.interval(Self.bounds, now: now) == 1200)
        }
    }

    @Test("Bounds out of order are brought into order")
    func order() {
        #expect(
            IntervalBounds(fastest: 900, regular: 600, slowest: 10)
                == IntervalBounds(fastest: 600, regular: 600, slowest: 600))
        #expect(
            IntervalBounds(fastest: -1, regular: 0, slowest: 0) == IntervalBounds(fastest: 1, regular: 1, slowest: 1))
    }

    @Test("A steady source stays at the regular interval, day and night")
    func steady() {
        let steady = SimulatedSource(name: "", years: 1, poll: 900) { _, end in
            Array(stride(from: 0, to: end, by: hour))
        }
        let watch = learnt(steady, days: 60)
        for minutes in stride(from: 0, to: 7 * 24 * 60, by: 37) {
            let interval = watch.rhythm.interval(Self.bounds, now: watch.now.adding(seconds: minutes * 60))
            #expect((900...1500).contains(interval), "\(interval)")
        }
    }

    @Test("Slow at night and at weekends, fast when something is due, and never past it")
    func cadence() {
        let watch = learnt(SimulatedSource.all[0], days: 98)
        let bounds = Self.bounds
        func interval(_ weekday: Int, _ hours: Double) -> Int {
            watch.rhythm.interval(bounds, now: monday.adding(seconds: 98 * day + weekday * day + Int(hours * 3600)))
        }
        #expect(interval(5, 12) == 4800, "Saturday noon")
        #expect(interval(1, 1) == 4800, "one in the night")
        #expect(interval(1, 12) < 900, "Tuesday noon")
        let blog = learnt(SimulatedSource.all[7], days: 196)
        func blogInterval(_ hours: Double) -> Int {
            blog.rhythm.interval(
                IntervalBounds(fastest: 300, regular: 1200, slowest: 8 * hour),
                now: monday.adding(seconds: 197 * day + Int(hours * 3600)))
        }
        #expect(blogInterval(8.5) <= 600, "news are due around nine: \(blogInterval(8.5))")
        #expect(blogInterval(14) == 8 * hour, "nothing is due before tomorrow: \(blogInterval(14))")
        // From the small hours on, each step ends before or soon after news are due.
        for hours in stride(from: 1.0, to: 8.0, by: 0.25) {
            let lands = hours * 3600 + Double(blogInterval(hours))
            #expect(lands < 9.0 * 3600, "from \(hours) h it lands on \(lands / 3600) h")
        }
    }

    @Test("A source that speaks once a month is asked less often than one that speaks daily")
    func rare() {
        let bounds = IntervalBounds(fastest: 225, regular: 900, slowest: 4 * hour)
        func average(_ source: SimulatedSource, days: Int) -> Int {
            let watch = learnt(source, days: days)
            let steps = (0..<336).map { watch.rhythm.interval(bounds, now: watch.now.adding(seconds: $0 * 1800)) }
            return steps.reduce(0, +) / steps.count
        }
        let hourly = average(SimulatedSource.all[2], days: 60)
        let daily = average(SimulatedSource.all[4], days: 300)
        let monthly = average(SimulatedSource.all[9], days: 900)
        #expect(hourly < daily && daily < monthly, "\(hourly) \(daily) \(monthly)")
        #expect(monthly > 3600)
    }

    @Test("A gap hurries, for days; each further gap hurries more")
    func gaps() {
        var rhythm = Rhythm()
        rhythm.note(seen(monday))
        var now = monday
        var intervals: [Int] = []
        for _ in 0..<4 {
            now = now.adding(seconds: 900)
            rhythm.note(seen(now, new: 30, overlaps: false))
            intervals.append(rhythm.interval(Self.bounds, now: now))
        }
        #expect(intervals == [600, 300, 300, 300])
        #expect(
            (0...6).map { rhythm.interval(Self.bounds, now: now.adding(days: $0)) } == [
                300, 300, 300, 300, 600, 600, 1200,
            ])
        #expect(rhythm.interval(Self.bounds, now: now.adding(days: -9)) == 300, "a clock that was set back")
    }

    @Test("A document that rolls over quickly is asked for before it does")
    func rollsOver() {
        // Ten entries, a hundred new ones a day.
        let source = SimulatedSource(name: "", years: 1, poll: 1200, entries: 10) { _, end in
            Array(stride(from: 0, to: end, by: hour)).flatMap { start in (0..<4).map { start + $0 * 60 } }
        }
        let small = learnt(source, days: 30).rhythm
        var large = source
        large.entries = 100
        let now = monday.adding(days: 30)
        let wide = IntervalBounds(fastest: 60, regular: 4 * hour, slowest: 8 * hour)
        #expect(small.interval(wide, now: now) < 2 * hour, "\(small.interval(wide, now: now))")
        #expect(learnt(large, days: 30).rhythm.interval(wide, now: now) > 3 * hour)
    }

    @Test("ttl and max-age above the regular interval are kept, up to the slowest; below it they say nothing")
    func freshness() {
        let rhythm = Rhythm()
        let cases: [(PollHints, Int)] = [
            (PollHints(ttl: 60), 1200), (PollHints(ttl: 1200), 1200), (PollHints(ttl: 1201), 1201),
            (PollHints(ttl: 3600), 3600), (PollHints(ttl: 86_400), 4800), (PollHints(maxAge: 2000), 2000),
            (PollHints(ttl: 3000, maxAge: 2000), 3000), (PollHints(ttl: -5, maxAge: 0), 1200),
            (PollHints(ttl: Int.max, maxAge: Int.min), 4800),
        ]
        for (hints, expected) in cases {
            #expect(rhythm.interval(Self.bounds, hints: hints, now: monday) == expected, "\(hints)")
        }
    }

    @Test("Skipped hours and days are passed over; nonsense and what its own news contradict is not")
    func skips() {
        let rhythm = Rhythm()
        func lands(_ hints: PollHints, at hours: Int) -> Int {
            let now = monday.adding(seconds: hours * 3600)
            return hours * 3600 + rhythm.interval(Self.bounds, hints: hints, now: now)
        }
        #expect(lands(PollHints(skipHours: Set(1...5)), at: 1) == 6 * hour)
        #expect(lands(PollHints(skipHours: Set(1...5)), at: 6) == 6 * hour + 1200)
        #expect(lands(PollHints(skipDays: [6, 7]), at: 5 * 24) == week, "Saturday to Monday")
        #expect(lands(PollHints(skipHours: Set(0...23)), at: 3) == 3 * hour + 1200)
        #expect(lands(PollHints(skipDays: Set(1...7)), at: 3) == 3 * hour + 1200)
        #expect(lands(PollHints(skipHours: [25, -1], skipDays: [0, 8]), at: 3) == 3 * hour + 1200)
        #expect(
            lands(PollHints(skipDays: [1, 2, 3, 4, 5, 6]), at: 0) <= 3 * day + 1200, "never for longer than three days")
        let busy = learnt(SimulatedSource.all[2], days: 60)
        let hints = PollHints(skipHours: Set(0...22))
        #expect(busy.rhythm.interval(Self.bounds, hints: hints, now: busy.now) < 4800)
    }

    @Test(
        "For any rhythm, bounds and hints: within bounds, the same twice, and not shorter for a larger wish",
        arguments: 0..<40)
    func properties(seed: Int) {
        var random = Seeded(state: UInt64(seed))
        let source = SimulatedSource.all[seed % SimulatedSource.all.count]
        var watch = learnt(source, days: 40 + seed, seed: UInt64(seed))
        if seed % 3 == 0 { watch.rhythm.note(seen(watch.now, new: 30, overlaps: false)) }
        for _ in 0..<40 {
            let now = watch.now.adding(seconds: Int.random(in: -week...week, using: &random))
            let regular = Int.random(in: 60..<20_000, using: &random)
            let fastest = Int.random(in: 1...regular, using: &random)
            let slowest = Int.random(in: regular...200_000, using: &random)
            let bounds = IntervalBounds(fastest: fastest, regular: regular, slowest: slowest)
            let ttl = Int.random(in: 0..<100_000, using: &random)
            let plain = watch.rhythm.interval(bounds, now: now)
            #expect((fastest...slowest).contains(plain))
            #expect(watch.rhythm.interval(bounds, now: now) == plain)
            let asked = watch.rhythm.interval(bounds, hints: PollHints(ttl: ttl), now: now)
            #expect(asked >= plain && asked <= slowest)
            #expect(asked >= min(ttl, slowest) || ttl <= regular)
            #expect(watch.rhythm.interval(bounds, hints: PollHints(ttl: ttl + 500), now: now) >= asked)
            var wider = bounds
            wider.slowest += 5000
            #expect(watch.rhythm.interval(wider, now: now) >= plain)
            wider = IntervalBounds(fastest: fastest, regular: regular + (slowest - regular) / 2, slowest: slowest)
            #expect(watch.rhythm.interval(wider, now: now) >= plain)
            wider = IntervalBounds(fastest: min(fastest + 50, regular), regular: regular, slowest: slowest)
            #expect(watch.rhythm.interval(wider, now: now) >= plain)
            let hints = PollHints(
                ttl: ttl, skipHours: Set((0..<6).map { _ in Int.random(in: 0..<24, using: &random) }), skipDays: [7])
            let skipped = watch.rhythm.interval(bounds, hints: hints, now: now)
            #expect(skipped >= asked && skipped <= asked + 3 * day)
        }
    }
}
