/// A person's name folded for comparing: words in lower case, without titles, initials in the middle and marks.
enum PersonName {
    private static let notNames: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "jr", "sr", "ii", "iii", "iv", "phd", "cpa",
        "mba",
    ]

    /// Empty for a name of fewer than two words: "Jane" alone is nobody in particular.
    static func key(_ name: String) -> String {
        let words = name.lowercased().split { !($0.isLetter || $0 == "-" || $0 == "'" || $0 == "’") }
            .map(String.init).filter { !notNames.contains($0) }
        guard words.count >= 2, let first = words.first, let last = words.last, first.count > 1 else { return "" }
        return "\(first) \(last)"
    }
}
