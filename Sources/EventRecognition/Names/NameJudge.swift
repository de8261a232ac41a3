import TriggerModel

/// Says how sure it is that a place in a text means the company whose name stands there.
///
/// What counts, in this order: a symbol or a legal form beside it; whether the words are part of a longer name (then
/// another company, person or thing is meant); how distinctive the name is; and, for ordinary words, surnames and
/// towns, whether the words beside it are those of a company. From 0.5 on the place counts as the company.
struct NameJudge {
    /// Whose words these are: kept instead of them, because every field has a judge.
    private let finder: MentionFinder
    let text: FieldText
    var lexicon: Lexicon { finder.lexicon }
    /// The name with the legal form after it.
    private(set) var range = 0..<0
    /// The name as it stands in the trie.
    private(set) var core = 0..<0
    private(set) var traits: CompanyNames.FormTraits = []

    /// Lines of business that the company's names tell, as `WordTalk.lines`.
    private(set) var lines: UInt64 = 0
    /// What was found out of this place, since most places are judged without it.
    private let found = Found()

    private final class Found {
        var about: NameJudge.Around?
        var talk: Double?
        var isOther = false
    }

    /// What the words around talk of; nothing for names of more words than any doubt is about.
    var about: Around {
        if let about = found.about { return about }
        let about = core.count <= 3 ? around(lines) : Around()
        found.about = about
        return about
    }

    /// The weight of what speaks for a company.
    var talk: Double {
        if let talk = found.talk { return talk }
        let talk = weight()
        found.talk = talk
        return talk
    }

    private(set) var sentence: Sentence?
    /// Capitals tell nothing: a headline of capitals, or a text of them.
    private(set) var areCapitalsFree = false
    private(set) var isAllUpper = false

    init(finder: MentionFinder, text: FieldText) {
        self.finder = finder
        self.text = text
    }

    /// Looks at another place of the text; all answers are about it from now on.
    ///
    /// - Parameter lines: of business that the company's names tell, as `WordTalk.lines`.
    mutating func turn(to range: Range<Int>, core: Range<Int>, traits: CompanyNames.FormTraits, lines: UInt64) {
        self.range = range
        self.core = core
        self.traits = traits
        if sentence?.tokens.contains(range.lowerBound) != true {
            sentence = text.sentence(at: range.lowerBound).map { text.sentences[$0] }
            isAllUpper = sentence?.isUpper ?? false
            areCapitalsFree = isAllUpper || (sentence?.isTitleCase ?? false)
        }
        self.lines = lines
        found.about = nil
        found.talk = nil
        found.isOther = false
    }

    /// nil where the words are certainly something else.
    func certainty() -> (Double, String)? {
        let hasSuffix = range.upperBound > core.upperBound || traits.contains(.legal)
        if !isCapital, !isSmallBrand, !isWrittenSmall {
            // Small letters: only a name of several words that can mean nothing else.
            if !traits.isDisjoint(with: [.ordinary, .acronym, .common]) { return nil }
            // Where nothing at all has a capital, the writer uses none.
            let isPlainWriter = sentence.map { !$0.tokens.contains { tokens[$0].isNameLike } } ?? false
            if isPlainWriter, isSmallSubject { return (0.55, "lower case, before what companies do") }
            return traits.contains(.single) || !isPlainWriter ? (0.4, "lower case") : (0.55, "lower case")
        }
        if traits.contains(.possessive), !tokens[core.upperBound - 1].isPossessive {
            return (0.4, "written without its apostrophe")
        }
        if hasSuffix {
            if traits.isSuperset(of: [.brief, .ordinary]) { return (0.4, "a word with a legal form of its own") }
            // "Lantern Meadow Corp", where the account is Lantern Meadow Old Mill Shops.
            if traits.contains(.pair) { return (0.4, "another company's full name") }
            if isForeignForm { return (0.4, "a legal form of another country") }
            if isOfPlace { return (0.4, "the one of another place") }
            // Three letters may begin the names of several companies.
            if traits.isSuperset(of: [.brief, .acronym]), !traits.contains(.legal), isThreeLetters {
                return (0.6, "short form with a legal form")
            }
            return withSuffix()
        }
        if Ticker.opens(at: range.upperBound, tokens, lexicon) {
            return isPlain && isNameBefore(exceptFirst: false)
                ? (0.4, "end of a longer name") : (0.98, "ticker beside it")
        }
        if isMonth { return other("a month") }
        if isLikeness { return other("a likeness") }
        if isCounted { return other("one of many that are counted") }
        if traits.contains(.possessive) {
            if isBeforeKin || isOfSomebodyElse { return (0.4, "a person's") }
            // "Lowe's to open": the shop; "Lowe's return": a person's.
            if traits.isSuperset(of: [.brief, .ordinary]) {
                return isActing || isShop || talk >= Self.enoughTalk
                    ? (0.6, "short form before what companies do") : (0.3, "name that others bear")
            }
            return distinctive()
        }
        if isTown { return other("a town before its state") }
        if isOfPlace || isBusinessOfPlace { return other("the one of another place") }
        if isAsked { return other("a question") }
        if isBehindParticle { return other("behind a particle of a person's name") }
        if isOfficeHolder { return other("behind a person's office") }
        if traits.contains(.single), isPlaceOfPremises { return other("where something stands") }
        if isSomebodyElse { return other("somebody else of the name") }
        if isElsewhere { return (0.35, "talk of something else") }
        if traits.contains(.brief), isJoinedToAnother { return (0.4, "first of two names joined") }
        if let doubt = shortName() { return doubt }
        if traits.contains(.ordinary) { return ordinary() }
        if continues { return (0.35, "part of a longer name") }
        if isSurname {
            return isFounderName ? (0.55, "a founder's name before what companies do") : (0.3, "a person's surname")
        }
        if isPartOfAnother { return (0.4, "part of another company's full name") }
        if traits.contains(.single), isPutInOffice { return (0.4, "a person in a new office") }
        return distinctive()
    }

