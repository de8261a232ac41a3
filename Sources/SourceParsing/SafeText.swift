import MarkupReading

/// Text without the characters that nobody sees and that make text look like another one: marks that turn the direction
/// of what follows, joiners without width, tags (Unicode UTS 55, "Unicode Source Code Handling").
///
/// The joiners that Persian, the scripts of India and emoji need (U+200C, U+200D) and variation selectors stay.
enum SafeText {
    /// A title or a name: control characters, line breaks among them, become spaces.
    static func line(_ text: String) -> String {
        guard needsCleaning(text) else { return text }
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isUnseen(scalar) { view.append(isControl(scalar) ? " " : scalar) }
        return String(view)
    }

    /// True where `line` leaves the text as it is, and it has no white space at its ends.
    static func isLine(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            !bytes.isEmpty && bytes[0] > 0x20 && bytes[bytes.count - 1] > 0x20 && !needsCleaning(bytes)
        } ?? false
    }

    /// True where `line` would change the text. Most texts are looked at eight bytes at a time.
    static func needsCleaning(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable(needsCleaning)
            ?? text.unicodeScalars.contains { isUnseen($0) || isControl($0) }
    }

    private static func needsCleaning(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = PlainBytes.endOfPrintable(bytes, from: 0)
        while index < bytes.count {
            if isUnseenOrControl(bytes, index) { return true }
            index = PlainBytes.endOfPrintable(bytes, from: index + 1)
        }
        return false
    }

    /// What `isUnseen` and `isControl` say of the scalar that begins at `index`, by its bytes; false amid a scalar.
    private static func isUnseenOrControl(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let first = bytes[index]
        if first < 0x7F { return first < 0x20 }
        guard first > 0x7F else { return true }
        let second = index &+ 1 < bytes.count ? bytes[index &+ 1] : 0
        let third = index &+ 2 < bytes.count ? bytes[index &+ 2] : 0
        return switch (first, second) {
        case (0xC2, ..<0xA0), (0xC2, 0xAD), (0xD8, 0x9C): true
        case (0xE1, 0xA0): third == 0x8E
        case (0xE2, 0x80): third == 0x8B || third == 0x8E || third == 0x8F || (0xA8...0xAE).contains(third)
        case (0xE2, 0x81): (0xA0...0xAF).contains(third)
        case (0xEF, 0xBB): third == 0xBF
        case (0xEF, 0xBF): (0xB9...0xBB).contains(third)
        case (0xF3, 0xA0): third <= 0x81
        default: false
        }
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
