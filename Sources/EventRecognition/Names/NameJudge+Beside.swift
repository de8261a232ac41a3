import TriggerModel

/// What stands beside a name, and what that tells.
extension NameJudge {
    var tokens: ContiguousArray<Token> { text.tokens }
    func classes(_ index: Int) -> WordClass { lexicon.classes(of: tokens[index].word) }
    func isInside(_ index: Int) -> Bool { sentence.map { index < $0.tokens.upperBound } ?? false }

    /// "EPR rules make", "Visa Rules Tighten": what somebody makes rules about.
    var isBeforeRules: Bool {
        guard let next, text.key(of: next..<next + 1) == "rules" else { return false }
        return !(isInside(next + 1) && text.key(of: next + 1..<next + 2) == "out")
    }

    /// "Deal Would Crown a Giant": a verb. "Would Acme buy" and "why would Acme" ask.
    var isBehindModal: Bool {
        guard let previous, let sentence, previous > sentence.tokens.lowerBound,
            tokens[previous].breaks.isDisjoint(with: .clause), !classes(previous - 1).contains(.function)
        else { return false }
        return Self.modals.contains(text.key(of: previous..<previous + 1))
    }

    private static let modals: Set<String> = ["would", "could", "should", "might", "must", "will", "can", "cannot"]

    /// "Latham & Watkins LLP", where the account is Latham Group.
    var isJoinedToAnother: Bool {
        guard let next, tokens[next].traits.contains(.ampersand), isInside(next + 1) else { return false }
        return tokens[next + 1].isNameLike && !classes(next + 1).contains(.legal)
    }

    /// "Farmers & Acme", where the account is Acme.
    var isJoinedBehindAnother: Bool {
        guard let previous, tokens[previous].traits.contains(.ampersand), let sentence,
            previous > sentence.tokens.lowerBound
        else { return false }
        return tokens[previous - 1].isNameLike
    }

    /// Words that may be anything: a name of them alone tells little.
    static let plain: WordClass = [
        .ordinary, .namesake, .firstName, .place, .generic, .organisation, .function,
    ]

    /// The word after the name, where no mark and no possessive parts them.
    var next: Int? {
        guard isInside(range.upperBound), tokens[range.upperBound].breaks.isDisjoint(with: .clause) else { return nil }
        return tokens[range.upperBound - 1].isPossessive && !traits.contains(.possessive) ? nil : range.upperBound
    }

    var previous: Int? {
        guard let sentence, range.lowerBound > sentence.tokens.lowerBound,
            tokens[range.lowerBound].breaks.isDisjoint(with: .clause)
        else { return nil }
        return range.lowerBound - 1
    }

    /// "Acme Stadium", "Acme Community College".
    var continues: Bool {
        guard let next, tokens[next].isNameLike else { return false }
        if classes(next).contains(.continuation) { return !isGiving(next) }
        guard isInside(next + 1), tokens[next + 1].breaks.isDisjoint(with: .clause), tokens[next + 1].isNameLike,
            !tokens[next].isPossessive, !classes(next).isDisjoint(with: [.generic, .organisation, .place, .ordinary]),
            classes(next).isDisjoint(with: [.verb, .function, .deed, .title, .legal, .companyContext]),
            lexicon.talk(of: tokens[next].word).isDisjoint(with: [.act, .does])
        else { return false }
        return classes(next + 1).contains(.continuation)
    }

    /// "Joins Acme as Senior Bridge Manager": a word of somebody's office.
    var isInOffice: Bool {
        guard let previous, let next, tokens[previous].isNameLike, tokens[next].isNameLike,
            !classes(next).isDisjoint(with: [.title, .position, .role])
        else { return false }
        let start = sentence?.tokens.lowerBound ?? previous
        for index in stride(from: previous, through: max(start, previous - 3), by: -1) {
            if text.key(of: index..<index + 1) == "as" { return true }
            guard tokens[index].isNameLike, tokens[index].breaks.isDisjoint(with: .clause) else { return false }
        }
        return false
    }

    /// "Acme Awards $2 Million", "Acme and Harlow Open Studio": a verb, as what it is done to tells.
    private func isGiving(_ verb: Int) -> Bool {
        guard ["awards", "open"].contains(text.key(of: verb..<verb + 1)), isInside(verb + 1),
            tokens[verb + 1].breaks.isDisjoint(with: .clause)
        else { return false }
        return !tokens[verb + 1].traits.isDisjoint(with: [.currency, .digitFirst])
            || (tokens[verb + 1].isNameLike && classes(verb + 1).isDisjoint(with: [.function, .verb, .continuation]))
    }

