import GRDB
package import TriggerModel

/// Rows of alerts.
enum AlertRows {
    static func first(event: String, account: String, _ database: Database) throws -> Alert? {
        try database.row(
            "SELECT body FROM alert WHERE event = ? AND account = ? AND updates IS NULL", [event, account]
        )
        .map(alert)
    }

    static func about(_ account: String, since: Timestamp, _ database: Database) throws -> [Alert] {
        try database.rows(
            "SELECT body FROM alert WHERE account = ? AND created_at >= ? ORDER BY created_at DESC, id",
            [account, since.seconds]
        ).map(alert)
    }

    static func alert(_ row: Row) throws -> Alert { try StoredJSON.value(Alert.self, row["body"]) }
}

extension LedgerTransaction {
    /// First alerts made at `time` or later about accounts whose id begins with `accountPrefix` (ASCII).
    package func alertCount(accountPrefix: String, since time: Timestamp) throws -> Int {
        let row = try database.row(
            """
            SELECT count(*) AS alerts FROM alert
            WHERE created_at >= ? AND updates IS NULL AND account >= ? AND account < ? || char(1114111)
            """, [time.seconds, accountPrefix, accountPrefix])
        return row?["alerts"] ?? 0
    }
}

extension WatchLedger {
    /// Days after the one to which an alert was put off in which it is told again, whatever its shelf life: the
    /// customer named that day, which is a reason of its own.
    package static let laterDays = 30

    /// Alerts of a rep that are still a reason on `day` and were not told yet, by id. One that the customer asked to
    /// hear of later is told again from the day it was put off to. One that was handed over is the new rep's. What a report, a silence or a rest holds back (`hold`)
    /// is not among them.
    package func undigestedAlerts(rep: String, on day: CalendarDay) throws -> [Alert] {
        try read { db in
            let number = day.daysSince1970
            // Of the first alert and its updates, those are settled after which one went to another rep.
            let isTheirs = """
                NOT EXISTS (
                    SELECT 1 FROM alert AS newer WHERE newer.updates = coalesce(alert.updates, alert.id)
                        AND newer.rep <> alert.rep
                        AND (newer.created_at, newer.updates IS NOT NULL, newer.id)
                            > (alert.created_at, alert.updates IS NOT NULL, alert.id))
                """
            let open = try db.rows(
                """
                SELECT id, body FROM alert WHERE rep = ? AND good_until >= ?
                    AND NOT EXISTS (SELECT 1 FROM digest_alert WHERE digest_alert.alert = alert.id) AND \(isTheirs)
                """, [rep, number])
            let again = try db.rows(
                """
                SELECT alert.id, alert.body FROM outcome JOIN alert ON alert.id = outcome.alert
                WHERE outcome.outcome = 'later' AND outcome.until_day BETWEEN ? AND ? AND alert.rep = ?
                    AND NOT EXISTS (
                        SELECT 1 FROM outcome AS newer WHERE newer.alert = outcome.alert
                            AND (newer.at, newer.id) > (outcome.at, outcome.id))
                    AND NOT EXISTS (
                        SELECT 1 FROM digest_alert WHERE digest_alert.alert = outcome.alert
                            AND digest_alert.day >= outcome.until_day) AND \(isTheirs)
                """, [number - Self.laterDays, number, rep])
            var found: [String: Alert] = [:]
            for row in open + again where found[row["id"]] == nil { found[row["id"]] = try AlertRows.alert(row) }
            return try found.values.sorted { $0.id < $1.id }.filter { try HoldRows.hold($0, on: day, db) == nil }
        }
    }

    /// All alerts that are still a reason on `day`, by creation.
    package func openAlerts(on day: CalendarDay) throws -> [Alert] {
        try read { db in
            try db.rows(
                "SELECT body FROM alert WHERE good_until >= ? ORDER BY created_at, id", [day.daysSince1970]
            ).map(AlertRows.alert)
        }
    }

    /// Reps who have alerts that are still a reason on `day`, by id: also those who have left since.
    package func repsWithAlerts(on day: CalendarDay) throws -> [String] {
        try read { db in
            try db.rows("SELECT DISTINCT rep FROM alert WHERE good_until >= ? ORDER BY rep", [day.daysSince1970])
                .map { $0["rep"] }
        }
    }

    /// Alerts made at `time` or later, oldest first.
    package func alerts(since time: Timestamp, limit: Int = 1000) throws -> [Alert] {
        try read { db in
            try db.rows(
                "SELECT body FROM alert WHERE created_at >= ? ORDER BY created_at, id LIMIT ?", [time.seconds, limit]
            ).map(AlertRows.alert)
        }
    }

    package func alerts(about account: String, since: Timestamp) throws -> [Alert] {
        try read { try AlertRows.about(account, since: since, $0) }
    }

    /// Alerts of an event, all accounts and updates, by creation.
    package func alerts(ofEvent event: String) throws -> [Alert] {
        try read { db in
            try db.rows("SELECT body FROM alert WHERE event = ? ORDER BY created_at, id", [event]).map(AlertRows.alert)
        }
    }

    /// Alerts by the beginning of their id, at most `limit`.
    package func alerts(idPrefix: String, limit: Int = 5) throws -> [Alert] {
        try read { db in
            try db.rows(
                "SELECT body FROM alert WHERE id >= ? AND id < ? || char(1114111) ORDER BY id LIMIT ?",
                [idPrefix, idPrefix, limit]
            ).map(AlertRows.alert)
        }
    }

    package func alert(forEvent event: String, account: String) throws -> Alert? {
        try read { try AlertRows.first(event: event, account: account, $0) }
    }
}
