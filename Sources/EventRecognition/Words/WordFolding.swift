/// Case and accents folded away, so that `Société` and `SOCIETE` are one word.
enum WordFolding {
    /// FNV-1a (Fowler, Noll, Vo), 32 bits.
    static let hashSeed: UInt32 = 2_166_136_261

    @inline(__always)
    static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

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
        case 0xC0...0x24F:
            if let folded = latin[scalar.value] {
                return .letter(folded, isUpper: scalar.properties.isUppercase)
            }
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

    /// Latin letters with marks to their base letters; two letters where one stands for two.
    private static let latin: [UInt32: String] = {
        var table: [UInt32: String] = [:]
        let rows: [(String, String)] = [
            ("àáâãäåāăąǎǟǡǻȁȃȧ", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęěȅȇȩ", "e"), ("ĝğġģǥǧǵ", "g"),
            ("ĥħȟ", "h"),
            ("ìíîïĩīĭįıǐȉȋ", "i"), ("ĵǰ", "j"), ("ķĸǩ", "k"), ("ĺļľŀł", "l"), ("ñńņňŉŋǹ", "n"),
            ("òóôõöøōŏőǒǫǭǿȍȏȫȭȯȱ", "o"),
            ("ŕŗřȑȓ", "r"), ("śŝşšșſ", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűųǔǖǘǚǜȕȗ", "u"), ("ŵ", "w"), ("ýÿŷȳ", "y"),
            ("źżžȥ", "z"), ("æǣǽ", "ae"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"), ("ĳ", "ij"),
        ]
        for (letters, folded) in rows {
            for scalar in letters.unicodeScalars {
                table[scalar.value] = folded
                for upper in scalar.properties.uppercaseMapping.unicodeScalars where upper.value > 0x7F {
                    table[upper.value] = folded
                }
            }
        }
        table[0x1E9E] = "ss"
        table[0x130] = "i"
        return table
    }()
}
