internal import Ledger
package import TriggerModel

/// When each source is due next. A value: the daemon's loop owns one and asks it what to poll now.
///
/// Kept sorted by time, so that asking costs nothing while nothing is due and a poll moves one entry.
package struct WatchSchedule: Sendable {
    private struct Entry: Sendable {
        var due: Timestamp
        var source: String
    }

    private var entries: [Entry] = []

    /// Every source with the time it asks for; those already overdue are spread over `ramp` seconds from `now`, so that
    /// a start after a long night is no burst of connections.
    package init(due: [(source: String, at: Timestamp?)], now: Timestamp, ramp: Int) {
        let overdue = due.filter { ($0.at ?? now) <= now }.map(\.source).sorted()
        for (index, source) in overdue.enumerated() {
            insert(source, at: now.adding(seconds: ramp * index / max(1, overdue.count)))
        }
        for case (let source, let at?) in due where at > now { insert(source, at: at) }
    }

    /// The earliest time anything is due; nil when nothing is scheduled.
    package var nextDue: Timestamp? { entries.first?.due }
    package var count: Int { entries.count }

    /// Takes out at most `limit` sources that are due at `now`, longest waiting first.
    package mutating func takeDue(at now: Timestamp, limit: Int) -> [String] {
        let due = entries.prefix(limit).prefix { $0.due <= now }
        entries.removeFirst(due.count)
        return due.map(\.source)
    }

    /// Puts a source back after its poll.
    package mutating func insert(_ source: String, at due: Timestamp) {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if (entries[middle].due, entries[middle].source) < (due, source) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        entries.insert(Entry(due: due, source: source), at: low)
    }

    /// When a source is due by what is remembered of it; nil for at once: it was never polled, its address was edited, or
    /// it failed and somebody may have mended that. A host that wants to be left alone is.
    static func next(_ source: Source, _ state: SourceState) -> Timestamp? {
        let wasEdited = state.address.map { $0 != source.url } ?? false
        let isHeld = ["rate-limited", "blocked"].contains { state.lastDetail.hasPrefix($0) }
        return wasEdited || (state.failures > 0 && !isHeld) ? nil : state.nextPollAt
    }
}
