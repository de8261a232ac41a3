internal import ConfigLoading
internal import Foundation
internal import Ledger
internal import TriggerModel

/// Plays a scenario through the daemon's own intake, over a state of its own that is gone afterwards.
struct ScenarioRun {
    let engine: ReasonEngine
    /// Takes the state file of each scenario.
    let folder: String

    struct Result {
        var scenario: Scenario
        /// Lines as a diff: `-` expected and missing, `+` alerted and not expected. Empty where it passed.
        var difference: [String]
        /// Why what is missing was stopped.
        var reasons: [String]

        var hasPassed: Bool { difference.isEmpty }
    }

    func play(_ scenario: Scenario) throws -> Result {
        let path = "\(folder)/\(UUID().uuidString).sqlite"
        let ledger = try WatchLedger(path: path)
        defer {
            // The file is in a temporary folder that goes as a whole; closing only frees its descriptors early.
            try? ledger.close()
        }
        let alerts = try take(scenario, ledger)
        var open = alerts
        var missing: [Scenario.Expectation] = []
        for expected in scenario.expected {
            if let index = open.firstIndex(where: expected.holds) {
                open.remove(at: index)
            } else {
                missing.append(expected)
            }
        }
        let difference =
            missing.map { "- \($0.line)" }
            + open.map { alert in
                "+ \(alert.account.id), \(alert.trigger), \(alert.relation.rawValue), profile \(alert.profile), "
                    + "rep \(alert.rep)\(alert.updates == nil ? "" : ", update yes"): \(alert.reason)"
            }
        return Result(
            scenario: scenario, difference: difference,
            reasons: missing.isEmpty ? [] : try whyNot(scenario, Set(missing.map(\.account)), ledger))
    }

    /// Reads the steps in the order of their times; steps of one source and time are one document.
    private func take(_ scenario: Scenario, _ ledger: WatchLedger) throws -> [Alert] {
        let intake = DocumentIntake(engine: engine, ledger: ledger)
        let steps = scenario.steps.enumerated().map { index, step in
            (
                index: index, at: step.at ?? scenario.now,
                item: Self.complete(step.item, at: step.at ?? scenario.now, index)
            )
        }.sorted { ($0.at, $0.index) < ($1.at, $1.index) }
        guard let first = steps.first?.at else { return [] }
        var primed: Set<String> = []
        var alerts: [Alert] = []
        var start = 0
        while start < steps.count {
            var end = start
            while end < steps.count, steps[end].at == steps[start].at,
                steps[end].item.source == steps[start].item.source
            {
                end += 1
            }
            let id = steps[start].item.source
            let at = steps[start].at
            let source =
                engine.source(id) ?? Source(id: id, kind: .feed, url: "https://\(id).example/", name: id, publisher: id)
            if primed.insert(id).inserted { try prime(source, before: first, ledger) }
            let record = PollRecord(
                source: id, at: at, outcome: .document, status: 200, nextPollAt: at.adding(seconds: source.interval))
            alerts += try intake.take(steps[start..<end].map(\.item), of: source, record) { _ in
                DocumentIntake.Aftermath(faults: [])
            }.alerts
            for awaiting in try ledger.awaitingDue(at) {
                alerts += try intake.settle(awaiting, with: awaiting.item, of: source, at: at).alerts
            }
            start = end
        }
        return alerts
    }

    /// Takes a source past its first contact, whose window is not what a scenario is about.
    private func prime(_ source: Source, before time: Timestamp, _ ledger: WatchLedger) throws {
        let at = time.adding(days: -1)
        let item = Item(source: source.id, id: "before the scenario", title: "Before the scenario", published: at)
        let record = PollRecord(source: source.id, at: at, outcome: .document, status: 200, nextPollAt: time)
        try ledger.commitPoll(record) { transaction in
            for identity in try transaction.identifyAll([item]) {
                try transaction.judge(identity.id, as: .gated(Gate(.intake, "seeded", "before the scenario")))
            }
        }
    }

    private static func complete(_ item: Item, at time: Timestamp, _ index: Int) -> Item {
        var item = item
        if item.source.isEmpty { item.source = "scenario" }
        if item.id.isEmpty { item.id = item.url ?? "item \(index + 1)" }
        if item.published == nil { item.published = time }
        return item
    }

    private func whyNot(_ scenario: Scenario, _ accounts: Set<String>, _ ledger: WatchLedger) throws -> [String] {
        var lines: [String] = []
        for stored in try ledger.replay(since: Timestamp(seconds: 0), limit: 1000) where !stored.isKeptOut {
            guard let item = try ledger.item(stored.id) else { continue }
            if let gate = item.gate {
                lines.append(
                    "\"\(item.item.title ?? item.item.id)\" stopped at \(gate.stage.rawValue): \(gate.gate): \(gate.detail)"
                )
            }
            for event in item.events {
                for stop in try ledger.gates(ofEvent: event) where stop.account.map(accounts.contains) ?? true {
                    lines.append(
                        "event \(event.prefix(8)) \(stop.account.map { "for \($0) " } ?? "")stopped at "
                            + "\(stop.gate.stage.rawValue): \(stop.gate.gate): \(stop.gate.detail)")
                }
            }
        }
        return lines
    }
}
