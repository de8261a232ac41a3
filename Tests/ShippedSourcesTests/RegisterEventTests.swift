import ConfigLoading
import EventRecognition
import SourceParsing
import Testing
import TriggerModel

/// A register whose answers no rule understands would be read for nothing, so each is followed to the event it stands for.
@Suite("The registers that ship")
struct RegisterEventTests {
    static let recogniser = Recogniser(pack: Shipped.loaded.configuration.rules, accounts: [])

    struct Case: Sendable, CustomTestStringConvertible {
        var id: String
        var ending = "json"
        /// Of each item its events: trigger and subject, `-` where there is none.
        var events: [String]
        var testDescription: String { id }
    }

    @Test(
        "tell events",
        arguments: [
            Case(
                id: "warn-texas", ending: "csv",
                events: [
                    "layoff: Harbour Foods, LLC", "layoff: Northwind Turbines",
                ]),
            Case(id: "warn-oregon", events: ["layoff: Plant Floor Tools", "layoff: Plant Floor Tools"]),
            Case(id: "warn-maryland", ending: "html", events: ["layoff: Harbour Foods", "layoff: Northwind Turbines"]),
            Case(
                id: "fda-warning-letters",
                events: [
                    "regulatory.action_on_company: Lanternpost Pharma, Inc. & Sons",
                    "regulatory.action_on_company: Harbour Foods Ltd",
                ]),
            Case(id: "fda-drug-enforcement", events: ["product.recall: Lanternpost Pharma, Inc"]),
            Case(id: "cpsc-recalls", events: ["product.recall: Lanternpost"]),
            Case(
                id: "usaspending-contracts",
                events: ["contract.won: NORTHWIND TURBINES INC", "contract.won: HARBOUR FOODS LLC"]),
            // The second tells no supplier.
            Case(id: "find-a-tender-awards", events: ["contract.won: Northwind Marine Ltd", "-"]),
            Case(id: "companies-house-filings", ending: "ndjson", events: ["leadership.director-left: SC000017"]),
            Case(id: "companies-house-insolvency", ending: "ndjson", events: ["finance.distress: 01234567"]),
            Case(id: "companies-house-one-company", events: ["leadership.board: 01234567", "funding.debt: 01234567"]),
        ])
    func tell(_ expected: Case) throws {
        let source = try Shipped.source(expected.id)
        let teller = TellerOrigin(
            source: source.id, publisher: source.publisher, isFirstHand: source.isFirstHand, kind: source.kind)
        let received = try #require(Timestamp(rfc3339: "2026-11-21T08:00:00Z"))
        let events = try Shipped.read(expected.id, expected.ending).items.map { item in
            Self.recogniser.recognise(item, teller: teller, received: received).events
                .filter { $0.confidence >= 0.5 }.map { "\($0.trigger): \($0.subject?.name ?? "nobody")" }
                .joined(separator: "; ")
        }
        #expect(events.map { $0.isEmpty ? "-" : $0 } == expected.events)
    }
}
