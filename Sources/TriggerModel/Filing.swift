/// What a regulator's filing adds to an item.
package struct Filing: Hashable, Sendable, Codable {
    /// Form type as filed: `8-K`, `8-K/A`, `D`.
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

    package init(
        form: String, accession: String? = nil, items: [String] = [], parties: [FilingParty] = [],
        filed: CalendarDay? = nil, accepted: Timestamp? = nil, period: CalendarDay? = nil
    ) {
        self.form = form
        self.accession = accession
        self.items = items
        self.parties = parties
        self.filed = filed
        self.accepted = accepted
        self.period = period
    }
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

    package init(name: String, cik: String? = nil, role: Role) {
        self.name = name
        self.cik = cik
        self.role = role
    }
}
