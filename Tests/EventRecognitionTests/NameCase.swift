import Testing

/// A text, and the accounts that are surely meant in it.
struct NameCase: CustomTestStringConvertible, Sendable {
    var text: String
    /// Accounts with a certainty of at least 0.5.
    var sure: [String]
    var testDescription: String { text }

    init(_ text: String, _ sure: String...) {
        self.text = text
        self.sure = sure
    }
}
