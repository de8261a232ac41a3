/// Where in a configuration file something stands, for messages and for `explain`.
package struct SourcePlace: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Path relative to the configuration directory.
    package var file: String
    /// 1-based.
    package var line: Int
    /// 1-based, in characters.
    package var column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`.
    package var description: String { "\(file):\(line):\(column)" }
}
