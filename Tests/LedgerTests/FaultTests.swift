import Ledger
import Testing
import TriggerModel

@Suite struct FaultTests {
    private func fault(_ kind: String, _ detail: String, at time: Timestamp = start) -> Fault {
        Fault(scope: "source:wire", kind: kind, detail: detail, openedAt: time)
    }

    @Test("A fault opens once, ages from its opening, and closes once")
    func life() throws {
        let ledger = try Scratch.ledger()
        #expect(try ledger.open(fault("dns", "no such host")))
        #expect(try !ledger.open(fault("dns", "still no such host", at: start.adding(days: 1))))
        #expect(try ledger.openFaults() == [fault("dns", "still no such host")])
        #expect(try ledger.closeFault(scope: "source:wire", kind: "dns", at: start))
        #expect(try !ledger.closeFault(scope: "source:wire", kind: "dns", at: start))
        #expect(try ledger.openFaults() == [])
        #expect(
            try ledger.open(fault("dns", "again", at: start.adding(days: 2))), "a new one after the first was closed")
    }

    @Test("A poll closes what it disproved and keeps the rest")
    func inPoll() throws {
        let ledger = try Scratch.ledger()
        let closed = try ledger.commitPoll(document()) { poll throws in
            for kind in ["dns", "timeout", "damaged"] { #expect(try poll.open(fault(kind, "x"))) }
            #expect(try poll.open(Fault(scope: "rules", kind: "dns", detail: "other scope", openedAt: start)))
            return try poll.closeFaults(scope: "source:wire", except: ["damaged"])
        }
        #expect(closed == 2)
        #expect(try ledger.openFaults().map { "\($0.scope) \($0.kind)" } == ["source:wire damaged", "rules dns"])
        #expect(try ledger.openFaults(scope: "rules").map(\.detail) == ["other scope"])
    }
}
