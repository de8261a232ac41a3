import CurlTransfer
import Foundation
import Testing
import TriggerModel

@testable import CurlTransfer
@testable import SourceFetching

/// The bodies that SEC's servers really send with their refusals, where the shared corpus lies beside the repository.
@Suite struct CorpusErrorTests {
    /// `../shared/corpus/edgar/http-errors` beside the repository root, nil where it is absent.
    private static let folder: String? = {
        var root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let path = root.deletingLastPathComponent().appendingPathComponent("shared/corpus/edgar/http-errors").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    @Test(
        .enabled(if: folder != nil, "needs ../shared/corpus beside the repository"),
        arguments: [
            ("fullindex_403_0.xml", 403, "not-found", 0), ("fullindex_403_2.xml", 403, "not-found", 0),
            ("fullindex_403_4.xml", 403, "not-found", 0), ("submissions_404.xml", 404, "not-found", 0),
            ("getcurrent_503.html", 503, "server-error", 0), ("rate-exceeded.html", 403, "rate-limited", 600),
            ("rate-exceeded.html", 429, "rate-limited", 600), ("rate-exceeded.html", 200, "rate-limited", 600),
        ])
    func `a refusal of SEC's servers has its right name`(file: String, status: Int, kind: String, hold: Int) throws {
        let folder = try #require(Self.folder)
        let body = try #require(FileManager.default.contents(atPath: "\(folder)/\(file)"))
        let url = try TransferURL("https://www.sec.gov/x")
        let response = TransferResponse(
            status: status, headers: HeaderFields([]), body: Array(body), url: url, redirects: [],
            declinedRedirect: nil,
            address: nil, wireBytes: 0, seconds: 0)
        let verdict = ResponseJudge(kind: .filing, wasConditional: true, now: now).verdict(on: response)
        guard case .fault(let fault, let pause) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(fault.kind.rawValue == kind)
        #expect(pause == hold)
    }
}
