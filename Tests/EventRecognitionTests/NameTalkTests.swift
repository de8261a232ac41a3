import Testing
import TriggerModel

@testable import EventRecognition

/// Names that only the talk around them tells: each class both ways.
@Suite("Names in talk of business and of something else")
struct NameTalkTests {
    static let accounts = [
        TestPack.account("lantern", "Lantern Foods, Inc."),
        TestPack.account("summit-air", "Summit Air Lines, Inc."),
        TestPack.account("summit-bank", "Summit Bancshares Inc"),
        TestPack.account("meadow", "Meadow Inc"), TestPack.account("guided", "Guided Foods Inc"),
        TestPack.account("amazon", "Amazon.com, Inc."), TestPack.account("northern", "NORTHERN Company"),
        TestPack.account("waters", "Waters Corp"), TestPack.account("york-city", "New York City REIT, Inc."),
        TestPack.account("dana", "Dana Inc"),
        TestPack.account("corning", "Corning Inc"),
        TestPack.account("quorvik", "Quorvik & Co., Inc."),
        TestPack.account("quorvik-overseas", "Quorvik Energy (Overseas) Corp"),
        TestPack.account("harlan-bank", "Harlan Bank Corp"),
        TestPack.account("bright-otter", "Bright Otter Mining Ltd"),
        TestPack.account("dellan", "Dellan's Stores Inc"), TestPack.account("brimmer", "Brimmer's Inc"),
        TestPack.account("kvx", "Korvan Valve Xenon Inc", ticker: "KVX"),
        TestPack.account("vellmar", "Vellmar Bikes Studio Inc"),
        TestPack.account("plinth", "Plinth Acquisition Corp"),
        TestPack.account("plinth2", "Plinth Group Inc"),
        TestPack.account("ozalea", "Ozalea Power, Sails & Mills Fund"),
        TestPack.account("tessaly", "Tessaly Corp"),
        TestPack.account("schulenberg", "Schulenberg Ltd/NV", ticker: "SCB"),
        TestPack.account("pinnacle", "Pinnacle Worldwide Holdings Inc."),
        TestPack.account("pinnacle-boats", "Pinnacle Vacations Inc."),
        TestPack.account("river-street", "River Street Capital Corp"),
        TestPack.account("vermont", "Vermont Air Lines, Inc."),
        TestPack.account("ember", "Ember Biotherapeutics, Inc."),
        TestPack.account("permian", "Permian Resources Corp"),
        TestPack.account("mossel", "Mossel Labs Inc", ticker: "MSLX"),
        TestPack.account("cadenza-bank", "Cadenza Bank", ticker: "CDZB"),
        TestPack.account("cadenza", "Cadenza Design Systems Inc", ticker: "CDZA"),
        TestPack.account("oct", "OCT Inc."), TestPack.account("kvn", "KVN Corp"),
        TestPack.account("arbor", "Arbor Biopharma Corp"), TestPack.account("tidewater", "Tidewater & Sons, Inc."),
        TestPack.account("digital-care", "Digital Care Acquisition Corp"),
    ]
    static let recogniser = Recogniser(pack: TestPack.small, accounts: accounts)

    private func check(_ sample: NameCase) {
        let mentions = Self.recogniser.mentions(in: TestPack.item(sample.text))
        #expect(mentions.filter { $0.certainty >= 0.5 }.map(\.account) == sample.sure)
    }

    @Test(
        "an everyday word is the company where enough of the sentence is business",
        arguments: [
            NameCase("Meadow narrows its loss as orders recover", "meadow"),
            NameCase("Meadow-management software firm Corvane cuts outlook after loss"),
            NameCase("Corvane to buy maker of 8th Meadow noodles for $880 million"),
            NameCase("Corvane to buy Meadow-management software for $80 million"),
            NameCase("Amazon Discontinues The Original Speaker", "amazon"),
            NameCase("Meadow plows on despite frost"), NameCase("Meadow of wild flowers wins festival prize"),
            NameCase("Meadow decision by referee costs visitors the game"),
            NameCase("Waters hires a finance chief", "waters"), NameCase("Waters rise along the Danube"),
            NameCase("Lantern puts four chicken plants on short weeks", "lantern"),
            NameCase("Lantern festival draws crowds"), NameCase("shoppers find Lantern in more shops", "lantern"),
            NameCase("Meadow, the scooter company in bankruptcy, loses its permit", "meadow"),
            NameCase("Meadow, the dog who found the toddler, wins a medal"),
            NameCase("Dana cuts 200 salaried posts as axle orders thin", "dana"),
            NameCase("Dana wins custody fight in soap finale"),
        ])
    func words(_ sample: NameCase) { check(sample) }

