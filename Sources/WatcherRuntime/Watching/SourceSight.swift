internal import Ledger
internal import SourceParsing
internal import SourceRhythm
internal import TriggerModel

/// What one poll shows of a source's rhythm: learns from it, judges it, and says when to look again.
struct SourceSight {
    private let source: Source
    private let due: Timestamp?
    private let now: Timestamp
    private(set) var rhythm: Rhythm
    /// True where the rhythm has learnt something that must outlive a restart.
    private var isWorthKeeping = false
    private var hints = SourceRhythm.PollHints()
    private var gap: Gap?

    init(_ source: Source, _ state: SourceState?, _ shelf: RhythmShelf, at now: Timestamp) {
        self.source = source
        self.now = now
        due = state?.nextPollAt
        rhythm = shelf.rhythm(of: source.id, stored: state?.rhythm)
        if let state, state.failures == 0 { rhythm.resume(reachedAt: state.lastPolledAt) }
    }

    /// The server says that nothing has changed.
    mutating func sawNothingNew(maxAge: Int?) {
        hints.maxAge = maxAge
        isWorthKeeping = rhythm.note(PollSight(at: now, due: due, outcome: .unchanged))
    }

    mutating func failed() { isWorthKeeping = rhythm.note(PollSight(at: now, due: due, outcome: .failed)) }

    mutating func saw(_ parsed: ParsedDocument, bytes: Int, maxAge: Int?, gap: Gap?, newItems: Int) {
        self.gap = gap
        hints = SourceRhythm.PollHints(
            ttl: parsed.hints.ttlSeconds, maxAge: maxAge, skipHours: Set(parsed.hints.skipHours),
            skipDays: Set(parsed.hints.skipDays))
        isWorthKeeping = rhythm.note(
            PollSight(
                at: now, due: due, outcome: .changed, entries: parsed.counts.seen, newItems: newItems,
                overlaps: gap == nil, newest: parsed.hints.newest,
                dates: rhythm.isNew ? parsed.items.compactMap { $0.published ?? $0.updated } : [],
                titled: parsed.items.count { $0.title != nil },
                dated: parsed.items.count { ($0.published ?? $0.updated) != nil },
                linked: parsed.items.count { $0.url != nil }, bytes: bytes, feedBuilt: parsed.hints.built))
    }

    /// To be stored; nil where storing it again would say nothing new.
    func rhythmToKeep() -> String? { isWorthKeeping ? rhythm.stored : nil }

    /// The latest date that its documents have shown.
    var newest: Timestamp? { rhythm.newest }

    /// What is wrong with the source though it may answer.
    var faults: [Fault] {
        let scope = FaultScope.source(source.id)
        var faults: [Fault] = []
        if let gap { faults.append(Fault(scope: scope, kind: FaultKind.gap, detail: gap.detail, openedAt: now)) }
        let judgement = rhythm.judgement(at: now)
        if let kind = judgement.faultKind {
            faults.append(Fault(scope: scope, kind: kind, detail: judgement.line, openedAt: now))
        }
        return faults
    }

    /// - Parameter pause: seconds that the server asked for.
    func nextPoll(notBefore pause: Int?) -> Timestamp {
        let seconds = rhythm.interval(IntervalBounds(source), hints: hints, now: now)
        let next = now.adding(seconds: seconds + spread(over: seconds / 20))
        return pause.map { max(next, now.adding(seconds: $0)) } ?? next
    }

    /// The same for one source each time, different between sources: polls of one interval do not bunch up.
    private func spread(over seconds: Int) -> Int {
        guard seconds > 0 else { return 0 }
        let sum = source.id.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return Int(sum % UInt32(seconds))
    }
}
