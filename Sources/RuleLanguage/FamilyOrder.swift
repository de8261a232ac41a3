/// Which of two events gives way where the same words tell both: when an agency "lowers outlook", no results are a warning.
///
/// Families are told apart by the first part of a trigger's id. A family that does not stand in `precedence` never gives
/// way, and none gives way to it.
package struct FamilyOrder: Hashable, Sendable {
    /// Families, from the one that always holds to the one that gives way to all others.
    package var precedence: [String]
    /// Families that the same words may well tell together, as a plant that closes and the jobs it had.
    package var together: [Set<String>]

    package init(precedence: [String] = [], together: [Set<String>] = []) {
        self.precedence = precedence
        self.together = together
    }

    /// Where a family stands: 0 for the one that always holds; behind all others where it is not listed.
    package func place(of family: String) -> Int { precedence.firstIndex(of: family) ?? precedence.count }

    /// Whether an event of one family gives way to an event of another.
    package func yields(_ one: String, to other: String) -> Bool {
        let place = place(of: one)
        guard place < precedence.count, precedence[..<place].contains(other) else { return false }
        return !together.contains { $0.contains(one) && $0.contains(other) }
    }
}

extension TriggerRule {
    /// What kind of thing happens: `ma` of `ma.agreement`.
    package var family: String { String(id.prefix { $0 != "." }) }
}
