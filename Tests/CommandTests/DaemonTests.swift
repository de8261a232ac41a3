import Foundation
import Ledger
import LoopbackServer
import Testing
import TriggerModel

extension CommandSuite {
    /// The daemon under a service manager: readiness, reload, watchdog, stop.
    @Suite("whynow run")
    struct DaemonTests {
        private let server: LoopbackServer
        private let watched: Watched
        private let socket: NotifySocket
        private let now = Timestamp(seconds: Int(Date().timeIntervalSince1970))

        init() throws {
            server = try LoopbackServer()
            watched = try Watched(
                sources: Watched.feed("feed", server.url("/feed")),
                companies: (0..<4).map { .init(id: "c\($0)", name: InventedNames.company($0), owner: "ada") })
            socket = try NotifySocket(path: "\(watched.folder.path)/notify")
            server.setRoute("/feed", stories([]))
        }

        private func stories(_ companies: [Int], word: String = "hit by ransomware attack") -> LoopbackRoute {
            .text(
                FeedText.atom(
                    "Anybody",
                    companies.map {
                        Story(
                            id: "\(word)-\($0)", title: "\(InventedNames.company($0)) \(word)",
                            at: now.adding(seconds: -60))
                    }), type: "application/atom+xml")
        }

        private func start(_ more: [String: String] = [:]) throws -> Daemon {
            try Daemon(config: watched.config, environment: ["NOTIFY_SOCKET": socket.path].merging(more) { $1 })
        }

        private func stop(_ daemon: Daemon) throws {
            daemon.send(SIGTERM)
            _ = try socket.next(with: "STOPPING")
            let end = try daemon.waitForEnd()
            #expect(end.code == 0)
            #expect(end.seconds < 5)
        }

        @Test("says READY with its status once it watches, polls, delivers, and leaves state in order when stopped")
        func readyAndStop() throws {
            server.setRoute("/feed", stories([0]))
            let daemon = try start()
            let ready = try socket.next(with: "READY")
            #expect(ready["READY"] == "1")
            #expect(ready["STATUS"] == "Watching 1 sources" || ready["STATUS"] == "Watching 1 source")
            try daemon.waitForLine(with: "alert ")
            #expect(try watched.alerts().compactMap { $0["data"]?["account"]?["id"]?.text } == ["c0"])
            try stop(daemon)
            try watched.look { (ledger) throws in
                try ledger.checkIntegrity()
                #expect(try ledger.unfinishedOutboxNames() == [])
                #expect(try ledger.conservation(on: now.day).isBalanced)
            }
        }

        @Test(
            "keeps the running configuration when the new one is broken, says so everywhere, and takes the mended one")
        func reload() throws {
            // A server that asks to be tried again in a second is polled every second: no waiting for the interval.
            let later = LoopbackRoute.always(.tryLater("1", status: 503))
            server.setRoute("/feed", later)
            let daemon = try start()
            _ = try socket.next(with: "READY")
            try daemon.waitForLine(with: "server-error")

            try watched.folder.write("triggers:\n  site.canteen: { kind: evnt }\n", to: "config/rules/local.yaml")
            let before = Self.monotonicMicroseconds()
            daemon.send(SIGHUP)
            let reloading = try socket.next(with: "RELOADING")
            let stamp = try #require(UInt64(reloading["MONOTONIC_USEC"] ?? ""))
            #expect(stamp >= before && stamp <= Self.monotonicMicroseconds())
            let refused = try socket.next(with: "READY")
            #expect(refused["STATUS"]?.contains("rules/local.yaml") == true, "\(refused)")
            let line = try daemon.waitForLine(with: "reload refused")
            #expect(line.contains("the old configuration goes on"))
            let bad = try status()
            #expect(bad["faults"]?.elements.map { $0["kind"] }.contains("bad-reload") == true, "\(bad)")

            // The old rules still watch.
            server.setRoute("/feed", stories([0]))
            try daemon.waitForLine(with: "alert ")
            #expect(try watched.alerts().count == 1)

            // Mended: the new rule and a new source are in force at once, and the fault is closed.
            try watched.folder.write(
                ContractWorld.rule(trial: "Acme opens canteen"), to: "config/rules/local.yaml")
            server.setRoute("/other", stories([1], word: "opens canteen"))
            try watched.write(
                sources: Watched.feed("feed", server.url("/feed")) + Watched.feed("other", server.url("/other")))
            daemon.send(SIGHUP)
            _ = try socket.next(with: "RELOADING")
            #expect(try socket.next(with: "READY")["STATUS"]?.contains("2 sources") == true)
            #expect(try daemon.waitForLine(with: "alert ").contains("canteen"))
            #expect(
                try watched.alerts().map { $0["data"]?["trigger"]?.text ?? "" }.sorted() == [
                    "cyber.incident", "site.canteen",
                ])
            #expect(try status()["faults"] == [])
            try stop(daemon)
        }

