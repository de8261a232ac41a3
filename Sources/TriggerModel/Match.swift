/// An event that is a reason for one account under one profile, with its trace.
package struct Match: Hashable, Sendable, Codable {
    package var event: String
    package var trigger: String
    package var account: String
    package var profile: String
    package var relation: Relation
    /// The event's party through which the account is reached.
    package var party: Party
    /// The profile's weight of this reason, 1...5.
    package var weight: Int
    /// Each profile clause that decided, as `explain` prints it.
    package var trace: [String]
    /// Sum of `parts`.
    package var score: Int
    package var parts: [ScorePart]

    package init(
        event: String, trigger: String, account: String, profile: String, relation: Relation, party: Party,
        weight: Int, trace: [String], score: Int = 0, parts: [ScorePart] = []
    ) {
        self.event = event
        self.trigger = trigger
        self.account = account
        self.profile = profile
        self.relation = relation
        self.party = party
        self.weight = weight
        self.trace = trace
        self.score = score
        self.parts = parts
    }
}

/// One named integer part of a score; a score is the sum of its parts.
package struct ScorePart: Hashable, Sendable, Codable {
    package var name: String
    package var value: Int

    package init(name: String, value: Int) {
        self.name = name
        self.value = value
    }
}
