import RuleLanguage

/// A pattern as steps of a small matching machine.
struct Program: Sendable {
    enum Step: Sendable {
        /// The token is this word.
        case word(UInt32)
        /// The token is one of these words.
        case oneOf(WordSets.Place)
        /// The token begins with this stem.
        case stem(Int32)
        /// The token is an inflection, by its index in the stem table.
        case inflected(Int32)
        /// A slot's recogniser says where it may end; an index into `Slot.allCases`, so that steps are plain bytes.
        case slot(UInt8)
        /// A listed slot begins here.
        case open
        /// It ends here; an index into `lists`.
        case close(Int32)
        /// After a party: a bracket, an apposition, fillers may be stepped over.
        case skip
        /// Any one token of the same clause.
        case any
        /// First `first`, then `second`.
        case split(first: Int32, second: Int32)
        case jump(Int32)
        /// A colon or dash stands in front of the token, or the one before is a possessive.
        case mark(Pattern.Mark)
        case accept
    }

    var steps: [Step]
    /// Names of its listed slots.
    var lists: [String]
    var pattern: Pattern
    /// The rarest cue, of which every text that matches holds a word; nil where there is none.
    var cue: Int?
    /// The other cues of which every match holds a word each.
    var needs: [Int]
    var order: Order

    /// In which order the cues stand in every match.
    struct Order: Sendable, Equatable {
        /// Each stands behind the one before it.
        var cues: [Int] = []
        /// A match begins with a word of the first.
        var isAtStart = false
    }
    /// The plain words it asks for.
    let words: Set<UInt32>
    /// The stems and inflections it asks for.
    let endings: [Step]

    init(
        steps: [Step], lists: [String], pattern: Pattern, cue: Int?, needs: [Int], order: Order, sets: WordSets
    ) {
        self.steps = steps
        self.lists = lists
        self.pattern = pattern
        self.cue = cue
        self.needs = needs
        self.order = order
        endings = steps.filter { step in
            switch step {
            case .stem, .inflected: true
            default: false
            }
        }
        words = Set(
            steps.flatMap { step -> [UInt32] in
                switch step {
                case .word(let word): [word]
                case .oneOf(let place): sets.words(of: place)
                default: []
                }
            })
    }
}

/// A word or stem of a cue.
enum Anchor: Hashable, Sendable {
    case word(UInt32)
    case stem(Int32)

    /// No other anchor's.
    var number: UInt64 {
        switch self {
        case .word(let word): UInt64(word)
        case .stem(let stem): 1 << 32 | UInt64(UInt32(bitPattern: stem))
        }
    }
}
