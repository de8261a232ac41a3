internal import ConfigLoading
internal import EventRecognition
internal import Foundation
internal import Ledger
internal import RuleLanguage
internal import TriggerModel

/// `whynow tune`: proposes exclusions from what reps reported as no reason. Each proposal was tried: every trial of the
/// rule and every alert with a good outcome still matches. Shown as a diff, never applied.
package struct TuneCommand {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    /// Days of reports that are learnt from.
    private static let days = 365

    private struct Proposal: Encodable {
        var trigger: String
        var file: String
        var patterns: [String]
        /// Headlines that would be excluded.
        var excluded: [String]
        /// Headlines reported as no reason that no safe pattern was found for.
        var left: [String]
        /// Good alerts and trials that were tried and still match.
        var kept: Int
        /// nil where a person must place the patterns.
        var diff: String?
    }

    /// What alerts of one rule were told by, by what came of them.
    private struct Cases {
        var bad: [Item] = []
        var good: [Item] = []
        var names: Set<String> = []
    }

    package func run(json: Bool) throws -> ExitCode {
        let loaded = try StartConfiguration.load(directory)
        let configuration = loaded.configuration
        let ledger = try Workplace.openForReading(configuration.settings)
        let cases = try Self.cases(ledger, since: clock.now().adding(days: -Self.days))
        let lines = JSONLines()
        var count = 0
        for (trigger, cases) in cases.sorted(by: { $0.key < $1.key }) where !cases.bad.isEmpty {
            guard let rule = configuration.rules.trigger(trigger) else {
                output.talk("\(trigger): reported as no reason, but there is no such rule any more")
                continue
            }
            guard let proposal = try propose(rule, cases, configuration) else { continue }
            count += 1
            if json { output.data(try lines.line(proposal)) } else { tell(proposal) }
        }
        if count == 0, !json {
            output.line(
                "Nothing to propose: no alert of a rule in force was reported as not-a-reason in the last \(Self.days) days."
            )
        }
        return .ok
    }

    private static func cases(_ ledger: WatchLedger, since: Timestamp) throws -> [String: Cases] {
        var cases: [String: Cases] = [:]
        var last: [String: OutcomeReport] = [:]
        for report in try ledger.outcomes(since: since) where report.outcome.isVerdict { last[report.alert] = report }
        for report in last.values.sorted(by: { ($0.at, $0.alert) < ($1.at, $1.alert) }) {
            guard report.outcome == .notAReason || report.outcome.isGood else { continue }
            let items = try ledger.items(telling: report.event).filter { $0.item.title != nil }
            guard !items.isEmpty else { continue }
            if report.outcome == .notAReason {
                cases[report.trigger, default: Cases()].bad += items.map(\.item)
            } else {
                cases[report.trigger, default: Cases()].good += items.map(\.item)
            }
            if let event = try ledger.events(idPrefix: report.event, limit: 1).first {
                let names = event.parties.map(\.name) + event.slots.values
                cases[report.trigger, default: Cases()].names.formUnion(names.flatMap(ExclusionSearch.words))
            }
        }
        return cases
    }

    private func propose(_ rule: TriggerRule, _ cases: Cases, _ configuration: Configuration) throws -> Proposal? {
        let path = "\(configuration.directory)/\(rule.place.file)"
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
        else { throw CommandFailure(.noInput, "\(path): cannot be read any more") }
        let trials = rule.trials.filter(\.shouldMatch).map(\.item)
        let spared = (cases.good + trials).flatMap { [$0.title, $0.summary, $0.content].compactMap(\.self) }
        let bad = Array(Set(cases.bad.compactMap(\.title))).sorted()
        let found = ExclusionSearch.find(in: bad, sparing: spared, names: cases.names)
        // Each pattern alone is tried, so that one that costs a true match does not take the others with it.
        var kept: [ExclusionSearch.Find] = []
        for find in found {
            let patterns = (kept + [find]).map(\.pattern)
            if try isSafe(patterns, rule, cases, configuration, text) { kept.append(find) }
        }
        let covered = kept.reduce(into: Set<Int>()) { $0.formUnion($1.covers) }
        let patterns = kept.map(\.pattern)
        let edit =
            patterns.isEmpty
            ? nil : RuleFileEdit.adding(patterns, toTriggerAt: rule.place.line, of: text, file: rule.place.file)
        return Proposal(
            trigger: rule.id, file: rule.place.file, patterns: patterns,
            excluded: covered.sorted().map { bad[$0] },
            left: bad.indices.filter { !covered.contains($0) }.map { bad[$0] },
            kept: cases.good.count + trials.count, diff: edit?.diff)
    }

    /// Loads the rules with the patterns put in and tries every true match: none may be lost.
    private func isSafe(
        _ patterns: [String], _ rule: TriggerRule, _ cases: Cases, _ configuration: Configuration, _ text: String
    ) throws -> Bool {
        guard
            let edit = RuleFileEdit.adding(patterns, toTriggerAt: rule.place.line, of: text, file: rule.place.file)
        else { return true }
        let overlay = try RulesOverlay(of: configuration.directory, replacing: rule.place.file, with: edit.text)
        defer { overlay.remove() }
        let changed = ConfigLoader(directory: overlay.directory).load()
        guard let after = changed.configuration.rules.trigger(rule.id) else { return false }
        var alone = changed.configuration.rules
        alone.triggers = [after]
        var before = configuration.rules
        before.triggers = [rule]
        let failing = Set(Recogniser.runTrials(of: before).map(\.text))
        guard Recogniser.runTrials(of: alone).allSatisfy({ failing.contains($0.text) }) else { return false }
        let old = Recogniser(pack: before, accounts: configuration.accounts)
        let new = Recogniser(pack: alone, accounts: configuration.accounts)
        return cases.good.allSatisfy { item in
            !Self.isStated(rule.id, item, old) || Self.isStated(rule.id, item, new)
        }
    }

    private static func isStated(_ trigger: String, _ item: Item, _ recogniser: Recogniser) -> Bool {
        let teller = TellerOrigin(source: item.source, publisher: item.source, isFirstHand: item.filing != nil)
        let received = item.published ?? item.updated ?? Timestamp(seconds: 0)
        return recogniser.recognise(item, teller: teller, received: received).events
            .contains { $0.trigger == trigger && $0.confidence >= 0.5 }
    }

    private func tell(_ proposal: Proposal) {
        output.line(
            "# \(proposal.trigger): excludes \(proposal.excluded.count) of "
                + "\(CycleSummary.counted(proposal.excluded.count + proposal.left.count, "headline")) reported as no reason; "
                + "trials and good alerts that still match: \(proposal.kept)")
        for headline in proposal.excluded { output.line("#   no reason: \(TextTable.oneLine(headline))") }
        for headline in proposal.left { output.line("#   no safe words found for: \(TextTable.oneLine(headline))") }
        if let diff = proposal.diff {
            output.line(diff)
        } else if !proposal.patterns.isEmpty {
            output.line("# put under 'unless:' of \(proposal.trigger) in \(proposal.file):")
            for pattern in proposal.patterns { output.line("#   - headline: \"\(pattern)\"") }
        }
    }
}
