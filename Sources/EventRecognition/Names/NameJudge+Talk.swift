import TriggerModel

/// What the sentence around a name talks of.
///
/// A word that is also an everyday word, a surname or a town is the company where enough of the sentence is business: how
/// it stands there, what it does, and which words are about. Each sign has a weight; `NameJudge.enoughTalk` of them are
/// enough. The weights were set by hand on invented sentences, and hold no company's name.
extension NameJudge {
    /// Weight of signs from which on a doubtful word is the company. A word that only begins a longer name and means
    /// something else needs more of them, unless its own business is spoken of or it does what companies do.
    var enoughTalk: Double {
        let isOther = traits.contains(.brief) && !classes(core.lowerBound).isEmpty && about.matter + about.line == 0
        return isOther && !opensClauseBeforeVerb ? Self.enoughOfWhole + 1 : Self.enoughOfWhole
    }

    /// The same for a word that is the whole name.
    static let enoughOfWhole = 3.0

    /// Less is enough of a word that means nothing else, where a capital tells and no person does what it does.
    var isTalkedOf: Bool {
        let isPersonal = next.map { classes($0).contains(.personal) } ?? false
        return talk >= (isUnknown && !areCapitalsFree && !isPersonal ? 2 : enoughTalk)
    }

    /// Tokens to either side that count, so that a long text costs no more than its length.
    private static let reach = 40

    /// Words around the name by what they talk of.
    struct Around {
        var trade = 0
        var elsewhere = 0
        /// Words of the company's own line of business.
        var line = 0
        /// Words that news about the company itself talks of.
        var matter = 0
        /// Words of the places where it sits.
        var seat = 0
        /// Words of news in which its name means something else.
        var otherwise = 0
        var hasAmount = false
    }

    func around(_ lines: UInt64, _ matter: CompanyKnowledge.Matter?) -> Around {
        var around = Around()
        guard let sentence else { return around }
        for index in near(sentence) where !range.contains(index) {
            let token = tokens[index]
            if !token.traits.isDisjoint(with: [.currency, .percent]) { around.hasAmount = true }
            if let matter {
                if matter.business.contains(token.word) {
                    around.matter += 1
                    continue
                }
                if matter.places.contains(token.word) { around.seat += 1 }
                // "full-year": half a word tells nothing.
                if matter.otherwise.contains(token.word), !isHyphened(index) { around.otherwise += 1 }
            }
            let talk = lexicon.talk(of: token.word)
            guard !talk.isEmpty else { continue }
            if talk.contains(.trade), !isSharing(index) { around.trade += 1 }
            // "Three Mile Island", "fire-alarm unit": part of a name, or of another word.
            let isApart = token.casing == .lower || areCapitalsFree || index == sentence.tokens.lowerBound
            // "Acme fires 1,800": what it does itself.
            let isDone = index == range.upperBound && talk.contains(.does)
            if talk.contains(.elsewhere), isApart, !isDone, !isHyphened(index) { around.elsewhere += 1 }
            if talk.lines & lines != 0 { around.line += 1 }
        }
        return around
    }

    /// How much of the sentence is what news about a company talks of: two for each word of its business, one for its seat.
    func telling(_ matter: CompanyKnowledge.Matter) -> Int {
        guard let sentence else { return 0 }
        var (business, seat) = (0, 0)
        for index in near(sentence) where !range.contains(index) {
            if matter.business.contains(tokens[index].word) { business += 2 }
            if matter.places.contains(tokens[index].word) { seat = 1 }
        }
        return business + seat
    }

    /// The words of the sentence that count.
    func near(_ sentence: Sentence) -> Range<Int> {
        let start = max(sentence.tokens.lowerBound, range.lowerBound - Self.reach)
        return start..<max(start, min(sentence.tokens.upperBound, range.upperBound + Self.reach))
    }

