import RuleLanguage
import TriggerModel

/// The reading of one item: its fields cut and laid out, names found, clauses matched, events put together.
struct ItemReading {
    let item: Item
    let teller: TellerOrigin
    let received: Timestamp
    let engine: Engine
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
        let finder = MentionFinder(names: engine.names, lexicon: engine.lexicon)
        for field in TextField.allCases {
            guard var text = item.text(of: field), !text.isEmpty else { continue }
            if text.utf8.count > Self.longestField { text = String(text.prefix(Self.longestField)) }
            var read = engine.lexicon.read(text, field: field)
            guard !read.tokens.isEmpty else { continue }
            let found = finder.hits(in: read)
            boilerplate += layout.lay(&read, hits: found)
            fields.append(read)
            hits.append(found)
        }
        filer = findFiler()
        settleDoubts()
    }

    private var layout: TextLayout {
        let engine = engine
        let starts = (item.filing?.sections ?? []).map(\.start).sorted()
        return TextLayout(lexicon: engine.lexicon, sectionStarts: starts, isFiling: item.filing != nil) {
            text, sentence, hits, place in
            guard engine.boilerplate.holds(text.tokens[place].word) else { return nil }
            let slots = SlotReader(text: text, sentence: sentence, hits: hits, lexicon: engine.lexicon, may: engine.may)
            return Self.end(of: engine.boilerplate, at: place, slots: slots, engine: engine)
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

    private func findFiler() -> (party: Party, companies: [Int32])? {
        guard let filing = item.filing else { return nil }
        let order: [FilingParty.Role] = [.filer, .issuer, .subject]
        for role in order {
            guard let party = filing.parties.first(where: { $0.role == role }) else { continue }
            var companies: [Int32] = []
            if let cik = party.cik, let company = engine.names.company(cik: cik) {
                companies = [company]
            } else if let number = party.number, let company = engine.names.company(number: number) {
                companies = [company]
            } else if party.cik == nil || engine.names.companies(named: party.name, lexicon: engine.lexicon).count == 1
            {
                companies = engine.names.companies(named: party.name, lexicon: engine.lexicon)
            }
            let reference = companies.count == 1 ? engine.names.companies[Int(companies[0])].reference : nil
            return (
                Party(name: NameForms.withoutRegisterMark(party.name), role: .subject, company: reference), companies
            )
        }
        return nil
    }

    /// An ordinary word means the company where another part of the item names it surely; a short form does not where
    /// another company's full name begins with it.
    private mutating func settleDoubts() {
        var sure: Set<Int32> = []
        var others: Set<Int32> = []
        for list in hits {
            for hit in list {
                guard let company = hit.company else { continue }
                if hit.certainty >= 0.8 { sure.insert(company) }
                if hit.isAnother { others.insert(company) }
            }
        }
        for list in hits {
            for hit in list where hit.isFull { if let company = hit.company { others.remove(company) } }
        }
        sure.subtract(others)
        if let company = filer?.companies.first, filer?.companies.count == 1 { sure.insert(company) }
        if let host = item.url.flatMap(Self.host) { sure.formUnion(engine.names.companies(ofHost: host)) }
        guard !sure.isEmpty || !others.isEmpty else { return }
        for field in hits.indices {
            for index in hits[field].indices {
                let hit = hits[field][index]
                if let company = hit.company, others.contains(company), !sure.contains(company) {
                    hits[field][index].certainty = min(hit.certainty, 0.4)
                    hits[field][index].basis += "; another company's name begins so"
                } else if hit.isOrdinary, hit.certainty < 0.8, let company = hit.company, sure.contains(company) {
                    hits[field][index].certainty = 0.85
                    hits[field][index].basis += "; named elsewhere in the item"
                } else if hit.companies.count > 1 {
                    // One of the candidates is named by a name that is its alone.
                    let meant = hit.companies.filter { sure.contains($0) }
                    if meant.count == 1 {
                        hits[field][index].companies = meant
                        hits[field][index].certainty = 0.85
                        hits[field][index].basis = "shared name, settled elsewhere in the item"
                    }
                }
            }
        }
    }

    static func host(of url: String) -> String? {
        guard let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else { return nil }
        let rest = url[colon...].dropFirst(3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let authority = rest.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let host = authority.prefix { $0 != ":" }
        return host.isEmpty ? nil : String(host)
    }

    /// Accounts seen: one line per place, both candidates where a name is not one account's alone.
    func mentions() -> [Mention] {
        var mentions: [Mention] = []
        for (field, text) in fields.enumerated() {
            for hit in hits[field] where hit.certainty >= MentionFinder.leastCertainty {
                for company in hit.companies {
                    guard case .account(let id) = engine.names.companies[Int(company)].reference else { continue }
                    let isWhole = hit.isPossessive
                    mentions.append(
                        Mention(
                            account: id,
                            name: isWhole ? text.possessiveText(of: hit.tokens) : text.text(of: hit.tokens),
                            span: isWhole ? text.possessiveSpan(of: hit.tokens) : text.span(of: hit.tokens),
                            certainty: hit.certainty))
                }
            }
        }
        if let filer, let id = filer.party.account, !mentions.contains(where: { $0.account == id }) {
            // Known by its register number, though no field spells the name.
            mentions.append(
                Mention(account: id, name: filer.party.name, span: Span(field: .title, start: 0, end: 0), certainty: 1))
        }
        return mentions
    }

    // MARK: Matching

    /// The matcher of a sentence, kept because several programs ask for the same one.
    mutating func matcher(field: Int, sentence: Int) -> Matcher {
        let key = field << 32 | sentence
        if let known = matchers[key] { return known }
        let slots = SlotReader(
            text: fields[field], sentence: fields[field].sentences[sentence], hits: hits[field],
            lexicon: engine.lexicon,
            may: engine.may)
        return Matcher(programs: engine.programs, stems: engine.stems, skips: engine.skips, slots: slots)
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
                    !engine.positions[program].contains { $0.reads(sentence.position) }
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
