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

    static func fault(_ row: Row) -> Fault {
        Fault(scope: row["scope"], kind: row["kind"], detail: row["detail"], openedAt: row.time("opened_at"))
    }
}

extension WatchLedger {
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

    /// Opens a fault outside any other transaction; true when it was not open before.
    package func open(_ fault: Fault) throws -> Bool { try write { try FaultRows.open(fault, $0) } }

    /// Closes a fault outside any other transaction; true when it was open.
    package func closeFault(scope: String, kind: String, at time: Timestamp) throws -> Bool {
        try write { try FaultRows.close(scope: scope, kinds: [kind], at: time, $0) > 0 }
    }
}
