/// What the sentence around a name talks of.
///
/// A word that is also an everyday word, a surname or a town is the company where enough of the sentence is business: how
/// it stands there, what it does, and which words are about. Each sign has a weight; `NameJudge.enoughTalk` of them are
/// enough. The weights were set by hand on invented sentences, and hold no company's name.
extension NameJudge {
    /// Weight of signs from which on a doubtful word is the company.
    static let enoughTalk = 3.0

    /// Tokens to either side that count, so that a long text costs no more than its length.
    private static let reach = 40

    /// Words around the name by what they talk of.
    private struct Around {
        var trade = 0
        var elsewhere = 0
        /// Words of the company's own line of business.
        var line = 0
        var hasAmount = false
    }

    private func around(_ lines: UInt64) -> Around {
        var around = Around()
        guard let sentence else { return around }
        let near =
            max(
                sentence.tokens.lowerBound, range.lowerBound - Self.reach)..<min(
                sentence.tokens.upperBound, range.upperBound + Self.reach)
        for index in near where !range.contains(index) {
            let token = tokens[index]
            if !token.traits.isDisjoint(with: [.currency, .percent]) { around.hasAmount = true }
            let talk = lexicon.talk(of: token.word)
            guard !talk.isEmpty else { continue }
            if talk.contains(.trade) { around.trade += 1 }
            // "Three Mile Island", "fire-alarm unit": part of a name, or of another word.
            let isApart = token.casing == .lower || areCapitalsFree || index == sentence.tokens.lowerBound
            if talk.contains(.elsewhere), isApart, !isHyphened(index) { around.elsewhere += 1 }
            if talk.lines & lines != 0 { around.line += 1 }
        }
        return around
    }

    /// The words of the sentence that count.
    func near(_ sentence: Sentence) -> Range<Int> {
        let start = max(sentence.tokens.lowerBound, range.lowerBound - Self.reach)
        return start..<max(start, min(sentence.tokens.upperBound, range.upperBound + Self.reach))
    }

    private func isHyphened(_ index: Int) -> Bool {
        tokens[index].breaks.contains(.hyphen)
            || (index + 1 < tokens.count && tokens[index + 1].breaks.contains(.hyphen))
    }

    /// Words around that are of any of `lines`.
    func count(of lines: UInt64) -> Int { around(lines).line }

    /// The weight of what speaks for a company.
    var talk: Double {
        let around = around(lines)
        // Where capitals tell nothing, only the head of a clause does.
        if areCapitalsFree, !opensClause, !isDescribed { return 0 }
        if !classes(core.lowerBound).isDisjoint(with: [.acronym, .statesman]) { return 0 }
        if isBehindWhere, !classes(core.lowerBound).isDisjoint(with: [.namesake, .place]) { return 0 }
        if classes(core.lowerBound).contains(.place), !isPlaceActing || around.line == 0 { return 0 }
        var weight = Double(min(around.trade, 3)) - 1.5 * Double(min(around.elsewhere, 2))
        if around.hasAmount { weight += 0.5 }
        weight += around.line == 0 ? 0 : around.line == 1 ? 2 : 3
        return weight + place + self.own
    }

    /// The sentence talks of sport, crime, weather and the like, and of no business.
    var isElsewhere: Bool {
        let isDoubtful =
            traits.contains(.common) && core.count == 2
            || traits.contains(.single)
                && (!traits.isDisjoint(with: [.ordinary, .acronym, .namesake])
                    || lexicon.talk(of: tokens[core.lowerBound].word).contains(.twofold)
                    || (traits.contains(.brief) && !traits.contains(.head)))
        guard isDoubtful else { return false }
        let around = around(lines)
        guard around.elsewhere > 0, around.trade + around.line == 0, !isBeforeAct else { return false }
        // What hardly anything else is called, and two words, need more.
        let isUnknown =
            classes(core.lowerBound).isEmpty && !lexicon.talk(of: tokens[core.lowerBound].word).contains(.twofold)
        if (traits.contains(.common) && !traits.contains(.brief)) || (isUnknown && !traits.contains(.acronym)) {
            return around.elsewhere > 1
        }
        // A capital inside a sentence of small letters is a name already.
        let isShown =
            !areCapitalsFree && !opensClause && !isAfterArticle
            && traits.isDisjoint(with: [.namesake, .acronym, .common])
            && !lexicon.talk(of: tokens[core.lowerBound].word).contains(.twofold)
        return around.elsewhere > 1 || !isShown
    }

    private var isBeforeAct: Bool {
        next.map { lexicon.talk(of: tokens[$0].word).contains(.act) } ?? false
    }