    /// "share a doctor"
    private func isSharing(_ index: Int) -> Bool {
        guard tokens[index].word == lexicon.share, isInside(index + 1) else { return false }
        let object = tokens[index + 1].word
        return object == lexicon.a || object == lexicon.the || object == lexicon.its
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
        if areCapitalsFree, !opensClause, !isDescribed, !isObject, !isDealtWith, !isListedName, about.matter == 0 {
            return -1
        }
        if classes(core.lowerBound).contains(.acronym), about.matter < 2 { return -1 }
        // Only beside a company that is named surely: "Ford, Acme".
        if classes(core.lowerBound).contains(.statesman) { return 0 }
        if isBehindOf, let previous, previous > range.lowerBound - 2, isPartOfBody(previous) { return -1 }
        if tokens[core.lowerBound].casing == .none { return -1 }
        if isDescribedAsAnother { return -1 }
        if tokens[core.lowerBound].breaks.contains(.quote), text.field != .title { return -1 }
        if Self.praise.contains(text.key(of: core)) || isOfAll { return -1 }
        if isBehindWhere, !classes(core.lowerBound).isDisjoint(with: [.namesake, .place]) { return -1 }
        if !classes(core.lowerBound).isDisjoint(with: [.place, .namesake]), isPlaceOfPremises { return -1 }
        let around = about
        if classes(core.lowerBound).contains(.place), around.matter == 0,
            !isPlaceActing || around.line == 0
        {
            return -1
        }
        var weight = Double(min(around.trade, 3)) - 1.5 * Double(min(around.elsewhere, 2))
        // Names of others begin so too.
        let isOwn = traits.contains(.widest) && classes(core.lowerBound).isEmpty
        if traits.contains(.alone), around.line + around.matter == 0, !isOwn { weight -= 1 }
        if around.hasAmount { weight += 0.5 }
        weight += around.line == 0 ? 0 : around.line == 1 ? 2 : 3
        weight += around.matter == 0 ? 0 : around.matter == 1 ? 3 : 4
        weight += around.seat == 0 ? 0 : 1
        // Nothing of what its news is about, where capitals tell nothing either.
        if areCapitalsFree, around.matter + around.line + around.seat == 0, isKnown { weight -= 1 }
        return weight + place + self.own + deed
    }

    /// What the words behind say that only companies do and are, in one of the ways in which headlines say it.
    private var deed: Double {
        if isDealtWith { return 4 }
        if opensClause, isMergingWithNext { return 2 }
        guard let sentence, let next, !isAfterArticle else { return isOwnerActing ? 2 : 0 }
        let talk = lexicon.talk(of: tokens[next].word)
        // "Acme tumbles 50%"
        if talk.contains(.does), isInside(next + 2), tokens[next + 1].casing == .none,
            tokens[next + 2].traits.contains(.percent)
        {
            return 1
        }
        guard opensClause else { return 0 }
        let key = text.key(of: next..<next + 1)
        if Self.dealVerbs.contains(key), classes(core.lowerBound).isDisjoint(with: [.namesake, .place, .firstName]) {
            return 1
        }
        let reach = next + 1..<min(next + 9, sentence.tokens.upperBound)
        // "Acme in fresh talks to merge"
        if key == "in" {
            return reach.prefix(3).contains { Self.dealNouns.contains(text.key(of: $0..<$0 + 1)) } ? 2 : 0
        }
        // "Acme is now the largest insurer"
        guard Self.being.contains(key) else { return 0 }
        for index in reach {
            guard tokens[index].breaks.isDisjoint(with: .clause) else { return 0 }
            if classes(index).contains(.kind) { return 2 }
            // "Acme is now with the insurer"
            let isOther =
                classes(index).contains(.function) && !classes(index).contains(.place)
                && !Self.fillers.contains(text.key(of: index..<index + 1))
            if isOther || classes(index).contains(.verb) { return 0 }
        }
        return 0
    }

    /// "Acme's Harlow says", "Acme's Harlow Labs loses": somebody or something of its own, which is no place's.
    private var isOwnerActing: Bool {
        let after = range.upperBound
        guard opensClause, !areCapitalsFree, isInside(after + 1), tokens[after - 1].isPossessive,
            classes(core.lowerBound).isDisjoint(with: [.place, .firstName, .namesake]),
            !traits.contains(.possessive), tokens[after].isNameLike, tokens[after].breaks.isDisjoint(with: .clause),
            classes(after).isDisjoint(with: .place)
        else { return false }
        // "Mesa's Iveda puts": one word may be a company of the town; one who speaks is a person of the company.
        var verb = after + 1
        if !tokens[verb].isNameLike {
            return Self.speaking.contains(text.key(of: verb..<verb + 1))
                && !lexicon.talk(of: tokens[core.lowerBound].word).contains(.twofold)
        }
        verb += 1
        guard isInside(verb) else { return false }
        return !lexicon.talk(of: tokens[verb].word).isDisjoint(with: [.act, .does])
            && tokens[verb].breaks.isDisjoint(with: .clause)
    }

    /// "Harlow's $35 billion Acme deal", "Harlow's Acme purchase".
    var isDealtWith: Bool {
        guard let previous, let next, Self.purchases.contains(text.key(of: next..<next + 1)),
            classes(core.lowerBound).isDisjoint(with: .place)
        else { return false }
        // "Agrees To Harlow Takeover": where capitals tell nothing, of a word that is nothing else.
        if areCapitalsFree, isUnknown, classes(previous).contains(.function), !isAfterArticle { return true }
        return (tokens[previous].isPossessive && tokens[previous].isNameLike) || classes(previous).contains(.scale)
    }