    /// "John Acme", "J. Acme".
    var isSurname: Bool {
        guard let previous, tokens[previous].isNameLike, !tokens[previous].isPossessive else { return false }
        let isInitial = tokens[previous].casing == .upper && tokens[previous].length == 1
        return isInitial || !classes(previous).isDisjoint(with: [.firstName, .honorific])
    }

    /// "John Acme adds a plant": the firm is called by its founder's name; what follows no person does.
    var isFounderName: Bool {
        guard core.count == 1, let previous, let sentence, let next,
            classes(previous).contains(.firstName),
            previous == sentence.tokens.lowerBound || !tokens[previous].breaks.isDisjoint(with: .clause)
        else { return false }
        if !areCapitalsFree, lexicon.talk(of: tokens[next].word).contains(.act), talk >= enoughTalk { return true }
        return classes(next).isSuperset(of: [.verb, .companyContext]) && classes(next).isDisjoint(with: .personal)
    }

    /// "Former Oracle Applications Executive", "ex-Target CFO".
    var isFormerOf: Bool {
        guard let previous, Self.formerly.contains(text.key(of: previous..<previous + 1)) else { return false }
        var index = range.upperBound
        while isInside(index), index < range.upperBound + 5, tokens[index].breaks.isDisjoint(with: .clause) {
            if !classes(index).isDisjoint(with: [.verb, .function]) { return false }
            if !classes(index).isDisjoint(with: [.position, .title])
                || Self.staff.contains(text.key(of: index..<index + 1))
            {
                return true
            }
            index += 1
        }
        return false
    }

    private static let pursuits: Set<String> = [
        "bid", "bids", "bidding", "buyout", "takeover", "purchase", "acquisition", "merger",
    ]
    private static let holdings: Set<String> = ["share", "shares", "stock", "stake", "stakes"]
    private static let formerly: Set<String> = ["former", "ex", "onetime", "longtime"]
    private static let staff: Set<String> = [
        "executive", "executives", "exec", "veteran", "employee", "employees", "alum", "members", "staff",
    ]

    /// A capitalised word follows that may belong to a longer name.
    var isNameAfter: Bool {
        guard let next, tokens[next].isNameLike, !holdsDigit(next) else { return false }
        let classes = classes(next)
        if classes.contains(.legal) { return false }
        // "ACME PRESSES CLAIM"
        let talk = lexicon.talk(of: tokens[next].word)
        if areCapitalsFree, !talk.isDisjoint(with: [.act, .does]), talk.isDisjoint(with: .trade),
            classes.isDisjoint(with: [.generic, .organisation, .namesake])
        {
            return false
        }
        // "Partners" is a verb and a word of names; of a name it is part.
        if !classes.isDisjoint(with: [.generic, .organisation]), classes.isDisjoint(with: [.otherParty, .title]) {
            return classes.isDisjoint(with: .companyContext)
        }
        return classes.isDisjoint(with: [
            .function, .verb, .companyContext, .title, .position, .opener, .otherParty, .role, .deed,
        ])
    }

    /// "Q2", "88W10": a quarter or a model, no word of a name.
    func holdsDigit(_ index: Int) -> Bool {
        text.folded[Int(tokens[index].foldStart)..<Int(tokens[index].foldEnd)].contains { (0x30...0x39).contains($0) }
    }

    /// "Express owner Acme": the name of what somebody owns.
    var isOwned: Bool {
        guard let next else { return false }
        let word = text.key(of: next..<next + 1)
        return word == "owner" || word == "owners"
    }

    /// "Target saw sales rise": a finite verb follows in small letters.
    var isBeforeVerb: Bool {
        guard let next, tokens[next].casing == .lower else { return false }
        if classes(next).contains(.verb) { return true }
        switch text.key(of: next..<next + 1) {
        case "has", "had", "is", "was", "will", "would", "could", "should", "can", "may", "might", "says": return true
        default: return false
        }
    }

    /// "Albany Appoints Jane Roe as Managing Director": neither a person nor, as a rule, a town does so.
    var appointsSomebody: Bool {
        guard let next, Self.appointing.contains(text.key(of: next..<next + 1)), isInside(next + 1), let sentence
        else { return false }
        guard tokens[next + 1].isNameLike else { return false }
        let rest = next + 2..<sentence.tokens.upperBound
        let isOffice = rest.contains { index in
            text.key(of: index - 1..<index) == "as" && !classes(index).isDisjoint(with: [.title, .role, .position])
        }
        return isOffice && !rest.contains { Self.public.contains(text.key(of: $0..<$0 + 1)) }
    }

