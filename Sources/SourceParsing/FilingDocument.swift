import MarkupReading
import TriggerModel

/// A filing's text: a complete submission with its envelope, or the main document of an 8-K alone. First form: cover,
/// item codes by their headings, and the text with official item names taken out.
enum FilingDocument {
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(96 << 10), as: UTF8.self).lowercased()
        if head.contains("sec edgar submission") { return true }
        return head.contains("exact name of") && (head.contains("8-k") || head.contains("6-k"))
            && head.contains("securities and exchange commission")
    }

    static func read(_ text: DecodedText, _ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        let whole = String(decoding: text.utf8, as: UTF8.self)
        let header = FilingHeader(whole)
        // A headers page repeats the envelope as its text.
        let isHeaderPage = header != nil && whole.prefix(400).contains("SEC EDGAR Submission")
        let body = isHeaderPage ? nil : mainText(text, whole, limits: input.limits)
        var filing = header?.filing ?? Filing(form: "")
        if filing.form.isEmpty { filing.form = formOnCover(body ?? "") ?? "" }
        guard header != nil || !filing.form.isEmpty else {
            return .failure(
                ParseFault(.notRecognised, "neither EDGAR's envelope nor a form's cover", damages: text.damages))
        }
        let lines = (body ?? "").split(separator: "\n", omittingEmptySubsequences: true)
        let (content, codes) = withoutOfficialNames(lines)
        // Names in an envelope of before August 2004 are those of today's items: the text has the old numbers.
        if !codes.isEmpty, !codes.contains(where: { $0.contains(".") }) { filing.items = [] }
        for code in codes where !filing.items.contains(code) { filing.items.append(code) }
        filing.period = filing.period ?? periodOnCover(lines)
        if filing.parties.isEmpty, let name = registrant(lines) {
            filing.parties = [FilingParty(name: name, role: .filer)]
        }
        let item = item(filing, url: input.url, content: content.isEmpty ? nil : content, source: input.sourceName)
        return .success(
            ParsedDocument(
                kind: .filing, feed: FeedDescription(title: item.title, url: input.url, format: "EDGAR filing"),
                items: [item], damages: text.damages, encoding: text.encoding,
                counts: EntryCounts(seen: 1, items: 1)))
    }

    /// A filing as an item; the title is the one that EDGAR's feed gives it.
    static func item(_ filing: Filing, url: String?, content: String?, source: String) -> Item {
        var title: String?
        if let party = filing.parties.first {
            let number = party.cik.map { " (\($0))" } ?? ""
            let role: String =
                switch party.role {
                case .filer: "Filer"
                case .issuer: "Issuer"
                case .reporting: "Reporting"
                case .subject: "Subject"
                case .filedBy: "Filed by"
                }
            title = "\(filing.form) - \(party.name)\(number) (\(role))"
        } else if !filing.form.isEmpty {
            title = filing.form
        }
        var item = Item(
            source: source, id: filing.accession ?? url ?? "", url: url, title: title, content: content,
            published: filing.accepted, categories: filing.form.isEmpty ? [] : [filing.form], filing: filing)
        if item.id.isEmpty { item.id = ItemIdentity.hash(of: item) }
        return item
    }

    /// Readable text of the main document: the first `<TEXT>` of an envelope, or everything.
    private static func mainText(_ text: DecodedText, _ whole: String, limits: MarkupLimits) -> String? {
        var part = DecodedText(utf8: text.utf8, encoding: text.encoding, damages: [])
        if let start = find("<TEXT>", in: text.utf8, from: 0) {
            let end = find("</TEXT>", in: text.utf8, from: start) ?? text.utf8.count
            part.utf8 = Array(text.utf8[(start + 6)..<end])
        }
        let head = String(decoding: part.utf8.prefix(4096), as: UTF8.self).lowercased()
        guard
            head.contains("<html") || head.contains("<body") || head.contains("<div") || head.contains("<p ")
                || head.contains("<p>") || head.contains("<font")
        else {
            // Typewritten pages: lines as they are.
            return String(decoding: part.utf8, as: UTF8.self)
        }
        return HTMLTree(part, limits: limits)?.root?.readableText()
    }

    private static func find(_ text: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        var index = start
        while let first = bytes[index...].firstIndex(of: wanted[0]) {
            if bytes[first...].starts(with: wanted) { return first }
            index = first + 1
        }
        return nil
    }

    /// Lines joined again, each heading reduced to `Item 5.02`, and the codes in order.
    private static func withoutOfficialNames(_ lines: [Substring]) -> (text: String, codes: [String]) {
        var codes: [String] = []
        var kept: [Substring] = []
        kept.reserveCapacity(lines.count)
        var pending: String?
        for line in lines {
            guard let trimmed = line.trimmedOrNil else { continue }
            if let (code, rest) = heading(trimmed) {
                if !codes.contains(code) { codes.append(code) }
                kept.append("Item \(code)")
                let text = OfficialItems.textWithoutName(rest, code: code)
                if let text = text.trimmedOrNil { kept.append(Substring(text)) }
                pending = rest.trimmedOrNil == nil ? code : nil
            } else if let code = pending {
                pending = nil
                let text = OfficialItems.textWithoutName(Substring(trimmed), code: code)
                if !text.isEmpty { kept.append(text) }
            } else {
                kept.append(Substring(trimmed))
            }
        }
        return (kept.joined(separator: "\n"), codes)
    }

    /// `Item 5.02. Departure of …` gives the code and what follows it. A line that goes on in small letters
    /// ("Item 5.02 of Form 8-K") is prose.
    private static func heading(_ line: String) -> (code: String, rest: Substring)? {
        guard let code = FilingItems.code(startingLine: line) else { return nil }
        guard let place = line.utf8.firstIndex(where: { $0 &- 0x30 < 10 }) else { return nil }
        var rest = line[line.utf8.index(place, offsetBy: code.utf8.count)...]
        // "Item 5.02(e)": the paragraph of the item.
        if rest.first == "(", let close = rest.prefix(6).firstIndex(of: ")") {
            rest = rest[rest.index(after: close)...]
        }
        let isClosed = rest.first == "." || rest.first == ":"
        rest = rest.drop {
            $0 == "." || $0 == ":" || $0 == " " || $0 == "\t" || $0 == "-" || $0 == "–" || $0 == "—" || $0 == ")"
        }
        guard let first = rest.first else { return (code, rest) }
        if first == "(" { return isClosed || rest.utf8.count < 8 ? (code, rest) : nil }
        guard first.isUppercase || (isClosed && !first.isLowercase) else { return nil }
        return (code, rest)
    }

    private static func formOnCover(_ text: String) -> String? {
        var isAfterForm = false
        for line in text.split(separator: "\n").prefix(80) {
            guard let line = line.trimmedOrNil?.uppercased(), line.utf8.count < 30 else {
                isAfterForm = false
                continue
            }
            // "FORM 8-K", or the two on lines of their own.
            if line.hasPrefix("FORM") || isAfterForm {
                let rest = line.drop { "FORM \t".contains($0) }
                for form in ["8-K/A", "8-K", "6-K/A", "6-K", "10-K", "10-Q"] where rest.hasPrefix(form) { return form }
            }
            isAfterForm = line == "FORM"
        }
        return nil
    }

    /// The day in, after or above "Date of earliest event reported" on the cover.
    private static func periodOnCover(_ lines: [Substring]) -> CalendarDay? {
        for (index, line) in lines.prefix(120).enumerated() {
            let lower = line.lowercased()
            guard lower.contains("earliest event") || lower.hasPrefix("date of report") else { continue }
            for candidate in [index, index + 1, index - 1, index + 2, index - 2] where lines.indices.contains(candidate)
            {
                if let moment = DateReading.firstDate(in: String(lines[candidate])) { return moment.day }
            }
        }
        return nil
    }

    /// The line above "(Exact name of registrant …".
    private static func registrant(_ lines: [Substring]) -> String? {
        for (index, line) in lines.prefix(120).enumerated() where line.lowercased().contains("exact name of") {
            let before = lines[..<index].last { $0.contains { $0.isLetter } }
            return before?.trimmedOrNil
        }
        return nil
    }
}
