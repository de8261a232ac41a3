import ConfigLoading
import Foundation
import Ledger
import LoopbackServer
import SourceRhythm
import TriggerModel

@testable import WatcherRuntime

/// The two hundred sources of the simulated month behind loopback servers, and the watcher that reads them.
final class SimulatedMonthWorld {
    typealias Plan = SimulatedMonthPlan

    /// News that are a reason to call: each is told by two sources.
    static let headlines = [
        "Northgate Mills names Jane Roe chief financial officer",
        "Tallgrass Foods Company appoints Ann Orchard as chief financial officer",
        "Calder Bearings names Ivo Lund chief executive officer",
    ]

    let time: VirtualTime
    let sites: [SimulatedMonthSite]
    let polling: PollingWorld
    private let main: LoopbackServer
    private let mirror: LoopbackServer
    /// Servers of their own for hosts that refuse or want to be left alone: pauses are a host's, not a source's.
    private var own: [Int: (server: LoopbackServer?, port: Int)] = [:]
    private var dropped: [Int: Int] = [:]
    private let folder: String

    init() throws {
        let time = VirtualTime(Plan.start)
        self.time = time
        let entries = Plan.sources()
        var tellers = entries.indices.filter {
            entries[$0].trouble == nil && entries[$0].habit == .workingDays && entries[$0].form != .page
        }[...]
        var headlines: [Int: (String, Timestamp)] = [:]
        for (index, text) in Self.headlines.enumerated() {
            for _ in 0..<2 { headlines[tellers.removeFirst()] = (text, Plan.monthStart.adding(days: 2 + 4 * index)) }
        }
        let sites = entries.enumerated().map { number, entry in
            SimulatedMonthSite(number, entry, time: time, headline: headlines[number])
        }
        self.sites = sites
        main = try LoopbackServer()
        mirror = try LoopbackServer()
        folder = FileManager.default.temporaryDirectory.path + "/simulated-month-\(UUID().uuidString)"
        var sources: [Source] = []
        for site in sites {
            site.movedTo = mirror.baseURL
            mirror.setRoute(site.path, .made { site.answerAtNewHome($0) })
            for (path, route) in Self.routes(site) { main.setRoute(path, route) }
            var address = main.url(site.path)
            if site.form == .activities {
                address = folder + "/" + site.id
                try FileManager.default.createDirectory(atPath: address, withIntermediateDirectories: true)
            } else if site.trouble?.kind == .refused || site.trouble?.kind == .limited {
                let server = try LoopbackServer(routes: Self.routes(site))
                own[site.number] = (server, server.port)
                address = server.url(site.path)
            } else if site.form == .filings {
                address += "?action=getcurrent&output=atom&count=\(site.capacity)"
            }
            sources.append(site.source(at: address))
        }
        polling = try PollingWorld(sources, server: main, time: time)
    }

    private static func routes(_ site: SimulatedMonthSite) -> [String: LoopbackRoute] {
        let further = site.filingRoutes + site.articleRoutes
        return Dictionary(uniqueKeysWithValues: [(site.path, .made { site.answer($0) })] + further)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var ledger: WatchLedger { polling.ledger }

    /// Drives the watcher from tick to tick to the end.
    func run() async throws {
        var lastDay = time.moment.day
        while time.moment < Plan.end {
            try beginTroubles()
            try refuse()
            try dropActivities()
            try await polling.cycle()
            if time.moment.day != lastDay {
                lastDay = time.moment.day
                _ = try ledger.agedFaults(at: time.moment)
                while try ledger.prune(Retention(), now: time.moment).hasMore {}
            }
            time.move(to: try next())
        }
    }

    /// The next tick at which anything happens.
    private func next() throws -> Timestamp {
        let now = time.moment
        let polls = try ledger.allSourceStates(withRhythms: false).map(\.nextPollAt)
        let troubles = sites.compactMap(\.trouble).flatMap { [$0.start, $0.end].compactMap(\.self) }
        let awaiting = try ledger.nextAwaiting().map { [$0] } ?? []
        let next = (polls + troubles + awaiting).filter { $0 > now }.min() ?? Plan.end
        let ticks = (next.seconds(since: Plan.start) + Plan.tick - 1) / Plan.tick
        return max(now.adding(seconds: Plan.tick), Plan.start.adding(seconds: ticks * Plan.tick))
    }

    // MARK: What happens in the world

    /// A trouble lasts as long as it must to be seen: what only the rhythm tells, for longer than the learnt gap.
    private func beginTroubles() throws {
        for site in sites {
            guard let trouble = site.trouble, trouble.end == nil, trouble.start <= time.moment else { continue }
            var gap: Int?
            if let stored = try ledger.sourceState(site.id)?.rhythm.flatMap(Rhythm.init(stored:)) {
                gap = stored.learnedGap(at: trouble.start)
            }
            var random = SeededNumbers(Plan.seed * 10_000 + 5000 + site.number)
            let looks = trouble.kind.polls * longestWait(site) + random.number(2..<20) * 3600
            let lasts = trouble.kind.needsRhythm ? (gap ?? 0) + longestWait(site) + looks : looks
            trouble.begin(
                until: trouble.kind == .moved ? Plan.end : trouble.start.adding(seconds: lasts), learnedGap: gap)
        }
    }

    /// Seconds between two polls at most: the slowest interval with its spread, and the tick.
    func longestWait(_ site: SimulatedMonthSite) -> Int { site.habit.slowest * 21 / 20 + Plan.tick }

    private func refuse() throws {
        for site in sites {
            guard let trouble = site.trouble, trouble.kind == .refused, let (server, port) = own[site.number] else {
                continue
            }
            if trouble.isOn(at: time.moment), let server {
                server.stop()
                own[site.number] = (nil, port)
            } else if !trouble.isOn(at: time.moment), server == nil {
                own[site.number] = (try LoopbackServer(routes: Self.routes(site), port: port), port)
            }
        }
    }

    /// Files appear at the time of their news.
    private func dropActivities() throws {
        for site in sites where site.form == .activities {
            let count = site.listed(at: time.moment).count
            let before = dropped[site.number] ?? site.listed(at: Plan.start).count
            guard count > before else { continue }
            dropped[site.number] = count
            let rows = site.news[before..<count].map {
                "download,\($0.at),Northgate Mills,Ida Holm,\(site.title($0))\n"
            }
            let file = "\(folder)/\(site.id)/downloads-\(count).csv"
            try Data(("kind,date,company,person,what\n" + rows.joined()).utf8).write(to: URL(fileURLWithPath: file))
            let changed = Date(timeIntervalSince1970: Double(time.moment.seconds - 60))
            try FileManager.default.setAttributes([.modificationDate: changed], ofItemAtPath: file)
        }
    }
}