    /// Offices of towns and counties.
    private static let `public`: Set<String> = [
        "city", "town", "county", "police", "fire", "mayor", "school", "schools", "borough", "parish", "state",
    ]

    /// A word somewhere in the sentence is one of companies and of nothing else: shares, revenue, CEO.
    var talksOfCompanies: Bool {
        guard let sentence else { return false }
        return near(sentence).contains { index in
            guard !range.contains(index) else { return false }
            let classes = classes(index)
            return classes.contains(.title) && tokens[index].casing == .upper
                || (classes.contains(.companyContext)
                    && classes.isDisjoint(with: [.verb, .personal, .legal, .ordinary]))
        }
    }

    var isGeneric: Bool {
        core.allSatisfy { !classes($0).isDisjoint(with: [.generic, .function, .connector, .place]) }
    }

    /// "the Target".
    var isAfterArticle: Bool {
        guard let previous else { return false }
        switch text.key(of: previous..<previous + 1) {
        case "the", "a", "an", "this", "our", "their", "its": return true
        default: return false
        }
    }

    /// "on the Lantern Coast"
    var isAfterSmallArticle: Bool { isAfterArticle && previous.map { tokens[$0].casing == .lower } ?? false }

    /// A company's noun follows: revenue, shares, stores.
    var isBeforeNoun: Bool {
        guard let next else { return false }
        return classes(next).contains(.companyContext) && classes(next).isDisjoint(with: [.verb, .personal])
    }

    /// "Ridge CEO", "Ridge shares".
    var isBeforeShares: Bool {
        guard let next else { return false }
        if tokens[next].isNameLike { return tokens[next].casing == .upper && classes(next).contains(.title) }
        switch text.key(of: next..<next + 1) {
        case "shares", "stock", "shareholders", "stockholders", "ceo", "cfo": return true
        default: return false
        }
    }

    /// A word that nearly always means its company, with nothing beside it that would make another thing of it.
    var isBrandAlone: Bool {
        guard core.count == 1, classes(core.lowerBound).contains(.brand), !isAfterArticle else { return false }
        guard let next else { return true }
        if text.key(of: next..<next + 1) == "of" { return false }
        // "Apple executed this", where small letters tell; "Apple cider" is no company's.
        if tokens[next].casing == .lower, !Self.natural.contains(text.key(of: next..<next + 1)) { return true }
        // "Amazon Web Services" is a part of it, "Apple Bank" somebody else.
        return !classes(next).isDisjoint(with: [.function, .verb, .companyContext, .connector]) || isBeforeVerb
            || (isBusinessAfter && classes(next).isDisjoint(with: .organisation))
    }

    /// "the Big Apple".
    var isBehindAdjective: Bool {
        guard let previous, !areCapitalsFree, tokens[previous].isNameLike, !tokens[previous].isPossessive else {
            return false
        }
        return !classes(previous).isDisjoint(with: [.ordinary, .acronym])
            && classes(previous).isDisjoint(with: [
                .verb, .function, .companyContext, .descriptor, .otherParty, .title, .role,
            ])
    }

    /// "HP sauce": what follows is eaten or grows.
    var isBeforeNature: Bool {
        guard let next, tokens[next].casing == .lower else { return false }
        return Self.natural.contains(text.key(of: next..<next + 1))
    }

    /// "Acme-style": something like it, not it.
    var isLikeness: Bool {
        let after = range.upperBound
        guard isInside(after), tokens[after].breaks == .hyphen else { return false }
        switch text.key(of: after..<after + 1) {
        case "style", "styled", "like", "type", "esque", "inspired", "sized": return true
        case "backed", "branded", "built", "controlled", "funded", "led", "listed", "made", "owned", "run": return false
        // "Work-management software", "VISTA-101": half of a word.
        default:
            return traits.contains([.ordinary, .single])
                && (tokens[after].casing == .lower || areCapitalsFree || holdsDigit(after))
        }
    }

    /// "8th Avenue", "3rd Street": counted, and so no name.
    var isCounted: Bool {
        guard traits.contains([.ordinary, .single]), let previous else { return false }
        return tokens[previous].traits.contains(.digitFirst)
            && ["st", "nd", "rd", "th"].contains { text.key(of: previous..<previous + 1).hasSuffix($0) }
    }

