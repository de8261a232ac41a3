/// An XPath expression that cannot be used, or that took too many steps on a page.
package struct XPathFault: Error, Hashable, Sendable, CustomStringConvertible {
    package var expression: String
    /// libxml2's words.
    package var reason: String
    /// Bytes of the expression before the place of the fault; nil for faults of evaluation.
    package var offset: Int?

    package init(expression: String, reason: String, offset: Int? = nil) {
        self.expression = expression
        self.reason = reason
        self.offset = offset
    }

    package var description: String { "XPath \"\(expression)\": \(reason)" }
}
