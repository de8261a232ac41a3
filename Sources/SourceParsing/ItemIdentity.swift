import TriggerModel

/// What makes two entries of one document the same item.
enum ItemIdentity {
    /// Identity of an item that its document gives none: `hash:` and 32 hexadecimal digits over its content.
    static func hash(of item: Item) -> String {
        var low = Fingerprint(seed: 0xCBF2_9CE4_8422_2325)
        var high = Fingerprint(seed: 0x9AE1_6A3B_2F90_404F)
        for part in [item.url, item.title, item.summary, item.content, item.published?.description] {
            for byte in (part ?? "").utf8 {
                low.add(byte)
                high.add(byte &+ 0x5B)
            }
            low.add(0xFF)
            high.add(0xFF)
        }
        return "hash:" + high.hex + low.hex
    }

    /// Removes repeated entries. Two are the same only where identity, address, title and publication agree: an
    /// identity that several different entries share is the document's mistake, and none of them may get lost. Of
    /// the same the one updated last stays, in the first one's place.
    static func merged(_ items: [Item]) -> (items: [Item], merged: Int) {
        if areSurelyDistinct(items) { return (items, 0) }
        var places: [String: [Int]] = [:]
        var kept: [Item] = []
        for item in items {
            guard let same = places[item.id] else {
                places[item.id] = [kept.count]
                kept.append(item)
                continue
            }
            // An identity shared by more than a few is no identity; comparing with all would be quadratic.
            let match = same.suffix(8).first { isSame(kept[$0], item) }
            if let match {
                if let later = item.updated, kept[match].updated.map({ later > $0 }) ?? true { kept[match] = item }
            } else {
                places[item.id]!.append(kept.count)
                kept.append(item)
            }
        }
        return (kept, items.count - kept.count)
    }

    /// True where no two identities agree, as in nearly every document; false also where it takes too long to say.
    ///
    /// A table of fingerprints on the stack: hashing every identity into a set cost a fiftieth of the whole parse.
    private static func areSurelyDistinct(_ items: [Item]) -> Bool {
        var size = 64
        while size < items.count * 2 { size *= 2 }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { table in
            table.initialize(repeating: 0)
            var stepsLeft = items.count * 8
            for index in items.indices {
                let print = fingerprint(of: items[index].id)
                var slot = Int(truncatingIfNeeded: print >> 17) & (size - 1)
                while table[slot] != 0 {
                    stepsLeft -= 1
                    if table[slot] == print || stepsLeft < 0 { return false }
                    slot = (slot + 1) & (size - 1)
                }
                table[slot] = print
            }
            return true
        }
    }

    /// Never zero; eight bytes at a time.
    private static func fingerprint(of id: String) -> UInt64 {
        func mixed(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
            var value = UInt64(bytes.count) &+ 0x9E37_79B9_7F4A_7C15
            var index = 0
            while index + 8 <= bytes.count {
                let word = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped).loadUnaligned(
                    fromByteOffset: index, as: UInt64.self)
                value = (value ^ word) &* 0xFF51_AFD7_ED55_8CCD
                value ^= value >> 32
                index += 8
            }
            var rest: UInt64 = 0
            while index < bytes.count {
                rest = rest << 8 | UInt64(bytes[index])
                index += 1
            }
            value = (value ^ rest) &* 0xC4CE_B9FE_1A85_EC53
            return value ^ value >> 32
        }
        let value = id.utf8.withContiguousStorageIfAvailable(mixed) ?? Array(id.utf8).withUnsafeBufferPointer(mixed)
        return value == 0 ? 1 : value
    }

    private static func isSame(_ one: Item, _ other: Item) -> Bool {
        one.url == other.url && one.title == other.title
            && (one.published == other.published || one.published == nil || other.published == nil)
    }
}

/// FNV-1a with 64 bits.
private struct Fingerprint {
    private var value: UInt64

    init(seed: UInt64) { value = seed }

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    var hex: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
