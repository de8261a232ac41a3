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

    /// A name of several words that is nothing else.
    var isSure: Bool { certainty >= 0.65 && tokens.count > 1 }

    /// True where a match begins or ends with a word out of this name, for which its pattern does not ask as a name.
    ///
    /// - Parameter own: whether the pattern asks for a token as a word.
    func lendsWord(to match: PatternMatch, own: (Int) -> Bool) -> Bool {
        guard tokens.contains(match.tokens.lowerBound) || tokens.contains(match.tokens.upperBound - 1) else {
            return false
        }
        return !match.captures.contains { $0.tokens.overlaps(tokens) } && !tokens.allSatisfy(own)
    }

    var company: Int32? { companies.count == 1 ? companies[0] : nil }
}
