/// A company as our files refer to it: one of our accounts, or a name we only watch (a rival that is nobody's account).
package enum CompanyReference: Hashable, Sendable, Codable {
    /// An account's id.
    case account(String)
    /// A name as the operator wrote it.
    case named(String)
}
