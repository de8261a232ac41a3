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
    /// The loop's thread, once it runs; 0 before.
    private let identity = Atomic<UInt>(0)

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
        if isLoopThread { return }
        finished.wait()
        finished.signal()
    }

    private var isLoopThread: Bool { identity.load(ordering: .relaxed) == UInt(pthread_self()) }

    @discardableResult
    private func post<Outcome: Sendable>(_ change: @Sendable (inout Mailbox) -> sending Outcome) -> Outcome {
        mailbox.withLock { mailbox in
            // A letter that still lies there has woken the thread already, and the thread itself looks before it rests.
            let needsWaking = mailbox.isOpen && mailbox.isEmpty && !isLoopThread
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
        identity.store(UInt(pthread_self()), ordering: .relaxed)
        var board = TransferBoard(multi: multi, configuration: configuration)
        while true {
            let (letters, isOpen) = mailbox.withLock { ($0.takeAll(), $0.isOpen) }
            for letter in letters {
                switch letter {
                case .start(let id, let request, let continuation): board.start(id, request, continuation)
                case .cancel(let id): board.cancel(id)
                case .step(let step): step.runSynchronously(on: asUnownedTaskExecutor())
                }
            }
            guard isOpen else { break }
            // What the steps want is done together with what the others want.
            if !letters.isEmpty, mailbox.withLock({ !$0.isEmpty }) { continue }
            board.fill()
            var running: Int32 = 0
            let performed = curl_multi_perform(multi, &running)
            if performed != CURLM_OK { board.endAll(Self.failure(performed)) }
            // Finished transfers make room. What is launched into it is due at once, which libcurl's poll knows.
            if board.collect() { board.fill() }
            guard mailbox.withLock({ $0.isEmpty && $0.isOpen }) else { continue }
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

/// Tasks that only ask and wait may take their steps on the loop's thread: no other thread is then woken for an answer,
/// and none wakes this one for the next question.
extension LoopThread: TaskExecutor {
    func enqueue(_ job: consuming ExecutorJob) {
        let step = UnownedJob(job)
        guard !post({ $0.add(step) }) else { return }
        // A task must come to its end even where the loop has.
        DispatchQueue.global().async { [self] in step.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}
