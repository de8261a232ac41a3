/// A point in time to the second, UTC: seconds since 1970-01-01T00:00:00Z without leap seconds (POSIX).
///
/// Pure modules get "now" as a `Timestamp` parameter; nobody but the runtime reads a clock.
package struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var seconds: Int

    package init(seconds: Int) { self.seconds = seconds }

    /// Midnight UTC of `day`, plus `secondOfDay`.
    package init(_ day: CalendarDay, secondOfDay: Int = 0) {
        seconds = day.daysSince1970 * 86_400 + secondOfDay
    }

    /// The UTC day it falls on.
    package var day: CalendarDay {
        CalendarDay(daysSince1970: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    }

    /// 0..<86400 within the UTC day.
    package var secondOfDay: Int { seconds - day.daysSince1970 * 86_400 }

    package func adding(seconds more: Int) -> Timestamp { Timestamp(seconds: seconds + more) }
    package func adding(days: Int) -> Timestamp { adding(seconds: days * 86_400) }

    /// Seconds from `other` to this one; negative when this one is earlier.
    package func seconds(since other: Timestamp) -> Int { seconds - other.seconds }

    /// RFC 3339 in UTC, `2026-11-21T07:00:00Z`.
    package var description: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let second = secondOfDay
        return "\(day)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
    }

    /// Reads RFC 3339 `YYYY-MM-DDTHH:MM:SS[.fff](Z|±HH:MM)` strictly; the fraction is dropped. nil otherwise.
    ///
    /// For our own files and contracts. Dates from outside go through SourceParsing's `DateReading`.
    package init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let day = CalendarDay(String(decoding: bytes[0..<10], as: UTF8.self)),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t") || bytes[10] == UInt8(ascii: " "),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = Self.twoDigits(bytes, 11), hour < 24,
            let minute = Self.twoDigits(bytes, 14), minute < 60,
            let second = Self.twoDigits(bytes, 17), second <= 60
        else { return nil }
        var index = 19
        if bytes[index] == UInt8(ascii: ".") {
            index += 1
            let start = index
            while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
            guard index > start else { return nil }
        }
        let local = hour * 3600 + minute * 60 + min(second, 59)
        if index == bytes.count - 1, bytes[index] == UInt8(ascii: "Z") || bytes[index] == UInt8(ascii: "z") {
            self.init(day, secondOfDay: local)
            return
        }
        guard index == bytes.count - 6, bytes[index + 3] == UInt8(ascii: ":"),
            let offsetHour = Self.twoDigits(bytes, index + 1), offsetHour < 24,
            let offsetMinute = Self.twoDigits(bytes, index + 4), offsetMinute < 60
        else { return nil }
        let offset = offsetHour * 3600 + offsetMinute * 60
        switch bytes[index] {
        case UInt8(ascii: "+"): self.init(day, secondOfDay: local - offset)
        case UInt8(ascii: "-"): self.init(day, secondOfDay: local + offset)
        default: return nil
        }
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

    private static func twoDigits(_ bytes: [UInt8], _ index: Int) -> Int? {
        guard (0x30...0x39).contains(bytes[index]), (0x30...0x39).contains(bytes[index + 1]) else { return nil }
        return Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30)
    }
}

extension Timestamp: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = Timestamp(rfc3339: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an RFC 3339 time: \(text)")
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
