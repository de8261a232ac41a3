import RuleLanguage
import TriggerModel

/// Says what a slot may hold that begins at a token: the readings of one sentence, most wanted first.
///
/// Every reading is bounded (at most `longestName` words and so on), so a slot adds a constant factor to matching.
/// Immutable; a class because it is handed from matcher to draft with all that it reads.
final class SlotReader {
    let text: FieldText
    let sentence: Sentence
    let lexicon: Lexicon
    /// Known companies in this sentence.
    let hits: [NameHit]
    let may: UInt32
    /// True where a comma parts the whole from its fraction and full stops part the thousands: "1.250,5".
    let hasDecimalComma: Bool

    static let longestName = 12

    /// - Parameter hits: of the whole field, in reading order.
    init(
        text: FieldText, sentence: Sentence, hits: [NameHit], lexicon: Lexicon, may: UInt32,
        hasDecimalComma: Bool = false
    ) {
        self.text = text
        self.sentence = sentence
        self.hits = hits[Self.firstIndex(of: hits, from: sentence.tokens.lowerBound)...]
            .prefix { $0.tokens.lowerBound < sentence.tokens.upperBound }
            .filter { $0.tokens.upperBound <= sentence.tokens.upperBound }
        self.lexicon = lexicon
        self.may = may
        self.hasDecimalComma = hasDecimalComma
    }

