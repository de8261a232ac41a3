import RuleLanguage

extension SlotReader {
    /// Where a company named from `place` on may end, longest first.
    ///
    /// In sentence case a name is the whole run of capitalised words; in a headline of capitals every word may be
    /// its last, and the words of the pattern decide. A known name counts however it is written.
    func companies(at place: Int, allowsPronoun: Bool, isLedUpTo: Bool = false) -> [Range<Int>] {
        var ends: [Int] = []
        if allowsPronoun {
            if sentence.position == .headline {
                if antecedent(of: place) != nil { ends.append(place + 1) }
            } else if let end = pronounEnd(at: place) {
                ends.append(end)
            }
        }
        if isInDateline(place) { return [] }
        for hit in hits where hit.tokens.lowerBound == place && hit.certainty >= 0.5 {
            ends.append(hit.tokens.upperBound)
        }
        if isLedUpTo, ends.isEmpty, let start = nameStart(behindDescriptionAt: place) {
            return Array(Set(runEnds(from: start))).sorted(by: >).map { place..<$0 }
        }
        // "German discounter Acme lands in Spain", "AI startup Acme": what describes names nobody; but "Acme and tyre
        // firm Beta" are two.
        if !isLedUpTo, ends.isEmpty, let start = nameStart(behindDescriptionAt: place),
            classes(place).contains(.place) || !(place..<start).contains(where: { classes($0).contains(.connector) })
        {
            return []
        }
        // "Leeds tile maker": Leeds is no company here. "Acme smelter" may be Acme's.
        if ends.isEmpty, classes(place).contains(.place), descriptionEnd(at: place) != nil { return [] }
        if !isLedUpTo, isAfterPreposition(place) { return [] }
        if isNameStart(place), isLedUpTo || !isInsideName(place), !isCut(at: place) {
            ends += runEnds(from: place).filter { !isPersonInOffice(endingAt: $0) && !isCut(at: $0) }
        }
        return Array(Set(ends)).sorted(by: >).map { place..<$0 }
    }

    /// "PORTLAND, OR -- Acme opens": a place in capitals in front of a dash.
    private func isInDateline(_ place: Int) -> Bool {
        let first = sentence.tokens.lowerBound
        guard sentence.position == .headline, !sentence.isUpper, place - first < Self.longestDateline,
            tokens[first].casing == .upper, classes(first).contains(.place),
            !hits.contains(where: { $0.tokens.contains(place) && $0.tokens.count > 1 && $0.certainty >= 0.5 }),
            let dash = (first + 1...first + Self.longestDateline).first(where: {
                isInside($0) && tokens[$0].breaks.contains(.dash)
            })
        else { return false }
        return place < dash && (first..<dash).allSatisfy { tokens[$0].casing == .upper }
    }

    private static let longestDateline = 4

    /// "Acme and Baker & Roe", where Baker & Roe is known: a name ends nowhere inside another but before its legal form.
    private func isCut(at end: Int) -> Bool {
        hits.contains { hit in
            hit.certainty >= 0.5 && hit.tokens.lowerBound < end && end < hit.tokens.upperBound
                && !(end..<hit.tokens.upperBound).allSatisfy { classes($0).contains(.legal) }
        }
    }

    /// "acquired the Acme Group": a small article before a name of several words that ends like a company's.
    func companies(behindArticleAt place: Int) -> [Range<Int>] {
        guard tokens[place].casing == .lower, text.key(of: place..<place + 1) == "the", isInside(place + 1),
            isJoined(place + 1), tokens[place + 1].isNameLike
        else { return [] }
        return companies(at: place + 1, allowsPronoun: false, isLedUpTo: true).filter { name in
            name.count > 1
                && (isCovered(name.upperBound - 1)
                    || !classes(name.upperBound - 1).isDisjoint(with: [.organisation, .generic, .legal]))
        }.map { place..<$0.upperBound }
    }

    /// "Jane Roe, finance chief of Acme, resigns": what an office somewhere stands beside is a person.
    private func isPersonInOffice(endingAt end: Int) -> Bool {
        guard isInside(end), tokens[end].breaks == .comma else { return false }
        // "chief of Acme" is read as one title, too.
        return roles(at: end).contains { role in
            (end + 1...role.upperBound).contains { place in
                isInside(place) && ["of", "at"].contains(text.key(of: place..<place + 1))
            }
        }
    }

