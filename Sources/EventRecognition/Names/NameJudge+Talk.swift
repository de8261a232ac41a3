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
    struct Around {
        var trade = 0
        var elsewhere = 0
        /// Words of the company's own line of business.
        var line = 0
        var hasAmount = false
    }

    func around(_ lines: UInt64) -> Around {
        var around = Around()
        guard let sentence else { return around }
        for index in near(sentence) where !range.contains(index) {
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

    /// Of each word around that talks of a line of business, its lines.
    var linesAround: [UInt64] {
        guard let sentence else { return [] }
        var found: [UInt64] = []
        for index in near(sentence) where !range.contains(index) {
            let lines = lexicon.talk(of: tokens[index].word).lines
            if lines != 0 { found.append(lines) }
        }
        return found
    }

    /// The weight of what speaks for a company, from the words of its sentence.
    func weight() -> Double {
        // Where capitals tell nothing, only the head of a clause does, and what verbs and prepositions are about.
        if areCapitalsFree, !opensClause, !isDescribed, !isObject { return -1 }
        if classes(core.lowerBound).contains(.acronym) { return -1 }
        // Only beside a company that is named surely: "Ford, Acme".
        if classes(core.lowerBound).contains(.statesman) { return 0 }
        if isBehindOf, let previous, previous > range.lowerBound - 2, isPartOfBody(previous) { return -1 }
        if tokens[core.lowerBound].casing == .none { return -1 }
        if Self.praise.contains(text.key(of: core)) { return -1 }
        if isBehindWhere, !classes(core.lowerBound).isDisjoint(with: [.namesake, .place]) { return -1 }
        if !classes(core.lowerBound).isDisjoint(with: [.place, .namesake]), isPlaceOfPremises { return -1 }
        let around = about
        if classes(core.lowerBound).contains(.place), !isPlaceActing || around.line == 0 { return -1 }
        var weight = Double(min(around.trade, 3)) - 1.5 * Double(min(around.elsewhere, 2))
        // Names of others begin so too.
        if traits.contains(.alone), around.line == 0 { weight -= 1 }
        if around.hasAmount { weight += 0.5 }
        weight += around.line == 0 ? 0 : around.line == 1 ? 2 : 3
        return weight + place + self.own
    }

    /// Where capitals tell nothing, a word that means nothing else behind a verb or a preposition, with no name behind
    /// it: "WAITS ON ACME".
    private var isObject: Bool {
        guard classes(core.lowerBound).isDisjoint(with: [.ordinary, .firstName, .place]), let previous,
            !classes(previous).isDisjoint(with: [.function, .verb])
                || !lexicon.talk(of: tokens[previous].word).isDisjoint(with: [.act, .does])
        else { return false }
        guard let next else { return true }
        return !classes(next).isDisjoint(with: [.function, .companyContext, .connector])
    }

    /// Of a town or a country only where no noun follows that it may describe: "Alaska trims flights".
    private var isPlaceActing: Bool {
        if let previous, classes(previous).contains(.function), !classes(previous).contains(.connector), !opensClause,
            text.key(of: previous..<previous + 1) != "and"
        {
            return false
        }
        guard opensClause || previous != nil else { return false }
        if tokens[range.upperBound - 1].isPossessive { return opensClause }
        guard let next else { return opensClause ? isExplained : true }
        return !lexicon.talk(of: tokens[next].word).isDisjoint(with: [.act, .does])
            || ["will", "has", "and"].contains(text.key(of: next..<next + 1))
    }

    /// What kind of word it is.
    private var own: Double {
        let classes = classes(core.lowerBound)
        var weight = 0.0
        if classes.isEmpty, traits.isDisjoint(with: [.acronym, .initials]),
            !lexicon.talk(of: tokens[core.lowerBound].word).contains(.twofold)
        {
            weight += tokens[core.upperBound - 1].isPossessive ? 1.5 : 1
        }
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
                // "to buy Target"
                if lexicon.nameWord(tokens[previous].word).contains(.dealing) { weight += 1.5 }
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
            // "Huntington's disease"
            if Self.discovered.contains(text.key(of: after..<after + 1)) { return weight - 3 }
            // "Acme's Harlow raises fees": what it owns does what companies do.
            if opensClause, isInside(after + 1), lexicon.talk(of: tokens[after + 1].word).contains(.act) {
                return weight + 2
            }
            return tokens[after].casing == .lower || areCapitalsFree || classes(after).contains(.place)
                ? weight + 1.5 : weight
        }
        guard let next else { return weight + (isExplained ? 3 : 0) }
        // "Acme shortens its name": people and towns have theirs.
        let isDoing =
            isInside(next + 1) && tokens[next + 1].word == lexicon.its && opensClause && tokens[next].casing != .none
            && text.key(of: next..<next + 1).hasSuffix("s")
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
            // In a title, "Roe Joins Forces" tells no person from a company.
            if areCapitalsFree, key == "joins" { return weight }
            weight += talk.contains(.act) ? 2 : 1
            // "Casey's buys": what is somebody's does nothing, so it is a name.
            if traits.contains(.possessive) { weight += 2 }
            guard isInside(next + 1) else { return weight }
            // "sells its mills": people have theirs, "agrees to merge" what companies do.
            let object = text.key(of: next + 1..<next + 2)
            let isOwn = (next + 1..<next + 5).contains { isInside($0) && text.key(of: $0..<$0 + 1) == "its" }
            if isOwn { return weight + 1 }
            let isDeed = object == "to" && isInside(next + 2) && classes(next + 2).contains(.deed)
            if isDeed { return weight + 1 }
            // "books $775 million"
            return tokens[next + 1].traits.contains(.currency) ? weight + 0.5 : weight
        }
        if isDoing { return weight + 2 }
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
        case "of", "the", "a", "an", "your", "his", "her", "their", "our", "my", "up", "down", "out": return weight - 2
        case "and", "or", "s": return weight
        default: break
        }
        if !classes(next).isDisjoint(with: [.function, .numeral]) || tokens[next].casing == .none { return weight }
        if talk.contains(.trade), talk.isDisjoint(with: .elsewhere) {
            return weight + (opensClause ? (classes(core.lowerBound).contains(.ordinary) ? -1 : 0) : 0.5)
        }
        // "Snap decision", "Zoom lens": the first half of a thing.
        if classes(next).contains(.verb), talk.isDisjoint(with: .elsewhere) { return weight }
        let isNamesake = !classes(core.lowerBound).isDisjoint(with: [.namesake, .place, .firstName])
        return weight - (opensClause || isNamesake ? 3 : 1.5)
    }

    /// Called by those who found them.
    private static let discovered: Set<String> = [
        "disease", "syndrome", "law", "theorem", "comet", "palsy", "lymphoma",
    ]

    /// Begin sentences of all kinds.
    private static let praise: Set<String> = ["best", "better", "good", "great", "new", "more"]

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
}
