import RuleLanguage
import Testing
import TriggerModel

@testable import EventRecognition

/// What is known of a company, weighed with the words around its name: each class both ways.
@Suite("Companies of which something is known, in talk of their business and of something else")
struct KnownCompanyTalkTests {
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
            cik: "0009990105", ticker: "DOW", name: "Dow", business: ["chemical", "silicone"], places: ["Midland"]),
        KnownCompany(
            cik: "0009990106", ticker: "PIRX", name: "Pirrole Instruments", aliases: ["PMI"],
            business: ["gauge", "meter"]),
        KnownCompany(
            cik: "0009990107", ticker: "CRDF", name: "Cardiff", business: ["saddle", "bridle"], places: ["Truro"]),
        KnownCompany(
            cik: "0009990108", ticker: "LNTN", name: "Lantern", business: ["soup", "noodle", "ladle"], places: ["Truro"]
        ),
        KnownCompany(
            cik: "0009990109", ticker: "GPS", name: "GPS", business: ["saddle", "stirrup"], places: ["Cork"]),
        KnownCompany(
            cik: "0009990110", ticker: "DLLN", name: "Dellan's", business: ["soup", "ladle"]),
        KnownCompany(
            cik: "0009990111", ticker: "QVM", name: "QV Mills", business: ["flour", "oat"], places: ["Truro"]),
        KnownCompany(
            cik: "0009990112", ticker: "OSTL", name: "Ostlery", business: ["pony", "saddle"], places: ["Cork"]),
        KnownCompany(
            cik: "0009990113", ticker: "BRMD", name: "Bright Meadow", business: ["soup", "noodle"], places: ["Truro"]),
        KnownCompany(
            cik: "0009990114", ticker: "PNEL", name: "Pinnel", business: ["oat", "flour"]),
        KnownCompany(
            cik: "0009990115", ticker: "ZRO", name: "ZyRo", business: ["kettle", "spout"]),
        KnownCompany(
            cik: "0009990116", ticker: "WTRS", name: "Waters", business: ["kettle", "spout"]),
        KnownCompany(
            cik: "0009990117", ticker: "TRSR", name: "Treasurer", business: ["kettle", "ladle"]),
        KnownCompany(
            cik: "0009990118", ticker: "FLNT", name: "Flint", business: ["oat", "flour"], places: ["Truro"]),
        KnownCompany(
            cik: "0009990119", ticker: "VXO", name: "Vexolar", business: ["soup", "noodle"], places: ["Truro"]),
        KnownCompany(
            cik: "0009990120", ticker: "LDGR", name: "Ledger Bank Group", aliases: ["Ledger"],
            business: ["mortgage", "branch"], places: ["Truro"]),
    ]
    static let accounts = [
        Account(id: "harlow", name: "HARLOW VANCE TEXTILE HOLDINGS INC", cik: "0009990101"),
        Account(id: "ferries", name: "Spark Ferries Group plc", cik: "0009990102"),
        Account(id: "bank", name: "Spark Bancorp", cik: "0009990103"),
        Account(id: "baker", name: "Baker Loom Works Ltd", cik: "0009990104"),
        Account(id: "dow", name: "Dow Inc.", cik: "0009990105"),
        Account(id: "pirrole", name: "Pirrole Instruments, Inc.", cik: "0009990106"),
        Account(id: "swift", name: "Swift Inc", business: ["trucking", "trailer"]),
        Account(id: "cardiff", name: "Cardiff Saddle Holdings Inc", cik: "0009990107"),
        Account(id: "lantern", name: "Lantern Foods, Inc.", cik: "0009990108"),
        Account(id: "lantern-mortgage", name: "Lantern Mortgage Corp"),
        Account(id: "gps", name: "GPS Saddlery Corp", cik: "0009990109"),
        Account(id: "dellan", name: "Dellan's Stores Inc", cik: "0009990110"),
        Account(id: "quillan", name: "QUILLAN VANE MILLS INC", cik: "0009990111"),
        Account(id: "ostlery", name: "Tessaly Pony Group Inc", cik: "0009990112"),
        Account(id: "bright-meadow", name: "Bright Meadow Inc", cik: "0009990113"),
        Account(id: "pinnel", name: "Pinnel Oats Group Inc", cik: "0009990114"),
        Account(id: "pinnel2", name: "Pinnel Inc"),
        Account(id: "zyro", name: "ZyRo Eco-Solutions, Inc.", cik: "0009990115"),
        Account(id: "waters", name: "Waters Corp", cik: "0009990116"),
        Account(id: "treasurer", name: "Treasurer Kettles Inc", cik: "0009990117"),
        Account(id: "flint", name: "Flint Oat Holdings Inc", cik: "0009990118"),
        Account(id: "vexolar", name: "Vexolar Kitchens, Inc.", cik: "0009990119"),
        Account(id: "ledger", name: "Ledger Bank Group, Inc.", cik: "0009990120"),
        Account(id: "corvane", name: "Corvane Corp"),
        Account(id: "leeds", name: "Leeds Vane Mills Inc"),
    ]
    static let recogniser: Recogniser = {
        var pack = TestPack.small
        pack.companies = known
        return Recogniser(pack: pack, accounts: accounts)
    }()

    static func sure(_ title: String, summary: String? = nil) -> [String] {
        recogniser.mentions(in: TestPack.item(title, summary: summary)).filter { $0.certainty >= 0.5 }.map(\.account)
    }

    @Test(
        "of several that bear a word, a legal form, their business or their place tells which is meant",
        arguments: [
            NameCase("Pinnel Inc buys a barn", "pinnel2"), NameCase("Pinnel buys a barn"),
            NameCase("Pinnel buys an oat barn", "pinnel"), NameCase("Spark opens in Toledo", "bank"),
            NameCase("Lantern's mortgage arm grows", "lantern"),
        ])
    func bearers(_ sample: NameCase) { #expect(Self.sure(sample.text) == sample.sure) }

    @Test(
        "an everyday word is the company where its business is spoken of, however the headline is written",
        arguments: [
            NameCase("Soup Sales Rise at Lantern in Truro", "lantern"), NameCase("Lantern Raises Prices"),
            NameCase("Judge Rules Against Lantern in Ladle Case", "lantern"),
            NameCase("Soup maker Lantern cuts jobs", "lantern"), NameCase("Ride-hailing firm Lantern raises money"),
            NameCase("Waters Kettle Recalled", "waters"), NameCase("Waters kettle recalled", "waters"),
            NameCase("Snow and storm hit Lantern soup plant", "lantern"),
            NameCase("Swift trucking firm cuts jobs", "swift"), NameCase("Trailer Orders Rise at Swift", "swift"),
            NameCase("fans of Lantern noodle soup mourn", "lantern"), NameCase("fans of Lantern soup mourn"),
            NameCase("Loom Baker Cuts Jobs", "baker"), NameCase("Ledger entry shows branch loss"),
            NameCase("Saddle Sales Lift GPS"), NameCase("Stirrup and Saddle Sales Lift GPS", "gps"),
            NameCase("Saddle sales lift GPS"), NameCase("Stirrup and saddle sales lift GPS", "gps"),
        ])
    func words(_ sample: NameCase) { #expect(Self.sure(sample.text) == sample.sure) }

    @Test(
        "the first half of a thing is not the company, whatever the thing is",
        arguments: ["Lantern Ladle Breaks", "The Lantern Soup Shop Shuts", "Bread-Lantern Soup Sold"])
    func halves(_ title: String) { #expect(Self.sure(title) == []) }

    @Test(
        "a town, an office and a word of the registered name alone are the company only where its business is spoken of",
        arguments: [
            NameCase("Saddle orders rise at Cardiff", "cardiff"), NameCase("Cardiff to cut jobs"),
            NameCase("Treasurer raises kettle prices", "treasurer"), NameCase("Treasurer raises prices"),
            NameCase("Quillan raises oat prices", "quillan"), NameCase("Quillan raises prices"),
            NameCase("Tessaly buys a pony", "ostlery"), NameCase("Tessaly raises prices"),
            NameCase("Dellan's raises prices", "dellan"), NameCase("Dellan raises prices"),
        ])
    func told(_ sample: NameCase) { #expect(Self.sure(sample.text) == sample.sure) }

    @Test(
        "letters that others have are the company's where it does something or its business is spoken of",
        arguments: [
            NameCase("PMI rules change"), NameCase("PMI falls in March", "pirrole"), NameCase("the PMI rises"),
            NameCase("orders at PMI rise", "pirrole"), NameCase("Gauge Data Show PMI Slips", "pirrole"),
            NameCase("Data Show PMI Slips"), NameCase("HRLW rules change"),
        ])
    func letters(_ sample: NameCase) { #expect(Self.sure(sample.text) == sample.sure) }

    @Test(
        "an index is the company of its name only where that company's business is spoken of",
        arguments: [
            NameCase("Dow raises chemical prices", "dow"), NameCase("Dow raises prices"),
            NameCase("the Dow raises silicone prices"), NameCase("Dow 30 chemical stocks gain"),
        ])
    func indexes(_ sample: NameCase) { #expect(Self.sure(sample.text) == sample.sure) }

    @Test(
        "where capitals tell nothing, a word beside another name is the company where business is spoken of",
        arguments: [
            NameCase("Roe Vexolar Sales Slip", "vexolar"), NameCase("Zurlo Vexolar Sells Soup", "vexolar"),
            NameCase("Roe Vexolar Walks Home"), NameCase("Truro Bright Meadow Soup Recall"),
            NameCase("Corvane and Lantern Cut Jobs", "corvane", "lantern"),
            NameCase("Lantern meets Vexolar", "lantern", "vexolar"), NameCase("Lantern meets Corvane", "corvane"),
            NameCase("Harlow of Samothrace"), NameCase("Harlow of Samothrace sells shares", "harlow"),
            NameCase("Harlow Yarns of Samothrace", "harlow"),
        ])
    func beside(_ sample: NameCase) { #expect(Self.sure(sample.text) == sample.sure) }
}
