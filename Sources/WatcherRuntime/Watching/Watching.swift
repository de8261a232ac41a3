internal import ConfigLoading
internal import Foundation
internal import Ledger
internal import Logging
internal import ServiceLifecycle
internal import SourceFetching
internal import Synchronization
internal import TriggerModel

/// The working loop: polls what is due, pursues what awaits, builds mornings, keeps the house.
///
/// One task decides and its children work; they hand their results to a mailbox and wake it. SIGTERM stops the taking
/// of work: what is being committed is finished, transfers in flight are dropped and fetched again at the next start.
final class Watching: Service {
    private struct State {
        var poller: SourcePoller
        var network: Network
        /// The configuration in force, as it was loaded.
        var loaded: LoadResult
        var isStopping = false
        /// A reload has put a new poller in place; the loop must build its schedule anew.
        var isReloaded = false
        var finished: [Finished] = []
    }

    private enum Finished {
        case fetch(SourcePoller.Fetched)
        /// Not even asked; when to try again.
        case noFetch(source: String, next: Timestamp)
        case polls([(source: String, next: Timestamp)])
        /// A poll needs one more document before it can be concluded.
        case needs(SourcePoller.FurtherDocument)
        /// A source was compared with its daily index; when the next is due.
        case compared(source: String, next: Timestamp)
        case awaiting(StoredItemID)
        /// What waits for a further document that is due.
        case look([AwaitingItem])
        /// When to look again.
        case morning(next: Timestamp)
    }

    private let state: Mutex<State>
    private let place: Workplace
    private let thread = LedgerThread()
    private let clock: RuntimeClock
    private let log: Logger
    private let notifier = SystemdNotifier()
    private let signal = WorkSignal()

    /// Seconds between two looks when nothing wakes the loop: few enough to keep the watchdog content.
    private let longestRest: Double
    private static let housekeepingSeconds = 3600
    /// Seconds after which a batch that is still being judged counts as hung, and the watchdog is let loose.
    private static let hungSeconds = 600
    /// Seconds after the ramp in which the first round of polls is expected to end.
    private static let firstRoundSeconds = 30
    /// Seconds after a start or reload before daily indexes are asked for: the first polls go first.
    private static let firstIndexSeconds = 300
    /// Seconds between two looks at what awaits a further document.
    private static let awaitingSeconds = 2
    /// Seconds until a poll or a morning is repeated that could not be committed, as on a full disk.
    private static let uncommittedSeconds = 60