    private static let speaking: Set<String> = ["says", "sees", "expects", "warns", "tells", "said", "told"]
    private static let purchases: Set<String> = [
        "deal", "bid", "takeover", "purchase", "acquisition", "buyout", "merger", "stake",
    ]

    /// "Acme-Harlow venture": one of two that have a deal, or a quarrel, with each other.
    var isOfPair: Bool {
        if tokens[range.lowerBound].breaks == .hyphen {
            return next.map { Self.pairNouns.contains(text.key(of: $0..<$0 + 1)) } ?? false
        }
        let other = range.upperBound
        guard isInside(other + 1), tokens[other].breaks == .hyphen, tokens[other].isNameLike else { return false }
        return (other + 1..<other + 3).contains { isInside($0) && Self.pairNouns.contains(text.key(of: $0..<$0 + 1)) }
    }

    private static let dealNouns: Set<String> = ["talks", "bid", "deal", "merger", "takeover", "tie", "pact"]
    private static let pairNouns: Set<String> = dealNouns.union(purchases).union([
        "venture", "combination", "combo", "alliance", "partnership", "feud", "dispute", "rivalry",
    ])

    /// "Acme and Harlow agree to merge", "Acme, Harlow to combine"
    private var isMergingWithNext: Bool {
        guard let sentence, isInside(range.upperBound + 1) else { return false }
        var other = range.upperBound
        let isListed = tokens[other].breaks.intersection(.clause) == .comma
        if !isListed {
            guard text.key(of: other..<other + 1) == "and" else { return false }
            other += 1
        }
        guard tokens[other].isNameLike else { return false }
        return (other + 1..<min(other + 9, sentence.tokens.upperBound)).contains {
            Self.merging.contains(text.key(of: $0..<$0 + 1))
        }
    }

    private static let merging: Set<String> = ["merge", "merger", "combine"]

    /// What hardly anything else does.
    private static let dealVerbs: Set<String> = [
        "buys", "acquires", "poaches", "divests", "outbids", "refinances", "repurchases", "reaffirms", "reiterates",
        "rebrands", "upsizes", "bought", "acquired", "poached", "divested", "refinanced",
    ]
    private static let signing: Set<String> = ["sign", "trade", "cut", "hire", "name"]
    private static let fillers: Set<String> = ["the", "a", "an", "now", "still", "no", "also", "again", "once"]
    private static let being: Set<String> = ["is", "was", "becomes", "became", "remains"]

    /// Where capitals tell nothing, a word that means nothing else behind a verb or a preposition, with no name behind
    /// it: "WAITS ON ACME".
    private var isObject: Bool {
        guard classes(core.lowerBound).isDisjoint(with: [.ordinary, .firstName, .place, .generic, .organisation]),
            let previous,
            !classes(previous).isDisjoint(with: [.function, .verb])
                || !lexicon.talk(of: tokens[previous].word).isDisjoint(with: [.act, .does])
        else { return false }
        guard let next else { return true }
        return !classes(next).isDisjoint(with: [.function, .companyContext, .connector])
    }

    /// Behind "and" and a name: what is listed may be a company too, whatever its capital tells.
    private var isListedName: Bool {
        let before = range.lowerBound - 1
        guard let sentence, before > sentence.tokens.lowerBound else { return false }
        guard tokens[range.lowerBound].breaks.isDisjoint(with: .clause), text.key(of: before..<before + 1) == "and"
        else { return false }
        return tokens[before - 1].isNameLike && classes(before - 1).isDisjoint(with: [.verb, .function])
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
        let talk = lexicon.talk(of: tokens[next].word)
        return !talk.isDisjoint(with: [.act, .does]) || (isOneOfSeveral && talk.contains(.infinitive))
            || ["will", "has", "and"].contains(text.key(of: next..<next + 1))
    }

    /// "ride-hailing firm Harlow", where the account is Harlow Biotherapeutics: nothing said is of its business, which
    /// would be.
    private var isDescribedAsAnother: Bool {
        guard traits.isSuperset(of: [.brief, .ordinary]), about.line + about.matter == 0, let previous,
            lines & Self.tellingLines != 0 || isKnown
        else { return false }
        return !classes(previous).isDisjoint(with: [.descriptor, .otherParty])
    }

