/// Every program with what finds it: built once, then only read.
///
/// A class, because each sentence's matcher holds it and copying all of its tables would cost more than matching.
final class ProgramTable: Sendable {
    let programs: [Program]
    let stems: StemTable
    /// The tables of the word sets.
    let sets: [UInt32]
    let index: PatternIndex

    /// - Parameter wanted: indexes of the programs to look for in every sentence.
    init(_ compiler: PatternCompiler, wanted: some Sequence<Int>, lexicon: Lexicon) {
        programs = compiler.programs
        stems = compiler.stems
        sets = compiler.sets.slots
        index = PatternIndex(
            compiler.programs, cues: compiler.cues, wanted: wanted, lexicon: lexicon, stems: compiler.stems)
    }
}
