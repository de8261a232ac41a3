import Ledger
import TriggerModel

/// Everything the state file says, as one value: two runs that end in the same state have equal pictures.
struct LedgerPicture: Equatable {
    struct Poll: Equatable {
        var record: PollSummary
        var counts: PollCounts
    }

    var items: [StoredItem]
    var events: [Event]
    var gates: [StoredGate]
    var alerts: [Alert]
    var digests: [Digest]
    var sources: [SourceState]
    var polls: [String: [Poll]]
    var days: [String: DayCounts]
    var faults: [Fault]
    /// Files that are still owed.
    var owed: [OutboxName]

    /// - Parameters:
    ///   - day: the UTC day whose counts are compared.
    init(of ledger: WatchLedger, on day: CalendarDay) throws {
        items = try ledger.items(since: Timestamp(seconds: 0), limit: 10_000)
        events = try ledger.events(since: day.adding(days: -1000), limit: 10_000)
        gates = try events.flatMap { try ledger.gates(ofEvent: $0.id) }
        alerts = try ledger.alerts(since: Timestamp(seconds: 0), limit: 10_000)
        digests = try Watched.reps.compactMap { try ledger.lastDigest(rep: $0.id) }
        sources = try ledger.allSourceStates()
        polls = [:]
        days = [:]
        for source in sources {
            polls[source.source] = try ledger.polls(of: source.source).map {
                Poll(record: $0.record, counts: $0.counts)
            }
            days[source.source] = try ledger.conservation(on: day, source: source.source)
        }
        faults = try ledger.openFaults()
        owed = try ledger.unfinishedOutboxNames()
    }
}
