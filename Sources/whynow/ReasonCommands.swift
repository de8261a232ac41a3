import ArgumentParser
import Foundation
import TriggerModel
import WatcherRuntime

/// A day as an option: `YYYY-MM-DD`.
struct DayArgument: ExpressibleByArgument {
    var day: CalendarDay

    init?(argument: String) {
        guard let day = CalendarDay(argument) else { return nil }
        self.day = day
    }
}

struct WhyNot: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why-not",
        abstract: "Show everything of one day that concerned an account, and what stopped each of it first.",
        discussion: "Where nothing was seen, it says so, and what was watched. The day is counted in UTC.")

    @OptionGroup var config: ConfigOption
    @OptionGroup var now: NowOption
    @Flag(help: "One JSON object instead of text.") var json = false
    @Argument(help: ArgumentHelp("The account's id or name.", valueName: "ACCOUNT")) var account: String
    @Argument(help: ArgumentHelp("The day, YYYY-MM-DD; default: today.", valueName: "DATE")) var date: DayArgument?

    func run() async throws {
        let clock = try now.clock()
        try await finish {
            try WhyNotCommand(directory: config.directory, clock: clock, output: .standard)
                .run(account: account, day: date?.day, json: json)
        }
    }
}

struct Outcome: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Report back what came of an alert, or list what reasons have led to.",
        discussion: """
            Outcomes: \(OutcomeCommand.words.joined(separator: ", ")).
            'later' needs --until and brings the alert back on that day; 'not-a-reason' takes it out of the mornings.
            Without ALERT it lists the yield of each rule, profile and opening question.
            """)

    @OptionGroup var config: ConfigOption
    @OptionGroup var now: NowOption
    @Option(help: ArgumentHelp("With 'later': the day from which to call again.", valueName: "DATE"))
    var until: DayArgument?
    @Option(help: ArgumentHelp("In your words; what was wrong, for 'not-a-reason'.", valueName: "TEXT")) var why = ""
    @Flag(help: "JSON instead of text.") var json = false
    @Argument(help: ArgumentHelp("The alert's id, or its first digits.", valueName: "ALERT")) var alert: String?
    @Argument(help: ArgumentHelp("What came of it.", valueName: "OUTCOME")) var outcome: String?

    func validate() throws {
        if alert != nil, outcome == nil {
            throw ValidationError("say what came of it: \(OutcomeCommand.words.joined(separator: ", "))")
        }
    }

    func run() async throws {
        let clock = try now.clock()
        try await finish {
            let command = OutcomeCommand(directory: config.directory, clock: clock, output: .standard)
            guard let alert, let outcome else { return try command.list(json: json) }
            return try command.report(alert: alert, outcome: outcome, until: until?.day, why: why, json: json)
        }
    }
}

struct RuleTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Play scenarios: items in at times of a virtual clock, exactly the written alerts out.",
        discussion: "Files are YAML or NDJSON; without any, all of tests/ in the configuration directory are played. "
            + "Exit 65 when a scenario fails.")

    @OptionGroup var config: ConfigOption
    @Option(help: ArgumentHelp("Also write the results as JUnit XML.", valueName: "FILE")) var junit: String?
    @Argument(help: ArgumentHelp("Scenario files.", valueName: "FILE")) var files: [String] = []

    func run() async throws {
        try await finish {
            try RuleTestCommand(directory: config.directory, output: .standard).run(files: files, junit: junit)
        }
    }
}

struct Backtest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what other rules would have alerted over stored history: gained and lost.",
        discussion: "Reads every stored item since a day with the rules of now and with those of DIR, and compares the "
            + "alerts per rule, rep and week. Changes nothing. Exit 65 when more alerts change than --refuse-over.")

    @OptionGroup var config: ConfigOption
    @Option(help: ArgumentHelp("A folder of rule files, or a configuration directory.", valueName: "DIR"))
    var rules: String
    @Option(help: ArgumentHelp("The first day, YYYY-MM-DD.", valueName: "D")) var since: DayArgument
    @Option(help: ArgumentHelp("Refuse when more alerts are gained and lost.", valueName: "N")) var refuseOver: Int?
    @Flag(help: "One JSON object with every alert.") var json = false

    func run() async throws {
        try await finish {
            try await BacktestCommand(directory: config.directory, output: .standard)
                .run(rules: rules, since: since.day, refuseOver: refuseOver, json: json)
        }
    }
}

