import Ledger
import Testing
import TriggerModel

@Suite struct GapTests {
    private func poll(
        _ ledger: WatchLedger, _ items: [Item], outcome: (StoredItemID, PollTransaction) throws -> Void
    ) throws -> (overlap: Bool, gap: Bool) {
        try ledger.commitPoll(document()) { poll throws in
            for identity in try poll.identifyAll(items) where identity.isNew { try outcome(identity.id, poll) }
            return (poll.counts.hasOverlap, poll.isGap)
        }
    }

    private func poll(_ ledger: WatchLedger, _ items: [Item]) throws -> (overlap: Bool, gap: Bool) {
        try poll(ledger, items) { try $1.judge($0, as: .gated(noCue)) }
    }

    private func page(_ numbers: ClosedRange<Int>, text: String? = nil) -> [Item] {
        numbers.map { news("Story \($0)", guid: "\($0)", url: "https://acme.example/\($0)", text: text) }
    }

    @Test("A document that shares nothing with what was seen is a gap; first contact and an empty one are not")
    func gaps() throws {
        let ledger = try Scratch.ledger()
        #expect(try poll(ledger, []) == (false, false), "empty, before anything")
        #expect(try poll(ledger, page(1...9)) == (false, false), "first contact")
        #expect(try poll(ledger, page(1...9)) == (true, false), "nothing new")
        #expect(try poll(ledger, page(9...17)) == (true, false), "one known")
        #expect(try poll(ledger, []) == (false, false), "empty")
        #expect(try poll(ledger, page(18...26)) == (false, true), "rolled over")
        #expect(try poll(ledger, page(26...30)) == (true, false))
        #expect(try poll(ledger, page(26...30, text: "Corrected.")) == (true, false), "all revised")
        #expect(try poll(ledger, page(40...40)) == (false, false), "a single item shows nothing of what was before it")
    }

    @Test("Items that wait, were gated or are of a form nobody watches are seen like any other")
    func whateverBecameOfThem() throws {
        let ledger = try Scratch.ledger()
        _ = try poll(ledger, page(1...3)) {
            try $1.awaitDocument(
                AwaitedDocument(url: "https://a.example", kind: "article", deadline: start.adding(days: 1)), for: $0)
        }
        #expect(try poll(ledger, page(3...6)) { try $1.judge($0, as: .told) } == (true, false))
        let form = Gate(.intake, "form-not-watched", "form 10-Q")
        #expect(try poll(ledger, page(6...9)) { try $1.judge($0, as: .gated(form)) } == (true, false))
        #expect(try poll(ledger, page(9...12)) == (true, false))
    }

    @Test("Guids that all change are overlap as long as something else tells the items")
    func churn() throws {
        let ledger = try Scratch.ledger()
        _ = try poll(ledger, page(1...5))
        let rebuilt = page(1...5).map { item in
            var item = item
            item.id = "new-" + item.id
            return item
        }
        #expect(try poll(ledger, rebuilt) == (true, false))
    }
}
