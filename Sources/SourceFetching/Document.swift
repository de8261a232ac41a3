package import CurlTransfer
package import TriggerModel

/// What one successful fetch returned.
package struct Document: Sendable {
    /// Where it came from, after redirects; without user and password.
    package var url: String
    /// As configured.
    package var requestURL: String
    package var status: Int
    /// As the server said, charset and all; nil unsaid.
    package var contentType: String?
    package var body: [UInt8]
    /// `ContentHash` of the body.
    package var bodyHash: String
    package var validators: Validators
    /// The end is not the server's: a stream was listened to for long enough, or brought enough.
    package var isCut: Bool
    /// Seconds for which the server lets us keep it (RFC 9111).
    package var cacheMaxAge: Int?
    /// Seconds that the server asks for before the next request, though it answered.
    package var retryAfter: Int?
    package var redirects: [Redirect]
    package var fetchedAt: Timestamp

    package init(
        url: String, requestURL: String, status: Int = 200, contentType: String? = nil, body: [UInt8],
        bodyHash: String, validators: Validators = Validators(), isCut: Bool = false, cacheMaxAge: Int? = nil,
        retryAfter: Int? = nil, redirects: [Redirect] = [], fetchedAt: Timestamp
    ) {
        self.url = url
        self.requestURL = requestURL
        self.status = status
        self.contentType = contentType
        self.body = body
        self.bodyHash = bodyHash
        self.isCut = isCut
        self.validators = validators
        self.cacheMaxAge = cacheMaxAge
        self.retryAfter = retryAfter
        self.redirects = redirects
        self.fetchedAt = fetchedAt
    }
}

/// What is to be remembered of a fetch that brought nothing new.
package struct Unchanged: Hashable, Sendable {
    /// To be kept in place of the old ones: a server may change its ETag without changing the body.
    package var validators: Validators
    package var cacheMaxAge: Int?
    package var retryAfter: Int?
    package var redirects: [Redirect]
    package var fetchedAt: Timestamp

    package init(
        validators: Validators = Validators(), cacheMaxAge: Int? = nil, retryAfter: Int? = nil,
        redirects: [Redirect] = [], fetchedAt: Timestamp
    ) {
        self.validators = validators
        self.cacheMaxAge = cacheMaxAge
        self.retryAfter = retryAfter
        self.redirects = redirects
        self.fetchedAt = fetchedAt
    }
}
