internal import ConfigLoading
internal import Ledger
internal import SourceRhythm
internal import TriggerModel

/// Puts together what configuration and state file say of the sources. Reads only.
struct SourcesBook {
    private let configuration: Configuration
    /// nil where the watcher has not run yet.
    let ledger: WatchLedger?

    private static let days = 7

    init(_ configuration: Configuration, output: CommandOutput) throws {
        self.configuration = configuration
        do {
            ledger = try WatchLedger(path: Workplace.statePath(configuration.settings), mode: .readOnly)
        } catch LedgerError.missing {
            output.talk(
                "whynow: nothing was polled yet: there is no state file at \(configuration.settings.directories.state)")
            ledger = nil
        }
    }

    /// Of one source; nil where it is neither configured nor remembered.
    func standing(of id: String, at now: Timestamp) throws -> SourceStanding? {
        let source = configuration.sources.first { $0.id == id }
        let state = try ledger?.sourceState(id)
        guard source != nil || state != nil else { return nil }
        return try standing(id, source, state, faults: ledger?.openFaults(scope: FaultScope.source(id)) ?? [], at: now)
    }

    /// Of all, by id.
    func standings(at now: Timestamp) throws -> [SourceStanding] {
        let states = Dictionary(
            try ledger?.allSourceStates().map { ($0.source, $0) } ?? [], uniquingKeysWith: { first, _ in first })
        let faults = Dictionary(grouping: try ledger?.openFaults() ?? [], by: \.scope)
        let sources = Dictionary(configuration.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return try Set(sources.keys).union(states.keys).sorted().map { id in
            try standing(id, sources[id], states[id], faults: faults[FaultScope.source(id)] ?? [], at: now)
        }
    }

    private func standing(
        _ id: String, _ source: Source?, _ state: SourceState?, faults: [Fault], at now: Timestamp
    ) throws -> SourceStanding {
        let rhythm = state?.rhythm.flatMap(Rhythm.init(stored:))
        let judgement = rhythm?.judgement(at: now)
        return SourceStanding(
            id: id, kind: source?.kind.rawValue, name: source?.name, url: source?.url,
            state: source.map { $0.isEnabled ? .on : .off } ?? .removed, lastPolledAt: state?.lastPolledAt,
            outcome: state?.lastOutcome.rawValue, detail: state?.lastDetail ?? "", failures: state?.failures ?? 0,
            nextPollAt: state?.nextPollAt, newestAt: judgement?.lastNew,
            newItemsPerDay: try state.flatMap { try perDay(id, $0, at: now) }, rhythm: judgement?.line,
            habit: rhythm?.summary,
            faults: faults.map { .init(kind: $0.kind, detail: $0.detail, openedAt: $0.openedAt) })
    }

    /// What came by first contact is no measure, so a source watched for less than a day has none.
    private func perDay(_ id: String, _ state: SourceState, at now: Timestamp) throws -> Double? {
        guard let ledger, let first = state.firstDocumentAt else { return nil }
        let from = max(first.day.adding(days: 1), now.day.adding(days: 1 - Self.days))
        let count = now.day.daysSince1970 - from.daysSince1970 + 1
        guard count > 0 else { return nil }
        let new = try (0..<count).reduce(0) { sum, day in
            try sum + ledger.conservation(on: from.adding(days: day), source: id).items.new
        }
        return Double(new) / Double(count)
    }
}

extension RhythmJudgement {
    /// When something new came last.
    var lastNew: Timestamp? {
        switch self {
        case .learning(let state): state.lastNew
        case .normal(let silence), .quiet(let silence), .stale(let silence): silence.since
        case .blind, .stopped: nil
        }
    }
}
