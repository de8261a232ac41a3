import GRDB
package import TriggerModel

/// The transaction of one poll: what a document's items are, what became of each, and everything that followed.
package final class PollTransaction: LedgerTransaction {
    /// What has been counted so far.
    package private(set) var counts = PollCounts()
    /// No document of this source that held an item was committed before.
    package let isFirstContact: Bool

    private let source: SourceRow
    private let poll: Int64
    private let seen: SeenSet

    init(_ database: Database, _ record: PollRecord, source: SourceRow, poll: Int64, hash: KeyedHash) {
        self.source = source
        self.poll = poll
        isFirstContact = source.firstDocumentAt == nil
        seen = SeenSet(database, source: source, poll: poll, at: record.at, hash: hash)
        super.init(database, at: record.at)
    }

    /// Says of each item of the document whether it was seen before, and remembers all of them. To be called once, with
    /// all items: a key is only as good as the whole document shows.
    ///
    /// Every `.new` item must get an outcome (`judge`, `awaitDocument`) before the transaction ends.
    package func identifyAll(_ items: [Item]) throws -> [Identity] {
        let identities = try seen.identify(items)
        counts.items += items.count
        for identity in identities {
            switch identity {
            case .new: break
            case .known: counts.known += 1
            case .revised: counts.revised += 1
            }
        }
        try report()
        return identities
    }

    /// The source may have brought more than its document still shows: none of its items was known, although items of
    /// the source are. Not so for the first document with items, nor for one that holds a single item, which shows
    /// nothing of what was before it. To be asked after `identifyAll`.
    package var isGap: Bool { !isFirstContact && counts.items > 1 && !counts.hasOverlap }

    /// Gives a new item its final outcome. For a revised item it replaces the earlier outcome, unless that was
    /// `alerted`; the poll counts it as revised.
    package func judge(_ id: StoredItemID, as outcome: ItemOutcome) throws {
        guard try seen.write(id, outcome: outcome.column, gate: outcome.gate) else {
            try ItemRows.judge(id, outcome, database)
            return
        }
        switch outcome {
        case .gated: counts.gated += 1
        case .told: counts.told += 1
        case .alerted: counts.alerted += 1
        }
    }

    /// A new item is judged later, with a further document or without it once `document.deadline` has passed.
    ///
    /// - Returns: false for an item that is not new or has its outcome; then nothing was changed.
    @discardableResult
    package func awaitDocument(_ document: AwaitedDocument, for id: StoredItemID) throws -> Bool {
        guard try seen.write(id, outcome: StoredItem.Outcome.awaiting.rawValue, gate: nil) else { return false }
        counts.awaiting += 1
        try database.run(
            "INSERT INTO awaiting (item, url, kind, deadline, next_attempt_at, since) VALUES (?, ?, ?, ?, ?, ?)",
            [id.number, document.url, document.kind, document.deadline.seconds, at.seconds, at.seconds])
        return true
    }

    /// What only the outcome of the items tells: replaces what the poll's record said.
    package func remember(rhythm: String?, nextPollAt: Timestamp?) throws {
        if let rhythm {
            try database.run("INSERT OR REPLACE INTO rhythm (source, body) VALUES (?, ?)", [source.id, rhythm])
        }
        if let nextPollAt {
            try database.run("UPDATE source SET next_poll_at = ? WHERE id = ?", [nextPollAt.seconds, source.id])
        }
    }

    /// The poll's own row and the sums of its day.
    func finish(_ record: PollRecord) throws {
        guard seen.unwrittenCount == 0 else {
            throw LedgerError.unjudged(source: record.source, count: seen.unwrittenCount)
        }
        // A document without items has shown us nothing: first contact, with its window, is still to come.
        if isFirstContact, counts.items > 0 {
            try database.run("UPDATE source SET first_document_at = ? WHERE id = ?", [at.seconds, source.id])
        }
        let sums: StatementArguments = [
            counts.items, counts.known, counts.revised, counts.awaiting, counts.gated, counts.told, counts.alerted,
        ]
        try database.run(
            """
            UPDATE poll SET items = ?, known = ?, revised = ?, awaiting = ?, gated = ?, told = ?, alerted = ?
            WHERE id = ?
            """, sums + [poll])
        try database.run(
            """
            INSERT INTO day (items, known, revised, awaiting, gated, told, alerted, day, source, polls, failed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
            ON CONFLICT (day, source) DO UPDATE SET polls = polls + 1, failed = failed + excluded.failed,
                items = items + excluded.items, known = known + excluded.known, revised = revised + excluded.revised,
                awaiting = awaiting + excluded.awaiting, gated = gated + excluded.gated, told = told + excluded.told,
                alerted = alerted + excluded.alerted
            """, sums + [at.day.daysSince1970, source.id, record.outcome == .failed ? 1 : 0])
    }

    /// Reports each kind of key that ceased to decide, once per source, and gives up guids and links that change on
    /// every fetch.
    private func report() throws {
        var reported = source.reportedKinds
        var findings: [String] = []
        for retired in seen.retirements {
            let bit = 1 << retired.kind.rawValue
            guard reported & bit == 0 else { continue }
            reported |= bit
            findings.append("\(retired.kind) \"\(Self.excerpt(retired.example))\" is \(retired.reason)")
        }
        var row = source
        row.reportedKinds = reported
        func note(_ kind: IdentityKey.Kind, kept: Int, changed: Int, _ churn: inout Int) {
            guard kept + changed > 0 else { return }
            churn = changed > kept ? churn + 1 : 0
            guard churn == IdentityRule.churnPolls else { return }
            row.retiredKinds |= 1 << kind.rawValue
            findings.append("most \(kind)s are new on every fetch although the items are the same")
        }
        var (guidChurn, linkChurn) = (source.guidChurn, source.linkChurn)
        note(.guid, kept: seen.guidsKept, changed: seen.guidsChanged, &guidChurn)
        note(.link, kept: seen.linksKept, changed: seen.linksChanged, &linkChurn)
        (row.guidChurn, row.linkChurn) = (guidChurn, linkChurn)
        if row != source {
            try database.run(
                """
                UPDATE source SET guid_churn = ?, link_churn = ?, reported_kinds = ?, retired_kinds = ? WHERE id = ?
                """, [row.guidChurn, row.linkChurn, row.reportedKinds, row.retiredKinds, source.id])
        }
        guard !findings.isEmpty else { return }
        let detail =
            findings.joined(separator: "; ") + ". Other signs decide now what is new; nothing needs to be done."
        _ = try open(
            Fault(scope: "source:\(source.name)", kind: FaultRows.retiredKeyKind, detail: detail, openedAt: at))
    }

    /// Text from a feed for a line that people read: short, on one line.
    private static func excerpt(_ text: String) -> String {
        let line = text.unicodeScalars.lazy.filter { $0.properties.generalCategory != .control }.prefix(80)
        return String(String.UnicodeScalarView(line))
    }
}

