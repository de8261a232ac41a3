import ConfigLoading
import Ledger
import RuleLanguage
import Testing
import TriggerModel

@testable import WatcherRuntime

/// From the items of a document to what is owed, over the shipped rules, accounts and profiles.
struct `The intake of a document` {
    private let wire = WatchWorld.source("wire")
    private let tally = WatchWorld.source("tally")

    @Test func `alerts once for an event that two sources tell`() throws {
        let world = try WatchWorld()
        let first = try world.read(["Northgate Mills names Ada Nilsen chief financial officer"], of: wire)
        let second = try world.read(["Northgate Mills appoints Ada Nilsen as CFO"], of: tally)
        #expect(first.alerts.map(\.account.id) == ["northgate"])
        #expect(second.alerts.isEmpty)
        #expect(second.events == 1)
    }

    @Test(arguments: [
        ("Zellmark Software names Ada Nilsen CEO", "Zellmark appoints Ada Nilsen as chief executive"),
        ("Board of Zellmark Software ousts CEO Ada Nilsen", "Zellmark Software CEO Ada Nilsen ousted"),
        ("Zellmark Software recalls 48,312 cargo bikes", "Zellmark recalls 48,000 cargo bikes over brakes"),
    ])
    func `finds what was told of a company under its longer name`(_ first: String, _ second: String) throws {
        let world = try WatchWorld()
        try world.read([first], of: wire)
        try world.read([second], of: tally)
        let events = try world.ledger.events(since: WatchWorld.now.day.adding(days: -2))
        #expect(events.map(\.tellers.count) == [2])
    }

    @Test func `tells the supplier what the customer was told of, and nobody twice`() throws {
        let world = try WatchWorld()
        let chosen = try world.read(["Zellmark Software picks Northgate Mills for $88m fleet upgrade"], of: wire)
        let won = try world.read(["Northgate Mills wins $88 million fleet contract from Zellmark Software"], of: tally)
        let again = try world.read(
            ["Northgate Mills awarded $88 million fleet contract by Zellmark Software"], of: WatchWorld.source("notes"))
        #expect(try world.ledger.events(naming: "northgate").count == 1)
        let northgate = [chosen, won, again].map { $0.alerts.filter { $0.account.id == "northgate" }.count }
        #expect(northgate.reduce(0, +) == 1)
    }

    @Test func `tells the supplier once what was talk of the customer until it won`() throws {
        var world = try WatchWorld()
        // Who is chosen is no reason here, who wins is: only the later telling's own trigger says so.
        for index in world.configuration.profiles.indices {
            world.configuration.profiles[index].notReasons.append(TriggerSelector("vendor.*"))
        }
        let talk = try world.read(
            ["Zellmark Software reportedly picks Northgate Mills for $88m fleet upgrade"], of: wire)
        let won = try world.read(["Northgate Mills wins $88 million fleet contract from Zellmark Software"], of: tally)
        let again = try world.read(
            ["Northgate Mills awarded $88 million fleet contract by Zellmark Software"], of: WatchWorld.source("notes"))
        let events = try world.ledger.events(naming: "northgate")
        #expect(events.map(\.trigger) == ["vendor.selected"])
        #expect(events.map(\.tellers.count) == [3])
        let northgate = [talk, won, again].map { $0.alerts.filter { $0.account.id == "northgate" }.count }
        #expect(northgate == [0, 1, 0])
    }

    @Test func `keeps no gate for whom it told, be it told again by a rule that is no reason`() throws {
        var world = try WatchWorld()
        for index in world.configuration.profiles.indices {
            world.configuration.profiles[index].notReasons.append(TriggerSelector("vendor.*"))
        }
        let won = try world.read(["Northgate Mills wins $88 million fleet contract from Zellmark Software"], of: wire)
        try world.read(["Zellmark Software picks Northgate Mills for $88m fleet upgrade"], of: tally)
        let events = try world.ledger.events(naming: "northgate")
        #expect(events.map(\.tellers.count) == [2])
        #expect(won.alerts.count { $0.account.id == "northgate" } == 1)
        let gates = try events.flatMap { try world.ledger.gates(ofEvent: $0.id) }
        #expect(gates.filter { $0.account == "northgate" }.isEmpty, "\(gates)")
    }

