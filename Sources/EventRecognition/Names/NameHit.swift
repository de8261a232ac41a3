import TriggerModel

/// A place in a field where a known company may be named.
struct NameHit: Sendable {
    var field: TextField
    /// Tokens of the field.
    var tokens: Range<Int>
    /// Candidates; more than one where a name is not one company's alone.
    var companies: [Int32]
    /// 0...1: how sure the words mean a company, and this one.
    var certainty: Double
    /// Why, for `explain`.
    var basis: String
    /// True for ordinary words, whose meaning other parts of the item may settle.
    var isOrdinary: Bool

    var company: Int32? { companies.count == 1 ? companies[0] : nil }
}
