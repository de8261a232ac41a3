/// What the rep says first: the reason as something read, then the question.
///
/// No greeting (the rep has one), nothing about us, no "he" or "she" that the text did not give.
enum OpeningLine {
    /// - Parameters:
    ///   - reason: one or more whole sentences.
    ///   - names: names a sentence may begin with; their case stays.
    static func line(reason: String, ask: String, isBadNews: Bool, names: [String]) -> String {
        opened("I read that \(continued(reason, names: names))", ask: ask, isBadNews: isBadNews)
    }

    /// For what happens to a whole industry: the headline itself, which says more than any words of ours around it. In
    /// single marks, because the line stands between double ones.
    static func line(headline: String, ask: String, isBadNews: Bool) -> String {
        opened("I read the headline ‘\(headline)’.", ask: ask, isBadNews: isBadNews)
    }

    private static func opened(_ reading: String, ask: String, isBadNews: Bool) -> String {
        guard isBadNews else { return "\(reading) \(ask)" }
        return "\(reading) You will have a lot on your desk because of it, so I will be brief. \(ask)"
    }

    /// Words that carry a capital only because a sentence begins with them.
    private static let plainWords: Set<String> = [
        "a", "an", "the", "their", "its", "your", "one", "two", "three", "another", "some", "several", "most", "there",
        "this", "that", "these", "after", "at", "in", "on", "from", "with", "for", "under", "by", "as", "since",
    ]

    /// `sentence` as it goes on after "that": "The board of Acme …" becomes "the board of Acme …".
    private static func continued(_ sentence: String, names: [String]) -> String {
        let first = sentence.prefix { !$0.isWhitespace }
        guard plainWords.contains(first.lowercased()), !names.contains(where: { sentence.hasPrefix($0) }) else {
            return ended(sentence)
        }
        return ended(sentence.prefix(1).lowercased() + sentence.dropFirst())
    }

    private static func ended(_ sentence: String) -> String {
        sentence.last.map { ".!?…".contains($0) } == true ? sentence : sentence + "."
    }
}
