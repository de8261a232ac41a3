import RuleLanguage
import Testing
import TriggerModel

@testable import Reasoning

@Suite struct MergerEchoTests {
    static func party(_ name: String, _ role: Party.Role, _ account: String? = nil) -> Party {
        Party(name: name, role: role, company: account.map { .account($0) })
    }

    static func merger(_ trigger: String = "ma.agreement", day: String = "2026-11-01", qualifiers: [Qualifier] = [])
        -> Event
    {
        var event = Sample.event(
            trigger, parties: [party("Zenith plc", .subject), party("Acme Pumps Inc", .counterparty, "acme")],
            qualifiers: qualifiers, date: Sample.day(day))
        event.id = "m1"
        return event
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var told = [merger()]
        var trigger = "leadership.cfo"
        var subject = party("Acme Pumps", .subject)
        var echoes: Bool
    }

    @Test(arguments: [
        Case(testDescription: "a chief who leaves the target", echoes: true),
        Case(testDescription: "by account, whatever the name", subject: party("AP", .subject, "acme"), echoes: true),
        Case(testDescription: "jobs cut at the target", trigger: "layoff", echoes: true),
        Case(testDescription: "a chief who leaves the buyer", subject: party("Zenith", .subject), echoes: false),
        Case(testDescription: "a contract of the target's", trigger: "contract.won", echoes: false),
        Case(testDescription: "a merger only talked of", told: [merger(qualifiers: [.hedged])], echoes: false),
        Case(testDescription: "a merger long past", told: [merger(day: "2026-03-01")], echoes: false),
        Case(testDescription: "a merger still to come", told: [merger(day: "2026-12-24")], echoes: false),
        Case(testDescription: "another kind of event before", told: [merger("layoff")], echoes: false),
    ]) func `what follows from a take-over is linked to it`(_ test: Case) {
        let event = Sample.event(test.trigger, parties: [test.subject])
        #expect(MergerEcho.merger(echoedBy: event, among: test.told)?.id == (test.echoes ? "m1" : nil))
    }

    @Test func `an echo is stopped at the account that was told of the merger, and nowhere else`() {
        var context = Sample.context()
        context.told = ["acme": [Self.merger()]]
        func judgement(_ context: ReasoningContext, _ update: AlertUpdate? = nil) -> Judgement {
            AlertComposer.judge(
                Sample.match(), event: Sample.event(), account: Sample.account(), rule: Sample.rule(), context: context,
                update: update)
        }
        let detail =
            "account acme: it follows from ma.agreement of 2026-11-01, event m1, which the account was told of"
        #expect(judgement(context) == .gate(Gate(.reason, "echo", detail)))
        context.told = ["other": [Self.merger()]]
        guard case .stands = judgement(context) else {
            Issue.record("stopped elsewhere")
            return
        }
    }

    @Test func `a denial reaches the rep who was told, and says so`() throws {
        let event = Sample.event(confidence: 0.3, qualifiers: [.negated])
        func composed(_ isDenial: Bool) -> Composition {
            AlertComposer.compose(
                match: Sample.match(), event: event, account: Sample.account(), rule: Sample.rule(),
                context: Sample.context(minimumScore: 99),
                update: AlertUpdate(firstAlert: "a1", what: "denied", isDenial: isDenial))
        }
        guard case .alert(let alert) = composed(true) else {
            Issue.record("not told")
            return
        }
        #expect(alert.updates == "a1")
        #expect(alert.reason == "Denied or called off: Acme Pumps has a new finance chief, Jane Roe.")
        guard case .gate(let gate) = composed(false) else {
            Issue.record("told")
            return
        }
        #expect(gate.gate == "low-confidence")
    }

    @Test func `a story that is everywhere carries a warning`() {
        #expect(CrowdWarning.note(for: Sample.event(tellers: (1...5).map { Sample.teller("P\($0)") })) == nil)
        let many = (1...6).map { Sample.teller("P\($0)") } + [Sample.teller("p1")]
        #expect(
            CrowdWarning.note(for: Sample.event(tellers: many))
                == "crowd: 6 outlets tell it, so others will call about it; the question counts more than the news")
    }
}
