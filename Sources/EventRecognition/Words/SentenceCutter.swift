import TriggerModel

/// Finds the sentences of a field and how they are written.
struct SentenceCutter {
    let field: TextField
    let endsWithQuestion: Bool

    /// Longer runs are cut, so that matching stays linear on text without full stops.
    static let longest = 200

    /// Marks where sentences end, and returns them. A title is one sentence as a rule; a stop inside it still ends one.
    func sentences(_ tokens: UnsafeMutableBufferPointer<Token>, _ classes: Lexicon.Classes) -> [Sentence] {
        var sentences: [Sentence] = []
        sentences.reserveCapacity(tokens.count / 16 + 1)
        var style = Style()
        var start = 0
        var index = 0
        while index < tokens.count {
            if index > start {
                index = style.addSmall(tokens, index..<min(start + Self.longest, tokens.count), classes)
                if index == tokens.count { break }
            }
            if tokens[index].traits.contains(.afterStop), index > 0,
                ends(tokens[index - 1], before: tokens[index], classes)
            {
                tokens[index].breaks.insert(.sentence)
            }
            let token = tokens[index]
            if index > start, !token.breaks.isDisjoint(with: .ending) || index - start >= Self.longest {
                sentences.append(sentence(start..<index, tokens, style, isQuestion: token.isAfterQuestion))
                style = Style()
                start = index
            }
            if token.casing != .none { style.add(token, isFirst: index == start, classes) }
            index += 1
        }
        if start < tokens.count {
            sentences.append(sentence(start..<tokens.count, tokens, style, isQuestion: endsWithQuestion))
        }
        return sentences
    }

    private func sentence(
        _ range: Range<Int>, _ tokens: UnsafeMutableBufferPointer<Token>, _ style: Style, isQuestion: Bool
    ) -> Sentence {
        Sentence(
            tokens: range, position: field == .title ? .headline : .body,
            startsParagraph: range.lowerBound == 0 || tokens[range.lowerBound].breaks.contains(.paragraph),
            isTitleCase: style.isTitleCase, isUpper: style.isUpper, isQuestion: isQuestion)
    }

    private func ends(_ previous: Token, before next: Token, _ classes: Lexicon.Classes) -> Bool {
        if next.isAfterQuestion { return next.casing != .lower }
        if next.casing == .lower { return false }
        let isInitial = previous.casing == .upper && previous.foldEnd - previous.foldStart == 1
        if isInitial || previous.traits.contains(.dotted)
            || classes.of(previous.word).contains(.abbreviation)
        {
            return !isInitial && classes.of(next.word).contains(.opener) && next.isNameLike
        }
        return true
    }

    /// How the words of a sentence are written.
    private struct Style {
        /// Words of more than three letters, that may be written either way.
        private var (small, capital) = (0, 0)
        private var hasCapitalVerb = false
        /// Words of more than one letter.
        private var (upper, other) = (0, 0)

        /// Most words: those of small letters behind the first one that end nothing, of which less is to be asked.
        ///
        /// Returns the place of the next word that is none of them, or the end of `range`.
        @inline(__always)
        mutating func addSmall(
            _ tokens: UnsafeMutableBufferPointer<Token>, _ range: Range<Int>, _ classes: Lexicon.Classes
        ) -> Int {
            var (small, other) = (0, 0)
            var index = range.lowerBound
            while index < range.upperBound, tokens[index].casing == .lower, tokens[index].traits.isEmpty,
                tokens[index].breaks.isDisjoint(with: .ending)
            {
                let length = tokens[index].end &- tokens[index].start
                let isTelling = classes.of(tokens[index].word).isDisjoint(with: Self.neither)
                // Added without a question: as many are long as short.
                other &+= length > 1 ? 1 : 0
                small &+= (length > 3 ? 1 : 0) & (isTelling ? 1 : 0)
                index &+= 1
            }
            self.small += small
            self.other += other
            return index
        }

        @inline(__always)
        mutating func add(_ token: Token, isFirst: Bool, _ classes: Lexicon.Classes) {
            let length = token.end &- token.start
            if length > 1 { if token.casing == .upper { upper += 1 } else { other += 1 } }
            if isFirst { return }
            guard token.isNameLike || length > 3 else { return }
            let classes = classes.of(token.word)
            if token.isNameLike, classes.contains(.verb) { hasCapitalVerb = true }
            guard length > 3, classes.isDisjoint(with: Self.neither) else { return }
            if token.isNameLike { capital += 1 } else { small += 1 }
        }

        /// Words that are written with a capital, or with none, in any style tell nothing.
        private static let neither: WordClass = [.firstName, .month, .weekday, .function]

        /// Small letters only in function words: at most one longer word in five may break that. With fewer than two
        /// longer words a capitalised verb tells.
        var isTitleCase: Bool { small * 4 <= capital && (capital >= 2 || hasCapitalVerb) }
        var isUpper: Bool { upper > 2 && upper > other * 4 }
    }
}
