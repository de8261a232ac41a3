/// A word of fewer than sixteen letters, ASCII only, as nearly all are; or the first sixteen letters of a longer one. Sixteen
/// bytes are read without a question, because no guess of a word's length is right often enough.
struct PlainWord {
    let length: Int
    /// `WordFolding.prefix` and `WordFolding.second`.
    let (prefix, second): (UInt64, UInt64)
    /// Both as they are written.
    private let (written, secondWritten): (UInt64, UInt64)

    /// Takes the letters that sixteen bytes begin with.
    @inline(__always)
    init(_ first: UInt64, _ next: UInt64) {
        let (head, tail) = (Self.firstLetters(first), Self.firstLetters(next))
        let isLong = head.count == 8
        let tailMask = isLong ? tail.mask : 0
        length = head.count &+ (isLong ? tail.count : 0)
        prefix = (first | Self.cases) & head.mask
        second = (next | Self.cases) & tailMask
        written = first & head.mask
        secondWritten = next & tailMask
    }

    /// `WordFolding.hash` of all its letters.
    @inline(__always)
    var hash: UInt32 {
        UInt32(truncatingIfNeeded: WordFolding.hashStep(WordFolding.hashStep(0, prefix), second))
    }

    private static let cases: UInt64 = 0x2020_2020_2020_2020

    @inline(__always)
    var isSmall: Bool { prefix == written && second == secondWritten }

    /// Of a word that is not small.
    var casing: Token.Casing {
        // Bit 5 is set in small letters only.
        if (written | secondWritten) & Self.cases == 0 { return .upper }
        return prefix ^ written == 0x20 && second == secondWritten ? .capitalised : .mixed
    }

    /// How many letters of ASCII eight bytes begin with, and the mask of them.
    @inline(__always)
    private static func firstLetters(_ chunk: UInt64) -> (count: Int, mask: UInt64) {
        // Without the bits that letters of one kind differ in, and that only bytes beyond ASCII have.
        let large = chunk & 0x5F5F_5F5F_5F5F_5F5F
        // Bit 7 is of bytes below "A" in the one, and of those behind "Z" in the other.
        let belowA = 0xC0C0_C0C0_C0C0_C0C0 &- large
        let behindZ = large &+ 0x2525_2525_2525_2525
        let others = (belowA | behindZ | chunk) &>> 7 & 0x0101_0101_0101_0101
        // All bits below the lowest one; where there is none, all bits.
        return (others.trailingZeroBitCount &>> 3, (others &- 1) & ~others)
    }

    /// Writes eight bytes, wherever they stand.
    @inline(__always)
    static func store(_ chunk: UInt64, to place: UnsafeMutablePointer<UInt8>) {
        UnsafeMutableRawPointer(place).storeBytes(of: chunk.littleEndian, as: UInt64.self)
    }
}
