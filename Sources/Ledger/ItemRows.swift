import GRDB
package import TriggerModel

extension ItemOutcome {
    /// The word of the outcome in rows and counters.
    var column: String {
        switch self {
        case .gated: StoredItem.Outcome.gated.rawValue
        case .told: StoredItem.Outcome.told.rawValue
        case .alerted: StoredItem.Outcome.alerted.rawValue
        }
    }

    var gate: Gate? {
        if case .gated(let gate) = self { gate } else { nil }
    }
}

/// Rows of stored items.
enum ItemRows {
    /// What alerted stays so: a later judgement that finds less takes nothing back.
    ///
    /// - Returns: the outcome that the item has now.
    @discardableResult
    static func judge(_ id: StoredItemID, _ outcome: ItemOutcome, _ database: Database) throws -> ItemOutcome {
        let gate = outcome.gate
        let isJudged = try database.changes(
            """
            UPDATE item SET outcome = ?1, gate_stage = ?2, gate = ?3, gate_detail = ?4
            WHERE id = ?5 AND (outcome <> 'alerted' OR ?1 = 'alerted')
            """, [outcome.column, gate?.stage.rawValue, gate?.gate, gate?.detail, id.number])
        return isJudged ? outcome : .alerted
    }

    /// What a further document added; identity, first title and dates of the feed's own entry stay where it is silent.
    static func enrich(_ id: StoredItemID, with item: Item, at: Timestamp, _ database: Database) throws {
        try database.run(
            """
            UPDATE item SET title = coalesce(?, title), published = coalesce(?, published),
                updated = coalesce(?, updated), language = coalesce(?, language), summary = coalesce(?, summary),
                content = coalesce(?, content), filing = coalesce(?, filing), activity = coalesce(?, activity),
                date_flag = CASE WHEN ? THEN ? ELSE date_flag END, has_text = 1
            WHERE id = ?
            """,
            [
                item.title, item.published?.seconds, item.updated?.seconds, item.language, item.summary, item.content,
                try item.filing.map { try StoredJSON.text($0) }, try item.activity.map { try StoredJSON.text($0) },
                DateFlag.isDated(item), DateFlag(item, seenAt: at)?.rawValue, id.number,
            ])
    }

    /// `row` needs all columns of `item` and the source's name as `source_name`.
    static func item(_ row: Row) throws -> Item {
        Item(
            source: row["source_name"], id: row["document_id"], url: row["url"], title: row["title"],
            summary: row["summary"], content: row["content"], published: row.optionalTime("published"),
            updated: row.optionalTime("updated"), authors: StoredList.values(row["authors"]),
            categories: StoredList.values(row["categories"]), language: row["language"],
            filing: try (row["filing"] as String?).map { try StoredJSON.value(Filing.self, $0) },
            activity: try (row["activity"] as String?).map { try StoredJSON.value(Activity.self, $0) })
    }

    /// `row` needs those of `item` and, of `awaiting`, what it waits for.
    static func awaiting(_ row: Row) throws -> AwaitingItem {
        AwaitingItem(
            id: StoredItemID(row["id"]), item: try item(row),
            document: AwaitedDocument(url: row["awaited_url"], kind: row["kind"], deadline: row.time("deadline")),
            attempts: row["attempts"], nextAttemptAt: row.time("next_attempt_at"), since: row.time("since"),
            detail: row["detail"])
    }

    static func stored(_ row: Row, _ database: Database) throws -> StoredItem {
        let gate = (row["gate_stage"] as String?).flatMap(Gate.Stage.init(rawValue:)).map {
            Gate($0, row["gate"] ?? "", row["gate_detail"] ?? "")
        }
        return StoredItem(
            id: StoredItemID(row["id"]), item: try item(row), hasText: row["has_text"],
            dateFlag: (row["date_flag"] as String?).flatMap(DateFlag.init(rawValue:)),
            firstSeen: row.time("first_seen"), lastSeen: row.calendarDay("last_seen"), revisions: row["revisions"],
            previousTitle: row["previous_title"],
            outcome: (row["outcome"] as String?).flatMap(StoredItem.Outcome.init(rawValue:)) ?? .gated, gate: gate,
            events: try String.fetchAll(
                database.cachedStatement(sql: "SELECT event FROM event_item WHERE item = ? ORDER BY event"),
                arguments: [row["id"] as Int64]))
    }

    /// All columns of `item` and the source's name, to be followed by a condition.
    static let select = "SELECT item.*, source.name AS source_name FROM item JOIN source ON source.id = item.source "
}