    /// "Trust for Growing Towns Fund", "Snap-to": a small word that a name holds.
    private func isInnerFunction(_ index: Int) -> Bool {
        index > core.lowerBound && classes(index).contains(.function)
            && (core.count > 3 || tokens[index].breaks == .hyphen)
    }

    /// Written as names are; so are numbers and signs alone.
    private var isCapital: Bool {
        var (hasWord, hasCapital) = (false, false)
        for index in core where tokens[index].casing != .none {
            hasWord = true
            if tokens[index].isNameLike {
                hasCapital = true
            } else if !tokens[index].isAfterDot, classes(index).isDisjoint(with: [.connector, .legal]),
                !isInnerFunction(index)
            {
                return false
            }
        }
        return hasCapital || !hasWord
    }

    /// Whether `certainty` found that the place is something else for certain.
    var isFoundOther: Bool { found.isOther }

    /// Something else for certain: no talk, and no company beside it, makes one of it.
    private func other(_ basis: String) -> (Double, String)? {
        found.talk = -1
        found.isOther = true
        return (0.4, basis)
    }

    /// "HOUSTON, Nov. 5": not as NOV writes itself.
    private var isMonth: Bool {
        core.count == 1 && classes(core.lowerBound).contains(.month) && tokens[core.lowerBound].casing == .capitalised
            && isInside(range.upperBound) && tokens[range.upperBound].traits.contains(.digitFirst)
    }

    /// "Lowe's to support", "Lowe's CEO says": what is somebody's stands before a thing of his.
    private var isShop: Bool {
        guard !isPublicLife, about.elsewhere == 0, !isNameBefore(exceptFirst: false) else { return false }
        guard let next else { return true }
        if classes(next).contains(.title) { return true }
        let small: WordClass = areCapitalsFree ? .function : [.function, .verb]
        return !classes(next).isDisjoint(with: small) && classes(next).isDisjoint(with: [.place, .weekday])
    }

    /// "acme plans a second round of layoffs": at the head, in talk of business, before what companies do.
    private var isSmallSubject: Bool {
        guard opensClause, let next, !lexicon.talk(of: tokens[next].word).isDisjoint(with: [.act, .does]) else {
            return false
        }
        return about.trade + about.line > 0 && talk >= Self.enoughTalk
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
        // "Beacon Power Corp" is not "Power Corp", nor "Abbey Community Bancorp Inc" Community Bancorp.
        guard ownWords <= 1 || isAllPlain, isNameBefore(exceptFirst: false) || (isPlain && isWordBefore) else {
            return (0.98, "full name")
        }
        return isAllPlain ? (0.4, "end of a longer name") : (0.45, "full name after another capitalised word")
    }

    private var ownWords: Int { core.count { !classes($0).contains(.legal) } }

    /// One word that may be anything.
    var isPlain: Bool { ownWords <= 1 && isAllPlain }

    /// Only words that may be anything.
    private var isAllPlain: Bool {
        core.allSatisfy { !classes($0).isDisjoint(with: Self.plain) || classes($0).contains(.legal) }
    }