extension WatchLedger {
    /// Everything that one poll brought, in one transaction: the source's state, its items, and whatever `body` adds
    /// (events, alerts, outbox rows, faults). When `body` throws, nothing of it is visible and the next poll finds the
    /// same items new.
    ///
    /// - Throws: what `body` throws, `LedgerError.unjudged` when it left a new item without an outcome, or
    /// `LedgerError`.
    package func commitPoll<T>(_ record: PollRecord, _ body: (PollTransaction) throws -> T) throws -> T {
        try write { try Self.poll($0, record, hash, body) }
    }

    /// The same, without holding the caller's thread.
    package func commitPoll<T: Sendable>(
        _ record: PollRecord, _ body: @escaping @Sendable (PollTransaction) throws -> T
    ) async throws -> T {
        try await writeAsync { [hash] in try Self.poll($0, record, hash, body) }
    }

    private static func poll<T>(
        _ database: Database, _ record: PollRecord, _ hash: KeyedHash, _ body: (PollTransaction) throws -> T
    ) throws -> T {
        let source = try SourceRow.touch(database, record)
        try database.run(
            """
            INSERT INTO poll (source, at, outcome, detail, status, bytes, merged, skipped)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                source.id, record.at.seconds, record.outcome.rawValue, record.detail, record.status, record.bytes,
                record.entries.merged, record.entries.skipped,
            ])
        let transaction = PollTransaction(
            database, record, source: source, poll: database.lastInsertedRowID, hash: hash)
        let result = try body(transaction)
        try transaction.finish(record)
        return result
    }

    /// Polls that found nothing new: the state of each source and a count, and no row that would grow a table. Many may
    /// share one transaction.
    ///
    /// - Returns: the scopes of all faults that are open then: of most polls there is nothing more to say.
    @discardableResult
    package func commitUnchanged(_ records: [PollRecord]) throws -> Set<String> {
        try write { db in
            try Self.unchanged(db, records)
            return try FaultRows.scopesOpen(db)
        }
    }

    private static func unchanged(_ database: Database, _ records: [PollRecord]) throws {
        for record in records {
            let source = try SourceRow.touchUnchanged(database, record)
            try database.run(
                """
                INSERT INTO day (day, source, polls, unchanged) VALUES (?, ?, 1, 1)
                ON CONFLICT (day, source) DO UPDATE SET polls = polls + 1, unchanged = unchanged + 1
                """, [record.at.day.daysSince1970, source])
        }
    }
}
