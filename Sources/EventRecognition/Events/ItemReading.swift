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
    /// The shared words of that language.
    let words: SharedWords
    private(set) var fields: [FieldText] = []
    /// Names by field.
    private(set) var hits: [[NameHit]] = []
    /// What is read by nothing, in reading order.
    private(set) var boilerplate: [Boilerplate] = []
    /// The company that files, if the item is a filing.
    private(set) var filer: (party: Party, companies: [Int32])?
    private var matchers: [Int: Matcher] = [:]

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
        let finder = MentionFinder(names: engine.names, lexicon: engine.lexicon)
        for var text in read {
            let found = finder.hits(in: text)
            boilerplate += layout.lay(&text, hits: found)
            fields.append(text)
            hits.append(found)
        }
        filer = engine.names.filer(of: item, lexicon: engine.lexicon)
        NameDoubts.settle(&hits, known: engine.names.known(of: item, filer: filer))
    }

    private var layout: TextLayout {
        let (engine, words) = (engine, words)
        let starts = (item.filing?.sections ?? []).map(\.start).sorted()
        return TextLayout(lexicon: engine.lexicon, sectionStarts: starts, isFiling: item.filing != nil) {
            text, sentence, hits, place in
            guard words.boilerplate.holds(text.tokens[place].word) else { return nil }
            let slots = SlotReader(text: text, sentence: sentence, hits: hits, lexicon: engine.lexicon, may: engine.may)
            return Self.end(of: words.boilerplate, at: place, slots: slots, engine: engine)
        }
    }

    /// The farthest end of any program of `table` that begins at `place`.
    static func end(of table: SkipTable, at place: Int, slots: SlotReader, engine: Engine) -> Int? {
        guard place < slots.sentence.tokens.upperBound else { return nil }
        var candidates: [Int] = []
        table.forEachProgram(beginning: slots.tokens[place].word) { candidates.append($0) }
        guard !candidates.isEmpty else { return nil }
        var matcher = Matcher(
            programs: engine.programs, stems: engine.stems, skips: SkipTable([], programs: []), slots: slots)
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
    func mentions() -> [Mention] { NamedText(fields: fields, hits: hits).mentions(engine.names, filer: filer) }

    /// Names that may mean any of several accounts.
    func ambiguous() -> [AmbiguousMention] { NamedText(fields: fields, hits: hits).ambiguous(engine.names) }

    // MARK: Matching

    /// The matcher of a sentence, kept because several programs ask for the same one.
    mutating func matcher(field: Int, sentence: Int) -> Matcher {
        let key = field << 32 | sentence
        if let known = matchers[key] { return known }
        let slots = SlotReader(
            text: fields[field], sentence: fields[field].sentences[sentence], hits: hits[field],
            lexicon: engine.lexicon,
            may: engine.may)
        return Matcher(programs: engine.programs, stems: engine.stems, skips: words.skips, slots: slots)
    }

    mutating func keep(_ matcher: Matcher, field: Int, sentence: Int) { matchers[field << 32 | sentence] = matcher }

    /// Matches of all programs whose anchors stand in the item, by program.
    mutating func matchesByProgram() -> [Int: [PatternMatch]] {
        var found: [Int: [PatternMatch]] = [:]
        var stamps = [UInt32](repeating: 0, count: engine.programs.count)
        var stamp: UInt32 = 0
        for field in fields.indices {
            for (number, sentence) in fields[field].sentences.enumerated() where sentence.position != .skipped {
                stamp += 1
                var candidates: [Int] = []
                let take = { (program: UInt32) in
                    if stamps[Int(program)] != stamp {
                        stamps[Int(program)] = stamp
                        candidates.append(Int(program))
                    }
                }
                for index in sentence.tokens {
                    let token = fields[field].tokens[index]
                    if token.word != 0 { engine.index.forEachProgram(ofWord: token.word, take) }
                    engine.stems.forEachStem(of: fields[field].folded, Int(token.foldStart), Int(token.foldEnd)) {
                        stem in
                        engine.index.forEachProgram(ofStem: stem, take)
                    }
                }
                candidates.removeAll { program in
                    let wanted = engine.languageOfProgram[program]
                    return wanted != 0 && wanted != language
                        || !engine.positions[program].contains { $0.reads(sentence.position) }
                }
                guard !candidates.isEmpty else { continue }
                var matcher = matcher(field: field, sentence: number)
                for program in candidates.sorted() {
                    for (tokens, captures) in matcher.matches(of: program) {
                        found[program, default: []].append(
                            PatternMatch(
                                program: program, field: field, sentence: number, tokens: tokens, captures: captures))
                    }
                }
                keep(matcher, field: field, sentence: number)
            }
        }
        return found
    }

    /// Matches of given programs in one sentence, for look-alikes.
    mutating func firstMatch(of programs: [Int], field: Int, sentence: Int) -> PatternMatch? {
        var matcher = matcher(field: field, sentence: sentence)
        defer { keep(matcher, field: field, sentence: sentence) }
        let text = fields[field]
        for program in programs where holdsAnchor(program, text, text.sentences[sentence].tokens) {
            if let (tokens, captures) = matcher.matches(of: program).first {
                return PatternMatch(
                    program: program, field: field, sentence: sentence, tokens: tokens, captures: captures)
            }
        }
        return nil
    }

    private func holdsAnchor(_ program: Int, _ text: FieldText, _ tokens: Range<Int>) -> Bool {
        let anchors = engine.programs[program].anchors
        if anchors.isEmpty { return true }
        return tokens.contains { index in
            let token = text.tokens[index]
            return anchors.contains { anchor in
                switch anchor {
                case .word(let word): token.word == word
                case .stem(let stem):
                    engine.stems.begins(text.folded, Int(token.foldStart), Int(token.foldEnd), with: stem)
                }
            }
        }
    }
}
