/// A word of ASCII letters only. Sixteen bytes are read without a question, because no guess of a word's length is
/// right often enough.
struct PlainWord {
    private(set) var length: Int
    /// `WordFolding.prefix` and `WordFolding.second`.
    let (prefix, second): (UInt64, UInt64)
    private(set) var hash: UInt64
    /// `prefix` and `second` as they are written.
    private let (written, secondWritten): (UInt64, UInt64)
    /// Bit 5 of letters behind those sixteen that are capitals, and that are small.
    private var (laterCapitals, laterSmalls): (UInt64, UInt64) = (0, 0)

    /// Takes the letters that sixteen bytes begin with.
    @inline(__always)
    init(_ first: UInt64, _ next: UInt64) {
        let (head, tail) = (Self.firstLetters(first), Self.firstLetters(next))
        let isLong = head.count == 8
        let tailMask = isLong ? tail.mask : 0
        length = head.count &+ (isLong ? tail.count : 0)
        prefix = (first | Self.cases) & head.mask
        second = (next | Self.cases) & tailMask
        hash = WordFolding.hashStep(WordFolding.hashStep(0, prefix), second)
        written = first & head.mask
        secondWritten = next & tailMask
    }

    /// Takes those of the next eight bytes, and writes them folded; false where no more follow.
    mutating func add(_ chunk: UInt64, to folded: UnsafeMutablePointer<UInt8>) -> Bool {
        let kept = Self.firstLetters(chunk)
        if kept.count == 0 { return false }
        let small = (chunk | Self.cases) & kept.mask
        hash = WordFolding.hashStep(hash, small)
        Self.store(small, to: folded + length)
        length &+= kept.count
        laterCapitals |= ~chunk & Self.cases & kept.mask
        laterSmalls |= chunk & Self.cases & kept.mask
        return kept.count == 8
    }

    private static let cases: UInt64 = 0x2020_2020_2020_2020

    @inline(__always)
    var casing: Token.Casing {
        // Bit 5 of each capital, which folding sets.
        let capitals = prefix ^ written
        let laterCapitals = (second ^ secondWritten) | self.laterCapitals
        if capitals | laterCapitals == 0 { return .lower }
        if (written | secondWritten) & Self.cases | laterSmalls == 0 { return .upper }
        // Only the first letter's bit.
        return capitals == 0x20 && laterCapitals == 0 ? .capitalised : .mixed
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
