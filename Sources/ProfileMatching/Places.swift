/// Places as people and regulators write them, as codes: ISO 3166-1 for a country, `US-OH` for a state.
enum Places {
    /// Codes a text names: a state brings no country with it, because what happens in Ohio does not concern Texas.
    ///
    /// - Parameter country: the country a two-letter state is read for; nil reads it for the United States.
    static func codes(in text: String, country: String? = nil) -> Set<String> {
        let name = text.lowercased().split { $0.isWhitespace || $0 == "." }.joined(separator: " ")
        if let members = groups[name] { return Set(members.split(separator: " ").map(String.init)) }
        if let code = states[name] { return ["US-\(code)"] }
        if let code = countries[name] { return [code] }
        let upper = name.uppercased()
        if upper.utf8.count == 2, country == nil || country?.uppercased() == "US", stateNames[upper] != nil {
            return ["US-\(upper)"]
        }
        // "Toledo, Ohio": the last part says which.
        if let comma = name.lastIndex(of: ",") {
            return codes(in: String(name[name.index(after: comma)...]), country: country)
        }
        return []
    }

    /// Where the rules of an authority hold: a lawmaker by its place, a regulator by its country. Empty where its name does
    /// not say ("the commission").
    static func jurisdiction(of authority: String) -> Set<String> {
        let places = codes(in: authority)
        guard places.isEmpty else { return places }
        let name = authority.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return authorities[name].map { codes(in: $0) } ?? []
    }

    /// A state or country as EDGAR writes it (`OH`, `X0`), as region and ISO country.
    ///
    /// From EDGAR's "State and Country Codes"; a code that is not in this table gives nothing, never a guess.
    static func place(edgar code: String) -> (region: String?, regionCode: String?, country: String)? {
        let code = code.uppercased()
        if let name = stateNames[code] { return (name, code, "US") }
        if let province = provinces[code] { return (province, nil, "CA") }
        return foreign[code].map { (nil, nil, $0) }
    }

    /// A state or country as a register writes it: as EDGAR does, or a state of the United States by its name.
    static func place(state text: String) -> (region: String?, regionCode: String?, country: String?)? {
        if let place = place(edgar: text) { return (place.region, place.regionCode, place.country) }
        let name = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return states[name].map { (stateNames[$0], $0, "US") }
    }

    /// The ISO code of a country by its name or its code of two or three letters; nil for any other text.
    static func country(named text: String) -> String? {
        let name = text.lowercased().split { $0.isWhitespace || $0 == "." }.joined(separator: " ")
        if let code = countries[name] ?? threeLetters[name] { return code }
        let isCode = name.utf8.count == 2 && name.utf8.allSatisfy { $0 &- 0x61 < 26 }
        return isCode ? name.uppercased() : nil
    }

    private static let threeLetters: [String: String] = [
        "can": "CA", "gbr": "GB", "deu": "DE", "fra": "FR", "esp": "ES", "ita": "IT", "irl": "IE", "nld": "NL",
        "che": "CH", "aut": "AT", "bel": "BE", "swe": "SE", "nor": "NO", "dnk": "DK", "fin": "FI", "pol": "PL",
        "mex": "MX", "bra": "BR", "aus": "AU", "nzl": "NZ", "jpn": "JP", "chn": "CN", "ind": "IN", "kor": "KR",
        "twn": "TW", "sgp": "SG", "isr": "IL", "are": "AE", "zaf": "ZA", "tur": "TR",
    ]

    static let stateNames: [String: String] = Dictionary(
        uniqueKeysWithValues: states.map { name, code in
            (
                code,
                name.split(separator: " ").map { $0 == "of" ? "of" : $0.prefix(1).uppercased() + $0.dropFirst() }
                    .joined(separator: " ")
            )
        })

