package import RuleLanguage

/// Triggers that say the same of a company in other words, as `same-as` in the rules says: what a register's form states
/// and what a headline makes of it.
///
/// A pair holds both ways. It is no chain: an offer for the shares may be told as a purchase and as a sale, and these two
/// are still not the same.
package struct TriggerTwins: Hashable, Sendable {
    private let twins: [String: Set<String>]

    package static let none = TriggerTwins(RulePack(triggers: []))

    package init(_ pack: RulePack) {
        var twins: [String: Set<String>] = [:]
        for rule in pack.triggers {
            for other in rule.sameAs where other != rule.id {
                twins[rule.id, default: []].insert(other)
                twins[other, default: []].insert(rule.id)
            }
        }
        self.twins = twins
    }

    /// The trigger, and those that say the same.
    package func all(of trigger: String) -> [String] { [trigger] + (twins[trigger] ?? []).sorted() }

    func are(_ one: String, _ other: String) -> Bool { twins[one]?.contains(other) ?? false }
}
