import TriggerModel

/// How many arrivals a source's week is expected to bring, hour by hour: a clock that runs fast in busy hours and
/// stands still in silent ones.
///
/// Under it the silences of any source look alike (time rescaling: D. J. Daley and D. Vere-Jones, "An Introduction to
/// the Theory of Point Processes", section 7.4), so that one rule judges a wire that rests at weekends and a page that
/// changes once a month.
struct Cadence: Hashable, Sendable {
    /// Arrivals expected from the beginning of the week until the end of each slot; 169 values that never fall.
    private let sums: [Double]
    /// All arrivals that the slots remember, faded.
    let evidence: Double

    var perWeek: Double { sums[CadenceSlots.count] }

    /// - Parameter isBlurred: each hour shares half of its arrivals with its neighbours, so that a watcher is awake
    ///   shortly before the usual time.
    init(_ slots: CadenceSlots, isBlurred: Bool = false) {
        let arrivals = slots.arrivals.map { Double($0) / CadenceSlots.arrivalScale }
        let watched = slots.watched.map { Double($0) / CadenceSlots.watchedScale }
        evidence = arrivals.reduce(0, +)
        let rates = Self.rates(arrivals, watched, evidence)
        var sums = [0.0]
        sums.reserveCapacity(CadenceSlots.count + 1)
        for slot in rates.indices {
            let before = rates[(slot + CadenceSlots.count - 1) % CadenceSlots.count]
            let after = rates[(slot + 1) % CadenceSlots.count]
            sums.append(sums[slot] + (isBlurred ? before / 4 + rates[slot] / 2 + after / 4 : rates[slot]))
        }
        self.sums = sums
    }

    /// Arrivals expected between two times; 0 where `end` is not after `start`.
    func expected(from start: Timestamp, to end: Timestamp) -> Double {
        end > start ? position(end) - position(start) : 0
    }

    /// Seconds after `start` until `count` arrivals are expected; nil where none ever is.
    func seconds(from start: Timestamp, expecting count: Double) -> Int? {
        guard perWeek > 0, count.isFinite else { return nil }
        let target = position(start) + count
        let week = (target / perWeek).rounded(.down)
        // More than 4,000 years of silence explained: as good as never.
        guard abs(week) < 200_000 else { return nil }
        let rest = target - week * perWeek
        var low = 0
        var high = CadenceSlots.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle + 1] >= rest { high = middle } else { low = middle + 1 }
        }
        let rate = sums[low + 1] - sums[low]
        let part = rate > 0 ? min(1, max(0, (rest - sums[low]) / rate)) : 0
        let time = Int(week) * Self.week + low * 3600 + Int((part * 3600).rounded()) - Self.shift
        return max(0, time - start.seconds)
    }

    /// - Returns: the hour of the week, Monday 0 h UTC first, that brings most; nil where nothing is known.
    var busiestSlot: Int? {
        guard perWeek > 0 else { return nil }
        return sums.indices.dropLast().max { sums[$0 + 1] - sums[$0] < sums[$1 + 1] - sums[$1] }
    }

    /// Arrivals an hour that are expected in the hour that contains `time`.
    func rate(at time: Timestamp) -> Double {
        let slot = CadenceSlots.slot(hour: CadenceSlots.hour(time))
        return sums[slot + 1] - sums[slot]
    }

    // MARK: The clock

    private static let week = 7 * 86_400
    /// From Monday 0 h to the Thursday with which 1970 begins.
    private static let shift = 3 * 86_400

    private func position(_ time: Timestamp) -> Double {
        let shifted = time.seconds + Self.shift
        let rest = shifted >= 0 ? shifted % Self.week : (shifted % Self.week + Self.week) % Self.week
        let slot = rest / 3600
        return Double((shifted - rest) / Self.week) * perWeek + sums[slot]
            + (sums[slot + 1] - sums[slot]) * Double(rest % 3600) / 3600
    }

    /// Arrivals an hour for each slot. Where an hour was watched seldom, what its weekday and its hour of the day say
    /// together stands in for it, with the weight of one week.
    private static func rates(_ arrivals: [Double], _ watched: [Double], _ evidence: Double) -> [Double] {
        let hours = watched.reduce(0, +)
        guard evidence > 0, hours > 0 else { return [Double](repeating: 0, count: CadenceSlots.count) }
        let usual = evidence / hours
        var days = [(arrivals: Double, watched: Double)](repeating: (0, 0), count: 7)
        var times = [(arrivals: Double, watched: Double)](repeating: (0, 0), count: 24)
        for slot in arrivals.indices {
            days[slot / 24].arrivals += arrivals[slot]
            days[slot / 24].watched += watched[slot]
            times[slot % 24].arrivals += arrivals[slot]
            times[slot % 24].watched += watched[slot]
        }
        return arrivals.indices.map { slot in
            let (day, time) = (days[slot / 24], times[slot % 24])
            let dayRate = day.watched > 0 ? day.arrivals / day.watched : usual
            let timeRate = time.watched > 0 ? time.arrivals / time.watched : usual
            return (arrivals[slot] + dayRate * timeRate / usual) / (watched[slot] + 1)
        }
    }
}
