/// Case and accents folded away, so that `Société` and `SOCIETE` are one word.
enum WordFolding {
    /// The first eight bytes of a word as one number, the first lowest; shorter words end in zeros.
    @inline(__always)
    static func prefix(_ word: UnsafePointer<UInt8>, _ length: Int) -> UInt64 { chunk(word, min(length, 8)) }

    /// The eight bytes behind them likewise; 0 where there are none.
    @inline(__always)
    static func second(_ word: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
        length > 8 ? chunk(word + 8, min(length - 8, 8)) : 0
    }

    /// Eight bytes at a time are multiplied and folded, and sixteen at least, zeros behind a shorter word; `hashStep` is
    /// one such turn, so that a scan may go along.
    @inline(__always)
    static func hash(_ word: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
        var hash = hashStep(hashStep(0, prefix(word, length)), second(word, length))
        var at = 16
        while at < length {
            hash = hashStep(hash, chunk(word + at, min(length - at, 8)))
            at += 8
        }
        return UInt32(truncatingIfNeeded: hash)
    }

    @inline(__always)
    static func hashStep(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
        // The odd number next to 2^64 / golden ratio (Knuth, TAOCP 3, 6.4).
        let product = (hash ^ chunk) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }

    @inline(__always)
    private static func chunk(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
        if length == 8 {
            return UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
        }
        var value: UInt64 = 0
        for offset in 0..<length { value |= UInt64(bytes[offset]) << UInt64(8 * offset) }
        return value
    }

    /// What a scalar outside ASCII does in a text.
    enum Kind {
        /// Part of a word; the folded form follows in UTF-8.
        case letter(String, isUpper: Bool)
        /// A combining mark: dropped.
        case mark
        /// A script without spaces: a token of its own.
        case ideograph
        case digit(UInt8)
        case apostrophe, quote, dash, space, currency, ellipsis, bullet
        case other
    }

    static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x2019, 0x2BC: return .apostrophe
        case 0x2018, 0x201A, 0x201B, 0x201C...0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x300C...0x300F: return .quote
        case 0x2012...0x2015, 0x2212: return .dash
        case 0x2010, 0x2011: return .dash
        case 0x2026: return .ellipsis
        case 0x2022, 0xB7, 0x25CF, 0x25AA, 0x2023: return .bullet
        case 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF, 0x85, 0x2028, 0x2029: return .space
        case 0xA2...0xA5, 0x20A0...0x20CF: return .currency
        case 0x300...0x36F: return .mark
        // Kana, CJK, Hangul is written with spaces and stays a letter; Thai, Lao, Khmer, Myanmar are not.
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF,
            0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF:
            return .ideograph
        case 0x1E9E: return .letter("ss", isUpper: true)
        case firstLatin...lastLatin:
            let fold = latinFold(of: scalar.value)
            if fold != 0 { return .letter(text(of: fold), isUpper: fold & upperMark != 0) }
        default: break
        }
        let properties = scalar.properties
        if properties.isAlphabetic {
            return .letter(properties.lowercaseMapping, isUpper: properties.isUppercase)
        }
        if properties.generalCategory == .decimalNumber, let value = properties.numericValue {
            return .digit(UInt8(value))
        }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return .mark
        default: return .other
        }
    }

    /// Set in `latinFold` for a capital.
    static let upperMark: UInt32 = 1 << 16

    /// The one or two letters that a Latin letter with a mark stands for, the first in the low byte, and `upperMark`;
    /// 0 for scalars that are none.
    @inline(__always)
    static func latinFold(of scalar: UInt32) -> UInt32 {
        scalar >= firstLatin && scalar <= lastLatin ? latin[Int(scalar - firstLatin)] : 0
    }

    private static func text(of fold: UInt32) -> String {
        let bytes = [UInt8(truncatingIfNeeded: fold), UInt8(truncatingIfNeeded: fold >> 8)].filter { $0 != 0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let firstLatin: UInt32 = 0xC0
    private static let lastLatin: UInt32 = 0x24F

    private static let latin: [UInt32] = {
        var table = Array(repeating: UInt32(0), count: Int(lastLatin - firstLatin) + 1)
        let rows: [(String, String)] = [
            ("àáâãäåāăąǎǟǡǻȁȃȧ", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęěȅȇȩ", "e"), ("ĝğġģǥǧǵ", "g"),
            ("ĥħȟ", "h"),
            ("ìíîïĩīĭįıǐȉȋ", "i"), ("ĵǰ", "j"), ("ķĸǩ", "k"), ("ĺļľŀł", "l"), ("ñńņňŉŋǹ", "n"),
            ("òóôõöøōŏőǒǫǭǿȍȏȫȭȯȱ", "o"),
            ("ŕŗřȑȓ", "r"), ("śŝşšșſ", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűųǔǖǘǚǜȕȗ", "u"), ("ŵ", "w"), ("ýÿŷȳ", "y"),
            ("źżžȥ", "z"), ("æǣǽ", "ae"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"), ("ĳ", "ij"),
        ]
        for (letters, folded) in rows {
            let fold = folded.utf8.enumerated().reduce(UInt32(0)) { $0 | UInt32($1.element) << UInt32(8 * $1.offset) }
            for scalar in letters.unicodeScalars {
                for form in [scalar] + Array(scalar.properties.uppercaseMapping.unicodeScalars)
                where form.value >= firstLatin && form.value <= lastLatin {
                    table[Int(form.value - firstLatin)] = fold | (form.properties.isUppercase ? upperMark : 0)
                }
            }
        }
        table[Int(0x130 - firstLatin)] = UInt32(UInt8(ascii: "i")) | upperMark
        return table
    }()
}
