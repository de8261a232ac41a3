import GRDB
package import TriggerModel

/// Where everything stands, in numbers.
package struct LedgerStatus: Hashable, Sendable, Codable {
    /// Sources that were polled at least once.
    package var sources: Int
    /// Those whose last poll failed.
    package var sourcesFailing: Int
    package var lastPollAt: Timestamp?
    /// Polls and items of the UTC day asked for.
    package var pollsToday: Int
    package var itemsToday: Int
    package var newItemsToday: Int
    /// Stored items: the span of their numbers, which is their count but for gaps that retention leaves.
    package var items: Int
    package var events: Int
    package var alerts: Int
    package var awaiting: Int
    package var outboxPending: Int
    package var outboxStaged: Int
    package var outboxFailed: Int
    package var faultsOpen: Int
    /// Promise 1 for the day: every item has exactly one counted outcome.
    package var isBalanced: Bool
    /// Equal where the tables are equal.
    package var schema: String
    /// Size of the database without its log.
    package var bytes: Int

    package init(
        sources: Int, sourcesFailing: Int, lastPollAt: Timestamp?, pollsToday: Int, itemsToday: Int, newItemsToday: Int,
        items: Int, events: Int, alerts: Int, awaiting: Int, outboxPending: Int, outboxStaged: Int, outboxFailed: Int,
        faultsOpen: Int, isBalanced: Bool, schema: String, bytes: Int
    ) {
        self.sources = sources
        self.sourcesFailing = sourcesFailing
        self.lastPollAt = lastPollAt
        self.pollsToday = pollsToday
        self.itemsToday = itemsToday
        self.newItemsToday = newItemsToday
        self.items = items
        self.events = events
        self.alerts = alerts
        self.awaiting = awaiting
        self.outboxPending = outboxPending
        self.outboxStaged = outboxStaged
        self.outboxFailed = outboxFailed
        self.faultsOpen = faultsOpen
        self.isBalanced = isBalanced
        self.schema = schema
        self.bytes = bytes
    }
}

extension WatchLedger {
    package func status(on day: CalendarDay) throws -> LedgerStatus {
        try read { db in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(db.cachedStatement(sql: sql)) ?? 0 }
            let today = try Self.dayCounts(day, source: nil, db)
            return LedgerStatus(
                sources: try count("SELECT count(*) FROM source"),
                sourcesFailing: try count("SELECT count(*) FROM source WHERE failures > 0"),
                lastPollAt: try db.row("SELECT max(last_polled_at) AS at FROM source")?.optionalTime("at"),
                pollsToday: today.polls, itemsToday: today.items.items, newItemsToday: today.items.new,
                // A count would read every page of the table.
                items: try count("SELECT coalesce(max(id) - min(id) + 1, 0) FROM item"),
                events: try count("SELECT count(*) FROM event"), alerts: try count("SELECT count(*) FROM alert"),
                awaiting: try count("SELECT count(*) FROM awaiting"),
                outboxPending: try count(
                    "SELECT count(*) FROM outbox WHERE state = 'pending' AND state <> 'published'"),
                outboxStaged: try count("SELECT count(*) FROM outbox WHERE state = 'staged' AND state <> 'published'"),
                outboxFailed: try count("SELECT count(*) FROM outbox WHERE state = 'failed' AND state <> 'published'"),
                faultsOpen: try count("SELECT count(*) FROM fault WHERE closed_at IS NULL"),
                isBalanced: today.isBalanced, schema: try Schema.fingerprint(db),
                bytes: try count("PRAGMA page_count") * count("PRAGMA page_size"))
        }
    }

    /// What became of all items of a UTC day, of one source or of all.
    package func conservation(on day: CalendarDay, source: String? = nil) throws -> DayCounts {
        try read { try Self.dayCounts(day, source: source, $0) }
    }

    /// What became of the items of a source's polls that are still in the log, newest first.
    package func polls(of source: String, limit: Int = 50) throws -> [(record: PollSummary, counts: PollCounts)] {
        try read { db in
            try db.rows(
                """
                SELECT poll.* FROM poll JOIN source ON source.id = poll.source WHERE source.name = ?
                ORDER BY poll.id DESC LIMIT ?
                """, [source, limit]
            ).map { row in
                (
                    PollSummary(
                        at: row.time("at"), outcome: PollOutcome(rawValue: row["outcome"]) ?? .failed,
                        detail: row["detail"], status: row["status"], bytes: row["bytes"],
                        entries: EntryCounts(merged: row["merged"], skipped: row["skipped"])),
                    Self.counts(row)
                )
            }
        }
    }

    private static func dayCounts(_ day: CalendarDay, source: String?, _ db: Database) throws -> DayCounts {
        let row = try db.row(
            """
            SELECT total(polls) AS polls, total(unchanged) AS unchanged, total(failed) AS failed, total(items) AS items,
                total(known) AS known, total(revised) AS revised, total(awaiting) AS awaiting, total(gated) AS gated,
                total(told) AS told, total(alerted) AS alerted, total(settled_gated) AS settled_gated,
                total(settled_told) AS settled_told, total(settled_alerted) AS settled_alerted
            FROM day WHERE day = ? AND (? IS NULL OR source = (SELECT id FROM source WHERE name = ?))
            """, [day.daysSince1970, source, source])
        guard let row else { return DayCounts() }
        let settled = PollCounts(
            items: (row["settled_gated"] as Int) + row["settled_told"] + row["settled_alerted"],
            gated: row["settled_gated"], told: row["settled_told"], alerted: row["settled_alerted"])
        return DayCounts(
            polls: row["polls"], unchanged: row["unchanged"], failed: row["failed"], items: counts(row),
            settled: settled)
    }

    private static func counts(_ row: Row) -> PollCounts {
        PollCounts(
            items: row["items"], known: row["known"], revised: row["revised"], awaiting: row["awaiting"],
            gated: row["gated"], told: row["told"], alerted: row["alerted"])
    }
}

/// One poll in the log.
package struct PollSummary: Hashable, Sendable {
    package var at: Timestamp
    package var outcome: PollOutcome
    package var detail: String
    package var status: Int?
    package var bytes: Int
    package var entries: EntryCounts

    package init(
        at: Timestamp, outcome: PollOutcome, detail: String, status: Int?, bytes: Int, entries: EntryCounts
    ) {
        self.at = at
        self.outcome = outcome
        self.detail = detail
        self.status = status
        self.bytes = bytes
        self.entries = entries
    }
}
