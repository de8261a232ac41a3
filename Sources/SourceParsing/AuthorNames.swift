/// Names of authors out of what pages write in their place.
enum AuthorNames {
    /// Several texts, each with one name or more; of equal names the first.
    static func read(_ texts: [String]) -> [String] {
        var names: [String] = []
        for text in texts {
            for name in split(withoutBy(text)) where !names.contains(where: { isSame($0, name) }) { names.append(name) }
        }
        return names
    }

    /// A line that a page shows, which counts only where it reads like names: "By Ina Holm and Bo Ek".
    static func read(byline: String) -> [String] {
        let names = read([byline])
        return names.allSatisfy(looksLikeName) ? names : []
    }

    static func isSame(_ one: String, _ other: String) -> Bool { WordHashes(one).hashes == WordHashes(other).hashes }

    private static let beginnings = [
        "by ", "by: ", "written by ", "posted by ", "author: ", "authors: ", "story by ", "words by ", "von ", "por ",
        "par ",
        "di ", "text: ", "autor: ", "da ",
    ]

    private static func withoutBy(_ text: String) -> String {
        var text = text.trimmedOrNil ?? ""
        for _ in 0..<2 {
            guard let found = beginnings.first(where: { text.lowercased().hasPrefix($0) }) else { break }
            text = text.dropFirst(found.count).trimmedOrNil ?? ""
        }
        return text
    }

    /// Cuts at commas and words for "and" where every part is a name; else what was before an agency or a place.
    private static func split(_ text: String) -> [String] {
        guard let text = PersonName.read(text), !WebAddress.isWeb(text) else { return [] }
        var parts = [text]
        for separator in [";", " | ", " and ", " & ", " und ", " y ", " et ", ", "] {
            parts = parts.flatMap { $0.separated(by: separator) }
        }
        parts = parts.compactMap { $0.trimmedOrNil }
        if parts.count > 1, parts.allSatisfy(looksLikeName) { return parts }
        return text.utf8.count <= 100 ? [text] : []
    }

    /// Two to five words, none of them with digits; names of scripts without spaces pass too.
    static func looksLikeName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard text.utf8.count <= 60, !text.utf8.contains(where: { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ":") }) else {
            return false
        }
        if words.count == 1 { return text.utf8.contains { $0 >= 0xE0 } && text.count <= 8 }
        guard (2...5).contains(words.count) else { return false }
        let capitals = words.count { $0.first.map { !$0.isLowercase } ?? false }
        return capitals * 2 > words.count && words.first?.first?.isLowercase == false
    }
}

extension String {
    /// The parts between the places where `separator` stands.
    func separated(by separator: String) -> [String] {
        let bytes = Array(utf8)
        let wanted = Array(separator.utf8)
        var parts: [String] = []
        var start = 0
        var index = 0
        while index + wanted.count <= bytes.count {
            if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
                parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += wanted.count
                start = index
            } else {
                index += 1
            }
        }
        return parts + [String(decoding: bytes[start...], as: UTF8.self)]
    }
}
