import Foundation
import RuleLanguage
import TriggerModel

/// Reads the values of scalars: pure functions from text, nil where it is not of the kind.
enum ScalarReading {
    /// Words that YAML 1.1 readers take for booleans.
    static let booleanWords: [String: Bool] = [
        "true": true, "yes": true, "on": true, "false": false, "no": false, "off": false,
    ]

    static func boolean(_ text: String) -> Bool? {
        switch text {
        case "true": true
        case "false": false
        // No other word is so long or so short.
        default: (2...5).contains(text.utf8.count) ? booleanWords[text.lowercased()] : nil
        }
    }

    /// Digits, optionally grouped by `,` or `_` in threes: `1200`, `1,200`.
    static func integer(_ text: some StringProtocol) -> Int? {
        var value = 0
        var digits = 0
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39:
                let (product, overflows) = value.multipliedReportingOverflow(by: 10)
                guard !overflows, product <= Int.max - 9 else { return nil }
                value = product + Int(byte - 0x30)
                digits += 1
            case UInt8(ascii: ","), UInt8(ascii: "_"):
                guard digits > 0 else { return nil }
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        if text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "_") }) {
            let groups = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "_" }
            guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return nil }
        }
        return value
    }

    /// `15 minutes`, `2 hours`, `90 days`, in seconds. A unit is needed; months and years have no fixed length.
    static func seconds(_ text: String) -> Int? {
        guard let (number, unit) = numberAndUnit(text) else { return nil }
        let factor: Int
        switch unit {
        case "s", "sec", "second", "seconds": factor = 1
        case "min", "minute", "minutes": factor = 60
        case "h", "hour", "hours": factor = 3600
        case "d", "day", "days": factor = 86_400
        case "w", "week", "weeks": factor = 604_800
        default: return nil
        }
        let (value, overflows) = number.multipliedReportingOverflow(by: factor)
        return overflows ? nil : value
    }

    /// `90 days` or `12 weeks`, in whole days.
    static func days(_ text: String) -> Int? {
        guard let seconds = seconds(text), seconds % 86_400 == 0 else { return nil }
        return seconds / 86_400
    }

    /// `16 MB`, in bytes; units of 1024.
    static func size(_ text: String) -> Int? {
        guard let (number, unit) = numberAndUnit(text) else { return nil }
        let shift: Int
        switch unit {
        case "b", "bytes": shift = 0
        case "kb", "kib": shift = 10
        case "mb", "mib": shift = 20
        case "gb", "gib": shift = 30
        default: return nil
        }
        guard number <= Int.max >> (shift + 1) else { return nil }
        return number << shift
    }

    /// `07:00`, in minutes after midnight. Read from the text itself: YAML 1.1 readers would make 420 of it.
    static func clock(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            let hour = integer(parts[0]), hour < 24, let minute = integer(parts[1]), minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    static func firstPoll(_ text: String) -> Source.FirstPoll? {
        if text == "seed" { return .seed }
        guard text.hasPrefix("backfill "), let days = days(String(text.dropFirst(9))), (1...366).contains(days) else {
            return nil
        }
        return .backfill(days: days)
    }

    /// 1 Monday … 7 Sunday; the first three letters are enough.
    static func weekday(_ text: String) -> Int? {
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        let word = text.lowercased()
        guard word.count >= 3, let index = names.firstIndex(where: { $0.hasPrefix(word) }) else { return nil }
        return index + 1
    }

    /// `50..5000`, `50..`, `..5000`, `>= 50`, `> 50`, `<= 5000`, `< 5000` or one number.
    static func range(_ text: String) -> (atLeast: Int?, atMost: Int?)? {
        let text = text.trimmingCharacters(in: .whitespaces)
        for (sign, make) in rangeSigns where text.hasPrefix(sign) {
            let number = text.dropFirst(sign.count).trimmingCharacters(in: .whitespaces)
            return integer(number).map(make)
        }
        guard let dots = text.range(of: "..") else { return integer(text).map { ($0, $0) } }
        let low = text[..<dots.lowerBound].trimmingCharacters(in: .whitespaces)
        let high = text[dots.upperBound...].trimmingCharacters(in: .whitespaces)
        let bounds = (low.isEmpty ? nil : integer(low), high.isEmpty ? nil : integer(high))
        guard low.isEmpty || bounds.0 != nil, high.isEmpty || bounds.1 != nil, !(low.isEmpty && high.isEmpty),
            (bounds.0 ?? 0) <= (bounds.1 ?? .max)
        else { return nil }
        return bounds
    }

    private static let rangeSigns: [(String, @Sendable (Int) -> (Int?, Int?))] = [
        (">=", { ($0, nil) }), ("<=", { (nil, $0) }), (">", { ($0 + 1, nil) }), ("<", { (nil, $0 - 1) }),
    ]

    /// `n.nn` as in "5.02".
    static func isItemCode(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 4 && bytes[1] == UInt8(ascii: ".")
            && [0, 2, 3].allSatisfy { (0x30...0x39).contains(bytes[$0]) }
    }

    /// One `@` with a sane local part and domain: what we put into headers. A narrow reading of RFC 5321 section 4.1.2.
    static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count), (1...253).contains(parts[1].utf8.count) else {
            return false
        }
        let local = parts[0].utf8.allSatisfy { isWord($0) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains($0) }
        let domain = parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") }
        }
        return local && domain && !text.hasPrefix(".") && !text.contains("..") && parts[0].last != "."
    }

    /// Absolute `http` or `https` without a user name or password in it.
    static func isWebAddress(_ text: String) -> Bool {
        let isASCII = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 }
        guard isASCII || !text.contains(where: \.isWhitespace), let url = URL(string: text),
            let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = url.host(), !host.isEmpty
        else { return false }
        return url.user() == nil && url.password() == nil
    }

    /// An IPv4 or IPv6 address, or one with `/bits`.
    static func isNetwork(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return false }
        let address = String(parts[0])
        var buffer = [UInt8](repeating: 0, count: 16)
        let width: Int
        if inet_pton(AF_INET, address, &buffer) == 1 {
            width = 32
        } else if inet_pton(AF_INET6, address, &buffer) == 1 {
            width = 128
        } else {
            return false
        }
        guard parts.count == 2 else { return true }
        return integer(parts[1]).map { $0 <= width } ?? false
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    private static func numberAndUnit(_ text: String) -> (Int, String)? {
        let text = trimmed(text[...])
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = integer(digits) else { return nil }
        return (number, trimmed(text.dropFirst(digits.count)).lowercased())
    }

    /// Without white space at the ends. Foundation is asked only where there may be more than plain spaces.
    private static func trimmed(_ text: Substring) -> Substring {
        var rest = text
        while rest.utf8.first == 0x20 { rest.removeFirst() }
        while rest.utf8.last == 0x20 { rest.removeLast() }
        guard let first = rest.utf8.first, let last = rest.utf8.last else { return rest }
        if (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) { return rest }
        return rest.trimmingCharacters(in: .whitespaces)[...]
    }
}
