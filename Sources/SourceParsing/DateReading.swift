package import TriggerModel

/// Reads the dates that documents from outside carry.
///
/// RFC 822, 2822, 850 and asctime; ISO 8601 with weeks and days of the year, RFC 3339 and W3CDTF; and what people write
/// instead: no zone (UTC; in Korean the one of Korea), named zones, two-digit years, any case, extra or wrong weekdays,
/// `24:00`, `19h48`, other languages, days beyond the end of a month (its last day). nil when unreadable and for years
/// before 1000, which programs write where they know no date; never "now". Linear in the text, of which 128 bytes are
/// read.
package enum DateReading {
    package static func timestamp(_ text: String) -> Timestamp? {
        var copy = text
        return copy.withUTF8 { timestamp($0) }
    }

    package static func timestamp(_ bytes: [UInt8]) -> Timestamp? { bytes.withUnsafeBufferPointer { timestamp($0) } }

    static func timestamp(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        guard end > start else { return nil }
        let text = UnsafeBufferPointer(rebasing: bytes[start..<min(end, start + 128)])
        guard let time = exact(text) ?? mail(text) ?? iso(text) ?? loose(text), time >= earliest else { return nil }
        return time
    }

    /// 1000-01-01.
    private static let earliest = Timestamp(seconds: -30_610_224_000)

    // MARK: - `[Fri, ]20 Nov 2026 09:23[:00] +0000`, by far the most frequent

    private static func mail(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        var scan = DateScan(text)
        if scan.isLetter {
            guard scan.word() != nil, scan.skip(UInt8(ascii: ",")) else { return nil }
            scan.skipSpaces()
        }
        guard let day = scan.number(1...2), scan.skipSpaces() > 0, let word = scan.word(),
            let month = DateWords.month(word), scan.skipSpaces() > 0, let year = scan.number(4...4),
            scan.skipSpaces() > 0, let second = scan.timeOfDay(), scan.skipSpaces() > 0,
            let offset = scan.numericOffset(),
            scan.isAtEnd, let date = CalendarDay(year: year, month: month, day: day)
        else { return nil }
        return Timestamp(date, secondOfDay: second - offset)
    }

    // MARK: - `2026-11-20[T09:23[:00[.0]][Z|±hh[:mm]]]` with its short and compact forms

    private static func iso(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        var scan = DateScan(text)
        guard let date = isoDay(&scan) else { return nil }
        if scan.isAtEnd { return Timestamp(date) }
        if !(scan.skip(UInt8(ascii: "T")) || scan.skip(UInt8(ascii: "t"))) {
            guard scan.skipSpaces() > 0 || scan.isDigit else { return nil }
        }
        scan.skipSpaces()
        if scan.isAtEnd { return Timestamp(date) }
        guard let second = scan.timeOfDay() ?? scan.compactTimeOfDay() ?? scan.hourAlone() else { return nil }
        scan.skipSpaces()
        guard let zone = scan.zone() else { return nil }
        return resolve(date, second, zone)
    }

    /// `2026-11-20`, `20261120`, `2026-W47-5`, `2026-324` and what of them is there.
    private static func isoDay(_ scan: inout DateScan) -> CalendarDay? {
        if scan.digitsAhead == 2 { return shortISODay(&scan) }
        guard let year = scan.number(4...4) else { return nil }
        var month = 1
        var day = 1
        if let date = isoWeekDay(&scan, year) ?? isoDayOfYear(&scan, year) { return date }
        if scan.skip(UInt8(ascii: "-")) || scan.skip(UInt8(ascii: "/")) {
            guard let number = scan.number(1...2) else { return nil }
            month = number
            if scan.skip(UInt8(ascii: "-")) || scan.skip(UInt8(ascii: "/")) {
                guard let number = scan.number(1...2) else { return nil }
                day = number
            }
        } else if scan.isDigit {
            guard let number = scan.number(2...2) else { return nil }
            month = number
            if scan.isDigit {
                guard let number = scan.number(2...2) else { return nil }
                day = number
            }
        } else if !scan.isAtEnd {
            return nil
        }
        return clamped(year, month, day)
    }

    /// `03-12-31`: with hyphens the year may come first, as ISO 8601 allowed until 2004. nil where the last number may
    /// itself be a year of these times: `05-11-24` is read with the year last.
    private static func shortISODay(_ scan: inout DateScan) -> CalendarDay? {
        var ahead = scan
        guard let year = ahead.number(2...2), ahead.skip(UInt8(ascii: "-")), let month = ahead.number(2...2),
            ahead.skip(UInt8(ascii: "-")), ahead.digitsAhead == 2, let day = ahead.number(2...2),
            day > latestShortYear, let date = clamped(fullYear(year), month, day)
        else { return nil }
        scan = ahead
        return date
    }

    /// Two digits up to it may be the year at the end of a date.
    private static let latestShortYear = 30

    /// The year that two digits mean.
    private static func fullYear(_ year: Int) -> Int { year < 69 ? 2000 + year : year < 100 ? 1900 + year : year }

    /// `[-]Www[[-]D]` (ISO 8601 section 5.2.3): week 1 is the one with 4 January, days count from Monday.
    private static func isoWeekDay(_ scan: inout DateScan, _ year: Int) -> CalendarDay? {
        var ahead = scan
        _ = ahead.skip(UInt8(ascii: "-"))
        guard ahead.skip(UInt8(ascii: "W")) || ahead.skip(UInt8(ascii: "w")), let week = ahead.number(2...2),
            (1...53).contains(week), let fourth = CalendarDay(year: year, month: 1, day: 4)
        else { return nil }
        var day = 1
        let rest = ahead
        _ = ahead.skip(UInt8(ascii: "-"))
        if ahead.digitsAhead == 1, let number = ahead.number(1...1), (1...7).contains(number) {
            day = number
        } else {
            ahead = rest
        }
        scan = ahead
        return fourth.adding(days: 1 - fourth.weekday + 7 * (week - 1) + day - 1)
    }

    /// `[-]DDD`.
    private static func isoDayOfYear(_ scan: inout DateScan, _ year: Int) -> CalendarDay? {
        var ahead = scan
        _ = ahead.skip(UInt8(ascii: "-"))
        guard ahead.digitsAhead == 3, let number = ahead.number(3...3), (1...366).contains(number),
            let first = CalendarDay(year: year, month: 1, day: 1)
        else { return nil }
        let date = first.adding(days: number - 1)
        guard date.year == year else { return nil }
        scan = ahead
        return date
    }

    // MARK: - Everything else, word by word

    private static func loose(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        var scan = DateScan(text)
        var year: Int?
        var month: Int?
        var day: Int?
        var second: Int?
        var isAfternoon: Bool?
        var zone: DateZone?
        // `mar` before the day is Tuesday in French, Italian and Spanish, unless no other month follows.
        var mayBeTuesday = false
        while !scan.isAtEnd {
            // Before the hyphen of `GMT-05:00` is taken for one between words.
            if zone != nil, scan.isSign, let offset = scan.numericOffset() {
                zone = .offset((zone?.fixedOffset ?? 0) + offset)
                continue
            }
            if scan.skipSeparators() { continue }
            if second == nil, let time = scan.timeOfDay() {
                second = time
                continue
            }
            if second == nil, year != nil, month != nil, day != nil, let time = scan.dottedTimeOfDay() {
                second = time
                continue
            }
            if scan.isDigit {
                if year == nil, month == nil, day == nil, let (a, b, c) = scan.numericDate() {
                    guard let (y, m, d) = ordered(a, b, c) else { return nil }
                    (year, month, day) = (y, m, d)
                    continue
                }
                let start = scan.position
                if second == nil, year != nil, month != nil, day != nil, scan.digitsAhead == 4,
                    let time = scan.compactTimeOfDay()
                {
                    second = time
                    continue
                }
                guard let number = scan.number(1...13) else { return nil }
                let digits = scan.position - start
                if digits >= 10, year == nil, month == nil, scan.isAtEnd {
                    return unix(number, digits)
                }
                scan.skipOrdinal()
                if let unit = scan.unit() {
                    switch unit {
                    case .year: year = number
                    case .month: month = (1...12).contains(number) ? number : nil
                    case .day: day = number
                    }
                } else if digits >= 3 {
                    guard year == nil else { return nil }
                    year = digits == 3 ? 1900 + number : number
                } else if day == nil, (1...31).contains(number) {
                    day = number
                } else if year == nil {
                    year = fullYear(number)
                } else {
                    return nil
                }
                continue
            }
            if second != nil, scan.isSign {
                guard let offset = scan.numericOffset() else { return nil }
                zone = .offset((zone?.fixedOffset ?? 0) + offset)
                continue
            }
            guard let word = scan.word() else {
                scan.advance()
                continue
            }
            if let number = DateWords.month(word) {
                if month == nil || mayBeTuesday {
                    mayBeTuesday = month == nil && day == nil && word == DateWord("mar" as StaticString)
                    month = number
                }
            } else if let half = DateWords.half(word) {
                isAfternoon = half
            } else if word.count == 1, second != nil, scan.skipDottedM() {
                isAfternoon = word == DateWord("p" as StaticString)
            } else if second != nil, let named = DateWords.zone(word) {
                zone = named
            }
        }
        guard let year, let month, let date = clamped(year, month, day ?? 1), day != nil || second == nil else {
            return nil
        }
        var time = second ?? 0
        if let isAfternoon {
            let hour = time / 3600
            if isAfternoon, hour < 12 { time += 12 * 3600 }
            if !isAfternoon, hour == 12 { time -= 12 * 3600 }
        }
        return resolve(date, time, zone ?? (second == nil ? .offset(0) : DateWords.zone(ofScriptIn: text)))
    }

    /// `11/21/2026`, `21.11.2026`, `21/11/26`: the year is what cannot be a day; the month comes first as in the US
    /// unless it cannot.
    private static func ordered(_ a: Int, _ b: Int, _ c: Int) -> (Int, Int, Int)? {
        if a > 31 { return (fullYear(a), b, c) }
        let year = fullYear(c)
        if a > 12 { return (year, b, a) }
        return (year, a, b)
    }

    private static func unix(_ number: Int, _ digits: Int) -> Timestamp? {
        switch digits {
        case 10: Timestamp(seconds: number)
        case 13: Timestamp(seconds: number / 1000)
        default: nil
        }
    }

    private static func clamped(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay? {
        guard (1...31).contains(day) else { return nil }
        for shorter in 0...3 {
            if let date = CalendarDay(year: year, month: month, day: day - shorter) { return date }
            if day - shorter <= 28 { break }
        }
        return nil
    }

    private static func resolve(_ date: CalendarDay, _ second: Int, _ zone: DateZone) -> Timestamp {
        switch zone {
        case .offset(let offset): Timestamp(date, secondOfDay: second - offset)
        case .american(let standard):
            Timestamp(date, secondOfDay: second - AmericanTime.offset(date, second, standard: standard))
        }
    }
}

/// What a date says about its zone.
enum DateZone {
    /// Seconds east of UTC.
    case offset(Int)
    /// `ET`, `PT`: standard offset, daylight time by the rules of the United States.
    case american(standard: Int)

    var fixedOffset: Int? { if case .offset(let offset) = self { offset } else { nil } }
}
