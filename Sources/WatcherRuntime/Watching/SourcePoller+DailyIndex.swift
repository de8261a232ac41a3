internal import Ledger
internal import SourceFetching
internal import SourceParsing
internal import TriggerModel

/// The nightly comparison of a filing source with the regulator's index of the day.
extension SourcePoller {
    /// What one comparison came to.
    struct Compared: Sendable {
        var source: String
        /// When the next one is due.
        var next: Timestamp
        /// One line for the log; empty where there was nothing to compare.
        var detail: String
        var report: IntakeReport?
    }

    /// Compares the earliest day that is ready and was not compared.
    func compareDailyIndex(_ source: Source) async throws -> Compared {
        let now = clock.now()
        let next = DailyIndexDays.next(after: now)
        guard let template = source.dailyIndex,
            let state = try await thread.run({ try place.ledger.sourceState(source.id) }),
            let since = state.firstDocumentAt,
            let day = DailyIndexDays.due(at: now, after: state.reconciledDay, watchedSince: since)
        else { return Compared(source: source.id, next: next, detail: "") }
        let url = RequestTemplate.fill(template, today: day, page: 0, offset: 0, timepoint: nil)
        let outcome = await fetcher.fetch(FetchRequest(url: url, kind: .filing))
        switch outcome {
        case .document(let document):
            return try await thread.run { try compare(document, with: day, source) }
        case .failed(let fault) where fault.isOurs:
            return Compared(source: source.id, next: now.adding(seconds: fault.retryAfter ?? 0), detail: "")
        case .failed(let fault) where [.notFound, .gone, .blocked].contains(fault.kind):
            // EDGAR answers 403 or 404 for a day without an index.
            guard !DailyIndexDays.mayCome(day, at: now) else {
                return Compared(source: source.id, next: now.adding(seconds: Self.indexRetry), detail: "")
            }
            let isSecond = rhythms.noteNoIndex(of: source.id)
            try await thread.run { [isSecond] in
                try place.ledger.noteReconciled(source.id, day: day)
                if isSecond {
                    try noteNoIndex(
                        source,
                        "no index for two business days in a row, the last answer: \(fault.detail); check daily-index")
                }
            }
            return Compared(
                source: source.id, next: now, detail: "no index of \(day): a holiday, or it was never made")
        case .failed(let fault):
            let wait = max(Self.indexRetry, fault.retryAfter ?? 0)
            return Compared(
                source: source.id, next: now.adding(seconds: wait),
                detail: "index of \(day): \(fault.kind.rawValue): \(fault.detail)")
        case .notModified, .sameBody:
            return Compared(source: source.id, next: now.adding(seconds: Self.indexRetry), detail: "")
        }
    }

    /// Seconds until an index that did not come is asked for again.
    private static let indexRetry = 3600
    /// Accessions that a fault names.
    private static let named = 5

    private func compare(
        _ document: Document, with day: CalendarDay, _ source: Source
    ) throws -> Compared {
        let now = clock.now()
        // As of now: a poll may have been concluded while the index was on its way.
        guard let state = try place.ledger.sourceState(source.id) else {
            return Compared(source: source.id, next: now, detail: "")
        }
        let scope = FaultScope.source(source.id)
        let entries: [Item]
        switch DailyIndex.read(document.body) {
        case .success(let read):
            entries = DailyIndex.items(read, source: source.id, url: document.url)
                .filter { DocumentIntake.formGate($0, source) == nil }
        case .failure(let fault):
            let detail = "index of \(day) cannot be read: \(fault)"
            try noteNoIndex(source, detail)
            return Compared(source: source.id, next: now.adding(seconds: Self.indexRetry), detail: detail)
        }
        rhythms.noteIndex(of: source.id)
        _ = try place.ledger.closeFault(scope: scope, kind: FaultKind.noIndex, at: now)
        let seen = try place.ledger.accessionsSeen(source: source.id, among: entries.map(\.id))
        let missing = entries.filter { !seen.contains($0.id) }
        var report: IntakeReport?
        var detail = "index of \(day): \(CycleSummary.counted(entries.count, "filing")), none is missing"
        if missing.isEmpty {
            _ = try place.ledger.closeFault(scope: scope, kind: FaultKind.missed, at: now)
        } else {
            let names = missing.prefix(Self.named).map(\.id).joined(separator: ", ")
            let more = missing.count > Self.named ? " and \(missing.count - Self.named) more" : ""
            detail =
                "index of \(day) lists \(CycleSummary.counted(entries.count, "filing")), \(missing.count) of them never "
                + "came by the source and are read now: \(names)\(more)"
            let record = PollRecord(
                source: source.id, at: now, outcome: .document, detail: detail, status: document.status,
                bytes: document.body.count, etag: state.etag, lastModified: state.lastModified,
                bodyHash: state.bodyHash, failures: state.failures, nextPollAt: state.nextPollAt, reconciledDay: day)
            let fault = Fault(scope: scope, kind: FaultKind.missed, detail: detail, openedAt: now)
            report = try DocumentIntake(engine: engine, ledger: place.ledger)
                .take(missing, of: source, record) { _ in
                    DocumentIntake.Aftermath(faults: [fault], leavesOthersOpen: true)
                }
        }
        try place.ledger.noteReconciled(source.id, day: day)
        _ = try OutboxPublisher(place: place).publish(at: now)
        // A further day may be waiting after a break.
        return Compared(source: source.id, next: now, detail: detail, report: report)
    }

    private func noteNoIndex(_ source: Source, _ detail: String) throws {
        _ = try place.ledger.open(
            Fault(
                scope: FaultScope.source(source.id), kind: FaultKind.noIndex, detail: detail, openedAt: clock.now()))
    }
}
