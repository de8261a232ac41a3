import MarkupReading
import TriggerModel

/// One record: an object of a JSON answer, a row of a table.
protocol SourceRecord {
    associatedtype Reference: Hashable
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
    private let facts: [(fact: CompanyFact, template: Template)]
    private let categories: [Template]
    private let timepoint: Template?
    /// Values in lower case.
    private let keep: [(reference: Record.Reference, values: Set<String>)]
    /// What codes mean, by their value in lower case.
    private let words: [Record.Reference: [String: Template]]
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
        var facts: [(CompanyFact, Template)] = []
        for fact in CompanyFact.allCases {
            if let template = try made(map.facts[fact]) { facts.append((fact, template)) }
        }
        self.facts = facts
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
        var words: [Record.Reference: [String: Template]] = [:]
        for (name, meanings) in map.words {
            var templates: [String: Template] = [:]
            for (value, meaning) in meanings {
                templates[value.lowercased()] = try Template(meaning, resolve: resolve)
            }
            words[try resolve(name)] = templates
        }
        self.words = words
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
        func said(_ reference: Record.Reference) -> String? { worded(reference, of: record, keepsMarkup: true) }
        let title = title.text { worded($0, of: record) }.flatMap { plain.text($0, as: .title) }
        let address = url?.address { reference in
            record.text(reference).flatMap { text in MarkedValue(text).map(\.address) ?? text }
        }
        let url = address.flatMap { WebAddress.absolute($0, against: base) }
        guard title != nil || url != nil else { return nil }
        let date = date(of: record)
        var item = Item(source: source, id: "", url: url, title: title, published: date?.moment)
        item.summary = summary?.text(said).flatMap { plain.text($0, as: .html) }
        item.content = content?.text(said).flatMap { plain.text($0, as: .html) }
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

    /// A value as people say it, where the map has words for it.
    /// - Parameter keepsMarkup: for parts that are read as HTML later.
    private func worded(
        _ reference: Record.Reference, of record: Record, keepsMarkup: Bool = false
    ) -> String? {
        guard let text = record.text(reference), let value = keepsMarkup ? text : unmarked(text) else { return nil }
        guard let meanings = words[reference] else { return value }
        return meaning(of: value, in: meanings, record)
    }

    private func meaning(of value: String, in meanings: [String: Template], _ record: Record) -> String {
        if let meaning = meanings[value.lowercased()]?.text(record.text) { return meaning }
        return value.contains(" ") ? value : String(value.map { $0 == "-" || $0 == "_" ? " " : $0 })
    }

    /// A value in words, for the parts that are names and numbers.
    private func unmarked(_ text: String) -> String? { MarkedValue(text).map { $0.words(plain) } ?? text }

    private func categories(of record: Record) -> [String] {
        var found: [String] = []
        for template in categories {
            let values: [String]
            if let only = template.only {
                values =
                    only.lazy.map { reference in
                        let values = record.list(reference).compactMap(unmarked)
                        return words[reference].map { words in values.map { meaning(of: $0, in: words, record) } }
                            ?? values
                    }.first { !$0.isEmpty } ?? []
            } else {
                values = template.text { worded($0, of: record) }.map { [$0] } ?? []
            }
            for value in values where !found.contains(value) && found.count < 256 { found.append(value) }
        }
        return found
    }

    /// The register's own words for the record; nil where the map says none.
    private func filing(of record: Record, day: CalendarDay?) -> Filing? {
        let form = form?.text { record.text($0).flatMap(unmarked) }
        let name = company?.text { record.text($0).flatMap(unmarked) }.flatMap {
            plain.text($0, as: .text, isSingleLine: true)
        }
        let number = companyNumber?.text { record.text($0).flatMap(unmarked) }
        guard form != nil || name != nil || number != nil else { return nil }
        // A register that tells only the number knows the company by no other name here.
        let party = (name ?? number).map { name in
            var party = FilingParty(name: name, role: .subject, number: number)
            var said: [CompanyFact: String] = [:]
            for (fact, template) in facts { said[fact] = template.text { worded($0, of: record) } }
            CompanyFactReading.put(said, into: &party)
            return party
        }
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
