import MarkupReading
import TriggerModel

/// A company's filings as data.sec.gov gives them (`submissions/CIK##########.json`): parallel arrays, newest first, in
/// the file itself and in older files that it names.
package enum Submissions {
    /// Addresses of the older files that a company's file names, newest first. They may repeat filings of each other and
    /// of the file itself.
    package static func olderFiles(in bytes: [UInt8], url: String?) -> [String] {
        var reader = JSONReader(bytes)
        guard let value = reader.read() else { return [] }
        return olderFiles(value, url: url)
    }

    static func olderFiles(_ value: JSONValue, url: String?) -> [String] {
        let base = url ?? "https://data.sec.gov/submissions/"
        return (value["filings"]?["files"]?.elements ?? []).compactMap { file in
            file["name"]?.text.flatMap { FilingAddress.sibling($0, of: base) }
        }
    }

    /// nil where the value is no list of submissions. The next page is the newest of the older files.
    static func document(
        _ value: JSONValue, _ text: DecodedText, _ damages: [MarkupDamage], _ input: ParseInput
    ) -> ParsedDocument? {
        guard let list = read(value, input) else { return nil }
        var damages = damages
        if list.tooMany { damages.append(MarkupDamage(.tooManyItems, detail: "more than \(input.limits.items)")) }
        return ParsedDocument(
            kind: .filing, feed: list.feed, items: list.items, damages: damages, encoding: text.encoding,
            counts: list.counts, hints: PollHints(next: olderFiles(value, url: input.url).first))
    }

    private static func read(
        _ value: JSONValue, _ input: ParseInput
    ) -> (feed: FeedDescription, items: [Item], counts: EntryCounts, tooMany: Bool)? {
        let table = table(value)
        guard let accessions = table["accessionNumber"]?.elements else { return nil }
        let company = SubmissionsCompany(value, address: input.url ?? input.sourceName)
        let columns = SubmissionsColumns(table)
        let isEastern = columns.areTimesEastern(accessions.count)
        var counts = EntryCounts()
        var items: [Item] = []
        var seen: Set<String> = []
        for index in accessions.indices.prefix(input.limits.items) {
            counts.seen += 1
            guard let accession = accessions[index].text, FilingItems.isAccession(accession),
                let form = columns.text(.form, index)
            else {
                counts.skipped += 1
                continue
            }
            guard seen.insert(accession).inserted else {
                counts.merged += 1
                continue
            }
            var filing = Filing(form: form, accession: accession)
            filing.items = columns.text(.items, index).map { FilingItems.codes(listed: $0) } ?? []
            filing.filed = columns.text(.filed, index).flatMap { CalendarDay($0) }
            filing.period = columns.text(.period, index).flatMap { CalendarDay($0) }
            filing.accepted = columns.accepted(index, isEastern: isEastern)
            if let party = company.party(form: form, hasFileNumber: columns.text(.fileNumber, index) != nil) {
                filing.parties = [party]
            }
            let url = company.cik.flatMap { FilingAddress.indexPage(cik: $0, accession: accession) }
            items.append(FilingDocument.item(filing, url: url, content: nil, source: input.sourceName))
        }
        counts.items = items.count
        let feed = FeedDescription(
            title: company.name, url: company.website, selfURL: input.url, format: "EDGAR submissions")
        return (feed, items, counts, accessions.count > input.limits.items)
    }

    private static func table(_ value: JSONValue) -> JSONValue { value["filings"]?["recent"] ?? value }
}

/// The parallel arrays of a list of submissions.
private struct SubmissionsColumns {
    enum Column: String, CaseIterable {
        case form, items
        case filed = "filingDate"
        case period = "reportDate"
        case accepted = "acceptanceDateTime"
        case fileNumber
    }

    private var values: [Column: [JSONValue]] = [:]

    init(_ table: JSONValue) {
        for column in Column.allCases { values[column] = table[column.rawValue]?.elements }
    }

    /// nil where the array is too short, or says nothing there.
    func text(_ column: Column, _ index: Int) -> String? {
        guard let column = values[column], index < column.count else { return nil }
        return column[index].text
    }

    func accepted(_ index: Int, isEastern: Bool) -> Timestamp? {
        guard let time = text(.accepted, index).flatMap({ Timestamp(rfc3339: $0) }) else { return nil }
        return isEastern ? AmericanTime.eastern(time.day, secondOfDay: time.secondOfDay) : time
    }

    /// True where the times, which all end in `Z`, can only be Eastern ones.
    ///
    /// EDGAR accepts filings from 06:00 to 22:00 Eastern time (17 CFR 232.12(c)); of older ones only the day is known.
    /// Files have been served with UTC and with Eastern times under the same `Z`: the one under which more filings
    /// would have been accepted at night is wrong, and in doubt the `Z` is believed.
    func areTimesEastern(_ count: Int) -> Bool {
        var nightsAsUTC = 0
        var nightsAsEastern = 0
        for index in 0..<min(count, 2000) {
            guard let time = accepted(index, isEastern: false) else { continue }
            if isNight(time.secondOfDay) { nightsAsEastern += 1 }
            let local = time.adding(
                seconds: AmericanTime.offset(time.day, time.secondOfDay, standard: AmericanTime.eastern))
            if isNight(local.secondOfDay) { nightsAsUTC += 1 }
        }
        return nightsAsUTC > nightsAsEastern
    }

    /// Before 06:00 or after 22:00, but not midnight, which stands for "that day".
    private func isNight(_ second: Int) -> Bool { second != 0 && (second < 6 * 3600 || second > 22 * 3600) }
}

/// Whose submissions they are.
private struct SubmissionsCompany {
    var name: String?
    var cik: String?
    var website: String?
    private var sic: String?
    private var state: String?
    private var isOperating: Bool

    /// An older file does not name its company: the number is in its own name, `CIK0000749647-submissions-001.json`.
    init(_ value: JSONValue, address: String) {
        name = value["name"]?.text
        cik = value["cik"]?.text.flatMap(FilingItems.paddedCIK)
        website = value["website"]?.text
        sic = value["sic"]?.text.flatMap(FilingItems.industry)
        state = value["addresses"]?["business"]?["stateOrCountry"]?.text.flatMap { FilingItems.place($0) }
        isOperating = value["entityType"]?.text == "operating"
        if cik == nil, let file = FilingAddress.name(of: address), file.hasPrefix("CIK") {
            cik = FilingItems.paddedCIK(String(file.dropFirst(3).prefix(10)))
        }
    }

    /// The company with its role in a filing of that form; nil where it has no name.
    ///
    /// The list does not say the role. Ownership reports (3, 4, 5) are about an operating company and by anybody else;
    /// of stake and tender forms the company they are about has the file number.
    func party(form: String, hasFileNumber: Bool) -> FilingParty? {
        guard let name else { return nil }
        let kind = form.hasSuffix("/A") ? form.dropLast(2) : form[...]
        let role: FilingParty.Role
        switch kind {
        case "3", "4", "5": role = isOperating ? .issuer : .reporting
        case "144": role = isOperating ? .subject : .reporting
        case _ where kind.hasPrefix("SC 13") || kind.hasPrefix("SCHEDULE 13") || kind.hasPrefix("SC TO-T"):
            role = hasFileNumber ? .subject : .filedBy
        default: role = .filer
        }
        return FilingParty(name: name, cik: cik, role: role, sic: sic, state: state)
    }
}
