/// Text that is no selector: what is wrong, where, and what would be right.
package struct SelectorFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text as given, or its beginning.
    package var selector: String
    /// One line for a person.
    package var message: String
    /// Where in the text, in characters (Unicode scalars) from 1; one past the end where something is missing there.
    package var column: Int

    init(_ selector: String, _ message: String, column: Int) {
        self.selector = String(selector.prefix(80))
        self.message = message
        self.column = column
    }

    package var description: String { "selector \"\(selector)\", column \(column): \(message)" }
}
