import Foundation
import Testing
import TriggerModel

extension CommandSuite {
    @Suite("Commands that only look")
    struct LookingTests {
        private let world: ContractWorld
        private var config: String { world.watched.config }

        init() throws { world = try ContractWorld.shared.get() }

        @Test("digest prints the morning as text, as HTML, and as the very mail that was sent")
        func digestFormats() throws {
            func digest(_ format: String) throws -> BuiltProgram.Run {
                let run = try BuiltProgram.run(
                    ["digest", "--config", config, "--rep", "ada", "--now", "\(ContractWorld.now)", "--format", format])
                #expect(run.exitCode == 0 && run.talk.isEmpty, "\(run.talk)")
                return run
            }
            let text = try digest("text").text
            #expect(text.hasPrefix("Subject: "))
            #expect(text.contains(ContractWorld.company) && text.contains("Ruth Okafor"))
            let html = try digest("html").text
            #expect(html.lowercased().hasPrefix("<!doctype html"))
            #expect(html.contains(ContractWorld.company))
            let mail = try digest("eml").standardOutput
            // The cycle sent this morning already; it is rebuilt byte for byte.
            let sent = try TemporaryFolder.files(world.watched.spool + "/new").values
                .filter { String(decoding: $0, as: UTF8.self).contains("To: Ada Reader <ada@seller.example>") }
            #expect(sent == [mail])
            #expect(try digest("text").text == text)
        }

        @Test("digest of a day without reasons says what was watched")
        func quietDay() throws {
            let run = try BuiltProgram.run(
                ["digest", "--config", config, "--rep", "ben", "--date", "2026-11-19", "--now", "2026-11-19T13:00:00Z"])
            #expect(run.exitCode == 0, "\(run.talk)")
            #expect(run.text.contains("1 source"), "\(run.text)")
        }

        @Test(
            "explain shows the whole way of an item that alerted",
            arguments: [
                "urn:story:alerts", "https://news.example/alerts", "Ruth Okafor",
            ])
        func explainAlert(what: String) throws {
            let run = try BuiltProgram.run(["explain", "--config", config, what])
            #expect(run.exitCode == 0 && run.talk.isEmpty, "\(run.talk)")
            for part in ["Outcome   alerted", "leadership.cfo", "account one", "Sure      ", "Score", "Kit Doe"] {
                #expect(run.text.contains(part), "\(part) is missing in: \(run.text)")
            }
        }

        @Test("explain names the first gate of an item that was stopped, and of an event that was told but is no fact")
        func explainGate() throws {
            let stopped = try BuiltProgram.run(["explain", "--config", config, "urn:story:stopped"])
            #expect(stopped.exitCode == 0)
            #expect(stopped.text.contains("Outcome   gated"))
            #expect(stopped.text.contains("Stopped   at recognise: "), "\(stopped.text)")
            let rumour = try BuiltProgram.run(["explain", "--config", config, "urn:story:rumour"])
            #expect(rumour.text.contains("Outcome   told"))
            #expect(rumour.text.contains("at reason: low-confidence"), "\(rumour.text)")
        }

        @Test("explain finds alerts and events by the first digits of their ids, and prints JSON on request")
        func explainByID() throws {
            let alert = try #require(try world.watched.alerts().first)
            let id = try #require(alert["id"]?.text)
            let event = try #require(alert["data"]?["event"]?.text)
            for what in [id, String(id.prefix(8)), event] {
                let run = try BuiltProgram.run(["explain", "--json", "--config", config, what])
                #expect(run.exitCode == 0)
                let paths = try run.lines.map { try JSONValue($0) }
                #expect(paths.count == 1)
                let found = paths.first?["events"]?.elements.first
                #expect(found?["event"]?["id"]?.text == event)
                #expect(found?["alerts"] == .array([try #require(alert["data"])]))
                // The parts add up, to the last hundredth.
                let parts = found?["event"]?["confidenceParts"]?.elements.compactMap { $0["value"]?.number } ?? []
                #expect(abs(parts.reduce(0, +) - (found?["event"]?["confidence"]?.number ?? 0)) < 0.005)
            }
        }

        @Test("status --json is one object that accounts for every item")
        func accountsForEveryItem() throws {
            let run = try BuiltProgram.run(["status", "--json", "--config", config, "--now", "\(ContractWorld.now)"])
            #expect(run.exitCode == 0 && run.talk.isEmpty, "\(run.talk)")
            #expect(run.lines.count == 1)
            let status = try JSONValue(run.text)
            #expect(Set(["at", "configuration", "faults", "ledger", "sources", "version"]).isSubset(of: status.keys))
            #expect(status["at"]?.text == "\(ContractWorld.now)")
            #expect(status["faults"] == [])
            #expect(status["ledger"]?["isBalanced"] == true)
            let counts = [
                "itemsToday", "newItemsToday", "events", "alerts", "awaiting", "outboxPending", "outboxStaged",
            ]
            #expect(counts.map { status["ledger"]?[$0]?.number } == [3, 3, 2, 1, 0, 0, 0])
            #expect(status["sources"]?.elements.map { $0["id"] } == ["feed"])
            #expect(status["sources"]?.elements.map { $0["outcome"] } == ["document"])
            let text = try BuiltProgram.run(["status", "--config", config, "--now", "\(ContractWorld.now)"]).text
            #expect(text.contains("every item is accounted for") && text.contains("No fault is open."))
        }

        @Test(
            "looking changes nothing",
            arguments: [
                ["status"], ["explain", "urn:story:alerts"], ["digest", "--rep", "ada", "--date", "2026-11-20"],
            ])
        func lookingChangesNothing(arguments: [String]) throws {
            let before = try everything()
            #expect(try BuiltProgram.run(arguments + ["--config", config]).exitCode == 0)
            let after = try everything()
            #expect(after.picture == before.picture)
            #expect(after.files == before.files)
        }

        private func everything() throws -> (picture: LedgerPicture, files: [[String: [UInt8]]]) {
            let watched = world.watched
            return (
                try watched.look { try LedgerPicture(of: $0, on: ContractWorld.now.day) },
                try [watched.queue, watched.spool, watched.digest].map(TemporaryFolder.tree)
            )
        }
    }
}