    @Test func `alerts when only a later teller shows whose event it is`() throws {
        var world = try WatchWorld()
        let accounts = world.configuration.accounts
        world.configuration.accounts = []
        let first = try world.read(["Northgate Mills names Ada Nilsen chief financial officer"], of: wire)
        world.configuration.accounts = accounts
        let second = try world.read(["Northgate Mills appoints Ada Nilsen as CFO"], of: tally)
        #expect(first.alerts.isEmpty)
        #expect(second.alerts.map(\.account.id) == ["northgate"])
        #expect(try world.ledger.events(naming: "northgate").count == 1)
    }

    @Test func `keeps the gate of every account that the event is no reason for`() throws {
        let world = try WatchWorld()
        let report = try world.read(["Northgate Mills names Ada Nilsen chief financial officer"], of: wire)
        let event = try #require(report.alerts.first?.event)
        let gates = try world.ledger.gates(ofEvent: event).map { "\($0.account ?? "-") \($0.gate.gate)" }
        // Those that list the company as rival, customer or supplier; each has its own row.
        #expect(gates == ["calder no-reason", "halloran no-profile", "tallgrass no-reason"])
    }

    @Test func `gives an account one alert at first contact, also of items that waited for a document`() throws {
        let world = try WatchWorld()
        let source = WatchWorld.source("filings", kind: .filing)
        try world.read(
            [
                "Northgate Mills names Ada Nilsen chief financial officer",
                "Northgate Mills to cut 120 jobs in Ohio",
            ], of: source, filing: Filing(form: "8-K"))
        let settled = try world.settleAll(of: source, at: WatchWorld.now.adding(seconds: 60))
        #expect(settled.flatMap(\.alerts).filter { $0.account.id == "northgate" }.count == 1)
        let gates = try world.ledger.gates(ofAccount: "northgate", since: WatchWorld.now)
        #expect(gates.map(\.gate.gate) == ["first-contact"])

        let later = WatchWorld.now.adding(seconds: 3600)
        try world.read(["Northgate Mills hit by ransomware attack"], of: source, at: later, filing: Filing(form: "8-K"))
        let further = try world.settleAll(of: source, at: later)
        #expect(further.flatMap(\.alerts).map(\.account.id).contains("northgate"))
    }

    @Test func `listens to one kind of news about one company only so often in one document`() throws {
        let world = try WatchWorld()
        let most = DocumentReading.mostTellings
        let titles = (0..<most + 20).map { "Northgate Mills to acquire Dunmore Dairy, part \($0)" }
        let report = try world.read(titles, of: wire)
        #expect(report.items == titles.count)
        #expect(report.events == most)
        #expect(report.gated == 20)
        #expect(try world.ledger.items(matching: "part \(most)").map(\.gate?.gate) == ["too-many"])
        let event = try #require(try world.ledger.events(naming: "northgate").first)
        #expect(event.tellers.count == DocumentIntake.mostTellers)
        #expect(try world.ledger.items(telling: event.id).count == most)
        #expect(report.alerts.filter { $0.account.id == "northgate" }.count == 1)
    }

    @Test func `tells each change of an amount as an update of the first alert`() throws {
        let world = try WatchWorld()
        var alerts: [Alert] = []
        for (index, amount) in [40, 90, 140].enumerated() {
            let source = WatchWorld.source("paper-\(index)")
            alerts += try world.read(["Northgate Mills raises $\(amount) million in Series C"], of: source).alerts
                .filter { $0.account.id == "northgate" }
        }
        let first = try #require(alerts.first?.id)
        #expect(alerts.map(\.updates) == [nil, first, first])
        #expect(Set(alerts.map(\.id)).count == 3)
    }

    @Test func `keeps what is over an account's budget for the morning and queues it not`() throws {
        var world = try WatchWorld()
        world.configuration.settings.budgets.alertsPerAccountAndDay = 1
        let first = try world.read(["Northgate Mills names Ada Nilsen chief financial officer"], of: wire)
        let second = try world.read(["Northgate Mills hit by ransomware attack"], of: tally)
        let ids = (first.alerts + second.alerts).filter { $0.account.id == "northgate" }.map(\.id)
        #expect(ids.count == 2)
        let queued = try world.ledger.pendingOutbox(.queue).map(\.name)
        #expect(ids.map { queued.contains($0 + ".json") } == [true, false])
        let event = try #require(second.alerts.first { $0.account.id == "northgate" }).event
        let gates = try world.ledger.gates(ofEvent: event).filter { $0.account == "northgate" }
        #expect(gates.map(\.gate.gate) == ["budget"])
        _ = try world.mornings(at: WatchWorld.now)
        #expect(
            try world.ledger.digest(rep: "dana", day: WatchWorld.now.day).map { Set($0.alerts).isSuperset(of: ids) }
                == true)
    }
}
