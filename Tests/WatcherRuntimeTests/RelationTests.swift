import ConfigLoading
import Ledger
import RuleLanguage
import Testing
import TriggerModel

@testable import WatcherRuntime

/// A strong trigger seen through each relation, worded for the account that it reaches.
struct `News about somebody around an account` {
    private static func world() throws -> WatchWorld {
        var world = try WatchWorld()
        let place = SourcePlace(file: "t", line: 1, column: 1)
        world.configuration.profiles = [
            Profile(
                id: "all", name: "All", companies: .oneOf(.country, ["US"]),
                reasons: [
                    Profile.ReasonClause(
                        triggers: [TriggerSelector("*")], relations: Relation.allCases, weight: 4, place: place)
                ], notReasons: [], minimumScore: 0, place: place)
        ]
        world.configuration.accounts = [
            Account(
                id: "ambleford", name: "Ambleford Steel", industry: "steel", country: "US", status: .active,
                owner: "dana", incumbents: [.named("Orvane Systems")], rivals: [.named("Trevanion Alloys")],
                customers: [.named("Brunswell Motors")], suppliers: [.named("Pellstone Mining")],
                contacts: [
                    Contact(name: "Maxim Thornley", role: "cfo", phone: "+1 312 555 0101"),
                    Contact(name: "Ida Berg", role: "controller", phone: "+1 312 555 0102"),
                ])
        ]
        return world
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var title: String
        var relation: Relation
        var reason: String
        var testDescription: String { relation.rawValue }
    }

    @Test(arguments: [
        Case(
            title: "Ambleford Steel to close two plants in Ohio", relation: .itself,
            reason: "Ambleford Steel is closing a site."),
        Case(
            title: "Brunswell Motors to close two plants in Ohio", relation: .customer,
            reason:
                "Something is changing at a customer of Ambleford Steel. Brunswell Motors is closing a site."),
        Case(
            title: "Pellstone Mining to close two plants in Ohio", relation: .supplier,
            reason:
                "Something is changing at a supplier of Ambleford Steel. Pellstone Mining is closing a site."),
        Case(
            title: "Trevanion Alloys to close two plants in Ohio", relation: .rival,
            reason: "A rival of Ambleford Steel is moving. Trevanion Alloys is closing a site."),
        Case(
            title: "Orvane Systems to close two plants in Ohio", relation: .incumbent,
            reason:
                "A supplier of Ambleford Steel is going through a change. Orvane Systems is closing a site."),
        Case(
            title: "Quarrington Tools names Maxim Thornley chief financial officer", relation: .person,
            reason:
                "Somebody you know at Ambleford Steel is moving on. Quarrington Tools is getting a new finance chief, Maxim Thornley."
        ),
        Case(
            title: "US imposes 25% tariff on steel imports", relation: .industry,
            reason:
                "A shock reaches the business that Ambleford Steel is in, reported as \"US imposes 25% tariff on steel imports\"."
        ),
    ]) func `is a reason worded for the account`(_ test: Case) throws {
        let report = try Self.world().read([test.title], of: WatchWorld.source("wire"))
        let alert = try #require(report.alerts.first { $0.account.id == "ambleford" })
        #expect(report.alerts.count == 1)
        #expect(alert.relation == test.relation)
        #expect(alert.reason == test.reason)
        // Who has moved on is not called at the old desk.
        if test.relation == .person { #expect(alert.contact?.name == "Ida Berg") }
    }

    @Test func `of a person whose name alone agrees is no reason`() throws {
        let world = try Self.world()
        let report = try world.read(
            ["Quarrington Tools names Maxim Thornley chief marketing officer"], of: WatchWorld.source("wire"))
        #expect(report.alerts.isEmpty)
        let gates = try world.ledger.gates(ofAccount: "ambleford", since: WatchWorld.now)
        #expect(gates.map(\.gate.gate) == ["person-unsure"])
    }
}
