/// A gzip writer (RFC 1952) that only knows runs: enough for small test bodies and for bombs, without zlib.
///
/// One deflate block with the fixed codes of RFC 1951, 3.2.6: literals, and "258 bytes from one byte back".
package enum RunLengthGzip {
    /// `bytes`, each as a literal.
    package static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        var bits = BitWriter()
        bits.blockStart()
        for byte in bytes { bits.literal(byte) }
        bits.blockEnd()
        var checksum = CRC32()
        for byte in bytes { checksum.take(byte) }
        return wrapped(bits.bytes, checksum: checksum.value, size: bytes.count)
    }

    /// `byte` repeated `count` times (at least once), 13 bits for each 258 of them.
    package static func run(of byte: UInt8, count: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.blockStart()
        bits.literal(byte)
        for _ in 0..<((count - 1) / 258) { bits.longestMatchOneBack() }
        for _ in 0..<((count - 1) % 258) { bits.literal(byte) }
        bits.blockEnd()
        var checksum = CRC32()
        for _ in 0..<count { checksum.take(byte) }
        return wrapped(bits.bytes, checksum: checksum.value, size: count)
    }

    private static func wrapped(_ deflated: [UInt8], checksum: UInt32, size: Int) -> [UInt8] {
        var bytes: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
        bytes += deflated
        for number in [checksum, UInt32(truncatingIfNeeded: size)] {
            for shift: UInt32 in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        return bytes
    }
}

private struct BitWriter {
    private var written: [UInt8] = []
    private var pending: UInt64 = 0
    private var count = 0

    /// Everything written; the last byte is filled up with zeros.
    var bytes: [UInt8] { count > 0 ? written + [UInt8(truncatingIfNeeded: pending)] : written }

    /// BFINAL 1, BTYPE 01.
    mutating func blockStart() { put(0b011, 3) }
    /// Symbol 256.
    mutating func blockEnd() { code(0, 7) }
    /// Symbol 285 (length 258, no extra bits), then distance code 0 (one byte back).
    mutating func longestMatchOneBack() {
        code(0b1100_0101, 8)
        code(0, 5)
    }

    mutating func literal(_ byte: UInt8) {
        if byte < 144 { code(0x30 + UInt64(byte), 8) } else { code(0x190 + UInt64(byte) - 144, 9) }
    }

    /// Huffman codes travel from their most significant bit.
    private mutating func code(_ value: UInt64, _ length: Int) {
        for bit in stride(from: length - 1, through: 0, by: -1) { put(value >> UInt64(bit) & 1, 1) }
    }

    private mutating func put(_ value: UInt64, _ length: Int) {
        pending |= value << UInt64(count)
        count += length
        while count >= 8 {
            written.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            count -= 8
        }
    }
}

/// RFC 1952, section 8.
private struct CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
    private var crc: UInt32 = 0xffff_ffff

    var value: UInt32 { ~crc }
    mutating func take(_ byte: UInt8) { crc = CRC32.table[Int((crc ^ UInt32(byte)) & 255)] ^ crc >> 8 }
}
