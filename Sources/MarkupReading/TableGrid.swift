/// The cells of a table by row and column, those that span counted in each (HTML, 4.9.12 "Forming a table").
struct TableGrid {
    /// Column by header name.
    private var columns: [String: Int] = [:]
    private var rows: [Int: [HTMLNode?]] = [:]
    private var headers: Set<Int> = []

    /// Columns that are counted: a hostile `colspan` may say anything.
    private static let widest = 256

    init(_ table: HTMLNode) {
        let all = TableGrid.rows(of: table)
        let header = TableGrid.header(all)
        var open: [(cell: HTMLNode, rowsLeft: Int)?] = []
        for (index, row) in all.enumerated() {
            var line: [HTMLNode?] = []
            func carry() {
                while line.count < open.count, let span = open[line.count] {
                    open[line.count] = span.rowsLeft > 1 ? (span.cell, span.rowsLeft - 1) : nil
                    line.append(span.cell)
                }
            }
            for cell in row.children where cell.isNamed("td") || cell.isNamed("th") {
                carry()
                let height = TableGrid.span(cell, "rowspan")
                for _ in 0..<TableGrid.span(cell, "colspan") where line.count < TableGrid.widest {
                    if height > 1 {
                        while open.count <= line.count { open.append(nil) }
                        open[line.count] = (cell, height - 1)
                    }
                    line.append(cell)
                }
            }
            // Spans behind the last cell of the row, with gaps between them.
            while line.count < open.count {
                carry()
                if line.count < open.count { line.append(nil) }
            }
            rows[row.identity] = line
            if header.contains(index) {
                headers.insert(row.identity)
                name(line)
            }
        }
    }

    func cell(of row: HTMLNode, under key: String) -> HTMLNode? {
        guard !headers.contains(row.identity), let column = columns[key], let line = rows[row.identity],
            column < line.count
        else { return nil }
        return line[column]
    }

    /// Letters and digits in lower case: sorting arrows, colons and line breaks in a header do not count.
    static func key(_ name: String) -> String {
        String(
            String.UnicodeScalarView(
                name.lowercased().unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                }))
    }

    /// The first of equal names counts, and a cell over several columns names the first of them.
    private mutating func name(_ line: [HTMLNode?]) {
        var before: HTMLNode?
        for (column, cell) in line.enumerated() {
            guard let cell, before?.isSame(as: cell) != true else { continue }
            before = cell
            let key = TableGrid.key(cell.readableText(isSingleLine: true) ?? "")
            if !key.isEmpty, columns[key] == nil { columns[key] = column }
        }
    }

    /// Rows of the table itself, not of tables in it.
    private static func rows(of table: HTMLNode) -> [HTMLNode] {
        table.children.flatMap { part in
            if part.isNamed("tr") { return [part] }
            guard part.isNamed("tbody") || part.isNamed("thead") || part.isNamed("tfoot") else { return [] }
            return part.children.filter { $0.isNamed("tr") }
        }
    }

    /// Rows in `thead`; else the first rows that hold nothing but `th`; else the first row with at least two cells.
    private static func header(_ rows: [HTMLNode]) -> Set<Int> {
        let inHead = rows.indices.filter { rows[$0].parent?.isNamed("thead") == true }
        if !inHead.isEmpty { return Set(inHead) }
        func cells(_ row: HTMLNode) -> [HTMLNode] { row.children.filter { $0.isNamed("td") || $0.isNamed("th") } }
        let named = rows.indices.filter { index in
            let cells = cells(rows[index])
            return cells.count > 1 && cells.allSatisfy { $0.isNamed("th") }
        }
        if let first = named.first { return [first] }
        return Set(rows.indices.first { cells(rows[$0]).count > 1 }.map { [$0] } ?? [])
    }

    private static func span(_ cell: HTMLNode, _ name: String) -> Int {
        guard let text = cell.attribute(name), let number = Int(text.prefix(6)) else { return 1 }
        return min(max(number, 1), name == "colspan" ? widest : 65_534)
    }
}
