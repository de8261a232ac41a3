import RuleLanguage
import TriggerModel

/// What a clause asks beside its patterns: language, source, groups, and the text of a filing's items.
extension ItemReading {
    /// Whether the item's language and source are what the clause asks for.
    func admits(_ clause: CompiledRule.Clause) -> Bool {
        if let wanted = clause.language, engine.languages.index(of: wanted) != language { return false }
        return clause.source?.holds(teller) ?? true
    }

    /// Whether every group is met: all of its conditions, any of them, or none.
    mutating func holds(_ groups: [CompiledRule.Group]) -> Bool {
        for group in groups {
            var met = 0
            for condition in group.conditions where holds(condition) {
                met += 1
                // One is enough to decide these two.
                if group.kind != .all { break }
            }
            switch group.kind {
            case .all: if met < group.conditions.count { return false }
            case .any: if met == 0 { return false }
            case .none: if met > 0 { return false }
            }
        }
        return true
    }

    /// Whether the item as a whole meets a condition, wherever in it the words stand.
    private mutating func holds(_ clause: CompiledRule.Clause) -> Bool {
        guard admits(clause) else { return false }
        if let filing = clause.filing {
            guard let filed = item.filing, filing.holds(filed, hasText: !clause.conditions.isEmpty)
            else { return false }
        }
        for condition in clause.conditions where !stands(condition, clause.filing) { return false }
        return holds(clause.groups)
    }

    private mutating func stands(
        _ condition: CompiledRule.Clause.Condition, _ filing: TriggerRule.FilingCondition?
    ) -> Bool {
        for field in fields.indices {
            for sentence in fields[field].sentences.indices
            where reads(condition.position, filing, field: field, sentence: sentence) {
                if firstMatch(of: condition.programs, field: field, sentence: sentence) != nil { return true }
            }
        }
        return false
    }

    /// Whether a condition on `position` reads the sentence.
    func reads(
        _ position: TriggerRule.Position, _ filing: TriggerRule.FilingCondition?, field: Int, sentence: Int
    ) -> Bool {
        let text = fields[field]
        guard position.reads(text.sentences[sentence].position) else { return false }
        guard position == .item else { return true }
        guard text.field == .content, let filed = item.filing else { return false }
        let wanted = filing?.items ?? []
        guard !filed.sections.isEmpty else {
            // Where the items begin is not known: with one item (exhibits are 9.01) all of the text is its own.
            let declared = filed.items.filter { $0 != "9.01" }
            return declared.count == 1 && (wanted.isEmpty || wanted.contains(declared[0]))
        }
        let start = Int(text.tokens[text.sentences[sentence].tokens.lowerBound].start)
        return filed.sections.contains { section in
            // An item's code begins with a digit, an exhibit's with EX.
            (section.start..<max(section.start, section.end)).contains(start)
                && (wanted.isEmpty ? section.code.first?.isNumber ?? false : wanted.contains(section.code))
        }
    }
}
