import CLibCurl
import Foundation
import Synchronization

/// The thread that runs libcurl's multi handle, and the door for everybody else.
///
/// Everything that touches libcurl happens in `run` and what it calls, on that thread; others only reach the mailbox.
/// `multi` is shared for the one call that libcurl allows from anywhere, curl_multi_wakeup(3), and only under the
/// mailbox's lock while it is open: the thread frees it after closing the mailbox under the same lock.
final class LoopThread: Sendable {
    private let mailbox = Mutex(Mailbox())
    private let configuration: TransferConfiguration
    /// Safe to share because of the rule above: a raw pointer has no state of its own.
    private nonisolated(unsafe) let multi: UnsafeMutableRawPointer
    private let finished = DispatchSemaphore(value: 0)
    /// The loop's thread, once it runs.
    private let identity = Mutex<pthread_t?>(nil)

    /// Longer than libcurl's own timers need; a letter wakes the thread at once.
    private static let pollMilliseconds: Int32 = 1000

    init(_ configuration: TransferConfiguration) {
        self.configuration = configuration
        precondition(Self.isReady, "libcurl cannot initialise")
        guard let multi = curl_multi_init() else { preconditionFailure("no memory for libcurl") }
        _ = shim_multi_set_long(multi, CURLMOPT_MAXCONNECTS, configuration.connectionCacheSize)
        self.multi = multi
        let thread = Thread { [self] in run() }
        thread.name = "transfers"
        thread.start()
    }

    // MARK: From any thread

    func newID() -> UInt64 { mailbox.withLock { $0.newID() } }

    func start(_ id: UInt64, _ request: TransferRequest, _ continuation: Mailbox.Continuation) {
        switch post({ $0.start(id, request, continuation) }) {
        case .posted: return
        case .cancelled: continuation.resume(returning: .failure(Self.cancelled))
        case .shutDown: continuation.resume(returning: .failure(Self.isShutDown))
        }
    }

    func cancel(_ id: UInt64) { post { $0.cancel(id) } }

    func forget(_ id: UInt64) { mailbox.withLock { $0.forget(id) } }

    /// Ends the thread and waits until it is gone. Repeated calls wait as well.
    ///
    /// The last reference to a loop may be one that a transfer held, and then go on the loop's own thread, which
    /// cannot wait for itself.
    func close() {
        _ = post { $0.close() }
        if identity.withLock({ $0.map { pthread_equal($0, pthread_self()) != 0 } ?? false }) { return }
        finished.wait()
        finished.signal()
    }

    @discardableResult
    private func post<Outcome: Sendable>(_ change: @Sendable (inout Mailbox) -> sending Outcome) -> Outcome {
        mailbox.withLock { mailbox in
            // A letter that still lies there has woken the thread already.
            let needsWaking = mailbox.isOpen && mailbox.isEmpty
            let outcome = change(&mailbox)
            if needsWaking, !mailbox.isEmpty || !mailbox.isOpen { curl_multi_wakeup(multi) }
            return outcome
        }
    }

    static let cancelled = TransferError(kind: .cancelled, detail: "the transfer was cancelled")
    static let isShutDown = TransferError(kind: .shutDown, detail: "the transfer loop has been shut down")

    /// Once for the process (curl_global_init(3) is thread-safe, but counts).
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    // MARK: On the loop's thread

    private func run() {
        identity.withLock { $0 = pthread_self() }
        var board = TransferBoard(multi: multi, configuration: configuration)
        while true {
            let (letters, isOpen) = mailbox.withLock { ($0.takeAll(), $0.isOpen) }
            for letter in letters { board.take(letter) }
            guard isOpen else { break }
            board.fill()
            var running: Int32 = 0
            let performed = curl_multi_perform(multi, &running)
            if performed != CURLM_OK { board.endAll(Self.failure(performed)) }
            // Finished transfers make room. What is launched into it is due at once, which libcurl's poll knows.
            if board.collect() { board.fill() }
            let polled = curl_multi_poll(multi, nil, 0, Self.pollMilliseconds, nil)
            if polled != CURLM_OK { board.endAll(Self.failure(polled)) }
        }
        board.endAll(Self.isShutDown)
        board.dropHandles()
        // Nobody wakes a closed loop: after this lock is released, no other thread looks at the pointer.
        mailbox.withLock { _ in _ = curl_multi_cleanup(multi) }
        finished.signal()
    }

    private static func failure(_ code: CURLMcode) -> TransferError {
        TransferError(kind: .other, detail: "libcurl: \(String(cString: curl_multi_strerror(code)))")
    }
}
