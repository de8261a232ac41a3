import SourceRhythm
import Testing
import TriggerModel

@Suite struct ForeseenTests {
    /// A source that is met after it has published for a while.
    private func met(_ source: SimulatedSource, after days: Int, seed: UInt64 = 3) -> Watch {
        var watch = Watch(source, seed: seed)
        watch.now = monday.adding(days: days)
        return watch
    }

    private static let monthly = SimulatedSource.all.first { $0.name == "monthly newsroom" }!
    private static let weekly = SimulatedSource.all.first { $0.name == "random, once a week" }!
    private static let blog = SimulatedSource.all.first { $0.name == "daily blog on working days" }!

    @Test(
        "The dates of the first document make the rhythm known after two weeks, and its end is found",
        arguments: [(monthly, 700, 300), (weekly, 700, 140), (blog, 200, 40)])
    func foreseen(source: SimulatedSource, age: Int, within days: Int) throws {
        var watch = met(source, after: age)
        let start = watch.now
        watch.poll()
        #expect(watch.rhythm.learnedGap(at: start.adding(days: 13)) == nil)
        watch.now = start.adding(seconds: source.poll)
        var found: Int?
        while found == nil, watch.now.seconds(since: start) < days * day {
            watch.poll(.silent)
            if watch.rhythm.judgement(at: watch.now).faultKind == "stale" { found = watch.now.seconds(since: start) }
            watch.now = watch.now.adding(seconds: source.poll)
        }
        let seconds = try #require(found, "never found in \(days) days: \(watch.rhythm.judgement(at: watch.now).line)")
        #expect(seconds >= 14 * day)
    }

    /// Those whose document reaches back a month, so that its dates count.
    private static let long = [
        "random, once a day", "random, once a week", "daily blog on working days",
        "daily blog that skips one day in five", "monthly newsroom",
    ]

    @Test(
        "A healthy source that is met late raises hardly ever a false alarm",
        arguments: SimulatedSource.all.filter { long.contains($0.name) })
    func healthy(source: SimulatedSource) {
        #expect(Self.long.count == 5)
        var alarms: [String] = []
        for seed in 0..<8 {
            var watch = met(source, after: source.years * 364 / 4 + seed * 11, seed: UInt64(seed))
            let end = watch.now.adding(days: min(400, source.years * 364 / 2))
            while watch.now < end {
                watch.step()
                let judgement = watch.rhythm.judgement(at: watch.now)
                guard judgement.faultKind != nil else { continue }
                alarms.append("seed \(seed): \(judgement.line)")
                break
            }
        }
        // One in some twenty years is the price of finding anything (`SilenceHabit`); these are almost nine.
        #expect(alarms.count <= 1, "\(alarms)")
    }

    @Test("Few dates, or many of a few days, foretell nothing")
    func tooLittle() {
        for times in [[0, 40, 80, 100], Array(0..<20)] {
            var rhythm = Rhythm()
            let now = monday.adding(days: 200)
            rhythm.note(
                PollSight(
                    at: now, outcome: .changed, entries: times.count, newItems: times.count, newest: now,
                    dates: times.map { now.adding(days: -$0 % 21 - ($0 >= 40 ? $0 : 0)) }))
            rhythm.note(PollSight(at: now.adding(days: 20), due: now.adding(days: 20), outcome: .unchanged))
            #expect(rhythm.learnedGap(at: now.adding(days: 20)) == nil)
        }
    }

    @Test("A timer that asks once a day, more rarely than the interval says, learns the rhythm all the same")
    func dailyTimer() throws {
        var watch = Watch(Self.blog, seed: 5)
        func ask(_ failure: Watch.Failure? = nil) {
            watch.poll(failure)
            // By the source's interval the next poll was due within the hour.
            watch.due = watch.now.adding(seconds: hour)
            watch.now = watch.now.adding(seconds: day)
        }
        watch.now = monday.adding(seconds: 18 * hour)
        for _ in 0..<60 {
            ask()
            #expect(watch.rhythm.judgement(at: watch.now).faultKind == nil)
        }
        let gap = try #require(watch.rhythm.learnedGap(at: watch.now))
        #expect(gap < 14 * day)
        let start = watch.now
        var found: Timestamp?
        while found == nil, watch.now.seconds(since: start) < 30 * day {
            ask(.silent)
            if watch.rhythm.judgement(at: watch.now).faultKind == "stale" { found = watch.now }
        }
        #expect(found != nil, "\(watch.rhythm.judgement(at: watch.now).line)")
    }

    @Test("One long pause between polls still explains a silence")
    func onePause() {
        var watch = Watch(Self.blog, seed: 5)
        while watch.now < monday.adding(days: 60) { watch.step() }
        let before = watch.now
        watch.due = before
        watch.now = before.adding(days: 20)
        watch.poll(.silent)
        #expect(watch.rhythm.judgement(at: watch.now).faultKind == nil)
    }
}
