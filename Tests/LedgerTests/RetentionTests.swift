import Ledger
import Testing
import TriggerModel

@Suite struct RetentionTests {
    @Test("Text goes, identity stays: an old item that a feed lists again is known")
    func textGoesFirst() throws {
        let ledger = try Scratch.ledger()
        let old = news("Acme names Jane Roe", guid: "1", url: "https://acme.example/1", text: "Long text")
        let id = try ledger.read([old])[0].id
        let later = start.adding(days: 300)
        let report = try ledger.prune(now: later)
        #expect(report.texts == 1 && report.items == 0 && !report.hasMore)
        let stored = try #require(try ledger.item(id))
        #expect(stored.item.summary == nil && !stored.hasText && stored.item.title == old.title)
        #expect(try ledger.read([old], at: later).map(\.seen) == [.known])
        #expect(try ledger.items(since: start) == [])
    }

    @Test("Keys live as long as a document lists them, and end with their item")
    func keysOutlive() throws {
        let ledger = try Scratch.ledger()
        let listed = news("Listed", guid: "1", url: "https://acme.example/1")
        let gone = news("Gone", guid: "2", url: "https://acme.example/2")
        let telling = news("Telling", guid: "3", url: "https://acme.example/3")
        let ids = try ledger.read([listed, gone, telling]).map(\.id)
        try ledger.commit(at: start) { try $0.save(event(day: 1300), toldBy: [ids[2]]) }
        try ledger.read([listed], at: start.adding(days: 1000))
        let keys = try ledger.keyCount(of: "wire")
        let report = try ledger.prune(now: start.adding(days: 1300))
        #expect(report.items == 1)
        #expect(try ledger.item(ids[1]) == nil)
        #expect(try ledger.keyCount(of: "wire") == keys - 4)
        #expect(
            try ledger.read([listed, gone, telling], at: start.adding(days: 1300)).map(\.seen) == [
                .known, .new, .known,
            ])
        try ledger.checkIntegrity()
    }

    @Test("One call removes no more than it was allowed, and says when there is more")
    func bounded() throws {
        let ledger = try Scratch.ledger()
        for poll in 0..<12 { try ledger.read([news("S\(poll)", guid: "\(poll)")], at: start.adding(seconds: poll)) }
        let later = start.adding(days: 500)
        var removed = 0
        for call in 1...3 {
            let report = try ledger.prune(now: later, limit: 5)
            removed += report.polls
            #expect(report.polls == [5, 5, 2][call - 1])
            #expect(report.hasMore == (call < 3))
        }
        #expect(removed == 12)
        #expect(try ledger.polls(of: "wire").isEmpty)
    }

    @Test("What waits or is owed is never removed")
    func unfinished() throws {
        let ledger = try Scratch.ledger()
        try ledger.commitPoll(document()) { poll throws in
            let seen = try poll.identifyAll([news("A", guid: "1", text: "x")])
            try poll.awaitDocument(
                AwaitedDocument(url: "https://a.example", kind: "article", deadline: start), for: seen[0].id)
            #expect(try poll.enqueue(.spool, name: "m", payload: [1]))
        }
        let report = try ledger.prune(now: start.adding(days: 5000))
        #expect(report.texts == 0 && report.items == 0 && report.payloads == 0)
        #expect(try ledger.awaitingDue(start).map(\.item.summary) == ["x"])
        #expect(try ledger.pendingOutbox().map(\.payload) == [[1]])
    }

    @Test("Old events, alerts, gates and digests go; a report about retired keys closes by itself")
    func old() throws {
        let ledger = try Scratch.ledger()
        let ids = try ledger.read([news("A", guid: "1"), news("B", guid: "1")]).map(\.id)
        try ledger.commit(at: start) { transaction throws in
            try transaction.save(event(), toldBy: ids)
            _ = try transaction.save(alert())
            try transaction.record(noCue, event: "e1")
            _ = try transaction.record(Digest(rep: "ann", day: start.day, messageID: "<1>", at: start, alerts: ["a1"]))
        }
        #expect(try ledger.openFaults().count == 1)
        _ = try ledger.prune(now: start.adding(days: 8))
        #expect(try ledger.openFaults() == [])
        let report = try ledger.prune(now: start.adding(days: 1000))
        #expect([report.events, report.alerts, report.gates, report.digests, report.faults] == [1, 1, 1, 1, 1])
        #expect(try ledger.item(ids[0])?.events == [])
        try ledger.checkIntegrity()
    }
}
