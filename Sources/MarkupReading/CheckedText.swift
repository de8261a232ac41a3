/// Bytes looked at once: are they UTF-8, are there characters that XML does not allow?
struct CheckedText {
    private(set) var bytes: [UInt8]
    /// Offset of the first byte that is no UTF-8 (RFC 3629 section 4); nil where all are.
    private(set) var firstBadByte: Int?
    /// Some byte below 0x20 is neither tab, line feed nor carriage return.
    private(set) var hasControls: Bool

    init(checking bytes: [UInt8]) {
        self.bytes = bytes
        (firstBadByte, hasControls) = bytes.withUnsafeBufferPointer { CheckedText.scan($0) }
    }

    /// Every control character becomes a space, so that offsets stay.
    mutating func removeControls(log: inout DamageLog) {
        guard hasControls else { return }
        var count = 0
        var first: Int?
        for index in bytes.indices where CheckedText.isControl(bytes[index]) {
            count += 1
            if first == nil { first = index }
            bytes[index] = Ascii.space
        }
        log.note(.controlCharacters, at: first, count: count)
        hasControls = false
    }

    /// Sequences of more than one byte that are UTF-8, and bytes that are none.
    var tally: (good: Int, bad: Int) {
        bytes.withUnsafeBufferPointer { source in
            var good = 0
            var bad = 0
            var index = 0
            while index < source.count {
                let length = CheckedText.sequenceLength(source, index)
                if length == 0, CheckedText.surrogate(source, index) != nil {
                    // UTF-8 of half a character, which no other encoding looks like.
                    bad += 1
                    good += 2
                    index += 3
                    continue
                }
                if length == 0 { bad += 1 } else if length > 1 { good += 1 }
                index += max(length, 1)
            }
            return (good, bad)
        }
    }

    /// Surrogates are joined to the characters that CESU-8 (Unicode Technical Report 26) writes with them, alone they
    /// are U+FFFD. Each other bad byte as windows-1252, or as U+FFFD where the text holds more good sequences than bad
    /// bytes and so was written as UTF-8 and damaged later.
    func repaired(_ tally: (good: Int, bad: Int)) -> [UInt8] {
        bytes.withUnsafeBufferPointer { source in
            var text: [UInt8] = []
            text.reserveCapacity(source.count + tally.bad * 2)
            var index = 0
            while index < source.count {
                let length = CheckedText.sequenceLength(source, index)
                if length == 0, let half = CheckedText.surrogate(source, index) {
                    index += 3
                    if half < 0xDC00, let other = CheckedText.surrogate(source, index), other >= 0xDC00,
                        let scalar = Unicode.Scalar(0x10000 + (half - 0xD800) << 10 + (other - 0xDC00))
                    {
                        text.append(contentsOf: String(Character(scalar)).utf8)
                        index += 3
                    } else {
                        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    }
                } else if length == 0 {
                    if tally.good > tally.bad {
                        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    } else {
                        Windows1252.append(source[index], to: &text)
                    }
                    index += 1
                } else {
                    text.append(contentsOf: source[index..<index + length])
                    index += length
                }
            }
            return text
        }
    }

    static func hasHighByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var index = 0
        while index &+ 32 <= bytes.count {
            let words =
                Word8.load(base, index) | Word8.load(base, index &+ 8) | Word8.load(base, index &+ 16)
                | Word8.load(base, index &+ 24)
            if words & 0x8080_8080_8080_8080 != 0 { return true }
            index &+= 32
        }
        while index &+ 8 <= bytes.count {
            if Word8.load(base, index) & 0x8080_8080_8080_8080 != 0 { return true }
            index &+= 8
        }
        while index < bytes.count {
            if base[index] >= 0x80 { return true }
            index &+= 1
        }
        return false
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != Ascii.tab && byte != Ascii.lineFeed && byte != Ascii.carriageReturn
    }

    private static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int?, Bool) {
        guard let base = bytes.baseAddress else { return (nil, false) }
        let count = bytes.count
        var controls = false
        var index = 0
        while index < count {
            // Ordinary ASCII: many bytes at a time, up to the one that wants a look.
            while index &+ 32 <= count, Bytes16(base, index).arePrintable(with: Bytes16(base, index &+ 16)) {
                index &+= 32
            }
            while index &+ 16 <= count {
                let printable = Bytes16(base, index).countOfPrintable
                index &+= printable
                if printable < 16 { break }
            }
            guard index < count else { break }
            if base[index] < 0x80 {
                if isControl(base[index]) { controls = true }
                index &+= 1
            }
            while index < count, base[index] >= 0x80 {
                let length = sequenceLength(bytes, index)
                if length == 0 { return (index, controls || hasControl(bytes, from: index)) }
                index &+= length
            }
        }
        return (nil, controls)
    }

    private static func hasControl(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        bytes[start...].contains(where: isControl)
    }

    /// The surrogate that three bytes at `index` are written as; nil where they are something else.
    private static func surrogate(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32? {
        guard index + 2 < bytes.count, bytes[index] == 0xED, (0xA0...0xBF).contains(bytes[index + 1]),
            (0x80...0xBF).contains(bytes[index + 2])
        else { return nil }
        return 0xD000 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    }

    /// Length of the valid sequence at `index`, 0 where there is none.
    @inline(__always)
    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let first = bytes[index]
        if first < 0x80 { return 1 }
        func tail(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
            index + offset < bytes.count && bytes[index + offset] >= low && bytes[index + offset] <= high
        }
        switch first {
        case 0xC2...0xDF: return tail(1) ? 2 : 0
        case 0xE0: return tail(1, 0xA0) && tail(2) ? 3 : 0
        case 0xED: return tail(1, 0x80, 0x9F) && tail(2) ? 3 : 0
        case 0xE1...0xEF: return tail(1) && tail(2) ? 3 : 0
        case 0xF0: return tail(1, 0x90) && tail(2) && tail(3) ? 4 : 0
        case 0xF1...0xF3: return tail(1) && tail(2) && tail(3) ? 4 : 0
        case 0xF4: return tail(1, 0x80, 0x8F) && tail(2) && tail(3) ? 4 : 0
        default: return 0
        }
    }
}
