import Foundation
import GRDB
import Glibc
package import TriggerModel

/// The durable memory of the watcher: one SQLite database in one file, with its write-ahead log beside it.
///
/// Every call blocks until SQLite has answered; callers in async code run it off the shared pool, or use the `async`
/// forms, which wait without holding a thread. Writers take turns; readers see the last commit and never wait for a
/// writer. Nothing in a signature says which database this is.
package final class WatchLedger: Sendable {
    package let path: String
    let database: any DatabaseWriter
    /// How this file hashes identity keys.
    let hash: KeyedHash

    /// Opens the state file at `path`.
    ///
    /// - Parameter mode: `.readWrite` creates the file (0600) in an existing folder and brings its tables up to date;
    ///   `.readOnly` is for `status` and `explain` beside a running watcher.
    /// - Throws: `LedgerError`, each of which says what to do now.
    package init(path: String, mode: Mode = .readWrite) throws {
        self.path = path
        do {
            switch mode {
            case .readWrite:
                try Self.createFile(path)
                // Looked at before it is opened for writing, which alone would change another program's file.
                try Self.refuseForeign(path)
                let pool = try DatabasePool(path: path, configuration: Self.configuration(isReadOnly: false))
                // A commit is the promise that queue and spool files rest on: with NORMAL a power cut could take back a
                // commit whose file a consumer already has, and the next poll would make the same alert again.
                try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
                try Schema.migrator.migrate(pool)
                database = pool
            case .readOnly:
                guard FileManager.default.fileExists(atPath: path) else { throw LedgerError.missing(path: path) }
                let queue = try DatabaseQueue(path: path, configuration: Self.configuration(isReadOnly: true))
                // An older file is brought up to date by the watcher, not by whoever only looks.
                guard try Self.check(queue, path: path) else { throw LedgerError.olderSchema(path: path) }
                database = queue
            }
            hash = try database.read { try Schema.keyedHash($0) }
        } catch let error as DatabaseError where mode == .readOnly && error.resultCode == .SQLITE_READONLY {
            throw LedgerError.unfinished(path: path)
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
    }

    package enum Mode: Sendable {
        case readWrite, readOnly
    }

    /// Ends the connection; what was committed stays. Called once, when nothing uses the ledger any more.
    ///
    /// Moves the log into the state file first, so that the one file is the whole state. A crash, or another process
    /// that still reads, leaves both; the next start reads both.
    package func close() throws {
        try translating {
            if !database.configuration.readonly {
                do {
                    try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
                } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                    // Nothing is lost: a commit is in the log as safely as in the file.
                }
            }
            try database.close()
        }
    }

    /// Moves a damaged state file and its log aside, so that a new one can be started. The files stay for a person,
    /// named `PATH.damaged-TIME`.
    ///
    /// - Returns: where the state file lies now.
    package static func setAside(path: String, at time: Timestamp) throws -> String {
        let stamp = "\(time)".filter { $0 != ":" && $0 != "-" }
        var target = "\(path).damaged-\(stamp)"
        var count = 1
        while FileManager.default.fileExists(atPath: target) {
            count += 1
            target = "\(path).damaged-\(stamp)-\(count)"
        }
        do {
            // The log first: a state file without its log is whole as of an earlier commit, a new state file beside a
            // foreign log is not.
            for suffix in ["-wal", "-shm", ""] where FileManager.default.fileExists(atPath: path + suffix) {
                try FileManager.default.moveItem(atPath: path + suffix, toPath: target + suffix)
            }
        } catch {
            throw LedgerError.notAccessible(path: path, reason: error.localizedDescription)
        }
        return target
    }

    /// Makes a state file as an earlier version left it, for tests of what becomes of it: the tables up to the named step
    /// of the schema, and what `sql` puts into them.
    package static func rehearse(path: String, through step: String, sql: String) throws {
        try Schema.make(path, through: step, sql: sql)
    }

    /// Reads every page and compares every index; for `status` and after an unclean copy, not for every start.
    ///
    /// - Throws: `LedgerError.damaged` with SQLite's first findings.
    package func checkIntegrity() throws {
        let findings = try read { try String.fetchAll($0, sql: "PRAGMA integrity_check(3)") }
        guard findings == ["ok"] else {
            throw LedgerError.damaged(path: path, detail: findings.joined(separator: "; "))
        }
    }

    // MARK: For the other files of this module

    func read<T>(_ body: (Database) throws -> T) throws -> T {
        try translating { try database.read(body) }
    }

    /// One transaction: all of `body`, or nothing when it throws.
    func write<T>(_ body: (Database) throws -> T) throws -> T {
        try translating { try database.write(body) }
    }

    func writeAsync<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
        do {
            return try await database.write(body)
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
    }

    private func translating<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
    }

    // MARK: Opening

    private static func configuration(isReadOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 3
        configuration.prepareDatabase { db in
            // 16 MB: the inner pages of the key table of some ten thousand sources stay in memory.
            try db.execute(sql: "PRAGMA cache_size = -16000")
            // A damaged file must not make SQLite run what its schema says.
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        return configuration
    }

    /// Creates an empty file that only its owner may read, before SQLite would create it for everybody. SQLite gives
    /// the log and the index the mode of the database.
    private static func createFile(_ path: String) throws {
        var isDirectory: ObjCBool = false
        let folder = (path as NSString).deletingLastPathComponent
        guard FileManager.default.fileExists(atPath: folder.isEmpty ? "." : folder, isDirectory: &isDirectory),
            isDirectory.boolValue
        else { throw LedgerError.folderMissing(path: path) }
        let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            Glibc.close(descriptor)
        } else if errno != EEXIST {
            throw LedgerError.notAccessible(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// Throws unless the file is empty or ours and of no later version.
    private static func refuseForeign(_ path: String) throws {
        do {
            try check(path: path, isReadOnly: true)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
            // Killed in the middle of a commit before the file was in WAL mode: a reader may not roll the journal back
            // (https://sqlite.org/rescode.html#readonly_rollback). A writer does, as every program that opens it would.
            try check(path: path, isReadOnly: false)
        }
    }

    private static func check(path: String, isReadOnly: Bool) throws {
        let database = try DatabaseQueue(path: path, configuration: configuration(isReadOnly: isReadOnly))
        defer { try? database.close() }
        try check(database, path: path)
    }

    /// - Returns: false where steps of the schema are missing.
    @discardableResult
    private static func check(_ database: some DatabaseReader, path: String) throws -> Bool {
        let migrator = Schema.migrator
        let (isOurs, applied) = try database.read { db in
            // The table of applied steps is made before the first step gives the file its id; a kill between the two must
            // not make our own file a stranger's.
            let tables =
                try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'") ?? 0
            let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            return (tables == 0 || id == Schema.applicationID, try migrator.appliedIdentifiers(db))
        }
        guard isOurs else { throw LedgerError.foreign(path: path) }
        let unknown = applied.subtracting(migrator.migrations).sorted()
        guard unknown.isEmpty else { throw LedgerError.newerSchema(path: path, unknown: unknown) }
        return applied == Set(migrator.migrations)
    }
}
