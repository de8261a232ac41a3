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
    /// Whose name it is.
    private(set) var company: Int32 = 0
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
        let about =
            core.count <= 3 || traits.contains(.told) ? around(lines, finder.names.matter(of: company)) : Around()
        found.about = about
        return about
    }

    /// What news about the company talks of is known.
    var isKnown: Bool { finder.names.matter(of: company) != nil }

    /// As `CompanyNames.Company.isObscure`.
    var isObscure: Bool { finder.names.companies[Int(company)].isObscure }

    /// News about the company talks of the word.
    func isMatter(_ index: Int) -> Bool {
        finder.names.matter(of: company)?.business.contains(tokens[index].word) ?? false
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
    mutating func turn(
        to range: Range<Int>, core: Range<Int>, traits: CompanyNames.FormTraits, company: Int32, lines: UInt64
    ) {
        self.range = range
        self.core = core
        self.traits = traits
        if sentence?.tokens.contains(range.lowerBound) != true {
            sentence = text.sentence(at: range.lowerBound).map { text.sentences[$0] }
            isAllUpper = sentence?.isUpper ?? false
            areCapitalsFree = isAllUpper || (sentence?.isTitleCase ?? false)
        }
        self.company = company
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
            if traits.isDoubtful { return nil }
            // Where nothing at all has a capital, the writer uses none.
            let isPlainWriter = sentence.map { !$0.tokens.contains { tokens[$0].isNameLike } } ?? false
            if isPlainWriter, isSmallSubject { return (0.55, "lower case, before what companies do") }
            return traits.contains(.single) || !isPlainWriter ? (0.4, "lower case") : (0.55, "lower case")
        }
        if isState { return other("a state behind its town") }
        if isStateName { return other("a word of a state's name") }
        // "$3M"
        if tokens[core.lowerBound].traits.contains(.digitFirst), let previous,
            tokens[previous].traits.contains(.currency)
        {
            return other("an amount")
        }
        if traits.contains(.possessive), !tokens[core.upperBound - 1].isPossessive {
            return (0.4, "written without its apostrophe")
        }
        if hasSuffix {
            if traits.isSuperset(of: [.brief, .ordinary]) { return (0.4, "a word with a legal form of its own") }
            if isSmallForm { return (0.4, "some company of the place or kind") }
            // "Lantern Meadow Corp", where the account is Lantern Meadow Old Mill Shops.
            if traits.contains(.pair) { return (0.4, "another company's full name") }
            if isForeignForm { return (0.4, "a legal form of another country") }
            if isOfPlace { return (0.4, "the one of another place") }
            if traits.contains(.brief), isNameBefore(exceptFirst: false) { return (0.4, "end of a longer name") }
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
        if traits.contains(.told), about.matter == 0, !isInResults, !isIssuer {
            return (0.3, "nothing of its business")
        }
        if isIndex { return other("an index") }
        if isMeantOtherwise { return other("what else its name means") }
        if traits.isSuperset(of: [.brief, .ordinary]), isRealEstate { return other("real estate") }
        if isLikeness { return other("a likeness") }
        if isCounted { return other("one of many that are counted") }
        if traits.contains(.possessive) {
            if isBeforeKin || isOfSomebodyElse { return (0.4, "a person's") }
            // "Lowe's to open": the shop; "Lowe's return": a person's.
            if traits.isSuperset(of: [.brief, .ordinary]) {
                return isActing || isShop || talk >= enoughTalk
                    ? (0.6, "short form before what companies do") : (0.3, "name that others bear")
            }
            return distinctive()
        }
        if isTown { return other("a town before its state") }
        if isHome { return other("a town before its people") }
        if isCity { return other("a city") }
        if isThingOfAnother { return other("a thing that somebody owns") }
        if isBehindForeignArticle { return other("end of a longer name") }
        if isOfPlace || isBusinessOfPlace { return other("the one of another place") }
        if isAsked { return other("a question") }
        if isBehindParticle { return other("behind a particle of a person's name") }
        if traits.contains(.single), isInOffice { return other("a word of somebody's office") }
        if isOfficeHolder { return other("behind a person's office") }
        if traits.contains(.single), isPlaceOfPremises { return other("where something stands") }
        if isSomebodyElse { return other("somebody else of the name") }
        if isElsewhere { return (0.35, "talk of something else") }
        if traits.contains(.brief) || (isPlain && core.count == 1), isJoinedToAnother || isJoinedBehindAnother {
            return (0.4, "one of two names joined")
        }
        if traits.contains(.single), isBehindModal { return (0.3, "a verb") }
        if let doubt = shortName() { return doubt }
        if traits.contains(.ordinary) { return ordinary() }
        if continues { return (0.35, "part of a longer name") }
        if isSurname {
            return isFounderName ? (0.55, "a founder's name before what companies do") : other("a person's surname")
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
        guard core.count == 1, classes(core.lowerBound).contains(.month),
            tokens[core.lowerBound].casing == .capitalised
        else { return false }
        // "in Nov": nobody's name is cut short.
        if tokens[core.lowerBound].length == 3, text.key(of: core) != "may" { return true }
        return isInside(range.upperBound) && tokens[range.upperBound].traits.contains(.digitFirst)
    }

    /// "Caterpillar outbreak": more is said of what else the name means than of the company's business.
    private var isMeantOtherwise: Bool {
        guard let matter = finder.names.matter(of: company), !matter.otherwise.isEmpty else { return false }
        return about.otherwise > about.matter
    }

    /// "S&P 500", "the Dow": what is counted in it or stands behind an article.
    private var isIndex: Bool {
        // Asked of nearly every name, so the words are put together only where the first one is such a word.
        guard core.count <= 3, lexicon.nameWord(tokens[core.lowerBound].word).contains(.index),
            core.count == 1 ? text.key(of: core) != "s" : text.key(of: core) == "s and p"
        else { return false }
        if isAfterArticle { return true }
        if isKnown, about.matter == 0 {
            guard opensClause, let next, isInside(next + 1) else { return true }
            let word = text.key(of: next..<next + 1)
            // "Nasdaq Reports Record Results": what an index never does; it "posts", "sets" and "closes".
            if Self.corporateActs.contains(word) { return false }
            let talk = lexicon.talk(of: tokens[next + 1].word)
            let isDeed = classes(next + 1).contains(.deed) || talk.contains(.infinitive)
            return !(isDeed && ["to", "will"].contains(word))
        }
        return next.map { tokens[$0].traits.contains(.digitFirst) } ?? false
    }

    private static let corporateActs: Set<String> = [
        "acquires", "announces", "appoints", "buys", "completes", "declares", "files", "hires", "introduces",
        "launches", "names", "partners", "proposes", "reports", "selects", "sells", "sues", "unveils",
    ]

    private var isRealEstate: Bool {
        guard core.count == 1, let next, text.key(of: core) == "real" else { return false }
        return text.key(of: next..<next + 1) == "estate"
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
        return about.trade + about.line > 0 && talk >= enoughTalk
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
}
