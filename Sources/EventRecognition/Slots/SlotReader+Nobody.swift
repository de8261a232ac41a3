/// Words that stand where a company could and name none.
extension SlotReader {
    /// False for words that are nobody's name: "Board", "Media Release", "New Director".
    func isName(_ range: Range<Int>) -> Bool {
        if isNumberedName(range.lowerBound) { return true }
        if hits.contains(where: { $0.tokens.overlaps(range) && $0.certainty >= 0.5 }) { return true }
        if text.isMarked(range.upperBound - 1) { return true }
        if range.count == 1 {
            // "Analysts say Acme will acquire Beta".
            if Self.speakers.contains(text.key(of: range)) { return false }
            // "Partners", "Company", "Retailer" alone are nobody.
            let any: WordClass = [
                .generic, .organisation, .pronoun, .unit, .otherParty, .descriptor, .role, .weekday, .month, .personal,
                .statesman,
            ]
            if !classes(range.lowerBound).isDisjoint(with: any) { return false }
        }
        if range.count > 1, isOfPeople(range) || isOfPeriod(range) { return false }
        // "Owner of Acme": named by what is somebody else's.
        if range.count > 2, text.key(of: range.lowerBound + 1..<range.lowerBound + 2) == "of",
            !classes(range.lowerBound).isDisjoint(with: [.otherParty, .descriptor, .kind])
        {
            return false
        }
        // "China Property Developer" is some developer.
        if classes(range.upperBound - 1).contains(.descriptor), !isAirline(range) {
            let kinds: WordClass = [.place, .generic, .organisation, .ordinary, .descriptor]
            if range.allSatisfy({ !classes($0).isDisjoint(with: kinds) }) { return false }
        }
        var empty: WordClass = [
            .pronoun, .role, .unit, .position, .title, .function, .connector, .verb, .month, .weekday, .honorific,
        ]
        // "Ten Year", "Amended Option"; but "Strategic Partnership Group".
        if classes(range.upperBound - 1).isDisjoint(with: [.pronoun, .organisation, .generic, .legal]) {
            empty.formUnion([.matter, .numeral])
        }
        return !range.allSatisfy { index in
            !classes(index).isDisjoint(with: empty) || tokens[index].traits.contains(.number)
        }
    }

    /// "EU Regulators Clear", "SaaS Veteran Jane Roe", "Former Acme Director Jane Roe": people of some kind.
    private func isOfPeople(_ range: Range<Int>) -> Bool {
        if Self.bygone.contains(text.key(of: range.prefix(1))) { return true }
        return range.enumerated().contains { place, index in
            let word = text.key(of: index..<index + 1)
            return Self.peoples.contains(word) || (place > 0 && Self.seasoned.contains(word))
        }
    }

    /// "Class 8 Sales", "January Trailer Orders": a grade or a month, and what anybody has in it.
    private func isOfPeriod(_ range: Range<Int>) -> Bool {
        if tokens[range.lowerBound + 1].traits.contains(.number) {
            return Self.gradings.contains(text.key(of: range.prefix(1)))
        }
        return classes(range.lowerBound).contains(.month)
            && range.dropFirst().allSatisfy {
                classes($0).contains(.plain) && classes($0).isDisjoint(with: .organisation)
            }
    }

    /// "Frontier Airlines", "Turkish Airlines": most airlines are called by a plain word or a country, and "Airlines".
    /// Where every word has a capital, "European Airlines" are several.
    private func isAirline(_ range: Range<Int>) -> Bool {
        guard range.count > 1, tokens[range.upperBound - 1].isNameLike,
            text.key(of: range.suffix(1)) == "airlines"
        else { return false }
        return !sentence.isTitleCase || !Self.manyAirlines.contains(text.key(of: range.prefix(1)))
    }

    private static let manyAirlines: Set<String> = [
        "african", "arab", "asian", "big", "british", "budget", "canadian", "cheap", "chinese", "discount", "domestic",
        "eu", "european", "foreign", "french", "german", "global", "gulf", "indian", "international", "japanese",
        "latin", "legacy", "local", "low", "major", "more", "most", "national", "regional", "rival", "russian", "some",
        "three", "two", "u", "uk", "us", "western", "world",
    ]

    private static let peoples: Set<String> = [
        "activists", "authorities", "lawmakers", "moguls", "officials", "prosecutors", "protesters", "regulators",
        "residents", "researchers", "scientists", "senators", "voters", "watchdogs",
    ]

    private static let bygone: Set<String> = ["ex", "former", "longtime", "retired"]
    private static let seasoned: Set<String> = ["alum", "alumna", "alumnus", "exec", "veteran"]

    private static let gradings: Set<String> = [
        "category", "chapter", "class", "day", "grade", "group", "part", "phase", "round", "section", "tier", "top",
        "type", "week", "year",
    ]

    /// Who talks of companies, or has to do with them, and is none when named alone.
    private static let speakers: Set<String> = peoples.union([
        "academics", "analysts", "brokers", "commentators", "creditors", "critics", "customers", "doctors",
        "economists",
        "employees", "executives", "experts", "forecasters", "insiders", "investigators", "investors", "lawyers",
        "lenders", "managers", "observers", "pundits", "shareholders", "sources", "staff", "strategists", "suppliers",
        "traders", "unions", "users", "workers",
    ])

    /// "Option", "Ten Year Contract": what is announced, where the announcement leaves out who announces it.
    func isMatter(_ range: Range<Int>) -> Bool {
        !isName(range) && !classes(range.lowerBound).isDisjoint(with: [.matter, .numeral])
            && range.allSatisfy { !classes($0).isDisjoint(with: [.matter, .numeral, .function, .connector, .unit]) }
    }
}
