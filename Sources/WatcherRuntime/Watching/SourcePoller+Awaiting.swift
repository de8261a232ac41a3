internal import Ledger
internal import SourceFetching
internal import SourceParsing
internal import TriggerModel

/// What waits for a further document: an article's page, or the next document of a filing.
extension SourcePoller {
    /// One attempt at an awaited document, before anything was committed.
    struct Attempt: Sendable {
        var awaiting: AwaitingItem
        /// nil where the deadline has passed: the item is judged by what is known of it.
        var outcome: FetchOutcome?
        /// nil where the source is not configured any more.
        var source: Source?
    }

    /// Asks for the document.
    ///
    /// The item of a source that is not configured any more, or cannot be read just now, rests until its deadline and is
    /// judged by what it said itself.
    func attempt(_ awaiting: AwaitingItem) async -> Attempt {
        let source = engine.source(awaiting.item.source)
        guard awaiting.document.deadline > clock.now(), source != nil else {
            return Attempt(awaiting: awaiting, outcome: nil, source: source)
        }
        let request = FetchRequest(
            url: awaiting.document.url, kind: .page, honoursRobots: awaiting.document.kind == AwaitedArticle.kind)
        return Attempt(awaiting: awaiting, outcome: await fetcher.fetch(request), source: source)
    }

    /// Commits what came of an attempt, and brings out what is owed.
    /// - Returns: nil where the item goes on waiting.
    func settle(_ attempt: Attempt) async throws -> IntakeReport? {
        try await thread.run {
            let report = try commit(attempt)
            if report != nil { _ = try OutboxPublisher(place: place).publish(at: clock.now()) }
            return report
        }
    }

    private func commit(_ attempt: Attempt) throws -> IntakeReport? {
        let awaiting = attempt.awaiting
        let now = clock.now()
        let isOver = awaiting.document.deadline <= now
        guard let source = attempt.source ?? (isOver ? Self.formerSource(of: awaiting) : nil) else {
            try place.ledger.commit(at: now) { try $0.postpone(awaiting.id, until: awaiting.document.deadline) }
            return nil
        }
        switch attempt.outcome {
        case nil:
            return try settle(
                awaiting, with: awaiting.item, of: source, at: now,
                awaiting.detail.map { .blocked($0) } ?? UnreadDocument.none)
        case .document(let document):
            switch Self.reading(awaiting, document) {
            case .whole(let item): return try settle(awaiting, with: item, of: source, at: now, .wasRead)
            case .without(let reason):
                var awaiting = awaiting
                awaiting.attempts += 1
                return try settle(awaiting, with: awaiting.item, of: source, at: now, .blocked(reason))
            case .next(let item, let step):
                try place.ledger.commit(at: now) { transaction in
                    _ = try transaction.advance(
                        awaiting.id,
                        to: AwaitedDocument(url: step.url, kind: step.kind, deadline: awaiting.document.deadline),
                        item: item)
                }
                return nil
            case .notYet(let reason):
                // Not the document that was awaited, such as a notice of the server's: asked again until the deadline.
                try postpone(awaiting, after: nil, at: now, because: reason)
                return nil
            }
        case .failed(let fault) where fault.isOurs && fault.retryAfter == nil:
            // Dropped by a stop or a reload: nobody was asked in vain.
            return nil
        case .failed(let fault) where fault.isFinal && awaiting.document.kind == AwaitedArticle.kind:
            // It will not come: no use in waiting while the news ages.
            var awaiting = awaiting
            awaiting.attempts += 1
            return try settle(
                awaiting, with: awaiting.item, of: source, at: now,
                fault.isOfOnePage ? .missing(fault.words) : .blocked(fault.words))
        case .failed(let fault):
            try postpone(awaiting, after: fault.retryAfter, at: now, because: fault.words)
            return nil
        case .notModified, .sameBody:
            // Asked without validators, no honest server says so; the deadline settles it.
            try postpone(awaiting, after: nil, at: now, because: "the server says that nothing has changed")
            return nil
        }
    }

