import MarkupReading

/// The lines of one document of a filing, whether HTML, inline XBRL or typewritten. None is blank.
enum FilingPage {
    static func lines(_ text: DecodedText, limits: MarkupLimits = .standard) -> [Substring] {
        guard isHTML(text.utf8[...]) else { return typewritten(text.utf8) }
        // Facts of inline XBRL that no page shows are in its header.
        let readable = HTMLTree(text, limits: limits)?.root?
            .readableText(leavingOut: { $0.isNamed("ix:header") || $0.isNamed("ix:hidden") })
        return (readable ?? "").split(separator: "\n").compactMap { $0.trimmedOrNil.map { $0[...] } }
    }

    private static func isHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
        return ["<html", "<body", "<div", "<p ", "<p>", "<font", "<table ", "<br"].contains { head.contains($0) }
    }

    // MARK: - Typewritten

    /// What the lines of a typewritten page are to each other.
    private struct TypedLine {
        var text: Substring
        var indent: Int
        /// Columns of figures, which stay as they are.
        var isTable: Bool
    }

    /// A line shorter than this ends its paragraph: pages are 60 to 80 letters wide.
    private static let fullWidth = 50

    /// Paragraphs as lines: what was broken for the width of a page is joined again. Rules, page numbers and the tags
    /// of the old markup (`<PAGE>`, `<TABLE>`, `<S>`) are left out.
    private static func typewritten(_ bytes: [UInt8]) -> [Substring] {
        let reader = PlainTextReader()
        var paragraphs: [String] = []
        var before: TypedLine?
        for raw in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            guard let line = typed(raw) else {
                before = nil
                continue
            }
            guard !isOrnament(line.text) else { continue }
            if let last = before, !last.isTable, !line.isTable, last.text.utf8.count >= fullWidth,
                line.indent <= last.indent + 1 || line.text.first?.isLowercase == true,
                FilingItems.code(startingLine: line.text) == nil
            {
                let end = paragraphs.count - 1
                if !paragraphs[end].hasSuffix("-") { paragraphs[end] += " " }
                paragraphs[end] += line.text
            } else {
                paragraphs.append(String(line.text))
            }
            before = line
        }
        return paragraphs.compactMap { paragraph in
            paragraph.utf8.contains(UInt8(ascii: "&")) || paragraph.utf8.contains(UInt8(ascii: "<"))
                ? reader.text(paragraph, as: .html, isSingleLine: true)?[...] : paragraph[...]
        }
    }

    /// nil for a blank line.
    private static func typed(_ raw: ArraySlice<UInt8>) -> TypedLine? {
        var indent = 0
        for byte in raw {
            if byte == 0x20 { indent += 1 } else if byte == 0x09 { indent += 8 } else { break }
        }
        guard let text = String(decoding: raw, as: UTF8.self).trimmedOrNil else { return nil }
        var spaces = 0
        var gaps = 0
        for byte in text.utf8 {
            if byte == 0x20 {
                spaces += 1
                if spaces == 3 { gaps += 1 }
            } else if byte == 0x09 {
                gaps += 1
            } else {
                spaces = 0
            }
        }
        return TypedLine(text: text[...], indent: indent, isTable: gaps > 0)
    }

    /// A rule, the number of a page, or nothing but tags.
    private static func isOrnament(_ text: Substring) -> Bool {
        if text.utf8.allSatisfy({ "-_=*. \t<>/".utf8.contains($0) }) { return true }
        if text.hasPrefix("<"), text.hasSuffix(">"), text.utf8.count < 60, !text.contains(" ") { return true }
        return isPageNumber(text)
    }

    /// `12` or `- 12 -`.
    static func isPageNumber(_ text: Substring) -> Bool {
        guard text.utf8.count <= 12 else { return false }
        let digits = text.drop { "-–— ".contains($0) }
        let rest = digits.drop { $0.isASCII && $0.isNumber }
        return (1...3).contains(digits.count - rest.count) && rest.allSatisfy { "-–— ".contains($0) }
    }
}
