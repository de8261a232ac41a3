internal import Foundation

/// The one thread on which documents are judged and committed.
///
/// SQLite, fsync and the pure stages block or compute; they have no business on Swift's shared pool. One thread also
/// gives every event one order.
package final class LedgerThread: Sendable {
    private let queue = DispatchQueue(label: "whynow.ledger")

    package init() {}

    package func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}
