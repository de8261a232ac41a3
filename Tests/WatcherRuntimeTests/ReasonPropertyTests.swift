import ConfigLoading
import Foundation
import Ledger
import RuleLanguage
import Testing
import TriggerModel

@testable import WatcherRuntime

/// What holds for every item, whatever it says.
struct `Whatever is read` {
    /// Headlines of every rule's own trials, put in the mouths of accounts, cut, doubled and mixed with what is no news.
    private static func headlines(_ world: WatchWorld, count: Int) -> [String] {
        var random = SeededNumbers(20_261_122)
        let trials = world.configuration.rules.triggers.flatMap { rule in
            rule.trials.compactMap(\.item.title).map { title in
                rule.trials.first?.item.title.map { (title, $0) } ?? (title, title)
            }
        }
        let names = world.configuration.accounts.map(\.name) + ["Nobody We Know Ltd", "Northgate Grain", ""]
        return (0..<count).map { number in
            let (title, other) = trials[Int.random(in: 0..<trials.count, using: &random)]
            let name = names[Int.random(in: 0..<names.count, using: &random)]
            // The company of a trial is mostly its first words.
            let words = title.split(separator: " ")
            let cut = Int.random(in: 0...min(3, words.count), using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: return "\(title) \(number)"
            case 1: return "\(name): \(title)"
            case 2: return "\(title); \(name) \(other)"
            case 3: return "\(name) \(words.dropFirst(cut).joined(separator: " ")) on day \(number)"
            case 4: return String(title.reversed()) + name
            default: return "\(name) \(words.dropFirst(cut).joined(separator: " "))"
            }
        }
    }

    @Test func `ends in one outcome, with one first gate where it was rejected, and scores add up`() throws {
        let world = try WatchWorld()
        let source = WatchWorld.source("wire")
        try world.read(["The first document"], of: source, at: WatchWorld.now.adding(days: -30))
        let titles = Self.headlines(world, count: 900)
        var alerts: [Alert] = []
        for (day, start) in stride(from: 0, to: titles.count, by: 60).enumerated() {
            let part = Array(titles[start..<min(start + 60, titles.count)])
            alerts += try world.read(part, of: source, at: WatchWorld.now.adding(days: day)).alerts
        }
        #expect(alerts.count > 20)
        for alert in alerts {
            #expect(alert.score == alert.scoreParts.reduce(0) { $0 + $1.value }, "\(alert.reason)")
            #expect((0...100).contains(alert.score))
            #expect(!alert.evidence.isEmpty && !alert.trace.isEmpty)
            #expect(alert.confidence >= 0.5 || alert.reason.hasPrefix("Denied or called off"))
        }
        var gated = 0
        var events: Set<String> = []
        for stored in try world.ledger.replay(since: Timestamp(seconds: 0), limit: 5000) {
            let item = try #require(try world.ledger.item(stored.id))
            #expect((item.outcome == .gated) == (item.gate != nil), "\(item.item.title ?? "")")
            #expect(item.outcome != .awaiting)
            #expect(item.outcome == .gated ? item.events.isEmpty : !item.events.isEmpty)
            if item.outcome == .gated { gated += 1 }
            events.formUnion(item.events)
        }
        #expect(gated > 50)
        for event in events {
            let told = Set(try world.ledger.alerts(ofEvent: event).map(\.account.id))
            let stopped = try world.ledger.gates(ofEvent: event)
            let accounts = stopped.compactMap(\.account)
            // Each account has one gate at most; an alert may have one that holds it back, but none that stops it.
            #expect(accounts.count == Set(accounts).count)
            #expect(!told.isEmpty || !stopped.isEmpty, "nothing says what became of \(event)")
            for gate in stopped where gate.account.map(told.contains) ?? false {
                #expect(gate.gate.stage == .deliver, "\(gate.gate)")
            }
        }
    }

    @Test func `is read by every rule but the broken one, which is named with its place`() throws {
        let commands = try CommandWorld()
        let path = commands.directory + "/rules/leadership.yaml"
        var text = try String(contentsOfFile: path, encoding: .utf8)
        let rule = try #require(text.range(of: "\n  leadership.cfo:\n"))
        let clause = try #require(text.range(of: "- headline: \"", range: rule.upperBound..<text.endIndex))
        text.insert(contentsOf: "(", at: clause.upperBound)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let loaded = ConfigLoader(directory: commands.directory).load()
        let errors = loaded.faults.filter { $0.severity == .error }
        #expect(errors.count == 1)
        #expect(errors.first?.place.file == "rules/leadership.yaml")
        let whole = Set(commands.world.configuration.rules.triggers.map(\.id))
        #expect(whole.subtracting(loaded.configuration.rules.triggers.map(\.id)) == ["leadership.cfo"])
        var world = commands.world
        world.configuration.rules = loaded.configuration.rules
        let report = try world.read(
            ["Northgate Mills names Ada Nilsen chief financial officer", "Northgate Mills hit by ransomware attack"],
            of: WatchWorld.source("wire"))
        let triggers = Set(report.alerts.filter { $0.account.id == "northgate" }.map(\.trigger))
        #expect(!triggers.isEmpty && !triggers.contains("leadership.cfo"))
    }
}
