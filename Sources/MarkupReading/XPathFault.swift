/// An XPath expression that cannot be used, or that took too many steps on a page.
package struct XPathFault: Error, Hashable, Sendable, CustomStringConvertible {
    package var expression: String
    /// libxml2's words.
    package var reason: String

    package var description: String { "XPath \"\(expression)\": \(reason)" }
}
