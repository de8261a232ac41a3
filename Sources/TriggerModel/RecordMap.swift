/// Where the parts of a record are, and what an item made of it says.
///
/// Every part is a template: text with references in braces. A reference is a JSON pointer from the record
/// (RFC 6901, `{/name/first}`) or the name of a column (`{Company}`), compared without case and outer blanks.
/// A pointer may go on into a text that is a path: `{/resource_uri/1}` of `/company/0123` is `0123`.
/// `{a|b}` takes the first that is not empty; a `[…]` segment is left out when a reference in it is empty.
package struct RecordMap: Hashable, Sendable {
    /// JSON pointer to the array of records; empty for the document itself. Unused for `csv`.
    package var rows: String
    /// What makes the record known again; the url, else a hash of the parts where nil.
    package var id: String?
    package var url: String?
    package var title: String
    package var summary: String?
    package var content: String?
    /// When it was published or posted.
    package var date: String?
    /// What the register calls this kind of record, `WARN` or `{/type}`: makes the item a filing of that form.
    package var form: String?
    /// Company the record is about, as the register writes it, and its number there: the filing's party.
    package var company: String?
    package var companyNumber: String?
    /// What else the register says of that company.
    package var facts: [CompanyFact: String]
    package var categories: [String]
    /// Where a stream's record holds the point to resume from.
    package var timepoint: String?
    /// Values that a record must have to be an item, by reference: `["/type": ["filing"]]`. Empty keeps all.
    package var keep: [String: [String]]
    /// What codes mean, by reference and value in lower case: `["/type": ["tm01": "Director leaves"]]`. Each meaning is a
    /// template, too. Counts in title, summary, content and categories; a value that is not listed stands there with
    /// blanks for its hyphens.
    package var words: [String: [String: String]]

    package init(
        rows: String = "", id: String? = nil, url: String? = nil, title: String, summary: String? = nil,
        content: String? = nil, date: String? = nil, form: String? = nil, company: String? = nil,
        companyNumber: String? = nil, facts: [CompanyFact: String] = [:],
        categories: [String] = [], timepoint: String? = nil, keep: [String: [String]] = [:],
        words: [String: [String: String]] = [:]
    ) {
        self.rows = rows
        self.id = id
        self.url = url
        self.title = title
        self.summary = summary
        self.content = content
        self.date = date
        self.form = form
        self.company = company
        self.companyNumber = companyNumber
        self.facts = facts
        self.categories = categories
        self.timepoint = timepoint
        self.keep = keep
        self.words = words
    }
}
