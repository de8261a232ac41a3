/// One word, number or sign of a text, as the token rule cuts it (see `TextScan`).
struct Token: Sendable {
    /// How the letters of a token are written.
    enum Casing: UInt8, Sendable {
        /// No letters: a number or a sign.
        case none
        case lower, capitalised
        /// Every letter is a capital; also a single capital letter.
        case upper
        /// A capital after the first letter: `NetApp`, `eBay`.
        case mixed
    }

    /// What stands between a token and the one before it; several at once are usual: `), `.
    struct Breaks: OptionSet, Sendable {
        let rawValue: UInt16

        /// `-` or `/` inside a word: `Coca-Cola`.
        static let hyphen = Breaks(rawValue: 1 << 0)
        static let quote = Breaks(rawValue: 1 << 1)
        static let comma = Breaks(rawValue: 1 << 2)
        static let opening = Breaks(rawValue: 1 << 3)
        static let closing = Breaks(rawValue: 1 << 4)
        static let dash = Breaks(rawValue: 1 << 5)
        static let colon = Breaks(rawValue: 1 << 6)
        static let semicolon = Breaks(rawValue: 1 << 7)
        static let sentence = Breaks(rawValue: 1 << 8)
        static let paragraph = Breaks(rawValue: 1 << 9)

        static let clause: Breaks = [.comma, .opening, .closing, .dash, .colon, .semicolon, .sentence, .paragraph]
        static let ending: Breaks = [.sentence, .paragraph]
    }

    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8

        /// Written with a possessive `'s` or `s'`, which is no part of the word.
        static let possessive = Traits(rawValue: 1 << 0)
        /// Written `&`.
        static let ampersand = Traits(rawValue: 1 << 1)
        /// Digits, with at most a decimal point.
        static let number = Traits(rawValue: 1 << 2)
        /// Begins with a digit.
        static let digitFirst = Traits(rawValue: 1 << 3)
        static let currency = Traits(rawValue: 1 << 4)
        static let percent = Traits(rawValue: 1 << 5)
        /// An initialism written with dots: `U.S.`.
        static let dotted = Traits(rawValue: 1 << 6)
        /// A full stop, exclamation or question mark stands before it (candidate for a sentence break).
        static let afterStop = Traits(rawValue: 1 << 7)
    }

    /// Interned id; 0 for a word that no rule, name or lexicon holds.
    var word: UInt32 = 0
    /// Bytes of the field's UTF-8, without the possessive ending.
    var byteStart: UInt32
    var byteEnd: UInt32
    /// Bytes of the folded word in `FieldText.folded`.
    var foldStart: UInt32
    var foldEnd: UInt32
    /// Bytes that begin no scalar, of the field before the token and of the token itself: `é` has one. In their stead, so
    /// that a word of plain ASCII is written without reckoning.
    var continuationsBefore: UInt32
    var continuations: UInt32 = 0
    var breaks: Breaks
    /// How many tokens on the next stands that is not `isSmall`, where this is none or the first; 0 where none follows. So
    /// what looks for sentences need not look at the rest, which are most.
    var stride: UInt16 = 0
    var traits: Traits
    /// True where the mark before it is a question mark.
    var isAfterQuestion = false
    /// True right after a full stop without a space: `Overstock.com`.
    var isAfterDot = false
    var casing: Casing

    /// Unicode scalars of the field: `start..<end`.
    var start: UInt32 { byteStart &- continuationsBefore }
    var end: UInt32 { start &+ length }
    /// In scalars.
    var length: UInt32 { byteEnd &- byteStart &- continuations }

    /// In small letters, and without a mark that matters to sentences.
    var isSmall: Bool { casing == .lower && traits.isEmpty && breaks.isDisjoint(with: .ending) }

    /// Makes the last token that is not small lead to the next. One too far away is led to over others in between.
    @inline(__always)
    static func lead(_ tokens: UnsafeMutablePointer<Token>, from last: inout Int, to next: Int) {
        if next == last { return }
        while next &- last > Int(UInt16.max) {
            tokens[last].stride = .max
            last &+= Int(UInt16.max)
        }
        tokens[last].stride = UInt16(truncatingIfNeeded: next &- last)
        last = next
    }

    /// Written as the words of names are.
    var isNameLike: Bool { casing == .capitalised || casing == .upper || casing == .mixed }
    var isPossessive: Bool { traits.contains(.possessive) }
}
