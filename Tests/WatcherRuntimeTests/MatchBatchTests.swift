import ConfigLoading
import Foundation
import Testing
import TriggerModel

@testable import WatcherRuntime

/// `match` over the shipped rules: folding does not depend on the order, and each answer stays with its item.
struct `A batch of items` {
    private static let engine: ReasonEngine = {
        let repository = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return ReasonEngine(
            ConfigLoader(directory: repository.appendingPathComponent("Config").path).load().configuration)
    }()

    private let now = Timestamp(seconds: 1_795_244_400)

    private func item(_ id: String, _ title: String, hoursAgo: Int) -> Item {
        Item(source: "test", id: id, title: title, published: now.adding(seconds: -3600 * hoursAgo))
    }

    private func results(_ items: [Item]) throws -> [String: String] {
        var batch = MatchBatch(engine: Self.engine, now: now)
        for item in items { batch.add(item) }
        let lines = JSONLines()
        return Dictionary(
            uniqueKeysWithValues: try batch.results().map {
                ($0.id, String(decoding: try lines.line($0), as: UTF8.self))
            })
    }

    @Test func `gives the same result in any order, with one id for one event`() throws {
        let items = [
            item("a", "Quillmark Robotics names Ada Nilsen chief financial officer", hoursAgo: 30),
            item("b", "Quillmark Robotics Appoints Ada Nilsen as CFO", hoursAgo: 4),
            item("c", "Pelham Foods to acquire Dunmore Dairy for $40 million", hoursAgo: 9),
            item("d", "A quiet week on the markets", hoursAgo: 2),
        ]
        let forward = try results(items)
        let backward = try results(items.reversed())
        #expect(forward == backward)
        var batch = MatchBatch(engine: Self.engine, now: now)
        for item in items { batch.add(item) }
        let events = batch.results().map { $0.events.map(\.id) }
        #expect(events.map(\.count) == [1, 1, 1, 0])
        #expect(events[0] == events[1])
        #expect(events[0] != events[2])
    }
}
