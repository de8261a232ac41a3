/// Gives each known word a number from 1; 0 means unknown.
///
/// Only words of rules, names and lexicons are interned, so hostile text cannot grow it. Open addressing over
/// FNV-1a of the folded UTF-8; text only looks up.
struct WordInterner: Sendable {
    private var bytes: [UInt8] = []
    /// `starts[id]..<starts[id + 1]` are the bytes of a word.
    private var starts: [UInt32] = [0, 0]
    private var hashes: [UInt32] = [0]
    private var slots: [UInt32] = Array(repeating: 0, count: 4096)

    /// Ids are `1...count`.
    var count: Int { hashes.count - 1 }

    /// The id of folded bytes, given to it now if it has none.
    mutating func intern(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> UInt32 {
        let known = find(word, hash: hash)
        if known != 0 { return known }
        if (count + 1) * 2 > slots.count { grow() }
        bytes.append(contentsOf: word)
        starts.append(UInt32(bytes.count))
        hashes.append(hash)
        let id = UInt32(hashes.count - 1)
        place(id, hash: hash)
        return id
    }

    @inline(__always)
    func find(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> UInt32 {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while true {
            let id = slots[slot]
            if id == 0 { return 0 }
            if hashes[Int(id)] == hash, isEqual(id, word) { return id }
            slot = (slot + 1) & mask
        }
    }

    /// Bytes of a word.
    func length(of id: UInt32) -> Int { Int(starts[Int(id) + 1] - starts[Int(id)]) }

    func text(of id: UInt32) -> String {
        String(decoding: bytes[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])], as: UTF8.self)
    }

    private func isEqual(_ id: UInt32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[Int(id)])
        guard Int(starts[Int(id) + 1]) - start == word.count else { return false }
        for offset in 0..<word.count where bytes[start + offset] != word[offset] { return false }
        return true
    }

    private mutating func place(_ id: UInt32, hash: UInt32) {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = id
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for id in 1..<hashes.count { place(UInt32(id), hash: hashes[id]) }
    }
}
