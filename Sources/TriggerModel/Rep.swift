/// A sales rep who gets a morning.
package struct Rep: Hashable, Sendable {
    package enum Style: String, Sendable, CaseIterable {
        /// Wins new accounts.
        case hunter
        /// Keeps and grows customers.
        case farmer
        case both
    }

    package var id: String
    package var name: String
    package var email: String
    /// IANA zone name.
    package var timezone: String
    /// 1 Monday ... 7 Sunday.
    package var workingDays: [Int]
    /// Local time of the digest, minutes after midnight.
    package var digestAt: Int
    package var style: Style
    /// Regions or countries of an account without an owner that fall to this rep.
    package var territory: [String]
    /// Rows of the call list that fit the power hour.
    package var callListLength: Int

    package init(
        id: String, name: String, email: String, timezone: String, workingDays: [Int] = [1, 2, 3, 4, 5],
        digestAt: Int = 7 * 60, style: Style = .both, territory: [String] = [], callListLength: Int = 12
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.timezone = timezone
        self.workingDays = workingDays
        self.digestAt = digestAt
        self.style = style
        self.territory = territory
        self.callListLength = callListLength
    }
}
