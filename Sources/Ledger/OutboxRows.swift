import Foundation
import GRDB
package import TriggerModel

/// Rows of files owed to the outside (promise 3): pending → staged → published.
enum OutboxRows {
    // Asked after every poll. The second condition says nothing new but lets SQLite take the index of what is owed: it
    // does not conclude "not published" from "pending" (https://www.sqlite.org/partialindex.html, section 3), and would
    // read all that was ever published.
    static let pending = """
        SELECT * FROM outbox WHERE state = 'pending' AND state <> 'published' AND (? IS NULL OR kind = ?)
        ORDER BY id LIMIT ?
        """
    static let unfinished = """
        SELECT id, kind, name, state FROM outbox WHERE state IN ('pending', 'staged') AND state <> 'published'
        ORDER BY id
        """

    static let owed = """
        SELECT EXISTS (SELECT 1 FROM outbox WHERE state IN ('pending', 'staged') AND state <> 'published')
        """

    static func insert(
        _ kind: OutboxEntry.Kind, name: String, payload: [UInt8], at: Timestamp, _ database: Database
    ) throws -> Bool {
        try database.changes(
            "INSERT OR IGNORE INTO outbox (kind, name, state, at, payload) VALUES (?, ?, 'pending', ?, ?)",
            [kind.rawValue, name, at.seconds, Data(payload)])
    }

    static func entry(_ row: Row) -> OutboxEntry? {
        guard let kind = OutboxEntry.Kind(rawValue: row["kind"]), let state = OutboxEntry.State(rawValue: row["state"])
        else { return nil }
        return OutboxEntry(
            id: row["id"], kind: kind, name: row["name"], payload: (row["payload"] as Data?).map { [UInt8]($0) },
            state: state, attempts: row["attempts"], detail: row["detail"])
    }
}

extension WatchLedger {
    /// Whether any file is to be written or to be brought into its directory.
    package func owesFiles() throws -> Bool {
        try read { try Bool.fetchOne($0.cachedStatement(sql: OutboxRows.owed)) ?? false }
    }

    /// Files of one kind (of any, when nil) to be written next, oldest first, with their bytes.
    package func pendingOutbox(_ kind: OutboxEntry.Kind? = nil, limit: Int = 200) throws -> [OutboxEntry] {
        try read { db in
            try db.rows(OutboxRows.pending, [kind?.rawValue, kind?.rawValue, limit]).compactMap(OutboxRows.entry)
        }
    }

    /// Every file that is pending or staged: what recovery compares the directories with.
    package func unfinishedOutboxNames() throws -> [OutboxName] {
        try read { db in
            try db.rows(OutboxRows.unfinished).compactMap { row in
                guard let kind = OutboxEntry.Kind(rawValue: row["kind"]),
                    let state = OutboxEntry.State(rawValue: row["state"])
                else { return nil }
                return OutboxName(id: row["id"], kind: kind, name: row["name"], state: state)
            }
        }
    }

    /// One file by kind and name, whatever its state.
    package func outboxEntry(_ kind: OutboxEntry.Kind, name: String) throws -> OutboxEntry? {
        try read { db in
            try db.row("SELECT * FROM outbox WHERE kind = ? AND name = ?", [kind.rawValue, name])
                .flatMap(OutboxRows.entry)
        }
    }

    /// Their temporary files are written and synced.
    package func markStaged(_ ids: [Int64], at time: Timestamp) throws {
        try advance(ids, to: .staged, from: "('pending')", at: time)
    }

    /// They are in `new/` and the directory is synced, or a consumer has taken them. Published stays published.
    package func markPublished(_ ids: [Int64], at time: Timestamp) throws {
        try advance(ids, to: .published, from: "('pending', 'staged')", at: time)
    }

    /// A staged file's temporary file must be written anew (a crash before the rename lost it in a way that recovery
    /// knows).
    package func markPending(_ ids: [Int64], at time: Timestamp) throws {
        try advance(ids, to: .pending, from: "('staged', 'failed')", at: time)
    }

    /// An attempt failed; `isFinal` gives up until a person asks for it again.
    package func markFailed(_ id: Int64, _ detail: String, isFinal: Bool, at time: Timestamp) throws {
        try write { db in
            try db.run(
                """
                UPDATE outbox SET attempts = attempts + 1, detail = ?, at = ?,
                    state = CASE WHEN ? THEN 'failed' ELSE state END
                WHERE id = ? AND state <> 'published'
                """, [detail, time.seconds, isFinal, id])
        }
    }

    private func advance(_ ids: [Int64], to state: OutboxEntry.State, from states: String, at time: Timestamp) throws {
        guard !ids.isEmpty else { return }
        try write { db in
            for id in ids {
                try db.run(
                    "UPDATE outbox SET state = ?, at = ? WHERE id = ? AND state IN \(states)",
                    [state.rawValue, time.seconds, id])
            }
        }
    }
}
