/// The named step that stopped an item, event or match.
package struct Gate: Hashable, Sendable, Codable {
    package enum Stage: String, Sendable, Codable, CaseIterable {
        /// Before recognition: seeded at first contact, known before, waiting for a document.
        case intake
        case recognise, match, reason, deliver
    }

    package var stage: Stage
    /// Stable name: `no-cue`, `look-alike`, `low-confidence`, `no-account`, `expired`, `not-a-reason` …
    package var gate: String
    /// For people: what stopped it and, where it helps, the rule or clause.
    package var detail: String

    package init(_ stage: Stage, _ gate: String, _ detail: String) {
        self.stage = stage
        self.gate = gate
        self.detail = detail
    }
}
