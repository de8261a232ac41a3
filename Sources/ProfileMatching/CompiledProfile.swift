import RuleLanguage
import TriggerModel

/// A profile with its condition made ready.
struct CompiledProfile: Sendable {
    /// How a profile sees one event for one account.
    enum View {
        /// A reason, with the clause that says so.
        case reason(Profile.ReasonClause)
        /// Fits, but the trigger is among `not-reasons`.
        case notReason(TriggerSelector)
        /// Fits, but no clause lists the trigger through this relation.
        case silent
        /// The account does not fit.
        case misfit
    }

    let profile: Profile
    let companies: CompiledPredicate

    init(_ profile: Profile) {
        self.profile = profile
        companies = CompiledPredicate(profile.companies)
    }

    func view(_ trigger: String, through relation: Relation, for account: Account, in directory: AccountDirectory)
        -> View
    {
        guard companies.holds(for: account, in: directory) else { return .misfit }
        return reason(for: trigger, through: relation)
    }

    /// How the profile sees a trigger for a company that fits.
    func reason(for trigger: String, through relation: Relation) -> View {
        if let selector = profile.notReasons.first(where: { $0.selects(trigger) }) { return .notReason(selector) }
        var best: Profile.ReasonClause?
        for clause in profile.reasons
        where clause.relations.contains(relation) && clause.triggers.contains(where: { $0.selects(trigger) }) {
            // The first clause in the file wins a tie, as its reader expects.
            if best.map({ clause.weight > $0.weight }) ?? true { best = clause }
        }
        return best.map(View.reason) ?? .silent
    }
}
