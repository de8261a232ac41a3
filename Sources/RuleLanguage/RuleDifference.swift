/// The rules in which two packs differ, each with the shared words it is read with.
///
/// A rule recognises by itself: its words, its look-alikes and the shared words. What is the same on both sides therefore
/// tells the same events on both, whatever becomes of the others.
package struct RuleDifference: Sendable {
    /// The differing rules as they are in the first pack, and in the second. A rule that only one has is in only one.
    package var old: RulePack
    package var new: RulePack

    /// Rules that differ, by id.
    package var ids: [String] { Set(old.triggers.map(\.id)).union(new.triggers.map(\.id)).sorted() }

    package init(_ old: RulePack, _ new: RulePack) {
        self.old = old
        self.new = new
        // Other shared words are other words for every rule.
        guard old.sharedPart == new.sharedPart else { return }
        let before = Dictionary(old.triggers.map { ($0.id, $0.bare) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.triggers.map { ($0.id, $0.bare) }, uniquingKeysWith: { first, _ in first })
        self.old.triggers.removeAll { after[$0.id] == before[$0.id] }
        self.new.triggers.removeAll { after[$0.id] == before[$0.id] }
    }

    /// All differing rules of both sides: for a look at whether an item holds words of any.
    package var both: RulePack {
        var both = new
        both.triggers += old.triggers
        both.languages += old.languages
        return both
    }
}

extension RulePack {
    /// What all rules share, without places.
    fileprivate var sharedPart: RulePack {
        var pack = self
        pack.triggers = []
        pack.hedges = hedges.map(\.bare)
        pack.negations = negations.map(\.bare)
        pack.histories = histories.map(\.bare)
        pack.fillers = fillers.map(\.bare)
        pack.descriptors = descriptors.map(\.bare)
        pack.boilerplate = boilerplate.map(\.bare)
        pack.languages = languages.map { words in
            var words = words
            words.hedges = words.hedges.map(\.bare)
            words.negations = words.negations.map(\.bare)
            words.histories = words.histories.map(\.bare)
            words.fillers = words.fillers.map(\.bare)
            words.descriptors = words.descriptors.map(\.bare)
            words.boilerplate = words.boilerplate.map(\.bare)
            return words
        }
        pack.ripples = ripples.mapValues(\.bare)
        return pack
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