    @Test(
        "companies of one first word are told apart by their line of business, and none is meant without it",
        arguments: [
            NameCase("Summit trims flights to Maui", "summit-air"),
            NameCase("Summit opens its first branches in Charlotte", "summit-bank"),
            NameCase("Vermont trims flights to Maui", "vermont"),
            NameCase("a storm over Vermont delays flights to Maui"),
            NameCase("Corvane Cruises Ship Arrives in New York City as Fleet Grows"),
            NameCase("New York City REIT, Inc. Raises Its Dividend", "york-city"),
            NameCase("Summit raises its outlook again"), NameCase("Plinth to close 12 stores", "plinth2"),
            NameCase("Pinnacle raises its outlook again", "pinnacle"), NameCase("Pinnacle of the range is in cloud"),
        ])
    func lines(_ sample: NameCase) { check(sample) }

    @Test(
        "doubtful names in a list hold each other up",
        arguments: [
            NameCase("Meadow and Lantern both flagged weak demand", "meadow", "lantern"),
            NameCase("Meadow and Lantern both bloom in spring"),
            NameCase("Tessaly and Meadow see drinkers stay home", "tessaly", "meadow"),
            NameCase("SCB and Tessaly see drillers idling", "schulenberg", "tessaly"),
            NameCase("SCB students sit exams again"),
            NameCase("Tessaly to buy Meadow for $20 billion", "tessaly", "meadow"),
            NameCase("Meadow loses an order to Tessaly", "tessaly"),
            NameCase("Tessaly, Meadow and Lantern see fewer orders", "tessaly", "meadow", "lantern"),
            NameCase("the walk passes Tessaly, Meadow and Waters", "tessaly", "meadow", "waters"),
        ])
    func lists(_ sample: NameCase) { check(sample) }

    @Test(
        "the formulas of releases and of news by symbol tell who is meant",
        arguments: [
            NameCase("Cadenza (CDZA) Down 5% Since Last Earnings Report", "cadenza"),
            NameCase("Cadenza (CDZB) Down 5% Since Last Earnings Report", "cadenza-bank"),
            NameCase("Cadenza (XYZA) Down 5% Since Last Earnings Report"),
            NameCase("(MSLX) DEADLINE: Contact Roe About Leading Mossel Class Action Lawsuit", "mossel"),
            NameCase("(XYZ) DEADLINE: Contact Roe About Leading Mossel Class Action Lawsuit"),
            NameCase("Arbor Announces Financial Results", "arbor"), NameCase("Arbor Announces Spring Festival"),
            NameCase("Arbor To Present At Investor Conference", "arbor"),
            NameCase("Investors Have Opportunity to Join Tessaly, Inc. Fraud Investigation", "tessaly"),
            NameCase("Law Firm Encourages Tidewater & Sons, Inc. Investors to Call", "tidewater"),
            NameCase("Tessaly Capital Reveals Gold as Hedge"), NameCase("Tessaly Capital Spending Rises", "tessaly"),
            NameCase("KVN Engines Hires Vice President"), NameCase("KVN Hires Vice President", "kvn"),
            NameCase("Appointment of Schulenberg"), NameCase("Appointment of Directors at Schulenberg", "schulenberg"),
            NameCase("prices rose in Oct, data show"), NameCase("OCT raises prices in Oct", "oct"),
            NameCase("Digital Care Company Korrin to Build New Headquarters"),
        ])
    func releases(_ sample: NameCase) { check(sample) }

