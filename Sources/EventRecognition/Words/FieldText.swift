import TriggerModel

/// One field of an item, cut into tokens and sentences.
struct FieldText: Sendable {
    let field: TextField
    let text: String
    let tokens: ContiguousArray<Token>
    let folded: [UInt8]
    private(set) var sentences: [Sentence]
    /// A full stop, exclamation or question mark ends the text.
    let endsWithStop: Bool
    /// A colon stands before some token, as before the symbol of a share.
    let hasColon: Bool

    init(field: TextField, text: String, scan: TextScan, sentences: [Sentence]) {
        self.field = field
        self.text = text
        tokens = scan.tokens
        folded = scan.folded
        endsWithStop = scan.endsWithStop
        hasColon = scan.hasColon
        self.sentences = sentences
    }

    /// The text as given from the first to the last token of `range`, `range` not empty.
    func text(of range: Range<Int>) -> String {
        slice(Int(tokens[range.lowerBound].byteStart)..<Int(tokens[range.upperBound - 1].byteEnd))
    }

    /// The words of `range` as they are shown: without what is left of markup in them.
    func name(of range: Range<Int>) -> String { MarkupRest.plain(text(of: range)).singleSpaced }

    /// As `text(of:)`, with the `'s` of a last word that is written with one: "Macy's".
    func possessiveText(of range: Range<Int>) -> String {
        slice(Int(tokens[range.lowerBound].byteStart)..<possessiveEnd(of: range).byte)
    }

    func possessiveSpan(of range: Range<Int>) -> Span {
        Span(field: field, start: Int(tokens[range.lowerBound].start), end: possessiveEnd(of: range).scalar)
    }

    private func possessiveEnd(of range: Range<Int>) -> (byte: Int, scalar: Int) {
        let last = tokens[range.upperBound - 1]
        guard last.isPossessive else { return (Int(last.byteEnd), Int(last.end)) }
        let utf8 = text.utf8
        // "McDonald&rsquo;s": an escape is plain ASCII.
        let escape = MarkupRest.apostrophe(in: text, at: Int(last.byteEnd))
        var (byte, scalar) = (Int(last.byteEnd) + escape, Int(last.end) + escape)
        var index = utf8.index(utf8.startIndex, offsetBy: byte)
        for mark in ["\\", "'", "\u{2019}", "s", "S"]
        where text[index...].unicodeScalars.starts(with: mark.unicodeScalars) {
            index = utf8.index(index, offsetBy: mark.utf8.count)
            byte += mark.utf8.count
            scalar += 1
        }
        return (byte, scalar)
    }

    /// The index of the sentence a token is in.
    func sentence(at token: Int) -> Int? {
        var (low, high) = (0, sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return low < sentences.count ? low : nil
    }

    /// A token begins its sentence, or a mark parts it from what is before.
    func opensClause(_ token: Int, of sentence: Sentence?) -> Bool {
        sentence?.tokens.lowerBound == token || !tokens[token].breaks.isDisjoint(with: .clause)
    }

    /// Any digit in a token's word: "Rs410".
    func holdsDigit(_ index: Int) -> Bool {
        folded[Int(tokens[index].foldStart)..<Int(tokens[index].foldEnd)].contains { $0 &- 0x30 < 10 }
    }

    /// The sign of a trade mark right behind a token's word: "Corvane®".
    func isMarked(_ index: Int) -> Bool {
        let rest = text.utf8.dropFirst(Int(tokens[index].byteEnd)).prefix(3)
        return rest.starts(with: "®".utf8) || rest.elementsEqual("™".utf8)
    }

    func span(of range: Range<Int>) -> Span {
        Span(field: field, start: Int(tokens[range.lowerBound].start), end: Int(tokens[range.upperBound - 1].end))
    }

    /// The folded words of `range`, joined by spaces.
    func key(of range: Range<Int>) -> String {
        range.count == 1 ? word(range.lowerBound) : range.map(word).joined(separator: " ")
    }

    private func word(_ index: Int) -> String {
        String(decoding: folded[Int(tokens[index].foldStart)..<Int(tokens[index].foldEnd)], as: UTF8.self)
    }

    /// The sentence for quoting, at most 300 characters, with the marks that end it.
    func quote(of sentence: Sentence) -> String {
        var end = text.utf8.count
        if sentence.tokens.upperBound < tokens.count { end = Int(tokens[sentence.tokens.upperBound].byteStart) }
        var quote = slice(Int(tokens[sentence.tokens.lowerBound].byteStart)..<end)
        if sentence.tokens.lowerBound == 0 { quote = slice(0..<end) }
        quote = quote.singleSpaced
        return quote.utf8.count > 300 && quote.count > 300 ? quote.prefix(299) + "…" : quote
    }

    mutating func setPosition(_ position: Sentence.Position, of sentence: Int) {
        sentences[sentence].position = position
    }

    mutating func cut(_ sentence: Int, from token: Int) {
        sentences[sentence].tokens = token..<sentences[sentence].tokens.upperBound
    }

    private func slice(_ range: Range<Int>) -> String {
        text.utf8Span.span.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}

extension String {
    /// White space in a row is one space, and there is none at the ends.
    var singleSpaced: String {
        var isAfterSpace = true
        var isPlain = true
        for byte in utf8 {
            let isSpace = byte == UInt8(ascii: " ")
            // Beyond ASCII some letters are white space too, and below the space most are.
            if byte < 0x20 || byte >= 0x80 || (isSpace && isAfterSpace) {
                isPlain = false
                break
            }
            isAfterSpace = isSpace
        }
        return isPlain && (!isAfterSpace || isEmpty)
            ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// A run of tokens that patterns match in; no match crosses its edges.
struct Sentence: Hashable, Sendable {
    enum Position: Sendable, CaseIterable {
        case headline, lead, body
        /// Boilerplate or an official heading: read by nothing.
        case skipped
    }

    var tokens: Range<Int>
    var position: Position
    var startsParagraph: Bool
    /// Most words are written with a capital, so capitals tell nothing about names.
    var isTitleCase: Bool
    /// Nearly all words of more than one letter are written in capitals.
    var isUpper: Bool
    var isQuestion: Bool
}
