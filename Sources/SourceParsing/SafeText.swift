/// Text without the characters that nobody sees and that make text look like another one: marks that turn the direction
/// of what follows, joiners without width, tags (Unicode UTS 55, "Unicode Source Code Handling").
///
/// The joiners that Persian, the scripts of India and emoji need (U+200C, U+200D) and variation selectors stay.
enum SafeText {
    /// A title or a name: control characters, line breaks among them, become spaces.
    static func line(_ text: String) -> String {
        let needsLook =
            text.utf8.withContiguousStorageIfAvailable { bytes in
                for byte in bytes where byte < 0x20 || byte >= 0x7F { return true }
                return false
            } ?? true
        guard needsLook, text.unicodeScalars.contains(where: { isUnseen($0) || isControl($0) }) else { return text }
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isUnseen(scalar) { view.append(isControl(scalar) ? " " : scalar) }
        return String(view)
    }

    /// nil for a text of nothing but such characters.
    static func line(_ text: String?) -> String? { text.flatMap { line($0).trimmedOrNil } }

    /// In an address such characters are written as what they are (RFC 3986 section 2.1).
    static func address(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isUnseen($0) || isControl($0) }) else { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            let mustBeWritten = isUnseen(scalar) || isControl(scalar)
            result += mustBeWritten ? PercentEncoding.component(String(scalar)) : String(scalar)
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
            0xE0000...0xE007F:
            true
        default: false
        }
    }
}
