import TriggerModel

/// What stands beside a name, and what that tells.
extension NameJudge {
    var tokens: ContiguousArray<Token> { text.tokens }
    func classes(_ index: Int) -> WordClass { lexicon.classes(of: tokens[index].word) }
    func isInside(_ index: Int) -> Bool { sentence.map { index < $0.tokens.upperBound } ?? false }

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

    /// "Acme Stadium".
    var continues: Bool {
        guard let next else { return false }
        return tokens[next].isNameLike && classes(next).contains(.continuation)
    }

    /// "John Acme", "J. Acme".
    var isSurname: Bool {
        guard let previous, tokens[previous].isNameLike, !tokens[previous].isPossessive else { return false }
        let isInitial = tokens[previous].casing == .upper && tokens[previous].end - tokens[previous].start == 1
        return isInitial || !classes(previous).isDisjoint(with: [.firstName, .honorific])
    }

    /// A capitalised word follows that may belong to a longer name.
    var isNameAfter: Bool {
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

    /// A company's noun follows: revenue, shares, stores.
    var isBeforeNoun: Bool {
        guard let next else { return false }
        return classes(next).contains(.companyContext) && classes(next).isDisjoint(with: [.verb, .personal])
    }

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
        guard let previous, let sentence, tokens[previous].word == 0, tokens[previous].isNameLike,
            !tokens[previous].isPossessive
        else { return false }
        return previous == sentence.tokens.lowerBound || !tokens[previous].breaks.isDisjoint(with: .clause)
    }

    /// "Announces Roe as President": the verb and the office are those of a person.
    var isPutInOffice: Bool {
        guard let next, let previous, isInside(next + 1), text.key(of: next..<next + 1) == "as",
            classes(next + 1).contains(.title)
        else { return false }
        return Self.appointing.contains(text.key(of: previous..<previous + 1))
    }

    private static let appointing: Set<String> = [
        "announces", "announced", "names", "named", "appoints", "appointed", "elects", "elected", "promotes",
        "promoted",
        "welcomes", "introduces", "hires", "hired", "taps",
    ]

    func isNameBefore(exceptFirst: Bool) -> Bool {
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
    var isDescribed: Bool {
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
