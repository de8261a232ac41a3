import TriggerModel

/// A company's name as people say it: "Harrowgate Precision plc" is called Harrowgate Precision.
enum SpokenName {
    /// Legal forms that are written behind a name and not said. Those that are part of how people speak of a company
    /// (Group, Holdings, Bank) are not among them.
    private static let legalForms: Set<String> = [
        "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "llp", "lp",
        "gmbh", "ag", "se", "kg", "kgaa", "sa", "sas", "sarl", "spa", "srl", "nv", "bv", "ab", "asa", "as", "oy", "oyj",
        "aps", "pty", "kk", "pte", "bhd", "ulc",
    ]

    static func of(_ name: String) -> String {
        var words = name.split(separator: " ")
        while words.count > 1, let last = words.last, legalForms.contains(folded(last)) {
            // "Smith & Co" is a whole name: what hangs on an "&" or "and" stays.
            if ["&", "and", "et", "und"].contains(words[words.count - 2].lowercased()) { break }
            words.removeLast()
        }
        guard let last = words.last else { return name }
        words[words.count - 1] = last.last == "," ? last.dropLast() : last
        return words.joined(separator: " ")
    }

    private static func folded(_ word: Substring) -> String {
        word.lowercased().filter { $0.isLetter }
    }
}
