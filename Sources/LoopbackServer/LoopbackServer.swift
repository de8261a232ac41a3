import Foundation
import Synchronization

/// A small HTTP/1.1 server on the loopback interface that serves a directory or routes, and can misbehave on request.
///
/// For the demo and for tests: GET and HEAD, POST to routes, kept connections, validators with 304, one thread per connection. Every
/// request is logged. Any thread may call it. The threads live until `stop`, which also runs when the last
/// reference goes.
package final class LoopbackServer: Sendable {
    private let core: LoopbackCore

    /// Listens at once. `port` 0 takes a free one; `address` is `127.0.0.1` or `::1`. A path without a route is looked
    /// up below `directory`.
    /// - Throws: `LoopbackError` with the call that failed and its errno.
    package init(
        routes: [String: LoopbackRoute] = [:], directory: String? = nil, address: String = "127.0.0.1", port: Int = 0
    ) throws(LoopbackError) {
        let listener = try ListeningSocket(address: address, port: port)
        core = LoopbackCore(listener: listener, routes: routes, directory: directory.map(ServedDirectory.init))
        core.start()
    }

    deinit { core.stop() }

    package var port: Int { core.listener.port }

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    package var baseURL: String {
        let address = core.listener.address
        return "http://\(address.contains(":") ? "[\(address)]" : address):\(port)"
    }

    /// The full address of `path`, which starts with a slash.
    package func url(_ path: String) -> String { baseURL + path }

    /// Puts a route in place, or takes it away.
    package func setRoute(_ path: String, _ route: LoopbackRoute?) {
        core.state.withLock {
            $0.routes[path] = route
            $0.turns[path] = nil
        }
    }

    /// All requests so far, in the order in which they were read.
    package var requests: [LoggedRequest] { core.state.withLock { $0.requests } }

    /// The requests for `path` (without a query) so far.
    package func requests(for path: String) -> [LoggedRequest] { requests.filter { $0.path == path } }

    /// Waits until at least `count` requests were read since the start; returns what was read by then.
    ///
    /// Returns early, with fewer, when the server stops or the task is cancelled.
    package func waitForRequests(count: Int) async -> [LoggedRequest] { await core.waitForRequests(count: count) }

    /// Closes the listener and every connection and waits for their threads. A second call does nothing.
    package func stop() { core.stop() }
}

/// The server could not start.
package struct LoopbackError: Error, Hashable, CustomStringConvertible {
    package var call: String
    package var code: Int32

    package var description: String { "loopback server: \(call): \(String(cString: strerror(code)))" }
}