    /// "a smelter in New Zealand to close": what follows a preposition is no clause's subject. "The board of Acme" is
    /// Acme.
    private func isAfterPreposition(_ place: Int) -> Bool {
        var before = place
        while before > sentence.tokens.lowerBound, isJoined(before) {
            before -= 1
            switch text.key(of: before..<before + 1) {
            case "the", "a", "an", "its", "their", "this": continue
            case "of":
                guard before > sentence.tokens.lowerBound else { return true }
                switch text.key(of: before - 1..<before) {
                case "board", "directors", "shareholders", "stockholders", "management", "members": return false
                default: return true
                }
            case "in", "at", "for", "from", "by", "with", "on", "to", "into", "near", "over", "under", "against", "via",
                "behind", "between", "within", "outside", "inside", "towards", "toward":
                return true
            default: return false
            }
        }
        return false
    }

    private func pronounEnd(at place: Int) -> Int? {
        let token = tokens[place]
        switch text.key(of: place..<place + 1) {
        case "we": return place + 1
        case "it" where token.casing != .upper: return place + 1
        case "the", "our":
            guard isInside(place + 1), classes(place + 1).contains(.pronoun), isJoined(place + 1) else { return nil }
            // "the Company Store" is a name.
            if isInside(place + 2), tokens[place + 2].isNameLike, tokens[place + 1].isNameLike, isJoined(place + 2),
                !tokens[place + 1].isPossessive
            {
                return nil
            }
            return place + 2
        default: return nil
        }
    }

    /// The company that the "it" of a headline's further clause stands for: the first it names. "Shares in Acme fall as
    /// it cuts 300 jobs".
    func antecedent(of place: Int) -> Range<Int>? {
        guard tokens[place].word == lexicon.it, tokens[place].casing == .lower,
            place > sentence.tokens.lowerBound + 2,
            Self.clauseOpeners.contains(text.key(of: place - 1..<place))
        else { return nil }
        let first = sentence.tokens.lowerBound
        for start in first..<min(place - 1, first + 8) {
            let isLedUpTo = start > first && ["in", "of", "at"].contains(text.key(of: start - 1..<start))
            let runs = companies(at: start, allowsPronoun: false, isLedUpTo: isLedUpTo)
            if let run = runs.first(where: { $0.upperBound < place && isName($0) }) { return run }
        }
        return nil
    }

    private static let clauseOpeners: Set<String> = [
        "after", "as", "because", "before", "once", "since", "that", "when", "while",
    ]

    func isNameStart(_ place: Int) -> Bool {
        let token = tokens[place]
        if isCovered(place) || isRegisterNumber(place) || isNumberedName(place) { return true }
        guard !isBanned(place), !isWeekday(place), !tokens[place].breaks.contains(.hyphen) else { return false }
        // "Acme Group Ltd", "Acme Pharma, Inc.": a name's last word begins none.
        if classes(place).contains(.suffix), place > sentence.tokens.lowerBound, tokens[place - 1].isNameLike,
            isJoined(place) || token.breaks.contains(.comma)
        {
            return false
        }
        // "SEK 3bn Loan", "USD5m Loan": an amount is nobody.
        if isAmount(place) { return false }
        // "$5 Million Agreement"; a single letter is rather the beginning of "M&S".
        if classes(place).contains(.scale), token.length > 3 { return false }
        if classes(place).contains(.month), isInside(place + 1), tokens[place + 1].traits.contains(.number) {
            return false
        }
        return token.isNameLike
    }

    /// "Sun Foods" is no Sunday.
    private func isWeekday(_ place: Int) -> Bool {
        guard classes(place).contains(.weekday) else { return false }
        let isShort = tokens[place].length <= 3
        let isInName =
            isInside(place + 1) && isJoined(place + 1) && tokens[place + 1].isNameLike && !isBanned(place + 1)
            && classes(place + 1).isDisjoint(with: [.month, .weekday])
        return !(isShort && isInName)
    }

    /// "1608557 Ontario Inc.": Canadian companies may be named by their number in the register.
    private func isRegisterNumber(_ place: Int) -> Bool {
        let token = tokens[place]
        return token.traits.contains(.number) && token.length >= 6 && isInside(place + 1)
            && tokens[place + 1].isNameLike && isJoined(place + 1) && !isBanned(place + 1)
    }

    /// "7-Eleven", "1-800-Flowers": a number tied to a numeral, or a telephone number to a word. "15-Unit" counts.
    func isNumberedName(_ place: Int) -> Bool {
        guard tokens[place].traits.contains(.number), isTied(place + 1), !isTied(place) else { return false }
        if tokens[place + 1].isNameLike { return classes(place + 1).contains(.numeral) }
        return text.key(of: place..<place + 1) == "1" && tokens[place + 1].traits.contains(.number)
            && isTied(place + 2) && tokens[place + 2].isNameLike
    }

