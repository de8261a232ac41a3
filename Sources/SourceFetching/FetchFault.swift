import CurlTransfer

/// Why a poll brought nothing, in words for people and a name for programs.
package struct FetchFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The raw values are stable: they stand in the ledger, in status output and in metrics.
    package enum Kind: String, Sendable, CaseIterable {
        case cancelled
        case shutDown = "shut-down"
        case invalidURL = "invalid-url"
        case protocolRefused = "protocol-refused"
        case addressRefused = "address-refused"
        case contactRequired = "contact-required"
        /// Not asked at all, because the host wants to be left alone for a while.
        case hostPaused = "host-paused"
        case dns, connect, tls, timeout
        case tooSlow = "too-slow"
        case tooLarge = "too-large"
        case redirectLoop = "redirect-loop"
        case downgrade
        case rateLimited = "rate-limited"
        /// Refused as a program: 403, a challenge, a captcha.
        case blocked
        /// Wants to know who asks, or does not accept what we say.
        case login
        /// The file of the source's key is missing or empty; nothing was asked.
        case credentialMissing = "credential-missing"
        /// robots.txt refuses the address, or cannot be read.
        case robots
        case notFound = "not-found"
        case gone
        /// 416: the place in a stream to go on from is too old.
        case range
        case clientError = "client-error"
        case serverError = "server-error"
        case empty
        case brokenResponse = "broken-response"
        case other
    }

    package var kind: Kind
    /// What happened, and what a person can do where they can do something.
    package var detail: String
    package var status: Int?
    /// Seconds that the server asked for.
    package var retryAfter: Int?
    /// Without user and password.
    package var url: String

    package init(kind: Kind, detail: String, status: Int? = nil, retryAfter: Int? = nil, url: String) {
        self.kind = kind
        self.detail = detail
        self.status = status
        self.retryAfter = retryAfter
        self.url = url
    }

    /// True where the source is not to blame, so that its failures do not count.
    package var isOurs: Bool {
        switch kind {
        case .cancelled, .shutDown, .hostPaused: true
        default: false
        }
    }

    package var description: String { "\(kind.rawValue): \(url): \(detail)" }

    init(_ error: TransferError, url: String) {
        let kind: Kind =
            switch error.kind {
            case .cancelled: .cancelled
            case .shutDown: .shutDown
            case .invalidURL, .invalidHeader: .invalidURL
            case .protocolRefused: .protocolRefused
            case .addressRefused: .addressRefused
            case .downgradeRefused: .downgrade
            case .resolve: .dns
            case .connect: .connect
            case .tls: .tls
            case .timeout: .timeout
            case .tooSlow: .tooSlow
            case .bodyTooLarge, .headersTooLarge: .tooLarge
            case .tooManyRedirects: .redirectLoop
            case .brokenResponse: .brokenResponse
            case .other: .other
            }
        let advice = FaultAdvice.onNetwork(kind).map { "\(error.detail); \($0)" }
        self.init(kind: kind, detail: advice ?? error.detail, url: error.url ?? url)
    }
}
