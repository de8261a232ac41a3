import MarkupReading
import TriggerModel

/// A filing's text: a complete submission with its envelope, or a main document alone. Cover, text by item without the
/// official names, and of a submission the press release behind it.
enum FilingDocument {
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(96 << 10), as: UTF8.self).lowercased()
        if head.contains("sec edgar submission") { return true }
        return head.contains("exact name of") && (head.contains("8-k") || head.contains("6-k"))
            && head.contains("securities and exchange commission")
    }

    static func read(_ text: DecodedText, _ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        if let notice = FilingNotice.of(text.utf8) { return .failure(notice.fault) }
        if FormD.isLikely(text.utf8[...]) { return offering(text, input) }
        let header = FilingHeader(text.utf8[...].prefix(headerBytes))
        let parts = FilingEnvelope(text.utf8)
        // A headers page repeats the envelope as its text, and has links for documents.
        let isWhole = header == nil && parts.documents.isEmpty
        var filing = header?.filing ?? Filing(form: parts.documents.first?.type ?? "")
        let isExhibit = header == nil && parts.documents.first?.type.hasPrefix("EX-99") == true
        let main = isWhole ? text : isExhibit ? nil : parts.main(form: filing.form).map { piece($0, of: text) }
        if let main, FormD.isLikely(main.utf8[...]), case .success(let form) = FormD.read(main, limits: input.limits) {
            return document(
                form.joined(to: item(filing, url: input.url, content: nil, source: input.sourceName)), text, input)
        }
        let body = FilingText(main.map { FilingPage.lines($0, limits: input.limits) } ?? [])
        if filing.form.isEmpty { filing.form = body.cover.form ?? "" }
        guard header != nil || !filing.form.isEmpty else {
            return .failure(
                ParseFault(.notRecognised, "neither EDGAR's envelope nor a form's cover", damages: text.damages))
        }
        join(body, to: &filing)
        if filing.parties.isEmpty, let name = body.cover.registrant {
            filing.parties = [FilingParty(name: name, role: .filer)]
        }
        var item = item(
            filing, url: input.url, content: body.content.isEmpty ? nil : body.content, source: input.sourceName)
        item.summary = body.headline
        if let release = parts.pressRelease {
            let exhibit = FilingExhibit(FilingPage.lines(piece(release, of: text), limits: input.limits))
            item = FilingExhibit.join(exhibit, type: release.type, to: item)
            if isExhibit { item.title = exhibit.headline ?? item.title }
        }
        return document(item, text, input)
    }

    /// EDGAR's header is short; what stands further down is somebody's text.
    private static let headerBytes = 256 << 10

    /// The item of a filing list with the text of its main document; a fault where that is another document.
    static func enrich(_ item: Item, with document: [UInt8], contentType: String?) -> Result<Item, ParseFault> {
        guard var filing = item.filing else { return .failure(ParseFault(.otherKind, "the item is no filing")) }
        let text = TextDecoding.decode(document, contentType: contentType)
        if FilingPlan.of(form: filing.form) == .offering {
            return FormD.read(text, limits: .standard).map { $0.joined(to: item) }
        }
        if document.starts(with: "%PDF".utf8) { return .success(item) }
        if FilingIndexPage.isLikely(text.utf8) {
            return .failure(ParseFault(.otherKind, "an index page, not the main document"))
        }
        let main = FilingEnvelope(text.utf8).main(form: filing.form).map { piece($0, of: text) } ?? text
        let body = FilingText(FilingPage.lines(main))
        guard body.cover.isCover || !body.codes.isEmpty else {
            return .failure(ParseFault(.otherKind, "no form of the Commission's: neither its cover nor an item"))
        }
        if FilingPlan.of(form: filing.form) == .release {
            join(body, to: &filing)
        } else {
            // Item numbers of other forms are not those of a current report.
            filing.sections = body.sections
        }
        var item = item
        if !body.content.isEmpty { item.content = body.content }
        if item.summary == nil { item.summary = body.headline }
        item.filing = filing
        return .success(item)
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

    /// Items declared in the header come first, then those that only the text has.
    private static func join(_ body: FilingText, to filing: inout Filing) {
        for code in body.codes where !filing.items.contains(code) { filing.items.append(code) }
        filing.sections = body.sections
        filing.period = filing.period ?? body.cover.period
    }

    private static func piece(_ document: FilingEnvelope.Document, of text: DecodedText) -> DecodedText {
        DecodedText(utf8: Array(document.text), encoding: text.encoding, damages: [])
    }

    private static func offering(_ text: DecodedText, _ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        FormD.read(text, limits: input.limits).map { form in
            let item = item(Filing(form: form.form), url: input.url, content: nil, source: input.sourceName)
            return form.joined(to: item)
        }.flatMap { document($0, text, input) }
    }

    private static func document(
        _ item: Item, _ text: DecodedText, _ input: ParseInput
    ) -> Result<ParsedDocument, ParseFault> {
        .success(
            ParsedDocument(
                kind: .filing, feed: FeedDescription(title: item.title, url: input.url, format: "EDGAR filing"),
                items: [item], damages: text.damages, encoding: text.encoding,
                counts: EntryCounts(seen: 1, items: 1)))
    }
}
