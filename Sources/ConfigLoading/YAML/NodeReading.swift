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
        var start = scalar.mark.map { file.place(line: $0.line, column: $0.column) } ?? file.start
        let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
        if isQuoted { start.column += 1 }
        let signs = Signs(in: scalar.string)
        // In double quotes a sequence such as \" is two signs in the file and one in the text.
        let hasEscapes = scalar.style == .doubleQuoted && signs.hasEscapes
        let value = TextValue(
            text: scalar.string, place: start, isPlain: isPlain, isInLine: (isPlain || isQuoted) && !hasEscapes)
        if isPlain, ScalarReading.boolean(value.text) != nil, kind.isText {
            faults.error(
                start, "YAML reads \(value.text) as a boolean; for \(key) put it in quotes: \"\(value.text)\"")
            return nil
        }
        if case .itemCode = kind, isPlain {
            faults.error(start, "YAML reads \(value.text) as a number; put the item code in quotes: \"\(value.text)\"")
            return nil
        }
        if signs.hasControls {
            faults.error(start, "\(key) holds a control character")
            return nil
        }
        return value
    }

    /// What stands in a text, in one look at its bytes.
    private struct Signs {
        /// Signs that a text in double quotes writes with a sequence.
        var hasEscapes = false
        /// Control characters beside line feed and tab.
        var hasControls = false

        init(in text: String) {
            var text = text
            text.withUTF8 { bytes in
                for byte in bytes {
                    switch byte {
                    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "\t"), UInt8(ascii: "\n"):
                        hasEscapes = true
                    case 0..<0x20: hasControls = true
                    default: break
                    }
                }
            }
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
        switch scalar.string.utf8.count {
        case 0: return true
        case 1: return scalar.string == "~"
        case 4: return scalar.string == "null" || scalar.string == "Null" || scalar.string == "NULL"
        default: return false
        }
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
