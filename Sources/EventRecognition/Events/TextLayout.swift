import TriggerModel

/// Says which sentences of a field are lead, body, or not read at all.
///
/// Lead: the first two sentences of the summary; the first three of the content, and in a filing the first three
/// after each item heading. Not read: boilerplate (see `BoilerplateReader`), and the official name after "Item 5.02".
///
/// A boilerplate section runs to the end of the text, to the next item or exhibit of a filing, and where it stands before
/// the news to the next heading; a section of contacts, or of links to other stories, to the next sentences.
struct TextLayout {
    let lexicon: Lexicon
    /// Scalars of the content where an item or exhibit of a filing begins, rising.
    let sectionStarts: [Int]
    let isFiling: Bool
    /// The boilerplate programs that match at a token.
    let boilerplateEnd: (FieldText, Sentence, [NameHit], Int) -> Int?

    static let leadOfSummary = 2
    static let leadOfContent = 3
    /// Words of a sentence from which on it is more than a dateline or a caption.
    static let shortestSentence = 6
    /// Words of the paragraph with which a text begins for certain.
    static let shortestOpening = 15

    /// Sets the positions of the field's sentences and returns its boilerplate in reading order.
    func lay(_ text: inout FieldText, hits: [NameHit]) -> [Boilerplate] {
        guard text.field != .title else { return [] }
        let most = text.field == .summary ? Self.leadOfSummary : Self.leadOfContent
        var state = State()
        var index = 0
        while index < text.sentences.count {
            var end = index + 1
            while end < text.sentences.count, !text.sentences[end].startsParagraph { end += 1 }
            layParagraph(&text, hits, index..<end, most, &state)
            index = end
        }
        return state.found.map { Boilerplate(span: text.span(of: $0.tokens), kind: $0.kind) }
    }

    private struct State {
        /// Sentences read since the last heading of an item.
        var read = 0
        /// A paragraph was read that is no address, heading or dateline.
        var hasNews = false
        /// The section that is being skipped, and whether news stood before it.
        var section: (kind: Boilerplate.Kind, isAfterNews: Bool)?
        var nextStart = 0
        var found: [(tokens: Range<Int>, kind: Boilerplate.Kind)] = []

        mutating func add(_ tokens: Range<Int>, _ kind: Boilerplate.Kind) {
            if let last = found.last, last.kind == kind, last.tokens.upperBound == tokens.lowerBound {
                found[found.count - 1].tokens = last.tokens.lowerBound..<tokens.upperBound
            } else {
                found.append((tokens, kind))
            }
        }
    }

    private func layParagraph(
        _ text: inout FieldText, _ hits: [NameHit], _ paragraph: Range<Int>, _ most: Int, _ state: inout State
    ) {
        passSectionStart(text, paragraph, &state)
        var skipped = openSection(text, hits, paragraph, &state)
        for index in paragraph {
            var sentence = text.sentences[index]
            if let headingEnd = officialHeadingEnd(text, sentence) {
                (state.section, skipped) = (nil, nil)
                if isFiling { (state.read, state.hasNews) = (0, false) }
                if headingEnd >= sentence.tokens.upperBound {
                    text.setPosition(.skipped, of: index)
                    continue
                }
                text.cut(index, from: headingEnd)
                sentence = text.sentences[index]
            }
            let kind = skipped.flatMap { index >= $0.from ? $0.kind : nil } ?? state.section?.kind
            if let kind {
                state.add(sentence.tokens, kind)
                text.setPosition(.skipped, of: index)
                continue
            }
            if sentence.startsParagraph, let start = datelineEnd(text, sentence) {
                text.cut(index, from: start)
                sentence = text.sentences[index]
            }
            text.setPosition(state.read < most ? .lead : .body, of: index)
            if sentence.tokens.count >= Self.shortestSentence { state.read += 1 }
            if sentence.tokens.count >= Self.shortestOpening { state.hasNews = true }
        }
    }

    /// Opens or closes the section that the paragraph stands in; returns the paragraph's own boilerplate.
    ///
    /// Apart, so that nothing holds the text any more when its sentences are changed: each change would copy them all.
    private func openSection(
        _ text: FieldText, _ hits: [NameHit], _ paragraph: Range<Int>, _ state: inout State
    ) -> (from: Int, kind: Boilerplate.Kind)? {
        let reader = BoilerplateReader(text: text, lexicon: lexicon) { sentence, token in
            boilerplateEnd(text, sentence, hits, token)
        }
        guard let finding = reader.read(paragraph) else {
            if let section = state.section, ends(section, before: paragraph, reader) { state.section = nil }
            return nil
        }
        switch finding.reach {
        case .section:
            // Contacts amid what ends a release do not end it.
            let isShort = [.contact, .related, .notice, .source].contains(finding.kind)
            let isInTail = state.section.map { $0.isAfterNews && Self.tails.contains($0.kind) } ?? false
            if !(isShort && isInTail) { state.section = (finding.kind, state.hasNews) }
            return (paragraph.lowerBound, finding.kind)
        case .paragraph(let from): return (from, finding.kind)
        }
    }

    /// Sections that run to the end of the text once news stood before them.
    private static let tails: [Boilerplate.Kind] = [.about, .forwardLooking, .legal]

    /// Each item and exhibit of a filing has news of its own.
    private func passSectionStart(_ text: FieldText, _ paragraph: Range<Int>, _ state: inout State) {
        guard text.field == .content else { return }
        let start = Int(text.tokens[text.sentences[paragraph.lowerBound].tokens.lowerBound].start)
        while state.nextStart < sectionStarts.count, sectionStarts[state.nextStart] <= start {
            state.nextStart += 1
            state.section = nil
            state.read = 0
            state.hasNews = false
        }
    }

    private func ends(
        _ section: (kind: Boilerplate.Kind, isAfterNews: Bool), before paragraph: Range<Int>,
        _ reader: BoilerplateReader
    ) -> Bool {
        let words = reader.tokens(of: paragraph).count
        switch section.kind {
        case .related, .notice: return !reader.isLine(paragraph, atMost: 2 * BoilerplateReader.longestLine)
        case .contact, .source:
            // Addresses are short lines; a longer paragraph, or a line that says something, is no address.
            return words >= Self.shortestOpening || reader.saysSomething(paragraph)
        case .about, .forwardLooking, .legal:
            return !section.isAfterNews && words > 1 && reader.isLine(paragraph, atMost: BoilerplateReader.longestLine)
        }
    }

    /// Words of a dateline, at most: "STATEN ISLAND, N.Y., April 16, 2026 /PRNewswire/ --".
    private static let longestDateline = 18

    /// Where a paragraph's own words begin after a dateline, which would else be taken for the company.
    private func datelineEnd(_ text: FieldText, _ sentence: Sentence) -> Int? {
        let range = sentence.tokens.dropFirst().prefix(Self.longestDateline)
        guard let dash = range.first(where: { text.tokens[$0].breaks.contains(.dash) }) else { return nil }
        let before = sentence.tokens.lowerBound..<dash
        // "On May 4 the Board appointed Jane Roe as Vice President – Finance": a dateline is of names and numbers.
        let small = before.filter {
            text.tokens[$0].casing == .lower
                && lexicon.classes(of: text.tokens[$0].word).isDisjoint(with: [.connector, .particle])
        }
        guard small.count <= 1 else { return nil }
        let isDated = before.contains { lexicon.classes(of: text.tokens[$0].word).contains(.month) }
        let isPlaced = before.count <= 4 && before.allSatisfy { text.tokens[$0].casing == .upper }
        return isDated || isPlaced ? dash : nil
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
