internal import ConfigLoading
internal import CurlTransfer
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
    let credentials: CredentialStore
    let rhythms: RhythmShelf

    init(engine: ReasonEngine, place: Workplace, fetcher: Fetcher, thread: LedgerThread, clock: RuntimeClock) {
        self.engine = engine
        self.place = place
        self.fetcher = fetcher
        self.thread = thread
        self.clock = clock
        rhythms = RhythmShelf()
        credentials = CredentialStore(configurationDirectory: engine.configuration.directory)
    }

    /// What the network answered, before anything was committed.
    ///
    /// A class, because it is handed on many times between the tasks of a cycle, and a source is many values.
    final class Fetched: Sendable {
        let source: Source
        let state: SourceState?
        let outcome: FetchOutcome
        /// Where it was asked.
        let address: String
        /// What was read in this poll before: the newest page first.
        let earlier: [SourcePage]
        let purpose: Purpose

        init(
            source: Source, state: SourceState?, outcome: FetchOutcome, address: String, earlier: [SourcePage] = [],
            purpose: Purpose = .poll
        ) {
            self.source = source
            self.state = state
            self.outcome = outcome
            self.address = address
            self.earlier = earlier
            self.purpose = purpose
        }

        /// We dropped it ourselves (a stop, a reload, a host that rests): nothing was learnt of the source.
        var isOurs: Bool {
            if case .failed(let fault) = outcome { fault.isOurs } else { false }
        }

        var holdsDocument: Bool {
            if case .document = outcome { true } else { !earlier.isEmpty }
        }

        /// Seconds until a poll that we dropped ourselves is taken up again.
        var rest: Int {
            if case .failed(let fault) = outcome { fault.retryAfter ?? 0 } else { 0 }
        }
    }

    /// Why a document is asked for.
    enum Purpose: Hashable, Sendable {
        case poll
        /// None of the items read so far was seen before: the page behind them, to close the gap.
        case furtherPage
        /// The source answered with nothing: is it empty or broken?
        case control
    }

    /// One poll and when the next is due.
    struct Polled: Sendable {
        var source: String
        var nextPollAt: Timestamp
        var outcome: String
        var detail: String
        var report: IntakeReport?
        /// Faults that were not open before.
        var opened: [Fault] = []
    }

    /// What came of a fetched document.
    enum Conclusion: Sendable {
        case polled(Polled)
        /// Nothing was committed: the same poll needs one more document.
        indirect case needs(FurtherDocument)
    }

    /// A document that a poll needs beside what it has.
    struct FurtherDocument: Sendable {
        var source: Source
        var state: SourceState?
        var question: SourceQuestion
        var earlier: [SourcePage]
        var purpose: Purpose
    }

    func fetch(_ source: Source) async throws -> Fetched {
        await fetch(source, after: try await thread.run { try place.ledger.sourceState(source.id) })
    }

    /// - Parameter state: what the ledger remembers of the source, as of now.
    func fetch(_ source: Source, after state: SourceState?) async -> Fetched {
        let state = state.map { SourceMemory.of(source, in: $0) }
        // A directory of ours is looked at when its turn to be concluded comes.
        guard source.kind != .activity else {
            return Fetched(
                source: source, state: state, outcome: .notModified(Unchanged(fetchedAt: clock.now())),
                address: source.url)
        }
        let question = SourceQuestion(source, state: state)
        return Fetched(source: source, state: state, outcome: await ask(question), address: question.address)
    }

    func fetch(_ further: FurtherDocument) async -> Fetched {
        Fetched(
            source: further.source, state: further.state, outcome: await ask(further.question),
            address: further.question.address, earlier: further.earlier, purpose: further.purpose)
    }

    private func ask(_ question: SourceQuestion) async -> FetchOutcome {
        do throws(CredentialFault) {
            return await fetcher.fetch(try question.request(on: clock.now().day, credentials))
        } catch {
            return .failed(
                FetchFault(kind: .credentialMissing, detail: error.description, url: question.source.url))
        }
    }

    /// Judges and commits what was fetched, then brings out what is owed: one answer each, in the order given.
    ///
    /// A changed document has a transaction of its own. Sources in a row that have not changed share one, and the files
    /// of all of them are written together: a commit and a file wait for the disk, which is most of what they cost.
    /// - Parameter isStopping: asked before each document; the rest is then left for the next start, and has no answer.
    /// - Throws: what keeps files from being brought out; the commits stand.
    func conclude(
        _ fetched: [Fetched], until isStopping: @escaping @Sendable () -> Bool = { false }
    ) async throws -> [Result<Conclusion, any Error>] {
        guard !fetched.isEmpty else { return [] }
        return try await thread.run {
            var answers: [Result<Conclusion, any Error>] = []
            var rest = fetched[...]
            while let first = rest.first, !isStopping() {
                let row = rest.prefix { $0.isUnchanged }
                rest = rest.dropFirst(max(1, row.count))
                do {
                    if row.isEmpty {
                        answers.append(.success(try commit(first, until: isStopping)))
                    } else {
                        answers += try commitUnchanged(row).map { .success(.polled($0)) }
                    }
                } catch {
                    answers += Array(repeating: .failure(error), count: max(1, row.count))
                }
            }
            _ = try OutboxPublisher(place: place).publish(at: clock.now())
            return answers
        }
    }

    private func commit(_ fetched: Fetched, until isStopping: () -> Bool) throws -> Conclusion {
        if fetched.source.kind == .activity { return .polled(try commitActivities(fetched, until: isStopping)) }
        switch fetched.outcome {
        case .document(let document): return try commit(document, fetched)
        case .notModified, .sameBody: return .polled(try commitUnchanged([fetched])[0])  // one answer each
        case .failed(let fault):
            if fetched.purpose == .furtherPage, isPatient(fetched) {
                return .polled(
                    try commit(fetched.earlier, fetched, openGap: "the page before could not be read: \(fault.detail)"))
            }
            return .polled(
                try commitFailure(
                    fetched, kind: fault.kind.rawValue, detail: fault.detail, status: fault.status,
                    retryAfter: fault.retryAfter, redirects: []))
        }
    }

    /// A page behind the newest that cannot be read fails the whole poll, so that the next one asks for it again; after
    /// as many failures the newest page is taken without it, and the gap stays told.
    private func isPatient(_ fetched: Fetched) -> Bool { fetched.state?.failures ?? 0 >= Self.pageAttempts - 1 }

    private static let pageAttempts = 4

    /// All of `row` have not changed.
    private func commitUnchanged(_ row: ArraySlice<Fetched>) throws -> [Polled] {
        let now = clock.now()
        var records: [PollRecord] = []
        var sights: [SourceSight] = []
        for fetched in row {
            guard let (outcome, unchanged) = fetched.outcome.unchanged else { continue }
            var sight = SourceSight(fetched.source, fetched.state, rhythms, at: now)
            sight.sawNothingNew(maxAge: unchanged.cacheMaxAge)
            records.append(
                PollRecord(
                    source: fetched.source.id, at: now, outcome: outcome, etag: unchanged.validators.etag,
                    lastModified: unchanged.validators.lastModified,
                    nextPollAt: sight.nextPoll(notBefore: unchanged.retryAfter),
                    move: SourceMemory.move(unchanged.redirects, askedAt: fetched.address, of: fetched.source),
                    rhythm: sight.rhythmToKeep()))
            sights.append(sight)
        }
        let troubled = try place.ledger.commitUnchanged(records)
        var opened: [String: [Fault]] = [:]
        for ((fetched, sight), record) in zip(zip(row, sights), records) {
            rhythms.keep(sight.rhythm, of: fetched.source.id)
            let moved = SourceMemory.fault(record.move, of: fetched.source, fetched.state, at: now)
            let faults = sight.faults + [moved].compactMap(\.self)
            // Only where something changes: an open fault may close, or silence has become one.
            guard !faults.isEmpty || troubled.contains(FaultScope.source(fetched.source.id)) else { continue }
            opened[record.source] = try place.ledger.commit(at: now) { transaction in
                try SourceMemory.close(record.move, of: fetched.source, transaction)
                return try DocumentIntake.note(
                    faults, fetched.source, transaction, keeping: [SourceReading.damaged, FaultKind.gap])
            }
        }
        return records.map {
            Polled(
                source: $0.source, nextPollAt: $0.nextPollAt, outcome: $0.outcome.rawValue, detail: "",
                opened: opened[$0.source] ?? [])
        }
    }

    // MARK: A document

    private func commit(_ document: Document, _ fetched: Fetched) throws -> Conclusion {
        let source = fetched.source
        let page: SourcePage
        switch SourceReading.read(document, of: source) {
        case .success(let read): page = read
        case .failure(let fault):
            if fetched.purpose == .furtherPage, isPatient(fetched) {
                return .polled(
                    try commit(fetched.earlier, fetched, openGap: "the page before could not be read: \(fault.detail)"))
            }
            return .polled(
                try commitFailure(
                    fetched, kind: fault.kind, detail: fault.detail, status: document.status, retryAfter: nil,
                    redirects: document.redirects))
        }
        if fetched.purpose == .control {
            let least = source.control?.atLeast ?? 1
            guard page.parsed.counts.seen >= least else {
                let detail =
                    "answers with nothing, and to the control question with \(page.parsed.counts.seen) rows instead of "
                    + "at least \(least): its interface has changed, or it is out of order"
                return .polled(
                    try commitFailure(
                        fetched, kind: FaultKind.control, detail: detail, status: document.status, retryAfter: nil,
                        redirects: document.redirects))
            }
            return .polled(try commit(fetched.earlier, fetched, openGap: nil))
        }
        let pages = fetched.earlier + [page]
        if pages.count == 1, page.parsed.counts.seen == 0, source.control != nil {
            return .needs(
                FurtherDocument(
                    source: source, state: fetched.state, question: SourceQuestion(controlOf: source), earlier: pages,
                    purpose: .control))
        }
        let question = SourceQuestion(after: pages, of: source, state: fetched.state)
        // Asked of the ledger only where it decides something: most documents have no page behind them.
        let isReached = try question == nil && pages.count == 1 || reachesBack(pages, fetched)
        if let question, !isReached {
            return .needs(
                FurtherDocument(
                    source: source, state: fetched.state, question: question, earlier: pages, purpose: .furtherPage))
        }
        let cutOff = isReached || pages.count == 1 ? nil : "\(pages.count) pages were read back, and none reached it"
        return .polled(try commit(pages, fetched, openGap: cutOff))
    }

    /// Whether the last page reaches what was seen before; at first contact, as far as is looked back.
    private func reachesBack(_ pages: [SourcePage], _ fetched: Fetched) throws -> Bool {
        guard let last = pages.last else { return true }
        guard fetched.state?.firstDocumentAt == nil else {
            return try place.ledger.knows(anyOf: anchors(last.parsed.items, fetched), of: fetched.source.id)
        }
        switch fetched.source.firstPoll {
        case .seed: return true
        case .backfill(let days):
            let oldest = last.parsed.items.compactMap { $0.published ?? $0.updated }.min()
            return oldest.map { $0 < clock.now().adding(days: -days) } ?? false
        }
    }

    /// The items that show that nothing is missing when they are known: those as new as the newest one seen before. An
    /// entry that is pinned to the top for weeks shows nothing.
    private func anchors(_ items: [Item], _ fetched: Fetched) -> [Item] {
        let newest = SourceSight(fetched.source, fetched.state, rhythms, at: clock.now()).newest
        guard let newest else { return items }
        let anchors = items.filter { item in
            (item.published ?? item.updated).map { $0 >= newest } ?? true
        }
        // A list that is older than what was the newest reaches back by itself.
        return items.contains { ($0.published ?? $0.updated).map { $0 < newest } ?? true } && anchors.isEmpty
            ? items : anchors
    }

    /// - Parameter openGap: why the pages do not reach what was seen before, where paging back was cut off.
    private func commit(_ pages: [SourcePage], _ fetched: Fetched, openGap: String?) throws -> Polled {
        let source = fetched.source
        let now = clock.now()
        guard let first = pages.first, let parsed = ParsedDocument.joined(pages.map(\.parsed)) else {
            throw CommandFailure(.software, "a poll without a document")
        }
        let document = first.document
        var sight = SourceSight(source, fetched.state, rhythms, at: now)
        let damage = parsed.damageSummary.map { summary in
            Fault(
                scope: FaultScope.source(source.id), kind: SourceReading.damaged,
                detail: "\(summary); \(CycleSummary.counted(parsed.items.count, "item")) read all the same",
                openedAt: now)
        }
        let record = PollRecord(
            source: source.id, at: now, outcome: .document, detail: damage?.detail ?? "", status: document.status,
            bytes: pages.reduce(0) { $0 + $1.document.body.count },
            entries: Ledger.EntryCounts(merged: parsed.counts.merged, skipped: parsed.counts.skipped),
            etag: document.validators.etag, lastModified: document.validators.lastModified,
            bodyHash: document.bodyHash, nextPollAt: now.adding(seconds: source.interval),
            move: SourceMemory.move(document.redirects, askedAt: fetched.address, of: source), address: source.url,
            timepoint: pages.last?.timepoint)
        let report = try DocumentIntake(engine: engine, ledger: place.ledger)
            .take(parsed.items, of: source, record) { transaction in
                sight.saw(
                    parsed, bytes: document.body.count, maxAge: document.cacheMaxAge,
                    gap: try Gap.of(
                        parsed, transaction, pages: pages.count, cutOff: openGap, newest: sight.newest, source,
                        fetched.state, reachesBack: { try reachesBack(pages, fetched) }),
                    newItems: transaction.counts.new)
                try SourceMemory.close(record.move, of: source, transaction)
                let moved = SourceMemory.fault(record.move, of: source, fetched.state, at: now)
                return DocumentIntake.Aftermath(
                    faults: [damage, moved].compactMap(\.self) + sight.faults, rhythm: sight.rhythmToKeep(),
                    nextPollAt: sight.nextPoll(notBefore: document.retryAfter))
            }
        rhythms.keep(sight.rhythm, of: source.id)
        return Polled(
            source: source.id, nextPollAt: report.nextPollAt ?? record.nextPollAt, outcome: record.outcome.rawValue,
            detail: record.detail, report: report, opened: report.opened)
    }

    /// A failed poll keeps what is known of the source, opens its fault once, and tries again, for ever.
    func commitFailure(
        _ fetched: Fetched, kind: String, detail: String, status: Int?, retryAfter: Int?, redirects: [Redirect]
    ) throws -> Polled {
        let source = fetched.source
        let now = clock.now()
        let failures = (fetched.state?.failures ?? 0) + 1
        let wait = Backoff(base: source.interval, cap: max(source.interval, Self.longestWait))
            .delay(failures: failures, random: Double.random(in: 0..<1), retryAfter: retryAfter)
        let next = now.adding(seconds: wait)
        var sight = SourceSight(source, fetched.state, rhythms, at: now)
        sight.failed()
        let record = PollRecord(
            source: source.id, at: now, outcome: .failed, detail: "\(kind): \(detail)", status: status,
            failures: failures, nextPollAt: next,
            move: redirects.isEmpty
                ? .unknown : SourceMemory.move(redirects, askedAt: fetched.address, of: source),
            rhythm: sight.rhythmToKeep(),
            // The point to go on from is too old: the next answer begins with the newest.
            timepoint: kind == FetchFault.Kind.range.rawValue ? "" : nil)
        let fault = Fault(scope: FaultScope.source(source.id), kind: kind, detail: detail, openedAt: now)
        let moved = SourceMemory.fault(record.move, of: source, fetched.state, at: now)
        let faults = [fault] + [moved].compactMap(\.self) + sight.faults
        try place.ledger.commitPoll(record) { transaction in
            // None is closed before the source is read again: one outage that shows itself in several ways opens each
            // of them once.
            for fault in faults { _ = try transaction.open(fault) }
        }
        rhythms.keep(sight.rhythm, of: source.id)
        return Polled(source: source.id, nextPollAt: next, outcome: kind, detail: detail)
    }

    /// A source that fails is tried again at least this often, in seconds.
    private static let longestWait = 6 * 3600
}

extension SourcePoller.Fetched {
    /// Nothing to read, and nothing to ask further.
    fileprivate var isUnchanged: Bool {
        source.kind != .activity && purpose == .poll && outcome.unchanged != nil
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
