import ConfigLoading
import Delivery
import Foundation
import Ledger
import Testing
import TriggerModel

@testable import WatcherRuntime

struct `What is owed to queue and spool` {
    @Test func `reaches the spool also while the queue cannot be written and owes more than a batch`() throws {
        let world = try WatchWorld()
        let now = WatchWorld.now
        let mail = ContentHash.hex("mail").prefix(32) + ".eml"
        try world.ledger.commit(at: now) { transaction in
            for number in 0..<150 {
                _ = try transaction.enqueue(
                    .queue, name: ContentHash.hex("\(number)").prefix(32) + ".json", payload: [1])
            }
            _ = try transaction.enqueue(.spool, name: String(mail), payload: [2])
        }
        let queue = world.configuration.settings.directories.queue
        try FileManager.default.removeItem(atPath: queue)
        try Data().write(to: URL(fileURLWithPath: queue))
        #expect(try OutboxPublisher(place: world.place).publish(at: now) == 1)
        let spool = world.configuration.settings.directories.spool + "/new"
        #expect(try FileManager.default.contentsOfDirectory(atPath: spool) == [String(mail)])
        #expect(try world.ledger.openFaults().map { "\($0.scope) \($0.kind)" } == ["queue not-writable"])

        try FileManager.default.removeItem(atPath: queue)
        try world.place.queue.prepare()
        #expect(try OutboxPublisher(place: world.place).publish(at: now) == 150)
        #expect(try world.ledger.openFaults() == [])
    }

    @Test func `names every broken template by itself, and each mended one no more`() throws {
        let world = try WatchWorld()
        let folder = world.configuration.settings.directories.state + "/templates"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var loaded = ConfigLoader(directory: folder).load()
        loaded.faults = []
        loaded.configuration.templatesDirectory = folder
        try StartConfiguration.note(loaded, in: world.ledger, at: WatchWorld.now)
        #expect(
            try world.ledger.openFaults().map(\.scope).sorted() == [
                "template:digest.html.mustache", "template:digest.subject.mustache", "template:digest.text.mustache",
            ])
        try Data("{{subject-line}}".utf8).write(to: URL(fileURLWithPath: folder + "/digest.subject.mustache"))
        try Data("calls".utf8).write(to: URL(fileURLWithPath: folder + "/digest.text.mustache"))
        try StartConfiguration.note(loaded, in: world.ledger, at: WatchWorld.now)
        #expect(
            try world.ledger.openFaults().map { "\($0.scope) \($0.kind)" }.sorted() == [
                "template:digest.html.mustache template-missing", "template:digest.subject.mustache template-broken",
            ])
    }
}