    /// Names of at most four letters must be written in capitals, and in running text something must support them.
    private func shortName() -> (Double, String)? {
        if traits.contains(.initials) { return initials() }
        guard traits.contains(.acronym), traits.contains(.single), !traits.contains(.ordinary) else { return nil }
        let token = tokens[core.lowerBound]
        let length = token.end - token.start
        if traits.contains(.brief), token.casing != .upper, token.breaks != [] {
            return token.isPossessive && length >= 4
                ? (0.6, "short name as an owner") : (0.3, "short name beside a mark")
        }
        if isWrittenAsGiven {
            return talk >= Self.enoughTalk
                ? (0.6, "written as its owner writes it") : (0.3, "short name not in capitals")
        }
        if traits.contains(.brief), length < 4, token.casing != .upper { return (0.3, "short name not in capitals") }
        if token.casing == .upper, isAllUpper {
            // "ACME TAPS AN OUTSIDER": four letters that are nothing else.
            return length == 4 && !traits.contains(.brief) && opensClause && isBeforeAct
                ? (0.6, "short name before what companies do") : (0.4, "short name in a text of capitals")
        }
        if token.casing == .capitalised, length < 4 { return (0.3, "short name not in capitals") }
        if token.casing == .mixed, traits.contains(.brief) { return (0.3, "short name not in capitals") }
        if token.breaks.contains(.hyphen) { return (0.4, "short name after a hyphen") }
        guard token.casing == .upper else { return nil }
        if isBeforeNature { return (0.4, "short name before an everyday word") }
        // "PCI DSS", "CTS Engines": part of another name.
        if let previous, tokens[previous].casing == .upper, tokens[previous].end - tokens[previous].start > 1,
            !isAllUpper
        {
            return (0.4, "short name after another")
        }
        let isHead = !traits.contains(.brief) || traits.contains(.head)
        if isNameAfter, !isAllUpper, !(isHead && areCapitalsFree && length <= 3 && isObjectOrSubject) {
            return (0.45, "short name beside another capitalised word")
        }
        // One symbol in a list of them is anybody's.
        if traits.contains(.brief), token.breaks.contains(.comma) { return (0.4, "short form in a list") }
        // "all over TJX": three letters that mean nothing else, alone in a sentence of small ones.
        if traits.contains(.head), length == 3, classes(core.lowerBound).isEmpty, !areCapitalsFree, !isNameAfter,
            let previous, tokens[previous].casing == .lower, about.elsewhere == 0
        {
            return (0.55, "short form in capitals")
        }
        if traits.contains(.brief), !opensClause, !isTakenBy, !isCompany(personal: true),
            !(traits.contains(.head) && areCapitalsFree && isObjectOrSubject)
        {
            return talk >= Self.enoughTalk ? (0.6, "short form in talk of business") : (0.45, "short form")
        }
        guard length <= 3 else { return nil }
        if isAfterArticle, !isBeforeNoun { return (0.45, "short name behind an article") }
        if isCompany(personal: true) { return (0.95, "short name before a company's word") }
        if text.field != .title { return (0.45, "short name") }
        if !areCapitalsFree, isNameAfter || isNameBefore(exceptFirst: true) {
            return (0.45, "short name beside another capitalised word")
        }
        return (0.75, "short name")
    }

    /// First letters mean the company at the head of a clause, as an owner or before what companies do.
    private func initials() -> (Double, String)? {
        let token = tokens[core.lowerBound]
        if token.casing != .upper && core.count == 1 {
            let isWord = isWrittenAsGiven || (token.casing == .capitalised && token.end - token.start == 4)
            return isWord && talk >= Self.enoughTalk && !isNameAfter
                ? (0.6, "first word in talk of business") : (0.3, "initials not in capitals")
        }
        if isBeforeOwnBusiness { return (0.4, "another business") }
        if isAllUpper || token.breaks.contains(.hyphen) || token.breaks.contains(.opening) {
            return (0.4, "initials in a text of capitals or in brackets")
        }
        if isBeforeNature || isNameBefore(exceptFirst: false) || (isNameAfter && !areCapitalsFree) {
            return (0.4, "initials beside another word")
        }
        guard opensClause else {
            if talk >= Self.enoughTalk, !areCapitalsFree { return (0.6, "initials in talk of business") }
            return isDescribed && core.count > 1 ? (0.75, "initials") : (0.4, "initials")
        }
        if tokens[core.upperBound - 1].isPossessive { return (0.75, "initials as an owner") }
        guard let next else { return (0.4, "initials") }
        let after = text.key(of: next..<next + 1)
        let isVerb =
            classes(next).contains(.verb) || isBeforeVerb || isCompany(personal: true)
            || (after == "to" && isInside(next + 1) && tokens[next + 1].casing == .lower)
        return isVerb ? (0.75, "initials before a company's word") : (0.4, "initials")
    }

