import RuleLanguage
import TriggerModel

extension ItemReading {
    mutating func recognise() -> Recognition {
        var result = Recognition(mentions: mentions(), ambiguous: ambiguous(), boilerplate: boilerplate)
        let found = matchesByProgram()
        var touched = Set(found.keys.flatMap { engine.rulesOfProgram[$0] })
        if item.filing != nil { touched.formUnion(engine.filingRules) }
        var told: [Telling] = []
        for number in touched.sorted() {
            let events = recognise(engine.rules[number], found, into: &result)
            told += events.map { Telling(rule: number, candidates: $0) }
        }
        giveWay(told, in: &result)
        for field in fields.indices {
            for hit in hits[field] where hit.companies.count > 1 {
                let ids = hit.companies.compactMap { company -> String? in
                    guard case .account(let id) = engine.names.companies[Int(company)].reference else { return nil }
                    return id
                }
                let name = fields[field].name(of: hit.tokens)
                let gate = Gate(.recognise, "ambiguous-name", "\"\(name)\" may be \(ids.joined(separator: " or "))")
                if !result.gates.contains(gate) { result.gates.append(gate) }
            }
        }
        if !result.events.isEmpty {
            // What another rule took for a look-alike is told by the trace; the item itself was not stopped.
            result.gates.removeAll { $0.gate == "look-alike" }
        } else if !result.gates.contains(where: { ["look-alike", "misdeclared"].contains($0.gate) }) {
            result.gates.append(Gate(.recognise, "no-cue", "no rule's words were found"))
        }
        return result
    }

