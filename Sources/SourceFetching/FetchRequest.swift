import CurlTransfer
package import TriggerModel

/// One poll of one source.
package struct FetchRequest: Sendable {
    package var url: String
    /// Decides what we say that we accept, and what we take for a block or a login page.
    package var kind: Source.Kind
    /// Of the last document that was kept; empty for the first fetch.
    package var validators: Validators
    /// `bodyHash` of the last document that was kept.
    package var previousHash: String?

    package init(url: String, kind: Source.Kind, validators: Validators = Validators(), previousHash: String? = nil) {
        self.url = url
        self.kind = kind
        self.validators = validators
        self.previousHash = previousHash
    }

    var accept: HeaderField {
        switch kind {
        case .feed, .filing:
            HeaderField(
                "Accept",
                "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
                    + "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.6, */*;q=0.5")
        case .page: HeaderField("Accept", "text/html, application/xhtml+xml, */*;q=0.5")
        case .json, .stream: HeaderField("Accept", "application/json, */*;q=0.5")
        case .csv: HeaderField("Accept", "text/csv, */*;q=0.5")
        case .activity: HeaderField("Accept", "*/*")
        }
    }
}
