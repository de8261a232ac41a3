package import ConfigLoading
package import Delivery
internal import Foundation
package import Ledger
internal import TriggerModel

/// What one run of the watcher holds open: the state file, the queue, the spool, and the folder of the latest digests.
package struct Workplace: Sendable {
    package let ledger: WatchLedger
    package let queue: MaildirWriter
    package let spool: MaildirWriter
    package let digestDirectory: String

    /// The state file below the state directory.
    package static let stateFile = "whynow.sqlite"

    package static func statePath(_ settings: Settings) -> String { "\(settings.directories.state)/\(stateFile)" }

    /// Creates the directories that are missing and opens everything.
    /// - Throws: `CommandFailure` that names the directory and what to do.
    package init(_ settings: Settings) throws {
        let directories = settings.directories
        for path in [directories.state, directories.queue, directories.spool, directories.digest] {
            do {
                try FileManager.default.createDirectory(
                    atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
            } catch {
                throw CommandFailure(
                    .cannotCreate,
                    "\(path) cannot be made: \(error.localizedDescription); name another in whynow.yaml, or let this user write there")
            }
        }
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
            ledger = try WatchLedger(path: Self.statePath(settings))
        } catch let error as LedgerError {
            throw CommandFailure(error.needsNewFile ? .data : .io, "\(error)")
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
