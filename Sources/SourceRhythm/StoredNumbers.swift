import TriggerModel

/// Numbers as one line of text, in an order that writer and reader agree on: how a rhythm is stored.
///
/// A line of numbers is read in a twentieth of the time of JSON, and a source that is asked once per start of the
/// program reads its rhythm for every poll.
struct StoredNumbers {
    private var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func write(_ number: Int) {
        if !bytes.isEmpty { bytes.append(Self.blank) }
        bytes.append(contentsOf: String(number).utf8)
    }

    mutating func write(_ number: Int?) {
        guard let number else {
            bytes.append(Self.blank)
            bytes.append(Self.none)
            return
        }
        write(number)
    }

    /// Bit for bit: what is read back must be equal.
    mutating func write(_ number: Double) { write(Int(Int64(bitPattern: number.bitPattern))) }

    mutating func write(_ time: Timestamp?) { write(time?.seconds) }

    /// Four hexadecimal digits each, so that their length does not depend on what they are.
    mutating func write(_ numbers: [UInt16]) {
        bytes.append(Self.blank)
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0x30, count: 4 * numbers.count))
        bytes.withUnsafeMutableBufferPointer { bytes in
            for (index, number) in numbers.enumerated() where number != 0 {
                for digit in 0..<4 {
                    let value = UInt8(truncatingIfNeeded: number >> UInt16(12 - 4 * digit) & 15)
                    bytes[start + 4 * index + digit] = value < 10 ? 0x30 + value : 0x61 - 10 + value
                }
            }
        }
    }

    fileprivate static let blank = UInt8(ascii: " ")
    fileprivate static let none = UInt8(ascii: "-")
}

/// Reads what `StoredNumbers` wrote, in the same order.
struct StoredNumbersReader {
    /// The line is shorter, longer or other than what was asked for.
    struct Unreadable: Error {}

    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func int() throws(Unreadable) -> Int {
        guard let number = try optionalInt() else { throw Unreadable() }
        return number
    }

    mutating func optionalInt() throws(Unreadable) -> Int? {
        let field = try field()
        let isNegative = field.first == StoredNumbers.none
        let digits = isNegative ? field.dropFirst() : field
        if digits.isEmpty, isNegative { return nil }
        // 19 digits are all that an Int has: the sum fits a UInt.
        guard (1...19).contains(digits.count) else { throw Unreadable() }
        var magnitude: UInt = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { throw Unreadable() }
            magnitude = magnitude * 10 + UInt(digit - 0x30)
        }
        if isNegative, magnitude == Int.min.magnitude { return Int.min }
        guard let number = Int(exactly: magnitude) else { throw Unreadable() }
        return isNegative ? -number : number
    }

    mutating func double() throws(Unreadable) -> Double {
        Double(bitPattern: UInt64(bitPattern: Int64(try int())))
    }

    mutating func time() throws(Unreadable) -> Timestamp? { try optionalInt().map { Timestamp(seconds: $0) } }

    mutating func words(_ count: Int) throws(Unreadable) -> [UInt16] {
        let end = index + 4 * count
        guard end <= bytes.count, end == bytes.count || bytes[end] == StoredNumbers.blank else { throw Unreadable() }
        let field = bytes[index..<end]
        index = end + 1
        let words = field.withUnsafeBufferPointer { digits in
            [UInt16](unsafeUninitializedCapacity: count) { words, filled in
                var invalid: UInt8 = 0
                for place in 0..<count {
                    let first = 4 * place
                    // Most are zero: the slots of a week in which little happens.
                    if digits[first] == 0x30, digits[first + 1] == 0x30, digits[first + 2] == 0x30,
                        digits[first + 3] == 0x30
                    {
                        words[place] = 0
                        continue
                    }
                    var word: UInt16 = 0
                    for digit in digits[first..<(first + 4)] {
                        let value = Self.values[Int(digit)]
                        invalid |= value
                        word = word << 4 | UInt16(value & 15)
                    }
                    words[place] = word
                }
                filled = invalid < 16 ? count : 0
            }
        }
        guard words.count == count else { throw Unreadable() }
        return words
    }

    /// Of hexadecimal digits; 16 for every other byte.
    private static let values: [UInt8] = (0...255).map { byte in
        switch UInt8(byte) {
        case 0x30...0x39: UInt8(byte) - 0x30
        case 0x61...0x66: UInt8(byte) - 0x61 + 10
        default: 16
        }
    }

    func end() throws(Unreadable) { guard index > bytes.count else { throw Unreadable() } }

    private mutating func field() throws(Unreadable) -> ArraySlice<UInt8> {
        guard index < bytes.count else { throw Unreadable() }
        let end = bytes[index...].firstIndex(of: StoredNumbers.blank) ?? bytes.count
        defer { index = end + 1 }
        return bytes[index..<end]
    }
}