    private static let states: [String: String] = [
        "alabama": "AL", "alaska": "AK", "arizona": "AZ", "arkansas": "AR", "california": "CA", "colorado": "CO",
        "connecticut": "CT", "delaware": "DE", "florida": "FL", "georgia": "GA", "hawaii": "HI", "idaho": "ID",
        "illinois": "IL", "indiana": "IN", "iowa": "IA", "kansas": "KS", "kentucky": "KY", "louisiana": "LA",
        "maine": "ME", "maryland": "MD", "massachusetts": "MA", "michigan": "MI", "minnesota": "MN",
        "mississippi": "MS", "missouri": "MO", "montana": "MT", "nebraska": "NE", "nevada": "NV",
        "new hampshire": "NH", "new jersey": "NJ", "new mexico": "NM", "new york": "NY", "north carolina": "NC",
        "north dakota": "ND", "ohio": "OH", "oklahoma": "OK", "oregon": "OR", "pennsylvania": "PA",
        "rhode island": "RI", "south carolina": "SC", "south dakota": "SD", "tennessee": "TN", "texas": "TX",
        "utah": "UT", "vermont": "VT", "virginia": "VA", "washington": "WA", "west virginia": "WV",
        "wisconsin": "WI", "wyoming": "WY", "district of columbia": "DC", "puerto rico": "PR",
    ]

    private static let countries: [String: String] = [
        "us": "US", "usa": "US", "u s": "US", "united states": "US", "america": "US", "gb": "GB", "uk": "GB",
        "u k": "GB", "united kingdom": "GB", "britain": "GB", "great britain": "GB", "england": "GB",
        "scotland": "GB", "wales": "GB", "ireland": "IE", "germany": "DE", "deutschland": "DE", "france": "FR",
        "spain": "ES", "españa": "ES", "italy": "IT", "portugal": "PT", "netherlands": "NL", "the netherlands": "NL",
        "belgium": "BE", "luxembourg": "LU", "switzerland": "CH", "austria": "AT", "österreich": "AT",
        "denmark": "DK", "sweden": "SE", "norway": "NO", "finland": "FI", "poland": "PL", "czech republic": "CZ",
        "czechia": "CZ", "hungary": "HU", "romania": "RO", "greece": "GR", "turkey": "TR", "canada": "CA",
        "mexico": "MX", "brazil": "BR", "argentina": "AR", "chile": "CL", "australia": "AU", "new zealand": "NZ",
        "japan": "JP", "china": "CN", "india": "IN", "singapore": "SG", "south korea": "KR", "taiwan": "TW",
        "hong kong": "HK", "israel": "IL", "south africa": "ZA", "united arab emirates": "AE",
    ]

    private static let union =
        "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
    private static let groups: [String: String] = [
        "eu": union, "european union": union, "europe": union + " GB CH NO IS", "north america": "US CA MX",
        "dach": "DE AT CH", "scandinavia": "DK SE NO", "nordics": "DK SE NO FI IS",
    ]

    private static let authorities: [String: String] = [
        "epa": "us", "fda": "us", "fcc": "us", "osha": "us", "sec": "us", "cfpb": "us", "ftc": "us", "nhtsa": "us",
        "faa": "us", "fmcsa": "us", "cms": "us", "finra": "us", "irs": "us", "department of labor": "us",
        "federal reserve": "us", "occ": "us", "fdic": "us", "fca": "gb", "ofgem": "gb", "ofcom": "gb", "ofwat": "gb",
        "hse": "gb", "hmrc": "gb", "bank of england": "gb", "pra": "gb", "european commission": "eu",
        "european parliament": "eu", "brussels": "eu", "esma": "eu", "eba": "eu", "bafin": "germany",
        "apra": "australia", "asic": "australia", "mas": "singapore", "new york state": "new york",
    ]

    private static let provinces: [String: String] = [
        "A0": "Alberta", "A1": "British Columbia", "A2": "Manitoba", "A3": "New Brunswick", "A5": "Nova Scotia",
        "A6": "Ontario", "A8": "Quebec", "A9": "Saskatchewan",
    ]
    private static let foreign: [String: String] = [
        "X0": "GB", "2M": "DE", "I0": "FR", "L2": "IE", "L3": "IL", "L6": "IT", "M0": "JP", "N4": "LU", "P7": "NL",
        "U0": "SG", "V7": "SE", "V8": "CH", "F4": "CN", "F5": "TW", "K3": "HK", "K7": "IN", "C3": "AU", "D0": "BM",
        "E9": "KY",
    ]
}
