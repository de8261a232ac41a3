import RuleLanguage
import TriggerModel

/// Invented companies and profiles that the tests of this module share.
enum Sample {
    static func place(_ line: Int, _ column: Int = 3) -> SourcePlace {
        SourcePlace(file: "profiles/mid.yaml", line: line, column: column)
    }

    static func event(
        _ trigger: String = "leadership.cfo", _ parties: [Party], id: String = "e1"
    ) -> Event {
        Event(
            id: id, trigger: trigger, confidence: 0.9, confidenceParts: [], parties: parties, slots: [:], amount: nil,
            evidence: [], qualifiers: [], date: CalendarDay("2026-11-20")!, dateBasis: .published, tellers: [])
    }

    static func subject(_ name: String, _ company: CompanyReference? = nil) -> Party {
        Party(name: name, role: .subject, company: company)
    }

    static func other(_ name: String, _ company: CompanyReference? = nil) -> Party {
        Party(name: name, role: .counterparty, company: company)
    }

    static func mentioned(_ name: String, _ company: CompanyReference? = nil) -> Party {
        Party(name: name, role: .mentioned, company: company)
    }

    static func clause(
        _ triggers: [String] = ["*"], _ relations: [Relation] = [.itself], weight: Int = 3, line: Int = 9
    ) -> Profile.ReasonClause {
        Profile.ReasonClause(
            triggers: triggers.map(TriggerSelector.init), relations: relations, weight: weight, place: place(line, 5))
    }

    static func profile(
        _ id: String = "mid", _ companies: AccountPredicate = .all([]), reasons: [Profile.ReasonClause] = [clause()],
        notReasons: [String] = [], line: Int = 2
    ) -> Profile {
        Profile(
            id: id, name: id, companies: companies, reasons: reasons,
            notReasons: notReasons.map(TriggerSelector.init), minimumScore: 0, place: place(line))
    }

    static func rule(
        _ id: String = "leadership.cfo", kind: TriggerRule.Kind = .event, status: TriggerRule.Status = .live,
        otherSide: Bool = false
    ) -> TriggerRule {
        let place = SourcePlace(file: "rules/all.yaml", line: 4, column: 3)
        let words = WordingTemplate(text: "x", segments: [.literal("x")], place: place)
        let wording = TriggerRule.Wording(reason: words, soWhat: words, whyNow: words, ask: words)
        return TriggerRule(
            id: id, name: id, kind: kind, strength: 3, shelfLifeDays: 90, affects: [], status: status,
            isBadNews: false, match: [], unless: [], wording: wording, otherSide: otherSide ? wording : nil,
            trials: [], place: place)
    }

    static func pack(_ rules: TriggerRule...) -> RulePack { RulePack(triggers: rules) }
}
