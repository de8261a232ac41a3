import GRDB
import TriggerModel

/// The row of a source, as a poll finds it.
struct SourceRow {
    var id: Int64
    var name: String
    /// Before this poll.
    var firstDocumentAt: Timestamp?
    var guidChurn: Int
    var retiredKinds: Int
    var reportedKinds: Int

    /// Writes the state after a poll and gives the source as it was before it.
    ///
    /// Validators and hash stay as they were after a failure: the last good document is still the one to ask about.
    static func touch(_ database: Database, _ record: PollRecord) throws -> SourceRow {
        let isDocument = record.outcome == .document
        let before = try database.row(
            """
            SELECT id, first_document_at, guid_churn, retired_kinds, reported_kinds FROM source WHERE name = ?
            """, [record.source])
        guard let before else {
            try database.run(
                """
                INSERT INTO source (name, etag, last_modified, body_hash, first_polled_at, first_document_at,
                    last_polled_at, last_changed_at, failures, next_poll_at, last_outcome, last_detail)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    record.source, record.etag, record.lastModified, record.bodyHash, record.at.seconds,
                    isDocument ? record.at.seconds : nil, record.at.seconds, isDocument ? record.at.seconds : nil,
                    record.failures, record.nextPollAt.seconds, record.outcome.rawValue, record.detail,
                ])
            return SourceRow(
                id: database.lastInsertedRowID, name: record.source, guidChurn: 0, retiredKinds: 0, reportedKinds: 0)
        }
        let source = SourceRow(
            id: before[0], name: record.source, firstDocumentAt: (before[1] as Int?).map { Timestamp(seconds: $0) },
            guidChurn: before[2], retiredKinds: before[3], reportedKinds: before[4])
        if isDocument {
            try database.run(
                """
                UPDATE source SET etag = ?, last_modified = ?, body_hash = ?,
                    first_document_at = coalesce(first_document_at, ?), last_changed_at = ?, last_polled_at = ?,
                    failures = ?, next_poll_at = ?, last_outcome = ?, last_detail = ?
                WHERE id = ?
                """,
                [
                    record.etag, record.lastModified, record.bodyHash, record.at.seconds, record.at.seconds,
                    record.at.seconds, record.failures, record.nextPollAt.seconds, record.outcome.rawValue,
                    record.detail, source.id,
                ])
        } else {
            let isFailure = record.outcome == .failed
            try database.run(
                """
                UPDATE source SET etag = coalesce(?, etag), last_modified = coalesce(?, last_modified),
                    body_hash = coalesce(?, body_hash), last_polled_at = ?, failures = ?, next_poll_at = ?,
                    last_outcome = ?, last_detail = ?
                WHERE id = ?
                """,
                [
                    isFailure ? nil : record.etag, isFailure ? nil : record.lastModified,
                    isFailure ? nil : record.bodyHash, record.at.seconds, record.failures, record.nextPollAt.seconds,
                    record.outcome.rawValue, record.detail, source.id,
                ])
        }
        return source
    }

    static func state(_ row: Row) throws -> SourceState {
        SourceState(
            source: row["name"], etag: row["etag"], lastModified: row["last_modified"], bodyHash: row["body_hash"],
            firstPolledAt: row.time("first_polled_at"), firstDocumentAt: row.optionalTime("first_document_at"),
            lastPolledAt: row.time("last_polled_at"), lastChangedAt: row.optionalTime("last_changed_at"),
            failures: row["failures"], nextPollAt: row.time("next_poll_at"),
            lastOutcome: PollOutcome(rawValue: row["last_outcome"]) ?? .failed, lastDetail: row["last_detail"])
    }
}

extension WatchLedger {
    /// nil for a source that was never polled.
    package func sourceState(_ source: String) throws -> SourceState? {
        try read { try $0.row("SELECT * FROM source WHERE name = ?", [source]).map(SourceRow.state) }
    }

    /// By name; sources that are no longer configured are among them.
    package func allSourceStates() throws -> [SourceState] {
        try read { try $0.rows("SELECT * FROM source ORDER BY name").map(SourceRow.state) }
    }

    /// Identity keys kept for a source: should grow with its items, not with its polls.
    package func keyCount(of source: String) throws -> Int {
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM seen_key WHERE source = (SELECT id FROM source WHERE name = ?)",
                arguments: [source]) ?? 0
        }
    }
}
