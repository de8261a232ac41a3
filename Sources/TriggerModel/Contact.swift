/// A person at an account whom a rep can call.
package struct Contact: Hashable, Sendable, Codable {
    package var name: String
    /// Short role words as rules use them in `affects`: `cfo`, `controller`, `it-director`.
    package var role: String
    /// Job title as printed to the rep; the role when absent.
    package var title: String?
    package var phone: String?
    package var email: String?
    /// IANA zone name; the account's when absent.
    package var timezone: String?

    package init(
        name: String, role: String, title: String? = nil, phone: String? = nil, email: String? = nil,
        timezone: String? = nil
    ) {
        self.name = name
        self.role = role
        self.title = title
        self.phone = phone
        self.email = email
        self.timezone = timezone
    }
}
