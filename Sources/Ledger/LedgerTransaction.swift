import GRDB
package import TriggerModel

/// Everything that may be changed together. All of it is kept, or nothing.
///
/// Lives only inside the closure it is handed to.
package class LedgerTransaction {
    let database: Database
    /// The time this transaction bears in every row it writes.
    package let at: Timestamp

    init(_ database: Database, at: Timestamp) {
        self.database = database
        self.at = at
    }

    // MARK: Awaiting

    /// The item's further document came, or its deadline passed: gives the item its final outcome, once.
    ///
    /// - Parameter item: the item with what the document added; nil keeps it as stored.
    /// - Returns: false when the item is not awaiting any more; then nothing was changed.
    package func settle(_ id: StoredItemID, as outcome: ItemOutcome, item: Item? = nil) throws -> Bool {
        guard try database.changes("DELETE FROM awaiting WHERE item = ?", [id.number]) else { return false }
        let column = try ItemRows.judge(id, outcome, database).column
        if let item { try ItemRows.enrich(id, with: item, at: at, database) }
        try database.run(
            """
            INSERT INTO day (day, source, settled_\(column)) SELECT ?, source, 1 FROM item WHERE id = ?
            ON CONFLICT (day, source) DO UPDATE SET settled_\(column) = settled_\(column) + 1
            """, [at.day.daysSince1970, id.number])
        return true
    }

    /// One of the documents that the item waits for came, and leads to the next one: the item keeps what was read so far
    /// and waits anew, from its first attempt.
    ///
    /// - Parameter item: the item with what the document added.
    /// - Returns: false when the item is not awaiting any more; then nothing was changed.
    @discardableResult
    package func advance(_ id: StoredItemID, to document: AwaitedDocument, item: Item) throws -> Bool {
        let isWaiting = try database.changes(
            """
            UPDATE awaiting SET url = ?, kind = ?, deadline = ?, attempts = 0, next_attempt_at = ?, detail = NULL
            WHERE item = ?
            """,
            [document.url, document.kind, document.deadline.seconds, at.seconds, id.number])
        if isWaiting { try ItemRows.enrich(id, with: item, at: at, database) }
        return isWaiting
    }

    /// The item waits for a further document and has no outcome yet.
    package func isAwaiting(_ id: StoredItemID) throws -> Bool {
        try database.row("SELECT 1 FROM awaiting WHERE item = ?", [id.number]) != nil
    }

    /// The item goes on waiting after a fruitless attempt.
    ///
    /// - Parameter detail: why it was in vain; nil keeps what an earlier one said.
    package func postpone(_ id: StoredItemID, until next: Timestamp, detail: String? = nil) throws {
        try database.run(
            """
            UPDATE awaiting SET attempts = attempts + 1, next_attempt_at = ?, detail = coalesce(?, detail)
            WHERE item = ?
            """, [next.seconds, detail, id.number])
    }

    /// A further document that an item of the source waited for is not there, or was read.
    ///
    /// - Returns: how many in a row were not there, this one with them; 0 after one that was read.
    package func notePage(of source: String, isMissing: Bool) throws -> Int {
        let sql =
            isMissing
            ? "UPDATE source SET missing_pages = missing_pages + 1 WHERE name = ? RETURNING missing_pages"
            : "UPDATE source SET missing_pages = 0 WHERE name = ? AND missing_pages > 0 RETURNING missing_pages"
        return try database.row(sql, [source])?[0] ?? 0
    }

    // MARK: Events and gates

    /// Keeps an event, new or changed, and the items that tell it.
    ///
    /// - Parameter stories: words by which `eventsNear` finds an event that has no party.
    package func save(_ event: Event, toldBy items: [StoredItemID], stories: [String] = []) throws {
        try EventRows.save(event, stories: stories, at: at, database)
        for item in items { try EventRows.link(event.id, item, database) }
    }

    package func event(_ id: String) throws -> Event? { try EventRows.event(id, database) }

    /// Events of one trigger (of any, when nil) with one of `parties` as subject or counterparty, or kept under one of
    /// `stories`, whose day is at most `days` from `day`: what a new event is folded into.
    package func eventsNear(
        _ day: CalendarDay, within days: Int, trigger: String?, parties: [Party], stories: [String] = []
    ) throws -> [Event] {
        try EventRows.near(day, within: days, trigger: trigger, parties: parties, stories: stories, database)
    }

    /// What stopped an event (`account` nil) or its reason for one account. A later decision replaces an earlier one.
    package func record(_ gate: Gate, event: String, account: String? = nil) throws {
        try database.run(
            "INSERT OR REPLACE INTO gate (event, account, at, stage, gate, detail) VALUES (?, ?, ?, ?, ?, ?)",
            [event, account ?? "", at.seconds, gate.stage.rawValue, gate.gate, gate.detail])
    }

    /// Events that were too weak a reason for an account, the latest decisions first, at most fifty.
    package func eventsScoredLow(for account: String) throws -> [String] {
        try database.rows(
            """
            SELECT event FROM gate WHERE account = ? AND stage = 'reason' AND gate = 'low-score'
            ORDER BY at DESC, event LIMIT 50
            """, [account]
        ).map { $0["event"] }
    }

    // MARK: Alerts

    /// Keeps an alert, once.
    ///
    /// - Returns: false when an alert of this id, or a first alert of this event for this account, is kept already;
    /// then
    ///   nothing was changed and nothing is to be delivered.
    package func save(_ alert: Alert) throws -> Bool {
        let isNew = try database.changes(
            """
            INSERT OR IGNORE INTO alert (id, event, account, rep, updates, good_until, created_at, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                alert.id, alert.event, alert.account.id, alert.rep, alert.updates, alert.goodUntil.daysSince1970,
                alert.createdAt.seconds, try StoredJSON.text(alert),
            ])
        // Each match that is not delivered has exactly one gate; this one is delivered.
        if isNew {
            try database.run("DELETE FROM gate WHERE event = ? AND account = ?", [alert.event, alert.account.id])
        }
        return isNew
    }

    /// The first alert of an event for an account.
    package func alert(forEvent event: String, account: String) throws -> Alert? {
        try AlertRows.first(event: event, account: account, database)
    }

    /// Alerts about an account since a time, newest first.
    package func alerts(about account: String, since: Timestamp) throws -> [Alert] {
        try AlertRows.about(account, since: since, database)
    }

    // MARK: Outbox

    /// Owes the outside a file.
    ///
    /// - Returns: false when a file of this kind and name was owed before; then nothing was changed, whatever became
    /// of it.
    package func enqueue(_ kind: OutboxEntry.Kind, name: String, payload: [UInt8]) throws -> Bool {
        try OutboxRows.insert(kind, name: name, payload: payload, at: at, database)
    }

    // MARK: Faults

    /// Opens a fault, or brings the detail of the open one up to date.
    ///
    /// - Returns: true when it was not open before.
    package func open(_ fault: Fault) throws -> Bool { try FaultRows.open(fault, database) }

    /// - Returns: true when it was open.
    package func closeFault(scope: String, kind: String) throws -> Bool {
        try FaultRows.close(scope: scope, kinds: [kind], at: at, database) > 0
    }

    /// Closes every fault of a scope but those of the given kinds.
    ///
    /// - Returns: how many were open.
    package func closeFaults(scope: String, except kept: [String] = []) throws -> Int {
        let open = try FaultRows.kindsOpen(scope: scope, database)
        return try FaultRows.close(scope: scope, kinds: open.filter { !kept.contains($0) }, at: at, database)
    }
}

extension WatchLedger {
    /// One transaction outside a poll: settling what awaited, looking back, a digest.
    package func commit<T>(at time: Timestamp, _ body: (LedgerTransaction) throws -> T) throws -> T {
        try write { try body(LedgerTransaction($0, at: time)) }
    }

    /// The same, without holding the caller's thread.
    package func commit<T: Sendable>(
        at time: Timestamp, _ body: @escaping @Sendable (LedgerTransaction) throws -> T
    ) async throws -> T {
        try await writeAsync { try body(LedgerTransaction($0, at: time)) }
    }
}
