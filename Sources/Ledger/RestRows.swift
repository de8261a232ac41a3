import GRDB
package import TriggerModel

/// Alerts that wait because their account was called a few days before.
enum RestRows {
    /// The day from which the alert may be told; nil where it need not wait.
    static func until(_ alert: String, _ database: Database) throws -> CalendarDay? {
        try database.row("SELECT until_day FROM rest WHERE alert = ?", [alert]).map { $0.calendarDay("until_day") }
    }

    static func gate(until day: CalendarDay) -> Gate {
        Gate(.deliver, "cool-down", "the account rests until \(day): it was given to a rep a few days before")
    }

    static func lastGiven(_ account: String, _ database: Database) throws -> LastGiven? {
        let queued = try database.row(
            """
            SELECT alert.rep, alert.event, max(alert.created_at / 86400, coalesce(rest.until_day, 0)) AS day
            FROM alert LEFT JOIN rest ON rest.alert = alert.id
            WHERE alert.account = ? AND NOT EXISTS (
                SELECT 1 FROM gate WHERE gate.event = alert.event AND gate.account = alert.account
                    AND gate.stage = 'deliver')
            ORDER BY day DESC, alert.created_at DESC, alert.id LIMIT 1
            """, [account]
        ).map(given)
        let listed = try database.row(
            """
            SELECT digest_alert.rep, alert.event, digest_alert.day FROM alert
            JOIN digest_alert ON digest_alert.alert = alert.id
            WHERE alert.account = ? ORDER BY digest_alert.day DESC, digest_alert.place LIMIT 1
            """, [account]
        ).map(given)
        guard let queued, let listed else { return queued ?? listed }
        return listed.day > queued.day ? listed : queued
    }

    private static func given(_ row: Row) -> LastGiven {
        LastGiven(day: row.calendarDay("day"), rep: row["rep"], event: row["event"])
    }
}

extension LedgerTransaction {
    /// Lets an alert wait until a day. A later decision replaces an earlier one.
    package func rest(_ alert: String, until day: CalendarDay) throws {
        try database.run(
            "INSERT OR REPLACE INTO rest (alert, until_day) VALUES (?, ?)", [alert, day.daysSince1970])
    }

    /// Until when an event rests for an account that was never told of it; nil where it does not rest.
    package func restUntil(ofEvent event: String, account: String) throws -> CalendarDay? {
        try database.row(
            """
            SELECT max(rest.until_day) AS until_day FROM rest JOIN alert ON alert.id = rest.alert
            WHERE alert.event = ? AND alert.account = ? AND rest.until_day > ?
                AND NOT EXISTS (
                    SELECT 1 FROM alert AS told JOIN digest_alert ON digest_alert.alert = told.id
                    WHERE told.event = alert.event AND told.account = alert.account)
            HAVING max(rest.until_day) IS NOT NULL
            """, [event, account, at.day.daysSince1970]
        ).map { $0.calendarDay("until_day") }
    }

    /// Alerts that a silence or a rest held back and that are still a reason on `day`, oldest first; those that were
    /// reported back are settled.
    package func heldAlerts(on day: CalendarDay) throws -> [Alert] {
        try database.rows(
            """
            SELECT alert.body FROM gate JOIN alert ON alert.event = gate.event AND alert.account = gate.account
            WHERE gate.gate IN ('silenced', 'cool-down') AND gate.stage = 'deliver' AND alert.good_until >= ?
            ORDER BY alert.created_at, alert.id
            """, [day.daysSince1970]
        ).map(AlertRows.alert)
    }

    /// What held an event back from an account is over.
    package func forgetHold(ofEvent event: String, account: String) throws {
        try database.run(
            "DELETE FROM gate WHERE event = ? AND account = ? AND gate IN ('silenced', 'cool-down')", [event, account])
    }

    /// Remembers that something we caused happened with an account.
    package func note(activityOn day: CalendarDay, with account: String, item: StoredItemID) throws {
        try database.run(
            "INSERT OR IGNORE INTO activity (account, day, item) VALUES (?, ?, ?)",
            [account, day.daysSince1970, item.number])
    }
}
