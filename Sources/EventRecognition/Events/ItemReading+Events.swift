import RuleLanguage
import TriggerModel

extension ItemReading {
    mutating func recognise() -> Recognition {
        var result = Recognition(mentions: mentions(), ambiguous: ambiguous(), boilerplate: boilerplate)
        let found = matchesByProgram()
        var touched = Set(found.keys.flatMap { engine.rulesOfProgram[$0] })
        if item.filing != nil { touched.formUnion(engine.filingRules) }
        for number in touched.sorted() {
            recognise(engine.rules[number], found, into: &result)
        }
        for field in fields.indices {
            for hit in hits[field] where hit.companies.count > 1 {
                let ids = hit.companies.compactMap { company -> String? in
                    guard case .account(let id) = engine.names.companies[Int(company)].reference else { return nil }
                    return id
                }
                let name = fields[field].text(of: hit.tokens)
                let gate = Gate(.recognise, "ambiguous-name", "\"\(name)\" may be \(ids.joined(separator: " or "))")
                if !result.gates.contains(gate) { result.gates.append(gate) }
            }
        }
        if !result.events.isEmpty {
            // What another rule took for a look-alike is told by the trace; the item itself was not stopped.
            result.gates.removeAll { $0.gate == "look-alike" }
        } else if !result.gates.contains(where: { $0.gate == "look-alike" }) {
            result.gates.append(Gate(.recognise, "no-cue", "no rule's words were found"))
        }
        return result
    }

    private mutating func recognise(
        _ rule: CompiledRule, _ found: [Int: [PatternMatch]], into result: inout Recognition
    ) {
        var candidates: [EventCandidate] = []
        for clause in rule.match where admits(clause) {
            if let filing = clause.filing {
                guard let filed = item.filing, filing.holds(filed, hasText: !clause.conditions.isEmpty)
                else { continue }
            }
            guard let first = clause.conditions.first else {
                if clause.filing != nil, holds(clause.groups) {
                    candidates.append(EventCandidate(clause: clause, match: nil))
                }
                continue
            }
            var matches = matches(of: first, clause.filing, found)
            if let filing = clause.filing, !filing.items.isEmpty, item.filing?.items.isEmpty == true {
                // Which items it declares is not known: only what opens a section is about the item.
                matches.removeAll { fields[$0.field].sentences[$0.sentence].position == .body }
            }
            guard !matches.isEmpty else { continue }
            var support: [PatternMatch] = []
            for condition in clause.conditions.dropFirst() {
                guard let one = self.matches(of: condition, clause.filing, found).first else { break }
                support.append(one)
            }
            guard support.count == clause.conditions.count - 1, holds(clause.groups) else { continue }
            for match in matches { candidates.append(EventCandidate(clause: clause, match: match, support: support)) }
        }
        guard !candidates.isEmpty else { return }
        candidates = withoutOverlaps(candidates)

        let ofItem = lookAlikeOfItem(rule)
        var drafts: [EventDraft] = []
        for candidate in candidates {
            var stopped = ofItem
            if stopped == nil, let match = candidate.match {
                stopped = lookAlike(rule, field: match.field, sentence: match.sentence)
            }
            if let stopped {
                result.trace.append(trace(rule, candidate, slots: [:], event: nil, stoppedBy: stopped))
                let gate = Gate(.recognise, "look-alike", "\(rule.rule.id): \(stopped)")
                if !result.gates.contains(gate) { result.gates.append(gate) }
                continue
            }
            guard let draft = draft(rule, candidate) else { continue }
            if let same = drafts.firstIndex(where: { $0.tellsSame(as: draft) }) {
                drafts[same].merge(draft)
            } else {
                drafts.append(draft)
            }
        }
        for draft in drafts {
            let event = event(rule, draft)
            for candidate in draft.candidates {
                result.trace.append(trace(rule, candidate, slots: event.slots, event: event.id, stoppedBy: ""))
            }
            result.events.append(event)
        }
    }

