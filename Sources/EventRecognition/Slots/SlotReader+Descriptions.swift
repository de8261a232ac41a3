import RuleLanguage

/// Words around a company's name that say what it is or whose, and are no part of it.
extension SlotReader {
    // MARK: Before a name

    /// Where the name begins that words of description lead up to, the first of them at `place`: "Italian glassmaker
    /// Vitroflex", "the chip maker Corvane", "Acme rival Corvane". nil where none do.
    ///
    /// The last word before the name says a kind of company and is written small; where every word has a capital, what
    /// describes is part of the run and trimmed afterwards.
    func nameStart(behindDescriptionAt place: Int) -> Int? {
        guard !sentence.isTitleCase else { return nil }
        var index = place
        var capitals = 0
        if isInside(index), tokens[index].casing == .lower, classes(index).contains(.function) {
            guard Self.articles.contains(text.key(of: index..<index + 1)) else { return nil }
            index += 1
        }
        while isInside(index), index - place < Self.longestDescription {
            if index > place, !isJoined(index) { return nil }
            let isTied = tokens[index].breaks.contains(.hyphen) || isTiedToNext(index)
            if tokens[index].isNameLike {
                capitals += 1
                guard capitals <= 4, isTied || !isBanned(index), !tokens[index].isPossessive else { return nil }
            } else if tokens[index].casing == .lower {
                if isKind(index) || isParticiple(index), isInside(index + 1), tokens[index + 1].isNameLike,
                    isJoined(index + 1),
                    isNameStart(index + 1), classes(index + 1).isDisjoint(with: [.honorific, .title, .position]),
                    !isParticiple(index + 2)
                {
                    return index + 1
                }
                let classes = classes(index)
                let mayDescribe =
                    classes.isDisjoint(with: [.function, .verb, .position, .personal, .title])
                    || isTied || (classes.contains(.connector) && text.key(of: index..<index + 1) == "and")
                guard mayDescribe || isKind(index) else { return nil }
            } else {
                guard tokens[index].traits.contains(.ampersand) || isTied else { return nil }
            }
            index += 1
        }
        return nil
    }

    private static let longestDescription = 8
    private static let articles: Set<String> = ["the", "a", "an", "its"]
    /// Kinds that stand for no company by themselves and may begin a name with a capital.
    private static let furtherKinds: Set<String> = [
        "app", "brand", "charity", "label", "nonprofit", "outfit", "platform", "vendor", "broker", "builder",
        "consultant", "marketplace", "service",
    ]

    /// "New Jersey-based", "Harlow-backed", "London-listed": with its hyphen it says where a company is or whose.
    private func isParticiple(_ index: Int) -> Bool {
        guard isInside(index), tokens[index].breaks.contains(.hyphen), tokens[index].casing == .lower else {
            return false
        }
        let word = text.key(of: index..<index + 1)
        return word.hasSuffix("ed") || word == "run"
    }

    /// "e-commerce", "family-run": the next word is tied to this one by a hyphen.
    private func isTiedToNext(_ index: Int) -> Bool {
        isInside(index + 1) && tokens[index + 1].breaks.contains(.hyphen)
    }

    /// A small word that says what kind of company is named next.
    private func isKind(_ index: Int) -> Bool {
        guard tokens[index].casing == .lower else { return false }
        let classes = classes(index)
        if !classes.isDisjoint(with: [.kind, .descriptor, .pronoun]) { return true }
        if !classes.isDisjoint(with: [.role, .personal, .position]) { return false }
        if !classes.isDisjoint(with: [.organisation, .otherParty]) { return true }
        let word = text.key(of: index..<index + 1)
        if Self.furtherKinds.contains(word) || isMaker(index) { return true }
        // "start-up".
        return word == "up" && tokens[index].breaks.contains(.hyphen)
    }

    /// "Tilemaker", "boatbuilder".
    private func isMaker(_ index: Int) -> Bool {
        let word = text.key(of: index..<index + 1)
        return ["maker", "builder"].contains { word.utf8.count > $0.utf8.count + 1 && word.hasSuffix($0) }
    }

    // MARK: Instead of a name

    /// The company described at a place, and those named there: the words of a pattern tell "Acme tile maker" from Acme's
    /// tile maker.
    func companies(_ named: [Range<Int>], orDescribedAt place: Int) -> [Range<Int>] {
        descriptionEnd(at: place).map { [place..<$0] + named } ?? named
    }

    /// True for what `descriptionEnd` ends.
    func isDescription(_ range: Range<Int>) -> Bool { descriptionEnd(at: range.lowerBound) == range.upperBound }

