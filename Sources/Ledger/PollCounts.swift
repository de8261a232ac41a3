/// What became of the items of one poll, or of all polls of one day: each item is counted once.
package struct PollCounts: Hashable, Sendable {
    /// All items of the document.
    package var items = 0
    /// Seen before, unchanged.
    package var known = 0
    /// Seen before, edited.
    package var revised = 0
    /// New, waiting for a further document.
    package var awaiting = 0
    /// New, stopped by a gate.
    package var gated = 0
    /// New, tells an event that made no alert of its own.
    package var told = 0
    /// New, made at least one alert.
    package var alerted = 0

    package init(
        items: Int = 0, known: Int = 0, revised: Int = 0, awaiting: Int = 0, gated: Int = 0, told: Int = 0,
        alerted: Int = 0
    ) {
        self.items = items
        self.known = known
        self.revised = revised
        self.awaiting = awaiting
        self.gated = gated
        self.told = told
        self.alerted = alerted
    }

    /// Items never seen before.
    package var new: Int { awaiting + gated + told + alerted }

    /// Promise 1: every item ended in exactly one counted outcome.
    package var isBalanced: Bool { items == known + revised + new }

    /// The document shared at least one item with what was seen before, be it edited, gated or of a form that is not
    /// watched: all are remembered. False for a document without items, for first contact, and where a busy source has
    /// rolled over between two polls (promise 7); `PollTransaction.isGap` tells the last from the others.
    package var hasOverlap: Bool { known + revised > 0 }
}

/// All polls of one UTC day, and what was settled on it.
package struct DayCounts: Hashable, Sendable {
    package var polls = 0
    package var unchanged = 0
    package var failed = 0
    package var items = PollCounts()
    /// Awaiting items that got their final outcome on this day, whenever they were first seen.
    package var settled = PollCounts()

    package init(
        polls: Int = 0, unchanged: Int = 0, failed: Int = 0, items: PollCounts = PollCounts(),
        settled: PollCounts = PollCounts()
    ) {
        self.polls = polls
        self.unchanged = unchanged
        self.failed = failed
        self.items = items
        self.settled = settled
    }

    /// Promise 1 for the day.
    package var isBalanced: Bool {
        items.isBalanced && settled.items == settled.gated + settled.told + settled.alerted
    }
}
