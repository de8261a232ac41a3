import RuleLanguage
import Yams

/// Reads single nodes as a kind of value, reporting what does not fit.
extension YAMLContext {
    /// The text of a scalar. `key` names it in messages.
    func text(_ node: Node, as kind: ValueKind, key: String) -> TextValue? {
        guard case .scalar(let scalar) = node else {
            faults.error(place(of: node), misfit(node, key: key, kind: kind))
            return nil
        }
        let isPlain = scalar.style == .plain || scalar.style == .any
        var start = place(of: node)
        let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
        if isQuoted { start.column += 1 }
        // In double quotes a sequence such as \" is two signs in the file and one in the text.
        let hasEscapes = scalar.style == .doubleQuoted && scalar.string.utf8.contains(where: Self.isEscaped)
        let value = TextValue(
            text: scalar.string, place: start, isPlain: isPlain, isInLine: (isPlain || isQuoted) && !hasEscapes)
        if isPlain, kind.isText, ScalarReading.boolean(value.text) != nil {
            faults.error(
                start, "YAML reads \(value.text) as a boolean; for \(key) put it in quotes: \"\(value.text)\"")
            return nil
        }
        if case .itemCode = kind, isPlain {
            faults.error(start, "YAML reads \(value.text) as a number; put the item code in quotes: \"\(value.text)\"")
            return nil
        }
        if value.text.utf8.contains(where: { $0 < 0x20 && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\t") }) {
            faults.error(start, "\(key) holds a control character")
            return nil
        }
        return value
    }

    /// Of the bytes of a text in double quotes, those that the file writes with a sequence.
    private static func isEscaped(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "\t"), UInt8(ascii: "\n"): true
        default: false
        }
    }

    /// Reports that `value` is not of `kind`.
    func reject(_ value: TextValue, as kind: ValueKind, key: String, tips: [String: String] = [:]) {
        var message = "\(key) is \(kind.expectation); found \(Self.shown(value.text))"
        switch kind {
        case .choice(let words):
            message += NearestName.find(value.text, in: words).map { " (did you mean \($0)?)" } ?? ""
        case .duration, .days:
            if ScalarReading.integer(value.text) != nil { message += ", which has no unit" }
            if value.text.contains("month") || value.text.contains("year") {
                message += "; months and years have no fixed length, write days"
            }
        case .clock:
            if ScalarReading.integer(value.text) != nil {
                message += "; YAML reads unquoted times as numbers, quote them"
            }
        default: break
        }
        if let tip = tips[value.text] { message += "; \(tip)" }
        faults.error(value.place, message)
    }

    /// True for an absent value: nothing, `~` or `null`.
    static func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// Why a mapping or list cannot be what `key` holds.
    func misfit(_ node: Node, key: String, kind: ValueKind) -> String {
        switch (node, firstByte(of: node)) {
        case (.mapping, UInt8(ascii: "{")) where kind.isText:
            return "YAML reads {...} as a mapping; put \(key) in quotes, as in \"{company} …\""
        case (.sequence, UInt8(ascii: "[")) where kind.isText:
            return "YAML reads [...] as a list; put \(key) in quotes, as in \"[new] …\""
        case (.mapping, _): return "\(key) is \(kind.expectation); found a mapping"
        case (.sequence, _): return "\(key) is \(kind.expectation); found a list"
        case (.scalar(let scalar), _): return "\(key) is \(kind.expectation); found \(Self.shown(scalar.string))"
        case (.alias, _): return "\(key) is \(kind.expectation); found an alias"
        }
    }

    static func shown(_ text: String) -> String {
        guard !text.isEmpty else { return "nothing" }
        let line = text.prefix(60).map { $0.isNewline ? " " : String($0) }.joined()
        return "\"\(line)\(text.count > 60 ? "…" : "")\""
    }
}

extension ValueKind {
    /// Kinds whose value is words, where a boolean can only be a slip.
    var isText: Bool {
        switch self {
        case .text, .pattern, .wording, .weekday, .choice, .zone, .address, .url, .location, .itemCode: true
        case .list(let kind): kind.isText
        case .either(let first, let second): first.isText || second.isText
        default: false
        }
    }
}
