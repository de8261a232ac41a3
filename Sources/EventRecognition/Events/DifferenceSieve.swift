package import RuleLanguage
package import TriggerModel

/// Tells of an item, without recognising anything in it, which rules of two packs may tell an event of it, and whether
/// those of one pack may tell another than those of the other.
///
/// It only looks for cues, in each field as if that were one sentence: what no word of the field allows, no sentence of it
/// does. Much cheaper than recognising, as names, sentences and slots are not looked at. May be asked from several threads at
/// once, each with a page of its own.
package struct DifferenceSieve: Sendable {
    package enum Finding: Equatable, Sendable {
        /// No rule has words for it on either side.
        case nothing
        /// Whatever the rules tell, they tell the same on both sides.
        case same
        /// They may tell otherwise; false for a side of which no rule has words for it.
        case otherwise(old: Bool, new: Bool)
    }

    /// The rules of both sides, by id; `Page.rules` are indexes of these.
    package let rules: [String]
    /// Which side has a rule, by index.
    private let isOld: [Bool]
    private let isNew: [Bool]
    private let lexicon: Lexicon
    private let table: ProgramTable
    /// Where a program is looked for, by program: what differs, and what rules tell by.
    private let differing: [Places]
    private let telling: [Places]
    private let rulesOfProgram: [[UInt16]]
    private let filingRules: [UInt16]
    private let changesFilings: Bool
    /// A pattern that differs has no word of its own, so it may stand anywhere.
    private let differsAnywhere: Bool

    package init(_ difference: RuleDifference) {
        var compiler = PatternCompiler(lexicon: Lexicon())
        var differing: [Int: Places] = [:]
        var telling: [Int: Places] = [:]
        var users: [Int: Set<UInt16>] = [:]
        var filingRules: Set<UInt16> = []
        let old = difference.old.triggers.filter { $0.status != .disabled }
        let new = difference.new.triggers.filter { $0.status != .disabled }
        let both = old + new
        let (oldIDs, newIDs) = (Set(old.map(\.id)), Set(new.map(\.id)))
        rules = oldIDs.union(newIDs).sorted()
        isOld = rules.map(oldIDs.contains)
        isNew = rules.map(newIDs.contains)
        let numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, UInt16($0)) })
        for rule in both {
            guard let number = numbers[rule.id] else { continue }
            for clause in rule.match + rule.ends {
                if clause.texts.isEmpty, clause.filing != nil { filingRules.insert(number) }
                for text in clause.texts {
                    for pattern in text.patterns {
                        let program = compiler.add(pattern)
                        telling[program, default: []].formUnion(Places(text.position))
                        users[program, default: []].insert(number)
                    }
                }
            }
        }
        for change in difference.changes {
            differing[compiler.add(change.pattern), default: []].formUnion(Places(change.position))
        }
        let programs = compiler.programs
        differsAnywhere = differing.keys.contains { programs[$0].cue == nil }
        changesFilings = difference.changesFilings
        self.filingRules = filingRules.sorted()
        self.differing = programs.indices.map { differing[$0] ?? [] }
        self.telling = programs.indices.map { telling[$0] ?? [] }
        rulesOfProgram = programs.indices.map { users[$0]?.sorted() ?? [] }
        lexicon = compiler.lexicon
        table = ProgramTable(compiler, wanted: programs.indices, lexicon: lexicon)
    }

    /// Parts of an item in which a program may be looked for.
    private struct Places: OptionSet {
        let rawValue: UInt8
        static let title = Places(rawValue: 1)
        static let text = Places(rawValue: 2)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        init(_ position: TriggerRule.Position) {
            switch position {
            case .headline: self = .title
            case .lead, .body, .item: self = .text
            case .text: self = [.title, .text]
            }
        }
    }

    /// What one look notes down, for use again and again.
    package struct Page {
        /// After a look: the rules that may tell an event, none twice, as indexes of the sieve's.
        package fileprivate(set) var rules: [UInt16] = []
        fileprivate var isNoted: [Bool]
        fileprivate var scan = TextScan()
        fileprivate var cues: SentenceCues

        fileprivate mutating func note(_ rule: UInt16) {
            guard !isNoted[Int(rule)] else { return }
            isNoted[Int(rule)] = true
            rules.append(rule)
        }

        fileprivate mutating func clear() {
            for rule in rules { isNoted[Int(rule)] = false }
            rules.removeAll(keepingCapacity: true)
        }
    }

    package func page() -> Page {
        Page(isNoted: Array(repeating: false, count: rules.count), cues: table.index.noCues())
    }

    package func look(at item: Item, on page: inout Page) -> Finding {
        page.clear()
        var differs = differsAnywhere
        if item.filing != nil {
            differs = differs || changesFilings
            for rule in filingRules { page.note(rule) }
        }
        for field in TextField.allCases {
            guard let text = item.text(of: field), !text.isEmpty else { continue }
            let cut = text.utf8.count > ItemReading.longestField ? String(text.prefix(ItemReading.longestField)) : text
            lexicon.scan(cut, field: field, into: &page.scan)
            table.index.read(page.scan, stems: table.stems, into: &page.cues)
            let place: Places = field == .title ? .title : .text
            // Apart, as the page cannot be written on while its cues are read.
            var found: [UInt16] = []
            table.index.forEachProgram(of: page.cues) { program in
                if differing[program].contains(place) { differs = true }
                if telling[program].contains(place) { found += rulesOfProgram[program] }
            }
            for rule in found { page.note(rule) }
        }
        guard !page.rules.isEmpty else { return .nothing }
        guard differs else { return .same }
        return .otherwise(
            old: page.rules.contains { isOld[Int($0)] }, new: page.rules.contains { isNew[Int($0)] })
    }
}
