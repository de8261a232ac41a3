import TriggerModel

/// How sure each kind of name is: with its legal form, of few letters, an everyday word, one that means nothing else.
extension NameJudge {
    /// A name with its legal form.
    func withSuffix() -> (Double, String)? {
        if isKindOfCompany { return (0.45, "a kind of company") }
        // "Beacon Power Corp" is not "Power Corp", nor "Abbey Community Bancorp Inc" Community Bancorp.
        guard ownWords <= 1 || isAllPlain, isNameBefore(exceptFirst: false) || (isPlain && isWordBefore) else {
            return (0.98, "full name")
        }
        return isAllPlain ? (0.4, "end of a longer name") : (0.45, "full name after another capitalised word")
    }

    /// "Shell Company Owner", "Target Corporation Tax": where capitals tell nothing, a kind of company.
    private var isKindOfCompany: Bool {
        guard areCapitalsFree, !isAllUpper,
            core.count == 1 || traits.contains(.legal) || traits.isSuperset(of: [.brief, .common]),
            ownWords <= 1 || traits.contains(.brief), isAllPlain,
            ["company", "corporation", "limited"].contains(text.key(of: range.upperBound - 1..<range.upperBound)),
            let next, tokens[next].isNameLike
        else { return false }
        return classes(next).isDisjoint(with: [.verb, .function, .deed])
            && lexicon.talk(of: tokens[next].word).isDisjoint(with: [.act, .does])
    }

    /// "Harlow Capital Reveals", "Harlow Ventures, ": in title case, one word and the kind of a firm that acts by that
    /// name; "Harlow Capital Spending Rises" and "Harlow Partners With" are the company's.
    private var isFirmAfter: Bool {
        guard areCapitalsFree, traits.contains(.single), let next, tokens[next].isNameLike,
            Self.firms.contains(text.key(of: next..<next + 1))
        else { return false }
        guard isInside(next + 1), tokens[next + 1].breaks.isDisjoint(with: .clause) else { return true }
        let talk = lexicon.talk(of: tokens[next + 1].word)
        return tokens[next].isPossessive || text.key(of: next + 1..<next + 2) == "to"
            || !talk.isDisjoint(with: [.act, .does])
    }

    /// "CVN Engines Hires", where the account is CVN: several do not hire*s*, so the whole is a name.
    private var isFirmActing: Bool {
        guard areCapitalsFree, !isAllUpper, opensClause, let next, isInside(next + 1),
            tokens[next + 1].breaks.isDisjoint(with: .clause)
        else { return false }
        let (noun, verb) = (text.key(of: next..<next + 1), text.key(of: next + 1..<next + 2))
        func isPlural(_ word: String) -> Bool { word.hasSuffix("s") && !word.hasSuffix("ss") }
        return isPlural(noun) && isPlural(verb) && !tokens[next].isPossessive
            && lexicon.talk(of: tokens[next].word).isDisjoint(with: [.act, .does])
            && lexicon.talk(of: tokens[next + 1].word).contains(.act)
    }

    /// "Genova Harlow (GNV)": a symbol in brackets behind it; its own is found before anything is judged.
    private var isBeforeSymbol: Bool { Ticker.isBare(at: range.upperBound, tokens) }

    private static let firms: Set<String> = [
        "capital", "partners", "ventures", "advisors", "advisers", "realty", "equity",
    ]

    /// "Southern company of dancers": a small word behind one that may be anything is no legal form.
    var isSmallForm: Bool {
        let form = range.upperBound - 1
        guard isPlain, range.count == 2, tokens[form].casing == .lower, tokens[core.lowerBound].isNameLike else {
            return false
        }
        return ["company", "corporation", "limited"].contains(text.key(of: form..<form + 1))
    }

