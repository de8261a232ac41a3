internal import ConfigLoading
internal import Ledger
internal import SourceFetching
internal import SourceParsing
internal import TriggerModel

/// Files of our own.
extension SourcePoller {
    /// Reads every file that has come, each in a transaction of its own, and puts it away.
    func commitActivities(_ fetched: Fetched, until isStopping: () -> Bool) throws -> Polled {
        let source = fetched.source
        let now = clock.now()
        let next = now.adding(seconds: source.interval)
        do throws(ActivityFolder.Fault) {
            let folder = try ActivityFolder(path: source.url)
            var total = IntakeReport(source: source.id)
            let files = try folder.claim(at: now)
            var rejected = Rejected()
            for file in files {
                // What is left stays in `working/` and is read after the next start.
                if isStopping() { break }
                try take(file, of: source, folder, next, &total, &rejected)
            }
            if files.isEmpty { try noteEmpty(source, next, at: now) }
            try closeFaults(of: source, keepsRejected: !rejected.files.isEmpty || files.isEmpty, at: now)
            return Polled(
                source: source.id, nextPollAt: next,
                outcome: files.isEmpty ? PollOutcome.notModified.rawValue : PollOutcome.document.rawValue, detail: "",
                report: files.isEmpty ? nil : total)
        } catch {
            return try commitFailure(
                fetched, kind: FaultKind.folder, detail: error.description, status: nil, retryAfter: nil,
                redirects: [])
        }
    }

    /// What one look at the directory rejected, in part or whole.
    private struct Rejected {
        private(set) var files: [String] = []
        private var reasons = 0
        private var first = ""

        mutating func add(_ file: String, _ reasons: [String]) {
            if files.isEmpty { first = reasons[0] }
            files.append(file)
            self.reasons += reasons.count
        }

        /// How many, up to three by name, and the first reason.
        var detail: String {
            let named = files.prefix(3).joined(separator: ", ")
            let more = files.count > 3 ? " and \(files.count - 3) more" : ""
            return "\(CycleSummary.counted(files.count, "file")) rejected in part or whole (\(named)\(more)): \(first)"
                + "\(reasons > 1 ? " and \(reasons - 1) more" : ""); the reasons are in rejected/"
        }
    }

    private func take(
        _ file: ActivityFolder.Claimed, of source: Source, _ folder: ActivityFolder, _ next: Timestamp,
        _ total: inout IntakeReport, _ rejected: inout Rejected
    ) throws(ActivityFolder.Fault) {
        if let refusal = file.refusal {
            return try refuse(file, ["\(file.name): \(refusal)"], of: source, folder, next, &rejected)
        }
        let limit = engine.configuration.settings.limits.documentBytes
        let read: [UInt8]?
        do throws(ActivityFolder.Fault) {
            read = try folder.read(file, limit: limit)
        } catch {
            let reason = "\(file.name): cannot be read (\(error)): let the user of whynow read it, and put it back"
            return try refuse(file, [reason], of: source, folder, next, &rejected)
        }
        guard let bytes = read else {
            let reason = "\(file.name): larger than limits.document (\(limit) bytes): cut it into smaller files"
            return try refuse(file, [reason], of: source, folder, next, &rejected)
        }
        let reading = ActivityFile.read(bytes, fileName: file.name, source: source.id)
        let reasons = reading.rejected.map { "\(file.name):\($0.line): \($0.reason)" }
        if let fault = reading.fault {
            return try refuse(file, ["\(file.name): \(fault)"] + reasons, of: source, folder, next, &rejected)
        }
        let now = clock.now()
        let record = PollRecord(
            source: source.id, at: now, outcome: .document, detail: reasons.first ?? "", bytes: bytes.count,
            entries: Ledger.EntryCounts(merged: reading.repeated, skipped: reasons.count), nextPollAt: next)
        if !reasons.isEmpty { rejected.add(file.name, reasons) }
        let faults = reasons.isEmpty ? [] : [rejection(rejected, of: source, at: now)]
        let report = try committing {
            try DocumentIntake(engine: engine, ledger: place.ledger)
                .take(reading.items, of: source, record) { _ in
                    // A good file among bad ones says nothing about those.
                    DocumentIntake.Aftermath(faults: faults, leavesOthersOpen: true)
                }
        }
        total.add(report)
        try folder.finish(file, rejected: reasons)
    }

    /// The directory could be looked at. What was rejected stays told until files come that are wholly good.
    private func closeFaults(
        of source: Source, keepsRejected: Bool, at now: Timestamp
    ) throws(ActivityFolder.Fault) {
        let kept = keepsRejected ? [FaultKind.rejected] : []
        try committing {
            guard
                try place.ledger.openFaults(scope: FaultScope.source(source.id))
                    .contains(where: { !(FaultScope.selfClosing + kept).contains($0.kind) })
            else { return }
            _ = try place.ledger.commit(at: now) { try DocumentIntake.note([], source, $0, keeping: kept) }
        }
    }

    private func refuse(
        _ file: ActivityFolder.Claimed, _ reasons: [String], of source: Source, _ folder: ActivityFolder,
        _ next: Timestamp, _ rejected: inout Rejected
    ) throws(ActivityFolder.Fault) {
        let now = clock.now()
        let record = PollRecord(
            source: source.id, at: now, outcome: .failed, detail: reasons[0], failures: 1, nextPollAt: next)
        rejected.add(file.name, reasons)
        let fault = rejection(rejected, of: source, at: now)
        try committing {
            try place.ledger.commitPoll(record) { _ = try $0.open(fault) }
        }
        try folder.reject(file, because: reasons)
    }

    private func rejection(_ rejected: Rejected, of source: Source, at now: Timestamp) -> Fault {
        Fault(
            scope: FaultScope.source(source.id), kind: FaultKind.rejected, detail: rejected.detail, openedAt: now)
    }

    private func noteEmpty(_ source: Source, _ next: Timestamp, at now: Timestamp) throws(ActivityFolder.Fault) {
        _ = try committing {
            try place.ledger.commitUnchanged([
                PollRecord(source: source.id, at: now, outcome: .notModified, nextPollAt: next)
            ])
        }
    }

    /// What the ledger cannot keep stays in `working/` and is read again.
    private func committing<Value>(_ body: () throws -> Value) throws(ActivityFolder.Fault) -> Value {
        do { return try body() } catch { throw .notAccessible("the state file", "\(error)") }
    }
}
