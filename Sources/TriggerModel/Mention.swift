/// An account seen in an item, whether or not anything happened to it.
package struct Mention: Hashable, Sendable, Codable {
    package var account: String
    /// As the text names it.
    package var name: String
    package var span: Span
    /// 0...1; how sure we are that these words mean this account.
    package var certainty: Double

    package init(account: String, name: String, span: Span, certainty: Double) {
        self.account = account
        self.name = name
        self.span = span
        self.certainty = certainty
    }
}
