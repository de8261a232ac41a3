import RuleLanguage
import TriggerModel

/// `rules/*.yaml`, and `rules/local/*.yaml` over them → the rule pack.
///
/// All macros are known before the first pattern is read, so the order of files and of definitions never matters. A
/// trigger with an error anywhere is left out; the others live. What is added to a trigger is taken in one piece or not
/// at all, and never takes the trigger down.
struct RulePackBuilder {
    private let faults: FaultList
    private var files: [RuleFile] = []
    /// By CIK; a local row stands for the shipped one.
    private var companies: [String: KnownCompany] = [:]

    init(faults: FaultList) { self.faults = faults }

    mutating func add(_ document: YAMLDocument, isLocal: Bool) {
        guard let root = MappingReader(document.root, as: RuleTable.root, in: document.context) else { return }
        files.append(RuleFile(reader: root, language: language(root), isLocal: isLocal))
    }

    /// What `rules/*.csv` and `rules/local/*.csv` say of companies, the shipped files first.
    mutating func add(_ known: [KnownCompany]) { for company in known { companies[company.cik] = company } }

    func build() -> RulePack {
        let scopes = RuleScopes(files, faults: faults)
        var pack = RulePack()
        func collect(_ key: String, _ language: String?) -> [Pattern] {
            files.filter { $0.language == language }
                .flatMap { scopes.patterns(of: language).decode($0.reader.texts(key)) }
        }
        pack.hedges = collect("hedges", nil)
        pack.negations = collect("negations", nil)
        pack.histories = collect("histories", nil)
        pack.fillers = collect("fillers", nil)
        pack.descriptors = collect("descriptors", nil)
        pack.boilerplate = collect("boilerplate", nil)
        pack.languages = Set(files.compactMap(\.language)).sorted().map { language in
            LanguageWords(
                language: language,
                knownBy: files.filter { $0.language == language }.flatMap { $0.reader.strings("known-by") },
                hedges: collect("hedges", language), negations: collect("negations", language),
                histories: collect("histories", language), fillers: collect("fillers", language),
                descriptors: collect("descriptors", language), boilerplate: collect("boilerplate", language))
        }
        pack.triggers = triggers(scopes)
        pack.ripples = ripples()
        pack.families = families(of: pack.triggers)
        pack.companies = companies.values.sorted { $0.cik < $1.cik }
        return pack
    }

    /// The file's language; a code nobody knows makes the file count for every item, with the fault told.
    private func language(_ root: MappingReader) -> String? {
        guard let value = root.text("language") else {
            if let first = root.texts("known-by").first {
                faults.error(first.place, "known-by needs language: which one do these words tell?")
            }
            return nil
        }
        guard LanguageWords.isCode(value.text) else {
            faults.error(
                value.place,
                "\(YAMLContext.shown(value.text)) is no language: write its two-letter code in small letters, as in de")
            return nil
        }
        return value.text
    }

    // MARK: Triggers

    private struct Loaded {
        var rule: TriggerRule
        var isLocal: Bool
        var mark: String
    }

    private func triggers(_ scopes: RuleScopes) -> [TriggerRule] {
        var rules: [String: Loaded] = [:]
        for file in files {
            let patterns = scopes.patterns(of: file.language)
            for (id, entry) in file.reader.entries("triggers") {
                if let first = rules[id.text], first.isLocal == file.isLocal {
                    faults.error(id.place, "trigger \(id.text) is defined already at \(first.rule.place)")
                    continue
                }
                let of = entry.text("of")
                if !file.isLocal, let of {
                    faults.error(of.place, "of belongs into rules/local; it marks the shipped trigger that is replaced")
                }
                guard let rule = TriggerDecoder(id: id, reader: entry, patterns: patterns).decode() else { continue }
                if let shipped = rules[id.text] {
                    tell("replaces", of, over: shipped, id)
                } else if let of, file.isLocal {
                    faults.warning(of.place, "there is no shipped trigger \(id.text) that this could replace")
                }
                // Its own mark, so that whoever adds to it is told when it changes.
                rules[id.text] = Loaded(rule: rule, isLocal: file.isLocal, mark: entry.mark)
            }
        }
        append(scopes, to: &rules)
        disable(&rules)
        for rule in rules.values.map(\.rule).sorted(by: { $0.id < $1.id }) {
            for twin in rule.sameAs where rules[twin] == nil {
                faults.warning(
                    rule.place,
                    "same-as of trigger \(rule.id) names \(twin), which does not exist"
                        + NearestName.suggestion(twin, in: rules.keys.sorted()))
            }
        }
        return rules.values.map(\.rule).sorted { $0.id < $1.id }
    }

