/// Reads the CSS subset that `Selector` documents. One pass; faults have their column.
struct SelectorReader {
    let text: [Unicode.Scalar]
    /// The whole selector, for faults.
    let whole: String
    var index: Int
    private var depth = 0

    /// Parts that one selector may join, and how deep `:has` and `:not` may lie in each other: libxml2 reads nested
    /// conditions by recursion.
    static let mostParts = 32
    static let deepest = 4

    init(_ text: [Unicode.Scalar], from start: Int, _ whole: String) {
        self.text = text
        self.whole = whole
        index = start
    }

    // MARK: - Groups and parts

    /// The whole text.
    mutating func list() throws(SelectorFault) -> [ComplexSelector] {
        var list = [try complex(inHas: false)]
        while skip(",") { list.append(try complex(inHas: false)) }
        guard isAtEnd else { throw unexpected() }
        return list
    }

    private mutating func complex(inHas: Bool) throws(SelectorFault) -> ComplexSelector {
        skipBlanks()
        var selector = ComplexSelector()
        if let sign = combinator() {
            selector.isScoped = true
            selector.parts.append(SelectorPart(combinator: sign, compound: try compound("behind this sign")))
        } else if !inHas, starts(":scope") {
            index += ":scope".unicodeScalars.count
            selector.isScoped = true
            if let next = peek, SelectorLanguage.continuesName(next) || ".#[".unicodeScalars.contains(next) {
                throw fault(":scope is the row as it is; blanks, >, +, ~, ::attr(name) or ::text may follow")
            }
        } else if !inHas, startsValue {
            selector.isScoped = true
        } else {
            selector.parts.append(SelectorPart(combinator: .descendant, compound: try compound(nil)))
        }
        while true {
            let blanks = skipBlanks()
            if inHas ? peek == ")" || peek == "," || isAtEnd : peek == "," || isAtEnd || startsValue {
                if blanks, startsValue, !inHas, !selector.parts.isEmpty {
                    throw fault("the value belongs right behind the element, without a blank")
                }
                break
            }
            let start = index
            if let sign = combinator() {
                selector.parts.append(SelectorPart(combinator: sign, compound: try compound("behind this sign")))
            } else if blanks {
                selector.parts.append(SelectorPart(combinator: .descendant, compound: try compound(nil)))
            } else {
                throw unexpected()
            }
            if selector.parts.count > SelectorReader.mostParts {
                throw fault("more than \(SelectorReader.mostParts) parts", at: start)
            }
        }
        if !inHas { selector.value = try value() }
        return selector
    }

    private mutating func combinator() -> SelectorCombinator? {
        let start = index
        skipBlanks()
        let found: SelectorCombinator? =
            switch peek {
            case ">": .child
            case "+": .adjacent
            case "~": .sibling
            default: nil
            }
        if found == nil { index = start } else { index += 1 }
        return found
    }

    // MARK: - Values

    private var startsValue: Bool { peek == "@" || starts("::") }

    private mutating func value() throws(SelectorFault) -> SelectorValue {
        if skip("@") { return .attribute(try attributeName(after: "@")) }
        guard starts("::") else { return .element }
        let start = index
        index += 2
        let word = name() ?? ""
        if word == "text" { return .text }
        guard word == "attr" else {
            throw fault("::\(word) is not known; values are ::attr(name) and ::text", at: start)
        }
        guard skip("(") else { throw fault("::attr needs a name in parentheses, as in ::attr(href)") }
        skipBlanks()
        let attribute = try attributeName(after: "::attr(")
        skipBlanks()
        guard skip(")") else { throw fault("the ) of ::attr(…) is missing") }
        skipBlanks()
        return .attribute(attribute)
    }

    private mutating func attributeName(after sign: String) throws(SelectorFault) -> String {
        guard let name = name() else { throw fault("an attribute's name is missing after \(sign)") }
        skipBlanks()
        return SelectorTranslation.lowercased(name)
    }

    // MARK: - One element

    private mutating func compound(_ reason: String?) throws(SelectorFault) -> CompoundSelector {
        skipBlanks()
        let start = index
        var compound = CompoundSelector()
        if skip("*") {
            compound.type = nil
        } else if let name = name() {
            compound.type = SelectorTranslation.lowercased(name)
        }
        let afterType = index
        while let test = try test(type: compound.type) { compound.tests.append(test) }
        if index == start {
            if isAtEnd {
                throw fault("an element's name, .class, #id or [attribute] is missing\(reason.map { " \($0)" } ?? "")")
            }
            throw unexpected()
        }
        if index == afterType, peek == "|" { throw fault("types have no prefixes here") }
        return compound
    }

