import Ledger
import LoopbackServer
import Testing
import TriggerModel

@testable import WatcherRuntime

@Suite("The nightly comparison with a daily index", .timeLimit(.minutes(2)))
struct DailyIndexTests {
    /// Monday; Eastern time is five hours behind.
    private static let monday = CalendarDay("2026-11-23")!

    private static func eastern(_ day: CalendarDay, _ hour: Int, _ minute: Int = 0) -> Timestamp {
        Timestamp(day, secondOfDay: (hour + 5) * 3600 + minute * 60)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var now: Timestamp
        var last: String?
        var since: String
        var due: String?
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "not before the index is made", now: eastern(monday, 23, 14), last: "2026-11-20", since: "2026-11-01"),
        Case(
            name: "the same night", now: eastern(monday, 23, 15), last: "2026-11-20", since: "2026-11-01",
            due: "2026-11-23"),
        Case(
            name: "no weekends", now: eastern(monday, 9), last: "2026-11-19", since: "2026-11-01", due: "2026-11-20"),
        Case(
            name: "nothing on a Sunday", now: eastern(monday.adding(days: -1), 23, 30), last: "2026-11-20",
            since: "2026-11-01"),
        Case(
            name: "after a break the earliest of five days", now: eastern(monday, 23, 30), last: "2026-10-01",
            since: "2026-09-01", due: "2026-11-19"),
        Case(name: "nothing of the day it was first read", now: eastern(monday, 23, 30), since: "2026-11-23"),
        Case(
            name: "the day after it was first read", now: eastern(monday, 23, 30), since: "2026-11-20",
            due: "2026-11-23"),
    ]

    @Test("is made for business days, once each, when their index is there", arguments: cases)
    func due(_ one: Case) {
        #expect(
            DailyIndexDays.due(
                at: one.now, after: one.last.flatMap { CalendarDay($0) },
                watchedSince: Self.eastern(CalendarDay(one.since)!, 10)) == one.due.flatMap { CalendarDay($0) })
    }

    @Test func `waits for an index until noon of the next day`() {
        let next = Self.monday.adding(days: 1)
        #expect(DailyIndexDays.mayCome(Self.monday, at: Self.eastern(next, 11, 59)))
        #expect(!DailyIndexDays.mayCome(Self.monday, at: Self.eastern(next, 12)))
        #expect(DailyIndexDays.next(after: Self.eastern(next, 11)) == Self.eastern(next, 23, 15))
        #expect(DailyIndexDays.next(after: Self.eastern(next, 23, 15)) == Self.eastern(next.adding(days: 1), 23, 15))
    }

    // MARK: Against a server

    private static func index(_ numbers: some Sequence<Int>, on day: String) -> LoopbackRoute {
        let lines = numbers.map { number in
            "8-K         TARN & HOLLOW CORP                      9900001     \(day)    "
                + "edgar/data/9900001/\(CurrentList.accession(number)).txt"
        }
        return .text(
            """
            Description:           Daily Index of EDGAR Dissemination Feed by Form Type

            Form Type   Company Name                            CIK         Date Filed  File Name
            ------------------------------------------------------------------------------------------

            """ + lines.joined(separator: "\n") + "\n4           FERN ALICE                              9900002     "
                + "\(day)    edgar/data/9900002/0009900002-26-000001.txt\n")
    }

    private static func path(_ day: String) -> String { "/Archives/edgar/daily-index/2026/QTR4/form.\(day).idx" }

    /// A world whose list of filings has brought 1...6, first read on Friday at noon.
    private static func world() async throws -> (PollingWorld, Source) {
        let server = try LoopbackServer()
        let list = CurrentList(count: 40)
        list.publish(1...6)
        server.setRoute("/cgi-bin/browse-edgar", list.route)
        var source = Source(
            id: "edgar", kind: .filing, url: server.url("/cgi-bin/browse-edgar?action=getcurrent"), name: "edgar",
            publisher: "sec", firstPoll: .seed)
        source.forms = ["8-K"]
        source.dailyIndex = server.url("/Archives/edgar/daily-index/{yyyy}/QTR{q}/form.{yyyymmdd}.idx")
        let world = try PollingWorld([source], server: server, at: eastern(monday.adding(days: -3), 12))
        try await world.cycle()
        return (world, source)
    }

    @Test func `finds nothing missing where all has come`() async throws {
        let (world, source) = try await Self.world()
        world.server.setRoute(Self.path("20261123"), Self.index(1...6, on: "20261123"))
        world.time.move(to: Self.eastern(Self.monday, 23, 30))
        let compared = try await world.poller.compareDailyIndex(source)
        #expect(compared.detail == "index of 2026-11-23: 6 filings, none is missing")
        #expect(try world.faults(source) == [])
        #expect(try world.state(source)?.reconciledDay == Self.monday)
        // Once each day.
        #expect(try await world.poller.compareDailyIndex(source).detail == "")
        #expect(world.server.requests(for: Self.path("20261123")).count == 1)
    }

    @Test func `reports what never came and reads it in`() async throws {
        let (world, source) = try await Self.world()
        world.server.setRoute(Self.path("20261123"), Self.index(3...8, on: "20261123"))
        world.time.move(to: Self.eastern(Self.monday, 23, 30))
        let before = try #require(try world.state(source))
        let compared = try await world.poller.compareDailyIndex(source)
        #expect(compared.report?.newItems == 2)
        let fault = try #require(try world.fault(source, FaultKind.missed))
        #expect(fault.detail.contains(CurrentList.accession(7)))
        #expect(fault.detail.contains("6 filings, 2 of them never"))
        #expect(!fault.detail.contains("0009900002"))
        // The list itself was not polled: what is asked next, and when, stays.
        let after = try #require(try world.state(source))
        #expect([after.etag, after.bodyHash] == [before.etag, before.bodyHash])
        #expect(after.nextPollAt == before.nextPollAt)
        #expect(try world.ledger.conservation(on: world.now.day).isBalanced)

        // A day on which all came closes it; polls of the list do not.
        try await world.poll(source, after: 900)
        #expect(try world.faults(source).contains(FaultKind.missed))
        world.server.setRoute(Self.path("20261124"), Self.index(1...8, on: "20261124"))
        world.time.move(to: Self.eastern(Self.monday.adding(days: 1), 23, 30))
        _ = try await world.poller.compareDailyIndex(source)
        #expect(try world.faults(source) == [])
    }

    @Test func `waits for an index that is late and goes on without one that never comes`() async throws {
        let (world, source) = try await Self.world()
        world.server.setRoute(Self.path("20261123"), .always(.text("no", status: 403)))
        world.time.move(to: Self.eastern(Self.monday, 23, 30))
        let early = try await world.poller.compareDailyIndex(source)
        #expect(early.next == world.now.adding(seconds: 3600))
        #expect(try world.state(source)?.reconciledDay == nil)
        world.time.move(to: Self.eastern(Self.monday.adding(days: 1), 12))
        #expect(try await world.poller.compareDailyIndex(source).detail.contains("a holiday"))
        #expect(try world.state(source)?.reconciledDay == Self.monday)
        #expect(try world.faults(source) == [])
    }

    @Test func `calls it a fault where two business days in a row have no index, until one has`() async throws {
        let (world, source) = try await Self.world()
        for (days, date) in [(0, "20261123"), (1, "20261124")] {
            world.server.setRoute(Self.path(date), .always(.text("no", status: 403)))
            world.time.move(to: Self.eastern(Self.monday.adding(days: days + 1), 12))
            _ = try await world.poller.compareDailyIndex(source)
            #expect(try world.faults(source) == (days == 0 ? [] : [FaultKind.noIndex]))
        }
        let fault = try #require(try world.fault(source, FaultKind.noIndex))
        #expect(fault.detail.hasPrefix("no index for two business days in a row, the last answer: "))
        #expect(fault.detail.hasSuffix("; check daily-index"))
        world.server.setRoute(Self.path("20261125"), Self.index(1...6, on: "20261125"))
        world.time.move(to: Self.eastern(Self.monday.adding(days: 2), 23, 30))
        _ = try await world.poller.compareDailyIndex(source)
        #expect(try world.faults(source) == [])
    }

    @Test func `calls an index that cannot be read a fault, and asks for it again`() async throws {
        let (world, source) = try await Self.world()
        world.server.setRoute(Self.path("20261123"), .text("<html><body>Scheduled maintenance</body></html>"))
        world.time.move(to: Self.eastern(Self.monday, 23, 30))
        let compared = try await world.poller.compareDailyIndex(source)
        #expect(compared.next == world.now.adding(seconds: 3600))
        #expect(try world.faults(source) == [FaultKind.noIndex])
        #expect(try world.state(source)?.reconciledDay == nil)
        world.server.setRoute(Self.path("20261123"), Self.index(1...6, on: "20261123"))
        world.time.move(by: 3600)
        #expect(
            try await world.poller.compareDailyIndex(source).detail == "index of 2026-11-23: 6 filings, none is missing"
        )
        #expect(try world.faults(source) == [])
    }
}
