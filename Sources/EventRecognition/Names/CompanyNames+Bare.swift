import TriggerModel

/// Single words that the news calls companies by.
extension CompanyNames {
    /// A single word that the news calls a company by.
    struct BareName {
        var word: UInt32
        var company: Int32
        /// As `Given.writing`, and whether it is written with an apostrophe and s.
        var writing: FormTraits
    }

    /// What the news calls companies by one word; where it calls several so, only what is said tells which.
    mutating func addBare(
        _ bare: [BareName], beginnings: [Int32: Set<UInt32>], writings registered: [Int32: FormTraits],
        _ lexicon: Lexicon
    ) {
        var bearers: [UInt32: Set<Int32>] = [:]
        /// Of each company by itself: what is doubtful of one may be sure of another.
        var writings: [Int32: [UInt32: FormTraits]] = [:]
        for one in bare {
            bearers[one.word, default: []].insert(one.company)
            let isShop =
                one.writing.contains(.possessive) && writings[one.company]?[one.word]?.contains(.possessive) ?? true
            writings[one.company, default: [:]][one.word, default: []].formUnion(one.writing)
            // "Acme" as well as "Acme's".
            if !isShop { writings[one.company]?[one.word]?.remove(.possessive) }
        }
        for one in bare {
            let classes = lexicon.classes(of: one.word)
            if !classes.isDisjoint(with: [.weekday, .month]) { continue }
            var traits = (writings[one.company]?[one.word] ?? []).union([.brief, .head])
            let isDistinctive =
                NameForms.isDistinctive([one.word], lexicon) && !lexicon.talk(of: one.word).contains(.twofold)
            let isShort = lexicon.interner.length(of: one.word) <= 4 && classes.isDisjoint(with: .ordinary)
            if !isDistinctive, !isShort { traits.insert(.ordinary) }
            if !classes.isDisjoint(with: Self.vague) { traits.insert(.told) }
            if beginnings[one.company]?.contains(one.word) == true {
                traits.formUnion(registered[one.company] ?? [])
            } else if isShort, classes.isDisjoint(with: .brand) {
                traits.insert(.letters)
            }
            if bearers[one.word]?.count ?? 0 > 1 { traits.formUnion([.shared, .ordinary]) }
            add([one.word], one.company, traits, lexicon, isLegal: false)
        }
    }

    /// What is a company's name only where its business is spoken of.
    private static let vague: WordClass = [
        .place, .function, .generic, .organisation, .numeral, .role,
    ]
}
