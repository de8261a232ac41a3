import Testing
import TriggerModel

@testable import EventRecognition

/// Names that are also words, people, towns or the beginning of other names: each class both ways.
@Suite("Names that may mean something else")
struct NameJudgeTests {
    static let accounts = [
        TestPack.account("target", "Target Corp", ticker: "TGT"),
        TestPack.account("gap", "Gap Inc"),
        TestPack.account("block", "Block, Inc."),
        TestPack.account("visa", "Visa Inc."),
        TestPack.account("ball", "Ball Corp"),
        TestPack.account("apple", "Apple Inc."),
        TestPack.account("shell", "Shell plc"),
        TestPack.account("ford", "Ford Motor Co", aliases: ["Ford"]),
        TestPack.account("chase", "Chase Corp"),
        TestPack.account("reed", "Reed's, Inc."),
        TestPack.account("albany", "Albany International Corp /DE/"),
        TestPack.account("eaton", "Eaton Corp plc"),
        TestPack.account("allied", "Allied Corp."),
        TestPack.account("power", "Power REIT"),
        TestPack.account("quillon", "Quillon Inc"),
        TestPack.account("vexolar", "Vexolar Therapeutics, Inc."),
        TestPack.account("homekeep", "Homekeep Bancshares, Inc."),
        TestPack.account("kzt", "KZT Corp"),
        TestPack.account("solar", "First Solar Parts, Inc.", aliases: ["First Solar"]),
        TestPack.account("esprel", "Esprel Properties Inc", ticker: "EPRX"),
        TestPack.account("bdx", "Bendix Mills Inc", ticker: "BDX"),
        TestPack.account("brindle", "Brindle Ferries Ltd", ticker: "BRFX"),
        TestPack.account("brindle2", "Brindle Ferries LLC"),
        TestPack.account("vale", "Quorn Vale Capital Corp"),
        TestPack.account("tuesday", "Tuesday Morning Corp"),
        TestPack.account("mill", "HARROWGATE MILLS INC/DE"),
        TestPack.account("qvx", "QVX Group Ltd"),
        TestPack.account("ferry", "Dutch Ferry Line Holdings Ltd."),
        TestPack.account("lena", "Lena's Thread Holdings, Inc."),
        TestPack.account("quarl", "QUARL CORP PLC\\UK"),
        TestPack.account("amazon", "AMAZON COM INC"),
        TestPack.account("monday", "Monday.com Ltd"),
        TestPack.account("ridge", "Ridge Software Inc."),
        TestPack.account("zolt", "Zolt Technologies, Inc"),
        TestPack.account("twenst", "Twenst Networks Inc"),
        TestPack.account("galapagos", "Galapagos NV"),
        TestPack.account("express", "Express, Inc."),
        TestPack.account("view", "View, Inc."),
        TestPack.account("community", "COMMUNITY BANCORP /VT"),
    ]
    static let recogniser = Recogniser(pack: TestPack.small, accounts: accounts)

    typealias Case = NameCase

    static func sure(_ title: String?, summary: String? = nil) -> [String] {
        recogniser.mentions(in: TestPack.item(title, summary: summary)).filter { $0.certainty >= 0.5 }.map(\.account)
    }

    @Test(
        "an ordinary word is the company only beside a company's words",
        arguments: [
            Case("Notice re Boss Power Corp."), Case("Zurlo Quillon Opens Shop"), Case("Quillon Opens Shop", "quillon"),
            Case("Mills Group Announces Quillon as President"), Case("Jane Roe Joins Quillon as President", "quillon"),
            Case("Mills Group Retains Quillon as Its Agent", "quillon"),
            Case("Target to close 12 stores", "target"), Case("Shoppers miss target as sales fall"),
            Case("Price Target Raised for Mills"), Case("Target Recalls Toys", "target"),
            Case("Gap to shut 40 stores in Ohio", "gap"), Case("Gap between rich and poor widens"),
            Case("shares of Gap fell", "gap"), Case("Mind the Gap"),
            Case("Block shares fall", "block"), Case("Block on new homes lifted"),
            Case("retailers sue Visa over fees", "visa"), Case("Visa rules for students change"),
            Case("Ball Corp. to close plant", "ball"), Case("Ball hits fan"),
            Case("Apple launches phone", "apple"), Case("Apple Pie Recipe Wins Prize"),
            Case("Why I sold Apple", "apple"), Case("the Apple of his eye"),
            Case("Shell to sell Dover refinery", "shell"), Case("Shell Found on Beach"),
            Case("Ford recalls trucks", "ford"), Case("Ford says he will not run"),
            Case("shares of Ford rose", "ford"), Case("Harrison Ford returns"),
            Case("Ford Foundation gives grants"), Case("Chase Corp. buys plant", "chase"),
            Case("Police Chase Ends in Crash"), Case("Eaton sales rise", "eaton"), Case("The Eaton fire spreads"),
            Case("Albany mayor resigns"), Case("Albany International grows", "albany"),
        ])
    func ordinary(_ sample: Case) {
        #expect(Self.sure(sample.text) == sample.sure)
    }

