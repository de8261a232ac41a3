import GRDB

/// Why the ledger could not do what it was asked, and what to do now.
package enum LedgerError: Error, Hashable, CustomStringConvertible {
    /// No file at the path, and it was not to be created.
    case missing(path: String)
    /// The folder of the path does not exist.
    case folderMissing(path: String)
    /// The file system refuses: `reason` is its own word for it.
    case notAccessible(path: String, reason: String)
    /// Bytes that SQLite cannot read as a database.
    case damaged(path: String, detail: String)
    /// A database, but not one of ours.
    case foreign(path: String)
    /// Written by a later version, with migrations that this one does not know.
    case newerSchema(path: String, unknown: [String])
    /// Written by an earlier version; only the watcher brings it up to date.
    case olderSchema(path: String)
    /// Its writer was killed while it made the file; only a writer can bring it in order.
    case unfinished(path: String)
    /// Another process holds the write lock.
    case busy(path: String)
    /// Disk full, read-only or failing: nothing of the transaction was kept.
    case diskFailed(path: String, detail: String)
    /// A transaction ended with items that got no outcome: the caller's mistake, and nothing was kept.
    case unjudged(source: String, count: Int)
    /// Any other answer of SQLite, with its code.
    case other(path: String, code: Int, detail: String)

    package var description: String {
        switch self {
        case .missing(let path):
            "\(path): no state file yet; `whynow run` creates it"
        case .folderMissing(let path):
            "\(path): its folder does not exist; create it, owned by the user that runs whynow"
        case .notAccessible(let path, let reason):
            "\(path): \(reason); let the user that runs whynow read and write the file and its folder"
        case .damaged(let path, let detail):
            "\(path): the state file is damaged (\(detail)); set it aside and start anew: the first-poll "
                + "policy of each source then decides what may alert"
        case .foreign(let path):
            "\(path): a database of another program; name another state file"
        case .newerSchema(let path, let unknown):
            "\(path): written by a newer whynow (\(unknown.joined(separator: ", "))); "
                + "run that version, or set the file aside"
        case .olderSchema(let path):
            "\(path): written by an older whynow; start `whynow run` once, it brings the file up to date"
        case .unfinished(let path):
            "\(path): was being made when its watcher was killed; start `whynow run` once, it brings the file in order"
        case .busy(let path):
            "\(path): another process is writing; is whynow running twice on one state file?"
        case .diskFailed(let path, let detail):
            "\(path): the disk refuses to write (\(detail)); free space or repair it, the poll is repeated by itself"
        case .unjudged(let source, let count):
            "\(source): \(count) new items ended without an outcome; nothing of this poll was kept"
        case .other(let path, let code, let detail):
            "\(path): SQLite says \(detail) (code \(code))"
        }
    }

    /// The state file itself must be replaced before anything can go on.
    package var needsNewFile: Bool {
        if case .damaged = self { true } else { false }
    }

    /// SQLite's word in ours (result codes: https://sqlite.org/rescode.html).
    init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self = .damaged(path: path, detail: detail)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self = .busy(path: path)
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_NOMEM:
            self = .diskFailed(path: path, detail: detail)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self = .notAccessible(path: path, reason: detail)
        default:
            self = .other(path: path, code: Int(error.extendedResultCode.rawValue), detail: detail)
        }
    }
}
