import ConfigLoading
import Foundation
import RuleLanguage
import Testing
import TriggerModel

@testable import EventRecognition

/// The rules in Config, on sentences of our own: what they must stay silent about, and what they must say.
@Suite("Shipped rules")
struct ShippedPackTests {
    static let pack: RulePack = {
        let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        let root = file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return ConfigLoader(directory: root.appendingPathComponent("Config").path).load().configuration.rules
    }()
    static let recogniser = Recogniser(pack: pack, accounts: [])

    static func stated(_ title: String, summary: String? = nil) -> [String] {
        let item = TestPack.item(title, summary: summary)
        return recogniser.recognise(item, teller: TestPack.teller, received: TestPack.received).events
            .filter { $0.confidence >= 0.5 }.map { "\($0.trigger): \($0.subject?.name ?? "-")" }
    }

    @Test("every rule's own trials hold")
    func trials() {
        #expect(Self.pack.triggers.count >= 28)
        #expect(Recogniser.runTrials(of: Self.pack).map(\.description) == [])
    }

    @Test(
        "news that is no company's event says nothing",
        arguments: [
            "Prime minister names new finance minister", "England coach names squad for tour",
            "Tidewell United appoints new manager", "Senator steps down after scandal",
            "Striker signs new five-year contract", "Actor launches own whisky at film festival",
            "Police launch investigation into mill fire", "Ten ways to cut costs in your kitchen",
            "Opinion: why banks should not merge", "Stocks to watch: Corvane Foods, Harrowgate Mills",
            "Could Corvane Foods buy Harrowgate Mills?", "A year after Corvane Foods bought Pellmore, what has changed",
            "Corvane Foods named to best workplaces list", "Analyst cuts Corvane Foods to sell",
            "Fund sells shares in Corvane Foods", "Corvane Foods chairman buys shares",
            "SHAREHOLDER ALERT: Law firm investigates Corvane Foods", "Corvane Foods in talks to sell bakery business",
            "Harrowgate Mills reportedly planning job cuts", "Jane Roe recalls her first day at the mill",
            "EUR/USD reaches new highs as payrolls miss expectations", "Corvane Foods opens up about pay",
            "County to build new bridge", "NFL player joins charity board", "Fire season starts in California",
            "Corvane Foods closes higher after results", "Man sues neighbour over hedge",
        ])
    func silent(_ title: String) {
        #expect(Self.stated(title) == [])
    }

    struct Said: CustomTestStringConvertible, Sendable {
        var title: String
        var events: [String]
        var testDescription: String { title }

        init(_ title: String, _ events: String...) {
            self.title = title
            self.events = events
        }
    }

    @Test(
        "what happened to a company is said once, of the right one",
        arguments: [
            Said("Harrowgate Mills shuts eight stores", "site.closure: Harrowgate Mills"),
            Said("Tidewell Steel smelter in New Zealand to close", "site.closure: Tidewell Steel"),
            Said("Thousands of Bluefen Logistics warehouse workers to lose jobs", "layoff: Bluefen Logistics"),
            Said("Bluefen Logistics plans to cut 727 pilot jobs", "layoff: Bluefen Logistics"),
            Said("Corvane Foods to go into administration", "finance.distress: Corvane Foods"),
            Said("Corvane Foods owner falls into administration"),
            Said("Corvane Foods sells bakery business to Pellmore for $5bn", "divestiture.spinoff: Corvane Foods"),
            Said(
                "Harrowgate Capital fined £44m by Serious Fraud Office",
                "regulatory.action_on_company: Harrowgate Capital"),
            Said("Corvane Foods withdraws 2026 guidance", "results.miss_or_warning: Corvane Foods"),
            Said("Tidewell Air launches £450m rights issue", "funding.equity: Tidewell Air"),
            Said("Jane Roe resigns as Corvane Foods CEO", "leadership.ceo: Corvane Foods"),
            Said("Corvane Foods founder Jane Roe steps down as chief executive", "leadership.ceo: Corvane Foods"),
        ])
    func said(_ sample: Said) {
        #expect(Self.stated(sample.title) == sample.events)
    }

    @Test("reasons are sentences a person can say")
    func wording() {
        let slots = [
            "company": "Harrowgate Precision", "other": "Pellmore", "person": "Ruth Okafor", "number": "120",
            "money": "$40 million", "place": "Leeds",
        ]
        for rule in Self.pack.triggers {
            for values in [slots, ["company": "Harrowgate Precision", "other": "Pellmore"]] {
                let sentence = rule.wording.reason.render(values)
                #expect(sentence.contains("Harrowgate Precision"), "\(rule.id): \(sentence)")
                #expect(sentence.hasSuffix(".") && !sentence.contains(":") && !sentence.contains("  "), "\(sentence)")
            }
        }
        let finance = Self.pack.trigger("leadership.cfo")?.wording.reason.render(slots)
        #expect(finance == "Harrowgate Precision is getting a new finance chief, Ruth Okafor.")
        let jobs = Self.pack.trigger("layoff")?.wording.reason.render(slots)
        #expect(jobs == "Harrowgate Precision is cutting 120 jobs.")
    }
}
