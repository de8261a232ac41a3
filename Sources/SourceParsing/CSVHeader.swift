import CSVReading
import TriggerModel

/// The line of a table that names its columns, found by the columns that are asked for.
///
/// Tables of registers have remarks above their header, and their separators differ: the header is the first line that
/// names all columns, read with commas, semicolons or tabs.
struct CSVHeader {
    /// Behind the header.
    let reader: CSVReader
    /// Lower-case names with single spaces, to the field; of equal names the first.
    private let places: [String: Int]
    let width: Int
    /// 1-based.
    let line: Int

    /// Lines that are looked at; a header stands near the top.
    private static let reach = 100
    private static let separators = [",", ";", "\t"].map { $0.utf8.first! }  // one-character literals

    /// - Parameter needs: groups of column names; a header has one of each group at least.
    /// - Throws: `layoutChanged` where no line is such a header, naming what is missing and what is there instead.
    init(of bytes: [UInt8], needs: [[String]]) throws(ParseFault) {
        var best: (header: CSVHeader, found: Int)?
        for separator in CSVHeader.separators {
            var reader = CSVReader(bytes: bytes, separator: separator)
            var fields: [CSVReader.Field] = []
            var lines = 0
            while lines < CSVHeader.reach, let row = reader.next(into: &fields) {
                lines += 1
                guard row == .fields, fields.count <= 2000 else { continue }
                let header = CSVHeader(reader, fields)
                let found = needs.count { header.hasOne(of: $0) }
                if found == needs.count {
                    self = header
                    return
                }
                if found > best?.found ?? -1
                    || (found == best?.found && found == 0 && header.width > best!.header.width)
                {
                    best = (header, found)
                }
            }
        }
        guard let header = best?.header else { throw ParseFault(.empty, "the table has no line that can be read") }
        throw header.fault(needs)
    }

    private init(_ reader: CSVReader, _ fields: [CSVReader.Field]) {
        var places: [String: Int] = [:]
        for (index, field) in fields.enumerated() {
            let name = CSVHeader.key(reader.text(field))
            if !name.isEmpty, places[name] == nil { places[name] = index }
        }
        self.places = places
        self.reader = reader
        width = fields.count
        line = reader.line
    }

    /// The field of a column; nil where there is none.
    func place(of name: String) -> Int? { places[CSVHeader.key(name)] }

    private func hasOne(of names: [String]) -> Bool { names.contains { place(of: $0) != nil } }

    private func fault(_ needs: [[String]]) -> ParseFault {
        let missing = needs.filter { !hasOne(of: $0) }.compactMap(\.first)
        let known = places.sorted { $0.value < $1.value }.map(\.key)
        let parts = missing.prefix(5).map { name in
            let near = CSVNearName.find(CSVHeader.key(name), in: known)
            return "\"\(name)\"" + (near.map { " (nearest: \"\($0)\")" } ?? "")
        }
        let more = missing.count > 5 ? " and \(missing.count - 5) more" : ""
        let columns = known.prefix(20).map { $0.prefix(40) }.joined(separator: ", ")
        return ParseFault(
            .layoutChanged,
            "no line of the table has the column\(missing.count == 1 ? "" : "s") \(parts.joined(separator: ", "))\(more); "
                + "the nearest to a header has: \(columns)", line: line)
    }

    /// Without case, with single spaces: a header's cell may be broken over lines.
    private static func key(_ name: String) -> String {
        name.lowercased().split { $0.isWhitespace || $0 == "\u{FEFF}" }.joined(separator: " ")
    }
}
