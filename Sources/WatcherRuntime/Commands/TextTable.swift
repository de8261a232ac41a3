internal import TriggerModel

/// A table for people: columns as wide as their longest cell, two blanks between, nothing that needs colour.
struct TextTable {
    private var rows: [[String]]

    init(_ head: [String]) { rows = [head] }

    mutating func add(_ row: [String]) { rows.append(row) }

    var lines: [String] {
        let widths = rows.reduce(into: [Int](repeating: 0, count: rows[0].count)) { widths, row in
            for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.count) }
        }
        return rows.map { row in
            var line = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: max(0, width - cell.count))
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// `2026-11-21 07:00`, UTC.
    static func minute(_ time: Timestamp?) -> String {
        guard let time else { return "-" }
        return "\(time.description.prefix(10)) \(time.description.dropFirst(11).prefix(5))"
    }

    /// Whole from ten on, one digit behind the point below.
    static func perDay(_ value: Double?) -> String {
        guard let value else { return "-" }
        guard value < 10 else { return "\(Int(value.rounded()))" }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// The longest whole unit: `15 minutes`.
    static func duration(_ seconds: Int) -> String {
        let units = [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")]
        let (length, unit) = units.first { seconds >= $0.0 && seconds % $0.0 == 0 } ?? (1, "second")
        return CycleSummary.counted(seconds / length, unit)
    }

    /// `34 kB`.
    static func size(_ bytes: Int) -> String { bytes < 10_000 ? "\(bytes) bytes" : "\(bytes / 1000) kB" }

    /// A label and what it says; further lines are set under the first.
    static func labelled(_ label: String, _ texts: [String]) -> [String] {
        let margin = String(repeating: " ", count: 12)
        return texts.enumerated().map { index, text in
            (index == 0 ? label + String(repeating: " ", count: max(1, 12 - label.count)) : margin) + text
        }
    }
}

extension TextTable {
    /// On one line, without what could move a terminal's cursor or turn the direction of writing.
    static func oneLine(_ text: String, limit: Int = 140) -> String {
        var result = ""
        var count = 0
        for scalar in text.unicodeScalars {
            guard count < limit else { return result + "…" }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
                if result.last != " " { result.append(" ") }
            default:
                result.unicodeScalars.append(scalar)
                count += 1
            }
        }
        return result
    }
}
