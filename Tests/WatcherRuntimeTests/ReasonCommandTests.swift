import ConfigLoading
import Foundation
import Ledger
import Synchronization
import Testing
import TriggerModel

@testable import WatcherRuntime

/// What a command said, for tests.
final class Heard: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    private let lines = Mutex<[String]>([])

    var output: CommandOutput {
        CommandOutput(
            data: { more in self.bytes.withLock { $0 += more } },
            talk: { line in self.lines.withLock { $0.append(line) } })
    }
    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
    var talk: [String] { lines.withLock(\.self) }
}

/// The commands over a configuration directory of their own: the shipped one with directories in a temporary folder.
struct CommandWorld {
    let directory: String
    let world: WatchWorld

    init() throws {
        world = try WatchWorld()
        let folder = world.configuration.settings.directories.state
        directory = folder + "/config"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let shipped = Self.shipped
        for entry in try FileManager.default.contentsOfDirectory(atPath: shipped)
        where entry != "whynow.yaml" && entry != "rules" {
            try FileManager.default.createSymbolicLink(
                atPath: "\(directory)/\(entry)", withDestinationPath: "\(shipped)/\(entry)")
        }
        try FileManager.default.copyItem(atPath: shipped + "/rules", toPath: directory + "/rules")
        try Data("directories:\n  state: \(folder)\nfallback-rep: dana\n".utf8)
            .write(to: URL(fileURLWithPath: directory + "/whynow.yaml"))
    }

    var clock: RuntimeClock { RuntimeClock(frozenAt: WatchWorld.now) }

    /// The rules as a folder of their own.
    func otherRules() throws -> String {
        let folder = world.configuration.settings.directories.state + "/other-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: directory + "/rules", toPath: folder)
        return folder
    }

    /// The rules with that of a new finance chief disabled, as a folder of their own.
    func rulesWithoutFinanceChief() throws -> String {
        let folder = try otherRules()
        let path = folder + "/leadership.yaml"
        var text = try String(contentsOfFile: path, encoding: .utf8)
        let rule = try #require(text.range(of: "\n  leadership.cfo:\n"))
        let status = try #require(text.range(of: "status: live", range: rule.upperBound..<text.endIndex))
        text.replaceSubrange(status, with: "status: disabled")
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return folder
    }

    private static let shipped: String = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Config").path
}

struct `The commands that say why` {
    private let wire = WatchWorld.source("wire")
    private let tally = WatchWorld.source("tally")
    private let chief = "Northgate Mills names Ada Nilsen chief financial officer"

    @Test func `take a report by the first digits of an alert, and keep it out of the mornings`() throws {
        let commands = try CommandWorld()
        let report = try commands.world.read([chief], of: wire)
        let alert = try #require(report.alerts.first { $0.account.id == "northgate" })
        let heard = Heard()
        let outcome = OutcomeCommand(directory: commands.directory, clock: commands.clock, output: heard.output)
        let code = try outcome.report(
            alert: String(alert.id.prefix(8)), outcome: "not-a-reason", until: nil, why: "an interim", json: false)
        #expect(code == .ok)
        #expect(heard.text.hasPrefix("not-a-reason: Northgate Mills"))
        #expect(try commands.world.ledger.outcomes(of: alert.id).map(\.why) == ["an interim"])
        _ = try commands.world.mornings(at: WatchWorld.now)
        let told = try commands.world.ledger.digest(rep: "dana", day: WatchWorld.now.day)
        #expect(told.map { !$0.alerts.contains(alert.id) } == true)
        #expect(try outcome.list(json: false) == .ok)
        #expect(heard.text.contains("leadership.cfo"))
    }

