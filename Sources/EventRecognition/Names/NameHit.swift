import TriggerModel

/// A place in a field where a known company may be named.
struct NameHit: Sendable {
    var field: TextField
    /// Tokens of the field.
    var tokens: Range<Int>
    /// Candidates; more than one where a name is not one company's alone.
    var companies: Candidates
    /// 0...1: how sure the words mean a company, and this one.
    var certainty: Double
    /// Why, for `explain`.
    var basis: String
    /// True for ordinary words, whose meaning other parts of the item may settle.
    var isOrdinary: Bool
    /// A short form that is an ordinary word: only what stands beside it, or elsewhere in the item, makes it a name.
    var isLoose = false
    /// Named in full or with its symbol: settles what shorter forms in the item mean.
    var isFull = false
    /// The name is one word that is also an ordinary word, a surname or a town.
    var isPlain = false
    /// The name is written with an apostrophe and s.
    var isPossessive = false
    /// The words begin another company's full name.
    var isAnother = false

    /// Of a doubtful name, the weight of what speaks for a company: see `NameJudge.talk`.
    var talk = -1.0

    var company: Int32? { companies.count == 1 ? companies[0] : nil }
}
