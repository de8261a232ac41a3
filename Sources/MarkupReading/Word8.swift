/// Eight bytes at a time: questions whose answer may be "look closer" too often, never too rarely.
enum Word8 {
    @inline(__always) static func load(_ base: UnsafePointer<UInt8>, _ index: Int) -> UInt64 {
        UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }

    /// Not zero where a byte is below 0x20 or above 0x7F.
    @inline(__always) static func outsidePrintable(_ word: UInt64) -> UInt64 {
        ((word &- 0x2020_2020_2020_2020) | word) & 0x8080_8080_8080_8080
    }
}

/// Sixteen bytes at a time, for the loops that see every byte of a document.
///
/// Compare with vectors only, never with a number: the operators that take a scalar are generic and fifty times as
/// slow (Swift 6.3).
struct Bytes16 {
    private let bytes: SIMD16<Int8>

    @inline(__always) init(_ base: UnsafePointer<UInt8>, _ index: Int) {
        bytes = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: SIMD16<Int8>.self)
    }

    /// How many bytes there are before the first that is control or beyond ASCII; 16 for none. As signed numbers, both
    /// are what is less than a space.
    @inline(__always) var countOfPrintable: Int { Bytes16.firstTrue(bytes .< SIMD16<Int8>(repeating: 0x20)) }

    /// How many bytes there are before the first that is no printing character of ASCII (0x20...0x7E); 16 for none.
    @inline(__always) var countOfPrinting: Int { Bytes16.firstTrue(notPrinting) }

    /// How many bytes there are before the first that is markup, control or beyond ASCII, or a space before a space;
    /// 16 for none. `next` is one byte further on.
    @inline(__always) func countOfPlain(before next: Bytes16) -> Int {
        let space = SIMD16<Int8>(repeating: 0x20)
        let lessThan = SIMD16<Int8>(repeating: 0x3C)
        let ampersand = SIMD16<Int8>(repeating: 0x26)
        return Bytes16.firstTrue(
            notPrinting .| (bytes .== lessThan) .| (bytes .== ampersand)
                .| ((bytes .== space) .& (next.bytes .== space)))
    }

    /// How many bytes there are before the first `<` or `&`; 16 for none.
    @inline(__always) var countBeforeMarkup: Int {
        let lessThan = SIMD16<Int8>(repeating: 0x3C)
        let ampersand = SIMD16<Int8>(repeating: 0x26)
        return Bytes16.firstTrue((bytes .== lessThan) .| (bytes .== ampersand))
    }

    /// How many bytes there are before the first `<`, `&` or quote of the kind given; 16 for none.
    @inline(__always) func countInValue(quoted quote: SIMD16<Int8>) -> Int {
        let lessThan = SIMD16<Int8>(repeating: 0x3C)
        let ampersand = SIMD16<Int8>(repeating: 0x26)
        return Bytes16.firstTrue((bytes .== lessThan) .| (bytes .== ampersand) .| (bytes .== quote))
    }

    /// True where all are printable, and all of `other` too.
    @inline(__always) func arePrintable(with other: Bytes16) -> Bool {
        let space = SIMD16<Int8>(repeating: 0x20)
        return Bytes16.firstTrue((bytes .< space) .| (other.bytes .< space)) == 16
    }

    /// True where all may stand in an address as they are: printing, neither a space, nor what ends a name and password
    /// (`@`), nor what browsers take for a slash.
    @inline(__always) var areOfAddress: Bool {
        let space = SIMD16<Int8>(repeating: 0x20)
        let at = SIMD16<Int8>(repeating: 0x40)
        let backslash = SIMD16<Int8>(repeating: 0x5C)
        return Bytes16.firstTrue(notPrinting .| (bytes .== space) .| (bytes .== at) .| (bytes .== backslash)) == 16
    }

    /// Raised by 0x60 the printing characters are the 95 lowest of all signed numbers: one comparison finds the rest.
    @inline(__always) private var notPrinting: SIMDMask<SIMD16<Int8>> {
        let raise = SIMD16<Int8>(repeating: 0x60)
        let highest = SIMD16<Int8>(repeating: -34)
        return bytes &+ raise .> highest
    }

    @inline(__always) private static func firstTrue(_ mask: SIMDMask<SIMD16<Int8>>) -> Int {
        let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        if halves.x | halves.y == 0 { return 16 }
        let isInFirst = halves.x != 0
        return (isInFirst ? halves.x : halves.y).trailingZeroBitCount &>> 3 &+ (isInFirst ? 0 : 8)
    }
}
