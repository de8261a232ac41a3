import RuleLanguage

/// One file as read, before anybody looks at its meaning.
struct ConfigFile {
    /// Relative to the configuration directory, with `/`.
    var path: String
    /// Without a byte order mark; valid UTF-8.
    var bytes: [UInt8]

    var start: SourcePlace { SourcePlace(file: path, line: 1, column: 1) }

    func place(line: Int, column: Int) -> SourcePlace {
        SourcePlace(file: path, line: max(1, line), column: max(1, column))
    }
}
