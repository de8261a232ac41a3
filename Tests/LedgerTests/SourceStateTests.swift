import Ledger
import Testing
import TriggerModel

@Suite struct SourceStateTests {
    @Test("A state file of the first version keeps everything and gains what is new")
    func migration() throws {
        let scratch = try Scratch()
        try WatchLedger.rehearse(
            path: scratch.path, through: "001 foundation",
            sql: """
                INSERT INTO source (id, name, etag, first_polled_at, last_polled_at, failures, next_poll_at,
                    last_outcome, last_detail) VALUES (7, 'wire', '"1"', 10, 20, 2, 30, 'failed', 'dns: no such host');
                INSERT INTO poll (id, source, at, outcome, detail, bytes, merged, skipped)
                    VALUES (1, 7, 10, 'document', '', 5, 0, 0);
                INSERT INTO item (id, source, poll, title_key, address_key, text_key, first_seen, last_seen, outcome,
                    document_id, title) VALUES (3, 7, 1, 1, 2, 3, 10, 0, 'awaiting', 'g1', 'Acme names CFO');
                INSERT INTO awaiting (item, url, kind, deadline, next_attempt_at, since)
                    VALUES (3, 'https://a.example/1', 'article', 500, 10, 10);
                INSERT INTO fault (scope, kind, detail, opened_at) VALUES ('source:wire', 'dns', 'no such host', 20);
                """)
        #expect(throws: LedgerError.olderSchema(path: scratch.path)) {
            try WatchLedger(path: scratch.path, mode: .readOnly)
        }
        let ledger = try scratch.ledger()
        #expect(
            try ledger.sourceState("wire")
                == SourceState(
                    source: "wire", etag: "\"1\"", firstPolledAt: Timestamp(seconds: 10),
                    lastPolledAt: Timestamp(seconds: 20), failures: 2, nextPollAt: Timestamp(seconds: 30),
                    lastOutcome: .failed, lastDetail: "dns: no such host"))
        #expect(try ledger.awaitingDue(Timestamp(seconds: 10)).map(\.item.title) == ["Acme names CFO"])
        let stored = try #require(try ledger.item(StoredItemID(3)))
        #expect(stored.dateFlag == nil && stored.item.activity == nil)
        #expect(try ledger.agedFaults(at: Timestamp(seconds: 20 + 86_400)).map(\.days) == [1])
        #expect(try ledger.polls(of: "wire").count == 1)
        try ledger.checkIntegrity()
        try ledger.close()
        // A second start finds nothing left to do.
        #expect(try scratch.ledger().sourceState("wire")?.failures == 2)
    }

    private func unchanged(_ minutes: Int, _ change: (inout PollRecord) -> Void = { _ in }) -> PollRecord {
        var record = PollRecord(
            source: "wire", at: start.adding(seconds: 60 * minutes), outcome: .notModified,
            nextPollAt: start.adding(seconds: 60 * minutes + 900))
        change(&record)
        return record
    }

    @Test("Rhythm, timepoint and reconciled day stay until a poll brings others, whatever the poll was")
    func remembered() throws {
        let ledger = try Scratch.ledger()
        func seen() throws -> [String?] {
            let state = try #require(try ledger.sourceState("wire"))
            return [state.rhythm, state.timepoint, state.reconciledDay.map { "\($0)" }]
        }
        try ledger.commitUnchanged([
            unchanged(0) {
                $0.rhythm = "{\"a\":1}"
                $0.timepoint = "17"
                $0.reconciledDay = start.day
            }
        ])
        #expect(try seen() == ["{\"a\":1}", "17", "2026-03-02"])
        try ledger.commitUnchanged([unchanged(1)])
        try ledger.read([news("A", guid: "1")])
        var failed = unchanged(2)
        failed.outcome = .failed
        failed.timepoint = "18"
        try ledger.commitPoll(failed) { _ in }
        #expect(try seen() == ["{\"a\":1}", "18", "2026-03-02"])
        var record = document(at: start.adding(seconds: 300))
        record.rhythm = "{}"
        record.reconciledDay = start.day.adding(days: 1)
        try ledger.commitPoll(record) { _ in }
        #expect(try seen() == ["{}", "18", "2026-03-03"])
        #expect(try ledger.allSourceStates().map(\.rhythm) == ["{}"])
        #expect(try ledger.allSourceStates(withRhythms: false).map(\.rhythm) == [nil])
    }

    @Test("The same permanent redirect counts up; another begins anew, an answer without one ends it, silence keeps it")
    func moves() throws {
        let ledger = try Scratch.ledger()
        func answer(_ minutes: Int, _ move: PollRecord.Move, _ outcome: PollOutcome = .notModified) throws -> String {
            var record = unchanged(minutes)
            record.outcome = outcome
            record.move = move
            if outcome.isUnchanged {
                try ledger.commitUnchanged([record])
            } else {
                try ledger.commitPoll(record) { _ in }
            }
            let state = try #require(try ledger.sourceState("wire"))
            return "\(state.movedCount) \(state.movedTo ?? "-")"
        }
        #expect(try answer(0, .to("https://a.example/feed"), .document) == "1 https://a.example/feed")
        #expect(try answer(1, .to("https://a.example/feed")) == "2 https://a.example/feed")
        #expect(try answer(2, .unknown, .failed) == "2 https://a.example/feed")
        #expect(try answer(3, .to("https://a.example/feed"), .failed) == "3 https://a.example/feed")
        #expect(try answer(4, .to("https://b.example/")) == "1 https://b.example/")
        #expect(try answer(5, .stayed) == "0 -")
        #expect(try answer(6, .to("https://b.example/"), .document) == "1 https://b.example/")
        var record = unchanged(7)
        record.noteMove(to: "https://b.example/")
        #expect(record.move == .to("https://b.example/"))
        record.noteMove(to: nil)
        #expect(record.move == .stayed)
    }

    @Test("Filings that a source brought are known by their accession numbers, and only of that source")
    func accessions() throws {
        let ledger = try Scratch.ledger()
        let numbers = (1...700).map { "0001193125-26-\(100_000 + $0)" }
        try ledger.read(numbers.prefix(400).map { IdentityTests.filing($0) }, source: "edgar")
        try ledger.read([IdentityTests.filing(numbers[500])], source: "other")
        #expect(try ledger.accessionsSeen(source: "edgar", among: numbers) == Set(numbers.prefix(400)))
        #expect(try ledger.accessionsSeen(source: "other", among: numbers) == [numbers[500]])
        #expect(try ledger.accessionsSeen(source: "edgar", among: []) == [])
        #expect(try ledger.accessionsSeen(source: "nobody", among: numbers) == [])
    }
}
