package import CurlTransfer
package import TriggerModel

/// One question to one source.
package struct FetchRequest: Sendable {
    /// Where it is asked now: the configured address, or the one that it moved to.
    package var url: String
    /// As the operator wrote it, where `url` is a remembered move or a further page. Credentials belong to its origin and
    /// go nowhere else.
    package var configuredURL: String
    /// Decides what we say that we accept, and what we take for a block or a login page.
    package var kind: Source.Kind
    package var method: SourceRequest.Method
    /// Of a POST, sent as JSON; a GET has none.
    package var body: String?
    /// Further fields; they replace ours of the same name. Those marked secret stay with the configured origin.
    package var headers: [HeaderField]
    package var credential: RequestCredential?
    /// Of the last document that was kept; empty for the first fetch. Not sent with a POST, which no server answers
    /// with 304: only the hash of its answer tells that nothing changed.
    package var validators: Validators
    /// `bodyHash` of the last document that was kept.
    package var previousHash: String?
    /// True where the site's robots.txt decides whether it is asked: for pages, which are made for people.
    package var honoursRobots: Bool
    /// Listens to a connection that stays open for so long, from the start on. What came by then is the document, cut
    /// anywhere. It holds one of its host's places all the while.
    package var collects: Duration?

    package init(
        url: String, configuredURL: String? = nil, kind: Source.Kind, method: SourceRequest.Method = .get,
        body: String? = nil, headers: [HeaderField] = [], credential: RequestCredential? = nil,
        validators: Validators = Validators(), previousHash: String? = nil, honoursRobots: Bool = false,
        collects: Duration? = nil
    ) {
        self.url = url
        self.configuredURL = configuredURL ?? url
        self.kind = kind
        self.method = method
        self.body = body
        self.headers = headers
        self.credential = credential
        self.validators = validators
        self.previousHash = previousHash
        self.honoursRobots = honoursRobots
        self.collects = collects
    }

    /// True where the server may answer "not changed".
    var isConditional: Bool { method == .get && collects == nil && !validators.isEmpty }

    /// The fields of one leg of the way.
    /// - Parameters:
    ///   - isHome: it goes to the configured origin, and the way led nowhere else before.
    ///   - isPost: no redirect turned it into a GET yet.
    func fields(isHome: Bool, isPost: Bool) -> [HeaderField] {
        var fields = [HeaderField("Accept", accept)]
        if isConditional { fields += validators.headers }
        if isPost { fields.append(HeaderField("Content-Type", "application/json")) }
        if !headers.isEmpty {
            fields.removeAll { field in headers.contains { $0.name.lowercased() == field.name.lowercased() } }
            fields += headers
        }
        if let credential { fields.append(credential.header) }
        return isHome ? fields : fields.filter { !$0.isSecret }
    }

    private var accept: String {
        switch kind {
        case .feed, .filing:
            "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
                + "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.6, */*;q=0.5"
        case .page: "text/html, application/xhtml+xml, */*;q=0.5"
        case .json, .stream: "application/json, */*;q=0.5"
        case .csv: "text/csv, */*;q=0.5"
        case .activity: "*/*"
        }
    }
}
