/// Names one trigger (`leadership.cfo`), a family (`leadership.*`) or all (`*`).
package struct TriggerSelector: Hashable, Sendable, CustomStringConvertible {
    package var description: String

    package init(_ text: String) { description = text }

    package func selects(_ trigger: String) -> Bool {
        guard description.hasSuffix("*") else { return description == trigger }
        return trigger.hasPrefix(description.dropLast())
    }
}
