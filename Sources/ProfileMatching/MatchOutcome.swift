package import TriggerModel

/// What became of an event: the accounts it is a reason for, and for each other account it touched the one gate that
/// stopped it there.
///
/// An event that touches nobody, or whose trigger may not alert, has no match and exactly one gate.
package struct MatchOutcome: Hashable, Sendable {
    /// One per account, by account id. Scores are empty: they are Reasoning's.
    package var matches: [Match]
    /// In the order of the accounts' ids.
    package var gates: [Gate]

    package init(matches: [Match], gates: [Gate]) {
        self.matches = matches
        self.gates = gates
    }
}

/// What became of an event for one account.
package enum MatchVerdict: Hashable, Sendable {
    case match(Match)
    case gate(Gate)
}
