/// A new alert about an event that was told before: its type, party or amount changed.
package struct AlertUpdate: Hashable, Sendable {
    /// The id of the first alert about this event and account.
    package var firstAlert: String
    /// What changed, in a few words: part of the new alert's identity.
    package var what: String
    /// What was told as a fact is denied or called off: the rep must hear it, though nothing is a fact any more.
    package var isDenial: Bool

    package init(firstAlert: String, what: String, isDenial: Bool = false) {
        self.firstAlert = firstAlert
        self.what = what
        self.isDenial = isDenial
    }
}
