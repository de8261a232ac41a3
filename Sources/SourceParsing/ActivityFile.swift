import CSVReading
import MarkupReading
import TriggerModel

/// Reads a file of our own activities: CSV with a header as exports of customer systems write it, or one JSON object a
/// line with the same names.
package enum ActivityFile {
    /// - Parameters:
    ///   - fileName: `webinar-november.csv` says the kind of its rows where no column does.
    ///   - source: goes into `Item.source`.
    package static func read(_ bytes: [UInt8], fileName: String, source: String) -> ActivityReading {
        if let fault = notText(bytes) { return ActivityReading(fault: fault) }
        let text = TextDecoding.decode(bytes)
        guard let first = text.utf8.first(where: { $0 > 0x20 }) else {
            return ActivityReading(fault: "the file is empty; its first line names the columns: kind,date,company,…")
        }
        if first == UInt8(ascii: "[") {
            return ActivityReading(
                fault: "a JSON array; write one object a line, without brackets and commas between them")
        }
        var rows = ActivityRows(source: source, standardKind: kind(named: fileName))
        if let cut = text.damages.first(where: { $0.kind == .documentTooLong }) {
            return ActivityReading(fault: "the file is too long: \(cut.detail); cut it into several")
        }
        if first == UInt8(ascii: "{") {
            readLines(text.utf8, &rows)
        } else if let fault = readTable(text.utf8, &rows) {
            return ActivityReading(fault: fault)
        }
        return rows.finish()
    }

    private static func notText(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "a spreadsheet or archive; save it as CSV (UTF-8)" }
        if bytes.starts(with: [0x1F, 0x8B]) { return "compressed; unpack it first" }
        return nil
    }

    /// The one kind that the words of a file's name say.
    private static func kind(named fileName: String) -> Activity.Kind? {
        let name = fileName.lowercased()
        let kinds = Set(
            name.split { !$0.isLetter }.compactMap { ActivityWords.kind(String($0)) }
                + (name.contains("end-of-life") ? [.endOfLife] : []))
        return kinds.count == 1 ? kinds.first : nil
    }

    // MARK: Two formats

    private static func readLines(_ bytes: [UInt8], _ rows: inout ActivityRows) {
        for (line, slice) in StreamLines(bytes) {
            var reader = JSONReader(Array(slice))
            guard let value = reader.read(), reader.damage == nil, case .object(let members) = value else {
                rows.reject(line, "not a JSON object of its own line: \(reader.damage?.reason ?? "another value")")
                continue
            }
            var cells: [ActivityColumn: String] = [:]
            for member in members {
                guard let column = ActivityColumn(named: member.name), cells[column] == nil else { continue }
                cells[column] = RecordText.plain(member.value)
            }
            rows.add(cells, line: line)
        }
    }

    /// - Returns: why nothing can be read.
    private static func readTable(_ bytes: [UInt8], _ rows: inout ActivityRows) -> String? {
        let kinds = rows.standardKind == nil ? [ActivityColumn.kind.names] : []
        let header: CSVHeader
        do throws(ParseFault) {
            header = try CSVHeader(of: bytes, needs: kinds + [ActivityColumn.date.names])
        } catch {
            return error.message + "; an activity file needs kind and date, and company, account, domain or email"
        }
        let places = ActivityColumn.allCases.map { column in
            (column, column.names.lazy.compactMap { header.place(of: $0) }.first)
        }
        var reader = header.reader
        var fields: [CSVReader.Field] = []
        while let row = reader.next(into: &fields) {
            if case .broken(_, let message) = row {
                rows.reject(reader.line, message)
                continue
            }
            let texts = fields.map { reader.text($0) }
            if texts.allSatisfy(\.isEmpty) { continue }
            if texts.dropFirst(header.width).contains(where: { !$0.isEmpty }) {
                rows.reject(
                    reader.line,
                    "\(texts.count) fields under a header of \(header.width); is a separator not in quotes?")
                continue
            }
            var cells: [ActivityColumn: String] = [:]
            for case (let column, let place?) in places where place < texts.count && !texts[place].isEmpty {
                cells[column] = texts[place]
            }
            rows.add(cells, line: reader.line)
        }
        return nil
    }
}
