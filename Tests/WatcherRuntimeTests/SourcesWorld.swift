import ConfigLoading
import CurlTransfer
import Foundation
import SourceFetching
import Synchronization
import TriggerModel

@testable import WatcherRuntime

/// A configuration directory of its own, an invented web that answers from a table, and what the commands say.
final class SourcesWorld: Sendable {
    let directory: String
    /// Lines of stdout and of stderr, and requests that were asked, in order.
    private let heard = Mutex<(data: [UInt8], talk: [String], requests: [FetchRequest])>(([], [], []))
    private let pages: [String: FetchOutcome]

    static let now = Timestamp(CalendarDay("2026-11-23")!, secondOfDay: 15 * 3600)
    static let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path

    init(_ files: [String: String] = [:], pages: [String: FetchOutcome] = [:]) throws {
        self.pages = pages
        directory = "\(Self.base)/sources-world-\(UUID().uuidString)"
        let defaults = [
            "whynow.yaml": "contact: ops@seller.example\ndirectories: {state: state}\n", "reps.yaml": "reps: {}\n",
        ]
        for (name, text) in defaults.merging(files, uniquingKeysWith: { $1 }) {
            let file = URL(fileURLWithPath: directory).appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    var output: CommandOutput {
        CommandOutput(
            data: { bytes in self.heard.withLock { $0.data += bytes } },
            talk: { line in self.heard.withLock { $0.talk.append(line) } })
    }
    var data: String { heard.withLock { String(decoding: $0.data, as: UTF8.self) } }
    var talk: String { heard.withLock { $0.talk.joined(separator: "\n") } }
    var requests: [FetchRequest] { heard.withLock { $0.requests } }

    var clock: RuntimeClock { RuntimeClock(frozenAt: Self.now) }
    var configuration: Configuration { ConfigLoader(directory: directory).load().configuration }

    /// The invented web.
    var ask: AskSource {
        { request in
            self.heard.withLock { $0.requests.append(request) }
            return self.pages[request.url]
                ?? .failed(FetchFault(kind: .notFound, detail: "nothing there (404)", status: 404, url: request.url))
        }
    }

    func text(_ name: String) throws -> String {
        try String(contentsOf: URL(fileURLWithPath: directory).appending(path: name), encoding: .utf8)
    }

    // MARK: Documents

    static func document(
        _ url: String, _ body: String, type: String = "text/html; charset=utf-8", redirects: [Redirect] = []
    ) -> FetchOutcome {
        .document(
            Document(
                url: redirects.last?.to.redacted ?? url, requestURL: url, contentType: type, body: Array(body.utf8),
                bodyHash: ContentHash.hex(body), redirects: redirects, fetchedAt: now))
    }

    static func feed(_ url: String, title: String = "The Plant Floor", redirects: [Redirect] = []) -> FetchOutcome {
        document(
            url,
            """
            <?xml version="1.0"?><rss version="2.0"><channel><title>\(title)</title><link>https://floor.example/</link>
            <ttl>60</ttl>
            <item><title>Acme opens a plant</title><link>https://floor.example/1</link>
            <pubDate>Mon, 23 Nov 2026 09:00:00 GMT</pubDate></item>
            <item><title>Borea hires a chief</title><link>https://floor.example/2</link></item>
            </channel></rss>
            """, type: "application/rss+xml; charset=utf-8", redirects: redirects)
    }

    static func page(_ url: String, head: String = "", body: String) -> FetchOutcome {
        document(url, "<!doctype html><html><head><title>Newsroom</title>\(head)</head><body>\(body)</body></html>")
    }

    static let newsroom =
        "<main><ul class=\"releases\">"
        + (1...8).map {
            "<li class=\"release\"><a href=\"/news/\($0)\">Harrow Mills reports on matter number \($0) of the year</a> "
                + "<time datetime=\"2026-11-\(10 + $0)\">\(10 + $0) November 2026</time></li>"
        }.joined() + "</ul></main>"

    static func redirect(_ from: String, _ to: String, status: Int) throws -> Redirect {
        Redirect(from: try TransferURL(from), status: status, to: try TransferURL(to))
    }
}
