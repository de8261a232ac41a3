/// Programs by the words that must stand in a text for them to match: a text costs nothing for programs none of
/// whose anchors it holds.
struct PatternIndex: Sendable {
    /// `starts[word]..<starts[word + 1]` in `programs`.
    private var starts: [UInt32]
    private var programs: [UInt32] = []
    private var byStem: [[UInt32]]

    /// `chosen`: indexes of the programs to look for.
    init(_ all: [Program], chosen: some Sequence<Int>, wordCount: Int, stemCount: Int) {
        var lists: [UInt32: [UInt32]] = [:]
        byStem = Array(repeating: [], count: stemCount)
        for index in Set(chosen).sorted() {
            for anchor in all[index].anchors {
                switch anchor {
                case .word(let word): lists[word, default: []].append(UInt32(index))
                case .stem(let stem): byStem[Int(stem)].append(UInt32(index))
                }
            }
        }
        starts = Array(repeating: 0, count: wordCount + 2)
        for (word, list) in lists { starts[Int(word) + 1] = UInt32(list.count) }
        for word in 1..<starts.count { starts[word] += starts[word - 1] }
        programs = Array(repeating: 0, count: Int(starts[starts.count - 1]))
        for (word, list) in lists {
            for (offset, program) in list.enumerated() { programs[Int(starts[Int(word)]) + offset] = program }
        }
    }

    @inline(__always)
    func forEachProgram(ofWord word: UInt32, _ body: (UInt32) -> Void) {
        let (start, end) = (Int(starts[Int(word)]), Int(starts[Int(word) + 1]))
        if start == end { return }
        for index in start..<end { body(programs[index]) }
    }

    @inline(__always)
    func forEachProgram(ofStem stem: Int32, _ body: (UInt32) -> Void) {
        for program in byStem[Int(stem)] { body(program) }
    }
}
