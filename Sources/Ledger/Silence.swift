import GRDB
package import TriggerModel

/// An account, rule or source of which nothing is told up to and with a day.
package struct Silence: Hashable, Sendable, Codable {
    package enum Scope: String, Sendable, Codable, CaseIterable {
        case account
        /// One rule, or a family as `legal.*`.
        case rule
        /// Alerts whose first teller is the source.
        case source
    }

    /// nil until it is stored.
    package var id: Int64?
    package var scope: Scope
    package var name: String
    /// The last silent day.
    package var until: CalendarDay
    package var author: String
    package var reason: String
    package var createdAt: Timestamp
    package var removedAt: Timestamp?

    package init(
        id: Int64? = nil, scope: Scope, name: String, until: CalendarDay, author: String, reason: String,
        createdAt: Timestamp, removedAt: Timestamp? = nil
    ) {
        self.id = id
        self.scope = scope
        self.name = name
        self.until = until
        self.author = author
        self.reason = reason
        self.createdAt = createdAt
        self.removedAt = removedAt
    }

    /// The names under which a rule may be silenced: its own, and those of its families.
    static func names(ofRule rule: String) -> [String] {
        var names = [rule]
        var rest = rule[...]
        while let dot = rest.lastIndex(of: ".") {
            rest = rest[..<dot]
            names.append("\(rest).*")
        }
        return names
    }
}

enum SilenceRows {
    static func silence(_ row: Row) -> Silence? {
        guard let scope = Silence.Scope(rawValue: row["scope"]) else { return nil }
        return Silence(
            id: row["id"], scope: scope, name: row["name"], until: row.calendarDay("until_day"), author: row["author"],
            reason: row["reason"], createdAt: row.time("created_at"), removedAt: row.optionalTime("removed_at"))
    }
}

extension WatchLedger {
    /// - Returns: its number.
    package func add(_ silence: Silence) throws -> Int64 {
        try write { db in
            try db.run(
                "INSERT INTO silence (scope, name, until_day, author, reason, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    silence.scope.rawValue, silence.name, silence.until.daysSince1970, silence.author, silence.reason,
                    silence.createdAt.seconds,
                ])
            return db.lastInsertedRowID
        }
    }

    /// Ends a silence before its day. The row stays.
    /// - Returns: false where there is no such silence, or it was ended before.
    package func endSilence(_ id: Int64, at time: Timestamp) throws -> Bool {
        try write {
            try $0.changes(
                "UPDATE silence SET removed_at = ? WHERE id = ? AND removed_at IS NULL", [time.seconds, id])
        }
    }

    /// Silences, newest first.
    /// - Parameter day: only those that hold on it; nil lists all that ever were.
    package func silences(on day: CalendarDay?) throws -> [Silence] {
        try read { db in
            try db.rows(
                """
                SELECT * FROM silence WHERE ?1 IS NULL OR (until_day >= ?1 AND removed_at IS NULL) ORDER BY id DESC
                """, [day?.daysSince1970]
            ).compactMap(SilenceRows.silence)
        }
    }
}