    @Test(
        "a name of some other thing, town or person is not the company",
        arguments: [
            NameCase("Northern company of dancers tours mill towns"),
            NameCase("Brazil's Amazon burns at slowest rate"), NameCase("Amazon raises its fees", "amazon"),
            NameCase("Summit lender Korrin swings to loss on soured loans"),
            NameCase("pilots approve contract tied to Lantern"),
            NameCase("Northern Company opens two mills", "northern"),
            NameCase("Waters lender Korrin swings to loss on loans"),
            NameCase("Waters swings to loss on orders", "waters"),
            NameCase("Korrin's Bright Otter plan clears federal review"),
            NameCase("Korrin's rival Bright Otter Mining sells mine", "bright-otter"),
            NameCase("Guided by Robots, Korrin Lifts Profit Outlook"),
            NameCase("Guided lifts its profit outlook on food sales", "guided"),
            NameCase("Corning, New York, votes to keep its fire station"),
            NameCase("Tessaly to close plant in Corning, Kentucky", "tessaly"),
            NameCase("orders from Corning, Texas Instruments and Tessaly rise", "corning", "tessaly"),
            NameCase("flood in Corning shuts roads"),
            NameCase("shares rise as Meadow, a retired teacher, sells stake"),
            NameCase("Quorvik wins cup final after penalty shootout"), NameCase("Quorvik wins order", "quorvik"),
            NameCase("Tessaly Energy of Ohio cuts 80 jobs"),
            NameCase("Corning raises prices for glass", "corning"), NameCase("the Corning incinerator closes"),
            NameCase("Quorvik KGaA warns on demand"), NameCase("Quorvik Inc warns on demand", "quorvik"),
            NameCase("Harlan Bank of Dhaka reports bad loans"),
            NameCase("Harlan Bank reports bad loans", "harlan-bank"),
            NameCase("Dellan's poems win a prize"), NameCase("Dellan's buys fuel stops", "dellan"),
            NameCase("Brimmer's nephew runs for the state senate"), NameCase("Brimmer's grandchildren sell the farm"),
            NameCase("Brimmer's runs a sale", "brimmer"), NameCase("Quorvik man jailed for arson"),
            NameCase("Quorvik Residents Vote On Dam"),
            NameCase("Quorvik manager quits", "quorvik"), NameCase("Quorvik's men take the cup", "quorvik"),
            NameCase("copper is found at El Quorvik"), NameCase("copper is found by Quorvik", "quorvik"),
            NameCase("Quorvik Community College Opens Wing"), NameCase("Quorvik Community Awards Go To Local Bakers"),
            NameCase("Quorvik? States split over pact"), NameCase("a gap lets the tide into River Street"),
        ])
    func others(_ sample: NameCase) { check(sample) }

    @Test(
        "what is surely something else stays so beside a company",
        arguments: [
            NameCase("Tessaly to buy maker of 8th Meadow noodles for $880 million", "tessaly"),
            NameCase("Tessaly to buy Meadow-management software for $880 million", "tessaly"),
            NameCase("Tessaly cuts 80 jobs at its mill by Dana, Ohio", "tessaly"),
            NameCase("Tessaly and Dana, Ohio, agree on plant", "tessaly"),
            NameCase("Tessaly, Meadow-style rivals see sales fall", "tessaly"),
            NameCase("Tessaly, Mayor Dana and others see sales fall", "tessaly"),
        ])
    func besideCompany(_ sample: NameCase) { check(sample) }

    @Test(
        "the head of a sentence that does something with what is its own is the company, however it is written",
        arguments: [
            NameCase("Meadow shortens its name and its list of products", "meadow"),
            NameCase("LANTERN SHORTENS ITS LIST OF PRODUCTS", "lantern"),
            NameCase("tessaly plans a second round of layoffs", "tessaly"),
            NameCase("Meadow's Harlow raises fees across Asia", "meadow"),
        ])
    func doing(_ sample: NameCase) { check(sample) }

