/// Eight bytes at a time: questions whose answer may be "look closer" too often, never too rarely.
enum Word8 {
    @inline(__always) static func load(_ base: UnsafePointer<UInt8>, _ index: Int) -> UInt64 {
        UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }

    @inline(__always) static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

    /// High bits where a byte is zero, perhaps also above one that is.
    @inline(__always) static func zeros(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    /// High bits where a byte is `byte`.
    @inline(__always) static func matches(_ word: UInt64, _ byte: UInt8) -> UInt64 { zeros(word ^ all(byte)) }

    /// Not zero where a byte is below 0x20 or above 0x7F.
    @inline(__always) static func outsidePrintable(_ word: UInt64) -> UInt64 {
        ((word &- 0x2020_2020_2020_2020) | word) & 0x8080_8080_8080_8080
    }
}
