/// A place we look, as an operator configured it.
package struct Source: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// RSS, Atom, RDF or JSON Feed.
        case feed
        /// An HTML list read by selectors.
        case page
        /// EDGAR's feeds and indexes.
        case filing
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
    /// Seconds between polls.
    package var interval: Int
    package var firstPoll: FirstPoll
    /// Selectors of a `page` source.
    package var selectors: ListSelectors?
    /// Filing forms to keep, empty for all; `8-K` keeps `8-K/A` too.
    package var forms: [String]
    package var isEnabled: Bool

    package init(
        id: String, kind: Kind, url: String, name: String, publisher: String, isFirstHand: Bool = false,
        interval: Int = 900, firstPoll: FirstPoll = .backfill(days: 3), selectors: ListSelectors? = nil,
        forms: [String] = [], isEnabled: Bool = true
    ) {
        self.id = id
        self.kind = kind
        self.url = url
        self.name = name
        self.publisher = publisher
        self.isFirstHand = isFirstHand
        self.interval = interval
        self.firstPoll = firstPoll
        self.selectors = selectors
        self.forms = forms
        self.isEnabled = isEnabled
    }
}

/// Where the parts of a list page are: XPath expressions, `rows` from the root, the others from a row.
package struct ListSelectors: Hashable, Sendable {
    package var rows: String
    package var link: String?
    package var title: String?
    package var date: String?
    package var summary: String?

    package init(
        rows: String, link: String? = nil, title: String? = nil, date: String? = nil, summary: String? = nil
    ) {
        self.rows = rows
        self.link = link
        self.title = title
        self.date = date
        self.summary = summary
    }
}
