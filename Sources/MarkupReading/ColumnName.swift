/// The `column(Notice Date)` at the beginning of a selector.
struct ColumnName {
    var words: String
    /// Behind the closing parenthesis.
    var end: Int

    /// nil where the text begins with something else.
    static func read(
        _ text: [Unicode.Scalar], from start: Int, in whole: String
    ) throws(SelectorFault) -> ColumnName? {
        let sign = Array("column(".unicodeScalars)
        guard text[start...].starts(with: sign) else { return nil }
        var index = start + sign.count
        while index < text.count, SelectorLanguage.isBlank(text[index]) { index += 1 }
        var name = String.UnicodeScalarView()
        if index < text.count, text[index] == "\"" || text[index] == "'" {
            guard let close = text[(index + 1)...].firstIndex(of: text[index]) else {
                throw SelectorFault(whole, "this quotation mark is never closed", column: index + 1)
            }
            name.append(contentsOf: text[(index + 1)..<close])
            index = close + 1
            while index < text.count, SelectorLanguage.isBlank(text[index]) { index += 1 }
            guard index < text.count, text[index] == ")" else {
                throw SelectorFault(whole, "the ) of column(…) is missing", column: index + 1)
            }
        } else {
            // A header as "Date (UTC)" has parentheses of its own.
            var depth = 0
            while index < text.count, text[index] != ")" || depth > 0 {
                if text[index] == "(" { depth += 1 }
                if text[index] == ")" { depth -= 1 }
                name.append(text[index])
                index += 1
            }
            guard index < text.count else {
                throw SelectorFault(whole, "the ) of column(…) is missing", column: text.count + 1)
            }
        }
        let words = String(name)
        guard !TableGrid.key(words).isEmpty else {
            throw SelectorFault(
                whole, "the name of a header cell is missing, as in column(Notice Date)",
                column: start + sign.count + 1)
        }
        return ColumnName(words: words, end: index + 1)
    }
}
