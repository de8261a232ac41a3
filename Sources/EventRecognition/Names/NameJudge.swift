import TriggerModel

/// Says how sure it is that a place in a text means the company whose name stands there.
///
/// What counts, in this order: a symbol or a legal form beside it; whether the words are part of a longer name (then
/// another company, person or thing is meant); how distinctive the name is; and, for ordinary words, surnames and
/// towns, whether the words beside it are those of a company. From 0.5 on the place counts as the company.
struct NameJudge {
    let lexicon: Lexicon
    let text: FieldText
    /// The name with the legal form after it.
    let range: Range<Int>
    /// The name as it stands in the trie.
    let core: Range<Int>
    let traits: CompanyNames.FormTraits

    private let sentence: Sentence?
    /// Capitals tell nothing: a headline of capitals, or a text of them.
    private let areCapitalsFree: Bool
    private let isAllUpper: Bool

    init(lexicon: Lexicon, text: FieldText, range: Range<Int>, core: Range<Int>, traits: CompanyNames.FormTraits) {
        self.lexicon = lexicon
        self.text = text
        self.range = range
        self.core = core
        self.traits = traits
        sentence = text.sentence(at: range.lowerBound).map { text.sentences[$0] }
        isAllUpper = sentence.map { Self.isUpper($0, text.tokens) } ?? false
        areCapitalsFree = isAllUpper || (sentence?.isTitleCase ?? false)
    }

    /// nil where the words are certainly something else.
    func certainty() -> (Double, String)? {
        let hasSuffix = range.upperBound > core.upperBound || traits.contains(.legal)
        let words = core.filter { tokens[$0].casing != .none }
        let isCapital =
            words.contains { tokens[$0].isNameLike }
            && words.allSatisfy { tokens[$0].isNameLike || classes($0).contains(.connector) }
        if !words.isEmpty, !isCapital {
            // Small letters: only a name of several words that can mean nothing else.
            if !traits.isDisjoint(with: [.ordinary, .acronym, .common]) { return nil }
            // Where nothing at all has a capital, the writer uses none.
            let isPlainWriter = sentence.map { !$0.tokens.contains { tokens[$0].isNameLike } } ?? false
            return traits.contains(.single) || !isPlainWriter ? (0.4, "lower case") : (0.55, "lower case")
        }
        if traits.contains(.possessive), !tokens[core.upperBound - 1].isPossessive {
            return (0.4, "written without its apostrophe")
        }
        if hasSuffix { return withSuffix() }
        if Ticker.opens(at: range.upperBound, tokens, lexicon) {
            return isPlain && isNameBefore(exceptFirst: false)
                ? (0.4, "end of a longer name") : (0.98, "ticker beside it")
        }
        if traits.contains(.possessive) { return distinctive() }
        if let doubt = shortName() { return doubt }
        if traits.contains(.ordinary) { return ordinary() }
        if continues { return (0.35, "part of a longer name") }
        if isSurname { return (0.3, "a person's surname") }
        if isPartOfAnother { return (0.4, "part of another company's full name") }
        return distinctive()
    }

    /// True where the run of capitals goes on to a legal form that is not this name's: "Acme Exploration Ltd".
    var isPartOfAnother: Bool {
        guard range.upperBound == core.upperBound, !traits.contains(.legal) else { return false }
        var index = range.upperBound
        while isInside(index), index - range.upperBound < 4 {
            let breaks = tokens[index].breaks.intersection(.clause)
            let isLegal = classes(index).contains(.legal) && tokens[index].isNameLike
            guard breaks.isEmpty || (breaks == .comma && isLegal), tokens[index].isNameLike else { return false }
            if isLegal, classes(index).contains(.suffix) {
                return index > range.upperBound && text.key(of: index..<index + 1) != "company"
            }
            let stops: WordClass = [
                .function, .verb, .companyContext, .otherParty, .descriptor, .title, .role, .opener, .personal,
            ]
            let isNameWord = !classes(index).isDisjoint(with: [.generic, .organisation])
            if !isNameWord, !classes(index).isDisjoint(with: stops) { return false }
            if tokens[index].isPossessive { return false }
            index += 1
        }
        return false
    }

    // MARK: By kind of name

    private func withSuffix() -> (Double, String)? {
        // "Beacon Power Corp" is not "Power Corp".
        guard ownWords <= 1, isNameBefore(exceptFirst: false) else { return (0.98, "full name") }
        return isPlain ? (0.4, "end of a longer name") : (0.45, "full name after another capitalised word")
    }

    private var ownWords: Int { core.count { !classes($0).contains(.legal) } }

    /// One word that may be anything.
    var isPlain: Bool {
        ownWords <= 1
            && core.allSatisfy { !classes($0).isDisjoint(with: Self.plain) || classes($0).contains(.legal) }
    }

