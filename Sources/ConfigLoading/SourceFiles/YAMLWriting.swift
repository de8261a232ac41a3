/// Writes single values so that YAML reads back what was meant, whatever a server or a user put into them.
enum YAMLWriting {
    /// `text` on one line: line breaks, controls and signs that turn the direction of writing become blanks, blanks in
    /// a row become one, at most 200 characters.
    ///
    /// YAML 1.1 breaks lines at U+0085, U+2028 and U+2029 too, in comments as well: a title must not end its comment.
    static func line(_ text: String) -> String {
        var result = ""
        var count = 0
        for scalar in text.unicodeScalars {
            guard count < 200 else { break }
            let isBlank = !isPrintable(scalar) || scalar.properties.isWhitespace
            if isBlank {
                if !result.isEmpty, result.unicodeScalars.last != " " { result.append(" ") }
            } else {
                result.unicodeScalars.append(scalar)
                count += 1
            }
        }
        if result.last == " " { result.removeLast() }
        return result
    }

    /// Plain where that is safe, else in double quotes.
    static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// In double quotes (YAML 1.2 section 7.3.1), or in single ones where that spares escapes.
    static func quoted(_ text: String) -> String {
        let line = line(limited: text)
        guard line.contains("\"") || line.contains("\\") else { return "\"\(line)\"" }
        return "'\(line.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }

    /// The longest whole unit.
    static func duration(_ seconds: Int) -> String {
        let units = [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")]
        let (length, unit) = units.first { seconds >= $0.0 && seconds % $0.0 == 0 } ?? (1, "second")
        let count = seconds / length
        return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }

    /// Without what cannot stand in one line; no limit of length, because an address or a selector is used whole.
    private static func line(limited text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isPrintable($0) ? $0 : " " }))
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: true
        case 0..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    /// Words, digits and the signs of an address, beginning with a letter or digit, and nothing that YAML takes for a
    /// boolean, null or a number, or that ends a plain scalar.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, isWord(first), text.utf8.last != 0x20, text.utf8.last != UInt8(ascii: ":"),
            text.utf8.allSatisfy({ isWord($0) || " -_./:?=&%+~@()".utf8.contains($0) }),
            !text.contains(": "), !text.contains(" #"), ScalarReading.boolean(text) == nil,
            !["null", "y", "n"].contains(text.lowercased())
        else { return false }
        return text.utf8.contains { (0x61...0x7A).contains($0 | 0x20) }
            && !text.utf8.allSatisfy { (0x30...0x39).contains($0) || "eExX._+-".utf8.contains($0) }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
