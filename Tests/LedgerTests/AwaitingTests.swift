import Ledger
import Testing
import TriggerModel

@Suite struct AwaitingTests {
    private func waiting() throws -> (WatchLedger, StoredItemID) {
        let ledger = try Scratch.ledger()
        let id = try ledger.commitPoll(document()) { poll throws in
            let seen = try poll.identifyAll([IdentityTests.filing("0001-26-1")])
            try poll.awaitDocument(
                AwaitedDocument(
                    url: "https://filings.example/1-index", kind: "filing-index", deadline: start.adding(seconds: 3600)),
                for: seen[0].id)
            return seen[0].id
        }
        return (ledger, id)
    }

    @Test("An item waits with its text until its document comes, then is settled once")
    func settledOnce() throws {
        let (ledger, id) = try waiting()
        let due = try ledger.awaitingDue(start)
        #expect(
            due == [
                AwaitingItem(
                    id: id, item: IdentityTests.filing("0001-26-1").from("wire"),
                    document: AwaitedDocument(
                        url: "https://filings.example/1-index", kind: "filing-index",
                        deadline: start.adding(seconds: 3600)),
                    attempts: 0, nextAttemptAt: start, since: start)
            ])
        #expect(try ledger.items(since: start) == [], "its turn to be looked back on has not come")

        var complete = due[0].item
        complete.content = "Item 5.02"
        let tomorrow = start.adding(days: 1)
        #expect(try ledger.commit(at: tomorrow) { try $0.settle(id, as: .alerted, item: complete) })
        #expect(try ledger.commit(at: tomorrow) { try !$0.settle(id, as: .gated(noCue)) })
        #expect(try ledger.awaitingDue(start.adding(days: 9)) == [])
        let stored = try #require(try ledger.item(id))
        #expect(stored.outcome == .alerted)
        #expect(stored.item.content == "Item 5.02")
        #expect(try ledger.conservation(on: start.day).items == PollCounts(items: 1, awaiting: 1))
        #expect(try ledger.conservation(on: tomorrow.day) == DayCounts(settled: PollCounts(items: 1, alerted: 1)))
        // Enriching is no edit: the feed's own entry is still known.
        #expect(try ledger.read([IdentityTests.filing("0001-26-1")], at: tomorrow).map(\.seen) == [.known])
    }

    @Test("Settling in a transaction that fails leaves it waiting")
    func settleRollsBack() throws {
        let (ledger, id) = try waiting()
        #expect(throws: PollTransactionTests.Broken.self) {
            try ledger.commit(at: start) { transaction throws in
                _ = try transaction.settle(id, as: .told)
                throw PollTransactionTests.Broken()
            }
        }
        #expect(try ledger.awaitingDue(start).map(\.id) == [id])
    }

    @Test("A fruitless attempt postpones; the deadline does not wait for the next attempt")
    func postponed() throws {
        let (ledger, id) = try waiting()
        try ledger.commit(at: start) { try $0.postpone(id, until: start.adding(days: 2)) }
        #expect(try ledger.awaitingDue(start.adding(seconds: 3599)) == [])
        #expect(try ledger.nextAwaiting() == start.adding(seconds: 3600))
        let due = try ledger.awaitingDue(start.adding(seconds: 3600))
        #expect(due.map(\.attempts) == [1])
    }
}

extension Item {
    func from(_ source: String) -> Item {
        var item = self
        item.source = source
        return item
    }
}
