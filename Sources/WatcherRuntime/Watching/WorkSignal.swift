internal import Foundation
internal import Synchronization

/// Wakes one waiting loop: a poll has ended, the configuration changed, the process shall stop.
///
/// A signal that comes while nobody waits is kept, so that none is missed between looking and waiting.
package final class WorkSignal: Sendable {
    private struct State {
        var isRaised = false
        var waiter: (id: Int, continuation: CheckedContinuation<Void, Never>)?
        var nextID = 0
    }

    private let state = Mutex(State())

    package init() {}

    package func raise() {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard let waiter = state.waiter else {
                state.isRaised = true
                return nil
            }
            state.waiter = nil
            return waiter.continuation
        }
        waiter?.resume()
    }

    /// Returns when the signal is raised, after `seconds`, or when the task is cancelled, whichever is first.
    /// One loop waits at a time.
    package func wait(seconds: Double) async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if state.isRaised || Task.isCancelled {
                        state.isRaised = false
                        return true
                    }
                    state.waiter = (id, continuation)
                    return false
                }
                if isOver {
                    continuation.resume()
                    return
                }
                DispatchQueue.global().asyncAfter(deadline: .now() + max(0, seconds)) { [self] in end(id) }
            }
        } onCancel: {
            end(id)
        }
    }

    private func end(_ id: Int) {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard let waiter = state.waiter, waiter.id == id else { return nil }
            state.waiter = nil
            return waiter.continuation
        }
        waiter?.resume()
    }
}
