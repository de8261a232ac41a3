/// Codes and numbers of EDGAR filings.
enum FilingItems {
    /// `Item 5.02: …` or `Item 5.02 …` at the start of a line gives `5.02`; the numbering before August 2004 gives
    /// `5`. The official name behind it is not looked at.
    static func code(startingLine line: some StringProtocol) -> String? {
        guard line.startsIgnoringCase("item") else { return nil }
        var bytes = Array(line.utf8.dropFirst(4).prefix(16))[...]
        guard let first = bytes.first, first <= 0x20 || first == 0xC2 else { return nil }
        while let first = bytes.first, first <= 0x20 || first == 0xC2 || first == 0xA0 { bytes = bytes.dropFirst() }
        return code(bytes)
    }

    /// All codes of a list such as `items 5.02 and 9.01` or `2.02,9.01`.
    static func codes(listed text: String) -> [String] {
        var codes: [String] = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" || $0 == "\n" }) {
            if let code = code(Array(word.utf8)[...]), !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    /// One or two digits, or with a dot and two more.
    private static func code(_ bytes: ArraySlice<UInt8>) -> String? {
        let digits = bytes.prefix { $0 &- 0x30 < 10 }
        guard (1...2).contains(digits.count) else { return nil }
        let rest = bytes.dropFirst(digits.count)
        if rest.first == UInt8(ascii: "."), rest.dropFirst().prefix(while: { $0 &- 0x30 < 10 }).count == 2 {
            return String(decoding: digits + rest.prefix(3), as: UTF8.self)
        }
        // "Item 1A" is no item of an 8-K.
        if let next = rest.first, (next | 0x20) &- 0x61 < 26 { return nil }
        return String(decoding: digits, as: UTF8.self)
    }

    /// `0001193125-25-316834`.
    static func isAccession(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == UInt8(ascii: "-"), bytes[13] == UInt8(ascii: "-") else { return false }
        return bytes.enumerated().allSatisfy { $0.offset == 10 || $0.offset == 13 || $0.element &- 0x30 < 10 }
    }

    /// Ten digits with leading zeros; nil for anything that is no number of at most ten digits.
    static func paddedCIK(_ text: String) -> String? {
        guard let digits = text.trimmedOrNil, digits.utf8.count <= 10, digits.utf8.allSatisfy({ $0 &- 0x30 < 10 })
        else {
            return nil
        }
        return String(repeating: "0", count: 10 - digits.utf8.count) + digits
    }

    /// `[3571]` at the end of a name, or `3571` alone; nil for `0000`, which means none.
    static func industry(_ text: String) -> String? {
        let digits: Substring
        if let open = text.lastIndex(of: "["), let close = text[open...].firstIndex(of: "]") {
            digits = text[text.index(after: open)..<close]
        } else {
            digits = text[...]
        }
        guard let code = digits.trimmedOrNil, code.utf8.count == 4, code.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
            code != "0000"
        else { return nil }
        return code
    }

    /// EDGAR's code of a state or country, two letters or a letter and a digit: `NY`, `X0`; nil for anything else.
    static func place(_ text: some StringProtocol) -> String? {
        let code = text.uppercased()
        guard code.utf8.count == 2,
            code.utf8.allSatisfy({ ($0 &- 0x41) < 26 || $0 &- 0x30 < 10 }),
            code.utf8.contains(where: { ($0 &- 0x41) < 26 })
        else { return nil }
        return code
    }
}
