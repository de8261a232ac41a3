import RuleLanguage
import TriggerModel

/// A rule with its patterns as programs.
struct CompiledRule: Sendable {
    struct Clause: Sendable {
        struct Condition: Sendable {
            var position: TriggerRule.Position
            var programs: [Int]
        }

        var conditions: [Condition]
        var filing: TriggerRule.FilingCondition?
        var source: TriggerRule.SourceCondition?
        var groups: [Group] = []
        /// Its own words are no hedges.
        var isFirm = false
        /// nil: items in any language.
        var language: String?
        var place: SourcePlace
    }

    struct Group: Sendable {
        var kind: TriggerRule.Group.Kind
        var conditions: [Clause]
    }

    var rule: TriggerRule
    var match: [Clause]
    var unless: [Clause]
    var ends: [Clause]
    /// False where neither a pattern nor the reason asks for a company: what the rule tells happens to an industry or a
    /// market, and an event of it needs no subject.
    var isAboutCompanies: Bool
    /// True where the event is that somebody said something: `statement.…`. What is said may be a guess or long ago.
    var isSpeech: Bool { rule.id.hasPrefix("statement.") }

    init(_ rule: TriggerRule, compiler: inout PatternCompiler) {
        self.rule = rule
        match = rule.match.map { Self.compile($0, &compiler) }
        unless = rule.unless.map { Self.compile($0, &compiler) }
        ends = rule.ends.map { Self.compile($0, &compiler) }
        let asksForCompany = rule.match.contains { clause in
            clause.filing != nil
                || clause.texts.contains { text in text.patterns.contains { $0.slots.contains(.company) } }
        }
        isAboutCompanies = asksForCompany || rule.wording.reason.slots.contains { $0.name == Slot.company.rawValue }
    }

    private static func compile(_ clause: TriggerRule.Clause, _ compiler: inout PatternCompiler) -> Clause {
        Clause(
            conditions: clause.texts.map { text in
                Clause.Condition(position: text.position, programs: text.patterns.map { compiler.add($0) })
            },
            filing: clause.filing, source: clause.source,
            groups: clause.groups.map { group in
                Group(kind: group.kind, conditions: group.conditions.map { compile($0, &compiler) })
            }, isFirm: clause.isFirm, language: clause.language, place: clause.place)
    }
}

extension TriggerRule.Position {
    /// True where a sentence of that position is read by a condition on this one.
    func reads(_ position: Sentence.Position) -> Bool {
        switch (self, position) {
        case (_, .skipped): false
        case (.text, _), (.headline, .headline), (.lead, .lead), (.body, .body), (.item, .lead), (.item, .body): true
        default: false
        }
    }
}

extension TriggerRule.FilingCondition {
    /// A filing holds with its form (amendments included) and any one of the items. Where the filing's items are not
    /// known the text must tell by itself, so a condition with text holds and one without does not.
    func holds(_ filing: Filing, hasText: Bool) -> Bool {
        if let form, filing.form != form, filing.form != form + "/A" { return false }
        if !industries.isEmpty {
            let codes = filing.parties.filter { $0.role != .filedBy }.compactMap(\.sic)
            guard codes.contains(where: { code in industries.contains { code.hasPrefix($0) } }) else { return false }
        }
        if filing.items.isEmpty, hasText { return true }
        return items.isEmpty || items.contains { filing.items.contains($0) }
    }
}

extension TriggerRule.SourceCondition {
    /// Whether what an item's teller is meets every part that is asked. What is not known of a teller meets nothing.
    func holds(_ teller: TellerOrigin) -> Bool {
        if !kinds.isEmpty, !(teller.kind.map { kinds.contains($0) } ?? false) { return false }
        if let isFirstHand, isFirstHand != teller.isFirstHand { return false }
        if !ids.isEmpty, !ids.contains(teller.source) { return false }
        let publisher = teller.publisher.lowercased()
        return publishers.isEmpty || publishers.contains { $0.lowercased() == publisher }
    }
}
