package import MarkupReading
package import TriggerModel

/// EDGAR's index of one day: `form.YYYYMMDD.idx` and `company.YYYYMMDD.idx` in columns, `master.YYYYMMDD.idx` with bars.
package enum DailyIndex {
    /// The entries in their order, one for each party of a filing.
    package static func read(_ bytes: [UInt8]) -> Result<[DailyIndexEntry], ParseFault> {
        reading(bytes).map(\.entries)
    }

    /// The entries, and how many lines below the header were none.
    ///
    /// Columns are where the header line has their names; number, day and file name are taken from the right, because a
    /// name in UTF-8 moves what stands behind it. Fails where no header is found, or where it is followed by lines of
    /// which none is an entry.
    package static func reading(
        _ bytes: [UInt8], limits: MarkupLimits = .standard
    ) -> Result<DailyIndexReading, ParseFault> {
        if let notice = FilingNotice.of(bytes) { return .failure(notice.fault) }
        var lines = bytes.prefix(limits.documentBytes).split(separator: 0x0A, omittingEmptySubsequences: true)[...]
        var columns: DailyIndexColumns?
        for line in lines.prefix(64) {
            lines.removeFirst()
            columns = DailyIndexColumns(header: line)
            if columns != nil { break }
        }
        guard let columns else {
            return .failure(ParseFault(.notRecognised, "no line with Form Type, Company Name, CIK and File Name"))
        }
        var reading = DailyIndexReading()
        reading.entries.reserveCapacity(lines.count)
        for line in lines {
            // The rule below the header, and blank lines.
            guard line.contains(where: { $0 > 0x20 && $0 != UInt8(ascii: "-") }) else { continue }
            if let entry = columns.entry(line) {
                reading.entries.append(entry)
            } else {
                reading.skipped += 1
            }
        }
        if reading.entries.isEmpty, reading.skipped > 0 {
            return .failure(ParseFault(.damaged, "none of \(reading.skipped) lines is an entry"))
        }
        return .success(reading)
    }

    /// The filings of an index as items, each once, with the address of its index page beside the index itself (`url`).
    ///
    /// The index says nothing of roles: all parties are filers until the filing's own page is read.
    package static func items(_ entries: [DailyIndexEntry], source: String, url: String?) -> [Item] {
        let archive = url.flatMap(archive) ?? FilingAddress.site + "Archives/"
        var places: [String: Int] = [:]
        var items: [Item] = []
        for entry in entries {
            let party = FilingParty(name: entry.company, cik: entry.cik, role: .filer)
            if let place = places[entry.accession] {
                if items[place].filing?.parties.contains(where: { $0.cik == entry.cik }) == false {
                    items[place].filing?.parties.append(party)
                }
                continue
            }
            places[entry.accession] = items.count
            let filing = Filing(
                form: entry.form, accession: entry.accession, parties: [party], filed: entry.filed)
            let folder = entry.path.split(separator: "/").dropLast().joined(separator: "/")
            let number = entry.accession.filter { $0 != "-" }
            var item = FilingDocument.item(
                filing, url: "\(archive)\(folder)/\(number)/\(entry.accession)-index.htm", content: nil, source: source)
            item.published = entry.filed.map { Timestamp($0) }
            items.append(item)
        }
        return items
    }

    static func isLikely(_ bytes: [UInt8]) -> Bool { bytes.prefix(1024).has("Index of EDGAR Dissemination Feed") }

    static func document(_ text: DecodedText, _ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        reading(input.bytes, limits: input.limits).map { reading in
            var items = items(reading.entries, source: input.sourceName, url: input.url)
            let more = items.count > input.limits.items
            items = Array(items.prefix(input.limits.items))
            let seen = reading.entries.count + reading.skipped
            let damage = MarkupDamage(.tooManyItems, detail: "more than \(input.limits.items)")
            // What is beyond the limit is skipped, too.
            let accessions = Set(items.map(\.id))
            let merged = reading.entries.count { accessions.contains($0.accession) } - items.count
            return ParsedDocument(
                kind: .filing, feed: FeedDescription(url: input.url, format: "EDGAR daily index"), items: items,
                damages: text.damages + (more ? [damage] : []), encoding: text.encoding,
                counts: EntryCounts(
                    seen: seen, items: items.count, merged: merged, skipped: seen - items.count - merged))
        }
    }

    /// What stands before `edgar/` in the address of an index.
    private static func archive(_ url: String) -> String? {
        guard let root = WebAddress.absolute("/", against: url) else { return nil }
        let bytes = Array(url.utf8)
        guard let place = bytes[...].firstPlace(of: "/edgar/daily-index/") else { return root + "Archives/" }
        return String(decoding: bytes[...place], as: UTF8.self)
    }
}