    /// Of a town or a country only what it does at the head of a clause: "Alaska trims flights".
    private var isPlaceActing: Bool {
        guard opensClause else { return false }
        if tokens[range.upperBound - 1].isPossessive { return true }
        return next.map { !lexicon.talk(of: tokens[$0].word).isDisjoint(with: [.act, .does]) } ?? false
    }

    /// What kind of word it is.
    private var own: Double {
        let classes = classes(core.lowerBound)
        var weight = 0.0
        if classes.isEmpty, traits.isDisjoint(with: [.acronym, .initials]) { weight += 1 }
        if classes.contains(.namesake), isPublicLife { weight -= 3 }
        if !classes.isDisjoint(with: [.household, .brand]) { weight += 1 }
        if !classes.isDisjoint(with: [.firstName, .place]) { weight -= 1 }
        // "Quarterly Distribution": what companies have.
        if classes.contains(.matter), classes.isDisjoint(with: .household) { weight -= 2 }
        return weight
    }

    /// How the name stands in its sentence.
    private var place: Double {
        var weight = 0.0
        let word = text.key(of: core)
        if isDescribed {
            weight += 2
        } else if let previous {
            switch text.key(of: previous..<previous + 1) {
            case "of", "new", "san", "fort", "saint", "st", "mount", "old": weight -= 3
            default:
                if !areCapitalsFree, isNameBefore(exceptFirst: false) { weight -= 3 }
                // "picks Target over Acme"
                if !lexicon.talk(of: tokens[previous].word).isDisjoint(with: [.act, .does]) { weight += 1 }
            }
        }
        if !areCapitalsFree, !opensClause {
            let isNamesake = !classes(core.lowerBound).isDisjoint(with: [.namesake, .place, .firstName])
            weight += isNamesake || !traits.isDisjoint(with: [.acronym, .initials]) ? 1 : 2
            if isAfterArticle { weight -= 2.5 }
            if isBehindWhere { weight -= isNamesake ? 3 : 1.5 }
        } else if isAfterArticle {
            weight -= 1
        }
        let after = range.upperBound
        if isInside(after), tokens[after - 1].isPossessive, !traits.contains(.possessive) {
            return tokens[after].casing == .lower || areCapitalsFree || classes(after).contains(.place)
                ? weight + 1.5 : weight
        }
        guard let next else { return weight + (isExplained ? 3 : 0) }
        let talk = lexicon.talk(of: tokens[next].word)
        let key = text.key(of: next..<next + 1)
        let isPlural = classes(core.lowerBound).contains(.ordinary) && word.hasSuffix("s") && !word.hasSuffix("ss")
        let isSingularVerb = !talk.isDisjoint(with: [.act, .does]) && key.hasSuffix("s") && !key.hasSuffix("ss")
        if !areCapitalsFree, tokens[next].isNameLike, !holdsDigit(next),
            classes(next).isDisjoint(with: [.title, .function])
        {
            weight -= 3
        }
        // "Waters hires": a plural that does what one does is a name.
        if isSingularVerb, isPlural, core.count == 1 { weight += 1.5 }
        if talk.contains(.act) || talk.contains(.does) {
            weight += talk.contains(.act) ? 2 : 1
            guard isInside(next + 1) else { return weight }
            // "sells its mills": people have theirs, "agrees to merge" what companies do.
            let object = text.key(of: next + 1..<next + 2)
            if object == "its" { return weight + 1 }
            let isDeed = object == "to" && isInside(next + 2) && classes(next + 2).contains(.deed)
            return isDeed ? weight + 1 : weight
        }
        // "Sea and Grab weigh cuts": of several.
        if let previous, text.key(of: previous..<previous + 1) == "and",
            talk.contains(.infinitive) || classes(next).contains(.deed)
        {
            return weight + 1
        }
        switch key {
        case "to":
            guard isInside(next + 1) else { return weight }
            if classes(next + 1).contains(.deed) { return weight + 2 }
            return lexicon.talk(of: tokens[next + 1].word).contains(.infinitive) ? weight + 1 : weight
        case "will", "has", "had", "is", "was", "would", "can", "could", "may", "might", "should": return weight + 0.5
        case "of": return weight - 2
        case "and", "or", "s": return weight
        default: break
        }
        if !classes(next).isDisjoint(with: [.function, .numeral]) || tokens[next].casing == .none { return weight }
        if talk.contains(.trade), talk.isDisjoint(with: .elsewhere) {
            return weight + (opensClause ? (classes(core.lowerBound).contains(.ordinary) ? -1 : 0) : 0.5)
        }
        // "Snap decision", "Zoom lens": the first half of a thing.
        return classes(next).contains(.verb) ? weight : weight - (opensClause ? 3 : 1.5)
    }

