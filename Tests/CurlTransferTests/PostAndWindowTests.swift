import LoopbackServer
import Testing

@testable import CurlTransfer

@Suite(.timeLimit(.minutes(1))) struct PostAndWindowTests {
    @Test(arguments: [0, 1, 3000, 2_000_000]) func `a body of any bytes is posted as it is`(size: Int) async throws {
        let server = try LoopbackServer(routes: ["/": .made { LoopbackAnswer(body: $0.body) }])
        let sent = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let response = try await loop().perform(
            TransferRequest(url: server.url("/"), headers: [HeaderField("Content-Type", "x/y")], post: sent))
        #expect(response.body == sent)
        #expect(server.requests.first?.method == "POST")
        #expect(server.requests.first?.header("Content-Type") == "x/y")
    }

    @Test func `a POST leaves nothing behind for the next GET of its handle`() async throws {
        let server = try LoopbackServer(routes: ["/": .made { .text($0.method + $0.text) }])
        let loop = try loop(maxConcurrent: 1)
        let first = try await loop.perform(TransferRequest(url: server.url("/"), post: Array("x".utf8)))
        let second = try await loop.perform(TransferRequest(url: server.url("/")))
        #expect([first.body, second.body] == [Array("POSTx".utf8), Array("GET".utf8)])
    }

    @Test func `a body is cut at the limit only where the caller wants that`() async throws {
        let server = try LoopbackServer(routes: ["/": .always(.text("0123456789", manner: .endless))])
        let cut = try await loop().perform(
            TransferRequest(url: server.url("/"), cutsBody: true, maxBodyBytes: 25))
        #expect(cut.body == Array("0123456789012345678901234".utf8))
        #expect(cut.isCut)
        let whole = await kind { try await loop().perform(TransferRequest(url: server.url("/"), maxBodyBytes: 25)) }
        #expect(whole == .bodyTooLarge)
    }

    @Test func `a window ends a stream, and a slow one is not too slow`() async throws {
        let server = try LoopbackServer(routes: ["/": .always(.text("a\nb\n", manner: .stream(milliseconds: 1)))])
        let response = try await loop().perform(
            TransferRequest(
                url: server.url("/"), collects: .milliseconds(1600), timeout: .milliseconds(1),
                slowestBytesPerSecond: 1_000_000, slowFor: .seconds(1)))
        #expect(response.body == Array("a\nb\n".utf8))
        #expect(response.isCut)
        #expect(response.seconds >= 1.5)
    }

    @Test func `credentials are lent to the same origin only`() throws {
        let home = try TransferURL("http://me:p%40w@a.example:8080/x")
        #expect(
            try TransferURL("http://a.example:8080/y?z@q").withCredentials(of: home).text
                == "http://me:p%40w@a.example:8080/y?z@q")
        for other in ["http://b.example:8080/y", "https://a.example:8080/y", "http://a.example/y"] {
            #expect(try TransferURL(other).withCredentials(of: home).hasCredentials == false)
        }
    }

    @Test(arguments: [
        ("http://a.example", "/"), ("http://a.example?q=1", "/?q=1"), ("http://u:p@a.example:81/x/y?z#f", "/x/y?z"),
    ])
    func `the target is what is sent behind the host`(url: String, target: String) throws {
        #expect(try TransferURL(url).target == target)
    }
}
