import MarkupReading
import TriggerModel

/// Whether `07/02/2026` on a list page is the second of July or the seventh of February.
///
/// One date cannot tell, a list can: another row has a number above twelve in one of the two places. Where no row
/// has, points and the page's language decide; where they do not either, `DateReading` does.
enum ListDateOrder {
    case dayFirst, monthFirst

    /// nil where nothing tells. `texts` are the rows' dates as people read them.
    static func of(_ texts: [String], language: String?) -> ListDateOrder? {
        var dayFirst = 0
        var monthFirst = 0
        var separator: UInt8?
        for text in texts {
            guard let date = NumericDate.first(in: text) else { continue }
            separator = separator ?? date.separator
            if date.first > 12, date.second <= 12 { dayFirst += 1 }
            if date.second > 12, date.first <= 12 { monthFirst += 1 }
        }
        guard let separator else { return nil }
        if dayFirst > 0, monthFirst == 0 { return .dayFirst }
        if monthFirst > 0, dayFirst == 0 { return .monthFirst }
        guard dayFirst == 0 else { return nil }
        if separator == UInt8(ascii: ".") { return .dayFirst }
        return language.flatMap(usual)
    }

    /// The text with its first numeric date as `2026-07-02`; nil where there is none to write so.
    func rewritten(_ text: String) -> String? {
        guard let date = NumericDate.first(in: text) else { return nil }
        let (day, month) = self == .dayFirst ? (date.first, date.second) : (date.second, date.first)
        guard let calendarDay = CalendarDay(year: date.year, month: month, day: day) else { return nil }
        let bytes = Array(text.utf8)
        return String(decoding: bytes[..<date.range.lowerBound], as: UTF8.self) + calendarDay.description
            + String(decoding: bytes[date.range.upperBound...], as: UTF8.self)
    }

    /// English of the United States and English without a country tell nothing: both write either.
    private static func usual(_ language: String) -> ListDateOrder? {
        let parts = language.lowercased().split { $0 == "-" || $0 == "_" }
        guard let first = parts.first else { return nil }
        if first != "en" { return parts.contains("us") ? nil : .dayFirst }
        return parts.dropFirst().contains { ["gb", "uk", "ie", "au", "nz", "in", "za"].contains($0) } ? .dayFirst : nil
    }
}

/// `7/2/2026`, `07-02-26`, `7.2.2026`: two short numbers and a year behind equal separators.
struct NumericDate {
    var first: Int
    var second: Int
    var year: Int
    var separator: UInt8
    /// Bytes of the text.
    var range: Range<Int>

    /// The first one in a text, of which 256 bytes are looked at.
    static func first(in text: String) -> NumericDate? {
        let bytes = Array(text.utf8.prefix(256))
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) else {
                index += 1
                continue
            }
            if let date = read(bytes, at: index) { return date }
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
        }
        return nil
    }

    private static func read(_ bytes: [UInt8], at start: Int) -> NumericDate? {
        var index = start
        func number() -> (value: Int, digits: Int) {
            let begin = index
            var value = 0
            while index < bytes.count, isDigit(bytes[index]), index - begin < 5 {
                value = value * 10 + Int(bytes[index] - 0x30)
                index += 1
            }
            return (value, index - begin)
        }
        let first = number()
        guard first.digits <= 2, index < bytes.count, [0x2D, 0x2E, 0x2F].contains(bytes[index]) else { return nil }
        let separator = bytes[index]
        index += 1
        let second = number()
        guard 1...2 ~= second.digits, index < bytes.count, bytes[index] == separator else { return nil }
        index += 1
        let year = number()
        guard year.digits == 4 || year.digits == 2, 1...31 ~= first.value, 1...31 ~= second.value else { return nil }
        let full = year.digits == 4 ? year.value : year.value < 69 ? 2000 + year.value : 1900 + year.value
        return NumericDate(
            first: first.value, second: second.value, year: full, separator: separator, range: start..<index)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
