import TriggerModel

/// What is known of companies beside their names, found by an account's identifiers.
struct CompanyKnowledge {
    /// What news about one company talks of, as words of the lexicon.
    struct Matter: Sendable {
        /// Words of its business, in the singular and the plural.
        var business: [UInt32] = []
        /// Words of the places where it sits.
        var places: [UInt32] = []
        /// Words of news in which its name means something else.
        var otherwise: [UInt32] = []
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

    /// By its CIK; where the account has none by its symbol, with a name that goes with it, or by its whole name of
    /// several words.
    func company(of account: Account, _ lexicon: inout Lexicon, _ scan: inout TextScan) -> KnownCompany? {
        guard !isEmpty else { return nil }
        if let cik = account.cik { return byCIK[cik] }
        if let ticker = account.ticker {
            guard let known = bySymbol[ticker.split(separator: ":").last.map(String.init) ?? ticker] else { return nil }
            let words = Self.words(account.name, &lexicon, &scan)
            return known.names.contains { name, _ in
                let named = Self.words(name, &lexicon, &scan)
                return named.first == words.first || named.telling.contains(where: words.telling.contains)
            } ? known : nil
        }
        return byName[account.name].flatMap { $0.name.contains(" ") ? $0 : nil }
    }

    /// The first word of a name, and those that not many names hold: registers write "PRICE T ROWE GROUP INC" and "PILGRIMS
    /// PRIDE CORP".
    private static func words(
        _ name: String, _ lexicon: inout Lexicon, _ scan: inout TextScan
    ) -> (first: UInt32?, telling: [UInt32]) {
        let words = lexicon.intern(name.filter { $0 != "'" && $0 != "’" }, with: &scan).drop { $0 == lexicon.the }
        let telling = words.filter {
            lexicon.classes(of: $0).isDisjoint(with: Self.vague.union([.legal, .place]))
                && lexicon.interner.length(of: $0) > 3
        }
        return (words.first, telling)
    }

    /// Words that say where something is, and stand in many places' names.
    private static let vague: WordClass = [.function, .connector, .generic, .organisation]

    private static let directions: Set<String> = ["north", "south", "east", "west", "new"]

    /// - Parameters:
    ///   - business: words of its news, in the singular.
    ///   - places: where it sits, as headlines name it.
    ///   - names: what it is called; their later words tell its business too.
    ///   - otherwise: words of news in which it is not meant, in the singular.
    static func matter(
        business: [String], places: [String], names: [String], otherwise: [String], _ lexicon: inout Lexicon,
        _ scan: inout TextScan
    ) -> Matter {
        var matter = Matter()
        func forms(_ words: [String]) -> [UInt32] {
            // In one go: most of the price of a word is that it is read at all.
            let text = words.map { "\($0) \(plural($0))" }.joined(separator: " ")
            var forms: [UInt32] = []
            for word in lexicon.intern(text, with: &scan) where !forms.contains(word) {
                // "by-election" says nothing with its "by".
                if lexicon.classes(of: word).isDisjoint(with: [.function, .connector]) { forms.append(word) }
            }
            return forms
        }
        matter.business = forms(business)
        matter.otherwise = forms(otherwise)
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