    /// Names of at most four letters must be written in capitals, and in running text something must support them.
    private func shortName() -> (Double, String)? {
        guard traits.contains(.acronym), traits.contains(.single), !traits.contains(.ordinary) else { return nil }
        let token = tokens[core.lowerBound]
        let length = token.end - token.start
        if token.casing == .upper, isAllUpper { return (0.4, "short name in a text of capitals") }
        if token.casing == .capitalised, length < 4 { return (0.3, "short name not in capitals") }
        if token.casing == .mixed, traits.contains(.brief) { return (0.3, "short name not in capitals") }
        if token.breaks.contains(.hyphen) { return (0.4, "short name after a hyphen") }
        guard token.casing == .upper, length <= 3 else { return nil }
        if isCompany(personal: true) { return (0.95, "short name before a company's word") }
        if text.field != .title { return (0.45, "short name") }
        if !areCapitalsFree, isNameAfter || isNameBefore(exceptFirst: true) {
            return (0.45, "short name beside another capitalised word")
        }
        return (0.75, "short name")
    }

    /// A word that is also an ordinary word, a surname or a town.
    private func ordinary() -> (Double, String)? {
        if continues || isSurname || isNameAfter || isNameBefore(exceptFirst: true) { return nil }
        let isNamesake = traits.contains(.namesake)
        let isShown = isCompany(personal: !isNamesake)
        if core.allSatisfy({ !classes($0).isDisjoint(with: [.unit, .generic, .organisation, .function]) }) {
            return (0.4, "a word of any company")
        }
        let isFirst = sentence?.tokens.lowerBound == range.lowerBound
        let opensClause = isFirst || !tokens[range.lowerBound].breaks.isDisjoint(with: .clause)
        if areCapitalsFree {
            if isShown, opensClause || isDescribed || (!isNamesake && isBeforeNoun) {
                return (0.55, "ordinary word before a company's word")
            }
            return (0.3, "ordinary word")
        }
        if isFirst { return isShown ? (0.6, "ordinary word before a company's word") : (0.3, "ordinary word") }
        if isShown { return (0.75, "capitalised ordinary word") }
        if isNamesake { return (0.35, "name that others bear") }
        let isQuoted = tokens[range.lowerBound].breaks.contains(.quote)
        let isNumbered = isInside(range.upperBound) && tokens[range.upperBound].traits.contains(.digitFirst)
        if isAfterArticle || isQuoted || isNumbered || opensClause { return (0.3, "ordinary word") }
        // A capital inside a sentence of small letters is a name, though perhaps another's.
        return text.field == .title ? (0.55, "capitalised ordinary word") : (0.45, "capitalised ordinary word")
    }

    /// A name that means nothing else.
    private func distinctive() -> (Double, String)? {
        let before = isNameBefore(exceptFirst: true)
        let beside = before || isNameAfter
        if traits.contains(.common) {
            if before || isBusinessAfter { return (0.45, "common words inside a longer name") }
            // "the General Group", "New Gold mine": only words of any company.
            if isGeneric, isNameAfter || isAfterArticle { return (0.45, "words of any company") }
            if isNameAfter { return areCapitalsFree ? (0.6, "common words") : (0.45, "common words") }
            return areCapitalsFree ? (0.7, "common words") : (0.85, "common words")
        }
        let length = tokens[core.lowerBound].end - tokens[core.lowerBound].start
        if traits.contains(.brief) {
            guard beside, !isAllUpper else { return (0.75, "short form") }
            // "Acme Energy" where the account is Acme Foods; a bank is often named by its holding's first word.
            if isBusinessAfter { return isBankAfter ? (0.6, "short form before \"bank\"") : (0.45, "another business") }
            // "Appoints Massimo Roe": a person.
            if areCapitalsFree, let previous, isNameAfter, traits.contains(.single), classes(previous).contains(.verb) {
                return (0.45, "may be a person")
            }
            if areCapitalsFree, length >= 6, !before { return (0.6, "short form beside another capitalised word") }
            if areCapitalsFree, !traits.contains(.single) { return (0.75, "short form") }
            return (0.45, "beginning of a longer name")
        }
        if traits.contains(.single), beside, !areCapitalsFree {
            return before || length < 5
                ? (0.45, "beside another capitalised word") : (0.75, "before another capitalised word")
        }
        return (0.95, "name")
    }

    // MARK: What stands beside it

    private var tokens: ContiguousArray<Token> { text.tokens }
    private func classes(_ index: Int) -> WordClass { lexicon.classes(of: tokens[index].word) }
    private func isInside(_ index: Int) -> Bool { sentence.map { index < $0.tokens.upperBound } ?? false }

    /// Words that may be anything: a name of them alone tells little.
    private static let plain: WordClass = [
        .ordinary, .namesake, .firstName, .place, .generic, .organisation, .function,
    ]

