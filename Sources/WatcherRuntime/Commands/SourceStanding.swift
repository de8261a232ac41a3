internal import TriggerModel

/// How one source stands, from what is configured and what is remembered.
struct SourceStanding: Encodable, Hashable {
    enum State: String, Encodable {
        case on, off
        /// Remembered, but no longer configured.
        case removed
    }

    struct FaultLine: Encodable, Hashable {
        var kind: String
        var detail: String
        var openedAt: Timestamp
    }

    var id: String
    var kind: String?
    var name: String?
    var url: String?
    var state: State
    var lastPolledAt: Timestamp?
    /// `document`, `not-modified`, `same-body` or `failed`.
    var outcome: String?
    var detail: String
    /// Polls in a row that failed.
    var failures: Int
    var nextPollAt: Timestamp?
    /// When something new came last, as far as its rhythm remembers.
    var newestAt: Timestamp?
    /// Over the last seven days.
    var newItemsPerDay: Double?
    /// What its silence or look means, in one line.
    var rhythm: String?
    /// Its habit, in one line.
    var habit: String?
    var faults: [FaultLine]

    /// The last outcome as one word or two.
    var answer: String {
        guard let outcome else { return state == .on ? "not polled yet" : "-" }
        return failures > 1 ? "\(outcome) (\(failures) times)" : outcome
    }
}
