import ArgumentParser
import TriggerModel
import WatcherRuntime

struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Watch: poll what is due, recognise, match, deliver, and send each rep's morning.",
        discussion: """
            Stays in the foreground; systemd/whynow.service runs it. SIGHUP reads the configuration again and keeps
            the running one when the new one is wrong; SIGTERM finishes the commits under way within five seconds.
            """)

    @OptionGroup var config: ConfigOption
    @OptionGroup var now: NowOption
    @Flag(help: "One complete cycle: poll all that is due, match, deliver, digests due; then exit.")
    var once = false

    func validate() throws {
        if now.given != nil, !once { throw ValidationError("--now goes with --once") }
    }

    func run() async throws {
        let clock = try now.clock()
        try await finish {
            try await RunCommand(directory: config.directory, clock: clock, output: .standard).run(once: once)
        }
    }
}

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Validate the whole configuration, run every rule's trials, lint.",
        discussion: "Exit 0 when all is well (warnings allowed), 65 when a trial or lint rule fails, 78 when the "
            + "configuration has errors. Every fault is named at once as file:line:column.")

    @OptionGroup var config: ConfigOption

    func run() async throws {
        try await finish { CheckCommand(directory: config.directory, output: .standard).run() }
    }
}

struct Parse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Turn documents into items: one JSON object a line.",
        discussion: "The kind of document is found from its bytes unless --kind says it. A file that is not "
            + "recognised is named on stderr, the others go on, and the exit code is 65.")

    enum Kind: String, ExpressibleByArgument, CaseIterable { case feed, list, article, filing }

    @Option(help: "feed, list, article or filing.") var kind: Kind?
    @Option(help: ArgumentHelp("Where the document came from; relative links are resolved against it.", valueName: "U"))
    var url: String?
    @Option(help: ArgumentHelp("The Content-Type it was sent with.", valueName: "T")) var contentType: String?
    @Flag(help: "Also print what the feed says of itself, one line a file.") var feedInfo = false
    @Option(help: ArgumentHelp("Rows of a list page (CSS or XPath).", valueName: "S")) var rows: String?
    @Option(help: ArgumentHelp("The link inside a row (CSS or XPath).", valueName: "S")) var link: String?
    @Option(help: ArgumentHelp("The title inside a row (CSS or XPath).", valueName: "S")) var title: String?
    @Option(help: ArgumentHelp("The date inside a row (CSS or XPath).", valueName: "S")) var date: String?
    @Argument(help: ArgumentHelp("Files to read.", valueName: "FILE")) var files: [String]

    func validate() throws {
        if kind == .list, rows == nil { throw ValidationError("--kind list needs --rows, the selector of its rows") }
        if rows == nil, link != nil || title != nil || date != nil {
            throw ValidationError("--link, --title and --date go with --rows")
        }
    }

    func run() async throws {
        let request = ParseCommand.Request(
            kind: kind?.rawValue ?? (rows == nil ? nil : "list"), url: url, contentType: contentType,
            showsFeedInfo: feedInfo,
            selectors: rows.map { ListSelectors(rows: $0, link: link, title: title, date: date) }, files: files)
        try await finish { ParseCommand(output: .standard).run(request) }
    }
}

struct MatchItems: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Say what items mean: mentions, events, matches and gates, one JSON object a line.",
        discussion: "Reads items as `whynow parse` prints them; only `title` is required. Touches no state. The same "
            + "event told by several items has the same event id. --now gates matches only; events are always listed.")

    @OptionGroup var config: ConfigOption
    @OptionGroup var now: NowOption
    @Argument(help: ArgumentHelp("Items, one JSON object a line; - or nothing is stdin.", valueName: "FILE"))
    var file: String = "-"

    func run() async throws {
        let clock = try now.clock()
        try await finish {
            try MatchCommand(directory: config.directory, clock: clock, output: .standard).run(file: file)
        }
    }
}

struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the whole path of an item, event or alert, or the first gate that stopped it.",
        discussion: "Give an item's id or link, or the first digits of an event's or alert's id.")

    @OptionGroup var config: ConfigOption
    @Flag(help: "One JSON object instead of text.") var json = false
    @OptionGroup var now: NowOption
    @Option(
        help: ArgumentHelp(
            "Text to judge by the rules of now, instead of something known; - reads it from standard input.",
            valueName: "T"))
    var text: String?
    @Argument(help: ArgumentHelp("Item id or link, event id, or alert id.", valueName: "WHAT")) var what: String?

    func validate() throws {
        if (what == nil) == (text == nil) { throw ValidationError("give either WHAT or --text") }
    }

    func run() async throws {
        let clock = try now.clock()
        try await finish {
            if let text {
                return try ExplainTextCommand(directory: config.directory, clock: clock, output: .standard)
                    .run(text: text == "-" ? try ExplainTextCommand.pasted() : text, json: json)
            }
            return try ExplainCommand(directory: config.directory, clock: clock, output: .standard)
                .run(what: what ?? "", json: json)
        }
    }
}

struct Digest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build one rep's morning and print it, without sending or remembering it.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case eml, html, text }

    @OptionGroup var config: ConfigOption
    @OptionGroup var now: NowOption
    @Option(help: ArgumentHelp("The rep's id in reps.yaml.", valueName: "R")) var rep: String
    @Option(help: ArgumentHelp("The morning, YYYY-MM-DD; default: the rep's today.", valueName: "D")) var date: String?
    @Option(help: "eml, html or text.") var format: Format = .text

    func validate() throws {
        if let date, CalendarDay(date) == nil {
            throw ValidationError("--date: '\(date)' is not a day such as 2026-11-21")
        }
    }

    func run() async throws {
        let clock = try now.clock()
        try await finish {
            try DigestCommand(directory: config.directory, clock: clock, output: .standard)
                .run(rep: rep, day: date.flatMap { CalendarDay($0) }, format: format.rawValue)
        }
    }
}

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What is watched, how each source does, what waits and what is wrong.")

    @OptionGroup var config: ConfigOption
    @OptionGroup var now: NowOption
    @Flag(help: "One JSON object instead of a table.") var json = false

    func run() async throws {
        let clock = try now.clock()
        try await finish {
            try StatusCommand(directory: config.directory, clock: clock, output: .standard).run(json: json)
        }
    }
}
