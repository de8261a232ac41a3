import RuleLanguage

/// The words that all rules share, as programs: those for any item, or those and the words of one language.
struct SharedWords: Sendable {
    let hedges: [Int]
    let negations: [Int]
    let histories: [Int]
    /// Fillers, hedges and negations: what may stand between a party and its verb.
    let skips: SkipTable
    let descriptors: SkipTable
    let boilerplate: SkipTable

    init(_ words: Programs, compiler: PatternCompiler) {
        hedges = words.hedges
        negations = words.negations
        histories = words.histories
        skips = SkipTable(
            words.fillers + words.hedges + words.negations, programs: compiler.programs, sets: compiler.sets)
        descriptors = SkipTable(words.descriptors, programs: compiler.programs, sets: compiler.sets)
        boilerplate = SkipTable(words.boilerplate, programs: compiler.programs, sets: compiler.sets)
    }

    /// Indexes of programs, before all programs are known.
    struct Programs {
        var hedges, negations, histories, fillers, descriptors, boilerplate: [Int]

        init(_ pack: RulePack, _ compiler: inout PatternCompiler) {
            fillers = pack.fillers.map { compiler.add($0) }
            hedges = pack.hedges.map { compiler.add($0) }
            negations = pack.negations.map { compiler.add($0) }
            histories = pack.histories.map { compiler.add($0) }
            descriptors = pack.descriptors.map { compiler.add($0) }
            boilerplate = pack.boilerplate.map { compiler.add($0) }
        }

        init(_ words: LanguageWords, _ compiler: inout PatternCompiler) {
            fillers = words.fillers.map { compiler.add($0) }
            hedges = words.hedges.map { compiler.add($0) }
            negations = words.negations.map { compiler.add($0) }
            histories = words.histories.map { compiler.add($0) }
            descriptors = words.descriptors.map { compiler.add($0) }
            boilerplate = words.boilerplate.map { compiler.add($0) }
        }

        func joined(_ other: Programs) -> Programs {
            var joined = self
            joined.hedges += other.hedges
            joined.negations += other.negations
            joined.histories += other.histories
            joined.fillers += other.fillers
            joined.descriptors += other.descriptors
            joined.boilerplate += other.boilerplate
            return joined
        }
    }
}
