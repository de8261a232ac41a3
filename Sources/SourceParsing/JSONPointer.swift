/// A place inside a JSON value (RFC 6901), with one addition: where it leads to a string that is a path, it goes on into
/// the path, whose parts count from 0. `/links/self/1` is `01234567` of `"/company/01234567/filing-history"`; registers
/// keep what they know only there.
struct JSONPointer: Hashable, Sendable {
    /// As it was written.
    let text: String
    private let parts: [String]

    /// nil where it is neither empty nor begins with `/`, and where a `~` is neither `~0` nor `~1`.
    init?(_ text: String) {
        guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else { return nil }
        var parts: [String] = []
        for part in text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst() {
            guard let name = JSONPointer.unescaped(part) else { return nil }
            parts.append(name)
        }
        self.text = text
        self.parts = parts
    }

    /// nil where it leads nowhere.
    func value(in root: JSONValue) -> JSONValue? {
        var value = root
        for part in parts {
            guard let next = JSONPointer.step(part, in: value) else { return nil }
            value = next
        }
        return value
    }

    /// How far it leads: the last value it reaches, and the part that is not in it.
    func end(in root: JSONValue) -> (value: JSONValue, missing: String)? {
        var value = root
        for part in parts {
            guard let next = JSONPointer.step(part, in: value) else { return (value, part) }
            value = next
        }
        return nil
    }

    private static func step(_ part: String, in value: JSONValue) -> JSONValue? {
        switch value {
        case .object: return value[part]
        case .array(let elements):
            guard let index = index(part), index < elements.count else { return nil }
            return elements[index]
        case .string(let path):
            guard let index = index(part), path.utf8.contains(UInt8(ascii: "/")) else { return nil }
            let pieces = path.utf8.prefix(4096).split(separator: UInt8(ascii: "/"))
            return index < pieces.count ? .string(String(decoding: pieces[index], as: UTF8.self)) : nil
        case .null, .bool, .number: return nil
        }
    }

    /// Digits without leading zeros (RFC 6901 section 4).
    private static func index(_ part: String) -> Int? {
        let digits = part.utf8
        guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ $0 &- 0x30 < 10 }),
            digits.count == 1 || digits.first != 0x30
        else { return nil }
        return Int(part)
    }

    private static func unescaped(_ part: Substring.UTF8View) -> String? {
        var bytes: [UInt8] = []
        var rest = part
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "~") else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "0"): bytes.append(UInt8(ascii: "~"))
            case UInt8(ascii: "1"): bytes.append(UInt8(ascii: "/"))
            default: return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
