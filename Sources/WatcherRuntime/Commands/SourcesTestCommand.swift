internal import ConfigLoading
internal import Foundation
internal import Ledger
internal import SourceFetching
internal import SourceParsing
package import TriggerModel

/// `whynow sources test URL|ID`: asks once and says what came, what was decided, what was read, and what to do now.
///
/// Nothing is remembered: neither state nor files change, and the source's own schedule goes on as if nobody had asked.
package struct SourcesTestCommand: Sendable {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    /// - Parameters:
    ///   - what: the id of a source, or an address.
    ///   - selectors: to be tried on the page at that address.
    package func run(_ what: String, selectors: ListSelectors? = nil) async throws -> ExitCode {
        let configuration = try StartConfiguration.load(directory).configuration
        let network = try Network(configuration.settings, clock: clock)
        defer { network.shutDown() }
        let fetcher = network.fetcher
        return try await run(what, selectors, configuration) { await fetcher.fetch($0) }
    }

    func run(
        _ what: String, _ selectors: ListSelectors?, _ configuration: Configuration, ask: AskSource
    ) async throws -> ExitCode {
        var report = SourceTestReport()
        let known = configuration.sources.first { $0.id == what }
        if let source = known, source.kind == .activity {
            look(at: source, &report)
        } else if let source = known {
            try await test(source, configuration, &report, ask)
        } else if let url = TypedAddress.url(what), what.contains(where: { ".:/".contains($0) }) {
            if let same = configuration.sources.first(where: { CanonicalLink($0.url) == CanonicalLink(url) }) {
                report.add("Known", "source \(same.id) asks this address; it is tested as configured there")
                try await test(same, configuration, &report, ask)
            } else if let selectors {
                let source = Source(
                    id: url, kind: .page, url: url, name: url, publisher: url, selectors: selectors)
                try await test(source, configuration, &report, ask, isTrial: true)
            } else {
                await explore(url, configuration, &report, ask)
            }
        } else {
            throw SourcesShowCommand.unknown(what, configuration, directory)
        }
        output.line(report.lines.joined(separator: "\n"))
        return report.code
    }

    // MARK: A source

    private func test(
        _ source: Source, _ configuration: Configuration, _ report: inout SourceTestReport, _ ask: AskSource,
        isTrial: Bool = false
    ) async throws {
        let request: FetchRequest
        do throws(CredentialFault) {
            request = try SourceQuestion(source, state: remembered(source, configuration))
                .request(on: clock.now().day, CredentialStore(configurationDirectory: configuration.directory))
        } catch {
            report.add("Key", error.description)
            report.add("What now", "put the key there and test again")
            report.code = .configuration
            return
        }
        report.add(request, contact: configuration.settings.contact)
        switch await ask(request) {
        case .failed(let fault):
            report.add(fault)
            report.add("What now", "as said above; the watcher itself goes on trying")
        case .notModified, .sameBody:
            report.add("Answered", "as if it were known, though nothing was said of an earlier document")
            report.code = .data
        case .document(let document):
            report.add(document)
            report.add(
                "Decided",
                "kind: \(source.kind.rawValue), because \(isTrial ? "selectors were given" : "the source says so")")
            report.add("", request.honoursRobots ? "robots.txt allows it" : Self.unasked(source.kind))
            switch SourceReading.read(document, of: source) {
            case .success(let page):
                report.add("", Self.fitness(source, page.parsed.counts.seen))
                report.add(page.parsed)
                report.add("What now", advice(source, page.parsed, isTrial: isTrial))
            case .failure(let unfit):
                report.add("", "not fit: \(unfit.kind): \(unfit.detail)")
                report.code = .data
                mend(source, document, &report)
            }
        }
    }

    private static func fitness(_ source: Source, _ rows: Int) -> String {
        var checks: [String] = []
        if source.shape.marker != nil { checks.append("the marker stands on it") }
        if source.shape.minimumRows > 0 {
            checks.append("\(rows) rows, at least \(source.shape.minimumRows) are wanted")
        }
        return "fit: no challenge, login or error page" + checks.map { ", " + $0 }.joined()
    }

    /// What was learnt of the address and where a stream goes on; without validators, so that the answer comes whole.
    private func remembered(_ source: Source, _ configuration: Configuration) -> SourceState? {
        guard let ledger = try? WatchLedger(path: Workplace.statePath(configuration.settings), mode: .readOnly),
            var state = try? ledger.sourceState(source.id).map({ SourceMemory.of(source, in: $0) })
        else { return nil }
        state.etag = nil
        state.lastModified = nil
        state.bodyHash = nil
        return state
    }

    private func advice(_ source: Source, _ parsed: ParsedDocument, isTrial: Bool) -> String {
        if isTrial {
            return parsed.items.isEmpty
                ? "try other selectors; 'whynow sources test \(source.url)' proposes some"
                : "put these selectors into an entry of kind: page"
        }
        if parsed.items.isEmpty {
            return "it reads well and holds nothing now"
                + (source.control == nil && source.kind == .json
                    ? "; a control: question would tell empty from broken" : "")
        }
        guard !source.isEnabled else { return "nothing: it reads well" }
        let place = SourceFiles(directory: directory).places()[source.id].map { " at \($0)" } ?? ""
        return "it reads well; write enabled: true\(place) to have it polled"
    }

    /// What could be done about a document that is not what the source is.
    private func mend(_ source: Source, _ document: Document, _ report: inout SourceTestReport) {
        switch FoundDocument.of(document) {
        case .page(let page) where source.kind == .page && !page.rows.isEmpty:
            let place = SourceFiles(directory: directory).places()[source.id].map { " at \($0)" } ?? ""
            report.add("What now", "the page may have a new layout; these selectors find rows on it\(place):")
            for proposal in page.rows { add(proposal, &report) }
        case .page(let page) where source.kind != .page && !page.feeds.isEmpty:
            report.add("What now", ["correct url; the page names these feeds:"] + page.feeds.prefix(5).map(\.url))
        case .feed where source.kind != .feed:
            report.add("What now", "it is a feed: write kind: feed")
        case .filings where source.kind != .filing:
            report.add("What now", "it is a feed of filings: write kind: filing")
        default: report.add("What now", "look at the address in a browser; correct the entry or take it out")
        }
    }

    private func add(_ proposal: RowProposal, _ report: inout SourceTestReport) {
        let selectors = proposal.selectors
        let parts = [
            ("rows", selectors.rows), ("link", selectors.link), ("title", selectors.title), ("date", selectors.date),
            ("summary", selectors.summary),
        ]
        report.add(
            CycleSummary.counted(proposal.rows, "row"),
            parts.compactMap { key, value in value.map { "\(key): \"\($0)\"" } })
        report.add(items: proposal.items)
    }

    // MARK: An address

    private static let unasked = "robots.txt was not asked: a feed is made for programs"

    private static func unasked(_ kind: Source.Kind) -> String {
        kind == .feed || kind == .filing ? unasked : "robots.txt was not asked: an interface is made for programs"
    }

    private func explore(
        _ url: String, _ configuration: Configuration, _ report: inout SourceTestReport, _ ask: AskSource
    ) async {
        let request = FetchRequest(url: url, kind: .feed)
        report.add(request, contact: configuration.settings.contact)
        let document: Document
        switch await ask(request) {
        case .document(let answer): document = answer
        case .failed(let fault):
            report.add(fault)
            report.add("What now", "as said above; then test again")
            return
        case .notModified, .sameBody:
            report.add("Answered", "as if it were known, though nothing was said of an earlier document")
            report.code = .data
            return
        }
        report.add(document)
        switch FoundDocument.of(document) {
        case .feed(let parsed):
            report.add("Decided", "a feed: \(parsed.feed.format ?? "by its entries")", Self.unasked)
            report.add(parsed)
            report.add("What now", "whynow sources add \(url)")
        case .filings(let parsed):
            report.add("Decided", "a feed of filings: its entries carry forms and companies", Self.unasked)
            report.add(parsed)
            report.add("What now", "whynow sources add \(url)")
        case .page(let page): await explore(page, url, &report, ask)
        case .records(let kind):
            report.add("Decided", "records (\(kind.rawValue)); where their parts are has to be said in an entry")
            report.add("What now", "write an entry of kind: \(kind.rawValue), then 'whynow sources test' its id")
        case .nothing(let reason):
            report.add("Decided", "nothing that can be watched: \(reason)")
            report.add("What now", "look at the address in a browser, and for the publisher's feed")
            report.code = .data
        }
    }

    private func explore(
        _ page: FoundPage, _ url: String, _ report: inout SourceTestReport, _ ask: AskSource
    ) async {
        report.add("Decided", "an HTML page\(page.title.map { ": \(TextTable.oneLine($0))" } ?? "")")
        if case .unfit(let kind, let detail) = page.fitness {
            report.add("", "not fit: \(kind.rawValue): \(detail)")
            report.add("What now", "look at it in a browser; a page that programs may not read is not watched")
            report.code = .data
            return
        }
        guard page.feeds.isEmpty else {
            report.add(
                "Feeds", page.feeds.prefix(8).map { "\($0.url)\($0.title.map { ": \(TextTable.oneLine($0))" } ?? "")" })
            report.add("What now", "whynow sources add \(url)")
            return
        }
        report.add("Feeds", "it names none")
        // Rows of a page are read only where robots.txt lets us.
        if case .failed(let fault) = await ask(FetchRequest(url: url, kind: .page, honoursRobots: true)),
            fault.kind == .robots
        {
            report.add("robots.txt", fault.detail)
            report.add("What now", "ask the publisher, or look for its feed")
            report.code = .data
            return
        }
        guard !page.rows.isEmpty else {
            report.add("Rows", "none repeat as in a list of news")
            report.add("What now", "try selectors of your own: whynow sources test \(url) --rows … --link … --title …")
            report.code = .data
            return
        }
        for proposal in page.rows { add(proposal, &report) }
        report.add("What now", "whynow sources add \(url), and choose")
    }

    // MARK: Files of our own

    /// Reads what lies there without claiming it.
    private func look(at source: Source, _ report: inout SourceTestReport) {
        report.add("Looked", source.url)
        guard let files = Self.files(at: source.url) else {
            report.add("Answered", "neither a directory nor a file is there")
            report.add("What now", "make the directory and let the user of whynow write into it, or correct url")
            report.code = .noInput
            return
        }
        report.add("Waiting", files.isEmpty ? "no file" : CycleSummary.counted(files.count, "file"))
        for path in files.prefix(3) {
            let name = (path as NSString).lastPathComponent
            do {
                let reading = ActivityFile.read(
                    try FileBytes.read(path, limit: Self.largestActivityFile), fileName: name, source: source.id)
                let count = reading.items.count == 1 ? "1 activity" : "\(reading.items.count) activities"
                report.add(
                    "File", ["\(name): \(count)"] + reading.rejected.prefix(5).map { "line \($0.line): \($0.reason)" })
                report.add(items: reading.items)
                if let fault = reading.fault {
                    report.add("", fault)
                    report.code = .data
                }
            } catch {
                report.add("File", "\(name): \(error)")
                report.code = .noInput
            }
        }
        report.add("What now", files.isEmpty ? "put a CSV or NDJSON file there" : "nothing: the watcher takes them up")
    }

    private static let largestActivityFile = 8 << 20

    /// Paths of the files that wait, by name; nil where there is nothing at `path`.
    private static func files(at path: String) -> [String]? {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return nil }
        guard isDirectory.boolValue else { return [path] }
        let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        return names?.sorted().filter { name in
            !name.hasPrefix(".") && [".csv", ".ndjson", ".jsonl"].contains { name.lowercased().hasSuffix($0) }
        }.map { "\(path)/\($0)" }
    }
}