    /// "Irish Grocery Wholesaler" in a headline of capitals: words that name nobody, the last a kind of company.
    func isCapitalDescription(_ range: Range<Int>) -> Bool {
        sentence.position == .headline && sentence.isTitleCase && range.count > 1
            && isKindOfEnterprise(range.upperBound - 1)
    }

    /// Behind "Danish hearing-aid maker", "troubled ferry operator": words of a headline that say of one company what it
    /// is, where no name follows and none stands before. Only in small letters, and only with a word before the last that
    /// tells it from others of its kind.
    func descriptionEnd(at place: Int) -> Int? {
        guard sentence.position == .headline, !sentence.isTitleCase, !sentence.isUpper, beginsDescription(place) else {
            return nil
        }
        var index = place
        if Self.articles.contains(text.key(of: index..<index + 1)) { index += 1 }
        let first = index
        while isInside(index), index - first < Self.longestDescription, index == first || isJoined(index) {
            if index > first, isEnterprise(index), !leadsOn(index + 1) {
                let own = first..<(isTied(index) ? index - 1 : index)
                let isKnown = hits.contains { $0.tokens.overlaps(place..<index + 1) && $0.certainty >= 0.5 }
                return own.isEmpty || isKnown || isNoCompany(own, index) ? nil : index + 1
            }
            guard mayDescribe(index) else { return nil }
            index += 1
        }
        return nil
    }

    /// What is before a place does not describe the same company.
    private func beginsDescription(_ place: Int) -> Bool {
        guard place > sentence.tokens.lowerBound, isJoined(place) else { return true }
        // Nearly every verb of a headline is one of those that describe nothing; the rest are told by their ending.
        let isVerb = tokens[place - 1].casing == .lower && text.key(of: place - 1..<place).hasSuffix("s")
        return !isTied(place) && (!mayDescribe(place - 1) || isVerb)
            && !Self.articles.contains(text.key(of: place - 1..<place))
    }

    /// "central bank", "food bank", "disused mill": another body or a building.
    private func isNoCompany(_ own: Range<Int>, _ kind: Int) -> Bool {
        let words = own.map { text.key(of: $0..<$0 + 1) }
        if words.contains(where: Self.emptied.contains) { return true }
        return text.key(of: kind..<kind + 1) == "bank" && words.last.map(Self.otherBanks.contains) == true
    }

    private static let otherBanks: Set<String> = [
        "blood", "central", "development", "food", "power", "reserve", "sperm", "world",
    ]
    private static let emptied: Set<String> = [
        "abandoned", "derelict", "disused", "empty", "former", "historic", "old", "vacant",
    ]

    func isTied(_ index: Int) -> Bool { isInside(index) && tokens[index].breaks.contains(.hyphen) }

    private func isEnterprise(_ index: Int) -> Bool {
        tokens[index].casing == .lower && !tokens[index].isPossessive && isKindOfEnterprise(index)
    }

    private func isKindOfEnterprise(_ index: Int) -> Bool {
        if classes(index).contains(.enterprise) { return true }
        guard index > sentence.tokens.lowerBound else { return false }
        let two = text.key(of: index - 1..<index + 1)
        if isTied(index) { return ["start up", "co op"].contains(two) }
        if isMaker(index) { return true }
        // "hotel group", "NHS trust": others are groups and trusts too.
        guard let space = two.lastIndex(of: " ") else { return false }
        switch two[space...].dropFirst() {
        case "group": return Self.groups.contains(String(two[..<space]))
        case "trust": return ["nhs", "hospital", "hospitals", "health", "healthcare"].contains(two[..<space])
        case "manager": return ["wealth", "asset", "fund", "money"].contains(two[..<space])
        case "home": return two == "care home" || two == "nursing home"
        case "society": return two == "building society"
        case "union": return two == "credit union"
        case "system": return two == "health system" || two == "hospital system"
        default: return false
        }
    }

    /// What a group does that is a company.
    private static let groups: Set<String> = [
        "aerospace", "auto", "automotive", "bakery", "beauty", "beverage", "brewing", "building", "business", "cement",
        "chemical", "chemicals", "cinema", "cleaning", "coffee", "construction", "consumer", "cosmetics", "dairy",
        "defence", "defense", "dental", "drinks", "education", "electronics", "energy", "engineering", "fashion",
        "financial", "food", "furniture", "gaming", "healthcare", "home", "holding", "hospitality", "hotel",
        "industrial",
        "insurance", "investment", "leisure", "logistics", "luxury", "media", "mining", "motor", "oil", "packaging",
        "paper", "pharma", "power", "property", "pub", "publishing", "recruitment", "restaurant", "retail", "services",
        "shipping", "software", "staffing", "steel", "support", "tech", "technology", "telecom", "telecoms", "textile",
        "tobacco", "transport", "travel", "utilities", "vet", "veterinary", "waste", "water",
    ]

