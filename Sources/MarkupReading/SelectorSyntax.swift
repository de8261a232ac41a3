/// One selector of a group, as written.
struct ComplexSelector {
    /// True where it goes out from the row: it began with a combinator or `:scope`.
    var isScoped = false
    var parts: [SelectorPart] = []
    var value = SelectorValue.element
}

/// One element of a selector with what joins it to the one before; that of a first part counts only where scoped.
struct SelectorPart {
    var combinator: SelectorCombinator
    var compound: CompoundSelector
}

enum SelectorCombinator { case descendant, child, adjacent, sibling }

/// What is taken of the elements found.
enum SelectorValue: Hashable {
    case element, text
    case attribute(String)
}

/// What one element has to be: `a.more[href]:first-child`.
struct CompoundSelector {
    /// In lower case; nil for any.
    var type: String?
    var tests: [SelectorTest] = []

    /// True where a position is counted over many siblings, which is linear only along the child axis.
    var countsFar: Bool {
        tests.contains { test in
            switch test {
            case .position(let position): position.countsFar
            case .none(let list), .any(let list): list.contains { $0.countsFar }
            default: false
            }
        }
    }

    /// True where a place among siblings is asked for.
    var asksForPlace: Bool {
        tests.contains { test in
            switch test {
            case .position: true
            case .none(let list), .any(let list): list.contains { $0.asksForPlace }
            default: false
            }
        }
    }
}

indirect enum SelectorTest {
    case attribute(AttributeTest)
    case position(PositionTest)
    case none([CompoundSelector])
    case any([CompoundSelector])
    case having([ComplexSelector])
    case empty
    case root
}

struct AttributeTest {
    enum Relation { case exists, equals, word, prefix, suffix, part, dash }

    /// In lower case.
    var name: String
    var relation: Relation
    var value = ""
    var ignoresCase = false
}

/// `an+b` among the siblings, or among those of the same type.
struct PositionTest {
    var step: Int
    var offset: Int
    var isFromEnd = false
    var isOfType = false

    /// More than a few siblings have to be looked at.
    var countsFar: Bool { abs(step) > 1 || abs(offset) > 16 }
}
