/// Tags, entities and escapes that a feed left in a text, as `<b>`, `&amp;#39;`, `\xc2\xae`.
///
/// Texts are read as they were given, so that places in them stay true; what is no language is gone over. Each function
/// that asks about one place looks at a bounded number of bytes.
enum MarkupRest {
    struct Entity {
        enum Meaning {
            case ampersand, apostrophe, quote, dash, space, less, greater, nothing
            case currency(String)
        }

        var meaning: Meaning
        /// Bytes, `&` and `;` included.
        var length: Int
    }

    /// Bytes of a tag, at most.
    private static let longestTag = 120
    /// Times a text may have been escaped.
    private static let mostEscapes = 3

    /// The entity at an `&`; nil where a plain `&` stands there.
    static func entity(_ bytes: UnsafePointer<UInt8>, _ count: Int, at start: Int) -> Entity? {
        var index = start + 1
        var escapes = 0
        while escapes < mostEscapes, stands("amp;", bytes, count, at: index) {
            index += 4
            escapes += 1
        }
        var name: [UInt8] = []
        var end = index
        while end < count, name.count < 8, isNameByte(bytes[end]) {
            name.append(bytes[end] | (bytes[end] >= 0x41 ? 0x20 : 0))
            end += 1
        }
        if end < count, bytes[end] == UInt8(ascii: ";"), !name.isEmpty,
            let meaning = meanings[String(decoding: name, as: UTF8.self)]
        {
            return Entity(meaning: meaning, length: end + 1 - start)
        }
        return escapes > 0 ? Entity(meaning: .ampersand, length: index - start) : nil
    }

    /// Where a tag ends that opened right before `start`; nil where that was only a sign, or brackets around words:
    /// `<b>`, `</nameText>`, `<BR/>` and `<a href="x">` are tags, `<Acme Foods>` is none.
    static func tagEnd(_ bytes: UnsafePointer<UInt8>, _ count: Int, from start: Int, isEscaped: Bool) -> Int? {
        guard start < count else { return nil }
        let name = bytes[start] == UInt8(ascii: "/") ? start + 1 : start
        guard let nameEnd = elementEnd(bytes, count, at: name) else { return nil }
        var holdsMore = false
        var holdsEquals = false
        for index in nameEnd..<max(nameEnd, min(start + longestTag, count)) {
            if bytes[index] == UInt8(ascii: isEscaped ? "&" : ">") || bytes[index] == UInt8(ascii: "<") {
                if !isEscaped {
                    return bytes[index] == UInt8(ascii: ">") && (holdsEquals || !holdsMore) ? index + 1 : nil
                }
                if let entity = entity(bytes, count, at: index) {
                    if case .greater = entity.meaning { return holdsEquals || !holdsMore ? index + entity.length : nil }
                    if case .less = entity.meaning { return nil }
                }
            }
            switch bytes[index] {
            case UInt8(ascii: "="): holdsEquals = true
            case UInt8(ascii: "/"), 0x20, 0x09...0x0D: break
            default: holdsMore = true
            }
        }
        return nil
    }

    /// Where the name of an element ends: letters and digits. nil where a word stands there that is written like a
    /// name.
    private static func elementEnd(_ bytes: UnsafePointer<UInt8>, _ count: Int, at start: Int) -> Int? {
        func isCapital(_ index: Int) -> Bool { bytes[index] &- 0x41 < 26 }
        func isSmall(_ index: Int) -> Bool { bytes[index] &- 0x61 < 26 }
        guard start < count, isCapital(start) || isSmall(start) else { return nil }
        var index = start + 1
        while index < count, index - start < 20, isCapital(index) || isSmall(index) || bytes[index] &- 0x30 < 10 {
            if isCapital(start), isSmall(index) { return nil }
            index += 1
        }
        return index
    }

    /// Where an escape ends that begins with a backslash: `\xc2`, `\u00ae`, `\n` before a capital.
    static func escapeEnd(_ bytes: UnsafePointer<UInt8>, _ count: Int, at start: Int) -> Int? {
        guard start + 1 < count else { return nil }
        switch bytes[start + 1] {
        case UInt8(ascii: "x") where areHex(bytes, count, start + 2..<start + 4): return start + 4
        case UInt8(ascii: "u") where areHex(bytes, count, start + 2..<start + 6): return start + 6
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            let isAtEnd = start + 2 == count
            return isAtEnd || !((bytes[start + 2] &- 0x61 < 26)) ? start + 2 : nil
        default: return nil
        }
    }