    /// "Wendy's husband".
    var isBeforeKin: Bool {
        let after = range.upperBound
        guard isInside(after), tokens[after].casing == .lower, tokens[after].breaks.isDisjoint(with: .clause) else {
            return false
        }
        return Self.kin.contains(text.key(of: after..<after + 1))
    }

    private static let kin: Set<String> = [
        "husband", "wife", "widow", "widower", "son", "sons", "daughter", "daughters", "mother", "father", "brother",
        "sister", "family", "parents", "grandson", "granddaughter", "grandchildren", "grandfather", "grandmother",
        "uncle",
        "aunt", "nephew", "niece", "cousin", "fiance", "fiancee", "girlfriend", "boyfriend", "stepson",
        "death", "life", "birthday", "grave", "funeral", "career", "childhood", "friend", "friends", "lawyer",
        "lawyers",
        "attorney", "song", "album", "book", "memoir", "house", "home", "goal", "hat-trick", "century",
    ]

    /// The sentence is about politics, sport or a show: a surname in it is a person's.
    var isPublicLife: Bool {
        guard let sentence else { return false }
        return near(sentence).contains { index in
            lexicon.nameWord(tokens[index].word).contains(.publicLife) && !range.contains(index)
        }
    }

    /// A short form at the head of a clause does what only companies do: "Ford recalls", "Costco to open".
    ///
    /// Of a surname or a town only what neither does. An ordinary word tells nothing: "Tax cuts", "Bridge to close".
    var isActing: Bool {
        guard let sentence, !isAfterArticle,
            sentence.tokens.lowerBound == range.lowerBound || !tokens[range.lowerBound].breaks.isDisjoint(with: .clause)
                || isDescribed,
            !isPublicLife
        else { return false }
        guard let next else { return isOwner }
        let word = text.key(of: next..<next + 1)
        let classes = classes(next)
        let own = self.classes(core.lowerBound)
        if own.contains(.ordinary), own.isDisjoint(with: .namesake) { return false }
        if word == "to" || word == "will", isInside(next + 1) {
            return self.classes(next + 1).contains(.deed) && (word == "to" || own.isEmpty)
        }
        if Self.appointing.contains(word), isOfficeBehind(next) { return true }
        if own.isEmpty {
            return classes.contains(.verb) && !Self.speech.contains(word) || isBeforeNoun
        }
        return classes.contains([.verb, .companyContext]) && classes.isDisjoint(with: .personal)
    }

    /// "Costco's board": of a word that means nothing else, what companies have.
    private var isOwner: Bool {
        let after = range.upperBound
        guard isInside(after), tokens[after - 1].isPossessive, tokens[after].breaks.isDisjoint(with: .clause),
            classes(core.lowerBound).isEmpty
        else { return false }
        return classes(after).contains(.companyContext) && classes(after).isDisjoint(with: .verb)
    }

    /// "Carlyle names new chief executive": in small letters, so no part of a person's name.
    private func isOfficeBehind(_ verb: Int) -> Bool {
        guard let sentence, !areCapitalsFree else { return false }
        return (verb + 1..<min(verb + 6, sentence.tokens.upperBound)).contains {
            tokens[$0].casing == .lower && classes($0).contains(.position)
        }
    }

    /// What people do as often.
    private static let speech: Set<String> = [
        "says", "said", "saying", "tells", "told", "warns", "warned", "joins", "joined", "resigns", "resigned",
        "retires",
        "retired", "leads", "led", "wins", "won", "loses", "lost", "falls", "fell", "returns", "returned", "called",
        "claims", "claimed", "urges", "urged", "denies", "denied", "faces", "took", "takes", "made", "makes", "saw",
        "went",
        "came", "rises", "rose", "jumps", "jumped", "soars", "soared", "slides", "drops", "dropped", "climbs", "gave",
        "got", "put", "succeeds", "succeeded", "becomes", "became", "left", "leaves", "began", "remains",
        "continues", "continued", "helped", "discusses", "discussed", "asked", "earned", "accused", "held", "received",
    ]