    private mutating func test(type: String?) throws(SelectorFault) -> SelectorTest? {
        switch peek {
        case ".":
            index += 1
            guard let name = name() else { throw fault("a class's name is missing after the point") }
            return .attribute(AttributeTest(name: "class", relation: .word, value: name))
        case "#":
            index += 1
            guard let name = name(mayStartWithDigit: true) else { throw fault("an id is missing after #") }
            return .attribute(AttributeTest(name: "id", relation: .equals, value: name))
        case "[":
            index += 1
            return .attribute(try attribute())
        case ":" where !starts("::"):
            return try pseudoClass(type)
        default: return nil
        }
    }

    private mutating func attribute() throws(SelectorFault) -> AttributeTest {
        let start = index - 1
        skipBlanks()
        guard let written = name() else { throw fault("an attribute's name is missing after [") }
        let name = SelectorTranslation.lowercased(written)
        skipBlanks()
        if skip("]") { return AttributeTest(name: name, relation: .exists) }
        let relation: AttributeTest.Relation
        switch peek {
        case "=": relation = .equals
        case "~": relation = .word
        case "^": relation = .prefix
        case "$": relation = .suffix
        case "*": relation = .part
        case "|": relation = .dash
        default:
            if isAtEnd { throw fault("this [ is never closed with ]", at: start) }
            throw fault("=, ~=, ^=, $=, *=, |= or ] belongs here")
        }
        if relation != .equals { index += 1 }
        guard skip("=") else { throw fault("= is missing") }
        skipBlanks()
        var test = AttributeTest(name: name, relation: relation)
        if let quote = peek, quote == "\"" || quote == "'" {
            test.value = try quoted(quote)
        } else if let value = self.name(mayStartWithDigit: true) {
            test.value = value
        } else {
            throw fault("a value belongs here; in quotation marks it may hold anything")
        }
        let hadBlanks = skipBlanks()
        test.ignoresCase = SelectorReader.comparedWithoutCase.contains(name)
        if hadBlanks || text[index - 1] == "\"" || text[index - 1] == "'", let flag = self.name() {
            switch flag {
            case "i", "I": test.ignoresCase = true
            case "s", "S": test.ignoresCase = false
            default:
                throw fault("only i (any case) or s (exact) may follow a value", at: index - flag.unicodeScalars.count)
            }
            skipBlanks()
        }
        guard skip("]") else {
            if isAtEnd { throw fault("this [ is never closed with ]", at: start) }
            throw fault("a value with \(shown(text[index])) in it needs quotation marks; ] belongs here")
        }
        return test
    }

    // MARK: - Pseudo-classes

    private mutating func pseudoClass(_ type: String?) throws(SelectorFault) -> SelectorTest {
        let start = index
        index += 1
        let word = SelectorTranslation.lowercased(name() ?? "")
        let takesPlace = word.hasPrefix("nth-")
        let isOfType = word.hasSuffix("-of-type")
        if isOfType, type == nil {
            throw fault(":\(word) needs an element's name before it, as in td:\(word)", at: start)
        }
        switch word {
        case "first-child", "first-of-type":
            return .position(PositionTest(step: 0, offset: 1, isOfType: isOfType))
        case "last-child", "last-of-type":
            return .position(PositionTest(step: 0, offset: 1, isFromEnd: true, isOfType: isOfType))
        case "only-child", "only-of-type":
            return .any([
                CompoundSelector(
                    type: isOfType ? type : nil,
                    tests: [
                        .position(PositionTest(step: 0, offset: 1, isOfType: isOfType)),
                        .position(PositionTest(step: 0, offset: 1, isFromEnd: true, isOfType: isOfType)),
                    ])
            ])
        case "nth-child", "nth-of-type", "nth-last-child", "nth-last-of-type":
            try open(word)
            var place = try anPlusB()
            place.isFromEnd = word.hasPrefix("nth-last-")
            place.isOfType = isOfType
            try close(word, start)
            return .position(place)
        case "empty": return .empty
        case "root": return .root
        case "not", "is":
            try open(word)
            let list = try compounds(word, type)
            try close(word, start)
            return word == "not" ? .none(list) : .any(list)
        case "has":
            try open(word)
            try descend(start)
            var list = [try complex(inHas: true)]
            while skip(",") { list.append(try complex(inHas: true)) }
            depth -= 1
            try close(word, start)
            return .having(list)
        case "scope": throw fault(":scope can only stand at the beginning", at: start)
        default:
            let known =
                "known are :first-child, :last-child, :nth-child(…), :not(…), :has(…), :empty and their relatives"
            throw fault(
                takesPlace || !word.isEmpty ? ":\(word) is not known; \(known)" : "a name is missing after :; \(known)",
                at: start)
        }
    }