    /// Where capitals tell nothing: at the head of a clause or behind a preposition, and no other company's name begins here.
    private var isObjectOrSubject: Bool {
        guard !isPartOfAnother, !isBusinessAfter else { return false }
        guard !opensClause else { return true }
        return previous.map { classes($0).contains(.function) } ?? false
    }

    /// Three letters with a small one among them, or four with a capital among them, as the name was given: "Xyl", "XyLo".
    private var isWrittenAsGiven: Bool {
        switch tokens[core.lowerBound].casing {
        case .capitalised:
            traits.contains(.capitalised) && !traits.contains(.brief) && core.count == 1
                && tokens[core.lowerBound].end - tokens[core.lowerBound].start < 4
        case .mixed: traits.contains(.mixed) && traits.contains(.brief) && core.count == 1
        default: false
        }
    }

    private var isThreeLetters: Bool { tokens[core.lowerBound].end - tokens[core.lowerBound].start <= 3 }

    /// A word that is also an ordinary word, a surname or a town.
    private func ordinary() -> (Double, String)? {
        if classes(core.lowerBound).contains(.exchange),
            Ticker.symbol(after: core.lowerBound, tokens, lexicon) != nil
        {
            return nil
        }
        if isOwned { return (0.35, "a thing that somebody owns") }
        if isFormerOf { return (0.6, "somebody used to work there") }
        if tokens[core.lowerBound].casing == .mixed, core.count == 1, !traits.contains(.namesake), !isNameAfter {
            return (0.6, "written as a name")
        }
        if isDealtWith, talk >= Self.enoughTalk { return (0.6, "what a deal is about") }
        if continues || isSurname || isNameBefore(exceptFirst: true) { return nil }
        if isBehindAdjective, classes(core.lowerBound).contains(.brand) {
            return (0.35, "behind another word of its name")
        }
        if isBrandAlone { return (0.6, "brand by itself") }
        if isNameAfter {
            // Kept for what it says about the item: another company begins so.
            return traits.contains(.brief) && isBusinessAfter ? (0.2, "another business") : nil
        }
        if traits.contains(.brief) {
            // Kept though it says nothing by itself: other parts of the item may name the company in full.
            // "China shares fall": those of its companies.
            let isNation = classes(core.lowerBound).contains(.place)
            if isBeforeShares, !isNation, !areCapitalsFree, !isAfterArticle {
                return (0.55, "short form before a company's word")
            }
            if isActing { return (0.55, "short form before what companies do") }
            return isTalkedOf ? (0.6, "short form in talk of business") : (0.2, "ordinary word")
        }
        if talk >= Self.enoughTalk { return (0.6, "in talk of business") }
        let isNamesake = traits.contains(.namesake)
        if isNamesake, isPublicLife { return (0.35, "a person or place of public life") }
        let isShown = isCompany(personal: !isNamesake) || isBeforeShares
        if core.allSatisfy({ !classes($0).isDisjoint(with: [.unit, .generic, .organisation, .function]) }) {
            return (0.4, "a word of any company")
        }
        let isFirst = sentence?.tokens.lowerBound == range.lowerBound
        if isNamesake, opensClause, appointsSomebody { return (0.6, "names somebody to an office") }
        if areCapitalsFree {
            if isShown, opensClause || isDescribed || (!isNamesake && isBeforeNoun) {
                return (0.55, "ordinary word before a company's word")
            }
            return (0.3, "ordinary word")
        }
        if isFirst {
            if isShown || (isBeforeVerb && talksOfCompanies) { return (0.6, "ordinary word before a company's word") }
            return (0.3, "ordinary word")
        }
        if isShown { return (0.75, "capitalised ordinary word") }
        if isNamesake { return (0.35, "name that others bear") }
        let isQuoted = tokens[range.lowerBound].breaks.contains(.quote)
        let isNumbered = isInside(range.upperBound) && tokens[range.upperBound].traits.contains(.digitFirst)
        if isAfterArticle || isQuoted || isNumbered || opensClause { return (0.3, "ordinary word") }
        if isBeforeNature { return (0.35, "before an everyday word") }
        if isBehindOf, talk < Self.enoughTalk { return (0.4, "part of a longer name") }
        // A capital inside a sentence of small letters is a name, though perhaps another's.
        return text.field == .title || talksOfCompanies
            ? (0.55, "capitalised ordinary word") : (0.45, "capitalised ordinary word")
    }

