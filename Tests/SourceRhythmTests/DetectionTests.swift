import SourceRhythm
import Testing
import TriggerModel

@Suite struct DetectionTests {
    static let failures: [(failure: Watch.Failure, kind: String)] = [
        (.silent, "stale"), (.down, "stopped"), (.blind, "blind"),
    ]

    @Test(
        "A failure is found within one learned gap, stays one fault however long it lasts, and closes",
        arguments: SimulatedSource.all)
    func found(source: SimulatedSource) throws {
        var random = Seeded(state: 41)
        // The rest of the time is left for the failure and what follows it.
        let begin = source.years * 364 * 6 / 10 + Int.random(in: 0..<14, using: &random)
        var healthy = learnt(source, days: begin, seed: 1)
        for _ in 0..<Int.random(in: 0..<48, using: &random) { healthy.step() }
        for trial in Self.failures { try fail(healthy, trial.failure, trial.kind, poll: source.poll) }
    }

    private func fail(_ healthy: Watch, _ failure: Watch.Failure, _ kind: String, poll: Int) throws {
        var watch = healthy
        let start = watch.now
        let gap = try #require(watch.rhythm.learnedGap(at: start))
        var opened: Timestamp?
        var line: String?
        while watch.now.seconds(since: start) <= 2 * gap + 10 * poll {
            watch.poll(failure)
            let judgement = watch.rhythm.judgement(at: watch.now)
            if judgement.faultKind == kind {
                opened = opened ?? watch.now
                #expect(line == nil || line == judgement.line, "the line changes while nothing happens")
                line = judgement.line
            } else {
                #expect(judgement.faultKind == nil, "\(judgement.line)")
                #expect(opened == nil, "the fault closed by itself: \(judgement.line)")
            }
            watch.now = watch.now.adding(seconds: poll)
        }
        let found = try #require(opened, "\(kind) never found, learned gap \(gap / hour) h").seconds(since: start)
        #expect(found <= gap + poll, "\(kind) after \(found / hour) h, learned gap \(gap / hour) h")
        // It goes on: as soon as something new is read the fault is over.
        let back = watch.now
        while watch.rhythm.judgement(at: watch.now).faultKind != nil, watch.now.seconds(since: back) < 9 * week {
            watch.step()
        }
        #expect(watch.rhythm.judgement(at: watch.now).faultKind == nil)
        // One failure does not make silence usual: the next is found in about the same time.
        for _ in 0..<(2 * week / poll) { watch.step() }
        let weeks = (watch.now.seconds(since: start) + week - 1) / week
        let later = try #require(watch.rhythm.learnedGap(at: start.adding(days: 7 * weeks)))
        #expect(later < 5 * gap / 2 + 2 * day, "\(kind): gap \(gap / hour) h before, \(later / hour) h after")
    }