    /// Where the hits begin that stand at or behind a token: texts of many names are read sentence by sentence.
    private static func firstIndex(of hits: [NameHit], from place: Int) -> Int {
        var (low, high) = (0, hits.count)
        while low < high {
            let middle = (low + high) / 2
            if hits[middle].tokens.lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    var tokens: ContiguousArray<Token> { text.tokens }

    /// `isLedUpTo`: false for the first part of a pattern, which must not begin in the middle of a name.
    func readings(of slot: Slot, at place: Int, isLedUpTo: Bool) -> [Range<Int>] {
        switch slot {
        case .company:
            companies(companies(at: place, allowsPronoun: true, isLedUpTo: isLedUpTo), orDescribedAt: place)
        case .other:
            companies(
                (companies(at: place, allowsPronoun: false, isLedUpTo: isLedUpTo)
                    + companies(behindArticleAt: place)).filter(isName), orDescribedAt: place)
        case .person: persons(at: place, isLedUpTo: isLedUpTo)
        case .role: roles(at: place)
        case .money: money(at: place).map { [$0.tokens] } ?? []
        case .number: numbers(at: place)
        case .percent: percents(at: place)
        case .date: date(at: place).map { [$0.tokens] } ?? []
        case .place: capitalRun(at: place, longest: 4)
        case .product: capitalRun(at: place, longest: 8)
        // A list's words are matched by the pattern's own program.
        case .listed: []
        }
    }

    /// Where a headline begins with what its issuer does, and leaves out who that is: "Wins $40 million contract",
    /// "Media release: appoints finance chief". A pattern's `{company}` in front may be missing there.
    var subjectlessStart: Int? {
        guard sentence.position == .headline else { return nil }
        let first = sentence.tokens.lowerBound
        return (first..<min(first + 5, sentence.tokens.upperBound)).first { place in
            (place == first ? tokens[place].isNameLike : tokens[place].breaks.contains(.colon))
                && leavesSubjectOut(at: place)
        }
    }

    private func leavesSubjectOut(at place: Int) -> Bool {
        guard isInside(place + 1), isJoined(place + 1) else { return false }
        let isVerb = classes(place).contains(.verb)
        guard isVerb || tokens[place].word == lexicon.to else { return false }
        let word = text.key(of: place..<place + 1)
        // "To Acquire Acme" leaves the subject out; in sentence case "to" begins a purpose as often.
        if word == "to" { return sentence.isTitleCase && tokens[place + 1].isNameLike }
        return isVerb && word.utf8.last == UInt8(ascii: "s") && !Self.nouns.contains(word)
            && !tokens[place].isPossessive
    }

    /// Read as nouns at the beginning of a headline.
    private static let nouns: Set<String> = ["shares", "targets", "plans", "falls", "charges"]

    // MARK: Words

    @inline(__always) func classes(_ index: Int) -> WordClass { lexicon.classes(of: tokens[index].word) }

    func isInside(_ index: Int) -> Bool { index < sentence.tokens.upperBound }

    /// True where no mark but a hyphen or a quotation mark parts the token from the one before it.
    func isJoined(_ index: Int) -> Bool { tokens[index].breaks.isDisjoint(with: .clause) }

    /// "May" the month, not the verb: beside a number or after "in", "since" and the like, with a capital.
    func isMonth(_ index: Int, _ word: UInt32) -> Bool {
        guard word == may, tokens[index].isNameLike else { return false }
        if index + 1 < tokens.count, tokens[index + 1].traits.contains(.digitFirst) { return true }
        guard index > 0 else { return false }
        if tokens[index - 1].traits.contains(.digitFirst) { return true }
        switch text.key(of: index - 1..<index) {
        case "in", "on", "by", "since", "of", "until", "late", "early", "mid", "last", "next", "this", "from", "to",
            "through", "before", "after", "during":
            return true
        default: return false
        }
    }

    private func isCredential(_ index: Int) -> Bool {
        let length = tokens[index].length
        return classes(index).contains(.credential) || length == 1 || (tokens[index].casing == .upper && length <= 5)
    }

    // MARK: What may be stepped over

    /// The end of a bracket that opens before `place`: `(NYSE: ACM)`.
    func bracketEnd(at place: Int) -> Int? {
        guard isInside(place), tokens[place].breaks.contains(.opening) else { return nil }
        for index in place + 1...place + 14 {
            if index == sentence.tokens.upperBound { return index }
            guard isInside(index) else { return nil }
            if tokens[index].breaks.contains(.closing) { return index }
        }
        return nil
    }

    /// Where the next of several predicates may begin: "Acme Expands Its Team, Adds Ben Roe as CFO".
    func predicateEnds(at place: Int) -> [Int] {
        guard isInside(place), sentence.position == .headline, isJoined(place),
            classes(place).contains(.verb) || Self.auxiliaries.contains(text.key(of: place..<place + 1))
        else { return [] }
        var ends: [Int] = []
        let last = min(place + 15, sentence.tokens.upperBound)
        for index in place + 1..<max(place + 1, last) where ends.count < 3 {
            guard classes(index).contains(.verb) || Self.auxiliaries.contains(text.key(of: index..<index + 1)) else {
                continue
            }
            let isAfterMark = !tokens[index].breaks.isDisjoint(with: [.comma, .dash, .semicolon])
            if isAfterMark || text.key(of: index - 1..<index) == "and" { ends.append(index) }
        }
        return ends
    }

    /// Begin a predicate that is no verb's third person.
    private static let auxiliaries: Set<String> = [
        "to", "will", "may", "might", "could", "would", "should", "has", "is",
    ]

    /// Ends of an apposition after a comma: `, a maker of widgets,`; and of what credentials and ages take.
    func appositionEnds(at place: Int) -> [Int] {
        guard isInside(place), tokens[place].breaks.contains(.comma) || tokens[place].breaks.contains(.dash) else {
            return []
        }
        let mark: Token.Breaks = tokens[place].breaks.contains(.comma) ? .comma : .dash
        var ends: [Int] = []
        var index = place + 1
        while isInside(index), index - place <= 16, ends.count < 3 {
            if tokens[index].breaks.contains(.semicolon) { break }
            if tokens[index].breaks.contains(mark) { ends.append(index) }
            index += 1
        }
        // "Colin Roe, M.D., Ph.D. as …": credentials need no comma after them.
        var after = place
        while isInside(after), after - place < 8, isCredential(after) { after += 1 }
        if after > place, !ends.contains(after) { ends.insert(after, at: 0) }
        return ends
    }
}
