package import TriggerModel

/// What became of an event: the accounts it is a reason for, and for each other account it touched the one gate that
/// stopped it there.
///
/// An event that touches nobody, or whose trigger may not alert, has no match and exactly one gate.
package struct MatchOutcome: Hashable, Sendable {
    /// One per account, by account id. Scores are empty: they are Reasoning's.
    package var matches: [Match]
    /// In the order of the accounts' ids.
    package var gates: [AccountGate]

    package init(matches: [Match], gates: [AccountGate]) {
        self.matches = matches
        self.gates = gates
    }
}

/// A gate and the account it concerns; nil where it stopped the whole event.
package struct AccountGate: Hashable, Sendable {
    package var account: String?
    package var gate: Gate

    package init(account: String?, gate: Gate) {
        self.account = account
        self.gate = gate
    }
}

/// What became of an event for one account.
package enum MatchVerdict: Hashable, Sendable {
    case match(Match)
    case gate(Gate)
}