    @Test(
        "a name inside another company's or a person's name is not the account",
        arguments: [
            Case("Allied Capital Corporation reports"), Case("Morning Alert for Allied Home Loans Inc"),
            Case("Allied Corp. reports", "allied"), Case("Beacon Power Corp wins award"),
            Case("Ram Power, Corp. grows"), Case("Vexolar & Watkins LLP Opens Office"),
            Case("Fire in Quillon, CA spreads"), Case("QUILLON, Calif. (Wire) - Fire spreads"),
            Case("Quillon, Inc. of Ohio", "quillon"), Case("existing Ridge Shares plan"),
            Case("Morning Alert for Abbey Community Bancorp Inc"),
            Case("Morning Alert for Community Bancorp Inc", "community"),
            Case("Community Bancorp, best Co-op bank", "community"),
            Case("Quillon grows", "quillon"), Case("Quillon Exploration Ltd halts trading"),
            Case("trading halt for Quillon Minerals Corp"), Case("Quillon Inc grows", "quillon"),
            Case("Vexolar Appoints Jane Roe as CFO", "vexolar"), Case("Vexolar Energy Appoints Jane Roe as CFO"),
            Case("Grundy Appoints Vexolar Bottura as Chef"), Case("Homekeep Bank opens branch", "homekeep"),
            Case("First Solar Names Jane Roe CFO", "solar"), Case("Our First Solar Farm Opens"),
            Case("Appoints Reed Henry as Manager"), Case("Maggie Reed joins"), Case("Reed's to open shop", "reed"),
            Case("Harrowgate Mills grows", "mill"), Case("Quorn Vale Capital Partners grows"),
            Case("Quorn Vale Capital grows", "vale"), Case("Hot Stock List for Tuesday Morning"),
            Case("Tuesday Morning Closes Stores", "tuesday"),
        ])
    func longer(_ sample: Case) {
        #expect(Self.sure(sample.text) == sample.sure)
    }

    @Test(
        "legal names give the forms that people write",
        arguments: [
            Case("QVX Commences Production", "qvx"), Case("News Release: QVX to Pay Dividend", "qvx"),
            Case("Bonus Issue QVX"), Case("qvx commences production"), Case("Morning Alert for QVX Ltd", "qvx"),
            Case("Dutch Ferry Line CEO: we sail soon", "ferry"),
            Case("Lena's Thread Names Jane Roe Chief Operating Officer", "lena"),
            Case("Quarl has been a gamble", "quarl"), Case("Eaton Corp plc grows", "eaton"),
            Case("Quarl plc grows", "quarl"), Case("Quarl Corp plc grows", "quarl"), Case("Shell plc grows", "shell"),
            Case("rivals such as Amazon lose money", "amazon"), Case("Amazon offers free music", "amazon"),
            Case("The Amazon burns again"), Case("Amazon rainforest shrinks"),
            Case("Amazon Web Services grows", "amazon"), Case("Amazon Synod opens"), Case("stocks rally on Monday"),
            Case("Hospital Relies On Twenst NetworksTo Deliver Care", "twenst"),
            Case("Including Zolt's road to profit", "zolt"), Case("analysts at Foo, Zolt say"),
        ])
    func forms(_ sample: Case) {
        #expect(Self.sure(sample.text) == sample.sure)
    }

    @Test(
        "an ordinary word or a town is the company where the sentence talks of companies",
        arguments: [
            Case("Target saw strength in April, CEO Jane Roe says", "target"),
            Case("Target saw the arrow hit, archer says"),
            Case("investors like Quillon, Gap and Visa more than others", "quillon", "gap", "visa"),
            Case("Cobalt View S.A. and Quillon Inc grow", "quillon"),
            Case("Galapagos Appoints Jane Roe as Managing Director", "galapagos"),
            Case("Galapagos Appoints Jane Roe as Chief of Police"), Case("Mirror and Express owner to cut jobs"),
            Case("Ridge shares fell on Friday", "ridge"), Case("Ridge Walk Opens"), Case("Ridge Limited opens mine"),
            Case("investors expect Quillon to grow", "quillon"), Case("Expect Quillon to grow soon", "quillon"),
            Case("the quarter at Quillon Q2 was fine", "quillon"),
        ])
    func talk(_ sample: Case) {
        #expect(Self.sure(sample.text) == sample.sure)
    }

