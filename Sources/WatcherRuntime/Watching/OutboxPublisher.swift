internal import Delivery
internal import Ledger
internal import TriggerModel

/// Brings what the ledger owes to the outside into queue and spool (promise 3).
///
/// commit → temporary file + fsync → row `staged` → rename + fsync of the directory → row `published`. Killed between
/// any two steps, `recover` settles the rest; nothing is lost and nothing comes twice. Runs on the ledger thread.
struct OutboxPublisher {
    let place: Workplace

    /// Files in one batch: one directory sync serves them all.
    private static let batch = 100

    /// Settles what an earlier run left behind. To be called once, before anything else is published.
    func recover(at now: Timestamp) throws {
        let unfinished = try place.ledger.unfinishedOutboxNames()
        for kind in OutboxEntry.Kind.allCases {
            let rows = unfinished.filter { $0.kind == kind }
            let report = directory(kind).recover(
                stagedNames: rows.filter { $0.state == .staged }.map(\.name),
                pendingNames: rows.filter { $0.state == .pending }.map(\.name))
            let receipts = Set(report.receipts)
            try place.ledger.markPublished(rows.filter { receipts.contains($0.name) }.map(\.id), at: now)
            try note(report.failures, of: kind, rows: rows.map { ($0.id, $0.name) }, at: now)
        }
    }

    /// Publishes all that is owed.
    /// - Returns: how many files reached `new/`.
    func publish(at now: Timestamp) throws -> Int {
        guard try place.ledger.owesFiles() else { return 0 }
        var published = try publishStaged(at: now)
        // Each directory by itself: one that cannot be written must not keep the other's files back.
        for kind in OutboxEntry.Kind.allCases {
            while true {
                let rows = try place.ledger.pendingOutbox(kind, limit: Self.batch)
                guard !rows.isEmpty else { break }
                let files = rows.map { OutgoingFile(name: $0.name, bytes: $0.payload ?? []) }
                let staged = directory(kind).stage(files)
                let done = Set(staged.done)
                try place.ledger.markStaged(rows.filter { done.contains($0.name) }.map(\.id), at: now)
                try note(staged.failures, of: kind, rows: rows.map { ($0.id, $0.name) }, at: now)
                published += try publishStaged(at: now)
                // A full or missing directory: the rows stay, the next cycle tries again.
                guard !done.isEmpty else { break }
            }
        }
        return published
    }

    private func publishStaged(at now: Timestamp) throws -> Int {
        let staged = try place.ledger.unfinishedOutboxNames().filter { $0.state == .staged }
        var count = 0
        for kind in OutboxEntry.Kind.allCases {
            let rows = staged.filter { $0.kind == kind }
            guard !rows.isEmpty else { continue }
            let result = directory(kind).publish(rows.map(\.name))
            let done = Set(result.done)
            try place.ledger.markPublished(rows.filter { done.contains($0.name) }.map(\.id), at: now)
            try note(result.failures, of: kind, rows: rows.map { ($0.id, $0.name) }, at: now)
            count += done.count
        }
        return count
    }

    private func directory(_ kind: OutboxEntry.Kind) -> MaildirWriter {
        kind == .queue ? place.queue : place.spool
    }

    /// Opens the directory's fault, or closes it when all went well.
    private func note(
        _ failures: [MaildirError], of kind: OutboxEntry.Kind, rows: [(id: Int64, name: String)], at now: Timestamp
    ) throws {
        guard let first = failures.first else {
            _ = try place.ledger.closeFault(scope: kind.rawValue, kind: Self.fault, at: now)
            return
        }
        _ = try place.ledger.open(
            Fault(scope: kind.rawValue, kind: Self.fault, detail: "\(first)", openedAt: now))
        for failure in failures {
            guard let row = rows.first(where: { failure.path.hasSuffix($0.name) }) else { continue }
            try place.ledger.markFailed(row.id, "\(failure)", isFinal: failure.remedy == .refuse, at: now)
        }
    }

    private static let fault = "not-writable"
}