    private var opensClauseBeforeVerb: Bool {
        guard opensClause, let next else { return false }
        return classes(next).contains(.verb) || !lexicon.talk(of: tokens[next].word).isDisjoint(with: [.act, .does])
    }

    var opensClause: Bool {
        sentence?.tokens.lowerBound == range.lowerBound || !tokens[range.lowerBound].breaks.isDisjoint(with: .clause)
    }

    /// "Joins ACM as": a verb of people moving before it.
    private var isTakenBy: Bool {
        guard let previous else { return false }
        return !classes(previous).isDisjoint(with: [.verb, .otherParty])
    }

    /// A name that means nothing else.
    private func distinctive() -> (Double, String)? {
        // "Go-Green.ae", "Prog-with": the name is a piece of a longer word.
        if traits.contains(.brief), isInside(range.upperBound),
            tokens[range.upperBound].isAfterDot || tokens[range.upperBound].breaks == .hyphen
        {
            return (0.4, "piece of a longer word")
        }
        if traits.contains(.single),
            traits.contains(.brief) || lexicon.talk(of: tokens[core.lowerBound].word).contains(.twofold),
            isBehindWhere || isPlaceOfThing
        {
            return (0.4, "a place")
        }
        if traits.contains(.single), isBeforeNature { return (0.4, "before an everyday word") }
        // "Harlow-Acme deal"
        if tokens[range.lowerBound].breaks == .hyphen, isDealNext { return (0.75, "one of two of a deal") }
        let before = isNameBefore(exceptFirst: true)
        let beside = before || isNameAfter
        if traits.contains(.common) {
            if traits.contains(.brief), core.count == 2,
                isAfterSmallArticle || isNameBefore(exceptFirst: areCapitalsFree ? false : true)
                    || !(isCompany(personal: true) || isBeforeVerb || opensClauseBeforeVerb
                        || (!areCapitalsFree && !isNameAfter) || talk >= Self.enoughTalk)
            {
                return (0.4, "common words")
            }
            if before || isBusinessAfter { return (0.45, "common words inside a longer name") }
            // "Lantern Meadow Of The Year"
            if areCapitalsFree, let next, text.key(of: next..<next + 1) == "of" { return (0.4, "common words") }
            // "US Steel Prices Rise": a country and what it trades in.
            if areCapitalsFree, classes(core.lowerBound).contains(.place), isGeneric, isBeforeTrade {
                return (0.45, "words of any company")
            }
            let isTime = core.contains { classes($0).contains(.weekday) && !classes($0).contains(.ordinary) }
            if isTime, !opensClause { return (0.4, "a time") }
            // "the General Group", "New Gold mine": only words of any company.
            if isGeneric, isNameAfter || isAfterArticle || isNameBefore(exceptFirst: false) {
                return (0.45, "words of any company")
            }
            if isNameAfter { return areCapitalsFree ? (0.6, "common words") : (0.45, "common words") }
            return areCapitalsFree ? (0.7, "common words") : (0.85, "common words")
        }
        // "Acme Capital Partners" is not Acme Capital; "Acme Foods Europe" is.
        if isBusinessAfter, core.count > 1, !classes(core.upperBound - 1).isDisjoint(with: [.generic, .organisation]) {
            return (0.45, "part of a longer name")
        }
        let length = tokens[core.lowerBound].end - tokens[core.lowerBound].start
        // "AFTER MALIBU BUY": a town as well, where capitals tell nothing.
        if isAllUpper, !opensClause, traits.isSuperset(of: [.brief, .single]), talk < Self.enoughTalk,
            lexicon.talk(of: tokens[core.lowerBound].word).contains(.twofold)
        {
            return (0.4, "a place")
        }
        if traits.contains(.brief) {
            // "Malaysia's Digi": a short name that others have elsewhere.
            if length <= 4, let before = range.lowerBound > 0 ? range.lowerBound - 1 : nil,
                classes(before).contains(.place), tokens[before].isPossessive
            {
                return (0.45, "short name of another country")
            }
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
        if traits.contains(.single), isUnknownBefore { return (0.45, "after a word that may begin its name") }
        if traits.contains(.single), beside, !areCapitalsFree {
            return before || length < 5
                ? (0.45, "beside another capitalised word") : (0.75, "before another capitalised word")
        }
        return (0.95, "name")
    }
}
