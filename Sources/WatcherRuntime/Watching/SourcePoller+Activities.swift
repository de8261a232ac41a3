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
            var hasRejected = false
            for file in files {
                // What is left stays in `working/` and is read after the next start.
                if isStopping() { break }
                if try !take(file, of: source, folder, next, &total) { hasRejected = true }
            }
            if files.isEmpty { try noteEmpty(source, next, at: now) }
            try closeFaults(of: source, keepsRejected: hasRejected || files.isEmpty, at: now)
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

    /// - Returns: false where some or all of the file was rejected.
    private func take(
        _ file: ActivityFolder.Claimed, of source: Source, _ folder: ActivityFolder, _ next: Timestamp,
        _ total: inout IntakeReport
    ) throws(ActivityFolder.Fault) -> Bool {
        let limit = engine.configuration.settings.limits.documentBytes
        let read: [UInt8]?
        do throws(ActivityFolder.Fault) {
            read = try folder.read(file, limit: limit)
        } catch {
            let reason = "\(file.name): cannot be read (\(error)): let the user of whynow read it, and put it back"
            try refuse(file, [reason], of: source, folder, next)
            return false
        }
        guard let bytes = read else {
            let reason = "\(file.name): larger than limits.document (\(limit) bytes): cut it into smaller files"
            try refuse(file, [reason], of: source, folder, next)
            return false
        }
        let reading = ActivityFile.read(bytes, fileName: file.name, source: source.id)
        let reasons = reading.rejected.map { "\(file.name):\($0.line): \($0.reason)" }
        if let fault = reading.fault {
            try refuse(file, ["\(file.name): \(fault)"] + reasons, of: source, folder, next)
            return false
        }
        let now = clock.now()
        let record = PollRecord(
            source: source.id, at: now, outcome: .document, detail: reasons.first ?? "", bytes: bytes.count,
            entries: Ledger.EntryCounts(merged: reading.repeated, skipped: reasons.count), nextPollAt: next)
        let faults = reasons.isEmpty ? [] : [rejection(reasons, of: source, at: now)]
        let report = try committing {
            try DocumentIntake(engine: engine, ledger: place.ledger)
                .take(reading.items, of: source, record) { _ in
                    // A good file among bad ones says nothing about those.
                    DocumentIntake.Aftermath(faults: faults, leavesOthersOpen: true)
                }
        }
        total.add(report)
        try folder.finish(file, rejected: reasons)
        return reasons.isEmpty
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
        _ next: Timestamp
    ) throws(ActivityFolder.Fault) {
        let now = clock.now()
        let record = PollRecord(
            source: source.id, at: now, outcome: .failed, detail: reasons[0], failures: 1, nextPollAt: next)
        let fault = rejection(reasons, of: source, at: now)
        try committing {
            try place.ledger.commitPoll(record) { _ = try $0.open(fault) }
        }
        try folder.reject(file, because: reasons)
    }

    private func rejection(_ reasons: [String], of source: Source, at now: Timestamp) -> Fault {
        let more = reasons.count > 1 ? " and \(reasons.count - 1) more" : ""
        return Fault(
            scope: FaultScope.source(source.id), kind: FaultKind.rejected,
            detail: "\(reasons[0])\(more); the reasons are in rejected/", openedAt: now)
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
