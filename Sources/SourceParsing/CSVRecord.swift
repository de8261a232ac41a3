/// One row of a table.
struct CSVRecord: SourceRecord {
    let cells: [String]

    /// - Parameter place: of the column; nil comes out where the row or the table has no such column.
    func text(_ place: Int) -> String? {
        guard cells.indices.contains(place), !cells[place].isEmpty else { return nil }
        return cells[place]
    }

    func list(_ place: Int) -> [String] { text(place).map { [$0] } ?? [] }
}
