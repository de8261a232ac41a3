import CurlTransfer
import TriggerModel

/// What a site wants programs to leave alone (RFC 9309).
extension Fetcher {
    /// Seconds between two requests that a site may ask for; more is taken for a mistake, since a rep's news would be days
    /// old at the delays of an hour that some files name.
    private static let longestCrawlDelay = 30.0
    /// RFC 9309, 2.3.1.2.
    private static let mostRedirects = 5

    /// Asks robots.txt whether `url` may be fetched.
    /// - Returns: seconds that the site wants between two requests.
    /// - Throws: `robots` with the line that refuses, or what kept us from reading the file.
    func permission(for url: TransferURL) async throws(FetchFault) -> Double {
        let file = try await robots(of: url)
        switch file.content {
        case .unreachable(let reason):
            throw FetchFault(
                kind: .robots,
                detail:
                    "robots.txt of \(url.host) cannot be read (\(reason)), so nothing there may be fetched until it can",
                retryAfter: max(1, RobotsFile.retry - wallClock().seconds(since: file.fetchedAt)), url: url.redacted)
        case .rules(let rules):
            guard case .refused(let line, let text) = rules.verdict(on: url.target) else {
                return min(rules.crawlDelay ?? 0, Self.longestCrawlDelay)
            }
            throw FetchFault(
                kind: .robots,
                detail:
                    "robots.txt of \(url.host) does not want it fetched by programs, line \(line): \"\(text)\"; use "
                    + "the site's feed or interface, or ask the publisher", url: url.redacted)
        }
    }

    /// The file of the origin of `url`: the known one, or fetched now, once for all who ask meanwhile.
    private func robots(of url: TransferURL) async throws(FetchFault) -> RobotsFile {
        switch await shelf.take(url.origin, now: wallClock()) {
        case .known(let file): return file
        case .cancelled:
            throw FetchFault(kind: .cancelled, detail: "cancelled while waiting for robots.txt", url: url.redacted)
        case .fetch(let earlier):
            do throws(FetchFault) {
                let file = try await fetchRobots(of: url, earlier: earlier)
                shelf.put(file, for: url.origin)
                return file
            } catch {
                // Ours, or of the network: the page itself would meet the same, so the fault keeps its own name.
                shelf.giveUp(url.origin, because: error)
                throw error
            }
        case .failed(var fault):
            fault.url = url.redacted
            throw fault
        }
    }

    private func fetchRobots(of url: TransferURL, earlier: RobotsFile?) async throws(FetchFault) -> RobotsFile {
        guard var place = try? url.resolving("/robots.txt") else {
            return .read(.everything, at: wallClock(), cacheSeconds: nil)
        }
        for _ in 0...Self.mostRedirects {
            let response: TransferResponse
            do throws(FetchFault) {
                response = try await visitRobots(place)
            } catch {
                guard let earlier, case .rules = earlier.content, !error.isOurs else { throw error }
                return .failed(error.detail, at: wallClock(), earlier: earlier)
            }
            if let next = response.declinedRedirect {
                place = next
                continue
            }
            let now = wallClock()
            switch response.status {
            case 200..<300:
                return .read(
                    RobotsRules(response.body), at: now, cacheSeconds: Freshness.remaining(response.headers, now: now))
            // A server that cannot keep up with one small file wants no more of us, whatever the letter says.
            case 429, 500...: return .failed("it answers \(response.status)", at: now, earlier: earlier)
            default: return .read(.everything, at: now, cacheSeconds: nil)
            }
        }
        // Redirects without end count as "there is none" (RFC 9309, 2.3.1.2).
        return .read(.everything, at: wallClock(), cacheSeconds: nil)
    }

    /// One step towards a robots.txt file, at the host's pace.
    private func visitRobots(_ place: TransferURL) async throws(FetchFault) -> TransferResponse {
        let host = try await enter(place)
        defer { gate.leave(host) }
        let transfer = TransferRequest(
            url: place.redacted, headers: [HeaderField("Accept", "text/plain, */*;q=0.5")], cutsBody: true,
            timeout: settings.timeout, connectTimeout: settings.connectTimeout,
            maxBodyBytes: RobotsRules.mostBytes + 1, maxRedirects: 1, followsTo: { _ in false }
        ).to(place)
        let response = try await perform(transfer, at: place)
        if response.declinedRedirect == nil {
            let judge = ResponseJudge(kind: .page, wasConditional: false, now: wallClock())
            let pause = judge.verdict(on: response).hold ?? judge.quotaPause(response) ?? 0
            if pause > 0 { gate.hold(host, seconds: pause) }
        }
        return response
    }
}
