/// Why a pattern or a wording cannot be read, and where in its own text.
package struct PatternFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// 1-based, in characters of the pattern's or wording's text.
    package var column: Int
    /// What is wrong and what to write instead.
    package var message: String

    package init(column: Int, message: String) {
        self.column = column
        self.message = message
    }

    package var description: String { "column \(column): \(message)" }
}
