package import TriggerModel

/// A name in an item that is several accounts' and that nothing in the item settles: for a person to look at.
package struct AmbiguousMention: Hashable, Sendable {
    /// As the item writes it.
    package var text: String
    /// The candidates' own names, in the order of `accounts`.
    package var names: [String]
    /// Account ids.
    package var accounts: [String]
    package var span: Span

    package init(text: String, names: [String], accounts: [String], span: Span) {
        self.text = text
        self.names = names
        self.accounts = accounts
        self.span = span
    }
}
