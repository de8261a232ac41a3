/// The final response of a transfer, whatever its status.
package struct TransferResponse: Sendable {
    package var status: Int
    package var headers: HeaderFields
    /// Decompressed.
    package var body: [UInt8]
    /// The body was longer, or the connection was still open: what follows was not waited for.
    package var isCut = false
    /// Where the response came from, after redirects.
    package var url: TransferURL
    /// The redirects followed, in order.
    package var redirects: [Redirect]
    /// Where the response would lead, for a redirect that `followsTo` declined.
    package var declinedRedirect: TransferURL?
    /// The peer's address, without port.
    package var address: String?
    /// Header and body bytes received, as they travelled, of all responses on the way.
    package var wireBytes: Int
    /// From start to end, waiting for a free place excluded.
    package var seconds: Double
}

/// One redirect that was followed.
package struct Redirect: Hashable, Sendable {
    package var from: TransferURL
    /// 301, 302, 303, 307 or 308.
    package var status: Int
    package var to: TransferURL

    package init(from: TransferURL, status: Int, to: TransferURL) {
        self.from = from
        self.status = status
        self.to = to
    }

    /// The server says that the old address should be forgotten.
    package var isPermanent: Bool { status == 301 || status == 308 }
}
