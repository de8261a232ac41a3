import ArgumentParser
import TriggerModel
import WatcherRuntime

/// `whynow sources …`: what is watched, and how it is changed.
struct Sources: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "List, test, add, remove, import and export the places that are watched.",
        subcommands: [
            SourcesList.self, SourcesShow.self, SourcesTest.self, SourcesAdd.self, SourcesRemove.self,
            SourcesImport.self, SourcesExport.self,
        ],
        defaultSubcommand: SourcesList.self)
}

struct SourcesList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every source in one line: how it does, and what is wrong.")

    @OptionGroup var config: ConfigOption
    @OptionGroup var now: NowOption
    @Flag(help: "One JSON object a line instead of a table.") var json = false

    func run() async throws {
        let clock = try now.clock()
        try await finish {
            try SourcesListCommand(directory: config.directory, clock: clock, output: .standard).run(json: json)
        }
    }
}

struct SourcesShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "All that is configured and known of one source.")

    @OptionGroup var config: ConfigOption
    @OptionGroup var now: NowOption
    @Flag(help: "One JSON object instead of text.") var json = false
    @Argument(help: ArgumentHelp("The source's id.", valueName: "ID")) var id: String

    func run() async throws {
        let clock = try now.clock()
        try await finish {
            try SourcesShowCommand(directory: config.directory, clock: clock, output: .standard).run(id: id, json: json)
        }
    }
}

struct SourcesTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Ask a source or an address once and say what came, what was decided, what was read, and why.",
        discussion: "Remembers nothing and changes nothing. With --rows the selectors are tried on a page.")

    @OptionGroup var config: ConfigOption
    @OptionGroup var now: NowOption
    @Option(help: ArgumentHelp("Selector of the rows (CSS or XPath).", valueName: "S")) var rows: String?
    @Option(help: ArgumentHelp("Selector of the link, from a row.", valueName: "S")) var link: String?
    @Option(help: ArgumentHelp("Selector of the title, from a row.", valueName: "S")) var title: String?
    @Option(help: ArgumentHelp("Selector of the date, from a row.", valueName: "S")) var date: String?
    @Option(help: ArgumentHelp("Selector of a short text, from a row.", valueName: "S")) var summary: String?
    @Argument(help: ArgumentHelp("The source's id, or an address.", valueName: "URL|ID")) var what: String

    func validate() throws {
        if rows == nil, [link, title, date, summary].contains(where: { $0 != nil }) {
            throw ValidationError("--link, --title, --date and --summary go with --rows")
        }
    }

    func run() async throws {
        let clock = try now.clock()
        let selectors = rows.map { ListSelectors(rows: $0, link: link, title: title, date: date, summary: summary) }
        try await finish {
            try await SourcesTestCommand(directory: config.directory, clock: clock, output: .standard)
                .run(what, selectors: selectors)
        }
    }
}

struct SourcesAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Find what can be watched at an address and write the entry.",
        discussion:
            "A feed is taken as it is; of a page the feeds it names; of a page without one the rows that repeat, "
            + "shown for you to choose. Entries go to sources/added.yaml.")

    @OptionGroup var config: ConfigOption
    @OptionGroup var now: NowOption
    @Option(help: ArgumentHelp("Id of the new source; default: from its name or host.", valueName: "ID"))
    var id: String?
    @Option(help: ArgumentHelp("Name for people; default: its title.", valueName: "NAME")) var name: String?
    @Option(help: ArgumentHelp("Time between two polls, such as '30 minutes'.", valueName: "TIME"))
    var interval: String?
    @Flag(help: "Take the best without asking.") var yes = false
    @Argument(help: ArgumentHelp("A feed, or a page.", valueName: "URL")) var url: String

    func run() async throws {
        let clock = try now.clock()
        try await finish {
            try await SourcesAddCommand(
                directory: config.directory, clock: clock, output: .standard, question: Self.question
            ).run(.init(url: url, id: id, name: name, interval: interval, yes: yes))
        }
    }

    /// Prompts on stderr, so that stdout holds the entry alone.
    @Sendable private static func question(_ text: String) -> String? {
        CommandOutput.standard.talk(text)
        return readLine()
    }
}

struct SourcesRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take an entry out of the file that defines it, and touch nothing else.")

    @OptionGroup var config: ConfigOption
    @Argument(help: ArgumentHelp("The source's id.", valueName: "ID")) var id: String

    func run() async throws {
        try await finish { try SourcesRemoveCommand(directory: config.directory, output: .standard).run(id: id) }
    }
}

struct SourcesImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Add every feed of an OPML file that is not watched yet, at once.")

    @OptionGroup var config: ConfigOption
    @Flag(help: "Begin ids with the names of the list's groups.") var groupPrefix = false
    @Argument(help: ArgumentHelp("The list; - is stdin.", valueName: "FILE.opml")) var file: String

    func run() async throws {
        try await finish {
            try SourcesImportCommand(directory: config.directory, output: .standard)
                .run(file: file, groupPrefix: groupPrefix)
        }
    }
}

struct SourcesExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the feeds as OPML, for feed readers and for another whynow.")

    @OptionGroup var config: ConfigOption
    @Argument(help: ArgumentHelp("Where to; default: stdout.", valueName: "FILE")) var file: String?

    func run() async throws {
        try await finish { try SourcesExportCommand(directory: config.directory, output: .standard).run(to: file) }
    }
}
