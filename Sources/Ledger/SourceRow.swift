import GRDB
package import TriggerModel

/// The row of a source, as a poll finds it.
struct SourceRow: Equatable {
    var id: Int64
    var name: String
    /// Before this poll.
    var firstDocumentAt: Timestamp?
    /// Polls in a row in which most known items had a new guid, a new link.
    var guidChurn = 0
    var linkChurn = 0
    var retiredKinds = 0
    var reportedKinds = 0

    /// False for a kind of key that changes on every fetch.
    func asks(_ kind: IdentityKey.Kind) -> Bool { retiredKinds & 1 << kind.rawValue == 0 }

    /// Writes the state after a poll that read a document or failed, and gives the source as it was before it.
    ///
    /// Validators and hash stay as they were after a failure: the last good document is still the one to ask about. A
    /// new source has had no document with an item yet; `PollTransaction` says when it had.
    static func touch(_ database: Database, _ record: PollRecord) throws -> SourceRow {
        let row =
            record.outcome == .document
            ? try database.row(
                """
                UPDATE source SET etag = ?, last_modified = ?, body_hash = ?, last_changed_at = ?, last_polled_at = ?,
                    failures = ?, next_poll_at = ?, last_outcome = ?, last_detail = ?
                WHERE name = ? RETURNING id, first_document_at, guid_churn, link_churn, retired_kinds,
                    reported_kinds
                """,
                [
                    record.etag, record.lastModified, record.bodyHash, record.at.seconds, record.at.seconds,
                    record.failures, record.nextPollAt.seconds, record.outcome.rawValue, record.detail, record.source,
                ])
            : try database.row(
                """
                UPDATE source SET last_polled_at = ?, failures = ?, next_poll_at = ?, last_outcome = ?, last_detail = ?
                WHERE name = ? RETURNING id, first_document_at, guid_churn, link_churn, retired_kinds,
                    reported_kinds
                """,
                [
                    record.at.seconds, record.failures, record.nextPollAt.seconds, record.outcome.rawValue,
                    record.detail, record.source,
                ])
        guard let row else {
            let id = try insert(record, database)
            return SourceRow(id: id, name: record.source)
        }
        try rememberMove(record, of: row[0], database)
        try remember(record, of: row[0], database)
        return SourceRow(
            id: row[0], name: record.source, firstDocumentAt: (row[1] as Int?).map { Timestamp(seconds: $0) },
            guidChurn: row[2], linkChurn: row[3], retiredKinds: row[4], reportedKinds: row[5])
    }

    /// Writes the state after a poll that found nothing new: one small update where nothing else is to be remembered.
    ///
    /// - Returns: the source's number.
    static func touchUnchanged(_ database: Database, _ record: PollRecord) throws -> Int64 {
        // One number is read much faster than a row: below zero where a move is remembered.
        let found = try Int64.fetchOne(
            database.cachedStatement(
                sql: """
                    UPDATE source SET etag = coalesce(?, etag), last_modified = coalesce(?, last_modified),
                        body_hash = coalesce(?, body_hash), last_polled_at = ?, failures = ?, next_poll_at = ?,
                        last_outcome = ?, last_detail = ?
                    WHERE name = ? RETURNING iif(moved_to IS NULL, id, -id)
                    """),
            arguments: [
                record.etag, record.lastModified, record.bodyHash, record.at.seconds, record.failures,
                record.nextPollAt.seconds, record.outcome.rawValue, record.detail, record.source,
            ])
        guard let found else { return try insert(record, database) }
        let id = abs(found)
        if record.move != .stayed || found < 0 { try rememberMove(record, of: id, database) }
        try remember(record, of: id, database)
        return id
    }

