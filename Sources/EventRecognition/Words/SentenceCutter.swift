import TriggerModel

/// Finds the sentences of a field and how they are written.
struct SentenceCutter {
    let tokens: ContiguousArray<Token>
    let lexicon: Lexicon
    let endsWithQuestion: Bool

    /// Longer runs are cut, so that matching stays linear on text without full stops.
    static let longest = 200

    func sentences(of field: TextField) -> [Sentence] {
        var sentences: [Sentence] = []
        var start = 0
        for index in 0...tokens.count where index > start {
            let isEnd = index == tokens.count
            guard isEnd || !tokens[index].breaks.isDisjoint(with: .ending) || index - start >= Self.longest else {
                continue
            }
            // A title is one sentence as a rule; a stop inside it still ends one.
            sentences.append(
                Sentence(
                    tokens: start..<index, position: field == .title ? .headline : .body,
                    startsParagraph: start == 0 || tokens[start].breaks.contains(.paragraph),
                    isTitleCase: isTitleCase(start..<index),
                    isQuestion: isEnd ? endsWithQuestion : tokens[index].isAfterQuestion))
            start = index
        }
        return sentences
    }

    /// Small letters only in function words: at most one longer word in five may break that. With fewer than two
    /// longer words a capitalised verb tells.
    private func isTitleCase(_ range: Range<Int>) -> Bool {
        var (small, capital) = (0, 0)
        var hasCapitalVerb = false
        for index in range.dropFirst() {
            let token = tokens[index]
            guard token.casing != .none else { continue }
            let classes = lexicon.classes(of: token.word)
            if token.isNameLike, classes.contains(.verb) { hasCapitalVerb = true }
            // Words that are written with a capital, or with none, in any style tell nothing.
            guard token.end - token.start > 3, classes.isDisjoint(with: [.firstName, .month, .weekday, .function])
            else {
                continue
            }
            if token.isNameLike { capital += 1 } else { small += 1 }
        }
        return small * 4 <= capital && (capital >= 2 || hasCapitalVerb)
    }
}
