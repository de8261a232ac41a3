internal import ConfigLoading
internal import Foundation
internal import Ledger
internal import SourceFetching
internal import Synchronization
internal import TriggerModel

/// One complete cycle: poll all that is due, settle what awaits, build the mornings that are due (`run --once`, `demo`).
///
/// Sources are fetched side by side and concluded in the order of their ids, so that a cycle killed anywhere and run
/// again ends in the same state as an undisturbed one.
struct WatchCycle {
    let poller: SourcePoller
    let options: CycleOptions
    let progress: @Sendable (String) -> Void

    /// Documents held in memory or on their way at most.
    private static let documents = 32
    /// Sources that may be ahead of the one that is concluded next, unchanged ones among them.
    private static let window = 256
    /// Unchanged sources that one commit waits for at most.
    private static let batch = 128

    func run() async throws -> CycleSummary {
        let clock = poller.clock
        try await poller.thread.run { [poller] in
            let publisher = OutboxPublisher(place: poller.place)
            try publisher.recover(at: clock.now())
            _ = try publisher.publish(at: clock.now())
        }
        var summary = CycleSummary()
        let states = try await poller.thread.run { [poller] in try poller.place.ledger.allSourceStates() }
        let known = Dictionary(states.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        try await withTaskExecutorPreference(poller.fetcher.executor) {
            try await poll(dueSources(states), after: known, &summary)
        }
        await compareDailyIndexes(&summary)
        try await settleAwaiting(&summary)
        do {
            try await runMornings(&summary)
        } catch {
            broke("digests", error, &summary)
        }
        return summary
    }

    private func runMornings(_ summary: inout CycleSummary) async throws {
        let now = poller.clock.now()
        let (released, round) = try await poller.thread.run { [poller, options] in
            let budgets = poller.engine.configuration.settings.budgets
            let released = try poller.place.ledger.commit(at: now) { try $0.releaseHeld(budgets) }
            let round = try MorningRunner(engine: poller.engine, place: poller.place)
                .run(at: now, atOnce: options.sendsDigestsNow)
            _ = try OutboxPublisher(place: poller.place).publish(at: now)
            return (released, round)
        }
        summary.alerts += released
        if !released.isEmpty { progress("  \(CycleSummary.counted(released.count, "alert")) held back before") }
        summary.digestReps = round.served
        for failure in round.failures {
            summary.failures.append(("digest of \(failure.rep)", failure.detail))
            progress("  digest of \(failure.rep): \(failure.detail)")
        }
    }

    private func dueSources(_ states: [SourceState]) -> [Source] {
        let enabled = poller.engine.configuration.sources.filter(\.isEnabled)
        guard !options.pollsEverything else { return enabled }
        let now = poller.clock.now()
        let later = Set(states.filter { $0.nextPollAt > now }.map(\.source))
        return enabled.filter { !later.contains($0.id) }
    }

    /// - Parameter states: what the ledger remembers of each source; a cycle polls each once.
    private func poll(
        _ sources: [Source], after states: [String: SourceState], _ summary: inout CycleSummary
    ) async throws {
        let arrivals = Arrivals()
        try await withThrowingTaskGroup(of: Void.self) { group in
            var started = 0
            var waiting: [Int: SourcePoller.Fetched] = [:]
            // In the order of the sources, not concluded yet.
            var ready: [SourcePoller.Fetched] = []
            var taken = 0
            var concluded = 0
            while true {
                // What is under way may become a document.
                var held = started - taken - waiting.values.count { !$0.holdsDocument }
                while started < sources.count, started - concluded < Self.window, held < Self.documents {
                    let index = started
                    group.addTask { [poller] in
                        let fetched = await poller.fetch(sources[index], after: states[sources[index].id])
                        arrivals.add(fetched, at: index)
                    }
                    started += 1
                    held += 1
                }
                let isUnderWay = try await group.next() != nil
                waiting.merge(arrivals.takeAll()) { first, _ in first }
                while let next = waiting.removeValue(forKey: taken) {
                    taken += 1
                    ready.append(next)
                }
                // What has not changed can wait for company: a commit waits for the disk, whatever it holds.
                let isEnough = ready.count >= Self.batch || ready.contains { $0.holdsDocument }
                guard isEnough || !isUnderWay else { continue }
                guard !ready.isEmpty else { return }
                await conclude(ready, &summary, of: sources.count)
                concluded = taken
                ready = []
            }
        }
    }

    /// One source whose poll cannot be kept stops no other: nothing of it was committed, and it stays due.
    private func conclude(_ ready: [SourcePoller.Fetched], _ summary: inout CycleSummary, of total: Int) async {
        for ours in ready where ours.isOurs {
            summary.failures.append((ours.source.id, ours.outcome.name))
            progress("  \(ours.source.id): \(ours.outcome.name)")
        }
        let theirs = ready.filter { !$0.isOurs }
        let answers: [Result<SourcePoller.Conclusion, any Error>]
        do {
            answers = try await poller.conclude(theirs)
        } catch {
            // Committed they are; what keeps their files back is tried again with the next sources and at the end.
            return broke("queue", error, &summary)
        }
        for (fetched, answer) in zip(theirs, answers) {
            do {
                note(try await finish(answer.get()), &summary, of: total)
            } catch {
                broke(fetched.source.id, error, &summary)
            }
        }
    }

    private func broke(_ what: String, _ error: any Error, _ summary: inout CycleSummary) {
        summary.broken += 1
        summary.failures.append((what, "\(error)"))
        progress("  \(what): \(error)")
    }

    /// Fetches what a poll needs beside its first document.
    private func finish(_ conclusion: SourcePoller.Conclusion) async throws -> SourcePoller.Polled {
        var conclusion = conclusion
        while case .needs(let further) = conclusion {
            conclusion = try await poller.conclude([poller.fetch(further)])[0].get()
        }
        guard case .polled(let polled) = conclusion else { throw CommandFailure(.software, "a poll without an end") }
        return polled
    }

    private func note(_ polled: SourcePoller.Polled, _ summary: inout CycleSummary, of total: Int) {
        summary.polled += 1
        defer { tell(polled.opened, polled.source) }
        let place = "  \(summary.polled)/\(total) \(polled.source): "
        if let report = polled.report {
            summary.add(report)
            progress(
                "\(place)\(CycleSummary.counted(report.items, "item")), \(report.newItems) new\(Self.seeded(report))\(Self.awaiting(report))\(Self.alerts(report))"
            )
        } else if PollOutcome(rawValue: polled.outcome)?.isUnchanged == true {
            summary.unchanged += 1
            progress("\(place)unchanged (\(polled.outcome))")
        } else {
            summary.failures.append((polled.source, "\(polled.outcome): \(polled.detail)"))
            progress("\(place)\(polled.outcome): \(polled.detail)")
        }
    }

    private func tell(_ opened: [Fault], _ source: String) {
        for fault in opened { progress("  \(source): \(fault.kind): \(fault.detail)") }
    }

    private static func seeded(_ report: IntakeReport) -> String {
        guard report.seeded > 0 else { return "" }
        let undated = report.seededUndated > 0 ? ": \(report.seededUndated) without a date to believe" : ""
        return ", \(report.seeded) only remembered at first contact\(undated)"
    }

    private static func awaiting(_ report: IntakeReport) -> String {
        report.awaiting > 0 ? ", \(report.awaiting) awaiting a further document" : ""
    }

    private static func alerts(_ report: IntakeReport) -> String {
        report.alerts.isEmpty ? "" : ", " + CycleSummary.counted(report.alerts.count, "alert")
    }

    /// Pursues what awaits, round by round: a filing's index page leads to its document, and that to its exhibit.
    /// Documents are fetched side by side and settled in the order of their items.
    private func settleAwaiting(_ summary: inout CycleSummary) async throws {
        var broken: Set<StoredItemID> = []
        while true {
            let now = poller.clock.now()
            let due = try await poller.thread.run { [poller] in try poller.place.ledger.awaitingDue(now) }
                .filter { !broken.contains($0.id) }
            guard !due.isEmpty else { return }
            var rest = due.sorted { $0.id < $1.id }[...]
            while !rest.isEmpty {
                let batch = rest.prefix(Self.documents)
                rest = rest.dropFirst(batch.count)
                let attempts = await withTaskGroup(of: SourcePoller.Attempt.self) { [poller] group in
                    for awaiting in batch { group.addTask { await poller.attempt(awaiting) } }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                for attempt in attempts.sorted(by: { $0.awaiting.id < $1.awaiting.id }) {
                    let item = attempt.awaiting.item
                    do {
                        guard let report = try await poller.settle(attempt) else { continue }
                        summary.settled += 1
                        summary.events += report.events
                        summary.alerts += report.alerts
                        progress("  \(item.source): \(item.id) is no longer awaiting\(Self.alerts(report))")
                        tell(report.opened, item.source)
                    } catch {
                        broken.insert(attempt.awaiting.id)
                        broke(item.source, error, &summary)
                    }
                }
            }
        }
    }

    /// Compares each filing source with the indexes of the days that are ready.
    private func compareDailyIndexes(_ summary: inout CycleSummary) async {
        for source in poller.engine.configuration.sources where source.isEnabled && source.dailyIndex != nil {
            do {
                try await compareDailyIndex(source, &summary)
            } catch {
                broke(source.id, error, &summary)
            }
        }
    }

    private func compareDailyIndex(_ source: Source, _ summary: inout CycleSummary) async throws {
        while true {
            let compared = try await poller.compareDailyIndex(source)
            guard !compared.detail.isEmpty else { break }
            progress("  \(source.id): \(compared.detail)")
            if let report = compared.report { summary.add(report) }
            guard compared.next <= poller.clock.now() else { break }
        }
    }
}

/// Where the tasks of a cycle leave what they fetched, so that all that has come by the time of a commit is concluded
/// together.
private final class Arrivals: Sendable {
    private let fetched = Mutex<[Int: SourcePoller.Fetched]>([:])

    func add(_ one: SourcePoller.Fetched, at index: Int) { fetched.withLock { $0[index] = one } }

    func takeAll() -> [Int: SourcePoller.Fetched] {
        fetched.withLock { fetched in
            defer { fetched = [:] }
            return fetched
        }
    }
}
