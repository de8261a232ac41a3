import Foundation

/// As much of JSON Schema draft-07 as our own schema uses; an unknown keyword is a fault, so that nothing is skipped.
struct JSONSchemaCheck {
    private let root: [String: Any]

    init(_ root: [String: Any]) { self.root = root }

    func faults(_ value: Any) -> [String] { faults(value, root, at: "") }

    private func faults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
        if let reference = schema["$ref"] as? String {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            guard let definition = (root["definitions"] as? [String: Any])?[name] as? [String: Any] else {
                return ["\(path): no definition \(reference)"]
            }
            return faults(value, definition, at: path)
        }
        var found: [String] = []
        for (keyword, rule) in schema {
            switch keyword {
            case "$schema", "$id", "title", "description", "definitions", "format", "additionalProperties": break
            case "type": if !Self.hasType(value, rule as? String ?? "") { found.append("\(path): not \(rule)") }
            case "const": if value as? String != rule as? String { found.append("\(path): not \(rule)") }
            case "enum":
                if !(rule as? [String] ?? []).contains(value as? String ?? "") {
                    found.append("\(path): not one of \(rule)")
                }
            case "pattern":
                if (value as? String)?.range(of: rule as? String ?? "", options: .regularExpression) == nil {
                    found.append("\(path): does not match \(rule)")
                }
            case "minLength":
                if (value as? String ?? "").isEmpty { found.append("\(path): empty") }
            case "minimum":
                if (value as? NSNumber)?.doubleValue ?? -1 < (rule as? NSNumber)?.doubleValue ?? 0 {
                    found.append("\(path): below \(rule)")
                }
            case "maximum":
                if (value as? NSNumber)?.doubleValue ?? 2 > (rule as? NSNumber)?.doubleValue ?? 0 {
                    found.append("\(path): above \(rule)")
                }
            case "required":
                let keys = value as? [String: Any] ?? [:]
                for key in rule as? [String] ?? [] where keys[key] == nil { found.append("\(path): no \(key)") }
            case "properties":
                let properties = rule as? [String: [String: Any]] ?? [:]
                for (key, child) in value as? [String: Any] ?? [:] {
                    guard let property = properties[key] else {
                        found.append("\(path): the schema does not describe \(key)")
                        continue
                    }
                    found += faults(child, property, at: "\(path)/\(key)")
                }
            case "items":
                for (index, child) in (value as? [Any] ?? []).enumerated() {
                    found += faults(child, rule as? [String: Any] ?? [:], at: "\(path)/\(index)")
                }
            default: found.append("\(path): keyword \(keyword) is not checked")
            }
        }
        return found.sorted()
    }

    private static func hasType(_ value: Any, _ type: String) -> Bool {
        let isBoolean = (value as? NSNumber).map { CFBooleanLike.isBoolean($0) } ?? false
        return switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": isBoolean
        case "integer": !isBoolean && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } == true
        case "number": !isBoolean && value is NSNumber
        default: false
        }
    }

    private enum CFBooleanLike {
        static func isBoolean(_ number: NSNumber) -> Bool {
            number === NSNumber(value: true) || number === NSNumber(value: false)
                || String(cString: number.objCType) == "c"
        }
    }
}
