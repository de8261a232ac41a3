import CurlTransfer
import TriggerModel

/// Says what a response is: the document, no change, or a fault with its name. Knows no network and no clock.
struct ResponseJudge {
    enum Verdict: Equatable {
        case document
        case notModified
        /// With the seconds for which the whole host is to be left alone.
        case fault(FetchFault, hold: Int)
    }

    /// SEC lifts its block about ten minutes after the last request over the limit.
    static let requestRatePause = 600
    /// For a 429 that does not say how long.
    static let unsaidPause = 60

    var kind: Source.Kind
    /// Whether the request could be answered with 304.
    var wasConditional: Bool
    var now: Timestamp

    func verdict(on response: TransferResponse) -> Verdict {
        let retryAfter = retryAfter(response)
        func fault(_ kind: FetchFault.Kind, _ detail: String, hold: Int = 0, retryAfter pause: Int? = nil) -> Verdict {
            .fault(
                FetchFault(
                    kind: kind, detail: detail, status: response.status, retryAfter: pause ?? retryAfter,
                    url: response.url.redacted), hold: max(hold, pause ?? retryAfter ?? 0))
        }
        if response.status == 304 {
            return wasConditional ? .notModified : fault(.brokenResponse, "304 to a request that was not conditional")
        }
        let page = PageMarkers(response.body)
        if page.isRequestRatePage, response.status != 200 || kind != .page {
            let pause = max(retryAfter ?? 0, Self.requestRatePause)
            return fault(.rateLimited, "the site says that we ask too often; the whole host rests", retryAfter: pause)
        }
        switch response.status {
        case 200, 203: return content(of: response, page, fault: { fault($0, $1) })
        case 204: return fault(.empty, "204: the server says that there is no content")
        case 401, 407: return fault(.login, "wants a user name and password")
        case 403:
            if page.isUndeclaredToolPage {
                return fault(.blocked, "the site wants to know who asks: check the contact address in the settings")
            }
            let challenge = challenge(response, page)
            return fault(
                .blocked,
                "refuses programs\(challenge.map { " (\($0))" } ?? ""); ask the publisher, or use its feed or interface"
            )
        case 404: return fault(.notFound, "the server has nothing at this address any more: check it")
        case 410: return fault(.gone, "removed for good: take the source out or find its new address")
        case 429:
            return fault(.rateLimited, "too many requests", hold: retryAfter ?? Self.unsaidPause)
        case 408: return fault(.timeout, "the server gave up waiting")
        case 400..<500: return fault(.clientError, "the server refuses the request with \(response.status)")
        case 503 where challenge(response, page) != nil:
            return fault(.blocked, "refuses programs (\(challenge(response, page) ?? "challenge"))")
        case 500..<600: return fault(.serverError, "the server fails with \(response.status)")
        case 300..<400: return fault(.brokenResponse, "redirects without saying where to")
        default: return fault(.brokenResponse, "unexpected status \(response.status)")
        }
    }

    /// Seconds of a Retry-After field, dates measured on the server's own clock where it tells the time.
    func retryAfter(_ response: TransferResponse) -> Int? {
        response.headers["Retry-After"].flatMap { text in
            let here = response.headers["Date"].flatMap { HTTPDate.timestamp($0, now: now) } ?? now
            return RetryAfter.seconds(text, now: here)
        }
    }

    private func content(
        of response: TransferResponse, _ page: PageMarkers, fault: (FetchFault.Kind, String) -> Verdict
    ) -> Verdict {
        if Self.isBlank(response.body) { return fault(.empty, "the body is empty") }
        if page.isUndeclaredToolPage, kind != .page {
            return fault(.blocked, "the site wants to know who asks: check the contact address in the settings")
        }
        if let challenge = challenge(response, page) {
            return fault(.blocked, "answers with a \(challenge) instead of the document; ask the publisher for a feed")
        }
        if page.isHTML, page.asksForPassword, kind != .page || Self.endsAtLogin(response) {
            return fault(.login, "answers with a login page instead of the document")
        }
        return .document
    }

    private func challenge(_ response: TransferResponse, _ page: PageMarkers) -> String? {
        if response.headers["cf-mitigated"] != nil { return "Cloudflare challenge" }
        return page.challenge(mayBePage: kind == .page && response.status == 200)
    }

    /// A redirect led to a place that is named for signing in.
    private static func endsAtLogin(_ response: TransferResponse) -> Bool {
        guard !response.redirects.isEmpty else { return false }
        let address = response.url.redacted.lowercased()
        return ["login", "signin", "sign-in", "sign_in", "/sso", "/auth"].contains { address.contains($0) }
    }

    private static func isBlank(_ body: [UInt8]) -> Bool {
        let rest = body.starts(with: [0xef, 0xbb, 0xbf]) ? body.dropFirst(3) : body[...]
        return rest.allSatisfy { $0 == 0x20 || (0x09...0x0d).contains($0) || $0 == 0 }
    }
}
