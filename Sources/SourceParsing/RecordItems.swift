import MarkupReading
import TriggerModel

/// One record: an object of a JSON answer, a row of a table.
protocol SourceRecord {
    associatedtype Reference
    /// Plain text without white space around it; nil where the record has none.
    func text(_ reference: Reference) -> String?
    /// Where the record has a list: each element.
    func list(_ reference: Reference) -> [String]
}

/// A `RecordMap` made ready for the records of one document.
struct RecordItems<Record: SourceRecord> {
    private typealias Template = RecordTemplate<Record.Reference>

    private let title: Template
    private let id: Template?
    private let url: Template?
    private let summary: Template?
    private let content: Template?
    private let date: Template?
    private let form: Template?
    private let company: Template?
    private let companyNumber: Template?
    private let categories: [Template]
    private let timepoint: Template?
    /// Values in lower case.
    private let keep: [(reference: Record.Reference, values: Set<String>)]
    private let source: String
    private let base: String?
    private let plain = PlainTextReader()

    /// - Parameter resolve: what the name in a reference stands for.
    /// - Throws: `badSelector` for a template that cannot be read, and whatever `resolve` throws.
    init(
        _ map: RecordMap, _ input: ParseInput, resolve: (String) throws(ParseFault) -> Record.Reference
    ) throws(ParseFault) {
        func made(_ text: String?) throws(ParseFault) -> Template? {
            guard let text else { return nil }
            return try Template(text, resolve: resolve)
        }
        title = try Template(map.title, resolve: resolve)
        id = try made(map.id)
        url = try made(map.url)
        summary = try made(map.summary)
        content = try made(map.content)
        date = try made(map.date)
        form = try made(map.form)
        company = try made(map.company)
        companyNumber = try made(map.companyNumber)
        var categories: [Template] = []
        for category in map.categories { categories.append(try Template(category, resolve: resolve)) }
        self.categories = categories
        // The point to resume from may be written as the bare pointer that it is.
        timepoint = try made(map.timepoint.map { $0.contains("{") ? $0 : "{\($0)}" })
        var keep: [(Record.Reference, Set<String>)] = []
        for (name, values) in map.keep.sorted(by: { $0.key < $1.key }) {
            keep.append((try resolve(name), Set(values.map { $0.lowercased() })))
        }
        self.keep = keep
        source = input.sourceName
        base = input.url
    }

    /// False for a record without one of the values that it must have.
    func keeps(_ record: Record) -> Bool {
        keep.allSatisfy { reference, values in
            record.list(reference).contains { values.contains($0.lowercased()) }
        }
    }

    func moment(of record: Record) -> Timestamp? { date(of: record)?.moment }

    func timepoint(of record: Record) -> String? { timepoint?.text(record.text) }

    /// nil where the record has neither title nor address: a total, a remark below the table.
    func item(of record: Record) -> Item? {
        let title = title.text { words(record, $0) }.flatMap { plain.text($0, as: .title) }
        let address = url?.address { reference in
            record.text(reference).flatMap { text in MarkedValue(text).map(\.address) ?? text }
        }
        let url = address.flatMap { WebAddress.absolute($0, against: base) }
        guard title != nil || url != nil else { return nil }
        let date = date(of: record)
        var item = Item(source: source, id: "", url: url, title: title, published: date?.moment)
        item.summary = summary?.text(record.text).flatMap { plain.text($0, as: .html) }
        item.content = content?.text(record.text).flatMap { plain.text($0, as: .html) }
        item.categories = categories(of: record)
        item.filing = filing(of: record, day: date?.day)
        item.id = id.flatMap { identity($0, of: record) } ?? url ?? RecordItems.hash(item)
        return item
    }

    // MARK: Parts

    private func date(of record: Record) -> RecordDate? {
        date?.text { reference in
            record.text(reference).flatMap { text in
                guard let marked = MarkedValue(text) else { return text }
                return marked.moment ?? marked.words(plain)
            }
        }.flatMap { RecordDate($0) }
    }

    /// What a cell of HTML links to outlives how it is written.
    private func identity(_ template: Template, of record: Record) -> String? {
        template.text { reference in
            record.text(reference).flatMap { text in
                guard let marked = MarkedValue(text) else { return text }
                return marked.address ?? marked.words(plain)
            }
        }
    }

    /// A value in words, for the parts that are names and numbers.
    private func words(_ record: Record, _ reference: Record.Reference) -> String? {
        record.text(reference).flatMap(words)
    }

    private func words(_ text: String) -> String? { MarkedValue(text).map { $0.words(plain) } ?? text }

    private func categories(of record: Record) -> [String] {
        var found: [String] = []
        for template in categories {
            let values: [String]
            if let only = template.only {
                values = only.lazy.map { record.list($0).compactMap(words) }.first { !$0.isEmpty } ?? []
            } else {
                values = template.text { words(record, $0) }.map { [$0] } ?? []
            }
            for value in values where !found.contains(value) && found.count < 256 { found.append(value) }
        }
        return found
    }

    /// The register's own words for the record; nil where the map says none.
    private func filing(of record: Record, day: CalendarDay?) -> Filing? {
        let form = form?.text { words(record, $0) }
        let name = company?.text { words(record, $0) }.flatMap { plain.text($0, as: .text, isSingleLine: true) }
        let number = companyNumber?.text { words(record, $0) }
        guard form != nil || name != nil || number != nil else { return nil }
        // A register that tells only the number knows the company by no other name here.
        let party = (name ?? number).map { FilingParty(name: $0, role: .subject, number: number) }
        return Filing(form: form ?? "", parties: party.map { [$0] } ?? [], filed: day)
    }

    /// Over all parts, so that a corrected record without an identity of its own is another one.
    private static func hash(_ item: Item) -> String {
        let party = item.filing?.parties.first
        let parts: [String?] = [
            item.title, item.summary, item.content, item.published?.description, item.filing?.form, party?.name,
            party?.number,
        ]
        let all = parts.map { $0 ?? "" } + item.categories
        return "hash:" + ContentHash.hex(all.joined(separator: "\u{1F}")).prefix(32)
    }
}
