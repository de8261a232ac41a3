import RuleLanguage
import Testing
import TriggerModel

@testable import Reasoning

@Suite struct SilenceGateTests {
    static func silence(_ scope: StandingSilence.Scope, until: String = "2026-11-30") -> StandingSilence {
        StandingSilence(scope: scope, until: Sample.day(until), author: "Ops", reason: "in negotiation")
    }

    static func verdict(
        _ gate: SilenceGate, account: Account = Sample.account(), event: Event = Sample.event(), isUpdate: Bool = false
    ) -> SilenceGate.Verdict {
        gate.verdict(on: Sample.match(), event: event, account: account, today: Sample.today, isUpdate: isUpdate)
    }

    @Test func `nothing stands against a match by default`() { #expect(Self.verdict(.open) == .open) }

    @Test(
        arguments: [
            (silence(.account("acme")), "silenced"), (silence(.account("other")), nil),
            (silence(.rule("leadership.*")), "silenced"), (silence(.rule("layoff")), nil),
            (silence(.source("trade courier")), "silenced"), (silence(.source("wire")), nil),
            (silence(.account("acme"), until: "2026-11-21"), "silenced"),
            (silence(.account("acme"), until: "2026-11-20"), nil),
        ] as [(StandingSilence, String?)]) func `a silence covers what it names, up to its day`(
            _ silence: StandingSilence, _ name: String?
        )
    {
        let verdict = Self.verdict(SilenceGate(silences: [silence]))
        if let name {
            guard case .stopped(let gate) = verdict else {
                Issue.record("not stopped: \(verdict)")
                return
            }
            #expect(gate.gate == name)
            #expect(gate.detail.contains("by Ops: in negotiation"))
        } else {
            #expect(verdict == .open)
        }
    }

    @Test func `an event that another source tells as well is told`() {
        let event = Sample.event(tellers: [Sample.teller("Trade Courier"), Sample.teller("Wire")])
        #expect(Self.verdict(SilenceGate(silences: [Self.silence(.source("trade courier"))]), event: event) == .open)
    }

    @Test func `an account that must not be called is not called, whoever says so`() {
        var tagged = Sample.account()
        tagged.tags = ["No-Call"]
        let gate = Gate(.reason, "do-not-call", "account acme must not be called")
        #expect(Self.verdict(SilenceGate(doNotCall: ["acme"])) == .stopped(gate))
        #expect(Self.verdict(.open, account: tagged) == .stopped(gate))
    }

    @Test func `the cool-down holds back for any rep, but not an update and not for ever`() {
        let last = SilenceGate.LastTold(day: Sample.day("2026-11-19"), rep: "miguel", event: "e0")
        let gate = SilenceGate(lastTold: ["acme": last], coolDownDays: 5)
        let held = SilenceGate.Verdict.held(
            until: Sample.day("2026-11-24"),
            Gate(
                .deliver, "cool-down",
                "account acme was given to rep miguel on 2026-11-19 and rests 5 days, until 2026-11-24"))
        #expect(Self.verdict(gate) == held)
        #expect(Self.verdict(gate, isUpdate: true) == .open)
        let rested = SilenceGate(lastTold: ["acme": last], coolDownDays: 2)
        #expect(Self.verdict(rested) == .open)
    }

    @Test func `a silenced match is one named gate of the composer, and a cool-down is none`() {
        func composition(_ silence: SilenceGate) -> Composition {
            var context = Sample.context()
            context.silence = silence
            return AlertComposer.compose(
                match: Sample.match(), event: Sample.event(), account: Sample.account(), rule: Sample.rule(),
                context: context)
        }
        guard case .gate(let gate) = composition(SilenceGate(doNotCall: ["acme"])) else {
            Issue.record("not stopped")
            return
        }
        #expect(gate.gate == "do-not-call")
        let last = SilenceGate.LastTold(day: Sample.today, rep: "dana", event: "e0")
        guard case .alert = composition(SilenceGate(lastTold: ["acme": last], coolDownDays: 5)) else {
            Issue.record("lost to the cool-down")
            return
        }
    }
}
