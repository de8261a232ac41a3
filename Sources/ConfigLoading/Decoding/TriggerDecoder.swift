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
        let match = clauses("match")
        let unless = clauses("unless")
        let ends = clauses("ends")
        let sameAs = reader.strings("same-as")
        if match.isEmpty, faults.errorCount == before {
            faults.error(reader.place(of: "match"), "\(reader.subject) matches nothing: match is empty")
        }
        // The trigger's own `affects` serves both sides; `WordingDecoder` reads it into the wording, where it is not
        // needed.
        let slots = WordingSlot.all + patterns.lists.keys.sorted()
        var wording = WordingDecoder.wording(reader, slots: slots)
        wording?.affects = []
        let otherSide = reader.mapping("other-side").flatMap { WordingDecoder.wording($0, slots: slots) }
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
            status: status, isBadNews: isBadNews, match: match, unless: unless, ends: ends, sameAs: sameAs,
            wording: wording, otherSide: otherSide, trials: trials, place: id.place)
    }

    private func clauses(_ key: String) -> [TriggerRule.Clause] {
        let decoder = ClauseDecoder(patterns: patterns, context: reader.context)
        return reader.nodes(key).flatMap { decoder.clauses($0, key: key) }
    }

    /// One entry under `append:`: what it adds to `rule`; nil where anything in it is wrong.
    func addition(to rule: TriggerRule) -> TriggerRule? {
        let before = faults.errorCount
        var rule = rule
        rule.match += clauses("match")
        rule.unless += clauses("unless")
        rule.ends += clauses("ends")
        rule.sameAs += reader.strings("same-as").filter { !rule.sameAs.contains($0) }
        rule.affects += reader.strings("affects").filter { !rule.affects.contains($0) }
        rule.strength = reader.integer("strength") ?? rule.strength
        rule.shelfLifeDays = reader.integer("shelf-life") ?? rule.shelfLifeDays
        rule.status = reader.choice("status", TriggerRule.Status.self) ?? rule.status
        rule.trials += trials()
        return faults.errorCount == before ? rule : nil
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
        var item = Item(source: "trial", id: place.description, language: patterns.language)
        var source: TriggerRule.TrialSource?
        if case .mapping = node, isTrialMapping(node) || context.firstByte(of: node) != UInt8(ascii: "{") {
            guard let reader = MappingReader(node, as: RuleTable.trial, in: context) else { return nil }
            item.title = reader.string("title")
            item.summary = reader.string("summary")
            item.content = reader.string("content")
            let items = reader.strings("items")
            if let form = reader.string("form") ?? (items.isEmpty ? nil : "8-K") {
                item.filing = Filing(form: form, items: items, parties: parties(reader))
            }
            source = reader.mapping("source").map { said in
                TriggerRule.TrialSource(
                    kind: said.choice("kind", Source.Kind.self), isFirstHand: said.boolean("first-hand"),
                    publisher: said.string("publisher"), id: said.string("id"))
            }
        } else {
            guard let value = context.text(node, as: .text, key: "a trial under \(key)") else { return nil }
            place = value.place
            item.id = place.description
            item.title = value.text
        }
        return TriggerRule.Trial(item: item, shouldMatch: shouldMatch, source: source, place: place)
    }

    private func parties(_ reader: MappingReader) -> [FilingParty] {
        let holder = reader.string("filed-by")
        var parties: [FilingParty] = []
        if let filer = reader.string("filer") {
            parties.append(FilingParty(name: filer, role: holder == nil ? .filer : .subject, sic: reader.string("sic")))
        }
        if let holder { parties.append(FilingParty(name: holder, role: .filedBy)) }
        return parties
    }

    /// `{ title: … }` is meant; `{company} …` is a text that YAML cut up.
    private func isTrialMapping(_ node: Node) -> Bool {
        guard case .mapping(let mapping) = node else { return false }
        return mapping.contains { RuleTable.trial[$0.key.string ?? ""] != nil }
    }
}
