/// One GET or POST with its limits. Every limit ends the transfer with an error of its own name.
package struct TransferRequest: Sendable {
    package var url: String { didSet { parsedURL = nil } }
    /// `url` read already, by `to`.
    private(set) var parsedURL: TransferURL?
    package var headers: [HeaderField]
    /// Sent as a POST; nil for a GET. Its `Content-Type` is the caller's.
    ///
    /// A redirect repeats it (RFC 9110, 15.4), except 303, which asks for a GET.
    package var post: [UInt8]?
    /// Listens to a connection that stays open for so long, counted from the start: what came by then is the response,
    /// cut anywhere. Stands in place of `timeout`, and nothing counts as too slow. nil reads to the end.
    package var collects: Duration?
    /// A body larger than `maxBodyBytes` is cut there and the transfer is a success; so it is while collecting.
    package var cutsBody: Bool
    /// From the start to the last byte, redirects included.
    package var timeout: Duration
    /// Name resolution, TCP and TLS of one connection.
    package var connectTimeout: Duration
    /// Fewer bytes a second than this, for `slowFor` on end, is too slow. 0 switches it off.
    package var slowestBytesPerSecond: Int
    /// Whole seconds; libcurl counts in those.
    package var slowFor: Duration
    /// Bytes of the body after decompression.
    package var maxBodyBytes: Int
    /// Bytes of all header lines of all responses on the way.
    package var maxHeaderBytes: Int
    /// 0 refuses the first redirect.
    package var maxRedirects: Int
    /// Asked before a redirect is followed; false ends the transfer with that 3xx response as the result.
    ///
    /// Called on the loop's thread: it must be quick. For callers who want to pace the next host first.
    package var followsTo: @Sendable (TransferURL) -> Bool

    package init(
        url: String, headers: [HeaderField] = [], post: [UInt8]? = nil, collects: Duration? = nil,
        cutsBody: Bool = false,
        timeout: Duration = .seconds(60), connectTimeout: Duration = .seconds(15), slowestBytesPerSecond: Int = 64,
        slowFor: Duration = .seconds(20), maxBodyBytes: Int = 8 * 1024 * 1024, maxHeaderBytes: Int = 64 * 1024,
        maxRedirects: Int = 5,
        followsTo: @escaping @Sendable (TransferURL) -> Bool = { _ in true }
    ) {
        self.url = url
        self.headers = headers
        self.post = post
        self.collects = collects
        self.cutsBody = cutsBody
        self.timeout = timeout
        self.connectTimeout = connectTimeout
        self.slowestBytesPerSecond = slowestBytesPerSecond
        self.slowFor = slowFor
        self.maxBodyBytes = maxBodyBytes
        self.maxHeaderBytes = maxHeaderBytes
        self.maxRedirects = maxRedirects
        self.followsTo = followsTo
    }

    /// The same request to `url`, with the user and password that it may carry.
    package func to(_ url: TransferURL) -> TransferRequest {
        var request = self
        request.url = url.text
        request.parsedURL = url
        return request
    }
}
