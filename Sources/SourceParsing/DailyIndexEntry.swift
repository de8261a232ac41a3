package import TriggerModel

/// One line of a daily index: one filing under one of its parties.
package struct DailyIndexEntry: Hashable, Sendable {
    /// Form type as filed.
    package var form: String
    /// Name of the party, as the index cuts it.
    package var company: String
    /// Ten digits with leading zeros.
    package var cik: String
    package var filed: CalendarDay?
    /// Accession number with hyphens.
    package var accession: String
    /// Where the complete submission lies: `edgar/data/320193/0000320193-25-000001.txt`.
    package var path: String

    package init(
        form: String, company: String, cik: String, filed: CalendarDay?, accession: String, path: String
    ) {
        self.form = form
        self.company = company
        self.cik = cik
        self.filed = filed
        self.accession = accession
        self.path = path
    }
}
