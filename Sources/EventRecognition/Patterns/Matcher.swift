import RuleLanguage

/// Runs programs over one sentence, and keeps what several of them ask for.
///
/// Many patterns ask for the same slot at the same place, and many rules for the same look-alike, so what was read once
/// is remembered for as long as the sentence is looked at. For one reading of one item, by one caller at a time.
final class Matcher {
    typealias Match = (tokens: Range<Int>, captures: [PatternMatch.Capture], passed: [Range<Int>])
    /// Where what is stepped over ends.
    struct SkipEnd {
        var token: Int
        /// It is a predicate of its own.
        var isPredicate = false
    }

    let slots: SlotReader
    private let table: ProgramTable
    private let skips: SkipTable
    /// What stands in the sentence, so that programs which need other words are not tried; nil where every program is.
    private let cues: SentenceCues?
    private var failed: [UInt64] = []
    private var known: [Int: [Match]] = [:]
    private var skipEnds = Remembered<[SkipEnd]>()
    /// By slot, by whether the pattern's own words lead up to it, and by place.
    private var slotReadings = Remembered<[Range<Int>]>()
    private var inner: Matcher?
    /// Where the headline leaves its subject out; -1 for nowhere.
    fileprivate let subjectless: Int

    /// Matches of one program in one sentence, at most: a bound for lists.
    static let mostMatches = 4
    fileprivate static let slotKinds = Slot.allCases
    /// The number of `{company}` among the slots.
    fileprivate static let company = UInt8(slotKinds.firstIndex(of: .company) ?? 0)

    init(table: ProgramTable, skips: SkipTable, slots: SlotReader, cues: SentenceCues?) {
        self.table = table
        self.skips = skips
        self.slots = slots
        self.cues = cues
        subjectless = slots.subjectlessStart ?? -1
    }

    /// All matches of a program in the sentence, leftmost first, none overlapping.
    func matches(of program: Int) -> [Match] {
        let sentence = slots.sentence.tokens
        var starts = sentence
        if let cues {
            guard let possible = table.index.starts(of: program, in: sentence, cues) else { return [] }
            starts = possible
        }
        if let found = known[program] { return found }
        let found = search(program, from: starts)
        known[program] = found
        return found
    }

    private func search(_ program: Int, from starts: Range<Int>) -> [Match] {
        var found: [Match] = []
        run(program) { run in
            var start = starts.lowerBound
            while start < starts.upperBound, found.count < Self.mostMatches {
                if let end = run.end(from: start) {
                    found.append((start..<end, run.captures, run.passed))
                    start = max(end, start + 1)
                    run.forget()
                } else {
                    start += 1
                }
            }
        }
        return found
    }

    /// Where the program ends when it begins at `start`.
    func end(of program: Int, at start: Int) -> Int? {
        var end: Int?
        run(program) { end = $0.end(from: start) }
        return end
    }

    /// Hands `body` a program that is ready to run. What it asks of the matcher meanwhile never comes back here.
    private func run(_ program: Int, _ body: (inout ProgramRun) -> Void) {
        let program = table.programs[program]
        let width = slots.sentence.tokens.count + 1
        var memory: [UInt64] = []
        swap(&memory, &failed)
        let words = (program.steps.count * width + 63) / 64
        if memory.count < words { memory = Array(repeating: 0, count: words) }
        memory.withUnsafeMutableBufferPointer { memory in
            program.steps.withUnsafeBufferPointer { steps in
                slots.text.tokens.withUnsafeBufferPointer { tokens in
                    slots.text.folded.withUnsafeBufferPointer { folded in
                        table.sets.withUnsafeBufferPointer { sets in
                            var run = ProgramRun(
                                steps: steps, lists: program.lists, tokens: tokens, folded: folded,
                                stems: table.stems, sets: sets,
                                failed: UnsafeMutableBufferPointer(rebasing: memory[..<words]), matcher: self)
                            run.forget()
                            body(&run)
                        }
                    }
                }
            }
        }
        swap(&memory, &failed)
    }

    // MARK: What programs ask

