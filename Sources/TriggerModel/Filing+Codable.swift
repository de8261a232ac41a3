/// Filings in the item contract (DESIGN.md section 6): every key of the contract present, unknown as null or an
/// empty array; what was added later stands only where it is known.
extension Filing {
    private enum Key: String, CodingKey {
        case form, accession, items, parties, filed, accepted, period, sections
    }

    /// Foreign NDJSON may leave out what it does not know.
    package init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        form = try keys.decodeIfPresent(String.self, forKey: .form) ?? ""
        accession = try keys.decodeIfPresent(String.self, forKey: .accession)
        items = try keys.decodeIfPresent([String].self, forKey: .items) ?? []
        parties = try keys.decodeIfPresent([FilingParty].self, forKey: .parties) ?? []
        filed = try keys.decodeIfPresent(CalendarDay.self, forKey: .filed)
        accepted = try keys.decodeIfPresent(Timestamp.self, forKey: .accepted)
        period = try keys.decodeIfPresent(CalendarDay.self, forKey: .period)
        sections = try keys.decodeIfPresent([FilingSection].self, forKey: .sections) ?? []
    }

    package func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: Key.self)
        try keys.encode(form, forKey: .form)
        try keys.encode(accession, forKey: .accession)
        try keys.encode(items, forKey: .items)
        try keys.encode(parties, forKey: .parties)
        try keys.encode(filed, forKey: .filed)
        try keys.encode(accepted, forKey: .accepted)
        try keys.encode(period, forKey: .period)
        if !sections.isEmpty { try keys.encode(sections, forKey: .sections) }
    }
}

extension FilingParty {
    private enum Key: String, CodingKey {
        case name, cik, role, sic, state, number, naics, industry, country, employees, revenue
    }

    package init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        name = try keys.decode(String.self, forKey: .name)
        cik = try keys.decodeIfPresent(String.self, forKey: .cik)
        role = try keys.decode(Role.self, forKey: .role)
        sic = try keys.decodeIfPresent(String.self, forKey: .sic)
        state = try keys.decodeIfPresent(String.self, forKey: .state)
        number = try keys.decodeIfPresent(String.self, forKey: .number)
        naics = try keys.decodeIfPresent(String.self, forKey: .naics)
        industry = try keys.decodeIfPresent(String.self, forKey: .industry)
        country = try keys.decodeIfPresent(String.self, forKey: .country)
        employees = try keys.decodeIfPresent(StatedSize.self, forKey: .employees)
        revenue = try keys.decodeIfPresent(StatedSize.self, forKey: .revenue)
    }

    package func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: Key.self)
        try keys.encode(name, forKey: .name)
        try keys.encode(cik, forKey: .cik)
        try keys.encode(role, forKey: .role)
        try keys.encodeIfPresent(sic, forKey: .sic)
        try keys.encodeIfPresent(state, forKey: .state)
        try keys.encodeIfPresent(number, forKey: .number)
        try keys.encodeIfPresent(naics, forKey: .naics)
        try keys.encodeIfPresent(industry, forKey: .industry)
        try keys.encodeIfPresent(country, forKey: .country)
        try keys.encodeIfPresent(employees, forKey: .employees)
        try keys.encodeIfPresent(revenue, forKey: .revenue)
    }
}
