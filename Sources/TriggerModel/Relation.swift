/// What an event's party is to an account.
package enum Relation: String, Sendable, CaseIterable, Codable {
    case itself
    /// Competes with the account.
    case rival
    /// Competes with us and supplies the account.
    case incumbent
    case customer, supplier, industry, market, person
}