        @Test("stops within five seconds and exit 0 while a transfer drips, and fetches again what was in flight")
        func stopWhileDripping() async throws {
            try watched.folder.write(
                String(contentsOfFile: watched.config + "/whynow.yaml", encoding: .utf8)
                    .replacing("transfer: 3 seconds", with: "transfer: 10 minutes"), to: "config/whynow.yaml")
            guard case .always(let whole) = stories([2]) else { return }
            var dripping = whole
            dripping.manner = .drip(milliseconds: 200)
            server.setRoute("/feed", .inTurn([dripping, whole]))
            let daemon = try start()
            _ = try socket.next(with: "READY")
            _ = await server.waitForRequests(count: 1)
            try stop(daemon)
            #expect(
                try watched.look { try $0.sourceState("feed") } == nil, "a transfer that we dropped counts as a poll")

            let second = try start()
            try second.waitForLine(with: "alert ")
            #expect(try watched.alerts().count == 1)
            try stop(second)
        }

        @Test("reloads when asked right after READY, and when asked twice at once")
        func reloadAtOnce() throws {
            let daemon = try start()
            _ = try socket.next(with: "READY")
            for _ in 0..<3 {
                daemon.send(SIGHUP)
                daemon.send(SIGHUP)
                _ = try socket.next(with: "RELOADING")
                _ = try socket.next(with: "READY")
            }
            try stop(daemon)
        }

        @Test("reloads when asked while it is still starting")
        func reloadAtStart() throws {
            let daemon = try start()
            try daemon.waitForLine(with: "reading the configuration")
            daemon.send(SIGHUP)
            try daemon.waitForLine(with: "is in force")
            try stop(daemon)
        }

        @Test("keeps watching when the configuration directory is gone at a reload")
        func directoryGone() throws {
            server.setRoute("/feed", .always(.tryLater("1", status: 503)))
            let daemon = try start()
            _ = try socket.next(with: "READY")
            try FileManager.default.moveItem(atPath: watched.config, toPath: watched.config + ".away")
            daemon.send(SIGHUP)
            _ = try socket.next(with: "RELOADING")
            #expect(try socket.next(with: "READY")["STATUS"]?.hasPrefix("Reload refused") == true)
            server.setRoute("/feed", stories([0]))
            try daemon.waitForLine(with: "alert ")
            try stop(daemon)
        }

        @Test("fetches at once again what a reload interrupted")
        func reloadWhileDripping() throws {
            guard case .always(let whole) = stories([2]) else { return }
            var dripping = whole
            dripping.manner = .drip(milliseconds: 1000)
            server.setRoute("/feed", .inTurn([dripping, whole]))
            let daemon = try start()
            _ = try socket.next(with: "READY")
            daemon.send(SIGHUP)
            _ = try socket.next(with: "RELOADING")
            try daemon.waitForLine(with: "alert ")
            #expect(server.requests.count <= 2)
            #expect(try watched.look { try $0.openFaults() } == [])
            try stop(daemon)
        }

        @Test("feeds the watchdog at least twice as often as it asks for")
        func watchdog() throws {
            let daemon = try start(["WATCHDOG_USEC": "4000000"])
            _ = try socket.next(with: "READY")
            _ = try socket.next(with: "WATCHDOG")
            // Idle now, the loop must go on saying that it is alive.
            for _ in 0..<2 {
                let began = ContinuousClock.now
                _ = try socket.next(with: "WATCHDOG")
                #expect((ContinuousClock.now - began) / .seconds(1) < 3.5)
            }
            try stop(daemon)
        }

        @Test("does not start on a broken configuration and says which file, line and column with 78")
        func brokenStart() throws {
            try watched.folder.write("directories: [\n", to: "config/whynow.yaml")
            let daemon = try start()
            try daemon.waitForLine(with: "whynow.yaml:")
            #expect(try daemon.waitForEnd().code == 78)
            #expect(socket.next(within: 0) == nil)
        }

        @Test("killed with work owed, it pays at the next start before anything else")
        func killedDaemon() async throws {
            server.setRoute("/feed", stories([0, 1, 2, 3]))
            let first = try start()
            _ = await server.waitForRequests(count: 1)
            first.send(SIGKILL)
            #expect(try first.waitForEnd().code == nil)
            let second = try start()
            _ = try socket.next(with: "READY")
            // Each turn of the working loop says that it is alive: the beat of the wait.
            while try watched.alerts().count < 4 { _ = try socket.next(with: "WATCHDOG") }
            try stop(second)
            #expect(try watched.alerts().count == 4)
            #expect(TemporaryFolder.names(watched.queue + "/tmp").isEmpty)
            try watched.look { (ledger) throws in
                #expect(try ledger.unfinishedOutboxNames() == [])
                #expect(try ledger.conservation(on: now.day).isBalanced)
            }
        }

        // MARK: Waiting

        private func status() throws -> JSONValue {
            let run = try BuiltProgram.run(["status", "--json", "--config", watched.config])
            // With a broken rule file the settings still load, so status answers.
            #expect(run.exitCode == 0, "\(run.talk)")
            return try JSONValue(run.text)
        }

        private static func monotonicMicroseconds() -> UInt64 {
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1000
        }
    }
}
