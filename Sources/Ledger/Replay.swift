import GRDB
package import TriggerModel

/// A stored item as it is read again: what it said, and what became of it at the door.
package struct ReplayedItem: Sendable {
    package var id: StoredItemID
    package var item: Item
    package var firstSeen: Timestamp
    /// Stopped before recognition: remembered only, whatever the rules say.
    package var isKeptOut: Bool
}

/// What looking back has been done for.
package struct LookedBack: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case account, profile, rule
    }

    package var kind: Kind
    package var name: String
    /// Changes with whatever makes looking back worth while.
    package var mark: String

    package init(_ kind: Kind, _ name: String, mark: String) {
        self.kind = kind
        self.name = name
        self.mark = mark
    }
}

extension WatchLedger {
    /// Stored items first seen at `since` or later, with their text, after `id` and oldest first: many at a time, for
    /// reading a year again.
    package func replay(
        since: Timestamp, after id: StoredItemID = StoredItemID(0), limit: Int
    ) throws -> [ReplayedItem] {
        try read { db in
            try Self.replayed(
                "WHERE item.id > ? AND item.first_seen >= ? AND item.has_text = 1 AND item.outcome <> 'awaiting' "
                    + "ORDER BY item.id LIMIT ?", [id.number, since.seconds, limit], db)
        }
    }

    /// Those of the items that still have their text, oldest first.
    package func replay(_ ids: [StoredItemID]) throws -> [ReplayedItem] {
        try read { db in
            try Self.replayed(
                "WHERE item.id IN (SELECT value FROM json_each(?)) AND item.has_text = 1 ORDER BY item.id",
                [JSONNumbers.text(ids.map(\.number))], db)
        }
    }

    private static func replayed(
        _ condition: String, _ arguments: StatementArguments, _ db: Database
    ) throws -> [ReplayedItem] {
        // By the place of each column: finding it by name costs more than reading it.
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT item.id, item.first_seen, item.gate_stage, item.document_id, item.url, item.title,
                        item.published, item.updated, item.language, item.authors, item.categories, item.filing,
                        item.summary, item.content, item.activity, source.name
                    FROM item JOIN source ON source.id = item.source \(condition)
                    """), arguments: arguments)
        var items: [ReplayedItem] = []
        while let row = try rows.next() {
            let item = Item(
                source: row[15], id: row[3], url: row[4], title: row[5], summary: row[12], content: row[13],
                published: (row[6] as Int?).map { Timestamp(seconds: $0) },
                updated: (row[7] as Int?).map { Timestamp(seconds: $0) }, authors: StoredList.values(row[9]),
                categories: StoredList.values(row[10]), language: row[8],
                filing: try (row[11] as String?).map { try StoredJSON.value(Filing.self, $0) },
                activity: try (row[14] as String?).map { try StoredJSON.value(Activity.self, $0) })
            items.append(
                ReplayedItem(
                    id: StoredItemID(row[0]), item: item, firstSeen: Timestamp(seconds: row[1]),
                    isKeptOut: (row[2] as String?) == Gate.Stage.intake.rawValue))
        }
        return items
    }

    /// How many items `replay` will give: exact but for those whose text is gone.
    package func replayCount(since: Timestamp) throws -> Int {
        try read { db in
            try Int.fetchOne(
                db.cachedStatement(sql: "SELECT count(*) FROM item WHERE first_seen >= ? AND has_text = 1"),
                arguments: [since.seconds]) ?? 0
        }
    }

    /// Items first seen within a time, oldest first.
    package func items(from start: Timestamp, to end: Timestamp) throws -> [StoredItem] {
        try read { db in
            // One query for each of the two partial indexes.
            var found: [StoredItem] = []
            for condition in ["item.has_text = 1", "item.has_text = 0"] {
                found += try db.rows(
                    ItemRows.select + "WHERE \(condition) AND item.first_seen >= ? AND item.first_seen < ?",
                    [start.seconds, end.seconds]
                ).map { try ItemRows.stored($0, db) }
            }
            return found.sorted { $0.id < $1.id }
        }
    }

    /// Whether no item was ever kept and looking back was done for nothing.
    package func isUnread() throws -> Bool {
        try read { db in
            try db.row("SELECT 1 FROM item UNION ALL SELECT 1 FROM looked_back LIMIT 1") == nil
        }
    }

    /// What looking back has been done for.
    package func lookedBack() throws -> Set<LookedBack> {
        try read { db in
            Set(
                try db.rows("SELECT kind, name, mark FROM looked_back").compactMap { row in
                    LookedBack.Kind(rawValue: row["kind"]).map { LookedBack($0, row["name"], mark: row["mark"]) }
                })
        }
    }
}

extension LedgerTransaction {
    /// Remembers that looking back has been done for these.
    /// - Parameter configured: all that is configured: what is no longer, is new when it comes back.
    package func remember(_ lookedBack: [LookedBack], of configured: [LookedBack]) throws {
        let names = Set(configured.map { [$0.kind.rawValue, $0.name] })
        for row in try database.rows("SELECT kind, name FROM looked_back") {
            let (kind, name): (String, String) = (row["kind"], row["name"])
            guard !names.contains([kind, name]) else { continue }
            try database.run("DELETE FROM looked_back WHERE kind = ? AND name = ?", [kind, name])
        }
        for entry in lookedBack {
            try database.run(
                "INSERT OR REPLACE INTO looked_back (kind, name, mark, at) VALUES (?, ?, ?, ?)",
                [entry.kind.rawValue, entry.name, entry.mark, at.seconds])
        }
    }
}
