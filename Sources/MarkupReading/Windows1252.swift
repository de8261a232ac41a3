/// The single-byte encoding that the web means by "ISO-8859-1" (WHATWG Encoding, section 9).
enum Windows1252 {
    /// 0x80...0x9F; the five unassigned bytes stand for themselves.
    private static let upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    static func scalar(of byte: UInt8) -> UInt32 {
        (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
    }

    /// The byte that stands for the character, those that Latin-1 has at 0x80...0x9F included; nil for any other.
    static func byte(of scalar: UInt32) -> UInt8? {
        if scalar < 0x100 { return UInt8(scalar) }
        return upper.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
    }

    static func append(_ byte: UInt8, to text: inout [UInt8]) {
        let scalar = scalar(of: byte)
        if scalar < 0x80 {
            text.append(UInt8(scalar))
        } else if scalar < 0x800 {
            text.append(0xC0 | UInt8(scalar >> 6))
            text.append(0x80 | UInt8(scalar & 0x3F))
        } else {
            text.append(0xE0 | UInt8(scalar >> 12))
            text.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            text.append(0x80 | UInt8(scalar & 0x3F))
        }
    }
}