    @Test(arguments: [
        ("reachd", nil as String?), ("later", nil), ("later", "2026-11-23"), ("won", "2026-12-01"),
    ])
    func `refuse a report that cannot be meant`(word: String, until: String?) throws {
        let commands = try CommandWorld()
        let outcome = OutcomeCommand(directory: commands.directory, clock: commands.clock, output: Heard().output)
        #expect {
            try outcome.report(
                alert: "abcd", outcome: word, until: until.flatMap { CalendarDay($0) }, why: "", json: false)
        } throws: { ($0 as? CommandFailure)?.code == .usage }
    }

    @Test func `show for an account and a day what was stopped, and where first`() throws {
        let commands = try CommandWorld()
        try commands.world.read([chief, "Northgate Mills CFO to speak at Midwest Manufacturing Summit"], of: wire)
        let account = try #require(commands.world.configuration.account("northgate"))
        let report = try WhyNotCommand.report(
            on: account, day: WatchWorld.now.day, engine: commands.world.engine, ledger: commands.world.ledger)
        #expect(report.events.map(\.trigger) == ["leadership.cfo"])
        #expect(report.events.first?.alert != nil)
        #expect(report.items.map(\.outcome) == ["alerted", "gated"])
        #expect(report.items.last?.gate?.stage == .recognise)
        #expect(report.watched.items == 2)
        // The rival lists the company, but its profile gives no reason for this.
        let rival = try #require(commands.world.configuration.account("tallgrass"))
        let other = try WhyNotCommand.report(
            on: rival, day: WatchWorld.now.day, engine: commands.world.engine, ledger: commands.world.ledger)
        #expect(other.events.map { $0.gate?.gate } == ["no-reason"])
    }

    @Test func `say plainly when nothing was seen, and what was watched`() throws {
        let commands = try CommandWorld()
        try commands.world.read(["A quiet week on the markets"], of: wire)
        let heard = Heard()
        let whyNot = WhyNotCommand(directory: commands.directory, clock: commands.clock, output: heard.output)
        #expect(try whyNot.run(account: "Osprey Instruments GmbH", day: nil, json: false) == .ok)
        #expect(heard.text.contains("Nothing   no item that was read on this day names the account"))
        #expect(heard.text.contains("1 polls (0 failed), 1 items read, 1 of them new"))
        #expect(throws: CommandFailure.self) { try whyNot.run(account: "nobody", day: nil, json: false) }
    }

    @Test func `explain a pasted text without touching the state`() throws {
        let commands = try CommandWorld()
        let heard = Heard()
        let explain = ExplainTextCommand(directory: commands.directory, clock: commands.clock, output: heard.output)
        #expect(try explain.run(text: chief + "\n\nThe company said so.", json: false) == .ok)
        for part in [
            "Account   northgate", "Rule      leadership.cfo", "Event     leadership.cfo", "Reason    for northgate",
        ] {
            #expect(heard.text.contains(part), "\(part)")
        }
        #expect(throws: CommandFailure.self) { try explain.run(text: " \n ", json: false) }
    }

    @Test func `keep silences with author and reason, and only for what exists`() throws {
        let commands = try CommandWorld()
        let heard = Heard()
        let silence = SilenceCommand(directory: commands.directory, clock: commands.clock, output: heard.output)
        let until = WatchWorld.now.day.adding(days: 7)
        #expect(
            try silence.add(scope: "account", name: "northgate", until: until, author: "Lea", reason: "audit") == .ok)
        #expect(throws: CommandFailure.self) {
            try silence.add(scope: "account", name: "northgat", until: until, author: "Lea", reason: "audit")
        }
        #expect(throws: CommandFailure.self) {
            try silence.add(scope: "rule", name: "leadership.cfo", until: until, author: " ", reason: "audit")
        }
        try commands.world.read([chief], of: wire)
        #expect(try commands.world.ledger.undigestedAlerts(rep: "dana", on: WatchWorld.now.day).isEmpty)
        #expect(try silence.list(all: false, json: false) == .ok)
        #expect(heard.text.contains("Lea"))
        #expect(try silence.remove(1) == .ok)
        #expect(try commands.world.ledger.undigestedAlerts(rep: "dana", on: WatchWorld.now.day).count == 1)
    }

    // MARK: History

    @Test func `compare other rules over stored items, and refuse beyond the threshold`() async throws {
        let commands = try CommandWorld()
        try commands.world.read([chief], of: wire)
        try commands.world.read(["Tallgrass Foods hit by ransomware attack"], of: tally)
        let heard = Heard()
        let backtest = BacktestCommand(directory: commands.directory, output: heard.output)
        let same = try await backtest.run(
            rules: commands.directory, since: WatchWorld.now.day, refuseOver: 0, json: false)
        #expect(same == .ok)
        #expect(heard.text.contains("nothing would change"))
        let other = try commands.rulesWithoutFinanceChief()
        let changed = try await backtest.run(rules: other, since: WatchWorld.now.day, refuseOver: 0, json: false)
        #expect(changed == .data)
        // The rule that is disabled stands alone: what the others make of the attack is the same on both sides.
        #expect(heard.text.contains("Different  1 rule: leadership.cfo"))
        #expect(heard.text.contains("2 items since 2026-11-23, 1 with words of these rules"))
        #expect(heard.text.contains("0 gained, 1 lost"))
        #expect(heard.text.contains("- 2026-11-23 northgate, leadership.cfo"))
        await #expect(throws: CommandFailure.self) {
            try await backtest.run(rules: "/nowhere", since: WatchWorld.now.day, refuseOver: nil, json: false)
        }
    }

    @Test func `compare by what is known of companies now, whatever the other folder says of them`() async throws {
        let commands = try CommandWorld()
        let header = "cik,ticker,name,aliases,business,places\n"
        let known = commands.directory + "/rules/companies.csv"
        try Data("\(header)9900001,NGMX,Northgate Mills,Millgrave Flour,flour,Chicago\n".utf8)
            .write(to: URL(fileURLWithPath: known))
        try commands.world.read(["Millgrave Flour names Ada Nilsen chief financial officer"], of: wire)
        let without = try commands.rulesWithoutFinanceChief()
        try FileManager.default.removeItem(atPath: without + "/companies.csv")
        let heard = Heard()
        let backtest = BacktestCommand(directory: commands.directory, output: heard.output)
        _ = try await backtest.run(rules: without, since: WatchWorld.now.day, refuseOver: nil, json: false)
        #expect(heard.text.contains("1 alerts by the rules of now, 0 by the others; 0 gained, 1 lost"))
        let same = try commands.otherRules()
        try FileManager.default.removeItem(atPath: same + "/companies.csv")
        let unchanged = Heard()
        _ = try await BacktestCommand(directory: commands.directory, output: unchanged.output)
            .run(rules: same, since: WatchWorld.now.day, refuseOver: nil, json: false)
        #expect(unchanged.text == "The rules say the same: nothing would change.\n")
    }

    @Test func `pair an alert with the same one a few days off, and no other`() {
        func line(_ account: String, _ day: String) -> BacktestReport.Line {
            let date = CalendarDay(day)!
            return BacktestReport.Line(
                trigger: "t", account: account, rep: "dana", relation: .itself, date: date,
                week: BacktestReport.week(of: date), reason: "r")
        }
        let report = BacktestReport(
            since: CalendarDay("2026-01-01")!, items: 9, touched: 5, differing: ["t"],
            before: [line("a", "2026-03-01"), line("b", "2026-03-01"), line("c", "2026-03-01")],
            after: [line("a", "2026-03-04"), line("b", "2026-05-01")])
        #expect(report.lost == [line("b", "2026-03-01"), line("c", "2026-03-01")])
        #expect(report.gained == [line("b", "2026-05-01")])
        #expect(report.reps == [.init(name: "dana", before: 3, gained: 1, lost: 2)])
        #expect(report.weeks.map(\.name) == ["2026-02-23", "2026-04-27"])
    }

    @Test func `look back for a new account, say the count first, and alert once`() async throws {
        var world = try WatchWorld()
        let accounts = world.configuration.accounts
        world.configuration.accounts.removeAll { $0.id == "northgate" }
        try world.read([chief], of: wire)
        let known = LookBackPlan.marks(of: world.configuration)
        try await world.ledger.commit(at: WatchWorld.now) { try $0.remember(known, of: known) }
        world.configuration.accounts = accounts
        let later = WatchWorld.now.adding(days: 3)
        let done = try world.ledger.lookedBack()
        let marks = LookBackPlan.marks(of: world.configuration).filter { !done.contains($0) }
        #expect(marks.map(\.name) == ["northgate"])
        let plan = try await LookBackPlan.make(for: marks, engine: world.engine, ledger: world.ledger, at: later)
        #expect(plan.alerts.map(\.account.id) == ["northgate"])
        #expect(try world.ledger.alerts(about: "northgate", since: WatchWorld.now).isEmpty)
        #expect(try LookBackCommand.apply(plan, world.engine, world.ledger, at: later) == 1)
        #expect(try LookBackCommand.apply(plan, world.engine, world.ledger, at: later) == 0)
        #expect(try world.ledger.pendingOutbox(.queue).map(\.name) == plan.alerts.map { $0.id + ".json" })
        // Told again by another source, it is the same event.
        #expect(try world.read(["Northgate Mills appoints Ada Nilsen as CFO"], of: tally, at: later).alerts.isEmpty)
        #expect(Set(LookBackPlan.marks(of: world.configuration)).isSubset(of: try world.ledger.lookedBack()))
    }

    @Test func `look back for a rule that becomes live, but not beyond its shelf life`() async throws {
        let commands = try CommandWorld()
        var world = commands.world
        let rules = world.configuration.rules
        let overlay = try RulesOverlay(of: commands.directory, rules: commands.rulesWithoutFinanceChief())
        defer { overlay.remove() }
        let without = ConfigLoader(directory: overlay.directory).load().configuration
        world.configuration.rules = without.rules
        // The other rules are in force: they alert, this one does not.
        let title = "Northgate Mills hit by ransomware attack"
        #expect(try world.read([chief, title], of: wire).alerts.map(\.trigger).allSatisfy { $0 != "leadership.cfo" })
        #expect(try !world.ledger.events(naming: "northgate").isEmpty)
        world.configuration.rules = rules
        let marks = [LookedBack(.rule, "leadership.cfo", mark: "live")]
        let (engine, ledger) = (world.engine, world.ledger)
        func alerts(after days: Int) async throws -> [String] {
            try await LookBackPlan.make(
                for: marks, engine: engine, ledger: ledger, at: WatchWorld.now.adding(days: days)
            ).alerts.map(\.account.id)
        }
        #expect(try await alerts(after: 5) == ["northgate"])
        #expect(try await alerts(after: 95) == [])
    }

    @Test func `look back at nothing that first contact only remembered`() async throws {
        let world = try WatchWorld()
        var seeded = wire
        seeded.firstPoll = .seed
        try world.read([chief], of: seeded)
        let plan = try await LookBackPlan.make(
            for: LookBackPlan.marks(of: world.configuration), engine: world.engine, ledger: world.ledger,
            at: WatchWorld.now)
        #expect(plan.itemsRead == 1)
        #expect(plan.alerts.isEmpty)
    }

    @Test func `look back once for what is new, and change nothing before it is applied`() async throws {
        let commands = try CommandWorld()
        try commands.world.read([chief], of: wire)
        let heard = Heard()
        let lookBack = LookBackCommand(directory: commands.directory, clock: commands.clock, output: heard.output)
        #expect(try await lookBack.run(apply: false, json: false) == .ok)
        #expect(heard.text.contains("No look back was kept before"))
        // What was alerted when it was news is not found again.
        #expect(heard.text.contains("Found     0 alerts"))
        #expect(try commands.world.ledger.lookedBack().isEmpty)
        #expect(try await lookBack.run(apply: true, json: false) == .ok)
        #expect(try await lookBack.run(apply: false, json: false) == .ok)
        #expect(heard.text.hasSuffix("Nothing is new since the last look back.\n"))
    }

    @Test func `propose an exclusion that keeps every true match, as a diff that loads`() throws {
        let commands = try CommandWorld()
        var alerts: [Alert] = []
        for (index, title) in [
            chief, "Northgate Mills names Ada Nilsen chief financial officer of pension trust",
        ].enumerated() {
            let source = WatchWorld.source("paper-\(index)")
            alerts += try commands.world.read([title], of: source, at: WatchWorld.now.adding(days: index * 30)).alerts
                .filter { $0.account.id == "northgate" && $0.trigger == "leadership.cfo" }
        }
        try #require(alerts.count == 2)
        let at = WatchWorld.now.adding(days: 31)
        try commands.world.ledger.commit(at: at) { transaction in
            _ = try transaction.save(OutcomeReport(on: alerts[0], .meeting, at: at))
            _ = try transaction.save(OutcomeReport(on: alerts[1], .notAReason, why: "a trust", at: at))
        }
        let heard = Heard()
        let tune = TuneCommand(
            directory: commands.directory, clock: RuntimeClock(frozenAt: at), output: heard.output)
        let before = try String(contentsOfFile: commands.directory + "/rules/leadership.yaml", encoding: .utf8)
        #expect(try tune.run(json: false) == .ok)
        #expect(heard.text.contains("--- a/rules/leadership.yaml"))
        #expect(heard.text.contains("+      - headline: \"pension trust\""))
        #expect(try String(contentsOfFile: commands.directory + "/rules/leadership.yaml", encoding: .utf8) == before)
    }

    @Test func `propose words of the sentence where the headline tells nothing apart`() throws {
        let commands = try CommandWorld()
        let headline = "Northgate Mills publishes its quarterly letter"
        func item(_ sentence: String, _ number: Int) -> Item {
            Item(
                source: "letter-\(number)", id: "\(number)", title: "\(headline) \(number)",
                summary: "The letter was sent to holders today. \(sentence)",
                published: WatchWorld.now.adding(days: number * 30))
        }
        let sentences = [
            "Northgate Mills appoints Ada Nilsen as chief financial officer.",
            "Northgate Mills appoints Ada Nilsen as chief financial officer of its pension trust.",
        ]
        var alerts: [Alert] = []
        for (number, sentence) in sentences.enumerated() {
            let source = WatchWorld.source("letter-\(number)")
            let at = WatchWorld.now.adding(days: number * 30 + 1)
            let record = PollRecord(source: source.id, at: at, outcome: .document, nextPollAt: at.adding(days: 1))
            alerts += try DocumentIntake(engine: commands.world.engine, ledger: commands.world.ledger)
                .take([item(sentence, number)], of: source, record) { _ in DocumentIntake.Aftermath(faults: []) }
                .alerts.filter { $0.account.id == "northgate" && $0.trigger == "leadership.cfo" }
        }
        try #require(alerts.count == 2)
        let at = WatchWorld.now.adding(days: 40)
        try commands.world.ledger.commit(at: at) { transaction in
            _ = try transaction.save(OutcomeReport(on: alerts[0], .meeting, at: at))
            _ = try transaction.save(OutcomeReport(on: alerts[1], .notAReason, at: at))
        }
        let heard = Heard()
        let tune = TuneCommand(
            directory: commands.directory, clock: RuntimeClock(frozenAt: at), output: heard.output)
        #expect(try tune.run(json: false) == .ok)
        #expect(heard.text.contains("+      - text: \"pension trust\""), "\(heard.text)")
    }
}
