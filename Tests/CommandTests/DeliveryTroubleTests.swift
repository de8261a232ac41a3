import Foundation
import Ledger
import LoopbackServer
import Testing
import TriggerModel

extension CommandSuite {
    /// What is owed stays owed until it can be delivered, and somebody is told.
    @Suite("Directories that cannot be written")
    struct DeliveryTroubleTests {
        private let server: LoopbackServer

        init() throws { server = try LoopbackServer() }

        private func serve(at time: Timestamp) -> LoopbackRoute {
            .text(
                FeedText.atom(
                    "Anybody",
                    [Story(id: "a", title: "\(InventedNames.company(0)) hit by ransomware attack", at: time)]),
                type: "application/atom+xml")
        }

        private func watched(_ sources: String) throws -> Watched {
            try Watched(sources: sources, companies: [.init(id: "c", name: InventedNames.company(0), owner: "ada")])
        }

        @Test("a queue that breaks under a running daemon opens a fault, and gets everything once it is mended")
        func brokenQueue() throws {
            // Polled every second for ever: each poll also tries what is owed.
            let later = LoopbackRoute.always(.tryLater("1", status: 503))
            server.setRoute("/feed", later)
            let ticker = try LoopbackServer(routes: ["/tick": later])
            let watched = try watched(
                Watched.feed("feed", server.url("/feed")) + Watched.feed("ticker", ticker.url("/tick")))
            let socket = try NotifySocket(path: watched.folder.path + "/notify")
            let daemon = try Daemon(config: watched.config, environment: ["NOTIFY_SOCKET": socket.path])
            _ = try socket.next(with: "READY")

            try FileManager.default.removeItem(atPath: watched.queue + "/new")
            try watched.folder.write("in the way", to: "queue/new")
            server.setRoute("/feed", serve(at: Timestamp(seconds: Int(Date().timeIntervalSince1970) - 60)))
            try daemon.waitForLine(with: "alert ")
            let broken = try status(watched)
            let fault = broken["faults"]?.elements.first { $0["scope"] == "queue" }
            #expect(fault?["kind"] == "not-writable")
            #expect(fault?["detail"]?.text?.contains(watched.queue) == true, "\(broken)")
            #expect(broken["ledger"]?["outboxStaged"] == 1)

            try FileManager.default.removeItem(atPath: watched.queue + "/new")
            while try watched.alerts().isEmpty { _ = try socket.next(with: "WATCHDOG") }
            daemon.send(SIGTERM)
            #expect(try daemon.waitForEnd().code == 0)
            let mended = try status(watched)
            #expect(mended["faults"]?.elements.map { $0["scope"] } == ["source:ticker"])
            #expect(mended["ledger"]?["outboxStaged"] == 0)
            #expect(try watched.alerts().count == 1)
        }

        @Test("a queue that cannot be made ends the start with 73 and names the place")
        func unusableQueue() throws {
            let watched = try watched(Watched.feed("feed", server.url("/feed")))
            try watched.folder.write("in the way", to: "queue")
            let run = try watched.cycle(at: ContractWorld.now)
            #expect(run.exitCode == 73)
            #expect(run.talk.contains(watched.queue), "\(run.talk)")
            #expect(server.requests.isEmpty)
        }

        @Test("files for people that cannot be written open a fault and do not keep the mails back")
        func unusableDigestFiles() throws {
            let watched = try watched(Watched.feed("feed", server.url("/feed")))
            server.setRoute("/feed", serve(at: ContractWorld.now.adding(seconds: -60)))
            try watched.folder.write("in the way", to: "digest/ada.html/full")
            let run = try watched.cycle(at: ContractWorld.now)
            #expect(run.exitCode == 0, "\(run.talk)")
            #expect(TemporaryFolder.names(watched.spool + "/new").count == 2)
            #expect(TemporaryFolder.names(watched.digest).contains("ben.html"))
            let faults = try watched.look { try $0.openFaults() }
            #expect(faults.map { "\($0.scope) \($0.kind)" } == ["digest:ada not-writable"])
            try FileManager.default.removeItem(atPath: watched.digest + "/ada.html")
            #expect(try watched.cycle(at: ContractWorld.now.adding(days: 1)).exitCode == 0)
            #expect(try watched.look { try $0.openFaults() } == [])
            #expect(
                TemporaryFolder.names(watched.digest).filter { !$0.hasPrefix(".") }
                    == ["ada.html", "ada.txt", "ben.html", "ben.txt"])
        }

        @Test("a damaged state file is kept under another name, a new one is started, and a fault says so")
        func damagedState() throws {
            let watched = try watched(Watched.feed("feed", server.url("/feed")))
            server.setRoute("/feed", serve(at: ContractWorld.now.adding(seconds: -60)))
            let damaged = Array("This is no database at all, but somebody may want it back.\n".utf8)
            try watched.folder.write(damaged, to: "state/whynow.sqlite")
            let run = try watched.cycle(at: ContractWorld.now)
            #expect(run.exitCode == 0, "\(run.talk)")
            let kept = try TemporaryFolder.files(watched.state).filter { $0.value == damaged }.keys.first
            let name = try #require(kept, "\(TemporaryFolder.names(watched.state))")
            let faults = try watched.look { try $0.openFaults() }
            #expect(faults.map(\.kind) == ["state-damaged"])
            #expect(faults.allSatisfy { $0.detail.contains(name) })
            #expect(try watched.alerts().count == 1)
        }

        private func status(_ watched: Watched) throws -> JSONValue {
            let run = try BuiltProgram.run(["status", "--json", "--config", watched.config])
            #expect(run.exitCode == 0, "\(run.talk)")
            return try JSONValue(run.text)
        }
    }
}
