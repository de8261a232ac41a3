import RuleLanguage

/// A scalar as written, with its place.
struct TextValue {
    var text: String
    /// Where the text itself begins, after an opening quote.
    var place: SourcePlace
    /// Neither quoted nor a text block.
    var isPlain: Bool
    /// False where a column of the text is no column of the file (text blocks).
    var isInLine: Bool

    /// The place of the 1-based `column` inside the text.
    func place(ofColumn column: Int) -> SourcePlace {
        guard isInLine, !text.contains(where: \.isNewline) else { return place }
        var place = place
        // Scalars, as marks count them.
        place.column += text.prefix(max(0, column - 1)).unicodeScalars.count
        return place
    }
}
