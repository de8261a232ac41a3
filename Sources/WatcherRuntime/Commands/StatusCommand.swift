internal import ConfigLoading
internal import Foundation
internal import Ledger
internal import TriggerModel

/// `whynow status`: what is watched, how each source does, what waits and what is wrong.
package struct StatusCommand {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    private struct Report: Encodable {
        struct SourceLine: Encodable {
            var id: String
            var kind: String
            var enabled: Bool
            var lastPolledAt: Timestamp?
            var nextPollAt: Timestamp?
            var outcome: String?
            var detail: String
            var failures: Int
        }

        struct CampaignLine: Encodable {
            var id: String
            var event: String
            var trigger: String
            var accounts: Int
            /// Accounts whose call was in a rep's morning.
            var told: Int
            var lastDay: CalendarDay?
            var reps: [String]

            init(_ standing: CampaignStanding) {
                id = standing.campaign.id
                event = standing.campaign.event
                trigger = standing.campaign.trigger
                accounts = standing.campaign.calls.count
                told = standing.told
                lastDay = standing.campaign.calls.map(\.day).max()
                reps = Set(standing.campaign.calls.map(\.rep)).sorted()
            }
        }

        var version: String
        var at: Timestamp
        var configuration: String
        var ledger: LedgerStatus
        var sources: [SourceLine]
        /// Campaigns with calls still to come.
        var campaigns: [CampaignLine]
        var faults: [Fault]
    }

    package func run(json: Bool) throws -> ExitCode {
        let loaded = try StartConfiguration.load(directory)
        let ledger = try Workplace.openForReading(loaded.configuration.settings)
        let now = clock.now()
        let states = Dictionary(
            try ledger.allSourceStates().map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        let report = Report(
            version: WhynowVersion.current, at: now, configuration: loaded.configuration.fingerprint,
            ledger: try ledger.status(on: now.day),
            sources: loaded.configuration.sources.map { source in
                let state = states[source.id]
                return Report.SourceLine(
                    id: source.id, kind: source.kind.rawValue, enabled: source.isEnabled,
                    lastPolledAt: state?.lastPolledAt, nextPollAt: state?.nextPollAt,
                    outcome: state?.lastOutcome.rawValue, detail: state?.lastDetail ?? "",
                    failures: state?.failures ?? 0)
            },
            campaigns: try ledger.openCampaigns(on: now.day).map(Report.CampaignLine.init),
            faults: try ledger.openFaults())
        if json {
            output.data(try JSONLines().line(report))
        } else {
            output.line(text(report))
        }
        return .ok
    }

    private func text(_ report: Report) -> String {
        let status = report.ledger
        var lines = [
            "whynow \(report.version), configuration \(report.configuration.prefix(12)), \(report.at)",
            "",
            "Today     \(status.pollsToday) polls, \(status.itemsToday) items read, \(status.newItemsToday) new; "
                + (status.isBalanced
                    ? "every item is accounted for" : "ITEMS ARE MISSING FROM THE COUNT: please report this"),
            "Kept      \(status.items) items, \(status.events) events, \(status.alerts) alerts, \(status.bytes / 1024) KB",
            "Waiting   \(status.awaiting) items for a further document, \(status.outboxPending + status.outboxStaged) files for queue or spool"
                + (status.outboxFailed > 0 ? ", \(status.outboxFailed) given up" : ""),
            "",
        ]
        let width = max(6, report.sources.map(\.id.count).max() ?? 6)
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        lines.append("\(padded("SOURCE", width))  LAST POLL             NEXT POLL             OUTCOME")
        for source in report.sources {
            let never = String(repeating: "-", count: 20)
            let outcome = source.enabled ? source.outcome ?? "not polled yet" : "disabled"
            let detail = source.detail.isEmpty ? "" : ": \(source.detail)"
            lines.append(
                "\(padded(source.id, width))  \(source.lastPolledAt?.description ?? never)  "
                    + "\(source.nextPollAt?.description ?? never)  \(outcome)\(detail)")
        }
        lines.append("")
        for campaign in report.campaigns {
            lines.append(
                "Campaign  \(campaign.id.prefix(8)) \(campaign.trigger): \(campaign.told) of \(campaign.accounts) accounts told"
                    + (campaign.lastDay.map { ", the last on \($0)" } ?? "")
                    + ", reps \(campaign.reps.joined(separator: ", "))")
        }
        if !report.campaigns.isEmpty { lines.append("") }
        lines.append(report.faults.isEmpty ? "No fault is open." : "Open faults, oldest first")
        for fault in report.faults {
            lines.append("  since \(fault.openedAt)  \(fault.scope): \(fault.kind): \(fault.detail)")
        }
        return lines.joined(separator: "\n")
    }
}
