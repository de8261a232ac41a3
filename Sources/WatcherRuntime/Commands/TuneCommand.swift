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
        var patterns: [Exclusion]
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
        /// Items with the sentences below the headline that told the event, by title.
        var bad: [String: (item: Item, sentences: [String])] = [:]
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
            let event = try ledger.events(idPrefix: report.event, limit: 1).first
            if report.outcome == .notAReason {
                let quotes = (event?.evidence ?? []).filter { $0.span.field != .title }.map(\.quote)
                for item in items.map(\.item) {
                    let text = [item.summary, item.content].compactMap(\.self).joined(separator: " ")
                    cases[report.trigger, default: Cases()].bad[item.title ?? item.id] =
                        (item, quotes.filter { text.contains($0) })
                }
            } else {
                cases[report.trigger, default: Cases()].good += items.map(\.item)
            }
            if let event {
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
        let bad = cases.bad.sorted { $0.key < $1.key }
        let items = bad.map(\.value.item)
        var kept: [Exclusion] = []
        var covered: Set<Int> = []
        // Each alone is tried, so that one that costs a true match does not take the others with it.
        func tryOut(_ finds: [ExclusionSearch.Find], at position: Exclusion.Position, of numbers: [Int]) throws {
            for find in finds where kept.count < ExclusionSearch.most {
                let exclusion = Exclusion(position: position, pattern: find.pattern)
                guard let after = try trial(of: kept + [exclusion], rule, cases, configuration, text) else { continue }
                let gone = find.covers.map { numbers[$0] }.filter { !Self.isStated(rule.id, items[$0], after) }
                guard !gone.isEmpty else { continue }
                kept.append(exclusion)
                covered.formUnion(gone)
            }
        }
        // The headline first: words that stand there stop the rule for the whole item.
        try tryOut(
            ExclusionSearch.find(in: bad.map(\.key), sparing: spared, names: cases.names), at: .headline,
            of: Array(bad.indices))
        // What no headline tells apart, perhaps the sentence does in which the event was told.
        let below = bad.indices.filter { !covered.contains($0) }
            .flatMap { index in bad[index].value.sentences.map { (index, $0) } }
        try tryOut(
            ExclusionSearch.find(in: below.map(\.1), sparing: spared, names: cases.names), at: .text,
            of: below.map(\.0))
        let edit =
            kept.isEmpty
            ? nil : RuleFileEdit.adding(kept, toTriggerAt: rule.place.line, of: text, file: rule.place.file)
        return Proposal(
            trigger: rule.id, file: rule.place.file, patterns: kept,
            excluded: covered.sorted().map { bad[$0].key },
            left: bad.indices.filter { !covered.contains($0) }.map { bad[$0].key },
            kept: cases.good.count + trials.count, diff: edit?.diff)
    }

    /// Loads the rules with the exclusions put in and tries every true match.
    /// - Returns: what recognises with them; nil where one is lost, or where a person must place them.
    private func trial(
        of exclusions: [Exclusion], _ rule: TriggerRule, _ cases: Cases, _ configuration: Configuration, _ text: String
    ) throws -> Recogniser? {
        guard
            let edit = RuleFileEdit.adding(exclusions, toTriggerAt: rule.place.line, of: text, file: rule.place.file)
        else { return Self.trialByHand(of: exclusions, rule, cases, configuration) }
        let overlay = try RulesOverlay(of: configuration.directory, replacing: rule.place.file, with: edit.text)
        defer { overlay.remove() }
        let changed = ConfigLoader(directory: overlay.directory).load()
        guard let after = changed.configuration.rules.trigger(rule.id) else { return nil }
        return Self.trial(of: after, against: rule, changed.configuration.rules, cases, configuration)
    }

    /// The same for a rule whose file cannot be edited by lines.
    private static func trialByHand(
        of exclusions: [Exclusion], _ rule: TriggerRule, _ cases: Cases, _ configuration: Configuration
    ) -> Recogniser? {
        var after = rule
        for exclusion in exclusions {
            guard let pattern = try? PatternParser.parse(exclusion.pattern, place: rule.place) else { return nil }
            let position: TriggerRule.Position = exclusion.position == .headline ? .headline : .text
            after.unless.append(
                TriggerRule.Clause(
                    texts: [.init(position: position, patterns: [pattern])], filing: nil, place: rule.place))
        }
        return trial(of: after, against: rule, configuration.rules, cases, configuration)
    }

    private static func trial(
        of after: TriggerRule, against rule: TriggerRule, _ rules: RulePack, _ cases: Cases,
        _ configuration: Configuration
    ) -> Recogniser? {
        var alone = rules
        alone.triggers = [after]
        var before = configuration.rules
        before.triggers = [rule]
        let failing = Set(Recogniser.runTrials(of: before).map(\.text))
        guard Recogniser.runTrials(of: alone).allSatisfy({ failing.contains($0.text) }) else { return nil }
        let old = Recogniser(pack: before, accounts: configuration.accounts)
        let new = Recogniser(pack: alone, accounts: configuration.accounts)
        let keepsAll = cases.good.allSatisfy { item in
            !isStated(rule.id, item, old) || isStated(rule.id, item, new)
        }
        return keepsAll ? new : nil
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
            for exclusion in proposal.patterns { output.line("#   - \(exclusion.line)") }
        }
    }
}
