import RuleLanguage
import Testing
import TriggerModel

@testable import EventRecognition

/// Accounts of which the pack says what the news calls them, what it talks of and where they sit.
@Suite("Companies of which something is known")
struct KnownCompanyTests {
    static let known = [
        KnownCompany(
            cik: "0009990101", ticker: "HRL", name: "Harlow", aliases: ["Harlow Yarns", "HRLW"],
            business: ["yarn", "spindle", "dye"], places: ["Leeds"]),
        KnownCompany(
            cik: "0009990102", ticker: "SPRK", name: "Spark", aliases: ["Spark Ferries"],
            business: ["ferry", "harbour", "crossing"], places: ["Oban"]),
        KnownCompany(
            cik: "0009990103", ticker: "SPKB", name: "Spark Bank", aliases: ["Spark"],
            business: ["mortgage", "branch", "lender"], places: ["Toledo", "Ohio"]),
        KnownCompany(
            cik: "0009990104", ticker: "BAKR", name: "Baker Loom Works", doubtful: ["Baker"],
            business: ["loom", "weaver", "mill"], places: ["Bolton"]),
        KnownCompany(
            cik: "0009990105", ticker: "DOW", name: "Dow", aliases: [], business: ["chemical", "silicone"],
            places: ["Midland"]),
        KnownCompany(
            cik: "0009990106", ticker: "PIRX", name: "Pirrole Instruments", aliases: ["PMI"],
            business: ["gauge", "meter"], places: []),
    ]
    static let accounts = [
        Account(id: "harlow", name: "HARLOW VANCE TEXTILE HOLDINGS INC", cik: "0009990101"),
        Account(id: "ferries", name: "Spark Ferries Group plc", cik: "0009990102"),
        Account(id: "bank", name: "Spark Bancorp", cik: "0009990103"),
        Account(id: "baker", name: "Baker Loom Works Ltd", cik: "0009990104"),
        Account(id: "dow", name: "Dow Inc.", cik: "0009990105"),
        Account(id: "pirrole", name: "Pirrole Instruments, Inc.", cik: "0009990106"),
        Account(id: "swift", name: "Swift Inc", business: ["trucking", "trailer"]),
    ]
    static let recogniser: Recogniser = {
        var pack = TestPack.small
        pack.companies = known
        return Recogniser(pack: pack, accounts: accounts)
    }()

    static func sure(_ title: String) -> [String] {
        recogniser.mentions(in: TestPack.item(title)).filter { $0.certainty >= 0.5 }.map(\.account)
    }

    @Test(
        "are found by what the news calls them",
        arguments: [
            NameCase("Harlow Yarns opens a second dye works", "harlow"),
            NameCase("HRLW shares fall after spindle recall", "harlow"),
            NameCase("Dye prices lift sales at Harlow", "harlow"),
            // One of two that bear the word: what is said tells which.
            NameCase("Storm keeps Spark in harbour for a week", "ferries"),
            NameCase("Spark shuts four branches in Ohio", "bank"),
            NameCase("Toledo's Spark raises mortgage rates", "bank"),
            NameCase("Spark shares fall"),
            // A surname by itself, where its business is spoken of and where not.
            NameCase("Loom orders rise at Baker as mills reopen", "baker"),
            NameCase("Orders rise at Baker as shops reopen"),
            // The account's own words tell as much.
            NameCase("Trailer maker sues Swift over trucking contract", "swift"),
        ])
    func called(_ sample: NameCase) { #expect(Self.sure(sample.text) == sample.sure) }

    @Test(
        "are not found where their words mean something else",
        arguments: [
            "Dow falls 300 points as banks slip", "The Dow ends lower", "Dow, Nasdaq mixed before jobs report",
            "Rand Slips as PMI Disappoints", "Jane Roe Joins Hotel Group as PMI",
            "A spark set the barn on fire", "Harlow of Essex wins by-election",
        ])
    func otherwise(_ title: String) { #expect(Self.sure(title) == []) }

    @Test("a word of several companies that nothing settles is for a person to look at")
    func open() {
        let item = TestPack.item("Shares of Spark fall")
        let reading = Self.recogniser.recognise(item, teller: TestPack.teller, received: TestPack.received)
        #expect(reading.mentions.filter { $0.certainty >= 0.5 } == [])
    }

    @Test(
        "belong to the account with their CIK, with their symbol and name, or with their whole name",
        arguments: [
            (Account(id: "a", name: "Quite Another", cik: "0009990101"), "Harlow"),
            (Account(id: "a", name: "Harlow Vance", ticker: "LSE:HRL"), "Harlow"),
            (Account(id: "a", name: "The Harlow Vance", ticker: "HRL"), "Harlow"),
            (Account(id: "a", name: "Spark Bank"), "Spark Bank"),
            (Account(id: "a", name: "Pellmore", ticker: "HRL"), nil),
            (Account(id: "a", name: "Harlow"), nil),
            (Account(id: "a", name: "Spark Bank", cik: "0001234567"), nil),
        ])
    func belonging(_ account: Account, _ name: String?) {
        #expect(CompanyKnowledge(Self.known).company(of: account)?.name == name)
    }

    @Test("what news talks of stands in the singular and the plural, places without the words of many")
    func matter() {
        var (lexicon, scan) = (Lexicon(), TextScan())
        let matter = CompanyKnowledge.matter(
            business: ["utility", "brush", "alloy", "oil-rig"],
            places: ["Cedar Falls", "North Carolina", "Bank of Ohio"],
            names: ["Acme Soup Group", "Acme Tea Ohio Worldwide GmbH"], &lexicon, &scan)
        let words = matter.business.map { lexicon.interner.text(of: $0) }
        #expect(
            words == [
                "utility", "utilities", "brush", "brushes", "alloy", "alloys", "oil", "rig", "rigs", "soup",
            ])
        #expect(matter.places.map { lexicon.interner.text(of: $0) } == ["cedar", "falls", "ohio"])
    }
}
