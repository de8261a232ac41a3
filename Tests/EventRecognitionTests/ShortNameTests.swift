import Testing
import TriggerModel

@testable import EventRecognition

/// What people call a company whose registered name says more, or says it in another order.
@Suite("Short names and other spellings")
struct ShortNameTests {
    static let accounts = [
        TestPack.account("quillan", "QUILLAN CHASE & CO"),
        TestPack.account("molvan", "MOLVAN ORTHES BEVERAGE CO"),
        TestPack.account("dorsky", "Walt Dorsky Co"),
        TestPack.account("ford", "FORD MOTOR CO"),
        TestPack.account("horlan", "HORLAN D R INC /DE/"),
        TestPack.account("hunzel", "HUNZEL J B TRANSPORT SERVICES INC"),
        TestPack.account("schwarl", "SCHWARL CHARLES CORP"),
        TestPack.account("smith", "J M SMITHERY CO"),
        TestPack.account("orelly", "O RELLY AUTOMOTIVE INC"),
        TestPack.account("mcderry", "MCDERRYS CORP"),
        TestPack.account("reed", "REED'S COMPANIES INC"),
        TestPack.account("gbm", "GENERAL BUSINESS MACHINES CORP", ticker: "GBM"),
        TestPack.account("ksmc", "KENYA SILICON MANUFACTURING CO LTD", ticker: "KSM"),
        TestPack.account("qvs", "QVS HEALTH Corp", ticker: "QVS"),
        TestPack.account("dutch", "DEUTZER BANK AKTIENGESELLSCHAFT"),
        TestPack.account("pq", "PROVOST & QUIMBLE Co", ticker: "PQ"),
        TestPack.account("zbm", "Zola Bright Mills Inc", ticker: "QQQ"),
        TestPack.account("quentas", "QUENTAS - QUENTO BRASILEIRO SA"),
        TestPack.account("filips", "KONINKLIJKE FILIPPS NV"),
        TestPack.account("united", "Northern Airlines Holdings, Inc."),
        TestPack.account("info", "Information Services Group Inc."),
        TestPack.account("vertec", "VERTEC PHARMACEUTICALS INC / MA"),
        TestPack.account("zioms", "ZIOMS BANCORPORATION, NATIONAL ASSOCIATION /UT/"),
        TestPack.account("carlen", "Carlen Group Inc."),
        TestPack.account("carlen2", "Carlen Credit Income Fund"),
        TestPack.account("goldmar", "GOLDMAR SAXE GROUP INC"),
        TestPack.account("goldmar2", "Goldmar Saxe Physical Ether ETF"),
        TestPack.account("berkwell", "BERKWELL HATHER INC"),
        TestPack.account("berkwell2", "BERKWELL DOWNS TRUST"),
        TestPack.account("jq", "JQ.com, Inc."),
        TestPack.account("sanfello", "SANFELLO JOHN B & SON INC"),
        TestPack.account("gz", "GZ HealthCare Systems Holdings Inc."),
        TestPack.account("tqx", "TQX COMPANIES INC"),
        TestPack.account("world", "WORLD LENDING CORP"),
        TestPack.account("nov", "NOV Inc."),
        TestPack.account("us-stores", "US Stores Holding Corp."),
        TestPack.account("bank-of", "Bank of Quarlen Bancorp"),
        TestPack.account("harbor", "HARBOR CITY BANK GROUP INC"),
        TestPack.account("first-national", "FIRST NATIONAL BANK GROUP INC"),
        TestPack.account("trovant", "TROVANT BANK CORP N Y"),
        TestPack.account("lyndus", "Lyndus Technologies Holdings PTV. Ltd."),
        TestPack.account("zooz", "ZOOZ ALDER HAMILTON HOLDING CORP"),
        TestPack.account("quent", "Quentin Pakker Enterprise Co"),
        TestPack.account("bausk", "Bausk & Lumbe Corp"),
        TestPack.account("us-copper", "UNITED STATES COPPER CORP"),
        TestPack.account("realty", "OLD HARLOWE REALTY ASSOCIATES LIMITED PARTNERSHIP"),
        TestPack.account("qj", "QJs RESTAURANTS INC"),
        TestPack.account("qj-club", "QJ's Wholesale Club Holdings, Inc.", ticker: "QJ"),
        TestPack.account("monvay", "monvay.com Ltd."),
        TestPack.account("q80", "q-80 Gold Corp."),
        TestPack.account("zos", "Zos, Inc."),
        TestPack.account("zyro", "ZyRo Eco-Solutions, Inc.", ticker: "ZYRO"),
        TestPack.account("vike", "VIKE, Inc."),
        TestPack.account("barrel", "LANTERN BARREL OLD MEADOW SHOPS, INC"),
        TestPack.account("sun", "Sun Harbour Airlines Holdings, Inc."),
        TestPack.account("snap", "Snap-to Inc"),
        TestPack.account("voltanis", "VOLTANISGROUP INC/MI/"),
        TestPack.account("city-land", "Southern Realty Trust, Inc."),
        TestPack.account("two-flags", "Bright Meadow Entertainment Corp"),
        TestPack.account("10z", "10z Genomics, Inc."),
        TestPack.account("lumenor", "lumenor athletika inc."),
        TestPack.account("bluebird", "bluebird bio, inc."),
        TestPack.account("zorlan", "Zorlan Energy Corp"),
        TestPack.account("zorlan2", "Zorlan Energy Partners Corp"),
        TestPack.account("trust", "Molverne Trust for Investment Grade Municipals"),
    ]
    static let recogniser = Recogniser(pack: TestPack.small, accounts: accounts)

