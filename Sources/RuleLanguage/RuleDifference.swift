/// What two packs of rules say differently, down to the patterns: what is the same on both sides tells the same events on
/// both, whatever becomes of the others.
///
/// A rule recognises by itself: its words, its look-alikes and the shared words; whether what it tells gives way is said by
/// the other rules for the same item. Where only patterns come or go, an item in which the words of none of them stand is
/// read the same.
package struct RuleDifference: Sendable {
    /// A pattern that only one side has, and where it is looked for.
    package struct Change: Sendable {
        package var pattern: Pattern
        package var position: TriggerRule.Position
    }

    /// The rules that may tell other events, as they are in the first pack and in the second, with the shared words. A
    /// rule that only one has is in only one; all are here where shared words differ or events give way to others.
    package private(set) var old: RulePack
    package private(set) var new: RulePack
    /// Of these only the rules that differ and those that say the same as one of them: an item of which they tell nothing
    /// is read the same. nil where there are no others.
    package private(set) var alone: (old: RulePack, new: RulePack)?
    /// Ids of the rules that say something else by themselves.
    package private(set) var ids: [String]
    /// Those of them in which more differs than patterns: every item that holds their words is another one.
    package private(set) var whole: Set<String> = []
    /// What an item must hold the words of one of, to be another one.
    package private(set) var changes: [Change] = []
    /// How many of the changes are words that all rules share.
    package private(set) var sharedChanges = 0
    /// A rule in `whole` takes filings by what they declare, whatever they say.
    package private(set) var changesFilings = false

    package var isEmpty: Bool { ids.isEmpty && changes.isEmpty }

    package init(_ old: RulePack, _ new: RulePack) {
        self.old = old
        self.new = new
        let before = Dictionary(old.triggers.map { ($0.id, $0.bare) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.triggers.map { ($0.id, $0.bare) }, uniquingKeysWith: { first, _ in first })
        let all = Set(before.keys).union(after.keys).sorted()
        guard let shared = old.changes(to: new) else {
            // Nothing of the shared words can be laid beside each other: every rule is another one.
            ids = all
            for id in all { takeWhole(id, before[id], after[id]) }
            return
        }
        sharedChanges = shared.count
        changes = shared.map { Change(pattern: $0, position: .text) }
        ids = all.filter { before[$0] != after[$0] }
        for id in ids {
            if let one = before[id], let other = after[id], let found = one.changes(to: other) {
                changes += found
            } else {
                takeWhole(id, before[id], after[id])
            }
        }
        // What says the same under another trigger folds with it, so it is read beside it.
        let twins = Set((old.triggers + new.triggers).flatMap { $0.twins(among: Set(ids)) }).subtracting(ids)
        for id in twins.sorted() { takeWhole(id, before[id], after[id]) }
        guard shared.isEmpty else { return }
        let told = Set(ids).union(twins)
        // Where events give way to others, whether a rule tells one hangs on all rules.
        guard old.families.precedence.isEmpty else {
            alone = (old.only(told), new.only(told))
            return
        }
        self.old = old.only(told)
        self.new = new.only(told)
    }

    private mutating func takeWhole(_ id: String, _ sides: TriggerRule?...) {
        whole.insert(id)
        for case let rule? in sides where rule.status != .disabled {
            for clause in rule.match + rule.ends {
                if clause.texts.isEmpty { changesFilings = true }
                for text in clause.texts {
                    changes += text.patterns.map { Change(pattern: $0, position: text.position) }
                }
            }
        }
    }
}

extension RulePack {
    /// The pack with some of its rules.
    package func only(_ ids: Set<String>) -> RulePack {
        var pack = self
        pack.triggers.removeAll { !ids.contains($0.id) }
        return pack
    }

    /// The shared patterns that only one of two packs has; nil where more differs than that.
    fileprivate func changes(to other: RulePack) -> [Pattern]? {
        guard ripples.mapValues(\.bare) == other.ripples.mapValues(\.bare), families == other.families,
            languages.map(\.language) == other.languages.map(\.language)
        else { return nil }
        var pairs = [
            (hedges, other.hedges), (negations, other.negations), (histories, other.histories),
            (fillers, other.fillers), (descriptors, other.descriptors), (boilerplate, other.boilerplate),
        ]
        var found: [Pattern] = []
        for (one, two) in zip(languages, other.languages) {
            pairs += [
                (one.hedges, two.hedges), (one.negations, two.negations), (one.histories, two.histories),
                (one.fillers, two.fillers), (one.descriptors, two.descriptors), (one.boilerplate, two.boilerplate),
            ]
            found += Set(one.knownBy).symmetricDifference(two.knownBy).sorted().map {
                Pattern(text: $0, root: .word($0), place: nowhere)
            }
        }
        for (one, two) in pairs {
            guard let some = changed(one, two) else { return nil }
            found += some
        }
        return found
    }
}

/// The patterns that only one of two lists has; nil where those of both stand in another order.
private func changed(_ one: [Pattern], _ two: [Pattern]) -> [Pattern]? {
    let (first, second) = (one.map(\.root), two.map(\.root))
    let (inFirst, inSecond) = (Set(first), Set(second))
    guard first.filter(inSecond.contains) == second.filter(inFirst.contains) else { return nil }
    return one.filter { !inSecond.contains($0.root) } + two.filter { !inFirst.contains($0.root) }
}

extension TriggerRule {
    /// Rules that say the same as one of `ids`: this one, where it names one of them, or those that one of them names.
    fileprivate func twins(among ids: Set<String>) -> [String] {
        if ids.contains(id) { return sameAs }
        return ids.isDisjoint(with: sameAs) ? [] : [id]
    }

    /// The patterns that only one of two rules has; nil where more differs than that.
    fileprivate func changes(to other: TriggerRule) -> [RuleDifference.Change]? {
        var (one, two) = (self, other)
        var found: [RuleDifference.Change] = []
        for path in [\TriggerRule.match, \TriggerRule.unless, \TriggerRule.ends] {
            guard let some = Clause.changes(self[keyPath: path], other[keyPath: path]) else { return nil }
            found += some
            one[keyPath: path] = []
            two[keyPath: path] = []
        }
        return one == two ? found : nil
    }
}

extension TriggerRule.Clause {
    /// The same for clauses one by one: two that differ in more than patterns cannot be laid beside each other.
    fileprivate static func changes(_ one: [Self], _ two: [Self]) -> [RuleDifference.Change]? {
        guard one.count == two.count else { return nil }
        var found: [RuleDifference.Change] = []
        for (left, right) in zip(one, two) {
            guard left.texts.map(\.position) == right.texts.map(\.position), left.filing == right.filing,
                left.source == right.source, left.language == right.language,
                left.groups.map(\.kind) == right.groups.map(\.kind)
            else { return nil }
            for (text, other) in zip(left.texts, right.texts) {
                guard let patterns = changed(text.patterns, other.patterns) else { return nil }
                found += patterns.map { RuleDifference.Change(pattern: $0, position: text.position) }
            }
            for (group, other) in zip(left.groups, right.groups) {
                guard let some = changes(group.conditions, other.conditions) else { return nil }
                found += some
            }
        }
        return found
    }
}

/// Where something stands in a file says nothing of what it does.
private let nowhere = SourcePlace(file: "", line: 0, column: 0)

extension TriggerRule {
    /// The rule as it judges: without places and trials.
    fileprivate var bare: TriggerRule {
        var rule = self
        rule.place = nowhere
        rule.trials = []
        rule.match = match.map(\.bare)
        rule.unless = unless.map(\.bare)
        rule.ends = ends.map(\.bare)
        rule.wording = wording.bare
        rule.otherSide = otherSide?.bare
        return rule
    }
}

extension TriggerRule.Clause {
    fileprivate var bare: TriggerRule.Clause {
        var clause = self
        clause.place = nowhere
        clause.texts = texts.map { TriggerRule.TextCondition(position: $0.position, patterns: $0.patterns.map(\.bare)) }
        clause.groups = groups.map { TriggerRule.Group($0.kind, $0.conditions.map(\.bare)) }
        return clause
    }
}

extension TriggerRule.Wording {
    fileprivate var bare: TriggerRule.Wording {
        TriggerRule.Wording(
            reason: reason.bare, soWhat: soWhat.bare, whyNow: whyNow.bare, ask: ask.bare, affects: affects)
    }
}

extension WordingTemplate {
    fileprivate var bare: WordingTemplate { WordingTemplate(text: text, segments: segments, place: nowhere) }
}

extension Pattern {
    fileprivate var bare: Pattern { Pattern(text: text, root: root, place: nowhere) }
}
