internal import ConfigLoading
internal import EventRecognition
internal import Foundation
internal import Ledger
package import TriggerModel

/// `whynow why-not`: everything of one day that concerned an account, and what stopped each of it first (promise 5).
package struct WhyNotCommand {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    /// What is known of an account's day.
    struct Report: Encodable {
        struct EventLine: Encodable {
            var id: String
            var trigger: String
            var date: CalendarDay
            var told: String
            /// What stopped it on its way to the account; nil where an alert was made.
            var gate: Gate?
            var alert: String?
        }

        struct ItemLine: Encodable {
            var id: Int64
            var source: String
            var title: String
            var outcome: String
            var gate: Gate?
        }

        struct Watched: Encodable {
            var polls: Int
            var failed: Int
            var items: Int
            var new: Int
            var sources: Int
            /// Scope and what is wrong, of faults that were open on the day.
            var faults: [String]
        }

        var account: String
        var name: String
        var day: CalendarDay
        var status: Account.Status
        /// How the account fits each profile.
        var fit: [String]
        /// Holds the account back whatever happens.
        var silences: [Silence]
        var events: [EventLine]
        var items: [ItemLine]
        var watched: Watched
    }

    /// - Parameter day: nil means today, UTC.
    package func run(account id: String, day: CalendarDay?, json: Bool) throws -> ExitCode {
        let loaded = try StartConfiguration.load(directory)
        guard let account = Self.account(id, loaded.configuration) else {
            throw CommandFailure(
                .data, "there is no account '\(id)'; give its id or its name as it stands in accounts/")
        }
        let ledger = try Workplace.openForReading(loaded.configuration.settings)
        let report = try Self.report(
            on: account, day: day ?? clock.now().day, engine: ReasonEngine(loaded.configuration), ledger: ledger)
        if json { output.data(try JSONLines().line(report)) } else { output.line(Self.text(report)) }
        return .ok
    }

    private static func account(_ text: String, _ configuration: Configuration) -> Account? {
        configuration.account(text)
            ?? configuration.accounts.first { $0.name.lowercased() == text.lowercased() }
    }

    static func report(
        on account: Account, day: CalendarDay, engine: ReasonEngine, ledger: WatchLedger
    ) throws -> Report {
        let start = Timestamp(day)
        let end = start.adding(days: 1)
        let read = try ledger.items(from: start, to: end)
        let alerts = try ledger.alerts(about: account.id, since: start).filter { $0.createdAt < end }

        // Events of the day: those that happened on it, those whose way to the account ended on it, and those that its
        // items tell about the account.
        let mentioning = read.filter { stored in
            engine.recogniser.mentions(in: stored.item).contains { $0.account == account.id }
        }
        var ids = Set(try ledger.events(naming: account.id, limit: 200).filter { $0.date == day }.map(\.id))
        ids.formUnion(
            try ledger.gates(ofAccount: account.id, since: start).filter { $0.at < end }.map(\.event))
        ids.formUnion(alerts.map(\.event))
        ids.formUnion(mentioning.flatMap(\.events))
        let events = try ids.sorted().compactMap { id in
            try ledger.events(idPrefix: id, limit: 1).first.map { try line(of: $0, account, day, ledger) }
        }
        let counts = try ledger.conservation(on: day)
        return Report(
            account: account.id, name: account.name, day: day, status: account.status, fit: engine.fit(of: account),
            silences: try ledger.silences(on: day).filter { $0.scope == .account && $0.name == account.id },
            events: events.sorted { ($0.date, $0.id) < ($1.date, $1.id) },
            items: mentioning.map { stored in
                Report.ItemLine(
                    id: stored.id.number, source: stored.item.source, title: stored.item.title ?? stored.item.id,
                    outcome: stored.outcome.rawValue, gate: stored.gate)
            },
            watched: Report.Watched(
                polls: counts.polls, failed: counts.failed, items: counts.items.items, new: counts.items.new,
                sources: engine.configuration.sources.filter(\.isEnabled).count,
                faults: try ledger.openFaults().filter { $0.openedAt < end }.map { "\($0.scope): \($0.detail)" }))
    }

    private static func line(
        of event: Event, _ account: Account, _ day: CalendarDay, _ ledger: WatchLedger
    ) throws -> Report.EventLine {
        let alert = try ledger.alert(forEvent: event.id, account: account.id)
        let gates = try ledger.gates(ofEvent: event.id)
        // Its own gate before that of the whole event; an alert may still be held back from the morning.
        var gate = gates.first { $0.account == account.id }?.gate
        if let alert { gate = try ledger.hold(alert, on: day) ?? gate }
        if gate == nil, alert == nil {
            gate =
                gates.first { $0.account == nil }?.gate
                ?? Gate(
                    .match, "not-concerned", "no party of the event is the account, nor anybody it is related to")
        }
        return Report.EventLine(
            id: event.id, trigger: event.trigger, date: event.date,
            told: event.tellers.first?.title ?? event.evidence.first?.quote ?? "", gate: gate, alert: alert?.id)
    }

    // MARK: As text

    private static func text(_ report: Report) -> String {
        var lines = ["\(report.name) (\(report.account), \(report.status.rawValue)) on \(report.day)", ""]
        for silence in report.silences {
            lines.append("Silent    until \(silence.until), by \(silence.author): \(silence.reason)")
        }
        for fit in report.fit { lines.append("Profile   \(fit)") }
        for event in report.events {
            lines.append("Event     \(event.trigger) on \(event.date), \(event.id)")
            if !event.told.isEmpty { lines.append("          \"\(TextTable.oneLine(event.told))\"") }
            if let alert = event.alert { lines.append("          alert \(alert)") }
            if let gate = event.gate {
                // What holds an alert back at delivery has not stopped it.
                let verb = gate.stage == .deliver && event.alert != nil ? "Held back" : "Stopped  "
                lines.append(
                    "\(verb) at \(gate.stage.rawValue): \(gate.gate): \(TextTable.oneLine(gate.detail, limit: 300))")
            }
        }
        for item in report.items {
            lines.append("Item      \(item.source): \(TextTable.oneLine(item.title))")
            if let gate = item.gate {
                lines.append(
                    "Stopped   at \(gate.stage.rawValue): \(gate.gate): \(TextTable.oneLine(gate.detail, limit: 300))")
            } else {
                lines.append("          \(item.outcome)")
            }
        }
        if report.events.isEmpty, report.items.isEmpty {
            lines.append("Nothing   no item that was read on this day names the account, and no event concerned it")
        }
        let watched = report.watched
        lines.append(
            "Watched   \(watched.sources) sources, \(watched.polls) polls (\(watched.failed) failed), "
                + "\(watched.items) items read, \(watched.new) of them new")
        if watched.polls == 0 { lines.append("          nothing was watched on this day") }
        for fault in watched.faults { lines.append("Fault     \(TextTable.oneLine(fault, limit: 300))") }
        return lines.joined(separator: "\n")
    }
}
