/// What may name a source, account, product, rep, profile or trigger.
enum Identifiers {
    static let rule = "one word of at most 100 letters, digits and signs, without spaces"

    static func isValid(_ text: String) -> Bool {
        // Most are plain; the table of Unicode properties is asked only for others.
        if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return (1...100).contains(text.utf8.count) }
        return (1...100).contains(text.unicodeScalars.count)
            && text.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && $0.properties.generalCategory != .control
            }
    }

    static let fileNameRule = "letters, digits, '-', '_' and '.', beginning with a letter or digit"

    /// True where it can stand in a file name: a rep's digest is a file.
    static func isFileName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic || first.isDigit
        else {
            return false
        }
        return text.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || $0.isDigit || "-_.".unicodeScalars.contains($0))
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
