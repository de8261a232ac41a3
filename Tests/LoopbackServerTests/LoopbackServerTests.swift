import Foundation
import Testing

@testable import LoopbackServer

@Suite struct LoopbackServerTests {
    @Test func `a route answers with its type, its validator and its length`() throws {
        let server = try LoopbackServer(routes: ["/feed": .text("<rss/>", type: "application/rss+xml")])
        let answer = try #require(PlainClient(port: server.port).get("/feed?page=2"))
        #expect(answer.status == 200)
        #expect(answer.text == "<rss/>")
        #expect(answer.header("Content-Type") == "application/rss+xml")
        #expect(answer.header("Content-Length") == "6")
        #expect(answer.header("ETag")?.hasPrefix("\"") == true)
        #expect(server.requests.map(\.target) == ["/feed?page=2"])
        #expect(server.requests(for: "/feed").count == 1)
    }

    @Test func `a matching validator is answered 304 without a body and another one in full`() throws {
        let server = try LoopbackServer(routes: ["/": .text("same")])
        let client = PlainClient(port: server.port)
        let etag = try #require(client.get("/")?.header("ETag"))
        let fresh = try #require(client.get("/", ["If-None-Match: \(etag)"]))
        #expect(fresh.status == 304)
        #expect(fresh.body == [])
        #expect(client.get("/", ["If-None-Match: \"other\""])?.status == 200)
    }

    @Test func `answers come in turn and the last one stays`() throws {
        let server = try LoopbackServer(routes: ["/": .inTurn([.text("1"), .tryLater("7"), .text("3")])])
        let client = PlainClient(port: server.port)
        let answers = (0..<4).compactMap { _ in client.get("/") }
        #expect(answers.map(\.text) == ["1", "later", "3", "3"])
        #expect(answers[1].status == 429)
        #expect(answers[1].header("Retry-After") == "7")
    }

    @Test func `an unknown path is 404 and another method 405`() throws {
        let server = try LoopbackServer()
        let client = PlainClient(port: server.port)
        #expect(client.get("/nothing")?.status == 404)
        #expect(client.get("/", method: "POST")?.status == 405)
        #expect(client.send("nonsense\r\n\r\n")?.status == 400)
    }