struct Tune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Propose exclusions from what reps reported as no reason.",
        discussion:
            "Every trial of the rule and every alert with a good outcome still matches. Prints a unified diff to "
            + "read and apply with `patch -p1` in the configuration directory; nothing is changed by itself.")

    @OptionGroup var config: ConfigOption
    @OptionGroup var now: NowOption
    @Flag(help: "One JSON object for each rule.") var json = false

    func run() async throws {
        let clock = try now.clock()
        try await finish {
            try TuneCommand(directory: config.directory, clock: clock, output: .standard).run(json: json)
        }
    }
}

struct LookBack: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "look-back",
        abstract: "Match what is new in the configuration against stored events and items.",
        discussion:
            "New accounts, owners, profiles and live rules, inside the shelf life of the events. Shows what would "
            + "be alerted; --apply makes it so, within the budgets and never twice.")

    @OptionGroup var config: ConfigOption
    @OptionGroup var now: NowOption
    @Flag(help: "Make the alerts.") var apply = false
    @Flag(help: "One JSON object instead of text.") var json = false

    func run() async throws {
        let clock = try now.clock()
        try await finish {
            try await LookBackCommand(directory: config.directory, clock: clock, output: .standard)
                .run(apply: apply, json: json)
        }
    }
}

struct SilenceGroup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silence", abstract: "Keep an account, rule or source quiet until a day.",
        subcommands: [Add.self, List.self, Remove.self], defaultSubcommand: List.self)

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Silence something, with author and reason.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var now: NowOption
        @Option(help: ArgumentHelp("The last silent day.", valueName: "DATE")) var until: DayArgument
        @Option(help: ArgumentHelp("Who wants it.", valueName: "NAME")) var author: String
        @Option(help: ArgumentHelp("Why.", valueName: "TEXT")) var reason: String
        @Argument(help: ArgumentHelp("account, rule or source.", valueName: "WHAT")) var scope: String
        @Argument(help: ArgumentHelp("Its id; a family of rules as legal.*", valueName: "ID")) var name: String

        func run() async throws {
            let clock = try now.clock()
            try await finish {
                try SilenceCommand(directory: config.directory, clock: clock, output: .standard)
                    .add(scope: scope, name: name, until: until.day, author: author, reason: reason)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Silences that hold.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var now: NowOption
        @Flag(help: "Also those that are over.") var all = false
        @Flag(help: "One JSON object a line.") var json = false

        func run() async throws {
            let clock = try now.clock()
            try await finish {
                try SilenceCommand(directory: config.directory, clock: clock, output: .standard)
                    .list(all: all, json: json)
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "End a silence before its day.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var now: NowOption
        @Argument(help: ArgumentHelp("The silence's number.", valueName: "ID")) var id: Int64

        func run() async throws {
            let clock = try now.clock()
            try await finish {
                try SilenceCommand(directory: config.directory, clock: clock, output: .standard).remove(id)
            }
        }
    }
}

struct Review: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Names that may mean more than one account, for a person to decide.",
        subcommands: [List.self, Decide.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Names that nobody has decided on.")

        @OptionGroup var config: ConfigOption
        @Flag(help: "One JSON object a line.") var json = false

        func run() async throws {
            try await finish {
                try ReviewCommand(directory: config.directory, clock: RuntimeClock(), output: .standard)
                    .list(json: json)
            }
        }
    }

    struct Decide: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say which account a name in an item means.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var now: NowOption
        @Option(help: ArgumentHelp("Who decides.", valueName: "NAME")) var author: String
        @Argument(help: ArgumentHelp("The item's number.", valueName: "ITEM")) var item: Int64
        @Argument(help: ArgumentHelp("The name as listed.", valueName: "NAME")) var name: String
        @Argument(help: ArgumentHelp("The account's id, or none.", valueName: "ACCOUNT")) var account: String

        func run() async throws {
            let clock = try now.clock()
            try await finish {
                try ReviewCommand(directory: config.directory, clock: clock, output: .standard)
                    .decide(item: item, name: name, account: account, author: author)
            }
        }
    }
}
