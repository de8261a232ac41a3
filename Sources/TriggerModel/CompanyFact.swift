/// What a register may say of a company besides its name: what a profile asks of companies that are nobody's account.
package enum CompanyFact: String, Sendable, CaseIterable {
    /// Standard Industrial Classification, four digits.
    case sic
    /// North American Industry Classification, two to six digits.
    case naics
    /// In the register's own words: `Manufacturing`.
    case industry
    /// State, by its name or code.
    case state
    /// Country, by its name or ISO 3166-1 code.
    case country
    /// Head count, a number or a range.
    case employees
    /// How many of its people a notice concerns: it has at least as many.
    case affected
    /// Yearly revenue in whole units, a number or a range.
    case revenue
}
