/// Reads comma-separated values (RFC 4180), one row at a time, with the place of every field.
///
/// Beyond the RFC: fields may be separated by another sign than a comma; lines may end in LF, CRLF or CR; a quote
/// inside an unquoted field is text; empty lines are skipped. A quoted field that never closes, or that closes inside a
/// line with text after it, spoils only the line it begins in: reading goes on at the next line. Each byte is looked at
/// a bounded number of times.
package struct CSVReader {
    /// A quoted field longer than this is taken for one whose closing quote is missing.
    package static let longestField = 32_768
    /// A row of more fields is no row of a table.
    package static let mostFields = 4096

    package struct Field {
        /// Of the text, without quotes.
        package var range: Range<Int>
        /// True where `""` stands for a quote inside.
        package var hasEscapes = false
    }

    package enum Row: Equatable {
        case fields
        /// A row that cannot be cut into fields; `offset` is where.
        case broken(offset: Int, message: String)
    }

    package let bytes: [UInt8]
    private let separator: UInt8
    /// 1-based line in which the row read last begins.
    package private(set) var line = 0
    package private(set) var rowStart = 0
    private var index = 0
    private var nextLine = 1

    /// - Parameter separator: between fields; neither a quote nor a line end.
    package init(bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
        self.bytes = bytes
        self.separator = separator
    }

    /// Reads the next row that is not empty into `fields`; nil at the end.
    package mutating func next(into fields: inout [Field]) -> Row? {
        while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { endLine() }
        guard index < bytes.count else { return nil }
        fields.removeAll(keepingCapacity: true)
        line = nextLine
        rowStart = index
        while true {
            guard fields.count < Self.mostFields else {
                return recover(at: index, "a row of more than \(Self.mostFields) fields; it is left out")
            }
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                let open = index
                guard let field = quotedField() else {
                    return recover(at: open, "the quote that opens here is never closed; this row is left out")
                }
                fields.append(field)
                guard index >= bytes.count || isSeparator(bytes[index]) else {
                    return recover(
                        at: open,
                        "text after the closing quote of this field; write a quote inside it twice (\"\"). The row is left out"
                    )
                }
            } else {
                let start = index
                while index < bytes.count, !isSeparator(bytes[index]) { index += 1 }
                fields.append(Field(range: start..<index))
            }
            guard index < bytes.count else { return .fields }
            if bytes[index] == separator {
                index += 1
                continue
            }
            endLine()
            return .fields
        }
    }

    /// The text of a field, trimmed, line ends and other control characters as spaces; empty where it is absent.
    package func text(_ field: Field) -> String {
        bytes.withUnsafeBufferPointer { all in
            var range = field.range
            while let first = range.first, all[first] <= 0x20 { range = (first + 1)..<range.upperBound }
            while let last = range.last, all[last] <= 0x20 { range = range.lowerBound..<last }
            let slice = UnsafeBufferPointer(rebasing: all[range])
            if !field.hasEscapes, !slice.contains(where: { $0 < 0x20 }) {
                return String(decoding: slice, as: UTF8.self)
            }
            var copy: [UInt8] = []
            copy.reserveCapacity(slice.count)
            var isEscaped = false
            for byte in slice {
                if byte == UInt8(ascii: "\""), field.hasEscapes, !isEscaped {
                    isEscaped = true
                    continue
                }
                isEscaped = false
                if byte < 0x20, copy.last == 0x20 { continue }
                copy.append(byte < 0x20 ? 0x20 : byte)
            }
            return String(decoding: copy, as: UTF8.self)
        }
    }

    /// Line and column of a byte of the current row.
    package func place(of offset: Int) -> (line: Int, column: Int) {
        var line = self.line
        var column = 1
        var previous: UInt8 = 0
        for byte in bytes[rowStart..<min(offset, bytes.count)] {
            if byte == 0x0A || byte == 0x0D {
                if !(byte == 0x0A && previous == 0x0D) { line += 1 }
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
            previous = byte
        }
        return (line, column)
    }

    // MARK: Private helpers

    private func isSeparator(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

    /// Steps over one line end.
    private mutating func endLine() {
        let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        index += isPair ? 2 : 1
        nextLine += 1
    }

    private mutating func quotedField() -> Field? {
        let start = index + 1
        let end = min(bytes.count, start + Self.longestField)
        var hasEscapes = false
        var lines = 0
        index = start
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else {
                    nextLine += lines
                    index += 1
                    return Field(range: start..<(index - 1), hasEscapes: hasEscapes)
                }
                hasEscapes = true
                index += 1
            case 0x0A: lines += index > start && bytes[index - 1] == 0x0D ? 0 : 1
            case 0x0D: lines += 1
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Goes on at the line after the one the row begins in.
    private mutating func recover(at offset: Int, _ message: String) -> Row {
        index = rowStart
        nextLine = line
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        if index < bytes.count { endLine() }
        return .broken(offset: offset, message: message)
    }
}
