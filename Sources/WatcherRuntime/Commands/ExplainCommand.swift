internal import ConfigLoading
internal import Delivery
internal import EventRecognition
internal import Foundation
internal import Ledger
internal import TriggerModel

/// `whynow explain`: the whole path of an item, event or alert, or the first gate that stopped it (promise 5).
package struct ExplainCommand {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    /// One found thing with everything known of its way.
    private struct Path: Encodable {
        var item: Item?
        var outcome: String?
        /// The further document that it waits for.
        var awaiting: Waiting?
        var gate: Gate?
        var firstSeen: Timestamp?
        /// What the rules of now see in the item: clause, words, and what stopped them.
        var recognition: [String]
        /// Parts of the text that were not read, because they are no news.
        var boilerplate: [String] = []
        /// Why the date counts as that of the first sight.
        var dateFlag: String?
        var events: [EventPath]
    }

    private struct Waiting: Encodable {
        var kind: String
        var url: String
        var since: Timestamp
        var attempts: Int
        var nextAttemptAt: Timestamp
        var deadline: Timestamp
        /// Why the last attempt was in vain.
        var detail: String?

        init(_ item: AwaitingItem) {
            (kind, url, deadline) = (item.document.kind, item.document.url, item.document.deadline)
            (since, attempts, nextAttemptAt, detail) = (item.since, item.attempts, item.nextAttemptAt, item.detail)
        }
    }

    private struct EventPath: Encodable {
        var event: Event
        var items: [String]
        var gates: [GateLine]
        var alerts: [Alert]
        /// What reps reported of the alerts, oldest first.
        var outcomes: [OutcomeReport]
        /// Where the event is a reason for many accounts: all its calls by rank.
        var campaign: StoredCampaign?
    }

    private struct GateLine: Encodable {
        var account: String?
        var gate: Gate
    }

    package func run(what: String, json: Bool) throws -> ExitCode {
        let loaded = try StartConfiguration.load(directory)
        let ledger = try Workplace.openForReading(loaded.configuration.settings)
        let engine = ReasonEngine(loaded.configuration)
        var paths: [Path] = []
        let isIDPrefix = what.count >= 4 && what.allSatisfy(\.isHexDigit)
        var eventIDs: [String] = []
        if isIDPrefix {
            eventIDs += try ledger.alerts(idPrefix: what.lowercased()).map(\.event)
            eventIDs += try ledger.campaigns(idPrefix: what.lowercased()).map(\.event)
            eventIDs += try ledger.events(idPrefix: what.lowercased()).map(\.id)
        }
        for id in Set(eventIDs).sorted() {
            let events = try ledger.events(idPrefix: id).map { try path(of: $0, ledger) }
            paths.append(Path(recognition: [], events: events))
        }
        if paths.isEmpty {
            for stored in try ledger.items(matching: what) { paths.append(try path(of: stored, engine, ledger)) }
        }
        guard !paths.isEmpty else {
            throw CommandFailure(
                .data,
                "nothing is known of '\(what)': give an item's id or link, a part of its title, or the first digits of an event's, alert's or campaign's id"
            )
        }
        let lines = JSONLines()
        for path in paths {
            if json { output.data(try lines.line(path)) } else { output.line(text(path, loaded.configuration)) }
        }
        return .ok
    }

    private func path(of stored: StoredItem, _ engine: ReasonEngine, _ ledger: WatchLedger) throws -> Path {
        let source = engine.configuration.sources.first { $0.id == stored.item.source }
        let teller = TellerOrigin(
            source: stored.item.source, publisher: source?.publisher ?? stored.item.source,
            isFirstHand: source?.isFirstHand ?? false, kind: source?.kind)
        // Recognised again by the rules of now, so that a person who edits a rule sees at once what it does.
        let recognition =
            stored.hasText
            ? engine.recogniser.recognise(stored.item, teller: teller, received: stored.firstSeen) : Recognition()
        let events = try stored.events.flatMap { try ledger.events(idPrefix: $0) }.map { try path(of: $0, ledger) }
        return Path(
            item: stored.item, outcome: stored.outcome.rawValue,
            awaiting: try ledger.awaiting(stored.id).map(Waiting.init), gate: stored.gate, firstSeen: stored.firstSeen,
            recognition: recognition.trace.map(Self.line), boilerplate: recognition.boilerplate.map(Self.line),
            dateFlag: stored.dateFlag?.rawValue, events: events)
    }

    private func path(of event: Event, _ ledger: WatchLedger) throws -> EventPath {
        let alerts = try ledger.alerts(ofEvent: event.id)
        var gates = try ledger.gates(ofEvent: event.id).map { GateLine(account: $0.account, gate: $0.gate) }
        // A silence may be younger than the alert, and say nothing in its rows.
        for alert in alerts where !gates.contains(where: { $0.account == alert.account.id }) {
            guard let gate = try ledger.hold(alert, on: clock.now().day) else { continue }
            gates.append(GateLine(account: alert.account.id, gate: gate))
        }
        return EventPath(
            event: event,
            items: try ledger.items(telling: event.id).map { "\($0.item.source): \($0.item.title ?? $0.item.id)" },
            gates: gates, alerts: alerts,
            outcomes: try alerts.flatMap { try ledger.outcomes(of: $0.id) }.sorted { $0.at < $1.at },
            campaign: try ledger.campaign(ofEvent: event.id))
    }

    private static func line(_ part: Boilerplate) -> String {
        "\(part.span.field.rawValue) \(part.span.start)..<\(part.span.end) is boilerplate (\(part.kind.rawValue))"
    }

    private static func line(_ trace: ClauseTrace) -> String {
        let slots = trace.slots.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
        let words = trace.text.isEmpty ? "filing condition" : "\"\(trace.text)\""
        let stopped = trace.stoppedBy.isEmpty ? "" : "; stopped by \(trace.stoppedBy)"
        return "\(trace.trigger) (\(trace.clause)): \(words)\(slots.isEmpty ? "" : ", \(slots)")\(stopped)"
    }

    // MARK: As text

    private func text(_ path: Path, _ configuration: Configuration) -> String {
        var lines: [String] = []
        if let item = path.item {
            lines.append("Item      \(item.title ?? "(no title)")")
            lines.append("          \(item.source), \(item.id)\(item.published.map { ", published \($0)" } ?? "")")
            if let url = item.url { lines.append("          \(url)") }
            let seen = path.firstSeen.map { ", first seen \($0)" } ?? ""
            lines.append("Outcome   \(path.outcome ?? "unknown")\(seen)")
            if let waiting = path.awaiting {
                lines.append("Waits     for its \(waiting.kind), \(waiting.url)")
                let tried = CycleSummary.counted(waiting.attempts, "attempt")
                lines.append(
                    "          since \(waiting.since), \(tried), the next at \(waiting.nextAttemptAt); at "
                        + "\(waiting.deadline) it is judged without it")
                if let detail = waiting.detail { lines.append("          last in vain: \(detail)") }
            }
            if let gate = path.gate {
                lines.append("Stopped   at \(gate.stage.rawValue): \(gate.gate): \(gate.detail)")
            }
            if let flag = path.dateFlag { lines.append("Date      \(flag): the time of the first sight counts") }
            for line in path.recognition { lines.append("Rule      \(line)") }
            for line in path.boilerplate { lines.append("Not read  \(line)") }
        }
        for event in path.events { lines += self.lines(event, configuration) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(_ path: EventPath, _ configuration: Configuration) -> [String] {
        let event = path.event
        func two(_ number: Double) -> String { String(format: "%.2f", number) }
        var lines = [
            "Event     \(event.trigger), \(event.id)",
            "          on \(event.date) (from the \(event.dateBasis.rawValue) date)",
        ]
        for party in event.parties {
            let account = party.account.map { ", account \($0)" } ?? ", nobody's account"
            lines.append("Party     \(party.role.rawValue): \(party.name)\(account)")
        }
        let parts = event.confidenceParts.map { "\($0.name) \(two($0.value))" }.joined(separator: ", ")
        let qualifiers =
            event.qualifiers.isEmpty ? "" : "; told as \(event.qualifiers.map(\.rawValue).joined(separator: ", "))"
        lines.append("Sure      \(two(event.confidence)) = \(parts)\(qualifiers)")
        for evidence in event.evidence {
            lines.append(
                "Words     \(evidence.span.field.rawValue) \(evidence.span.start)..<\(evidence.span.end): \"\(evidence.text)\""
            )
        }
        for item in path.items { lines.append("Told by   \(item)") }
        for gate in path.gates {
            let whom = gate.account.map { "for \($0) " } ?? ""
            // What holds an alert back at delivery has not stopped it.
            let verb = gate.gate.stage == .deliver ? "Held     " : "Stopped  "
            lines.append("\(verb) \(whom)at \(gate.gate.stage.rawValue): \(gate.gate.gate): \(gate.gate.detail)")
        }
        if let campaign = path.campaign {
            lines.append("Campaign  \(campaign.id), \(CycleSummary.counted(campaign.calls.count, "account"))")
            for call in campaign.calls {
                let note = call.note.map { ", \($0)" } ?? ""
                lines.append("          \(call.rank). on \(call.day), rep \(call.rep): \(call.account)\(note)")
            }
        }
        for alert in path.alerts {
            lines.append("Alert")
            lines.append(AlertText.render(alert, zone: configuration.rep(alert.rep)?.timezone))
        }
        for report in path.outcomes {
            let until = report.until.map { " until \($0)" } ?? ""
            let why = report.why.isEmpty ? "" : ": \(TextTable.oneLine(report.why, limit: 300))"
            lines.append(
                "Reported  \(report.outcome.rawValue)\(until) of alert \(report.alert.prefix(8)), for \(report.rep) on "
                    + "\(report.at.day)\(why)")
        }
        return lines
    }
}
