import ConfigLoading
import Delivery
import Foundation
import Ledger
import RuleLanguage
import Testing
import TriggerModel

@testable import WatcherRuntime

/// One event that is a reason for many accounts, from the item to the mornings.
struct `A campaign` {
    private let wire = WatchWorld.source("wire")
    private let tally = WatchWorld.source("tally")
    private static let tariff = "US imposes 25% tariff on steel imports"
    private static let again = "US tariffs on steel take effect"

    /// A world whose accounts are `count` steel makers of two reps, and some bakers.
    private func world(_ count: Int, owner: String? = "dana") throws -> WatchWorld {
        var world = try WatchWorld()
        world.configuration.profiles = [
            Profile(
                id: "steel", name: "Steel", companies: .oneOf(.country, ["US"]),
                reasons: [
                    Profile.ReasonClause(
                        triggers: [TriggerSelector("*")],
                        relations: [.itself, .industry, .market, .supplier], weight: 5,
                        place: SourcePlace(file: "t", line: 1, column: 1))
                ], notReasons: [], minimumScore: 0, place: SourcePlace(file: "t", line: 1, column: 1))
        ]
        world.configuration.accounts = (0..<count).map { Self.account($0, owner: owner) }
        return world
    }

    private static let names = [
        "Ambleford", "Brockhurst", "Calverstone", "Dunsmore", "Elverton", "Fenwicke", "Garstang", "Hexworth",
        "Ilverthorpe", "Jarrowby", "Kelverdon", "Larkhurst", "Melverley", "Norbeck", "Oakhollow", "Pelverton",
    ]

    private static func account(_ number: Int, owner: String?) -> Account {
        Account(
            id: "steel-\(number)", name: "\(names[number]) Steel", industry: "steel", country: "US", status: .active,
            owner: owner,
            contacts: [Contact(name: "Ruth \(names[number])", role: "coo", phone: "+1 312 555 01\(10 + number)")])
    }

