import RuleLanguage

/// A rule with its patterns as programs.
struct CompiledRule: Sendable {
    struct Clause: Sendable {
        struct Condition: Sendable {
            var position: TriggerRule.Position
            var programs: [Int]
        }

        var conditions: [Condition]
        var filing: TriggerRule.FilingCondition?
        var place: SourcePlace
    }

    var rule: TriggerRule
    var match: [Clause]
    var unless: [Clause]

    init(_ rule: TriggerRule, compiler: inout PatternCompiler) {
        self.rule = rule
        match = rule.match.map { Self.compile($0, &compiler) }
        unless = rule.unless.map { Self.compile($0, &compiler) }
    }

    private static func compile(_ clause: TriggerRule.Clause, _ compiler: inout PatternCompiler) -> Clause {
        Clause(
            conditions: clause.texts.map { text in
                Clause.Condition(position: text.position, programs: text.patterns.map { compiler.add($0) })
            },
            filing: clause.filing, place: clause.place)
    }
}

extension TriggerRule.Position {
    /// True where a sentence of that position is read by a condition on this one.
    func reads(_ position: Sentence.Position) -> Bool {
        switch (self, position) {
        case (_, .skipped): false
        case (.text, _), (.headline, .headline), (.lead, .lead), (.body, .body): true
        default: false
        }
    }
}

extension TriggerRule.FilingCondition {
    /// A filing holds with its form (amendments included) and any one of the items. Where the filing's items are not
    /// known the text must tell by itself, so a condition with text holds and one without does not.
    func holds(form filed: String, items declared: [String], hasText: Bool) -> Bool {
        if let form, filed != form, filed != form + "/A" { return false }
        if declared.isEmpty, hasText { return true }
        return items.isEmpty || items.contains { declared.contains($0) }
    }
}
