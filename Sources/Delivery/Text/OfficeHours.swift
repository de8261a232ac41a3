import Foundation
import TriggerModel

/// When the person can be reached, said in the rep's own time.
enum OfficeHours {
    /// "09:00–18:00 your time (Chicago, 1 h behind you)"; nil where a zone is unknown.
    ///
    /// Office hours are 08:00 to 17:00 there, on the day of `moment`.
    static func hint(contactZone: String, repZone: String, at moment: Timestamp) -> String? {
        guard let there = TimeZone(identifier: contactZone), let here = TimeZone(identifier: repZone) else {
            return nil
        }
        let date = Date(timeIntervalSince1970: Double(moment.seconds))
        let ahead = (there.secondsFromGMT(for: date) - here.secondsFromGMT(for: date)) / 60
        let city = String(contactZone.split(separator: "/").last ?? "").replacing("_", with: " ")
        let hours = "\(clock(opens - ahead))–\(clock(closes - ahead)) your time"
        switch ahead {
        case 0: return "\(hours) (\(city), same time as you)"
        case 1...: return "\(hours) (\(city), \(length(ahead)) ahead of you)"
        default: return "\(hours) (\(city), \(length(-ahead)) behind you)"
        }
    }

    /// The rep's day on which a moment falls; UTC where the zone is unknown.
    static func day(of moment: Timestamp, zone: String) -> CalendarDay {
        let date = Date(timeIntervalSince1970: Double(moment.seconds))
        return moment.adding(seconds: TimeZone(identifier: zone)?.secondsFromGMT(for: date) ?? 0).day
    }

    private static func clock(_ minutes: Int) -> String {
        let minute = (minutes % 1440 + 1440) % 1440
        return "\(minute < 600 ? "0" : "")\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
    }

    private static func length(_ minutes: Int) -> String {
        minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    }

    /// Minutes after midnight.
    private static let opens = 8 * 60
    private static let closes = 17 * 60
}