    /// What grows, flows or is cooked.
    private static let natural: Set<String> = [
        "cider", "pie", "pies", "tree", "trees", "orchard", "orchards", "juice", "sauce", "picking", "grower",
        "growers",
        "harvest", "crumble", "tart", "rainforest", "forest", "river", "basin", "jungle", "region", "soup",
        "bone", "bones", "script", "plague", "plagues", "moth", "moths", "larvae", "infestation", "tribe", "tribes",
        "dolphins", "agencies", "officials", "sources", "briefing", "briefings", "crops", "foods", "generation",
        "family",
    ]

    /// A word for a business follows: "Acme Energy".
    var isBusinessAfter: Bool {
        guard isNameAfter, let next else { return false }
        return !classes(next).isDisjoint(with: [.generic, .organisation])
    }

    var isBankAfter: Bool { next.map { text.key(of: $0..<$0 + 1) == "bank" } ?? false }

    /// A capitalised word of companies stands before that is no verb and says nothing of who they are: "Boss Power".
    var isWordBefore: Bool {
        guard let previous, tokens[previous].isNameLike, !tokens[previous].isPossessive else { return false }
        return classes(previous).contains(.companyContext)
            && classes(previous).isDisjoint(with: [.verb, .descriptor, .otherParty, .function, .deed])
    }

    /// A clause begins with one word that nobody knows, and the name follows: "Rupa Frontline launches".
    var isUnknownBefore: Bool {
        guard let previous, let sentence, classes(previous).isSubset(of: .namesake), tokens[previous].isNameLike,
            !tokens[previous].isPossessive, !Self.beginning.contains(text.key(of: previous..<previous + 1))
        else { return false }
        return previous == sentence.tokens.lowerBound || !tokens[previous].breaks.isDisjoint(with: .clause)
    }

    /// Words with which headlines begin, and no names.
    private static let beginning: Set<String> = [
        "expect", "watch", "meet", "consider", "introducing", "remember", "forget", "avoid", "inside", "beyond",
        "unlike", "bankrupt", "embattled", "troubled", "ailing", "struggling", "beleaguered", "shares", "indebted",
        "join", "joins", "reminds", "remind", "alerts", "encourages", "notifies", "invites", "investigates",
        "investigating", "against", "representing", "sponsor", "grocer",
    ]

    /// "Announces Roe as President": the verb and the office are those of a person.
    var isPutInOffice: Bool {
        guard let previous else { return false }
        // "Appointment of Roe"
        if text.key(of: previous..<previous + 1) == "of", previous > 0,
            Self.movements.contains(text.key(of: previous - 1..<previous))
        {
            return true
        }
        guard let next, isInside(next + 1), text.key(of: next..<next + 1) == "as", classes(next + 1).contains(.title)
        else { return false }
        return Self.appointing.contains(text.key(of: previous..<previous + 1))
    }

    /// What happens to persons in office.
    private static let movements: Set<String> = [
        "appointment", "resignation", "retirement", "promotion", "departure", "death", "passing", "nomination",
    ]
    private static let appointing: Set<String> = [
        "announces", "announced", "names", "named", "appoints", "appointed", "elects", "elected", "promotes",
        "promoted",
        "welcomes", "introduces", "hires", "hired", "taps",
    ]

    func isNameBefore(exceptFirst: Bool) -> Bool {
        guard let previous, let sentence, tokens[previous].isNameLike, !tokens[previous].isPossessive,
            !Self.beginning.contains(text.key(of: previous..<previous + 1))
        else { return false }
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
    var isDescribed: Bool {
        guard let previous, let sentence else { return false }
        if !classes(previous).isDisjoint(with: [.descriptor, .otherParty, .kind]), !tokens[previous].isPossessive {
            return true
        }
        let word = text.key(of: previous..<previous + 1)
        guard previous > sentence.tokens.lowerBound else { return false }
        if word == "to", text.key(of: previous - 1..<previous) == "according" { return true }
        if word == "of" || word == "for", Self.pursuits.contains(text.key(of: previous - 1..<previous)) {
            return !areCapitalsFree || classes(core.lowerBound).isDisjoint(with: [.namesake, .firstName])
        }
        guard word == "of" || word == "at" || word == "in" || word == "by" else { return false }
        if word == "at", Self.staff.contains(text.key(of: previous - 1..<previous)) { return true }
        if word == "in", Self.holdings.contains(text.key(of: previous - 1..<previous)) { return true }
        let head = classes(previous - 1)
        return head.contains(.companyContext) && (word == "of" || head.isDisjoint(with: .verb))
    }

    /// Words of a company stand beside it. `personal`: also those that people share.
    func isCompany(personal: Bool) -> Bool {
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
}
