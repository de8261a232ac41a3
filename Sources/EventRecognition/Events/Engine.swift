import RuleLanguage
import TriggerModel

/// Everything recognition knows, built once and then only read: words, names, programs and their indexes.
///
/// A class so that a recogniser is one reference however large the accounts are; immutable, hence Sendable.
final class Engine: Sendable {
    let lexicon: Lexicon
    let names: CompanyNames
    let programs: [Program]
    let stems: StemTable
    let skips: SkipTable
    let index: PatternIndex
    let rules: [CompiledRule]
    /// Rules that use a program under `match`, by program.
    let rulesOfProgram: [[Int]]
    /// Rules with a clause that is a filing condition only.
    let filingRules: [Int]
    /// Positions a program is looked for in under `match`, by program.
    let positions: [Set<TriggerRule.Position>]
    let hedges: [Int]
    let negations: [Int]
    let histories: [Int]
    let descriptors: SkipTable
    let boilerplate: SkipTable
    let may: UInt32

    init(pack: RulePack, accounts: [Account]) {
        var compiler = PatternCompiler(lexicon: Lexicon())
        var rules: [CompiledRule] = []
        for rule in pack.triggers where rule.status != .disabled {
            rules.append(CompiledRule(rule, compiler: &compiler))
        }
        let fillers = pack.fillers.map { compiler.add($0) }
        hedges = pack.hedges.map { compiler.add($0) }
        negations = pack.negations.map { compiler.add($0) }
        histories = pack.histories.map { compiler.add($0) }
        let descriptorPrograms = pack.descriptors.map { compiler.add($0) }
        let boilerplatePrograms = pack.boilerplate.map { compiler.add($0) }
        var words = compiler.lexicon
        names = CompanyNames(accounts: accounts, lexicon: &words)
        lexicon = words
        programs = compiler.programs
        stems = compiler.stems
        self.rules = rules
        skips = SkipTable(fillers + hedges + negations, programs: compiler.programs)
        descriptors = SkipTable(descriptorPrograms, programs: compiler.programs)
        boilerplate = SkipTable(boilerplatePrograms, programs: compiler.programs)
        may = words.id("may")

        var users: [[Int]] = Array(repeating: [], count: programs.count)
        var positions: [Set<TriggerRule.Position>] = Array(repeating: [], count: programs.count)
        var filingRules: [Int] = []
        for (number, rule) in rules.enumerated() {
            for clause in rule.match {
                if clause.conditions.isEmpty, clause.filing != nil, !filingRules.contains(number) {
                    filingRules.append(number)
                }
                for condition in clause.conditions {
                    for program in condition.programs {
                        if users[program].last != number { users[program].append(number) }
                        positions[program].insert(condition.position)
                    }
                }
            }
        }
        rulesOfProgram = users
        self.positions = positions
        self.filingRules = filingRules
        index = PatternIndex(
            compiler.programs, chosen: users.indices.filter { !users[$0].isEmpty }, wordCount: words.interner.count,
            stemCount: compiler.stems.stems.count)
    }
}