    /// "15-Unit Acme", "40-Year-Old Acme", "$2 Billion Acme": a count or amount that stands before a name.
    private func endsCount(_ place: Int) -> Bool {
        if classes(place).contains(.scale), place > sentence.tokens.lowerBound, isJoined(place) {
            return tokens[place - 1].traits.contains(.digitFirst)
        }
        var first = place
        while first > sentence.tokens.lowerBound, isTied(first) { first -= 1 }
        return first < place && tokens[first].traits.contains(.number) && !isNumberedName(first)
    }

    /// True in the middle of a run of capitalised words, where no name begins.
    private func isInsideName(_ place: Int) -> Bool {
        guard place > sentence.tokens.lowerBound, isJoined(place) else { return false }
        if endsCount(place - 1) { return false }
        if hits.contains(where: { $0.tokens.lowerBound == place && $0.certainty >= 0.5 }) { return false }
        let previous = tokens[place - 1]
        if previous.isPossessive { return false }
        if previous.traits.contains(.ampersand) { return true }
        return previous.isNameLike && !isBanned(place - 1)
    }

    /// Words that are in no company's name: finite verbs, prepositions, job titles.
    func isBanned(_ place: Int) -> Bool {
        let classes = classes(place)
        if classes.isDisjoint(with: [.verb, .function, .title]) { return false }
        if isCovered(place) { return false }
        // "CRO Analytics": letters of a title in front of what only a company is.
        if classes.contains(.title), tokens[place].casing == .upper, place == sentence.tokens.lowerBound,
            isInside(place + 2), tokens[place + 1].isNameLike, isJoined(place + 1),
            !self.classes(place + 1).isDisjoint(with: [.organisation, .generic]),
            self.classes(place + 1).isDisjoint(with: [.verb, .role])
        {
            return false
        }
        // "Bed Bath & Beyond": a small word that an ampersand ties to a name.
        if classes.contains(.function), tokens[place].length > 2, place > sentence.tokens.lowerBound + 1,
            tokens[place].isNameLike, isJoined(place), tokens[place - 1].traits.contains(.ampersand),
            tokens[place - 2].isNameLike
        {
            return false
        }
        // "Cheshire Building Society": a noun inside a name.
        if classes.contains(.verb), place > sentence.tokens.lowerBound, isJoined(place), isInside(place + 1),
            isJoined(place + 1), tokens[place - 1].isNameLike, tokens[place].isNameLike, tokens[place + 1].isNameLike,
            !self.classes(place + 1).isDisjoint(with: [.organisation, .generic]),
            text.key(of: place..<place + 1).hasSuffix("ing")
        {
            return false
        }
        // "Acme Partners": both a verb and a word of names.
        if !classes.isDisjoint(with: [.organisation, .generic]) { return false }
        // "A-Mark", "AT&T": letters that are tied to what follows.
        if tokens[place].length == 1 || tokens[place].casing == .upper, isInside(place + 1),
            tokens[place + 1].breaks == .hyphen || tokens[place + 1].traits.contains(.ampersand)
        {
            return false
        }
        // "Combined® completes": nobody's mark is a verb.
        if tokens[place].isNameLike, text.isMarked(place) { return false }
        // "Can-Cal", "Eagle I Capital": tied to a name by a hyphen, or a numeral inside one.
        if classes.contains(.function), tokens[place].isNameLike, isInside(place + 1), tokens[place + 1].isNameLike {
            if tokens[place + 1].breaks == .hyphen { return false }
            if place > sentence.tokens.lowerBound, tokens[place].casing == .upper, tokens[place - 1].isNameLike,
                isJoined(place), isJoined(place + 1), text.key(of: place..<place + 1) == "i"
            {
                return false
            }
        }
        // "A", "In" and the like are function words in any case; "Co" and "SE" are legal forms first.
        return !classes.contains(.legal)
    }

    private func isCovered(_ place: Int) -> Bool {
        hits.contains { $0.tokens.contains(place) && $0.certainty >= 0.5 }
    }

