/// A cue as written in a rule file: `{company} (names|appoints) {person} [as] cfo`.
///
/// The tree keeps the words as written; how text and words are cut and folded is EventRecognition's token rule.
package struct Pattern: Hashable, Sendable {
    /// The text as written, for messages.
    package var text: String
    package var root: Node
    package var place: SourcePlace

    package init(text: String, root: Node, place: SourcePlace) {
        self.text = text
        self.root = root
        self.place = place
    }

    package enum Mark: Hashable, Sendable {
        /// `:`: a colon or dash stands between the words around it.
        case colon
        /// `'s`: the word before is written with it, or with the apostrophe alone.
        case possessive
    }

    package indirect enum Node: Hashable, Sendable {
        /// A word or number, any case. May hold characters that the token rule cuts (`co-founder`, `u.s.`).
        case word(String)
        /// `appoint*`: the word with any ending.
        case stem(String)
        case slot(Slot)
        /// `...`: up to a few words inside one sentence.
        case gap
        /// A sign that is no word.
        case mark(Mark)
        case sequence([Node])
        /// `(a|b)`.
        case alternatives([Node])
        /// `[x]`.
        case optional(Node)
        /// `a ~5 b`: all of them inside one sentence, in any order, with at most `within` words between two.
        case near([Node], within: Int)
        /// `{plant-kind}` of a slot that a rule file defines by a list: what stands there is kept under the name.
        case listed(name: String, Node)
        /// A word in any inflection: those that have the same stem in `language`, a two-letter code.
        case inflected(String, language: String)
    }
}

/// A place in a pattern that captures what stands there.
package enum Slot: Hashable, Sendable {
    /// The company the event happens to, or that acts: the subject.
    case company
    /// The company at the other side: the counterparty.
    case other
    case person, role, money, number, percent, date, place, product
    /// A slot that a rule file defines by a list of words, under its name.
    case listed(String)

    /// The slots that every rule file has.
    package static let allCases: [Slot] = [
        .company, .other, .person, .role, .money, .number, .percent, .date, .place, .product,
    ]

    /// What stands in the braces.
    package var rawValue: String {
        switch self {
        case .company: "company"
        case .other: "other"
        case .person: "person"
        case .role: "role"
        case .money: "money"
        case .number: "number"
        case .percent: "percent"
        case .date: "date"
        case .place: "place"
        case .product: "product"
        case .listed(let name): name
        }
    }

    /// One of `allCases`; nil for any other name.
    package init?(rawValue: String) {
        guard let slot = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = slot
    }
}