    /// The word after the name, where no mark and no possessive parts them.
    private var next: Int? {
        guard isInside(range.upperBound), tokens[range.upperBound].breaks.isDisjoint(with: .clause) else { return nil }
        return tokens[range.upperBound - 1].isPossessive && !traits.contains(.possessive) ? nil : range.upperBound
    }

    private var previous: Int? {
        guard let sentence, range.lowerBound > sentence.tokens.lowerBound,
            tokens[range.lowerBound].breaks.isDisjoint(with: .clause)
        else { return nil }
        return range.lowerBound - 1
    }

    /// "Acme Stadium".
    private var continues: Bool {
        guard let next else { return false }
        return tokens[next].isNameLike && classes(next).contains(.continuation)
    }

    /// "John Acme", "J. Acme".
    private var isSurname: Bool {
        guard let previous, tokens[previous].isNameLike, !tokens[previous].isPossessive else { return false }
        let isInitial = tokens[previous].casing == .upper && tokens[previous].end - tokens[previous].start == 1
        return isInitial || !classes(previous).isDisjoint(with: [.firstName, .honorific])
    }

    /// A capitalised word follows that may belong to a longer name.
    private var isNameAfter: Bool {
        guard let next, tokens[next].isNameLike else { return false }
        let classes = classes(next)
        if classes.contains(.legal) { return false }
        // "Partners" is a verb and a word of names; of a name it is part.
        if !classes.isDisjoint(with: [.generic, .organisation]), classes.isDisjoint(with: [.otherParty, .title]) {
            return classes.isDisjoint(with: .companyContext)
        }
        return classes.isDisjoint(with: [
            .function, .verb, .companyContext, .title, .position, .opener, .otherParty, .role, .deed,
        ])
    }

    private var isGeneric: Bool {
        core.allSatisfy { !classes($0).isDisjoint(with: [.generic, .function, .connector, .place]) }
    }

    /// "the Target".
    private var isAfterArticle: Bool {
        guard let previous else { return false }
        switch text.key(of: previous..<previous + 1) {
        case "the", "a", "an", "this", "our", "their", "its": return true
        default: return false
        }
    }

    /// A company's noun follows: revenue, shares, stores.
    private var isBeforeNoun: Bool {
        guard let next else { return false }
        return classes(next).contains(.companyContext) && classes(next).isDisjoint(with: [.verb, .personal])
    }

    /// A word for a business follows: "Acme Energy".
    private var isBusinessAfter: Bool {
        guard isNameAfter, let next else { return false }
        return !classes(next).isDisjoint(with: [.generic, .organisation])
    }

    private var isBankAfter: Bool { next.map { text.key(of: $0..<$0 + 1) == "bank" } ?? false }

    private func isNameBefore(exceptFirst: Bool) -> Bool {
        guard let previous, let sentence, tokens[previous].isNameLike, !tokens[previous].isPossessive else {
            return false
        }
        let classes = classes(previous)
        if previous == sentence.tokens.lowerBound, exceptFirst, classes.contains(.ordinary),
            classes.isDisjoint(with: .namesake)
        {
            return false
        }
        return classes.isDisjoint(with: [
            .function, .verb, .companyContext, .title, .role, .month, .weekday, .descriptor, .otherParty, .opener,
            .exchange, .connector, .deed,
        ])
    }

    /// "retailer Target", "shares of Target".
    private var isDescribed: Bool {
        guard let previous, let sentence else { return false }
        if !classes(previous).isDisjoint(with: [.descriptor, .otherParty]), !tokens[previous].isPossessive {
            return true
        }
        let word = text.key(of: previous..<previous + 1)
        guard word == "of" || word == "at" || word == "in" || word == "by", previous > sentence.tokens.lowerBound else {
            return false
        }
        let head = classes(previous - 1)
        return head.contains(.companyContext) && (word == "of" || head.isDisjoint(with: .verb))
    }

    /// Words of a company stand beside it. `personal`: also those that people share.
    private func isCompany(personal: Bool) -> Bool {
        if isDescribed { return true }
        let after = range.upperBound
        guard isInside(after), tokens[after].breaks.isDisjoint(with: .clause) else { return false }
        let classes = classes(after)
        if classes.contains(.companyContext), personal || classes.isDisjoint(with: .personal) { return true }
        // "Target to close", "Target will buy".
        let word = text.key(of: after..<after + 1)
        guard word == "to" || word == "will", isInside(after + 1) else { return false }
        return self.classes(after + 1).contains(.deed) && (personal || word == "to")
    }

    private static func isUpper(_ sentence: Sentence, _ tokens: ContiguousArray<Token>) -> Bool {
        var (upper, other) = (0, 0)
        for index in sentence.tokens
        where tokens[index].casing != .none && tokens[index].end - tokens[index].start > 1 {
            if tokens[index].casing == .upper { upper += 1 } else { other += 1 }
        }
        return upper > 2 && upper > other * 4
    }
}