    /// "Corvane's Bright Meadow plan", "Brazil's Amazon": words of another meaning behind somebody who has what they name.
    var isThingOfAnother: Bool {
        guard let previous, tokens[previous].isPossessive, tokens[previous].isNameLike, !areCapitalsFree else {
            return false
        }
        if classes(previous).contains(.place) { return core.count == 1 && classes(core.lowerBound).contains(.brand) }
        guard traits.contains(.common) || traits.isSuperset(of: [.brief, .single]), let next else { return false }
        return tokens[next].casing == .lower && classes(next).isDisjoint(with: [.verb, .function, .companyContext])
            && lexicon.talk(of: tokens[next].word).isDisjoint(with: [.act, .does])
    }

    private var ownWords: Int { core.count { !classes($0).contains(.legal) } }

    /// One word that may be anything.
    var isPlain: Bool { ownWords <= 1 && isAllPlain }

    /// Only words that may be anything.
    private var isAllPlain: Bool {
        core.allSatisfy { !classes($0).isDisjoint(with: Self.plain) || classes($0).contains(.legal) }
    }

    /// Names of at most four letters must be written in capitals, and in running text something must support them.
    func shortName() -> (Double, String)? {
        if traits.contains(.initials) { return initials() }
        guard traits.contains(.acronym), traits.contains(.single), !traits.contains(.ordinary) else { return nil }
        let token = tokens[core.lowerBound]
        let length = token.length
        if traits.contains(.brief), token.casing != .upper, token.breaks != [] {
            return token.isPossessive && length >= 4
                ? (0.6, "short name as an owner") : (0.3, "short name beside a mark")
        }
        if isWrittenAsGiven {
            return talk >= enoughTalk || (isKnown && token.casing == .mixed)
                ? (0.6, "written as its owner writes it") : (0.3, "short name not in capitals")
        }
        if traits.contains(.brief), length < 4, token.casing != .upper { return (0.3, "short name not in capitals") }
        if token.casing == .upper, isAllUpper {
            // "ACME TAPS AN OUTSIDER": four letters that are nothing else.
            return opensClause && (isBeforeAct || (isKnown && isBeforeDoing))
                && (isKnown || (length == 4 && !traits.contains(.brief)))
                ? (0.6, "short name before what companies do") : (0.4, "short name in a text of capitals")
        }
        if token.casing == .capitalised, length < 4 { return (0.3, "short name not in capitals") }
        if token.casing == .mixed, traits.contains(.brief) { return (0.3, "short name not in capitals") }
        if token.breaks.contains(.hyphen) { return (0.4, "short name after a hyphen") }
        guard token.casing == .upper else { return nil }
        if isBeforeNature { return (0.4, "short name before an everyday word") }
        // "PCI DSS", "CTS Engines": part of another name.
        if let previous, tokens[previous].casing == .upper, tokens[previous].length > 1,
            !isAllUpper
        {
            return (0.4, "short name after another")
        }
        let isHead = !traits.contains(.brief) || traits.contains(.head)
        if isNameAfter, !isAllUpper, !(isHead && areCapitalsFree && length <= 3 && isObjectOrSubject) {
            return (0.45, "short name beside another capitalised word")
        }
        if isFirmActing { return (0.45, "another business") }
        // One symbol in a list of them is anybody's; "After a review, ACM buys" is no list.
        if traits.contains(.brief), token.breaks.contains(.comma), !isBeforeAct, !isBeforeDoing {
            return (0.4, "short form in a list")
        }
        // "EPR rules make", "joins as GM": others have the same letters.
        if traits.contains(.letters), length <= 3, areCapitalsFree || opensClause, about.matter == 0,
            talk < enoughTalk,
            !(opensClause && (isActing || isBeforeVerb || isBeforeAct || (isKnown && isBeforeDoing))),
            !isCompany(personal: true), !isBeforeOffice,
            !token.isPossessive,
            next.map({ text.key(of: $0..<$0 + 1) != "to" }) ?? true
        {
            return (0.45, "letters that others have")
        }
        // "all over TJX": three letters that mean nothing else, alone in a sentence of small ones.
        if traits.contains(.head), classes(core.lowerBound).isEmpty, length == 3 || isKnown,
            !areCapitalsFree, !isAfterArticle, !isNameAfter, let previous, tokens[previous].casing == .lower,
            about.elsewhere == 0
        {
            return (0.55, "short form in capitals")
        }
        if traits.contains(.brief), !opensClause, !isTakenBy, !isCompany(personal: true),
            !(traits.contains(.head) && areCapitalsFree && isObjectOrSubject)
        {
            return talk >= enoughTalk ? (0.6, "short form in talk of business") : (0.45, "short form")
        }
        guard length <= 3 else { return nil }
        if isKnown, isOfAnotherCountry { return (0.45, "short name of another country") }
        if isBeforeRules { return (0.45, "what rules are about") }
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
            let isWord = isWrittenAsGiven || (token.casing == .capitalised && token.length == 4)
            return isWord && talk >= enoughTalk && !isNameAfter
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
            if talk >= enoughTalk, !areCapitalsFree { return (0.6, "initials in talk of business") }
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
            traits.contains(.capitalised) && (!traits.contains(.brief) || isKnown) && core.count == 1
                && tokens[core.lowerBound].length < 4
        case .mixed: traits.contains(.mixed) && traits.contains(.brief) && core.count == 1
        default: false
        }
    }

    var isThreeLetters: Bool { tokens[core.lowerBound].length <= 3 }

    /// A word that is also an ordinary word, a surname or a town.
    func ordinary() -> (Double, String)? {
        if classes(core.lowerBound).contains(.exchange),
            Ticker.symbol(after: core.lowerBound, tokens, lexicon) != nil
        {
            return nil
        }
        if isOwned { return (0.35, "a thing that somebody owns") }
        if isBeforeRules { return (0.3, "what rules are about") }
        // "Guided by": done by somebody.
        if core.count == 1, let next, text.key(of: next..<next + 1) == "by", text.key(of: core).hasSuffix("ed") {
            return (0.3, "ordinary word")
        }
        if Self.praise.contains(text.key(of: core)), about.matter == 0 { return (0.3, "ordinary word") }
        if isFormerOf { return (0.6, "somebody used to work there") }
        if tokens[core.lowerBound].casing == .mixed, core.count == 1, !traits.contains(.namesake), !isNameAfter {
            return (0.6, "written as a name")
        }
        if isDealtWith, talk >= enoughTalk { return (0.6, "what a deal is about") }
        if areCapitalsFree, about.matter > 0, !continues, !isSurname, !isBehindWhere, isBetweenWords,
            talk >= enoughTalk
        {
            return (0.6, "in talk of its business")
        }
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
            if isObscure {
                return talk > enoughTalk + 1
                    ? (0.6, "short form in talk of business") : (0.2, "ordinary word")
            }
            // "China shares fall": those of its companies.
            let isNation = classes(core.lowerBound).contains(.place)
            if isBeforeShares, !isNation, !areCapitalsFree, !isAfterArticle {
                return (0.55, "short form before a company's word")
            }
            if isActing { return (0.55, "short form before what companies do") }
            if isIssuer, !traits.contains(.shared) || traits.contains(.alone), talk > 0 {
                return (0.6, "short form of one with shareholders")
            }
            return isTalkedOf ? (0.6, "short form in talk of business") : (0.2, "ordinary word")
        }
        if talk >= enoughTalk { return (0.6, "in talk of business") }
        let isNamesake = traits.contains(.namesake)
        if isNamesake, isPublicLife { return (0.35, "a person or place of public life") }
        let isShown = isCompany(personal: !isNamesake) || isBeforeShares
        if core.allSatisfy({ !classes($0).isDisjoint(with: [.unit, .generic, .organisation, .function]) }) {
            return (0.4, "a word of any company")
        }
        let isFirst = sentence?.tokens.lowerBound == range.lowerBound
        if isNamesake, opensClause, appointsSomebody { return (0.6, "names somebody to an office") }
        if areCapitalsFree {
            let isDone = previous.map { text.key(of: $0..<$0 + 1) == "to" } ?? false
            if isShown, opensClause || isDescribed || (!isNamesake && isBeforeNoun && !isDone) {
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
        if isBehindOf, talk < enoughTalk { return (0.4, "part of a longer name") }
        // "ESG investments": letters that are a word of everybody's.
        if core.count == 1, classes(core.lowerBound).contains(.acronym), tokens[core.lowerBound].casing == .upper {
            return (0.3, "letters that others have")
        }
        // A capital inside a sentence of small letters is a name, though perhaps another's.
        return text.field == .title || talksOfCompanies
            ? (0.55, "capitalised ordinary word") : (0.45, "capitalised ordinary word")
    }

    /// Where capitals tell nothing: what stands before and behind is no part of a name.
    private var isBetweenWords: Bool {
        func isWord(_ index: Int) -> Bool {
            if isMatter(index) { return true }
            let classes = classes(index)
            return !lexicon.talk(of: tokens[index].word).isDisjoint(with: [.act, .does, .infinitive])
                && classes.isDisjoint(with: [.generic, .organisation, .place, .namesake, .firstName])
        }
        if let previous, isNameBefore(exceptFirst: false), !isWord(previous) { return false }
        guard let next, isNameAfter else { return true }
        // "Core Drilling", "Bill Payment": the first half of a thing.
        let own = self.classes(core.lowerBound)
        let isThing = own.contains(.ordinary) && own.isDisjoint(with: .namesake)
        return isWord(next) && !(isThing && isMatter(next))
    }

    var opensClauseBeforeVerb: Bool {
        guard opensClause, let next else { return false }
        return classes(next).contains(.verb) || !lexicon.talk(of: tokens[next].word).isDisjoint(with: [.act, .does])
    }

    var opensClause: Bool {
        text.opensClause(range.lowerBound, of: sentence)
    }

    /// "Joins ACM as": a verb of people moving before it.
    private var isTakenBy: Bool {
        guard let previous else { return false }
        return !classes(previous).isDisjoint(with: [.verb, .otherParty])
    }

    /// Where capitals tell nothing: its own business is spoken of, or business at all where the name is no other word.
    private var isSpokenOf: Bool {
        guard areCapitalsFree, !isAllUpper, isKnown else { return false }
        return about.matter > 0 || (isUnknown && about.line + about.trade > 0)
    }

    /// "Adobe Homes", "Laser Diodes": where a capital tells nothing, a word that has another meaning stands beside another
    /// capitalised one, and nothing is said of its business.
    private var isOtherMeaning: Bool {
        guard traits.contains(.single), about.matter + about.line == 0,
            lexicon.talk(of: tokens[core.lowerBound].word).contains(.twofold)
        else { return false }
        return areCapitalsFree && (isNameAfter || isNameBefore(exceptFirst: false))
    }

    /// "Harlow of Samothrace": somebody of a place, and nothing is said of business.
    private var isOfAnother: Bool {
        guard traits.contains(.single), let next, about.matter + about.line + about.trade == 0 else { return false }
        guard text.key(of: next..<next + 1) == "of" else { return false }
        // "accused by Acme of taking secrets"
        return !(isInside(next + 1) && text.key(of: next + 1..<next + 2).hasSuffix("ing"))
    }

    /// "Harlow the dog", "Harlow the Great": nobody says so of a company, unless of what it does.
    private var isWithByname: Bool {
        guard traits.contains(.single), let next, tokens[next].word == lexicon.the, isInside(next + 1) else {
            return false
        }
        return about.matter + about.line + about.trade == 0 && classes(next + 1).isDisjoint(with: [.descriptor, .kind])
    }

    /// A name that means nothing else.
    func distinctive() -> (Double, String)? {
        if isOfPair { return (0.75, "one of two of a deal") }
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
        let before = isNameBefore(exceptFirst: true)
        let beside = before || isNameAfter
        if traits.contains(.common) {
            if traits.contains(.brief), core.count == 2,
                isAfterSmallArticle || isNameBefore(exceptFirst: areCapitalsFree ? false : true)
                    || !(isCompany(personal: true) || isBeforeVerb || opensClauseBeforeVerb
                        || (!areCapitalsFree && !isNameAfter) || talk >= enoughTalk)
            {
                return (0.4, "common words")
            }
            // "Sells Health Care And Education Businesses"
            if traits.contains(.brief), areCapitalsFree, !opensClause, about.matter == 0, let next,
                text.key(of: next..<next + 1) == "and"
            {
                return (0.4, "common words")
            }
            if isSpokenOf, !isNameAfter { return (0.6, "common words in talk of its business") }
            if before || isBusinessAfter || isOneOfPlace { return (0.45, "common words inside a longer name") }
            // "Lantern Meadow Of The Year"
            if areCapitalsFree, let next, text.key(of: next..<next + 1) == "of" { return (0.4, "common words") }
            // "US Steel Prices Rise": a country and what it trades in.
            if areCapitalsFree, classes(core.lowerBound).contains(.place), isGeneric, isBeforeTrade, !isBeforeOffice {
                return (0.45, "words of any company")
            }
            let isTime = core.contains { classes($0).contains(.weekday) && !classes($0).contains(.ordinary) }
            if isTime, !opensClause { return (0.4, "a time") }
            // "the General Group", "New Gold mine": only words of any company; but "New Norfolk Southern CEO".
            if isGeneric, !isCompany(personal: true), !isBeforeOffice, !isBeforeDealing,
                isNameAfter || isAfterArticle || isNameBefore(exceptFirst: false)
            {
                return (0.45, "words of any company")
            }
            if isNameAfter { return areCapitalsFree ? (0.6, "common words") : (0.45, "common words") }
            return areCapitalsFree ? (0.7, "common words") : (0.85, "common words")
        }
        // "Acme Capital Partners" is not Acme Capital; "Acme Foods Europe" is.
        if isBusinessAfter, core.count > 1, !classes(core.upperBound - 1).isDisjoint(with: [.generic, .organisation]) {
            return (0.45, "part of a longer name")
        }
        if isFirmAfter { return (0.45, "another business") }
        if isWithByname { return (0.45, "somebody with a byname") }
        if isKnown, isOfAnother { return (0.45, "part of another name") }
        if isKnown, isOtherMeaning { return (0.45, "an everyday word beside another capitalised one") }
        let length = tokens[core.lowerBound].length
        // "AFTER MALIBU BUY": a town as well, where capitals tell nothing.
        if isAllUpper, !opensClause, traits.isSuperset(of: [.brief, .single]), talk < enoughTalk,
            lexicon.talk(of: tokens[core.lowerBound].word).contains(.twofold)
        {
            return (0.4, "a place")
        }
        if traits.contains(.brief) {
            // "Malaysia's Digi": a short name that others have elsewhere.
            if length <= 4, isOfAnotherCountry { return (0.45, "short name of another country") }
            guard beside, !isAllUpper else { return (0.75, "short form") }
            // "Acme Energy" where the account is Acme Foods; a bank is often named by its holding's first word.
            if isBusinessAfter { return isBankAfter ? (0.6, "short form before \"bank\"") : (0.45, "another business") }
            // "Appoints Massimo Roe": a person.
            if areCapitalsFree, let previous, isNameAfter, traits.contains(.single), classes(previous).contains(.verb) {
                return (0.45, "may be a person")
            }
            if isSpokenOf, !(before && isBeforeSymbol) { return (0.6, "short form in talk of its business") }
            if areCapitalsFree, length >= 6, !before { return (0.6, "short form beside another capitalised word") }
            if areCapitalsFree, !traits.contains(.single) { return (0.75, "short form") }
            return (0.45, "beginning of a longer name")
        }
        if traits.contains(.single), isUnknownBefore { return (0.45, "after a word that may begin its name") }
        if traits.contains(.single), beside, !areCapitalsFree {
            return before || length < 5 || (isKnown && about.matter == 0)
                ? (0.45, "beside another capitalised word") : (0.75, "before another capitalised word")
        }
        return (0.95, "name")
    }
}
