import Foundation
package import TriggerModel

/// The habit of one source, learnt from its own polls: when it brings something new, how long it is silent, and what its
/// documents look like.
///
/// A value without a clock: what `note` is told decides everything. Stored it has less than 2 KB; reading it back gives
/// an equal value. Only arrivals teach the cadence, so silence itself never makes silence usual.
package struct Rhythm: Hashable, Sendable {
    var slots = CadenceSlots()
    var silences = SilenceHabit()
    var documents = DocumentHabit()
    /// The first document with entries; what it held was there before we looked and teaches nothing.
    private(set) var firstDocument: Timestamp?
    /// Silence is judged from here at the earliest: a stretch in which nobody asked explains itself.
    private var watchedSince: Timestamp?
    private var lastNew: Timestamp?
    private(set) var lastReached: Timestamp?
    /// Usual seconds between two polls that reached it.
    private var step = 0
    /// Arrivals that were learnt from. News that come within 20 minutes of the first are one arrival.
    package private(set) var arrivals = 0
    private var arrivalSince: Timestamp?
    private var arrivalItems = 0
    private(set) var itemsPerArrival = 1.0
    private(set) var perWeek = 0.0
    /// When the silence after the last news becomes a fault; nil while too little is known.
    private var due: Timestamp?
    private var downSince: Timestamp?
    private var downDue: Timestamp?
    /// Polls lately that shared nothing with the one before, 0...3, and the last of them.
    private(set) var gaps = 0
    private(set) var lastGap: Timestamp?
    /// The latest date of its documents so far, as far as it was not ahead of its time.
    package private(set) var newest: Timestamp?
    private var built: Timestamp?
    /// Arrivals that the dates of the first document show, as many as count towards a learned rhythm.
    private var foreseen: Int?
    /// Seconds since the poll before, where the last poll came hours after it was due.
    private var lateWait: Int?

    package init() {}

    /// No document with entries was seen yet: the next one is the first.
    package var isNew: Bool { firstDocument == nil }

    /// Learns from one poll; to be told of each, in their order.
    ///
    /// - Returns: false when nothing was learnt that must outlive a restart, as after most unchanged polls.
    @discardableResult
    package mutating func note(_ sight: PollSight) -> Bool {
        switch sight.outcome {
        case .failed: return noteFailure(sight)
        case .unchanged:
            let isWorthKeeping = reach(sight)
            return documents.confirm() || isWorthKeeping
        case .changed:
            let previous = lastReached
            let wasLost = downSince != nil || documents.blindness?.isConfirmed == true
            let wasWatched = previous.map { !isLate(sight, after: $0) } ?? true
            _ = reach(sight)
            newest = sight.newest.flatMap { $0 <= sight.at ? $0 : nil } ?? newest
            built = sight.feedBuilt
            documents.note(sight)
            guard sight.entries > 0 else { return true }
            guard firstDocument != nil, let previous else {
                firstDocument = sight.at
                watchedSince = sight.at
                lastNew = newest
                foresee(sight.dates, at: sight.at)
                return true
            }
            if sight.newItems > 0 {
                if !sight.overlaps {
                    gaps = min(gaps + 1, Self.mostGaps)
                    lastGap = sight.at
                }
                arrive(sight, after: wasWatched ? previous : nil, wasLost: wasLost)
            }
            return true
        }
    }

    /// Tells a rhythm that was stored some polls ago when its source was read last: those polls were not worth storing.
    package mutating func resume(reachedAt time: Timestamp) {
        guard let last = lastReached, time > last, downSince == nil else { return }
        lastReached = time
    }

    /// Seconds for which a silence that begins at `time` is explained; nil while learning.
    package func learnedGap(at time: Timestamp) -> Int? {
        guard isLearned(at: time) else { return nil }
        return gap(from: time, Cadence(slots))
    }

    /// What to think of the source now.
    package func judgement(at now: Timestamp) -> RhythmJudgement {
        let isLearned = isLearned(at: now)
        if isLearned, let downSince, let downDue, now >= downDue {
            return .stopped(Silence(since: downSince, expected: downDue, perWeek: perWeek))
        }
        if let blindness = documents.blindness, blindness.isConfirmed { return .blind(blindness) }
        guard isLearned, let due, let since = silenceSince, let lastReached else {
            return .learning(
                LearningState(
                    arrivals: knownArrivals, enoughArrivals: Self.enoughArrivals,
                    days: firstDocument.map { max(0, now.seconds(since: $0) / 86_400) } ?? 0,
                    enoughDays: Self.enoughSeconds / 86_400, lastNew: lastNew))
        }
        let silence = Silence(since: since, expected: due, perWeek: perWeek, newest: newest, built: built)
        if lastReached >= due { return .stale(silence) }
        let isLong = perWeek > 0 && Double(now.seconds(since: since)) > 2 * Double(Self.week) / perWeek
        return isLong ? .quiet(silence) : .normal(silence)
    }

    /// The habit in one line: `news come about 12 times a day, most on Tuesday at 14 h UTC; 30 entries of 25 kB`.
    package var summary: String {
        guard documents.documents > 0 else { return "nothing seen yet" }
        let look = "\(Int(documents.entries.rounded())) entries in \(Wording.size(Int(documents.bytes.rounded())))"
        let cadence = Cadence(slots)
        guard arrivals > 0, let slot = cadence.busiestSlot else { return look }
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        return
            "news come \(Wording.frequency(cadence.perWeek)), most on \(days[slot / 24]) at \(slot % 24) h UTC; \(look)"
    }

    func isLearned(at now: Timestamp) -> Bool {
        guard knownArrivals >= Self.enoughArrivals, let firstDocument else { return false }
        return now.seconds(since: firstDocument) >= Self.enoughSeconds
    }

    // MARK: Learning

    private static let week = 7 * 86_400
    private static let enoughArrivals = 6
    /// Two weekends.
    private static let enoughSeconds = 14 * 86_400
    /// Before this much was seen, the cadence is not good enough to measure silences with.
    private static let arrivalsToMeasure = 3
    private static let secondsToMeasure = 7 * 86_400
    /// News of one arrival.
    private static let oneArrival = 1200
    private static let mostGaps = 3
    /// A poll may come this much later than it was due. Where that is not known: nobody is asked less often than daily
    /// unless the operator says so.
    private static let mostLate = 2 * 3600
    private static let longestStep = 26 * 3600
    private static let longestGap = 400 * 86_400
    private static let shortestGap = 7200

    private var silenceSince: Timestamp? {
        guard let watchedSince else { return nil }
        return max(lastNew ?? watchedSince, watchedSince)
    }

    /// Nobody watched between the last poll that reached the source and this one.
    private func isLate(_ sight: PollSight, after last: Timestamp) -> Bool {
        if let due = sight.due, downSince == nil {
            guard isBehind(sight.at, due, last) else { return false }
            // Who comes late every time comes in a rhythm of their own, such as a timer that runs one cycle a day.
            return lateWait.map { sight.at.seconds(since: last) * 2 > $0 * 5 } ?? true
        }
        return sight.at.seconds(since: last) > max(Self.longestStep, 4 * step)
    }

    private func isBehind(_ time: Timestamp, _ due: Timestamp, _ last: Timestamp) -> Bool {
        time.seconds(since: max(due, last)) > Self.mostLate
    }

    private mutating func noteFailure(_ sight: PollSight) -> Bool {
        guard let reached = lastReached else { return false }
        if let since = downSince, since <= sight.at { return false }
        let since = sight.at >= reached && !isLate(sight, after: reached) ? reached : sight.at
        downSince = since
        downDue = gap(from: since, Cadence(slots)).map { since.adding(seconds: $0) }
        return true
    }

    /// - Returns: true when that says more than that one more poll went well.
    private mutating func reach(_ sight: PollSight) -> Bool {
        let time = sight.at
        defer {
            lastReached = time
            downSince = nil
            downDue = nil
        }
        guard let last = lastReached else { return true }
        let waited = time.seconds(since: last)
        if waited < 0 {
            // The clock was set back: what lies in its future says nothing.
            lastNew = lastNew.map { min($0, time) }
            watchedSince = watchedSince.map { min($0, time) }
            arrivalSince = arrivalSince.map { min($0, time) }
            lastGap = lastGap.map { min($0, time) }
            renewDue()
            return true
        }
        let isLate = isLate(sight, after: last)
        let wasBehind = lateWait != nil
        lateWait = sight.due.flatMap { isBehind(time, $0, last) ? waited : nil }
        if isLate {
            watchedSince = watchedSince.map { _ in time }
            renewDue()
            return true
        }
        step = step == 0 ? waited : step + (waited - step) / 8
        return downSince != nil || wasBehind != (lateWait != nil)
    }

    /// - Parameters:
    ///   - previous: the poll before; nil where nobody watched since.
    ///   - wasLost: the source could not be read or not be understood meanwhile: the silence was not its own.
    private mutating func arrive(_ sight: PollSight, after previous: Timestamp?, wasLost: Bool) {
        guard let previous, let since = silenceSince, let firstDocument else {
            // It came while nobody looked: when, and how often, is not known.
            lastNew = sight.at
            arrivalSince = sight.at
            arrivalItems = sight.newItems
            renewDue()
            return
        }
        let time = max(since, sight.newest.map { $0 > previous && $0 <= sight.at ? $0 : sight.at } ?? sight.at)
        let before = Cadence(slots)
        let memory = Self.memory(before)
        // A silence that was a fault teaches no more than that there was one.
        let watched = due.map { isLearned(at: time) ? min($0, time) : time } ?? time
        slots.watch(from: since, to: watched, memory: memory)
        lastNew = time
        if let arrivalSince, time.seconds(since: arrivalSince) < Self.oneArrival {
            arrivalItems += sight.newItems
            renewDue(by: before)
            return
        }
        if arrivals >= Self.arrivalsToMeasure, time.seconds(since: firstDocument) >= Self.secondsToMeasure, !wasLost {
            silences.note(
                before.expected(from: since, to: time), limit: isLearned(at: time) ? limit(before) : nil)
        }
        slots.arrive(at: time, memory: memory)
        if arrivals > 0 {
            let weight = 1 / Double(min(arrivals, 30))
            itemsPerArrival += weight * (Double(arrivalItems) - itemsPerArrival)
        }
        arrivals += 1
        arrivalSince = time
        arrivalItems = sight.newItems
        renewDue()
    }

    /// What the first document lists was there before we looked, but its dates tell how often the source speaks. They
    /// count like arrivals that were watched, where they are many over a month and more; their silences weigh as much as
    /// the assumption that nothing is regular (`SilenceHabit`), and every arrival that is watched outweighs them more.
    private mutating func foresee(_ dates: [Timestamp], at now: Timestamp) {
        var times: [Timestamp] = []
        for date in dates.sorted() where date <= now && date > now.adding(days: -Self.oldestForeseen) {
            if let last = times.last, date.seconds(since: last) < Self.oneArrival { continue }
            times.append(date)
        }
        times = times.suffix(Self.mostForeseen + 1)
        guard times.count > Self.enoughArrivals, let first = times.first, let last = times.last,
            last.seconds(since: first) >= Self.foreseenSeconds
        else { return }
        let weeks = Double(last.seconds(since: first)) / Double(Self.week)
        let memory = min(104, max(5, 30 / (Double(times.count - 1) / weeks)))
        for (before, after) in zip(times, times.dropFirst()) {
            slots.watch(from: before, to: after, memory: memory)
            slots.arrive(at: after, memory: memory)
        }
        let cadence = Cadence(slots)
        for (before, after) in zip(times, times.dropFirst()).suffix(Self.silencesForeseen) {
            silences.note(cadence.expected(from: before, to: after), limit: nil)
        }
        itemsPerArrival = Double(dates.count) / Double(times.count)
        foreseen = min(times.count - 1, Self.enoughArrivals)
        renewDue()
    }

    private static let mostForeseen = 40
    private static let silencesForeseen = 10
    /// Days beyond which a date says nothing of how often the source speaks now.
    private static let oldestForeseen = 800
    private static let foreseenSeconds = 28 * 86_400

    private var knownArrivals: Int { arrivals + (foreseen ?? 0) }

    private mutating func renewDue() { renewDue(by: Cadence(slots)) }

    private mutating func renewDue(by cadence: Cadence) {
        perWeek = cadence.perWeek
        due = silenceSince.flatMap { since in gap(from: since, cadence).map { since.adding(seconds: $0) } }
    }

    private func gap(from time: Timestamp, _ cadence: Cadence) -> Int? {
        guard knownArrivals >= Self.enoughArrivals,
            let seconds = cadence.seconds(from: time, expecting: limit(cadence))
        else { return nil }
        return min(max(seconds, 3 * step, Self.shortestGap), Self.longestGap)
    }

    private func limit(_ cadence: Cadence) -> Double {
        silences.limit(perYear: cadence.perWeek * 52, evidence: cadence.evidence)
    }

    /// Weeks: long enough for some thirty arrivals, at least five weeks, at most two years.
    private static func memory(_ cadence: Cadence) -> Double {
        cadence.perWeek > 0 ? min(104, max(5, 30 / cadence.perWeek)) : 5
    }
}

