import Foundation
import Ledger
import LoopbackServer
import Testing
import TriggerModel

extension CommandSuite {
    /// Promises 2 and 4: identity decides what is new, and what has changed comes as an update.
    @Suite("A source over several cycles")
    struct FirstContactTests {
        private static let now = Timestamp(seconds: 1_795_003_500)
        private static let name = InventedNames.company(0)
        private static let other = InventedNames.company(1)

        private let server: LoopbackServer

        init() throws { server = try LoopbackServer() }

        private func watched(_ more: [String] = []) throws -> Watched {
            try Watched(
                sources: Watched.feed("feed", server.url("/feed"), more: more),
                companies: [
                    .init(id: "one", name: Self.name, owner: "ada"), .init(id: "two", name: Self.other, owner: "ben"),
                ])
        }

        private func serve(_ stories: [Story]) {
            server.setRoute("/feed", .text(FeedText.atom("Anybody", stories), type: "application/atom+xml"))
        }

        private func attack(_ company: String, _ id: String, daysAgo days: Int) -> Story {
            Story(id: id, title: "\(company) hit by ransomware attack", at: Self.now.adding(days: -days))
        }

        @Test("alerts nothing of its first document under `seed`, and what is new from then on")
        func seed() throws {
            let watched = try watched(["first-poll: seed"])
            serve([attack(Self.name, "a", daysAgo: 0)])
            #expect(try watched.cycle(at: Self.now).exitCode == 0)
            #expect(try watched.alerts().isEmpty)
            try watched.look { (ledger) throws in
                let items = try ledger.items(since: Timestamp(seconds: 0))
                #expect(items.map(\.gate?.gate) == ["seeded"])
            }
            serve([attack(Self.other, "b", daysAgo: 0), attack(Self.name, "a", daysAgo: 0)])
            #expect(try watched.cycle(at: Self.now.adding(seconds: 7200)).exitCode == 0)
            #expect(try watched.alerts().map { $0["data"]?["account"]?["id"]?.text } == ["two"])
        }

        @Test(
            "looks back over the window of its first document only", arguments: [(3, ["two"]), (30, ["one", "two"])])
        func backfill(days: Int, told: [String]) throws {
            let watched = try watched(["first-poll: backfill \(days) days"])
            serve([attack(Self.other, "b", daysAgo: 2), attack(Self.name, "a", daysAgo: 20)])
            #expect(try watched.cycle(at: Self.now).exitCode == 0)
            #expect(try watched.alerts().compactMap { $0["data"]?["account"]?["id"]?.text }.sorted() == told)
            let counts = try watched.look { try $0.conservation(on: Self.now.day).items }
            #expect(counts.isBalanced)
            #expect(counts.alerted == told.count)
        }

        @Test("alerts each account at most once at first contact, and nothing the second time")
        func oncePerAccount() throws {
            let watched = try watched()
            serve([
                attack(Self.name, "a", daysAgo: 0),
                Story(id: "b", title: "\(Self.name) to cut 1,200 jobs worldwide", at: Self.now),
                Story(id: "c", title: "\(Self.name) raises $25 million Series B", at: Self.now),
            ])
            #expect(try watched.cycle(at: Self.now).exitCode == 0)
            #expect(try watched.alerts().count == 1)
            let second = try watched.cycle(at: Self.now.adding(seconds: 7200))
            #expect(second.exitCode == 0)
            #expect(try watched.alerts().count == 1)
            try watched.look { (ledger) throws in
                // The other two are events without an alert, each with its reason.
                let events = try ledger.events(naming: "one")
                #expect(events.count == 3)
                let gates = try events.flatMap { try ledger.gates(ofEvent: $0.id) }
                #expect(gates.map(\.gate.gate) == ["first-contact", "first-contact"])
            }
        }

        @Test("takes an edited item for a revision, without a second alert")
        func revision() throws {
            let watched = try watched()
            serve([attack(Self.name, "a", daysAgo: 0)])
            #expect(try watched.cycle(at: Self.now).exitCode == 0)
            var edited = attack(Self.name, "a", daysAgo: 0)
            edited.title = "\(Self.name) hit by ransomware attack, systems down"
            edited.summary = "Updated with a statement."
            serve([edited])
            #expect(try watched.cycle(at: Self.now.adding(seconds: 7200)).exitCode == 0)
            #expect(try watched.alerts().count == 1)
            try watched.look { (ledger) throws in
                let counts = try ledger.polls(of: "feed").map(\.counts)
                #expect(counts == [PollCounts(items: 1, revised: 1), PollCounts(items: 1, alerted: 1)])
                let item = try #require(try ledger.items(since: Timestamp(seconds: 0)).first)
                #expect(item.revisions == 1)
                #expect(item.previousTitle == "\(Self.name) hit by ransomware attack")
                #expect(item.item.title == edited.title)
                #expect(item.outcome == .alerted)
            }
        }

        @Test("publishes a changed amount as one update that names the first alert")
        func changedAmount() throws {
            let watched = try watched()
            let first = Story(id: "a", title: "\(Self.name) raises $25 million Series B", at: Self.now)
            serve([first])
            #expect(try watched.cycle(at: Self.now).exitCode == 0)
            let raised = try #require(try watched.alerts().first)
            let published = try TemporaryFolder.files(watched.queue + "/new")
            // Another entry tells the same round with a larger sum, then a third repeats it.
            let larger = Story(
                id: "b", title: "\(Self.name) raises $40 million Series B", at: Self.now.adding(seconds: 3600))
            let repeated = Story(
                id: "c", title: "\(Self.name) closes $40 million Series B financing round",
                at: Self.now.adding(seconds: 7200))
            serve([larger, first])
            #expect(try watched.cycle(at: Self.now.adding(seconds: 7200)).exitCode == 0)
            serve([repeated, larger, first])
            #expect(try watched.cycle(at: Self.now.adding(seconds: 14_400)).exitCode == 0)
            let alerts = try TemporaryFolder.files(watched.queue + "/new")
            #expect(alerts.count == 2)
            for (name, bytes) in published { #expect(alerts[name] == bytes, "a published file was rewritten") }
            let updates = try watched.alerts().filter { $0["type"] == "alert.updated" }
            #expect(updates.map { $0["subject"] } == [raised["id"]])
            #expect(updates.map { $0["data"]?["event"] } == [raised["data"]?["event"]])
            #expect(updates.allSatisfy { $0["data"]?["reason"]?.text?.contains("$40 million") == true })
            #expect(try watched.look { try $0.events(naming: "one").count } == 1)
        }

        @Test("folds what another source tells later into the first event, without a second alert")
        func laterTeller() throws {
            let watched = try watched()
            serve([attack(Self.name, "a", daysAgo: 0)])
            server.setRoute(
                "/late",
                .text(
                    FeedText.atom("Late", [Story(id: "z", title: "Ransomware attack hits \(Self.name)", at: Self.now)]),
                    type: "application/atom+xml"))
            #expect(try watched.cycle(at: Self.now).exitCode == 0)
            try watched.write(
                sources: Watched.feed("feed", server.url("/feed")) + Watched.feed("late", server.url("/late")))
            #expect(try watched.cycle(at: Self.now.adding(seconds: 7200)).exitCode == 0)
            #expect(try watched.alerts().count == 1)
            try watched.look { (ledger) throws in
                let event = try #require(try ledger.events(naming: "one").first)
                #expect(try ledger.events(naming: "one").count == 1)
                #expect(event.tellers.map(\.source) == ["feed", "late"])
                #expect(try ledger.items(telling: event.id).map(\.outcome) == [.alerted, .told])
            }
        }
    }
}
