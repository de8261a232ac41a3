import TriggerModel

/// A company's name folded for comparing: the token rule's words without leading "the" and legal forms.
struct SubjectKey: Hashable, Sendable {
    var words: [String]

    init(_ name: String) {
        var scan = TextScan()
        scan.scan(NameForms.withoutRegisterMark(name), isTitle: false)
        var words = scan.tokens.map {
            String(decoding: scan.folded[Int($0.foldStart)..<Int($0.foldEnd)], as: UTF8.self)
        }
        if words.count > 1, words[0] == "the" { words.removeFirst() }
        while words.count > 1, let last = words.last, Self.legal.contains(last) || last == "and" { words.removeLast() }
        self.words = words
    }

    var text: String { words.joined(separator: " ") }

    /// Equal, or one begins with the whole other: "Acme" and "Acme Robotics".
    func isCompatible(with other: SubjectKey) -> Bool {
        let (short, long) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
        return !short.isEmpty && long.starts(with: short)
    }

    private static let legal: Set<String> = {
        for (wordClass, words) in WordLists.all where wordClass == .legal {
            return Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
        }
        return []
    }()
}