    /// Lines that whoever describes a company says: airlines, banks, insurers, drugmakers, restaurants.
    private static let tellingLines = TalkWords.lines.enumerated().reduce(UInt64(0)) { mask, line in
        let names = Set(line.element.names.split(whereSeparator: \.isWhitespace))
        return names.isDisjoint(with: ["airlines", "bank", "insurance", "pharma", "restaurants"])
            ? mask : mask | WordTalk.line(line.offset).rawValue
    }

    /// No word of the language, and no name of people and towns.
    var isUnknown: Bool {
        classes(core.lowerBound).isEmpty && traits.isDisjoint(with: [.acronym, .initials])
            && !lexicon.talk(of: tokens[core.lowerBound].word).contains(.twofold)
    }

    /// What kind of word it is.
    private var own: Double {
        let classes = classes(core.lowerBound)
        var weight = 0.0
        if isUnknown {
            weight += tokens[core.upperBound - 1].isPossessive ? 1.5 : 1
            // Who opens a headline that writes words small acts in it.
            let isSubject = opensClause && !areCapitalsFree && text.field == .title
            if isSubject, let next, tokens[next].casing == .lower,
                self.classes(next).isDisjoint(with: [.connector, .personal])
            {
                weight += 1
            }
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
            // Where two are called so, a description that fits neither helps none.
            let isOpen = traits.contains(.shared) && traits.isDisjoint(with: [.alone, .symbol]) && about.line == 0
            weight += isOpen ? 0 : 2
        } else if let previous {
            switch text.key(of: previous..<previous + 1) {
            case "of" where about.matter > 1: break
            case "of", "new", "san", "fort", "saint", "st", "mount", "old": weight -= 3
            default:
                if !areCapitalsFree, isNameBefore(exceptFirst: false) { weight -= 3 }
                // "to buy Target"
                if lexicon.nameWord(tokens[previous].word).contains(.dealing) { weight += 1.5 }
                // "picks Target over Acme"
                let told = lexicon.talk(of: tokens[previous].word)
                let isTold = !told.isDisjoint(with: [.act, .does])
                // "Rangers sign Harlow to a contract": people are signed and traded too.
                let isOfPeople =
                    !classes(core.lowerBound).isDisjoint(with: [.namesake, .firstName])
                    && Self.signing.contains(text.key(of: previous..<previous + 1))
                if isTold || (told.contains(.infinitive) && about.trade > 0 && !isOfPeople) { weight += 1 }
            }
        }
        if !areCapitalsFree, !opensClause {
            let isNamesake = !classes(core.lowerBound).isDisjoint(with: [.namesake, .place, .firstName])
            // A headline that writes words small has a reason for a capital.
            let isReason = text.field == .title && about.elsewhere == 0 && !isNameAfter
            weight += isNamesake || !traits.isDisjoint(with: [.acronym, .initials]) ? 1 : isReason ? 2.5 : 2
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
        if isIssuer { weight += 2 }
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
        // "Sea and Grab weigh cuts", "Sea, Grab weigh cuts": of several.
        if isOneOfSeveral, talk.contains(.infinitive) || classes(next).contains(.deed) { return weight + 1 }
        switch key {
        case "to":
            guard isInside(next + 1) else { return weight }
            if classes(next + 1).contains(.deed) { return weight + 2 }
            if lexicon.talk(of: tokens[next + 1].word).contains(.infinitive) { return weight + 1 }
            // "Corvane to honour its promise": whoever it is will do something.
            return isUnknown && opensClause && tokens[next + 1].casing == .lower ? weight + 1 : weight
        case "ceo", "cfo", "coo", "chief", "boss", "chairman", "chair":
            return opensClause || !areCapitalsFree ? weight + 2 : weight
        case "will", "has", "had", "is", "was", "would", "can", "could", "may", "might", "should": return weight + 0.5
        // "Target of a raid"
        case "between", "among": return weight - 4
        case "of": return weight - (classes(core.lowerBound).contains(.ordinary) ? 4 : 2)
        case "the", "a", "an", "your", "his", "her", "their", "our", "my", "up", "down", "out": return weight - 2
        case "and", "or", "s": return weight
        default: break
        }
        if !classes(next).isDisjoint(with: [.function, .numeral]) || tokens[next].casing == .none { return weight }
        // "Harlow mortgages"
        if isMatter(next) { return weight }
        if talk.contains(.trade), talk.isDisjoint(with: .elsewhere) {
            if isInResults { return weight + 2 }
            return weight + (opensClause ? (classes(core.lowerBound).contains(.ordinary) ? -2 : 0) : 0.5)
        }
        // "Snap decision", "Zoom lens": the first half of a thing.
        if classes(next).contains(.verb), talk.isDisjoint(with: .elsewhere) { return weight }
        let isNamesake = !classes(core.lowerBound).isDisjoint(with: [.namesake, .place, .firstName])
        if opensClause || isNamesake { return weight - 3 }
        // "take Harlow private": of a word that is nothing else.
        return weight - (isUnknown ? 0.5 : 1.5)
    }

    /// "Harlow Reports Second Quarter Results", "Harlow to Present at Investor Conference": at the head, and it tells what
    /// only companies with shareholders do.
    var isIssuer: Bool {
        guard opensClause, text.field == .title, let sentence, isInside(range.upperBound + 1),
            Self.issuing.contains(text.key(of: range.upperBound..<range.upperBound + 1))
        else { return false }
        let rest = range.upperBound + 1..<min(range.upperBound + 16, sentence.tokens.upperBound)
        return rest.dropLast().contains { index in
            Self.issuerTalk[text.key(of: index..<index + 1)]?.contains(text.key(of: index + 1..<index + 2)) ?? false
        }
    }

    private static let issuing: Set<String> = [
        "announces", "reports", "to", "schedules", "sets", "declares", "files", "prices", "provides", "posts",
        "receives",
        "announced", "reported", "closes", "completes", "appoints", "names",
    ]
    /// "Harlow shares slide", "Harlow earnings top estimates": what a company that is known has does what it does.
    var isInResults: Bool {
        guard isKnown, opensClause, let next, isInside(next + 1), tokens[next + 1].breaks.isDisjoint(with: .clause),
            ["earnings", "shares", "stock", "profit", "revenue"].contains(text.key(of: next..<next + 1))
        else { return false }
        return ["top", "miss"].contains(text.key(of: next + 1..<next + 2))
            || !lexicon.talk(of: tokens[next + 1].word).isDisjoint(with: [.act, .does, .infinitive])
    }

    /// Two words that follow each other.
    private static let issuerTalk: [String: Set<String>] = [
        "financial": ["results", "officer"], "quarter": ["results", "earnings", "financial"], "public": ["offering"],
        "private": ["placement"], "direct": ["offering"], "conference": ["call"], "earnings": ["call", "release"],
        "investor": ["conference", "conferences", "day", "call"], "healthcare": ["conference"],
        "annual": ["meeting", "results"], "appointment": ["of"], "stockholder": ["meeting"],
        "common": ["stock", "shares"],
        "quarterly": ["dividend", "results"], "cash": ["dividend"], "nasdaq": ["listing", "notice", "notification"],
        "executive": ["officer"], "operating": ["officer"], "reverse": ["stock", "split"],
        "stock": ["split", "offering"],
        "year": ["results"], "convertible": ["notes"], "senior": ["notes"], "share": ["repurchase", "buyback"],
    ]

    /// Behind "and", or behind a comma and another name.
    private var isOneOfSeveral: Bool {
        if let previous { return text.key(of: previous..<previous + 1) == "and" }
        let before = range.lowerBound - 1
        return tokens[range.lowerBound].breaks.intersection(.clause) == .comma && before >= 0
            && tokens[before].isNameLike
    }

    /// "World's largest brewer", "Valley's oldest mill": one of all that are there.
    private var isOfAll: Bool {
        let after = range.upperBound
        guard isInside(after), tokens[after - 1].isPossessive, !traits.contains(.possessive) else { return false }
        return !classes(core.lowerBound).isDisjoint(with: [.ordinary, .place, .generic])
            && Self.superlatives.contains(text.key(of: after..<after + 1))
    }

    /// Say which of all it is.
    private static let superlatives: Set<String> = [
        "first", "second", "third", "largest", "biggest", "oldest", "best", "worst", "top", "tallest", "busiest",
        "richest",
        "fastest", "leading", "longest", "smallest", "greatest", "most", "only", "last", "number",
    ]

    /// Called by those who found them.
    private static let discovered: Set<String> = [
        "disease", "syndrome", "law", "theorem", "comet", "palsy", "lymphoma",
    ]

    /// Begin sentences of all kinds.
    static let praise: Set<String> = ["best", "better", "good", "great", "new", "more"]

    /// "Bird, the scooter company": what the name is, said behind it.
    private var isExplained: Bool {
        let after = range.upperBound
        guard isInside(after + 1), tokens[after].breaks.intersection(.clause) == .comma,
            ["the", "a", "an"].contains(text.key(of: after..<after + 1))
        else { return false }
        for index in after + 1..<after + 6 {
            guard isInside(index), tokens[index].breaks.isDisjoint(with: .clause) else { return false }
            if !classes(index).isDisjoint(with: [.kind, .pronoun, .descriptor]) || isMatter(index) { return true }
        }
        return false
    }
}
