import RuleLanguage

/// The other ways to say `to open` of what is decided: `will open`, `is opening`.
///
/// A rule writes what a headline says of the near future once, with "to" at the head of an alternative or behind a
/// party. "to" elsewhere ("plans to", "access to capital") is left as it is written.
enum DecidedForms {
    /// The nodes of a sequence with the other forms beside those that begin with "to"; the nodes themselves where there
    /// are none.
    static func beside(_ nodes: [Pattern.Node]) -> [Pattern.Node] {
        guard let place = nodes.indices.first(where: { isOfVerb(nodes, $0) }) else { return nodes }
        // "to [also] open"
        guard let verb = nodes[(place + 1)...].firstIndex(where: { !isOptional($0) }) else { return nodes }
        let between = Array(nodes[(place + 1)..<verb])
        var ways: [Pattern.Node] = [.sequence([either("to", "will")] + between + [nodes[verb]])]
        if let progressive = progressive(of: nodes[verb]) {
            ways.append(.sequence([either("is", "are")] + between + [progressive]))
        }
        return Array(nodes[..<place]) + [.alternatives(ways)] + Array(nodes[(verb + 1)...])
    }

    private static func isOfVerb(_ nodes: [Pattern.Node], _ place: Int) -> Bool {
        guard nodes[place] == .word("to"), place + 1 < nodes.count else { return false }
        guard place > 0 else { return true }
        switch nodes[place - 1] {
        case .slot(.company), .slot(.person): return true
        default: return false
        }
    }

    private static func either(_ one: String, _ other: String) -> Pattern.Node {
        .alternatives([.word(one), .word(other)])
    }

    private static func isOptional(_ node: Pattern.Node) -> Bool {
        if case .optional = node { true } else { false }
    }

    /// The verb that heads a node with the ending "-ing"; nil where it is not written out.
    private static func progressive(of node: Pattern.Node) -> Pattern.Node? {
        switch node {
        case .word(let verb): return progressive(of: verb).map { .word($0) }
        case .sequence(let nodes):
            guard let first = nodes.first, let verb = progressive(of: first) else { return nil }
            return .sequence([verb] + nodes.dropFirst())
        case .alternatives(let nodes):
            let verbs = nodes.compactMap(progressive(of:))
            return verbs.isEmpty ? nil : .alternatives(verbs)
        default: return nil
        }
    }

    /// "open" is "opening", "cut" "cutting", "close" "closing".
    static func progressive(of verb: String) -> String? {
        let letters = Array(verb.utf8)
        guard letters.count > 1, letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
        if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
        if verb.hasSuffix("e"), !["ee", "oe", "ye"].contains(where: verb.hasSuffix), letters.count > 2 {
            return verb.dropLast() + "ing"
        }
        return isDoubled(letters) || doubled.contains(verb) ? verb + String(verb.suffix(1)) + "ing" : verb + "ing"
    }

    /// One syllable that ends in one vowel and one consonant.
    private static func isDoubled(_ letters: [UInt8]) -> Bool {
        let vowels = Set("aeiou".utf8)
        guard letters.count > 2, let last = letters.last, !vowels.contains(last), !"wxy".utf8.contains(last),
            vowels.contains(letters[letters.count - 2])
        else { return false }
        let before = letters.dropLast(2)
        // "quit": the "u" belongs to the consonant.
        return !before.enumerated().contains { place, letter in
            vowels.contains(letter) && !(letter == UInt8(ascii: "u") && place == 1 && before.first == UInt8(ascii: "q"))
        }
    }

    /// Of several syllables, with the stress on the last.
    private static let doubled: Set<String> = [
        "acquit", "admit", "allot", "begin", "commit", "compel", "defer", "emit", "equip", "expel", "incur", "occur",
        "omit", "permit", "prefer", "refer", "relet", "remit", "reset", "rerun", "resit", "submit", "transfer", "upset",
    ]
}
