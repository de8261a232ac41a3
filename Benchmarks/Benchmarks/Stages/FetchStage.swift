import Benchmark
import CurlTransfer
import SourceFetching
import TriggerModel

/// Documents from a server on loopback in a process of its own, 64 at a time: libcurl with what we put around it.
enum FetchStage {
    private static let feeds = 500
    private static let atOnce = 64

    static func register() {
        measure("transfer: bodies of 25 KB, as they come") { world in
            try await world.all { url, world in
                try await world.loop.perform(TransferRequest(url: url)).status == 200
            }
        }
        measure("fetch: 200 with new bodies of 25 KB") { world in
            try await world.all { url, world in
                if case .document = await world.fetcher.fetch(FetchRequest(url: url, kind: .feed)) {
                    true
                } else {
                    false
                }
            }
        }
        measure("fetch: 200 with the body of last time") { world in
            try await world.all { url, world in
                let request = FetchRequest(url: url, kind: .feed, previousHash: world.known[url]?.bodyHash)
                if case .sameBody = await world.fetcher.fetch(request) { return true } else { return false }
            }
        }
        measure("fetch: 304") { world in
            try await world.all { url, world in
                let request = FetchRequest(
                    url: url, kind: .feed, validators: world.known[url]?.validators ?? Validators())
                if case .notModified = await world.fetcher.fetch(request) { return true } else { return false }
            }
        }
    }

    /// - Parameter fetch: how many answers were as they should be.
    private static func measure(_ name: String, _ fetch: @escaping @Sendable (World) async throws -> Int) {
        Benchmark(name, configuration: .stage("feed", seconds: 4)) {
            (benchmark: Benchmark, world: World) async throws in
            var good = 0
            try await benchmark.pass(Work(unit: "feed", count: feeds), idle: 0) { good = try await fetch(world) }
            if good != feeds { benchmark.error("\(good) of \(feeds) answers were as expected") }
        } setup: {
            try await World.make()
        } teardown: {
            try ScratchFolder.remove()
        }
    }

    private struct World: Sendable {
        let server: FeedServer
        let loop: TransferLoop
        let fetcher: Fetcher
        let urls: [String]
        /// What the first fetch of each gave.
        var known: [String: Document] = [:]

        static func make() async throws -> World {
            let folder = try ScratchFolder.make("feeds")
            for feed in 0..<feeds { try ScratchFolder.write(InventedFeeds.rss(feed), to: "\(folder)/\(feed).xml") }
            let server = try FeedServer(folder: folder)
            let loop = TransferLoop(
                configuration: TransferConfiguration(
                    userAgent: "whynow-benchmark", addresses: try AddressPolicy(allowing: ["127.0.0.0/8"]),
                    maxConcurrent: atOnce))
            let pacing = PacingSettings(total: atOnce, standard: PacingSettings.Rule(inFlight: atOnce, spacing: 0))
            let fetcher = Fetcher(
                loop: loop, gate: HostGate(settings: pacing), settings: FetchSettings(contact: "bench@seller.example"),
                wallClock: { Timestamp(seconds: 1_781_600_000) })
            let urls = (0..<feeds).map { "\(server.baseURL)/\($0).xml" }
            var world = World(server: server, loop: loop, fetcher: fetcher, urls: urls)
            for url in urls {
                guard case .document(let document) = await fetcher.fetch(FetchRequest(url: url, kind: .feed)) else {
                    continue
                }
                world.known[url] = document
            }
            return world
        }

        /// Asks for every feed, so many at a time; how many times `fetch` said yes.
        func all(_ fetch: @escaping @Sendable (String, World) async throws -> Bool) async throws -> Int {
            try await withTaskExecutorPreference(loop.executor) {
                try await withThrowingTaskGroup(of: Bool.self) { group in
                    var good = 0
                    for (place, url) in urls.enumerated() {
                        if place >= FetchStage.atOnce, try await group.next() == true { good += 1 }
                        group.addTask { try await fetch(url, self) }
                    }
                    return try await group.reduce(into: good) { $0 += $1 ? 1 : 0 }
                }
            }
        }
    }
}
