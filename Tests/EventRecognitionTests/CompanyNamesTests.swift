import Testing
import TriggerModel

@testable import EventRecognition

@Suite("Company names")
struct CompanyNamesTests {
    static let accounts = [
        TestPack.account("acme", "Acme Robotics Holdings, Inc.", ticker: "NYSE:ACM", domain: "acme.example"),
        TestPack.account("target", "Target Corp", ticker: "TGT"),
        TestPack.account("corvane", "Corvane & Sons GmbH", aliases: ["CVS"]),
        TestPack.account("general", "General Group Ltd"),
        TestPack.account("delta", "Delta Air Lines, Inc."),
        TestPack.account("muller", "Müller-Lüdenscheidt AG"),
        TestPack.account("north1", "Bluefen Logistics Ltd"),
        TestPack.account("north2", "Bluefen Logistics LLC"),
        TestPack.account("filer", "HARROWGATE MILLS INC /DE/", cik: "0009990001"),
        Account(
            id: "listed", name: "Orlin Ferries AS", lei: "5299000ORLINFERRIES1", companyNumber: "00445566"),
    ]
    static let recogniser = Recogniser(pack: TestPack.small, accounts: accounts)

    typealias Case = NameCase

    @Test(
        "are found by name, short form and ticker, and only where they are meant",
        arguments: [
            Case("Acme Robotics Holdings, Inc. grew", "acme"),
            Case("Acme Robotics Holdings grew", "acme"),
            Case("profit at Acme Robotics rose", "acme"),
            Case("ACME ROBOTICS GROWS", "acme"),
            Case("the firm (NYSE: ACM) grew", "acme"),
            Case("the firm (Nasdaq: ACM) grew"),
            Case("sales target missed"),
            Case("Target missed by a mile"),
            Case("Analysts raise Price Target on maker"),
            Case("shares of Target Corp. fell", "target"),
            Case("Target (NYSE: TGT) fell", "target"),
            Case("the retailer Target says sales fell", "target"),
            Case("Target Names Jane Roe CFO", "target"),
            Case("Corvane and Sons expands", "corvane"),
            Case("CORVANE & SONS GMBH", "corvane"),
            Case("CVS opens", "corvane"),
            Case("cvs opens"),
            Case("a general group of people"),
            Case("the General Group met"),
            Case("General Group Ltd. met", "general"),
            Case("Delta Air Lines flies", "delta"),
            Case("Delta Dental flies"),
            Case("Mueller"),
            Case("Muller Ludenscheidt wächst", "muller"),
            Case("acme robotics in small letters", "acme"),
            Case("Acme Robotics Stadium opens its doors"),
        ])
    func mentions(_ sample: Case) {
        let found = Self.recogniser.mentions(in: TestPack.item(sample.text)).filter { $0.certainty >= 0.5 }
        #expect(found.map(\.account) == sample.sure)
    }

    @Test("a name of two accounts is both with little certainty, and never an account of a party")
    func ambiguous() {
        let result = Self.recogniser.recognise(
            TestPack.item("Bluefen Logistics to cut 200 jobs"), teller: TestPack.teller, received: TestPack.received)
        #expect(result.mentions.map(\.account).sorted() == ["north1", "north2"])
        #expect(result.mentions.allSatisfy { $0.certainty <= 0.4 })
        #expect(result.events.map { $0.subject?.account } == [nil])
        #expect(result.gates.contains { $0.gate == "ambiguous-name" })
    }

    @Test("a filer is known by its register number")
    func filer() {
        let filing = Filing(
            form: "8-K", items: ["1.05"],
            parties: [FilingParty(name: "Renamed Mills Inc", cik: "0009990001", role: .filer)])
        let result = TestPack.recognise(TestPack.item("8-K - something", filing: filing), accounts: Self.accounts)
        #expect(result.mentions.map(\.account) == ["filer"])
        #expect(result.events.map(\.subject?.account) == ["filer"])
    }

    @Test(
        "a filer is known by its Legal Entity Identifier and its register number",
        arguments: ["5299000ORLINFERRIES1", "5299000orlinferries1", "445566"])
    func registered(_ number: String) {
        let party = FilingParty(name: "Renamed Ferries AS", cik: nil, role: .filer, number: number)
        let filing = Filing(form: "notice", items: [], parties: [party])
        let found = Self.recogniser.mentions(in: TestPack.item("A notice", filing: filing))
        #expect(found.map(\.account) == ["listed"])
    }

    @Test("a name of two accounts is listed for review, until the item settles it")
    func review() {
        let title = "Bluefen Logistics to cut 200 jobs"
        let open = TestPack.recognise(TestPack.item(title), accounts: Self.accounts)
        #expect(
            open.ambiguous == [
                AmbiguousMention(
                    text: "Bluefen Logistics", names: ["Bluefen Logistics LLC", "Bluefen Logistics Ltd"],
                    accounts: ["north2", "north1"], span: Span(field: .title, start: 0, end: 17))
            ])
        let item = TestPack.item(title, summary: "Bluefen Logistics LLC said on Monday that trade was slow.")
        let settled = TestPack.recognise(item, accounts: Self.accounts)
        #expect(settled.ambiguous.isEmpty)
        #expect(settled.mentions.map(\.account) == ["north2", "north2"])
    }

    @Test("an ordinary word is the company where the item names it surely elsewhere")
    func settled() {
        let item = TestPack.item("Target misses", summary: "Target Corp. said on Monday that sales fell.")
        let found = Self.recogniser.mentions(in: item)
        #expect(found.map(\.account) == ["target", "target"])
        #expect(found.allSatisfy { $0.certainty >= 0.8 })
    }

    @Test("a watched rival is a party by name, and no mention of an account")
    func watched() {
        var account = TestPack.account("acme", "Acme Robotics")
        account.rivals = [.named("Pellmore Bakeries")]
        let result = TestPack.recognise(TestPack.item("Pellmore Bakeries to cut 90 jobs"), accounts: [account])
        #expect(result.mentions.isEmpty)
        #expect(result.events.first?.subject?.company == .named("Pellmore Bakeries"))
    }

    @Test(
        "forms fold legal suffixes",
        arguments: [
            ("Acme, Inc.", "acme"), ("The Acme Company Ltd", "acme"), ("Acme S.p.A.", "acme"), ("Acme A/S", "acme"),
            ("Acme Pty Ltd", "acme"), ("ACME CORP /DE/", "acme"), ("Acme & Co. KG", "acme"),
            ("Acme Widgets plc", "acme widgets"),
        ])
    func folding(_ name: String, _ key: String) {
        var lexicon = TestPack.lexicon
        var scan = TextScan()
        let words = lexicon.intern(NameForms.withoutRegisterMark(name), with: &scan)
        let usual = NameForms(words: words, lexicon: lexicon).usual
        #expect(usual.map { lexicon.interner.text(of: $0) }.joined(separator: " ") == key)
    }

    @Test("a hundred thousand accounts cost a text no more than one")
    func many() {
        let many = (0..<20_000).map { TestPack.account("a\($0)", "Xq\($0)a Zv\($0 % 997) Systems Inc") }
        let recogniser = Recogniser(pack: TestPack.small, accounts: many)
        let found = recogniser.mentions(in: TestPack.item("News of Xq777a Zv777 Systems and others"))
        #expect(found.map(\.account) == ["a777"])
    }
}
