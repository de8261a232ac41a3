import TriggerModel

/// What the cover of a form says, read from the lines before the first item.
struct FilingCover {
    /// `8-K/A`; nil where it names no form that is known here.
    private(set) var form: String?
    /// For a current report the day of the earliest event.
    private(set) var period: CalendarDay?
    private(set) var registrant: String?
    /// True where it is a cover of the Commission's forms at all.
    private(set) var isCover = false

    /// Lines of a cover, at most.
    private static let most = 120

    init(_ lines: some Sequence<Substring>) {
        let lines = Array(lines.prefix(FilingCover.most))
        let lower = lines.map { $0.lowercased() }
        isCover = lower.contains { $0.contains("securities and exchange commission") || $0.contains("exact name of") }
        form = FilingCover.form(lines)
        period = FilingCover.period(lines, lower)
        registrant = lower.firstIndex { $0.contains("exact name of") }.flatMap { index in
            lines[..<index].last { $0.contains { $0.isLetter } }?.trimmedOrNil
        }
    }

    /// The line behind the boxes to tick of Form 6-K; 0 where there are none.
    static func endOfBoxes(_ lines: [Substring]) -> Int {
        let last = lines.prefix(most / 2).lastIndex { line in
            let lower = line.prefix(40).lowercased()
            return lower.hasPrefix("indicate by check mark") || lower.hasPrefix("form 20-f")
                || (lower.hasPrefix("yes") && lower.contains("no") && line.utf8.count < 30)
        }
        return last.map { $0 + 1 } ?? 0
    }

    private static let forms = ["8-K/A", "8-K", "6-K/A", "6-K", "10-K/A", "10-K", "10-Q/A", "10-Q"]

    private static func form(_ lines: [Substring]) -> String? {
        var isAfterForm = false
        for line in lines.prefix(80) {
            guard let line = line.trimmedOrNil?.uppercased(), line.utf8.count < 30 else {
                isAfterForm = false
                continue
            }
            // "FORM 8-K", or the two on lines of their own.
            if line.hasPrefix("FORM") || isAfterForm {
                let rest = line.drop { "FORM \t".contains($0) }
                for form in forms where rest.hasPrefix(form) { return form }
            }
            isAfterForm = line == "FORM"
        }
        return nil
    }

    /// The day in, after or above "Date of earliest event reported"; else a line that is nothing but a day, which is
    /// both the day of the report and of the event.
    private static func period(_ lines: [Substring], _ lower: [String]) -> CalendarDay? {
        for index in lines.indices
        where lower[index].contains("earliest event") || lower[index].hasPrefix("date of report") {
            for place in [index, index + 1, index - 1, index + 2, index - 2] where lines.indices.contains(place) {
                if let day = earliestDay(in: lines[place]) { return day }
            }
        }
        return lines.prefix(30).lazy
            .filter { $0.utf8.count <= 24 && ($0.first?.isLetter ?? false) && ($0.last?.isNumber ?? false) }
            .compactMap { DateReading.firstDate(in: String($0))?.day }.first
    }

    /// `November 7, 2011 (November 1, 2011)`: the report's day, and in brackets the event's. One that lies further back
    /// than a report may come late is a slip of the year.
    private static func earliestDay(in line: Substring) -> CalendarDay? {
        let days = line.split(separator: "(").compactMap { DateReading.firstDate(in: String($0))?.day }
        guard let last = days.max() else { return nil }
        return days.filter { last.daysSince1970 - $0.daysSince1970 <= longestDelay }.min()
    }

    /// Reports are due four business days after the event; amendments and late ones come after weeks.
    private static let longestDelay = 180
}
