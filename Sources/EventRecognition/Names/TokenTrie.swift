/// A trie over word ids. One array lookup tells that no name begins with a word; the rest is a hash of
/// (node, word), so the cost of a text does not depend on how many names there are.
struct TokenTrie: Sendable {
    /// Where a step leads, and the entry that ends there.
    struct Step: Sendable {
        /// 0 for nowhere.
        var node: UInt32 = 0
        /// -1 for none.
        var entry: Int32 = -1
    }

    private struct Edge: Sendable {
        /// Node and word; 0 for an empty slot.
        var key: UInt64 = 0
        var step = Step()
    }

    /// By first word id; nowhere where no name begins with it. Node 0 is the root.
    private(set) var roots: [Step]
    private var edges: [Edge]
    /// Leaves of a hash as many bits as number the slots of `edges`.
    private var shift: UInt64
    private var edgeCount = 0
    private var nodeCount: UInt32 = 1

    init(wordCount: Int, expectedEdges: Int) {
        roots = Array(repeating: Step(), count: wordCount + 1)
        var capacity = 1024
        while capacity < expectedEdges * 2 { capacity *= 2 }
        edges = Array(repeating: Edge(), count: capacity)
        shift = UInt64(capacity.leadingZeroBitCount + 1)
    }

    /// Calls `body` with the entry of the words, -1 for none, and sets what it returns.
    mutating func setEntry(of words: ArraySlice<UInt32>, _ body: (Int32) -> Int32) {
        guard let first = words.first else { return }
        if roots[Int(first)].node == 0 { roots[Int(first)].node = newNode() }
        if words.count == 1 {
            roots[Int(first)].entry = body(roots[Int(first)].entry)
            return
        }
        var node = roots[Int(first)].node
        var slot = 0
        for word in words.dropFirst() {
            let key = UInt64(node) << 32 | UInt64(word)
            slot = place(of: key)
            if edges[slot].key == 0 {
                edgeCount += 1
                if edgeCount * 2 > edges.count {
                    grow()
                    slot = place(of: key)
                }
                edges[slot] = Edge(key: key, step: Step(node: newNode()))
            }
            node = edges[slot].step.node
        }
        edges[slot].step.entry = body(edges[slot].step.entry)
    }

    @inline(__always)
    func step(from node: UInt32, _ word: UInt32) -> Step {
        // An empty slot leads nowhere.
        edges[place(of: UInt64(node) << 32 | UInt64(word))].step
    }

    /// The entry of a whole sequence, nil where it has none.
    func entry(of words: ArraySlice<UInt32>) -> Int32? {
        guard let first = words.first, first != 0 else { return nil }
        var step = roots[Int(first)]
        for word in words.dropFirst() {
            if word == 0 || step.node == 0 { return nil }
            step = self.step(from: step.node, word)
        }
        return step.entry >= 0 ? step.entry : nil
    }

    /// The slot that holds a key, or the empty one where it would stand.
    @inline(__always)
    private func place(of key: UInt64) -> Int {
        let mask = edges.count - 1
        // Fibonacci hashing (Knuth, TAOCP 3, 6.4): only the highest bits of the product depend on every bit of the key.
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
        while edges[slot].key != 0, edges[slot].key != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func newNode() -> UInt32 {
        defer { nodeCount += 1 }
        return nodeCount
    }

    private mutating func grow() {
        let old = edges
        edges = Array(repeating: Edge(), count: old.count * 2)
        shift -= 1
        for edge in old where edge.key != 0 { edges[place(of: edge.key)] = edge }
    }
}
