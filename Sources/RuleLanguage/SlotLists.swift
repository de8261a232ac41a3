/// Slots that rule files define by words: `plant-kind: [plant, factory, "paper mill"]`, then `{plant-kind}`.
package enum SlotLists {
    /// Words of one list, at most; the node bound of a pattern holds beside it.
    package static let mostWords = 400

    /// What the slot stands for: any one of the words.
    ///
    /// A word may be several (`paper mill`), have any ending (`mill*`), brackets and alternatives; not a slot, a gap or
    /// a macro, because a list says which words count and nothing else.
    package static func node(of words: [String], place: SourcePlace) throws(ListFault) -> Pattern.Node {
        guard !words.isEmpty else {
            throw ListFault(index: 0, fault: PatternFault(column: 1, message: "list is empty"))
        }
        guard words.count <= mostWords else {
            throw ListFault(
                index: mostWords,
                fault: PatternFault(column: 1, message: "a slot has at most \(mostWords) words; split it into several"))
        }
        var nodes: [Pattern.Node] = []
        for (index, text) in words.enumerated() {
            let node: Pattern.Node
            do {
                node = try PatternParser.parse(text, place: place).root
            } catch {
                throw ListFault(index: index, fault: error)
            }
            guard node.isWordsOnly else {
                throw ListFault(
                    index: index,
                    fault: PatternFault(column: 1, message: "a slot's list holds words only, no slots, gaps or '~'"))
            }
            nodes.append(node)
        }
        return nodes.count == 1 ? nodes[0] : .alternatives(nodes)
    }

    /// Why a list cannot be read: the word's index in it, and what is wrong there.
    package struct ListFault: Error, Hashable, Sendable {
        package var index: Int
        package var fault: PatternFault
    }

    /// Whether a list may have the name: letters, digits and `-`, and not one of the slots that are always there.
    package static func isFree(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy(MacroTable.isNameByte) && !WordingSlot.ripple.contains(name)
    }
}

extension Pattern.Node {
    /// Words, endings, brackets and alternatives, nothing else.
    fileprivate var isWordsOnly: Bool {
        switch self {
        case .word, .stem, .inflected: true
        case .slot, .gap, .mark, .near, .listed: false
        case .sequence(let nodes), .alternatives(let nodes): nodes.allSatisfy(\.isWordsOnly)
        case .optional(let node): node.isWordsOnly
        }
    }
}
