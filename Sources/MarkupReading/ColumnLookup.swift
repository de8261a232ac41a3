/// Finds the cell of a row below the header cell of a name. Remembers the last table, because rows come in order.
final class ColumnLookup {
    private let key: String
    /// Holding the table keeps its tree alive, so that no other table can take its place in memory.
    private var last: (table: HTMLNode, grid: TableGrid)?

    init(_ name: String) { key = TableGrid.key(name) }

    /// nil where the row is in no table, is the header itself, or its table has no column of that name.
    func cell(of row: HTMLNode) -> HTMLNode? {
        guard let row = ColumnLookup.tableRow(row), let table = ColumnLookup.around(row, "table") else { return nil }
        if last?.table.isSame(as: table) != true { last = (table, TableGrid(table)) }
        return last?.grid.cell(of: row, under: key)
    }

    /// The row itself, the one around it, or the first one in it.
    private static func tableRow(_ node: HTMLNode) -> HTMLNode? {
        if node.isNamed("tr") { return node }
        if node.isNamed("table") || node.isNamed("tbody") { return node.descendants(named: "tr").first }
        return around(node, "tr") ?? node.descendants(named: "tr").first
    }

    private static func around(_ node: HTMLNode, _ name: StaticString) -> HTMLNode? {
        var ancestor = node.parent
        while let current = ancestor {
            if current.isNamed(name) { return current }
            ancestor = current.parent
        }
        return nil
    }
}
