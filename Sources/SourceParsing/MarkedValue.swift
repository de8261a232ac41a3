import MarkupReading

/// A value of a record that is a piece of HTML: some lists send the cells of their tables so, `<a href="…">Acme</a>`.
///
/// Its address is that of its first link and its date that of its first `time`; everywhere else its words count.
struct MarkedValue {
    private let root: HTMLNode
    private let markup: String

    /// nil for a value that does not begin and end with a tag; prose with a tag in it stays what it is.
    init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.first == 0x3C, bytes.last == 0x3E, bytes.count > 3,
            let second = bytes.dropFirst().first, (second | 0x20) &- 0x61 < 26,
            let root = HTMLTree(Array(bytes))?.root
        else { return nil }
        self.root = root
        markup = text
    }

    var address: String? { root.descendants(named: "a").lazy.compactMap { $0.attribute("href")?.trimmedOrNil }.first }

    var moment: String? {
        root.descendants(named: "time").lazy.compactMap { $0.attribute("datetime")?.trimmedOrNil }.first
    }

    func words(_ plain: PlainTextReader) -> String? { plain.text(markup, as: .html, isSingleLine: true) }
}