    @Test func `is made of one event for many accounts, each with its rank, rep and day`() throws {
        let world = try world(9)
        let report = try world.read([Self.tariff], of: wire)
        #expect(report.events == 1)
        #expect(report.alerts.count == 9)
        let campaign = try #require(try world.ledger.campaign(ofEvent: report.alerts[0].event))
        #expect(campaign.calls.map(\.rank) == Array(1...9))
        #expect(Set(campaign.calls.map(\.account)).count == 9)
        // Dana's list of twelve leaves a campaign four calls a day, from Monday on.
        #expect(
            campaign.calls.filter { $0.rep == "dana" }.map(\.day.description) == [
                "2026-11-23", "2026-11-23", "2026-11-23", "2026-11-23", "2026-11-24", "2026-11-24", "2026-11-24",
                "2026-11-24", "2026-11-25",
            ])
        let first = try #require(report.alerts.first { $0.campaign?.rank == 1 })
        #expect(
            first.campaign
                == AlertCampaign(id: campaign.id, accounts: 9, rank: 1, day: CalendarDay("2026-11-23")!))
        #expect(
            first.reason == "A shock reaches the business that Ambleford Steel is in, reported as \"\(Self.tariff)\".")
        #expect(first.contact?.name == "Ruth Ambleford")
        #expect(
            first.opening
                == "I read the headline ‘\(Self.tariff)’. Which of your plans for this quarter does this change first?")
        #expect(try world.ledger.openCampaigns(on: WatchWorld.now.day).map(\.told) == [0])
    }

    @Test func `of two accounts is none`() throws {
        let world = try world(2)
        let report = try world.read([Self.tariff], of: wire)
        #expect(report.alerts.map(\.campaign) == [nil, nil])
        #expect(try world.ledger.campaign(ofEvent: report.alerts[0].event) == nil)
    }

    @Test func `is told once, by whoever tells it again and in whatever words`() throws {
        let world = try world(5)
        let first = try world.read([Self.tariff], of: wire)
        let later = WatchWorld.now.adding(days: 2)
        let second = try world.read([Self.again], of: tally, at: later)
        let third = try world.read(["US slaps 25% tariff on imports of steel"], of: wire, at: later)
        #expect(first.alerts.count == 5)
        #expect(second.alerts.isEmpty)
        #expect(third.alerts.isEmpty)
        #expect(try world.ledger.events(since: WatchWorld.now.day.adding(days: -30)).count == 1)
    }

    @Test func `is another one where another authority or another trade is meant`() throws {
        let world = try world(4)
        let first = try world.read([Self.tariff], of: wire)
        let second = try world.read(["EU imposes 50% tariff on steel imports"], of: wire)
        #expect(first.alerts.count == 4)
        #expect(Set(first.alerts.map(\.event)).isDisjoint(with: second.alerts.map(\.event)))
        #expect(second.events == 1)
    }

    @Test func `gives each rep the day's share, and every account exactly once`() throws {
        let world = try world(9)
        _ = try world.read([Self.tariff], of: wire)
        var told: [String] = []
        for day in 0..<4 {
            let now = WatchWorld.now.adding(days: day)
            _ = try world.mornings(at: now)
            let digest = try world.ledger.digest(rep: "dana", day: now.day)
            let alerts = try (digest?.alerts ?? []).flatMap { try world.ledger.alerts(idPrefix: $0, limit: 1) }
            #expect(alerts.count <= 4)
            told += alerts.map(\.account.id)
            // The same tale from another source every morning changes nothing.
            _ = try world.read([Self.again], of: WatchWorld.source("s\(day)"), at: now.adding(seconds: 60))
        }
        #expect(told.sorted() == world.configuration.accounts.map(\.id).sorted())
    }

    @Test func `is shared among reps where the accounts are nobody's`() throws {
        let world = try world(8, owner: nil)
        let report = try world.read([Self.tariff], of: wire)
        let calls = try #require(try world.ledger.campaign(ofEvent: report.alerts[0].event)).calls
        #expect(Set(calls.map(\.rep)) == ["dana", "tom"])
        let shared = try #require(calls.first { $0.note != nil })
        #expect(shared.note == "shared with rep \(shared.rep): the account has no rep of its own")
        let alert = try #require(report.alerts.first { $0.account.id == shared.account })
        #expect(alert.rep == shared.rep)
        #expect(alert.campaign?.note == shared.note)
    }

    @Test func `grows by an account that comes later, which is called after the others`() async throws {
        var world = try world(4)
        let first = try world.read([Self.tariff], of: wire)
        let known = LookBackPlan.marks(of: world.configuration)
        try await world.ledger.commit(at: WatchWorld.now) { try $0.remember(known, of: known) }
        world.configuration.accounts.append(Self.account(7, owner: "dana"))
        let later = WatchWorld.now.adding(days: 1)
        let done = try world.ledger.lookedBack()
        let marks = LookBackPlan.marks(of: world.configuration).filter { !done.contains($0) }
        for _ in 0..<2 {
            let plan = try await LookBackPlan.make(for: marks, engine: world.engine, ledger: world.ledger, at: later)
            _ = try LookBackCommand.apply(plan, world.engine, world.ledger, at: later)
        }
        let calls = try #require(try world.ledger.campaign(ofEvent: first.alerts[0].event)).calls
        #expect(calls.map(\.rank) == [1, 2, 3, 4, 5])
        #expect(calls.last?.account == "steel-7")
        #expect(try world.ledger.alerts(ofEvent: first.alerts[0].event).count == 5)
    }

    /// The calls of the only campaign, and what each rep's next mornings bring.
    private func told(
        _ world: WatchWorld, days: Int = 9, after first: Int = 1
    ) throws -> [(rep: String, account: String)] {
        var told: [(rep: String, account: String)] = []
        for day in first..<first + days {
            let now = WatchWorld.now.adding(days: day)
            _ = try world.mornings(at: now)
            for rep in world.configuration.reps {
                let digest = try world.ledger.digest(rep: rep.id, day: now.day)
                let alerts = try (digest?.alerts ?? []).flatMap { try world.ledger.alerts(idPrefix: $0, limit: 1) }
                told += alerts.map { (rep.id, $0.account.id) }
            }
        }
        return told
    }

    @Test func `follows an account to its new owner, who calls it once and in place of the other`() throws {
        var world = try world(9)
        let report = try world.read([Self.tariff], of: wire)
        _ = try world.mornings(at: WatchWorld.now)
        let first = Set(try #require(try world.ledger.digest(rep: "dana", day: WatchWorld.now.day)).alerts)
        let calls = try #require(try world.ledger.campaign(ofEvent: report.alerts[0].event)).calls
        let moved = calls.filter { !first.contains($0.alert) }.suffix(2).map(\.account)
        for index in world.configuration.accounts.indices where moved.contains(world.configuration.accounts[index].id) {
            world.configuration.accounts[index].owner = "tom"
        }
        let told = try told(world)
        #expect(told.filter { $0.rep == "tom" }.map(\.account).sorted() == moved.sorted())
        #expect(told.map(\.account).sorted() == calls.filter { !first.contains($0.alert) }.map(\.account).sorted())
        let now = try #require(try world.ledger.campaign(ofEvent: report.alerts[0].event)).calls
        #expect(now.map(\.rank) == calls.map(\.rank))
        #expect(now.filter { $0.rep == "tom" }.map(\.account).sorted() == moved.sorted())
        // An update of the first alert, and nothing to ask of who never called.
        let handed = try #require(try world.ledger.alerts(since: WatchWorld.now.adding(seconds: 60)).first)
        #expect(handed.updates != nil)
        #expect(handed.rep == "tom")
        #expect(!handed.whyNow.contains("Handed over"))
        #expect(handed.trace.contains { $0.contains("handed over from rep dana to rep tom") })
    }

    @Test func `leaves out who may not be called any more, each with its gate`() throws {
        var world = try world(9)
        let report = try world.read([Self.tariff], of: wire)
        let event = report.alerts[0].event
        world.configuration.accounts[3].status = .excluded
        world.configuration.accounts[4].tags = ["do-not-call"]
        world.configuration.accounts.remove(at: 5)
        let told = try told(world, after: 0).map(\.account)
        #expect(told.sorted() == ["steel-0", "steel-1", "steel-2", "steel-6", "steel-7", "steel-8"])
        let gates = try world.ledger.gates(ofEvent: event).map { "\($0.account ?? "-") \($0.gate.gate)" }
        #expect(gates.sorted() == ["steel-3 excluded", "steel-4 do-not-call", "steel-5 account-gone"])
    }

    @Test func `ends where the profile says that it is no reason any more`() throws {
        var world = try world(4)
        _ = try world.read([Self.tariff], of: wire)
        world.configuration.profiles[0].notReasons = [TriggerSelector("industry.*")]
        #expect(try told(world, after: 0).isEmpty)
    }

    @Test func `stays shared as it was planned where nothing has changed`() throws {
        let world = try world(8, owner: nil)
        let report = try world.read([Self.tariff], of: wire)
        let before = try #require(try world.ledger.campaign(ofEvent: report.alerts[0].event))
        let told = try told(world, after: 0)
        #expect(told.map(\.account).sorted() == world.configuration.accounts.map(\.id).sorted())
        #expect(try world.ledger.campaign(ofEvent: report.alerts[0].event) == before)
        #expect(try world.ledger.alerts(ofEvent: report.alerts[0].event).count == 8)
    }

    @Test func `goes to the reps that are left where one leaves`() throws {
        var world = try world(6)
        _ = try world.read([Self.tariff], of: wire)
        world.configuration.reps.removeAll { $0.id == "dana" }
        world.configuration.settings.fallbackRep = "tom"
        let told = try told(world, after: 0)
        #expect(Set(told.map(\.rep)) == ["tom"])
        #expect(told.map(\.account).sorted() == world.configuration.accounts.map(\.id).sorted())
    }

    @Test func `is one block of the morning, its news told once`() throws {
        let world = try world(9)
        _ = try world.read([Self.tariff], of: wire)
        let text = try world.morning(of: "dana", on: "2026-11-23", at: WatchWorld.now).rendered.text
        #expect(text.contains("Campaign: Shock to an industry"))
        #expect(text.contains("4 calls are yours today, of 9 accounts that it concerns"))
        #expect(text.components(separatedBy: "Everybody in it plans again").count == 2)
        #expect(text.contains("5 more calls wait for another morning"))
    }

    @Test func `has every account once over any telling, growth and restart`() async throws {
        var random = SystemRandomNumberGenerator()
        let tellings = [
            [Self.tariff, Self.again, "US slaps 25% tariff on imports of steel"],
            ["Steelworkers strike begins at mills", "Steelworkers go on strike"],
        ]
        for _ in 0..<3 {
            var world = try world(3)
            let known = LookBackPlan.marks(of: world.configuration)
            try await world.ledger.commit(at: WatchWorld.now) { try $0.remember(known, of: known) }
            for step in 0..<12 {
                let now = WatchWorld.now.adding(seconds: step * 3600)
                let story = tellings.randomElement(using: &random)!
                _ = try world.read(
                    [story.randomElement(using: &random)!], of: WatchWorld.source("s\(step)"), at: now)
                guard Bool.random(using: &random), world.configuration.accounts.count < 9 else { continue }
                // A changed configuration makes a new engine, as a restart does.
                world.configuration.accounts.append(
                    Self.account(world.configuration.accounts.count, owner: Bool.random(using: &random) ? "tom" : nil))
                let done = try world.ledger.lookedBack()
                let marks = LookBackPlan.marks(of: world.configuration).filter { !done.contains($0) }
                let plan = try await LookBackPlan.make(
                    for: marks, engine: world.engine, ledger: world.ledger, at: now)
                _ = try LookBackCommand.apply(plan, world.engine, world.ledger, at: now)
            }
            let alerts = try world.ledger.alerts(since: WatchWorld.now)
            let events = try world.ledger.events(since: WatchWorld.now.day.adding(days: -30))
            let names = world.configuration.accounts.map(\.id).sorted()
            for event in events {
                let told = alerts.filter { $0.event == event.id }
                #expect(told.map(\.account.id).sorted() == names)
                let calls = try #require(try world.ledger.campaign(ofEvent: event.id)).calls
                #expect(calls.map(\.account).sorted() == names)
                #expect(calls.map(\.rank) == Array(1...names.count))
            }
            #expect(Set(events.map(\.trigger)) == ["industry.shock"])
            #expect(events.count <= 2)
        }
    }

    @Test func `is the same whatever the order of the items`() throws {
        let titles = [
            Self.tariff, Self.again, "Northgate Mills opens a bakery", "Dockworkers strike begins at east coast ports",
        ]
        var pictures: Set<[String]> = []
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]] {
            let world = try world(6)
            let report = try world.read(order.map { titles[$0] }, of: wire)
            pictures.insert(report.alerts.map { "\($0.account.id) \($0.trigger) \($0.campaign?.rank ?? 0)" }.sorted())
        }
        #expect(pictures.count == 1)
    }
}
