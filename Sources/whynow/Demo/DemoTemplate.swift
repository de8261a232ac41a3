import Foundation
import TriggerModel

/// Fills the placeholders of a bundled demo file, so that the story happens around the moment the demo starts.
///
/// `@{base}` is the loopback server, `@{dir}` the demo's directory. `@{FORM:OFFSET}` is a time: OFFSET is hours from
/// the start (`-26h`), FORM is `rfc822`, `rfc3339`, `day`, `longday`, `eastern` (EDGAR's own clock) or `edgar` (the
/// title of its live feed).
struct DemoTemplate {
    var base: String
    var directory: String
    var start: Timestamp

    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    func fill(_ text: String, file: String) throws -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.range(of: "@{") {
            filled += rest[..<open.lowerBound]
            guard let close = rest[open.upperBound...].firstIndex(of: "}") else {
                throw Fault(description: "\(file): '@{' without '}'")
            }
            let name = String(rest[open.upperBound..<close])
            guard let value = value(of: name) else {
                throw Fault(description: "\(file): unknown placeholder @{\(name)}")
            }
            filled += value
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    private func value(of name: String) -> String? {
        switch name {
        case "base": return base
        case "dir": return directory
        default: break
        }
        let parts = name.split(separator: ":")
        guard parts.count == 2, parts[1].hasSuffix("h"), let hours = Int(parts[1].dropLast()) else { return nil }
        let time = start.adding(seconds: hours * 3600)
        switch parts[0] {
        case "rfc822": return formatted(time, "EEE, dd MMM yyyy HH:mm:ss '+0000'", zone: "GMT")
        case "rfc3339": return time.description
        case "day": return time.day.description
        case "longday": return formatted(time, "d MMMM yyyy", zone: "GMT")
        case "eastern": return formatted(time, "yyyy-MM-dd HH:mm:ss", zone: "America/New_York")
        case "edgar": return formatted(time, "EEE, dd MMM yyyy HH:mm:ss zzz", zone: "America/New_York")
        default: return nil
        }
    }

    private func formatted(_ time: Timestamp, _ form: String, zone: String) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: zone)
        formatter.dateFormat = form
        return formatter.string(from: Date(timeIntervalSince1970: Double(time.seconds)))
    }
}