// MARK: As stored

extension Rhythm {
    /// One line of numbers, the form first: `1 0000…`.
    package var stored: String {
        var numbers = StoredNumbers()
        numbers.write(Self.form)
        slots.write(to: &numbers)
        silences.write(to: &numbers)
        documents.write(to: &numbers)
        for time in [firstDocument, watchedSince, lastNew, lastReached] { numbers.write(time) }
        numbers.write(step)
        numbers.write(arrivals)
        numbers.write(arrivalSince)
        numbers.write(arrivalItems)
        numbers.write(itemsPerArrival)
        numbers.write(perWeek)
        for time in [due, downSince, downDue] { numbers.write(time) }
        numbers.write(gaps)
        for time in [lastGap, newest, built] { numbers.write(time) }
        for number in [foreseen, lateWait] { numbers.write(number) }
        return numbers.text
    }

    /// nil for what is no rhythm, or was cut.
    package init?(stored: String) {
        if stored.utf8.first == UInt8(ascii: "{") {
            guard let rhythm = try? JSONDecoder().decode(Rhythm.self, from: Data(stored.utf8)) else { return nil }
            self = rhythm
            return
        }
        var numbers = StoredNumbersReader(stored)
        do throws(StoredNumbersReader.Unreadable) { self = try Rhythm(from: &numbers) } catch { return nil }
    }