    private func runEnds(from place: Int) -> [Int] {
        var ends: [Int] = []
        var index = place
        var lastEnd = place
        while isInside(index), index - place < Self.longestName {
            let token = tokens[index]
            if index > place, let legal = legalForm(behindBracketAt: index) {
                lastEnd = legal + 1
                ends.append(lastEnd)
                index = lastEnd
                continue
            }
            if index > place {
                let breaks = token.breaks.intersection(.clause)
                let isLegalTail = breaks == .comma && classes(index).contains(.legal) && token.isNameLike
                guard breaks.isEmpty || isLegalTail else { break }
            }
            let isDomain = index > place && token.isAfterDot
            if token.isNameLike || isDomain || (token.traits.contains(.digitFirst) && !token.traits.contains(.percent))
            {
                // "Overstock.com": a full stop without a space joins, whatever the case.
                if !isDomain || token.isNameLike, isBanned(index) { break }
                if index > place, isAmount(index) || endsName(index) { break }
                lastEnd = index + 1
                ends.append(lastEnd)
                index += 1
                continue
            }
            let isConnector =
                token.traits.contains(.ampersand) || classes(index).contains(.connector) || isArticleOfName(index)
            // "Bank of the Ozarks".
            if isOfThe(index), index > place, isInside(index + 2), tokens[index + 2].isNameLike, isJoined(index + 1),
                isJoined(index + 2), !classes(index - 1).isDisjoint(with: [.organisation, .generic, .enterprise])
            {
                index += 2
                continue
            }
            guard isConnector, index > place, isInside(index + 1), tokens[index + 1].isNameLike, isJoined(index + 1),
                !isBanned(index + 1) || classes(index + 1).contains(.connector)
            else { break }
            // "Acme and Jane Roe": what follows a lower-case "of" or "and" belongs to the name only with a capital.
            index += 1
        }
        // A sentence of capitals counts as title case already when its words are long enough.
        if sentence.isTitleCase { return ends }
        return ends.filter { end in
            end == lastEnd || tokens[end - 1].isPossessive || isCovered(end - 1)
                // "Acme IPO raises": of letters everybody knows, the words of the pattern tell whose they are.
                || (end < lastEnd && tokens[end].casing == .upper && classes(end).contains(.acronym))
                || (isInside(end) && classes(end).contains(.connector) && !tokens[end].isNameLike)
        }
    }

    /// "Acme (China) Limited": where the legal form stands behind a bracket inside the name.
    private func legalForm(behindBracketAt place: Int) -> Int? {
        guard tokens[place].breaks.contains(.opening) else { return nil }
        var index = place
        while isInside(index), index - place < 3, tokens[index].isNameLike {
            index += 1
            guard isInside(index) else { return nil }
            if tokens[index].breaks == .closing {
                return tokens[index].isNameLike && classes(index).contains(.legal) ? index : nil
            }
        }
        return nil
    }

    /// "Acme Q1 PAT", "Acme FY26 sales", "Acme MD says": a period or a title behind a name.
    private func endsName(_ place: Int) -> Bool {
        let token = tokens[place]
        guard token.casing == .upper, token.length <= 6 else { return false }
        let word = text.folded[Int(token.foldStart)..<Int(token.foldEnd)]
        let digits = word.drop { $0 &- 0x30 >= 10 }
        let letters = word.prefix(word.count - digits.count)
        if letters.elementsEqual("md".utf8), digits.isEmpty {
            return !isInside(place + 1) || !isJoined(place + 1) || !tokens[place + 1].isNameLike || isBanned(place + 1)
        }
        guard digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
        if letters.elementsEqual("fy".utf8) { return digits.count <= 4 }
        return digits.count == 1 && (letters.elementsEqual("q".utf8) || letters.elementsEqual("h".utf8))
    }

    /// True where an amount of money begins: "Acme €20m".
    private func isAmount(_ place: Int) -> Bool {
        let token = tokens[place]
        let mayBe =
            token.traits.contains(.digitFirst) || classes(place).contains(.currency)
            || (token.word == 0 && text.holdsDigit(place))
        return mayBe && money(at: place) != nil
    }

    private func isOfThe(_ index: Int) -> Bool {
        isInside(index + 1) && text.key(of: index..<index + 2) == "of the" && tokens[index + 1].casing == .lower
    }

    /// "Pret a Manger": a small "a" between two capitalised words that are no verbs.
    private func isArticleOfName(_ index: Int) -> Bool {
        tokens[index].casing == .lower && tokens[index].length == 1
            && text.key(of: index..<index + 1) == "a" && !sentence.isTitleCase && sentence.position == .headline
            && classes(index - 1).isDisjoint(with: [.verb, .function, .deed])
    }
}
