import Testing
import TriggerModel

@testable import EventRecognition

/// Who did what to whom, in sentences of our own: each with all that is stated of it, `trigger: subject > other side`.
@Suite("Who did what to whom")
struct WhoDidWhatTests {
    struct Said: CustomTestStringConvertible, Sendable {
        var title: String
        var events: [String]
        var testDescription: String { title }

        init(_ title: String, _ events: String...) {
            self.title = title
            self.events = events
        }
    }

    private static func events(_ title: String) -> [Event] {
        ShippedPackTests.recogniser.recognise(
            TestPack.item(title), teller: TestPack.teller, received: TestPack.received
        ).events
    }

    @Test(
        "buyer and target, winner and awarder, plaintiff and defendant, old and new employer are never confused",
        arguments: [
            Said(
                "Tidewell Foods acquires Harrowgate Mills for $420 million",
                "ma.agreement: Tidewell Foods > Harrowgate Mills"),
            Said("Harrowgate Mills acquired by Tidewell Foods", "ma.agreement: Tidewell Foods > Harrowgate Mills"),
            Said(
                "Harrowgate Mills agrees to be bought by Tidewell Foods in $420 million deal",
                "ma.agreement: Tidewell Foods > Harrowgate Mills"),
            Said("Harrowgate Mills sold to Tidewell Foods for £40m", "ma.agreement: Tidewell Foods > Harrowgate Mills"),
            Said(
                "Tidewell Foods to acquire UK bakery chain Harrowgate Mills",
                "ma.agreement: Tidewell Foods > Harrowgate Mills"),
            Said(
                "Tidewell Foods acquired the Vexley Recycling Center in Leeds.",
                "ma.agreement: Tidewell Foods > Vexley Recycling Center"),
            Said("Frontier Airlines to cut 270 jobs", "layoff: Frontier Airlines"),
            Said("Turkish Airlines to Cut 270 Jobs", "layoff: Turkish Airlines"),
            Said("European Airlines to Cut 270 Jobs"),
            Said("AT&T to cut 3,000 jobs", "layoff: AT&T"),
            Said("Corvane IPO priced at $6.00", "ipo.filed: Corvane"),
            Said("Tidewell Foods and Harrowgate Mills to merge", "ma.agreement: Tidewell Foods > Harrowgate Mills"),
            Said(
                "Harrowgate Mills accepts $900m takeover offer from Tidewell Foods",
                "ma.agreement: Tidewell Foods > Harrowgate Mills"),
            Said(
                "Tidewell Foods completes acquisition of Harrowgate Mills",
                "ma.closed: Tidewell Foods > Harrowgate Mills"),
            Said(
                "Tidewell Foods wins approval to acquire Harrowgate Mills",
                "ma.agreement: Tidewell Foods > Harrowgate Mills"),
            Said(
                "Northgate Capital-backed Tidewell Foods buys Harrowgate Mills",
                "ma.agreement: Tidewell Foods > Harrowgate Mills"),
            Said(
                "Acquisition of Harrowgate Mills by Tidewell Foods completed",
                "ma.closed: Tidewell Foods > Harrowgate Mills"),
            Said(
                "Tidewell Foods strengthens its bakery arm with acquisition of Harrowgate Mills",
                "ma.agreement: Tidewell Foods > Harrowgate Mills"),
            Said("Tidewell Foods, Harrowgate Mills announce merger", "ma.agreement: Tidewell Foods > Harrowgate Mills"),
            Said(
                "Harrowgate Mills to become part of Tidewell Foods", "ma.agreement: Tidewell Foods > Harrowgate Mills"),
            Said(
                "Private equity firm Northgate Capital acquires Harrowgate Mills",
                "ma.agreement: Northgate Capital > Harrowgate Mills"),
            Said("Tidewell Foods snaps up rival Harrowgate Mills", "ma.agreement: Tidewell Foods > Harrowgate Mills"),
            Said(
                "Corvane Foods sells bakery business to Pellmore for $5bn",
                "divestiture.spinoff: Corvane Foods > Pellmore"),
            Said("Pellmore buys bakery business from Corvane Foods", "divestiture.spinoff: Corvane Foods > Pellmore"),
            Said(
                "Bluefen Logistics wins $40 million contract from Leeds Council",
                "contract.won: Bluefen Logistics > Leeds Council"),
            Said(
                "Leeds Council awards Bluefen Logistics £12m contract",
                "contract.won: Bluefen Logistics > Leeds Council"),
            Said(
                "Leeds Council awards £12m contract to Bluefen Logistics",
                "contract.won: Bluefen Logistics > Leeds Council"),
            Said(
                "Bluefen Logistics selected by Leeds Council to run depots",
                "contract.won: Bluefen Logistics > Leeds Council"),
            Said(
                "Leeds Council selects Bluefen Logistics to run depots",
                "vendor.selected: Leeds Council > Bluefen Logistics"),
            Said("Tidewell Air orders 40 Corvane jets", "contract.won: Corvane > Tidewell Air"),
            Said(
                "Corvane Aerospace receives order from Tidewell Air for 40 jets",
                "contract.won: Corvane Aerospace > Tidewell Air"),
            Said(
                "Tidewell Bank chooses Corvane Systems as its cloud provider",
                "vendor.selected: Tidewell Bank > Corvane Systems"),
            Said(
                "Corvane Systems chosen as cloud provider by Tidewell Bank",
                "contract.won: Corvane Systems > Tidewell Bank"),
            Said(
                "Tidewell Bank goes live with Corvane Ledger", "technology.change: Tidewell Bank",
                "vendor.selected: Tidewell Bank > Corvane Ledger"),
            Said(
                "Bluefen Logistics loses contract with Leeds Council",
                "contract.lost_or_ended: Bluefen Logistics > Leeds Council"),
            Said(
                "Leeds Council terminates contract with Bluefen Logistics",
                "contract.lost_or_ended: Bluefen Logistics > Leeds Council"),
            Said(
                "Corvane Systems sues Pellmore Robotics over patents",
                "litigation.defendant: Pellmore Robotics > Corvane Systems"),
            Said(
                "Pellmore Robotics sued by Corvane Systems over patents",
                "litigation.defendant: Pellmore Robotics > Corvane Systems"),
            Said(
                "Pellmore Robotics files patent lawsuit against Corvane Systems",
                "litigation.defendant: Corvane Systems > Pellmore Robotics"),
            Said(
                "Corvane Systems and Pellmore Robotics settle patent dispute",
                "litigation.resolved: Corvane Systems > Pellmore Robotics"),
            Said("Judge dismisses lawsuit against Corvane Systems", "litigation.resolved: Corvane Systems"),
            Said("FTC sues Corvane Systems", "litigation.defendant: Corvane Systems > FTC"),
            Said("FDA sends warning letter to Tidewell Pharma", "regulatory.action_on_company: Tidewell Pharma"),
            Said("Tidewell Pharma receives FDA warning letter", "regulatory.action_on_company: Tidewell Pharma"),
            Said("FCA fines Northgate Bank £20m", "regulatory.action_on_company: Northgate Bank"),
            Said("Northgate Bank fined £20m by FCA", "regulatory.action_on_company: Northgate Bank"),
            Said("Corvane Foods names former Pellmore executive Jane Roe as CEO", "leadership.ceo: Corvane Foods"),
            Said("Pellmore CFO Jane Roe joins Corvane Foods as chief executive", "leadership.ceo: Corvane Foods"),
            Said("Jane Roe leaves Pellmore to become CEO of Corvane Foods", "leadership.ceo: Corvane Foods > Pellmore"),
            Said(
                "Corvane Foods hires Jane Roe from Pellmore as finance chief",
                "leadership.cfo: Corvane Foods > Pellmore"),
            Said("Corvane Foods poaches Pellmore's Jane Roe as CFO", "leadership.cfo: Corvane Foods > Pellmore"),
            Said("Jane Roe named CEO of Corvane Foods", "leadership.ceo: Corvane Foods"),
            Said("Jane Roe appointed chief financial officer at Corvane Foods", "leadership.cfo: Corvane Foods"),
            Said("Jane Roe steps down as Corvane Foods CEO", "leadership.ceo: Corvane Foods"),
            Said("Corvane Foods CEO Jane Roe to retire, Tom Hale named successor", "leadership.ceo: Corvane Foods"),
            Said(
                "Corvane Foods names Jane Roe CEO and Tom Hale CFO", "leadership.ceo: Corvane Foods",
                "leadership.cfo: Corvane Foods"),
            Said(
                "Corvane Foods names Ruth Okafor CFO, acquires Pellmore Bakeries", "leadership.cfo: Corvane Foods",
                "ma.agreement: Corvane Foods > Pellmore Bakeries"),
            Said(
                "Corvane Foods cuts 300 jobs and closes Leeds plant", "layoff: Corvane Foods",
                "site.closure: Corvane Foods"),
            Said(
                "Corvane Foods raises guidance, names new finance chief", "leadership.cfo: Corvane Foods",
                "results.beat_or_raise: Corvane Foods"),
            Said(
                "Pellmore Robotics raises $25 million from Northgate Ventures",
                "funding.round: Pellmore Robotics > Northgate Ventures"),
            Said(
                "Northgate Ventures invests $25 million in Pellmore Robotics",
                "funding.round: Pellmore Robotics > Northgate Ventures"),
            Said(
                "Northgate Ventures leads $25 million round in Pellmore Robotics",
                "funding.round: Pellmore Robotics > Northgate Ventures"),
            Said(
                "Activist investor Quayside Capital takes stake in Bluefen Logistics",
                "ownership.activist: Bluefen Logistics > Quayside Capital"),
            Said(
                "Quayside Capital nominates four directors to Bluefen Logistics board",
                "ownership.activist: Bluefen Logistics > Quayside Capital"),
            Said("Moody's downgrades Bluefen Logistics to junk", "rating.change: Bluefen Logistics"),
            Said("Bluefen Logistics downgraded by Moody's", "rating.change: Bluefen Logistics"),
            Said(
                "Corvane Foods partners with Pellmore Robotics on packaging",
                "partnership: Corvane Foods > Pellmore Robotics"),
            Said(
                "Corvane Foods and Pellmore Robotics form joint venture",
                "partnership: Corvane Foods > Pellmore Robotics"),
            Said(
                "Corvane Foods appoints Pellmore as exclusive distributor in Spain",
                "partnership: Corvane Foods > Pellmore"),
            Said("Pellmore appointed as Corvane Foods distributor in Spain", "partnership: Pellmore > Corvane Foods"),
            Said("Hackers steal customer data from Tidewell Bank", "cyber.incident: Tidewell Bank"),
            Said("Boots and Bluefen Stores to cut 500 jobs", "layoff: Boots and Bluefen Stores"),
            Said("Fire at Corvane Foods plant in Leeds injures three", "outage.accident: Corvane Foods"),
            Said(
                "Shares in Tidewell Foods jump as Corvane Foods agrees to buy Harrowgate Mills",
                "ma.agreement: Corvane Foods > Harrowgate Mills"),
            Said("Tidewell Foods owner Corvane to close two plants", "site.closure: Corvane"),
            Said("Corvane Foods supplier Harrowgate Mills files for bankruptcy", "finance.distress: Harrowgate Mills"),
            Said("Tidewell Foods rival Harrowgate Mills recalls bread", "product.recall: Harrowgate Mills"),
            Said("Tidewell Foods denies merger talks, names Jane Roe CEO", "leadership.ceo: Tidewell Foods"),
            Said("Tidewell Foods not to blame as Corvane Mills cuts 300 jobs", "layoff: Corvane Mills"),
            Said(
                "Tidewell Foods acquires Harrowgate Mills, may open more shops",
                "ma.agreement: Tidewell Foods > Harrowgate Mills"),
            Said("Names Jane Roe Chief Financial Officer", "leadership.cfo: -"),
            Said("Media Release: Appoints Jane Roe Chief Financial Officer", "leadership.cfo: -"),
            Said("Charlotte's Web Names Jane Roe Chief Financial Officer", "leadership.cfo: Charlotte's Web"),
            Said("German discounter Corvane appoints Jane Roe as CFO", "leadership.cfo: Corvane"),
        ])
    func parties(_ sample: Said) {
        let stated = Self.events(sample.title).filter { $0.confidence >= 0.5 }.map { event in
            let subjects = event.parties.filter { $0.role == .subject }.map(\.name)
            let other = event.counterparty.map { " > \($0.name)" } ?? ""
            return "\(event.trigger): \(subjects.isEmpty ? "-" : subjects.joined(separator: " and "))\(other)"
        }
        #expect(stated == sample.events)
    }