    private func matches(
        of condition: CompiledRule.Clause.Condition, _ filing: TriggerRule.FilingCondition?,
        _ found: [Int: [PatternMatch]]
    ) -> [PatternMatch] {
        var matches: [PatternMatch] = []
        for program in condition.programs {
            for match in found[program] ?? []
            where reads(condition.position, filing, field: match.field, sentence: match.sentence) {
                matches.append(match)
            }
        }
        // Stable: among matches of the same place the order of the patterns stays.
        return matches.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            return (a.field, a.tokens.lowerBound, left.offset) < (b.field, b.tokens.lowerBound, right.offset)
        }.map(\.element)
    }

    /// Of matches over the same words the longest stays; of equals the one whose pattern the rule lists first.
    private func withoutOverlaps(_ candidates: [EventCandidate]) -> [EventCandidate] {
        var kept: [EventCandidate] = []
        let ordered = candidates.enumerated().sorted { left, right in
            let a = left.element.match?.tokens.count ?? 0
            let b = right.element.match?.tokens.count ?? 0
            return a != b ? a > b : left.offset < right.offset
        }
        for (_, candidate) in ordered {
            let overlaps = kept.contains { other in
                guard let ours = candidate.match, let theirs = other.match else {
                    return candidate.match == nil && other.match == nil
                }
                return theirs.field == ours.field && theirs.tokens.overlaps(ours.tokens)
            }
            if !overlaps { kept.append(candidate) }
        }
        // In reading order; what a filing declares comes after what its text says.
        return kept.sorted { left, right in
            guard let a = left.match else { return false }
            guard let b = right.match else { return true }
            return (a.field, a.tokens.lowerBound) < (b.field, b.tokens.lowerBound)
        }
    }

    // MARK: Look-alikes

    /// A look-alike in the headline stops the rule for the whole item.
    private mutating func lookAlikeOfItem(_ rule: CompiledRule) -> String? {
        guard let title = fields.firstIndex(where: { $0.field == .title }) else { return nil }
        for sentence in fields[title].sentences.indices {
            if let found = lookAlike(rule, field: title, sentence: sentence) { return found }
        }
        return nil
    }

    /// A look-alike of lead, body or text stops what the same sentence says.
    private mutating func lookAlike(_ rule: CompiledRule, field: Int, sentence: Int) -> String? {
        for clause in rule.unless where admits(clause) {
            if let filing = clause.filing {
                guard let filed = item.filing, filing.holds(filed, hasText: !clause.conditions.isEmpty)
                else { continue }
                if clause.conditions.isEmpty, holds(clause.groups) { return "the filing's items (\(clause.place))" }
            }
            if clause.conditions.isEmpty {
                let isAsked = clause.filing == nil && (clause.source != nil || !clause.groups.isEmpty)
                if isAsked, holds(clause.groups) {
                    return "where it comes from, or what else it says (\(clause.place))"
                }
                continue
            }
            var words: [String] = []
            for condition in clause.conditions
            where reads(condition.position, clause.filing, field: field, sentence: sentence) {
                guard let match = firstMatch(of: condition.programs, field: field, sentence: sentence) else { break }
                words.append(fields[field].text(of: match.tokens))
            }
            if words.count == clause.conditions.count, holds(clause.groups) {
                return "\"\(words.joined(separator: "\", \""))\" (\(clause.place))"
            }
        }
        return nil
    }

    private func trace(
        _ rule: CompiledRule, _ candidate: EventCandidate, slots: [String: String], event: String?, stoppedBy: String
    ) -> ClauseTrace {
        ClauseTrace(
            trigger: rule.rule.id, clause: candidate.clause.place,
            pattern: candidate.match.map { engine.programs[$0.program].pattern.text } ?? "",
            span: candidate.match.map { fields[$0.field].span(of: $0.tokens) },
            text: candidate.match.map { fields[$0.field].text(of: $0.tokens) } ?? "", slots: slots, event: event,
            stoppedBy: stoppedBy)
    }
}
