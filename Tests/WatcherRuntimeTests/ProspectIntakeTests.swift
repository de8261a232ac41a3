import ConfigLoading
import Delivery
import Foundation
import Ledger
import RuleLanguage
import Testing
import TriggerModel

@testable import WatcherRuntime

/// Companies that are nobody's account, from their filing to the alert.
struct `A company that is nobody's account` {
    private let wire = WatchWorld.source("wire")
    private let tally = WatchWorld.source("tally")
    private static let chief = "Zorvex Foods names Ada Nilsen chief financial officer"

    private static func filing(_ name: String = "ZORVEX FOODS CORP", cik: String = "0000012345", sic: String = "2020")
        -> Filing
    {
        Filing(
            form: "8-K", items: [], parties: [FilingParty(name: name, cik: cik, role: .filer, sic: sic, state: "OH")])
    }

    @Test func `becomes a prospect where its filing says that it fits, worded as no customer yet`() throws {
        let world = try WatchWorld()
        let report = try world.read([Self.chief], of: wire, filing: Self.filing())
        let alert = try #require(report.alerts.first)
        #expect(report.alerts.count == 1)
        #expect(alert.account.id == "prospect:cik:12345")
        #expect(alert.account.name == "Zorvex Foods Corp")
        #expect(alert.account.status == .prospect)
        #expect(alert.profile == "makers")
        // Of Ohio no rep says that it is theirs.
        #expect(alert.isFallbackRep)
        #expect(alert.trace.first == "subject \"Zorvex Foods\" is nobody's account")
        #expect(try world.ledger.gates(ofEvent: alert.event).isEmpty)
        let morning = try world.morning(of: alert.rep, on: "2026-11-23", at: WatchWorld.now)
        #expect(morning.rendered.text.contains("(Not a customer and not in your accounts yet)"))
        #expect(!morning.rendered.text.contains("came to you as the fallback"))
    }

    @Test(
        "becomes a prospect where a register's record says that it fits",
        arguments: [
            (
                "Zorvex Foods to lay off 420 employees in Austin", "WARN",
                FilingParty(
                    name: "Zorvex Foods", role: .subject, state: "TX", naics: "311999",
                    employees: StatedSize(least: 420)), "layoff"
            ),
            (
                "ZORVEX FOODS LLC awarded a $12500000 contract by Defense Logistics Agency", "Contract award",
                FilingParty(
                    name: "ZORVEX FOODS LLC", role: .subject, state: "OH", naics: "311999", country: "USA"),
                "contract.won"
            ),
            (
                "D - Zorvex Foods Inc (0000012345) (Filer)", "D",
                FilingParty(
                    name: "Zorvex Foods Inc", cik: "0000012345", role: .filer, state: "OH", industry: "Manufacturing",
                    revenue: StatedSize(least: 5_000_001, most: 25_000_000)), "funding.round"
            ),
        ])
    func register(_ title: String, _ form: String, _ party: FilingParty, _ trigger: String) throws {
        let world = try WatchWorld()
        let filing = Filing(form: form, parties: [party])
        let content = form == "D" ? "Industry: Manufacturing\nAmount sold: $9,000,000" : nil
        let report = try world.read([title], of: wire, filing: filing, content: content)
        #expect(report.alerts.map(\.trigger) == [trigger])
        let alert = try #require(report.alerts.first)
        #expect(alert.account.isUnknown)
        #expect(alert.account.name.lowercased().hasPrefix("zorvex foods"))
        // Once, whoever tells it again.
        #expect(
            try world.read(
                [title], of: tally, at: WatchWorld.now.adding(seconds: 600), filing: filing, content: content
            ).alerts.isEmpty)
    }

    @Test func `is told once, however often and by whomever`() throws {
        let world = try WatchWorld()
        let first = try world.read([Self.chief], of: wire, filing: Self.filing())
        let again = try world.read(
            ["Zorvex Foods appoints Ada Nilsen as CFO"], of: tally, at: WatchWorld.now.adding(days: 1),
            filing: Self.filing())
        #expect(first.alerts.count == 1)
        #expect(again.alerts.isEmpty)
    }

    @Test func `is not told again when it becomes an account`() async throws {
        var world = try WatchWorld()
        let first = try world.read([Self.chief], of: wire, filing: Self.filing())
        let known = LookBackPlan.marks(of: world.configuration)
        try await world.ledger.commit(at: WatchWorld.now) { try $0.remember(known, of: known) }
        world.configuration.accounts.append(
            Account(
                id: "zorvex", name: "Zorvex Foods", cik: "0000012345", industry: "food", employees: 900, country: "US",
                status: .active, owner: "dana"))
        let later = WatchWorld.now.adding(days: 1)
        let second = try world.read(["Zorvex Foods appoints Ada Nilsen as CFO"], of: tally, at: later)
        #expect(first.alerts.count == 1)
        #expect(second.alerts.isEmpty)
        let done = try world.ledger.lookedBack()
        let marks = LookBackPlan.marks(of: world.configuration).filter { !done.contains($0) }
        let plan = try await LookBackPlan.make(for: marks, engine: world.engine, ledger: world.ledger, at: later)
        #expect(plan.alerts.isEmpty)
    }

    @Test func `whose name could be an account's goes to review and alerts nobody`() throws {
        let world = try WatchWorld()
        let report = try world.read(
            ["Halloran names Ada Nilsen chief financial officer"], of: wire,
            filing: Self.filing("HALLORAN INC", cik: "0000777777"))
        #expect(report.alerts.isEmpty)
        let review = try #require(try world.ledger.openReviews().first)
        #expect(review.name == "Halloran")
        #expect(review.candidates == ["halloran"])
        // Another company that shares only the first word of several is no namesake.
        let other = try world.read(
            ["Northgate Dairy names Ada Nilsen chief financial officer"], of: tally,
            filing: Self.filing("NORTHGATE DAIRY INC"))
        #expect(other.alerts.map(\.account.id) == ["prospect:cik:12345"])
    }

    @Test func `is nothing where the profile takes no prospects`() throws {
        var world = try WatchWorld()
        for index in world.configuration.profiles.indices { world.configuration.profiles[index].takesProspects = false }
        let report = try world.read([Self.chief], of: wire, filing: Self.filing())
        #expect(report.alerts.isEmpty)
        let event = try #require(try world.ledger.events(since: WatchWorld.now.day.adding(days: -9)).first)
        let gates = try world.ledger.gates(ofEvent: event.id)
        #expect(gates.map(\.gate.gate) == ["no-account"])
        #expect(gates.first?.gate.detail.contains("as a prospect: prospects-off") == true)
    }

    @Test func `is one of so many a day, the best first`() throws {
        var world = try WatchWorld()
        world.configuration.settings.budgets.prospectsPerDay = 1
        let first = try world.read([Self.chief], of: wire, filing: Self.filing())
        let second = try world.read(
            ["Quelvane Foods names Ida Berg chief financial officer"], of: tally,
            filing: Self.filing("QUELVANE FOODS INC", cik: "0000054321"))
        #expect(first.alerts.count == 1)
        #expect(second.alerts.isEmpty)
        let gates = try world.ledger.gates(ofAccount: "prospect:cik:54321", since: WatchWorld.now)
        #expect(gates.map(\.gate.gate) == ["prospect-budget"])
    }
}