    @Test(
        "what is hedged, denied, asked or past is kept, and never stated",
        arguments: [
            "Tidewell Foods in talks to acquire Harrowgate Mills",
            "Tidewell Foods may acquire Harrowgate Mills",
            "Tidewell Foods reportedly to acquire Harrowgate Mills",
            "Tidewell Foods considers acquisition of Harrowgate Mills",
            "Tidewell Foods said to acquire Harrowgate Mills",
            "Tidewell Foods to acquire Harrowgate Mills, sources say",
            "Tidewell Foods close to deal to acquire Harrowgate Mills",
            "Tidewell Foods nears deal to buy Harrowgate Mills",
            "Tidewell Foods eyes bid for Harrowgate Mills",
            "Tidewell Foods mulls takeover of Harrowgate Mills",
            "Tidewell Foods denies it will acquire Harrowgate Mills",
            "Tidewell Foods denies report it will cut 400 jobs",
            "Tidewell Foods will not cut 400 jobs",
            "Tidewell Foods rules out closing Leeds plant",
            "Tidewell Foods could cut 400 jobs",
            "Tidewell Foods plans to cut up to 400 jobs, union fears",
            "Tidewell Foods expected to cut 400 jobs",
            "Tidewell Foods likely to name Jane Roe as CEO",
            "Tidewell Foods tipped to name Jane Roe as CEO",
            "Tidewell Foods rejects report that CEO will step down",
            "Tidewell Foods CEO not stepping down",
            "Tidewell Foods calls off merger with Harrowgate Mills",
            "Tidewell Foods drops plan to acquire Harrowgate Mills",
            "Will Tidewell Foods acquire Harrowgate Mills?",
            "Tidewell Foods acquired Harrowgate Mills in 2019",
            "A year after Tidewell Foods acquired Harrowgate Mills",
            "Tidewell Foods cut 400 jobs last year",
            "Tidewell Foods previously named Jane Roe as CEO",
            "Pellmore Robotics seeks to raise $25 million",
            "Pellmore Robotics said to raise $25 million Series B",
            "Pellmore Robotics hopes to raise $25 million",
            "Pellmore Robotics weighs IPO",
            "Pellmore Robotics could file for IPO",
            "Pellmore Robotics may file for bankruptcy",
            "Pellmore Robotics considering bankruptcy filing",
            "Pellmore Robotics warns it may file for bankruptcy",
            "Bluefen Logistics could win $40 million contract from Leeds Council",
            "Bluefen Logistics may lose contract with Leeds Council",
            "If approved, Tidewell Foods will acquire Harrowgate Mills",
            "Tidewell Foods signs letter of intent to acquire Harrowgate Mills",
            "Tidewell Foods makes non-binding offer to acquire Harrowgate Mills",
            "Tidewell Foods offers to buy Harrowgate Mills",
            "Tidewell Foods to buy Harrowgate Mills, according to reports",
            "Analysts say Tidewell Foods will acquire Harrowgate Mills",
            "Tidewell Foods threatens to close Leeds plant",
            "Tidewell Foods wants to build factory in Leeds",
            "Tidewell Foods looks to open new store in Leeds",
            "Tidewell Foods allegedly hit by data breach",
            "Tidewell Foods investigates possible data breach",
            "No data breach at Tidewell Foods, company says",
            "Tidewell Foods to cut 400 jobs, union denies",
        ])
    func unsure(_ title: String) {
        let events = Self.events(title)
        #expect(!events.isEmpty)
        #expect(events.allSatisfy { $0.confidence < 0.5 && !$0.qualifiers.isEmpty })
    }

