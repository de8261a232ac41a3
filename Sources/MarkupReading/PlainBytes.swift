/// Questions about all bytes of a text, answered at the speed of memory; most texts have the same answer.
package enum PlainBytes {
    /// Index of the first byte from `start` on that is no printing character of ASCII (0x20...0x7E); the count of the
    /// bytes where all are.
    package static func endOfPrintable(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        let count = bytes.count
        var index = start
        while index &+ 16 <= count, Bytes16(base, index).arePrinting { index &+= 16 }
        // What is left over, with some bytes before it once more.
        if index > start, index &+ 16 > count, Bytes16(base, count &- 16).arePrinting { return count }
        while index < count, bytes[index] >= 0x20, bytes[index] < 0x7F { index &+= 1 }
        return index
    }

    /// True where `byte` stands among the bytes.
    package static func has(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.baseAddress?.first(byte, from: 0, to: bytes.count) != nil
    }
}
