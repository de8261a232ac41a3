import Foundation
import RuleLanguage
import Yams

/// YAML as plain values, for files beside the configuration whose meaning another module knows (scenarios). Every scalar
/// is text: what it means is for the reader of the value to say.
package indirect enum PlainValue: Sendable {
    case text(String)
    case list([PlainValue])
    case mapping([String: PlainValue])

    /// As `JSONSerialization` takes it.
    package var json: Any {
        switch self {
        case .text(let text): text
        case .list(let values): values.map(\.json)
        case .mapping(let entries): entries.mapValues(\.json)
        }
    }
}

extension PlainValue {
    /// The documents of a text, which `---` lines part, each with the line it begins on; or everything that keeps them
    /// from being read. Anchors, aliases and deep brackets are refused as in the configuration.
    package static func documents(
        _ bytes: [UInt8], path: String
    ) -> Result<[(line: Int, value: PlainValue)], PlainValueFaults> {
        var found: [(line: Int, value: PlainValue)] = []
        var faults: [ConfigFault] = []
        for (number, part) in parts(of: bytes) {
            let list = FaultList()
            if let document = YAMLDocument(ConfigFile(path: path, bytes: part), faults: list) {
                let line = document.context.place(of: document.root).line + number
                if let value = value(document.root, document.context) { found.append((line, value)) }
            }
            faults += list.sorted().map { fault in
                var fault = fault
                fault.place.line += number
                return fault
            }
        }
        return faults.isEmpty ? .success(found) : .failure(PlainValueFaults(faults: faults))
    }

    /// The documents, each with the number of lines before it. A line that begins with `---` parts them, wherever it
    /// stands (YAML 1.2, 9.1.2).
    private static func parts(of bytes: [UInt8]) -> [(before: Int, bytes: [UInt8])] {
        var parts: [(before: Int, bytes: [UInt8])] = [(0, [])]
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let isMark =
                line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
            if isMark {
                parts.append((number + 1, []))
            } else {
                parts[parts.count - 1].bytes += line + [0x0A]
            }
        }
        return parts
    }

    private static func value(_ node: Node, _ context: YAMLContext) -> PlainValue? {
        switch node {
        case .scalar(let scalar): return .text(YAMLContext.isNull(node) ? "" : scalar.string)
        case .sequence(let nodes): return .list(nodes.compactMap { value($0, context) })
        case .mapping(let mapping):
            var entries: [String: PlainValue] = [:]
            for (key, node) in mapping {
                guard case .scalar(let name) = key else {
                    context.faults.error(context.place(of: key), "a key is a word, as in name: value")
                    continue
                }
                entries[name.string] = value(node, context)
            }
            return .mapping(entries)
        case .alias:
            context.faults.error(context.place(of: node), "an alias is not read here; write the value out")
            return nil
        }
    }
}

/// All that is wrong with a text of plain values.
package struct PlainValueFaults: Error, CustomStringConvertible {
    package var faults: [ConfigFault]

    package var description: String { faults.map(\.description).joined(separator: "\n") }
}
