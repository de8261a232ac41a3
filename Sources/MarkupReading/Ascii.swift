import CLibXML2
import Glibc

/// Bytes by name, and the few questions that scanning asks about them.
enum Ascii {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let exclamation: UInt8 = 0x21
    static let quote: UInt8 = 0x22
    static let hash: UInt8 = 0x23
    static let ampersand: UInt8 = 0x26
    static let apostrophe: UInt8 = 0x27
    static let hyphen: UInt8 = 0x2D
    static let slash: UInt8 = 0x2F
    static let semicolon: UInt8 = 0x3B
    static let lessThan: UInt8 = 0x3C
    static let equals: UInt8 = 0x3D
    static let greaterThan: UInt8 = 0x3E
    static let question: UInt8 = 0x3F
    static let openBracket: UInt8 = 0x5B
    static let closeBracket: UInt8 = 0x5D

    @inline(__always) static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    @inline(__always) static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

    /// First byte of an XML name (XML 1.0, production 4); every byte of a non-ASCII character is let through.
    @inline(__always) static func startsName(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte == 0x5F || byte == 0x3A || byte >= 0x80
    }

    @inline(__always) static func continuesName(_ byte: UInt8) -> Bool {
        if byte >= 0x80 { return true }
        // One bit for each of `-.:_0-9A-Za-z`: a table of two words instead of seven comparisons.
        let bits: UInt64 = byte < 0x40 ? 0x07FF_6000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
        return bits &>> UInt64(byte & 0x3F) & 1 != 0
    }

    @inline(__always) static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    static func hexValue(_ byte: UInt8) -> UInt32? {
        if isDigit(byte) { return UInt32(byte - 0x30) }
        let lower = byte | 0x20
        return lower >= 0x61 && lower <= 0x66 ? UInt32(lower - 0x61 + 10) : nil
    }
}

/// Searching in borrowed bytes. Offsets are from the start of the buffer; nil is "not before `end`".
extension UnsafePointer<UInt8> {
    @inline(__always)
    func first(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
        guard start < end, let found = memchr(self + start, Int32(byte), end - start) else { return nil }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - self
    }

    /// First `<` or `&`, `end` where there is none. Most texts are short: the first bytes are looked at here, in one
    /// pass for both.
    @inline(__always)
    func firstMarkup(from start: Int, to end: Int) -> Int {
        var index = start
        let near = Swift.min(end, start &+ 64)
        while index &+ 16 <= near {
            let plain = Bytes16(self, index).countBeforeMarkup
            index &+= plain
            if plain < 16 { return index }
        }
        if near == end {
            while index < end, self[index] != Ascii.lessThan, self[index] != Ascii.ampersand { index &+= 1 }
            return index
        }
        let less = first(Ascii.lessThan, from: index, to: end) ?? end
        return first(Ascii.ampersand, from: index, to: less) ?? less
    }

    func first(_ text: StaticString, from start: Int, to end: Int) -> Int? {
        guard start < end,
            let found = memmem(self + start, end - start, text.utf8Start, text.utf8CodeUnitCount)
        else { return nil }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - self
    }

    @inline(__always)
    func has(_ text: StaticString, at start: Int, end: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        return start + count <= end && memcmp(self + start, text.utf8Start, count) == 0
    }

    /// `text` must be given in lower case.
    func hasIgnoringCase(_ text: StaticString, at start: Int, end: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard start + count <= end else { return false }
        for index in 0..<count where Ascii.lowercased(self[start + index]) != text.utf8Start[index] { return false }
        return true
    }

    /// First place at or after `start` where `text` (lower case) stands in any case.
    func firstIgnoringCase(_ text: StaticString, from start: Int, to end: Int) -> Int? {
        let head = text.utf8Start[0]
        var index = start
        while index < end {
            if Ascii.lowercased(self[index]) == head, hasIgnoringCase(text, at: index, end: end) { return index }
            index += 1
        }
        return nil
    }
}