    private static let form = 1

    private init(from numbers: inout StoredNumbersReader) throws(StoredNumbersReader.Unreadable) {
        guard try numbers.int() == Self.form else { throw StoredNumbersReader.Unreadable() }
        slots = try CadenceSlots(from: &numbers)
        silences = try SilenceHabit(from: &numbers)
        documents = try DocumentHabit(from: &numbers)
        firstDocument = try numbers.time()
        watchedSince = try numbers.time()
        lastNew = try numbers.time()
        lastReached = try numbers.time()
        step = try numbers.int()
        arrivals = try numbers.int()
        arrivalSince = try numbers.time()
        arrivalItems = try numbers.int()
        itemsPerArrival = try numbers.double()
        perWeek = try numbers.double()
        due = try numbers.time()
        downSince = try numbers.time()
        downDue = try numbers.time()
        gaps = try numbers.int()
        lastGap = try numbers.time()
        newest = try numbers.time()
        built = try numbers.time()
        foreseen = try numbers.optionalInt()
        lateWait = try numbers.optionalInt()
        try numbers.end()
    }
}

/// As JSON, the form before, which state files of then still hold.
extension Rhythm: Decodable {
    private enum CodingKeys: String, CodingKey {
        case slots = "week"
        case silences
        case documents = "look"
        case firstDocument = "first"
        case watchedSince = "watched"
        case lastNew = "new"
        case lastReached = "reached"
        case step
        case arrivals
        case arrivalSince = "arrival"
        case arrivalItems = "burst"
        case itemsPerArrival = "items"
        case perWeek
        case due
        case downSince = "down"
        case downDue
        case gaps
        case lastGap = "gap"
        case newest
        case built
    }
}
