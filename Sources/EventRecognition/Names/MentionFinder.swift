import TriggerModel

/// Finds company names in a field and says how sure each is.
///
/// Leftmost-longest over the trie, word-bounded; a name never runs over a break except the comma before its legal
/// form. A name that is an ordinary word needs a capital and something beside it that shows a company.
struct MentionFinder {
    let names: CompanyNames
    let lexicon: Lexicon

    /// Below it a hit is not worth keeping.
    static let leastCertainty = 0.25

    func hits(in text: FieldText) -> [NameHit] {
        var hits: [NameHit] = []
        var index = 0
        let tokens = text.tokens
        while index < tokens.count {
            let word = tokens[index].word
            guard word != 0, names.trie.roots[Int(word)] != 0, let (end, entry) = longest(tokens, from: index) else {
                index += 1
                continue
            }
            var range = index..<end
            let core = range
            while range.upperBound < tokens.count, isLegalSuffix(tokens[range.upperBound]) {
                range = range.lowerBound..<range.upperBound + 1
            }
            if let hit = judge(entry, range: range, core: core, text: text) {
                hits.append(hit)
                index = range.upperBound
            } else {
                index += 1
            }
        }
        addTickers(in: text, to: &hits)
        return hits.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private func longest(_ tokens: ContiguousArray<Token>, from start: Int) -> (end: Int, entry: Int32)? {
        var node = names.trie.child(of: 0, tokens[start].word)
        var found: (Int, Int32)?
        var index = start + 1
        while node != 0 {
            if names.trie.terminals[Int(node)] >= 0 { found = (index, names.trie.terminals[Int(node)]) }
            guard index < tokens.count, tokens[index].word != 0, joins(tokens[index]) else { break }
            node = names.trie.child(of: node, tokens[index].word)
            index += 1
        }
        return found
    }

    private func joins(_ token: Token) -> Bool {
        let breaks = token.breaks.intersection(.clause)
        return breaks.isEmpty || (breaks == .comma && lexicon.classes(of: token.word).contains(.legal))
    }

    private func isLegalSuffix(_ token: Token) -> Bool {
        lexicon.classes(of: token.word).contains(.legal) && token.isNameLike && joins(token)
    }

    // MARK: Judging

    private func judge(_ entry: Int32, range: Range<Int>, core: Range<Int>, text: FieldText) -> NameHit? {
        let companies = names.companies(of: entry)
        let traits = names.traits(of: entry, company: companies[0])
        guard let (certainty, basis) = certainty(traits, range: range, core: core, text: text) else { return nil }
        var hit = NameHit(
            field: text.field, tokens: range, companies: companies, certainty: certainty, basis: basis,
            isOrdinary: traits.contains(.ordinary) || (traits.contains(.acronym) && certainty < 0.5))
        if companies.count > 1 {
            hit.certainty = min(hit.certainty, 0.4)
            hit.basis = "name of \(companies.count) accounts"
        }
        return hit
    }

    private func certainty(
        _ traits: CompanyNames.FormTraits, range: Range<Int>, core: Range<Int>, text: FieldText
    ) -> (Double, String)? {
        let tokens = text.tokens
        let sentence = text.sentence(at: range.lowerBound).map { text.sentences[$0] }
        let isTitleCase = sentence?.isTitleCase ?? false
        let isAllUpper = sentence.map { isUpper($0, tokens) } ?? false
        let hasSuffix = range.upperBound > core.upperBound || traits.contains(.legal)
        let words = core.filter { tokens[$0].casing != .none }
        let isCapital =
            words.contains { tokens[$0].isNameLike }
            && words.allSatisfy { tokens[$0].isNameLike || lexicon.classes(of: tokens[$0].word).contains(.connector) }

        if !words.isEmpty, !isCapital {
            // Lower case: only a name that can mean nothing else.
            if traits.contains(.ordinary) || traits.contains(.acronym) || traits.contains(.common) { return nil }
            return traits.contains(.brief) && traits.contains(.single) ? (0.3, "lower case") : (0.55, "lower case")
        }
        if traits.contains(.acronym), traits.contains(.single), !hasSuffix {
            let casing = tokens[core.lowerBound].casing
            if traits.contains(.ordinary) == false {
                if casing == .upper, isAllUpper { return (0.4, "short name in a text of capitals") }
                if casing == .capitalised, tokens[core.lowerBound].end - tokens[core.lowerBound].start < 4 {
                    return (0.3, "short name not in capitals")
                }
            }
        }
        let beside = besides(range, sentence, tokens)
        if hasSuffix {
            // "Beacon Power Corp" is not "Power Corp".
            let core = traits.contains(.single) || traits.contains(.legal) && core.count == 2 ? 1 : core.count
            return core == 1 && beside.capitalBefore && !isAllUpper
                ? (0.4, "end of a longer name") : (0.98, "full name")
        }
        if traits.contains(.ordinary) { return ordinary(range, beside, isTitleCase || isAllUpper, sentence, tokens) }
        if beside.continues { return (0.35, "part of a longer name") }
        if beside.person { return (0.3, "a person's surname") }
        if !isTitleCase, !isAllUpper, traits.contains(.single), beside.capitalBefore || beside.capitalAfter {
            return (0.45, "beside another capitalised word")
        }
        if !isTitleCase, traits.contains(.brief), beside.capitalAfter { return (0.45, "beginning of a longer name") }
        if traits.contains(.common) {
            return isTitleCase || isAllUpper ? (0.7, "common words") : (0.85, "common words")
        }
        if traits.contains(.brief) {
            // In a headline of capitals the next word may be the rest of another name.
            let isLoose = isTitleCase && (beside.capitalAfter || beside.capitalBefore) && traits.contains(.single)
            return isLoose ? (0.45, "short form beside another capitalised word") : (0.75, "short form")
        }
        return (0.95, "name")
    }

    private struct Beside {
        var capitalBefore = false
        var capitalAfter = false
        var continues = false
        var person = false
        var context = false
        var afterVerb = false
    }

    private func besides(_ range: Range<Int>, _ sentence: Sentence?, _ tokens: ContiguousArray<Token>) -> Beside {
        var beside = Beside()
        guard let sentence else { return beside }
        if range.upperBound < sentence.tokens.upperBound {
            let next = tokens[range.upperBound]
            let classes = lexicon.classes(of: next.word)
            let touches = next.breaks.isDisjoint(with: .clause) && !tokens[range.upperBound - 1].isPossessive
            if touches {
                if next.isNameLike, classes.contains(.continuation) { beside.continues = true }
                // "Partners" is a verb and a word of names; of a name it is part.
                let isVerb = classes.contains(.verb) && classes.isDisjoint(with: [.generic, .organisation])
                beside.capitalAfter =
                    next.isNameLike && !isVerb
                    && classes.isDisjoint(with: [.function, .companyContext, .title, .position, .opener])
                beside.context = classes.contains(.companyContext)
            } else if tokens[range.upperBound - 1].isPossessive {
                beside.context = classes.contains(.companyContext)
            }
            if isTicker(at: range.upperBound, tokens) { beside.context = true }
        }
        if range.lowerBound > sentence.tokens.lowerBound, tokens[range.lowerBound].breaks.isDisjoint(with: .clause) {
            let previous = tokens[range.lowerBound - 1]
            let classes = lexicon.classes(of: previous.word)
            let isInitial = previous.casing == .upper && previous.end - previous.start == 1
            let isNamed = isInitial || !classes.isDisjoint(with: [.firstName, .honorific])
            beside.person = previous.isNameLike && !previous.isPossessive && isNamed
            beside.afterVerb = previous.isNameLike && classes.contains(.verb)
            beside.capitalBefore =
                previous.isNameLike && !previous.isPossessive && range.lowerBound - 1 > sentence.tokens.lowerBound
                && classes.isDisjoint(with: [.function, .verb, .companyContext, .title, .month, .weekday])
        }
        return beside
    }

    private func ordinary(
        _ range: Range<Int>, _ beside: Beside, _ areCapitalsFree: Bool, _ sentence: Sentence?,
        _ tokens: ContiguousArray<Token>
    ) -> (Double, String)? {
        if isTicker(at: range.upperBound, tokens) { return (0.98, "ticker beside it") }
        if beside.continues || beside.person { return nil }
        let isFirst = sentence?.tokens.lowerBound == range.lowerBound
        if beside.capitalAfter || beside.capitalBefore {
            return nil
        }
        if areCapitalsFree {
            return beside.context && isFirst ? (0.55, "ordinary word before a company's word") : (0.3, "ordinary word")
        }
        if isFirst { return beside.context ? (0.6, "ordinary word before a company's word") : (0.3, "ordinary word") }
        // A capital inside a sentence of small letters is a name, though perhaps another's.
        return beside.context ? (0.75, "capitalised ordinary word") : (0.45, "capitalised ordinary word")
    }

    private func isUpper(_ sentence: Sentence, _ tokens: ContiguousArray<Token>) -> Bool {
        var (upper, other) = (0, 0)
        for index in sentence.tokens where tokens[index].casing != .none && tokens[index].end - tokens[index].start > 1
        {
            if tokens[index].casing == .upper { upper += 1 } else { other += 1 }
        }
        return upper > 2 && upper > other * 4
    }

    // MARK: Tickers

    /// `(NYSE: ACM)`, `(Nasdaq: ACM, TSX: ACM)`, `Nasdaq:ACM`: an exchange and a symbol at `index`.
    private func isTicker(at index: Int, _ tokens: ContiguousArray<Token>) -> Bool {
        guard index + 1 < tokens.count, tokens[index].breaks.contains(.opening) else { return false }
        return symbol(after: index, tokens) != nil
    }

    private func symbol(after index: Int, _ tokens: ContiguousArray<Token>) -> Int? {
        guard lexicon.classes(of: tokens[index].word).contains(.exchange) else { return nil }
        var next = index + 1
        // "NYSE American: X", "NASDAQ GS: X", "NYSE symbol: X".
        while next < tokens.count, next <= index + 2, !tokens[next].breaks.contains(.colon),
            tokens[next].breaks.isDisjoint(with: .clause)
        {
            next += 1
        }
        guard next < tokens.count, tokens[next].breaks.contains(.colon), tokens[next].casing == .upper else {
            return nil
        }
        return next
    }

    private func addTickers(in text: FieldText, to hits: inout [NameHit]) {
        for index in text.tokens.indices where lexicon.classes(of: text.tokens[index].word).contains(.exchange) {
            guard let place = symbol(after: index, text.tokens) else { continue }
            let symbol = text.text(of: place..<place + 1).uppercased()
            let exchange = text.key(of: index..<index + 1).uppercased()
            let found = names.companies(ofTicker: symbol).filter { company in
                // A bare symbol is one of a United States exchange: symbols repeat from country to country.
                guard let known = names.companies[Int(company)].ticker?.exchange else {
                    return exchange.hasPrefix("NYSE") || exchange.hasPrefix("NASDAQ") || exchange.hasPrefix("OTC")
                        || exchange == "AMEX" || exchange == "ARCA" || exchange == "BATS"
                }
                return known == exchange || known.hasPrefix(exchange) || exchange.hasPrefix(known)
            }
            guard !found.isEmpty else { continue }
            // The name right before the bracket is the same company, and surely so.
            if let named = hits.lastIndex(where: { $0.tokens.upperBound <= index && index - $0.tokens.upperBound <= 1 }
            ),
                !Set(hits[named].companies).isDisjoint(with: found)
            {
                hits[named].companies = hits[named].companies.filter { found.contains($0) }
                hits[named].certainty = 0.99
                hits[named].basis = "name and ticker"
                hits[named].isOrdinary = false
                continue
            }
            hits.append(
                NameHit(
                    field: text.field, tokens: place..<place + 1, companies: found,
                    certainty: found.count == 1 ? 0.9 : 0.4, basis: "ticker", isOrdinary: false))
        }
    }
}
