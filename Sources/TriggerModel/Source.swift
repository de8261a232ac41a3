/// A place we look, as an operator configured it.
package struct Source: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// RSS, Atom, RDF or JSON Feed.
        case feed
        /// An HTML list read by selectors.
        case page
        /// EDGAR's feeds and indexes.
        case filing
        /// JSON records read by pointers: a register's interface.
        case json
        /// Comma-separated records.
        case csv
        /// JSON records, one a line, from a connection that stays open for a while.
        case stream
        /// A file or directory of our own.
        case activity
    }

    /// What happens to items of the first document ever fetched from the source (promise 2).
    package enum FirstPoll: Hashable, Sendable {
        /// Items published inside the window may alert, at most one per account; older ones are remembered only.
        case backfill(days: Int)
        /// Everything is remembered, nothing alerts.
        case seed
    }

    package var id: String
    package var kind: Kind
    package var url: String
    /// Name for people; the id when the operator gave none.
    package var name: String
    /// Who speaks here, for corroboration: two sources of one publisher are one voice.
    package var publisher: String
    /// True where the source is the company's own voice or the regulator's (first-source).
    package var isFirstHand: Bool
    /// Seconds between polls while the source is expected to bring something.
    package var interval: Int
    /// Bounds of the adapted interval, in seconds: `fastest <= interval <= slowest`.
    package var fastest: Int
    package var slowest: Int
    package var firstPoll: FirstPoll
    /// Selectors of a `page` source.
    package var selectors: ListSelectors?
    /// What a fit document of the source shows at least.
    package var shape: SourceShape
    /// True where items wait for the article their link leads to.
    package var fetchesArticles: Bool
    /// How it is asked, where a plain GET does not do.
    package var request: SourceRequest
    /// Where the parts of a record are, in a `json`, `csv` or `stream` source, and a tabular `page`.
    package var records: RecordMap?
    package var paging: Paging?
    package var control: ControlQuery?
    /// Address of a daily index that is compared with what the source brought, with `{yyyy}`, `{q}`, `{yyyymmdd}`.
    package var dailyIndex: String?
    /// Filing forms to keep, empty for all; `8-K` keeps `8-K/A` too.
    package var forms: [String]
    package var isEnabled: Bool

    package init(
        id: String, kind: Kind, url: String, name: String, publisher: String, isFirstHand: Bool = false,
        interval: Int = 900, fastest: Int? = nil, slowest: Int? = nil, firstPoll: FirstPoll = .backfill(days: 3),
        selectors: ListSelectors? = nil, shape: SourceShape = SourceShape(), fetchesArticles: Bool = false,
        request: SourceRequest = SourceRequest(), records: RecordMap? = nil, paging: Paging? = nil,
        control: ControlQuery? = nil, dailyIndex: String? = nil, forms: [String] = [], isEnabled: Bool = true
    ) {
        self.id = id
        self.kind = kind
        self.url = url
        self.name = name
        self.publisher = publisher
        self.isFirstHand = isFirstHand
        self.interval = interval
        self.fastest = fastest ?? min(interval, max(60, interval / 4))
        self.slowest = slowest ?? max(interval, min(interval * 4, 86_400))
        self.firstPoll = firstPoll
        self.selectors = selectors
        self.shape = shape
        self.fetchesArticles = fetchesArticles
        self.request = request
        self.records = records
        self.paging = paging
        self.control = control
        self.dailyIndex = dailyIndex
        self.forms = forms
        self.isEnabled = isEnabled
    }
}

/// Where the parts of a list page are: XPath or the documented CSS subset, `rows` from the root, the others from a row.
package struct ListSelectors: Hashable, Sendable {
    package var rows: String
    package var link: String?
    package var title: String?
    package var date: String?
    package var summary: String?
    /// What the register calls this kind of entry, `WARN`: makes the item a filing of that form. No selector.
    package var form: String?
    /// Company the entry is about: the filing's party.
    package var company: String?
    /// What else the entry says of that company.
    package var facts: [CompanyFact: String]

    package init(
        rows: String, link: String? = nil, title: String? = nil, date: String? = nil, summary: String? = nil,
        form: String? = nil, company: String? = nil, facts: [CompanyFact: String] = [:]
    ) {
        self.rows = rows
        self.link = link
        self.title = title
        self.date = date
        self.summary = summary
        self.form = form
        self.company = company
        self.facts = facts
    }
}