    @Test("a short form that is a word is the company only where the item names it in full")
    func looseForm() {
        #expect(Self.sure("Ridge Appoints Jane Roe", summary: "Ridge Software Inc. said so.") == ["ridge", "ridge"])
        #expect(Self.sure("Ridge Appoints Jane Roe", summary: "The mountain club said so.") == [])
    }

    @Test("another company's longer name takes its short form with it")
    func longerElsewhere() {
        #expect(Self.sure("VEXOLAR ENERGY: Foo Selects Vexolar for Phones") == [])
        #expect(Self.sure("Foo Selects Vexolar for Phones") == ["vexolar"])
    }

    @Test(
        "short names need capitals, and support in running text",
        arguments: [
            Case("KZT to cut jobs", "kzt"), Case("Kzt to cut jobs"), Case("ex-KZT commanders on trial"),
            Case("kzt"),
        ])
    func short(_ sample: Case) {
        #expect(Self.sure(sample.text) == sample.sure)
    }

    @Test("a short name in running text needs a company's word")
    func shortInText() {
        #expect(Self.sure("News", summary: "The code uses KZT encryption throughout the system.") == [])
        #expect(Self.sure("News", summary: "On Monday KZT shares fell sharply again.") == ["kzt"])
    }

    @Test(
        "a symbol alone is believed only where nothing speaks against it",
        arguments: [
            Case("Espring Solutions, Inc. (OTC: EPRX) gains"), Case("Esprel Properties (OTC: EPRX) gains", "esprel"),
            Case("Evening names finance chief Nasdaq:BDX"), Case("Bendix names finance chief Nasdaq:BDX", "bdx", "bdx"),
            Case("maker of looms (NYSE: BDX) gains", "bdx"), Case("Las Vegas Target (OTCQB: XTRND) gains"),
            Case("maker of looms (NYSE: BDX, Nasdaq: BDX) gains", "bdx"),
            Case("Target stock (NYSE: TGT) gains", "target"),
        ])
    func tickers(_ sample: Case) {
        #expect(Self.sure(sample.text) == sample.sure)
    }

    @Test(
        "a symbol far from its company's name is believed where the text has named or believed it before",
        arguments: [
            ("Esprel Properties met", "Nasdaq:EPRX", ["esprel", "esprel"]),
            ("Somebody met", "Nasdaq:EPRX", []),
            ("the maker of looms (NYSE: BDX) met", "NYSE:BDX", ["bdx", "bdx"]),
            ("Brindle Ferries (NYSE: BRFX) met", "NYSE:BRFX", ["brindle", "brindle"]),
            ("Bendix Energy Corp. met", "NYSE:BDX", []),
            ("Espring Solutions, Inc. (OTC: EPRX) met", "Espring Solutions, Inc. (OTC: EPRX)", []),
        ])
    func farTicker(_ start: String, _ symbol: String, _ accounts: [String]) {
        let filler = Array(repeating: "and talked of what it had done for all of its friends", count: 3)
        let content = "\(start) \(filler.joined(separator: " ")) \(symbol)."
        let mentions = Self.recogniser.mentions(in: TestPack.item("News", content: content))
        #expect(mentions.filter { $0.certainty >= 0.5 }.map(\.account) == accounts)
    }

    @Test("where another company's full name begins with it, a short form of the item is that company")
    func settledAgainst() {
        #expect(Self.sure("Quillon Group AG: Quillon appoints technical officer") == [])
        #expect(Self.sure("Quillon Inc: Quillon appoints technical officer") == ["quillon", "quillon"])
    }

    @Test("a name given with an apostrophe is mentioned whole, also where a collector escaped it")
    func possessive() {
        for title in ["Reed's names finance chief", "Reed’s names finance chief", "Reed\\'s names finance chief"] {
            let mentions = Self.recogniser.mentions(in: TestPack.item(title)).filter { $0.certainty >= 0.5 }
            let scalars = Array(title.unicodeScalars)
            #expect(mentions.count == 1)
            for mention in mentions {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[mention.span.start..<mention.span.end])
                #expect(String(view) == mention.name)
                #expect(mention.name.hasSuffix("s"))
            }
        }
    }

    @Test(
        "what the register adds to a name is cut",
        arguments: [
            ("ACME CORP /DE/", "ACME CORP"), ("ACME CORP/DE", "ACME CORP"), ("ACME CORP \\PA\\", "ACME CORP"),
            ("ACME MILLS INC /NEW/", "ACME MILLS INC"), ("Acme plc/ADR", "Acme plc/ADR"), ("Acme A/S", "Acme A/S"),
        ])
    func registerMark(_ name: String, _ expected: String) {
        #expect(NameForms.withoutRegisterMark(name) == expected)
    }
}
