internal import ConfigLoading
internal import Foundation
internal import Ledger

/// The state file for a command that adds a word to it, beside a watcher that may be running: writers take turns, so
/// the watcher's lock on the directory is not needed.
enum ReportingState {
    /// - Throws: `CommandFailure` where there is no state file: such a command has nothing to report on.
    static func open(_ settings: Settings) throws -> WatchLedger {
        let path = Workplace.statePath(settings)
        guard FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(.noInput, "\(LedgerError.missing(path: path))")
        }
        return try WatchLedger(path: path)
    }
}
