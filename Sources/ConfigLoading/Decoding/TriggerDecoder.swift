import RuleLanguage
import TriggerModel
import Yams

/// One entry under `triggers:` → a rule.
struct TriggerDecoder {
    let id: TextValue
    let reader: MappingReader
    let patterns: PatternDecoder

    private var faults: FaultList { reader.context.faults }

    /// nil where anything in it is wrong; all of its faults are reported first.
    func decode() -> TriggerRule? {
        let before = faults.errorCount
        let match = reader.nodes("match").compactMap { clause($0, key: "match") }
        let unless = reader.nodes("unless").compactMap { clause($0, key: "unless") }
        if match.isEmpty, faults.errorCount == before {
            faults.error(reader.place(of: "match"), "\(reader.subject) matches nothing: match is empty")
        }
        // The trigger's own `affects` serves both sides; `WordingDecoder` reads it into the wording, where it is not
        // needed.
        var wording = WordingDecoder.wording(reader)
        wording?.affects = []
        let otherSide = reader.mapping("other-side").flatMap { WordingDecoder.wording($0) }
        let trials = trials()
        let name = reader.string("name")
        let kind = reader.choice("kind", TriggerRule.Kind.self)
        let strength = reader.integer("strength")
        let shelfLife = reader.integer("shelf-life")
        let status = reader.choice("status", TriggerRule.Status.self)
        let isBadNews = reader.boolean("bad-news")
        let affects = reader.strings("affects")
        // All was read before anything is given up, so that every fault is told at once.
        guard faults.errorCount == before, let name, let kind, let strength, let shelfLife, let status, let isBadNews,
            let wording
        else { return nil }
        return TriggerRule(
            id: id.text, name: name, kind: kind, strength: strength, shelfLifeDays: shelfLife, affects: affects,
            status: status, isBadNews: isBadNews, match: match, unless: unless, wording: wording,
            otherSide: otherSide, trials: trials, place: id.place)
    }

    // MARK: Conditions

    private func clause(_ node: Node, key: String) -> TriggerRule.Clause? {
        let place = reader.context.place(of: node)
        if case .scalar(let scalar) = node {
            guard PatternDecoder.macroName(scalar.string) != nil else {
                faults.error(
                    place,
                    "say where it must stand, as in headline: \"…\" (only a macro such as $how-to may stand alone)")
                return nil
            }
            guard let value = reader.context.text(node, as: .pattern, key: key) else { return nil }
            let headline = TriggerRule.TextCondition(position: .headline, patterns: patterns.decode(value))
            return TriggerRule.Clause(texts: [headline], filing: nil, place: value.place)
        }
        guard let clause = MappingReader(node, as: RuleTable.clause, in: reader.context) else { return nil }
        let texts = TriggerRule.Position.allCases.compactMap { position -> TriggerRule.TextCondition? in
            guard clause.node(position.rawValue) != nil else { return nil }
            let found = patterns.decode(clause.texts(position.rawValue))
            return found.isEmpty ? nil : TriggerRule.TextCondition(position: position, patterns: found)
        }
        let filing = clause.mapping("filing").flatMap(filing)
        guard !texts.isEmpty || filing != nil else {
            let isEmpty = TriggerRule.Position.allCases.allSatisfy { clause.node($0.rawValue) == nil }
            if isEmpty, clause.node("filing") == nil {
                faults.error(place, "a condition needs headline, lead, body, text or filing")
            }
            return nil
        }
        return TriggerRule.Clause(texts: texts, filing: filing, place: place)
    }

    private func filing(_ reader: MappingReader) -> TriggerRule.FilingCondition? {
        let condition = TriggerRule.FilingCondition(form: reader.string("form"), items: reader.strings("items"))
        if condition.form == nil, condition.items.isEmpty {
            faults.error(reader.place, "a filing condition needs form or items")
            return nil
        }
        return condition
    }

    // MARK: Trials

    private func trials() -> [TriggerRule.Trial] {
        guard let reader = reader.mapping("trials") else { return [] }
        return [("match", true), ("no-match", false)].flatMap { key, shouldMatch in
            reader.nodes(key).compactMap { trial($0, key: key, shouldMatch: shouldMatch, in: reader.context) }
        }
    }

    private func trial(_ node: Node, key: String, shouldMatch: Bool, in context: YAMLContext) -> TriggerRule.Trial? {
        var place = context.place(of: node)
        var item = Item(source: "trial", id: place.description)
        if case .mapping = node, context.firstByte(of: node) != UInt8(ascii: "{") || isTrialMapping(node) {
            guard let reader = MappingReader(node, as: RuleTable.trial, in: context) else { return nil }
            item.title = reader.string("title")
            item.summary = reader.string("summary")
            item.content = reader.string("content")
            let items = reader.strings("items")
            if let form = reader.string("form") ?? (items.isEmpty ? nil : "8-K") {
                item.filing = Filing(form: form, items: items)
            }
        } else {
            guard let value = context.text(node, as: .text, key: "a trial under \(key)") else { return nil }
            place = value.place
            item.id = place.description
            item.title = value.text
        }
        return TriggerRule.Trial(item: item, shouldMatch: shouldMatch, place: place)
    }

    /// `{ title: … }` is meant; `{company} …` is a text that YAML cut up.
    private func isTrialMapping(_ node: Node) -> Bool {
        guard case .mapping(let mapping) = node else { return false }
        return mapping.contains { RuleTable.trial[$0.key.string ?? ""] != nil }
    }
}
