/// Character references of HTML: by name, by number, and the repairs that HTML prescribes for bad numbers.
package enum HTMLEntities {
    /// UTF-8 of a named reference without `&` and `;`, nil where HTML knows no such name. Names are case-sensitive.
    package static func text(named name: String) -> String? {
        var name = name
        return name.withUTF8 { bytes in table.find(bytes.baseAddress, bytes.count) }
            .map { String(decoding: table.bytes(of: $0), as: UTF8.self) }
    }

    /// The character a numeric reference means (WHATWG HTML 13.2.5.80): windows-1252 for 128...159; nil for zero,
    /// surrogates, control characters other than white space, and numbers beyond Unicode.
    static func scalar(numbered number: UInt32) -> Unicode.Scalar? {
        if (0x80...0x9F).contains(number) {
            return Unicode.Scalar(Windows1252.scalar(of: UInt8(number)))
        }
        if number < 0x20, number != 0x09, number != 0x0A, number != 0x0D { return nil }
        return Unicode.Scalar(number)
    }

    /// A reference that starts at `&`: its text and where it ends, nil where none starts here.
    struct Reference {
        /// Length in bytes of what it stands for, at most 8, least significant byte first in `packed`.
        var packed: UInt64
        var length: Int
        /// Offset after the reference.
        var end: Int
        var isBad = false
    }

    /// The number of a numeric reference, as written; anything beyond Unicode is some value beyond Unicode.
    struct Number {
        var value: UInt32
        /// Offset after it and its semicolon.
        var end: Int
        var isClosed: Bool
    }

    /// Reads `&#…;` or `&#x…;` at `start`, also without the semicolon; nil where no digit stands.
    static func number(_ bytes: UnsafePointer<UInt8>, at start: Int, end: Int) -> Number? {
        var index = start + 2
        var value: UInt32 = 0
        var digits = 0
        if index < end, bytes[index] | 0x20 == UInt8(ascii: "x") {
            index += 1
            while index < end, let digit = Ascii.hexValue(bytes[index]) {
                value = value < 0x110000 ? value &* 16 &+ digit : value
                digits += 1
                index += 1
            }
        } else {
            while index < end, Ascii.isDigit(bytes[index]) {
                value = value < 0x110000 ? value &* 10 &+ UInt32(bytes[index] &- 0x30) : value
                digits += 1
                index += 1
            }
        }
        guard digits > 0 else { return nil }
        let isClosed = index < end && bytes[index] == Ascii.semicolon
        return Number(value: value, end: isClosed ? index + 1 : index, isClosed: isClosed)
    }

    /// The character that HTML gives a number, U+FFFD where there is none.
    static func reference(_ number: Number) -> Reference {
        guard let scalar = scalar(numbered: number.value) else {
            return Reference(packed: 0xBDBFEF, length: 3, end: number.end, isBad: true)
        }
        let (packed, length) = pack(scalar)
        return Reference(packed: packed, length: length, end: number.end)
    }

    /// Reads the reference at `start`, where `&` stands. With `requireSemicolon` false the legacy names and
    /// numbers without semicolon count too, as in HTML text.
    static func reference(
        _ bytes: UnsafePointer<UInt8>, at start: Int, end: Int, requireSemicolon: Bool
    ) -> Reference? {
        var index = start + 1
        guard index < end else { return nil }
        if bytes[index] == Ascii.hash {
            guard let number = number(bytes, at: start, end: end), number.isClosed || !requireSemicolon else {
                return nil
            }
            return reference(number)
        }
        let nameStart = index
        while index < end, index - nameStart < 33, Ascii.isLetterOrDigit(bytes[index]) { index += 1 }
        guard index > nameStart else { return nil }
        if index < end, bytes[index] == Ascii.semicolon {
            guard let slot = table.find(bytes + nameStart, index - nameStart) else { return nil }
            return Reference(packed: table.packed[slot], length: Int(table.lengths[slot]), end: index + 1)
        }
        if requireSemicolon { return nil }
        // The longest legacy name that starts here, as `&copy2026`; at most six letters (`&thetasym` is none).
        var length = min(index - nameStart, 6)
        while length >= 2 {
            if let slot = table.find(bytes + nameStart, length), table.isLegacy[slot] {
                return Reference(
                    packed: table.packed[slot], length: Int(table.lengths[slot]), end: nameStart + length)
            }
            length -= 1
        }
        return nil
    }

    static func pack(_ scalar: Unicode.Scalar) -> (UInt64, Int) {
        var packed: UInt64 = 0
        var length = 0
        for byte in UTF8.encode(scalar).unsafelyUnwrapped {
            packed |= UInt64(byte) << UInt64(length * 8)
            length += 1
        }
        return (packed, length)
    }

    static let table = EntityTable(HTMLEntityNames.table)
}

/// Open-addressed hash table over names in one byte array; built once.
struct EntityTable: Sendable {
    private var slots: [Int32]
    private var names: [UInt8] = []
    private var starts: [Int32] = [0]
    private(set) var packed: [UInt64] = []
    private(set) var lengths: [UInt8] = []
    private(set) var isLegacy: [Bool] = []

    init(_ text: String) {
        slots = [Int32](repeating: -1, count: 8192)
        for entry in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let parts = entry.split(separator: "=")
            let legacy = parts[0].hasSuffix("!")
            var value: UInt64 = 0
            var length = 0
            // No reference stands for more than two characters, hence eight bytes hold every one.
            for code in parts[1].split(separator: "+") {
                let (bytes, count) = HTMLEntities.pack(Unicode.Scalar(UInt32(code, radix: 16)!)!)
                value |= bytes << UInt64(length * 8)
                length += count
            }
            let name = Array(legacy ? parts[0].dropLast().utf8 : parts[0].utf8)
            name.withUnsafeBufferPointer { bytes in
                var slot = Int(EntityTable.hash(bytes.baseAddress!, bytes.count) & 8191)
                while slots[slot] >= 0 { slot = (slot + 1) & 8191 }
                slots[slot] = Int32(packed.count)
            }
            names += name
            starts.append(Int32(names.count))
            packed.append(value)
            lengths.append(UInt8(length))
            isLegacy.append(legacy)
        }
    }

    func find(_ name: UnsafePointer<UInt8>?, _ count: Int) -> Int? {
        guard let name, count > 0 else { return nil }
        var slot = Int(EntityTable.hash(name, count) & 8191)
        while true {
            let entry = Int(slots[slot])
            if entry < 0 { return nil }
            let start = Int(starts[entry])
            if Int(starts[entry + 1]) - start == count {
                var equal = true
                for index in 0..<count where names[start + index] != name[index] {
                    equal = false
                    break
                }
                if equal { return entry }
            }
            slot = (slot + 1) & 8191
        }
    }

    func bytes(of entry: Int) -> [UInt8] {
        (0..<Int(lengths[entry])).map { UInt8(truncatingIfNeeded: packed[entry] >> UInt64($0 * 8)) }
    }

    private static func hash(_ name: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in 0..<count { hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01B3 }
        return hash ^ (hash >> 29)
    }
}
