/// A trie over word ids. One array lookup tells that no name begins with a word; the rest is a hash of
/// (node, word), so the cost of a text does not depend on how many names there are.
struct TokenTrie: Sendable {
    /// Node by first word id; 0 where no name begins with it. Node 0 is the root.
    private(set) var roots: [UInt32]
    private var keys: [UInt64]
    private var values: [UInt32]
    private var edgeCount = 0
    /// Entry by node, -1 for none.
    private(set) var terminals: [Int32] = [-1]

    init(wordCount: Int, expectedEdges: Int) {
        roots = Array(repeating: 0, count: wordCount + 1)
        var capacity = 1024
        while capacity < expectedEdges * 2 { capacity *= 2 }
        keys = Array(repeating: 0, count: capacity)
        values = Array(repeating: 0, count: capacity)
        terminals.reserveCapacity(expectedEdges + 1)
    }

    /// The node a sequence of words ends in, made now where it is missing.
    mutating func insert(_ words: some Sequence<UInt32>) -> Int {
        var node: UInt32 = 0
        for word in words {
            let next = child(of: node, word)
            if next != 0 {
                node = next
                continue
            }
            terminals.append(-1)
            let made = UInt32(terminals.count - 1)
            if node == 0 { roots[Int(word)] = made } else { add(node, word, made) }
            node = made
        }
        return Int(node)
    }

    mutating func setTerminal(_ entry: Int32, at node: Int) { terminals[node] = entry }

    @inline(__always)
    func child(of node: UInt32, _ word: UInt32) -> UInt32 {
        if node == 0 { return roots[Int(word)] }
        let key = UInt64(node) << 32 | UInt64(word)
        let mask = keys.count - 1
        var slot = Self.slot(key) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return 0
    }

    /// The node of a whole sequence, 0 where it is none.
    func node(of words: some Sequence<UInt32>) -> Int {
        var node: UInt32 = 0
        for word in words {
            node = word == 0 ? 0 : child(of: node, word)
            if node == 0 { return 0 }
        }
        return Int(node)
    }

    private static func slot(_ key: UInt64) -> Int {
        // Fibonacci hashing (Knuth, TAOCP 3, 6.4).
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20)
    }

    private mutating func add(_ node: UInt32, _ word: UInt32, _ child: UInt32) {
        edgeCount += 1
        if edgeCount * 2 > keys.count { grow() }
        place(UInt64(node) << 32 | UInt64(word), child)
    }

    private mutating func place(_ key: UInt64, _ value: UInt32) {
        let mask = keys.count - 1
        var slot = Self.slot(key) & mask
        while keys[slot] != 0 { slot = (slot + 1) & mask }
        keys[slot] = key
        values[slot] = value
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        values = Array(repeating: 0, count: oldKeys.count * 2)
        for index in oldKeys.indices where oldKeys[index] != 0 { place(oldKeys[index], oldValues[index]) }
    }
}
