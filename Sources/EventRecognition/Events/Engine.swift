import RuleLanguage
import TriggerModel

/// Everything recognition knows, built once and then only read: words, names, programs and their indexes.
///
/// A class so that a recogniser is one reference however large the accounts are; immutable, hence Sendable.
final class Engine: Sendable {
    let lexicon: Lexicon
    let names: CompanyNames
    let finder: MentionFinder
    let table: ProgramTable
    let rules: [CompiledRule]
    /// Rules that use a program under `match`, by program.
    let rulesOfProgram: [[Int]]
    /// Rules with a clause that is a filing condition only.
    let filingRules: [Int]
    /// Positions of sentences in which a program is looked for under `match`, by program.
    private let positions: [Set<Sentence.Position>]
    /// The shared words of an item in no particular language, and of each language that the rules know, those included.
    let sharedWords: [SharedWords]
    let languages: LanguageTeller
    /// The language a program is looked for in, as an index of `sharedWords`; 0 for any.
    let languageOfProgram: [Int]
    let may: UInt32
    let families: FamilyOrder

    init(pack: RulePack, accounts: [Account]) {
        var compiler = PatternCompiler(lexicon: Lexicon())
        var rules: [CompiledRule] = []
        for rule in pack.triggers where rule.status != .disabled {
            rules.append(CompiledRule(rule, compiler: &compiler))
        }
        let common = SharedWords.Programs(pack, &compiler)
        let byLanguage = [common] + pack.languages.map { common.joined(SharedWords.Programs($0, &compiler)) }
        for words in pack.languages { for word in words.knownBy { compiler.intern(word) } }
        var words = compiler.lexicon
        names = CompanyNames(accounts: accounts, known: pack.companies, lexicon: &words)
        lexicon = words
        finder = MentionFinder(names: names, lexicon: words)
        self.rules = rules
        families = pack.families
        sharedWords = byLanguage.map { SharedWords($0, compiler: compiler) }
        let languages = LanguageTeller(pack.languages, lexicon: words)
        self.languages = languages
        may = words.id("may")

        var users: [[Int]] = Array(repeating: [], count: compiler.programs.count)
        var positions: [Set<Sentence.Position>] = Array(repeating: [], count: compiler.programs.count)
        var filingRules: [Int] = []
        var languageOfProgram: [Int?] = Array(repeating: nil, count: compiler.programs.count)
        for (number, rule) in rules.enumerated() {
            for clause in rule.match + rule.ends {
                if clause.conditions.isEmpty, clause.filing != nil, !filingRules.contains(number) {
                    filingRules.append(number)
                }
                for condition in clause.conditions {
                    for program in condition.programs {
                        if users[program].last != number { users[program].append(number) }
                        for position in Sentence.Position.allCases where condition.position.reads(position) {
                            positions[program].insert(position)
                        }
                        let language = clause.language.map { languages.index(of: $0) ?? 0 } ?? 0
                        let known = languageOfProgram[program]
                        languageOfProgram[program] = known == nil || known == language ? language : 0
                    }
                }
            }
        }
        rulesOfProgram = users
        self.positions = positions
        self.filingRules = filingRules
        self.languageOfProgram = languageOfProgram.map { $0 ?? 0 }
        table = ProgramTable(compiler, wanted: users.indices.filter { !users[$0].isEmpty }, lexicon: words)
    }

    var programs: [Program] { table.programs }

    /// Whether any rule looks for a program in sentences of a position.
    func reads(_ program: Int, _ position: Sentence.Position) -> Bool { positions[program].contains(position) }
}