    init(_ loaded: LoadResult, place: Workplace, clock: RuntimeClock, log: Logger) throws {
        let configuration = loaded.configuration
        self.place = place
        self.clock = clock
        self.log = log
        longestRest = min(10, notifier.aliveInterval ?? 10)
        let network = try Network(configuration.settings, clock: clock)
        let poller = SourcePoller(
            engine: ReasonEngine(configuration), place: place, fetcher: network.fetcher, thread: thread, clock: clock)
        state = Mutex(State(poller: poller, network: network, loaded: loaded))
    }

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await loop()
        } onGracefulShutdown: { [self] in
            notifier.stopping()
            state.withLock { $0.isStopping = true }
            signal.raise()
        }
        state.withLock { $0.network }.shutDown()
    }

    // MARK: Reload

    /// Reads the configuration again; a broken one leaves the running one in charge and says so everywhere.
    func reload(from directory: String) async {
        notifier.reloading()
        let (before, engineBefore) = state.withLock { ($0.loaded, $0.poller.engine) }
        let loaded = ConfigLoader(directory: directory).load(after: before)
        let errors = loaded.faults.filter { $0.severity == .error }
        do {
            if let first = errors.first {
                for fault in loaded.faults where fault.severity != .note { log.error("\(fault)") }
                await refuseReload(
                    "\(CycleSummary.counted(errors.count, "error")) in the new configuration, the first: \(first)")
                return
            }
            let earlier = state.withLock { $0.network }
            let network = try Network(loaded.configuration.settings, clock: clock, after: earlier)
            let engine = ReasonEngine(loaded, after: before, engineBefore)
            let now = clock.now()
            try await thread.run { [place] in try StartConfiguration.note(loaded, in: place.ledger, at: now) }
            let directories = state.withLock { $0.poller.engine.configuration.settings.directories }
            if directories != loaded.configuration.settings.directories {
                log.warning("directories changed: restart whynow to move there; until then the old ones are used")
            }
            let old = state.withLock { state -> Network in
                let old = state.network
                state.network = network
                state.loaded = loaded
                state.poller = SourcePoller(
                    engine: engine, place: place, fetcher: network.fetcher, thread: thread, clock: clock)
                state.isReloaded = true
                return old
            }
            // What was in flight over the old connections comes back as cancelled and is polled again at once.
            old.shutDown()
            log.info("configuration \(loaded.configuration.fingerprint.prefix(12)) is in force")
            signal.raise()
        } catch {
            await refuseReload("\(error)")
        }
    }

    private func refuseReload(_ reason: String) async {
        let detail = "\(reason); the old configuration goes on"
        log.error("reload refused: \(detail)")
        let fault = Fault(scope: FaultScope.configuration, kind: "bad-reload", detail: detail, openedAt: clock.now())
        do {
            _ = try await thread.run { [place] in try place.ledger.open(fault) }
        } catch {
            log.error("the fault could not be kept: \(error)")
        }
        notifier.ready(status: "Reload refused: \(detail)")
    }

    // MARK: The loop

    private func loop() async throws {
        var schedule = try await makeSchedule(ramped: true)
        var nightly = makeNightly()
        var inFlight: Set<String> = []
        var pursuits = Pursuits()
        // Documents that came while earlier ones are being concluded; their turn comes together.
        var fetched: [SourcePoller.Fetched] = []
        var concludingSince: Timestamp?
        var isMorningRunning = false
        var isLooking = false
        // A morning that was missed while the machine was off waits for the first round of polls: what happened in the
        // night belongs in it.
        let ramp = state.withLock { $0.poller.engine.configuration.settings }.schedule.ramp
        var nextMorning = clock.now().adding(seconds: ramp + Self.firstRoundSeconds)
        var nextHousekeeping = clock.now()
        var nextLook = clock.now()
        notifier.ready(status: status(schedule))
        log.info("watching \(schedule.count) sources")
        try await withThrowingDiscardingTaskGroup { group in
            while true {
                let (poller, isStopping, isReloaded, finished) = state.withLock { state in
                    defer {
                        state.finished.removeAll()
                        state.isReloaded = false
                    }
                    return (state.poller, state.isStopping, state.isReloaded, state.finished)
                }
                if isStopping {
                    group.cancelAll()
                    return
                }
                for entry in finished {
                    switch entry {
                    case .fetch(let document): fetched.append(document)
                    case .needs(let further):
                        group.addTask { [self] in finish(.fetch(await poller.fetch(further))) }
                    case .compared(let source, let next):
                        if !isReloaded { nightly.insert(source, at: next) }
                    case .noFetch(let source, let next):
                        inFlight.remove(source)
                        if !isReloaded { schedule.insert(source, at: next) }
                    case .polls(let polls):
                        concludingSince = nil
                        for poll in polls {
                            inFlight.remove(poll.source)
                            if !isReloaded { schedule.insert(poll.source, at: poll.next) }
                        }
                    case .look(let due):
                        isLooking = false
                        for awaiting in pursuits.begin(due) {
                            group.addTask { [self] in await pursue(awaiting, poller) }
                        }
                    case .awaiting(let id):
                        pursuits.end(id)
                        nextLook = clock.now()
                    case .morning(let next):
                        isMorningRunning = false
                        nextMorning = next
                    }
                }
                if isReloaded {
                    schedule = try await makeSchedule(ramped: false, except: inFlight)
                    nightly = makeNightly()
                    nextMorning = clock.now()
                    notifier.ready(status: status(schedule))
                }
                let now = clock.now()
                let transfers = poller.engine.configuration.settings.network.transfers
                for id in schedule.takeDue(at: now, limit: max(0, transfers - inFlight.count)) {
                    // One that was taken out while its poll was under way comes back here once.
                    guard let source = poller.engine.source(id), source.isEnabled else { continue }
                    inFlight.insert(id)
                    group.addTask(executorPreference: poller.fetcher.executor) { [self] in await fetch(source, poller) }
                }
                for id in nightly.takeDue(at: now, limit: 1) {
                    guard let source = poller.engine.source(id), source.isEnabled else { continue }
                    group.addTask { [self] in await compareDailyIndex(source, poller) }
                }
                if !fetched.isEmpty, concludingSince == nil {
                    concludingSince = now
                    group.addTask { [self, fetched] in await conclude(fetched, poller) }
                    fetched = []
                }
                if nextLook <= now, !isLooking {
                    nextLook = now.adding(seconds: Self.awaitingSeconds)
                    isLooking = true
                    group.addTask { [self] in await look() }
                }
                if nextMorning <= now, !isMorningRunning {
                    isMorningRunning = true
                    group.addTask { [self] in await runMornings(poller) }
                }
                if nextHousekeeping <= now {
                    nextHousekeeping = now.adding(seconds: Self.housekeepingSeconds)
                    group.addTask { [self] in await keepHouse(poller) }
                }
                // The loop is alive even while a batch is being judged; a batch that never ends is not.
                if concludingSince.map({ now.seconds(since: $0) < Self.hungSeconds }) ?? true { notifier.alive() }
                let next = [
                    schedule.nextDue, nightly.nextDue, isMorningRunning ? nil : nextMorning,
                    pursuits.isEmpty || isLooking ? nil : nextLook,
                ].compactMap(\.self).min()
                let rest = next.map { Double($0.seconds(since: clock.now())) } ?? longestRest
                // With no room left, only the end of a poll can bring some.
                let isFull = inFlight.count >= transfers
                await signal.wait(seconds: isFull ? longestRest : min(max(rest, 0.05), longestRest))
            }
        }
    }

    private func makeSchedule(ramped: Bool, except inFlight: Set<String> = []) async throws -> WatchSchedule {
        let configuration = state.withLock { $0.poller.engine.configuration }
        let states = try await thread.run { [place] in try place.ledger.allSourceStates() }
        let known = Dictionary(states.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        let watched = configuration.sources.filter { $0.isEnabled && !inFlight.contains($0.id) }
        return WatchSchedule(
            due: watched.map { source in (source.id, known[source.id].flatMap { WatchSchedule.next(source, $0) }) },
            now: clock.now(),
            ramp: ramped ? configuration.settings.schedule.ramp : 0)
    }

    /// Sources that are compared with a daily index. The first look says when the next is due.
    private func makeNightly() -> WatchSchedule {
        let sources = state.withLock { $0.poller.engine.configuration.sources }
        let now = clock.now()
        return WatchSchedule(
            due: sources.filter { $0.isEnabled && $0.dailyIndex != nil }.map {
                ($0.id, now.adding(seconds: Self.firstIndexSeconds))
            },
            now: now, ramp: 0)
    }

    private func status(_ schedule: WatchSchedule) -> String { "Watching \(schedule.count) sources" }

    // MARK: Work

    private func fetch(_ source: Source, _ poller: SourcePoller) async {
        do {
            finish(.fetch(try await poller.fetch(source)))
        } catch {
            finish(.noFetch(source: source.id, next: retry(source, after: error)))
        }
    }

    private func conclude(_ fetched: [SourcePoller.Fetched], _ poller: SourcePoller) async {
        let theirs = fetched.filter { !$0.isOurs }
        var polls = fetched.filter(\.isOurs).map { ($0.source.id, clock.now().adding(seconds: $0.rest)) }
        do {
            for (poll, answer) in zip(
                theirs, try await poller.conclude(theirs, until: { [self] in state.withLock { $0.isStopping } }))
            {
                do {
                    switch try answer.get() {
                    case .polled(let polled):
                        polls.append((polled.source, polled.nextPollAt))
                        report(polled)
                    case .needs(let further): finish(.needs(further))
                    }
                } catch {
                    polls.append((poll.source.id, retry(poll.source, after: error)))
                }
            }
        } catch {
            polls += theirs.map { ($0.source.id, retry($0.source, after: error)) }
        }
        finish(.polls(polls.map { (source: $0, next: $1) }))
    }

    private func report(_ polled: SourcePoller.Polled) {
        for fault in polled.opened { log.warning("\(polled.source): \(fault.kind): \(fault.detail)") }
        if let report = polled.report {
            for alert in report.alerts { log.info("alert \(alert.id) for \(alert.rep): \(alert.reason)") }
        } else if !polled.detail.isEmpty {
            log.warning("\(polled.source): \(polled.outcome): \(polled.detail)")
        }
    }

    /// When a source is polled again whose poll could not be kept. Nothing of it was, so nothing is lost: the same
    /// items are new the next time.
    private func retry(_ source: Source, after error: any Error) -> Timestamp {
        log.error("\(source.id): \(error)")
        return clock.now().adding(seconds: min(source.interval, Self.uncommittedSeconds))
    }

    private func look() async {
        do {
            let now = clock.now()
            finish(
                .look(
                    try await thread.run { [place] in
                        try place.ledger.awaitingDue(now, limit: 8 * Pursuits.most)
                    }))
        } catch {
            log.error("looking for what awaits: \(error)")
            finish(.look([]))
        }
    }

    private func pursue(_ awaiting: AwaitingItem, _ poller: SourcePoller) async {
        do {
            let attempt = await poller.attempt(awaiting)
            if let report = try await poller.settle(attempt) {
                for alert in report.alerts { log.info("alert \(alert.id) for \(alert.rep): \(alert.reason)") }
            }
        } catch {
            log.error("\(awaiting.item.source): \(awaiting.item.id): \(error)")
        }
        finish(.awaiting(awaiting.id))
    }

    private func compareDailyIndex(_ source: Source, _ poller: SourcePoller) async {
        var next = clock.now().adding(seconds: Self.uncommittedSeconds)
        do {
            let compared = try await poller.compareDailyIndex(source)
            if !compared.detail.isEmpty { log.info("\(source.id): \(compared.detail)") }
            next = compared.next
        } catch {
            log.error("\(source.id): daily index: \(error)")
        }
        finish(.compared(source: source.id, next: next))
    }

    private func runMornings(_ poller: SourcePoller) async {
        let now = clock.now()
        // A morning that failed stays due: without a pause it would be tried again at once, for ever.
        var next = now.adding(seconds: Self.uncommittedSeconds)
        do {
            let (round, nextDue) = try await thread.run { [place] in
                let runner = MorningRunner(engine: poller.engine, place: place)
                let round = try runner.run(at: now, atOnce: false)
                _ = try OutboxPublisher(place: place).publish(at: now)
                return (round, try runner.nextDue(at: now))
            }
            if !round.served.isEmpty { log.info("digests for \(round.served.joined(separator: ", "))") }
            for failure in round.failures { log.error("digest of \(failure.rep): \(failure.detail)") }
            if round.failures.isEmpty { next = nextDue ?? .distantFuture }
        } catch {
            log.error("digests: \(error)")
        }
        finish(.morning(next: next))
    }

    private func keepHouse(_ poller: SourcePoller) async {
        do {
            let now = clock.now()
            var retention = Retention()
            retention.events = max(retention.events, poller.engine.configuration.settings.retentionDays)
            retention.texts = poller.engine.configuration.settings.retentionDays
            let budgets = poller.engine.configuration.settings.budgets
            let released = try await thread.run { [place] in
                let released = try place.ledger.commit(at: now) { try $0.releaseHeld(budgets) }
                _ = try OutboxPublisher(place: place).publish(at: now)
                try Workplace.closeOldNotices(place.ledger, at: now)
                return released
            }
            for alert in released {
                log.info("alert \(alert.id) for \(alert.rep), held back until now: \(alert.reason)")
            }
            // A fault is told when it opens and then once a day, for as long as it lasts.
            for aged in try await thread.run({ [place] in try place.ledger.agedFaults(at: now) }) {
                let fault = aged.fault
                log.warning(
                    "\(fault.scope): \(fault.kind): open for \(CycleSummary.counted(aged.days, "day")): \(fault.detail)"
                )
            }
            // In small steps, so that polls get their turn in between.
            while try await thread.run({ [place, retention] in try place.ledger.prune(retention, now: now).hasMore }),
                !state.withLock({ $0.isStopping })
            {}
        } catch {
            log.error("housekeeping: \(error)")
        }
    }

    private func finish(_ entry: Finished) {
        state.withLock { $0.finished.append(entry) }
        signal.raise()
    }
}

extension Timestamp {
    /// Later than anything that is ever scheduled.
    fileprivate static let distantFuture = Timestamp(seconds: Int(Int32.max) * 1000)
}
