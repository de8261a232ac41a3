import TriggerModel

/// Lint of what profiles and products ask of the rules.
struct ProfileLint {
    let rules: RulePack
    let profiles: [Profile]
    let products: [Product]

    func findings() -> [LintFinding] { unknown() + unheard() + ripples() }

    private func unknown() -> [LintFinding] {
        let ids = rules.triggers.map(\.id)
        var findings: [LintFinding] = []
        func check(_ selectors: [TriggerSelector], _ owner: String, _ place: SourcePlace) {
            for selector in selectors where !ids.contains(where: selector.selects) {
                let names = selector.description.hasSuffix("*") ? families(ids) : ids
                findings.append(
                    LintFinding(
                        .unknownTrigger, at: place,
                        "\(owner) names \(selector), which no rule defines"
                            + NearestName.suggestion(selector.description, in: names)))
            }
        }
        for profile in profiles {
            for reason in profile.reasons { check(reason.triggers, "profile \(profile.id)", reason.place) }
            check(profile.notReasons, "not-reasons of profile \(profile.id)", profile.place)
        }
        for product in products {
            // Products carry no place of their own.
            check(product.triggers, "product \(product.id)", SourcePlace(file: "accounts", line: 1, column: 1))
        }
        return findings
    }

    private func unheard() -> [LintFinding] {
        guard !profiles.isEmpty else { return [] }
        let wanted = profiles.flatMap(\.reasons).flatMap(\.triggers)
        return rules.triggers.filter { rule in
            rule.status == .live && rule.kind == .event && !wanted.contains { $0.selects(rule.id) }
        }.map { LintFinding(.unheardTrigger, at: $0.place, "no profile names \($0.id)") }
    }

    private func ripples() -> [LintFinding] {
        profiles.flatMap { profile in
            profile.reasons.flatMap { reason in
                reason.relations.filter { $0 != .itself && rules.ripples[$0] == nil }.map { relation in
                    LintFinding(
                        .missingRipple, at: reason.place,
                        "profile \(profile.id) asks for \(relation.rawValue), which has no wording under ripples")
                }
            }
        }
    }

    private func families(_ ids: [String]) -> [String] {
        ids.compactMap { id in id.lastIndex(of: ".").map { String(id[...$0]) + "*" } }.uniqued()
    }
}
