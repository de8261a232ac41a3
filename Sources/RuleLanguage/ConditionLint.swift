/// Lint of what a rule asks beside its patterns: groups, positions, languages, nearness.
struct ConditionLint {
    let rule: TriggerRule
    let languages: [LanguageWords]

    /// Words that may stand between the parts of a nearness before one doubts that they belong together.
    private static let nearEnough = 12

    func findings() -> [LintFinding] {
        var findings: [LintFinding] = []
        for clause in rule.match + rule.unless { findings += check(clause) }
        let known = Set(languages.filter { !$0.hedges.isEmpty }.map(\.language))
        var told: Set<String> = []
        for clause in rule.match {
            guard let language = clause.language, !known.contains(language), told.insert(language).inserted else {
                continue
            }
            findings.append(
                LintFinding(
                    .bareLanguage, at: clause.place,
                    "\(rule.id) has patterns in \(language), but no rule file with language: \(language) has hedges"))
        }
        return findings
    }

    private func check(_ clause: TriggerRule.Clause) -> [LintFinding] {
        var findings: [LintFinding] = []
        if clause.filing?.items.isEmpty ?? true, clause.texts.contains(where: { $0.position == .item }) {
            findings.append(
                LintFinding(
                    .itemOfAnyCode, at: clause.place,
                    "item reads the text of every item; say which beside it, as in filing: { items: [\"5.02\"] }"))
        }
        for pattern in clause.texts.flatMap(\.patterns) where pattern.root.widest > Self.nearEnough {
            findings.append(
                LintFinding(
                    .wideNearness, at: pattern.place,
                    "\"\(pattern.text)\" lets \(pattern.root.widest) words stand between; \(Self.nearEnough) are many"))
        }
        let asked = Set(clause.texts.flatMap { text in text.patterns.map { Asked(text.position, $0) } })
        for group in clause.groups {
            if group.kind == .none {
                for other in group.conditions where isBare(other) {
                    for pattern in other.texts[0].patterns where asked.contains(Asked(other.texts[0].position, pattern))
                    {
                        findings.append(
                            LintFinding(
                                .noneSwallowsMatch, at: pattern.place,
                                "\"\(pattern.text)\" must match and, under none, must not: the condition never holds"))
                    }
                }
            }
            findings += group.conditions.flatMap(check)
        }
        return findings
    }

    private func isBare(_ clause: TriggerRule.Clause) -> Bool {
        clause.texts.count == 1 && clause.filing == nil && clause.source == nil && clause.groups.isEmpty
    }

    /// A pattern at a position, wherever it is written.
    private struct Asked: Hashable {
        var position: TriggerRule.Position
        var root: Pattern.Node

        init(_ position: TriggerRule.Position, _ pattern: Pattern) {
            self.position = position
            root = pattern.root
        }
    }
}

extension Pattern.Node {
    /// The most words that any nearness in it lets stand between two parts; 0 where there is none.
    fileprivate var widest: Int {
        switch self {
        case .word, .stem, .slot, .gap, .mark, .inflected: 0
        case .sequence(let nodes), .alternatives(let nodes): nodes.map(\.widest).max() ?? 0
        case .optional(let node), .listed(_, let node): node.widest
        case .near(let nodes, let within): max(within, nodes.map(\.widest).max() ?? 0)
        }
    }
}
