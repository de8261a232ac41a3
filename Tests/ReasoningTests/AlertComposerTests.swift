import RuleLanguage
import Testing
import TriggerModel

@testable import Reasoning

@Suite struct AlertComposerTests {
    static func alert(
        _ match: Match = Sample.match(), event: Event = Sample.event(), account: Account = Sample.account(),
        rule: TriggerRule = Sample.rule(), context: ReasoningContext = Sample.context(), update: AlertUpdate? = nil
    ) -> Alert? {
        let composition = AlertComposer.compose(
            match: match, event: event, account: account, rule: rule, context: context, update: update)
        guard case .alert(let alert) = composition else { return nil }
        return alert
    }

    @Test func `an alert carries everything needed to dial`() {
        let products = [
            Product(
                id: "planning", name: "Rolling plan", help: "Plans each month.",
                triggers: [TriggerSelector("leadership.*")])
        ]
        let composition = AlertComposer.compose(
            match: Sample.match(), event: Sample.event(), account: Sample.account(), rule: Sample.rule(),
            context: Sample.context(products: products, minimumScore: 81))
        #expect(
            composition
                == .alert(
                    Alert(
                        id: String(ContentHash.hex("5:alert2:e14:acme").prefix(32)), event: "e1",
                        trigger: "leadership.cfo", triggerName: "New finance chief",
                        account: AlertAccount(
                            id: "acme", name: "Acme Pumps", status: .active, phone: "+44 0", timezone: "Europe/London"),
                        rep: "dana", isFallbackRep: false, profile: "mid", relation: .itself, isBadNews: false,
                        reason: "Acme Pumps has a new finance chief, Jane Roe.",
                        soWhat: "In their first months finance chiefs look at every large contract.",
                        whyNow: "Budgets are set within about 90 days of 20 November 2026.",
                        ask: "What has Jane Roe asked you to look at first?",
                        askTemplate: "What has {person|the new CFO} asked you to look at first?",
                        opening: "I read that Acme Pumps has a new finance chief, Jane Roe. "
                            + "What has Jane Roe asked you to look at first?",
                        contact: AlertContact(
                            name: "Pat Lind", role: "controller", title: "Group Controller", phone: "+44 1",
                            email: nil, timezone: "Europe/London"),
                        affects: ["cfo", "controller", "ceo"],
                        help: [AlertHelp(product: "Rolling plan", help: "Plans each month.")],
                        evidence: [
                            AlertEvidence(
                                quote: Sample.title, source: "trade courier", publisher: "Trade Courier",
                                title: Sample.title, url: "https://news.example/i1",
                                published: Timestamp(Sample.day("2026-11-20")))
                        ],
                        confidence: 0.9, score: 81,
                        scoreParts: [
                            ScorePart(name: "strength", value: 30), ScorePart(name: "relation", value: 20),
                            ScorePart(name: "freshness", value: 9), ScorePart(name: "weight", value: 15),
                            ScorePart(name: "confidence", value: 3), ScorePart(name: "corroboration", value: 0),
                            ScorePart(name: "first-hand", value: 0), ScorePart(name: "role-fit", value: 2),
                            ScorePart(name: "contact", value: 2), ScorePart(name: "activity", value: 0),
                            ScorePart(name: "yield", value: 0),
                        ],
                        trace: ["from the profile", "rep dana owns the account"],
                        eventDate: Sample.day("2026-11-20"), dateBasis: .published,
                        goodUntil: Sample.day("2027-02-18"), createdAt: Sample.now)))
    }

    struct Stop: CustomTestStringConvertible, Sendable {
        var name: String
        var match = Sample.match()
        var event = Sample.event()
        var rule = Sample.rule()
        var context = Sample.context()
        var gate: Gate

        var testDescription: String { name }
    }

    static let stops = [
        Stop(
            name: "hedged", event: Sample.event(confidence: 0.4, qualifiers: [.hedged, .past]),
            gate: Gate(
                .reason, "low-confidence", "told as hedged, past: confidence 0.40, not a fact to call on")),
        Stop(
            name: "hedged, though somebody gave it a high confidence", event: Sample.event(qualifiers: [.negated]),
            gate: Gate(.reason, "low-confidence", "told as negated: confidence 0.90, not a fact to call on")),
        Stop(
            name: "weak", event: Sample.event(confidence: 0.35),
            gate: Gate(.reason, "low-confidence", "confidence 0.35 is below 0.50: headline 0.35")),
        Stop(
            name: "no number", event: Sample.event(confidence: .nan),
            gate: Gate(.reason, "low-confidence", "confidence nan is below 0.50: headline nan")),
        Stop(
            name: "nothing to quote", event: Sample.event(tellers: []),
            gate: Gate(.reason, "no-evidence", "event e1 has nothing to quote")),
        Stop(
            name: "too late", event: Sample.event(date: Sample.day("2026-08-01")),
            gate: Gate(
                .reason, "expired",
                "happened on 2026-08-01 and was good for 90 days, until 2026-10-30; today is 2026-11-21")),
        Stop(
            name: "a date that cannot be", event: Sample.event(date: Sample.day("2062-11-20")),
            gate: Gate(.reason, "implausible-date", "dated 2062-11-20, more than a year after 2026-11-21")),
        Stop(
            name: "below the profile's minimum", context: Sample.context(minimumScore: 82),
            gate: Gate(
                .reason, "low-score",
                "account acme: score 81 (strength 30, relation 20, freshness 9, weight 15, confidence 3, "
                    + "corroboration 0, first-hand 0, role-fit 2, contact 2, activity 0, yield 0) is below 82, "
                    + "the minimum of profile mid "
                    + "(profiles/mid.yaml:2:3)")),
        Stop(
            name: "no words for the relation", match: Sample.match(.supplier),
            gate: Gate(
                .reason, "no-wording", "there are no words for leadership.cfo through supplier: account acme")),
        Stop(
            name: "no words for the other side",
            match: Sample.match(party: Party(name: "Acme", role: .counterparty, company: .account("acme"))),
            gate: Gate(.reason, "no-wording", "there are no words for leadership.cfo through itself: account acme")),
        Stop(
            name: "a part without words",
            rule: Sample.rule(wording: Sample.wording(whyNow: "[Until {date} only.]")),
            gate: Gate(
                .reason, "no-wording", "why-now of leadership.cfo is empty for account acme (rules/leadership.yaml:5:5)"
            )),
        Stop(
            name: "nobody to call", context: Sample.context(reps: []),
            gate: Gate(.reason, "no-rep", "there is no rep to call account acme")),
    ]

    @Test(arguments: stops) func `what stops a match is one named gate`(_ test: Stop) {
        let composition = AlertComposer.compose(
            match: test.match, event: test.event, account: Sample.account(), rule: test.rule, context: test.context)
        #expect(composition == .gate(test.gate))
    }

    @Test func `judging needs neither reps nor words`() {
        let judgement = AlertComposer.judge(
            Sample.match(.supplier), event: Sample.event(), account: Sample.account(), rule: Sample.rule(),
            context: Sample.context(reps: [], fallback: nil))
        guard case .stands(let match) = judgement else {
            Issue.record("stopped: \(judgement)")
            return
        }
        #expect(match.score == 67)
        #expect(match.parts.map(\.value).reduce(0, +) == 67)
    }

    struct Side: CustomTestStringConvertible, Sendable {
        var relation: Relation
        var role = Party.Role.subject
        var isBadNews: Bool
        var reason: String

        var testDescription: String { "\(relation.rawValue) as \(role.rawValue)" }
    }

    static let sides = [
        Side(relation: .itself, isBadNews: true, reason: "Acme Pumps is to be bought by Nadir."),
        Side(relation: .itself, role: .counterparty, isBadNews: false, reason: "Acme Pumps is buying Zenith."),
        Side(
            relation: .rival, isBadNews: false,
            reason: "A rival of Acme Pumps is in the news: Zenith is to be bought by Nadir."),
        Side(
            relation: .supplier, isBadNews: true,
            reason: "A supplier of Acme Pumps is in the news: Zenith is to be bought by Nadir."),
    ]

    @Test(arguments: sides) func `each side of an event has words of its own`(_ side: Side) {
        func party(_ name: String, _ role: Party.Role, isAccount: Bool) -> Party {
            Party(name: name, role: role, company: isAccount ? .account("acme") : nil)
        }
        let isSubject = side.relation == .itself && side.role == .subject
        let isOther = side.relation == .itself && side.role == .counterparty
        let parties = [
            party(isSubject ? "ACME" : "Zenith", .subject, isAccount: isSubject),
            party(isOther ? "ACME" : "Nadir", .counterparty, isAccount: isOther),
        ]
        let rule = Sample.rule(
            affects: ["cfo"], isBadNews: true, wording: Sample.wording("{company} is to be bought by {other}."),
            otherSide: Sample.wording("{account} is buying {company}.", affects: ["coo"]))
        let ripples = [
            Relation.rival: Sample.wording("A rival of {account} is in the news: {event}", affects: ["cmo"]),
            .supplier: Sample.wording("A supplier of {account} is in the news: {event}."),
        ]
        let alert = Self.alert(
            Sample.match(side.relation, party: parties[side.role == .subject ? 0 : 1]),
            event: Sample.event("ma.agreement", parties: parties, slots: [:]), rule: rule,
            context: Sample.context(ripples: ripples))
        #expect(alert?.reason == side.reason)
        #expect(alert?.isBadNews == side.isBadNews)
        #expect(alert?.affects == (isOther ? ["coo"] : side.relation == .rival ? ["cmo"] : ["cfo"]))
        #expect(alert?.opening.contains("so I will be brief") == side.isBadNews)
    }

    @Test func `a slot the event could not fill never leaves a hole in a sentence`() {
        let rule = Sample.rule(wording: Sample.wording("{company} has raised {money}[ in {place}]."))
        let alert = Self.alert(event: Sample.event(slots: [:]), rule: rule)
        #expect(alert?.reason == "Acme Pumps has raised new money.")
        #expect(alert?.ask == "What has the new CFO asked you to look at first?")
        #expect(
            alert?.trace.last == "the event has no {money}: said as \"new money\" (rules/leadership.yaml:5:5)")
    }

    @Test func `a company that is not named is another one, where the account is the other side`() {
        let acme = Party(name: "Acme Pumps", role: .counterparty, company: .account("acme"))
        let rule = Sample.rule(
            wording: Sample.wording("{company} is to buy {other}."),
            otherSide: Sample.wording("{account} is to be bought by {company}."))
        let alert = Self.alert(
            Sample.match(.itself, party: acme), event: Sample.event("ma.agreement", parties: [acme], slots: [:]),
            rule: rule)
        #expect(alert?.reason == "Acme Pumps is to be bought by another company.")
    }

    @Test func `text from outside stays one short line of the sentence`() {
        let hostile = "Jane\r\nRoe \u{202E}{company}" + String(repeating: "e", count: 500)
        let alert = Self.alert(event: Sample.event(slots: ["person": hostile]))
        let reason = alert?.reason ?? ""
        #expect(reason.hasPrefix("Acme Pumps has a new finance chief, Jane Roe {company}eee"))
        #expect(reason.count < 200)
        #expect(!reason.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E })
    }

    @Test func `an account without a fitting contact is called through the switchboard`() {
        let alert = Self.alert(account: Sample.account(owner: nil, contacts: []))
        #expect(alert?.contact == nil)
        #expect(alert?.account.phone == "+44 0")
        #expect(alert?.rep == "miguel")
        #expect(alert?.isFallbackRep == true)
    }

    @Test func `an update has a name of its own and points at the first alert`() {
        let first = Self.alert()
        let updates = ["amount changed", "party changed"].map {
            Self.alert(update: AlertUpdate(firstAlert: first?.id ?? "", what: $0))
        }
        #expect(updates.map { $0?.updates } == [first?.id, first?.id])
        #expect(Set([first?.id, updates[0]?.id, updates[1]?.id]).count == 3)
        #expect(updates[0]?.trace.last == "update: amount changed")
        #expect(updates[0]?.id == Self.alert(update: AlertUpdate(firstAlert: "x", what: "amount changed"))?.id)
    }

    @Test func `names of alerts tell their parts apart`() {
        #expect(AlertIdentity.first(event: "ab", account: "c") != AlertIdentity.first(event: "a", account: "bc"))
        let id = AlertIdentity.first(event: "e1", account: "acme")
        #expect(id.count == 32 && id.allSatisfy(\.isHexDigit))
    }
}
