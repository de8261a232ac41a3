import ConfigLoading
import Foundation
import Ledger
import TriggerModel

@testable import WatcherRuntime

/// What the ledger says after the simulated month, held against what happened in it.
struct SimulatedMonthCheck {
    typealias Plan = SimulatedMonthPlan

    /// Alarms on healthy sources that are let pass: news that come at random are sometimes late. One in twenty years a
    /// source is the rule's own aim, which makes about 0.6 in the days that these 200 are judged.
    static let mostFalseAlarms = 2

    /// Everything that is not as it should be, in words.
    private(set) var findings: [String] = []
    private(set) var falseAlarms: [String] = []
    private var tallies: [Plan.Trouble: Tally] = [:]
    private var items = 0
    private var published = 0
    private var rolledOver = 0
    private var polls = 0
    private var alerts = 0

    private struct Tally {
        var injected = 0
        var found = 0
        var opened = 0
        var closed = 0
        /// The largest share of the learnt gap that passed before a fault was found.
        var worst: Double?
    }

    init(_ world: SimulatedMonthWorld) throws {
        let faults = Dictionary(grouping: try world.ledger.faults(since: Timestamp(seconds: 0)), by: \.fault.scope)
        let stored = try Self.stored(world.ledger)
        for site in world.sites {
            let own = faults[FaultScope.source(site.id)] ?? []
            judge(site, own, world)
            try count(site, stored[site.id] ?? [], own, world.ledger)
        }
        try conserve(world)
        try judgeAlerts(world)
    }

    // MARK: Faults

    private mutating func judge(_ site: SimulatedMonthSite, _ faults: [PastFault], _ world: SimulatedMonthWorld) {
        guard let trouble = site.trouble else {
            for one in faults { falseAlarms.append("\(site.id) \(site.habit) \(site.form): \(line(one))") }
            return
        }
        var tally = tallies[trouble.kind] ?? Tally()
        tally.injected += 1
        let end = trouble.end ?? Plan.end
        let wait = world.longestWait(site)
        let hidden = site.news.count { $0.at > trouble.start && $0.at <= end.adding(seconds: wait) }
        var expected = trouble.kind.faults
        if trouble.kind.needsRhythm, trouble.learnedGap == nil {
            findings.append("\(site.id) \(site.habit): no learnt gap when \(trouble.kind) began")
            expected.removeAll { $0 == "stale" || $0 == "stopped" }
        }
        var allowed = expected
        if trouble.kind.isOutage { allowed.append("stopped") }
        if hidden >= site.capacity, trouble.kind.isOutage || trouble.kind.needsRhythm || trouble.kind == .emptied {
            allowed.append(FaultKind.gap)
        }
        for one in faults where !allowed.contains(one.fault.kind) {
            findings.append("\(site.id) \(trouble.kind): unexpected \(line(one)); began \(trouble.start), ended \(end)")
        }
        var isFound = true
        for kind in expected {
            let rows = faults.filter { $0.fault.kind == kind }
            tally.opened += rows.count
            tally.closed += rows.count { $0.closedAt != nil }
            guard rows.count == 1, let one = rows.first else {
                findings.append(
                    "\(site.id) \(site.habit) \(site.form) \(trouble.kind): \(kind) opened \(rows.count) times, from \(trouble.start) to \(end), gap \(trouble.learnedGap.map { "\($0 / 3600) h" } ?? "unknown"): \(rows.map { line($0) })"
                )
                isFound = false
                continue
            }
            let delay = one.fault.openedAt.seconds(since: trouble.start)
            let most = (trouble.learnedGap ?? (trouble.kind.polls - 1) * wait) + wait
            if delay < 0 || delay > most {
                findings.append(
                    "\(site.id) \(trouble.kind): \(kind) found after \(delay / 3600) h, allowed \(most / 3600) h")
                isFound = false
            }
            if let gap = trouble.learnedGap { tally.worst = max(tally.worst ?? 0, Double(delay) / Double(gap)) }
            close(one, site, trouble, end, wait)
        }
        for kind in Set(allowed).subtracting(expected) where faults.count(where: { $0.fault.kind == kind }) > 1 {
            findings.append("\(site.id) \(trouble.kind): \(kind) opened more than once")
        }
        if isFound { tally.found += 1 }
        tallies[trouble.kind] = tally
    }

