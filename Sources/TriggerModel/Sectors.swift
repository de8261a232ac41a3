/// Industries by the words people use for them and by the two public classifications that filings carry.
///
/// A narrower sector is part of a wider one: what concerns all manufacturing concerns a dairy, not the other way round.
package enum Sectors {
    private struct Sector {
        var name: String
        var parent: String?
        /// Single words, or two words joined by a blank, in the singular.
        var words: String
    }

    private static let table: [Sector] = [
        Sector(
            name: "agriculture",
            words:
                "agriculture,farming,farm,farmer,grower,crop,livestock,agribusiness,forestry,wheat,grain,soybean,harvest,poultry,"
                + "pesticide,fertilizer,fertiliser"),
        Sector(name: "mining", words: "mining,miner,quarry,quarrying"),
        Sector(name: "energy", words: "oil,gas,petroleum,refinery,refiner,drilling,energy,diesel,fuel,coal,solar"),
        Sector(name: "utilities", words: "utility,electricity,power company,water company,power grid"),
        Sector(name: "construction", words: "construction,builder,homebuilder,housebuilder,housebuilding,building"),
        Sector(name: "manufacturing", words: "manufacturing,manufacturer,manufacture,factory"),
        Sector(
            name: "food", parent: "manufacturing",
            words:
                "food,beverage,dairy,bakery,meat,meatpacking,brewery,brewer,drink,food processor,cheese,sugar,cocoa,coffee,wine,whisky,beef"
        ),
        Sector(name: "textiles", parent: "manufacturing", words: "textile,apparel,clothing,garment,footwear"),
        Sector(
            name: "paper and wood", parent: "manufacturing",
            words: "paper,packaging,timber,lumber,furniture,sawmill,pulp,printing"),
        Sector(
            name: "chemicals", parent: "manufacturing", words: "chemical,plastic,rubber,solvent,paint"),
        Sector(
            name: "pharmaceuticals", parent: "manufacturing",
            words: "pharma,pharmaceutical,biotech,biotechnology,drugmaker,life science"),
        Sector(
            name: "metals", parent: "manufacturing",
            words: "steel,steelmaker,metal,aluminum,aluminium,foundry,copper,nickel,steelworker,metalworking"),
        Sector(
            name: "machinery", parent: "manufacturing", words: "machinery,machine tool,engineering,industrial equipment"
        ),
        Sector(
            name: "electronics", parent: "manufacturing",
            words: "electronic,semiconductor,chip,chipmaker,battery,hardware,computer hardware"),
        Sector(
            name: "automotive", parent: "manufacturing",
            words: "automotive,automaker,carmaker,car,auto,vehicle,auto part,autoworker"),
        Sector(name: "aerospace", parent: "manufacturing", words: "aerospace,aircraft,defense,defence"),
        Sector(
            name: "medical devices", parent: "manufacturing", words: "medical device,medtech,medical equipment"),
        Sector(
            name: "transport",
            words:
                "transport,transportation,logistic,trucking,trucker,freight,shipping,haulage,haulier,airline,railway,rail,"
                + "warehousing,carrier,lorry,truck,port,docker,dockworker,airport"),
        Sector(name: "telecommunications", words: "telecom,telecommunication,broadband,telco,wireless carrier"),
        Sector(name: "media", words: "media,publishing,publisher,broadcasting,broadcaster,newspaper,advertising"),
        Sector(
            name: "software", words: "software,saas,cloud,internet,technology,tech,information technology,it service"),
        Sector(name: "wholesale", words: "wholesale,wholesaler,distribution,distributor"),
        Sector(name: "retail", words: "retail,retailer,retailing,supermarket,grocer,grocery,shop,ecommerce,e-commerce"),
        Sector(
            name: "banking",
            words: "bank,banking,lender,credit union,financial service,fintech,finance,asset manager"),
        Sector(name: "insurance", words: "insurance,insurer,reinsurance,reinsurer"),
        Sector(name: "real estate", words: "real estate,property,realtor,landlord,reit"),
        Sector(
            name: "hospitality",
            words: "hotel,restaurant,lodging,hospitality,tourism,travel,casino,leisure,pub,catering,caterer"),
        Sector(
            name: "healthcare",
            words: "hospital,healthcare,health care,clinic,nursing home,care home,health,health system"),
        Sector(name: "education", words: "education,school,university,college"),
        Sector(
            name: "professional services",
            words:
                "consulting,consultancy,law firm,accounting,accountancy,staffing,professional service,business service,recruitment"
        ),
        Sector(name: "public sector", words: "government,municipality,public sector,council"),
    ]

    private static let byWord: [String: String] = Dictionary(
        table.flatMap { sector in
            ([sector.name] + sector.words.split(separator: ",").map(String.init)).map { ($0, sector.name) }
        }, uniquingKeysWith: { first, _ in first })
    private static let parents: [String: String] = Dictionary(
        table.compactMap { sector in sector.parent.map { (sector.name, $0) } }, uniquingKeysWith: { first, _ in first })

    /// Words that mean an industry where one is asked for, and much else in a headline ("a travel ban").
    private static let loose: Set<String> = [
        "building", "health", "travel", "finance", "property", "technology", "tech", "energy", "government", "school",
        "advertising", "engineering", "car", "shop", "pub", "cloud", "internet", "leisure", "council",
    ]
    /// Longer texts are headlines.
    private static let longestIndustry = 5

    /// The sectors whose words stand in `text`, narrowest only.
    package static func named(in text: String) -> Set<String> {
        // Text from outside may be of any length; an industry is named in a few words, a headline in some thirty.
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.prefix(60).map(String.init)
        var found: Set<String> = []
        for (index, word) in words.enumerated() {
            if index + 1 < words.count {
                let next = words[index + 1]
                for pair in ["\(word) \(next)", "\(word) \(singular(next))"] {
                    if let sector = byWord[pair] { found.insert(sector) }
                }
            }
            guard words.count <= longestIndustry || !loose.contains(singular(word)) else { continue }
            if let sector = byWord[word] ?? byWord[singular(word)] { found.insert(sector) }
        }
        return found.subtracting(found.compactMap { parents[$0] })
    }

    /// The sectors named in `text` with those they are part of.
    package static func closure(of text: String) -> Set<String> { closure(of: named(in: text)) }

    package static func closure(of names: Set<String>) -> Set<String> { names.union(names.compactMap { parents[$0] }) }

    /// The sector of a Standard Industrial Classification code (four digits, SEC's list).
    package static func sector(sic: String) -> String? {
        guard let code = Int(sic), sic.utf8.count <= 4 else { return nil }
        let ranges: [(ClosedRange<Int>, String)] = [
            (100...999, "agriculture"), (1000...1299, "mining"), (1300...1399, "energy"), (1400...1499, "mining"),
            (1500...1799, "construction"), (2000...2199, "food"), (2200...2399, "textiles"),
            (2400...2699, "paper and wood"), (2700...2799, "media"), (2833...2836, "pharmaceuticals"),
            (2800...2899, "chemicals"), (2900...2999, "energy"), (3000...3099, "chemicals"), (3100...3199, "textiles"),
            (3300...3499, "metals"), (3570...3579, "electronics"), (3500...3599, "machinery"),
            (3600...3699, "electronics"), (3711...3716, "automotive"), (3720...3729, "aerospace"),
            (3760...3769, "aerospace"), (3841...3851, "medical devices"), (2000...3999, "manufacturing"),
            (4000...4799, "transport"), (4812...4822, "telecommunications"), (4830...4841, "media"),
            (4899...4899, "telecommunications"), (4900...4999, "utilities"), (5000...5199, "wholesale"),
            (5810...5819, "hospitality"), (5200...5999, "retail"), (6300...6411, "insurance"),
            (6500...6599, "real estate"), (6798...6798, "real estate"), (6000...6299, "banking"),
            (7000...7099, "hospitality"), (7310...7319, "media"), (7370...7379, "software"),
            (7812...7841, "media"), (8000...8099, "healthcare"), (8200...8299, "education"),
            (8100...8199, "professional services"), (8700...8799, "professional services"),
            (9100...9999, "public sector"),
        ]
        return ranges.first { $0.0.contains(code) }?.1
    }

    /// The sector of a NAICS code (2 to 6 digits, 2022).
    package static func sector(naics: String) -> String? {
        let prefixes: [(String, String)] = [
            ("3254", "pharmaceuticals"), ("3361", "automotive"), ("3362", "automotive"), ("3363", "automotive"),
            ("3364", "aerospace"), ("3391", "medical devices"), ("5132", "software"), ("5415", "software"),
            ("211", "energy"), ("311", "food"), ("312", "food"), ("313", "textiles"), ("314", "textiles"),
            ("315", "textiles"), ("316", "textiles"), ("321", "paper and wood"), ("322", "paper and wood"),
            ("323", "paper and wood"), ("324", "energy"), ("325", "chemicals"), ("326", "chemicals"),
            ("331", "metals"), ("332", "metals"), ("333", "machinery"), ("334", "electronics"),
            ("337", "paper and wood"), ("517", "telecommunications"), ("518", "software"), ("524", "insurance"),
            ("11", "agriculture"), ("21", "mining"), ("22", "utilities"), ("23", "construction"),
            ("31", "manufacturing"), ("32", "manufacturing"), ("33", "manufacturing"), ("42", "wholesale"),
            ("44", "retail"), ("45", "retail"), ("48", "transport"), ("49", "transport"), ("51", "media"),
            ("52", "banking"), ("53", "real estate"), ("54", "professional services"), ("61", "education"),
            ("62", "healthcare"), ("72", "hospitality"), ("92", "public sector"),
        ]
        return prefixes.first { naics.hasPrefix($0.0) }?.1
    }

    private static func singular(_ word: String) -> String {
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        if word.hasSuffix("sses") { return String(word.dropLast(2)) }
        if word.hasSuffix("s"), !word.hasSuffix("ss"), word.count > 3 { return String(word.dropLast()) }
        return word
    }
}
