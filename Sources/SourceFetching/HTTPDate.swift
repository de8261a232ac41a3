import TriggerModel

/// Reads the three date forms of HTTP (RFC 9110, 5.6.7), strictly.
enum HTTPDate {
    /// nil for anything else. `now` decides the century of the RFC 850 form: not more than 50 years ahead.
    static func timestamp(_ text: String, now: Timestamp) -> Timestamp? {
        guard text.utf8.count <= 64 else { return nil }
        let words = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
        switch words.count {
        // Sun, 06 Nov 1994 08:49:37 GMT
        case 6 where words[5] == "GMT":
            return time(year: number(words[3], 4...4), month: words[2], day: number(words[1], 2...2), clock: words[4])
        // Sunday, 06-Nov-94 08:49:37 GMT
        case 4 where words[3] == "GMT":
            let parts = words[1].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, let short = number(parts[2], 2...2) else { return nil }
            let century = now.day.year / 100 * 100
            let year = century + short > now.day.year + 50 ? century + short - 100 : century + short
            return time(year: year, month: parts[1], day: number(parts[0], 2...2), clock: words[2])
        // Sun Nov  6 08:49:37 1994
        case 5:
            return time(year: number(words[4], 4...4), month: words[1], day: number(words[2], 1...2), clock: words[3])
        default: return nil
        }
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func time(year: Int?, month: String, day: Int?, clock: String) -> Timestamp? {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { number(String($0), 2...2) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2], hour < 24,
            minute < 60, second <= 60, let year, let day, let index = months.firstIndex(of: month),
            let date = CalendarDay(year: year, month: index + 1, day: day)
        else { return nil }
        return Timestamp(date, secondOfDay: hour * 3600 + minute * 60 + min(second, 59))
    }

    private static func number(_ text: String, _ lengths: ClosedRange<Int>) -> Int? {
        guard lengths.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
