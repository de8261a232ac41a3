import TriggerModel

/// What is known of companies beside their names, found by an account's identifiers.
struct CompanyKnowledge {
    /// What news about one company talks of, as words of the lexicon.
    struct Matter: Sendable {
        /// Words of its business, in the singular and the plural.
        var business: [UInt32] = []
        /// Words of the places where it sits.
        var places: [UInt32] = []
    }

    private var byCIK: [String: KnownCompany] = [:]
    private var bySymbol: [String: KnownCompany] = [:]
    private var byName: [String: KnownCompany] = [:]

    init(_ companies: [KnownCompany]) {
        for company in companies {
            byCIK[company.cik] = company
            if let symbol = company.ticker { bySymbol[symbol] = company }
            byName[company.name] = company
        }
    }

    var isEmpty: Bool { byCIK.isEmpty }

    /// By its CIK; where the account has none by its symbol, with the name that goes with it, or by its whole name of
    /// several words.
    func company(of account: Account) -> KnownCompany? {
        guard !isEmpty else { return nil }
        if let cik = account.cik { return byCIK[cik] }
        if let ticker = account.ticker {
            guard let known = bySymbol[ticker.split(separator: ":").last.map(String.init) ?? ticker] else { return nil }
            return known.names.contains { Self.firstWord($0.name) == Self.firstWord(account.name) } ? known : nil
        }
        return byName[account.name].flatMap { $0.name.contains(" ") ? $0 : nil }
    }

    private static func firstWord(_ name: String) -> Substring {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.first { $0 != "the" } ?? ""
    }

    /// Words that say where something is, and stand in many places' names.
    private static let vague: WordClass = [.function, .connector, .generic, .organisation]

    private static let directions: Set<String> = ["north", "south", "east", "west", "new"]

    /// - Parameters:
    ///   - business: words of its news, in the singular.
    ///   - places: where it sits, as headlines name it.
    ///   - names: what it is called; their later words tell its business too.
    static func matter(
        business: [String], places: [String], names: [String], _ lexicon: inout Lexicon, _ scan: inout TextScan
    ) -> Matter {
        var matter = Matter()
        // In one go: most of the price of a word is that it is read at all.
        let forms = business.map { "\($0) \(plural($0))" }.joined(separator: " ")
        for word in lexicon.intern(forms, with: &scan) where !matter.business.contains(word) {
            matter.business.append(word)
        }
        // "Acme Soup" sells soup.
        for name in names {
            for word in lexicon.intern(name, with: &scan).dropFirst()
            where lexicon.classes(of: word).isDisjoint(with: Self.vague.union([.legal, .place]))
                && lexicon.nameWord(word).isDisjoint(with: [.holding, .wide]) && lexicon.interner.length(of: word) > 3
                && !matter.business.contains(word)
            {
                matter.business.append(word)
            }
        }
        for place in places {
            let words = lexicon.intern(place, with: &scan)
            // "North Carolina": half of it is another state.
            if words.count > 1, let first = words.first, directions.contains(lexicon.interner.text(of: first)) {
                continue
            }
            for word in words
            where lexicon.classes(of: word).isDisjoint(with: vague) && !matter.places.contains(word) {
                matter.places.append(word)
            }
        }
        return matter
    }

    /// "utility" → "utilities", "brush" → "brushes".
    private static func plural(_ word: String) -> String {
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
            return word.dropLast() + "ies"
        }
        return word + (["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) ? "es" : "s")
    }
}
