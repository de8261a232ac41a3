import Ledger
import Testing
import TriggerModel

@Suite struct ExplainTests {
    @Test("A stored item is the item that was read, with its way")
    func whole() throws {
        let ledger = try Scratch.ledger()
        var item = IdentityTests.filing("0001-26-1").from("edgar")
        item.summary = "Short"
        item.content = "Long ' \" \u{1F600}"
        item.updated = start.adding(seconds: 5)
        item.authors = ["Ann", "Bob\u{1F}by"]
        item.categories = ["8-K", ""]
        item.language = "en"
        item.filing?.parties = [FilingParty(name: "ACME CORP", cik: "0000000001", role: .filer)]
        item.filing?.items = ["5.02"]
        item.filing?.filed = start.day
        let id = try ledger.read([item], source: "edgar")[0].id
        item.authors = ["Ann", "Bobby"]
        #expect(
            try ledger.item(id)
                == StoredItem(
                    id: id, item: item, hasText: true, firstSeen: start, lastSeen: start.day, outcome: .gated,
                    gate: noCue))
    }

    @Test(
        "An item is found by number, identifier, any spelling of its link, or words of its title",
        arguments: [
            ("1", ["Acme names 100% new CFO"]), ("guid-1", ["Acme names 100% new CFO"]),
            ("http://www.acme.example/cfo/?utm_source=mail", ["Acme names 100% new CFO"]),
            ("names 100%", ["Acme names 100% new CFO"]),
            ("NAMES", ["Acme names 100x new CEO", "Acme names 100% new CFO"]),
            ("https://acme.example/other", []), ("_cme", []), ("'; DROP TABLE item; --", []), ("99", []),
        ])
    func found(text: String, titles: [String]) throws {
        let ledger = try Scratch.ledger()
        try ledger.read([
            news("Acme names 100% new CFO", guid: "guid-1", url: "https://acme.example/cfo"),
            news("Acme names 100x new CEO", guid: "guid-2", url: "https://acme.example/ceo"),
        ])
        #expect(try ledger.items(matching: text).map(\.item.title) == titles)
    }

    @Test("Events and alerts are found by the beginning of their id")
    func prefixes() throws {
        let ledger = try Scratch.ledger()
        try ledger.commit(at: start) { transaction throws in
            for id in ["ab1", "ab2", "b1"] {
                try transaction.save(event(id), toldBy: [])
                #expect(try transaction.save(alert(id, event: id)))
            }
        }
        #expect(try ledger.events(idPrefix: "ab").map(\.id) == ["ab1", "ab2"])
        #expect(try ledger.alerts(idPrefix: "b").map(\.id) == ["b1"])
        #expect(try ledger.alerts(idPrefix: "%").map(\.id) == [])
    }

    @Test("The status counts what is there")
    func status() throws {
        let ledger = try Scratch.ledger()
        try ledger.read([news("A", guid: "1"), news("B", guid: "2")])
        try ledger.commitPoll(document("other", at: start.adding(days: 1))) { poll throws in
            let seen = try poll.identifyAll([news("C", guid: "3")])
            try poll.awaitDocument(
                AwaitedDocument(url: "https://a.example", kind: "article", deadline: start), for: seen[0].id)
            try poll.save(event(), toldBy: [])
            _ = try poll.save(alert())
            for name in ["a", "b", "c"] { _ = try poll.enqueue(.queue, name: name, payload: []) }
        }
        try ledger.commitPoll(
            PollRecord(source: "wire", at: start.adding(days: 1), outcome: .failed, failures: 1, nextPollAt: start)
        ) { _ = try $0.open(Fault(scope: "source:wire", kind: "dns", detail: "x", openedAt: start)) }
        try ledger.markStaged([1], at: start)
        try ledger.markPublished([2], at: start)
        let status = try ledger.status(on: start.adding(days: 1).day)
        #expect(
            status
                == LedgerStatus(
                    sources: 2, sourcesFailing: 1, lastPollAt: start.adding(days: 1), pollsToday: 2, itemsToday: 1,
                    newItemsToday: 1, items: 3, events: 1, alerts: 1, awaiting: 1, outboxPending: 1, outboxStaged: 1,
                    outboxFailed: 0, faultsOpen: 1, isBalanced: true, schema: status.schema, bytes: status.bytes))
        #expect(status.schema.count == 16 && status.bytes > 0)
    }
}
