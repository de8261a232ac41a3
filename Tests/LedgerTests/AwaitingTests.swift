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

    @Test("What alerted meanwhile stays alerted, whatever the document adds")
    func alertedStays() throws {
        let (ledger, id) = try waiting()
        try ledger.commitPoll(document()) { poll throws in
            var item = IdentityTests.filing("0001-26-1")
            item.title = "8-K/A"
            #expect(try poll.identifyAll([item]).map(\.seen) == [.revised])
            try poll.judge(id, as: .alerted)
        }
        try ledger.commit(at: start) { _ = try $0.settle(id, as: .gated(noCue)) }
        let stored = try #require(try ledger.item(id))
        #expect(stored.outcome == .alerted)
        #expect(stored.gate == nil)
        #expect(try ledger.conservation(on: start.day).settled == PollCounts(items: 1, alerted: 1))
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

@Suite struct AwaitingChainTests {
    private func wait(_ ledger: WatchLedger, _ source: String, _ count: Int, at time: Timestamp) throws
        -> [StoredItemID]
    {
        try ledger.commitPoll(document(source, at: time)) { poll throws in
            let items = (0..<count).map { news("\(source) \($0)", guid: "\($0)", source: source) }
            let ids = try poll.identifyAll(items).map(\.id)
            for (index, id) in ids.enumerated() {
                try poll.awaitDocument(
                    AwaitedDocument(
                        url: "https://\(source).example/\(index)", kind: "article", deadline: start.adding(days: 1)),
                    for: id)
            }
            return ids
        }
    }

    @Test("What is due comes in rounds over the sources, whoever was first and however many each has")
    func fair() throws {
        let ledger = try Scratch.ledger()
        let slow = try wait(ledger, "slow", 40, at: start)
        _ = try wait(ledger, "b", 3, at: start.adding(seconds: 60))
        _ = try wait(ledger, "c", 1, at: start.adding(seconds: 120))
        func due(_ limit: Int) throws -> [String] {
            try ledger.awaitingDue(start.adding(seconds: 120), limit: limit).compactMap(\.item.title)
        }
        #expect(try due(8) == ["slow 0", "b 0", "c 0", "slow 1", "b 1", "slow 2", "b 2", "slow 3"])
        // What was tried in vain goes to the end of its source's row.
        try ledger.commit(at: start) { transaction in
            for id in slow.prefix(2) { try transaction.postpone(id, until: start.adding(seconds: 100)) }
        }
        #expect(try due(5) == ["slow 2", "b 0", "c 0", "slow 3", "b 1"])
        #expect(try due(500).count == 44)
        #expect(try due(500).suffix(2) == ["slow 0", "slow 1"])
    }

    @Test("A chain of documents: each adds to the item, and the next is waited for from its first attempt")
    func chain() throws {
        let ledger = try Scratch.ledger()
        let id = try wait(ledger, "a", 1, at: start)[0]
        try ledger.commit(at: start) { try $0.postpone(id, until: start.adding(seconds: 600)) }
        let later = start.adding(seconds: 600)
        let next = AwaitedDocument(
            url: "https://a.example/8k", kind: "filing-document", deadline: start.adding(days: 2))
        var item = try ledger.awaitingDue(later)[0].item
        item.summary = "Items 5.02"
        item.filing = Filing(form: "8-K", items: ["5.02"])
        let read = item
        #expect(try ledger.commit(at: later) { try $0.advance(id, to: next, item: read) })
        #expect(
            try ledger.awaitingDue(later) == [
                AwaitingItem(id: id, item: read, document: next, attempts: 0, nextAttemptAt: later, since: start)
            ])
        #expect(try ledger.status(on: start.day).awaiting == 1)
        let whole = later.adding(seconds: 60)
        item.content = "Item 5.02 Departure"
        let settled = item
        #expect(try ledger.commit(at: whole) { try $0.settle(id, as: .told, item: settled) })
        #expect(try ledger.commit(at: whole) { try !$0.advance(id, to: next, item: read) })
        #expect(try ledger.item(id)?.item == settled)
        #expect(try ledger.conservation(on: start.day).settled == PollCounts(items: 1, told: 1))
    }
}
