/// Programs by the words that must stand in a sentence for them to match: a sentence costs nothing for programs one of
/// whose cues it lacks.
///
/// A cue is a set of words and stems of which every match of a program holds one (see `PatternCompiler`). Each
/// program is led by its rarest cue; it is tried where that and all its other cues stand.
struct PatternIndex: Sendable {
    /// Cues by word id: `starts[word]..<starts[word + 1]` in `cues`; those of the stems a word begins with included.
    private var starts: [UInt32]
    private var cues: [UInt32] = []
    /// Cues by stem, for words that no rule, name or lexicon holds.
    private var byStem: [[UInt32]]
    /// The cues a program needs beside its leading one: `needStarts[program]..<needStarts[program + 1]` in `needs`.
    private var needStarts: [UInt32] = [0]
    private var needs: [UInt32] = []
    private let orders: [Program.Order]
    /// -1 for a program without cues, which is tried everywhere it is asked for.
    private var leading: [Int32] = []
    /// Programs looked for in every sentence, by their leading cue.
    private var chosen: [[UInt32]]
    private let cueCount: Int

    /// - Parameter wanted: indexes of the programs to look for in every sentence.
    init(_ programs: [Program], cues sets: [[Anchor]], wanted: some Sequence<Int>, lexicon: Lexicon, stems: StemTable) {
        cueCount = sets.count
        orders = programs.map(\.order)
        var byStem: [[UInt32]] = Array(repeating: [], count: stems.stems.count)
        var byWord: [UInt32: [UInt32]] = [:]
        for (cue, set) in sets.enumerated() {
            for anchor in set {
                switch anchor {
                case .word(let word): byWord[word, default: []].append(UInt32(cue))
                case .stem(let stem): byStem[Int(stem)].append(UInt32(cue))
                }
            }
        }
        let wordCount = lexicon.interner.count
        starts = Array(repeating: 0, count: wordCount + 2)
        var cues: [UInt32] = []
        for word in 1..<UInt32(wordCount + 1) {
            if let own = byWord[word] { cues += own }
            lexicon.interner.withBytes(of: word) { bytes in
                stems.forEachStem(of: bytes) { stem in cues += byStem[Int(stem)] }
            }
            starts[Int(word) + 1] = UInt32(cues.count)
        }
        self.cues = cues
        self.byStem = byStem
        chosen = Array(repeating: [], count: sets.count)
        let wanted = Set(wanted)
        for (index, program) in programs.enumerated() {
            leading.append(program.cue.map(Int32.init) ?? -1)
            needs += program.needs.map(UInt32.init)
            needStarts.append(UInt32(needs.count))
            if let cue = program.cue, wanted.contains(index) { chosen[cue].append(UInt32(index)) }
        }
    }

    /// Nothing stands in it yet; for reuse from sentence to sentence.
    func noCues() -> SentenceCues { SentenceCues(count: cueCount) }

    /// Sets `found` to the cues that stand in a sentence.
    func read(_ text: FieldText, _ tokens: Range<Int>, stems: StemTable, into found: inout SentenceCues) {
        read(text.tokens, text.folded, tokens, stems, &found)
    }

    /// Sets `found` to the cues that stand anywhere in a text.
    func read(_ scan: TextScan, stems: StemTable, into found: inout SentenceCues) {
        read(scan.tokens, scan.folded, scan.tokens.indices, stems, &found)
    }

    private func read(
        _ tokens: ContiguousArray<Token>, _ folded: [UInt8], _ range: Range<Int>, _ stems: StemTable,
        _ found: inout SentenceCues
    ) {
        found.removeAll()
        tokens.withUnsafeBufferPointer { all in
            folded.withUnsafeBufferPointer { folded in
                for index in range {
                    let token = all[index]
                    if token.word == 0 {
                        let bytes = UnsafeBufferPointer(rebasing: folded[Int(token.foldStart)..<Int(token.foldEnd)])
                        stems.forEachStem(of: bytes) { stem in
                            for cue in byStem[Int(stem)] { found.insert(cue, at: index) }
                        }
                    } else {
                        let (start, end) = (Int(starts[Int(token.word)]), Int(starts[Int(token.word) + 1]))
                        for cue in start..<end { found.insert(cues[cue], at: index) }
                    }
                }
            }
        }
    }

    /// Where in the sentence a match of the program may begin; nil where it has none, as some cue is missing or all
    /// stand in another order.
    func starts(of program: Int, in sentence: Range<Int>, _ found: borrowing SentenceCues) -> Range<Int>? {
        let lead = leading[program]
        if lead >= 0, !found.holds(UInt32(lead)) { return nil }
        guard holdsNeeds(program, found) else { return nil }
        let order = orders[program]
        guard let first = order.cues.first else { return sentence }
        var place = sentence.lowerBound - 1
        for cue in order.cues {
            place = max(place + 1, found.first(cue))
            if place > found.last(cue) { return nil }
        }
        let lower = order.isAtStart ? found.first(first) : sentence.lowerBound
        return max(lower, sentence.lowerBound)..<min(found.last(first) + 1, sentence.upperBound)
    }

    /// Programs to look for whose cues all stand in the sentence, none twice.
    func forEachProgram(of found: borrowing SentenceCues, _ body: (Int) -> Void) {
        for cue in found.all {
            for program in chosen[Int(cue)] where holdsNeeds(Int(program), found) { body(Int(program)) }
        }
    }

    private func holdsNeeds(_ program: Int, _ found: borrowing SentenceCues) -> Bool {
        for index in Int(needStarts[program])..<Int(needStarts[program + 1]) where !found.holds(needs[index]) {
            return false
        }
        return true
    }
}

/// The cues that stand in a sentence, and where.
struct SentenceCues {
    /// First and last token of each, by cue; nothing where the first is -1.
    private var firsts: [Int32]
    private var lasts: [Int32]
    /// In the order in which they first stand, none twice.
    private(set) var all: [UInt32] = []

    fileprivate init(count: Int) {
        firsts = Array(repeating: -1, count: count)
        lasts = firsts
    }

    @inline(__always)
    func holds(_ cue: UInt32) -> Bool { firsts[Int(cue)] >= 0 }
    @inline(__always)
    func first(_ cue: Int) -> Int { Int(firsts[cue]) }
    @inline(__always)
    func last(_ cue: Int) -> Int { Int(lasts[cue]) }

    @inline(__always)
    fileprivate mutating func insert(_ cue: UInt32, at token: Int) {
        if firsts[Int(cue)] < 0 {
            firsts[Int(cue)] = Int32(token)
            all.append(cue)
        }
        lasts[Int(cue)] = Int32(token)
    }

    fileprivate mutating func removeAll() {
        for cue in all { firsts[Int(cue)] = -1 }
        all.removeAll(keepingCapacity: true)
    }
}
