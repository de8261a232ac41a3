/// The quoted-printable transfer encoding, RFC 2045 section 6.7.
enum QuotedPrintable {
    /// Encodes UTF-8 text whose lines end with LF; lines of the result end with CRLF and have at most 76 characters.
    ///
    /// Beyond the RFC's needs, a dot or "From " at the start of a line is encoded, so that neither an SMTP dialogue nor
    /// an mbox file changes the text.
    static func encode(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count * 5 / 4)
        var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        // A final LF ends the last line and starts no further one.
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            encode(line: line, into: &result)
            result += [0x0D, 0x0A]
        }
        return result
    }

    /// Two upper-case digits.
    static func hex(_ byte: UInt8) -> String {
        String(decoding: [digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
    }

    private static func encode(line: Substring.UTF8View, into result: inout [UInt8]) {
        var column = 0
        let startsLikeEnvelope = line.starts(with: "From ".utf8)
        var index = line.startIndex
        while index < line.endIndex {
            let byte = line[index]
            let next = line.index(after: index)
            let isLast = next == line.endIndex
            let isFirst = index == line.startIndex
            let isBlank = byte == 0x20 || byte == 0x09
            var isLiteral = isBlank ? !isLast : (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
            // A soft break may put any byte at the start of an encoded line; a dot there is encoded as well.
            let size = isLiteral ? 1 : 3
            if column + size > (isLast ? 76 : 75) {
                result += [UInt8(ascii: "="), 0x0D, 0x0A]
                column = 0
            }
            if column == 0, byte == UInt8(ascii: ".") || isFirst && startsLikeEnvelope { isLiteral = false }
            if isLiteral {
                result.append(byte)
                column += 1
            } else {
                result += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                column += 3
            }
            index = next
        }
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}
