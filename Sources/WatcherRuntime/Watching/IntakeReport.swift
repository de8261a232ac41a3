internal import Ledger
package import TriggerModel

/// What one document brought.
package struct IntakeReport: Sendable {
    package var source: String
    package var items = 0
    package var newItems = 0
    package var known = 0
    package var revised = 0
    package var awaiting = 0
    package var gated = 0
    /// Items that the first document of the source only made known, and those of them without a date that can be
    /// believed: nobody knows how old they are.
    package var seeded = 0
    package var seededUndated = 0
    package var events = 0
    /// Alerts kept and owed to the queue.
    package var alerts: [Alert] = []
    /// Faults of the source that were not open before.
    package var opened: [Fault] = []
    /// When the source is due again, where its document decided that.
    package var nextPollAt: Timestamp?

    init(source: String) { self.source = source }

    mutating func add(_ other: IntakeReport) {
        items += other.items
        newItems += other.newItems
        known += other.known
        revised += other.revised
        awaiting += other.awaiting
        gated += other.gated
        seeded += other.seeded
        seededUndated += other.seededUndated
        events += other.events
        alerts += other.alerts
        opened += other.opened
    }

    mutating func count(_ counts: PollCounts) {
        items = counts.items
        newItems = counts.new
        known = counts.known
        revised = counts.revised
        awaiting = counts.awaiting
        gated = counts.gated
    }
}
