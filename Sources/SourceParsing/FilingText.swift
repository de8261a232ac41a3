import TriggerModel

/// The text of a filing's main document: its content, where each item stands in it, and what the cover says.
///
/// Where headings of items are found, the cover before them (whose facts are fields) and the signatures after them are
/// left out: they are the form's own words, among which no news is. A report of a foreign issuer (Form 6-K) has no
/// headings: of it the part of the cover with boxes to tick is left out. Other text is kept whole.
struct FilingText {
    private(set) var content: String
    /// Text of each item without its heading, in scalars of `content`. An item that says nothing has none.
    private(set) var sections: [FilingSection]
    /// Codes of the headings in their order, each once.
    private(set) var codes: [String] = []
    private(set) var cover: FilingCover
    /// Of a press release that follows the signatures in the same document, as in reports of foreign issuers.
    private(set) var headline: String?

    init(_ lines: [Substring]) {
        var text = SectionedText()
        var reading = FilingTextReading(lines)
        let start = reading.firstHeading ?? lines.count
        cover = FilingCover(lines.prefix(start))
        guard reading.firstHeading != nil else {
            let isForeign = cover.form?.hasPrefix("6-K") == true
            for line in lines[(isForeign ? FilingCover.endOfBoxes(lines) : 0)...] { text.append(line) }
            (content, sections) = text.finish()
            headline = reading.attachment.flatMap { PressHeadline.of($0) }
            return
        }
        for line in lines[reading.introduction..<start] { text.append(line) }
        reading.index = start
        while let part = reading.next() {
            switch part {
            case .heading(let code):
                if !codes.contains(code) { codes.append(code) }
                text.close()
                text.append("Item \(code)")
                text.open(code)
            case .exhibit(let type):
                text.close()
                text.append("Exhibit \(type.dropFirst(3))")
                text.open(type)
            case .line(let line): text.append(line)
            case .signatures: text.close()
            }
        }
        (content, sections) = text.finish()
    }
}
