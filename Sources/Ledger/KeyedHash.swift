/// SipHash-1-3 (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012) under a key of this ledger's own.
///
/// 64 bits are enough for the items of one source, and the secret key keeps a stranger whose text an aggregator carries
/// from building an item that looks like one already seen. Not for names of content: those are `ContentHash`.
package struct KeyedHash: Hashable, Sendable {
    private var k0: UInt64
    private var k1: UInt64

    package init(_ k0: UInt64, _ k1: UInt64) {
        self.k0 = k0
        self.k1 = k1
    }

    /// Values of different kinds never meet.
    package func callAsFunction(_ kind: UInt8, _ text: String) -> Int64 {
        var text = text
        return text.withUTF8 { hash(kind, UnsafeRawBufferPointer($0)) }
    }

    private func hash(_ kind: UInt8, _ bytes: UnsafeRawBufferPointer) -> Int64 {
        var v0 = k0 ^ UInt64(kind) ^ 0x736f_6d65_7073_6575
        var v1 = k1 ^ 0x646f_7261_6e64_6f6d
        var v2 = k0 ^ UInt64(kind) ^ 0x6c79_6765_6e65_7261
        var v3 = k1 ^ 0x7465_6462_7974_6573

        @inline(__always) func round() {
            v0 &+= v1
            v1 = (v1 &<< 13 | v1 &>> 51) ^ v0
            v0 = v0 &<< 32 | v0 &>> 32
            v2 &+= v3
            v3 = (v3 &<< 16 | v3 &>> 48) ^ v2
            v0 &+= v3
            v3 = (v3 &<< 21 | v3 &>> 43) ^ v0
            v2 &+= v1
            v1 = (v1 &<< 17 | v1 &>> 47) ^ v2
            v2 = v2 &<< 32 | v2 &>> 32
        }
        let whole = bytes.count & ~7
        for offset in stride(from: 0, to: whole, by: 8) {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            v3 ^= word
            round()
            v0 ^= word
        }
        var last = UInt64(truncatingIfNeeded: bytes.count) &<< 56
        for index in whole..<bytes.count { last |= UInt64(bytes[index]) &<< UInt64((index - whole) * 8) }
        v3 ^= last
        round()
        v0 ^= last
        v2 ^= 0xff
        round()
        round()
        round()
        return Int64(bitPattern: v0 ^ v1 ^ v2 ^ v3)
    }
}
