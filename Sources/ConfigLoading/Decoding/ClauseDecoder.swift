import RuleLanguage
import TriggerModel
import Yams

/// One entry under `match:` or `unless:` → clauses.
///
/// Every clause of a rule reads its event from texts of its own, or from a filing's items. An entry that has its texts
/// only under `any` is therefore several clauses, one for each; one that has them only under `all` takes the first.
struct ClauseDecoder {
    let patterns: PatternDecoder
    let context: YAMLContext

    private var faults: FaultList { context.faults }

    func clauses(_ node: Node, key: String) -> [TriggerRule.Clause] {
        if case .scalar(let scalar) = node { return macro(scalar.string, node, key).map { [$0] } ?? [] }
        guard let clause = condition(node, depth: 0) else { return [] }
        let spread = Self.spread(clause)
        if key == "match", spread.contains(where: { $0.texts.isEmpty && $0.filing == nil }) {
            faults.error(
                clause.place, "nothing here tells what happened; add headline, lead, body, text, item or filing")
            return []
        }
        return spread
    }

    /// `- $how-to` means the headline.
    private func macro(_ text: String, _ node: Node, _ key: String) -> TriggerRule.Clause? {
        let place = context.place(of: node)
        guard PatternDecoder.macroName(text) != nil else {
            faults.error(
                place, "say where it must stand, as in headline: \"…\" (only a macro such as $how-to may stand alone)")
            return nil
        }
        guard let value = context.text(node, as: .pattern, key: key) else { return nil }
        let headline = TriggerRule.TextCondition(position: .headline, patterns: patterns.decode(value))
        return TriggerRule.Clause(texts: [headline], filing: nil, language: patterns.language, place: value.place)
    }

    // MARK: Conditions

    private func condition(_ node: Node, depth: Int) -> TriggerRule.Clause? {
        let place = context.place(of: node)
        guard let reader = MappingReader(node, as: RuleTable.clause, in: context) else { return nil }
        let inflects = reader.string("match") == "stem"
        let stems = patterns.language ?? "en"
        if inflects, !LanguageWords.withStems.contains(stems) {
            faults.error(
                reader.place(of: "match"),
                "there are no stems for language \(stems), only for \(LanguageWords.withStems.joined(separator: ", "))")
        }
        var isWhole = true
        let texts = TriggerRule.Position.allCases.compactMap { position -> TriggerRule.TextCondition? in
            guard reader.node(position.rawValue) != nil else { return nil }
            var found = patterns.decode(reader.texts(position.rawValue))
            if found.isEmpty { isWhole = false }
            if inflects { for index in found.indices { found[index].root = found[index].root.inflected(in: stems) } }
            return found.isEmpty ? nil : TriggerRule.TextCondition(position: position, patterns: found)
        }
        let filing = reader.mapping("filing").flatMap(filing)
        let source = reader.mapping("source").flatMap(source)
        let groups = TriggerRule.Group.Kind.allCases.compactMap { group($0, reader, depth: depth) }
        if texts.isEmpty, filing == nil, source == nil, groups.isEmpty {
            let asked = ["filing", "source", "all", "any", "none"].contains { reader.node($0) != nil }
            if isWhole, !asked { faults.error(place, "a condition needs headline, lead, body, text or filing") }
            return nil
        }
        return TriggerRule.Clause(
            texts: texts, filing: filing, source: source, groups: groups, isFirm: reader.boolean("firm") ?? false,
            language: patterns.language, place: place)
    }

    private func group(_ kind: TriggerRule.Group.Kind, _ reader: MappingReader, depth: Int) -> TriggerRule.Group? {
        let nodes = reader.nodes(kind.rawValue)
        guard !nodes.isEmpty else { return nil }
        guard depth < RuleTable.deepestGroups else {
            faults.error(
                reader.place(of: kind.rawValue),
                "conditions are nested more than \(RuleTable.deepestGroups) deep; say it flatter")
            return nil
        }
        let conditions = nodes.compactMap { condition($0, depth: depth + 1) }
        return conditions.isEmpty ? nil : TriggerRule.Group(kind, conditions)
    }

    private func filing(_ reader: MappingReader) -> TriggerRule.FilingCondition? {
        let condition = TriggerRule.FilingCondition(
            form: reader.string("form"), items: reader.strings("items"), industries: reader.strings("sic"))
        if condition.form == nil, condition.items.isEmpty, condition.industries.isEmpty {
            faults.error(reader.place, "a filing condition needs form, items or sic")
            return nil
        }
        return condition
    }

    private func source(_ reader: MappingReader) -> TriggerRule.SourceCondition? {
        let condition = TriggerRule.SourceCondition(
            kinds: reader.strings("kind").compactMap { Source.Kind(rawValue: $0) },
            isFirstHand: reader.boolean("first-hand"), publishers: reader.strings("publisher"),
            ids: reader.strings("id"))
        if RuleTable.source.keys.allSatisfy({ reader.node($0.name) == nil }) {
            faults.error(reader.place, "a source condition needs kind, first-hand, publisher or id")
            return nil
        }
        return condition
    }

    // MARK: What tells the event

    private static func spread(_ clause: TriggerRule.Clause) -> [TriggerRule.Clause] {
        guard clause.texts.isEmpty else { return [clause] }
        for (index, group) in clause.groups.enumerated() where group.kind != .none {
            guard group.conditions.contains(where: { !$0.texts.isEmpty }) else { continue }
            var bare = clause
            bare.groups.remove(at: index)
            if group.kind == .any { return group.conditions.map { joined(bare, $0) } }
            guard let first = group.conditions.firstIndex(where: { !$0.texts.isEmpty }) else { continue }
            var rest = group.conditions
            let told = rest.remove(at: first)
            if !rest.isEmpty { bare.groups.append(TriggerRule.Group(.all, rest)) }
            return [joined(bare, told)]
        }
        return [clause]
    }

    /// Both at once, reading the event from what `other` matches.
    private static func joined(_ clause: TriggerRule.Clause, _ other: TriggerRule.Clause) -> TriggerRule.Clause {
        var joined = clause
        joined.texts = other.texts
        joined.groups += other.groups
        // Two conditions of a kind: the second is asked beside the first.
        var beside = TriggerRule.Clause(texts: [], filing: nil, language: other.language, place: other.place)
        if clause.filing == nil { joined.filing = other.filing } else { beside.filing = other.filing }
        if clause.source == nil { joined.source = other.source } else { beside.source = other.source }
        if beside.filing != nil || beside.source != nil { joined.groups.append(TriggerRule.Group(.all, [beside])) }
        return joined
    }
}
