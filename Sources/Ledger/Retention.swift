import GRDB
package import TriggerModel

/// How many days what is kept. Each number is longer than the one whose loss would harm it.
package struct Retention: Hashable, Sendable {
    /// Summary and content of items: longer than the longest shelf life, so that looking back finds them.
    package var texts = 200
    /// Identity keys and the rest of an item's row, counted from the last time a document listed it. Long: a feed that
    /// shows its old entries again must find them known.
    package var keys = 1100
    /// Polls that read a document or failed.
    package var polls = 30
    /// Sums by day and source.
    package var days = 400
    /// Events, alerts, campaigns, gates and digests.
    package var events = 730
    /// Bytes of published files; their names stay for ever.
    package var payloads = 7
    /// Closed faults.
    package var faults = 90
    /// Reports of retired identity keys close by themselves: nothing needs to be done about them.
    package var notices = 7

    /// Reports of reps: what is learnt from counts a year, and who reported what is asked for longer.
    package var outcomes = 1100
    /// Silences that are over, counted from their last day.
    package var silences = 730
    /// Names that somebody decided on; what is open waits for a person.
    package var reviews = 400
    /// Activities: they lift a score for thirty days.
    package var activities = 60

    package init() {}
}

/// What one call of `prune` removed.
package struct PruneReport: Hashable, Sendable {
    package var texts = 0
    package var items = 0
    package var polls = 0
    package var days = 0
    package var events = 0
    package var alerts = 0
    package var campaigns = 0
    package var gates = 0
    package var digests = 0
    package var payloads = 0
    package var faults = 0
    /// Reports, silences, reviews and activities.
    package var reports = 0
    /// Some kind reached its limit: call again soon.
    package var hasMore = false

    package init() {}
}

extension WatchLedger {
    /// Removes what is older than `retention` says, at most `limit` rows of each kind, in one transaction.
    ///
    /// Never removed: names of outbox files, anything awaiting or unfinished, items that tell a kept event, and keys of
    /// items that a document listed within `retention.keys` days.
    package func prune(_ retention: Retention = Retention(), now: Timestamp, limit: Int = 2000) throws -> PruneReport {
        try write { db in
            var report = PruneReport()
            func remove(_ sql: String, _ arguments: StatementArguments) throws -> Int {
                try db.run(sql, arguments + [limit])
                let count = db.changesCount
                if count >= limit { report.hasMore = true }
                return count
            }
            func time(_ days: Int) -> Int { now.adding(days: -days).seconds }
            func day(_ days: Int) -> Int { now.day.daysSince1970 - days }

            report.texts = try remove(
                """
                UPDATE item SET summary = NULL, content = NULL, has_text = 0 WHERE id IN (
                    SELECT id FROM item WHERE first_seen < ? AND has_text = 1 AND outcome <> 'awaiting' LIMIT ?)
                """, [time(retention.texts)])
            report.payloads = try remove(
                """
                UPDATE outbox SET payload = NULL WHERE id IN (
                    SELECT id FROM outbox WHERE state = 'published' AND payload IS NOT NULL AND at < ? LIMIT ?)
                """, [time(retention.payloads)])
            report.polls = try remove(
                """
                DELETE FROM poll WHERE id IN (
                    SELECT id FROM (SELECT id, at FROM poll ORDER BY id LIMIT ?2) WHERE at < ?1)
                """, [time(retention.polls)])
            report.days = try remove(
                "DELETE FROM day WHERE (day, source) IN (SELECT day, source FROM day WHERE day < ? LIMIT ?)",
                [day(retention.days)])
            report.events = try remove(
                "DELETE FROM event WHERE id IN (SELECT id FROM event WHERE day < ? LIMIT ?)", [day(retention.events)])
            report.alerts = try remove(
                "DELETE FROM alert WHERE id IN (SELECT id FROM alert WHERE created_at < ? LIMIT ?)",
                [time(retention.events)])
            report.campaigns = try remove(
                "DELETE FROM campaign WHERE id IN (SELECT id FROM campaign WHERE at < ? LIMIT ?)",
                [time(retention.events)])
            report.gates = try remove(
                """
                DELETE FROM gate WHERE (event, account) IN (SELECT event, account FROM gate WHERE at < ? LIMIT ?)
                """, [time(retention.events)])
            report.digests = try remove(
                "DELETE FROM digest WHERE (rep, day) IN (SELECT rep, day FROM digest WHERE day < ? LIMIT ?)",
                [day(retention.events)])
            report.faults = try remove(
                "DELETE FROM fault WHERE id IN (SELECT id FROM fault WHERE closed_at < ? LIMIT ?)",
                [time(retention.faults)])
            for (table, key, condition, limit) in [
                ("outcome", "id", "at < ?", time(retention.outcomes)),
                ("silence", "id", "until_day < ?", day(retention.silences)),
                ("review", "item, name", "decided_at < ?", time(retention.reviews)),
                ("activity", "account, day, item", "day < ?", day(retention.activities)),
            ] {
                report.reports += try remove(
                    """
                    DELETE FROM \(table) WHERE (\(key)) IN (SELECT \(key) FROM \(table) WHERE \(condition) LIMIT ?)
                    """, [limit])
            }
            try db.run(
                "UPDATE fault SET closed_at = ? WHERE kind = ? AND closed_at IS NULL AND opened_at < ?",
                [now.seconds, FaultRows.retiredKeyKind, time(retention.notices)])
            report.items = try pruneItems(db, lastSeenBefore: day(retention.keys), limit: limit)
            if report.items >= limit { report.hasMore = true }
            return report
        }
    }

    /// Items and their keys. Keys have no index by item (one would cost every new item four more writes), so they are
    /// removed by one pass over each source that lost items.
    private func pruneItems(_ db: Database, lastSeenBefore day: Int, limit: Int) throws -> Int {
        let rows = try db.rows(
            """
            SELECT id, source FROM item WHERE first_seen < ? AND last_seen < ? AND has_text = 0
                AND NOT EXISTS (SELECT 1 FROM event_item WHERE event_item.item = item.id)
            LIMIT ?
            """, [(day + 1) * 86_400, day, limit])
        for source in Set(rows.map { $0[1] as Int64 }) {
            let ids = rows.filter { $0[1] == source }.map { $0[0] as Int64 }
            let list = try StoredJSON.text(ids)
            try db.run(
                "DELETE FROM seen_key WHERE source = ? AND item IN (SELECT value FROM json_each(?))", [source, list])
            try db.run("DELETE FROM item WHERE id IN (SELECT value FROM json_each(?))", [list])
        }
        return rows.count
    }
}
