import Testing

@testable import EventRecognition

/// Which company of those that are known a name means, and which of its names the news has given it.
@Suite("Names of companies of which something is known")
struct KnownCompanyNameTests {
    @Test(
        "of several that bear a word, a legal form, their business or their place tells which is meant",
        arguments: [
            NameCase("Pinnel Inc buys a barn", "pinnel2"), NameCase("Pinnel Corp buys a barn", "pinnel2"),
            NameCase("Pinnel buys a barn"), NameCase("Pinnel buys an oat barn", "pinnel"),
            NameCase("Spark opens in Toledo", "bank"), NameCase("Spark ferry docks in Toledo", "ferries"),
            NameCase("Spark ferry and mortgage staff strike"),
            NameCase("Lantern's mortgage arm lifts profit", "lantern"),
            NameCase("Vell trims flights", "vell-air"), NameCase("Vell raises mortgage rates", "vell-bank"),
            NameCase("Vell flights carry soup and oat", "vell-air"), NameCase("Vell walks home"),
        ])
    func bearers(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "where nothing is said of the business of any, the one is meant that is called so without a doubt",
        arguments: [
            NameCase("Tarly raises prices", "tarly2"), NameCase("Tarly raises loom prices", "tarly2"),
            NameCase("Tarly raises pony prices", "tarly1"),
        ])
    func doubtless(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "a doubtful name of several words is the company where its business is spoken of, and nobody's elsewhere",
        arguments: [NameCase("Saddle sales rise at Stable Yard", "ostlery"), NameCase("Sales rise at Stable Yard")])
    func doubtful(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "what the news calls a company is its name as it is written, and shortens no further",
        arguments: [
            NameCase("KVG Gauges opens a shop", "kvg"), NameCase("KVG days change"),
            NameCase("Kestel raises prices", "kestel"), NameCase("Kestel's raises prices", "kestel"),
            NameCase("Merrow raises prices", "merrow"), NameCase("Merrow's raises prices", "merrow"),
            NameCase("Soup sales rise in May"), NameCase("May opens a soup shop"),
            NameCase("Kettle sales rise at Clearwater", "clearwater"), NameCase("roads to Clearwater are shut"),
            NameCase("Clearwater shuts its school"), NameCase("IBM days change", "ibm"),
            NameCase("eyes are on HRLW", "harlow"), NameCase("Rules Weigh on PMI Shares", "pirrole"),
            NameCase("Zos raises kettle prices", "zos"),
        ])
    func called(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "a short name with a legal form behind a capital ends a longer name, a whole one does not",
        arguments: [
            NameCase("Old Quillan Vane Inc opens a mill"), NameCase("Zurlo Harlow Yarns Inc opens a mill", "harlow"),
        ])
    func ends(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test("several words that are surely the company stay so where another company's name begins with them")
    func whole() {
        let said = "Exports Ltd said so. "
        #expect(
            KnownCompanyWorld.sure(
                "Harlow Yarns to open in Leeds", summary: "Harlow Yarns \(said)Harlow shares rose.")
                == ["harlow", "harlow"])
        #expect(KnownCompanyWorld.sure("Bright Meadow to open in Leeds", summary: "Bright Meadow \(said)") == [])
    }

    @Test("a person's surname is not the company that the item names elsewhere")
    func surname() {
        #expect(KnownCompanyWorld.sure("Zorl Inc opens a plant", summary: "Founder Jane Zorl was there.") == ["zorl"])
    }
}
