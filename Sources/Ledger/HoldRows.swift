import GRDB
package import TriggerModel

/// What keeps an alert that was made from being told.
enum HoldRows {
    /// The last report on the event's reason for the account first, then silences of account, rule and source, then the
    /// rest of an account that was called a few days before.
    static func hold(_ alert: Alert, on day: CalendarDay, _ database: Database) throws -> Gate? {
        let report = try database.row(
            "SELECT * FROM outcome WHERE event = ? AND account = ? ORDER BY at DESC, id DESC LIMIT 1",
            [alert.event, alert.account.id]
        ).flatMap(OutcomeRows.report)
        if let report, let gate = gate(of: report, on: day) { return gate }
        if let silence = try silence(of: alert, on: day, database) { return gate(of: silence) }
        guard let until = try RestRows.until(alert.id, database), day < until else { return nil }
        return RestRows.gate(until: until)
    }

    static func gate(of report: OutcomeReport, on day: CalendarDay) -> Gate? {
        let said = report.why.isEmpty ? "" : ": \(report.why)"
        switch report.outcome {
        case .notAReason:
            return Gate(.deliver, "not-a-reason", "reported for \(report.rep) on \(report.at.day)\(said)")
        case .later:
            guard let until = report.until, day < until else { return nil }
            return Gate(.deliver, "later", "put off on \(report.at.day) until \(until)\(said)")
        default: return nil
        }
    }

    static func gate(of silence: Silence) -> Gate {
        Gate(
            .deliver, "silenced",
            "\(silence.scope.rawValue) \(silence.name) is silenced until \(silence.until) by \(silence.author): "
                + silence.reason)
    }

    static func silence(of alert: Alert, on day: CalendarDay, _ database: Database) throws -> Silence? {
        for (scope, names) in [
            (Silence.Scope.account, [alert.account.id]), (.rule, Silence.names(ofRule: alert.trigger)),
            (.source, try onlySource(of: alert, database).map { [$0] } ?? []),
        ] {
            for name in names {
                let row = try database.row(
                    """
                    SELECT * FROM silence WHERE scope = ? AND name = ? AND until_day >= ? AND removed_at IS NULL
                    ORDER BY until_day DESC, id LIMIT 1
                    """, [scope.rawValue, name, day.daysSince1970])
                if let row, let silence = SilenceRows.silence(row) { return silence }
            }
        }
        return nil
    }

    /// The source that alone tells of it: what somebody else tells as well is told. The event is asked, because others
    /// may have told it since the alert was made.
    private static func onlySource(of alert: Alert, _ database: Database) throws -> String? {
        guard try database.row("SELECT 1 FROM silence WHERE scope = 'source' AND removed_at IS NULL LIMIT 1") != nil
        else { return nil }
        let told = try EventRows.event(alert.event, database)?.tellers.map(\.source) ?? []
        let sources = Set(told.isEmpty ? alert.evidence.map(\.source) : told)
        return sources.count == 1 ? sources.first : nil
    }
}

extension LedgerTransaction {
    /// Why an alert is not to be told on `day`; nil where nothing holds it back.
    package func hold(_ alert: Alert, on day: CalendarDay) throws -> Gate? {
        try HoldRows.hold(alert, on: day, database)
    }
}
