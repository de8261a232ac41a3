import TriggerModel

/// Lint of one rule's conditions, trials and numbers.
struct RuleLint {
    let rule: TriggerRule

    private static let fewestTrials = 4
    private static let usualShelfLife = 7...180
    /// 8-K items that may hold any news: results, Regulation FD disclosure, other events (instructions to Form 8-K).
    private static let catchAllItems: Set<String> = ["2.02", "7.01", "8.01"]
    /// Words that stand in nearly every text.
    private static let commonest: Set<String> = [
        "a", "an", "and", "as", "at", "by", "for", "from", "has", "have", "in", "is", "it", "its", "new", "of", "on",
        "or",
        "that", "the", "this", "to", "was", "will", "with",
    ]

    func findings() -> [LintFinding] { numbers() + patterns() + filings() + trials() }

    private func numbers() -> [LintFinding] {
        var findings: [LintFinding] = []
        if rule.affects.isEmpty {
            findings.append(
                LintFinding(.affectsNobody, at: rule.place, "\(rule.id) has no affects: on whose desk does it land?"))
        }
        if !Self.usualShelfLife.contains(rule.shelfLifeDays) {
            findings.append(
                LintFinding(
                    .unusualShelfLife, at: rule.place,
                    "\(rule.id) has a shelf life of \(rule.shelfLifeDays) days; \(Self.usualShelfLife.lowerBound) to "
                        + "\(Self.usualShelfLife.upperBound) are usual"))
        }
        if rule.kind == .activity, rule.strength > 1 {
            findings.append(
                LintFinding(
                    .strongActivity, at: rule.place,
                    "\(rule.id) is an activity with strength \(rule.strength); what we caused is no reason, write 1"))
        }
        return findings
    }

    private func patterns() -> [LintFinding] {
        struct Condition: Hashable {
            var position: TriggerRule.Position
            var root: Pattern.Node
            var language: String?
        }
        var findings: [LintFinding] = []
        var matching: [Condition: SourcePlace] = [:]
        for (clauses, isMatch) in [(rule.match, true), (rule.unless, false)] {
            var seen: [Condition: SourcePlace] = isMatch ? [:] : matching
            for clause in clauses {
                for condition in clause.texts {
                    // With a second condition beside it, the same pattern is not the same clause.
                    let isWhole =
                        clause.texts.count == 1 && clause.filing == nil && clause.source == nil && clause.groups.isEmpty
                    for pattern in condition.patterns {
                        if !pattern.root.hasAnchor(outside: Self.commonest) {
                            findings.append(
                                LintFinding(
                                    .commonWordsOnly, at: pattern.place,
                                    "\"\(pattern.text)\" has only common words; add one that tells this event from others"
                                ))
                        }
                        guard isWhole else { continue }
                        let key = Condition(
                            position: condition.position, root: pattern.root, language: clause.language)
                        guard let first = seen[key] else {
                            seen[key] = pattern.place
                            continue
                        }
                        findings.append(
                            !isMatch && matching[key] != nil
                                ? LintFinding(
                                    .unlessSwallowsMatch, at: pattern.place,
                                    "\"\(pattern.text)\" also stands under match (\(first)), which can never be recognised"
                                )
                                : LintFinding(
                                    .repeatedPattern, at: pattern.place,
                                    "\"\(pattern.text)\" stands already at \(first)"))
                    }
                }
            }
            if isMatch { matching = seen }
        }
        return findings
    }

    private func filings() -> [LintFinding] {
        rule.match.compactMap { clause in
            guard clause.texts.isEmpty, let filing = clause.filing,
                let item = filing.items.first(where: Self.catchAllItems.contains)
            else { return nil }
            return LintFinding(
                .catchAllItem, at: clause.place, "item \(item) holds any news; add a text condition")
        }
    }

    private func trials() -> [LintFinding] {
        var findings: [LintFinding] = []
        for (key, shouldMatch) in [("match", true), ("no-match", false)] {
            let count = rule.trials.count { $0.shouldMatch == shouldMatch }
            if count < Self.fewestTrials {
                findings.append(
                    LintFinding(
                        .tooFewTrials, at: rule.place,
                        "\(rule.id) has \(count) trials under \(key); \(Self.fewestTrials) are the least that teach"))
            }
        }
        for language in Set(rule.match.compactMap(\.language)).sorted() {
            let own = rule.trials.filter { $0.item.language == language }
            for (key, shouldMatch) in [("match", true), ("no-match", false)] {
                let count = own.count { $0.shouldMatch == shouldMatch }
                guard count < Self.fewestTrials else { continue }
                findings.append(
                    LintFinding(
                        .tooFewTrials, at: rule.match.first { $0.language == language }?.place ?? rule.place,
                        "\(rule.id) has \(count) trials in \(language) under \(key); \(Self.fewestTrials) are the least that teach"
                    ))
            }
        }
        struct Sentence: Hashable {
            var title, summary, content: String?
            var source: TriggerRule.TrialSource?
        }
        var first: [Sentence: TriggerRule.Trial] = [:]
        for trial in rule.trials {
            let sentence = Sentence(
                title: trial.item.title, summary: trial.item.summary, content: trial.item.content, source: trial.source)
            if let other = first[sentence], other.shouldMatch != trial.shouldMatch,
                other.item.filing == trial.item.filing
            {
                findings.append(
                    LintFinding(
                        .contradictingTrials, at: trial.place,
                        "the same sentence must match at \(other.place) and must not match here"))
            }
            first[sentence] = first[sentence] ?? trial
        }
        return findings
    }
}

extension Pattern.Node {
    /// True where every reading has a plain word that is not among `common`.
    func hasAnchor(outside common: Set<String>) -> Bool {
        switch self {
        case .word(let word), .inflected(let word, _): !common.contains(word.lowercased())
        case .stem: true
        case .slot, .gap, .mark, .optional: false
        case .listed(_, let node): node.hasAnchor(outside: common)
        case .sequence(let nodes), .near(let nodes, _): nodes.contains { $0.hasAnchor(outside: common) }
        case .alternatives(let nodes): nodes.allSatisfy { $0.hasAnchor(outside: common) }
        }
    }
}
