/// The fillers, hedges and negations that may stand between a party and its verb, by their first word.
struct SkipTable: Sendable {
    private var byFirstWord: [UInt32: [Entry]] = [:]
    /// Programs whose first word is not fixed.
    private var open: [Int] = []

    private struct Entry: Sendable {
        var program: Int
        /// Words one of which comes second; empty where that is not fixed.
        var seconds: Set<UInt32>
    }

    init() {}

    init(_ indexes: [Int], programs: [Program], sets: WordSets) {
        for index in indexes {
            var words: Set<UInt32> = []
            var isOpen = false
            Self.collectFirst(programs[index].steps, 0, sets, &words, &isOpen)
            if isOpen {
                open.append(index)
                continue
            }
            for word in words {
                var seconds: Set<UInt32> = []
                var isFree = false
                Self.collectSecond(programs[index].steps, 0, after: word, sets, &seconds, &isFree)
                byFirstWord[word, default: []].append(Entry(program: index, seconds: isFree ? [] : seconds))
            }
        }
    }

    /// Programs that may begin with two words; `second` is nil at the end of a sentence, and 0 for a word nobody knows.
    @inline(__always)
    func forEachProgram(beginning word: UInt32, then second: UInt32?, _ body: (Int) -> Void) {
        for index in open { body(index) }
        guard word != 0, let found = byFirstWord[word] else { return }
        for entry in found {
            if !entry.seconds.isEmpty {
                guard let second, entry.seconds.contains(second) else { continue }
            }
            body(entry.program)
        }
    }

    /// Whether any program may begin with the word.
    @inline(__always)
    func holds(_ word: UInt32) -> Bool { !open.isEmpty || (word != 0 && byFirstWord[word] != nil) }

    private static func collectFirst(
        _ steps: [Program.Step], _ at: Int, _ sets: WordSets, _ words: inout Set<UInt32>, _ isOpen: inout Bool
    ) {
        switch steps[at] {
        case .word(let word): words.insert(word)
        case .oneOf(let place): words.formUnion(sets.words(of: place))
        case .split(let first, let second):
            collectFirst(steps, Int(first), sets, &words, &isOpen)
            collectFirst(steps, Int(second), sets, &words, &isOpen)
        case .jump(let to): collectFirst(steps, Int(to), sets, &words, &isOpen)
        case .open, .close, .mark: collectFirst(steps, at + 1, sets, &words, &isOpen)
        case .stem, .inflected, .slot, .skip, .any, .accept: isOpen = true
        }
    }

    /// Words that may follow `word` where a program begins with it. `isFree`: it may end there, or go on with anything.
    private static func collectSecond(
        _ steps: [Program.Step], _ at: Int, after word: UInt32, _ sets: WordSets, _ words: inout Set<UInt32>,
        _ isFree: inout Bool
    ) {
        switch steps[at] {
        case .word(let first): if first == word { collectFirst(steps, at + 1, sets, &words, &isFree) }
        case .oneOf(let place):
            if sets.words(of: place).contains(word) { collectFirst(steps, at + 1, sets, &words, &isFree) }
        case .split(let first, let second):
            collectSecond(steps, Int(first), after: word, sets, &words, &isFree)
            collectSecond(steps, Int(second), after: word, sets, &words, &isFree)
        case .jump(let to): collectSecond(steps, Int(to), after: word, sets, &words, &isFree)
        case .open, .close, .mark: collectSecond(steps, at + 1, after: word, sets, &words, &isFree)
        case .stem, .inflected, .slot, .skip, .any, .accept: isFree = true
        }
    }
}
