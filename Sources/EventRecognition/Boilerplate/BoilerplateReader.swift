import TriggerModel

/// Says whether a paragraph is boilerplate, and how far that reaches.
///
/// The words come from the pack's `boilerplate`; how they stand decides. "About Acme" alone on a line opens a section,
/// "About Acme: Acme is …" is one paragraph of it, "About Acme workers who struck …" is news.
struct BoilerplateReader {
    let text: FieldText
    let lexicon: Lexicon
    /// The end of a boilerplate pattern's words that begin at a token of a sentence; nil where none matches.
    let patternEnd: (Sentence, Int) -> Int?

    enum Reach: Equatable {
        /// The paragraph is a heading; what follows belongs to it.
        case section
        /// This paragraph, from one of its sentences on.
        case paragraph(from: Int)
    }

    struct Finding {
        var kind: Boilerplate.Kind
        var reach: Reach
    }

    /// Words of a paragraph that is a heading, at most.
    static let longestHeading = 8
    /// Words of a line of a list of links or of an address, at most.
    static let longestLine = 12

    /// What the paragraph of the sentences `paragraph` is; nil for news.
    func read(_ paragraph: Range<Int>) -> Finding? {
        let sentence = text.sentences[paragraph.lowerBound]
        let tokens = tokens(of: paragraph)
        if let end = patternEnd(sentence, tokens.lowerBound), let found = judge(tokens, end) {
            return Finding(kind: found.kind, reach: found.isSection ? .section : .paragraph(from: paragraph.lowerBound))
        }
        for number in paragraph {
            if let kind = kindInside(text.sentences[number], isFirst: number == paragraph.lowerBound) {
                return Finding(kind: kind, reach: .paragraph(from: number))
            }
        }
        return nil
    }

    func tokens(of paragraph: Range<Int>) -> Range<Int> {
        text.sentences[paragraph.lowerBound].tokens
            .lowerBound..<text.sentences[paragraph.upperBound - 1].tokens.upperBound
    }

    /// A short paragraph without a stop at its end, as headings and addresses are.
    func isLine(_ paragraph: Range<Int>, atMost words: Int) -> Bool {
        let tokens = tokens(of: paragraph)
        return tokens.count <= words && !endsWithStop(tokens)
    }

    /// A line with a verb, as a headline has one and an address has none.
    func saysSomething(_ paragraph: Range<Int>) -> Bool {
        let tokens = tokens(of: paragraph)
        return tokens.count >= 5 && !hasAddress(tokens)
            && tokens.dropFirst().contains { token in
                !lexicon.classes(of: text.tokens[token].word).isDisjoint(with: [.verb, .deed])
            }
    }

    // MARK: - The beginning of a paragraph

    private func judge(_ tokens: Range<Int>, _ end: Int) -> (kind: Boilerplate.Kind, isSection: Bool)? {
        let matched = tokens.lowerBound..<end
        let kind = Boilerplate.Kind(words: matched.map(key))
        let isWhole = end == tokens.upperBound
        let isShort = tokens.count <= Self.longestHeading
        if kind == .source {
            // "Source Energy buys …" is a company; wires write SOURCE, others "Source:".
            if !isWhole, isMarked(end) { return (kind, false) }
            return text.tokens[tokens.lowerBound].casing == .upper && tokens.count <= Self.longestLine && !isWhole
                ? (kind, true) : nil
        }
        if kind == .related || kind == .notice {
            guard isWhole || isMarked(end) || matched.count > 1 else { return nil }
            return (kind, isWhole)
        }
        if isWhole || isMarked(end) { return (kind, isWhole || isShort) }
        guard matched.count > 1 else { return nil }
        switch kind {
        case .about:
            if isShort, !endsWithStop(tokens), tokens.suffix(from: end).allSatisfy(isOfName) { return (kind, true) }
            return runsOn(matched, end) ? (kind, false) : nil
        case .contact:
            if isShort, !endsWithStop(tokens), tokens.suffix(from: end).allSatisfy(isOfName) { return (kind, true) }
            let opener = key(tokens.lowerBound)
            return opener == "for" || opener == "to" || hasAddress(tokens) ? (kind, false) : nil
        case .forwardLooking:
            return (kind, isShort && !endsWithStop(tokens))
        case .legal:
            let isHeading = isShort && !endsWithStop(tokens)
            // "Additional information on the closure came on Monday" is news, "This release does not constitute …" is not.
            return isHeading || matched.count > 3 || key(tokens.lowerBound) == "copyright" ? (kind, isHeading) : nil
        case .related, .notice, .source:
            return nil
        }
    }

