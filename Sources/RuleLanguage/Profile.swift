package import TriggerModel

/// An ideal-customer profile: which companies, which triggers matter to them through which relations, and how much.
package struct Profile: Hashable, Sendable {
    package var id: String
    package var name: String
    /// Which accounts fit.
    package var companies: AccountPredicate
    package var reasons: [ReasonClause]
    /// Triggers that are no reason for this profile.
    package var notReasons: [TriggerSelector]
    /// Matches below it stop at the gate `low-score`; 0...100.
    package var minimumScore: Int
    /// Whether a company that is nobody's account, but fits by what a source says of it, is a reason too.
    package var takesProspects: Bool
    package var place: SourcePlace

    package init(
        id: String, name: String, companies: AccountPredicate, reasons: [ReasonClause],
        notReasons: [TriggerSelector], minimumScore: Int, takesProspects: Bool = true, place: SourcePlace
    ) {
        self.id = id
        self.name = name
        self.companies = companies
        self.reasons = reasons
        self.notReasons = notReasons
        self.minimumScore = minimumScore
        self.takesProspects = takesProspects
        self.place = place
    }

    /// One entry under `reasons:`.
    package struct ReasonClause: Hashable, Sendable {
        package var triggers: [TriggerSelector]
        package var relations: [Relation]
        /// 1 nice to know ... 5 must call.
        package var weight: Int
        package var place: SourcePlace

        package init(triggers: [TriggerSelector], relations: [Relation], weight: Int, place: SourcePlace) {
            self.triggers = triggers
            self.relations = relations
            self.weight = weight
            self.place = place
        }
    }
}

/// A condition on an account's fields.
package indirect enum AccountPredicate: Hashable, Sendable {
    case all([AccountPredicate])
    case any([AccountPredicate])
    case not(AccountPredicate)
    /// Text equality without regard to case; `tags` holds if any tag is among the values.
    case oneOf(AccountField, [String])
    /// Closed range on a number; an open end is nil. An account without the number does not fit.
    case range(AccountField, atLeast: Int?, atMost: Int?)
}

/// The account fields a predicate can ask about.
package enum AccountField: String, Sendable, CaseIterable {
    case industry, region, country, status, tags, owner, employees, revenue, products, incumbents
    case id, name, domain, ticker, timezone, rivals, customers, suppliers
    /// Roles of the contacts on file.
    case contacts

    /// True for the fields that hold a number.
    package var isNumber: Bool { self == .employees || self == .revenue }
}
