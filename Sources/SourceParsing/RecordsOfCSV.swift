import CSVReading
import MarkupReading
import TriggerModel

/// A table of separated values as records: one item for each row below the header.
enum RecordsOfCSV {
    static func read(_ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        guard let map = input.records else { return .failure(RecordDocument.needsMap("csv")) }
        switch RecordDocument.table(input, as: "CSV") {
        case .failure(let fault): return .failure(fault)
        case .success(let text):
            do throws(ParseFault) {
                return try read(text, map, input)
            } catch {
                return .failure(error)
            }
        }
    }

    private static func read(
        _ text: DecodedText, _ map: RecordMap, _ input: ParseInput
    ) throws(ParseFault) -> Result<ParsedDocument, ParseFault> {
        let header = try header(of: text, map)
        // A column that only stands beside another one may be missing: it is empty then.
        let makes = try RecordItems<CSVRecord>(map, input) { header.place(of: $0) ?? -1 }
        var tally = RecordTally(damages: text.damages)
        var chosen: [Bool]?
        let moments = momentsIfTooMany(header, makes, limit: input.limits.items)
        if let moments {
            tally.note(.tooManyItems, RecordTally.tooMany(moments.count, limit: input.limits.items))
            chosen = RecordTally.newest(moments, limit: input.limits.items)
        }
        var kept = 0
        eachRow(header) { row in
            switch row {
            case .broken(let message, let line): tally.skip(damaged: message, line: line)
            case .record(let record):
                guard makes.keeps(record) else { return tally.skip() }
                defer { kept += 1 }
                if chosen?[kept] ?? true { tally.add(makes.item(of: record)) }
            }
        }
        return tally.document(.csv, input, format: "CSV records", encoding: text.encoding)
    }

    private static func header(of text: DecodedText, _ map: RecordMap) throws(ParseFault) -> CSVHeader {
        let needs = try CSVColumns.named(in: map)
        do throws(ParseFault) {
            return try CSVHeader(of: text.utf8, needs: needs)
        } catch {
            if DocumentShape.of(text.utf8) == .json { throw ParseFault(.otherKind, "JSON, not CSV") }
            throw RecordDocument.otherKind(text, than: "CSV") ?? error
        }
    }

    /// The dates of all rows that are kept; nil where there are no more than `limit`.
    private static func momentsIfTooMany(
        _ header: CSVHeader, _ makes: RecordItems<CSVRecord>, limit: Int
    ) -> [Timestamp?]? {
        var reader = header.reader
        var fields: [CSVReader.Field] = []
        var rows = 0
        while rows <= limit, reader.next(into: &fields) != nil { rows += 1 }
        guard rows > limit else { return nil }
        var moments: [Timestamp?] = []
        eachRow(header) { row in
            if case .record(let record) = row, makes.keeps(record) { moments.append(makes.moment(of: record)) }
        }
        return moments.count > limit ? moments : nil
    }

    private enum Row {
        case record(CSVRecord)
        case broken(String, line: Int)
    }

    /// Rows below the header that are not blank.
    private static func eachRow(_ header: CSVHeader, _ body: (Row) -> Void) {
        var reader = header.reader
        var fields: [CSVReader.Field] = []
        while let row = reader.next(into: &fields) {
            if case .broken(_, let message) = row {
                body(.broken(message, line: reader.line))
                continue
            }
            let record = CSVRecord(cells: fields.map { reader.text($0) })
            if record.cells.allSatisfy(\.isEmpty) { continue }
            // One separator too many shifts every cell behind it into a wrong column.
            if record.cells.dropFirst(header.width).contains(where: { !$0.isEmpty }) {
                body(
                    .broken(
                        "\(record.cells.count) fields under a header of \(header.width); is a separator not in quotes?",
                        line: reader.line))
            } else {
                body(.record(record))
            }
        }
    }
}
