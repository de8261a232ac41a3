/// The signs, codes and words of currencies, as ISO 4217 codes.
enum Currencies {
    /// - Parameter before: the letters in front of the sign, folded: the `hk` of `HK$`.
    static func sign(_ sign: String, before: String?) -> String? {
        switch sign {
        case "$": before.map { dollars[$0] } ?? "USD"
        case "€": "EUR"
        case "£": "GBP"
        case "¥": before == "cn" || before == "rmb" ? "CNY" : "JPY"
        case "₹": "INR"
        case "₩": "KRW"
        case "₪": "ILS"
        case "₽": "RUB"
        case "₺": "TRY"
        case "₱": "PHP"
        case "₦": "NGN"
        case "฿": "THB"
        case "₫": "VND"
        default: nil
        }
    }

    /// Whose dollar it is: `A$`, `US $`.
    static func isSignLetters(_ word: String) -> Bool { dollars[word] != nil || word == "rmb" || word == "cn" }

    private static let dollars = [
        "us": "USD", "usd": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD", "cad": "CAD",
        "cdn": "CAD", "can": "CAD", "hk": "HKD", "hkd": "HKD", "s": "SGD", "sg": "SGD", "sgd": "SGD", "nz": "NZD",
        "nzd": "NZD", "r": "BRL", "nt": "TWD", "mx": "MXN", "tt": "TTD", "j": "JMD", "bd": "BBD", "fj": "FJD",
    ]

    /// The currency of a word or code; nil for a name that several have ("krone"), or none.
    static func code(_ word: String) -> String? {
        switch word {
        case "dollar", "dollars": "USD"
        case "euro", "euros": "EUR"
        case "pound", "pounds", "sterling": "GBP"
        case "yen": "JPY"
        case "yuan", "rmb", "renminbi": "CNY"
        case "rupee", "rupees", "rs": "INR"
        case "franc", "francs", "sfr": "CHF"
        case "krona", "kronor": "SEK"
        case "won": "KRW"
        case "real", "reais": "BRL"
        case "rand": "ZAR"
        case "zloty": "PLN"
        case "shekel", "shekels", "nis": "ILS"
        case "peso", "pesos": "MXN"
        case "dirham", "dirhams", "dh", "dhs": "AED"
        case "riyal", "riyals": "SAR"
        case "ringgit", "rm": "MYR"
        case "baht": "THB"
        case "rupiah", "rp": "IDR"
        case "naira": "NGN"
        case "lira": "TRY"
        case "forint", "forints": "HUF"
        case "koruna": "CZK"
        case "rouble", "roubles", "ruble", "rubles": "RUB"
        case "taka", "tk": "BDT"
        case "ksh", "kshs": "KES"
        default: codes.contains(word) ? word.uppercased() : nil
        }
    }

    private static let codes: Set<String> = [
        "usd", "eur", "gbp", "jpy", "cny", "inr", "chf", "sek", "nok", "dkk", "krw", "brl", "aud", "cad", "nzd", "hkd",
        "sgd", "zar", "pln", "czk", "ils", "mxn", "aed", "sar", "qar", "kwd", "bhd", "omr", "myr", "php", "thb", "idr",
        "vnd", "twd", "pkr", "bdt", "lkr", "egp", "ngn", "kes", "ghs", "huf", "ron", "rub", "clp", "cop", "isk",
    ]

    /// Words of the languages that have a decimal comma.
    static func codeAbroad(_ word: String) -> String? {
        switch word {
        case "dolar", "dolares": "USD"
        case "franken": "CHF"
        case "pfund", "libra", "libras": "GBP"
        default: code(word)
        }
    }

    /// How much a word, or the letters behind a number, make of it.
    static func scale(_ word: String) -> Double? {
        switch word {
        case "k", "thousand": 1e3
        case "lakh", "lakhs", "lac", "lacs": 1e5
        case "m", "mn", "mln", "mlns", "mio", "mil", "mill", "million", "millions", "mm": 1e6
        case "cr", "crs", "crore", "crores": 1e7
        case "b", "bn", "bln", "blns", "billion", "billions": 1e9
        case "t", "tn", "trn", "trillion", "trillions": 1e12
        default: nil
        }
    }

    /// Scales in the languages that have a decimal comma. A German or Spanish "billion" is a million millions.
    static func scaleAbroad(_ word: String) -> Double? {
        switch word {
        case "tausend", "tsd", "mil", "mille", "k": 1e3
        case "mio", "mill", "million", "millionen", "millon", "millones", "millions", "milioni", "milione", "m", "mln":
            1e6
        case "mrd", "milliarde", "milliarden", "milliard", "milliards", "miliardi", "miliardo", "md", "mds", "bn": 1e9
        case "billion", "billionen", "billon", "billones": 1e12
        default: nil
        }
    }
}