    /// Kept, because many patterns ask the same slot at the same place. `isLedUpTo`: the pattern's own words lead up
    /// to the slot, so a name begins here whatever stands before.
    fileprivate func readings(of slot: UInt8, at place: Int, isLedUpTo: Bool) -> [Range<Int>] {
        let count = slots.sentence.tokens.count
        let key = (Int(slot) * 2 + (isLedUpTo ? 1 : 0)) * count + place - slots.sentence.tokens.lowerBound
        if let known = slotReadings[key] { return known }
        let found = slots.readings(of: Self.slotKinds[Int(slot)], at: place, isLedUpTo: isLedUpTo)
        slotReadings.keep(found, for: key, of: count * Self.slotKinds.count * 2)
        return found
    }

    /// Where one bracket, apposition or filler that begins at `place` ends.
    fileprivate func ends(ofSkipAt place: Int) -> [SkipEnd] {
        let sentence = slots.sentence.tokens
        guard place < sentence.upperBound else { return [] }
        if let known = skipEnds[place - sentence.lowerBound] { return known }
        var ends: [SkipEnd] = []
        if let end = slots.bracketEnd(at: place) { ends.append(SkipEnd(token: end)) }
        ends += slots.appositionEnds(at: place).map { SkipEnd(token: $0) }
        ends += slots.predicateEnds(at: place).map { SkipEnd(token: $0, isPredicate: true) }
        let next = place + 1 < sentence.upperBound ? slots.text.tokens[place + 1].word : nil
        skips.forEachProgram(beginning: slots.text.tokens[place].word, then: next) { candidate in
            // A machine of its own: the running program's memory must survive.
            let inner =
                self.inner ?? Matcher(table: table, skips: SkipTable(), slots: slots, cues: nil)
            self.inner = inner
            if let end = inner.end(of: candidate, at: place), end > place { ends.append(SkipEnd(token: end)) }
        }
        skipEnds.keep(ends, for: place - sentence.lowerBound, of: sentence.count)
        return ends
    }
}

/// Answers by small numbers; costs nothing until the first is kept.
private struct Remembered<Answer> {
    /// Indexes of `answers`, -1 where nothing is known.
    private var places: [Int32] = []
    private var answers: [Answer] = []

    subscript(key: Int) -> Answer? {
        guard !places.isEmpty, places[key] >= 0 else { return nil }
        return answers[Int(places[key])]
    }

    /// `count`: keys there are at most.
    mutating func keep(_ answer: Answer, for key: Int, of count: Int) {
        if places.isEmpty { places = Array(repeating: -1, count: count) }
        places[key] = Int32(answers.count)
        answers.append(answer)
    }
}

/// One program on its way through a sentence.
///
/// Backtracking that remembers which (step, token) pairs have failed: each pair is entered once, so a search costs
/// at most steps × tokens (times the few ends a slot offers), whatever the pattern and the text. The pointers are good
/// for as long as `Matcher.run` lasts.
private struct ProgramRun {
    let steps: UnsafeBufferPointer<Program.Step>
    let lists: [String]
    let tokens: UnsafeBufferPointer<Token>
    let folded: UnsafeBufferPointer<UInt8>
    let stems: StemTable
    let sets: UnsafeBufferPointer<UInt32>
    let failed: UnsafeMutableBufferPointer<UInt64>
    let matcher: Matcher
    private let lower: Int
    private let upper: Int
    private let width: Int
    private let isHeadline: Bool
    /// Where a pattern's `{company}` may be missing; -1 for nowhere.
    private let subjectless: Int
    private let may: UInt32
    private(set) var captures: [PatternMatch.Capture] = []
    /// Predicates that were stepped over.
    private(set) var passed: [Range<Int>] = []
    /// Where the listed slot in hand begins; a list holds no other, so there is at most one at a time.
    private var openings: [Int] = []
    private var acceptedAt = 0
    private var startedAt = 0

    init(
        steps: UnsafeBufferPointer<Program.Step>, lists: [String], tokens: UnsafeBufferPointer<Token>,
        folded: UnsafeBufferPointer<UInt8>, stems: StemTable,
        sets: UnsafeBufferPointer<UInt32>, failed: UnsafeMutableBufferPointer<UInt64>,
        matcher: Matcher
    ) {
        self.steps = steps
        self.lists = lists
        self.tokens = tokens
        self.folded = folded
        self.stems = stems
        self.sets = sets
        self.failed = failed
        self.matcher = matcher
        let sentence = matcher.slots.sentence
        lower = sentence.tokens.lowerBound
        upper = sentence.tokens.upperBound
        width = sentence.tokens.count + 1
        isHeadline = sentence.position == .headline
        subjectless = matcher.subjectless
        may = matcher.slots.may
    }

