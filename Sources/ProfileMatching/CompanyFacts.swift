package import TriggerModel

/// What a filing or another source says of a company that is nobody's account.
package struct CompanyFacts: Hashable, Sendable {
    package var name: String
    /// Ten digits.
    package var cik: String?
    /// Standard Industrial Classification, four digits.
    package var sic: String?
    /// North American Industry Classification, two to six digits.
    package var naics: String?
    /// In the words of who says it.
    package var industry: String?
    /// As EDGAR writes it (`OH`, `X0`), or a state by its name.
    package var state: String?
    /// By its name or ISO 3166-1 code; nil: that of `state`.
    package var country: String?
    package var employees: StatedSize?
    /// Whole units.
    package var revenue: StatedSize?
    /// Number in a company register.
    package var number: String?

    package init(
        name: String, cik: String? = nil, sic: String? = nil, naics: String? = nil,
        industry: String? = nil, state: String? = nil, country: String? = nil, employees: StatedSize? = nil,
        revenue: StatedSize? = nil, number: String? = nil
    ) {
        self.name = name
        self.cik = cik
        self.sic = sic
        self.naics = naics
        self.industry = industry
        self.state = state
        self.country = country
        self.employees = employees
        self.revenue = revenue
        self.number = number
    }

    /// What `filing` says of the event's subject; nil where its cover names nobody of that name.
    ///
    /// Only companies the filing is about count: not who filed it for them, not persons who report.
    package init?(_ filing: Filing, subject: Party) {
        let wanted = Self.words(subject.name)
        let about = filing.parties.filter { [.filer, .issuer, .subject].contains($0.role) }
        let named = about.filter { party in
            let words = Self.words(party.name)
            let shorter = min(words.count, wanted.count)
            return shorter > 0 && words.prefix(shorter) == wanted.prefix(shorter)
        }
        // Co-registrants often share their first words; two that fit equally well are nobody in particular.
        guard let party = named.first(where: { Self.words($0.name) == wanted }) ?? (named.count == 1 ? named[0] : nil)
        else { return nil }
        self.init(
            name: party.name, cik: party.cik, sic: party.sic, naics: party.naics, industry: party.industry,
            state: party.state, country: party.country, employees: party.employees, revenue: party.revenue,
            number: party.number)
    }

    /// Values of an account field as a profile may write them; empty where nothing is said.
    func values(of field: AccountFieldName) -> [String] {
        switch field {
        case .industry:
            return Sectors.closure(of: sectors).sorted()
                + [industry, sic.map { "sic \($0)" }, naics.map { "naics \($0)" }].compactMap(\.self)
        case .region: return [place?.region, place?.regionCode].compactMap(\.self)
        case .country: return [place?.country].compactMap(\.self)
        }
    }

    /// The sectors that codes and words name, narrowest only.
    var sectors: Set<String> {
        Set([sic.flatMap(Sectors.sector(sic:)), naics.flatMap(Sectors.sector(naics:))].compactMap(\.self))
            .union(industry.map(Sectors.named) ?? [])
    }

    /// Where it is, as well as is said; nil where nothing is.
    var place: (region: String?, regionCode: String?, country: String?)? {
        let stated = country.flatMap(Places.country(named:))
        if stated == nil || stated == "US", let place = state.flatMap(Places.place(state:)) { return place }
        guard let stated else { return nil }
        return (stated == "US" ? nil : state, nil, stated)
    }

    /// The name as people write it: EDGAR's `ZORVEX FOODS CORP /DE/` is Zorvex Foods Corp.
    ///
    /// Short words keep their capitals, because they are as often initials as words.
    var usualName: String {
        let bare = name.prefix { $0 != "/" }.split(separator: " ")
        guard !bare.isEmpty, name == name.uppercased() else { return bare.isEmpty ? name : bare.joined(separator: " ") }
        return bare.map { word in
            word.count > 3 || Self.legalForms.contains(word.lowercased())
                ? word.prefix(1) + word.dropFirst().lowercased() : String(word)
        }.joined(separator: " ")
    }

    enum AccountFieldName { case industry, region, country }

    static func key(cik: String) -> String { String(cik.drop { $0 == "0" }) }

    private static let legalForms: Set<String> = [
        "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "llp", "lp",
        "gmbh", "ag", "sa", "nv", "bv", "ab", "the",
    ]

    /// The words of a name in lower case, legal forms left out.
    static func words(_ name: String) -> [Substring] {
        // EDGAR adds the state to some names: "ACME CORP /DE/".
        let bare = name.lowercased().prefix { $0 != "/" }
        return bare.split { !($0.isLetter || $0.isNumber) }.filter { !legalForms.contains(String($0)) }
    }
}
