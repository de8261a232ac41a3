/// A trie over word ids. One array lookup tells that no name begins with a word; the rest is a hash of
/// (node, word), so the cost of a text does not depend on how many names there are.
struct TokenTrie: Sendable {
    /// Where a step leads, and the entry that ends there.
    struct Step: Sendable {
        /// -1 for none.
        fileprivate(set) var entry: Int32 = -1
        /// The node, and above it a bit each of `needsCapital` and `goesOn`.
        private var bits: UInt32 = 0

        fileprivate init(to node: UInt32 = 0) { bits = node }

        /// 0 for nowhere.
        var node: UInt32 { bits & ~(3 << 30) }

        /// False where no name goes on behind the words.
        fileprivate(set) var goesOn: Bool {
            get { bits >> 31 != 0 }
            set { bits = bits & ~(1 << 31) | (newValue ? 1 << 31 : 0) }
        }

        /// The words are no name where they are written small.
        fileprivate(set) var needsCapital: Bool {
            get { bits >> 30 & 1 != 0 }
            set { bits = bits & ~(1 << 30) | (newValue ? 1 << 30 : 0) }
        }
    }

    /// The step that the first word of names makes.
    struct Root: Sendable {
        fileprivate(set) var step = Step()
        /// A bit of each word that stands second in them.
        fileprivate var seconds: UInt64 = 0

        /// False where no name goes on so: most words behind a first one are none of a name, and this is known without a
        /// look into the large table.
        @inline(__always)
        func mayGoOn(with word: UInt32) -> Bool { seconds & TokenTrie.bit(of: word) != 0 }

        /// 1 where a name is the first word alone, or may go on with the one behind; else 0. An unknown word is taken for one
        /// of those that share its bit: `mayGoOn` and the table tell better.
        @inline(__always)
        func mayBegin(before next: UInt32) -> UInt64 {
            let isName = UInt64(UInt32(bitPattern: ~step.entry) &>> 31)
            return isName | (seconds &>> UInt64(next)) & 1
        }
    }

    private struct Edge: Sendable {
        /// Node and word; 0 for an empty slot.
        var key: UInt64 = 0
        var step = Step()
    }

    /// By first word id; nowhere where no name begins with it. Node 0 is the root.
    private(set) var roots: [Root]
    private var edges: [Edge]
    /// Leaves of a hash as many bits as number the slots of `edges`.
    private var shift: UInt64
    private var edgeCount = 0
    private var nodeCount: UInt32 = 1

    init(wordCount: Int, expectedEdges: Int) {
        roots = Array(repeating: Root(), count: wordCount + 1)
        var capacity = 1024
        while capacity < expectedEdges * 2 { capacity *= 2 }
        edges = Array(repeating: Edge(), count: capacity)
        shift = UInt64(capacity.leadingZeroBitCount + 1)
    }

    /// Calls `body` with the entry of the words, -1 for none, and sets what it returns.
    mutating func setEntry(of words: ArraySlice<UInt32>, _ body: (Int32) -> Int32) {
        guard let first = words.first else { return }
        if roots[Int(first)].step.node == 0 { roots[Int(first)].step = Step(to: newNode()) }
        guard let second = words.dropFirst().first else {
            roots[Int(first)].step.entry = body(roots[Int(first)].step.entry)
            return
        }
        roots[Int(first)].seconds |= Self.bit(of: second)
        roots[Int(first)].step.goesOn = true
        var node = roots[Int(first)].step.node
        var slot = -1
        for word in words.dropFirst() {
            if slot >= 0 { edges[slot].step.goesOn = true }
            let key = UInt64(node) << 32 | UInt64(word)
            slot = place(of: key)
            if edges[slot].key == 0 {
                edgeCount += 1
                if edgeCount * 2 > edges.count {
                    grow()
                    slot = place(of: key)
                }
                edges[slot] = Edge(key: key, step: Step(to: newNode()))
            }
            node = edges[slot].step.node
        }
        edges[slot].step.entry = body(edges[slot].step.entry)
    }

    /// Sets of every entry that is one word whether the word is a name with a capital only.
    mutating func setNeedsCapital(_ needsCapital: (Int32) -> Bool) {
        for root in roots.indices where roots[root].step.entry >= 0 {
            roots[root].step.needsCapital = needsCapital(roots[root].step.entry)
        }
    }

    @inline(__always)
    func step(from node: UInt32, _ word: UInt32) -> Step {
        // An empty slot leads nowhere.
        edges[place(of: UInt64(node) << 32 | UInt64(word))].step
    }

    /// The entry of a whole sequence, nil where it has none.
    func entry(of words: ArraySlice<UInt32>) -> Int32? {
        guard let first = words.first, first != 0 else { return nil }
        var step = roots[Int(first)].step
        for word in words.dropFirst() {
            if word == 0 || !step.goesOn { return nil }
            step = self.step(from: step.node, word)
        }
        return step.entry >= 0 ? step.entry : nil
    }

    @inline(__always)
    private static func bit(of word: UInt32) -> UInt64 {
        1 &<< UInt64(word)
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
