import CurlTransfer
import Synchronization
import TriggerModel

@testable import SourceFetching

let now = Timestamp(rfc3339: "2026-11-21T07:00:00Z")!

/// A fetcher that may talk to the loopback server, with a clock of its own for pacing and one for the time of day.
struct Bench {
    let clock = ManualClock()
    let loop: TransferLoop
    let fetcher: Fetcher
    let today = DayClock()

    init(contact: String? = "ops@example.com", maxBodyBytes: Int = 1_000_000) throws {
        loop = TransferLoop(
            configuration: TransferConfiguration(
                userAgent: UserAgent.text(version: "test", contact: contact),
                addresses: try AddressPolicy(allowing: ["127.0.0.1"])))
        let pacing = PacingSettings(standard: .init(inFlight: 2, spacing: 0), patience: 5)
        fetcher = Fetcher(
            loop: loop, gate: HostGate(settings: pacing, clock: clock),
            settings: FetchSettings(contact: contact, maxBodyBytes: maxBodyBytes), wallClock: { [today] in today.time })
    }

    func fetch(_ url: String, _ validators: Validators = Validators(), hash: String? = nil) async -> FetchOutcome {
        await fetcher.fetch(FetchRequest(url: url, kind: .feed, validators: validators, previousHash: hash))
    }

    /// As a page, which robots.txt decides about.
    func page(_ url: String) async -> FetchOutcome {
        await fetcher.fetch(FetchRequest(url: url, kind: .page, honoursRobots: true))
    }
}

/// The time of day, as a test sets it.
final class DayClock: Sendable {
    private let value = Mutex(now)

    var time: Timestamp { value.withLock { $0 } }

    func move(seconds: Int) { value.withLock { $0 = $0.adding(seconds: seconds) } }
}

extension FetchOutcome {
    var document: Document? { if case .document(let document) = self { document } else { nil } }
    var unchanged: Unchanged? {
        switch self {
        case .notModified(let unchanged), .sameBody(let unchanged): unchanged
        case .document, .failed: nil
        }
    }
    var fault: FetchFault? { if case .failed(let fault) = self { fault } else { nil } }
}
