/// An amount with its currency, normalised from text: "$12 million" is 12_000_000 USD.
package struct Money: Hashable, Sendable, Codable {
    /// Whole units of the currency.
    package var amount: Int
    /// ISO 4217; nil where the text shows no currency.
    package var currency: String?

    package init(amount: Int, currency: String?) {
        self.amount = amount
        self.currency = currency
    }
}
