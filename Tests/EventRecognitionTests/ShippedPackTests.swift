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
        #expect(Self.pack.triggers.count >= 43)
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
            "BCSC Revocation Order re Tidewell Resources Inc.", "OSC re Tidewell Resources Inc.",
            "TSX Trading Halt re Tidewell Resources Inc.",
            "Corvane Foods chief calls partnership with Pellmore a triumph", "Board Appoints Jane Roe as CEO",
            "Acquisition of Property", "Corvane Foods joins growers association as founding member",
            "Corvane Foods Introduces Jane Roe as Receptionist of the Month",
            "Bluefen Logistics Hires Ian Moss as Business Development Manager",
            "Corvane Foods Announces Lena Ortiz as Chief Client Adviser of the Year",
            "Harbour strategist says stocks may fall further",
            "Pellmore Robotics joins robotics forum as founding member",
            "Lena Ortiz releases first poetry book", "Tidewell Law Wins Case for Client",
            "Union calls strike ballot at Harrowgate Mills", "City marks anniversary of flood",
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
            // A headline that leaves its issuer out.
            Said("Appoints new Director", "leadership.board: -"),
            Said("Names Jane Roe as Chief Executive Officer", "leadership.ceo: -"),
            Said("Acquisition of Pellmore Bakeries", "ma.agreement: -"),
            Said("Strategic Alliance with Pellmore Bakeries", "partnership: -"),
            Said("Widget Supply Deal with Pellmore Bakeries", "partnership: -"),
            Said("Harrowgate Mills: Appoints Jane Roe as CFO", "leadership.cfo: Harrowgate Mills"),
            Said("Harrowgate Groupappoints Jane Roe as CFO", "leadership.cfo: Harrowgate Group"),
            Said(
                "BCSC re Can-Dell Resources Ltd. Cease Trade Order",
                "regulatory.action_on_company: Can-Dell Resources Ltd"),
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
            Said(
                "BCSC Cease Trade Order re Tidewell Resources Inc.",
                "regulatory.action_on_company: Tidewell Resources Inc"),
            Said(
                "ASC re 1234567 Alberta Ltd. Management Cease Trade Order",
                "regulatory.action_on_company: 1234567 Alberta Ltd"),
            Said(
                "TSX Delisting Review re Tidewell Resources Inc.",
                "regulatory.action_on_company: Tidewell Resources Inc"),
            Said("Moss Joins Harrowgate Mills as Chief Operating Officer", "leadership.functional: Harrowgate Mills"),
            Said(
                "Harrowgate Mills Elects Veteran Wool Trader Nadia Ferro as Independent Director",
                "leadership.board: Harrowgate Mills"),
            Said("Bluefen Freight rebrands as Bluefen Logistics", "milestone: Bluefen Freight"),
            Said(
                "Ports will clog again this winter, Bluefen Logistics CEO says",
                "statement.executive: Bluefen Logistics"),
            Said("US imposes 30% tariff on steel", "industry.shock: -"),
            Said("EPA issues final rule on mill dust", "regulation.new_for_industry: -"),
            Said(
                "Corvane Foods names Ruth Okafor CFO, acquires Pellmore Bakeries", "leadership.cfo: Corvane Foods",
                "ma.agreement: Corvane Foods"),
            Said("Jane Roe resigns as Corvane Foods CEO", "leadership.ceo: Corvane Foods"),
            Said("Corvane Foods founder Jane Roe steps down as chief executive", "leadership.ceo: Corvane Foods"),
        ])
    func said(_ sample: Said) {
        #expect(Self.stated(sample.title) == sample.events)
    }

    struct Deal: CustomTestStringConvertible, Sendable {
        var title: String
        var subject: String
        var other: String
        var testDescription: String { title }

        init(_ title: String, _ subject: String, _ other: String) {
            self.title = title
            self.subject = subject
            self.other = other
        }
    }

    @Test(
        "who does what to whom survives the passive and the grammar of headlines",
        arguments: [
            Deal(
                "Harrowgate Mills selects Corvane Systems as its payroll provider", "Harrowgate Mills",
                "Corvane Systems"),
            Deal("Tidewell Health taps Corvane Systems to run its data centers", "Tidewell Health", "Corvane Systems"),
            Deal("Corvane Systems selected by Harrowgate Mills to run payroll", "Corvane Systems", "Harrowgate Mills"),
            Deal(
                "Leeds Council awards Harrowgate Engineering £12m contract", "Harrowgate Engineering", "Leeds Council"),
            Deal(
                "Leeds Council cancels contract with Harrowgate Engineering", "Harrowgate Engineering", "Leeds Council"),
            Deal("Pellmore Bakeries to be acquired by Corvane Foods", "Corvane Foods", "Pellmore Bakeries"),
            Deal("Corvane Foods to acquire Pellmore Bakeries", "Corvane Foods", "Pellmore Bakeries"),
            Deal("Pellmore Robotics sues Corvane Systems over patents", "Corvane Systems", "Pellmore Robotics"),
            Deal("Quayside Capital takes control of Harrowgate Mills", "Harrowgate Mills", "Quayside Capital"),
            Deal(
                "Quayside Capital nominates four directors to Bluefen Logistics board", "Bluefen Logistics",
                "Quayside Capital"),
        ])
    func parties(_ deal: Deal) {
        let item = TestPack.item(deal.title)
        let events = Self.recogniser.recognise(item, teller: TestPack.teller, received: TestPack.received).events
            .filter { $0.confidence >= 0.5 }
        #expect(events.map { $0.subject?.name } == [deal.subject])
        #expect(events.map { $0.parties.first { $0.role == .counterparty }?.name } == [deal.other])
    }

    @Test("what a leader said is shown with the sentence it stands in")
    func quotation() {
        let title = "Wool will be scarce for two years, Harrowgate Mills chief executive says"
        let events = Self.recogniser.recognise(
            TestPack.item(title), teller: TestPack.teller, received: TestPack.received
        ).events
        #expect(events.map(\.trigger) == ["statement.executive"])
        #expect(events.first?.evidence.map(\.quote) == [title])
    }

    @Test("reasons are sentences a person can say")
    func wording() {
        let slots = [
            "company": "Harrowgate Precision", "other": "Pellmore", "person": "Ruth Okafor", "number": "120",
            "account": "Harrowgate Precision", "money": "$40 million", "place": "Leeds",
        ]
        for rule in Self.pack.triggers {
            let few = ["company": "Harrowgate Precision", "account": "Harrowgate Precision", "other": "Pellmore"]
            for values in [slots, few] {
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
