import GRDB
package import TriggerModel

/// What has been with an account so far, as reasoning asks for it; the same from inside a transaction and outside.
package struct ReasonHistory {
    private enum Base {
        case ledger(WatchLedger)
        case transaction(Database)
    }

    private let base: Base

    fileprivate init(_ ledger: WatchLedger) { base = .ledger(ledger) }
    fileprivate init(_ database: Database) { base = .transaction(database) }

    private func read<T>(_ body: (Database) throws -> T) throws -> T {
        switch base {
        case .ledger(let ledger): try ledger.read(body)
        case .transaction(let database): try body(database)
        }
    }

    /// What reasons led to since `time`; see `WatchLedger.yields`.
    package func yields(since time: Timestamp) throws -> [OutcomeYield] {
        try read { try OutcomeRows.yields(since: time, $0) }
    }

    /// Days on which something we caused happened with the account, the latest first, at most `limit`; a day with two
    /// of them is there twice.
    package func activityDays(of account: String, since day: CalendarDay, limit: Int) throws -> [CalendarDay] {
        try read { db in
            try db.rows(
                "SELECT day FROM activity WHERE account = ? AND day >= ? ORDER BY day DESC LIMIT ?",
                [account, day.daysSince1970, limit]
            ).map { $0.calendarDay("day") }
        }
    }

    /// The events of which an account was told since a time, of the given triggers only; by day and id.
    package func events(toldTo account: String, since time: Timestamp, of triggers: [String]) throws -> [Event] {
        try read { db in
            var found: [String: Event] = [:]
            for alert in try AlertRows.about(account, since: time, db)
            where triggers.contains(alert.trigger) && found[alert.event] == nil {
                found[alert.event] = try EventRows.event(alert.event, db)
            }
            return found.values.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        }
    }

    /// When the account was last given to a rep, by queue or digest; nil where it never was. What is held back was not
    /// given yet.
    package func lastGiven(_ account: String) throws -> LastGiven? {
        try read { try RestRows.lastGiven(account, $0) }
    }
}

extension WatchLedger {
    package var history: ReasonHistory { ReasonHistory(self) }
}

extension LedgerTransaction {
    package var history: ReasonHistory { ReasonHistory(database) }
}
