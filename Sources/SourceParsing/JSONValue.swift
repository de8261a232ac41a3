/// A JSON value as it was read; the members of an object keep their order, of equal names the first one counts.
package indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// As written.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: JSONValue

        package init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    package subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// Text of a string that is not blank, or of a number.
    package var text: String? {
        switch self {
        case .string(let text): text.trimmedOrNil
        case .number(let text): text
        default: nil
        }
    }

    package var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
    package var isObject: Bool { if case .object = self { true } else { false } }
}
