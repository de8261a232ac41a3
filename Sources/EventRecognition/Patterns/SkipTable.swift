/// The fillers, hedges and negations that may stand between a party and its verb, by their first word.
struct SkipTable: Sendable {
    private var byFirstWord: [UInt32: [Int]] = [:]
    /// Programs whose first word is not fixed.
    private var open: [Int] = []

    init(_ indexes: [Int], programs: [Program]) {
        for index in indexes {
            var words: Set<UInt32> = []
            var isOpen = false
            Self.collectFirst(programs[index].steps, 0, &words, &isOpen)
            if isOpen { open.append(index) } else { for word in words { byFirstWord[word, default: []].append(index) } }
        }
    }

    @inline(__always)
    func forEachProgram(beginning word: UInt32, _ body: (Int) -> Void) {
        for index in open { body(index) }
        if word != 0, let found = byFirstWord[word] { for index in found { body(index) } }
    }

    /// Whether any program may begin with the word.
    @inline(__always)
    func holds(_ word: UInt32) -> Bool { !open.isEmpty || (word != 0 && byFirstWord[word] != nil) }

    private static func collectFirst(
        _ steps: [Program.Step], _ at: Int, _ words: inout Set<UInt32>, _ isOpen: inout Bool
    ) {
        switch steps[at] {
        case .word(let word): words.insert(word)
        case .split(let first, let second):
            collectFirst(steps, Int(first), &words, &isOpen)
            collectFirst(steps, Int(second), &words, &isOpen)
        case .jump(let to): collectFirst(steps, Int(to), &words, &isOpen)
        case .open, .close: collectFirst(steps, at + 1, &words, &isOpen)
        case .stem, .inflected, .slot, .skip, .any, .accept: isOpen = true
        }
    }
}
