internal import Foundation
package import TriggerModel

/// The only door to the time of day: everything below the runtime gets its "now" from here as a parameter.
///
/// A frozen clock (`--now`) reads the same second for ever, so that a rehearsed cycle gives the same bytes each time it
/// is run.
package struct RuntimeClock: Sendable {
    private let read: @Sendable () -> Timestamp

    /// The machine's wall clock.
    package init() {
        self.init { Timestamp(seconds: Int(Date().timeIntervalSince1970)) }
    }

    /// A clock that always reads `frozen`.
    package init(frozenAt frozen: Timestamp) {
        self.init { frozen }
    }

    /// A clock that reads what `read` says: a rehearsal in which time passes as it likes.
    package init(reading read: @escaping @Sendable () -> Timestamp) {
        self.read = read
    }

    package func now() -> Timestamp { read() }

    /// Seconds that `zone` is ahead of GMT at `time`; an unknown zone counts as GMT (ConfigLoading has named it before).
    package static func secondsFromGMT(_ zone: String, at time: Timestamp) -> Int {
        TimeZone(identifier: zone)?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.seconds))) ?? 0
    }
}
