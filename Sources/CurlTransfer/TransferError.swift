/// Why a transfer brought no response, with everything needed to answer "what now?".
package struct TransferError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, Sendable, CaseIterable {
        case cancelled
        /// The loop ended, before or during the transfer.
        case shutDown
        case invalidURL
        case invalidHeader
        /// Neither http nor https, at first or after a redirect.
        case protocolRefused
        /// Every address of the host is outside the public internet and not in `network.allow`.
        case addressRefused
        /// From https to http.
        case downgradeRefused
        case resolve
        case connect
        case tls
        case timeout
        case tooSlow
        case bodyTooLarge
        case headersTooLarge
        case tooManyRedirects
        /// The peer does not speak HTTP as agreed: cut short, bad framing, bad compression, nothing at all.
        case brokenResponse
        case other
    }

    /// What the caller can do about it.
    package enum Advice: Hashable, Sendable {
        /// Nothing: we ended it ourselves.
        case nothing
        /// Try again, later each time.
        case tryLater
        /// It will fail again until somebody changes the configuration.
        case changeConfiguration
    }

    package var kind: Kind
    /// For people: what happened and, where somebody can do something, what.
    package var detail: String
    /// Without user and password.
    package var url: String?
    /// The address that was refused or did not answer.
    package var address: String?
    /// libcurl's CURLcode; 0 where it had no part in it.
    package var curlCode: Int

    package init(kind: Kind, detail: String, url: String? = nil, address: String? = nil, curlCode: Int = 0) {
        self.kind = kind
        self.detail = detail
        self.url = url
        self.address = address
        self.curlCode = curlCode
    }

    package var advice: Advice {
        switch kind {
        case .cancelled, .shutDown: .nothing
        case .invalidURL, .invalidHeader, .protocolRefused, .addressRefused, .downgradeRefused: .changeConfiguration
        case .resolve, .connect, .tls, .timeout, .tooSlow, .bodyTooLarge, .headersTooLarge, .tooManyRedirects,
            .brokenResponse, .other:
            .tryLater
        }
    }

    package var description: String { url.map { "\($0): \(detail)" } ?? detail }
}