    /// "About Acme Acme makes …", "About Acme Founded in 1920 …": heading and text without a break between them.
    private func runsOn(_ matched: Range<Int>, _ end: Int) -> Bool {
        let names = matched.dropFirst().map(key)
        // The name may have been read on into its own repetition.
        if let first = names.first, key(end) == first || names.dropFirst().contains(first) { return true }
        return text.tokens[end].isNameLike && Self.runOns.contains(key(end))
    }

    private static let runOns: Set<String> = [
        "founded", "established", "headquartered", "based", "since", "with", "as", "we",
    ]

    private func isOfName(_ token: Int) -> Bool {
        text.tokens[token].isNameLike && lexicon.classes(of: text.tokens[token].word).isDisjoint(with: [.verb, .deed])
            || text.tokens[token].casing == .none || text.tokens[token].traits.contains(.ampersand)
            || ["and", "of", "the", "at", "for", "und", "de", "et", "y"].contains(key(token))
    }

    /// A mail address, a web address or a telephone number stands in the paragraph.
    private func hasAddress(_ tokens: Range<Int>) -> Bool {
        var digits = 0
        for token in tokens {
            let key = key(token)
            if key == "www" || key == "http" || key == "https" || key == "com" || key == "tel" { return true }
            if text.tokens[token].traits.contains(.digitFirst) { digits += key.utf8.count }
        }
        let first = text.text.utf8.index(
            text.text.utf8.startIndex, offsetBy: Int(text.tokens[tokens.lowerBound].byteStart))
        let length = Int(text.tokens[tokens.upperBound - 1].byteEnd - text.tokens[tokens.lowerBound].byteStart)
        return digits >= 7 || text.text.utf8[first...].prefix(length).contains(UInt8(ascii: "@"))
    }

    // MARK: - Amid a paragraph

    /// Forward-looking statements begin anywhere; "About Acme" and "Media contact" in a text whose lines were lost, only
    /// with their marks.
    private func kindInside(_ sentence: Sentence, isFirst: Bool) -> Boilerplate.Kind? {
        for token in sentence.tokens {
            guard let end = patternEnd(sentence, token) else { continue }
            let matched = token..<end
            let kind = Boilerplate.Kind(words: matched.map(key))
            switch kind {
            case .forwardLooking
            where matched.count > 1 && (isFirst || token == sentence.tokens.lowerBound || matched.count > 2):
                return kind
            case .about where token == sentence.tokens.lowerBound && !isFirst:
                if end < sentence.tokens.upperBound, runsOn(matched, end) || isMarked(end) { return kind }
            case .contact where token == sentence.tokens.lowerBound && !isFirst && matched.count > 1:
                if end < sentence.tokens.upperBound, isMarked(end) { return kind }
            default: continue
            }
        }
        return nil
    }

    // MARK: - Tokens

    private func key(_ token: Int) -> String { text.key(of: token..<token + 1) }

    /// A colon, dash or stop before the token.
    private func isMarked(_ token: Int) -> Bool {
        token < text.tokens.count
            && !text.tokens[token].breaks.isDisjoint(with: [.colon, .dash, .sentence, .paragraph])
    }

    private func endsWithStop(_ tokens: Range<Int>) -> Bool {
        if tokens.upperBound < text.tokens.count { return text.tokens[tokens.upperBound].traits.contains(.afterStop) }
        return tokens.upperBound == text.tokens.count && text.endsWithStop
    }
}
