import Ledger
import Testing
import TriggerModel

@Suite struct OutcomeTests {
    private let today = start.day

    private func ledger(_ alerts: [Alert]) throws -> WatchLedger {
        let ledger = try Scratch.ledger()
        let kept = try ledger.commit(at: start) { transaction in try alerts.count { try transaction.save($0) } }
        #expect(kept == alerts.count)
        return ledger
    }

    private func report(
        _ ledger: WatchLedger, _ alert: Alert, _ word: OutcomeReport.Word, until: Int? = nil, after seconds: Int = 0
    ) throws -> Bool {
        let at = start.adding(seconds: seconds)
        return try ledger.commit(at: at) {
            try $0.save(
                OutcomeReport(on: alert, word, until: until.map { today.adding(days: $0) }, why: "asked", at: at))
        }
    }

    private func told(_ ledger: WatchLedger, _ alerts: [String], on day: Int) throws {
        let digest = Digest(
            rep: "ann", day: today.adding(days: day), messageID: "m\(day)", at: start.adding(days: day), alerts: alerts)
        let isNew = try ledger.commit(at: start.adding(days: day)) { try $0.record(digest) }
        #expect(isNew)
    }

    private func morning(_ ledger: WatchLedger, _ day: Int) throws -> [String] {
        try ledger.undigestedAlerts(rep: "ann", on: today.adding(days: day)).map(\.id)
    }

    @Test("A report is kept once, with its words and time")
    func once() throws {
        let ledger = try ledger([alert()])
        #expect(try report(ledger, alert(), .meeting))
        #expect(try !report(ledger, alert(), .meeting))
        #expect(try ledger.outcomes(of: "a1") == [OutcomeReport(on: alert(), .meeting, why: "asked", at: start)])
        #expect(try report(ledger, alert(), .meeting, after: 60))
        #expect(try ledger.outcomes(of: "a1").count == 2)
    }

    @Test("What is no reason comes on no morning, its updates neither, and says so as its gate")
    func notAReason() throws {
        let update = alert("a2", updates: "a1")
        let other = alert("a3", event: "e2")
        let ledger = try ledger([alert(), update, other])
        #expect(try report(ledger, alert(), .notAReason))
        #expect(try morning(ledger, 1) == ["a3"])
        let gates = try ledger.gates(ofEvent: "e1")
        #expect(gates.map(\.gate) == [Gate(.deliver, "not-a-reason", "reported for ann on \(today): asked")])
        #expect(try ledger.hold(update, on: today)?.gate == "not-a-reason")
    }

    @Test("What is put off comes back once on its day, although it was told before")
    func later() throws {
        let ledger = try ledger([alert()])
        try told(ledger, ["a1"], on: 0)
        #expect(try report(ledger, alert(), .later, until: 5))
        #expect(try morning(ledger, 4) == [])
        #expect(try morning(ledger, 5) == ["a1"])
        try told(ledger, ["a1"], on: 6)
        #expect(try morning(ledger, 7) == [])
    }

    @Test("The last report counts: a reason put off and then lost does not come back")
    func lastCounts() throws {
        let ledger = try ledger([alert()])
        try told(ledger, ["a1"], on: 0)
        #expect(try report(ledger, alert(), .later, until: 5))
        #expect(try report(ledger, alert(), .lost, after: 60))
        #expect(try morning(ledger, 5) == [])
        #expect(try ledger.gates(ofEvent: "e1").isEmpty)
    }

    @Test("Yields count each alert once, by its last report that judges the reason")
    func yields() throws {
        let alerts = (1...4).map { alert("a\($0)", event: "e\($0)") }
        let ledger = try ledger(alerts)
        #expect(try report(ledger, alerts[0], .meeting))
        #expect(try report(ledger, alerts[0], .voicemail, after: 60))
        #expect(try report(ledger, alerts[1], .reached))
        #expect(try report(ledger, alerts[1], .notAReason, after: 60))
        #expect(try report(ledger, alerts[2], .noAnswer))
        let rule = OutcomeYield(
            kind: .rule, name: "leadership.cfo", reported: 3, judged: 2, good: 1, notAReason: 1)
        #expect(try ledger.yields(since: start).first == rule)
        #expect(try ledger.yields(since: start).map(\.kind) == [.rule, .profile, .opening])
    }

    @Test(
        "A silence holds back what it names, up to and with its day, until it is ended",
        arguments: [
            (Silence.Scope.account, "acme", true), (.account, "borealis", false), (.rule, "leadership.cfo", true),
            (.rule, "leadership.*", true), (.rule, "lead.*", false), (.source, "wire", true), (.source, "post", false),
        ])
    func silence(scope: Silence.Scope, name: String, holds: Bool) throws {
        var told = alert()
        told.evidence = [
            AlertEvidence(quote: "q", source: "wire", publisher: "wire", title: "t", url: nil, published: nil)
        ]
        let ledger = try ledger([told])
        let id = try ledger.add(
            Silence(
                scope: scope, name: name, until: today.adding(days: 2), author: "Lea", reason: "merger talks",
                createdAt: start))
        #expect(try morning(ledger, 2) == (holds ? [] : ["a1"]))
        #expect(try ledger.hold(told, on: today)?.gate == (holds ? "silenced" : nil))
        #expect(try morning(ledger, 3) == ["a1"])
        #expect(try ledger.endSilence(id, at: start))
        #expect(try !ledger.endSilence(id, at: start))
        #expect(try morning(ledger, 2) == ["a1"])
        #expect(try ledger.silences(on: today).isEmpty)
        #expect(try ledger.silences(on: nil).map(\.author) == ["Lea"])
    }

    @Test("An ambiguous name is listed once, and gone from the list when a person has decided")
    func review() throws {
        let ledger = try Scratch.ledger()
        let item = try #require(try ledger.read([news("Apex opens a plant", guid: "1")]).first?.id)
        for _ in 0..<2 {
            try ledger.commit(at: start) { try $0.review("Apex", in: item, candidates: ["apex-tools", "apex-foods"]) }
        }
        #expect(
            try ledger.openReviews() == [
                AmbiguousName(item: item, name: "Apex", candidates: ["apex-foods", "apex-tools"], at: start)
            ])
        func decide(_ name: String) throws -> Bool {
            try ledger.commit(at: start) { try $0.decide(name, in: item, account: "apex-foods", author: "Lea") }
        }
        #expect(try decide("Apex"))
        #expect(try ledger.openReviews().isEmpty)
        #expect(try ledger.reviews(of: item).map(\.account) == ["apex-foods"])
        #expect(try !decide("Zenith"))
    }

    @Test("What looking back was done for is remembered with its mark")
    func lookedBack() throws {
        let ledger = try Scratch.ledger()
        let ann = LookedBack(.account, "acme", mark: "ann")
        let tom = LookedBack(.account, "acme", mark: "tom")
        let other = LookedBack(.rule, "acme", mark: "live")
        try ledger.commit(at: start) { try $0.remember([ann, other], of: [ann, other]) }
        try ledger.commit(at: start) { try $0.remember([tom], of: [tom]) }
        // What is not configured any more is new when it comes back.
        #expect(try ledger.lookedBack() == [tom])
    }

    @Test("A state file of the version before gets the new tables and keeps its alerts")
    func upgrade() throws {
        let scratch = try Scratch()
        try WatchLedger.rehearse(path: scratch.path, through: "002 sources", sql: "")
        let ledger = try scratch.ledger()
        #expect(try ledger.silences(on: nil).isEmpty)
        #expect(try ledger.yields(since: start).isEmpty)
    }
}
