internal import ConfigLoading
internal import Foundation
internal import Ledger
internal import SourceFetching
internal import TriggerModel

/// One complete cycle: poll all that is due, settle what awaits, build the mornings that are due (`run --once`, `demo`).
///
/// Sources are fetched side by side and concluded in the order of their ids, so that a cycle killed anywhere and run
/// again ends in the same state as an undisturbed one.
struct WatchCycle {
    let poller: SourcePoller
    let options: CycleOptions
    let progress: @Sendable (String) -> Void

    /// Fetched documents held in memory at most, while an earlier source is still on its way.
    private static let window = 32

    func run() async throws -> CycleSummary {
        let clock = poller.clock
        try await poller.thread.run { [poller] in
            let publisher = OutboxPublisher(place: poller.place)
            try publisher.recover(at: clock.now())
            _ = try publisher.publish(at: clock.now())
        }
        var summary = CycleSummary()
        try await poll(dueSources(), &summary)
        try await settleAwaiting(&summary)
        let now = clock.now()
        summary.digestReps = try await poller.thread.run { [poller, options] in
            let reps = try MorningRunner(engine: poller.engine, place: poller.place)
                .run(at: now, atOnce: options.sendsDigestsNow)
            _ = try OutboxPublisher(place: poller.place).publish(at: now)
            return reps
        }
        return summary
    }

    private func dueSources() async throws -> [Source] {
        let enabled = poller.engine.configuration.sources.filter { $0.isEnabled && $0.kind != .activity }
        guard !options.pollsEverything else { return enabled }
        let now = poller.clock.now()
        let states = try await poller.thread.run { [poller] in try poller.place.ledger.allSourceStates() }
        let nextPoll = Dictionary(states.map { ($0.source, $0.nextPollAt) }, uniquingKeysWith: { first, _ in first })
        return enabled.filter { (nextPoll[$0.id] ?? now) <= now }
    }

    private func poll(_ sources: [Source], _ summary: inout CycleSummary) async throws {
        try await withThrowingTaskGroup(of: (Int, SourcePoller.Fetched).self) { group in
            var started = 0
            var waiting: [Int: SourcePoller.Fetched] = [:]
            var concluded = 0
            func startMore() {
                while started < sources.count, started - concluded < Self.window {
                    let index = started
                    group.addTask { [poller] in (index, try await poller.fetch(sources[index])) }
                    started += 1
                }
            }
            startMore()
            while let (index, fetched) = try await group.next() {
                waiting[index] = fetched
                while let next = waiting.removeValue(forKey: concluded) {
                    concluded += 1
                    if next.isOurs {
                        summary.failures.append((next.source.id, next.outcome.name))
                        progress("  \(concluded)/\(sources.count) \(next.source.id): \(next.outcome.name)")
                        continue
                    }
                    note(try await poller.conclude(next), &summary, of: sources.count)
                }
                startMore()
            }
        }
    }

    private func note(_ polled: SourcePoller.Polled, _ summary: inout CycleSummary, of total: Int) {
        summary.polled += 1
        let place = "  \(summary.polled)/\(total) \(polled.source): "
        if let report = polled.report {
            summary.add(report)
            progress(
                "\(place)\(CycleSummary.counted(report.items, "item")), \(report.newItems) new\(Self.alerts(report))")
        } else if PollOutcome(rawValue: polled.outcome)?.isUnchanged == true {
            summary.unchanged += 1
            progress("\(place)unchanged (\(polled.outcome))")
        } else {
            summary.failures.append((polled.source, "\(polled.outcome): \(polled.detail)"))
            progress("\(place)\(polled.outcome): \(polled.detail)")
        }
    }

    private static func alerts(_ report: IntakeReport) -> String {
        report.alerts.isEmpty ? "" : ", " + CycleSummary.counted(report.alerts.count, "alert")
    }

    private func settleAwaiting(_ summary: inout CycleSummary) async throws {
        let now = poller.clock.now()
        let due = try await poller.thread.run { [poller] in try poller.place.ledger.awaitingDue(now) }
        for awaiting in due {
            guard let source = poller.engine.source(awaiting.item.source) else { continue }
            guard let report = try await poller.pursue(awaiting, of: source) else { continue }
            summary.settled += 1
            summary.events += report.events
            summary.alerts += report.alerts
            progress("  \(source.id): \(awaiting.item.id) is no longer awaiting\(Self.alerts(report))")
        }
    }
}
