import Ledger
import Testing
import TriggerModel

@Suite struct EventTests {
    struct Near: CustomTestStringConvertible, Sendable {
        var name: String
        var party: Party
        var day = 0
        var trigger: String? = "leadership.cfo"
        var isFound: Bool
        var testDescription: String { name }
    }

    @Test(
        "An event is found near its day by the account it is about or by the name it was told with",
        arguments: [
            Near(
                name: "same account under another name",
                party: Party(name: "ACME Inc.", role: .subject, company: .account("acme")), isFound: true),
            Near(
                name: "same name, account not known", party: Party(name: "ACME  industrial", role: .subject),
                isFound: true),
            Near(name: "as the other side", party: Party(name: "Acme Industrial", role: .counterparty), isFound: true),
            Near(name: "at the edge", party: Party(name: "Acme Industrial", role: .subject), day: -5, isFound: true),
            Near(name: "past the edge", party: Party(name: "Acme Industrial", role: .subject), day: 6, isFound: false),
            Near(
                name: "another trigger", party: Party(name: "Acme Industrial", role: .subject),
                trigger: "leadership.ceo", isFound: false),
            Near(
                name: "any trigger", party: Party(name: "Acme Industrial", role: .subject), trigger: nil, isFound: true),
            Near(name: "only mentioned there", party: Party(name: "Borealis Bank", role: .subject), isFound: false),
            Near(name: "no name at all", party: Party(name: "—", role: .subject), isFound: false),
        ])
    func near(_ near: Near) throws {
        let ledger = try Scratch.ledger()
        try ledger.commit(at: start) { try $0.save(event(), toldBy: []) }
        let found = try ledger.eventsNear(
            start.day.adding(days: near.day), within: 5, trigger: near.trigger, parties: [near.party])
        #expect(found == (near.isFound ? [event()] : []))
    }

    @Test("An event saved again with a further item keeps the items that told it before, each once")
    func tellers() throws {
        let ledger = try Scratch.ledger()
        let ids = try ledger.read([news("A", guid: "1"), news("B", guid: "2")]).map(\.id)
        try ledger.commit(at: start) { transaction throws in
            try transaction.save(event(tellers: [teller("1")]), toldBy: [ids[0]])
            for _ in 0..<2 {
                try transaction.save(event(tellers: [teller("1"), teller("2")]), toldBy: [ids[1]])
            }
        }
        #expect(try ledger.events(idPrefix: "e") == [event(tellers: [teller("1"), teller("2")])])
        #expect(try ledger.items(telling: "e1").map(\.id) == ids)
        #expect(try ledger.item(ids[1])?.events == ["e1"])
    }

    @Test("An event saved again replaces what was believed before, its parties too")
    func replaced() throws {
        let ledger = try Scratch.ledger()
        try ledger.commit(at: start) { try $0.save(event(), toldBy: []) }
        let changed = event(subject: "Borealis", company: nil, day: 1)
        try ledger.commit(at: start) { try $0.save(changed, toldBy: []) }
        #expect(try ledger.events(idPrefix: "e1") == [changed])
        #expect(try ledger.events(naming: "acme") == [])
        #expect(try ledger.eventsNear(start.day, within: 2, trigger: nil, parties: changed.parties) == [changed])
    }

    @Test("Looking back goes through all events of the window in steps, each once")
    func lookingBack() throws {
        let ledger = try Scratch.ledger()
        try ledger.commit(at: start) { transaction throws in
            for index in 0..<10 { try transaction.save(event("e\(index)", day: index / 3 - 2), toldBy: []) }
        }
        var seen: [String] = []
        var last: Event?
        while case let page = try ledger.events(since: start.day.adding(days: -1), after: last, limit: 2), !page.isEmpty
        {
            seen += page.map(\.id)
            last = page.last
        }
        #expect(seen == (3..<10).map { "e\($0)" })
    }

    @Test("Each reason that is not delivered has one gate, the latest; an alert takes its place")
    func gates() throws {
        let ledger = try Scratch.ledger()
        let expired = Gate(.reason, "expired", "older than its shelf life")
        try ledger.commit(at: start) { transaction throws in
            try transaction.record(Gate(.match, "no-profile", "none fits"), event: "e1", account: "acme")
            try transaction.record(expired, event: "e1", account: "acme")
            try transaction.record(expired, event: "e1", account: "bore")
            try transaction.record(noCue, event: "e1")
        }
        #expect(
            try ledger.gates(ofEvent: "e1") == [
                StoredGate(event: "e1", account: nil, gate: noCue, at: start),
                StoredGate(event: "e1", account: "acme", gate: expired, at: start),
                StoredGate(event: "e1", account: "bore", gate: expired, at: start),
            ])
        #expect(try ledger.commit(at: start) { try $0.save(alert()) })
        #expect(try ledger.gates(ofAccount: "acme", since: start) == [])
        #expect(try ledger.gates(ofAccount: "bore", since: start).map(\.gate) == [expired])
    }
}