    private enum Reading {
        case whole(Item)
        case next(Item, FilingStep)
        /// Asked again, and why.
        case notYet(String)
        /// Another document stands there, and which.
        case without(String)
    }

    private static func reading(_ awaiting: AwaitingItem, _ document: Document) -> Reading {
        if awaiting.document.kind == AwaitedArticle.kind {
            let read = ArticleReading.enrich(
                awaiting.item, with: document.body, contentType: document.contentType, url: document.url)
            switch read {
            case .success(let item): return .whole(item)
            case .failure(let fault):
                let mayHelp = AwaitedArticle.mayComeLater(fault) && awaiting.attempts + 1 < AwaitedArticle.attempts
                let reason = "\(fault.reason.rawValue): \(fault.message)"
                return mayHelp ? .notYet(reason) : .without(reason)
            }
        }
        let step = FilingStep(kind: awaiting.document.kind, url: awaiting.document.url)
        let read = FilingChain.advance(
            awaiting.item, step, document: document.body, contentType: document.contentType, url: document.url)
        switch read {
        case .success((let item, let next?)): return .next(item, next)
        case .success((let item, nil)): return .whole(item)
        case .failure(let fault): return .notYet("\(fault.reason.rawValue): \(fault.message)")
        }
    }

    private func settle(
        _ awaiting: AwaitingItem, with item: Item, of source: Source, at now: Timestamp, _ unread: UnreadDocument
    ) throws -> IntakeReport {
        try DocumentIntake(engine: engine, ledger: place.ledger)
            .settle(awaiting, with: item, of: source, at: now, unread: unread)
    }

    private func postpone(
        _ awaiting: AwaitingItem, after seconds: Int?, at now: Timestamp, because reason: String
    ) throws {
        let wait = Backoff(base: 60, cap: 3600)
            .delay(failures: awaiting.attempts + 1, random: Double.random(in: 0..<1), retryAfter: seconds)
        let next = min(now.adding(seconds: wait), awaiting.document.deadline)
        try place.ledger.commit(at: now) { try $0.postpone(awaiting.id, until: next, detail: reason) }
    }

    private static func formerSource(of awaiting: AwaitingItem) -> Source {
        let id = awaiting.item.source
        return Source(id: id, kind: .filing, url: awaiting.document.url, name: id, publisher: id)
    }
}

/// The page behind a headline.
enum AwaitedArticle {
    static let kind = "article"
    /// A page that is not the article is asked for this often: a challenge or consent page rarely goes away.
    static let attempts = 3
    /// Seconds after which a headline is judged without its article.
    static let patience = 2 * 3600
    /// Scalars of content from which an item needs no page.
    private static let enough = 600

    /// A wall or an error page may be gone the next time; another page than the article stays another page.
    static func mayComeLater(_ fault: ParseFault) -> Bool {
        switch fault.reason {
        case .challenge, .consent, .errorPage, .noText, .empty, .damaged: true
        default: false
        }
    }

    static func of(_ item: Item, _ source: Source, at now: Timestamp) -> AwaitedDocument? {
        guard source.fetchesArticles, let url = item.url,
            (item.content?.unicodeScalars.count ?? 0) < enough
        else { return nil }
        return AwaitedDocument(url: url, kind: kind, deadline: now.adding(seconds: patience))
    }
}

extension FetchFault {
    /// For one line.
    fileprivate var words: String { "\(kind.rawValue): \(detail)" }

    /// Says something of that page only: it was taken away, or is no page to read.
    fileprivate var isOfOnePage: Bool { [.notFound, .gone, .tooLarge, .invalidURL].contains(kind) }

    /// Asking again will not help.
    fileprivate var isFinal: Bool {
        switch kind {
        case .notFound, .gone, .robots, .login, .invalidURL, .protocolRefused, .addressRefused, .contactRequired,
            .downgrade, .tooLarge:
            true
        default: false
        }
    }
}
