/// Signs that a place of the text means something else than the company: somebody or something of the same name.
extension NameJudge {
    /// The sentence talks of sport, crime, weather and the like, and of no business.
    var isElsewhere: Bool {
        let isOnGround = lexicon.nameWord(tokens[core.upperBound - 1].word).contains(.ground)
        guard core.count <= 2 || isOnGround else { return false }
        // Two words that mean nothing else are not asked about: most names.
        guard isOnGround || !traits.isDisjoint(with: [.single, .common]) else { return false }
        let around = about
        let business = around.trade + around.line + around.matter
        guard around.elsewhere > 0, business == 0 || (traits.contains(.brief) && around.elsewhere > business),
            !isBeforeAct, !(opensClause && isActing)
        else { return false }
        // Of what hardly anything else is called, only much of it.
        let isGiven =
            traits.isDisjoint(with: [.brief, .ordinary, .namesake, .acronym]) && isUnknown
            && (!opensClause || isKnown)
        if traits.contains(.single), around.elsewhere > 1, !isDescribed, !isGiven { return true }
        if core.count > 1, isOnGround { return true }
        if core.count > 1, isKnown, !traits.contains(.common) { return false }
        let isDoubtful =
            traits.contains(.common) && core.count == 2
            || traits.contains(.single)
                && (!traits.isDisjoint(with: [.ordinary, .acronym, .namesake])
                    || lexicon.talk(of: tokens[core.lowerBound].word).contains(.twofold)
                    || (traits.contains(.brief) && !traits.contains(.head)))
        guard isDoubtful else { return false }
        // What hardly anything else is called, and two words, need more.
        if (traits.contains(.common) && !traits.contains(.brief)) || isUnknown {
            return around.elsewhere > 1
        }
        // A capital inside a sentence of small letters is a name already.
        let isShown =
            !areCapitalsFree && !opensClause && !isAfterArticle
            && traits.isDisjoint(with: [.namesake, .acronym, .common])
            && !lexicon.talk(of: tokens[core.lowerBound].word).contains(.twofold)
        return around.elsewhere > 1 || !isShown
    }

    var isBeforeAct: Bool {
        next.map { lexicon.talk(of: tokens[$0].word).contains(.act) } ?? false
    }

    /// Before what anybody does: "showcases", "helps".
    var isBeforeDoing: Bool {
        next.map { lexicon.talk(of: tokens[$0].word).contains(.does) } ?? false
    }

    /// "in Sonora", where nobody buys or sells a part of it.
    var isBehindWhere: Bool {
        guard let previous, let sentence else { return false }
        switch text.key(of: previous..<previous + 1) {
        case "near", "outside", "around": return true
        case "in":
            guard previous > sentence.tokens.lowerBound else { return true }
            if !classes(core.lowerBound).isDisjoint(with: [.namesake, .place]) {
                return !Self.putting.contains(text.key(of: previous - 1..<previous))
            }
            return classes(previous - 1).isDisjoint(with: .companyContext)
                && lexicon.talk(of: tokens[previous - 1].word).isDisjoint(with: .trade)
                && !Self.putting.contains(text.key(of: previous - 1..<previous))
        default: return false
        }
    }

    /// "its Springfield plant", "at Springfield property": where a thing stands that somebody owns.
    var isPlaceOfPremises: Bool {
        guard let previous, let next, tokens[next].casing == .lower || areCapitalsFree,
            classes(next).contains(.premises) || lexicon.nameWord(tokens[next].word).contains(.site)
        else { return false }
        return lexicon.nameWord(tokens[previous].word).contains(.owning)
            || (!classes(core.lowerBound).isDisjoint(with: [.namesake, .place])
                && lexicon.nameWord(tokens[previous].word).contains(.whereabouts))
    }

    /// "Leonardo da Acme", "Jan van Acme": part of a person's or a thing's name.
    var isBehindParticle: Bool {
        guard let previous, tokens[previous].casing == .lower else { return false }
        return lexicon.nameWord(tokens[previous].word).contains(.particle)
    }

    /// What stands right beside the name makes it something else, whichever companies are named around it.
    var isSurelyOther: Bool {
        isFoundOther || isLikeness || isCounted || isTown || isBehindParticle || isOfficeHolder || isSomebodyElse
            || isForeignForm
            || (traits.contains(.single) && isPlaceOfPremises)
    }

    /// "Mayor Acme": whose office stands before the name.
    var isOfficeHolder: Bool {
        guard traits.contains(.single), let previous, tokens[previous].isNameLike else { return false }
        return lexicon.nameWord(tokens[previous].word).contains(.office)
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
        "interest", "interests", "percent", "warrants", "stake", "stakes", "shares", "investor", "investors", "stock",
    ]

    /// "Dillard's poems".
    var isOfSomebodyElse: Bool {
        let after = range.upperBound
        guard isInside(after), tokens[after].breaks.isDisjoint(with: .clause) else { return false }
        let talk = lexicon.talk(of: tokens[after].word)
        return talk.contains(.elsewhere) && talk.isDisjoint(with: [.act, .does])
    }

    /// "Bank of Commerce": a capital stands before "of".
    func isPartOfBody(_ of: Int) -> Bool {
        guard let sentence, of > sentence.tokens.lowerBound else { return true }
        return tokens[of - 1].isNameLike
    }

