/// What others want of the loop's thread, in order. A state machine: its methods say what the caller must do.
struct Mailbox: Sendable {
    typealias Continuation = CheckedContinuation<Result<TransferResponse, TransferError>, Never>

    enum Letter: Sendable {
        case start(id: UInt64, TransferRequest, Continuation)
        case cancel(id: UInt64)
        /// A step of a task that prefers this thread.
        case step(UnownedJob)
    }

    /// What becomes of a request to start.
    enum Receipt { case posted, cancelled, shutDown }

    private(set) var isOpen = true
    private var letters: [Letter] = []
    /// The thread has taken everything.
    var isEmpty: Bool { letters.isEmpty }
    private var lastID: UInt64 = 0
    /// Cancelled transfers that their caller has not forgotten yet: a cancellation may come before the start.
    private var cancelled: Set<UInt64> = []

    mutating func newID() -> UInt64 {
        lastID += 1
        return lastID
    }

    mutating func start(_ id: UInt64, _ request: TransferRequest, _ continuation: Continuation) -> Receipt {
        guard isOpen else { return .shutDown }
        guard !cancelled.contains(id) else { return .cancelled }
        letters.append(.start(id: id, request, continuation))
        return .posted
    }

    mutating func cancel(_ id: UInt64) {
        cancelled.insert(id)
        letters.append(.cancel(id: id))
    }

    /// False where the thread takes nothing any more: the step must be done elsewhere.
    mutating func add(_ step: UnownedJob) -> Bool {
        if isOpen { letters.append(.step(step)) }
        return isOpen
    }

    /// The caller has its answer; nothing can be cancelled any more.
    mutating func forget(_ id: UInt64) { cancelled.remove(id) }

    /// False from the second call on.
    mutating func close() -> Bool {
        defer { isOpen = false }
        return isOpen
    }

    mutating func takeAll() -> [Letter] {
        defer { letters = [] }
        return letters
    }
}
