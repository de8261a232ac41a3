/// Values of records as plain text.
enum RecordText {
    /// A string without white space around it, a number without exponent, `true` and `false`, the elements of an array
    /// joined by commas. nil for null, an object and what is blank.
    static func plain(_ value: JSONValue) -> String? {
        switch value {
        case .null, .object: nil
        case .bool(let isTrue): isTrue ? "true" : "false"
        case .number(let text): number(text)
        case .string(let text): text.trimmedOrNil
        case .array(let elements): elements.compactMap(scalar).joined(separator: ", ").trimmedOrNil
        }
    }

    /// The elements of an array one by one, anything else as the one value it is.
    static func list(_ value: JSONValue) -> [String] {
        guard let elements = value.elements else { return plain(value).map { [$0] } ?? [] }
        return elements.compactMap(scalar)
    }

    private static func scalar(_ value: JSONValue) -> String? {
        switch value {
        case .array, .object: nil
        default: plain(value)
        }
    }

    /// `1.25E6` as `1250000`, `2500000.0` as `2500000`: the same number as people write it. As written where it has more
    /// than forty places or is no number.
    static func number(_ text: String) -> String {
        var rest = text[...]
        let sign = rest.hasPrefix("-") ? "-" : ""
        if !sign.isEmpty { rest.removeFirst() }
        let mantissa = rest.prefix { $0 != "e" && $0 != "E" }
        var exponent = 0
        if mantissa.endIndex < rest.endIndex {
            guard let power = Int(rest[rest.index(after: mantissa.endIndex)...]), (-40...40).contains(power) else {
                return text
            }
            exponent = power
        }
        let pieces = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(pieces.count), !pieces[0].isEmpty,
            pieces.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 < 10 } })
        else { return text }
        var whole = Array(pieces[0].utf8)
        var fraction = pieces.count == 2 ? Array(pieces[1].utf8) : []
        guard whole.count + fraction.count + abs(exponent) <= 80 else { return text }
        while exponent > 0 {
            whole.append(fraction.isEmpty ? 0x30 : fraction.removeFirst())
            exponent -= 1
        }
        while exponent < 0 {
            fraction.insert(whole.isEmpty ? 0x30 : whole.removeLast(), at: 0)
            exponent += 1
        }
        while fraction.last == 0x30 { fraction.removeLast() }
        while whole.count > 1, whole.first == 0x30 { whole.removeFirst() }
        if whole.isEmpty { whole = [0x30] }
        let tail = fraction.isEmpty ? "" : "." + String(decoding: fraction, as: UTF8.self)
        return sign + String(decoding: whole, as: UTF8.self) + tail
    }
}
