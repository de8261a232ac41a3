/// The lists that are open at a place of a text, to number the items of numbered ones.
///
/// Lists deeper than `deepest` are counted but keep no number, so the cost of an item is constant.
struct OpenLists {
    private static let deepest = 8

    /// Items so far of each open list; -1 for a list with dashes.
    private var counts = InlineArray<8, Int>(repeating: -1)
    private var depth = 0

    mutating func forget() { depth = 0 }

    mutating func open(isNumbered: Bool) {
        if depth < Self.deepest { counts[depth] = isNumbered ? 0 : -1 }
        depth += 1
    }

    mutating func close() { if depth > 0 { depth -= 1 } }

    /// The number of the item that begins, 0 in a list with dashes or in none.
    mutating func next() -> Int {
        guard depth > 0, depth <= Self.deepest, counts[depth - 1] >= 0 else { return 0 }
        counts[depth - 1] += 1
        return counts[depth - 1]
    }
}
