import GRDB
package import TriggerModel

/// Rows of faults: at most one open per scope and kind.
enum FaultRows {
    /// Opened by the ledger itself when a source's identifiers cease to identify.
    static let retiredKeyKind = "identity-key-retired"

    static func open(_ fault: Fault, _ database: Database) throws -> Bool {
        let isNew = try database.changes(
            """
            INSERT OR IGNORE INTO fault (scope, kind, detail, opened_at) VALUES (?, ?, ?, ?)
            """, [fault.scope, fault.kind, fault.detail, fault.openedAt.seconds])
        if !isNew {
            try database.run(
                "UPDATE fault SET detail = ? WHERE scope = ? AND kind = ? AND closed_at IS NULL AND detail <> ?",
                [fault.detail, fault.scope, fault.kind, fault.detail])
        }
        return isNew
    }

    static func close(scope: String, kinds: [String], at: Timestamp, _ database: Database) throws -> Int {
        try kinds.reduce(0) { count, kind in
            let isClosed = try database.changes(
                "UPDATE fault SET closed_at = ? WHERE scope = ? AND kind = ? AND closed_at IS NULL",
                [at.seconds, scope, kind])
            return count + (isClosed ? 1 : 0)
        }
    }

    static func kindsOpen(scope: String, _ database: Database) throws -> [String] {
        try String.fetchAll(
            database.cachedStatement(sql: "SELECT kind FROM fault WHERE scope = ? AND closed_at IS NULL ORDER BY kind"),
            arguments: [scope])
    }

    static func scopesOpen(_ database: Database) throws -> Set<String> {
        try String.fetchSet(
            database.cachedStatement(sql: "SELECT DISTINCT scope FROM fault WHERE closed_at IS NULL"))
    }

    /// Open faults that became a whole day older than they were when they were last told; marks them as told.
    static func aged(at time: Timestamp, _ database: Database) throws -> [AgedFault] {
        let rows = try database.rows(
            """
            UPDATE fault SET told_day = (?1 - opened_at) / 86400
            WHERE closed_at IS NULL AND kind <> ?2 AND (?1 - opened_at) / 86400 > told_day
            RETURNING *
            """, [time.seconds, retiredKeyKind])
        return rows.map { AgedFault(fault: fault($0), days: $0["told_day"]) }
            .sorted {
                ($0.fault.openedAt, $0.fault.scope, $0.fault.kind) < ($1.fault.openedAt, $1.fault.scope, $1.fault.kind)
            }
    }

    static func fault(_ row: Row) -> Fault {
        Fault(scope: row["scope"], kind: row["kind"], detail: row["detail"], openedAt: row.time("opened_at"))
    }
}

/// An open fault and its age.
package struct AgedFault: Hashable, Sendable {
    package var fault: Fault
    /// Whole days since it opened, 1 or more.
    package var days: Int

    package init(fault: Fault, days: Int) {
        self.fault = fault
        self.days = days
    }
}

/// A fault with its end.
package struct PastFault: Hashable, Sendable {
    package var fault: Fault
    /// nil while it is open.
    package var closedAt: Timestamp?

    package init(fault: Fault, closedAt: Timestamp?) {
        self.fault = fault
        self.closedAt = closedAt
    }
}

extension WatchLedger {
    /// Faults that were open at `time` or later, as far as they are kept, in the order in which they opened.
    package func faults(since time: Timestamp, scope: String? = nil) throws -> [PastFault] {
        try read { db in
            try db.rows(
                """
                SELECT * FROM fault WHERE (closed_at IS NULL OR closed_at >= ?) AND (? IS NULL OR scope = ?)
                ORDER BY opened_at, id
                """, [time.seconds, scope, scope]
            ).map { PastFault(fault: FaultRows.fault($0), closedAt: $0.optionalTime("closed_at")) }
        }
    }

    /// Open faults, oldest first.
    package func openFaults(scope: String? = nil) throws -> [Fault] {
        try read { db in
            try db.rows(
                """
                SELECT * FROM fault WHERE closed_at IS NULL AND (? IS NULL OR scope = ?) ORDER BY opened_at, id
                """, [scope, scope]
            ).map(FaultRows.fault)
        }
    }

    /// Open faults that passed another whole day of age since they were last told, oldest first: each is given once a
    /// day. Reports about which nothing is to be done are not among them.
    package func agedFaults(at time: Timestamp) throws -> [AgedFault] {
        try write { try FaultRows.aged(at: time, $0) }
    }

    /// Opens a fault outside any other transaction; true when it was not open before.
    package func open(_ fault: Fault) throws -> Bool { try write { try FaultRows.open(fault, $0) } }

    /// Closes a fault outside any other transaction; true when it was open.
    package func closeFault(scope: String, kind: String, at time: Timestamp) throws -> Bool {
        try write { try FaultRows.close(scope: scope, kinds: [kind], at: time, $0) > 0 }
    }
}
