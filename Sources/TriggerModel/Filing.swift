/// What a regulator's filing adds to an item.
package struct Filing: Hashable, Sendable, Codable {
    /// Form type as filed: `8-K`, `8-K/A`, `D`; for other registers the code that their source definition gives: `TM01`, `WARN`.
    package var form: String
    /// EDGAR accession number with hyphens, `0001193125-25-316834`.
    package var accession: String?
    /// Declared item codes in order: `["5.02", "9.01"]`. Official item names are never kept.
    package var items: [String]
    package var parties: [FilingParty]
    /// Filing date on the cover.
    package var filed: CalendarDay?
    /// When the regulator accepted it.
    package var accepted: Timestamp?
    /// Period of report: for an 8-K the date of the event.
    package var period: CalendarDay?
    /// Where the text of each item and exhibit is in the item's content, in order; empty until the text was read.
    package var sections: [FilingSection]

    package init(
        form: String, accession: String? = nil, items: [String] = [], parties: [FilingParty] = [],
        filed: CalendarDay? = nil, accepted: Timestamp? = nil, period: CalendarDay? = nil,
        sections: [FilingSection] = []
    ) {
        self.form = form
        self.accession = accession
        self.items = items
        self.parties = parties
        self.filed = filed
        self.accepted = accepted
        self.period = period
        self.sections = sections
    }

    /// True for an amendment of an earlier filing: EDGAR ends its form in `/A`.
    package var isAmendment: Bool { form.hasSuffix("/A") }
}

/// One company or person a filing names on its cover.
package struct FilingParty: Hashable, Sendable, Codable {
    package enum Role: String, Sendable, Codable, CaseIterable {
        case filer, issuer, reporting, subject
        case filedBy = "filed-by"
    }

    /// Name as filed.
    package var name: String
    /// Central Index Key, ten digits with leading zeros.
    package var cik: String?
    package var role: Role
    /// Standard Industrial Classification, four digits, as EDGAR assigns it.
    package var sic: String?
    /// State or country of the business address, as EDGAR writes it (`NY`, `X0`), or a state by its name.
    package var state: String?
    /// Number in a company register, as the register writes it: `SC123456`.
    package var number: String?
    /// North American Industry Classification, two to six digits.
    package var naics: String?
    /// Industry in the register's own words: `Manufacturing`.
    package var industry: String?
    /// Country as the register writes it, where `state` does not say it.
    package var country: String?
    /// Head count.
    package var employees: StatedSize?
    /// Yearly revenue in whole units.
    package var revenue: StatedSize?

    package init(
        name: String, cik: String? = nil, role: Role, sic: String? = nil, state: String? = nil, number: String? = nil,
        naics: String? = nil, industry: String? = nil, country: String? = nil, employees: StatedSize? = nil,
        revenue: StatedSize? = nil
    ) {
        self.name = name
        self.cik = cik
        self.role = role
        self.sic = sic
        self.state = state
        self.number = number
        self.naics = naics
        self.industry = industry
        self.country = country
        self.employees = employees
        self.revenue = revenue
    }
}

/// The text of one item or exhibit: scalars `start..<end` of the content.
package struct FilingSection: Hashable, Sendable, Codable {
    /// Item code as `5.02`, or exhibit as `EX-99.1`.
    package var code: String
    package var start: Int
    package var end: Int

    package init(code: String, start: Int, end: Int) {
        self.code = code
        self.start = start
        self.end = end
    }
}
