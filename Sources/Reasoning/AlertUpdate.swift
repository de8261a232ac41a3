/// A new alert about an event that was told before: its type, party or amount changed.
package struct AlertUpdate: Hashable, Sendable {
    /// The id of the first alert about this event and account.
    package var firstAlert: String
    /// What changed, in a few words: part of the new alert's identity.
    package var what: String

    package init(firstAlert: String, what: String) {
        self.firstAlert = firstAlert
        self.what = what
    }
}
