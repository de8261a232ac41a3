import TriggerModel

/// Days as the digest writes them.
enum EnglishDate {
    /// "Tue 24 Nov".
    static func short(_ day: CalendarDay) -> String {
        "\(weekdays[day.weekday - 1].prefix(3)) \(day.day) \(months[day.month - 1].prefix(3))"
    }

    /// "Tuesday 24 November 2026".
    static func long(_ day: CalendarDay) -> String {
        "\(weekdays[day.weekday - 1]) \(day.day) \(months[day.month - 1]) \(day.year)"
    }

    /// "23 Nov 2026".
    static func plain(_ day: CalendarDay) -> String { "\(day.day) \(months[day.month - 1].prefix(3)) \(day.year)" }

    /// With the weekday inside the reader's year, "Mon 14 Dec"; with the year otherwise, "18 Feb 2027".
    static func seen(_ day: CalendarDay, from today: CalendarDay) -> String {
        day.year == today.year ? short(day) : plain(day)
    }

    /// "Tue, 24 Nov 2026 06:00:00 +0000": RFC 5322, section 3.3.
    static func mail(_ time: Timestamp) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = time.day
        let second = time.secondOfDay
        return
            "\(weekdays[day.weekday - 1].prefix(3)), \(two(day.day)) \(months[day.month - 1].prefix(3)) \(year(day)) "
            + "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60)) +0000"
    }

    /// "3 days", "5 hours", "less than an hour".
    static func age(from start: Timestamp, to end: Timestamp) -> String {
        let hours = end.seconds(since: start) / 3600
        switch hours {
        case ..<1: return "less than an hour"
        case 1: return "1 hour"
        case ..<48: return "\(hours) hours"
        default: return "\(hours / 24) days"
        }
    }

    /// Four digits, as RFC 5322 asks.
    private static func year(_ day: CalendarDay) -> String { String(day.description.prefix(4)) }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