    @Test(
        "a company that is described and not named is told of, and a place is none",
        arguments: [
            Said("Iowa ethanol co-op names new chief executive", "leadership.ceo: -"),
            Said("Leeds tile maker files for bankruptcy", "finance.distress: -"),
            Said("Board ousts chief executive at Danish tilemaker", "leadership.ceo: -"),
            Said("Chief executive of family-run biscuit maker resigns", "leadership.ceo: -"),
            Said("Chief executive of AI start-up resigns", "leadership.ceo: -"),
            Said("Tidewell Foods buys family-run biscuit maker", "ma.agreement: Tidewell Foods"),
            Said("Rochdale tile maker buys Harrowgate Mills", "ma.agreement: - > Harrowgate Mills"),
            Said("Irish Biscuit Wholesaler Names New Chief Executive", "leadership.ceo: -"),
            Said("Chief Executive of Biscuit Maker Resigns", "leadership.ceo: -"),
            Said("Irish hotel group names new chief executive", "leadership.ceo: -"),
            Said("Oilfield services firm laying off 85 in Midland", "layoff: -"),
            // What it is, and which: the name is told as before.
            Said("Leeds tile maker Corvane names new chief executive", "leadership.ceo: Corvane"),
            // Nobody, somebody's part, any of a kind, a building, another noun, and those who are no company.
            Said("Board ousts chief executive"), Said("Leeds names new chief executive"),
            Said("Chief executive of firm resigns"), Said("Chief executive of its biscuit makers resigns"),
            Said("EU bans Italian airline flights over exams"), Said("Chief executive of rights group quits"),
            Said("Tidewell Foods buys disused mill"), Said("Chief executive of central bank resigns"),
            Said("Chief executive of Leeds airline lobby resigns"),
        ])
    func described(_ sample: Said) { parties(sample) }

