import Ledger
import Testing
import TriggerModel

@Suite struct PollTransactionTests {
    struct Broken: Error {}

    @Test("A poll that fails half way leaves nothing behind, and the next one finds the same items new")
    func rollsBackWhole() throws {
        let ledger = try Scratch.ledger()
        let items = [news("A", guid: "1"), news("B", guid: "2"), news("C", guid: "3")]
        #expect(throws: Broken.self) {
            try ledger.commitPoll(document(hash: "h1")) { poll throws in
                let seen = try poll.identifyAll(items)
                try poll.judge(seen[0].id, as: .alerted)
                try poll.save(event(), toldBy: [seen[0].id])
                try poll.record(noCue, event: "e1", account: "other")
                #expect(try poll.save(alert()))
                #expect(try poll.enqueue(.queue, name: "a1.json", payload: [1]))
                #expect(try poll.open(Fault(scope: "rules", kind: "odd", detail: "x", openedAt: start)))
                try poll.judge(seen[1].id, as: .gated(noCue))
                try poll.awaitDocument(
                    AwaitedDocument(url: "https://a.example", kind: "article", deadline: start), for: seen[2].id)
                throw Broken()
            }
        }
        let empty = try Scratch.ledger().status(on: start.day)
        var after = try ledger.status(on: start.day)
        after.bytes = empty.bytes
        #expect(after == empty)
        #expect(try ledger.sourceState("wire") == nil)
        #expect(try ledger.events(idPrefix: "") == [])
        #expect(try ledger.gates(ofAccount: "other", since: start) == [])
        #expect(try ledger.pendingOutbox() == [])
        #expect(try ledger.openFaults() == [])
        #expect(try ledger.awaitingDue(start) == [])
        #expect(try ledger.read(items).allSatisfy(\.isNew))
    }

    @Test("A new item without an outcome is a mistake that keeps nothing")
    func unjudged() throws {
        let ledger = try Scratch.ledger()
        #expect(throws: LedgerError.unjudged(source: "wire", count: 1)) {
            try ledger.commitPoll(document()) { poll throws in
                let seen = try poll.identifyAll([news("A", guid: "1"), news("B", guid: "2")])
                try poll.judge(seen[0].id, as: .told)
            }
        }
        #expect(try ledger.status(on: start.day).items == 0)
    }

    @Test("Every item of a poll is counted once, whatever became of it")
    func counts() throws {
        let ledger = try Scratch.ledger()
        try ledger.read([news("A", guid: "1"), news("B", guid: "2")])
        let later = start.adding(seconds: 900)
        let counts = try ledger.commitPoll(document(at: later)) { poll throws in
            #expect(!poll.isFirstContact)
            let seen = try poll.identifyAll([
                news("A", guid: "1"), news("B!?", guid: "2", text: "more"), news("C", guid: "3"), news("D", guid: "4"),
                news("E", guid: "5"), news("F", guid: "6"), news("F", guid: "6"),
            ])
            try poll.judge(seen[2].id, as: .gated(noCue))
            try poll.judge(seen[3].id, as: .told)
            try poll.judge(seen[4].id, as: .alerted)
            try poll.awaitDocument(
                AwaitedDocument(url: "https://a.example", kind: "article", deadline: later), for: seen[5].id)
            // An outcome given twice is counted once; a revised item stays counted as revised.
            try poll.judge(seen[4].id, as: .alerted)
            try poll.judge(seen[1].id, as: .told)
            return poll.counts
        }
        let expected = PollCounts(items: 7, known: 2, revised: 1, awaiting: 1, gated: 1, told: 1, alerted: 1)
        #expect(counts == expected)
        #expect(counts.isBalanced && counts.hasOverlap && counts.new == 4)
        #expect(try ledger.polls(of: "wire").map(\.counts) == [expected, PollCounts(items: 2, gated: 2)])
        #expect(
            try ledger.conservation(on: start.day)
                == DayCounts(
                    polls: 2,
                    items: PollCounts(items: 9, known: 2, revised: 1, awaiting: 1, gated: 3, told: 1, alerted: 1)))
    }

    @Test("The state of a source follows its polls; a failure keeps the validators of the last good document")
    func state() throws {
        let ledger = try Scratch.ledger()
        #expect(try ledger.sourceState("wire") == nil)
        let failed = PollRecord(
            source: "wire", at: start, outcome: .failed, detail: "dns: no such host", failures: 1,
            nextPollAt: start.adding(seconds: 60))
        try ledger.commitPoll(failed) { #expect($0.isFirstContact) }
        var expected = SourceState(
            source: "wire", firstPolledAt: start, lastPolledAt: start, failures: 1,
            nextPollAt: start.adding(seconds: 60), lastOutcome: .failed, lastDetail: "dns: no such host")
        #expect(try ledger.sourceState("wire") == expected)

        let first = start.adding(seconds: 60)
        var record = document(at: first, hash: "h1")
        record.etag = "\"1\""
        record.lastModified = "Mon"
        try ledger.commitPoll(record) { poll throws in
            #expect(poll.isFirstContact)
            try poll.judge(poll.identifyAll([news("A", guid: "1")])[0].id, as: .gated(noCue))
        }
        expected.etag = "\"1\""
        expected.lastModified = "Mon"
        expected.bodyHash = "h1"
        expected.firstDocumentAt = first
        expected.lastChangedAt = first
        expected.lastPolledAt = first
        expected.failures = 0
        expected.nextPollAt = first.adding(seconds: 900)
        expected.lastOutcome = .document
        expected.lastDetail = ""
        #expect(try ledger.sourceState("wire") == expected)

        let second = first.adding(seconds: 900)
        try ledger.commitUnchanged([
            PollRecord(
                source: "wire", at: second, outcome: .notModified, status: 304, etag: "\"2\"",
                nextPollAt: second.adding(seconds: 900))
        ])
        expected.etag = "\"2\""
        expected.lastPolledAt = second
        expected.nextPollAt = second.adding(seconds: 900)
        expected.lastOutcome = .notModified
        #expect(try ledger.sourceState("wire") == expected)

        var broken = failed
        broken.at = second
        broken.etag = "\"evil\""
        broken.bodyHash = "evil"
        try ledger.commitPoll(broken) { _ in }
        #expect(try ledger.sourceState("wire")?.etag == "\"2\"")
        #expect(try ledger.sourceState("wire")?.bodyHash == "h1")
        // A document without validators clears those of the last one.
        try ledger.commitPoll(document(at: second, hash: "h2")) { #expect(!$0.isFirstContact) }
        #expect(try ledger.sourceState("wire")?.etag == nil)
        #expect(try ledger.allSourceStates().map(\.source) == ["wire"])
    }

    @Test("A thousand unchanged polls add no row, and are counted")
    func unchanged() throws {
        let ledger = try Scratch.ledger()
        try ledger.read([news("A", guid: "1")])
        let records = (1...1000).map { index in
            PollRecord(
                source: "wire", at: start.adding(seconds: index),
                outcome: index.isMultiple(of: 2) ? .notModified : .sameBody,
                nextPollAt: start.adding(seconds: index + 900))
        }
        let before = try ledger.status(on: start.day).bytes
        try ledger.commitUnchanged(records)
        #expect(try ledger.status(on: start.day).bytes == before)
        #expect(try ledger.polls(of: "wire").count == 1)
        #expect(
            try ledger.conservation(on: start.day)
                == DayCounts(polls: 1001, unchanged: 1000, items: PollCounts(items: 1, gated: 1)))
    }

    @Test("The async form keeps the same promises")
    func asyncForm() async throws {
        let ledger = try Scratch.ledger()
        let seen = try await ledger.commitPoll(document()) { poll throws in
            let seen = try poll.identifyAll([news("A", guid: "1")])
            try poll.judge(seen[0].id, as: .gated(noCue))
            return seen
        }
        #expect(seen.map(\.seen) == [.new])
        await #expect(throws: Broken.self) {
            try await ledger.commitPoll(document()) { poll throws in
                _ = try poll.identifyAll([news("B", guid: "2")])
                throw Broken()
            }
        }
        try ledger.commitUnchanged([])
        #expect(try ledger.status(on: start.day).items == 1)
    }

    @Test("A document without items leaves first contact to the next one")
    func emptyFirstDocument() throws {
        let ledger = try Scratch.ledger()
        func contact(_ items: [Item]) throws -> Bool {
            try ledger.commitPoll(document(hash: "h\(items.count)")) { poll in
                for (identity, _) in zip(try poll.identifyAll(items), items) where identity.isNew {
                    try poll.judge(identity.id, as: .gated(noCue))
                }
                return poll.isFirstContact
            }
        }
        #expect(try contact([]))
        #expect(try ledger.sourceState("wire")?.firstDocumentAt == nil)
        #expect(try contact([news("A", guid: "1")]))
        #expect(try ledger.sourceState("wire")?.firstDocumentAt == start)
        #expect(try !contact([news("A", guid: "1"), news("B", guid: "2")]))
    }
}
