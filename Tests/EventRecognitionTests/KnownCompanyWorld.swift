import RuleLanguage
import TriggerModel

@testable import EventRecognition

/// Invented companies of which the pack says what the news calls them, what it talks of and where they sit.
enum KnownCompanyWorld {
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
        KnownCompany(cik: "0009990109", ticker: "GPS", name: "GPS", business: ["saddle", "stirrup"], places: ["Cork"]),
        KnownCompany(cik: "0009990110", ticker: "DLLN", name: "Dellan's", business: ["soup", "ladle"]),
        KnownCompany(
            cik: "0009990111", ticker: "QVM", name: "QV Mills", business: ["flour", "oat"], places: ["Truro"]),
        KnownCompany(
            cik: "0009990112", ticker: "OSTL", name: "Ostlery", doubtful: ["Stable Yard"],
            business: ["pony", "saddle"], places: ["Cork"]),
        KnownCompany(
            cik: "0009990113", ticker: "BRMD", name: "Bright Meadow", business: ["soup", "noodle"], places: ["Truro"]),
        KnownCompany(cik: "0009990114", ticker: "PNEL", name: "Pinnel", business: ["oat", "flour"]),
        KnownCompany(cik: "0009990115", ticker: "ZRO", name: "ZyRo", business: ["kettle", "spout"]),
        KnownCompany(cik: "0009990116", ticker: "WTRS", name: "Waters", business: ["kettle", "spout"]),
        KnownCompany(cik: "0009990117", ticker: "TRSR", name: "Treasurer", business: ["kettle", "ladle"]),
        KnownCompany(cik: "0009990118", ticker: "FLNT", name: "Flint", business: ["oat", "flour"], places: ["Truro"]),
        KnownCompany(
            cik: "0009990119", ticker: "VXO", name: "Vexolar", business: ["soup", "noodle"], places: ["Truro"]),
        KnownCompany(
            cik: "0009990120", ticker: "LDGR", name: "Ledger Bank Group", aliases: ["Ledger"],
            business: ["mortgage", "branch"], places: ["Truro"]),
        KnownCompany(
            cik: "0009990122", name: "KVG Gauges", aliases: ["KVG", "Korv Meters"], business: ["gauge", "meter"],
            places: ["Truro"]),
        KnownCompany(cik: "0009990124", name: "Kestel's", aliases: ["Kestel"], business: ["oat", "flour"]),
        KnownCompany(cik: "0009990125", name: "Merrow", aliases: ["Merrow's"], business: ["oat", "flour"]),
        KnownCompany(cik: "0009990126", name: "Mayfare", aliases: ["May"], business: ["soup", "noodle"]),
        KnownCompany(cik: "0009990127", name: "Clearwater", business: ["kettle", "spout"]),
        KnownCompany(cik: "0009990130", name: "IBM", business: ["gauge", "meter"]),
        KnownCompany(cik: "0009990131", name: "Vell", business: ["soup", "ladle"]),
        KnownCompany(cik: "0009990132", name: "Vell", business: ["oat", "flour"]),
        KnownCompany(cik: "0009990135", name: "Tarly Ponies", doubtful: ["Tarly"], business: ["pony", "bridle"]),
        KnownCompany(cik: "0009990136", name: "Tarly", business: ["loom", "weaver"]),
        KnownCompany(
            cik: "0009990137", name: "Orvelle", business: ["ladle", "spout"], otherwise: ["opera", "soprano"]),
        KnownCompany(
            cik: "0009990142", name: "Tebbing", aliases: ["Ruvelle Inc"], business: ["kettle"]),
        KnownCompany(cik: "0009990144", ticker: "DVRA", name: "Dovera", business: ["anchor"]),
        KnownCompany(cik: "0009990145", ticker: "DVRB", name: "Dovera", business: ["anchor"]),
        KnownCompany(cik: "0009990146", name: "Ruvo", business: ["kettle"], places: ["Ohio"]),
        KnownCompany(cik: "0009990143", name: "Avo", business: ["oat"]),
        KnownCompany(cik: "0009990138", name: "Zos", business: ["kettle", "spout"], places: ["Ohio"]),
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
        Account(id: "kvg", name: "Korvel Instruments Inc", cik: "0009990122"),
        Account(id: "kestel", name: "Kestel Stores Inc", cik: "0009990124"),
        Account(id: "merrow", name: "Merrow Stores Inc", cik: "0009990125"),
        Account(id: "mayfare", name: "May Kitchens Inc", cik: "0009990126"),
        Account(id: "clearwater", name: "Clearwater Spouts Inc", cik: "0009990127"),
        Account(id: "ibm", name: "International Business Machines Corp", cik: "0009990130"),
        Account(id: "vell-air", name: "Vell Air Lines, Inc.", cik: "0009990131"),
        Account(id: "vell-bank", name: "Vell Bancshares Inc", cik: "0009990132"),
        Account(id: "tarly1", name: "Tarly Pony Group Inc", cik: "0009990135"),
        Account(id: "tarly2", name: "Tarly Loom Group Inc", cik: "0009990136"),
        Account(id: "orvelle", name: "Orvelle Inc", cik: "0009990137"),
        Account(id: "tebbing", name: "Tebbing plc", cik: "0009990142"),
        Account(id: "avo", name: "AVO SPA", cik: "0009990143"),
        Account(id: "dovera-plc", name: "Dovera plc", cik: "0009990145"),
        Account(id: "dovera-corp", name: "Dovera Corp", cik: "0009990144"),
        Account(id: "ellup", name: "ellup mills inc.", ticker: "ELUP"),
        Account(id: "4v", name: "4V Co"),
        Account(id: "scotia", name: "Scotia Yarns Inc", business: ["yarn"]),
        Account(id: "ruvo", name: "Ruvo Kettles Inc", cik: "0009990146"),
        Account(id: "best", name: "Best Inc"),
        Account(id: "wash", name: "Wash Inc"),
        Account(id: "zos", name: "Zos Kettles Inc", cik: "0009990138"),
        Account(id: "tavelle", name: "Tavelle Energy Inc"),
        Account(id: "zorl", name: "Zorl Inc"),
    ]

    static let recogniser: Recogniser = {
        var pack = TestPack.small
        pack.companies = known
        return Recogniser(pack: pack, accounts: accounts)
    }()

    /// Accounts that are surely named, in their order.
    static func sure(_ title: String, summary: String? = nil) -> [String] {
        recogniser.mentions(in: TestPack.item(title, summary: summary)).filter { $0.certainty >= 0.5 }.map(\.account)
    }
}