    @Test("an account that is also described is told of by its name")
    func describedAccount() {
        let title = "Quorvik tile maker names new chief executive"
        let recogniser = Recogniser(
            pack: ShippedPackTests.pack, accounts: [TestPack.account("quorvik", "Quorvik AG")])
        let events = recogniser.recognise(
            TestPack.item(title), teller: TestPack.teller, received: TestPack.received
        ).events
        #expect(events.filter { $0.confidence >= 0.5 }.map { $0.subject?.account } == ["quorvik"])
    }

    @Test(
        "what was given up, put off or only wished for is not stated",
        arguments: [
            "Tidewell Foods won't close Leeds plant",
            "Tidewell Foods scraps plan to close Leeds plant",
            "Tidewell Foods set to name Jane Roe as CEO, report says",
            "Tidewell Foods and Harrowgate Mills abandon merger",
            "Tidewell Foods withdraws bid for Harrowgate Mills",
            "Tidewell Foods fails to acquire Harrowgate Mills",
            "Tidewell Foods, which acquired Harrowgate Mills in 2019, moves to Leeds",
            "Five years ago Tidewell Foods acquired Harrowgate Mills",
            "Tidewell Foods rumoured to be buying Harrowgate Mills",
            "Tidewell Foods recall unlikely, says regulator",
            "Tidewell Foods delays plan to open new store in Leeds",
            "Tidewell Foods postpones launch of new bread range",
        ])
    func notStated(_ title: String) {
        #expect(Self.events(title).allSatisfy { $0.confidence < 0.5 })
    }