    private static func insert(_ record: PollRecord, _ database: Database) throws -> Int64 {
        let isDocument = record.outcome == .document
        try database.run(
            """
            INSERT INTO source (name, etag, last_modified, body_hash, first_polled_at, last_polled_at, last_changed_at,
                failures, next_poll_at, last_outcome, last_detail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                record.source, record.etag, record.lastModified, record.bodyHash, record.at.seconds,
                record.at.seconds, isDocument ? record.at.seconds : nil, record.failures, record.nextPollAt.seconds,
                record.outcome.rawValue, record.detail,
            ])
        let id = database.lastInsertedRowID
        try rememberMove(record, of: id, database)
        try remember(record, of: id, database)
        return id
    }

    private static func rememberMove(_ record: PollRecord, of source: Int64, _ database: Database) throws {
        switch record.move {
        case .unknown: break
        case .stayed:
            try database.run(
                "UPDATE source SET moved_to = NULL, moved_count = 0 WHERE id = ? AND moved_to IS NOT NULL", [source])
        case .to(let address):
            try database.run(
                """
                UPDATE source SET moved_count = CASE WHEN moved_to = ?1 THEN moved_count + 1 ELSE 1 END, moved_to = ?1
                WHERE id = ?2
                """, [address, source])
        }
    }

    /// What only some polls have to say.
    private static func remember(_ record: PollRecord, of source: Int64, _ database: Database) throws {
        if let timepoint = record.timepoint {
            try database.run("UPDATE source SET timepoint = ? WHERE id = ?", [timepoint, source])
        }
        if let address = record.address {
            try database.run("UPDATE source SET address = ? WHERE id = ?", [address, source])
        }
        if let day = record.reconciledDay {
            try database.run("UPDATE source SET reconciled_day = ? WHERE id = ?", [day.daysSince1970, source])
        }
        if let rhythm = record.rhythm {
            try database.run("INSERT OR REPLACE INTO rhythm (source, body) VALUES (?, ?)", [source, rhythm])
        }
    }

    /// By place: finding twenty columns by name costs more than reading the row.
    static func state(_ row: Row) throws -> SourceState {
        SourceState(
            source: row[0], etag: row[1], lastModified: row[2], bodyHash: row[3],
            firstPolledAt: Timestamp(seconds: row[4]), firstDocumentAt: time(row[5]),
            lastPolledAt: Timestamp(seconds: row[6]), lastChangedAt: time(row[7]), failures: row[8],
            nextPollAt: Timestamp(seconds: row[9]), lastOutcome: PollOutcome(rawValue: row[10]) ?? .failed,
            lastDetail: row[11], movedTo: row[12], movedCount: row[13], rhythm: row[17], address: row[14],
            timepoint: row[15],
            reconciledDay: (row[16] as Int?).map { CalendarDay(daysSince1970: $0) })
    }

    private static func time(_ seconds: Int?) -> Timestamp? { seconds.map { Timestamp(seconds: $0) } }

    fileprivate static func select(withRhythms: Bool = true) -> String {
        """
        SELECT name, etag, last_modified, body_hash, first_polled_at, first_document_at, last_polled_at, last_changed_at,
            failures, next_poll_at, last_outcome, last_detail, moved_to, moved_count, address, timepoint,
            reconciled_day, \(withRhythms ? "body FROM source LEFT JOIN rhythm ON rhythm.source = source.id" : "NULL FROM source")

        """
    }
}

extension WatchLedger {
    /// nil for a source that was never polled.
    package func sourceState(_ source: String) throws -> SourceState? {
        try read { try $0.row(SourceRow.select() + "WHERE name = ?", [source]).map(SourceRow.state) }
    }

    /// By name; sources that are no longer configured are among them.
    ///
    /// - Parameter withRhythms: false leaves `rhythm` nil, which is most of what a state weighs.
    package func allSourceStates(withRhythms: Bool = true) throws -> [SourceState] {
        let select = SourceRow.select(withRhythms: withRhythms) + "ORDER BY name"
        return try read { try Array(Row.fetchCursor($0.cachedStatement(sql: select)).map(SourceRow.state)) }
    }

    /// Identity keys kept for a source: should grow with its items, not with its polls.
    package func keyCount(of source: String) throws -> Int {
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM seen_key WHERE source = (SELECT id FROM source WHERE name = ?)",
                arguments: [source]) ?? 0
        }
    }

    /// Whether any of some items of a source was seen before, as its next poll would find; remembers nothing.
    package func knows(anyOf items: [Item], of source: String) throws -> Bool {
        try read { db in
            guard let row = try db.row("SELECT id, retired_kinds FROM source WHERE name = ?", [source]) else {
                return false
            }
            let known = SourceRow(id: row[0], name: source, retiredKinds: row[1])
            let keys = items.map {
                IdentityKeys($0, hash: hash, asksGuids: known.asks(.guid), asksLinks: known.asks(.link))
            }
            let table = try KeyTable(db, source: known.id, document: keys)
            return try keys.contains { seen in
                try seen.keys.dropLast(seen.hasWeakTitle ? 1 : 0).contains { key in
                    if case .stored = try table.find(key) { true } else { false }
                }
            }
        }
    }

    /// A day's index was looked for in vain: it counts as compared.
    package func noteReconciled(_ source: String, day: CalendarDay) throws {
        try write {
            try $0.run("UPDATE source SET reconciled_day = ? WHERE name = ?", [day.daysSince1970, source])
        }
    }

    /// Which of some filings a source has brought, whatever became of them: for the comparison with a daily index.
    ///
    /// A filing's accession number is its only identity key; they are found without reading an item.
    package func accessionsSeen(source: String, among accessions: [String]) throws -> Set<String> {
        try read { db in
            guard let id = try db.row("SELECT id FROM source WHERE name = ?", [source])?[0] as Int64? else { return [] }
            let keys = accessions.map { accession -> (String, Int64) in
                let item = Item(source: source, id: accession, filing: Filing(form: "", accession: accession))
                return (accession, IdentityKeys(item, hash: hash).keys[0].hash)  // a filing has exactly one key
            }
            let found = try Int64.fetchSet(
                db.cachedStatement(
                    sql: """
                        SELECT k.key FROM json_each(?) AS j CROSS JOIN seen_key AS k
                        WHERE k.source = ? AND k.key = j.value AND k.day = 0 AND k.item <> 0
                        """), arguments: [JSONNumbers.text(keys.map(\.1)), id])
            return Set(keys.lazy.filter { found.contains($0.1) }.map(\.0))
        }
    }
}
