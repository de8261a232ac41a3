internal import Ledger
internal import SourceFetching
internal import SourceParsing
internal import TriggerModel

/// Polls one source: fetch, then parse, judge and commit on the ledger thread, then publish.
struct SourcePoller: Sendable {
    let engine: ReasonEngine
    let place: Workplace
    let fetcher: Fetcher
    let thread: LedgerThread
    let clock: RuntimeClock

    /// What the network answered, before anything was committed.
    struct Fetched: Sendable {
        var source: Source
        var state: SourceState?
        var outcome: FetchOutcome

        /// We dropped it ourselves (a stop, a reload, a host that rests): nothing was learnt of the source.
        var isOurs: Bool {
            if case .failed(let fault) = outcome { fault.isOurs } else { false }
        }

        /// Seconds until a poll that we dropped ourselves is taken up again.
        var rest: Int {
            if case .failed(let fault) = outcome { fault.retryAfter ?? 0 } else { 0 }
        }
    }

    /// One poll and when the next is due.
    struct Polled: Sendable {
        var source: String
        var nextPollAt: Timestamp
        var outcome: String
        var detail: String
        var report: IntakeReport?
    }

    func fetch(_ source: Source) async throws -> Fetched {
        await fetch(source, after: try await thread.run { try place.ledger.sourceState(source.id) })
    }

    /// - Parameter state: what the ledger remembers of the source, as of now.
    func fetch(_ source: Source, after state: SourceState?) async -> Fetched {
        let request = FetchRequest(
            url: source.url, kind: source.kind,
            validators: Validators(etag: state?.etag, lastModified: state?.lastModified), previousHash: state?.bodyHash)
        return Fetched(source: source, state: state, outcome: await fetcher.fetch(request))
    }

    /// Judges and commits what was fetched, then brings out what is owed: one answer each, in the order given.
    ///
    /// A changed document has a transaction of its own. Sources in a row that have not changed share one, and the files
    /// of all of them are written together: a commit and a file wait for the disk, which is most of what they cost.
    /// - Parameter isStopping: asked before each document; the rest is then left for the next start, and has no answer.
    /// - Throws: what keeps files from being brought out; the commits stand.
    func conclude(
        _ fetched: [Fetched], until isStopping: @escaping @Sendable () -> Bool = { false }
    ) async throws -> [Result<Polled, any Error>] {
        guard !fetched.isEmpty else { return [] }
        return try await thread.run {
            var answers: [Result<Polled, any Error>] = []
            var rest = fetched[...]
            while let first = rest.first, !isStopping() {
                let row = rest.prefix { $0.outcome.unchanged != nil }
                rest = rest.dropFirst(max(1, row.count))
                do {
                    answers += (row.isEmpty ? [try commit(first)] : try commitUnchanged(row)).map { .success($0) }
                } catch {
                    answers += Array(repeating: .failure(error), count: max(1, row.count))
                }
            }
            _ = try OutboxPublisher(place: place).publish(at: clock.now())
            return answers
        }
    }

    private func commit(_ fetched: Fetched) throws -> Polled {
        let source = fetched.source
        let now = clock.now()
        switch fetched.outcome {
        case .document(let document):
            return try commit(document, fetched, at: now, regular: regular(source, after: now))
        case .notModified, .sameBody: return try commitUnchanged([fetched])[0]  // one answer each
        case .failed(let fault):
            return try commitFailure(
                fetched, kind: fault.kind.rawValue, detail: fault.detail, status: fault.status,
                retryAfter: fault.retryAfter, at: now)
        }
    }

