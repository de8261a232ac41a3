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
        case .word, .stem, .inflected: true
        case .slot, .gap, .mark, .optional: false
        case .sequence(let nodes), .near(let nodes, _): nodes.contains(where: \.hasAnchor)
        case .listed(_, let node): node.hasAnchor
        case .alternatives(let nodes): nodes.allSatisfy(\.hasAnchor)
        }
    }

    /// True where a gap stands anywhere in it.
    var hasGap: Bool {
        switch self {
        case .word, .stem, .slot, .mark, .inflected: false
        case .gap: true
        case .sequence(let nodes), .alternatives(let nodes), .near(let nodes, _): nodes.contains(where: \.hasGap)
        case .optional(let node), .listed(_, let node): node.hasGap
        }
    }

    /// True where some reading has a gap as its first word.
    var canBeginWithGap: Bool { touchesGap { $0 } }

    /// True where some reading has a gap as its last word.
    var canEndWithGap: Bool { touchesGap { $0.reversed() } }

    /// Nodes of the tree.
    var count: Int {
        switch self {
        case .word, .stem, .slot, .gap, .mark, .inflected: 1
        case .sequence(let nodes), .alternatives(let nodes): nodes.reduce(1) { $0 + $1.count }
        // Every order of its parts becomes a reading of its own.
        case .near(let nodes, let within):
            nodes.reduce(1) { $0 + $1.count + within } * (1...nodes.count).reduce(1, *)
        case .optional(let node), .listed(_, let node): 1 + node.count
        }
    }

    /// Brackets inside brackets.
    var depth: Int {
        switch self {
        case .word, .stem, .slot, .gap, .mark, .inflected: 0
        case .sequence(let nodes), .near(let nodes, _): nodes.map(\.depth).max() ?? 0
        case .alternatives(let nodes): 1 + (nodes.map(\.depth).max() ?? 0)
        case .optional(let node), .listed(_, let node): 1 + node.depth
        }
    }

    fileprivate func collectSlots(into found: inout Set<Slot>) {
        switch self {
        case .word, .stem, .gap, .mark, .inflected: break
        case .slot(let slot): found.insert(slot)
        case .listed(let name, let node):
            found.insert(.listed(name))
            node.collectSlots(into: &found)
        case .sequence(let nodes), .alternatives(let nodes), .near(let nodes, _):
            nodes.forEach { $0.collectSlots(into: &found) }
        case .optional(let node): node.collectSlots(into: &found)
        }
    }

    private func touchesGap(_ order: ([Pattern.Node]) -> [Pattern.Node]) -> Bool {
        switch self {
        case .word, .stem, .slot, .mark, .inflected: return false
        case .gap: return true
        case .listed(_, let node): return node.touchesGap(order)
        case .alternatives(let nodes), .near(let nodes, _): return nodes.contains { $0.touchesGap(order) }
        case .optional(let node): return node.touchesGap(order)
        case .sequence(let nodes):
            for node in order(nodes) {
                if node.touchesGap(order) { return true }
                guard case .optional = node else { return false }
            }
            return false
        }
    }

    /// The node with every plain word in any inflection of `language`.
    package func inflected(in language: String) -> Pattern.Node {
        switch self {
        case .word(let word): word.contains(where: \.isLetter) ? .inflected(word, language: language) : self
        case .stem, .slot, .gap, .mark, .inflected, .listed: self
        case .sequence(let nodes): .sequence(nodes.map { $0.inflected(in: language) })
        case .alternatives(let nodes): .alternatives(nodes.map { $0.inflected(in: language) })
        case .optional(let node): .optional(node.inflected(in: language))
        case .near(let nodes, let within): .near(nodes.map { $0.inflected(in: language) }, within: within)
        }
    }
}
