import GRDB
package import TriggerModel

/// A name in an item that may mean more than one account: never a silent choice, but a line for operations to decide.
package struct AmbiguousName: Hashable, Sendable, Codable {
    package var item: Int64
    package var name: String
    /// Ids of the accounts it may mean.
    package var candidates: [String]
    package var at: Timestamp
    /// What a person said it means; empty: none of ours.
    package var account: String?
    package var author: String?

    package init(
        item: StoredItemID, name: String, candidates: [String], at: Timestamp, account: String? = nil,
        author: String? = nil
    ) {
        self.item = item.number
        self.name = name
        self.candidates = candidates
        self.at = at
        self.account = account
        self.author = author
    }
}

extension LedgerTransaction {
    /// Puts a name on the review list, once per item and name. What was decided stays decided.
    package func review(_ name: String, in item: StoredItemID, candidates: [String]) throws {
        try database.run(
            "INSERT OR IGNORE INTO review (item, name, candidates, at) VALUES (?, ?, ?, ?)",
            [item.number, name, try StoredJSON.text(candidates.sorted()), at.seconds])
    }

    /// Keeps what a person said a name means.
    /// - Parameter account: empty where it means none of ours.
    /// - Returns: false where the item has no such name on the list.
    package func decide(_ name: String, in item: StoredItemID, account: String, author: String) throws -> Bool {
        try database.changes(
            "UPDATE review SET account = ?, author = ?, decided_at = ? WHERE item = ? AND name = ?",
            [account, author, at.seconds, item.number, name])
    }
}

extension WatchLedger {
    /// Names that nobody has decided on, newest first.
    package func openReviews(limit: Int = 100) throws -> [AmbiguousName] {
        try read { db in
            try db.rows("SELECT * FROM review WHERE decided_at IS NULL ORDER BY at DESC, item, name LIMIT ?", [limit])
                .map(Self.ambiguous)
        }
    }

    /// What the review list says of an item's names.
    package func reviews(of item: StoredItemID) throws -> [AmbiguousName] {
        try read { try $0.rows("SELECT * FROM review WHERE item = ? ORDER BY name", [item.number]).map(Self.ambiguous) }
    }

    private static func ambiguous(_ row: Row) throws -> AmbiguousName {
        AmbiguousName(
            item: StoredItemID(row["item"]), name: row["name"],
            candidates: try StoredJSON.value([String].self, row["candidates"]), at: row.time("at"),
            account: row["account"], author: row["author"])
    }
}
