/// JSON with its fields in the order given, so that the same tables always give the same bytes.
enum JSONText {
    case text(String)
    case number(Int)
    case boolean(Bool)
    case array([JSONText])
    case fields([Field])

    struct Field {
        var name: String
        var value: JSONText
    }

    static func object(_ fields: [(String, JSONText)]) -> JSONText {
        .fields(fields.map { Field(name: $0.0, value: $0.1) })
    }

    /// Indented by two spaces; arrays of plain values stand in one line.
    func rendered(indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .text(let text): return Self.quoted(text)
        case .number(let number): return String(number)
        case .boolean(let flag): return flag ? "true" : "false"
        case .array(let values):
            if values.allSatisfy(\.isPlain) { return "[" + values.map { $0.rendered() }.joined(separator: ", ") + "]" }
            return "[\n" + values.map { inner + $0.rendered(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .fields(let fields):
            guard !fields.isEmpty else { return "{}" }
            let lines = fields.map { "\(inner)\(Self.quoted($0.name)): \($0.value.rendered(indent: inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    private var isPlain: Bool {
        switch self {
        case .array, .fields: false
        default: true
        }
    }

    /// RFC 8259 section 7.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            default:
                if scalar.value < 0x20 {
                    let hex = String(scalar.value, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