    /// "Kroger, a retired teacher", "Acme, the dog": who or what else bears the name.
    var isSomebodyElse: Bool {
        let after = range.upperBound
        guard traits.contains(.single), about.matter == 0, isInside(after + 1),
            tokens[after].breaks.intersection(.clause) == .comma,
            ["the", "a", "an"].contains(text.key(of: after..<after + 1))
        else { return false }
        for index in after + 1..<after + 5 {
            guard isInside(index), tokens[index].breaks.isDisjoint(with: .clause) else { return false }
            if !classes(index).isDisjoint(with: [.kind, .pronoun, .descriptor, .companyContext]) { return false }
            if lexicon.talk(of: tokens[index].word).contains(.elsewhere) { return true }
        }
        return false
    }

    /// "Ministry of Energy".
    var isBehindOf: Bool {
        guard let previous, !isDescribed else { return false }
        return text.key(of: previous..<previous + 1) == "of"
    }

    /// "Mercantile Bank of Dhaka": the one of another place, where the account's name says none.
    var isOfPlace: Bool {
        let after = range.upperBound
        guard isInside(after + 1), tokens[after].word == lexicon.of, tokens[after].breaks.isDisjoint(with: .clause),
            !tokens[after - 1].isPossessive, !areCapitalsFree
        else { return false }
        if text.key(of: after + 1..<after + 2) == "the" {
            return isInside(after + 2) && tokens[after + 2].isNameLike
        }
        // "Acme Mills of Columbia, Missouri" has its home there.
        return tokens[after + 1].isNameLike && Self.local.contains(text.key(of: after - 1..<after))
    }

    /// "Indiana Community Bancorp", "U.S. Health Care": right behind a place, words that many begin with a place's name.
    var isOneOfPlace: Bool {
        guard let previous, tokens[range.lowerBound].breaks.isDisjoint(with: .clause), tokens[previous].isNameLike,
            !tokens[previous].isPossessive, classes(previous).contains(.place)
        else { return false }
        return traits.contains(.brief) || !classes(core.upperBound - 1).isDisjoint(with: [.generic, .organisation])
    }

    /// "New Norfolk Southern CEO", "GE exec": an office is somebody's.
    var isBeforeOffice: Bool {
        next.map { !classes($0).isDisjoint(with: [.position, .title]) && !tokens[$0].isPossessive } ?? false
    }

    /// "the Capital One deal", in small letters: what companies have with each other.
    var isBeforeDealing: Bool {
        guard core.count > 1, !areCapitalsFree, let next, tokens[next].casing == .lower else { return false }
        return Self.dealings.contains(text.key(of: next..<next + 1))
    }

    private static let dealings: Set<String> = [
        "acquisition", "bid", "breach", "deal", "lawsuit", "merger", "offer", "takeover",
    ]

    /// "Acme Insurance of Columbia", where the account is Acme.
    var isBusinessOfPlace: Bool {
        guard isBusinessAfter, let next, isInside(next + 2), tokens[next + 1].breaks.isDisjoint(with: .clause) else {
            return false
        }
        return text.key(of: next + 1..<next + 2) == "of" && tokens[next + 2].isNameLike
    }

    /// "Western Union? EU states split": a question of its own before the sentence.
    var isAsked: Bool {
        guard let sentence, range.lowerBound == sentence.tokens.lowerBound, range.upperBound < tokens.count else {
            return false
        }
        return tokens[range.upperBound].isAfterQuestion
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

    /// "acme.com", "i-80 Acme": written small as the name was given.
    var isWrittenSmall: Bool {
        guard traits.contains(.small), tokens[core.lowerBound].casing == .lower else { return false }
        // "bluebell bio to cut jobs": words of small letters that a headline opens with, before what companies do.
        let isHead = core.count > 1 && opensClause && (isBeforeVerb || isBeforeAct || isCompany(personal: false))
        let isOwnWord =
            traits.isDisjoint(with: [.acronym, .common])
            && (!traits.contains(.ordinary) || classes(core.lowerBound).isEmpty)
        guard isHead || isOwnWord else { return false }
        // "10x" is a number too.
        let first = tokens[core.lowerBound]
        if core.count == 1, first.traits.contains(.digitFirst), first.length < 5 { return false }
        // "acme health Names a Chief": where every noun has a capital, one without is written as its owner writes it.
        let isApart = isHead || (areCapitalsFree && !isAllUpper)
        return core.dropFirst().allSatisfy {
            (isApart && classes($0).isDisjoint(with: .function)) || traits.contains(.legal) || tokens[$0].isNameLike
                || tokens[$0].isAfterDot || tokens[$0].casing == .none
                || !classes($0).isDisjoint(with: [.connector, .legal])
        }
    }

    /// "BJ's Restaurants", where the account is BJ's Wholesale Club.
    var isBeforeOwnBusiness: Bool {
        let after = range.upperBound
        guard !areCapitalsFree, isInside(after), tokens[after - 1].isPossessive, tokens[after].isNameLike,
            tokens[after].breaks.isDisjoint(with: .clause)
        else { return false }
        return !classes(after).isDisjoint(with: [.generic, .organisation])
    }

    /// What is bought and sold follows, or who does so.
    var isBeforeTrade: Bool {
        guard let next else { return false }
        return lexicon.talk(of: tokens[next].word).contains(.trade)
            || !classes(next).isDisjoint(with: [.descriptor, .otherParty])
    }

    /// "lululemon athletica", "abrdn Asia-Pacific Fund": a first word of small letters, as some companies write theirs.
    var isSmallBrand: Bool {
        guard core.count > 2, tokens[core.lowerBound].casing == .lower, !traits.contains(.common) else { return false }
        let rest = core.dropFirst().filter { tokens[$0].casing != .none }
        return rest.count > 1
            && rest.allSatisfy { tokens[$0].isNameLike || !classes($0).isDisjoint(with: [.connector]) }
    }
}
