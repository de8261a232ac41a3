import TriggerModel

/// Whether a name's words are those of a town, a state or a country.
extension NameJudge {
    /// "Palo Alto, CA 94304", "HAYWARD, Calif.": the words are those of a town.
    var isTown: Bool {
        let after = range.upperBound
        guard after < tokens.count, tokens[after].breaks.intersection(.clause) == .comma, tokens[after].isNameLike,
            ownPlaces
        else { return false }
        return Self.states.contains(text.key(of: after..<after + 1)) || isStateBetweenMarks(after)
    }

    /// "Palo Alto man jailed": the words are those of the town he is from.
    var isHome: Bool {
        let after = range.upperBound
        guard isInside(after), tokens[after].breaks.isEmpty, ownPlaces, !tokens[after - 1].isPossessive else {
            return false
        }
        let word = text.key(of: after..<after + 1)
        if Self.townspeople.contains(word) { return true }
        // "Palo Alto lender Corvane": who is named next is from there.
        return Self.localFirms.contains(word) && !classes(core.lowerBound).isEmpty && isInside(after + 1)
            && tokens[after + 1].isNameLike && tokens[after + 1].breaks.isEmpty
    }

    /// "New York City": what is left of a company's name, where it is written without its last word, is a city's.
    var isCity: Bool {
        core.count > 1 && core.upperBound == range.upperBound && text.key(of: core.suffix(1)) == "city"
            && core.dropLast().allSatisfy {
                classes($0).contains(.place) || text.key(of: $0..<$0 + 1) == "new"
            }
    }

    /// Of firms that are called by their town, and have no dealings with a company by its name.
    private static let localFirms: Set<String> = [
        "bakery", "bank", "brewer", "brewery", "builder", "credit", "homebuilder", "insurer", "landlord", "lender",
        "restaurateur", "startup", "utility",
    ]

    private static let townspeople: Set<String> = [
        "councilman", "councilwoman", "couple", "man", "mayor", "men", "native", "natives", "resident", "residents",
        "teen",
        "teenager", "teenagers", "teens", "townspeople", "woman", "women",
    ]

    /// "El Domo": a name of another language that only ends so.
    var isBehindForeignArticle: Bool {
        guard core.count == 1, let previous, tokens[previous].casing == .capitalised,
            tokens[range.lowerBound].breaks.isEmpty
        else { return false }
        return ["el", "la", "los", "las", "le", "les", "il"].contains(text.key(of: previous..<core.lowerBound))
    }

    /// "WALLINGFORD, Conn.": the word is that of a state, cut short.
    var isState: Bool {
        let place = core.lowerBound
        guard core.count == 1, place > 0, tokens[place].breaks.intersection(.clause) == .comma,
            tokens[place - 1].isNameLike, range.upperBound < tokens.count,
            tokens[range.upperBound].traits.contains(.afterStop) || tokens[place].casing == .upper
        else { return false }
        return Self.states.contains(text.key(of: core))
    }

    /// "Nova Scotia lifts", "North Dakota's".
    var isStateName: Bool {
        guard core.count == 1, let previous, lexicon.nameWord(tokens[previous].word).contains(.stateHead),
            tokens[previous].isNameLike, !tokens[previous].isPossessive
        else { return false }
        return Self.wholeStates.contains(text.key(of: previous..<core.upperBound))
    }

    /// "South Africa's FNB": letters that others have elsewhere.
    var isOfAnotherCountry: Bool {
        guard about.seat == 0, range.lowerBound > 0 else { return false }
        let before = range.lowerBound - 1
        return tokens[before].isPossessive && classes(before).contains(.place)
    }

    /// "Corning, New York, votes": a state written out, between two marks or at the end.
    private func isStateBetweenMarks(_ start: Int) -> Bool {
        (1...2).contains { length in
            let end = start + length
            guard end <= tokens.count, (start..<end).allSatisfy({ tokens[$0].isNameLike }) else { return false }
            let isEnd = end == tokens.count || !tokens[end].breaks.isDisjoint(with: .clause)
            return isEnd && Self.wholeStates.contains(text.key(of: start..<end))
        }
    }

    /// States and provinces written out that no company is called by.
    private static let wholeStates: Set<String> = Set(
        """
        alabama arizona arkansas california colorado connecticut delaware florida georgia idaho illinois indiana iowa kansas
        kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio
        oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario quebec alberta manitoba
        saskatchewan
        """.split(whereSeparator: \.isWhitespace).map(String.init)
            + [
                "new york", "new jersey", "new mexico", "new hampshire", "north carolina", "south carolina",
                "north dakota",
                "south dakota", "west virginia", "rhode island", "british columbia", "nova scotia", "new brunswick",
                "new zealand", "south africa", "new south", "northern ireland",
            ])

    /// Names that hold a word of a business or a legal form are no town's.
    private var ownPlaces: Bool {
        core.count <= 3 && core.allSatisfy { classes($0).isDisjoint(with: [.legal, .organisation]) }
    }

    /// Postal and newspaper abbreviations of the states (USPS Publication 28, appendix B) that are no other word.
    private static let states: Set<String> = Set(
        """
        al ak az ar ca ct de fl ga hi id il ia ks ky la md ma mi mn ms mo mt nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx
        ut vt va wa wv wi wy dc ala ariz ark calif colo conn del fla ill ind kan mass mich minn miss mont neb nev okla ore
        penn tenn tex va wash wis wyo
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
