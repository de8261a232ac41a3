package import TriggerModel

/// A company that is nobody's account yet, with an event that is a reason to call it.
package struct Prospect: Hashable, Sendable {
    /// What would be its row among the accounts; without an owner, so that the territory's rep or the fallback gets it.
    package var account: Account
    package var facts: CompanyFacts
    package var match: Match

    package init(account: Account, facts: CompanyFacts, match: Match) {
        self.account = account
        self.facts = facts
        self.match = match
    }
}

/// What became of an event for the company nobody owns.
package enum ProspectVerdict: Hashable, Sendable {
    case prospect(Prospect)
    /// Fits, but its name could be that of these accounts.
    case unsure(Gate, accounts: [String])
    case gate(Gate)
}
