import RuleLanguage
import Yams

/// Texts of a rule file → patterns, with faults placed at the column inside the pattern.
struct PatternDecoder {
    let macros: [String: [Pattern]]
    /// Slots that rule files define by words.
    var lists: [String: Pattern.Node] = [:]
    /// The language whose items the file is for; nil: any.
    var language: String?
    let faults: FaultList

    func decode(_ values: [TextValue]) -> [Pattern] { values.flatMap(decode) }

    /// One text; `$name` alone brings the macro's patterns one by one, so that `explain` can say which one matched.
    func decode(_ value: TextValue) -> [Pattern] {
        if let name = Self.macroName(value.text), let patterns = macros[name] {
            for pattern in patterns where !pattern.hasAnchor {
                faults.error(
                    value.place,
                    "macro $\(name) cannot stand alone: \(YAMLContext.shown(pattern.text)) has no plain word outside [...]"
                )
            }
            return patterns
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
        // Most texts are long and begin otherwise.
        guard let first = text.utf8.first(where: { $0 > 0x20 }), first == UInt8(ascii: "$") || first >= 0x80 else {
            return nil
        }
        let trimmed = text.split(whereSeparator: \.isWhitespace)
        guard trimmed.count == 1, let word = trimmed.first, word.first == "$", word.count > 1,
            word.dropFirst().allSatisfy(MacroTable.isNameCharacter)
        else { return nil }
        return String(word.dropFirst())
    }

    /// The texts of a node that is a list of patterns, or one.
    static func texts(of node: Node, key: String, in context: YAMLContext) -> [TextValue] {
        guard case .sequence(let sequence) = node else {
            return context.text(node, as: .pattern, key: key).map { [$0] } ?? []
        }
        return sequence.compactMap { context.text($0, as: .pattern, key: key) }
    }
}
