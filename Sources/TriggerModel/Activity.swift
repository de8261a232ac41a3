/// Something we caused, told by a file of our own.
package struct Activity: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case download, webinar, visit
        /// Of our product.
        case release
        case endOfLife = "end-of-life"
        case other
    }

    package var kind: Kind
    /// Account id, where the file says it.
    package var account: String?
    /// Company name or domain, as the file says it.
    package var company: String?
    package var domain: String?
    /// Person and address who did it.
    package var person: String?
    package var email: String?
    /// What was downloaded, attended, looked at or released.
    package var what: String?
    /// Product id, for a release or an end of life.
    package var product: String?

    package init(
        kind: Kind, account: String? = nil, company: String? = nil, domain: String? = nil, person: String? = nil,
        email: String? = nil, what: String? = nil, product: String? = nil
    ) {
        self.kind = kind
        self.account = account
        self.company = company
        self.domain = domain
        self.person = person
        self.email = email
        self.what = what
        self.product = product
    }
}