    typealias Case = NameCase

    private func check(_ sample: Case) {
        let mentions = Self.recogniser.mentions(in: TestPack.item(sample.text))
        #expect(mentions.filter { $0.certainty >= 0.5 }.map(\.account) == sample.sure)
    }

    @Test(
        "a date is not of the company that is called as its month, whoever stands beside it",
        arguments: [
            Case("The shares were bought by Zioms Bancorporation, Nov. 5, 2026", "zioms"),
            Case("NOV Inc. opened a plant. It was dated Nov. 5, 2026 in Houston.", "nov"),
        ])
    func month(_ sample: Case) { check(sample) }

    @Test("what is the first of all in the world is not of the company called so")
    func world() { check(Case("World's largest lender agrees to cut loans and fees")) }

    @Test(
        "a business word of the name may be cut short",
        arguments: [
            Case("Vertec Pharma raises prices", "vertec"), Case("profits rise at Vertec Pharma", "vertec"),
            Case("Big Pharma raises prices"),
        ])
    func clipped(_ sample: Case) { check(sample) }

    @Test(
        "a word of the name alone is the company before what companies do",
        arguments: [
            Case("Quillan opens 40 branches", "quillan"), Case("Quillan's board approves a dividend", "quillan"),
            Case("Quillan to honour its promise", "quillan"), Case("Quillan chief to step down", "quillan"),
            Case("Investors are all over TQX", "tqx"), Case("Quillan says he is sorry"),
            Case("Mayor Quillan opens a school"), Case("rain falls on Quillan"),
            Case("Molvan Orthes to cut 400 jobs", "molvan"), Case("Dorsky raises prices", "dorsky"),
            Case("Ford to cut 1,200 jobs", "ford"), Case("Ford recalls 90,000 trucks", "ford"),
            Case("Ford to close Senate campaign"), Case("Ford wins seat"), Case("Harlow Ford recalls his youth"),
            Case("Carlen opens an office", "carlen"), Case("Goldmar opens an office", "goldmar"),
            Case("Berkwell opens an office"), Case("Zorlan raises its forecast", "zorlan"),
        ])
    func word(_ sample: Case) { check(sample) }

    @Test(
        "a register's order and spelling is turned into the usual one",
        arguments: [
            Case("D.R. Horlan grows", "horlan"), Case("J.B. Hunzel grows", "hunzel"),
            Case("J.B. Hunzel Transport Services grows", "hunzel"), Case("Charles Schwarl grows", "schwarl"),
            Case("J.M. Smithery grows", "smith"), Case("O'Relly Automotive grows", "orelly"),
            Case("McDerry's brings back a burger", "mcderry"), Case("McDerry brings back a burger"),
            Case("McDerry's wife resigns"), Case("Reed's to open ten shops", "reed"),
            Case("Reed's to support small growers", "reed"), Case("Reed's CEO says prices will fall", "reed"),
            Case("Reed's second goal settles it"), Case("Reed's to host a festival"),
            Case("Reed's CTO gives a talk", "reed"), Case("Maggie Reed's to sing"),
            Case("John B. Sanfello & Son, Inc. adds a line", "sanfello"),
            Case("GZ HealthCare plant back at work", "gz"), Case("Reed's return delights"),
            Case("Quentas hires rigs", "quentas"), Case("Filipps recalls lamps", "filips"),
            Case("Deutzer Bank grows", "dutch"),
            Case("Vertec Pharmaceuticals halts a study", "vertec"), Case("Zioms Bancorporation grows", "zioms"),
            Case("JQ.com makes an offer", "jq"), Case("Northern Airlines adds routes", "united"),
            Case("northern airlines add routes"), Case("Information Services to open late"),
        ])
    func spelling(_ sample: Case) { check(sample) }