extension WatchLedger {
    /// Items whose further document is due: the next attempt or the deadline has come.
    ///
    /// In rounds over the sources, so that many documents of one slow host do not keep the others waiting; within a
    /// source those with fewer attempts first, then the oldest.
    package func awaitingDue(_ now: Timestamp, limit: Int = 500) throws -> [AwaitingItem] {
        try read { db in
            try db.rows(
                """
                SELECT item.*, source.name AS source_name, awaiting.url AS awaited_url, awaiting.kind,
                    awaiting.deadline, awaiting.attempts, awaiting.next_attempt_at, awaiting.since, awaiting.detail
                FROM (
                    SELECT awaiting.*, row_number() OVER (
                        PARTITION BY item.source ORDER BY attempts, since, awaiting.item) AS round
                    FROM awaiting JOIN item ON item.id = awaiting.item
                    WHERE next_attempt_at <= ? OR deadline <= ?
                    ORDER BY round, since, awaiting.item LIMIT ?
                ) AS awaiting JOIN item ON item.id = awaiting.item JOIN source ON source.id = item.source
                ORDER BY awaiting.round, awaiting.since, awaiting.item
                """, [now.seconds, now.seconds, limit]
            ).map(ItemRows.awaiting)
        }
    }

    /// What an item waits for; nil where it waits for nothing.
    package func awaiting(_ id: StoredItemID) throws -> AwaitingItem? {
        try read { db in
            try db.row(
                """
                SELECT item.*, source.name AS source_name, awaiting.url AS awaited_url, awaiting.kind,
                    awaiting.deadline, awaiting.attempts, awaiting.next_attempt_at, awaiting.since, awaiting.detail
                FROM awaiting JOIN item ON item.id = awaiting.item JOIN source ON source.id = item.source
                WHERE awaiting.item = ?
                """, [id.number]
            ).map(ItemRows.awaiting)
        }
    }

    /// When the next awaiting item becomes due; nil where none waits.
    package func nextAwaiting() throws -> Timestamp? {
        try read { db in
            try db.row("SELECT min(min(next_attempt_at, deadline)) AS due FROM awaiting")?.optionalTime("due")
        }
    }

    /// Stored items first seen at `since` or later, after `id`, oldest first, with their text: what a new live rule
    /// looks back on. Awaiting items are not among them; their turn comes.
    package func items(
        since: Timestamp, after id: StoredItemID = StoredItemID(0), limit: Int = 500
    ) throws -> [StoredItem] {
        try read { db in
            try db.rows(
                ItemRows.select + """
                    WHERE item.id > ? AND item.first_seen >= ? AND item.has_text = 1 AND item.outcome <> 'awaiting'
                    ORDER BY item.id LIMIT ?
                    """, [id.number, since.seconds, limit]
            ).map { try ItemRows.stored($0, db) }
        }
    }

    package func item(_ id: StoredItemID) throws -> StoredItem? {
        try read { db in
            try db.row(ItemRows.select + "WHERE item.id = ?", [id.number]).map { try ItemRows.stored($0, db) }
        }
    }

    /// For `explain`: items by their document's id, by link in any spelling, by number, or by a part of the title,
    /// newest first. Exact finds win over titles.
    package func items(matching text: String, limit: Int = 20) throws -> [StoredItem] {
        try read { db in
            var found: [StoredItem] = []
            for key in IdentityKeys(Item(source: "", id: text, url: text), hash: hash).keys
            where key.kind == .guid || key.kind == .link {
                // Kind and source apart: one look-up per source in the key table, whatever its size.
                found += try db.rows(
                    ItemRows.select + """
                        JOIN seen_key ON seen_key.source = source.id AND seen_key.key = ? AND seen_key.day = 0
                            AND seen_key.item = item.id
                        ORDER BY item.id DESC LIMIT ?
                        """, [key.hash, limit]
                ).map { try ItemRows.stored($0, db) }
            }
            if found.isEmpty, let number = Int64(text) {
                found += try db.rows(ItemRows.select + "WHERE item.id = ?", [number])
                    .map { try ItemRows.stored($0, db) }
            }
            if found.isEmpty {
                let part = text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
                found += try db.rows(
                    ItemRows.select + """
                        WHERE item.document_id = ? OR item.title LIKE ? ESCAPE '\\' ORDER BY item.id DESC LIMIT ?
                        """, [text, "%\(part)%", limit]
                ).map { try ItemRows.stored($0, db) }
            }
            return found
        }
    }
}
