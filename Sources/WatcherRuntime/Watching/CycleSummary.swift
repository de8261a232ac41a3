package import TriggerModel

/// How one cycle is run.
package struct CycleOptions: Sendable {
    /// Polls every enabled source, due or not.
    package var pollsEverything: Bool
    /// Builds every rep's digest of today at once instead of at its time.
    package var sendsDigestsNow: Bool

    package init(pollsEverything: Bool = false, sendsDigestsNow: Bool = false) {
        self.pollsEverything = pollsEverything
        self.sendsDigestsNow = sendsDigestsNow
    }
}

/// What one cycle did.
package struct CycleSummary: Sendable {
    package var polled = 0
    package var unchanged = 0
    /// Source and what went wrong.
    package var failures: [(source: String, detail: String)] = []
    /// Those of them that are ours: what could not be kept or written.
    package var broken = 0
    package var items = 0
    package var newItems = 0
    package var gated = 0
    package var events = 0
    /// Awaiting items whose document came or whose deadline passed.
    package var settled = 0
    package var alerts: [Alert] = []
    /// Reps who got a digest.
    package var digestReps: [String] = []

    package init() {}

    mutating func add(_ report: IntakeReport) {
        items += report.items
        newItems += report.newItems
        gated += report.gated
        events += report.events
        alerts += report.alerts
    }

    /// One line for people.
    package var summaryLine: String {
        let counted = Self.counted
        let sources = counted(polled, "source") + (unchanged > 0 ? " (\(unchanged) unchanged)" : "")
        let failed = failures.isEmpty ? "" : ", \(failures.count) failed"
        return
            "\(sources)\(failed), \(counted(items, "item")) read, \(newItems) new, \(counted(alerts.count, "alert")), "
            + counted(digestReps.count, "mail")
    }

    static func counted(_ number: Int, _ one: String) -> String { "\(number) \(one)\(number == 1 ? "" : "s")" }
}
