import Foundation
import Synchronization

/// The threads of the server and what they share. The threads hold it, so that the server itself can go.
final class LoopbackCore: Sendable {
    struct State {
        var routes: [String: LoopbackRoute]
        /// Requests per route so far, for `inTurn`.
        var turns: [String: Int] = [:]
        var requests: [LoggedRequest] = []
        var isStopped = false
        /// Descriptors of open connections.
        var open: Set<Int32> = []
        var connectionCount = 0
        var waiters: [Int: Waiter] = [:]
        var nextWaiter = 0
        /// Waiters whose task was cancelled before they were entered.
        var cancelledEarly: Set<Int> = []
    }

    struct Waiter {
        var count: Int
        var continuation: CheckedContinuation<Void, Never>
    }

    let listener: ListeningSocket
    let directory: ServedDirectory?
    let state: Mutex<State>
    let stopSignal = StopSignal()
    private let threads = DispatchGroup()

    init(listener: ListeningSocket, routes: [String: LoopbackRoute], directory: ServedDirectory?) {
        self.listener = listener
        self.directory = directory
        state = Mutex(State(routes: routes))
    }

    func start() { spawn { core in core.acceptConnections() } }

    func stop() {
        let waiters = state.withLock { state -> [Waiter] in
            state.isStopped = true
            let waiters = Array(state.waiters.values)
            state.waiters = [:]
            // Inside the lock, where no connection thread can close its descriptor and let it be used again.
            for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
            return waiters
        }
        // From here on connecting is refused; the descriptor itself lives as long as the listener.
        shutdown(listener.descriptor, Int32(SHUT_RDWR))
        stopSignal.raise()
        for waiter in waiters { waiter.continuation.resume() }
        threads.wait()
    }

    /// Logs the request and says what to answer.
    func answer(to received: LoggedRequest) -> LoopbackAnswer {
        let (request, route, met) = state.withLock { state -> (LoggedRequest, LoopbackRoute?, [Waiter]) in
            var request = received
            let key = state.routes[request.target] != nil ? request.target : request.path
            request.turn = state.turns[key, default: 0]
            state.turns[key] = request.turn + 1
            state.requests.append(request)
            let met = state.waiters.filter { $0.value.count <= state.requests.count }
            for key in met.keys { state.waiters[key] = nil }
            return (request, state.routes[key], Array(met.values))
        }
        for waiter in met { waiter.continuation.resume() }
        let isRead = request.method == "GET" || request.method == "HEAD"
        guard isRead || (request.method == "POST" && route != nil) else {
            return .text("only GET and HEAD", status: 405, fields: [.init("Allow", "GET, HEAD")])
        }
        if let route { return route.answer(to: request) }
        return directory?.answer(to: request.path) ?? .text("not found", status: 404)
    }

    func waitForRequests(count: Int) async -> [LoggedRequest] {
        let id = state.withLock { state -> Int in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                let isOver = state.withLock { state -> Bool in
                    if state.isStopped || state.requests.count >= count || state.cancelledEarly.contains(id) {
                        return true
                    }
                    state.waiters[id] = Waiter(count: count, continuation: continuation)
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state -> Waiter? in
                state.cancelledEarly.insert(id)
                return state.waiters.removeValue(forKey: id)
            }
            waiter?.continuation.resume()
        }
        return state.withLock { state in
            state.cancelledEarly.remove(id)
            return state.requests
        }
    }

    private func acceptConnections() {
        while stopSignal.waitFor(listener.descriptor) {
            let descriptor = accept(listener.descriptor, nil, nil)
            guard descriptor >= 0 else { continue }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            let number = state.withLock { state -> Int? in
                guard !state.isStopped else { return nil }
                state.open.insert(descriptor)
                state.connectionCount += 1
                return state.connectionCount
            }
            guard let number else {
                close(descriptor)
                return
            }
            spawn { core in
                LoopbackConnection(descriptor: descriptor, number: number, core: core).serve()
                core.state.withLock { state in
                    state.open.remove(descriptor)
                    close(descriptor)
                }
            }
        }
    }

    private func spawn(_ body: @escaping @Sendable (LoopbackCore) -> Void) {
        threads.enter()
        let thread = Thread { [self] in
            body(self)
            threads.leave()
        }
        thread.stackSize = 256 * 1024
        thread.name = "loopback"
        thread.start()
    }
}
