import RuleLanguage

/// Turns patterns into programs and puts their words into the lexicon.
///
/// A gap is `longestGap` optional words, so every program is a finite machine without loops over words, and a
/// matcher that remembers (step, token) is linear in the text.
struct PatternCompiler {
    private(set) var lexicon: Lexicon
    private(set) var stems = StemTable()
    private(set) var programs: [Program] = []
    private var known: [Pattern.Node: Int] = [:]
    private var scan = TextScan()

    /// Words that `...` may stand for, at most.
    static let longestGap = 8

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The program's index; a pattern that a macro brings into many rules is compiled once.
    mutating func add(_ pattern: Pattern) -> Int {
        if let index = known[pattern.root] { return index }
        var steps: [Program.Step] = []
        emit(pattern.root, into: &steps)
        steps.append(.accept)
        let anchors = anchors(of: pattern.root)?.words ?? []
        programs.append(Program(steps: steps, pattern: pattern, anchors: anchors))
        known[pattern.root] = programs.count - 1
        return programs.count - 1
    }

    mutating func intern(_ text: String) { _ = lexicon.intern(text, with: &scan) }

    private mutating func emit(_ node: Pattern.Node, into steps: inout [Program.Step]) {
        switch node {
        case .word(let text):
            for word in lexicon.intern(text, with: &scan) { steps.append(.word(word)) }
        case .stem(let text):
            scan.scan(text, isTitle: false)
            for (index, token) in scan.tokens.enumerated() {
                if index < scan.tokens.count - 1 {
                    steps.append(.word(lexicon.intern(token, of: scan)))
                } else {
                    steps.append(.stem(stems.index(of: Array(scan.folded[Int(token.foldStart)..<Int(token.foldEnd)]))))
                }
            }
        case .slot(let slot):
            steps.append(.slot(slot))
            if slot == .company || slot == .other || slot == .person { steps.append(.skip) }
        case .gap:
            var splits: [Int] = []
            for _ in 0..<Self.longestGap {
                splits.append(steps.count)
                steps.append(.accept)
                steps.append(.any)
            }
            for split in splits { steps[split] = .split(first: Int32(steps.count), second: Int32(split + 1)) }
        case .sequence(let nodes):
            for node in nodes { emit(node, into: &steps) }
        case .alternatives(let nodes):
            var jumps: [Int] = []
            for (index, node) in nodes.enumerated() {
                let split = steps.count
                if index < nodes.count - 1 { steps.append(.accept) }
                emit(node, into: &steps)
                if index < nodes.count - 1 {
                    jumps.append(steps.count)
                    steps.append(.accept)
                    steps[split] = .split(first: Int32(split + 1), second: Int32(steps.count))
                }
            }
            for jump in jumps { steps[jump] = .jump(Int32(steps.count)) }
        case .optional(let node):
            let split = steps.count
            steps.append(.accept)
            emit(node, into: &steps)
            steps[split] = .split(first: Int32(split + 1), second: Int32(steps.count))
        }
    }

    // MARK: Anchors

    /// The rarest set of words of which every match holds one; nil where there is none.
    private mutating func anchors(of node: Pattern.Node) -> (words: [Anchor], cost: Int)? {
        switch node {
        case .slot, .gap, .optional: return nil
        case .word(let text):
            let words = lexicon.intern(text, with: &scan).map { (Anchor.word($0), cost(of: $0)) }
            return words.min { $0.1 < $1.1 }.map { ([$0.0], $0.1) }
        case .stem(let text):
            scan.scan(text, isTitle: false)
            guard let token = scan.tokens.last else { return nil }
            let bytes = Array(scan.folded[Int(token.foldStart)..<Int(token.foldEnd)])
            return ([.stem(stems.index(of: bytes))], 12)
        case .sequence(let nodes):
            var best: (words: [Anchor], cost: Int)?
            for node in nodes {
                guard let found = anchors(of: node) else { continue }
                if best.map({ found.cost < $0.cost }) ?? true { best = found }
            }
            return best
        case .alternatives(let nodes):
            var union: [Anchor] = []
            var cost = 0
            for node in nodes {
                guard let found = anchors(of: node) else { return nil }
                for anchor in found.words where !union.contains(anchor) { union.append(anchor) }
                cost += found.cost
            }
            return (union, cost)
        }
    }

    /// A rough guess of how often a word stands in business text.
    private func cost(of word: UInt32) -> Int {
        let classes = lexicon.classes(of: word)
        if !classes.isDisjoint(with: [.function, .connector]) { return 1000 }
        if !classes.isDisjoint(with: [.generic, .pronoun, .legal, .companyContext]) { return 25 }
        return classes.contains(.role) ? 15 : 8
    }
}
