package import TriggerModel

/// How often a source may be asked, in seconds, as its operator says.
package struct IntervalBounds: Hashable, Sendable {
    package var fastest: Int
    package var regular: Int
    package var slowest: Int

    /// Brought into order where they are not: 1 <= fastest <= regular <= slowest.
    package init(fastest: Int, regular: Int, slowest: Int) {
        self.regular = max(1, regular)
        self.fastest = min(max(1, fastest), self.regular)
        self.slowest = max(slowest, self.regular)
    }

    package init(_ source: Source) {
        self.init(fastest: source.fastest, regular: source.interval, slowest: source.slowest)
    }
}

/// What a document or its answer asks of those who read it.
package struct PollHints: Hashable, Sendable {
    /// Seconds: RSS `ttl` (which counts minutes), and the freshness that `Cache-Control: max-age` leaves.
    package var ttl: Int?
    package var maxAge: Int?
    /// RSS `skipHours`, 0...23 UTC, and `skipDays`, 1 Monday ... 7 Sunday.
    package var skipHours: Set<Int>
    package var skipDays: Set<Int>

    package init(ttl: Int? = nil, maxAge: Int? = nil, skipHours: Set<Int> = [], skipDays: Set<Int> = []) {
        self.ttl = ttl
        self.maxAge = maxAge
        self.skipHours = skipHours
        self.skipDays = skipDays
    }
}

extension Rhythm {
    /// Seconds from `now` until the source should be asked again.
    ///
    /// A steady source is asked at the regular interval. Where the cadence is known, busy hours shorten it and silent
    /// ones stretch it, but never past the time at which something is expected; a source that speaks less than daily is
    /// asked less often; and one whose document would roll over before the next look is asked sooner. `ttl` and
    /// `max-age` above the regular interval are kept, up to the slowest. Only `skipHours` and `skipDays` lead past the
    /// slowest, by at most three days, and not where the source itself brings news in the hours it says to skip.
    package func interval(_ bounds: IntervalBounds, hints: PollHints = PollHints(), now: Timestamp) -> Int {
        var seconds = bounds.regular
        let cadence = isLearned(at: now) ? Cadence(slots, isBlurred: true) : nil
        if let cadence, cadence.perWeek > 0 {
            let perSecond = cadence.perWeek / 604_800
            // With less than one arrival in as many polls as a day of 15 minutes has, stretched by the square root.
            let rarely = Double(bounds.regular) / (Self.pollsForOneArrival * perSecond)
            let stretched = max(Double(bounds.regular), rarely.squareRoot())
            seconds = cadence.seconds(from: now, expecting: perSecond * stretched) ?? bounds.slowest
            if itemsPerArrival > 0, documents.entries >= 1,
                let rolled = cadence.seconds(from: now, expecting: documents.entries / itemsPerArrival / 2)
            {
                seconds = min(seconds, rolled)
            }
        }
        seconds = min(max(seconds >> hurry(at: now), bounds.fastest), bounds.slowest)
        let asked = max(hints.ttl ?? 0, hints.maxAge ?? 0)
        if asked > bounds.regular { seconds = max(seconds, min(asked, bounds.slowest)) }
        return seconds + skipped(now.adding(seconds: seconds), hints, cadence)
    }

    /// Each gap halves the interval; two days without one take a halving back.
    private func hurry(at now: Timestamp) -> Int {
        guard let lastGap else { return 0 }
        return max(0, gaps - max(0, now.seconds(since: lastGap)) / (2 * 86_400))
    }

    private static let pollsForOneArrival = 96.0
    private static let longestSkip = 3 * 24

    /// Seconds from `time` to the next hour that is not to be skipped.
    private func skipped(_ time: Timestamp, _ hints: PollHints, _ cadence: Cadence?) -> Int {
        let skipHours = hints.skipHours.filter { (0..<24).contains($0) }
        let skipDays = hints.skipDays.filter { (1...7).contains($0) }
        // Who skips everything says nothing.
        let isHourSaid = !skipHours.isEmpty && skipHours.count < 24
        let isDaySaid = !skipDays.isEmpty && skipDays.count < 7
        guard isHourSaid || isDaySaid else { return 0 }
        func isSkipped(_ time: Timestamp) -> Bool {
            let isNamed =
                isHourSaid && skipHours.contains(time.secondOfDay / 3600)
                || isDaySaid && skipDays.contains(time.day.weekday)
            guard isNamed, let cadence else { return isNamed }
            // Its own news outweigh what it says: here an hour brings at least a quarter of the usual.
            return cadence.rate(at: time) * 4 < cadence.perWeek / Double(CadenceSlots.count)
        }
        guard isSkipped(time) else { return 0 }
        var next = Timestamp(seconds: time.seconds - time.secondOfDay % 3600)
        for _ in 0..<Self.longestSkip {
            next = next.adding(seconds: 3600)
            if !isSkipped(next) { return next.seconds(since: time) }
        }
        return next.seconds(since: time)
    }
}
