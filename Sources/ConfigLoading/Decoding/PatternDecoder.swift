import RuleLanguage
import Yams

/// Texts of a rule file → patterns, with faults placed at the column inside the pattern.
struct PatternDecoder {
    let macros: [String: Macro]
    /// Slots that rule files define by words.
    var lists: [String: Pattern.Node] = [:]
    /// The language whose items the file is for; nil: any.
    var language: String?
    let faults: FaultList

    func decode(_ values: [TextValue]) -> [Pattern] { values.flatMap(decode) }

    /// One text; `$name` alone brings the macro's patterns one by one, so that `explain` can say which one matched.
    func decode(_ value: TextValue) -> [Pattern] {
        if let name = Self.macroName(value.text), let macro = macros[name] {
            for pattern in macro.patterns where !macro.hasAnchor && !pattern.hasAnchor {
                faults.error(
                    value.place,
                    "macro $\(name) cannot stand alone: \(YAMLContext.shown(pattern.text)) has no plain word outside [...]"
                )
            }
            return macro.patterns
        }
        do {
            return [try PatternParser.parse(value.text, place: value.place, macros: macros, lists: lists)]
        } catch {
            faults.error(value.place(ofColumn: error.column), error.message)
            return []
        }
    }

    /// The name where `text` is a macro and nothing else.
    static func macroName(_ text: String) -> String? {
        // White space around it, which YAML takes off plain text and leaves in quotes.
        var rest = text.utf8[...]
        while let first = rest.first, isBlank(first) { rest.removeFirst() }
        if let first = rest.first, first >= 0x80 {
            rest = Substring(rest).drop(while: \.isWhitespace).utf8
        }
        guard rest.first == UInt8(ascii: "$") else { return nil }
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        var name = rest.dropFirst()
        if let last = name.last, last >= 0x80 {
            name = Substring(name).prefix { !$0.isWhitespace }.utf8
            guard Substring(rest.dropFirst(name.count + 1)).allSatisfy(\.isWhitespace) else { return nil }
        }
        guard !name.isEmpty, name.allSatisfy(MacroTable.isNameByte) else { return nil }
        return String(Substring(name))
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// The texts of a node that is a list of patterns, or one.
    static func texts(of node: Node, key: String, in context: YAMLContext) -> [TextValue] {
        guard case .sequence(let sequence) = node else {
            return context.text(node, as: .pattern, key: key).map { [$0] } ?? []
        }
        return sequence.compactMap { context.text($0, as: .pattern, key: key) }
    }
}
