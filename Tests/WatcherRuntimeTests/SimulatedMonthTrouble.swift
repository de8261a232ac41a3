import Synchronization
import TriggerModel

/// One thing that goes wrong with one source: when it begins, and when it ends.
final class SimulatedMonthTrouble: Sendable {
    let kind: SimulatedMonthPlan.Trouble
    let start: Timestamp
    private let known = Mutex<(end: Timestamp?, gap: Int?)>((nil, nil))

    init(_ kind: SimulatedMonthPlan.Trouble, start: Timestamp) {
        self.kind = kind
        self.start = start
    }

    /// nil before it began.
    var end: Timestamp? { known.withLock(\.end) }
    /// Seconds of silence that the source's rhythm explained when it began; nil where it was not learnt.
    var learnedGap: Int? { known.withLock(\.gap) }

    func begin(until end: Timestamp, learnedGap: Int?) { known.withLock { $0 = (end, learnedGap) } }

    func isOn(at now: Timestamp) -> Bool { now >= start && (end.map { now < $0 } ?? true) }
}

/// One thing that a source publishes.
struct SimulatedMonthNews: Sendable {
    var number: Int
    var at: Timestamp
    /// Instead of a title that tells nothing.
    var headline: String?
    /// The guid of an earlier one.
    var guid: Int?
    /// Seconds by which the publisher's clock is ahead.
    var skew = 0
}
