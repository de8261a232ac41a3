/// Writes a CSS selector as XPath 1.0.
///
/// A candidate is asked about what stands before it (`ancestor::`, `parent::`), as browsers do it: walking forward from
/// each match of `ul` to its `li` would give libxml2 sets to merge, which it does by comparing each with all. The text
/// grows linearly with the selector.
enum SelectorTranslation {
    static func xpath(_ list: [ComplexSelector]) -> String {
        if let joined = joined(list) { return joined }
        return list.map(path).joined(separator: " | ")
    }

    /// Several selectors as one step with `or`, where they allow it: a union compares each node with all.
    private static func joined(_ list: [ComplexSelector]) -> String? {
        guard list.count > 1 else { return nil }
        let value = list[0].value
        var asksForPlace = false
        for selector in list {
            guard !selector.isScoped, selector.value == value, let subject = selector.parts.last?.compound,
                !subject.countsFar
            else { return nil }
            asksForPlace = asksForPlace || subject.asksForPlace
        }
        // A union may hold the row for one of its parts and not for another.
        guard !asksForPlace || list.allSatisfy({ $0.parts.last?.compound.asksForPlace == true }) else { return nil }
        let conditions = list.map { "(\(self.conditions(upTo: $0.parts.count - 1, $0, includingType: true)))" }
        return (asksForPlace ? "descendant" : "descendant-or-self") + "::*[" + conditions.joined(separator: " or ")
            + "]" + suffix(value)
    }

    private static func path(_ selector: ComplexSelector) -> String {
        if selector.isScoped { return scoped(selector) }
        guard let subject = selector.parts.last?.compound else { return "." + suffix(selector.value) }
        let last = selector.parts.count - 1
        if subject.countsFar {
            // The position is that among the parent's children only where the test lets all of them through.
            let byType = subject.type.flatMap { isPlain($0) && !countsAll(subject) ? $0 : nil }
            let own = conditions(upTo: last, selector, includingType: byType == nil, counting: byType ?? "*")
            return "descendant-or-self::node()/child::\(byType ?? "*")[\(own)]" + suffix(selector.value)
        }
        let axis = subject.asksForPlace ? "descendant" : "descendant-or-self"
        return step(axis, subject.type, conditions(upTo: last, selector, includingType: false))
            + suffix(selector.value)
    }

    /// Forward from the row; its sets are as small as the row.
    private static func scoped(_ selector: ComplexSelector) -> String {
        let steps = selector.parts.map { part in
            let own = conditions(part.compound, includingType: false)
            return switch part.combinator {
            case .descendant: step("descendant", part.compound.type, own)
            case .child: step("child", part.compound.type, own)
            case .sibling: step("following-sibling", part.compound.type, own)
            case .adjacent: "following-sibling::*[1]/" + step("self", part.compound.type, own)
            }
        }
        return (["."] + steps).joined(separator: "/") + suffix(selector.value)
    }

    private static func suffix(_ value: SelectorValue) -> String {
        switch value {
        case .element: ""
        case .text: "/text()"
        case .attribute(let name): isPlain(name) ? "/@\(name)" : "/@*[name()=\(literal(name))]"
        }
    }

    private static func step(_ axis: String, _ type: String?, _ conditions: String) -> String {
        guard let type, isPlain(type) else {
            let all = type.map { "name()=\(literal($0))" }.map { conditions.isEmpty ? $0 : "\($0) and \(conditions)" }
            let predicate = all ?? conditions
            return predicate.isEmpty ? "\(axis)::*" : "\(axis)::*[\(predicate)]"
        }
        return conditions.isEmpty ? "\(axis)::\(type)" : "\(axis)::\(type)[\(conditions)]"
    }

    // MARK: - Conditions

    /// What the part at `index` has to be, with all that stands before it.
    private static func conditions(
        upTo index: Int, _ selector: ComplexSelector, includingType: Bool, counting: String? = nil
    ) -> String {
        // From the first part on, each wrapped into the condition of the next: no recursion, however long.
        var before = ""
        for place in 0...max(index, 0) {
            let part = selector.parts[place]
            let isSubject = place == index
            var own = conditions(
                part.compound, includingType: isSubject && includingType, counting: isSubject ? counting : nil)
            if !before.isEmpty { own = own.isEmpty ? before : "\(own) and \(before)" }
            if isSubject { return own.isEmpty ? "true()" : own }
            before =
                switch selector.parts[place + 1].combinator {
                case .descendant: step("ancestor", part.compound.type, own)
                case .child: step("parent", part.compound.type, own)
                case .sibling: step("preceding-sibling", part.compound.type, own)
                case .adjacent: "preceding-sibling::*[1]/" + step("self", part.compound.type, own)
                }
        }
        return before
    }

    /// The tests of one element, joined with `and`; empty for none. `counting` is the name under which `position()`
    /// counts at this place (`*` for all siblings), nil where it does not.
    private static func conditions(
        _ compound: CompoundSelector, includingType: Bool, counting: String? = nil, outerType: String? = nil
    ) -> String {
        var parts: [String] = []
        let type = compound.type ?? outerType
        if includingType, let own = compound.type {
            parts.append(isPlain(own) ? "self::\(own)" : "name()=\(literal(own))")
        }
        for test in compound.tests {
            switch test {
            case .attribute(let attribute): parts.append(condition(attribute))
            case .position(let position): parts.append(condition(position, type, counting))
            case .none(let list): parts.append("not(\(alternatives(list, type, counting)))")
            case .any(let list): parts.append("(\(alternatives(list, type, counting)))")
            case .having(let list):
                parts.append("(" + list.map { having($0, from: 0) }.joined(separator: " or ") + ")")
            case .empty: parts.append("not(*) and not(normalize-space())")
            case .root: parts.append("not(parent::*)")
            }
        }
        return parts.joined(separator: " and ")
    }

