import Synchronization

/// Where requests wait until it is their host's turn. Any task may call it.
package final class HostGate: Sendable {
    package enum Entry: Hashable, Sendable {
        /// Go, and call `leave` afterwards.
        case granted
        /// The host asked us to stay away for so many seconds more, which is beyond patience.
        case held(seconds: Int)
        case cancelled
    }

    private struct State {
        var pacing: HostPacing
        var waiters: [HostPacing.Ticket: CheckedContinuation<Entry, Never>] = [:]
        var lastTicket: HostPacing.Ticket = 0
        /// Tickets whose task was cancelled before they queued.
        var cancelledEarly: Set<HostPacing.Ticket> = []
        /// When the next alarm rings.
        var alarm: Double?
    }

    /// What to do once the lock is released.
    private struct Settlement: Sendable {
        var resumptions: [(CheckedContinuation<Entry, Never>, Entry)] = []
        var alarm: Double?
    }

    private let state: Mutex<State>
    private let clock: any PacingClock

    package init(settings: PacingSettings = PacingSettings(), clock: any PacingClock = MonotonicClock()) {
        state = Mutex(State(pacing: HostPacing(settings: settings)))
        self.clock = clock
    }

    /// Waits for the host's turn. Cancelling the task ends the wait.
    /// - Parameter spacing: seconds that the next request to the host waits after this one, where its rule says less.
    package func enter(_ host: HostKey, spacing: Double = 0) async -> Entry {
        let ticket = state.withLock { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        let entry = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                settle { state, now, settlement in
                    if state.cancelledEarly.contains(ticket) {
                        settlement.resumptions.append((continuation, .cancelled))
                    } else if let seconds = state.pacing.enter(ticket, host, spacing: spacing, now: now) {
                        settlement.resumptions.append((continuation, .held(seconds: Self.whole(seconds))))
                    } else {
                        state.waiters[ticket] = continuation
                    }
                }
            }
        } onCancel: {
            settle { state, _, settlement in
                state.cancelledEarly.insert(ticket)
                guard state.pacing.withdraw(ticket, host), let waiter = state.waiters.removeValue(forKey: ticket) else {
                    return
                }
                settlement.resumptions.append((waiter, .cancelled))
            }
        }
        state.withLock { _ = $0.cancelledEarly.remove(ticket) }
        return entry
    }

    /// Gives the place back that `enter` granted.
    package func leave(_ host: HostKey) { settle { state, now, _ in state.pacing.leave(host, now: now) } }

    /// Starts nothing at `host` for `seconds`. Who waits for it there and has no patience for that is told at once.
    package func hold(_ host: HostKey, seconds: Int) {
        settle { state, now, settlement in
            for ticket in state.pacing.hold(host, seconds: Double(seconds), now: now) {
                guard let waiter = state.waiters.removeValue(forKey: ticket) else { continue }
                let left = Self.whole(state.pacing.held(host, now: now))
                settlement.resumptions.append((waiter, .held(seconds: left)))
            }
        }
    }

    /// Seconds for which `host` is still held; 0 where it is not.
    package func held(_ host: HostKey) -> Int {
        let now = clock.now
        return state.withLock { Self.whole($0.pacing.held(host, now: now)) }
    }

    /// Changes the state, then tells everybody whom the change concerns: decide inside the lock, act outside it.
    private func settle(_ change: @Sendable (inout State, Double, inout Settlement) -> Void) {
        let now = clock.now
        let settlement = state.withLock { state -> Settlement in
            var settlement = Settlement()
            change(&state, now, &settlement)
            let (granted, wakeAt) = state.pacing.grants(now: now)
            for ticket in granted {
                if let waiter = state.waiters.removeValue(forKey: ticket) {
                    settlement.resumptions.append((waiter, .granted))
                }
            }
            if let alarm = state.alarm, alarm <= now { state.alarm = nil }
            if let wakeAt, wakeAt < state.alarm ?? .infinity {
                state.alarm = wakeAt
                settlement.alarm = wakeAt
            }
            return settlement
        }
        for (waiter, entry) in settlement.resumptions { waiter.resume(returning: entry) }
        if let alarm = settlement.alarm { clock.call(at: alarm) { [weak self] in self?.settle { _, _, _ in } } }
    }

    private static func whole(_ seconds: Double) -> Int { Int(seconds.rounded(.up)) }
}
