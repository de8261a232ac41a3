/// Reads a cue as an operator writes it: `{company} (names|appoints) {person} [as] cfo`.
///
/// - plain words and numbers, any case; `appoint*` is the word with any ending (a stem of at least three letters)
/// - `(a|b)` one of them; `[x]` or `[a|b]` may be missing; both nest
/// - `:` a colon or dash stands between the words around it; behind other signs, as in `18:30`, it is part of the word
/// - `'s` the word before is written with it, as in `{company} 's {person}`
/// - `...` (or `…`) a short gap inside one sentence; never at the edge of a pattern
/// - `a ~ b` both inside one sentence, in either order; `a ~5 b` with at most five words between (eight where none
///   is said; at most three parts); binds looser than a row of words and tighter than `|`
/// - `{company}` and the other slots capture; so do slots that a rule file defines by a list of words
/// - `$name` is a macro: any one of its patterns
///
/// The text and the tree have upper bounds, so neither a slip nor malice can make a pattern that is expensive to match.
package struct PatternParser {
    /// Characters of one pattern; a list of nationalities or industries is long.
    package static let longestText = 4000
    /// Brackets inside brackets, macros counted with what they bring.
    package static let deepestNesting = 12
    /// Nodes of one pattern with its macros put in.
    package static let mostNodes = 6000
    /// Words between two parts of `a ~ b`: where none is said, and at most.
    package static let usualNearness = 8
    package static let widestNearness = 20
    /// Parts of one nearness; every order is tried.
    package static let mostNearParts = 3

    /// One for each character, 0x80 for all that are not ASCII: most are, and comparing numbers is much cheaper.
    private let ascii: [UInt8]
    /// The characters where any is not ASCII; none where all are.
    private let characters: [Character]
    private let macros: [String: Macro]
    private let lists: [String: Pattern.Node]
    private var index = 0
    private var nodeCount = 0
    /// Whether a gap was read, or a macro that holds one.
    private var hasGap = false

    /// Reads one pattern.
    ///
    /// - Parameters:
    ///   - macros: what `$name` stands for; see `MacroTable`.
    ///   - lists: what `{name}` stands for beside the slots that every rule file has; see `SlotLists`.
    ///   - isFragment: true for the patterns of a macro, which may lack a plain word of their own.
    package static func parse(
        _ text: String, place: SourcePlace, macros: [String: Macro] = [:], lists: [String: Pattern.Node] = [:],
        isFragment: Bool = false
    ) throws(PatternFault) -> Pattern {
        let bytes = text.utf8.count
        guard bytes <= longestText || (bytes <= longestText * 4 && text.count <= longestText) else {
            throw PatternFault(
                column: longestText, message: "pattern is longer than \(longestText) characters; split it into several")
        }
        var parser = PatternParser(text, macros: macros, lists: lists)
        let root = try parser.wholePattern()
        let pattern = Pattern(text: text, root: root, place: place)
        if !isFragment, !pattern.hasAnchor {
            throw PatternFault(
                column: 1,
                message:
                    "pattern needs at least one plain word outside [...]; slots and gaps alone would match any text")
        }
        return pattern
    }

    private init(_ text: String, macros: [String: Macro], lists: [String: Pattern.Node]) {
        let bytes = Array(text.utf8)
        // A carriage return and the line feed behind it are one character.
        if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
            ascii = bytes
            characters = []
        } else {
            characters = Array(text)
            ascii = characters.map { $0.asciiValue ?? 0x80 }
        }
        self.macros = macros
        self.lists = lists
    }

    // MARK: Grammar

    private mutating func wholePattern() throws(PatternFault) -> Pattern.Node {
        let root = try nearness(depth: 0)
        if let next = peek() {
            switch next {
            case Sign.bar: throw fault("alternatives need parentheses around them: (a|b)")
            case Sign.close: throw fault("')' without its '('")
            default: throw fault("']' without its '['")
            }
        }
        guard let root else { throw PatternFault(column: 1, message: "pattern is empty") }
        if hasGap, root.canBeginWithGap || root.canEndWithGap {
            throw PatternFault(
                column: root.canBeginWithGap ? 1 : max(1, ascii.count),
                message: "a gap '...' needs words on both sides; at the edge of a pattern it does nothing")
        }
        return root
    }

    /// Rows of words with `~` between them; nil where there are none.
    private mutating func nearness(depth: Int) throws(PatternFault) -> Pattern.Node? {
        guard let first = try sequence(depth: depth) else {
            if peek() == Sign.tilde { throw fault("'~' needs words on both sides") }
            return nil
        }
        guard peek() == Sign.tilde else { return first }
        let start = index
        var parts = [first]
        var within = 0
        while peek() == Sign.tilde {
            let sign = index
            index += 1
            let start = index
            while index < ascii.count, (0x30...0x39).contains(ascii[index]), index - start < 4 { index += 1 }
            let digits = string(start..<index)
            let distance = digits.isEmpty ? Self.usualNearness : Int(digits) ?? 0
            guard distance <= Self.widestNearness else {
                throw PatternFault(
                    column: sign + 1,
                    message: "~\(digits) is too far; at most \(Self.widestNearness) words may stand between")
            }
            within = max(within, distance)
            guard let next = try sequence(depth: depth) else {
                throw PatternFault(column: sign + 1, message: "'~' needs words on both sides")
            }
            parts.append(next)
            guard parts.count <= Self.mostNearParts else {
                throw PatternFault(
                    column: sign + 1, message: "at most \(Self.mostNearParts) parts may stand near each other")
            }
        }
        if hasGap, parts.contains(where: { $0.canBeginWithGap || $0.canEndWithGap }) {
            throw PatternFault(column: start + 1, message: "a gap '...' beside '~' does nothing; leave it out")
        }
        let node = Pattern.Node.near(parts, within: within)
        nodeCount += node.count
        guard nodeCount <= Self.mostNodes else { throw tooLarge(start) }
        return node
    }

    /// Nodes up to `|`, `~`, `)`, `]` or the end; nil where there are none.
    private mutating func sequence(depth: Int) throws(PatternFault) -> Pattern.Node? {
        guard let next = peek(), !Sign.endsSequence(next) else { return nil }
        let first = try element(next, depth: depth)
        // Most alternatives are one word, which needs no list.
        guard let next = peek(), !Sign.endsSequence(next) else { return first }
        var nodes = [first]
        while let next = peek(), !Sign.endsSequence(next) {
            let start = index
            let node = try element(next, depth: depth)
            if case .gap = node, case .gap? = nodes.last {
                throw PatternFault(column: start + 1, message: "two gaps in a row; one '...' is enough")
            }
            nodes.append(node)
        }
        return try counted(.sequence(nodes))
    }

    private mutating func element(_ next: UInt8, depth: Int) throws(PatternFault) -> Pattern.Node {
        switch next {
        case Sign.open: return try group(close: Sign.close, depth: depth)
        case Sign.openOptional: return try counted(.optional(group(close: Sign.closeOptional, depth: depth)))
        case Sign.openSlot: return try slot()
        case Sign.macro: return try macro(depth: depth)
        case Sign.closeSlot: throw fault("'}' without its '{'")
        case Sign.colon:
            index += 1
            return try counted(.mark(.colon))
        default: return isGap() ? try gap() : try word()
        }
    }

    private mutating func group(close: UInt8, depth: Int) throws(PatternFault) -> Pattern.Node {
        let open = index
        guard depth < Self.deepestNesting else {
            throw fault("brackets are nested more than \(Self.deepestNesting) deep")
        }
        index += 1
        var branches: [Pattern.Node] = []
        while true {
            let start = index
            let branch = try nearness(depth: depth + 1)
            guard let end = peek() else {
                throw PatternFault(
                    column: open + 1, message: "'\(shown(ascii[open]))' is never closed with '\(shown(close))'")
            }
            guard end == Sign.bar || end == close else {
                throw fault(
                    "expected '\(shown(close))' to close the '\(shown(ascii[open]))' of column \(open + 1), found "
                        + "'\(shown(end))'")
            }
            guard let branch else {
                let isWhole = end == close && branches.isEmpty
                throw PatternFault(
                    column: start + 1,
                    message: isWhole
                        ? "nothing between '\(shown(ascii[open]))' and '\(shown(close))'"
                        : "empty alternative; for words that may be missing write [a|b]")
            }
            branches.append(branch)
            index += 1
            if end == close { break }
        }
        return branches.count == 1 ? branches[0] : try counted(.alternatives(branches))
    }

    private mutating func slot() throws(PatternFault) -> Pattern.Node {
        let open = index
        guard let close = ascii[open...].firstIndex(of: Sign.closeSlot) else {
            throw fault("'{' is never closed with '}'")
        }
        let name = string((open + 1)..<close)
        guard let slot = Slot(rawValue: name) else {
            if let list = lists[name] {
                index = close + 1
                nodeCount += list.count
                guard nodeCount <= Self.mostNodes else { throw tooLarge(open) }
                return try counted(.listed(name: name, list))
            }
            if name.contains("|") {
                throw PatternFault(
                    column: open + 1,
                    message: "a slot in a pattern takes no fallback: {\(name.prefix(while: { $0 != "|" }))}")
            }
            let hint = NearestName.hint(name, in: Slot.allCases.map(\.rawValue) + lists.keys.sorted())
            throw PatternFault(column: open + 1, message: "unknown slot {\(name)}\(hint)")
        }
        index = close + 1
        return try counted(.slot(slot))
    }

    private mutating func macro(depth: Int) throws(PatternFault) -> Pattern.Node {
        let start = index
        index += 1
        while index < ascii.count, MacroTable.isNameByte(ascii[index]) { index += 1 }
        let name = string((start + 1)..<index)
        guard !name.isEmpty else {
            throw PatternFault(
                column: start + 1,
                message: "'$' begins a macro name, as in $how-to; an amount of money is the slot {money}")
        }
        guard let macro = macros[name] else {
            let hint = NearestName.hint("$" + name, in: macros.keys.sorted().map { "$" + $0 })
            throw PatternFault(column: start + 1, message: "unknown macro $\(name)\(hint)")
        }
        nodeCount += macro.count
        guard nodeCount <= Self.mostNodes else { throw tooLarge(start) }
        guard depth + macro.depth <= Self.deepestNesting else {
            throw PatternFault(
                column: start + 1,
                message: "with macro $\(name) put in, brackets are nested more than \(Self.deepestNesting) deep")
        }
        guard let node = macro.node else {
            throw PatternFault(column: start + 1, message: "macro $\(name) has no patterns")
        }
        hasGap = hasGap || macro.hasGap
        return macro.patterns.count == 1 ? node : try counted(node)
    }

    private func isGap() -> Bool {
        switch ascii[index] {
        case UInt8(ascii: "."):
            index + 2 < ascii.count && ascii[index + 1] == UInt8(ascii: ".") && ascii[index + 2] == UInt8(ascii: ".")
        case 0x80: characters[index] == "…"
        default: false
        }
    }

    private mutating func gap() throws(PatternFault) -> Pattern.Node {
        index += ascii[index] == 0x80 ? 1 : 3
        hasGap = true
        return try counted(.gap)
    }

    private mutating func word() throws(PatternFault) -> Pattern.Node {
        let start = index
        var letters = 0
        var star: Int?
        while index < ascii.count {
            if isLetterOrDigit(at: index) {
                letters += 1
            } else if endsWord(at: index) || isGap() {
                break
            } else if star == nil, ascii[index] == UInt8(ascii: "*") {
                star = index
            }
            index += 1
        }
        // "update: acme": a colon ends the word, one inside it does not.
        while index > start + 1, ascii[index - 1] == Sign.colon { index -= 1 }
        let isStem = index > start && ascii[index - 1] == UInt8(ascii: "*")
        let places = start..<(isStem ? index - 1 : index)
        if let star, places.contains(star) {
            throw PatternFault(column: star + 1, message: "'*' stands only at the end of a word, as in appoint*")
        }
        let text = string(places)
        if text == "'s" || text == "\u{2019}s" { return try counted(.mark(.possessive)) }
        if isStem {
            guard letters > 0 else {
                throw PatternFault(
                    column: start + 1, message: "'*' alone matches any word; write a stem (appoint*) or a gap (...)")
            }
            guard letters >= 3 else {
                throw PatternFault(
                    column: start + 1,
                    message: "stem \(text)* is shorter than 3 letters and would match too much")
            }
            return try counted(.stem(text))
        }
        guard letters > 0 || text.allSatisfy({ Self.countsAlone.contains($0) }) else {
            throw PatternFault(
                column: start + 1,
                message:
                    "'\(text)' has no letter or digit; punctuation in the text is never matched, leave it out")
        }
        return try counted(.word(text))
    }

    // MARK: Characters

    /// Signs that the token rule keeps as words of their own.
    private static let countsAlone: Set<Character> = ["&", "%", "€", "£", "¥"]

    private func string(_ places: Range<Int>) -> String {
        if !characters.isEmpty, ascii[places].contains(0x80) { return String(characters[places]) }
        return ascii.withUnsafeBufferPointer {
            String(decoding: UnsafeBufferPointer(rebasing: $0[places]), as: UTF8.self)
        }
    }

    private func shown(_ sign: UInt8) -> Character { Character(Unicode.Scalar(sign)) }

    /// Characters that the grammar knows.
    private enum Sign {
        static let open = UInt8(ascii: "(")
        static let close = UInt8(ascii: ")")
        static let openOptional = UInt8(ascii: "[")
        static let closeOptional = UInt8(ascii: "]")
        static let openSlot = UInt8(ascii: "{")
        static let closeSlot = UInt8(ascii: "}")
        static let bar = UInt8(ascii: "|")
        static let tilde = UInt8(ascii: "~")
        static let macro = UInt8(ascii: "$")
        static let colon = UInt8(ascii: ":")

        static func endsSequence(_ sign: UInt8) -> Bool {
            sign == bar || sign == tilde || sign == close || sign == closeOptional
        }
    }

    private func endsWord(at index: Int) -> Bool {
        switch ascii[index] {
        case Sign.open, Sign.close, Sign.openOptional, Sign.closeOptional, Sign.openSlot, Sign.closeSlot, Sign.bar,
            Sign.macro, Sign.tilde:
            true
        default: isBlank(at: index)
        }
    }

    private func isBlank(at index: Int) -> Bool {
        switch ascii[index] {
        case 0x20, 0x09...0x0d: true
        case 0x80: characters[index].isWhitespace
        default: false
        }
    }

    private func isLetterOrDigit(at index: Int) -> Bool {
        switch ascii[index] {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
        case 0x80: characters[index].isLetter || characters[index].isNumber
        default: false
        }
    }

    /// The next character that is not a space; 0x80 where it is not ASCII.
    private mutating func peek() -> UInt8? {
        while index < ascii.count, isBlank(at: index) { index += 1 }
        return index < ascii.count ? ascii[index] : nil
    }

    private mutating func counted(_ node: Pattern.Node) throws(PatternFault) -> Pattern.Node {
        nodeCount += 1
        guard nodeCount <= Self.mostNodes else { throw tooLarge(index) }
        return node
    }

    private func tooLarge(_ offset: Int) -> PatternFault {
        PatternFault(
            column: offset + 1, message: "pattern with its macros has more than \(Self.mostNodes) parts; split it")
    }

    private func fault(_ message: String) -> PatternFault { PatternFault(column: index + 1, message: message) }
}
