/// Sets of words that patterns have as alternatives, in one array of small hash tables: asking whether a word is one of
/// forty costs no more than asking whether it is one.
struct WordSets: Sendable {
    /// Where a set's table stands: its first place, and its size less one.
    struct Place: Hashable, Sendable {
        var start: Int32
        var mask: Int32
    }

    /// Word ids; 0 where a table is empty, as no word has that id.
    private(set) var slots: [UInt32] = []
    private var known: [Set<UInt32>: Place] = [:]

    /// The place of a set; one that was added before stands where it stood.
    mutating func add(_ words: Set<UInt32>) -> Place {
        if let place = known[words] { return place }
        var size = 4
        while size < words.count * 2 { size *= 2 }
        let start = slots.count
        slots += [UInt32](repeating: 0, count: size)
        for word in words where word != 0 {
            var index = Self.hash(word) & (size - 1)
            while slots[start + index] != 0 { index = (index + 1) & (size - 1) }
            slots[start + index] = word
        }
        let place = Place(start: Int32(start), mask: Int32(size - 1))
        known[words] = place
        return place
    }

    func words(of place: Place) -> [UInt32] {
        slots[Int(place.start)...Int(place.start + place.mask)].filter { $0 != 0 }
    }

    /// At most half of a table is full, so an empty place ends the search.
    @inline(__always)
    static func holds(_ word: UInt32, at place: Place, in slots: UnsafeBufferPointer<UInt32>) -> Bool {
        guard word != 0 else { return false }
        let mask = Int(place.mask)
        var index = hash(word) & mask
        while true {
            let found = slots[Int(place.start) + index]
            if found == word { return true }
            if found == 0 { return false }
            index = (index + 1) & mask
        }
    }

    @inline(__always)
    private static func hash(_ word: UInt32) -> Int { Int(truncatingIfNeeded: (word &* 0x9E37_79B1) >> 12) }
}
