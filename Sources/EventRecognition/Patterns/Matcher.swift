import RuleLanguage

/// Runs programs over one sentence.
///
/// Backtracking that remembers which (step, token) pairs have failed: each pair is entered once, so a search costs
/// at most steps × tokens (times the few ends a slot offers), whatever the pattern and the text.
struct Matcher {
    let programs: [Program]
    let stems: StemTable
    let skips: SkipTable
    let slots: SlotReader

    private var steps: [Program.Step] = []
    private var lists: [String] = []
    private var failed: [UInt64] = []
    private var width = 0
    private var captures: [PatternMatch.Capture] = []
    /// Where the listed slot in hand begins; a list holds no other, so there is at most one at a time.
    private var openings: [Int] = []
    private var acceptedAt = 0
    private var startedAt = 0
    private var skipEnds: [Int: [Int]] = [:]
    private var slotReadings: [Int: [Range<Int>]] = [:]

    /// Matches of one program in one sentence, at most: a bound for lists.
    static let mostMatches = 4

    init(programs: [Program], stems: StemTable, skips: SkipTable, slots: SlotReader) {
        self.programs = programs
        self.stems = stems
        self.skips = skips
        self.slots = slots
    }

    private var sentence: Range<Int> { slots.sentence.tokens }
    private var tokens: ContiguousArray<Token> { slots.text.tokens }

    /// All matches of a program in the sentence, leftmost first, none overlapping.
    mutating func matches(of program: Int) -> [(tokens: Range<Int>, captures: [PatternMatch.Capture])] {
        begin(program)
        var found: [(Range<Int>, [PatternMatch.Capture])] = []
        var start = sentence.lowerBound
        while start < sentence.upperBound, found.count < Self.mostMatches {
            captures.removeAll(keepingCapacity: true)
            openings.removeAll(keepingCapacity: true)
            startedAt = start
            if run(0, start) {
                found.append((start..<acceptedAt, captures))
                start = max(acceptedAt, start + 1)
                if found.count < Self.mostMatches { begin(program) }
            } else {
                start += 1
            }
        }
        return found
    }

    /// Where the program ends when it begins at `start`.
    mutating func end(of program: Int, at start: Int) -> Int? {
        begin(program)
        captures.removeAll(keepingCapacity: true)
        openings.removeAll(keepingCapacity: true)
        startedAt = start
        return run(0, start) ? acceptedAt : nil
    }

    private mutating func begin(_ program: Int) {
        steps = programs[program].steps
        lists = programs[program].lists
        width = sentence.count + 1
        let words = (steps.count * width + 63) / 64
        if failed.count == words {
            for index in failed.indices { failed[index] = 0 }
        } else {
            failed = Array(repeating: 0, count: words)
        }
    }

    private mutating func run(_ step: Int, _ place: Int) -> Bool {
        let bit = step * width + (place - sentence.lowerBound)
        if failed[bit >> 6] & (1 << UInt64(bit & 63)) != 0 { return false }
        failed[bit >> 6] |= 1 << UInt64(bit & 63)
        switch steps[step] {
        case .accept:
            acceptedAt = place
            return true
        case .jump(let to):
            return run(Int(to), place)
        case .split(let first, let second):
            return run(Int(first), place) || run(Int(second), place)
        case .word(let word):
            guard place < sentence.upperBound, tokens[place].word == word, isReachable(place),
                !slots.isMonth(place, word)
            else { return false }
            return run(step + 1, place + 1)
        case .stem(let stem):
            guard place < sentence.upperBound, isReachable(place) else { return false }
            let token = tokens[place]
            guard stems.begins(slots.text.folded, Int(token.foldStart), Int(token.foldEnd), with: stem) else {
                return false
            }
            return run(step + 1, place + 1)
        case .inflected(let inflection):
            guard place < sentence.upperBound, isReachable(place) else { return false }
            let token = tokens[place]
            guard
                stems.isInflected(slots.text.folded, Int(token.foldStart), Int(token.foldEnd), of: inflection)
            else { return false }
            return run(step + 1, place + 1)
        case .open:
            openings.append(place)
            if run(step + 1, place) { return true }
            openings.removeLast()
            return false
        case .close(let list):
            let start = openings.removeLast()
            captures.append(.init(slot: .listed(lists[Int(list)]), tokens: start..<place))
            if run(step + 1, place) { return true }
            captures.removeLast()
            openings.append(start)
            return false
        case .any:
            guard place < sentence.upperBound, isReachable(place) else { return false }
            return run(step + 1, place + 1)
        case .slot(let number):
            guard place < sentence.upperBound, isReachable(place) else { return false }
            for reading in readings(of: number, at: place) {
                captures.append(.init(slot: Slot.allCases[Int(number)], tokens: reading))
                if run(step + 1, reading.upperBound) { return true }
                captures.removeLast()
            }
            return false
        case .skip:
            if run(step + 1, place) { return true }
            for end in ends(ofSkipAt: place) where run(step, end) { return true }
            return false
        }
    }

    /// Kept, because many patterns ask the same slot at the same place.
    private mutating func readings(of slot: UInt8, at place: Int) -> [Range<Int>] {
        // Where the pattern's own words lead up to the slot, a name begins here whatever stands before.
        let isLedUpTo = place > startedAt
        let key = place << 8 | Int(slot) << 1 | (isLedUpTo ? 1 : 0)
        if let known = slotReadings[key] { return known }
        let found = slots.readings(of: Slot.allCases[Int(slot)], at: place, isLedUpTo: isLedUpTo)
        slotReadings[key] = found
        return found
    }

    /// A semicolon parts what a pattern joins, but for the next predicate of a headline.
    private func isReachable(_ place: Int) -> Bool {
        !tokens[place].breaks.contains(.semicolon)
            || (slots.sentence.position == .headline && slots.classes(place).contains(.verb))
    }

    /// Where one bracket, apposition or filler that begins at `place` ends.
    private mutating func ends(ofSkipAt place: Int) -> [Int] {
        guard place < sentence.upperBound else { return [] }
        if let known = skipEnds[place] { return known }
        var ends: [Int] = []
        if let end = slots.bracketEnd(at: place) { ends.append(end) }
        ends += slots.appositionEnds(at: place)
        ends += slots.predicateEnds(at: place)
        var candidates: [Int] = []
        skips.forEachProgram(beginning: tokens[place].word) { candidates.append($0) }
        if !candidates.isEmpty {
            // A fresh machine: the running program's memory must survive.
            var inner = Matcher(programs: programs, stems: stems, skips: SkipTable([], programs: []), slots: slots)
            for candidate in candidates {
                if let end = inner.end(of: candidate, at: place), end > place { ends.append(end) }
            }
        }
        skipEnds[place] = ends
        return ends
    }
}
