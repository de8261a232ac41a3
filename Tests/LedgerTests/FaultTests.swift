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

    @Test("Past faults are told with their end, those that ended before left out")
    func past() throws {
        let ledger = try Scratch.ledger()
        for (kind, closed) in [("dns", 1), ("timeout", 3)] {
            _ = try ledger.open(fault(kind, "x"))
            _ = try ledger.closeFault(scope: "source:wire", kind: kind, at: start.adding(days: closed))
        }
        _ = try ledger.open(fault("tls", "x", at: start.adding(days: 1)))
        #expect(
            try ledger.faults(since: start.adding(days: 2)) == [
                PastFault(fault: fault("timeout", "x"), closedAt: start.adding(days: 3)),
                PastFault(fault: fault("tls", "x", at: start.adding(days: 1)), closedAt: nil),
            ])
        #expect(try ledger.faults(since: start).count == 3)
        #expect(try ledger.faults(since: start, scope: "rules") == [])
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

@Suite struct AgedFaultTests {
    @Test("An open fault is told once for each whole day of its age")
    func daily() throws {
        let ledger = try Scratch.ledger()
        func open(_ kind: String, at time: Timestamp) throws {
            _ = try ledger.open(Fault(scope: "source:wire", kind: kind, detail: "x", openedAt: time))
        }
        func aged(_ seconds: Int) throws -> [String] {
            try ledger.agedFaults(at: start.adding(seconds: seconds)).map { "\($0.fault.kind) \($0.days)" }
        }
        let hour = 3600
        try open("dns", at: start)
        try open("stale", at: start.adding(seconds: 5 * hour))
        try open("identity-key-retired", at: start)
        #expect(try aged(23 * hour) == [])
        #expect(try aged(24 * hour) == ["dns 1"])
        #expect(try aged(25 * hour) == [])
        #expect(try aged(30 * hour) == ["stale 1"])
        #expect(try aged(48 * hour) == ["dns 2"])
        #expect(try aged(24 * 7 * hour) == ["dns 7", "stale 6"], "days in which nobody asked are not made up for")
        #expect(try aged(0) == [], "a clock that was set back")
        #expect(try ledger.closeFault(scope: "source:wire", kind: "dns", at: start))
        #expect(try aged(24 * 9 * hour) == ["stale 8"])
        try open("dns", at: start.adding(seconds: 24 * 9 * hour))
        #expect(try aged(24 * 9 * hour + 60) == [], "a new fault begins at no days")
        #expect(try aged(24 * 10 * hour + 60) == ["stale 9", "dns 1"])
    }
}