    private static func alternatives(_ list: [CompoundSelector], _ type: String?, _ counting: String?) -> String {
        list.map { compound in
            let own = conditions(compound, includingType: true, counting: counting, outerType: type)
            return own.isEmpty ? "true()" : list.count > 1 ? "(\(own))" : own
        }.joined(separator: " or ")
    }

    /// Forward, each part inside the condition of the one before: whether there is one needs no set.
    private static func having(_ selector: ComplexSelector, from first: Int) -> String {
        var inner = ""
        for part in selector.parts.reversed() {
            var own = conditions(part.compound, includingType: false)
            if !inner.isEmpty { own = own.isEmpty ? inner : "\(own) and \(inner)" }
            inner =
                switch part.combinator {
                case .descendant: step("descendant", part.compound.type, own)
                case .child: step("child", part.compound.type, own)
                case .sibling: step("following-sibling", part.compound.type, own)
                case .adjacent: "following-sibling::*[1]/" + step("self", part.compound.type, own)
                }
        }
        return inner
    }

    private static func condition(_ test: AttributeTest) -> String {
        let name = isPlain(test.name) ? "@\(test.name)" : "@*[name()=\(literal(test.name))]"
        if test.relation == .exists { return name }
        let subject = test.ignoresCase ? "translate(\(name), '\(upper)', '\(lower)')" : name
        let value = test.ignoresCase ? SelectorTranslation.lowercased(test.value) : test.value
        let isEmpty = value.isEmpty
        switch test.relation {
        case .exists: return name
        // An attribute that is missing becomes an empty string in `translate`.
        case .equals: return isEmpty && test.ignoresCase ? "\(name) = ''" : "\(subject) = \(literal(value))"
        case .word:
            if isEmpty || value.unicodeScalars.contains(where: SelectorLanguage.isBlank) { return "false()" }
            return "contains(concat(' ', normalize-space(\(subject)), ' '), \(literal(" \(value) ")))"
        case .prefix: return isEmpty ? "false()" : "starts-with(\(subject), \(literal(value)))"
        case .part: return isEmpty ? "false()" : "contains(\(subject), \(literal(value)))"
        case .suffix:
            if isEmpty { return "false()" }
            let start = "string-length(\(name)) - \(value.unicodeScalars.count - 1)"
            return "substring(\(subject), \(start)) = \(literal(value))"
        case .dash:
            return "(\(subject) = \(literal(value)) or starts-with(\(subject), \(literal(value + "-"))))"
        }
    }

    private static func condition(_ test: PositionTest, _ type: String?, _ counting: String?) -> String {
        let (step, offset) = (test.step, test.offset)
        let name = test.isOfType ? type.map { isPlain($0) ? $0 : "*[name()=\(literal($0))]" } ?? "*" : "*"
        let siblings = (test.isFromEnd ? "following-sibling::" : "preceding-sibling::") + name
        let isCounted = counting != nil && counting == (test.isOfType ? type : "*")
        if !isCounted, abs(step) < 2 {
            // "At least n siblings on that side" stops at the n-th, counting them all does not.
            func atLeast(_ count: Int) -> String { count <= 0 ? "true()" : "\(siblings)[\(count)]" }
            if step == 1 { return atLeast(offset - 1) }
            if offset < 1 { return "false()" }
            let notMore = "not(\(siblings)[\(offset)])"
            return step == -1 || offset == 1 ? notMore : "\(atLeast(offset - 1)) and \(notMore)"
        }
        let place =
            !isCounted ? "(count(\(siblings)) + 1)" : test.isFromEnd ? "(last() - position() + 1)" : "position()"
        if step == 0 { return "\(place) = \(offset)" }
        return step > 0
            ? "\(place) >= \(offset) and (\(place) - \(offset)) mod \(step) = 0"
            : "\(place) <= \(offset) and (\(offset) - \(place)) mod \(-step) = 0"
    }

    /// True where some test counts far among all siblings.
    private static func countsAll(_ compound: CompoundSelector) -> Bool {
        compound.tests.contains { test in
            switch test {
            case .position(let position): position.countsFar && !position.isOfType
            case .none(let list), .any(let list): list.contains(where: countsAll)
            default: false
            }
        }
    }

    // MARK: - Names and texts

    /// A name that XPath reads as one: nothing of a selector gets into an expression in another way than this or
    /// as a literal.
    private static func isPlain(_ name: String) -> Bool {
        guard let first = name.utf8.first, Ascii.isLetter(first) || first == 0x5F else { return false }
        return name.utf8.allSatisfy { Ascii.isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x5F }
    }

    /// XPath 1.0 knows no escapes: a text with both quotation marks is put together from pieces.
    static func literal(_ text: String) -> String {
        if !text.utf8.contains(0x27) { return "'\(text)'" }
        if !text.utf8.contains(0x22) { return "\"\(text)\"" }
        let pieces = text.split(separator: "'", omittingEmptySubsequences: false).map { "'\($0)'" }
        return "concat(" + pieces.joined(separator: ", \"'\", ") + ")"
    }

    private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    private static let lower = "abcdefghijklmnopqrstuvwxyz"

    /// ASCII letters only, as `translate` above.
    static func lowercased(_ text: String) -> String {
        String(decoding: text.utf8.map(Ascii.lowercased), as: UTF8.self)
    }
}
