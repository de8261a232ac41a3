import Ledger
import Testing
import TriggerModel

@Suite struct AlertTests {
    @Test("One event alerts an account once; an update is an alert of its own")
    func once() throws {
        let ledger = try Scratch.ledger()
        try ledger.commit(at: start) { transaction throws in
            #expect(try transaction.save(alert()))
            #expect(try !transaction.save(alert()))
            #expect(try !transaction.save(alert("a2")), "another first alert of the same event for the same account")
            #expect(try transaction.save(alert("a3", account: "bore")))
            #expect(try transaction.save(alert("a4", updates: "a1")))
            #expect(try transaction.alert(forEvent: "e1", account: "acme") == alert())
            #expect(try transaction.alerts(about: "acme", since: start).map(\.id) == ["a1", "a4"])
        }
        #expect(try ledger.alerts(ofEvent: "e1").map(\.id) == ["a1", "a3", "a4"])
        #expect(try ledger.alerts(idPrefix: "a3") == [alert("a3", account: "bore")])
        #expect(try ledger.alerts(since: start.adding(seconds: 1)) == [])
    }

    @Test("A morning lists what no digest carried and what is still a reason, for this rep only")
    func undigested() throws {
        let ledger = try Scratch.ledger()
        let today = start.day
        try ledger.commit(at: start) { transaction throws in
            for (id, rep, days) in [("a1", "ann", 0), ("a2", "ann", -1), ("a3", "bob", 9), ("a4", "ann", 9)] {
                #expect(try transaction.save(alert(id, event: id, rep: rep, goodFor: days)))
            }
        }
        #expect(try ledger.undigestedAlerts(rep: "ann", on: today).map(\.id) == ["a1", "a4"])
        let digest = Digest(rep: "ann", day: today, messageID: "<1@x>", at: start, alerts: ["a4"])
        #expect(try ledger.commit(at: start) { try $0.record(digest) })
        #expect(try ledger.undigestedAlerts(rep: "ann", on: today).map(\.id) == ["a1"])
        #expect(try ledger.undigestedAlerts(rep: "ann", on: today.adding(days: 1)).map(\.id) == [])
    }

    @Test("A rep has one digest a day, whatever a second attempt carries; no mail is owed for it")
    func oneDigest() throws {
        let ledger = try Scratch.ledger()
        #expect(try ledger.lastDigest(rep: "ann") == nil)
        let first = Digest(rep: "ann", day: start.day, messageID: "<1@x>", at: start, alerts: ["a2", "a1"])
        func send(_ digest: Digest, _ name: String) throws -> Bool {
            try ledger.commit(at: start) { transaction throws in
                guard try transaction.record(digest) else { return false }
                return try transaction.enqueue(.spool, name: name, payload: [1])
            }
        }
        #expect(try send(first, "m1"))
        var second = first
        second.alerts = ["a3"]
        #expect(try !send(second, "m2"))
        #expect(try ledger.lastDigest(rep: "ann") == first)
        #expect(try ledger.pendingOutbox().map(\.name) == ["m1"])
        second.day = start.day.adding(days: 1)
        #expect(try send(second, "m3"))
        #expect(try ledger.lastDigest(rep: "ann") == second)
        #expect(try ledger.digest(rep: "ann", day: start.day) == first)
    }
}
