import RuleLanguage
import Testing
import TriggerModel

@testable import EventRecognition

/// Accounts of which the pack says what the news calls them, what it talks of and where they sit.
@Suite("Companies of which something is known")
struct KnownCompanyTests {
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
    func called(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "are not found where their words mean something else",
        arguments: [
            "Dow falls 300 points as banks slip", "The Dow ends lower", "Dow, Nasdaq mixed before jobs report",
            "Rand Slips as PMI Disappoints", "Jane Roe Joins Hotel Group as PMI",
            "A spark set the barn on fire", "Harlow of Essex wins by-election",
        ])
    func otherwise(_ title: String) { #expect(KnownCompanyWorld.sure(title) == []) }

    @Test(
        "are not found where more is said of what else their name means than of their business",
        arguments: [
            NameCase("Orvelle returns to the opera in bold staging"),
            NameCase("Friends of the soprano say Orvelle knew"),
            NameCase("Orvelle names new chief", "orvelle"), NameCase("Opera house buys ladles of Orvelle", "orvelle"),
            NameCase("ORVELLE (NYSE: ORV) opens an opera house", "orvelle"),
        ])
    func meantOtherwise(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "are not found where what stands beside their word makes something else of it",
        arguments: [
            // A state behind its town.
            NameCase("SPOKANE, Wash. – Corvane cuts jobs and prices", "corvane"),
            // A word of a state's name, an amount, a kind of company.
            NameCase("Nova Scotia lifts yarn prices"), NameCase("Yarn prices lift Scotia", "scotia"),
            NameCase("Cornell lab gets $4V grant"), NameCase("Cornell lab gets 4V grant", "4v"),
            NameCase("Swift Company Owner Pleads Guilty in Soup Scheme"),
            NameCase("Swift Company Opens a Third Plant", "swift"),
            NameCase("Orvelle the dog retires"), NameCase("Orvelle the retailer retires its catalogue", "orvelle"),
            NameCase("Jane Roe Joins Corvane as Senior Orvelle Manager", "corvane"),
            NameCase("Oat Deal Would Flint a Flour Strike"), NameCase("Oat Deal Lifts Flint", "flint"),
            NameCase("Would Orvelle Buy a Mill?", "orvelle"), NameCase("Why Would Orvelle Buy a Mill?", "orvelle"),
            NameCase("Lantern Rules for Soup Makers Tighten"),
            NameCase("Best buys for gardeners this spring"),
            NameCase("South Africa's Ruvo raises prices"), NameCase("Ohio's Ruvo raises prices", "ruvo"),
            NameCase("Orvelle the haulier sings", "orvelle"), NameCase("Orvelle Babb, showman of the hills: a life"),
            // A word of somebody's office, or of somebody else's name.
            NameCase("Jane Roe Joins Corvane as Senior Swift Manager", "corvane"),
            NameCase("Jane Roe Appointed as Orvelle Chief Executive Officer", "orvelle"),
            NameCase("Jane Roe Named Dean of Bright Meadow Community College"),
            // A verb behind a modal.
            NameCase("Kettle Deal Would Spark a Ferry Strike"), NameCase("Ferry Deal Lifts Spark", "ferries"),
            // What rules are about.
            NameCase("KVG rules tighten for gauges"), NameCase("KVG tightens rules for gauges", "kvg"),
            NameCase("KVG rules out a bid for Corvane", "kvg", "corvane"),
            // Letters that others have in other countries, unless it sits there.
            NameCase("South Africa's KVG buys a lender"), NameCase("Truro's KVG buys a lender", "kvg"),
            NameCase("Swift Between Two Trucking Strikes"), NameCase("Swift Ends Trucking Strikes", "swift"),
            // Somebody of a place, and not who is accused of something.
            NameCase("Songs of Orvelle of Samothrace"),
            NameCase("Chemist accused by Orvelle of taking secrets", "orvelle"),
            // Refused for what stands around it, a company in the sentence helps it no more.
            NameCase("Corvane raises output target after Lantern tie-back", "corvane"),
            NameCase("Corvane outage traced to Lantern move", "corvane"),
            NameCase("Corvane refreshes Lantern card, raises fee", "corvane"),
            NameCase("Corvane and Lantern raise prices", "corvane", "lantern"),
        ])
    func besideOthers(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "of two registrants that the news knows as one, the first is meant, unless the name is written out",
        arguments: [
            NameCase("Dovera orders three anchors", "dovera-corp"),
            NameCase("Dovera plc orders three anchors", "dovera-plc"),
            NameCase("Dovera Corp orders three anchors", "dovera-corp"),
        ])
    func registrants(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "are found with a hyphen between two of a deal, before what they give, and written small in full",
        arguments: [
            NameCase("Orvelle-Corvane venture to buy a mill", "orvelle", "corvane"),
            NameCase("Harlow Yarns-Corvane merger clears", "harlow", "corvane"),
            NameCase("Court rules in Orvelle-Corvane feud", "orvelle", "corvane"),
            NameCase("Orvelle Awards $1.2 Million to Clinics", "orvelle"),
            NameCase("Corvane and Orvelle Open Joint Studio", "corvane", "orvelle"),
            NameCase("Orvelle Open Ends in Draw"),
            NameCase("Orvelle man gets 12 years"), NameCase("Miner Drills 21 Metres of Ore at El Orvelle"),
            NameCase("Miner Drills 21 Metres of Ore at Orvelle", "orvelle"),
            NameCase("ellup mills inc. Announces Opening of Second Mill", "ellup"),
        ])
    func forms(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "are found behind what several companies are",
        arguments: [
            NameCase("Toymakers Corvane and Harlow cut jobs", "corvane", "harlow"),
            NameCase("Truckers Corvane and Harlow see demand", "corvane", "harlow"),
        ])
    func described(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "are found by a name with its legal form, and not by the word before it",
        arguments: [
            NameCase("Ruvelle Inc opens a second works", "tebbing"), NameCase("Ruvelle opens a second works"),
        ])
    func full(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test(
        "are written as the news writes them, whatever the register does",
        arguments: [NameCase("Avo oat sales rise", "avo"), NameCase("Grain trader sues Avo over oats", "avo")])
    func written(_ sample: NameCase) { #expect(KnownCompanyWorld.sure(sample.text) == sample.sure) }

    @Test("a word of several companies that nothing settles is for a person to look at")
    func open() {
        let item = TestPack.item("Spark shares fall after results")
        let reading = KnownCompanyWorld.recogniser.recognise(item, teller: TestPack.teller, received: TestPack.received)
        #expect(reading.mentions.filter { $0.certainty >= 0.5 } == [])
        #expect(reading.ambiguous.map(\.accounts) == [["bank", "ferries"]])
        #expect(reading.ambiguous.map(\.text) == ["Spark"])
    }

    @Test(
        "a word of several companies is for nobody to look at where it means no company, or the news calls only one by it",
        arguments: [
            "A spark set the barn on fire", "Spark of genius lights up the final", "Jane Spark wins chess title",
            "Tarly shares fall after results",
        ])
    func closed(_ title: String) {
        let item = TestPack.item(title)
        let reading = KnownCompanyWorld.recogniser.recognise(item, teller: TestPack.teller, received: TestPack.received)
        #expect(reading.ambiguous == [])
    }

    @Test(
        "belong to the account with their CIK, with their symbol and name, or with their whole name",
        arguments: [
            (Account(id: "a", name: "Quite Another", cik: "0009990101"), "Harlow"),
            (Account(id: "a", name: "Harlow Vance", ticker: "LSE:HRL"), "Harlow"),
            (Account(id: "a", name: "The Harlow Vance", ticker: "HRL"), "Harlow"),
            (Account(id: "a", name: "VANE HARLOW GROUP", ticker: "HRL"), "Harlow"),
            (Account(id: "a", name: "DELLANS STORES", ticker: "DLLN"), "Dellan's"),
            (Account(id: "a", name: "YARNS OF HARLOW CORP", ticker: "SPKB"), nil),
            (Account(id: "a", name: "FIRST BANK CORP", ticker: "SPKB"), nil),
            (Account(id: "a", name: "Spark Bank"), "Spark Bank"),
            (Account(id: "a", name: "Pellmore", ticker: "HRL"), nil),
            (Account(id: "a", name: "Harlow"), nil),
            (Account(id: "a", name: "Spark Bank", cik: "0001234567"), nil),
        ])
    func belonging(_ account: Account, _ name: String?) {
        var (lexicon, scan) = (Lexicon(), TextScan())
        let knowledge = CompanyKnowledge(KnownCompanyWorld.known)
        #expect(knowledge.company(of: account, &lexicon, &scan)?.name == name)
    }

    @Test("what news talks of stands in the singular and the plural, places without the words of many")
    func matter() {
        var (lexicon, scan) = (Lexicon(), TextScan())
        let matter = CompanyKnowledge.matter(
            business: ["utility", "brush", "alloy", "oil-rig"],
            places: ["Cedar Falls", "North Carolina", "Bank of Ohio"],
            names: ["Acme Soup Group", "Acme Tea Ohio Worldwide GmbH"], otherwise: ["pub", "by-election"], &lexicon,
            &scan)
        let words = matter.business.map { lexicon.interner.text(of: $0) }
        #expect(
            words == [
                "utility", "utilities", "brush", "brushes", "alloy", "alloys", "oil", "rig", "rigs", "soup",
            ])
        #expect(matter.otherwise.map { lexicon.interner.text(of: $0) } == ["pub", "pubs", "election", "elections"])
        #expect(matter.places.map { lexicon.interner.text(of: $0) } == ["cedar", "falls", "ohio"])
    }
}
