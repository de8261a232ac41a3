import Dispatch

/// The time that pacing goes by, and an alarm; tests move one by hand.
package protocol PacingClock: Sendable {
    /// Seconds on a clock that only goes forward.
    var now: Double { get }
    /// Calls `action` once, soon after `time`, on any thread.
    func call(at time: Double, _ action: @escaping @Sendable () -> Void)
}

/// The machine's clock, which nobody can set back.
package struct MonotonicClock: PacingClock {
    package init() {}

    package var now: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }

    package func call(at time: Double, _ action: @escaping @Sendable () -> Void) {
        DispatchQueue.global().asyncAfter(deadline: .now() + max(0, time - now), execute: action)
    }
}
