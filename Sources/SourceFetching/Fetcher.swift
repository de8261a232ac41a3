package import CurlTransfer
package import TriggerModel

/// Asks sources politely: conditional requests, pacing per host, pauses that servers ask for, robots.txt, one outcome each.
///
/// Stores nothing but robots.txt files, in memory. Validators come back with the outcome, for the caller to keep after the
/// commit that used them. Any number of tasks may fetch at once; the gate decides who goes when.
package final class Fetcher: Sendable {
    let loop: TransferLoop
    let gate: HostGate
    let settings: FetchSettings
    let wallClock: @Sendable () -> Timestamp
    let shelf = RobotsShelf()

    /// `loop` and `gate` may be shared; shutting the loop down is the caller's.
    package init(
        loop: TransferLoop, gate: HostGate, settings: FetchSettings, wallClock: @escaping @Sendable () -> Timestamp
    ) {
        self.loop = loop
        self.gate = gate
        self.settings = settings
        self.wallClock = wallClock
    }

    /// Where tasks that only fetch run best: see `TransferLoop.executor`.
    package var executor: any TaskExecutor { loop.executor }

    /// Never throws: whatever happens is an outcome. Cancelling the task gives `cancelled` at once.
    package func fetch(_ request: FetchRequest) async -> FetchOutcome {
        do throws(FetchFault) {
            return try await outcome(of: request)
        } catch {
            return .failed(error)
        }
    }

    private func outcome(of request: FetchRequest) async throws(FetchFault) -> FetchOutcome {
        var way = try FetchWay(request)
        // One turn for each host on the way: a redirect is a request as well, and the next host has its own pace.
        while true {
            let spacing = request.honoursRobots ? try await permission(for: way.url) : 0
            let (response, verdict) = try await visit(way, request, spacing: spacing)
            if way.goesOn(after: response) { continue }
            switch verdict {
            case .fault(let fault, _): throw fault
            case .notModified: return .notModified(unchanged(response, way.redirects, request.validators))
            case .document: return document(response, request, way.redirects)
            }
        }
    }

    /// One host's part of the way: waits for its turn, asks, and lets it rest if it wants to.
    private func visit(
        _ way: FetchWay, _ request: FetchRequest, spacing: Double
    ) async throws(FetchFault) -> (TransferResponse, ResponseJudge.Verdict) {
        let host = try await enter(way.url, spacing: spacing)
        defer { gate.leave(host) }
        let transfer = TransferRequest(
            url: request.url, headers: request.fields(isHome: way.isHome, isPost: way.isPost),
            post: way.isPost ? Array((request.body ?? "").utf8) : nil, collects: request.collects,
            timeout: settings.timeout, connectTimeout: settings.connectTimeout, maxBodyBytes: settings.maxBodyBytes,
            maxRedirects: settings.maxRedirects - way.redirects.count,
            // Where robots.txt decides, each step is asked about by itself.
            followsTo: { [honoursRobots = request.honoursRobots] in !honoursRobots && HostKey($0) == host }
        ).to(way.url)
        let response = try await perform(transfer, at: way.url)
        if response.declinedRedirect != nil { return (response, .document) }
        let judge = ResponseJudge(
            kind: request.kind, wasConditional: request.isConditional,
            credential: request.credential.map { _ in way.isHome(after: response) ? .sent : .withheld },
            now: wallClock())
        let verdict = judge.verdict(on: response)
        // Before the place is given back, so that no neighbour slips through.
        let pause = verdict.hold ?? judge.quotaPause(response) ?? 0
        if pause > 0 { gate.hold(host, seconds: pause) }
        return (response, verdict)
    }

    /// Waits for the turn of the host of `url`; the caller gives the place back.
    func enter(_ url: TransferURL, spacing: Double = 0) async throws(FetchFault) -> HostKey {
        let host = HostKey(url)
        try checkContact(for: host, url)
        switch await gate.enter(host, spacing: spacing) {
        case .granted: return host
        case .cancelled: throw FetchFault(kind: .cancelled, detail: "cancelled while waiting", url: url.redacted)
        case .held(let seconds):
            throw FetchFault(
                kind: .hostPaused, detail: "\(host) asked to be left alone for another \(seconds) s",
                retryAfter: seconds, url: url.redacted)
        }
    }

    func perform(_ transfer: TransferRequest, at url: TransferURL) async throws(FetchFault) -> TransferResponse {
        do throws(TransferError) {
            return try await loop.perform(transfer)
        } catch {
            throw FetchFault(error, url: url.redacted)
        }
    }

    private func document(
        _ response: TransferResponse, _ request: FetchRequest, _ redirects: [Redirect]
    ) -> FetchOutcome {
        let hash = ContentHash.hex(response.body)
        if hash == request.previousHash { return .sameBody(unchanged(response, redirects, Validators())) }
        let now = wallClock()
        let judge = ResponseJudge(kind: request.kind, wasConditional: false, now: now)
        return .document(
            Document(
                url: response.url.redacted, requestURL: request.url, status: response.status,
                contentType: response.headers["Content-Type"], body: response.body, bodyHash: hash,
                validators: request.method == .get ? Validators(response.headers) : Validators(),
                isCut: response.isCut, cacheMaxAge: Freshness.remaining(response.headers, now: now),
                retryAfter: judge.retryAfter(response), redirects: redirects, fetchedAt: now))
    }

    /// `known` are the validators that still hold where the response does not repeat them.
    private func unchanged(
        _ response: TransferResponse, _ redirects: [Redirect], _ known: Validators
    ) -> Unchanged {
        let now = wallClock()
        return Unchanged(
            validators: known.updated(with: Validators(response.headers)),
            cacheMaxAge: Freshness.remaining(response.headers, now: now),
            retryAfter: ResponseJudge(kind: .feed, wasConditional: false, now: now).retryAfter(response),
            redirects: redirects, fetchedAt: now)
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
