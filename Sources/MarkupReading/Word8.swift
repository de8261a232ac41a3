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

    /// True where all are ASCII characters that can be seen, or spaces. As signed numbers, control characters and bytes
    /// above 0x7F are what is less than a space.
    @inline(__always) var arePrintable: Bool { !Bytes16.isAny(bytes .< SIMD16(repeating: 0x20)) }

    /// True where all are printing characters of ASCII, without the deleting one that `arePrintable` lets pass.
    @inline(__always) var arePrinting: Bool {
        !Bytes16.isAny((bytes .< SIMD16(repeating: 0x20)) .| (bytes .== SIMD16(repeating: 0x7F)))
    }

    /// True where no byte is markup, control or beyond ASCII, and no space stands before a space; `next` is one byte
    /// further on.
    @inline(__always) func arePlain(before next: Bytes16) -> Bool {
        let space = SIMD16<Int8>(repeating: 0x20)
        let lessThan = SIMD16<Int8>(repeating: 0x3C)
        let ampersand = SIMD16<Int8>(repeating: 0x26)
        return !Bytes16.isAny(
            (bytes .< space) .| (bytes .== lessThan) .| (bytes .== ampersand)
                .| ((bytes .== space) .& (next.bytes .== space)))
    }

    @inline(__always) private static func isAny(_ mask: SIMDMask<SIMD16<Int8>>) -> Bool {
        let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        return halves.x | halves.y != 0
    }
}
