/// Text from outside made fit to be shown: no controls, no invisible tricks, bounded.
enum PlainText {
    /// One line: white space runs become one space, controls and direction marks vanish, ends are trimmed, and what
    /// exceeds `limit` Unicode scalars is replaced by "…". Stops reading at the limit, however long the text is.
    static func line(_ text: String, limit: Int = 1000) -> String {
        var kept = String.UnicodeScalarView()
        var count = 0
        var gap = false
        for scalar in text.unicodeScalars {
            switch use(of: scalar) {
            case .drop: continue
            case .space: gap = count > 0
            case .keep:
                guard count + (gap ? 1 : 0) < limit else { return String(kept) + "…" }
                if gap {
                    kept.append(" ")
                    count += 1
                    gap = false
                }
                kept.append(scalar)
                count += 1
            }
        }
        return String(kept)
    }

    /// nil where nothing visible remains.
    static func line(orNil text: String?, limit: Int = 1000) -> String? {
        guard let text else { return nil }
        let shown = line(text, limit: limit)
        return shown.isEmpty ? nil : shown
    }

    /// Several lines: line breaks of every kind become LF, tabs stay, other controls and direction marks vanish.
    static func lines(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where previous == "\r": break
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: kept.append("\n")
            case 0x09: kept.append(scalar)
            default: if use(of: scalar) != .drop { kept.append(scalar) }
            }
            previous = scalar
        }
        return String(kept)
    }

    private enum Use { case keep, space, drop }

    private static func use(of scalar: Unicode.Scalar) -> Use {
        switch scalar.value {
        // Tab, line breaks, NEL, no-break and wide spaces, line and paragraph separator.
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
        // C0, DEL, C1; the soft hyphen.
        case 0...0x1F, 0x7F...0x9F, 0xAD: .drop
        // Direction marks, embeddings, overrides and isolates (UAX #9): they can make a text read as another.
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: .drop
        // Zero-width space, word joiner and invisible operators, byte order mark, annotation marks, tags. The zero-width
        // joiner and non-joiner stay: Persian, Indic scripts and emoji need them.
        case 0x200B, 0x2060...0x2065, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: .drop
        // Noncharacters.
        case 0xFDD0...0xFDEF: .drop
        case let value where value & 0xFFFE == 0xFFFE: .drop
        default: .keep
        }
    }
}
