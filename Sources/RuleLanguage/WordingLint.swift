/// Lint of one rule's sentences.
struct WordingLint {
    let rule: TriggerRule
    let productNames: [[String]]

    private static let aboutUs: Set<String> = ["we", "our", "ours", "us", "my", "mine", "i"]
    private static let cheerful: Set<String> = [
        "congratulations", "congratulate", "congrats", "great", "exciting", "excited", "thrilled", "wonderful", "happy",
        "celebrate", "pleased", "delighted",
    ]
    private static let longest = 240

    func findings() -> [LintFinding] {
        var findings = check(rule.wording, side: "", present: [])
        // The other side's sentences are only said where there is another side.
        if let other = rule.otherSide { findings += check(other, side: "other-side: ", present: [.other]) }
        return findings
    }

    private func check(_ wording: TriggerRule.Wording, side: String, present: Set<Slot>) -> [LintFinding] {
        let parts = [
            ("reason", wording.reason), ("so-what", wording.soWhat), ("why-now", wording.whyNow), ("ask", wording.ask),
        ]
        var findings = aboutUs(wording.reason, side: side)
        let named = Set(wording.reason.slots.map(\.name))
        if named.isDisjoint(with: ["company", "account", "other"]) {
            findings.append(
                LintFinding(
                    .reasonNamesNobody, at: wording.reason.place,
                    "\(side)reason does not say to whom it happened; begin with {company}"))
        }
        if !wording.ask.text.contains("?") {
            findings.append(LintFinding(.askIsNoQuestion, at: wording.ask.place, "\(side)ask is not a question"))
        }
        for (key, template) in parts {
            findings += holes(template, key: side + key, present: present)
            let spoken = WordingWords.flattened(template.segments)
            if spoken.count > Self.longest {
                findings.append(
                    LintFinding(
                        .longWording, at: template.place,
                        "\(side)\(key) has \(spoken.count) characters; say it in \(Self.longest)"))
            }
            if rule.isBadNews,
                let word = WordingWords.words(in: spoken).first(where: Self.cheerful.contains)
                    ?? (spoken.contains("!") ? "!" : nil)
            {
                findings.append(
                    LintFinding(.cheerfulBadNews, at: template.place, "\(side)\(key) says \"\(word)\" about bad news"))
            }
        }
        return findings
    }

    private func aboutUs(_ reason: WordingTemplate, side: String) -> [LintFinding] {
        let sentence = WordingWords.firstSentence(of: reason)
        let words = WordingWords.words(in: sentence)
        // "US" in capitals is the country.
        let isCountry = sentence.contains("US") && !sentence.split { !$0.isLetter }.contains("us")
        if let word = words.first(where: { Self.aboutUs.contains($0) && !($0 == "us" && isCountry) }) {
            return [
                LintFinding(
                    .reasonAboutUs, at: reason.place,
                    "\(side)the reason's first sentence speaks of us (\"\(word)\"); say what happened to the customer")
            ]
        }
        if let product = productNames.first(where: { name in
            words.indices.contains { words[$0...].starts(with: name) }
        }) {
            return [
                LintFinding(
                    .reasonAboutUs, at: reason.place,
                    "\(side)the reason's first sentence names our product \(product.joined(separator: " ")); "
                        + "a product is never the reason")
            ]
        }
        return []
    }

    /// Slots that may be empty and then leave a hole.
    private func holes(_ template: WordingTemplate, key: String, present: Set<Slot>) -> [LintFinding] {
        let perPattern = rule.match.map(\.slots)
        return template.slots.filter(\.leavesHole).map(\.name).uniqued().compactMap { name in
            let slot = Slot(rawValue: name) ?? .listed(name)
            guard !WordingSlot.always.contains(name), name != WordingSlot.event, !present.contains(slot) else {
                return nil
            }
            if perPattern.allSatisfy({ $0.always.contains(slot) }) { return nil }
            if perPattern.contains(where: { $0.possible.contains(slot) }) {
                return LintFinding(
                    .slotSometimesEmpty, at: template.place,
                    "\(key): {\(name)} is empty where a pattern does not capture it; write {\(name)|words} or [… {\(name)} …]"
                )
            }
            return LintFinding(
                .slotNeverFilled, at: template.place,
                "\(key): no pattern of \(rule.id) captures {\(name)}; write {\(name)|words} or leave it out")
        }
    }
}

extension TriggerRule.Clause {
    /// Slots that some pattern of it can fill, and those that every reading of it fills.
    var slots: (possible: Set<Slot>, always: Set<Slot>) {
        var possible: Set<Slot> = []
        var always: Set<Slot> = []
        for condition in texts {
            let all = condition.patterns.map(\.root)
            for pattern in condition.patterns { possible.formUnion(pattern.slots) }
            let certain = all.map(\.certainSlots)
            if let first = certain.first { always.formUnion(certain.dropFirst().reduce(first) { $0.intersection($1) }) }
        }
        return (possible, always)
    }
}

extension Pattern.Node {
    /// Slots that stand in every reading.
    var certainSlots: Set<Slot> {
        switch self {
        case .word, .stem, .gap, .mark, .optional, .inflected: return []
        case .slot(let slot): return [slot]
        case .listed(let name, let node): return node.certainSlots.union([.listed(name)])
        case .sequence(let nodes), .near(let nodes, _): return nodes.reduce(into: []) { $0.formUnion($1.certainSlots) }
        case .alternatives(let nodes):
            guard let first = nodes.first else { return [] }
            return nodes.dropFirst().reduce(first.certainSlots) { $0.intersection($1.certainSlots) }
        }
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, in order.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
