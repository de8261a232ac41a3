internal import ConfigLoading
internal import Ledger
internal import SourceFetching
internal import SourceParsing
internal import TriggerModel

/// `whynow sources add URL`: finds what can be watched at an address and writes the entry.
///
/// A feed is taken as it is; of a page the feeds it names; of a page without one the rows that repeat, shown for
/// somebody to choose.
package struct SourcesAddCommand: Sendable {
    package struct Request: Sendable {
        package var url: String
        package var id: String?
        package var name: String?
        /// As in a file: `30 minutes`.
        package var interval: String?
        /// Takes the best without asking.
        package var yes: Bool

        package init(url: String, id: String? = nil, name: String? = nil, interval: String? = nil, yes: Bool = false) {
            self.url = url
            self.id = id
            self.name = name
            self.interval = interval
            self.yes = yes
        }
    }

    /// What somebody can choose, or what is taken at once where there is only one.
    private struct Candidate {
        var kind: Source.Kind
        var url: String
        var name: String?
        var selectors: ListSelectors?
        var items: [Item]
        var summary: String
    }

    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput
    /// Puts a question and gives the line that was typed; nil at the end of the input.
    private let question: @Sendable (String) -> String?

    package init(
        directory: String, clock: RuntimeClock, output: CommandOutput, question: @escaping @Sendable (String) -> String?
    ) {
        self.directory = directory
        self.clock = clock
        self.output = output
        self.question = question
    }

    package func run(_ request: Request) async throws -> ExitCode {
        let configuration = try StartConfiguration.load(directory).configuration
        let network = try Network(configuration.settings, clock: clock)
        defer { network.shutDown() }
        let fetcher = network.fetcher
        return try await run(request, configuration) { await fetcher.fetch($0) }
    }

    func run(_ request: Request, _ configuration: Configuration, ask: AskSource) async throws -> ExitCode {
        guard let url = TypedAddress.url(request.url) else {
            throw CommandFailure(.usage, "\(request.url) is no web address such as https://news.example/feed.xml")
        }
        var interval: Int?
        if let text = request.interval {
            interval = SourceEntry.interval(text)
            guard interval != nil else {
                throw CommandFailure(
                    .usage, "--interval: '\(text)' is no time from 1 minute to 1 week, such as '30 minutes'")
            }
        }
        try refuseKnown(url, configuration)
        let chosen = try await choose(url, request, configuration, ask)
        try refuseKnown(chosen.url, configuration)
        try write(chosen, request, interval: interval)
        return .ok
    }

    // MARK: Finding

    private func choose(
        _ url: String, _ request: Request, _ configuration: Configuration, _ ask: AskSource
    ) async throws -> Candidate {
        let document = try await fetched(FetchRequest(url: url, kind: .feed), ask)
        switch FoundDocument.of(document) {
        case .feed(let parsed): return Self.feed(parsed, .feed, document)
        case .filings(let parsed): return Self.feed(parsed, .filing, document)
        case .page(let page): return try await choose(from: page, url, request, configuration, ask)
        case .records(let kind):
            throw CommandFailure(
                .data,
                "\(url) holds records (\(kind.rawValue)). Which of their parts are title, date and link only you can say: "
                    + "write an entry of kind: \(kind.rawValue) into sources/*.yaml; awards.yaml and warn.yaml of the "
                    + "shipped configuration show how")
        case .nothing(let reason):
            throw CommandFailure(.data, "\(url): \(reason); 'whynow sources test \(url)' shows all that is known of it")
        }
    }

    private func choose(
        from page: FoundPage, _ url: String, _ request: Request, _ configuration: Configuration, _ ask: AskSource
    ) async throws -> Candidate {
        if case .unfit(let kind, let detail) = page.fitness {
            throw CommandFailure(.data, "\(url): \(kind.rawValue): \(detail)")
        }
        let feeds = page.feeds.filter { link in
            guard let known = Self.known(link.url, configuration) else { return true }
            output.talk("The page names \(link.url), which source \(known) asks already.")
            return false
        }
        if feeds.isEmpty, !page.feeds.isEmpty {
            throw CommandFailure(.data, "every feed that \(url) names is watched already; nothing was added")
        }
        var candidates: [Candidate] = []
        for link in feeds.prefix(Self.mostFeeds) {
            guard let candidate = await candidate(link, ask) else { continue }
            candidates.append(candidate)
            if request.yes { break }
        }
        if candidates.isEmpty {
            if !feeds.isEmpty { output.talk("None of the \(feeds.count) addresses that look like feeds is one.") }
            candidates = try await rows(url, ask)
        }
        guard let first = candidates.first else {
            throw CommandFailure(
                .data,
                "\(url) names no feed, and no rows repeat on it as in a list of news. If the page shows them in a browser, "
                    + "a program of the page makes them: look for the publisher's feed, or try its sitemap")
        }
        if request.yes || (candidates.count == 1 && first.kind != .page) { return first }
        return try pick(candidates)
    }

    private static let mostFeeds = 6

    /// The feed behind a link, if it is one.
    private func candidate(_ link: FeedLink, _ ask: AskSource) async -> Candidate? {
        switch await ask(FetchRequest(url: link.url, kind: .feed)) {
        case .document(let document):
            switch FoundDocument.of(document) {
            case .feed(let parsed): return Self.feed(parsed, .feed, document, name: link.title)
            case .filings(let parsed): return Self.feed(parsed, .filing, document, name: link.title)
            case .page, .records, .nothing: return nil
            }
        case .failed(let fault):
            output.talk("The page names \(link.url), but: \(fault.detail)")
            return nil
        case .notModified, .sameBody: return nil  // asked without validators, no honest server says so
        }
    }

    /// Rows of the page, asked for again as a page: robots.txt has a say in that.
    private func rows(_ url: String, _ ask: AskSource) async throws -> [Candidate] {
        let document = try await fetched(FetchRequest(url: url, kind: .page, honoursRobots: true), ask)
        guard case .page(let page) = FoundDocument.of(document) else { return [] }
        return page.rows.map { proposal in
            Candidate(
                kind: .page, url: Self.address(document, asked: url), name: page.title, selectors: proposal.selectors,
                items: proposal.items,
                summary: "\(CycleSummary.counted(proposal.rows, "row")) at \(proposal.selectors.rows)")
        }
    }

    private func fetched(_ request: FetchRequest, _ ask: AskSource) async throws -> Document {
        switch await ask(request) {
        case .document(let document): return document
        case .failed(let fault): throw CommandFailure(fault.exitCode, "\(fault)")
        case .notModified, .sameBody: throw CommandFailure(.software, "\(request.url): answered as if it were known")
        }
    }

    private static func feed(
        _ parsed: ParsedDocument, _ kind: Source.Kind, _ document: Document, name: String? = nil
    ) -> Candidate {
        Candidate(
            kind: kind, url: address(document, asked: document.requestURL), name: parsed.feed.title ?? name,
            items: parsed.items,
            summary: "\(parsed.feed.format ?? "feed") with \(CycleSummary.counted(parsed.items.count, "item"))")
    }

    /// Where it lives for good, as far as the server says so.
    private static func address(_ document: Document, asked url: String) -> String {
        PermanentMove.target(of: document.redirects, from: url) ?? url
    }

    // MARK: Choosing

    private func pick(_ candidates: [Candidate]) throws -> Candidate {
        for (index, candidate) in candidates.enumerated() {
            output.line(
                "\(index + 1)  \(candidate.name.map { "\(TextTable.oneLine($0)): " } ?? "")\(candidate.summary)")
            if candidate.kind != .page { output.line("   \(candidate.url)") }
            for item in candidate.items.prefix(5) {
                SourceTestReport.lines(of: item).forEach { output.line("     " + $0) }
            }
        }
        let numbers = candidates.count == 1 ? "1" : "1 to \(candidates.count)"
        for _ in 0..<3 {
            guard let answer = question("Which one is to be watched (\(numbers), or nothing to stop)? ") else { break }
            let text = answer.filter { !$0.isWhitespace }
            if text.isEmpty { break }
            if let number = Int(text), candidates.indices.contains(number - 1) { return candidates[number - 1] }
            output.talk("'\(TextTable.oneLine(answer))' is not one of the numbers above.")
        }
        throw CommandFailure(.usage, "nothing was chosen and nothing was added; --yes takes the first")
    }

    // MARK: Writing

    private func write(_ chosen: Candidate, _ request: Request, interval: Int?) throws {
        let files = SourceFiles(directory: directory)
        let name = request.name ?? chosen.name
        let taken = files.takenIDs()
        let id = request.id ?? SourceEntry.freeID(name: name, url: chosen.url) { taken.contains($0) }
        let entry = SourceEntry(
            id: id, kind: chosen.kind, url: chosen.url, name: name ?? id, interval: interval,
            selectors: chosen.selectors, comment: "Added on \(clock.now().day): \(chosen.summary).")
        do throws(SourceFiles.Fault) {
            let change = try files.add([entry])
            output.data(Array(change.text.utf8))
            output.talk("Added to \(change.file), line \(change.line). \(SourcesCommands.takesEffect)")
        } catch {
            throw CommandFailure(error)
        }
    }

    private func refuseKnown(_ url: String, _ configuration: Configuration) throws {
        guard let id = Self.known(url, configuration) else { return }
        let place = SourceFiles(directory: directory).places()[id].map { " (\($0))" } ?? ""
        throw CommandFailure(
            .data, "source \(id)\(place) asks \(url) already; 'whynow sources show \(id)' says how it does")
    }

    /// The source that asks the same page, however its address is spelt.
    private static func known(_ url: String, _ configuration: Configuration) -> String? {
        guard let link = CanonicalLink(url) else { return nil }
        return configuration.sources.first { CanonicalLink($0.url) == link }?.id
    }
}
