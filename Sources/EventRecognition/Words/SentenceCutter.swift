/// Finds the sentences of a field and how they are written.
struct SentenceCutter {
    let isTitle: Bool
    let endsWithQuestion: Bool

    /// Longer runs are cut, so that matching stays linear on text without full stops.
    static let longest = 200

    /// Marks where sentences end, and returns them. A title is one sentence as a rule; a stop inside it still ends one.
    func sentences(_ tokens: UnsafeMutableBufferPointer<Token>, _ classes: Lexicon.Classes) -> [Sentence] {
        var sentences: [Sentence] = []
        sentences.reserveCapacity(tokens.count / 16 + 1)
        var capitals = Capitals()
        var start = 0
        var index = 0
        /// The next token that is not small: what is before it says nothing.
        var next = 0
        while index < tokens.count {
            if index == next {
                let stride = Int(tokens[index].stride)
                next = stride == 0 ? tokens.count : index + stride
            }
            if tokens[index].traits.contains(.afterStop), index > 0,
                ends(tokens[index - 1], before: tokens[index], classes)
            {
                tokens[index].breaks.insert(.sentence)
            }
            let token = tokens[index]
            if index > start, !token.breaks.isDisjoint(with: .ending) || index - start >= Self.longest {
                sentences.append(
                    sentence(start..<index, tokens, capitals, classes, isQuestion: token.isAfterQuestion))
                capitals = Capitals()
                start = index
            }
            if token.isNameLike { capitals.add(token, isFirst: index == start, classes) }
            index = min(next, start + Self.longest)
        }
        if start < tokens.count {
            sentences.append(
                sentence(start..<tokens.count, tokens, capitals, classes, isQuestion: endsWithQuestion))
        }
        return sentences
    }

    private func sentence(
        _ range: Range<Int>, _ tokens: UnsafeMutableBufferPointer<Token>, _ capitals: Capitals,
        _ classes: Lexicon.Classes, isQuestion: Bool
    ) -> Sentence {
        Sentence(
            tokens: range, position: isTitle ? .headline : .body,
            startsParagraph: range.lowerBound == 0 || tokens[range.lowerBound].breaks.contains(.paragraph),
            isTitleCase: capitals.areTitleCase(of: tokens, range, classes),
            isUpper: capitals.areUpper(of: tokens, range),
            isQuestion: isQuestion)
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

    /// The words of a sentence that are written with a capital. What they tell of it depends on the others too, which
    /// are mostly more: they are counted only where it does, and only until it is plain.
    private struct Capitals {
        /// Behind the first word, those of more than three letters that may be written either way.
        private var count = 0
        private var hasVerb = false
        /// In capitals only, of more than one letter.
        private var upper = 0

        @inline(__always)
        mutating func add(_ token: Token, isFirst: Bool, _ classes: Lexicon.Classes) {
            let length = token.length
            if length > 1, token.casing == .upper { upper += 1 }
            if isFirst { return }
            let classes = classes.of(token.word)
            if classes.contains(.verb) { hasVerb = true }
            if length > 3, classes.isDisjoint(with: SentenceCutter.neither) { count += 1 }
        }

        /// Small letters only in function words: at most one longer word in five may break that. With fewer than two
        /// longer words a capitalised verb tells.
        func areTitleCase(
            of tokens: UnsafeMutableBufferPointer<Token>, _ range: Range<Int>, _ classes: Lexicon.Classes
        ) -> Bool {
            guard count >= 2 || hasVerb else { return false }
            var small = 0
            for token in tokens[range].dropFirst() where token.casing == .lower && token.length > 3 {
                if classes.of(token.word).isDisjoint(with: SentenceCutter.neither) { small += 1 }
                if small * 4 > count { return false }
            }
            return true
        }

        /// Nearly all words of more than one letter.
        func areUpper(of tokens: UnsafeMutableBufferPointer<Token>, _ range: Range<Int>) -> Bool {
            guard upper > 2 else { return false }
            var others = 0
            for token in tokens[range] where token.length > 1 {
                if token.casing != .upper, token.casing != .none { others += 1 }
                if upper <= others * 4 { return false }
            }
            return true
        }
    }

    /// Words that are written with a capital, or with none, in any style tell nothing.
    private static let neither: WordClass = [.firstName, .month, .weekday, .function]
}
