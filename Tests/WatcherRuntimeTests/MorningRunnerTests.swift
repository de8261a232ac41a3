import ConfigLoading
import Ledger
import Testing
import TriggerModel

@testable import WatcherRuntime

struct `A rep's morning` {
    private let wire = WatchWorld.source("wire")
    private let tally = WatchWorld.source("tally")
    private let tomorrow = WatchWorld.now.adding(days: 1)

    @Test func `that cannot be built is a fault and keeps no other rep waiting`() throws {
        var world = try WatchWorld()
        world.configuration.reps[0].email = "no address"
        let round = try world.mornings(at: WatchWorld.now)
        #expect(round.served == ["tom"])
        #expect(round.failures.map(\.rep) == ["dana"])
        #expect(try world.ledger.openFaults().map { "\($0.scope) \($0.kind)" } == ["digest:dana not-built"])

        world.configuration.reps[0].email = "dana@seller.example"
        #expect(try world.mornings(at: WatchWorld.now).served == ["dana"])
        #expect(try world.ledger.openFaults().isEmpty)
    }

    @Test func `does not bring back what an update has replaced`() throws {
        let world = try WatchWorld()
        let first = try world.read(["Northgate Mills raises $40 million in Series C"], of: wire)
        let changed = try world.read(["Northgate Mills raises $90 million in Series C"], of: tally)
        let own = try #require(first.alerts.first { $0.account.id == "northgate" }).id
        let update = try #require(changed.alerts.first { $0.updates == own }).id
        #expect(try world.mornings(at: WatchWorld.now).served == ["dana", "tom"])
        let today = try #require(try world.ledger.digest(rep: "dana", day: WatchWorld.now.day))
        #expect(Set(today.alerts).isSuperset(of: [own, update]))
        #expect(try world.mornings(at: tomorrow).served == ["dana", "tom"])
        #expect(try world.ledger.digest(rep: "dana", day: tomorrow.day)?.alerts == [])
    }

    @Test func `of a past day is built again byte for byte`() throws {
        let world = try WatchWorld()
        try world.read(["Northgate Mills names Ada Nilsen chief financial officer"], of: wire)
        let sent = try world.morning(of: "dana", on: "2026-11-23", at: WatchWorld.now).mail
        #expect(try world.mornings(at: WatchWorld.now).served == ["dana", "tom"])
        try world.read(["Tallgrass Foods hit by ransomware attack"], of: tally, at: tomorrow)
        _ = try world.ledger.open(
            Fault(scope: "source:wire", kind: "not-found", detail: "gone", openedAt: tomorrow))
        #expect(try world.mornings(at: tomorrow).served == ["dana", "tom"])
        #expect(try world.morning(of: "dana", on: "2026-11-23", at: tomorrow.adding(days: 2)).mail == sent)
    }

    @Test func `has the reasons of a rep who is there no more, for the fallback rep`() throws {
        var world = try WatchWorld()
        let report = try world.read(["Northgate Mills names Ada Nilsen chief financial officer"], of: wire)
        let alert = try #require(report.alerts.first)
        #expect(alert.rep == "dana")
        world.configuration.reps.removeAll { $0.id == "dana" }
        world.configuration.settings.fallbackRep = "tom"
        #expect(try world.mornings(at: WatchWorld.now).served == ["tom"])
        #expect(try world.ledger.digest(rep: "tom", day: WatchWorld.now.day)?.alerts == [alert.id])
        #expect(try world.mornings(at: tomorrow).served == ["tom"])
        #expect(try world.ledger.digest(rep: "tom", day: tomorrow.day)?.alerts == [])
    }
}