/// What a daily index holds.
package struct DailyIndexReading: Hashable, Sendable {
    package var entries: [DailyIndexEntry] = []
    /// Lines below the header that are no entry.
    package var skipped = 0
}

/// Where the columns of one index are.
private struct DailyIndexColumns {
    private enum Column: String, CaseIterable {
        case form = "Form Type"
        case company = "Company Name"
        case cik = "CIK"
        case filed = "Date Filed"
        case path = "File Name"
    }

    /// In the header's order.
    private var order: [Column]
    /// First byte of the second column; nil where bars part the columns.
    private var second: Int?

    /// nil for a line that does not name all the columns.
    init?(header: ArraySlice<UInt8>) {
        var places: [(column: Column, place: Int)] = []
        let text = String(decoding: header, as: UTF8.self)
        let hasBars = header.contains(UInt8(ascii: "|"))
        if hasBars {
            let names = text.split(separator: "|").map { $0.trimmedOrNil ?? "" }
            // "Filename" in some years.
            order = names.compactMap { Column(rawValue: $0 == "Filename" ? "File Name" : $0) }
            guard order.count == names.count, Set(order).count == Column.allCases.count else { return nil }
            second = nil
            return
        }
        for column in Column.allCases {
            guard let place = DailyIndexColumns.place(of: column.rawValue, in: header) else { return nil }
            places.append((column, place - header.startIndex))
        }
        places.sort { $0.place < $1.place }
        order = places.map(\.column)
        guard order.suffix(3) == [.cik, .filed, .path] else { return nil }
        second = places[1].place
    }

    func entry(_ line: ArraySlice<UInt8>) -> DailyIndexEntry? {
        var values: [Column: String] = [:]
        if let second {
            guard line.count > second else { return nil }
            var words: [String] = []
            var end = line.endIndex
            while words.count < 3 {
                while end > line.startIndex, line[end - 1] <= 0x20 { end -= 1 }
                var start = end
                while start > line.startIndex, line[start - 1] > 0x20 { start -= 1 }
                guard start < end else { return nil }
                words.append(String(decoding: line[start..<end], as: UTF8.self))
                end = start
            }
            let border = line.startIndex + second
            guard end > border else { return nil }
            (values[.path], values[.filed], values[.cik]) = (words[0], words[1], words[2])
            values[order[0]] = DailyIndexColumns.text(line[..<border])
            values[order[1]] = DailyIndexColumns.text(line[border..<end])
        } else {
            let parts = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            guard parts.count == order.count else { return nil }
            for (column, part) in zip(order, parts) { values[column] = DailyIndexColumns.text(part) }
        }
        guard let form = values[.form], let company = values[.company], let path = values[.path],
            let cik = values[.cik].flatMap(FilingItems.paddedCIK),
            let name = FilingAddress.name(of: path), name.hasSuffix(".txt"), path.hasPrefix("edgar/data/"),
            path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy({
                FilingAddress.isDocumentName(String($0))
            }),
            FilingItems.isAccession(name.dropLast(4)), let day = values[.filed].flatMap(DailyIndexColumns.day)
        else { return nil }
        return DailyIndexEntry(
            form: form, company: company, cik: cik, filed: day, accession: String(name.dropLast(4)), path: path)
    }

    /// `20200318`; `2020-03-18` in the quarter's index.
    private static func day(_ text: String) -> CalendarDay? { CalendarDay(text) ?? FilingHeader.day(text) }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        let utf8 = isASCII ? Array(bytes) : TextDecoding.decode(Array(bytes)).utf8
        return String(decoding: utf8, as: UTF8.self).trimmedOrNil
    }

    private static func place(of name: String, in line: ArraySlice<UInt8>) -> Int? {
        let wanted = Array(name.utf8)
        return line.indices.first { line[$0...].starts(with: wanted) }
    }
}
