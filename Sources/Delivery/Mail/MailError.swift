/// What is wrong with an address in the settings.
package struct MailError: Error, Hashable, Sendable, CustomStringConvertible {
    /// As configured, shortened.
    package var address: String
    /// What to change.
    package var reason: String

    package var description: String { "mail address \"\(address)\": \(reason)" }
}
