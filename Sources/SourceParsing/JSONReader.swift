/// Reads JSON (RFC 8259) from a document that may be broken: what was complete before the damage is kept.
///
/// Own reader, because those of Foundation give nothing at all for a truncated document. Nesting is limited, commas
/// too many, `NaN` and the infinities (as null) and control characters in strings are let through, time is linear.
struct JSONReader {
    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0
    private let maximumDepth: Int
    /// Offset and reason of the first damage.
    private(set) var damage: (offset: Int, reason: String)?
    /// The same for what is no JSON and cost nothing.
    private(set) var flaw: (offset: Int, reason: String)?

    init(_ bytes: [UInt8], maximumDepth: Int = 128) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    /// The document's value, as far as it could be read; nil where it begins with none.
    mutating func read() -> JSONValue? {
        let value = value()
        skipSpace()
        if damage == nil, index < bytes.count { fail("text after the value") }
        return value
    }

    private mutating func fail(_ reason: String) {
        if damage == nil { damage = (index, reason) }
    }

    private mutating func forgive(_ reason: String) {
        if flaw == nil { flaw = (index, reason) }
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    }

    /// nil after damage that leaves no value.
    private mutating func value() -> JSONValue? {
        skipSpace()
        guard index < bytes.count else {
            fail("the document ends too early")
            return nil
        }
        switch bytes[index] {
        case UInt8(ascii: "{"): return object()
        case UInt8(ascii: "["): return array()
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "t"): return word("true", .bool(true))
        case UInt8(ascii: "f"): return word("false", .bool(false))
        case UInt8(ascii: "n"): return word("null", .null)
        case UInt8(ascii: "-") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "I"):
            return noNumber("-Infinity")
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        case UInt8(ascii: "N"): return noNumber("NaN")
        case UInt8(ascii: "I"): return noNumber("Infinity")
        default:
            fail("no value begins here")
            return nil
        }
    }

    private mutating func object() -> JSONValue? {
        guard enter() else { return nil }
        defer { depth -= 1 }
        var members: [JSONValue.Member] = []
        var isBehindComma = false
        while true {
            skipSpace()
            guard index < bytes.count else {
                fail("an object is not closed")
                return .object(members)
            }
            if bytes[index] == UInt8(ascii: "}") {
                if isBehindComma { forgive("a comma before the end of an object") }
                index += 1
                return .object(members)
            }
            if bytes[index] == UInt8(ascii: ",") {
                if isBehindComma || members.isEmpty { forgive("a comma without a member before it") }
                isBehindComma = true
                index += 1
                continue
            }
            isBehindComma = false
            guard bytes[index] == UInt8(ascii: "\""), let name = string() else {
                fail("a member has no name")
                return .object(members)
            }
            skipSpace()
            guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else {
                fail("a member has no value")
                return .object(members)
            }
            index += 1
            guard let value = value() else { return .object(members) }
            members.append(JSONValue.Member(name: name, value: value))
            if damage != nil { return .object(members) }
        }
    }

    private mutating func array() -> JSONValue? {
        guard enter() else { return nil }
        defer { depth -= 1 }
        var elements: [JSONValue] = []
        var isBehindComma = false
        while true {
            skipSpace()
            guard index < bytes.count else {
                fail("an array is not closed")
                return .array(elements)
            }
            if bytes[index] == UInt8(ascii: "]") {
                if isBehindComma { forgive("a comma before the end of an array") }
                index += 1
                return .array(elements)
            }
            if bytes[index] == UInt8(ascii: ",") {
                if isBehindComma || elements.isEmpty { forgive("a comma without an element before it") }
                isBehindComma = true
                index += 1
                continue
            }
            isBehindComma = false
            guard let value = value() else { return .array(elements) }
            elements.append(value)
            if damage != nil { return .array(elements) }
        }
    }

    private mutating func enter() -> Bool {
        guard depth < maximumDepth else {
            fail("deeper than \(maximumDepth)")
            return false
        }
        depth += 1
        index += 1
        return true
    }

    private mutating func word(_ text: String, _ value: JSONValue) -> JSONValue? {
        guard bytes[index...].starts(with: text.utf8) else {
            fail("no value begins here")
            return nil
        }
        index += text.utf8.count
        return value
    }

    /// What writers of numbers put where there is none.
    private mutating func noNumber(_ text: String) -> JSONValue? {
        forgive(text)
        return word(text, .null)
    }

    private mutating func number() -> JSONValue {
        let start = index
        while index < bytes.count, "+-.0123456789eE".utf8.contains(bytes[index]) { index += 1 }
        return .number(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    /// nil where the string has no end.
    private mutating func string() -> String? {
        index += 1
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
            index += 1
            return String(decoding: bytes[start..<index - 1], as: UTF8.self)
        }
        var text = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            guard byte == UInt8(ascii: "\\"), index < bytes.count else {
                text.append(byte)
                continue
            }
            let escape = bytes[index]
            index += 1
            switch escape {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
            case UInt8(ascii: "u"): text.append(contentsOf: Array(String(unicodeEscape()).utf8))
            default: text.append(escape)
            }
        }
        fail("a string is not closed")
        return nil
    }

    /// The character of `\uXXXX` behind the `u`, surrogates joined; U+FFFD for what is none.
    private mutating func unicodeEscape() -> Character {
        guard let first = hex() else { return "\u{FFFD}" }
        if (0xD800..<0xDC00).contains(first), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        {
            let back = index
            index += 2
            if let second = hex(), (0xDC00..<0xE000).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                return Character(scalar)
            }
            index = back
        }
        return Unicode.Scalar(first).map { $0.value == 0 ? " " : Character($0) } ?? "\u{FFFD}"
    }

    private mutating func hex() -> UInt32? {
        guard index + 4 <= bytes.count,
            let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        else { return nil }
        index += 4
        return value
    }
}
