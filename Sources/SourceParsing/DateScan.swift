/// A position in the bytes of a date, and the parts that can stand there. A part that does not fit is not consumed.
struct DateScan {
    private let text: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    var isAtEnd: Bool { position >= text.count }
    private var current: UInt8 { position < text.count ? text[position] : 0 }
    var isDigit: Bool { current &- 0x30 < 10 }
    var isLetter: Bool { (current | 0x20) &- 0x61 < 26 || current >= 0x80 }
    var isSign: Bool { current == 0x2B || current == 0x2D }

    mutating func advance() { position += 1 }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard current == byte, !isAtEnd else { return false }
        position += 1
        return true
    }

    @discardableResult
    mutating func skipSpaces() -> Int {
        let start = position
        while position < text.count, text[position] <= 0x20 { position += 1 }
        return position - start
    }

    /// Spaces, commas, dots, slashes, brackets between parts.
    mutating func skipSeparators() -> Bool {
        let start = position
        while position < text.count {
            let byte = text[position]
            guard
                byte <= 0x20 || byte == 0x2C || byte == 0x2E || byte == 0x2F || byte == 0x28 || byte == 0x29
                    || byte == 0x7C || byte == 0x40 || byte == 0x5B || byte == 0x5D || byte == 0x3B
            else { break }
            position += 1
        }
        // A hyphen separates where a date is still being written: "20-Nov-2026".
        if position == start, current == 0x2D, position + 1 < text.count, position > 0 {
            let next = text[position + 1]
            let before = text[position - 1]
            if (next | 0x20) &- 0x61 < 26 || (before | 0x20) &- 0x61 < 26 {
                position += 1
            }
        }
        return position > start
    }

    /// A number of so many digits, not followed by a further one.
    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        var index = position
        var value = 0
        while index < text.count, text[index] &- 0x30 < 10, index - position < digits.upperBound {
            value = value * 10 + Int(text[index] &- 0x30)
            index += 1
        }
        guard index - position >= digits.lowerBound else { return nil }
        position = index
        return value
    }

    /// Letters, in lower case; bytes of other scripts count as letters.
    mutating func word() -> DateWord? {
        var index = position
        var word = DateWord()
        while index < text.count, (text[index] | 0x20) &- 0x61 < 26 || text[index] >= 0x80 {
            word.append(text[index])
            index += 1
        }
        guard index > position else { return nil }
        position = index
        return word
    }

    /// The dots of `a.m.` and `p.m.`, once their first letter has been read as a word.
    mutating func skipDottedM() -> Bool {
        guard position + 1 < text.count, text[position] == 0x2E, text[position + 1] | 0x20 == UInt8(ascii: "m") else {
            return false
        }
        position += 2
        return true
    }

    /// What the number before it counts, as 年 says it of a year.
    mutating func unit() -> DateUnit? {
        let start = position
        skipSpaces()
        if !isAtEnd, current >= 0x80, position + 2 < text.count,
            let unit = DateWords.unit(text[position], text[position + 1], text[position + 2])
        {
            position += 3
            return unit
        }
        position = start
        return nil
    }

    /// `h:mm[:ss[.f]]` or `19h48`; `24:00` is the end of the day, a leap second the one before it. Seconds of the day.
    mutating func timeOfDay() -> Int? {
        let start = position
        guard let hour = number(1...2), skip(0x3A) || skipHourMark(), let minute = number(1...2), hour <= 24,
            minute < 60
        else {
            position = start
            return nil
        }
        var second = 0
        if skip(0x3A) {
            guard let number = number(1...2), number <= 60 else {
                position = start
                return nil
            }
            second = min(number, 59)
            if current == 0x2E || current == 0x2C, position + 1 < text.count, text[position + 1] &- 0x30 < 10 {
                position += 1
                while isDigit { position += 1 }
            }
        }
        let total = hour * 3600 + minute * 60 + second
        guard total <= 86_400 else {
            position = start
            return nil
        }
        return total
    }

    /// The `h` between hour and minute.
    private mutating func skipHourMark() -> Bool {
        guard current | 0x20 == UInt8(ascii: "h"), position + 1 < text.count, text[position + 1] &- 0x30 < 10 else {
            return false
        }
        position += 1
        return true
    }

    /// `hh.mm[.ss]`, which stands for a time only behind a whole date.
    mutating func dottedTimeOfDay() -> Int? {
        let start = position
        guard let hour = number(1...2), hour <= 24, skip(0x2E), let minute = number(2...2), minute < 60 else {
            position = start
            return nil
        }
        var second = 0
        if skip(0x2E), let number = number(2...2), number <= 60 { second = min(number, 59) }
        let total = hour * 3600 + minute * 60 + second
        guard total <= 86_400, !isDigit else {
            position = start
            return nil
        }
        return total
    }

    /// Digits from here on.
    var digitsAhead: Int {
        var index = position
        while index < text.count, text[index] &- 0x30 < 10 { index += 1 }
        return index - position
    }

    /// `hhmm[ss]`.
    mutating func compactTimeOfDay() -> Int? {
        let start = position
        guard let hour = number(2...2), let minute = number(2...2), hour <= 24, minute < 60 else {
            position = start
            return nil
        }
        var second = 0
        if isDigit {
            guard let number = number(2...2), number <= 60 else {
                position = start
                return nil
            }
            second = min(number, 59)
        }
        return hour * 3600 + minute * 60 + second
    }

    /// `hh` with nothing behind it but a zone.
    mutating func hourAlone() -> Int? {
        let start = position
        guard let hour = number(2...2), hour <= 24, !isDigit, isAtEnd || isSign || isLetter else {
            position = start
            return nil
        }
        return hour * 3600
    }

    /// `±hhmm`, `±hh:mm`, `±hh`; seconds east of UTC.
    mutating func numericOffset() -> Int? {
        guard isSign else { return nil }
        let start = position
        let sign = current == 0x2D ? -1 : 1
        position += 1
        guard let hours = number(1...2), hours <= 15 else {
            position = start
            return nil
        }
        _ = skip(0x3A)
        var minutes = 0
        if isDigit {
            let digits = digitsAhead
            guard let number = number(1...2), number < 60 else {
                position = start
                return nil
            }
            // `+00:0` has lost its last digit.
            minutes = digits == 1 ? number * 10 : number
        }
        return sign * (hours * 3600 + minutes * 60)
    }

    /// The rest of an ISO date: nothing, `Z`, an offset, a name, or a name with an offset.
    mutating func zone() -> DateZone? {
        if isAtEnd { return .offset(0) }
        if isSign {
            guard let offset = numericOffset() else { return nil }
            return .offset(offset)
        }
        guard let word = word(), let zone = DateWords.zone(word) else { return nil }
        skipSpaces()
        if isSign, let offset = numericOffset() { return .offset((zone.fixedOffset ?? 0) + offset) }
        return zone
    }

    /// Three numbers with `/` or `.` or `-` between: `11/21/2026`.
    mutating func numericDate() -> (Int, Int, Int)? {
        let start = position
        guard let first = number(1...4) else { return nil }
        let mark = current
        guard mark == 0x2F || mark == 0x2E || mark == 0x2D, skip(mark), let second = number(1...2), skip(mark),
            let third = number(1...4), !isDigit
        else {
            position = start
            return nil
        }
        // With dots and hyphens the day comes first, which the caller's rule knows as a number above twelve; swap.
        return mark == 0x2F || first > 31 ? (first, second, third) : (second, first, third)
    }

    /// `st`, `nd`, `rd`, `th` behind a day.
    mutating func skipOrdinal() {
        guard position + 1 < text.count else { return }
        let pair = (text[position] | 0x20, text[position + 1] | 0x20)
        let isEnd = position + 2 >= text.count || (text[position + 2] | 0x20) &- 0x61 >= 26
        guard isEnd else { return }
        switch pair {
        case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68): position += 2
        default: break
        }
    }
}

/// A word in lower case, packed into sixteen bytes; longer words keep their beginning.
struct DateWord: Hashable {
    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0
    private(set) var count = 0

    init() {}

    init(_ text: StaticString) {
        for index in 0..<text.utf8CodeUnitCount { append(text.utf8Start[index]) }
    }

    init(_ text: some StringProtocol) {
        for byte in text.utf8 { append(byte) }
    }

    mutating func append(_ byte: UInt8) {
        let lower = UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        if count < 8 {
            low |= lower &<< UInt64(count * 8)
        } else if count < 16 {
            high |= lower &<< UInt64(count * 8 - 64)
        }
        count += 1
    }

    /// The first three letters, all that English months need.
    var head: UInt32 { UInt32(truncatingIfNeeded: low & 0xFF_FFFF) }
}
