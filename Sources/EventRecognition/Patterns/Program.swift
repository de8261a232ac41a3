import RuleLanguage

/// A pattern as steps of a small matching machine.
struct Program: Sendable {
    enum Step: Sendable {
        /// The token is this word.
        case word(UInt32)
        /// The token begins with this stem.
        case stem(Int32)
        /// A slot's recogniser says where it may end.
        case slot(Slot)
        /// After a party: a bracket, an apposition, fillers may be stepped over.
        case skip
        /// Any one token of the same clause.
        case any
        /// First `first`, then `second`.
        case split(first: Int32, second: Int32)
        case jump(Int32)
        case accept
    }

    var steps: [Step]
    var pattern: Pattern
    /// One of these words or stems stands in every text that matches.
    var anchors: [Anchor]

    /// The plain words it asks for.
    var words: Set<UInt32> {
        Set(steps.compactMap { step in if case .word(let word) = step { word } else { nil } })
    }
}

/// What a program is found by.
enum Anchor: Hashable, Sendable {
    case word(UInt32)
    case stem(Int32)
}