    /// All of `row` have not changed.
    private func commitUnchanged(_ row: ArraySlice<Fetched>) throws -> [Polled] {
        let now = clock.now()
        let records = row.compactMap { fetched in
            fetched.outcome.unchanged.map { (outcome, unchanged) in
                let regular = regular(fetched.source, after: now)
                return PollRecord(
                    source: fetched.source.id, at: now, outcome: outcome, etag: unchanged.validators.etag,
                    lastModified: unchanged.validators.lastModified,
                    nextPollAt: unchanged.retryAfter.map { max(regular, now.adding(seconds: $0)) } ?? regular)
            }
        }
        try place.ledger.commitUnchanged(records)
        for fetched in row {
            guard let state = fetched.state, state.failures > 0 else { continue }
            try place.ledger.commit(at: now) { transaction in
                _ = try transaction.closeFaults(
                    scope: FaultScope.source(fetched.source.id), except: FaultScope.selfClosing + [Self.damaged])
            }
        }
        return records.map {
            Polled(source: $0.source, nextPollAt: $0.nextPollAt, outcome: $0.outcome.rawValue, detail: "")
        }
    }

    private func commit(
        _ document: Document, _ fetched: Fetched, at now: Timestamp, regular: Timestamp
    ) throws -> Polled {
        let source = fetched.source
        let input = ParseInput(
            bytes: document.body, contentType: document.contentType, url: document.url, sourceName: source.id,
            kind: source.kind == .page ? .list : .feed, selectors: source.selectors)
        let parsed: ParsedDocument
        switch SourceParser().parse(input) {
        case .success(let document): parsed = document
        case .failure(let fault):
            return try commitFailure(
                fetched, kind: fault.reason.rawValue, detail: "\(fault)", status: document.status, retryAfter: nil,
                at: now)
        }
        let damage = parsed.damageSummary.map { summary in
            Fault(
                scope: FaultScope.source(source.id), kind: Self.damaged,
                detail: "\(summary); \(CycleSummary.counted(parsed.items.count, "item")) read all the same",
                openedAt: now)
        }
        let record = PollRecord(
            source: source.id, at: now, outcome: .document, detail: damage?.detail ?? "", status: document.status,
            bytes: document.body.count,
            entries: Ledger.EntryCounts(merged: parsed.counts.merged, skipped: parsed.counts.skipped),
            etag: document.validators.etag, lastModified: document.validators.lastModified,
            bodyHash: document.bodyHash, nextPollAt: regular)
        let report = try DocumentIntake(engine: engine, ledger: place.ledger)
            .take(parsed.items, of: source, record, fault: damage)
        return Polled(
            source: source.id, nextPollAt: regular, outcome: record.outcome.rawValue, detail: record.detail,
            report: report)
    }

    /// A failed poll keeps what is known of the source, opens its fault once, and tries again, for ever.
    private func commitFailure(
        _ fetched: Fetched, kind: String, detail: String, status: Int?, retryAfter: Int?, at now: Timestamp
    ) throws -> Polled {
        let source = fetched.source
        let failures = (fetched.state?.failures ?? 0) + 1
        let wait = Backoff(base: source.interval, cap: max(source.interval, Self.longestWait))
            .delay(failures: failures, random: Double.random(in: 0..<1), retryAfter: retryAfter)
        let next = now.adding(seconds: wait)
        let record = PollRecord(
            source: source.id, at: now, outcome: .failed, detail: "\(kind): \(detail)", status: status,
            failures: failures, nextPollAt: next)
        let fault = Fault(scope: FaultScope.source(source.id), kind: kind, detail: detail, openedAt: now)
        try place.ledger.commitPoll(record) { transaction in
            _ = try transaction.open(fault)
            _ = try transaction.closeFaults(scope: fault.scope, except: FaultScope.selfClosing + [kind])
        }
        return Polled(source: source.id, nextPollAt: next, outcome: kind, detail: detail)
    }

    // MARK: What waits for a further document

