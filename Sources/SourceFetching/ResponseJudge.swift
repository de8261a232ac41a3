import CurlTransfer
import TriggerModel

/// Says what a response is: the document, no change, or a fault with its name. Knows no network and no clock.
///
/// Whether the body of a 200 is the page that was meant is judged after parsing, by what a fit page of the source shows;
/// here only what certainly stands in the way is told apart.
struct ResponseJudge {
    enum Verdict: Equatable {
        case document
        case notModified
        /// With the seconds for which the whole host is to be left alone.
        case fault(FetchFault, hold: Int)

        var hold: Int? { if case .fault(_, let hold) = self { hold } else { nil } }
    }

    enum Credential {
        case sent
        /// A redirect led away from the host that it belongs to.
        case withheld
    }

    /// SEC lifts its block about ten minutes after the last request over the limit.
    static let requestRatePause = 600
    /// For a 429 that does not say how long.
    static let unsaidPause = 60

    var kind: Source.Kind
    /// Whether the request could be answered with 304.
    var wasConditional: Bool
    /// nil where the source has none.
    var credential: Credential?
    var now: Timestamp

    func verdict(on response: TransferResponse) -> Verdict {
        let asked = retryAfter(response)
        func fault(_ kind: FetchFault.Kind, _ detail: String, hold: Int = 0, retryAfter pause: Int? = nil) -> Verdict {
            .fault(
                FetchFault(
                    kind: kind, detail: detail, status: response.status, retryAfter: pause ?? asked,
                    url: response.url.redacted), hold: max(hold, pause ?? asked ?? 0))
        }
        if response.status == 304 {
            return wasConditional ? .notModified : fault(.brokenResponse, "304 to a request that was not conditional")
        }
        let page = PageMarkers(response.body)
        if page.isRequestRatePage, response.status != 200 || kind != .page {
            let pause = max(asked ?? 0, Self.requestRatePause)
            return fault(.rateLimited, FaultAdvice.requestRate, retryAfter: pause)
        }
        switch response.status {
        case 200, 203: return content(of: response, page, fault: { fault($0, $1) })
        case 204 where kind == .stream: return .document
        case 204: return fault(.empty, "204: the server says that there is no content")
        case 401, 407: return fault(.login, login(response.status))
        case 403: return forbidden(response, page, fault: { fault($0, $1) })
        case 404: return fault(.notFound, FaultAdvice.notFound)
        case 410: return fault(.gone, FaultAdvice.gone)
        case 416: return fault(.range, FaultAdvice.range)
        case 429: return fault(.rateLimited, FaultAdvice.rateLimited, hold: asked ?? Self.unsaidPause)
        case 451: return fault(.blocked, FaultAdvice.legal)
        case 408: return fault(.timeout, "the server gave up waiting for our request (408); it is tried again later")
        case _ where challenge(response, page) != nil && response.status >= 200:
            return fault(.blocked, FaultAdvice.challenge(challenge(response, page) ?? "challenge"))
        case 400..<500: return fault(.clientError, FaultAdvice.refused(response.status))
        case 500..<600: return fault(.serverError, FaultAdvice.serverError(response.status))
        case 300..<400: return fault(.brokenResponse, "redirects (\(response.status)) without saying where to")
        default: return fault(.brokenResponse, "unexpected status \(response.status)")
        }
    }

    /// Seconds that the server asks us to stay away: of a Retry-After field, dates measured on the server's own clock where
    /// it tells the time, or until a used-up quota is filled again.
    func retryAfter(_ response: TransferResponse) -> Int? {
        let pause = response.headers["Retry-After"].flatMap { text in
            RetryAfter.seconds(text, now: serverNow(response))
        }
        guard let quota = quotaPause(response) else { return pause }
        return max(pause ?? 0, quota)
    }

    /// Seconds for which the whole host rests because this answer was the last one of our quota.
    func quotaPause(_ response: TransferResponse) -> Int? {
        RateLimit.pause(response.headers, now: { serverNow(response) })
    }

    private func serverNow(_ response: TransferResponse) -> Timestamp {
        response.headers["Date"].flatMap { HTTPDate.timestamp($0, now: now) } ?? now
    }

    private func content(
        of response: TransferResponse, _ page: PageMarkers, fault: (FetchFault.Kind, String) -> Verdict
    ) -> Verdict {
        // A stream without news says nothing, or a blank line now and then.
        if Self.isBlank(response.body) { return kind == .stream ? .document : fault(.empty, FaultAdvice.empty) }
        if page.isUndeclaredToolPage, kind != .page { return fault(.blocked, FaultAdvice.undeclared) }
        if let challenge = challenge(response, page) { return fault(.blocked, FaultAdvice.challenge(challenge)) }
        if page.isHTML, page.asksForPassword, kind != .page || Self.endsAtLogin(response) {
            return fault(.login, "answers with a login page instead of the document; \(FaultAdvice.open)")
        }
        return .document
    }

    private func login(_ status: Int) -> String {
        switch credential {
        case nil: "wants to know who asks (\(status)); \(FaultAdvice.needsCredential)"
        case .sent: "does not accept our credential (\(status)): renew it, or check that its file holds the right one"
        case .withheld:
            "wants to know who asks (\(status)), and a redirect led away from the host that the credential belongs to; "
                + "put the new address into the source"
        }
    }

    private func forbidden(
        _ response: TransferResponse, _ page: PageMarkers, fault: (FetchFault.Kind, String) -> Verdict
    ) -> Verdict {
        if page.isUndeclaredToolPage { return fault(.blocked, FaultAdvice.undeclared) }
        if let challenge = challenge(response, page) { return fault(.blocked, FaultAdvice.challenge(challenge)) }
        if page.isStoreRefusal { return fault(.notFound, FaultAdvice.notInStore) }
        if credential == .sent { return fault(.login, login(403)) }
        return fault(.blocked, FaultAdvice.blocked)
    }

    private func challenge(_ response: TransferResponse, _ page: PageMarkers) -> String? {
        if response.headers["cf-mitigated"] != nil { return "Cloudflare challenge" }
        if response.headers["x-amzn-waf-action"] != nil { return "AWS WAF challenge" }
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
