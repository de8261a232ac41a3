import Ledger
import LoopbackServer
import Testing
import TriggerModel

@testable import WatcherRuntime

@Suite("The first contact with a source that gives no date, or dates to come", .timeLimit(.minutes(2)))
struct FirstContactPollTests {
    private static let news = [
        "Northgate Mills names Ada Nilsen chief financial officer", "Northgate Mills hit by ransomware attack",
        "Calder Bearings to cut 120 jobs in Ohio",
    ]

    private static func page(_ titles: [String], date: Timestamp?) -> FeedPage {
        FeedPage(
            entries: titles.map {
                FeedPage.Entry(id: "urn:\($0)", link: "https://room.example/\($0.count)", title: $0, date: date)
            })
    }

    @Test(
        "makes its items known without an alert and says so; what comes next alerts",
        arguments: [nil, WatchWorld.now.adding(days: 30)])
    func first(date: Timestamp?) async throws {
        let server = try LoopbackServer()
        let source = Source(
            id: "room", kind: .feed, url: server.url("/feed"), name: "room", publisher: "room", isFirstHand: true)
        let world = try PollingWorld([source], server: server)
        server.setRoute("/feed", Self.page(Array(Self.news.dropFirst()), date: date).route)
        let first = try await world.poll(source)
        #expect(first.report?.newItems == 2)
        #expect(first.report?.seeded == 2)
        #expect(first.report?.seededUndated == 2)
        #expect(try world.alerts() == [])
        #expect(try world.items(source).map(\.gate?.gate) == ["seeded", "seeded"])
        let why = date == nil ? "has no date" : "is still to come"
        #expect(try world.items(source).allSatisfy { $0.gate?.detail.contains(why) == true })

        // The next one is new because it was not there before, whatever its date.
        server.setRoute("/feed", Self.page(Self.news, date: date).route)
        let second = try await world.poll(source, after: 3600)
        #expect(second.report?.newItems == 1)
        #expect(second.report?.seeded == 0)
        let alerts = try world.alerts()
        #expect(alerts.map(\.account.id) == ["northgate"])
        #expect(alerts.map(\.eventDate) == [world.now.day])
        #expect(try await world.poll(source, after: 3600).report?.newItems ?? 0 == 0)
        #expect(try world.alerts().count == 1)
    }
}
