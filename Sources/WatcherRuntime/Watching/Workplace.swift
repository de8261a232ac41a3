package import ConfigLoading
package import Delivery
internal import Foundation
package import Ledger
package import TriggerModel

/// What one run of the watcher holds open: the state file, the queue, the spool, and the folder of the latest digests.
package struct Workplace: Sendable {
    package let ledger: WatchLedger
    package let queue: MaildirWriter
    package let spool: MaildirWriter
    package let digestDirectory: String
    private let lock: StateLock

    /// The state file below the state directory.
    package static let stateFile = "whynow.sqlite"

    package static func statePath(_ settings: Settings) -> String { "\(settings.directories.state)/\(stateFile)" }

    /// Creates the directories that are missing and opens everything.
    /// - Throws: `CommandFailure` that names the directory and what to do.
    package init(_ settings: Settings, at now: Timestamp) throws {
        let directories = settings.directories
        for path in [directories.state, directories.queue, directories.spool, directories.digest] {
            do {
                try FileManager.default.createDirectory(
                    atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
            } catch {
                throw CommandFailure(
                    .cannotCreate,
                    "\(path) cannot be made: \(error.localizedDescription); name another in whynow.yaml, or let this user write there"
                )
            }
        }
        lock = try StateLock(directory: directories.state)
        queue = MaildirWriter.queue(at: directories.queue)
        spool = MaildirWriter.spool(at: directories.spool)
        digestDirectory = directories.digest
        do throws(MaildirError) {
            try queue.prepare()
            try spool.prepare()
        } catch {
            throw CommandFailure(.cannotCreate, "\(error)")
        }
        do {
            ledger = try Self.openLedger(Self.statePath(settings), at: now)
        } catch let error as LedgerError {
            throw CommandFailure(.io, "\(error)")
        }
    }

    /// Ends the work: another process, or the next cycle of this one, may begin.
    package func close() throws {
        defer { lock.release() }
        try ledger.close()
    }

    /// Opens the state file. A damaged one is kept aside for a person and a new one started: the first-poll policy of
    /// each source then decides what may alert, so nothing floods.
    private static func openLedger(_ path: String, at now: Timestamp) throws -> WatchLedger {
        do {
            return try WatchLedger(path: path)
        } catch let error as LedgerError where error.needsNewFile {
            let kept = try WatchLedger.setAside(path: path, at: now)
            let ledger = try WatchLedger(path: path)
            let detail =
                "\(error). It is kept as \(kept); a new state file was started, and each source's first contact came again."
            _ = try ledger.open(
                Fault(scope: FaultScope.ledger, kind: damagedKind, detail: detail, openedAt: now))
            return ledger
        }
    }

    private static let damagedKind = "state-damaged"
    /// Days for which a state file that was set aside is reported.
    private static let noticeDays = 7

    /// Closes what was only to be told.
    package static func closeOldNotices(_ ledger: WatchLedger, at now: Timestamp) throws {
        for fault in try ledger.openFaults(scope: FaultScope.ledger)
        where fault.kind == damagedKind && fault.openedAt < now.adding(days: -noticeDays) {
            _ = try ledger.closeFault(scope: fault.scope, kind: fault.kind, at: now)
        }
    }

    /// The ledger for a command that only looks.
    package static func openForReading(_ settings: Settings) throws -> WatchLedger {
        do {
            return try WatchLedger(path: statePath(settings), mode: .readOnly)
        } catch let error as LedgerError {
            throw CommandFailure(.noInput, "\(error)")
        }
    }
}