    @Test(
        "initials are the company where its symbol spells them and it does something",
        arguments: [
            Case("GBM completes a purchase", "gbm"), Case("GBM's profit falls", "gbm"),
            Case("Gbm completes a purchase"),
            Case("the new GBM standard"), Case("Trade mark (GBM) filed"), Case("KSMC to speed up its plant", "ksmc"),
            Case("P&Q lifts outlook", "pq"), Case("QVS to close 12 stores", "qvs"), Case("the QVS standard"),
            Case("spending on P&Q rises"), Case("ZBM completes a purchase"),
        ])
    func initials(_ sample: Case) { check(sample) }

    @Test(
        "the part of a name that people say is the company, and what others are called is not",
        arguments: [
            Case("US Stores raises prices again", "us-stores"), Case("us stores raise prices"),
            Case("Bank of Quarlen names a new risk officer", "bank-of"),
            Case("Harbor City Bank to buy a rival", "harbor"), Case("First National Bank to buy a rival"),
            Case("Trovant Bank opens its 140th branch", "trovant"),
            Case("Lyndus Technologies falls 31% after offering", "lyndus"),
            Case("Zooz Alder forecasts revenue below estimates", "zooz"), Case("Quentin Pakker raises its forecast"),
            Case("Bausk Lumbe raises its forecast", "bausk"),
            Case("U.S. Copper raises prices", "us-copper"), Case("US Copper Prices Rise Again"),
            Case("Old Harlowe Realty Associates buys a building", "realty"),
            Case("QJ's Restaurants raises menu prices", "qj"), Case("QJ's raises fees", "qj-club"),
            Case("Lantern Barrel drops its logo after an outcry", "barrel"), Case("Lantern Barrel Corp halts trading"),
            Case("a storm on the Lantern Barrel"), Case("Bank to merge with Sun Harbour", "sun"),
            Case("Voltanis raises its forecast", "voltanis"), Case("Southern Realty raises rents", "city-land"),
            Case("Bright Meadow Shuts Maryland Park", "two-flags"), Case("Bright Meadow Of The Year Is Named"),
            Case("Investor Alert for Bright Meadow, Inc.", "two-flags"),
            Case("Mechanics put off purchases, Snap-to says", "snap"), Case("locks that snap to the door"),
        ])
    func parts(_ sample: Case) { check(sample) }

    @Test(
        "a name that is given with small letters is known by them",
        arguments: [
            Case("software firm monvay.com falls after results", "monvay"),
            Case("Reno-based q-80 Gold seeks a waiver from lenders", "q80"),
            Case("Zos to raise prices on most models", "zos"), Case("Zos of Bavaria dies"),
            Case("hackers breached ZyRo's customer portal", "zyro"), Case("zyro means a circle"),
            Case("VIKE TAPS AN OUTSIDER AS TURNAROUND DRAGS ON", "vike"),
            Case("THE VIKE MUSEUM DRAWS CROWDS TO BERGEN"),
            Case("lumenor sues a rival over lookalikes", "lumenor"), Case("a lumenor of light fell on the bay"),
            Case("lumenor athletika Appoints Jane Roe as Finance Chief", "lumenor"),
            Case("LUMENOR ATHLETIKA APPOINTS A FINANCE CHIEF", "lumenor"),
            Case("bluebird bio to cut 300 jobs", "bluebird"), Case("a bluebird bio for the school garden"),
            Case("a 10z streaming quota for business customers"),
            Case("Molverne Trust for Investment Grade Municipals cuts its dividend", "trust"),
        ])
    func writing(_ sample: Case) { check(sample) }

    @Test(
        "a likeness and a relative are not the company",
        arguments: [Case("Filipps-style lamps sell well"), Case("Filipps lamps sell well", "filips")])
    func likeness(_ sample: Case) { check(sample) }
}
