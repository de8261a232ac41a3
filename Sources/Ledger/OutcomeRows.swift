import GRDB
package import TriggerModel

extension LedgerTransaction {
    /// Keeps what a rep reported. `not-a-reason` and `later` also become the gate of the alert.
    ///
    /// - Returns: false when this report is kept already; then nothing was changed.
    package func save(_ report: OutcomeReport) throws -> Bool {
        let isNew = try database.changes(
            """
            INSERT OR IGNORE INTO outcome
                (alert, event, account, rep, type, profile, relation, ask, outcome, until_day, why, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                report.alert, report.event, report.account, report.rep, report.trigger, report.profile,
                report.relation.rawValue, report.ask, report.outcome.rawValue, report.until?.daysSince1970, report.why,
                report.at.seconds,
            ])
        guard isNew else { return false }
        try database.run(
            "DELETE FROM gate WHERE event = ? AND account = ? AND gate IN ('not-a-reason', 'later') AND stage = 'deliver'",
            [report.event, report.account])
        // The day before the report's own words begin to count is past: any later day is held back the same way.
        if let gate = HoldRows.gate(of: report, on: at.day) {
            try record(gate, event: report.event, account: report.account)
        }
        return true
    }
}

extension WatchLedger {
    /// What was reported about an alert, oldest first.
    package func outcomes(of alert: String) throws -> [OutcomeReport] {
        try read { db in
            try db.rows("SELECT * FROM outcome WHERE alert = ? ORDER BY at, id", [alert]).compactMap(OutcomeRows.report)
        }
    }

    /// What was reported at `time` or later, oldest first.
    package func outcomes(since time: Timestamp) throws -> [OutcomeReport] {
        try read { try OutcomeRows.reports(since: time, $0) }
    }

    /// What reasons led to since `time`, per rule, profile and opening question: of each alert its last report counts,
    /// a report that judges the reason before one that does not. Sorted by kind and name.
    package func yields(since time: Timestamp) throws -> [OutcomeYield] {
        try read { try OutcomeRows.yields(since: time, $0) }
    }

    /// Why an alert is not to be told on `day`: a report of a rep, or a silence. nil where nothing holds it back.
    package func hold(_ alert: Alert, on day: CalendarDay) throws -> Gate? {
        try read { try HoldRows.hold(alert, on: day, $0) }
    }
}

/// Rows of reports.
enum OutcomeRows {
    static func reports(since time: Timestamp, _ database: Database) throws -> [OutcomeReport] {
        try database.rows("SELECT * FROM outcome WHERE at >= ? ORDER BY at, id", [time.seconds]).compactMap(report)
    }

    static func yields(since time: Timestamp, _ database: Database) throws -> [OutcomeYield] {
        var last: [String: OutcomeReport] = [:]
        for report in try reports(since: time, database) {
            if let earlier = last[report.alert], earlier.outcome.isVerdict, !report.outcome.isVerdict { continue }
            last[report.alert] = report
        }
        return OutcomeYield.Kind.allCases.flatMap { kind in
            Dictionary(grouping: last.values) { name(of: $0, as: kind) }
                .sorted { $0.key < $1.key }
                .map { name, reports in
                    OutcomeYield(
                        kind: kind, name: name, reported: reports.count,
                        judged: reports.count { $0.outcome.isVerdict }, good: reports.count { $0.outcome.isGood },
                        notAReason: reports.count { $0.outcome == .notAReason })
                }
        }
    }

    static func report(_ row: Row) -> OutcomeReport? {
        guard let word = OutcomeReport.Word(rawValue: row["outcome"]),
            let relation = Relation(rawValue: row["relation"])
        else { return nil }
        return OutcomeReport(
            alert: row["alert"], event: row["event"], account: row["account"], rep: row["rep"], trigger: row["type"],
            profile: row["profile"], relation: relation, ask: row["ask"], outcome: word,
            until: (row["until_day"] as Int?).map { CalendarDay(daysSince1970: $0) }, why: row["why"],
            at: row.time("at"))
    }

    static func name(of report: OutcomeReport, as kind: OutcomeYield.Kind) -> String {
        switch kind {
        case .rule: report.trigger
        case .profile: report.profile
        case .opening: report.ask
        }
    }
}

extension OutcomeReport {
    fileprivate init(
        alert: String, event: String, account: String, rep: String, trigger: String, profile: String,
        relation: Relation, ask: String, outcome: Word, until: CalendarDay?, why: String, at: Timestamp
    ) {
        self.alert = alert
        self.event = event
        self.account = account
        self.rep = rep
        self.trigger = trigger
        self.profile = profile
        self.relation = relation
        self.ask = ask
        self.outcome = outcome
        self.until = until
        self.why = why
        self.at = at
    }
}
