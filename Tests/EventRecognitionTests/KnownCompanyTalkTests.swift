import Testing

@testable import EventRecognition

/// What is known of a company, weighed with the words around its name: each class both ways.
@Suite("Companies of which something is known, in talk of their business and of something else")
struct KnownCompanyTalkTests {
    @Test(
        "an everyday word is the company where its business is spoken of, however the headline is written",
        arguments: [
            NameCase("Soup Sales Rise at Lantern in Truro", "lantern"), NameCase("Lantern Raises Prices"),
            NameCase("Lantern Opens in Truro", "lantern"),
            NameCase("Chase Waters Sells Kettle"), NameCase("Waters Partners Sell Kettle"),
            NameCase("Waters, the spout seller, wins match", "waters"),
            NameCase("Kettle sales rise at Waters, the school supplier", "waters"),
            NameCase("storm, floods and rain keep Corvane home", "corvane"),
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
    func words(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "the first half of a thing is not the company, whatever the thing is",
        arguments: ["Lantern Ladle Breaks", "The Lantern Soup Shop Shuts", "Bread-Lantern Soup Sold"])
    func halves(_ title: String) { #expect(KnownCompanyWorld.sure(title) == []) }

    @Test(
        "a town and an office are the company only where its business is spoken of, and a registered word that no news has never",
        arguments: [
            NameCase("Saddle orders rise at Cardiff", "cardiff"), NameCase("Cardiff to cut jobs"),
            NameCase("Treasurer raises kettle prices", "treasurer"), NameCase("Treasurer raises prices"),
            NameCase("Quillan raises oat prices"), NameCase("Tessaly buys a pony"),
            NameCase("Dellan's raises prices", "dellan"), NameCase("Dellan raises prices"),
        ])
    func told(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "letters that others have are the company's where it does something or its business is spoken of",
        arguments: [
            NameCase("PMI rules change"), NameCase("PMI falls in March", "pirrole"), NameCase("the PMI rises"),
            NameCase("orders at PMI rise", "pirrole"), NameCase("Gauge Data Show PMI Slips", "pirrole"),
            NameCase("Data Show PMI Slips"), NameCase("HRLW rules change", "harlow"),
        ])
    func letters(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "an index is the company of its name only where that company's business is spoken of",
        arguments: [
            NameCase("Dow raises chemical prices", "dow"), NameCase("Dow raises prices"),
            NameCase("the Dow raises silicone prices"), NameCase("Dow 30 chemical stocks gain"),
            NameCase("Dow Reports Record Results", "dow"), NameCase("Dow Posts Record Gain"),
        ])
    func indexes(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "where capitals tell nothing, a word beside another name is the company where business is spoken of",
        arguments: [
            NameCase("Roe Vexolar Sales Slip", "vexolar"), NameCase("Zurlo Vexolar Sells Soup", "vexolar"),
            NameCase("Zurlo Vexolar (ZVX) Sells Soup"),
            NameCase("Roe Vexolar Walks Home"), NameCase("Roe Tavelle Sales Slip"),
            NameCase("Soup Fans Love Bright Meadow", "bright-meadow"), NameCase("Truro Bright Meadow Soup Recall"),
            NameCase("Corvane and Lantern Cut Jobs", "corvane", "lantern"),
            NameCase("Lantern and Vexolar meet", "lantern", "vexolar"), NameCase("Lantern meets Corvane", "corvane"),
            NameCase("Harlow of Samothrace"), NameCase("Corvane of Samothrace", "corvane"),
            NameCase("Lantern meets Orvelle", "orvelle"),
            NameCase("the walk passes Corvane, Lantern and Waters", "corvane", "lantern", "waters"),
            NameCase("Harlow of Samothrace sells shares", "harlow"),
            NameCase("Harlow Yarns of Samothrace", "harlow"),
        ])
    func beside(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }
}
