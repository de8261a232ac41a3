/// Gives each known word a number from 1; 0 means unknown.
///
/// Only words of rules, names and lexicons are interned, so hostile text cannot grow it. Open addressing, at most half
/// full; text only looks up. A slot holds the first sixteen bytes of its word, so that a look-up mostly reads one slot
/// and nothing else: most names are met once in a long while, so each place of memory read is one to wait for.
struct WordInterner: Sendable {
    fileprivate struct Slot: Sendable {
        /// `WordFolding.prefix`.
        var prefix: UInt64 = 0
        /// `WordFolding.second`.
        var second: UInt64 = 0
        var hash: UInt32 = 0
        /// 0 for an empty slot.
        var id: UInt32 = 0
    }

    private var bytes: [UInt8] = []
    /// `starts[id]..<starts[id + 1]` are the bytes of a word.
    private var starts: [UInt32] = [0, 0]
    private var hashes: [UInt32] = [0]
    private var slots: [Slot] = Array(repeating: Slot(), count: 4096)

    /// Ids are `1...count`.
    var count: Int { hashes.count - 1 }

    /// The id of folded bytes, given to it now if it has none.
    mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = word.baseAddress.map { WordFolding.hash($0, word.count) } ?? 0
        let known = find(word)
        if known != 0 { return known }
        if (count + 1) * 2 > slots.count { grow() }
        bytes.append(contentsOf: word)
        starts.append(UInt32(bytes.count))
        hashes.append(hash)
        let id = UInt32(hashes.count - 1)
        place(id)
        return id
    }

    func find(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard let start = word.baseAddress else { return 0 }
        return withLookup { $0.find(start, word.count, hash: WordFolding.hash(start, word.count)) }
    }

    /// The table while many words are looked up; good only inside `body`.
    @inline(__always)
    func withLookup<R>(_ body: (Lookup) -> R) -> R {
        slots.withUnsafeBufferPointer { slots in
            starts.withUnsafeBufferPointer { starts in
                bytes.withUnsafeBufferPointer {
                    body(Lookup(slots: slots, mask: slots.count - 1, starts: starts, bytes: $0))
                }
            }
        }
    }

    struct Lookup {
        fileprivate let slots: UnsafeBufferPointer<Slot>
        /// One less than there are slots, which are a power of two.
        fileprivate let mask: Int
        fileprivate let starts: UnsafeBufferPointer<UInt32>
        fileprivate let bytes: UnsafeBufferPointer<UInt8>

        func find(_ word: UnsafePointer<UInt8>, _ length: Int, hash: UInt32) -> UInt32 {
            find(
                word, length, prefix: WordFolding.prefix(word, length), second: WordFolding.second(word, length),
                hash: hash)
        }

        /// The id of a word, 0 where it has none. Nearly always told by the first slot looked at.
        @inline(__always)
        func find(
            _ word: UnsafePointer<UInt8>, _ length: Int, prefix: UInt64, second: UInt64, hash: UInt32
        ) -> UInt32 {
            let slot = slots[Int(hash) & mask]
            // No word holds a zero byte, so sixteen that end in one are the whole word.
            if slot.prefix == prefix, slot.second == second, length < 16 { return slot.id }
            return slot.id == 0 ? 0 : search(word, length, prefix: prefix, second: second, hash: hash)
        }

        @inline(never)
        private func search(
            _ word: UnsafePointer<UInt8>, _ length: Int, prefix: UInt64, second: UInt64, hash: UInt32
        ) -> UInt32 {
            var at = Int(hash) & mask
            while slots[at].id != 0 {
                let slot = slots[at]
                if slot.prefix == prefix, slot.second == second,
                    length < 16 || (slot.hash == hash && isEqual(slot.id, word, length))
                {
                    return slot.id
                }
                at = (at &+ 1) & mask
            }
            return 0
        }

        /// Whether a word of at least sixteen bytes, of which the first are those of `id`, is that one.
        private func isEqual(_ id: UInt32, _ word: UnsafePointer<UInt8>, _ length: Int) -> Bool {
            let start = Int(starts[Int(id)])
            guard Int(starts[Int(id) + 1]) - start == length, let known = bytes.baseAddress else { return false }
            // Eight at a time from the end on, until they meet those that are compared.
            var offset = length - 8
            while offset > 8 {
                let one = UnsafeRawPointer(known + start + offset).loadUnaligned(as: UInt64.self)
                if one != UnsafeRawPointer(word + offset).loadUnaligned(as: UInt64.self) { return false }
                offset -= 8
            }
            return true
        }
    }

    /// Bytes of a word.
    func length(of id: UInt32) -> Int { Int(starts[Int(id) + 1] - starts[Int(id)]) }

    func withBytes(of id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])]))
        }
    }

    func text(of id: UInt32) -> String {
        String(decoding: bytes[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])], as: UTF8.self)
    }

    private mutating func place(_ id: UInt32) {
        let mask = slots.count - 1
        var at = Int(hashes[Int(id)]) & mask
        while slots[at].id != 0 { at = (at + 1) & mask }
        let start = Int(starts[Int(id)])
        slots[at] = bytes.withUnsafeBufferPointer { bytes in
            guard let word = bytes.baseAddress.map({ $0 + start }) else { return Slot() }
            return Slot(
                prefix: WordFolding.prefix(word, length(of: id)), second: WordFolding.second(word, length(of: id)),
                hash: hashes[Int(id)], id: id)
        }
    }

    private mutating func grow() {
        slots = Array(repeating: Slot(), count: slots.count * 2)
        for id in 1..<hashes.count { place(UInt32(id)) }
    }
}
