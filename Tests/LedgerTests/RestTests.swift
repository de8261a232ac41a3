import Ledger
import Testing
import TriggerModel

@Suite struct RestTests {
    @Test("An account was given to a rep when an alert was queued or listed, not while it is held back")
    func lastGiven() throws {
        let ledger = try Scratch.ledger()
        let held = Gate(.deliver, "silenced", "in negotiation")
        try ledger.commit(at: start) { transaction in
            #expect(try transaction.history.lastGiven("acme") == nil)
            _ = try transaction.save(alert("a1", event: "e1"))
            try transaction.record(held, event: "e1", account: "acme")
        }
        #expect(try ledger.history.lastGiven("acme") == nil)
        try ledger.commit(at: start) { _ = try $0.save(alert("a2", event: "e2", rep: "tom")) }
        #expect(try ledger.history.lastGiven("acme") == LastGiven(day: start.day, rep: "tom", event: "e2"))
        let later = start.adding(days: 4)
        try ledger.commit(at: later) { transaction in
            _ = try transaction.record(
                Digest(rep: "ann", day: later.day, messageID: "<m>", at: later, alerts: ["a1"]))
        }
        #expect(try ledger.history.lastGiven("acme") == LastGiven(day: later.day, rep: "ann", event: "e1"))
        #expect(try ledger.history.lastGiven("borealis") == nil)
    }

    @Test("An alert that rests is in no morning before its day, and is looked at again as long as it is good")
    func rest() throws {
        let ledger = try Scratch.ledger()
        let free = start.day.adding(days: 5)
        try ledger.commit(at: start) { transaction in
            _ = try transaction.save(alert("a1", goodFor: 10))
            try transaction.rest("a1", until: free)
            try transaction.record(Gate(.deliver, "cool-down", "rests"), event: "e1", account: "acme")
        }
        #expect(try ledger.undigestedAlerts(rep: "ann", on: free.adding(days: -1)).isEmpty)
        #expect(try ledger.hold(alert("a1"), on: free.adding(days: -1))?.gate == "cool-down")
        #expect(try ledger.undigestedAlerts(rep: "ann", on: free).map(\.id) == ["a1"])
        try ledger.commit(at: start) { transaction in
            #expect(try transaction.heldAlerts(on: start.day.adding(days: 10)).map(\.id) == ["a1"])
            #expect(try transaction.heldAlerts(on: start.day.adding(days: 11)).isEmpty)
            try transaction.forgetHold(ofEvent: "e1", account: "acme")
            #expect(try transaction.heldAlerts(on: start.day).isEmpty)
        }
        #expect(try ledger.gates(ofEvent: "e1").isEmpty)
    }

    @Test("Of an alert that went to another rep, the first rep's morning keeps nothing")
    func handedOver() throws {
        let ledger = try Scratch.ledger()
        try ledger.commit(at: start) { transaction in
            _ = try transaction.save(alert("a1"))
            var handed = alert("a2", rep: "tom", updates: "a1")
            handed.createdAt = start.adding(seconds: 60)
            _ = try transaction.save(handed)
        }
        #expect(try ledger.undigestedAlerts(rep: "ann", on: start.day).isEmpty)
        #expect(try ledger.undigestedAlerts(rep: "tom", on: start.day).map(\.id) == ["a2"])
        #expect(try ledger.openAlerts(on: start.day).map(\.id) == ["a1", "a2"])
    }

    @Test("A call put off beyond the shelf life comes back on its day, once")
    func later() throws {
        let ledger = try Scratch.ledger()
        let until = start.day.adding(days: 60)
        try ledger.commit(at: start) { transaction in
            _ = try transaction.save(alert("a1", goodFor: 10))
            _ = try transaction.record(
                Digest(rep: "ann", day: start.day, messageID: "<m>", at: start, alerts: ["a1"]))
            _ = try transaction.save(OutcomeReport(on: alert("a1"), .later, until: until, at: start))
        }
        #expect(try ledger.undigestedAlerts(rep: "ann", on: until.adding(days: -1)).isEmpty)
        #expect(try ledger.undigestedAlerts(rep: "ann", on: until).map(\.id) == ["a1"])
        #expect(try ledger.undigestedAlerts(rep: "ann", on: until.adding(days: 30)).map(\.id) == ["a1"])
        #expect(try ledger.undigestedAlerts(rep: "ann", on: until.adding(days: 31)).isEmpty)
        let again = Timestamp(until.adding(days: 2))
        try ledger.commit(at: again) { transaction in
            _ = try transaction.record(
                Digest(rep: "ann", day: again.day, messageID: "<n>", at: again, alerts: ["a1"]))
        }
        #expect(try ledger.undigestedAlerts(rep: "ann", on: again.day.adding(days: 1)).isEmpty)
    }

    @Test("What reps reported, silences that are over, decided names and activities are forgotten in their time")
    func retention() throws {
        let ledger = try Scratch.ledger()
        let item = try ledger.read([news("Acme names Jane Roe", guid: "1")])[0].id
        try ledger.commit(at: start) { transaction in
            _ = try transaction.save(OutcomeReport(on: alert("a1"), .won, at: start))
            try transaction.note(activityOn: start.day, with: "acme", item: item)
            try transaction.review("Acme", in: item, candidates: ["acme", "acme-uk"])
            _ = try transaction.decide("Acme", in: item, account: "acme", author: "Lea")
        }
        _ = try ledger.add(
            Silence(
                scope: .account, name: "acme", until: start.day, author: "Lea", reason: "audit", createdAt: start))
        func left(after days: Int) throws -> [Int] {
            _ = try ledger.prune(now: start.adding(days: days))
            return [
                try ledger.outcomes(since: start).count, try ledger.silences(on: nil).count,
                try ledger.reviews(of: item).count,
                try ledger.history.activityDays(of: "acme", since: start.day, limit: 5).count,
            ]
        }
        #expect(try left(after: 60) == [1, 1, 1, 1])
        #expect(try left(after: 61) == [1, 1, 1, 0])
        #expect(try left(after: 401) == [1, 1, 0, 0])
        #expect(try left(after: 731) == [1, 0, 0, 0])
        #expect(try left(after: 1101) == [0, 0, 0, 0])
    }

    @Test("A source's silence does not cover what another source tells as well")
    func sourceSilence() throws {
        let ledger = try Scratch.ledger()
        _ = try ledger.add(
            Silence(
                scope: .source, name: "wire", until: start.day, author: "Lea", reason: "noisy", createdAt: start))
        try ledger.commit(at: start) { transaction in
            try transaction.save(event(tellers: [teller("1")]), toldBy: [])
            _ = try transaction.save(alert("a1"))
        }
        #expect(try ledger.hold(alert("a1"), on: start.day)?.gate == "silenced")
        try ledger.commit(at: start) {
            try $0.save(event(tellers: [teller("1"), teller("2", source: "tally")]), toldBy: [])
        }
        #expect(try ledger.hold(alert("a1"), on: start.day) == nil)
    }
}
