import ConfigLoading
import Foundation
import Ledger
import LoopbackServer
import Testing
import TriggerModel

@testable import WatcherRuntime

@Suite("A register of records", .timeLimit(.minutes(2)))
struct SourcePollerRecordTests {
    private static func source(_ url: String, paging: Paging? = nil, control: ControlQuery? = nil) -> Source {
        Source(
            id: "register", kind: .json, url: url, name: "register", publisher: "register",
            firstPoll: .backfill(days: 30),
            records: RecordMap(rows: "/rows", id: "{/no}", title: "{/what}", date: "{/posted}"), paging: paging,
            control: control)
    }

    private static func rows(_ numbers: some Sequence<Int>, more: String? = nil) -> String {
        let rows = numbers.sorted(by: >).map {
            "{\"no\": \($0), \"what\": \"\(FeedPage.title($0))\", \"posted\": \"2026-11-\(10 + $0 % 10)\"}"
        }
        return "{\"rows\": [\(rows.joined(separator: ", "))]\(more.map { ", \"next\": \($0)" } ?? "")}"
    }

    private static func route(_ numbers: some Sequence<Int>, more: String? = nil) -> LoopbackRoute {
        .text(rows(numbers, more: more), type: "application/json")
    }

    @Test func `is read page by page by number until the pages meet what was seen`() async throws {
        let server = try LoopbackServer(routes: ["/api?page=1": Self.route(6...9), "/api?page=2": Self.route(1...5)])
        let source = Self.source(server.url("/api?page={page}"), paging: Paging(most: 4, more: "/next"))
        let world = try PollingWorld([source], server: server)
        server.setRoute("/api?page=1", Self.route(6...9, more: "true"))
        server.setRoute("/api?page=2", Self.route(1...5, more: "false"))
        #expect(try await world.poll(source).report?.newItems == 9)
        server.setRoute("/api?page=1", Self.route(12...14, more: "true"))
        server.setRoute("/api?page=2", Self.route(9...12, more: "true"))
        let polled = try await world.poll(source, after: 3600)
        #expect(polled.report?.newItems == 5)
        #expect(try world.titles(source).sorted() == (1...14).map(FeedPage.title).sorted())
        #expect(server.requests.map(\.target) == ["/api?page=1", "/api?page=2", "/api?page=1", "/api?page=2"])
    }

    @Test func `is read on at the address that an answer names, in whatever form`() async throws {
        let server = try LoopbackServer()
        let source = Self.source(server.url("/v1/list"), paging: Paging(more: "/next"))
        let world = try PollingWorld([source], server: server)
        server.setRoute("/v1/list", Self.route(7...9, more: "\"list?from=6\""))
        server.setRoute("/v1/list?from=6", Self.route(4...6, more: "\"\(server.url("/v1/list?from=3"))\""))
        server.setRoute("/v1/list?from=3", Self.route(1...3, more: "null"))
        #expect(try await world.poll(source).report?.newItems == 9)
        #expect(server.requests.map(\.target) == ["/v1/list", "/v1/list?from=6", "/v1/list?from=3"])
    }

    @Test func `is taken as far as it could be read when a page behind the newest fails for the fourth time`()
        async throws
    {
        let server = try LoopbackServer()
        let source = Self.source(server.url("/api?page={page}"), paging: Paging(most: 4, more: "/next"))
        let world = try PollingWorld([source], server: server)
        server.setRoute("/api?page=1", Self.route(1...4, more: "false"))
        try await world.poll(source)
        server.setRoute("/api?page=1", Self.route(12...14, more: "true"))
        server.setRoute("/api?page=2", .made { _ in LoopbackAnswer(status: 500) })
        for _ in 1...3 {
            #expect(try await world.poll(source, after: 24 * 3600).outcome == "server-error")
            #expect(try world.titles(source).count == 4)
        }
        let polled = try await world.poll(source, after: 24 * 3600)
        #expect(polled.report?.newItems == 3)
        let detail = try #require(try world.fault(source, FaultKind.gap)?.detail)
        #expect(detail.contains("could not be read") && detail.contains("may be missing"))
    }

    @Test func `reads no further than it is told`() async throws {
        let server = try LoopbackServer(routes: [
            "/api": .made { request in
                let page = Int(request.target.split(separator: "=").last ?? "") ?? 0
                return .text(Self.rows((1000 - 3 * page)..<(1003 - 3 * page), more: "true"), type: "application/json")
            }
        ])
        let source = Self.source(server.url("/api?page={page}"), paging: Paging(most: 3, more: "/next"))
        let world = try PollingWorld([source], server: server)
        try await world.poll(source)
        #expect(server.requests.count == 3)
    }

    @Test func `that answers with nothing is empty where the control question is answered`() async throws {
        let server = try LoopbackServer(routes: ["/api?q=new": Self.route([]), "/api?q=known": Self.route(1...3)])
        let source = Self.source(
            server.url("/api?q=new"), control: ControlQuery(url: server.url("/api?q=known"), atLeast: 3))
        let world = try PollingWorld([source], server: server)
        let polled = try await world.poll(source)
        #expect(polled.outcome == "document")
        #expect(polled.report?.items == 0)
        #expect(try world.faults(source) == [])
        #expect(server.requests.map(\.target) == ["/api?q=new", "/api?q=known"])
    }

    @Test func `whose fields were renamed is a fault, and its items are not new once they are back`() async throws {
        let server = try LoopbackServer(routes: ["/api": Self.route(1...3)])
        let source = Self.source(server.url("/api"))
        let world = try PollingWorld([source], server: server)
        try await world.poll(source)
        let renamed = Self.rows(1...3).replacing("\"no\"", with: "\"nr\"")
            .replacing("\"what\"", with: "\"headline\"").replacing("\"posted\"", with: "\"day\"")
        server.setRoute("/api", .text(renamed, type: "application/json"))
        let polled = try await world.poll(source, after: 3600)
        #expect(polled.outcome == "layout-changed")
        server.setRoute("/api", Self.route(1...4))
        #expect(try await world.poll(source, after: 7200).report?.newItems == 1)
        #expect(try world.faults(source) == [])
    }

    @Test func `that answers with nothing is broken where the control question is not`() async throws {
        let server = try LoopbackServer(routes: ["/api?q=new": Self.route([]), "/api?q=known": Self.route(1...2)])
        let source = Self.source(
            server.url("/api?q=new"), control: ControlQuery(url: server.url("/api?q=known"), atLeast: 3))
        let world = try PollingWorld([source], server: server)
        #expect(try await world.poll(source).outcome == FaultKind.control)
        #expect(try world.fault(source, FaultKind.control)?.detail.contains("2 rows instead of at least 3") == true)
        server.setRoute("/api?q=new", Self.route(4...5))
        #expect(try await world.poll(source, after: 3600).report?.newItems == 2)
        #expect(try world.faults(source) == [])
    }

    @Test func `is asked with its key, at its own place only`() async throws {
        let elsewhere = try LoopbackServer(routes: ["/more": Self.route(1...3)])
        let server = try LoopbackServer(routes: [
            "/api": Self.route(4...6, more: "\"\(elsewhere.url("/more"))\"")
        ])
        var source = Self.source(server.url("/api"), paging: Paging(more: "/next"))
        source.request = SourceRequest(credential: SourceCredential(name: "register-key", form: .bearer))
        let world = try PollingWorld([source], server: server)
        let polled = try await world.poll(source)
        #expect(polled.outcome == "credential-missing")
        #expect(polled.detail.contains("credentials/register-key"))
        #expect(server.requests.isEmpty)
        #expect(try world.faults(source) == ["credential-missing"])

        // In a directory that the test's configuration names.
        let folder = world.watch.configuration.settings.directories.state
        try FileManager.default.createDirectory(atPath: folder + "/credentials", withIntermediateDirectories: true)
        try Data("secret-1\n".utf8).write(to: URL(fileURLWithPath: folder + "/credentials/register-key"))
        let keyed = try PollingWorld([source], server: server, directory: folder)
        #expect(try await keyed.poll(source).report?.newItems == 6)
        #expect(server.requests.map { $0.header("Authorization") } == ["Bearer secret-1"])
        #expect(elsewhere.requests.map { $0.header("Authorization") } == [nil])
    }

    @Test func `that streams goes on from its point`() async throws {
        let server = try LoopbackServer(routes: [
            "/stream": .made { request in
                let point = Int(request.target.split(separator: "=").last ?? "") ?? 100
                let lines = (point + 1...point + 2).map {
                    "{\"id\": \"n\($0)\", \"what\": \"\(FeedPage.title($0))\", \"at\": \($0)}\n\n"
                }
                return .text(request.target.contains("=106") ? "\n\n" : lines.joined(), type: "application/json")
            }
        ])
        let source = Source(
            id: "stream", kind: .stream, url: server.url("/stream?timepoint={timepoint}"), name: "stream",
            publisher: "register", records: RecordMap(id: "{/id}", title: "{/what}", timepoint: "/at"))
        let world = try PollingWorld([source], server: server)
        try await world.poll(source)
        #expect(try world.state(source)?.timepoint == "102")
        try await world.poll(source, after: 60)
        try await world.poll(source, after: 60)
        #expect(
            server.requests.map(\.target) == ["/stream", "/stream?timepoint=102", "/stream?timepoint=104"])
        #expect(try world.items(source).map(\.item.id) == ["n101", "n102", "n103", "n104", "n105", "n106"])
        #expect(try world.faults(source) == [])
    }

    @Test func `whose stream is silent is no fault and keeps its point`() async throws {
        let server = try LoopbackServer(routes: [
            "/stream": .made { request in
                request.turn == 0
                    ? .text("{\"id\": \"n1\", \"what\": \"Harrow\", \"at\": 7}\n") : .text("\n\n")
            }
        ])
        let source = Source(
            id: "stream", kind: .stream, url: server.url("/stream?timepoint={timepoint}"), name: "stream",
            publisher: "register", records: RecordMap(id: "{/id}", title: "{/what}", timepoint: "/at"))
        let world = try PollingWorld([source], server: server)
        for _ in 0..<3 {
            let polled = try await world.poll(source, after: 60)
            #expect(["document", "same-body"].contains(polled.outcome), "\(polled.detail)")
        }
        #expect(try world.state(source)?.timepoint == "7")
        #expect(try world.faults(source) == [])
    }

    @Test func `whose date lies ahead is flagged and counts as published when it was seen`() async throws {
        let server = try LoopbackServer()
        let source = Source(
            id: "harrow", kind: .feed, url: server.url("/feed"), name: "harrow", publisher: "harrow")
        let world = try PollingWorld([source], server: server)
        let ahead = WatchWorld.now.adding(days: 40)
        var page = FeedPage.numbered(1...2, from: WatchWorld.now.adding(days: -1))
        server.setRoute("/feed", page.route)
        try await world.poll(source)
        page.entries += [
            FeedPage.Entry(
                id: "urn:ahead", link: "https://harrow.example/ahead",
                title: "Northgate Mills names Jane Roe chief financial officer", date: ahead),
            FeedPage.Entry(id: "urn:none", link: "https://harrow.example/none", title: "Harrow rests", date: nil),
        ]
        server.setRoute("/feed", page.route)
        try await world.poll(source, after: 900)
        let flags = Dictionary(
            uniqueKeysWithValues: try world.items(source).map { ($0.item.id, $0.dateFlag) })
        #expect(
            flags == ["urn:harrow:1": nil, "urn:harrow:2": nil, "urn:ahead": .future, "urn:none": .missing])
        let alert = try #require(try world.alerts().first)
        #expect(alert.goodUntil < ahead.day.adding(days: 80))
        #expect(try world.items(source).first { $0.item.id == "urn:ahead" }?.item.published == ahead)
    }
}
