package import MarkupReading
package import TriggerModel

/// What kind of document somebody expects, or the bytes show.
package enum DocumentKind: String, Sendable, CaseIterable {
    case feed, list, article, filing
    /// Records read by a `RecordMap`.
    case json, csv, stream
}

/// One fetched document and what is known about it. Parsing it needs nothing else.
package struct ParseInput: Sendable {
    package var bytes: [UInt8]
    /// Value of the Content-Type header, where there was one.
    package var contentType: String?
    /// Where the document was fetched from; relative links are resolved against it.
    package var url: String?
    /// Goes into `Item.source`.
    package var sourceName: String
    /// What it should be; found from the bytes where nil.
    package var kind: DocumentKind?
    /// Where rows of a list page are; a document with selectors is a list.
    package var selectors: ListSelectors?
    /// Where the parts of records are, for `json`, `csv` and `stream`.
    package var records: RecordMap?
    package var limits: MarkupLimits

    package init(
        bytes: [UInt8], contentType: String? = nil, url: String? = nil, sourceName: String, kind: DocumentKind? = nil,
        selectors: ListSelectors? = nil, records: RecordMap? = nil, limits: MarkupLimits = .standard
    ) {
        self.bytes = bytes
        self.contentType = contentType
        self.url = url
        self.sourceName = sourceName
        self.kind = kind
        self.selectors = selectors
        self.records = records
        self.limits = limits
    }
}
