/// One GET with its limits. Every limit ends the transfer with an error of its own name.
package struct TransferRequest: Sendable {
    package var url: String { didSet { parsedURL = nil } }
    /// `url` read already, by `to`.
    private(set) var parsedURL: TransferURL?
    package var headers: [HeaderField]
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
        url: String, headers: [HeaderField] = [], timeout: Duration = .seconds(60),
        connectTimeout: Duration = .seconds(15), slowestBytesPerSecond: Int = 64, slowFor: Duration = .seconds(20),
        maxBodyBytes: Int = 8 * 1024 * 1024, maxHeaderBytes: Int = 64 * 1024, maxRedirects: Int = 5,
        followsTo: @escaping @Sendable (TransferURL) -> Bool = { _ in true }
    ) {
        self.url = url
        self.headers = headers
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
