/// The words of a text as numbers, to count and compare them without keeping them.
///
/// A word is a run of letters and digits in any case; of scripts written without spaces, each character.
struct WordHashes {
    private(set) var hashes: [UInt64] = []

    init() {}

    init(_ text: String) {
        var copy = text
        copy.withUTF8 { add($0) }
    }

    mutating func removeAll() { hashes.removeAll(keepingCapacity: true) }

    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        var hash = Self.seed
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            let value = scalar.value
            switch Self.kind(value) {
            case .gap:
                if hash != Self.seed { hashes.append(hash) }
                hash = Self.seed
            case .letter:
                hash = Self.mixed(hash, Self.folded(value))
            case .ideograph:
                if hash != Self.seed { hashes.append(hash) }
                hashes.append(Self.mixed(Self.seed, value))
                hash = Self.seed
            }
        }
        if hash != Self.seed { hashes.append(hash) }
    }

    /// The runs of `length` words, each as one number; a shorter text is one run.
    func runs(of length: Int) -> [UInt64] {
        guard hashes.count > length else { return hashes.isEmpty ? [] : [Self.joined(hashes[...])] }
        return (0...hashes.count - length).map { Self.joined(hashes[$0..<$0 + length]) }
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func joined(_ words: ArraySlice<UInt64>) -> UInt64 {
        words.reduce(seed) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 ^ ($0 >> 29) }
    }

    private static func mixed(_ hash: UInt64, _ value: UInt32) -> UInt64 {
        (hash ^ UInt64(value)) &* 0x100_0000_01B3
    }

    /// Capitals of ASCII, Latin-1, Greek and Cyrillic as small letters; others as they are.
    private static func folded(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x41...0x5A, 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: value + 0x20
        case 0x400...0x40F: value + 0x50
        default: value
        }
    }

    enum Kind { case gap, letter, ideograph }

    static func kind(_ value: UInt32) -> Kind {
        if value < 0x80 {
            let lower = value | 0x20
            return (lower &- 0x61 < 26) || (value &- 0x30 < 10) ? .letter : .gap
        }
        switch value {
        case 0x80..<0xAA, 0xAB..<0xB5, 0xB6..<0xBA, 0xBB..<0xC0, 0xD7, 0xF7, 0x2000...0x206F, 0x20A0...0x20CF,
            0x2190...0x2BFF, 0x3000...0x3004, 0x3007...0x3020, 0x30FB, 0xFE30...0xFE6F, 0xFF00...0xFF0F,
            0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
            return .gap
        case 0x2E80...0x2FFF, 0x3005...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return .ideograph
        default: return .letter
        }
    }
}
