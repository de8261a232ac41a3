import Foundation

/// What is wrong with JSON that somebody wrote, said to that person: where, and what is wanted there.
extension DecodingError {
    /// One line, without a full stop: "title must be text", "filing.form is missing".
    ///
    /// - Parameter whole: what the JSON should be, as "an item"; said where no key of it is to blame.
    func words(whole: String) -> String {
        switch self {
        case .keyNotFound(let key, let context):
            return "\(Self.path(context.codingPath + [key])) is missing"
        case .valueNotFound(let type, let context), .typeMismatch(let type, let context):
            guard !context.codingPath.isEmpty else { return "not \(whole): \(Self.wanted(type)) is wanted" }
            return "\(Self.path(context.codingPath)) must be \(Self.wanted(type))"
        case .dataCorrupted(let context):
            guard !context.codingPath.isEmpty else { return "not \(whole): not valid JSON" }
            return "\(Self.path(context.codingPath)): \(context.debugDescription)"
        @unknown default: return "not \(whole): \(self)"
        }
    }

    /// `filing.items[2]`.
    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce(into: "") { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }

    private static func wanted(_ type: any Any.Type) -> String {
        switch type {
        case is String.Type: "text"
        case is any BinaryInteger.Type: "a whole number"
        case is any BinaryFloatingPoint.Type, is Decimal.Type: "a number"
        case is Bool.Type: "true or false"
        case is [String: Any].Type: "an object in braces"
        case is [Any].Type: "a list in brackets"
        default: "another kind of value"
        }
    }
}
