extension Pattern {
    /// True where a plain word or stem stands in every reading of the pattern: what the word index looks it up by.
    package var hasAnchor: Bool { root.hasAnchor }

    /// The slots it can fill.
    package var slots: Set<Slot> {
        var found: Set<Slot> = []
        root.collectSlots(into: &found)
        return found
    }
}

extension Pattern.Node {
    var hasAnchor: Bool {
        switch self {
        case .word, .stem: true
        case .slot, .gap, .optional: false
        case .sequence(let nodes): nodes.contains(where: \.hasAnchor)
        case .alternatives(let nodes): nodes.allSatisfy(\.hasAnchor)
        }
    }

    /// True where some reading has a gap as its first word.
    var canBeginWithGap: Bool { touchesGap { $0 } }

    /// True where some reading has a gap as its last word.
    var canEndWithGap: Bool { touchesGap { $0.reversed() } }

    /// Nodes of the tree.
    var count: Int {
        switch self {
        case .word, .stem, .slot, .gap: 1
        case .sequence(let nodes), .alternatives(let nodes): nodes.reduce(1) { $0 + $1.count }
        case .optional(let node): 1 + node.count
        }
    }

    /// Brackets inside brackets.
    var depth: Int {
        switch self {
        case .word, .stem, .slot, .gap: 0
        case .sequence(let nodes): nodes.map(\.depth).max() ?? 0
        case .alternatives(let nodes): 1 + (nodes.map(\.depth).max() ?? 0)
        case .optional(let node): 1 + node.depth
        }
    }

    fileprivate func collectSlots(into found: inout Set<Slot>) {
        switch self {
        case .word, .stem, .gap: break
        case .slot(let slot): found.insert(slot)
        case .sequence(let nodes), .alternatives(let nodes): nodes.forEach { $0.collectSlots(into: &found) }
        case .optional(let node): node.collectSlots(into: &found)
        }
    }

    private func touchesGap(_ order: ([Pattern.Node]) -> [Pattern.Node]) -> Bool {
        switch self {
        case .word, .stem, .slot: return false
        case .gap: return true
        case .alternatives(let nodes): return nodes.contains { $0.touchesGap(order) }
        case .optional(let node): return node.touchesGap(order)
        case .sequence(let nodes):
            for node in order(nodes) {
                if node.touchesGap(order) { return true }
                guard case .optional = node else { return false }
            }
            return false
        }
    }
}
