package import TriggerModel

/// Looks for rules and profiles that load but would not serve the rep. The codes are `LintCode`.
package enum Lint {
    /// All findings by place.
    package static func check(rules: RulePack, profiles: [Profile], products: [Product]) -> [LintFinding] {
        let productNames = products.map { WordingWords.words(in: $0.name) }.filter { !$0.isEmpty }
        var findings: [LintFinding] = []
        for rule in rules.triggers where rule.status != .disabled {
            findings += WordingLint(rule: rule, productNames: productNames).findings()
            findings += RuleLint(rule: rule).findings()
            findings += ConditionLint(rule: rule, languages: rules.languages).findings()
        }
        findings += ProfileLint(rules: rules, profiles: profiles, products: products).findings()
        return findings.sorted {
            ($0.place.file, $0.place.line, $0.place.column, $0.code.rawValue)
                < ($1.place.file, $1.place.line, $1.place.column, $1.code.rawValue)
        }
    }
}
