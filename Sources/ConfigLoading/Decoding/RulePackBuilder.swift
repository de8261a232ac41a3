import RuleLanguage
import TriggerModel

/// `rules/*.yaml`, and `rules/local/*.yaml` over them → the rule pack.
///
/// All macros are known before the first pattern is read, so the order of files and of definitions never matters. A
/// trigger with an error anywhere is left out; the others live.
struct RulePackBuilder {
    private let faults: FaultList
    private var roots: [(reader: MappingReader, isLocal: Bool)] = []

    init(faults: FaultList) { self.faults = faults }

    mutating func add(_ document: YAMLDocument, isLocal: Bool) {
        guard let root = MappingReader(document.root, as: RuleTable.root, in: document.context) else { return }
        roots.append((root, isLocal))
    }

    func build() -> RulePack {
        let patterns = PatternDecoder(macros: macros(), faults: faults)
        var pack = RulePack()
        func collect(_ key: String) -> [Pattern] { roots.flatMap { patterns.decode($0.reader.texts(key)) } }
        pack.hedges = collect("hedges")
        pack.negations = collect("negations")
        pack.histories = collect("histories")
        pack.fillers = collect("fillers")
        pack.descriptors = collect("descriptors")
        pack.boilerplate = collect("boilerplate")
        pack.triggers = triggers(patterns)
        pack.ripples = ripples()
        return pack
    }

    private func macros() -> [String: [Pattern]] {
        var definitions: [String: (definition: MacroTable.Definition, place: SourcePlace, isLocal: Bool)] = [:]
        for (reader, isLocal) in roots {
            for (name, node) in reader.named("macros") {
                guard !name.text.isEmpty, name.text.allSatisfy(MacroTable.isNameCharacter) else {
                    faults.error(
                        name.place,
                        "\(YAMLContext.shown(name.text)) is no macro name: letters, digits and '-', without '$'")
                    continue
                }
                if let first = definitions[name.text], first.isLocal == isLocal {
                    faults.error(name.place, "macro \(name.text) is defined already at \(first.place)")
                    continue
                }
                let values = PatternDecoder.texts(of: node, key: "macro \(name.text)", in: reader.context)
                definitions[name.text] = (
                    MacroTable.Definition(name: name.text, patterns: values.map { ($0.text, $0.place) }), name.place,
                    isLocal
                )
            }
        }
        let table = MacroTable(definitions.sorted { $0.key < $1.key }.map(\.value.definition))
        for failure in table.failures {
            let value = TextValue(
                text: failure.text, place: failure.place, isPlain: false, isInLine: !failure.text.contains("\\"))
            faults.error(value.place(ofColumn: failure.fault.column), failure.fault.message)
        }
        return table.patterns
    }

    private func triggers(_ patterns: PatternDecoder) -> [TriggerRule] {
        var rules: [String: (rule: TriggerRule, isLocal: Bool)] = [:]
        for (reader, isLocal) in roots {
            for (id, entry) in reader.entries("triggers") {
                if let first = rules[id.text], first.isLocal == isLocal {
                    faults.error(id.place, "trigger \(id.text) is defined already at \(first.rule.place)")
                    continue
                }
                guard let rule = TriggerDecoder(id: id, reader: entry, patterns: patterns).decode() else { continue }
                if let shipped = rules[id.text] {
                    faults.note(id.place, "trigger \(id.text) replaces the one at \(shipped.rule.place)")
                }
                rules[id.text] = (rule, isLocal)
            }
        }
        var loaded = rules.mapValues(\.rule)
        for (reader, isLocal) in roots {
            for id in reader.texts("disable") {
                guard isLocal else {
                    faults.error(id.place, "disable belongs into rules/local; here, set the trigger's status: disabled")
                    continue
                }
                guard loaded[id.text] != nil else {
                    faults.warning(
                        id.place,
                        "disable names trigger \(id.text), which does not exist"
                            + NearestName.suggestion(id.text, in: loaded.keys.sorted()))
                    continue
                }
                loaded[id.text]?.status = .disabled
                faults.note(id.place, "trigger \(id.text) is switched off")
            }
        }
        return loaded.values.sorted { $0.id < $1.id }
    }

    private func ripples() -> [Relation: TriggerRule.Wording] {
        var ripples: [Relation: (wording: TriggerRule.Wording, isLocal: Bool, place: SourcePlace)] = [:]
        for (root, isLocal) in roots {
            guard let reader = root.mapping("ripples") else { continue }
            for relation in Relation.allCases where relation != .itself {
                guard let entry = reader.mapping(relation.rawValue),
                    let wording = WordingDecoder.wording(entry, slots: WordingSlot.ripple)
                else { continue }
                if let first = ripples[relation], first.isLocal == isLocal {
                    faults.error(
                        entry.place, "the ripple for \(relation.rawValue) is defined already at \(first.place)")
                    continue
                }
                ripples[relation] = (wording, isLocal, entry.place)
            }
        }
        return ripples.mapValues(\.wording)
    }
}