    /// A name follows, or another noun: "supermarket shopping", "airline flights".
    private func leadsOn(_ index: Int) -> Bool {
        guard isInside(index), isJoined(index) else { return false }
        if tokens[index].isNameLike || isTied(index) || isEnterprise(index) { return true }
        let follows: WordClass = [
            .verb, .deed, .function, .connector, .role, .position, .title, .numeral, .approximator,
        ]
        guard tokens[index].casing == .lower, classes(index).isDisjoint(with: follows) else { return false }
        // Of verbs that are on no list, what they end in tells them.
        let word = text.key(of: index..<index + 1)
        return Self.belongings.contains(word)
            || !(word.hasSuffix("ed") || word.hasSuffix("s") || Self.participles.contains(word))
    }

    /// "services firm laying off 85": of words in "ing" few are no nouns.
    private static let participles: Set<String> = [
        "adding", "adopting", "buying", "closing", "cutting", "ending", "expanding", "facing", "hiring", "investing",
        "laying", "leaving", "looking", "merging", "moving", "opening", "planning", "pulling", "raising", "recalling",
        "seeking", "selling", "shedding", "shutting", "suing", "switching", "warning", "winding",
    ]

    /// What a kind of company has, in the plural: "airline flights".
    private static let belongings: Set<String> = [
        "accounts", "bills", "bonds", "bosses", "branches", "customers", "deals", "deposits", "fares", "fees",
        "flights",
        "jobs", "loans", "owners", "passengers", "pensions", "prices", "products", "profits", "sales", "services",
        "shares",
        "shelves", "shops", "staffers", "stocks", "stores", "suppliers", "tickets", "tills", "unions", "users",
        "workers",
    ]

    private func mayDescribe(_ index: Int) -> Bool {
        if tokens[index].isPossessive { return false }
        return isTied(index) || isTiedToNext(index)
            || classes(index).isDisjoint(with: [.function, .connector, .verb, .position, .title, .role, .numeral])
    }

    // MARK: Trimming what was captured

    /// The company's own words of a captured run: no trailing possessive's unit, no leading descriptor. Empty where
    /// the words mean somebody else: "Acme owner", "the maker of Acme".
    func trimmedCompany(_ range: Range<Int>, descriptorEnd: (Int) -> Int?) -> Range<Int> {
        var range = range
        if let start = nameStart(behindDescriptionAt: range.lowerBound), start < range.upperBound {
            range = start..<range.upperBound
        }
        let isKnown = { [hits] (place: Int) in hits.contains { $0.tokens.contains(place) && $0.certainty >= 0.5 } }
        if range.count > 1, !isKnown(range.upperBound - 1),
            classes(range.upperBound - 1).contains(.otherParty) || text.key(of: range.suffix(1)) == "ex"
        {
            return range.lowerBound..<range.lowerBound
        }
        range = withoutOwner(range, isKnown: isKnown)
        range = withoutPlace(range, isKnown: isKnown)
        // "Bella Italia Owner Acme", "UK Payments Startup Acme": the name stands behind the word that describes it.
        if let noun = range.dropFirst().dropLast().last(where: { place in
            (classes(place).contains(.otherParty) || (sentence.isTitleCase && classes(place).contains(.descriptor)))
                && !isKnown(place)
        }) {
            let rest = noun + 1..<range.upperBound
            let isEmpty = rest.allSatisfy {
                !classes($0).isDisjoint(with: [.generic, .organisation, .legal, .unit, .role, .connector])
            }
            if !isEmpty { range = rest }
        }
        if opensStatement(range.lowerBound), range.count > 1,
            classes(range.lowerBound).contains(.kind) || isMaker(range.lowerBound),
            tokens[range.lowerBound].casing == .capitalised, !isKnown(range.lowerBound), isDistinct(range.dropFirst())
        {
            // "Biotech Acme", "Airline Acme": with a capital only because the headline begins with it.
            range = range.dropFirst()
        }
        while range.count > 1,
            isTail(range.upperBound - 1) || (isFigure(range.upperBound - 1) && !isKnown(range.upperBound - 1))
        {
            range = range.dropLast()
        }
        var rounds = 0
        while rounds < 4, let end = descriptorEnd(range.lowerBound), end < range.upperBound {
            range = end..<range.upperBound
            rounds += 1
        }
        while range.count > 1, classes(range.lowerBound).contains(.connector), !tokens[range.lowerBound].isNameLike {
            range = range.lowerBound + 1..<range.upperBound
        }
        // "New York-based Acme": everything up to "based" describes.
        for index in range.dropLast() where text.key(of: index..<index + 1) == "based" {
            range = index + 1..<range.upperBound
        }
        return range
    }

