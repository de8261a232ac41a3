/// Header fields: folded (RFC 5322, section 2.2.3), with encoded words where the text is not plain ASCII (RFC 2047).
///
/// Text from outside passes `PlainText.line` first, so no line break, control or direction mark can enter.
enum MailHeader {
    /// A field of free text, `Subject: …`, with its final CRLF. No line exceeds 76 characters.
    static func text(_ field: String, _ value: String) -> String {
        let words = value.split(separator: " ")
        let isPlain =
            value.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !value.contains("=?")
            && words.allSatisfy { $0.utf8.count <= 70 }
        guard isPlain else {
            return "\(field): " + encodedWords(value, after: field.utf8.count + 2).joined(separator: "\r\n ") + "\r\n"
        }
        var result = field + ":"
        var column = result.utf8.count
        for (index, word) in words.enumerated() {
            // The first word stays on the first line, which may not be blank.
            if index > 0, column + 1 + word.utf8.count > longestLine {
                result += "\r\n"
                column = 0
            }
            result += " " + word
            column += 1 + word.utf8.count
        }
        return result + "\r\n"
    }

    /// A field with one mailbox, `To: "Roe, Jane" <jane@acme.example>`.
    static func mailbox(_ field: String, _ mailbox: MailAddress) -> String {
        let address = "<\(mailbox.address)>"
        guard !mailbox.name.isEmpty else { return fold("\(field):", address) }
        let name = mailbox.name
        if name.utf8.count <= 60, name.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !name.contains("=?") {
            let isAtoms = name.utf8.allSatisfy { byte in
                byte == 0x20 || isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
            }
            let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return fold("\(field): " + (isAtoms ? name : "\"\(quoted)\""), address)
        }
        let words = encodedWords(name, after: field.utf8.count + 2)
        return fold("\(field): " + words.joined(separator: "\r\n "), address)
    }

    /// A field whose value is ours and short.
    static func plain(_ field: String, _ value: String) -> String { "\(field): \(value)\r\n" }

    /// Appends `token` to the last line, or to a new one where it would be too long.
    private static func fold(_ start: String, _ token: String) -> String {
        let column = start.utf8.count - (start.lastLineStart)
        return start + (column + 1 + token.utf8.count > longestLine ? "\r\n " : " ") + token + "\r\n"
    }

    /// The text as encoded words, each at most 75 characters, the first one short enough to follow the field name.
    ///
    /// The Q encoding with the alphabet that is also allowed in a phrase (section 5, rule 3), cut between characters.
    private static func encodedWords(_ text: String, after column: Int) -> [String] {
        var words: [String] = []
        var word = ""
        var room = longestLine - column - frame
        for scalar in text.unicodeScalars {
            let code = encode(scalar)
            if code.utf8.count > room {
                words.append("=?UTF-8?Q?\(word)?=")
                word = ""
                room = 75 - frame
            }
            word += code
            room -= code.utf8.count
        }
        words.append("=?UTF-8?Q?\(word)?=")
        return words
    }

    private static func encode(_ scalar: Unicode.Scalar) -> String {
        if scalar == " " { return "_" }
        if scalar.isASCII, let byte = UInt8(exactly: scalar.value),
            isLetterOrDigit(byte) || "!*+-/".utf8.contains(byte)
        {
            return String(scalar)
        }
        return String(scalar).utf8.map { "=" + QuotedPrintable.hex($0) }.joined()
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// RFC 2047, section 2: a line with an encoded word has at most 76 characters. We keep to it everywhere.
    private static let longestLine = 76
    /// `=?UTF-8?Q?` and `?=`.
    private static let frame = 12
}

extension String {
    /// UTF-8 offset at which the last line starts.
    fileprivate var lastLineStart: Int {
        guard let feed = utf8.lastIndex(of: 0x0A) else { return 0 }
        return utf8.distance(from: utf8.startIndex, to: feed) + 1
    }
}