    /// Fetches the document an item waits for and judges the item, once.
    ///
    /// The item of a source that is not configured any more, or cannot be read just now, rests until its deadline and is
    /// judged by what it said itself.
    /// - Returns: nil where the item goes on waiting.
    func pursue(_ awaiting: AwaitingItem) async throws -> IntakeReport? {
        let now = clock.now()
        let isOver = awaiting.document.deadline <= now
        let configured = engine.source(awaiting.item.source)
        guard isOver || configured != nil else {
            try await thread.run {
                try place.ledger.commit(at: now) { try $0.postpone(awaiting.id, until: awaiting.document.deadline) }
            }
            return nil
        }
        let source = configured ?? Self.formerSource(of: awaiting)
        let outcome = isOver ? nil : await fetcher.fetch(FetchRequest(url: awaiting.document.url, kind: .page))
        return try await thread.run {
            let now = clock.now()
            let item: Item
            switch outcome {
            case .document(let document):
                switch FilingIndexPage.read(document.body, contentType: document.contentType, url: document.url) {
                case .success(let page): item = Self.item(awaiting.item, with: page.filing)
                case .failure:
                    // Not the page that was awaited, such as a notice of the server's: asked again until the deadline.
                    try postpone(awaiting, after: nil, at: now)
                    return nil
                }
            case nil:
                item = awaiting.item
            case .failed(let fault) where fault.isOurs && fault.retryAfter == nil:
                // Dropped by a stop or a reload: nobody was asked in vain.
                return nil
            case .failed(let fault):
                try postpone(awaiting, after: fault.retryAfter, at: now)
                return nil
            case .notModified, .sameBody:
                // Asked without validators, no honest server says so; the deadline settles it.
                try postpone(awaiting, after: nil, at: now)
                return nil
            }
            let report = try DocumentIntake(engine: engine, ledger: place.ledger)
                .settle(awaiting, with: item, of: source, at: now)
            _ = try OutboxPublisher(place: place).publish(at: now)
            return report
        }
    }

    private func postpone(_ awaiting: AwaitingItem, after seconds: Int?, at now: Timestamp) throws {
        let wait = Backoff(base: 60, cap: 3600)
            .delay(failures: awaiting.attempts + 1, random: Double.random(in: 0..<1), retryAfter: seconds)
        let next = min(now.adding(seconds: wait), awaiting.document.deadline)
        try place.ledger.commit(at: now) { try $0.postpone(awaiting.id, until: next) }
    }

    private static func formerSource(of awaiting: AwaitingItem) -> Source {
        let id = awaiting.item.source
        return Source(id: id, kind: .filing, url: awaiting.document.url, name: id, publisher: id)
    }

    /// The item with what the index page adds: the page's cover counts where it says something.
    private static func item(_ item: Item, with cover: Filing) -> Item {
        var item = item
        guard var filing = item.filing else { return item }
        if !cover.items.isEmpty { filing.items = cover.items }
        filing.period = cover.period ?? filing.period
        filing.filed = filing.filed ?? cover.filed
        filing.accepted = filing.accepted ?? cover.accepted
        for party in cover.parties
        where !filing.parties.contains(where: { $0.cik == party.cik && $0.role == party.role }) {
            filing.parties.append(party)
        }
        item.filing = filing
        return item
    }

    // MARK: Times

    /// A source that fails is tried again at least this often, in seconds.
    private static let longestWait = 6 * 3600
    private static let damaged = "damaged"

    private func regular(_ source: Source, after now: Timestamp) -> Timestamp {
        now.adding(seconds: source.interval + spread(source, over: source.interval / 20))
    }

    /// The same for one source each time, different between sources: polls of one interval do not bunch up.
    private func spread(_ source: Source, over seconds: Int) -> Int {
        guard seconds > 0 else { return 0 }
        let sum = source.id.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return Int(sum % UInt32(seconds))
    }
}

extension FetchOutcome {
    /// What the server said where there was nothing new to read.
    fileprivate var unchanged: (PollOutcome, Unchanged)? {
        switch self {
        case .notModified(let unchanged): (.notModified, unchanged)
        case .sameBody(let unchanged): (.sameBody, unchanged)
        case .document, .failed: nil
        }
    }
}