    /// A fault ends with the first look after the trouble is over; a notice by itself after its days; and a gap with the
    /// next news.
    private mutating func close(
        _ one: PastFault, _ site: SimulatedMonthSite, _ trouble: SimulatedMonthTrouble, _ end: Timestamp, _ wait: Int
    ) {
        let latest: Timestamp
        switch trouble.kind {
        // Until the operator corrects the address.
        case .moved:
            if one.closedAt != nil { findings.append("\(site.id) moved: \(line(one)) closed by itself") }
            return
        case .guidChurn, .guidReuse: latest = one.fault.openedAt.adding(days: 9)
        case .rollover, .rolloverWithPages:
            latest = (site.news.first { $0.at > one.fault.openedAt }?.at ?? end).adding(seconds: wait)
        case .frozen, .frozenButBuilt, .damaged:
            latest = max(end, site.news.first { $0.at > trouble.start }?.at ?? end).adding(seconds: wait)
        default: latest = end.adding(seconds: max(wait, 6 * 3600 + Plan.tick))
        }
        guard let closed = one.closedAt, closed <= latest else {
            findings.append("\(site.id) \(trouble.kind): \(line(one)) not closed by \(latest)")
            return
        }
        if closed < end, trouble.kind.isOutage {
            findings.append("\(site.id) \(trouble.kind): \(line(one)) closed before \(end)")
        }
    }

    private func line(_ one: PastFault) -> String {
        "\(one.fault.kind) \(one.fault.openedAt)–\(one.closedAt.map(\.description) ?? "open"): \(one.fault.detail.prefix(160))"
    }

    // MARK: Items

    /// Every item by what the checks know it by.
    private static func stored(_ ledger: WatchLedger) throws -> [String: [StoredItem]] {
        var all: [String: [StoredItem]] = [:]
        var last = StoredItemID(0)
        while true {
            let some = try ledger.items(since: Timestamp(seconds: 0), after: last, limit: 2000)
            guard let end = some.last else { return all }
            last = end.id
            for item in some { all[item.item.source, default: []].append(item) }
        }
    }

    private mutating func count(
        _ site: SimulatedMonthSite, _ stored: [StoredItem], _ faults: [PastFault], _ ledger: WatchLedger
    ) throws {
        var times: [String: Int] = [:]
        for item in stored {
            var key = site.form == .filings ? item.item.id : item.item.activity?.what ?? item.item.title ?? ""
            if key.hasSuffix(" again") { key.removeLast(" again".count) }
            times[key, default: 0] += 1
        }
        items += stored.count
        if site.trouble?.kind == .flips, stored.contains(where: { $0.revisions > 1 }) {
            findings.append("\(site.id): revised more than once by two servers in turn")
        }
        if site.trouble?.kind == .skew, !stored.contains(where: { $0.dateFlag == .future }) {
            findings.append("\(site.id): no date of the future was noticed")
        }
        // What was not there at first contact waits for its page, and the last ones may still wait.
        for item in stored where site.form == .articles {
            let published = item.item.published ?? Plan.end
            guard published > Plan.start, published < Plan.end.adding(days: -2) else { continue }
            if item.item.content?.contains("went home in time") != true {
                findings.append("\(site.id): the page of \(item.item.title ?? item.item.id) was not read")
            }
        }
        // What stood on the first document or came later; the last ones may still be to come.
        let listed = site.listed(at: Plan.start).count
        let before = site.form == .activities ? listed : max(0, listed - site.capacity)
        guard let state = try ledger.sourceState(site.id) else {
            findings.append("\(site.id): never polled")
            return
        }
        let due = site.news[before...].filter { $0.at <= state.lastPolledAt }
        published += due.count
        for one in due {
            switch times.removeValue(forKey: site.key(one)) ?? 0 {
            case 1: continue
            case 0:
                let isTold = faults.contains {
                    $0.fault.kind == FaultKind.gap && $0.fault.openedAt >= one.at
                        && $0.fault.detail.contains("may be missing")
                        && Self.gapStart($0).map { $0 <= one.at } ?? false
                }
                if isTold {
                    rolledOver += 1
                } else {
                    findings.append(
                        "\(site.id) \(site.trouble.map { "\($0.kind)" } ?? "healthy"): lost \(site.key(one)) of \(one.at)"
                    )
                }
            case let count: findings.append("\(site.id): \(site.key(one)) is there \(count) times")
            }
        }
        for (key, count) in times {
            findings.append("\(site.id): \(count) times \(key), which nobody published by then")
        }
    }

