import RuleLanguage

/// Tells the language of an item, among those that the rules have words for.
///
/// What the item states counts. Where it states nothing, the words decide that a language's rule file says it is known
/// by; as many English words against it leave the item without a particular language.
struct LanguageTeller: Sendable {
    private let codes: [String]
    /// By word id: the language it tells, from 1; 0 none.
    private var told: [UInt8] = []

    /// Words of an item that are looked at, at most.
    static let mostWords = 200
    /// English words that are words of other languages too, and so tell nothing.
    private static let shared: Set<String> = [
        "a", "am", "an", "as", "de", "die", "he", "in", "la", "man", "me", "no", "on", "so", "un", "war", "was",
    ]
    private let sharedIDs: Set<UInt32>

    /// At most 254 languages, far more than there are rule packs for.
    init(_ languages: [LanguageWords], lexicon: Lexicon) {
        codes = languages.prefix(254).map(\.language)
        sharedIDs = Set(Self.shared.map { lexicon.id($0) }).subtracting([0])
        guard !codes.isEmpty else { return }
        told = Array(repeating: 0, count: lexicon.interner.count + 1)
        for (index, words) in languages.prefix(254).enumerated() {
            for word in words.knownBy {
                let id = Int(lexicon.id(word))
                // A word of two languages tells neither.
                if id != 0 { told[id] = told[id] == 0 ? UInt8(index + 1) : 255 }
            }
        }
    }

    /// From 1; nil for a language without rules.
    func index(of code: String) -> Int? { codes.firstIndex(of: code).map { $0 + 1 } }

    /// The code of a language by its index; nil for none in particular.
    func code(of index: Int) -> String? { codes.indices.contains(index - 1) ? codes[index - 1] : nil }

    /// The language of an item by its index, 0 for none in particular.
    func language(stated: String?, of texts: [FieldText], lexicon: Lexicon) -> Int {
        guard !codes.isEmpty else { return 0 }
        if let code = stated.flatMap(LanguageWords.code) { return index(of: code) ?? 0 }
        var counts = Array(repeating: 0, count: codes.count + 1)
        var left = Self.mostWords
        for text in texts {
            for token in text.tokens.prefix(left) where token.word != 0 {
                let language = Int(told[Int(token.word)])
                if language != 0 {
                    if language < counts.count { counts[language] += 1 }
                } else if lexicon.classes(of: token.word).contains(.function), !sharedIDs.contains(token.word) {
                    counts[0] += 1
                }
            }
            left -= min(left, text.tokens.count)
        }
        let best = counts.indices.dropFirst().max { counts[$0] < counts[$1] } ?? 0
        return counts[best] > counts[0] ? best : 0
    }
}