    private mutating func compounds(_ word: String, _ type: String?) throws(SelectorFault) -> [CompoundSelector] {
        try descend(index)
        defer { depth -= 1 }
        var list: [CompoundSelector] = []
        repeat {
            skipBlanks()
            let start = index
            let own = try compoundInside(type)
            skipBlanks()
            guard peek == "," || peek == ")" || isAtEnd else {
                throw fault(":\(word)(…) takes single elements, without blanks, >, + and ~ between them", at: start)
            }
            list.append(own)
        } while skip(",")
        return list
    }

    /// As `compound`, where the type around it counts for `-of-type`.
    private mutating func compoundInside(_ outer: String?) throws(SelectorFault) -> CompoundSelector {
        guard outer != nil, peek == ":" else { return try compound("here") }
        var compound = CompoundSelector()
        while let test = try test(type: outer) { compound.tests.append(test) }
        return compound
    }

    private mutating func descend(_ start: Int) throws(SelectorFault) {
        depth += 1
        if depth > SelectorReader.deepest {
            throw fault("more than \(SelectorReader.deepest) parentheses in each other", at: start)
        }
    }

    private mutating func open(_ word: String) throws(SelectorFault) {
        guard skip("(") else { throw fault(":\(word) needs parentheses") }
        skipBlanks()
    }

    private mutating func close(_ word: String, _ start: Int) throws(SelectorFault) {
        skipBlanks()
        guard skip(")") else {
            if isAtEnd { throw fault("the ) of :\(word)(…) is missing", at: start) }
            throw unexpected()
        }
    }

    /// `odd`, `even`, `3`, `2n`, `-n+3`, `2n + 1` (Selectors level 3, section 6.6.5.2).
    private mutating func anPlusB() throws(SelectorFault) -> PositionTest {
        let start = index
        for (word, step, offset) in [("odd", 2, 1), ("even", 2, 0)] where starts(word) {
            index += word.unicodeScalars.count
            return PositionTest(step: step, offset: offset)
        }
        let explain = "a place is a number, odd, even or an+b as 2n+1"
        var sign = 1
        if skip("-") { sign = -1 } else { _ = skip("+") }
        let number = try digits()
        guard skip("n") || skip("N") else {
            guard let number else { throw fault(explain, at: start) }
            return PositionTest(step: 0, offset: sign * number)
        }
        let step = sign * (number ?? 1)
        skipBlanks()
        var offset = 0
        if peek == "+" || peek == "-" {
            let isMinus = peek == "-"
            index += 1
            skipBlanks()
            guard let number = try digits() else { throw fault(explain, at: start) }
            offset = isMinus ? -number : number
        }
        return PositionTest(step: step, offset: offset)
    }

    private mutating func digits() throws(SelectorFault) -> Int? {
        let start = index
        var number = 0
        while let digit = peek, ("0"..."9").contains(digit) {
            number = number * 10 + Int(digit.value - 0x30)
            if number > 100_000 { throw fault("this number is too large", at: start) }
            index += 1
        }
        return index > start ? number : nil
    }

    /// Attributes whose values HTML compares without case in selectors (HTML, 4.17.1 "Case-sensitivity of selectors").
    private static let comparedWithoutCase: Set<String> = [
        "accept", "accept-charset", "align", "alink", "axis", "bgcolor", "charset", "checked", "clear", "codetype",
        "color", "compact", "declare", "defer", "dir", "direction", "disabled", "enctype", "face", "frame", "hreflang",
        "http-equiv", "lang", "language", "link", "media", "method", "multiple", "nohref", "noresize", "noshade",
        "nowrap", "readonly", "rel", "rev", "rules", "scope", "scrolling", "selected", "shape", "target", "text",
        "type",
        "valign", "valuetype", "vlink",
    ]
}