    @Test("two issuers who head their notices alike tell two events")
    func issuers() {
        func ids(_ title: String) -> Set<String> {
            Set(
                ["first", "second"].flatMap { source in
                    ShippedPackTests.recogniser.recognise(
                        TestPack.item(title),
                        teller: TellerOrigin(source: source, publisher: source, isFirstHand: true),
                        received: TestPack.received
                    ).events.map(\.id)
                })
        }
        #expect(ids("Appointment of Managing Director").count >= 2)
        #expect(ids("Agreement with Pellmore Bakeries").count == 2)
        #expect(ids("Corvane Foods partners with Pellmore Bakeries").count == 1)
    }

    @Test("what a leader says is said, whatever it is about")
    func speech() {
        let titles = [
            "Corvane Foods CEO: 'We expect to open again in 2020'", "Corvane Foods CEO says demand may fall",
            "Corvane Foods CEO looks to win back customers",
            "Corvane Foods CEO sticks by dividend, predicts better year",
            "Corvane Foods CEO says mill must cut output, which has not happened since the 1970s",
        ]
        for title in titles {
            #expect(Self.events(title).map { "\($0.trigger) \($0.qualifiers)" } == ["statement.executive []"])
        }
        #expect(Self.events("Reportedly, Corvane Foods CEO says demand will fall").map(\.qualifiers) == [[.hedged]])
    }
}
