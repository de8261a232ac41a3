import MarkupReading
import TriggerModel

/// An exhibit of a filing: its text, and the headline where it is a press release.
struct FilingExhibit {
    private(set) var lines: [Substring]
    private(set) var headline: String?

    init(_ lines: [Substring]) {
        // "Exhibit 99.1" at the top is the envelope's word for it, and written again as heading.
        self.lines = Array(lines.drop { FilingExhibit.type(heading: $0) != nil })
        headline = PressHeadline.of(self.lines)
    }

    /// The item with the exhibit's text as a section behind what it has, and the headline as summary where it has none.
    static func enrich(
        _ item: Item, with document: [UInt8], type: String, contentType: String?
    ) -> Result<Item, ParseFault> {
        let text = TextDecoding.decode(document, contentType: contentType)
        if document.starts(with: "%PDF".utf8) { return .success(item) }
        if FilingIndexPage.isLikely(text.utf8) {
            return .failure(ParseFault(.otherKind, "an index page, not exhibit \(type)"))
        }
        var part = text
        if let inside = FilingEnvelope(text.utf8).documents.first { part.utf8 = Array(inside.text) }
        return .success(join(FilingExhibit(FilingPage.lines(part)), type: type, to: item))
    }

    static func join(_ exhibit: FilingExhibit, type: String, to item: Item) -> Item {
        guard var filing = item.filing, !exhibit.lines.isEmpty,
            !filing.sections.contains(where: { $0.code == type })
        else { return item }
        var text = SectionedText(item.content ?? "", filing.sections)
        text.append("Exhibit \(type.hasPrefix("EX-") ? String(type.dropFirst(3)) : type)")
        text.open(type)
        for line in exhibit.lines { text.append(line) }
        var item = item
        let (content, sections) = text.finish()
        item.content = content
        filing.sections = sections
        item.filing = filing
        if item.summary == nil { item.summary = exhibit.headline }
        return item
    }

    /// `EX-99.1` of a line that says nothing but `Exhibit 99.1` or `EX-99.1`; nil for any other.
    static func type(heading line: Substring) -> String? {
        guard line.utf8.count <= 24 else { return nil }
        let lower = line.lowercased()
        var rest: Substring
        if lower.hasPrefix("exhibit") {
            rest = lower.dropFirst(7)
        } else if lower.hasPrefix("ex-") {
            rest = lower.dropFirst(3)
        } else {
            return nil
        }
        rest = rest.drop {
            $0 == " " || $0 == "\t" || $0 == "-" || $0 == "\u{A0}" || $0 == "n" || $0 == "o" || $0 == "."
        }
        guard rest.hasPrefix("99") else { return nil }
        let number = rest.prefix { $0.isNumber || $0 == "." }
        guard rest.dropFirst(number.count).allSatisfy({ $0 == " " || $0 == ":" || $0 == "." }) else { return nil }
        return "EX-\(number.hasSuffix(".") ? number.dropLast() : number)"
    }
}
