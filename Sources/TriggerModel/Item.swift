/// One entry that a document says exists: what the document said, nothing that we believe.
///
/// Unknown fields are nil or empty, never invented. All text is plain text (no markup, no entities), Unicode NFC
/// not enforced, C0 controls other than tab and newline removed.
package struct Item: Hashable, Sendable {
    /// The source's id in the daemon; the path or URL as given in `whynow parse`.
    package var source: String
    /// The document's own identity for it: guid, Atom id, accession; else the canonical link; else a content hash.
    package var id: String
    /// Absolute link to read it.
    package var url: String?
    package var title: String?
    /// Short plain text beside the title.
    package var summary: String?
    /// Full plain text where the document carries it.
    package var content: String?
    package var published: Timestamp?
    package var updated: Timestamp?
    package var authors: [String]
    package var categories: [String]
    /// BCP 47 tag as the document gives it.
    package var language: String?
    package var filing: Filing?
    /// What the item tells of something we caused ourselves; nil for everything else.
    package var activity: Activity?

    package init(
        source: String, id: String, url: String? = nil, title: String? = nil, summary: String? = nil,
        content: String? = nil, published: Timestamp? = nil, updated: Timestamp? = nil, authors: [String] = [],
        categories: [String] = [], language: String? = nil, filing: Filing? = nil,
        activity: Activity? = nil
    ) {
        self.source = source
        self.id = id
        self.url = url
        self.title = title
        self.summary = summary
        self.content = content
        self.published = published
        self.updated = updated
        self.authors = authors
        self.categories = categories
        self.language = language
        self.filing = filing
        self.activity = activity
    }
}
