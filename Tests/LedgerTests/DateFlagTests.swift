import Ledger
import Testing
import TriggerModel

@Suite struct DateFlagTests {
    static let cases: [(String, Item, DateFlag?)] = [
        ("dated", news("A", guid: "1"), nil),
        ("only updated", Item(source: "wire", id: "1", title: "A", updated: start), nil),
        (
            "a filing's date on the cover",
            Item(source: "wire", id: "1", title: "A", filing: Filing(form: "8-K", accession: "1", filed: start.day)),
            nil
        ),
        ("within the day that wrong zones explain", news("A", guid: "1", day: 1), nil),
        ("tomorrow's tomorrow", news("A", guid: "1", day: 2), .future),
        ("undated", news("A", guid: "1", day: nil), .missing),
        ("long ago", news("A", guid: "1", day: -4000), nil),
    ]

    @Test("A date that is missing or lies ahead is flagged, and stays as the document gave it", arguments: cases)
    func flags(name: String, item: Item, expected: DateFlag?) throws {
        let ledger = try Scratch.ledger()
        let id = try ledger.read([item])[0].id
        let stored = try #require(try ledger.item(id))
        #expect(stored.dateFlag == expected)
        #expect(stored.item == item)
        #expect(DateFlag(item, seenAt: start) == expected)
        let said = item.published ?? item.updated ?? item.filing?.filed.map { Timestamp($0) }
        #expect(DateFlag.date(of: item, seenAt: start) == (expected == nil ? said : start))
    }

    @Test("A revision or an article page that gives a date lifts the flag; one that gives none leaves it")
    func lifted() throws {
        let ledger = try Scratch.ledger()
        func flag(_ id: StoredItemID) throws -> DateFlag? { try ledger.item(id)?.dateFlag }
        let undated = news("A", guid: "1", day: nil, text: "x")
        let id = try ledger.read([undated])[0].id
        var revised = undated
        revised.summary = "y"
        #expect(try ledger.read([revised])[0].seen == .revised)
        #expect(try flag(id) == .missing)
        revised.summary = "z"
        revised.published = start
        try ledger.read([revised])
        #expect(try flag(id) == nil)

        let waiting = try ledger.commitPoll(document()) { poll throws in
            let id = try poll.identifyAll([news("B", guid: "2", day: nil)])[0].id
            try poll.awaitDocument(
                AwaitedDocument(url: "https://a.example", kind: "article", deadline: start.adding(days: 1)), for: id)
            return id
        }
        #expect(try flag(waiting) == .missing)
        _ = try ledger.commit(at: start) { try $0.settle(waiting, as: .told, item: news("B", guid: "2", day: -1)) }
        #expect(try flag(waiting) == nil)
    }

    @Test("What an item tells of something we caused is kept with it")
    func activity() throws {
        let ledger = try Scratch.ledger()
        var item = news("Acme downloads a paper", guid: "1", source: "downloads")
        item.activity = Activity(kind: .download, account: "acme", person: "Jane Roe", what: "a paper")
        let id = try ledger.read([item], source: "downloads")[0].id
        #expect(try ledger.item(id)?.item == item)
    }
}
