/// What `$name` stands for, ready to be put into patterns; made once, because a long rule file uses it often.
package struct Macro: Sendable {
    package let patterns: [Pattern]
    /// Any one of the patterns; nil where there are none.
    let node: Pattern.Node?
    /// Nodes of all patterns.
    let count: Int
    /// Brackets inside brackets of the deepest.
    let depth: Int
    let hasGap: Bool
    /// Whether a plain word stands in every reading of every pattern.
    package let hasAnchor: Bool

    package init(_ patterns: [Pattern]) {
        self.patterns = patterns
        node = patterns.count == 1 ? patterns[0].root : patterns.isEmpty ? nil : .alternatives(patterns.map(\.root))
        count = patterns.reduce(0) { $0 + $1.root.count }
        depth = patterns.map(\.root.depth).max() ?? 0
        hasGap = patterns.contains { $0.root.hasGap }
        hasAnchor = patterns.allSatisfy(\.hasAnchor)
    }
}