    @Test(
        "what headlines say of companies alone tells one",
        arguments: [
            NameCase("Meadow is now the largest U.S. insurer", "meadow"),
            NameCase("Meadow is now the largest park in the state"),
            NameCase("Meadow is now with the insurer, palace says"),
            NameCase("Rangers sign Waters to a $40 million contract"),
            NameCase("Summit and Vermont add flights to Tel Aviv", "summit-air", "vermont"),
            NameCase("Meadow in fresh talks to merge", "meadow"), NameCase("Meadow in full bloom"),
            NameCase("Meadow tumbles 50% after a glitch at the lender", "meadow"),
            NameCase("Meadow's Farrowick says margins will rise", "meadow"),
            NameCase("Meadow's Farrowick puts cameras on trucks"),
            NameCase("Regulators clear Tessaly's Meadow purchase", "tessaly", "meadow"),
            NameCase("TESSALY CLOSES $35 BILLION MEADOW DEAL", "tessaly", "meadow"),
            NameCase("Meadow rules out a bid for its rival", "meadow"),
            NameCase("Meadow bought a fronting carrier", "meadow"), NameCase("Meadow bought flowers"),
            NameCase("European regulators fined Meadow 200 million euros", "meadow"),
            NameCase("Spain fines Meadow 413 million euros", "meadow"),
            NameCase("Saudi fund leads $55 billion buyout of KVX", "kvx"),
            NameCase("Meadow and Harrowick agree to merge", "meadow"),
            NameCase("Meadow and Harrowick agree to marry"),
            NameCase("Meadow, Harrowick agree to merge", "meadow"),
            NameCase("Meadow fires 1,800 workers at its plant", "meadow"),
            NameCase("Meadow fires rage on"),
            NameCase("Judge Blocks Tessaly-Quorvik Deal", "tessaly", "quorvik"),
            NameCase("Regulator Agrees To Vellmar Takeover", "vellmar"),
            NameCase("Meadow buys a urology practice manager", "meadow"),
            NameCase("Meadow to refund Florida drivers $950 million", "meadow"),
            NameCase("lifted output, according to Bright Otter", "bright-otter"),
        ])
    func saying(_ sample: NameCase) { check(sample) }

    @Test("a word in quotes inside a text is a word that the text talks about")
    func quoted() {
        let plain = Self.recogniser.mentions(in: TestPack.item("", summary: "Sales of the unit rose, Meadow said."))
        let quoted = Self.recogniser.mentions(
            in: TestPack.item("", summary: "Sales of the unit rose, called \"Meadow\"."))
        #expect(plain.filter { $0.certainty >= 0.5 }.map(\.account) == ["meadow"])
        #expect(quoted.filter { $0.certainty >= 0.5 }.isEmpty)
    }

    @Test(
        "a description that does not fit the company's business means another",
        arguments: [
            NameCase("Drugmaker Ember raises $220 million", "ember"),
            NameCase("Estonian ride-hailing firm Ember raises $220 million"),
            NameCase("Tessaly will shut its Meadow, Calif., plant, costing 140 jobs", "tessaly"),
            NameCase("Tessaly suspends enrollment in MEADOW-101 and lays off staff", "tessaly"),
            NameCase("Oil producer Summit raises its output"),
            NameCase("Airline Summit raises its fares", "summit-air"),
            NameCase("Tessaly in talks to sell its Permian acreage", "tessaly"),
            NameCase("Permian raises its oil output forecast", "permian"),
        ])
    func descriptions(_ sample: NameCase) { check(sample) }

    @Test(
        "a particle or an office before a name, and premises behind it, are those of persons and towns",
        arguments: [
            NameCase("the Leonardo da Quorvik rollout widens"), NameCase("Mayor Quorvik vows to fix potholes"),
            NameCase("John Tessaly adds a plant", "tessaly"), NameCase("John Tessaly says he is sorry"),
            NameCase("Tessaly sells its Quorvik plant", "tessaly"),
            NameCase("Tessaly sells its plant to Quorvik", "tessaly", "quorvik"),
        ])
    func persons(_ sample: NameCase) { check(sample) }

    @Test(
        "names are found as people shorten and write them",
        arguments: [
            NameCase("Bankrupt Bright Otter's mine found a buyer", "bright-otter"),
            NameCase("the loan that Bright Otter took", "bright-otter"),
            NameCase("a plant in which Quorvik Energy (Overseas) holds 40 percent", "quorvik-overseas"),
            NameCase("Quorvik Energy grows", "quorvik-overseas"),
            NameCase("Ozalea Power, Sails & Mills Fund pays nine cents", "ozalea"),
            NameCase("gear was pulled from KVX's packaging line", "kvx"), NameCase("the KVX season ended"),
            NameCase("Nebraska picks Vellmar over a rival", "vellmar"),
            NameCase("Nebraska Picks Vellmar Over a Rival", "vellmar"),
            NameCase("vellmar Bikes Studio grows", "vellmar"),
        ])
    func shortened(_ sample: NameCase) { check(sample) }
}