    /// "what came after … may be missing".
    private static func gapStart(_ gap: PastFault) -> Timestamp? {
        gap.fault.detail.split(separator: "what came after ").dropFirst().first
            .flatMap { Timestamp(rfc3339: String($0.prefix(20))) }
    }

    private mutating func conserve(_ world: SimulatedMonthWorld) throws {
        var new = 0
        for number in Plan.start.day.daysSince1970...Plan.end.day.daysSince1970 {
            let day = CalendarDay(daysSince1970: number)
            let all = try world.ledger.conservation(on: day)
            polls += all.polls
            new += all.items.new
            if !all.isBalanced { findings.append("\(day): \(all)") }
            for site in world.sites where try !world.ledger.conservation(on: day, source: site.id).isBalanced {
                findings.append("\(day): \(site.id) is not balanced")
            }
        }
        if new != items { findings.append("\(new) new items were counted, \(items) are there") }
        let waiting = try world.ledger.status(on: Plan.end.day).awaiting
        if waiting != 0 { findings.append("\(waiting) items still wait") }
    }

    private mutating func judgeAlerts(_ world: SimulatedMonthWorld) throws {
        let all = try world.ledger.alerts(since: Timestamp(seconds: 0), limit: 100_000)
        alerts = all.count
        let first = all.filter { $0.updates == nil }
        for (one, same) in Dictionary(grouping: first, by: { "\($0.account.id) \($0.event)" }) where same.count > 1 {
            findings.append("alerted \(same.count) times: \(one)")
        }
        let told = Dictionary(grouping: first, by: \.account.id).mapValues(\.count)
        if told != ["northgate": 1, "tallgrass": 1, "calder": 1] { findings.append("alerts by account: \(told)") }
        let files = try FileManager.default.contentsOfDirectory(
            atPath: world.polling.watch.configuration.settings.directories.queue + "/new")
        if Set(files).count != files.count || files.count > all.count { findings.append("queue: \(files)") }
    }

    // MARK: Telling

    func table(after duration: Duration) -> String {
        func column(_ text: String, _ width: Int) -> String {
            text.count < width ? text + String(repeating: " ", count: width - text.count) : text + " "
        }
        var lines = ["", column("trouble", 20) + "injected  found  opened  closed  latest ÷ learnt gap"]
        for kind in Plan.Trouble.allCases {
            guard let tally = tallies[kind] else { continue }
            let worst = tally.worst.map { "\(Double(Int($0 * 100)) / 100)" } ?? "–"
            lines.append(
                column(kind.rawValue, 20) + column("\(tally.injected)", 10) + column("\(tally.found)", 7)
                    + column("\(tally.opened)", 8) + column("\(tally.closed)", 8) + worst)
        }
        lines.append(
            "\(polls) polls, \(published) published, \(items) items, \(rolledOver) rolled over inside a told gap, "
                + "\(alerts) alerts, \(falseAlarms.count) false alarms, \(duration)")
        return (lines + falseAlarms.map { "false alarm: \($0)" }).joined(separator: "\n")
    }
}
