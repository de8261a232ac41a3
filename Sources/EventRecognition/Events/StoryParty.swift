import TriggerModel

/// A party with its folded name, which every comparison asks for.
struct StoryParty: Hashable, Sendable {
    let party: Party
    let key: SubjectKey
    /// The name without what stands before it: "Board of Acme" and "Activist Acme" are Acme.
    private let words: [String]
    /// Its first word alone names it wherever it stands: no ordinary word, no town.
    private let isPlain: Bool

    init(_ party: Party) {
        self.party = party
        key = SubjectKey(party.name)
        let words = Self.words(of: key, in: party.name)
        self.words = words
        let lexicon = StoryWords.lexicon
        let word = words.first.map { lexicon.id($0) } ?? 0
        isPlain =
            (words.first?.utf8.count ?? 0) < 4
            || (word != 0
                && !lexicon.classes(of: word).isDisjoint(with: [.plain, .place, .function, .generic, .firstName]))
    }

    /// Words that stand before a name are written small or followed by "of": the words of "US Steel", "State Street"
    /// and "Giant Eagle" are those of the names.
    private static func words(of key: SubjectKey, in name: String) -> [String] {
        var written = name.split(whereSeparator: \.isWhitespace)
        if let first = written.first, first.lowercased() == "the", key.words.first != "the" { written.removeFirst() }
        var count = 0
        while count + 1 < min(key.words.count, written.count), written[count].lowercased() == key.words[count],
            openers.contains(key.words[count]),
            written[count].utf8.allSatisfy({ (0x61...0x7a).contains($0) }) || key.words[count + 1] == "of"
        {
            count += 1
        }
        guard count > 0, key.words.count == count + 1 else { return Array(key.words.dropFirst(count)) }
        // "City of Hope": what would be left is no name.
        let lexicon = StoryWords.lexicon
        let classes = lexicon.classes(of: lexicon.id(key.words[count]))
        return classes.isDisjoint(with: [.plain, .function, .generic]) ? [key.words[count]] : key.words
    }

    /// What a party's name is looked up by, so that a shorter form of it finds the longer one.
    static func beginnings(of name: String) -> [String] {
        let key = SubjectKey(name)
        let words = words(of: key, in: name)
        let beginnings = (1...3).filter { $0 <= words.count }.map { words.prefix($0).joined(separator: " ") }
        let initials = words.count >= 3 ? [String(words.compactMap(\.first))] : []
        return beginnings + [key.text] + initials
    }

    /// The same account, or names of which one is the other's shorter form or its initials.
    func isSame(as other: StoryParty) -> Bool {
        if let mine = party.account, let theirs = other.party.account { return mine == theirs }
        return Self.isShorter(words, of: other.words) || Self.isShorter(other.words, of: words)
            || Self.isInitials(words, of: other.words) || Self.isInitials(other.words, of: words)
    }

    /// Whether a headline names it.
    func isNamed(in headline: StoryHeadline) -> Bool {
        if headline.says(words) { return true }
        guard !isPlain, let first = words.first else { return false }
        return headline.all.contains(first)
    }

    private static let openers: Set<String> = [
        "board", "directors", "shareholders", "owners", "owner", "of", "the", "activist", "investor", "state", "city",
        "county", "startup", "maker", "giant", "group", "us", "uk",
    ]

    /// "Acme" of "Acme Robotics", "Acme Bio" of "Acme Biosciences", never "Acme" of "Acme Deutschland".
    private static func isShorter(_ short: [String], of long: [String]) -> Bool {
        guard !short.isEmpty, short.count <= long.count else { return false }
        for (place, word) in short.enumerated() where word != long[place] {
            guard place > 0, place == short.count - 1, word.utf8.count >= 3, long[place].hasPrefix(word) else {
                return false
            }
        }
        return !(short.count..<long.count).contains { StoryWords.region(of: long[$0], after: long[$0 - 1]) != nil }
    }

    private static func isInitials(_ short: [String], of long: [String]) -> Bool {
        guard short.count == 1, let word = short.first, long.count >= 3, word.count == long.count else { return false }
        return word == String(long.compactMap(\.first))
    }
}