    /// Says what a local file changes, and warns where what lies beneath is no longer what it was written for.
    private func tell(_ verb: String, _ of: TextValue?, over shipped: Loaded, _ id: TextValue) {
        let what = "trigger \(id.text) \(verb) the one at \(shipped.rule.place)"
        if let of, of.text != shipped.mark {
            faults.warning(
                of.place,
                "\(what), which changed since this was written; look what is new, then write of: \(shipped.mark)")
        } else {
            let hint = of == nil ? "; write of: \(shipped.mark) to be told when that one changes" : ""
            faults.note(id.place, what + hint)
        }
    }

    private func append(_ scopes: RuleScopes, to rules: inout [String: Loaded]) {
        // Shipped languages first, so that a local file adds to the whole.
        for file in files.filter({ !$0.isLocal }) + files.filter(\.isLocal) {
            for (id, entry) in file.reader.entries("append") {
                guard file.isLocal || file.language != nil else {
                    faults.error(id.place, "append belongs into rules/local, or into a file with a language")
                    continue
                }
                guard let beneath = rules[id.text] else {
                    faults.warning(
                        id.place,
                        "append names trigger \(id.text), which does not exist"
                            + NearestName.suggestion(id.text, in: rules.keys.sorted()))
                    continue
                }
                let decoder = TriggerDecoder(id: id, reader: entry, patterns: scopes.patterns(of: file.language))
                guard let rule = decoder.addition(to: beneath.rule) else { continue }
                rules[id.text]?.rule = rule
                if file.isLocal { tell("adds to", entry.text("of"), over: beneath, id) }
            }
        }
    }

    private func disable(_ rules: inout [String: Loaded]) {
        for file in files {
            for id in file.reader.texts("disable") {
                guard file.isLocal else {
                    faults.error(id.place, "disable belongs into rules/local; here, set the trigger's status: disabled")
                    continue
                }
                guard rules[id.text] != nil else {
                    faults.warning(
                        id.place,
                        "disable names trigger \(id.text), which does not exist"
                            + NearestName.suggestion(id.text, in: rules.keys.sorted()))
                    continue
                }
                rules[id.text]?.rule.status = .disabled
                faults.note(id.place, "trigger \(id.text) is switched off")
            }
        }
    }

    private func families(of triggers: [TriggerRule]) -> FamilyOrder {
        let known = Set(triggers.map(\.family))
        func checked(_ values: [TextValue]) -> [String] {
            for value in values where !known.contains(value.text) {
                faults.warning(
                    value.place,
                    "there is no family \(YAMLContext.shown(value.text)) of triggers"
                        + NearestName.suggestion(value.text, in: known.sorted()))
            }
            return values.map(\.text)
        }
        var order: (values: [TextValue], isLocal: Bool)?
        for file in files {
            let values = file.reader.texts("precedence")
            guard let first = values.first else { continue }
            if let shipped = order, let place = shipped.values.first?.place, shipped.isLocal == file.isLocal {
                faults.error(first.place, "precedence is defined already at \(place)")
                continue
            }
            order = (values, file.isLocal)
        }
        return FamilyOrder(
            precedence: checked(order?.values ?? []),
            together: RuleScopes.named("together", "group", files, faults).map { Set(checked($0.values)) })
    }

    private func ripples() -> [Relation: TriggerRule.Wording] {
        var ripples: [Relation: (wording: TriggerRule.Wording, isLocal: Bool, place: SourcePlace)] = [:]
        for file in files {
            guard let reader = file.reader.mapping("ripples") else { continue }
            for relation in Relation.allCases where relation != .itself {
                guard let entry = reader.mapping(relation.rawValue),
                    let wording = WordingDecoder.wording(entry, slots: WordingSlot.ripple)
                else { continue }
                if let first = ripples[relation], first.isLocal == file.isLocal {
                    faults.error(
                        entry.place, "the ripple for \(relation.rawValue) is defined already at \(first.place)")
                    continue
                }
                ripples[relation] = (wording, file.isLocal, entry.place)
            }
        }
        return ripples.mapValues(\.wording)
    }
}

/// One rule file, its root read.
struct RuleFile {
    var reader: MappingReader
    /// The language whose items it is for; nil: any.
    var language: String?
    var isLocal: Bool
}
