import RuleLanguage
import Testing
import TriggerModel

@testable import EventRecognition

@Suite("Events of an item")
struct RecogniserTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        /// `trigger: subject > counterparty [qualifiers]`, one an event.
        var events: [String]
        var testDescription: String { text }

        init(_ text: String, _ events: String...) {
            self.text = text
            self.events = events
        }
    }

    static func line(_ event: Event) -> String {
        var line = "\(event.trigger): \(event.subject?.name ?? "-")"
        if let other = event.counterparty { line += " > \(other.name)" }
        if let person = event.slots["person"] { line += " (\(person))" }
        if !event.qualifiers.isEmpty { line += " \(event.qualifiers.map(\.rawValue))" }
        return line
    }

    @Test(
        "who did what to whom",
        arguments: [
            Case("Acme acquires Beta Foods", "buy: Acme > Beta Foods"),
            Case("Beta Foods to be acquired by Acme", "buy: Acme > Beta Foods"),
            Case("Software maker Acme buys Beta", "buy: Acme > Beta"),
            Case("Software Maker Acme Buys Rival Beta Foods", "buy: Acme > Beta Foods"),
            Case("Acme names Jane Roe CFO and cuts 300 jobs", "cfo: Acme (Jane Roe)", "cuts: Acme"),
            Case("Acme names Jane Roe CFO, Beta Foods to cut 300 jobs", "cfo: Acme (Jane Roe)", "cuts: Beta Foods"),
            Case("Acme in talks to acquire Beta Foods", "buy: Acme > Beta Foods [\"hedged\"]"),
            Case("Acme may acquire Beta Foods", "buy: Acme > Beta Foods [\"hedged\"]"),
            Case("Acme to acquire Beta Foods, sources say", "buy: Acme > Beta Foods [\"hedged\"]"),
            Case("Reportedly, Acme acquires Beta Foods", "buy: Acme > Beta Foods [\"hedged\"]"),
            Case("Acme acquires Beta Foods; Gamma may follow", "buy: Acme > Beta Foods"),
            Case("Acme acquires Beta Foods in May", "buy: Acme > Beta Foods"),
            Case("Acme acquires Beta Foods, which may cut jobs", "buy: Acme > Beta Foods"),
            Case("Acme acquires Beta Foods, and may not cut jobs", "buy: Acme > Beta Foods"),
            Case("Formerly Acme bought Beta Foods", "buy: Acme > Beta Foods [\"past\"]"),
            Case("As formerly reported Acme bought Beta Foods", "buy: Acme > Beta Foods"),
            Case("As formerly approved Acme bought Beta Foods", "buy: Acme > Beta Foods"),
            Case("Acme would acquire Beta Foods", "buy: Acme > Beta Foods [\"hedged\"]"),
            Case("Acme said that it would acquire Beta Foods", "buy: Acme > Beta Foods"),
            Case("Shares in Acme rise as it would acquire Beta Foods", "buy: Acme > Beta Foods [\"hedged\"]"),
            Case("Rivals said Acme would acquire Beta Foods", "buy: Acme > Beta Foods [\"hedged\"]"),
            Case("As of May 2, 2012 Acme bought Beta Foods", "buy: Acme > Beta Foods [\"past\"]"),
            Case("Acme bought Beta Foods under a contract dated May 2, 2012", "buy: Acme > Beta Foods"),
            Case("Acme bought Beta Foods by contract dated as of May 2, 2012", "buy: Acme > Beta Foods"),
            Case("Acme bought Beta Foods on May 2, 2012", "buy: Acme > Beta Foods [\"past\"]"),
            Case("Acme, listed since 2006, acquires Beta Foods", "buy: Acme > Beta Foods"),
            Case("Acme acquires Beta Foods, listed since 2006", "buy: Acme > Beta Foods"),
            Case("Acme denies it will acquire Beta Foods", "buy: Acme > Beta Foods [\"negated\"]"),
            Case("In 2019, Acme acquired nothing and Acme bought Beta Foods", "buy: Acme > Beta Foods [\"past\"]"),
            Case("Will Acme acquire Beta Foods?", "buy: Acme > Beta Foods [\"question\"]"),
            Case("Virtual CFO firm names Jane Roe CFO"),
            Case("Board of Directors of Acme names Jane Roe CFO", "cfo: Acme (Jane Roe)"),
            Case("Nothing happened today"),
        ])
    func roles(_ sample: Case) {
        let result = TestPack.recognise(TestPack.item(sample.text))
        #expect(result.events.map(Self.line) == sample.events)
        for event in result.events {
            #expect((event.confidence < 0.5) == !event.qualifiers.isEmpty)
        }
    }

    @Test("many who ask at once for the first time get the same answer")
    func firstAtOnce() async {
        let recogniser = Recogniser(pack: TestPack.small, accounts: [TestPack.account("acme", "Acme")])
        let item = TestPack.item("Acme acquires Beta Foods")
        let answers = await withTaskGroup(of: Recognition.self) { group in
            for _ in 0..<16 {
                group.addTask { recogniser.recognise(item, teller: TestPack.teller, received: TestPack.received) }
            }
            return await group.reduce(into: Set<Recognition>()) { $0.insert($1) }
        }
        #expect(answers.count == 1)
        #expect(answers.first?.events.first?.subject?.account == "acme")
    }

    @Test("confidence is the sum of its parts")
    func parts() {
        for text in ["Acme acquires Beta Foods", "Acme may acquire Beta Foods", "France to cut 500 jobs"] {
            for event in TestPack.recognise(TestPack.item(text)).events {
                let sum = event.confidenceParts.reduce(0) { $0 + Int(($1.value * 100).rounded()) }
                #expect(Int((event.confidence * 100).rounded()) == sum)
            }
        }
    }

    @Test("an event carries its words, its date and who told it")
    func whole() {
        let item = TestPack.item("News: Acme acquires Beta Foods for $12m", url: "https://news.example/1")
        let result = TestPack.recognise(
            item, accounts: [TestPack.account("acme", "Acme Inc"), TestPack.account("beta", "Beta Foods")])
        #expect(
            result.events == [
                Event(
                    id: EventIdentity.id(
                        trigger: "buy", subject: Party(name: "Acme", role: .subject, company: .account("acme")),
                        counterparty: Party(name: "Beta Foods", role: .counterparty, company: .account("beta")),
                        otherwise: "", date: CalendarDay("2026-06-10")!),
                    trigger: "buy", confidence: 0.79,
                    confidenceParts: [
                        ConfidencePart(name: "headline", value: 0.55),
                        ConfidencePart(name: "known company", value: 0.14),
                        ConfidencePart(name: "details", value: 0.1),
                    ],
                    parties: [
                        Party(name: "Acme", role: .subject, company: .account("acme")),
                        Party(name: "Beta Foods", role: .counterparty, company: .account("beta")),
                    ],
                    slots: ["money": "$12m"], amount: Money(amount: 12_000_000, currency: "USD"),
                    evidence: [
                        Evidence(
                            span: Span(field: .title, start: 6, end: 39), text: "Acme acquires Beta Foods for $12m",
                            quote: "News: Acme acquires Beta Foods for $12m")
                    ],
                    qualifiers: [], date: CalendarDay("2026-06-10")!, dateBasis: .published,
                    tellers: [
                        Teller(
                            source: "wire", publisher: "Wire", item: "1", url: "https://news.example/1",
                            title: "News: Acme acquires Beta Foods for $12m",
                            published: Timestamp(rfc3339: "2026-06-10T08:00:00Z"), isFirstHand: false)
                    ])
            ])
        #expect(result.mentions.map(\.account) == ["acme", "beta"])
        #expect(result.trace.map(\.event) == [result.events[0].id])
    }

    @Test("headline and text that tell the same are one event with both as evidence")
    func toldTwice() {
        let item = TestPack.item(
            "Acme acquires Beta Foods",
            summary: "Acme, Inc. announced today that it has acquired a mill. Acme, Inc. bought Beta Foods.")
        let events = TestPack.recognise(item).events
        #expect(events.count == 1)
        #expect(events.first?.evidence.map(\.span.field) == [.title, .summary])
        #expect(events.first?.confidenceParts.contains { $0.name == "told again" } == true)
    }

    @Test("a look-alike in the headline stops the rule and is named")
    func lookAlike() {
        let item = TestPack.item(
            "Fractional CFO service grows", summary: "Acme named Jane Roe chief financial officer.")
        let result = TestPack.recognise(item)
        #expect(result.events.isEmpty)
        #expect(result.gates == [Gate(.recognise, "look-alike", "cfo: \"Fractional CFO\" (test.yaml:1:1)")])
        #expect(result.trace.count == 1)
        #expect(result.trace.first?.event == nil)
    }

    @Test(
        "a word of a company's name is no look-alike, unless the look-alike names the company, or it is a fund",
        arguments: [
            ("T. Rowe Price cuts 80 jobs", true), ("Union Pacific cuts 80 jobs", true),
            ("Toll Brothers cuts 80 jobs", true), ("Quillon Price cuts 80 jobs", false),
            ("Fuel price up, Union Pacific cuts 80 jobs", false), ("Vexley Analysts cuts 80 jobs", false),
            ("Bluefen Growth Fund cuts 80 jobs", false), ("Union cuts 80 jobs", false),
        ])
    func namedLookAlike(_ title: String, _ isTold: Bool) {
        let cuts = TestPack.rule(
            "cuts", [TestPack.clause(.headline, ["{company} cuts {number} jobs"])],
            unless: [
                TestPack.clause(
                    .headline, ["price", "(union|brothers) [...] cuts", "vexley analysts cuts", "fund"])
            ])
        let accounts = [
            ("rowe", "T. Rowe Price Group, Inc."), ("rail", "Union Pacific Corporation"),
            ("homes", "Toll Brothers, Inc."), ("analysts", "Vexley Analysts, Inc."), ("fund", "Bluefen Growth Fund"),
        ].map { TestPack.account($0.0, $0.1) }
        let result = TestPack.recognise(
            TestPack.item(title), accounts: accounts, pack: RulePack(triggers: [cuts]))
        #expect(result.events.isEmpty == !isTold)
    }

    @Test("boilerplate tells nothing")
    func boilerplate() {
        for content in [
            "About Acme\nAcme bought Beta Foods and grew ever since then, year after year.",
            "This press release contains hopes. Acme acquires Beta Foods.",
        ] {
            #expect(TestPack.recognise(TestPack.item("Acme grows", content: content)).events.isEmpty)
        }
        let paragraph = "About Acme\n\nItem 8.01 Other Events\n\nAcme bought Beta Foods."
        #expect(TestPack.recognise(TestPack.item("Acme grows", content: paragraph)).events.count == 1)
    }

    @Test("official item names of filings tell nothing, their text does")
    func officialNames() {
        let pack = RulePack(triggers: [
            TestPack.rule("exit", [TestPack.clause(.text, ["departure of directors"])]),
            TestPack.rule("cyber", [TestPack.clause(.text, ["cybersecurity incidents"])]),
        ])
        let filing = Filing(form: "8-K", items: ["5.02"], parties: [FilingParty(name: "Acme Inc", role: .filer)])
        func triggers(_ content: String) -> [String] {
            TestPack.recognise(TestPack.item("8-K - ACME", content: content, filing: filing), pack: pack).events.map(
                \.trigger)
        }
        #expect(
            triggers("Item 5.02 Departure of Directors or Certain Officers; Election of Directors. Nothing.").isEmpty)
        #expect(triggers("ITEM 5.02.\nDeparture of Directors or Certain Officers\nNothing more.").isEmpty)
        #expect(
            triggers("Item 1.05 Material Cybersecurity Incidents. We regret the departure of directors.") == ["exit"])
    }

    @Test("a filing's clause asks for form and item, and the filer is the subject")
    func filing() {
        func item(_ form: String, _ items: [String]) -> Item {
            TestPack.item(
                "8-K - ACME INC",
                content: "On June 5, 2026, our directors appointed Jane Roe as Chief Financial Officer.",
                filing: Filing(
                    form: form, items: items, parties: [FilingParty(name: "ACME INC /DE/", role: .filer)],
                    period: CalendarDay("2026-06-05")))
        }
        let events = TestPack.recognise(item("8-K/A", ["5.02", "9.01"])).events
        #expect(events.map(Self.line) == ["cfo: ACME INC (Jane Roe)"])
        #expect(events.first?.date == CalendarDay("2026-06-05"))
        #expect(events.first?.dateBasis == .period)
        #expect(TestPack.recognise(item("8-K", ["8.01"])).events.isEmpty)
        #expect(TestPack.recognise(item("10-K", ["5.02"])).events.isEmpty)
        #expect(TestPack.recognise(item("8-K", ["1.05"])).events.map(\.trigger) == ["breach"])
    }

    @Test("the company of a text is the company of the item")
    func pronoun() {
        let item = TestPack.item(
            "Mills update", content: "Harrowgate Mills Inc. met in Leeds. The company acquires Beta Foods.")
        #expect(TestPack.recognise(item).events.map(Self.line) == ["buy: Harrowgate Mills Inc > Beta Foods"])
    }

    struct Dated: CustomTestStringConvertible, Sendable {
        var summary: String
        var published: String?
        var date: String
        var basis: DateBasis
        var testDescription: String { summary }
    }

    @Test(
        "the date is the event's own where the text gives one",
        arguments: [
            Dated(
                summary: "On June 5, 2026, Acme bought Beta.", published: "2026-06-10T08:00:00Z", date: "2026-06-05",
                basis: .text),
            Dated(
                summary: "Effective July 5, 2026, Acme acquires Beta.", published: "2026-06-10T08:00:00Z",
                date: "2026-06-10", basis: .published),
            Dated(
                summary: "On July 5, 2026, Acme acquires Beta.", published: "2026-06-10T08:00:00Z", date: "2026-06-10",
                basis: .published),
            Dated(summary: "Acme acquires Beta.", published: nil, date: "2026-06-15", basis: .received),
        ])
    func dates(_ sample: Dated) {
        let event = TestPack.recognise(TestPack.item(nil, summary: sample.summary, published: sample.published)).events
            .first
        #expect(event?.date.description == sample.date)
        #expect(event?.dateBasis == sample.basis)
    }

    @Test("disabled rules are silent, drafts are recognised")
    func statuses() {
        let clauses = [TestPack.clause(.headline, ["{company} wins"])]
        let pack = RulePack(triggers: [
            TestPack.rule("draft", clauses, status: .draft), TestPack.rule("off", clauses, status: .disabled),
        ])
        #expect(TestPack.recognise(TestPack.item("Acme wins"), pack: pack).events.map(\.trigger) == ["draft"])
    }

    @Test("a trial that fails says what happened")
    func trials() {
        func trial(_ text: String, _ should: Bool) -> TriggerRule.Trial {
            .init(item: TestPack.item(text), shouldMatch: should, place: TestPack.place)
        }
        let rule = TestPack.rule(
            "win", [TestPack.clause(.headline, ["{company} wins"])],
            trials: [
                trial("Acme wins", true), trial("Acme loses", false), trial("Acme loses", true),
                trial("Acme wins", false),
            ])
        let failures = Recogniser.runTrials(of: RulePack(triggers: [rule]))
        #expect(failures.map(\.text) == ["Acme loses", "Acme wins"])
        #expect(
            failures.map(\.happened) == [
                "no clause matched",
                "recognised from \"Acme wins\" with confidence 0.6 (headline 0.55, company named 0.05)",
            ])
    }

    @Test(
        "hostile items neither stop nor slow it",
        arguments: [
            "(", "Acme (", "Acme , ", "acquires ", "Acme acquires ", "\u{202E}Acme ", "\u{0}", "A&",
            "Acme acquires Beta and ", "$", "May ",
            "(NYSE: ACM) ", "About Acme\n", "Messrs. Roe, ", "Acme (\"A\") ",
        ])
    func hostile(_ piece: String) {
        let text = String(repeating: piece, count: 20_000 / piece.utf8.count)
        let clock = ContinuousClock()
        let time = clock.measure {
            _ = TestPack.recognise(
                TestPack.item(text, summary: text, content: text), accounts: [TestPack.account("acme", "Acme Inc")])
        }
        #expect(time < .seconds(20))
    }
}
