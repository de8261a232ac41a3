import RuleLanguage
import Yams

/// The macros and word-list slots that the patterns of each language may use.
///
/// What a file without a language defines is known everywhere. A file with one may define the same name anew for its
/// own language: `$appoints` has German words in German patterns. A local definition stands for the shipped one.
struct RuleScopes {
    private var common: PatternDecoder
    private var byLanguage: [String: PatternDecoder] = [:]

    init(_ files: [RuleFile], faults: FaultList) {
        let lists = Self.lists(files.filter { $0.language == nil }, faults)
        let macros = Self.macros(files.filter { $0.language == nil }, faults)
        let shared = Self.table(macros, lists, own: Set(macros.keys), faults)
        common = PatternDecoder(macros: shared.macros, lists: lists, faults: faults)
        for language in Set(files.compactMap(\.language)).sorted() {
            let own = files.filter { $0.language == language }
            let ownLists = Self.lists(own, faults)
            let ownMacros = Self.macros(own, faults)
            let allLists = lists.merging(ownLists) { _, mine in mine }
            let all = macros.merging(ownMacros) { _, mine in mine }
            let table = Self.table(
                all, allLists, own: Set(ownMacros.keys), over: shared,
                changed: Set(ownMacros.keys).union(ownLists.keys), faults)
            byLanguage[language] = PatternDecoder(
                macros: table.macros, lists: allLists, language: language, faults: faults)
        }
    }

    func patterns(of language: String?) -> PatternDecoder { language.flatMap { byLanguage[$0] } ?? common }

    /// Reads macros; tells the faults of `own` only, as the others were told where they belong.
    private static func table(
        _ definitions: [String: MacroTable.Definition], _ lists: [String: Pattern.Node], own: Set<String>,
        over base: MacroTable? = nil, changed: Set<String> = [], _ faults: FaultList
    ) -> MacroTable {
        let table = MacroTable(
            definitions.sorted { $0.key < $1.key }.map(\.value), lists: lists, base: base, changed: changed)
        let places = Set(own.flatMap { definitions[$0]?.patterns.map(\.place) ?? [] })
        for failure in table.failures where places.contains(failure.place) {
            let value = TextValue(
                text: failure.text, place: failure.place, isPlain: false, isInLine: !failure.text.contains("\\"))
            faults.error(value.place(ofColumn: failure.fault.column), failure.fault.message)
        }
        return table
    }

    private static func macros(_ files: [RuleFile], _ faults: FaultList) -> [String: MacroTable.Definition] {
        var macros: [String: MacroTable.Definition] = [:]
        for entry in named("macros", "macro", files, faults) {
            macros[entry.name] = MacroTable.Definition(
                name: entry.name, patterns: entry.values.map { ($0.text, $0.place) })
        }
        return macros
    }

    private static func lists(_ files: [RuleFile], _ faults: FaultList) -> [String: Pattern.Node] {
        var lists: [String: Pattern.Node] = [:]
        for entry in named("slots", "slot", files, faults) {
            guard SlotLists.isFree(entry.name) else {
                faults.error(entry.place, "slot {\(entry.name)} is there already; give the list another name")
                continue
            }
            do {
                lists[entry.name] = try SlotLists.node(of: entry.values.map(\.text), place: entry.place)
            } catch {
                let value = entry.values.indices.contains(error.index) ? entry.values[error.index] : nil
                faults.error(value?.place(ofColumn: error.fault.column) ?? entry.place, error.fault.message)
            }
        }
        return lists
    }

    struct Entry {
        var name: String
        var values: [TextValue]
        var place: SourcePlace
        var isLocal: Bool
    }

    /// The entries of a key of free names over several files, local ones over shipped ones.
    static func named(_ key: String, _ word: String, _ files: [RuleFile], _ faults: FaultList) -> [Entry] {
        var entries: [String: Entry] = [:]
        for file in files {
            for (name, node) in file.reader.named(key) {
                guard !name.text.isEmpty, name.text.utf8.allSatisfy(MacroTable.isNameByte) else {
                    faults.error(
                        name.place,
                        "\(YAMLContext.shown(name.text)) is no \(word) name: letters, digits and '-', without "
                            + (word == "macro" ? "'$'" : "'{'"))
                    continue
                }
                if let first = entries[name.text], first.isLocal == file.isLocal {
                    faults.error(name.place, "\(word) \(name.text) is defined already at \(first.place)")
                    continue
                }
                let values = PatternDecoder.texts(of: node, key: "\(word) \(name.text)", in: file.reader.context)
                entries[name.text] = Entry(name: name.text, values: values, place: name.place, isLocal: file.isLocal)
            }
        }
        return entries.values.sorted { $0.name < $1.name }
    }
}
