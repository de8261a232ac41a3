import RuleLanguage
import TriggerModel

/// The reading of one item: its fields cut and laid out, names found, clauses matched, events put together.
struct ItemReading {
    let item: Item
    let teller: TellerOrigin
    let received: Timestamp
    let engine: Engine
    /// The item's language among those of the rules, 0 for none in particular.
    let language: Int
    /// Whether its language, stated or told by its words, has a decimal comma.
    let hasDecimalComma: Bool
    /// The shared words of that language.
    let words: SharedWords
    private(set) var fields: [FieldText] = []
    /// Names by field.
    private(set) var hits: [[NameHit]] = []
    /// What is read by nothing, in reading order.
    private(set) var boilerplate: [Boilerplate] = []
    /// The company that files, if the item is a filing.
    private(set) var filer: (party: Party, companies: [Int32])?
    /// By field and sentence, at most `mostMatchers`, since each holds what its sentence says; all are let go when there are
    /// more.
    private var matchers: [Int: Matcher] = [:]
    private static let mostMatchers = 256

    /// Characters of one field that are read, at most; the rest of a longer text is not looked at.
    static let longestField = 400_000

    init(_ item: Item, teller: TellerOrigin, received: Timestamp, engine: Engine) {
        self.item = item
        self.teller = teller
        self.received = received
        self.engine = engine
        var read: [FieldText] = []
        for field in TextField.allCases {
            guard var text = item.text(of: field), !text.isEmpty else { continue }
            if text.utf8.count > Self.longestField { text = String(text.prefix(Self.longestField)) }
            let one = engine.lexicon.read(text, field: field)
            if !one.tokens.isEmpty { read.append(one) }
        }
        language = engine.languages.language(stated: item.language, of: read, lexicon: engine.lexicon)
        words = engine.sharedWords[language]
        hasDecimalComma =
            (item.language ?? engine.languages.code(of: language)).map(DecimalComma.isUsed) ?? false
        for var text in read {
            let found = engine.finder.hits(in: text)
            boilerplate += layout.lay(&text, hits: found)
            fields.append(text)
            hits.append(found)
        }
        filer = item.filing.flatMap { engine.names.filer(in: $0, lexicon: engine.lexicon) }
        NameDoubts.settle(&hits, in: fields, filer: filer)
        if NameDoubts.areOpen(hits) { NameDoubts.settle(&hits, known: engine.names.known(of: item, filer: filer)) }
    }

    private var layout: TextLayout {
        let (engine, words, hasDecimalComma) = (engine, words, hasDecimalComma)
        let starts = (item.filing?.sections ?? []).map(\.start).sorted()
        return TextLayout(lexicon: engine.lexicon, sectionStarts: starts, isFiling: item.filing != nil) {
            text, sentence, hits, place in
            let candidates = Self.candidates(of: words.boilerplate, at: place, in: text.tokens, sentence)
            guard !candidates.isEmpty else { return nil }
            let slots = SlotReader(
                text: text, sentence: sentence, hits: hits, lexicon: engine.lexicon, may: engine.may,
                hasDecimalComma: hasDecimalComma)
            return Self.end(of: candidates, at: place, slots: slots, engine: engine)
        }
    }

    /// Programs of `table` that may begin at `place`.
    private static func candidates(
        of table: SkipTable, at place: Int, in tokens: ContiguousArray<Token>, _ sentence: Sentence
    ) -> [Int] {
        guard place < sentence.tokens.upperBound else { return [] }
        var candidates: [Int] = []
        let next = place + 1 < sentence.tokens.upperBound ? tokens[place + 1].word : nil
        table.forEachProgram(beginning: tokens[place].word, then: next) { candidates.append($0) }
        return candidates
    }

    /// The farthest end of any program of `table` that begins at `place`.
    static func end(of table: SkipTable, at place: Int, slots: SlotReader, engine: Engine) -> Int? {
        end(
            of: candidates(of: table, at: place, in: slots.text.tokens, slots.sentence), at: place, slots: slots,
            engine: engine)
    }