    @Test("While it learns it says so, and calls nothing a fault but blindness")
    func learning() {
        var rhythm = Rhythm()
        #expect(
            rhythm.judgement(at: monday).line == "learning its rhythm: 0 arrivals in 0 days watched, needs 6 in 14")
        for index in 0..<10 {
            let at = monday.adding(seconds: index * hour)
            rhythm.note(seen(at, new: 1))
        }
        let later = monday.adding(days: 10)
        rhythm.note(PollSight(at: later, outcome: .unchanged))
        #expect(rhythm.learnedGap(at: later) == nil)
        #expect(
            rhythm.judgement(at: later).line
                == "learning its rhythm: 9 arrivals in 10 days watched, needs 6 in 14; last new on 2026-01-05 09:00 UTC"
        )
        #expect(rhythm.judgement(at: later).faultKind == nil)
    }

    @Test("A silent weekend is quiet, and says until when; the same silence on working days is not")
    func weekend() throws {
        var watch = learnt(SimulatedSource.all[0], days: 70)
        let friday = watch.now.adding(seconds: 4 * day + 22 * hour)
        while watch.now < friday.adding(seconds: 40 * hour) { watch.step() }
        let line = watch.rhythm.judgement(at: watch.now).line
        #expect(line.hasPrefix("quiet since 2026-03-20 21:"), "\(line)")
        #expect(line.contains("due by 2026-03-23 "), "\(line)")
        let tuesday = Timestamp(CalendarDay(year: 2026, month: 3, day: 17)!, secondOfDay: 12 * hour)
        let saturday = tuesday.adding(days: 4)
        let gaps = (
            try #require(watch.rhythm.learnedGap(at: tuesday)), try #require(watch.rhythm.learnedGap(at: saturday))
        )
        #expect(gaps.0 < 12 * hour && gaps.1 > 40 * hour, "\(gaps)")
    }

    @Test(
        "A clock that steps raises no alarm, or one when it lied for days, and does not spoil what was learnt",
        arguments: [
            -day, -hour, hour, 3 * day, 400 * day,
        ])
    func clockSteps(step: Int) throws {
        var watch = learnt(SimulatedSource.all[0], days: 70)
        let gap = try #require(watch.rhythm.learnedGap(at: monday.adding(days: 71)))
        var offset = 0
        var alarms = 0
        var isOpen = false
        for poll in 0..<(28 * 48) {
            // It steps, is wrong for a day, and is put right.
            if poll == 100 { offset = step }
            if poll == 148 { offset = 0 }
            let world = watch.now
            watch.now = world.adding(seconds: offset)
            watch.poll(worldNow: world)
            let isFault = watch.rhythm.judgement(at: watch.now).faultKind != nil
            if isFault, !isOpen { alarms += 1 }
            isOpen = isFault
            watch.now = world.adding(seconds: 1800)
        }
        // Days that were told wrongly teach that news come on Saturdays; the next Saturday is missed once.
        #expect(alarms <= (abs(step) > day ? 1 : 0) && !isOpen)
        let after = try #require(watch.rhythm.learnedGap(at: monday.adding(days: 71)))
        #expect(after < 2 * gap && gap < 2 * after, "\(gap) before, \(after) after")
    }

    @Test("A watcher that was off for days does not blame the source")
    func watcherOff() {
        var watch = learnt(SimulatedSource.all[0], days: 70)
        watch.now = watch.now.adding(seconds: 3 * day + 12 * hour)
        #expect(watch.rhythm.judgement(at: watch.now).faultKind == nil)
        watch.poll(.down)
        #expect(watch.rhythm.judgement(at: watch.now).faultKind == nil)
        watch.now = watch.now.adding(seconds: 600)
        watch.poll()
        #expect(watch.rhythm.judgement(at: watch.now).faultKind == nil)
    }

    @Test("A change of habit is learnt in weeks: at most four alarms on the way, then none")
    func changedHabit() throws {
        // From hourly to every other day, from daily to weekly.
        for (before, after, poll) in [(hour, 2 * day, 1800), (day, week, hour)] {
            let times = Array(stride(from: 0, to: 120 * day, by: before))
            let slower = Array(stride(from: 120 * day, to: 700 * day, by: after))
            let source = SimulatedSource(name: "", years: 2, poll: poll) { random, _ in
                (times + slower).map { $0 + Int.random(in: 0..<before / 4, using: &random) }
            }
            var watch = Watch(source, seed: 7)
            var alarms: [Timestamp] = []
            var isOpen = false
            while watch.now < monday.adding(days: 700) {
                watch.poll()
                let isFault = watch.rhythm.judgement(at: watch.now).faultKind != nil
                if isFault, !isOpen { alarms.append(watch.now) }
                isOpen = isFault
                watch.now = watch.now.adding(seconds: poll)
            }
            #expect(alarms.count <= 4, "\(alarms)")
            #expect(alarms.allSatisfy { $0 < monday.adding(days: 120 + 70) }, "\(alarms)")
        }
    }
}

/// A look at a document of thirty complete entries.
func seen(_ at: Timestamp, new: Int = 0, entries: Int = 30, overlaps: Bool = true) -> PollSight {
    PollSight(
        at: at, outcome: .changed, entries: entries, newItems: new, overlaps: overlaps, titled: entries, dated: entries,
        linked: entries, bytes: 900 * entries)
}

/// The watch of a source after some days.
func learnt(_ source: SimulatedSource, days: Int, seed: UInt64 = 3) -> Watch {
    var watch = Watch(source, seed: seed)
    while watch.now < monday.adding(days: days) { watch.step() }
    return watch
}
