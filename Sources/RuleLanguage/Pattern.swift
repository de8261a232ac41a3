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

    package indirect enum Node: Hashable, Sendable {
        /// A word or number, any case. May hold characters that the token rule cuts (`co-founder`, `u.s.`).
        case word(String)
        /// `appoint*`: the word with any ending.
        case stem(String)
        case slot(Slot)
        /// `...`: up to a few words inside one sentence.
        case gap
        case sequence([Node])
        /// `(a|b)`.
        case alternatives([Node])
        /// `[x]`.
        case optional(Node)
    }
}

/// A place in a pattern that captures what stands there.
package enum Slot: String, Hashable, Sendable, CaseIterable {
    /// The company the event happens to, or that acts: the subject.
    case company
    /// The company at the other side: the counterparty.
    case other
    case person, role, money, number, percent, date, place, product
}
