import RuleLanguage
import Testing
import TriggerModel

@testable import EventRecognition

/// Whose event it is: nouns and prepositions around a name change that.
@Suite("Parties")
struct PartyTests {
    static let pack = RulePack(
        triggers: [
            TestPack.rule(
                "cuts",
                [
                    TestPack.clause(
                        .text, ["{company} (cuts|to cut|will cut) {number} [shop] jobs", "{company} to close"])
                ]),
            TestPack.rule(
                "cfo",
                [
                    TestPack.clause(
                        .text,
                        [
                            "{company} (names|appoints|announced the appointment of) {person} as (cfo|finance chief)",
                            "{company} cfo [...] resigns", "{person} [...] cfo of {company} [...] resigns",
                            "names {person} as finance chief", "withdraws forecast",
                        ])
                ]),
        ], negations: ["(withdraws|not)"].map(TestPack.pattern),
        fillers: ["(plant|smelter|works) [in {place}]"].map(TestPack.pattern))

    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        /// Subjects by name, and whether the event is a fact to state.
        var subjects: [String]
        var isStated: Bool
        var testDescription: String { text }

        init(_ text: String, _ subjects: [String], isStated: Bool = true) {
            self.text = text
            self.subjects = subjects
            self.isStated = isStated
        }
    }

    @Test(
        "the subject is the company the words name",
        arguments: [
            Case("Quillon to close", ["Quillon"]),
            Case("Quillon Media Cuts 20 Jobs", ["Quillon Media"]), Case("Quillon Board Cuts 20 Jobs", ["Quillon"]),
            Case("Quillon Touts Growth, Cuts 20 Jobs", ["Quillon"]),
            Case("January Trailer Cuts 20 Jobs", [], isStated: false),
            Case("January Vexley Cuts 20 Jobs", ["January Vexley"]),
            Case("7-Eleven Cuts 20 Jobs", ["7-Eleven"]), Case("1-800-Quillon cuts 20 jobs", ["1-800-Quillon"]),
            Case("15-Unit Quillon Cuts 20 Jobs", ["Quillon"]), Case("$2 Billion Quillon Cuts 20 Jobs", ["Quillon"]),
            Case("Class 8 Cuts 20 Jobs", [], isStated: false),
            Case("Vexley & Beyond Cuts 20 Jobs", ["Vexley & Beyond"]),
            Case("Bank of the Quillons cuts 20 jobs", ["Bank of the Quillons"]),
            Case("OHIO -- NQVL Cuts 20 Jobs", ["NQVL"]),
            Case("Analysts to close ranks", [], isStated: false),
            Case("Former Vexley Director Jane Roe Cuts 20 Jobs", [], isStated: false),
            Case("Tyre Veteran Cuts 20 Jobs", [], isStated: false),
            Case("Quillon Moguls Cuts 20 Jobs", [], isStated: false),
            Case("Venture Global to close", ["Venture Global"]),
            Case("Bella Roma Owner Names Jane Roe as CFO", [], isStated: false),
            Case("Jane Roe, CFO of Quillon, resigns", ["Quillon"]),
            Case("Quillon CFO Jane Roe resigns", ["Quillon"]),
            Case("Quillon smelter in New Zealand to close", ["Quillon"]),
            Case("Quillon Earnings to Close Year", ["Quillon"]), Case("Quillon Adj. EPS to Close Year", ["Quillon"]),
            Case("workers at Quillon to close ranks", [], isStated: false),
            Case("Bella Roma owner to close", [], isStated: false),
            Case("AI startup Quillon Vexley to close", ["Quillon Vexley"]),
            Case("Streaming service Quillon to close", ["Quillon"]),
            Case("Boatbuilder Quillon Vexley to close", ["Quillon Vexley"]),
            Case("Sun Vexley to close", ["Sun Vexley"]),
            Case("Bella Roma owner Quillon to close", ["Quillon"]),
            Case("Roast a Manger to close", ["Roast a Manger"]),
            Case("Vexley &amp; Quill to close", ["Vexley & Quill"]),
            Case("Quillon&reg; Foods to close", ["Quillon Foods"]),
            Case("Quillon Foods (South Africa) Ltd to close", ["Quillon Foods (South Africa) Ltd"]),
            Case("Quillon (Jane Roe) Limited talks, Vexley to close", ["Vexley"]),
            Case("McVexley&rsquo;s to close", ["McVexley's"]),
            Case("Quillon&rsquo;s smelter to close", ["Quillon"]),
            Case("Quillon and John Vexley to cut 500 jobs", ["Quillon", "John Vexley"]),
            Case("Marsh and Mallow to cut 500 jobs", ["Marsh and Mallow"]),
            Case("Partners Appoints Jane Roe as CFO", [], isStated: false),
            Case("Board Appoints Jane Roe as CFO", [], isStated: false),
            Case("the board of Quillon appoints Jane Roe as CFO", ["Quillon"]),
            // A headline that leaves its issuer out is a fact, of nobody we can name.
            Case("Names Jane Roe as Finance Chief", []),
            Case("Quillon: Names Jane Roe as Finance Chief", ["Quillon"]),
            Case("UK Payments Startup Quillon Names Jane Roe as CFO", ["Quillon"]),
            Case("Quillon Pharma, Inc. & Sons Names Jane Roe as CFO", ["Quillon Pharma, Inc. & Sons"]),
            Case("Quillon Pharma & Sons Names Jane Roe as CFO", ["Quillon Pharma & Sons"]),
            Case("Bella Roma Owner Quillon Names Jane Roe as CFO", ["Quillon"]),
            Case("China Property Developer Names Jane Roe as CFO", []),
            Case("Vexley's names Jane Roe as CFO", ["Vexley's"]),
            Case("Vexley\\'s Place Names Jane Roe as CFO", ["Vexley's Place"]),
            Case("Pakistan to cut 500 jobs", ["Pakistan"], isStated: false),
            Case("Owner of Quillon to cut 500 jobs", [], isStated: false),
            Case("Maker of Quillon shoes to cut 500 jobs", [], isStated: false),
            Case("Parent of Quillon Group names Jane Roe as CFO", [], isStated: false),
            Case("Wildfire to cut 500 jobs", ["Wildfire"], isStated: false),
            Case("Man to close ranks with others in the village", ["Man"], isStated: false),
            Case("Target to cut 500 jobs", ["Target"]),
            Case("Cheshire Building Society to cut 500 jobs", ["Cheshire Building Society"]),
            Case("Shares in Quillon slide as it will cut 500 jobs", ["Quillon"]),
            Case("Quillon shares slide after it will cut 500 jobs", ["Quillon"]),
            Case("Now it will cut 500 jobs", [], isStated: false),
            Case("Option to close", [], isStated: false),
            Case("Ten Year Contract to close", [], isStated: false),
            Case("Amended Option to close", [], isStated: false),
            Case("Strategic Networks to close", ["Strategic Networks"]),
            Case("Trump to cut 500 jobs", [], isStated: false),
            Case("Trump Paints to cut 500 jobs", ["Trump Paints"]),
            Case("Letter to Shareholders re names Jane Roe as Finance Chief", []),
            Case("Update on names Jane Roe as Finance Chief", []),
            Case("Vexley on names Jane Roe as Finance Chief", ["Vexley"]),
            Case("Biotech Quillon to cut 500 jobs", ["Quillon"]),
            Case("Airline Quillon to cut 500 jobs", ["Quillon"]),
            Case("Airline Holdings to cut 500 jobs", ["Airline Holdings"]),
            Case("Pioneer Quillon to cut 500 jobs", ["Pioneer Quillon"]),
            Case("Quillon's Leeds plant to cut 500 jobs", ["Quillon"]),
            Case("Quillon's Vexley smelter to cut 500 jobs", ["Quillon"]),
            Case("Quillon's UK Arm to Cut 500 Jobs", ["Quillon"]),
            Case("Quillon Leeds Factory to Cut 500 Jobs", ["Quillon"]),
            Case("Vietnam's Vexley Dyes to cut 500 jobs", ["Vexley Dyes"]),
            Case("Germany's Quillon names Jane Roe as CFO", ["Quillon"]),
            Case("BRIEF-Quillon to cut 500 jobs", ["Quillon"]),
            Case("UPDATE 2-Quillon to cut 500 jobs", ["Quillon"]),
            Case("CAN-Quillon to cut 500 jobs", ["CAN-Quillon"]),
        ])
    func subjects(_ sample: Case) {
        let events = TestPack.recognise(TestPack.item(sample.text), pack: Self.pack).events
        #expect(events.flatMap(\.parties).filter { $0.role == .subject }.map(\.name) == sample.subjects)
        #expect(events.contains { $0.confidence >= 0.5 } == sample.isStated)
    }

    @Test(
        "what a company is said to be is no part of its name",
        arguments: [
            "Italian glassmaker Vexley", "glassmaker Vexley", "the chip maker Vexley", "Zurich-based biotech Vexley",
            "family-owned food and drink group Vexley", "Roma rival Vexley", "Roma owner Vexley", "AI start-up Vexley",
            "Japan's Vexley", "UK fashion label Vexley", "a US medical device company Vexley",
            "New Jersey-based Vexley", "Roma-backed Vexley", "UK-based family-run Vexley",
        ])
    func described(_ other: String) {
        let rule = TestPack.rule("buy", [TestPack.clause(.text, ["{company} acquires {other} [for {money}]"])])
        let pack = RulePack(triggers: [rule])
        for title in ["Quillon acquires \(other)", "Quillon acquires \(other) for €740m"] {
            let event = TestPack.recognise(TestPack.item(title), pack: pack).events.first
            #expect(event?.subject?.name == "Quillon")
            #expect(event?.counterparty?.name == "Vexley")
            #expect((event?.amount == nil) == !title.hasSuffix("m"))
        }
    }

    @Test(
        "a word that names no kind of company leads up to no name",
        arguments: ["stake in Vexley", "veteran Jane Vexley", "old plant Monday", "land at Vexley", "chief Jane Roe"])
    func undescribed(_ rest: String) {
        let rule = TestPack.rule("buy", [TestPack.clause(.text, ["{company} acquires {other}"])])
        let events = TestPack.recognise(
            TestPack.item("Quillon acquires \(rest)"), pack: RulePack(triggers: [rule])
        ).events
        #expect(events.isEmpty)
    }

    @Test(
        "a known company's name is not cut in two",
        arguments: [
            ("Quillon and Vexley & Roma agree", ["Quillon", "Vexley & Roma"]),
            ("Vexley & Roma and Quillon agree", ["Vexley & Roma", "Quillon"]),
            ("Quillon and Vexley & Roma, Inc. agree", ["Quillon", "Vexley & Roma, Inc"]),
        ])
    func whole(_ title: String, _ parties: [String]) {
        let rule = TestPack.rule("agree", [TestPack.clause(.headline, ["{company} and {other} agree"])])
        let events = TestPack.recognise(
            TestPack.item(title), accounts: [TestPack.account("v", "Vexley & Roma, Inc.")],
            pack: RulePack(triggers: [rule])
        ).events
        #expect(events.flatMap { $0.parties.map(\.name) } == parties)
    }

    @Test(
        "what somebody has practised names no company",
        arguments: [
            ("Payment Industry Veteran", nil), ("Seasoned Executive", nil), ("Vexley Veteran", "Vexley"),
            ("Vexley Foods Executive", "Vexley Foods"),
        ] as [(String, String?)])
    func practised(_ who: String, _ employer: String?) {
        let rule = TestPack.rule(
            "hire",
            [
                TestPack.clause(
                    .text,
                    ["{company} hires {other} (veteran|executive) {person} as cfo", "{company} hires ... as cfo"])
            ])
        let event = TestPack.recognise(
            TestPack.item("Quillon Hires \(who) Jane Roe as CFO"), pack: RulePack(triggers: [rule])
        ).events.first
        #expect(event?.subject?.name == "Quillon")
        #expect(event?.counterparty?.name == employer)
    }

    @Test("several persons stand where one may")
    func people() {
        let rule = TestPack.rule(
            "board", [TestPack.clause(.text, ["{company} appoints {person} to (board|its board)"])])
        for people in ["Jane Roe and Tom Hale", "Jane Roe, Tom Hale and Ann Poe", "Jane Roe, Tom Hale, and Ann Poe"] {
            let event = TestPack.recognise(
                TestPack.item("Quillon appoints \(people) to board"), pack: RulePack(triggers: [rule])
            ).events.first
            #expect(event?.slots["person"] == "Jane Roe")
        }
        let event = TestPack.recognise(
            TestPack.item("Quillon appoints Jane Roe, offers seat to board"), pack: RulePack(triggers: [rule])
        ).events.first
        #expect(event == nil)
    }

    @Test(
        "a price right behind what happens belongs to it",
        arguments: [
            ("Quillon buys Vexley for €740m", 740_000_000), ("Quillon buys Vexley for $3bn in cash", 3_000_000_000),
            ("Quillon buys Vexley in $1.2-billion deal", 1_200_000_000),
            ("Quillon buys Vexley in an all-share £40m takeover", 40_000_000),
            ("Quillon buys Vexley for $5m project", nil),
            ("Quillon buys Vexley in $5m", nil), ("Quillon buys Vexley after $5m loss", nil),
        ] as [(String, Int?)])
    func price(_ title: String, _ amount: Int?) {
        let rule = TestPack.rule("buy", [TestPack.clause(.text, ["{company} buys {other}"])])
        let event = TestPack.recognise(TestPack.item(title), pack: RulePack(triggers: [rule])).events.first
        #expect(event?.amount?.amount == amount)
        #expect((event?.slots["money"] == nil) == (amount == nil))
    }

    @Test("a dateline is no company")
    func dateline() {
        for text in [
            "STATEN ISLAND, N.Y., April 16, 2026 /PRNewswire/ -- Quillon Pharma, Inc. announced the appointment of Jane Roe as CFO.",
            "LEEDS, 4 May 2026 – Quillon Pharma, Inc. announced the appointment of Jane Roe as CFO.",
            "NEW YORK and LEEDS and ROME, 4 May 2026 – Quillon Pharma, Inc. announced the appointment of Jane Roe as CFO.",
            "STRATFORD upon AVON, 4 May 2026 – Quillon Pharma, Inc. announced the appointment of Jane Roe as CFO.",
            "On May 4, 2026, Quillon Pharma, Inc. announced the appointment of Jane Roe as CFO and Head – Finance.",
        ] {
            let event = TestPack.recognise(TestPack.item(nil, summary: text), pack: Self.pack).events.first
            #expect(event?.subject?.name == "Quillon Pharma, Inc")
            // When it was sent is not when it happened.
            #expect(event?.dateBasis == (text.hasPrefix("On") ? .text : .published))
        }
        for place in ["LEEDS MILLS", "Leeds, 4 May 2026, Newswire"] {
            let text = "\(place) – announced the appointment of Jane Roe as CFO."
            #expect(TestPack.recognise(TestPack.item(nil, summary: text), pack: Self.pack).events.isEmpty)
        }
    }

    @Test("a number of many is spoken as one")
    func many() {
        let event = TestPack.recognise(TestPack.item("Quillon to cut thousands shop jobs"), pack: Self.pack).events
            .first
        #expect(event?.slots["number"] == "thousands of")
    }

    @Test("words the pattern asks for do not negate it")
    func ownWords() {
        let events = TestPack.recognise(TestPack.item("Quillon withdraws forecast"), pack: Self.pack).events
        #expect(events.map(\.qualifiers) == [[]])
    }

    @Test("what happens to an industry needs no subject, what happens to a company does")
    func industry() {
        var tariff = TestPack.rule("tariff", [TestPack.clause(.text, ["tariff on steel"])])
        tariff.wording.reason = WordingTemplate(
            text: "{account} pays.", segments: [.slot("account", fallback: nil), .literal(" pays.")],
            place: TestPack.place)
        let breach = TestPack.rule("breach", [TestPack.clause(.text, ["data breach"])])
        let pack = RulePack(triggers: [tariff, breach])
        func events(_ title: String) -> [Event] { TestPack.recognise(TestPack.item(title), pack: pack).events }
        #expect(events("New tariff on steel from Monday").map(\.subject) == [nil])
        #expect(events("New tariff on steel from Monday").allSatisfy { $0.confidence >= 0.5 })
        #expect(events("Vexley Steel Inc. regrets tariff on steel").map(\.subject) == [nil])
        #expect(events("another data breach").allSatisfy { $0.confidence < 0.5 })
    }

    @Test("history that the pattern itself asks for is no history")
    func ownHistory() {
        let rule = TestPack.rule("milestone", [TestPack.clause(.text, ["{company} marks anniversary"])])
        let pack = RulePack(triggers: [rule], histories: ["(anniversary|formerly)"].map(TestPack.pattern))
        func qualifiers(_ title: String) -> [[Qualifier]] {
            TestPack.recognise(TestPack.item(title), pack: pack).events.map(\.qualifiers)
        }
        #expect(qualifiers("Quillon marks anniversary") == [[]])
        #expect(qualifiers("formerly Quillon marks anniversary") == [[.past]])
    }

    @Test("a filing whose items are not known is read from what opens a section")
    func unknownItems() {
        let pack = RulePack(triggers: [
            TestPack.rule(
                "cfo",
                [
                    TestPack.clause(
                        .text, ["appointed {person} as finance chief"], filing: .init(form: "8-K", items: ["5.02"]))
                ]),
            TestPack.rule("bare", [TestPack.clause(.text, [], filing: .init(form: "8-K", items: ["1.05"]))]),
        ])
        let filing = Filing(form: "8-K", items: [], parties: [FilingParty(name: "Quillon Inc", role: .filer)])
        let filler = Array(repeating: "The company has many looms and runs them all day.", count: 5).joined(
            separator: " ")
        func triggers(_ content: String) -> [String] {
            TestPack.recognise(TestPack.item("8-K", content: content, filing: filing), pack: pack).events.map(\.trigger)
        }
        #expect(triggers("On May 4 the directors appointed Jane Roe as finance chief.") == ["cfo"])
        #expect(triggers("\(filler) Long ago they appointed Jane Roe as finance chief.") == [])
    }

    @Test("an event of a filing's item alone quotes the whole title")
    func filingEvidence() {
        let pack = RulePack(triggers: [
            TestPack.rule("breach", [TestPack.clause(.text, [], filing: .init(form: "8-K", items: ["1.05"]))])
        ])
        let filing = Filing(form: "8-K", items: ["1.05"], parties: [FilingParty(name: "Quillon Inc", role: .filer)])
        let title = "8-K - QUILLON INC (0009990001) (Filer)"
        let event = TestPack.recognise(TestPack.item(title, filing: filing), pack: pack).events.first
        #expect(event?.evidence.map(\.text) == [title])
        #expect(event?.evidence.map(\.span) == [Span(field: .title, start: 0, end: title.unicodeScalars.count)])
    }
}
