import Testing
import TriggerModel

@testable import Ledger

@Suite struct OutboxTests {
    private func owed(_ names: [String]) throws -> WatchLedger {
        let ledger = try Scratch.ledger()
        try ledger.commit(at: start) { transaction throws in
            for name in names { #expect(try transaction.enqueue(.queue, name: name, payload: Array(name.utf8))) }
        }
        return ledger
    }

    @Test("A file goes from pending over staged to published and is owed until then")
    func way() throws {
        let ledger = try owed(["a", "b"])
        let pending = try ledger.pendingOutbox()
        #expect(
            pending == [
                OutboxEntry(id: 1, kind: .queue, name: "a", payload: [97], state: .pending),
                OutboxEntry(id: 2, kind: .queue, name: "b", payload: [98], state: .pending),
            ])
        try ledger.markStaged([1], at: start)
        #expect(try ledger.pendingOutbox().map(\.name) == ["b"])
        #expect(
            try ledger.unfinishedOutboxNames() == [
                OutboxName(id: 1, kind: .queue, name: "a", state: .staged),
                OutboxName(id: 2, kind: .queue, name: "b", state: .pending),
            ])
        try ledger.markPublished([1, 2], at: start)
        #expect(try ledger.unfinishedOutboxNames() == [])
    }

    @Test("Published stays published, whatever is said later")
    func published() throws {
        let ledger = try owed(["a"])
        try ledger.markPublished([1], at: start)
        try ledger.markStaged([1], at: start)
        try ledger.markPending([1], at: start)
        try ledger.markFailed(1, "late", isFinal: true, at: start)
        #expect(try ledger.outboxEntry(.queue, name: "a")?.state == .published)
    }

    @Test("The same name is never owed twice, also after its bytes are gone")
    func never() throws {
        let ledger = try owed(["a"])
        try ledger.markPublished([1], at: start)
        let later = start.adding(days: 4000)
        let report = try ledger.prune(now: later)
        #expect(report.payloads == 1)
        #expect(
            try ledger.outboxEntry(.queue, name: "a")
                == OutboxEntry(id: 1, kind: .queue, name: "a", payload: nil, state: .published))
        try ledger.commit(at: later) { transaction throws in
            #expect(try !transaction.enqueue(.queue, name: "a", payload: [1, 2]))
            #expect(try transaction.enqueue(.spool, name: "a", payload: [1, 2]), "another directory")
        }
        #expect(try ledger.pendingOutbox().map(\.kind) == [.spool])
    }

    @Test("A failed attempt is counted; a final one waits for a person")
    func failed() throws {
        let ledger = try owed(["a"])
        try ledger.markFailed(1, "disk full", isFinal: false, at: start)
        #expect(try ledger.pendingOutbox().map(\.attempts) == [1])
        try ledger.markFailed(1, "refused", isFinal: true, at: start)
        #expect(try ledger.pendingOutbox() == [])
        #expect(try ledger.status(on: start.day).outboxFailed == 1)
        try ledger.markPending([1], at: start)
        #expect(try ledger.pendingOutbox().map(\.detail) == ["refused"])
    }

    @Test(
        "What is owed is found by its index, however much was published",
        arguments: [OutboxRows.pending, OutboxRows.unfinished, OutboxRows.owed])
    func index(query: String) throws {
        let plan = try Scratch.ledger().plan(of: query)
        let tables = plan.filter { $0.contains(" outbox ") }.map { $0.replacing("COVERING INDEX", with: "INDEX") }
        #expect(tables == ["SEARCH outbox USING INDEX outbox_owed (state=?)"])
    }
}
