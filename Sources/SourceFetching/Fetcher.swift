package import CurlTransfer
package import TriggerModel

/// Polls sources politely: conditional requests, pacing per host, pauses that servers ask for, one outcome each.
///
/// Stores nothing. Validators come back with the outcome, for the caller to keep after the commit that used them. Any
/// number of tasks may fetch at once; the gate decides who goes when.
package final class Fetcher: Sendable {
    private let loop: TransferLoop
    private let gate: HostGate
    private let settings: FetchSettings
    private let wallClock: @Sendable () -> Timestamp

    /// `loop` and `gate` may be shared; shutting the loop down is the caller's.
    package init(
        loop: TransferLoop, gate: HostGate, settings: FetchSettings, wallClock: @escaping @Sendable () -> Timestamp
    ) {
        self.loop = loop
        self.gate = gate
        self.settings = settings
        self.wallClock = wallClock
    }

    /// Never throws: whatever happens is an outcome. Cancelling the task gives `cancelled` at once.
    package func fetch(_ request: FetchRequest) async -> FetchOutcome {
        do throws(FetchFault) {
            return try await outcome(of: request)
        } catch {
            return .failed(error)
        }
    }

    private func outcome(of request: FetchRequest) async throws(FetchFault) -> FetchOutcome {
        var redirects: [Redirect] = []
        var url = try parsed(request.url)
        // One turn for each host on the way: a redirect is a request as well, and the next host has its own pace.
        while true {
            let (response, verdict) = try await visit(
                url, request, redirectsLeft: settings.maxRedirects - redirects.count)
            redirects += response.redirects
            if let next = response.declinedRedirect {
                redirects.append(Redirect(from: response.url, status: response.status, to: next))
                url = next
                continue
            }
            switch verdict {
            case .fault(let fault, _): throw fault
            case .notModified: return .notModified(unchanged(response, request, redirects, request.validators))
            case .document: return document(response, request, redirects)
            }
        }
    }

    /// One host's part of the way: waits for its turn, asks, and lets it rest if it wants to.
    private func visit(
        _ url: TransferURL, _ request: FetchRequest, redirectsLeft: Int
    ) async throws(FetchFault) -> (TransferResponse, ResponseJudge.Verdict) {
        let host = HostKey(url)
        try checkContact(for: host, url)
        switch await gate.enter(host) {
        case .granted: break
        case .cancelled: throw FetchFault(kind: .cancelled, detail: "cancelled while waiting", url: url.redacted)
        case .held(let seconds):
            throw FetchFault(
                kind: .hostPaused, detail: "\(host) asked to be left alone for another \(seconds) s",
                retryAfter: seconds,
                url: url.redacted)
        }
        defer { gate.leave(host) }
        let transfer = TransferRequest(
            url: request.url, headers: [request.accept] + request.validators.headers, timeout: settings.timeout,
            connectTimeout: settings.connectTimeout, maxBodyBytes: settings.maxBodyBytes, maxRedirects: redirectsLeft,
            followsTo: { HostKey($0) == host }
        ).to(url)
        let response: TransferResponse
        do throws(TransferError) {
            response = try await loop.perform(transfer)
        } catch {
            throw FetchFault(error, url: url.redacted)
        }
        let judge = ResponseJudge(
            kind: request.kind, wasConditional: !request.validators.isEmpty, now: wallClock())
        if response.declinedRedirect != nil { return (response, .document) }
        let verdict = judge.verdict(on: response)
        // Before the place is given back, so that no neighbour slips through.
        if case .fault(_, let seconds) = verdict, seconds > 0 { gate.hold(host, seconds: seconds) }
        return (response, verdict)
    }

    private func document(
        _ response: TransferResponse, _ request: FetchRequest, _ redirects: [Redirect]
    ) -> FetchOutcome {
        let hash = ContentHash.hex(response.body)
        if hash == request.previousHash { return .sameBody(unchanged(response, request, redirects, Validators())) }
        let now = wallClock()
        return .document(
            Document(
                url: response.url.redacted, requestURL: request.url, status: response.status,
                contentType: response.headers["Content-Type"], body: response.body, bodyHash: hash,
                validators: Validators(response.headers), cacheMaxAge: Freshness.maxAge(response.headers),
                retryAfter: retryAfter(response, now), redirects: redirects, fetchedAt: now))
    }

    /// `known` are the validators that still hold where the response does not repeat them.
    private func unchanged(
        _ response: TransferResponse, _ request: FetchRequest, _ redirects: [Redirect], _ known: Validators
    ) -> Unchanged {
        let now = wallClock()
        return Unchanged(
            validators: known.updated(with: Validators(response.headers)),
            cacheMaxAge: Freshness.maxAge(response.headers), retryAfter: retryAfter(response, now),
            redirects: redirects,
            fetchedAt: now)
    }

    private func retryAfter(_ response: TransferResponse, _ now: Timestamp) -> Int? {
        ResponseJudge(kind: .feed, wasConditional: false, now: now).retryAfter(response)
    }

    private func parsed(_ text: String) throws(FetchFault) -> TransferURL {
        do throws(TransferError) {
            return try TransferURL(text)
        } catch {
            throw FetchFault(error, url: error.url ?? "")
        }
    }

    private func checkContact(for host: HostKey, _ url: TransferURL) throws(FetchFault) {
        guard settings.contactHosts.contains(host.description) else { return }
        if let contact = settings.contact, UserAgent.isContact(contact) { return }
        throw FetchFault(
            kind: .contactRequired,
            detail: "\(host) is only asked with a contact address: set `contact` in whynow.yaml to an e-mail "
                + "address or a web page of yours", url: url.redacted)
    }
}
