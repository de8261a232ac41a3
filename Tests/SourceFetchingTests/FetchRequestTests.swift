import CurlTransfer
import LoopbackServer
import Testing
import TriggerModel

@testable import SourceFetching

@Suite(.timeLimit(.minutes(1))) struct FetchRequestTests {
    @Test func `a POST sends its JSON and is judged by its body alone`() async throws {
        let server = try LoopbackServer(routes: [
            "/search": .made { request in
                .text("{\"asked\":\(request.text)}", type: "application/json", fields: [.init("ETag", "\"one\"")])
            }
        ])
        let fetcher = try Bench().fetcher
        var request = FetchRequest(
            url: server.url("/search"), kind: .json, method: .post, body: "{\"page\":1}",
            validators: Validators(etag: "\"one\"", lastModified: "yesterday"))
        let document = try #require(await fetcher.fetch(request).document)
        #expect(document.body == Array("{\"asked\":{\"page\":1}}".utf8))
        #expect(document.validators.isEmpty)
        let sent = try #require(server.requests.first)
        #expect(sent.method == "POST")
        #expect(sent.header("Content-Type") == "application/json")
        #expect(sent.header("If-None-Match") == nil)
        #expect(sent.header("If-Modified-Since") == nil)
        #expect(sent.header("Expect") == nil)
        request.previousHash = document.bodyHash
        #expect(await fetcher.fetch(request).name == "same-body")
    }

    @Test(arguments: [(301, "POST"), (302, "POST"), (307, "POST"), (308, "POST"), (303, "GET")])
    func `a redirect repeats a POST, except for 303`(status: Int, method: String) async throws {
        let other = try LoopbackServer(routes: ["/": .text("{}")])
        let server = try LoopbackServer(routes: [
            "/near": .always(.redirect(to: "/end", status: status)), "/end": .text("{}"),
            "/far": .always(.redirect(to: other.url("/"), status: status)),
        ])
        let fetcher = try Bench().fetcher
        for path in ["/near", "/far"] {
            let request = FetchRequest(url: server.url(path), kind: .json, method: .post, body: "{\"a\":1}")
            #expect(await fetcher.fetch(request).name == "document")
        }
        for request in [server.requests[1], other.requests[0]] {
            #expect(request.method == method)
            #expect(request.text == (method == "POST" ? "{\"a\":1}" : ""))
            #expect(request.header("Content-Type") == (method == "POST" ? "application/json" : nil))
        }
    }

    @Test func `further fields replace ours`() async throws {
        let server = try LoopbackServer(routes: ["/": .text("{}")])
        let request = FetchRequest(
            url: server.url("/"), kind: .json, headers: [HeaderField("accept", "text/csv"), HeaderField("X-More", "1")])
        #expect(try await Bench().fetcher.fetch(request).name == "document")
        let sent = try #require(server.requests.first)
        #expect(sent.fields.filter { $0.name.lowercased() == "accept" }.map(\.value) == ["text/csv"])
        #expect(sent.header("X-More") == "1")
    }

    private static let credentials: [(RequestCredential, String, String)] = [
        (RequestCredential(secret: "s3cret", form: .basicUser), "Authorization", "Basic czNjcmV0Og=="),
        (RequestCredential(secret: "s3cret", form: .bearer), "Authorization", "Bearer s3cret"),
        (RequestCredential(secret: "s3cret", form: .header("X-Api-Key")), "X-Api-Key", "s3cret"),
    ]

    @Test(arguments: 0..<3) func `a credential goes to its own host and no further`(index: Int) async throws {
        let (credential, name, value) = Self.credentials[index]
        let server = try LoopbackServer()
        let other = try LoopbackServer(routes: ["/back": .always(.redirect(to: server.url("/end")))])
        server.setRoute("/start", .always(.redirect(to: "/away")))
        server.setRoute("/away", .always(.redirect(to: other.url("/back"))))
        server.setRoute("/end", .text("{}"))
        let request = FetchRequest(url: server.url("/start"), kind: .json, credential: credential)
        #expect(try await Bench().fetcher.fetch(request).name == "document")
        #expect(server.requests.map { $0.header(name) } == [value, value, nil])
        #expect(other.requests.map { $0.header(name) } == [nil])
    }

    @Test func `after a remembered move the credential stays with the configured host`() async throws {
        let server = try LoopbackServer(routes: ["/new": .text("{}")])
        let other = try LoopbackServer(routes: ["/new": .text("{}")])
        let fetcher = try Bench().fetcher
        for target in [server, other] {
            let request = FetchRequest(
                url: target.url("/new"), configuredURL: "http://me:pw@127.0.0.1:\(server.port)/old", kind: .json,
                credential: RequestCredential(secret: "s3cret", form: .header("X-Api-Key")))
            #expect(await fetcher.fetch(request).name == "document")
        }
        #expect(server.requests[0].header("X-Api-Key") == "s3cret")
        #expect(server.requests[0].header("Authorization") == "Basic bWU6cHc=")
        #expect(other.requests[0].header("X-Api-Key") == nil)
        #expect(other.requests[0].header("Authorization") == nil)
    }

    @Test func `a secret is in no description and no fault`() async throws {
        let other = try LoopbackServer(routes: ["/": .always(.text("no", status: 401))])
        let server = try LoopbackServer(routes: [
            "/401": .always(.text("no", status: 401)), "/403": .always(.text("no", status: 403)),
            "/far": .always(.redirect(to: other.url("/"))), "/hang": .always(.text("", manner: .hangUp)),
        ])
        let bench = try Bench()
        for (secret, form) in [
            ("s3cret", SourceCredential.Form.basicUser), ("s3cret", .bearer), ("s3cret", .header("X-Key")),
            ("s3cret\r\nX-Evil: 1", .bearer), ("s3cret", .header("Bad Name")),
        ] {
            let credential = RequestCredential(secret: secret, form: form)
            var dumped = ""
            dump(credential, to: &dumped)
            for text in ["\(credential)", String(reflecting: credential), dumped] { #expect(!text.contains("s3cret")) }
            for path in ["/401", "/403", "/far", "/hang"] {
                let outcome = await bench.fetcher.fetch(
                    FetchRequest(url: server.url(path), kind: .json, credential: credential))
                let fault = try #require(outcome.fault)
                var dumped = ""
                dump(fault, to: &dumped)
                #expect(!dumped.contains("s3cret") && !dumped.contains("czNjcmV0"))
            }
        }
        #expect(server.requests.allSatisfy { $0.header("X-Evil") == nil })
    }

    @Test func `the last answer of a quota rests the host until it is filled again`() async throws {
        let reset = now.adding(seconds: 240).seconds
        let server = try LoopbackServer(routes: [
            "/": .always(
                .text("{}", fields: [.init("X-Ratelimit-Remain", "0"), .init("X-Ratelimit-Reset", "\(reset)")]))
        ])
        let bench = try Bench()
        let document = try #require(await bench.fetch(server.url("/")).document)
        #expect(document.retryAfter == 240)
        #expect(await bench.fetch(server.url("/")).fault?.retryAfter == 240)
        bench.clock.move(to: 240)
        #expect(await bench.fetch(server.url("/")).name == "document")
    }

    @Test func `a document says how long it stays fresh`() async throws {
        let server = try LoopbackServer(routes: [
            "/": .always(.text("{}", fields: [.init("Cache-Control", "max-age=600"), .init("Age", "100")]))
        ])
        #expect(try await Bench().fetch(server.url("/")).document?.cacheMaxAge == 500)
    }
}

@Suite(.timeLimit(.minutes(1))) struct StreamFetchTests {
    private func listen(
        _ url: String, for window: Duration = .milliseconds(400), maxBodyBytes: Int = 1_000_000
    ) async throws -> FetchOutcome {
        let fetcher = try Bench(maxBodyBytes: maxBodyBytes).fetcher
        return await fetcher.fetch(FetchRequest(url: url, kind: .stream, collects: window))
    }

    @Test func `a connection that stays open is listened to for a while, and what came is the document`() async throws {
        let server = try LoopbackServer(routes: [
            "/": .always(.text("{\"n\":1}\n\n{\"n\":2}\n{\"n\":", manner: .stream(milliseconds: 5)))
        ])
        let start = ContinuousClock.now
        let document = try #require(await listen(server.url("/")).document)
        #expect(document.body == Array("{\"n\":1}\n\n{\"n\":2}\n{\"n\":".utf8))
        #expect(document.isCut)
        #expect(start.duration(to: .now) >= .milliseconds(390))
    }

    @Test func `a stream without news is an empty document`() async throws {
        let server = try LoopbackServer(routes: ["/": .always(.text("\n", manner: .stream(milliseconds: 5)))])
        #expect(try await listen(server.url("/")).document?.body == [0x0a])
    }

    @Test func `a stream that brings more than the limit is cut there`() async throws {
        let server = try LoopbackServer(routes: ["/": .always(.text("{\"n\":1}\n", manner: .endless))])
        let document = try #require(await listen(server.url("/"), for: .seconds(30), maxBodyBytes: 1001).document)
        #expect(document.body.count == 1001)
        #expect(document.isCut)
    }

    @Test func `a stream that breaks off keeps what it brought`() async throws {
        let server = try LoopbackServer(routes: ["/": .always(.text("{\"n\":1}\n", manner: .truncated(missing: 9)))])
        let document = try #require(await listen(server.url("/"), for: .seconds(30)).document)
        #expect(document.body == Array("{\"n\":1}\n".utf8))
        #expect(document.isCut)
    }

    @Test func `a stream that ends by itself is whole`() async throws {
        let server = try LoopbackServer(routes: ["/": .text("{\"n\":1}\n")])
        #expect(try await listen(server.url("/"), for: .seconds(30)).document?.isCut == false)
    }

    @Test func `a stream that never answers is a timeout, and its refusals have their names`() async throws {
        let server = try LoopbackServer(routes: [
            "/silence": .always(.text("", manner: .silence)), "/old": .always(.text("", status: 416)),
            "/full": .always(.text("", status: 429)), "/key": .always(.text("", status: 401)),
        ])
        #expect(try await listen(server.url("/silence")).name == "timeout")
        #expect(try await listen(server.url("/old")).name == "range")
        #expect(try await listen(server.url("/full")).name == "rate-limited")
        #expect(try await listen(server.url("/key")).name == "login")
    }

    @Test func `listening can be cancelled`() async throws {
        let server = try LoopbackServer(routes: ["/": .always(.text("{}\n", manner: .stream(milliseconds: 5)))])
        let task = Task { try await listen(server.url("/"), for: .seconds(60)).name }
        _ = await server.waitForRequests(count: 1)
        task.cancel()
        #expect(try await task.value == "cancelled")
    }
}