    @Test func `a route is posted to and its answer may depend on the body and the turn`() throws {
        let server = try LoopbackServer(routes: ["/": .made { .text("\($0.turn): \($0.text)") }, "/other": .text("x")])
        let client = PlainClient(port: server.port)
        _ = client.get("/other")
        let answers = ["a", "bc"].compactMap { body in
            client.send(
                "POST / HTTP/1.1\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
        }
        #expect(answers.map(\.text) == ["0: a", "1: bc"])
        #expect(server.requests(for: "/").map(\.text) == ["a", "bc"])
        #expect(server.requests.map(\.turn) == [0, 0, 1])
    }

    @Test func `a stream sends its lines and stays open`() throws {
        let server = try LoopbackServer(routes: ["/": .always(.text("a\nb\nc", manner: .stream(milliseconds: 1)))])
        let answer = try #require(PlainClient(port: server.port).get("/", atMost: 1))
        #expect(answer.header("Transfer-Encoding") == "chunked")
        let wanted = "2\r\na\n\r\n2\r\nb\n\r\n1\r\nc\r\n"
        let head = answer.head.reduce(0) { $0 + $1.utf8.count + 2 }
        let all = try #require(PlainClient(port: server.port).get("/", atMost: head + 19 + wanted.utf8.count))
        #expect(all.text == wanted)
    }

    @Test func `HEAD brings the head of GET and no body`() throws {
        let server = try LoopbackServer(routes: ["/": .text("body")])
        let answer = try #require(PlainClient(port: server.port).get("/", method: "HEAD"))
        #expect(answer.header("Content-Length") == "4")
        #expect(answer.body == [])
    }

    @Test func `misbehaviour is as scripted`() throws {
        let server = try LoopbackServer(routes: [
            "/hang-up": .always(.text("", manner: .hangUp)),
            "/truncated": .always(.text("half", manner: .truncated(missing: 4))),
            "/flood": .always(.text("x", manner: .headerFlood(bytes: 100_000))),
            "/drip": .always(.text("slow", manner: .drip(milliseconds: 1))),
            "/chunked": .always(.text("chunk", manner: .chunked)),
            "/endless": .always(.text("more", manner: .endless)),
        ])
        let client = PlainClient(port: server.port)
        #expect(client.get("/hang-up") == nil)
        let truncated = try #require(client.get("/truncated"))
        #expect(truncated.header("Content-Length") == "8")
        #expect(truncated.text == "half")
        let flood = try #require(client.get("/flood"))
        #expect(flood.head.reduce(0) { $0 + $1.utf8.count } > 100_000)
        #expect(client.get("/drip")?.text == "slow")
        #expect(client.get("/chunked")?.text == "5\r\nchunk\r\n0\r\n\r\n")
        let endless = try #require(client.get("/endless", atMost: 1_000_000))
        #expect(endless.body.count > 900_000)
    }

    @Test func `waiting for requests ends when they came, when the server stops and when the task is cancelled`()
        async throws
    {
        let server = try LoopbackServer(routes: ["/": .text("")])
        async let two = server.waitForRequests(count: 2)
        let client = PlainClient(port: server.port)
        _ = client.get("/")
        _ = client.get("/")
        #expect(await two.count == 2)
        let cancelled = Task { await server.waitForRequests(count: 99).count }
        cancelled.cancel()
        #expect(await cancelled.value == 2)
        async let never = server.waitForRequests(count: 99)
        server.stop()
        #expect(await never.count == 2)
        server.stop()
        #expect(client.get("/") == nil)
    }

    @Test func `stopping ends connections that hang and drip`() throws {
        let server = try LoopbackServer(routes: [
            "/silence": .always(.text("", manner: .silence)),
            "/drip": .always(.text(String(repeating: "x", count: 1000), manner: .drip(milliseconds: 60_000))),
        ])
        let client = PlainClient(port: server.port)
        let asking = ["/silence", "/drip"].map { path in
            let thread = Thread { _ = client.get(path) }
            thread.start()
            return thread
        }
        while server.requests.count < asking.count { sched_yield() }
        server.stop()
        #expect(server.requests.count == 2)
    }
}

@Suite struct ServedDirectoryTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "whynow-served-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder + "/in/deep", withIntermediateDirectories: true)
        try Data("feed".utf8).write(to: URL(fileURLWithPath: folder + "/in/deep/news.rss"))
        try Data("index".utf8).write(to: URL(fileURLWithPath: folder + "/in/index.html"))
        try Data("secret".utf8).write(to: URL(fileURLWithPath: folder + "/secret.txt"))
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/in/link.txt", withDestinationPath: "../secret.txt")
    }

    @Test func `files are served with a type by suffix and answered 304 by their date`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let server = try LoopbackServer(directory: folder + "/in")
        let client = PlainClient(port: server.port)
        let answer = try #require(client.get("/deep/news.rss"))
        #expect(answer.text == "feed")
        #expect(answer.header("Content-Type") == "application/rss+xml")
        let modified = try #require(answer.header("Last-Modified"))
        #expect(client.get("/deep/news.rss", ["If-Modified-Since: \(modified)"])?.status == 304)
        #expect(client.get("/")?.text == "index")
    }

    @Test(arguments: [
        "/../secret.txt", "/deep/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/link.txt", "/deep",
        "/%00", "//../secret.txt", "../secret.txt", "/deep/news.rss/", "/deep%2f..%2f..%2fsecret.txt",
    ])
    func `no path leads outside the directory`(path: String) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let server = try LoopbackServer(directory: folder + "/in")
        #expect(PlainClient(port: server.port).get(path)?.status == 404)
    }
}

@Suite struct RunLengthGzipTests {
    @Test(arguments: [1, 2, 257, 258, 259, 260, 517, 100_000])
    func `gzip itself unpacks a run of any length`(count: Int) throws {
        let run = RunLengthGzip.run(of: 0x41, count: count)
        #expect(try unpacked(run) == [UInt8](repeating: 0x41, count: count))
        #expect(run.count < 18 + 300 + count / 150)
    }

    @Test func `gzip itself unpacks text with every byte`() throws {
        let bytes = (0..<1024).map { UInt8($0 % 256) }
        #expect(try unpacked(RunLengthGzip.encoded(bytes)) == bytes)
    }

    private func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
        let path = NSTemporaryDirectory() + "whynow-\(UUID().uuidString).gz"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-dc", path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return Array(data)
    }
}
