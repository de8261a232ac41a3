/// Questions about all bytes of a text, answered at the speed of memory; most texts have the same answer.
package enum PlainBytes {
    /// Index of the first byte from `start` on that is no printing character of ASCII (0x20...0x7E); the count of the
    /// bytes where all are.
    package static func endOfPrintable(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        let count = bytes.count
        var index = start
        while index &+ 16 <= count {
            let plain = Bytes16(base, index).countOfPrinting
            index &+= plain
            if plain < 16 { return index }
        }
        // What is left over, with some bytes before it once more.
        if index > start, count &- start >= 16 { return count &- 16 &+ Bytes16(base, count &- 16).countOfPrinting }
        while index < count, bytes[index] >= 0x20, bytes[index] < 0x7F { index &+= 1 }
        return index
    }

    /// True where all bytes are printing characters of ASCII and none is a space, an `@` or a backslash.
    package static func areOfAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return true }
        let count = bytes.count
        var index = 0
        while index &+ 16 <= count {
            guard Bytes16(base, index).areOfAddress else { return false }
            index &+= 16
        }
        if count > 16 { return Bytes16(base, count &- 16).areOfAddress }
        while index < count {
            let byte = base[index]
            guard byte &- 0x21 < 0x5E, byte != UInt8(ascii: "@"), byte != UInt8(ascii: "\\") else { return false }
            index &+= 1
        }
        return true
    }

    /// True where `byte` stands among the bytes.
    package static func has(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.baseAddress?.first(byte, from: 0, to: bytes.count) != nil
    }
}
