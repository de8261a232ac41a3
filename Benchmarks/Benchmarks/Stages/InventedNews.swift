import TriggerModel

/// Numbers that look random and are the same in every run (SplitMix64: Steele, Lea and Flood, OOPSLA 2014).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value &>> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value &>> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value &>> 31)
    }
}

/// Companies that do not exist: 102,400 different ones, each with its number.
enum InventedCompanies {
    static func name(_ number: Int) -> String {
        let first = starts[number % starts.count] + ends[number / starts.count % ends.count]
        let trade = trades[number / (starts.count * ends.count) % trades.count]
        return "\(first) \(trade) \(forms[number % forms.count])"
    }

    static func accounts(_ count: Int) -> [Account] {
        (0..<count).map { Account(id: "a\($0)", name: name($0)) }
    }

    private static let starts = [
        "Brel", "Cald", "Dorn", "Eskw", "Fenn", "Gorl", "Hask", "Ister", "Jarn", "Kess", "Lorn", "Marb", "Nesk", "Orv",
        "Pell", "Quor", "Rusk", "Sorr", "Tarv", "Ulm", "Vask", "Welk", "Yarr", "Zeld", "Ambr", "Birk", "Crow", "Drey",
        "Elst", "Farr", "Grint", "Holv", "Ingr", "Jost", "Kirv", "Lusk", "Mord", "Norv", "Ostr", "Perr",
    ]
    private static let ends = [
        "ack", "aby", "acre", "aven", "bury", "by", "croft", "dale", "den", "don", "ell", "ence", "erby", "field",
        "ford", "gate", "ham", "hurst", "ick", "ington", "ley", "low", "mere", "mont", "more", "ness", "oak", "ora",
        "over", "port", "ridge", "shaw", "stead", "stone", "thorpe", "ton", "vale", "wick", "wold", "worth",
    ]
    private static let trades = [
        "Foundry", "Mills", "Dairies", "Freight", "Paper", "Robotics", "Health", "Insurance", "Logistics", "Brewing",
        "Textiles", "Optics", "Chemicals", "Marine", "Airways", "Software", "Systems", "Networks", "Mining", "Timber",
        "Glass", "Motors", "Tools", "Foods", "Pharma", "Energy", "Capital", "Bank", "Media", "Retail", "Homes", "Rail",
        "Water", "Steel", "Cement", "Plastics", "Seeds", "Farms", "Fisheries", "Printing", "Toys", "Sports", "Travel",
        "Hotels", "Security", "Telecom", "Analytics", "Diagnostics", "Devices", "Semiconductor", "Batteries", "Solar",
        "Wind", "Gas", "Packaging", "Furniture", "Ceramics", "Leather", "Jewels", "Coffee", "Tea", "Sugar", "Salt",
        "Spirits",
    ]
    private static let forms = ["Inc.", "Corp.", "Ltd.", "PLC", "LLC", "Group", "Holdings"]
}

/// One invented piece of news. The same number gives the same story, whatever the format.
struct InventedStory {
    let number: Int
    let title: String
    let text: String
    let published: Timestamp

    /// - Parameter companies: how many companies there are to tell of.
    init(_ number: Int, companies: Int = 10_000) {
        var numbers = SeededNumbers(number)
        let subject = InventedCompanies.name(Int.random(in: 0..<companies, using: &numbers))
        let other = InventedCompanies.name(Int.random(in: 0..<companies, using: &numbers))
        let amount = Int.random(in: 2..<900, using: &numbers)
        let head = Self.heads.randomElement(using: &numbers)!  // the list is not empty
        self.number = number
        title = head.replacing("{c}", with: subject).replacing("{d}", with: other).replacing("{n}", with: "\(amount)")
        var words = [subject, "said", "on", "Tuesday", "that"]
        for _ in 0..<Int.random(in: 35..<95, using: &numbers) {
            words.append(Self.words.randomElement(using: &numbers)!)
        }
        text = words.joined(separator: " ") + ". \(other) declined to comment."
        published = Self.start.adding(seconds: number * 60)
    }

    /// Half of them is news of a kind the shipped rules know, half is what else fills a feed.
    private static let heads = [
        "{c} names Marta Olsen chief financial officer", "{c} appoints Jon Petit as chief executive officer",
        "{c} raises ${n} million in Series B funding", "{c} to acquire {d} for ${n} million",
        "{c} to cut {n} jobs as orders slow", "{c} discloses cybersecurity incident",
        "{c} and {d} sign distribution agreement", "{c} opens new plant near Osaka with {n} workers",
        "{c} reports third quarter results and lifts outlook", "Five things to know about household budgets this week",
        "Opinion: why spending on repairs is slowing", "Weather, sport and traffic for the weekend",
        "{d} declares a dividend of {n} cents a share", "How to plan a kitchen in a small flat",
    ]
    private static let words =
        ("the company expects demand across its markets while management will invest in product and people customers "
        + "revenue margin plan board investors quarter year guidance agreement closing conditions approval team report "
        + "region office strategy platform service cost growth supply energy price café Zürich naïve São")
        .split(separator: " ").map(String.init)
    /// 15 June 2026, noon.
    private static let start = Timestamp(seconds: 1_781_524_800)
}