    /// "in Sonora", where nobody buys or sells a part of it.
    var isBehindWhere: Bool {
        guard let previous, let sentence else { return false }
        switch text.key(of: previous..<previous + 1) {
        case "near", "outside", "around": return true
        case "in":
            guard previous > sentence.tokens.lowerBound else { return true }
            return classes(previous - 1).isDisjoint(with: .companyContext)
                && lexicon.talk(of: tokens[previous - 1].word).isDisjoint(with: .trade)
                && !Self.putting.contains(text.key(of: previous - 1..<previous))
        default: return false
        }
    }

    /// "the Kimball incinerator": a thing called by the place where it stands.
    var isPlaceOfThing: Bool {
        guard isAfterArticle, let next, tokens[next].casing == .lower else { return false }
        return classes(next).isDisjoint(with: [.companyContext, .function, .verb, .premises, .unit, .matter])
            && lexicon.talk(of: tokens[next].word).isEmpty
    }

    /// Before "in" and a company.
    private static let putting: Set<String> = [
        "invest", "invests", "invested", "investing", "position", "positions", "holding", "holdings", "confidence",
        "faith",
        "interest", "interests", "percent", "warrants",
    ]

    /// "Dillard's poems".
    var isOfSomebodyElse: Bool {
        let after = range.upperBound
        guard isInside(after), tokens[after].breaks.isDisjoint(with: .clause) else { return false }
        let talk = lexicon.talk(of: tokens[after].word)
        return talk.contains(.elsewhere) && talk.isDisjoint(with: [.act, .does])
    }

    /// "Ministry of Energy".
    var isBehindOf: Bool {
        guard let previous, !isDescribed else { return false }
        return text.key(of: previous..<previous + 1) == "of"
    }

    /// "Bird, the scooter company": what the name is, said behind it.
    private var isExplained: Bool {
        let after = range.upperBound
        guard isInside(after + 1), tokens[after].breaks.intersection(.clause) == .comma,
            ["the", "a", "an"].contains(text.key(of: after..<after + 1))
        else { return false }
        for index in after + 1..<after + 6 {
            guard isInside(index), tokens[index].breaks.isDisjoint(with: .clause) else { return false }
            if !classes(index).isDisjoint(with: [.kind, .pronoun, .descriptor]) { return true }
        }
        return false
    }

    /// "Mercantile Bank of Dhaka": the one of another place, where the account's name says none.
    var isOfPlace: Bool {
        let after = range.upperBound
        guard isInside(after + 1), tokens[after].breaks.isDisjoint(with: .clause),
            text.key(of: after..<after + 1) == "of",
            !tokens[after - 1].isPossessive, !areCapitalsFree
        else { return false }
        if text.key(of: after + 1..<after + 2) == "the" {
            return isInside(after + 2) && tokens[after + 2].isNameLike
        }
        // "Acme Mills of Columbia, Missouri" has its home there.
        return tokens[after + 1].isNameLike && Self.local.contains(text.key(of: after - 1..<after))
    }

    /// "Acme Insurance of Columbia", where the account is Acme.
    var isBusinessOfPlace: Bool {
        guard isBusinessAfter, let next, isInside(next + 2), tokens[next + 1].breaks.isDisjoint(with: .clause) else {
            return false
        }
        return text.key(of: next + 1..<next + 2) == "of" && tokens[next + 2].isNameLike
    }

    /// Words with which many places have one of the same name.
    private static let local: Set<String> = ["bank", "insurance"]

    /// "Merck KGaA" is another company than Merck & Co., Inc.
    var isForeignForm: Bool {
        guard traits.contains(.american), range.upperBound > core.upperBound else { return false }
        return Self.foreignForms.contains(text.key(of: core.upperBound..<core.upperBound + 1))
    }

    private static let foreignForms: Set<String> = [
        "kgaa", "gmbh", "ag", "kg", "spa", "srl", "sarl", "oyj", "asa", "sdn", "bhd", "tbk", "pjsc", "ojsc", "pte",
        "pty",
        "kk",
    ]

    /// "lululemon athletica", "abrdn Asia-Pacific Fund": a first word of small letters, as some companies write theirs.
    var isSmallBrand: Bool {
        guard core.count > 2, tokens[core.lowerBound].casing == .lower, !traits.contains(.common) else { return false }
        let rest = core.dropFirst().filter { tokens[$0].casing != .none }
        return rest.count > 1
            && rest.allSatisfy { tokens[$0].isNameLike || !classes($0).isDisjoint(with: [.connector]) }
    }
}
