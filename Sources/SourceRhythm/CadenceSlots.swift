import Foundation
import TriggerModel

/// Arrivals and watched hours of a source for each hour of the week, UTC, Monday 0 h first; old weeks fade.
///
/// Whole numbers only, so that storing and reading back changes nothing. An hour is added when it is over: each slot
/// fades once a week, however often the source is polled.
struct CadenceSlots: Hashable, Sendable {
    static let count = 168
    /// Beyond this the past is not walked through hour by hour.
    private static let longestWalk = 26 * 7 * 24 * 3600

    /// In 1/128 arrivals.
    private(set) var arrivals = [UInt16](repeating: 0, count: count)
    /// In 1/512 times that the hour was watched.
    private(set) var watched = [UInt16](repeating: 0, count: count)
    /// The hour under way, in hours since 1970, and what it brought so far.
    private(set) var hour = 0
    private(set) var hourSeconds = 0
    private(set) var hourArrivals = 0
    /// What rounding left over, in millionths of the scale: passed on to the next slot, so that sums do not drift.
    private var arrivalsLeft = 0
    private var watchedLeft = 0

    static let arrivalScale = 128.0
    static let watchedScale = 512.0

    init() {}

    /// The hour of the week that contains `seconds` since 1970; that day was a Thursday.
    static func slot(hour: Int) -> Int {
        let slot = (hour + 72) % count
        return slot < 0 ? slot + count : slot
    }

    static func hour(_ time: Timestamp) -> Int { time.day.daysSince1970 * 24 + time.secondOfDay / 3600 }

    /// - Parameter memory: weeks after which what is watched now weighs 1/e.
    mutating func watch(from start: Timestamp, to end: Timestamp, memory: Double) {
        var seconds = max(start.seconds, end.seconds - Self.longestWalk)
        while seconds < end.seconds {
            let current = Self.hour(Timestamp(seconds: seconds))
            let next = min(end.seconds, (current + 1) * 3600)
            enter(current, memory: memory)
            hourSeconds += next - seconds
            seconds = next
        }
    }

    mutating func arrive(at time: Timestamp, memory: Double) {
        enter(Self.hour(time), memory: memory)
        hourArrivals += 1
    }

    private mutating func enter(_ next: Int, memory: Double) {
        guard next != hour else { return }
        if hourSeconds > 0 || hourArrivals > 0 {
            let slot = Self.slot(hour: hour)
            let share = min(1, Double(hourSeconds) / 3600)
            let kept = exp(-share / max(memory, 1))
            func fade(_ value: inout UInt16, plus more: Double, left: inout Int) {
                let exact = Double(value) * kept + more + Double(left) / 1_000_000
                let whole = min(65_535, exact.rounded(.down))
                left = Int(min(0.999_999, exact - whole) * 1_000_000)
                value = UInt16(whole)
            }
            fade(&arrivals[slot], plus: Double(hourArrivals) * Self.arrivalScale, left: &arrivalsLeft)
            fade(&watched[slot], plus: share * Self.watchedScale, left: &watchedLeft)
        }
        hour = next
        hourSeconds = 0
        hourArrivals = 0
    }
}

// MARK: As stored

extension CadenceSlots {
    init(from numbers: inout StoredNumbersReader) throws(StoredNumbersReader.Unreadable) {
        arrivals = try numbers.words(Self.count)
        watched = try numbers.words(Self.count)
        hour = try numbers.int()
        hourSeconds = try numbers.int()
        hourArrivals = try numbers.int()
        arrivalsLeft = try numbers.int()
        watchedLeft = try numbers.int()
    }

    func write(to numbers: inout StoredNumbers) {
        numbers.write(arrivals)
        numbers.write(watched)
        for number in [hour, hourSeconds, hourArrivals, arrivalsLeft, watchedLeft] { numbers.write(number) }
    }
}

/// As JSON, the form before.
extension CadenceSlots: Decodable {
    private enum Key: String, CodingKey {
        case arrivals = "a"
        case watched = "w"
        case hour = "h"
        case hourSeconds = "s"
        case hourArrivals = "n"
        case arrivalsLeft = "x"
        case watchedLeft = "y"
    }

    init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        func slots(_ key: Key) throws -> [UInt16] {
            guard let data = Data(base64Encoded: try keys.decode(String.self, forKey: key)),
                data.count == 2 * Self.count
            else { throw DecodingError.dataCorruptedError(forKey: key, in: keys, debugDescription: "not 168 slots") }
            return (0..<Self.count).map { UInt16(data[2 * $0]) | UInt16(data[2 * $0 + 1]) << 8 }
        }
        arrivals = try slots(.arrivals)
        watched = try slots(.watched)
        hour = try keys.decode(Int.self, forKey: .hour)
        hourSeconds = try keys.decode(Int.self, forKey: .hourSeconds)
        hourArrivals = try keys.decode(Int.self, forKey: .hourArrivals)
        arrivalsLeft = try keys.decode(Int.self, forKey: .arrivalsLeft)
        watchedLeft = try keys.decode(Int.self, forKey: .watchedLeft)
    }
}
