import GRDB
package import TriggerModel

extension LedgerTransaction {
    /// Keeps that a rep got the digest of a day, and which alerts it carried. Together with its spool row in one
    /// transaction a rep gets exactly one digest a day.
    ///
    /// - Returns: false when the rep has a digest of that day already; then nothing was changed and nothing is to be
    /// sent.
    package func record(_ digest: Digest) throws -> Bool {
        guard
            try database.changes(
                "INSERT OR IGNORE INTO digest (rep, day, message_id, at) VALUES (?, ?, ?, ?)",
                [digest.rep, digest.day.daysSince1970, digest.messageID, digest.at.seconds])
        else { return false }
        for (place, alert) in digest.alerts.enumerated() {
            try database.run(
                "INSERT OR IGNORE INTO digest_alert (alert, rep, day, place) VALUES (?, ?, ?, ?)",
                [alert, digest.rep, digest.day.daysSince1970, place])
        }
        return true
    }
}

extension WatchLedger {
    /// The newest digest of a rep; nil before the first.
    package func lastDigest(rep: String) throws -> Digest? {
        try read { db in
            try db.row("SELECT * FROM digest WHERE rep = ? ORDER BY day DESC LIMIT 1", [rep])
                .map { try Self.digest($0, db) }
        }
    }

    /// The digest of one local day.
    package func digest(rep: String, day: CalendarDay) throws -> Digest? {
        try read { db in
            try db.row("SELECT * FROM digest WHERE rep = ? AND day = ?", [rep, day.daysSince1970])
                .map { try Self.digest($0, db) }
        }
    }

    private static func digest(_ row: Row, _ db: Database) throws -> Digest {
        let rep: String = row["rep"]
        let alerts = try String.fetchAll(
            db.cachedStatement(sql: "SELECT alert FROM digest_alert WHERE rep = ? AND day = ? ORDER BY place"),
            arguments: [rep, row["day"] as Int])
        return Digest(
            rep: rep, day: row.calendarDay("day"), messageID: row["message_id"], at: row.time("at"), alerts: alerts)
    }
}
