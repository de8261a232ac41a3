import RuleLanguage

/// Nodes by where they stand in memory, where a macro's stand once; a copy elsewhere is another key with the same answer.
/// It keeps them, so that nothing else comes to stand there.
struct SharedNodes: Hashable {
    private let nodes: [Pattern.Node]
    private let place: UnsafeRawPointer?

    init(_ nodes: [Pattern.Node]) {
        self.nodes = nodes
        place = nodes.withUnsafeBytes { $0.baseAddress }
    }

    static func == (one: SharedNodes, other: SharedNodes) -> Bool {
        one.place == other.place && one.nodes.count == other.nodes.count
    }

    func hash(into hasher: inout Hasher) { hasher.combine(place) }
}

/// A tree as the key of a dictionary, hashed once: a tree of macros is large, and a dictionary asks often.
struct NodeKey: Hashable {
    let node: Pattern.Node
    private let mark: UInt64

    init(_ node: Pattern.Node) {
        self.node = node
        var mark: UInt64 = 0xcbf2_9ce4_8422_2325
        Self.mix(node, into: &mark)
        self.mark = mark
    }

    static func == (one: NodeKey, other: NodeKey) -> Bool { one.mark == other.mark && one.node == other.node }

    func hash(into hasher: inout Hasher) { hasher.combine(mark) }

    private static func mix(_ node: Pattern.Node, into mark: inout UInt64) {
        switch node {
        case .word(let text): mix(1, text, into: &mark)
        case .stem(let text): mix(2, text, into: &mark)
        case .slot(let slot): mix(3, slot.rawValue, into: &mark)
        case .gap: mix(4, into: &mark)
        case .mark(.colon): mix(12, into: &mark)
        case .mark(.possessive): mix(13, into: &mark)
        case .sequence(let nodes): mix(5, nodes, into: &mark)
        case .alternatives(let nodes): mix(6, nodes, into: &mark)
        case .optional(let node): mix(7, [node], into: &mark)
        case .near(let nodes, let within): mix(UInt64(8 + within * 16), nodes, into: &mark)
        case .listed(let name, let node):
            mix(9, name, into: &mark)
            mix(node, into: &mark)
        case .inflected(let text, let language):
            mix(10, text, into: &mark)
            mix(11, language, into: &mark)
        }
    }

    /// One step of FNV-1a, over whole words instead of bytes.
    private static func mix(_ value: UInt64, into mark: inout UInt64) {
        mark = (mark ^ value) &* 0x0000_0100_0000_01b3
        mark ^= mark >> 29
    }

    private static func mix(_ kind: UInt64, _ nodes: [Pattern.Node], into mark: inout UInt64) {
        mix(kind | UInt64(nodes.count) << 32, into: &mark)
        for node in nodes { mix(node, into: &mark) }
    }

    private static func mix(_ kind: UInt64, _ text: String, into mark: inout UInt64) {
        mix(kind | UInt64(text.utf8.count) << 32, into: &mark)
        var text = text
        text.withUTF8 { for byte in $0 { mix(UInt64(byte), into: &mark) } }
    }
}