    private static func end(of candidates: [Int], at place: Int, slots: SlotReader, engine: Engine) -> Int? {
        guard !candidates.isEmpty else { return nil }
        let matcher = Matcher(table: engine.table, skips: SkipTable(), slots: slots, cues: nil)
        return candidates.compactMap { matcher.end(of: $0, at: place) }.max()
    }

    // MARK: Companies

    static func host(of url: String) -> String? {
        guard let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else { return nil }
        let rest = url[colon...].dropFirst(3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let authority = rest.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let host = authority.prefix { $0 != ":" }
        return host.isEmpty ? nil : String(host)
    }

    /// Accounts seen: see `NamedText`.
    func mentions() -> [Mention] { NamedText(fields: fields, hits: hits).mentions(engine.finder, filer: filer) }

    /// Names that may mean any of several accounts.
    func ambiguous() -> [AmbiguousMention] { NamedText(fields: fields, hits: hits).ambiguous(engine.names) }

    // MARK: Matching

    /// The matcher of a sentence, kept because several programs ask for the same one.
    mutating func matcher(field: Int, sentence: Int) -> Matcher {
        if let known = matchers[field << 32 | sentence] { return known }
        let table = engine.table
        var cues = table.index.noCues()
        table.index.read(fields[field], fields[field].sentences[sentence].tokens, stems: table.stems, into: &cues)
        return matcher(field: field, sentence: sentence, cues)
    }

    private mutating func matcher(field: Int, sentence: Int, _ cues: SentenceCues) -> Matcher {
        let slots = SlotReader(
            text: fields[field], sentence: fields[field].sentences[sentence], hits: hits[field],
            lexicon: engine.lexicon, may: engine.may,
            hasDecimalComma: hasDecimalComma)
        let matcher = Matcher(table: engine.table, skips: words.skips, slots: slots, cues: cues)
        if matchers.count == Self.mostMatchers { matchers.removeAll(keepingCapacity: true) }
        matchers[field << 32 | sentence] = matcher
        return matcher
    }

    /// Matches of all programs whose cues stand in the item, by program.
    mutating func matchesByProgram() -> [Int: [PatternMatch]] {
        var found: [Int: [PatternMatch]] = [:]
        let table = engine.table
        var cues = table.index.noCues()
        var candidates: [Int] = []
        for field in fields.indices {
            for (number, sentence) in fields[field].sentences.enumerated() where sentence.position != .skipped {
                table.index.read(fields[field], sentence.tokens, stems: table.stems, into: &cues)
                candidates.removeAll(keepingCapacity: true)
                table.index.forEachProgram(of: cues) { program in
                    let wanted = engine.languageOfProgram[program]
                    if wanted == 0 || wanted == language, engine.reads(program, sentence.position) {
                        candidates.append(program)
                    }
                }
                guard !candidates.isEmpty else { continue }
                let matcher = matcher(field: field, sentence: number, cues)
                for program in candidates {
                    for match in matcher.matches(of: program) {
                        found[program, default: []].append(
                            PatternMatch(
                                program: program, field: field, sentence: number, tokens: match.tokens,
                                captures: match.captures, passed: match.passed))
                    }
                }
            }
        }
        return found
    }

    /// The first match of given programs in one sentence, for look-alikes.
    ///
    /// - Parameter outsideNames: passes over matches that begin or end with a word out of a company's name.
    mutating func firstMatch(
        of programs: [Int], field: Int, sentence: Int, outsideNames: Bool = false
    ) -> PatternMatch? {
        let matcher = matcher(field: field, sentence: sentence)
        for program in programs {
            for match in matcher.matches(of: program) {
                let found = PatternMatch(
                    program: program, field: field, sentence: sentence, tokens: match.tokens, captures: match.captures,
                    passed: match.passed)
                if !outsideNames || !isOnlyName(found) { return found }
            }
        }
        return nil
    }
}
