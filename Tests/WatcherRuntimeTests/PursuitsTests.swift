import Ledger
import Testing
import TriggerModel

@testable import WatcherRuntime

@Suite("Pursuits of further documents")
struct PursuitsTests {
    private func awaiting(_ numbers: Range<Int>, of host: String) throws -> [AwaitingItem] {
        let world = try WatchWorld()
        let now = WatchWorld.now
        let record = PollRecord(
            source: host, at: now, outcome: .document, nextPollAt: now.adding(seconds: 900))
        try world.ledger.commitPoll(record) { poll in
            let items = numbers.map {
                Item(source: host, id: "\($0)", url: "https://\(host)/\($0)", title: "News \($0)")
            }
            for (item, identity) in zip(items, try poll.identifyAll(items)) {
                let document = AwaitedDocument(
                    url: item.url ?? "", kind: AwaitedArticle.kind, deadline: now.adding(seconds: 7200))
                try poll.awaitDocument(document, for: identity.id)
            }
        }
        return try world.ledger.awaitingDue(now)
    }

    @Test func `ask one host for few at a time, and others meanwhile`() throws {
        var pursuits = Pursuits()
        let slow = try awaiting(0..<10, of: "slow.example")
        let begun = pursuits.begin(slow)
        #expect(begun == Array(slow.prefix(Pursuits.mostOfOneHost)))
        #expect(pursuits.begin(slow) == [])
        pursuits.end(begun[1].id)
        // Again due as long as nothing came; what is under way is not asked for twice.
        #expect(pursuits.begin(slow.filter { $0.id != begun[1].id }) == [slow[Pursuits.mostOfOneHost]])
        #expect(!pursuits.isEmpty)
    }
}
