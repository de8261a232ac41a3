import RuleLanguage
import TriggerModel

/// Says which sentences of a field are lead, body, or not read at all.
///
/// Lead: the first two sentences of the summary; the first three of the content, and in a filing the first three
/// after each item heading. Not read: a boilerplate section (from a paragraph that begins as the pack's `boilerplate`
/// says: to the end where that paragraph is a heading, else that paragraph), and the official name after "Item 5.02".
struct TextLayout {
    let lexicon: Lexicon
    /// The boilerplate programs that match at a token.
    let boilerplateEnd: (FieldText, Sentence, [NameHit], Int) -> Int?

    static let leadOfSummary = 2
    static let leadOfContent = 3
    /// Words of a paragraph that is a heading, at most.
    static let longestHeading = 8

    func lay(_ text: inout FieldText, hits: [NameHit], isFiling: Bool) {
        guard text.field != .title else { return }
        let most = text.field == .summary ? Self.leadOfSummary : Self.leadOfContent
        var read = 0
        var isSkippingSection = false
        var isSkippingParagraph = false
        for index in text.sentences.indices {
            var sentence = text.sentences[index]
            if sentence.startsParagraph { isSkippingParagraph = false }
            if let headingEnd = officialHeadingEnd(text, sentence) {
                isSkippingSection = false
                isSkippingParagraph = false
                if isFiling { read = 0 }
                if headingEnd >= sentence.tokens.upperBound {
                    text.setPosition(.skipped, of: index)
                    continue
                }
                text.cut(index, from: headingEnd)
                sentence = text.sentences[index]
            } else if sentence.startsParagraph, boilerplateEnd(text, sentence, hits, sentence.tokens.lowerBound) != nil
            {
                if sentence.tokens.count <= Self.longestHeading, endsParagraph(text, index) {
                    isSkippingSection = true
                } else {
                    isSkippingParagraph = true
                }
            }
            if isSkippingSection || isSkippingParagraph {
                text.setPosition(.skipped, of: index)
                continue
            }
            if sentence.startsParagraph, let start = datelineEnd(text, sentence) {
                text.cut(index, from: start)
                sentence = text.sentences[index]
            }
            text.setPosition(read < most ? .lead : .body, of: index)
            // A dateline or a caption alone is no sentence.
            if sentence.tokens.count > 5 { read += 1 }
        }
    }

    /// Words of a dateline, at most: "STATEN ISLAND, N.Y., April 16, 2026 /PRNewswire/ --".
    private static let longestDateline = 18

    /// Where a paragraph's own words begin after a dateline, which would else be taken for the company.
    private func datelineEnd(_ text: FieldText, _ sentence: Sentence) -> Int? {
        let range = sentence.tokens.dropFirst().prefix(Self.longestDateline)
        guard let dash = range.first(where: { text.tokens[$0].breaks.contains(.dash) }) else { return nil }
        let before = sentence.tokens.lowerBound..<dash
        let isDated = before.contains { lexicon.classes(of: text.tokens[$0].word).contains(.month) }
        let isPlaced = before.count <= 4 && before.allSatisfy { text.tokens[$0].casing == .upper }
        return isDated || isPlaced ? dash : nil
    }

    private func endsParagraph(_ text: FieldText, _ index: Int) -> Bool {
        index + 1 == text.sentences.count || text.sentences[index + 1].startsParagraph
    }

    /// The token after "Item 5.02 Departure of Directors …"; nil where the sentence begins otherwise.
    private func officialHeadingEnd(_ text: FieldText, _ sentence: Sentence) -> Int? {
        let first = sentence.tokens.lowerBound
        guard sentence.startsParagraph || sentence.tokens.count > 2, first + 1 < sentence.tokens.upperBound,
            text.key(of: first..<first + 1) == "item", text.tokens[first + 1].traits.contains(.digitFirst)
        else {
            return continuesHeading(text, sentence)
        }
        let code = text.key(of: first + 1..<first + 2)
        guard code.utf8.count <= 4, code.contains(".") || code.utf8.count <= 2 else { return nil }
        return headingWordsEnd(text, first + 2, sentence.tokens.upperBound)
    }

    /// The heading on a line of its own under "Item 5.02".
    private func continuesHeading(_ text: FieldText, _ sentence: Sentence) -> Int? {
        let first = sentence.tokens.lowerBound
        guard first >= 2, sentence.startsParagraph || text.tokens[first].breaks.contains(.sentence),
            text.key(of: first - 2..<first - 1) == "item", text.tokens[first - 1].traits.contains(.digitFirst)
        else { return nil }
        return headingWordsEnd(text, first, sentence.tokens.upperBound)
    }

    private func headingWordsEnd(_ text: FieldText, _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, Self.officialWords.contains(text.key(of: index..<index + 1)) { index += 1 }
        return index
    }

    /// The words of the official item names of Form 8-K (General Instructions, Items 1.01 to 9.01) and of the
    /// numbering before August 2004.
    private static let officialWords: Set<String> = Set(
        """
        entry into a material definitive agreement termination of bankruptcy or receivership mine safety reporting shutdowns
        and patterns violations cybersecurity incidents completion acquisition disposition assets results operations
        financial condition creation direct obligation an under off balance sheet arrangement registrant triggering events
        that accelerate increase costs associated with exit activities impairments notice delisting failure to satisfy
        continued listing rule standard transfer unregistered sales equity securities modification rights security holders
        changes in registrant's certifying accountant accountants non reliance on previously issued statements related audit
        report completed interim review control departure directors certain officers election appointment compensatory
        arrangements amendments articles incorporation bylaws change fiscal year temporary suspension trading employee
        benefit plans code ethics waiver provision shell company status submission matters vote shareholder nominations
        regulation fd disclosure other exhibits principal resignation resignations
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