    /// True for what may follow a name in a captured run without being part of it: "Acme Board", "Change of".
    private func isTail(_ index: Int) -> Bool {
        let classes = classes(index)
        if classes.contains(.legal) { return false }
        // "Mode Media Names": what a verb follows is the name's last word.
        if Self.publishers.contains(text.key(of: index..<index + 1)), isInside(index + 1),
            self.classes(index + 1).contains(.verb)
        {
            return false
        }
        return classes.contains(.unit) || (classes.contains(.connector) && !tokens[index].isNameLike)
    }

    private static let publishers: Set<String> = ["media", "news", "press"]

    /// "Acme Earnings", "Acme Adj. EPS", "Acme Non-GAAP": what it reports, with a capital only because all words have one.
    private func isFigure(_ index: Int) -> Bool { Self.figures.contains(text.key(of: index..<index + 1)) }

    private static let figures: Set<String> = [
        "earnings", "eps", "ffo", "affo", "adj", "adjusted", "gaap", "non", "ebitda", "profit", "profits", "revenue",
        "revenues", "sales", "results", "shares", "stock", "guidance",
    ]

    /// Any word that says more than what business it is.
    private func isDistinct(_ range: Range<Int>) -> Bool {
        !range.allSatisfy {
            !classes($0).isDisjoint(with: [.generic, .organisation, .legal, .unit, .role, .connector, .function])
        }
    }

    /// The first word of a headline, or of what stands behind its label.
    private func opensStatement(_ place: Int) -> Bool {
        place == sentence.tokens.lowerBound || tokens[place].breaks.contains(.colon)
    }

    /// "Acme's Beta unit", "Acme's Rotterdam plant": what happens to a part happens to its owner. "Macy's Holdings" is
    /// one name, and "Vietnam's Acme" is Acme.
    private func withoutOwner(_ range: Range<Int>, isKnown: (Int) -> Bool) -> Range<Int> {
        guard let owner = range.dropLast().first(where: { tokens[$0].isPossessive }), !isKnown(range.upperBound - 1)
        else { return range }
        let rest = owner + 1..<range.upperBound
        let isOfPlace = (range.lowerBound...owner).allSatisfy { classes($0).contains(.place) && !isKnown($0) }
        if isOfPlace, tokens[owner + 1].isNameLike, isDistinct(rest),
            classes(rest.upperBound - 1).isDisjoint(with: .unit)
        {
            return rest
        }
        let parts: WordClass = [.unit, .premises]
        let isFollowedByPart =
            isInside(range.upperBound) && isJoined(range.upperBound)
            && !classes(range.upperBound).isDisjoint(with: parts)
        let isPlace = rest.allSatisfy { classes($0).contains(.place) }
        // "Charlotte's Web Names": what a verb follows may be a name's last word.
        let isBeforeVerb = isInside(range.upperBound) && classes(range.upperBound).contains(.verb)
        let empty: WordClass = isBeforeVerb ? [.role, .function, .unit] : [.role, .function, .unit, .generic]
        let isNothing = rest.allSatisfy { !classes($0).isDisjoint(with: empty) }
        let isPart =
            !tokens[owner + 1].isNameLike || !classes(rest.upperBound - 1).isDisjoint(with: parts) || isPlace
            || isFollowedByPart || (isNothing && rest.count < 2 && text.key(of: rest.prefix(1)) != "holdings")
        return isPart ? range.lowerBound..<owner + 1 : range
    }

    /// "Acme Leeds Factory" in a headline of capitals: a plant and its town are no part of the name.
    private func withoutPlace(_ range: Range<Int>, isKnown: (Int) -> Bool) -> Range<Int> {
        var end = range.upperBound
        guard range.count > 2, classes(end - 1).contains(.premises), classes(end - 2).contains(.place),
            classes(end - 1).isDisjoint(with: .kind), !isKnown(end - 1)
        else { return range }
        end -= 1
        while end - range.lowerBound > 1, classes(end - 1).contains(.place) { end -= 1 }
        return range.lowerBound..<end
    }
}
