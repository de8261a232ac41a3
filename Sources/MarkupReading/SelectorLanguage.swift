/// Tells XPath from CSS, and finds what is wrong with an XPath where libxml2 would find it only while evaluating.
enum SelectorLanguage {
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
    }

    static func startsName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x80 || (scalar.value | 0x20) &- 0x61 < 26 || scalar == "_"
    }

    static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
        startsName(scalar) || (0x30...0x39).contains(scalar.value) || scalar == "-"
    }

    /// The rule is told at `Selector`. One pass; the text is not blank.
    static func isXPath(_ text: [Unicode.Scalar]) -> Bool {
        let start = text.firstIndex { !isBlank($0) } ?? 0
        let second = start + 1 < text.count ? text[start + 1] : " "
        switch text[start] {
        // A lone `@href` is the same in both; with a `/` or brackets behind it, it is XPath.
        case "/", "(", "@", "$": return true
        case ".": if second == "/" || second == "." || second == "[" || isBlank(second) { return true }
        case "\"", "'": return true
        default: break
        }
        var index = start
        var depth = 0
        var isBracketStart = false
        while index < text.count {
            let scalar = text[index]
            let opensBracket = isBracketStart && !isBlank(scalar)
            if opensBracket { isBracketStart = false }
            switch scalar {
            case "\\": index += 1
            case "\"", "'":
                index = text[(index + 1)...].firstIndex(of: scalar) ?? text.count
            case "[":
                depth += 1
                isBracketStart = true
            case "]": depth -= 1
            case "/" where depth <= 0 || opensBracket: return true
            case "|" where depth <= 0: return true
            case "@" where depth > 0: return true
            case "0"..."9" where opensBracket: return true
            case "(" where depth > 0: return true
            case "." where opensBracket: return true
            case ":" where index + 1 < text.count && text[index + 1] == ":":
                if !isValueSign(text, from: index + 2) { return true }
                index += 1
            case _ where startsName(scalar):
                let nameStart = index
                while index + 1 < text.count, continuesName(text[index + 1]) { index += 1 }
                // A function: a name that nothing but the start stands before.
                if nameStart == start, index + 1 < text.count, text[index + 1] == "(" { return true }
            default: break
            }
            index += 1
        }
        return false
    }

    /// `attr(` or `text` without parentheses.
    private static func isValueSign(_ text: [Unicode.Scalar], from index: Int) -> Bool {
        let word = text[index...].prefix { continuesName($0) }
        let next = word.endIndex < text.count ? text[word.endIndex] : " "
        return word.elementsEqual("attr".unicodeScalars)
            ? next == "(" : word.elementsEqual("text".unicodeScalars) && next != "("
    }

    /// Throws for open quotations and brackets, unknown functions, variables and prefixes.
    static func check(xpath text: [Unicode.Scalar], _ whole: String) throws(SelectorFault) {
        var open: [(sign: Unicode.Scalar, index: Int)] = []
        var index = 0
        while index < text.count {
            let scalar = text[index]
            switch scalar {
            case "\"", "'":
                guard let end = text[(index + 1)...].firstIndex(of: scalar) else {
                    throw SelectorFault(whole, "this quotation mark is never closed", column: index + 1)
                }
                index = end
            case "[", "(": open.append((scalar, index))
            case "]", ")":
                guard let last = open.popLast(), (last.sign == "[") == (scalar == "]") else {
                    throw SelectorFault(whole, "this \(scalar) closes nothing", column: index + 1)
                }
            case "$":
                throw SelectorFault(
                    whole, "there are no variables; write the text in quotation marks", column: index + 1)
            case _ where startsName(scalar):
                index = try checkName(text, index, whole)
                continue
            default: break
            }
            index += 1
        }
        if let last = open.last {
            let closing = last.sign == "[" ? "]" : ")"
            throw SelectorFault(whole, "this \(last.sign) is never closed with \(closing)", column: last.index + 1)
        }
    }

    /// Looks at the name at `start`; the index behind it.
    private static func checkName(
        _ text: [Unicode.Scalar], _ start: Int, _ whole: String
    ) throws(SelectorFault) -> Int {
        var end = start
        while end < text.count, continuesName(text[end]) || text[end] == "." { end += 1 }
        var next = end
        while next < text.count, isBlank(text[next]) { next += 1 }
        guard next < text.count else { return end }
        var name = ""
        name.unicodeScalars.append(contentsOf: text[start..<end])
        if text[next] == "(", !functions.contains(name), !words.contains(name) {
            let near = functions.sorted().first { $0.hasPrefix(name.prefix(4)) }
            throw SelectorFault(
                whole, "\(name)() is no function of XPath 1.0; \(near.map { "\($0)() is" } ?? "contains() is one")",
                column: start + 1)
        }
        if text[next] == ":", next == end, end + 1 < text.count, text[end + 1] != ":" {
            throw SelectorFault(
                whole, "a page has no prefixes; write *[name()='\(name):…']", column: start + 1)
        }
        if text[next] == ":", next + 1 < text.count, text[next + 1] == ":" {
            guard axes.contains(name) else {
                let near = axes.sorted().first { $0.hasPrefix(name.prefix(4)) } ?? "descendant"
                throw SelectorFault(
                    whole,
                    "\(name):: is no axis of XPath and no value of CSS; known are \(near)::, ::text and ::attr(name)",
                    column: start + 1)
            }
        }
        return end
    }

    /// XPath 1.0, sections 4.1 to 4.4 and 2.3 (node types).
    private static let functions: Set<String> = [
        "last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat", "starts-with",
        "contains", "substring-before", "substring-after", "substring", "string-length", "normalize-space", "translate",
        "boolean", "not", "true", "false", "lang", "number", "sum", "floor", "ceiling", "round", "text", "node",
        "comment", "processing-instruction",
    ]
    /// Operators, which may stand before a parenthesis.
    private static let words: Set<String> = ["and", "or", "div", "mod"]
    private static let axes: Set<String> = [
        "ancestor", "ancestor-or-self", "attribute", "child", "descendant", "descendant-or-self", "following",
        "following-sibling", "namespace", "parent", "preceding", "preceding-sibling", "self",
    ]
}
