internal import Foundation
internal import Ledger
internal import SourceFetching
internal import SourceParsing
internal import TriggerModel

/// What is asked of a source next, from what is configured and what is remembered of it.
struct SourceQuestion: Sendable {
    let source: Source
    /// Before its placeholders are filled.
    let address: String
    /// What the operator wrote for this question: a credential goes to its origin only, wherever an answer leads.
    private let written: String
    private let body: String?
    private let page: Int
    private let state: SourceState?
    /// Only the first question of a poll may be answered with "unchanged".
    private let isConditional: Bool

    /// The first question of a poll.
    init(_ source: Source, state: SourceState?) {
        self.source = source
        address = SourceMemory.address(of: source, state)
        written = source.url
        body = source.request.body
        page = 0
        self.state = state
        isConditional = true
    }

    /// The control question, whose answer is known to hold something.
    init(controlOf source: Source) {
        self.source = source
        address = source.control?.url ?? source.url
        written = address
        body = source.control?.body ?? source.request.body
        page = 0
        state = nil
        isConditional = false
    }

    /// The page behind those read so far; nil where there is none, or one poll has read enough.
    init?(after pages: [SourcePage], of source: Source, state: SourceState?) {
        guard let last = pages.last, !last.parsed.items.isEmpty,
            pages.count < source.paging?.most ?? Self.mostPages,
            let next = Self.next(after: last, page: pages.count, of: source, state)
        else { return nil }
        self.source = source
        address = next
        written = source.url
        body = source.request.body
        page = pages.count
        self.state = state
        isConditional = false
    }

    /// Pages of a feed that one poll reads back at most.
    private static let mostPages = 10
    /// Seconds for which a stream is listened to.
    private static let streamWindow = 20

    func request(on today: CalendarDay, _ credentials: CredentialStore) throws(CredentialFault) -> FetchRequest {
        let paging = source.paging ?? Paging()
        func filled(_ text: String) -> String {
            RequestTemplate.fill(
                text, today: today, page: paging.first + page, offset: page * paging.step,
                timepoint: state?.timepoint.flatMap { $0.isEmpty ? nil : $0 })
        }
        return FetchRequest(
            url: filled(address), configuredURL: filled(written), kind: source.kind, method: source.request.method,
            body: body.map(filled),
            credential: try source.request.credential.map { credential throws(CredentialFault) in
                RequestCredential(secret: try credentials.secret(credential.name), form: credential.form)
            },
            validators: isConditional
                ? Validators(etag: state?.etag, lastModified: state?.lastModified) : Validators(),
            previousHash: isConditional ? state?.bodyHash : nil, honoursRobots: source.kind == .page,
            collects: source.kind == .stream ? .seconds(Self.streamWindow) : nil)
    }

    private static func next(
        after last: SourcePage, page: Int, of source: Source, _ state: SourceState?
    ) -> String? {
        switch source.kind {
        case .feed: return last.parsed.hints.next
        case .filing: return last.parsed.hints.next ?? filingPage(source.url, start: page)
        case .json:
            guard let paging = source.paging else { return nil }
            switch RecordPaging.more(in: last.document.body, paging, url: last.document.url) {
            case .none: return nil
            case .nextPage: return SourceMemory.address(of: source, state)
            case .address(let address): return address
            }
        case .page, .csv, .stream, .activity: return nil
        }
    }

    /// EDGAR's own paging: `start=` counts entries. Entries shift while one pages, so pages overlap by a tenth.
    private static func filingPage(_ address: String, start page: Int) -> String? {
        guard var parts = URLComponents(string: address), parts.path.hasSuffix("/browse-edgar"),
            var query = parts.queryItems
        else { return nil }
        let count = query.first { $0.name == "count" }?.value.flatMap(Int.init) ?? 40
        let start = page * (count - count / 10)
        query.removeAll { $0.name == "start" }
        query.append(URLQueryItem(name: "start", value: "\(start)"))
        parts.queryItems = query
        return parts.string
    }
}
