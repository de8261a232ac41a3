/// Wraps lines to a width for a terminal or a plain-text mail.
enum LineLayout {
    /// Wraps every line of `text` at `width` columns.
    ///
    /// A continuation starts below the text after the line's label: a label is one word (or a number) after the
    /// indentation, followed by two or more spaces. Without a label it keeps the indentation. Words longer than the
    /// width, as addresses are, stay whole on a line of their own. Trailing blanks go, several empty lines become
    /// one, and the end is one line feed.
    static func wrap(_ text: String, width: Int) -> String {
        var result = ""
        var blanks = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let wrapped = wrap(line: line, width: width)
            if wrapped.isEmpty {
                blanks += 1
                continue
            }
            if blanks > 0, !result.isEmpty { result += "\n" }
            blanks = 0
            result += wrapped
        }
        return result
    }

    /// Columns that a terminal gives the text: two for East Asian wide characters and emoji, none for marks.
    static func width(of text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    }

    private static func wrap(line: Substring, width: Int) -> String {
        let words = line.split(separator: " ")
        guard !words.isEmpty else { return "" }
        let indent = line.prefix { $0 == " " }.count
        let label = line.dropFirst(indent).prefix { $0 != " " }
        let gap = line.dropFirst(indent + label.count).prefix { $0 == " " }.count
        let isLabelled = gap >= 2 && words.count > 1
        let hanging = isLabelled ? indent + self.width(of: label) + gap : indent
        var result = String(repeating: " ", count: indent)
        var column = indent
        var isLineStart = true
        for (index, word) in words.enumerated() {
            let size = self.width(of: word)
            if index == 1, isLabelled {
                result += String(repeating: " ", count: gap)
                column += gap
                isLineStart = true
            }
            if !isLineStart, column + 1 + size > width {
                result += "\n" + String(repeating: " ", count: hanging)
                column = hanging
                isLineStart = true
            }
            if !isLineStart {
                result += " "
                column += 1
            }
            result += word
            column += size
            isLineStart = false
        }
        return result + "\n"
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300: 1
        // Combining marks, joiners and variation selectors.
        case 0x300...0x36F, 0x200B...0x200D, 0x20D0...0x20F0, 0xFE00...0xFE0F: 0
        // Hangul Jamo, CJK, kana, Hangul syllables, compatibility and full-width forms, emoji, CJK extensions.
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