    /// What clauses of `rule` find in the item, each with its first condition's matches.
    private mutating func candidates(
        _ clauses: [CompiledRule.Clause], of rule: CompiledRule, _ found: [Int: [PatternMatch]],
        into result: inout Recognition
    ) -> [EventCandidate] {
        var candidates: [EventCandidate] = []
        for clause in clauses where admits(clause) {
            if let filing = clause.filing {
                guard let filed = item.filing, filing.holds(filed, hasText: !clause.conditions.isEmpty) else {
                    if let gate = misdeclared(rule, clause, found),
                        !result.gates.contains(where: { $0.gate == gate.gate })
                    {
                        result.gates.append(gate)
                    }
                    continue
                }
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
                matches.removeAll { !opensSection($0) }
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
        return candidates
    }

    /// Adds the events that a rule tells, and returns for each what it was read from.
    private mutating func recognise(
        _ rule: CompiledRule, _ found: [Int: [PatternMatch]], into result: inout Recognition
    ) -> [[EventCandidate]] {
        let ends = candidates(rule.ends, of: rule, found, into: &result).map { candidate in
            var candidate = candidate
            candidate.isEnding = true
            return candidate
        }
        let candidates = ends + candidates(rule.match, of: rule, found, into: &result)
        guard !candidates.isEmpty else { return [] }

        let ofItem = lookAlikeOfItem(rule)
        var readings: [Reading] = []
        for candidate in candidates {
            let isStopped = ofItem != nil && !candidate.isEnding
            let draft = isStopped ? nil : draft(rule, candidate)
            // Asked only where one reading must be chosen.
            let subject = candidates.count > 1 ? draft?.subject : nil
            let isVague = subject.map { $0.company == nil && (draft?.isPlainWord == true || isPlace($0.name)) }
            readings.append(Reading(candidate: candidate, draft: draft, isVague: isVague ?? false))
        }
        var drafts: [EventDraft] = []
        for reading in withoutOverlaps(readings) {
            let candidate = reading.candidate
            // "Fails to buy" is a look-alike of a purchase and the very word for its end.
            var stopped = candidate.isEnding ? nil : ofItem
            if stopped == nil, !candidate.isEnding, let match = candidate.match {
                stopped = lookAlike(rule, field: match.field, sentence: match.sentence)
            }
            if let stopped {
                result.trace.append(trace(rule, candidate, slots: [:], event: nil, stoppedBy: stopped))
                let gate = Gate(.recognise, "look-alike", "\(rule.rule.id): \(stopped)")
                if !result.gates.contains(gate) { result.gates.append(gate) }
                continue
            }
            guard let draft = reading.draft else { continue }
            if let same = drafts.firstIndex(where: { $0.tellsSame(as: draft) }) {
                drafts[same].merge(draft)
            } else {
                drafts.append(draft)
            }
        }
        // What is over was told before; an item that says so tells of no beginning.
        if drafts.contains(where: \.isEnding) { drafts.removeAll { !$0.isEnding } }
        for draft in drafts {
            let event = event(rule, draft)
            for candidate in draft.candidates {
                result.trace.append(trace(rule, candidate, slots: event.slots, event: event.id, stoppedBy: ""))
            }
            result.events.append(event)
        }
        return drafts.map(\.candidates)
    }

    /// Items that may hold anything.
    private static let openItems: Set<String> = ["7.01", "8.01"]

    /// "Declared 8.01, reads as 5.02": what an open item tells belongs under an item of its own. It is flagged, for the
    /// operators to look at; what the filer declared still decides.
    private mutating func misdeclared(
        _ rule: CompiledRule, _ clause: CompiledRule.Clause, _ found: [Int: [PatternMatch]]
    ) -> Gate? {
        guard let filed = item.filing, let filing = clause.filing, clause.conditions.count == 1,
            filing.form == nil || filed.form == filing.form || filed.form == "\(filing.form ?? "")/A",
            !filing.items.isEmpty, Self.openItems.isDisjoint(with: filing.items),
            let declared = filed.items.first(where: Self.openItems.contains)
        else { return nil }
        let matches = matches(of: clause.conditions[0], filing, found).filter { opensSection($0) }
        guard let match = matches.first, lookAlike(rule, field: match.field, sentence: match.sentence) == nil else {
            return nil
        }
        let words = fields[match.field].text(of: match.tokens)
        let items = filing.items.joined(separator: " or ")
        return Gate(.recognise, "misdeclared", "declared \(declared), reads as \(items): \(rule.rule.id), \"\(words)\"")
    }

    /// True before the body, and where a paragraph begins as a filing's sections do: "On June 2, 2026, …".
    private func opensSection(_ match: PatternMatch) -> Bool {
        let text = fields[match.field]
        let sentence = text.sentences[match.sentence]
        guard sentence.position == .body else { return true }
        let first = sentence.tokens.lowerBound
        guard sentence.startsParagraph, ["on", "effective"].contains(text.key(of: first..<first + 1)) else {
            return false
        }
        return sentence.tokens.prefix(4).contains { text.tokens[$0].traits.contains(.digitFirst) }
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

    /// What a clause finds, and the event that it would be.
    private struct Reading {
        var candidate: EventCandidate
        /// nil where it cannot be one.
        var draft: EventDraft?

        /// Its subject is a place or a plain word.
        var isVague = false

        var isEnding: Bool { candidate.isEnding && draft != nil }

        /// How much of the event it knows: nothing, or more with its subject and with each further party.
        var parties: Int {
            guard let draft else { return -1 }
            let hasSubject = draft.subject != nil || draft.isDescribed
            return (!hasSubject || isVague ? 0 : 2) + (draft.counterparty == nil ? 0 : 1)
        }
    }

    /// Of matches over the same words the one that says it is off stays, then the one that knows most of the parties,
    /// then the longest; of equals the one whose pattern the rule lists first. A long match that is no event hides
    /// none.
    private func withoutOverlaps(_ readings: [Reading]) -> [Reading] {
        var kept: [Reading] = []
        let ordered = readings.enumerated().sorted { left, right in
            let (one, two) = (left.element, right.element)
            if one.isEnding != two.isEnding { return one.isEnding }
            if one.parties != two.parties { return one.parties > two.parties }
            let a = one.candidate.match?.tokens.count ?? 0
            let b = two.candidate.match?.tokens.count ?? 0
            return a != b ? a > b : left.offset < right.offset
        }
        for (_, reading) in ordered {
            let overlaps = kept.contains { other in
                guard let ours = reading.candidate.match, let theirs = other.candidate.match else {
                    return reading.candidate.match == nil && other.candidate.match == nil
                }
                return theirs.field == ours.field && theirs.tokens.overlaps(ours.tokens)
            }
            if !overlaps { kept.append(reading) }
        }
        // In reading order; what a filing declares comes after what its text says.
        return kept.sorted { left, right in
            guard let a = left.candidate.match else { return false }
            guard let b = right.candidate.match else { return true }
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

    /// A look-alike of lead, body or text stops what the same sentence says. A word of a company's surely known name is
    /// that name: "T. Rowe Price cuts 80 jobs" tells of no price, "Union Pacific opens a shop" of no union.
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
                let found = firstMatch(
                    of: condition.programs, field: field, sentence: sentence, outsideNames: true)
                guard let match = found else { break }
                words.append(fields[field].text(of: match.tokens))
            }
            if words.count == clause.conditions.count, holds(clause.groups) {
                return "\"\(words.joined(separator: "\", \""))\" (\(clause.place))"
            }
        }
        return nil
    }

    /// "Union Pacific opens": of a union only where the name is cut in two. What a fund's name says it is stays said.
    func isOnlyName(_ match: PatternMatch) -> Bool {
        let (text, own) = (fields[match.field], ownWords(of: match))
        return hits[match.field].contains { hit in
            hit.isSure && hit.lendsWord(to: match, own: own)
                && !hit.tokens.contains { Self.fundWords.contains(text.key(of: $0..<$0 + 1)) }
        }
    }

    /// Not all that funds are called: "Realty Income" sells no fund, and lends its words.
    private static let fundWords: Set<String> = ["acquisition", "etf", "etfs", "fund", "funds"]

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
