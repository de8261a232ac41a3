import Synchronization

@testable import SourceFetching

/// A clock that a test moves; its alarms ring on the way.
final class ManualClock: PacingClock {
    private struct State {
        var now = 0.0
        var alarms: [(at: Double, action: @Sendable () -> Void)] = []
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    var now: Double { state.withLock { $0.now } }

    func call(at time: Double, _ action: @escaping @Sendable () -> Void) {
        let waiter = state.withLock { state in
            state.alarms.append((time, action))
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    var hasAlarm: Bool { state.withLock { !$0.alarms.isEmpty } }

    /// Returns once an alarm is set; one caller at a time.
    func waitForAlarm() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isSet = state.withLock { state in
                if state.alarms.isEmpty { state.waiter = continuation }
                return !state.alarms.isEmpty
            }
            if isSet { continuation.resume() }
        }
    }

    /// Rings every alarm up to `time` in order, the ones set meanwhile too, and stops there.
    func move(to time: Double) {
        while let action = nextAction(until: time) { action() }
        state.withLock { $0.now = max($0.now, time) }
    }

    private func nextAction(until time: Double) -> (@Sendable () -> Void)? {
        state.withLock { state in
            guard let index = state.alarms.indices.min(by: { state.alarms[$0].at < state.alarms[$1].at }),
                state.alarms[index].at <= time
            else { return nil }
            let alarm = state.alarms.remove(at: index)
            state.now = max(state.now, alarm.at)
            return alarm.action
        }
    }
}
