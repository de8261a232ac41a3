import Foundation

/// Reads a message as strictly as RFC 5322, 2045, 2046 and 2047 say, and throws at the first liberty taken.
struct StrictMessage {
    struct Fault: Error, CustomStringConvertible {
        var description: String
        init(_ description: String) { self.description = description }
    }

    struct Part {
        var fields: [(name: String, value: String)]
        var body: String
    }

    /// In order, unfolded, not decoded.
    var fields: [(name: String, value: String)]
    var parts: [Part]

    func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    init(_ bytes: [UInt8]) throws {
        guard bytes.allSatisfy({ $0 == 13 || $0 == 10 || (0x20...0x7E).contains($0) || $0 == 9 }) else {
            throw Fault("a byte that is not printable ASCII")
        }
        let lines = try Self.lines(bytes)
        (fields, parts) = ([], [])
        let (head, body) = try Self.split(lines)
        fields = try Self.fields(head)
        let names = fields.map { $0.name.lowercased() }
        guard Set(names).count == names.count else { throw Fault("a field twice: \(names)") }
        let boundary = try Self.boundary(of: field("Content-Type"))
        parts = try Self.parts(body, boundary: boundary)
    }

    private static func lines(_ bytes: [UInt8]) throws -> [String] {
        let text = String(decoding: bytes, as: UTF8.self)
        var lines = text.components(separatedBy: "\r\n")
        guard lines.removeLast().isEmpty else { throw Fault("no CRLF at the end") }
        for line in lines {
            guard !line.unicodeScalars.contains(where: { $0 == "\r" || $0 == "\n" }) else {
                throw Fault("a bare CR or LF")
            }
            guard line.utf8.count <= 78 else { throw Fault("a line of \(line.utf8.count): \(line)") }
        }
        return lines
    }

    private static func split(_ lines: [String]) throws -> (head: [String], body: [String]) {
        guard let empty = lines.firstIndex(of: "") else { throw Fault("no empty line after the header") }
        return (Array(lines[..<empty]), Array(lines[(empty + 1)...]))
    }

    private static func fields(_ lines: [String]) throws -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for line in lines {
            if line.hasPrefix(" ") || line.hasPrefix("\t") {
                guard !fields.isEmpty, line.contains(where: { $0 != " " }) else { throw Fault("a blank folded line") }
                if line.contains("=?"), line.utf8.count > 76 { throw Fault("an encoded word on a line over 76") }
                fields[fields.count - 1].value += line
                continue
            }
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
                line[..<colon].utf8.allSatisfy({ (0x21...0x7E).contains($0) })
            else { throw Fault("not a field: \(line)") }
            let value = line[line.index(after: colon)...]
            fields.append((String(line[..<colon]), String(value.drop { $0 == " " })))
        }
        return fields
    }

    private static func boundary(of contentType: String?) throws -> String {
        guard let contentType, contentType.hasPrefix("multipart/alternative;"),
            let start = contentType.range(of: "boundary=\""), contentType.hasSuffix("\"")
        else { throw Fault("no multipart/alternative with a boundary") }
        return String(contentType[start.upperBound...].dropLast())
    }

    private static func parts(_ lines: [String], boundary: String) throws -> [Part] {
        guard lines.first == "--\(boundary)", lines.last == "--\(boundary)--" else { throw Fault("delimiters missing") }
        var parts: [Part] = []
        for section in lines.dropFirst().dropLast().split(separator: "--\(boundary)", omittingEmptySubsequences: false)
        {
            let (head, body) = try split(Array(section))
            guard body.last == "" else { throw Fault("no line break before the delimiter") }
            let fields = try fields(head)
            guard fields.contains(where: { $0.name == "Content-Transfer-Encoding" && $0.value == "quoted-printable" })
            else { throw Fault("not quoted-printable") }
            parts.append(Part(fields: fields, body: try decode(Array(body.dropLast()))))
        }
        return parts
    }

    /// RFC 2045, section 6.7, without the leniency for decoders.
    private static func decode(_ lines: [String]) throws -> String {
        var bytes: [UInt8] = []
        for line in lines {
            guard line.utf8.count <= 76 else { throw Fault("an encoded line of \(line.utf8.count)") }
            guard !line.hasSuffix(" "), !line.hasSuffix("\t") else { throw Fault("white space at a line's end") }
            guard !line.hasPrefix("."), !line.hasPrefix("From ") else { throw Fault("a line that relays change") }
            var rest = Array(line.utf8)[...]
            var isSoft = false
            while let byte = rest.popFirst() {
                guard byte == UInt8(ascii: "=") else {
                    bytes.append(byte)
                    continue
                }
                if rest.isEmpty {
                    isSoft = true
                    break
                }
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                guard digits.count == 2, digits == digits.uppercased(), let value = UInt8(digits, radix: 16) else {
                    throw Fault("a bad escape in \(line)")
                }
                bytes.append(value)
                rest = rest.dropFirst(2)
            }
            if !isSoft { bytes.append(0x0A) }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Fault("a part that is not UTF-8") }
        return text
    }

    /// Decodes the encoded words of an unfolded field value; white space between two of them is dropped.
    static func decodeWords(_ value: String) throws -> String {
        var result = ""
        var wasEncoded = false
        for (index, token) in value.split(separator: " ").enumerated() {
            let isEncoded = token.hasPrefix("=?UTF-8?Q?") && token.hasSuffix("?=")
            if index > 0, !(wasEncoded && isEncoded) { result += " " }
            wasEncoded = isEncoded
            guard isEncoded else {
                result += token
                continue
            }
            guard token.utf8.count <= 75 else { throw Fault("an encoded word of \(token.utf8.count)") }
            var bytes: [UInt8] = []
            var rest = Array(token.dropFirst(10).dropLast(2).utf8)[...]
            while let byte = rest.popFirst() {
                switch byte {
                case UInt8(ascii: "_"): bytes.append(0x20)
                case UInt8(ascii: "="):
                    guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                        throw Fault("a bad escape in \(token)")
                    }
                    bytes.append(value)
                    rest = rest.dropFirst(2)
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x2A, 0x2B, 0x2D, 0x2F: bytes.append(byte)
                default: throw Fault("a character that no phrase may hold in \(token)")
                }
            }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Fault("half a character in \(token)")
            }
            result += text
        }
        return result
    }
}
