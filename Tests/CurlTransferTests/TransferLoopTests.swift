import Foundation
import LoopbackServer
import Testing

@testable import CurlTransfer

/// A loop that may talk to the loopback server at 127.0.0.1, and to nothing else inside.
func loop(allowing entries: [String] = ["127.0.0.1"], maxConcurrent: Int = 64) throws -> TransferLoop {
    TransferLoop(
        configuration: TransferConfiguration(
            userAgent: "whynow-test/1 (+ops@example.com)", addresses: try AddressPolicy(allowing: entries),
            maxConcurrent: maxConcurrent))
}

/// The kind of the error that `body` ends with; nil for success.
func kind(_ body: () async throws -> TransferResponse) async -> TransferError.Kind? {
    do {
        _ = try await body()
        return nil
    } catch let error as TransferError {
        return error.kind
    } catch {
        return .other
    }
}

/// Which thread calls; never called across a suspension.
private func thread() -> UInt { UInt(pthread_self()) }

@Suite(.timeLimit(.minutes(1))) struct TransferLoopTests {
    @Test func `a response comes whole, with its fields, its address and what was asked`() async throws {
        let server = try LoopbackServer(routes: ["/feed": .text("<rss/>", type: "application/rss+xml")])
        let response = try await loop().perform(
            TransferRequest(url: server.url("/feed?x=1"), headers: [HeaderField("If-None-Match", "\"old\"")]))
        #expect(response.status == 200)
        #expect(response.body == Array("<rss/>".utf8))
        #expect(response.headers["content-type"] == "application/rss+xml")
        #expect(response.url.redacted == server.url("/feed?x=1"))
        #expect(response.address == "127.0.0.1")
        #expect(response.redirects == [])
        #expect(response.wireBytes > 6)
        #expect(response.seconds > 0)
        let request = try #require(server.requests.first)
        #expect(request.header("User-Agent") == "whynow-test/1 (+ops@example.com)")
        #expect(request.header("If-None-Match") == "\"old\"")
        #expect(request.header("Cookie") == nil)
        let encodings = try #require(request.header("Accept-Encoding"))
        for wanted in ["gzip", "br", "zstd"] { #expect(encodings.contains(wanted)) }
    }

    @Test func `a compressed body arrives unpacked and a charset is passed on untouched`() async throws {
        let server = try LoopbackServer(routes: [
            "/gzip": .always(.gzipped("text ä", type: "text/xml; charset=ebcdic-nonsense"))
        ])
        let response = try await loop().perform(TransferRequest(url: server.url("/gzip")))
        #expect(response.body == Array("text ä".utf8))
        #expect(response.headers["Content-Type"] == "text/xml; charset=ebcdic-nonsense")
    }

    @Test func `tasks that prefer the loop take their steps on its thread, and elsewhere once it is shut down`()
        async throws
    {
        let server = try LoopbackServer(routes: ["/": .text("x")])
        let loop = try loop()
        let request = TransferRequest(url: server.url("/"))
        func threads() async throws -> Set<UInt> {
            try await withThrowingTaskGroup(of: [UInt].self) { group in
                for _ in 0..<20 {
                    group.addTask(executorPreference: loop.executor) {
                        let before = thread()
                        _ = try? await loop.perform(request)
                        return [before, thread()]
                    }
                }
                return try await group.reduce(into: []) { $0.formUnion($1) }
            }
        }
        let steps = try await threads()
        #expect(steps.count == 1)
        #expect(server.requests.count == 20)
        loop.shutDown()
        #expect(try await threads().isEmpty == false)
        #expect(server.requests.count == 20)
    }

    @Test(arguments: [304, 404, 410, 429, 500, 503])
    func `any status is a response`(status: Int) async throws {
        let server = try LoopbackServer(routes: ["/": .always(.text("x", status: status))])
        #expect(try await loop().perform(TransferRequest(url: server.url("/"))).status == status)
    }

    @Test func `redirects are followed and recorded, and a connection serves them all`() async throws {
        let server = try LoopbackServer(routes: [
            "/a": .always(.redirect(to: "/b", status: 301)), "/b": .always(.redirect(to: "c?d", status: 307)),
            "/c": .text("end"),
        ])
        let response = try await loop().perform(TransferRequest(url: server.url("/a")))
        #expect(response.body == Array("end".utf8))
        #expect(response.url.redacted == server.url("/c?d"))
        let urls = try ["/a", "/b", "/c?d"].map { try TransferURL(server.url($0)) }
        #expect(
            response.redirects == [
                Redirect(from: urls[0], status: 301, to: urls[1]), Redirect(from: urls[1], status: 307, to: urls[2]),
            ])
        #expect(response.redirects.map(\.isPermanent) == [true, false])
        #expect(Set(server.requests.map(\.connection)) == [1])
    }

    @Test func `a redirect that the caller declines is the result, with where it leads`() async throws {
        let server = try LoopbackServer(routes: ["/a": .always(.redirect(to: "http://other.example/x"))])
        let response = try await loop().perform(
            TransferRequest(url: server.url("/a"), followsTo: { $0.host != "other.example" }))
        #expect(response.status == 302)
        #expect(response.declinedRedirect?.redacted == "http://other.example/x")
    }

    @Test func `a redirect loop ends after five`() async throws {
        let server = try LoopbackServer(routes: ["/": .always(.redirect(to: "/"))])
        #expect(await kind { try await loop().perform(TransferRequest(url: server.url("/"))) } == .tooManyRedirects)
        #expect(server.requests.count == 6)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "http://", "http://a b/"])
    func `a redirect to something else than http is refused`(location: String) async throws {
        let server = try LoopbackServer(routes: ["/": .always(.redirect(to: location))])
        let kind = await kind { try await loop().perform(TransferRequest(url: server.url("/"))) }
        #expect(kind == .protocolRefused || kind == .invalidURL)
    }

    @Test func `a redirect with an endless body is followed all the same`() async throws {
        var answer = LoopbackAnswer.redirect(to: "/end")
        answer.manner = .endless
        let server = try LoopbackServer(routes: ["/": .always(answer), "/end": .text("end")])
        let response = try await loop().perform(TransferRequest(url: server.url("/")))
        #expect(response.body == Array("end".utf8))
    }

    @Test func `secrets stay with the origin they were meant for`() async throws {
        let other = try LoopbackServer(routes: ["/": .text("other")])
        let server = try LoopbackServer(routes: [
            "/here": .always(.redirect(to: "/again")), "/again": .always(.redirect(to: other.url("/"))),
        ])
        let url = "http://me:pw@127.0.0.1:\(server.port)/here"
        _ = try await loop().perform(
            TransferRequest(url: url, headers: [HeaderField("X-Key", "k", isSecret: true), HeaderField("X-Open", "o")]))
        #expect(server.requests.map { $0.header("Authorization") != nil } == [true, true])
        #expect(server.requests.map { $0.header("X-Key") } == ["k", "k"])
        let last = try #require(other.requests.first)
        #expect(last.header("Authorization") == nil)
        #expect(last.header("X-Key") == nil)
        #expect(last.header("X-Open") == "o")
    }

    @Test func `a cookie is never sent back`() async throws {
        let server = try LoopbackServer(routes: [
            "/": .always(
                LoopbackAnswer(
                    status: 302, fields: [.init("Set-Cookie", "id=1; Path=/"), .init("Location", "/end")])),
            "/end": .text("end"),
        ])
        let loop = try loop()
        for _ in 0..<2 { _ = try await loop.perform(TransferRequest(url: server.url("/"))) }
        #expect(server.requests.allSatisfy { $0.header("Cookie") == nil })
    }

    @Test(arguments: [
        HeaderField("X", "a\r\nY: b"), HeaderField("X", "a\nb"), HeaderField("X", "a\0b"), HeaderField("X Y", "a"),
        HeaderField("", "a"), HeaderField("X\r\nY", "a"), HeaderField("Ä", "a"),
    ])
    func `a header field that would break the request is refused`(field: HeaderField) async throws {
        let server = try LoopbackServer()
        let kind = await kind { try await loop().perform(TransferRequest(url: server.url("/"), headers: [field])) }
        #expect(kind == .invalidHeader)
        #expect(server.requests == [])
    }

    @Test func `a host without a name server's answer, a closed port and a dead peer have their names`() async throws {
        let loop = try loop()
        let unresolved = await kind { try await loop.perform(TransferRequest(url: "http://nowhere.invalid/")) }
        #expect(unresolved == .resolve)
        let gone = try LoopbackServer()
        let url = gone.url("/")
        gone.stop()
        #expect(await kind { try await loop.perform(TransferRequest(url: url)) } == .connect)
    }
}

@Suite(.timeLimit(.minutes(1))) struct TransferLimitTests {
    private struct Case: Sendable {
        var path: String
        var answer: LoopbackAnswer
        var kind: TransferError.Kind
    }

    private static let cases = [
        Case(path: "/endless", answer: .text("and so on ", manner: .endless), kind: .bodyTooLarge),
        Case(path: "/bomb", answer: .gzipBomb(of: 32 * 1024 * 1024), kind: .bodyTooLarge),
        Case(
            path: "/announced", answer: LoopbackAnswer(body: [UInt8](repeating: 46, count: 1_000_001)),
            kind: .bodyTooLarge),
        Case(path: "/flood", answer: .text("x", manner: .headerFlood(bytes: 80_000)), kind: .headersTooLarge),
        Case(path: "/truncated", answer: .text("half", manner: .truncated(missing: 9)), kind: .brokenResponse),
        Case(path: "/hang-up", answer: .text("", manner: .hangUp), kind: .brokenResponse),
        Case(
            path: "/not-gzip", answer: .text("plain", fields: [.init("Content-Encoding", "gzip")]),
            kind: .brokenResponse),
        Case(
            path: "/unknown-encoding", answer: .text("plain", fields: [.init("Content-Encoding", "rot13")]),
            kind: .brokenResponse),
        Case(
            path: "/drip", answer: .text(String(repeating: "x", count: 5000), manner: .drip(milliseconds: 200)),
            kind: .tooSlow),
    ]

    @Test(arguments: cases.map(\.path))
    func `what is too much, too slow or broken ends with its name`(path: String) async throws {
        let wanted = try #require(Self.cases.first { $0.path == path })
        let server = try LoopbackServer(routes: [path: .always(wanted.answer)])
        let request = TransferRequest(url: server.url(path), slowFor: .seconds(1), maxBodyBytes: 1_000_000)
        #expect(await kind { try await loop().perform(request) } == wanted.kind)
    }

    @Test func `a body of exactly the limit is taken`() async throws {
        let server = try LoopbackServer(routes: [
            "/": .always(LoopbackAnswer(body: [UInt8](repeating: 46, count: 1000)))
        ])
        let response = try await loop().perform(TransferRequest(url: server.url("/"), maxBodyBytes: 1000))
        #expect(response.body.count == 1000)
    }

    @Test func `header bytes add up over redirects`() async throws {
        var redirect = LoopbackAnswer.redirect(to: "/b")
        redirect.manner = .headerFlood(bytes: 40_000)
        let server = try LoopbackServer(routes: [
            "/a": .always(redirect), "/b": .always(.text("x", manner: .headerFlood(bytes: 40_000))),
        ])
        let loop = try loop()
        #expect(await kind { try await loop.perform(TransferRequest(url: server.url("/b"))) } == nil)
        #expect(await kind { try await loop.perform(TransferRequest(url: server.url("/a"))) } == .headersTooLarge)
    }

    @Test func `silence ends with the time limit, which redirects do not renew`() async throws {
        let server = try LoopbackServer(routes: [
            "/silence": .always(.text("", manner: .silence)),
            "/slow": .made { _ in .redirect(to: "/silence") },
        ])
        let request = TransferRequest(url: server.url("/slow"), timeout: .milliseconds(300))
        let start = ContinuousClock.now
        #expect(await kind { try await loop().perform(request) } == .timeout)
        #expect(start.duration(to: .now) < .seconds(20))
    }

    @Test func `slow peers hold up nobody else`() async throws {
        let drip = LoopbackAnswer.text(String(repeating: "x", count: 5000), manner: .drip(milliseconds: 500))
        let server = try LoopbackServer(routes: ["/drip": .always(drip), "/quick": .text("quick")])
        let loop = try loop(maxConcurrent: 200)
        await withTaskGroup(of: TransferError.Kind?.self) { group in
            for _ in 0..<100 {
                group.addTask { await kind { try await loop.perform(TransferRequest(url: server.url("/drip"))) } }
            }
            _ = await server.waitForRequests(count: 100)
            for _ in 0..<50 {
                #expect(await kind { try await loop.perform(TransferRequest(url: server.url("/quick"))) } == nil)
            }
            loop.shutDown()
            for await kind in group { #expect(kind == .shutDown) }
        }
    }
}

@Suite(.timeLimit(.minutes(1))) struct TransferCancellationTests {
    @Test func `cancelling ends a transfer in flight and leaves others alone`() async throws {
        let server = try LoopbackServer(routes: [
            "/silence": .always(.text("", manner: .silence)), "/quick": .text("quick"),
        ])
        let loop = try loop()
        let task = Task { await kind { try await loop.perform(TransferRequest(url: server.url("/silence"))) } }
        _ = await server.waitForRequests(count: 1)
        task.cancel()
        #expect(await task.value == .cancelled)
        #expect(await kind { try await loop.perform(TransferRequest(url: server.url("/quick"))) } == nil)
    }

    @Test func `a task cancelled beforehand starts nothing`() async throws {
        let server = try LoopbackServer(routes: ["/": .text("x")])
        let loop = try loop()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await kind { try await loop.perform(TransferRequest(url: server.url("/"))) }
        }
        #expect(await task.value == .cancelled)
        #expect(server.requests == [])
    }

    @Test func `cancelling one that waits for a place takes it out of the line`() async throws {
        let server = try LoopbackServer(routes: [
            "/silence": .always(.text("", manner: .silence)), "/quick": .text("quick"),
        ])
        let loop = try loop(maxConcurrent: 1)
        let first = Task { await kind { try await loop.perform(TransferRequest(url: server.url("/silence"))) } }
        _ = await server.waitForRequests(count: 1)
        let second = Task { await kind { try await loop.perform(TransferRequest(url: server.url("/never"))) } }
        let third = Task { await kind { try await loop.perform(TransferRequest(url: server.url("/quick"))) } }
        second.cancel()
        #expect(await second.value == .cancelled)
        first.cancel()
        #expect(await first.value == .cancelled)
        #expect(await third.value == nil)
        #expect(server.requests.map(\.path) == ["/silence", "/quick"])
    }

    @Test func `shutting down ends everything, refuses what follows and may be repeated`() async throws {
        let server = try LoopbackServer(routes: ["/silence": .always(.text("", manner: .silence))])
        let loop = try loop(maxConcurrent: 1)
        let tasks = (0..<3).map { _ in
            Task { await kind { try await loop.perform(TransferRequest(url: server.url("/silence"))) } }
        }
        _ = await server.waitForRequests(count: 1)
        loop.shutDown()
        loop.shutDown()
        for task in tasks { #expect(await task.value == .shutDown) }
        #expect(await kind { try await loop.perform(TransferRequest(url: server.url("/silence"))) } == .shutDown)
    }

    @Test func `every one of many transfers gets its own answer however they end`() async throws {
        let server = try LoopbackServer(routes: [
            "/n": .made { .text($0.target) }, "/silence": .always(.text("", manner: .silence)),
        ])
        let loop = try loop(maxConcurrent: 20)
        let right = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<300 {
                if number % 10 == 9 {
                    group.addTask {
                        let task = Task {
                            await kind { try await loop.perform(TransferRequest(url: server.url("/silence"))) }
                        }
                        task.cancel()
                        return await task.value == .cancelled
                    }
                } else {
                    group.addTask {
                        let response = try? await loop.perform(TransferRequest(url: server.url("/n?\(number)")))
                        return response?.body == Array("/n?\(number)".utf8)
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(right == 300)
    }

    @Test func `letting go of the loop ends its thread`() async throws {
        weak var weakLoop: TransferLoop?
        do {
            let loop = try loop()
            weakLoop = loop
            let server = try LoopbackServer(routes: ["/": .text("x")])
            _ = try await loop.perform(
                TransferRequest(
                    url: server.url("/"),
                    followsTo: { [loop] _ in
                        _ = loop; return true
                    }))
        }
        while weakLoop != nil {
            try Task.checkCancellation()
            await Task.yield()
        }
    }
}