    /// Forgets which pairs have failed, as a new search must.
    mutating func forget() { failed.update(repeating: 0) }

    /// Where the program ends when it begins at `start`; `captures` holds its slots then.
    mutating func end(from start: Int) -> Int? {
        captures.removeAll(keepingCapacity: true)
        openings.removeAll(keepingCapacity: true)
        passed.removeAll(keepingCapacity: true)
        startedAt = start
        if run(0, start) { return acceptedAt }
        // The slot and what may be stepped over behind it are the first two steps.
        guard start == subjectless, case .slot(Matcher.company)? = steps.first else { return nil }
        captures.removeAll(keepingCapacity: true)
        passed.removeAll(keepingCapacity: true)
        return run(2, start) ? acceptedAt : nil
    }

    private mutating func run(_ first: Int, _ start: Int) -> Bool {
        var (step, place) = (first, start)
        while true {
            let bit = step * width + (place - lower)
            if failed[bit >> 6] & (1 &<< UInt64(bit & 63)) != 0 { return false }
            failed[bit >> 6] |= 1 &<< UInt64(bit & 63)
            switch steps[step] {
            case .accept:
                acceptedAt = place
                return true
            case .jump(let to):
                step = Int(to)
            case .split(let first, let second):
                if run(Int(first), place) { return true }
                step = Int(second)
            case .word(let word):
                guard place < upper, tokens[place].word == word, isReachable(place),
                    word != may || !matcher.slots.isMonth(place, word)
                else { return false }
                (step, place) = (step + 1, place + 1)
            case .oneOf(let set):
                guard place < upper, WordSets.holds(tokens[place].word, at: set, in: sets), isReachable(place),
                    tokens[place].word != may || !matcher.slots.isMonth(place, may)
                else { return false }
                (step, place) = (step + 1, place + 1)
            case .stem(let stem):
                guard place < upper, isReachable(place), stems.begins(word(at: place), with: stem) else { return false }
                (step, place) = (step + 1, place + 1)
            case .inflected(let inflection):
                guard place < upper, isReachable(place), stems.isInflected(word(at: place), of: inflection) else {
                    return false
                }
                (step, place) = (step + 1, place + 1)
            case .any:
                guard place < upper, isReachable(place) else { return false }
                (step, place) = (step + 1, place + 1)
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
            case .slot(let number):
                guard place < upper, isReachable(place) else { return false }
                for reading in matcher.readings(of: number, at: place, isLedUpTo: place > startedAt) {
                    captures.append(.init(slot: Matcher.slotKinds[Int(number)], tokens: reading))
                    if run(step + 1, reading.upperBound) { return true }
                    captures.removeLast()
                }
                return false
            case .skip:
                if run(step + 1, place) { return true }
                if captures.last?.slot == .person {
                    for end in matcher.slots.nextPersonEnds(at: place) where run(step, end) { return true }
                }
                for end in matcher.ends(ofSkipAt: place) {
                    if end.isPredicate { passed.append(place..<end.token) }
                    if run(step, end.token) { return true }
                    if end.isPredicate { passed.removeLast() }
                }
                return false
            case .mark(.colon):
                guard place < upper, !tokens[place].breaks.isDisjoint(with: [.colon, .dash]) else { return false }
                step += 1
            case .mark(.possessive):
                guard place > lower, tokens[place - 1].isPossessive else { return false }
                step += 1
            }
        }
    }

    @inline(__always)
    private func word(at place: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: folded[Int(tokens[place].foldStart)..<Int(tokens[place].foldEnd)])
    }

    /// A semicolon parts what a pattern joins, wherever the pattern begins, but for the next predicate of a headline.
    @inline(__always)
    private func isReachable(_ place: Int) -> Bool {
        !tokens[place].breaks.contains(.semicolon) || place == startedAt
            || (isHeadline && matcher.slots.classes(place).contains(.verb))
    }
}