    /// Bytes of an escaped apostrophe: `&#39;`, `&amp;rsquo;`, `\u2019`; nil where none stands there.
    static func apostrophe(_ bytes: UnsafePointer<UInt8>, _ count: Int, at start: Int) -> Int? {
        if bytes[start] == UInt8(ascii: "&") {
            guard let entity = entity(bytes, count, at: start), case .apostrophe = entity.meaning else { return nil }
            return entity.length
        }
        return stands("\\u2019", bytes, count, at: start) || stands("\\u0027", bytes, count, at: start) ? 6 : nil
    }

    /// The same of a text; 0 where none stands there.
    static func apostrophe(in text: String, at start: Int) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            guard let base = bytes.baseAddress, start < bytes.count else { return 0 }
            return apostrophe(base, bytes.count, at: start) ?? 0
        }
    }

    /// The text without what is left of markup, for a name that is shown.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x5C }) else { return text }
        var plain: [UInt8] = []
        let source = Array(text.utf8)
        source.withUnsafeBufferPointer { buffer in
            guard let bytes = buffer.baseAddress else { return }
            var index = 0
            while index < buffer.count {
                if bytes[index] == 0x26, let entity = entity(bytes, buffer.count, at: index) {
                    if case .less = entity.meaning,
                        let end = tagEnd(bytes, buffer.count, from: index + entity.length, isEscaped: true)
                    {
                        plain.append(0x20)
                        index = end
                        continue
                    }
                    plain += entity.meaning.sign.utf8
                    index += entity.length
                } else if bytes[index] == 0x3C,
                    let end = tagEnd(bytes, buffer.count, from: index + 1, isEscaped: false)
                {
                    plain.append(0x20)
                    index = end
                } else if bytes[index] == 0x5C, let length = apostrophe(bytes, buffer.count, at: index) {
                    plain.append(0x27)
                    index += length
                } else if bytes[index] == 0x5C, let end = escapeEnd(bytes, buffer.count, at: index) {
                    index = end
                } else {
                    plain.append(bytes[index])
                    index += 1
                }
            }
        }
        return String(decoding: plain, as: UTF8.self).singleSpaced
    }

    private static let meanings: [String: Entity.Meaning] = [
        "nbsp": .space, "#160": .space, "#xa0": .space, "ensp": .space, "emsp": .space, "thinsp": .space,
        "quot": .quote, "#34": .quote, "ldquo": .quote, "rdquo": .quote, "#8220": .quote, "#8221": .quote,
        "laquo": .quote, "raquo": .quote, "apos": .apostrophe, "#39": .apostrophe, "#039": .apostrophe,
        "#x27": .apostrophe, "lsquo": .apostrophe, "rsquo": .apostrophe, "#8216": .apostrophe, "#8217": .apostrophe,
        "#x2019": .apostrophe, "#146": .apostrophe, "ndash": .dash, "mdash": .dash, "#8211": .dash, "#8212": .dash,
        "#150": .dash, "#151": .dash, "hellip": .dash, "#8230": .dash, "reg": .nothing, "trade": .nothing,
        "copy": .nothing, "#174": .nothing, "#8482": .nothing, "#169": .nothing, "#xae": .nothing, "shy": .nothing,
        "#8203": .nothing, "lt": .less, "#60": .less, "gt": .greater, "#62": .greater, "amp": .ampersand,
        "#38": .ampersand, "#038": .ampersand, "euro": .currency("€"), "pound": .currency("£"), "#163": .currency("£"),
        "#8364": .currency("€"), "yen": .currency("¥"),
    ]

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "#") || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }

    private static func areHex(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ range: Range<Int>) -> Bool {
        range.upperBound <= count && range.allSatisfy { bytes[$0] &- 0x30 < 10 || (bytes[$0] | 0x20) &- 0x61 < 6 }
    }

    private static func stands(_ word: StaticString, _ bytes: UnsafePointer<UInt8>, _ count: Int, at start: Int) -> Bool
    {
        let length = word.utf8CodeUnitCount
        guard start + length <= count else { return false }
        for offset in 0..<length where bytes[start + offset] != word.utf8Start[offset] { return false }
        return true
    }
}

extension MarkupRest.Entity.Meaning {
    /// As it is written out.
    fileprivate var sign: String {
        switch self {
        case .ampersand: "&"
        case .apostrophe: "'"
        case .quote: "\""
        case .dash: "–"
        case .space: " "
        case .less: "<"
        case .greater: ">"
        case .nothing: ""
        case .currency(let sign): sign
        }
    }
}
