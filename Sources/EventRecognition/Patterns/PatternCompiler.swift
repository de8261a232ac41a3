import RuleLanguage

/// Turns patterns into programs and puts their words into the lexicon.
///
/// A gap is `longestGap` optional words, so every program is a finite machine without loops over words, and a
/// matcher that remembers (step, token) is linear in the text.
struct PatternCompiler {
    private(set) var lexicon: Lexicon
    private(set) var stems = StemTable()
    private(set) var programs: [Program] = []
    private(set) var sets = WordSets()
    /// Sets of words of which every match of some program holds one.
    private(set) var cues: [[Anchor]] = []
    /// Cues by their words and stems, in the order of `Anchor.number`.
    private var knownCues: [[UInt64]: Int] = [:]
    private var known: [NodeKey: Int] = [:]
    /// Names of the listed slots of the program in the making.
    private var lists: [String] = []
    private var scan = TextScan()
    /// What was scanned before: cues ask for the same words again and again.
    private var knownWords: [String: [UInt32]] = [:]

    /// What was worked out of alternatives before: a macro brings the same ones into hundreds of patterns.
    private var knownBranches: [SharedNodes: [Branch]] = [:]
    private var knownUnions: [SharedNodes: Cues] = [:]

    /// Words that `...` may stand for, at most.
    static let longestGap = 8

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The program's index; a pattern that a macro brings into many rules is compiled once.
    mutating func add(_ pattern: Pattern) -> Int {
        let key = NodeKey(pattern.root)
        if let index = known[key] { return index }
        var steps: [Program.Step] = []
        lists = []
        emit(pattern.root, into: &steps)
        steps.append(.accept)
        let cues = study(pattern.root)
        let lead = cues.anchors.map { cue(of: $0.words) }
        var needs: [Int] = []
        for words in cues.needs {
            let number = cue(of: words)
            if number != lead, !needs.contains(number) { needs.append(number) }
        }
        let order = Program.Order(cues: cues.order.map { cue(of: $0) }, isAtStart: cues.isAtStart)
        programs.append(
            Program(
                steps: steps, lists: lists, pattern: pattern, cue: lead, needs: needs, order: order, sets: sets))
        known[key] = programs.count - 1
        return programs.count - 1
    }

    mutating func intern(_ text: String) { _ = words(of: text) }

    /// The ids of a text's words.
    private mutating func words(of text: String) -> [UInt32] {
        if let known = knownWords[text] { return known }
        let words = lexicon.intern(text, with: &scan)
        knownWords[text] = words
        return words
    }

    private mutating func emit(_ node: Pattern.Node, into steps: inout [Program.Step]) {
        switch node {
        case .word(let text):
            for word in words(of: text) { steps.append(.word(word)) }
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
            if let number = Slot.allCases.firstIndex(of: slot) { steps.append(.slot(UInt8(number))) }
            if slot == .company || slot == .other || slot == .person { steps.append(.skip) }
        case .inflected(let text, let language):
            scan.scan(text, isTitle: false)
            for token in scan.tokens {
                let folded = Array(scan.folded[Int(token.foldStart)..<Int(token.foldEnd)])
                if token.traits.isDisjoint(with: [.number, .digitFirst]),
                    let index = stems.inflection(of: folded, language: language)
                {
                    steps.append(.inflected(index))
                } else {
                    steps.append(.word(lexicon.intern(token, of: scan)))
                }
            }
        case .listed(let name, let node):
            let number = lists.firstIndex(of: name) ?? lists.count
            if number == lists.count { lists.append(name) }
            steps.append(.open)
            emit(node, into: &steps)
            steps.append(.close(Int32(number)))
        case .near(let nodes, let within):
            emitAlternatives(Self.orders(of: nodes), into: &steps) { compiler, order, steps in
                for (index, node) in order.enumerated() {
                    if index > 0 { compiler.emitGap(within, into: &steps) }
                    compiler.emit(node, into: &steps)
                }
            }
        case .mark(let mark):
            steps.append(.mark(mark))
        case .gap:
            emitGap(Self.longestGap, into: &steps)
        case .sequence(let nodes):
            for node in DecidedForms.beside(nodes) { emit(node, into: &steps) }
        case .alternatives(let nodes):
            emitAlternatives(branches(of: nodes), into: &steps) { compiler, branch, steps in
                switch branch {
                case .node(let node): compiler.emit(node, into: &steps)
                case .words(let words): steps.append(.oneOf(compiler.sets.add(words)))
                }
            }
        case .optional(let node):
            let split = steps.count
            steps.append(.accept)
            emit(node, into: &steps)
            steps[split] = .split(first: Int32(split + 1), second: Int32(steps.count))
        }
    }

    /// One of several alternatives, or several of one word each.
    private enum Branch {
        case node(Pattern.Node)
        case words(Set<UInt32>)
    }

    /// The alternatives in the order in which they are tried, those inside others in their place; single words in a row
    /// are one, as at most one of them can stand at a token.
    private mutating func branches(of nodes: [Pattern.Node]) -> [Branch] {
        let shared = SharedNodes(nodes)
        if let known = knownBranches[shared] { return known }
        var branches: [Branch] = []
        var words: [(node: Pattern.Node, id: UInt32)] = []
        func close() {
            if words.count > 2 {
                branches.append(.words(Set(words.map(\.id))))
            } else {
                branches += words.map { .node($0.node) }
            }
            words = []
        }
        for node in nodes.flatMap(Self.flat) {
            if case .word(let text) = node, case let ids = self.words(of: text), ids.count == 1 {
                words.append((node, ids[0]))
            } else {
                close()
                branches.append(.node(node))
            }
        }
        close()
        knownBranches[shared] = branches
        return branches
    }

    private static func flat(_ node: Pattern.Node) -> [Pattern.Node] {
        guard case .alternatives(let nodes) = node else { return [node] }
        return nodes.flatMap(flat)
    }

    private mutating func emitAlternatives<Branch>(
        _ branches: [Branch], into steps: inout [Program.Step],
        _ emitOne: (inout PatternCompiler, Branch, inout [Program.Step]) -> Void
    ) {
        var jumps: [Int] = []
        for (index, branch) in branches.enumerated() {
            let split = steps.count
            let isLast = index == branches.count - 1
            if !isLast { steps.append(.accept) }
            emitOne(&self, branch, &steps)
            if !isLast {
                jumps.append(steps.count)
                steps.append(.accept)
                steps[split] = .split(first: Int32(split + 1), second: Int32(steps.count))
            }
        }
        for jump in jumps { steps[jump] = .jump(Int32(steps.count)) }
    }

    /// Up to `longest` words of any kind, as few as will do.
    private func emitGap(_ longest: Int, into steps: inout [Program.Step]) {
        var splits: [Int] = []
        for _ in 0..<longest {
            splits.append(steps.count)
            steps.append(.accept)
            steps.append(.any)
        }
        for split in splits { steps[split] = .split(first: Int32(steps.count), second: Int32(split + 1)) }
    }

    /// Every order of a few nodes, the written one first.
    private static func orders(of nodes: [Pattern.Node]) -> [[Pattern.Node]] {
        guard nodes.count > 1 else { return [nodes] }
        return nodes.indices.flatMap { first -> [[Pattern.Node]] in
            var rest = nodes
            let node = rest.remove(at: first)
            return orders(of: rest).map { [node] + $0 }
        }
    }

    // MARK: Cues

    private mutating func cue(of words: [Anchor]) -> Int {
        let key = words.count == 1 ? [words[0].number] : words.map(\.number).sorted()
        if let known = knownCues[key] { return known }
        cues.append(words)
        knownCues[key] = cues.count - 1
        return cues.count - 1
    }

    /// What a node says about the words of every text that it matches.
    private struct Cues {
        /// The rarest set of words of which each match holds one, with a guess of how common it is; nil where there is
        /// none.
        var anchors: (words: [Anchor], cost: Int)?
        /// Every set of words of which each match holds one, words that stand in every other text left out.
        var needs: [[Anchor]] = []
        /// Those that stand one behind the other in every match.
        var order: [[Anchor]] = []
        /// Whether every match begins with a word of the first in `order`.
        var isAtStart = false
        /// Whether every match begins with a word of `anchors`.
        var beginsWithAnchor = false
    }

    private mutating func study(_ node: Pattern.Node) -> Cues {
        switch node {
        case .slot, .gap, .mark, .optional: return Cues()
        case .word(let text): return study(word: text)
        case .stem(let text):
            scan.scan(text, isTitle: false)
            guard let token = scan.tokens.last else { return Cues() }
            let bytes = Array(scan.folded[Int(token.foldStart)..<Int(token.foldEnd)])
            return whole([.stem(stems.index(of: bytes))], cost: 12, isAtStart: scan.tokens.count == 1)
        case .inflected(let text, let language): return study(inflected: text, language)
        case .listed(_, let node):
            var cues = study(node)
            cues.beginsWithAnchor = false
            return cues
        case .near(let nodes, _):
            var cues = Cues()
            for node in nodes {
                let part = study(node)
                cues.needs += part.needs
                cues.anchors = Self.rarer(cues.anchors, part.anchors)
            }
            return cues
        case .sequence(let nodes):
            var cues = Cues()
            var head: Cues?
            for node in DecidedForms.beside(nodes) {
                let part = study(node)
                if head == nil {
                    head = part
                    cues.isAtStart = part.isAtStart
                }
                cues.needs += part.needs
                cues.order += part.order
                cues.anchors = Self.rarer(cues.anchors, part.anchors)
            }
            if let head, head.beginsWithAnchor { cues.beginsWithAnchor = head.anchors?.words == cues.anchors?.words }
            return cues
        case .alternatives(let nodes):
            let shared = SharedNodes(nodes)
            if let known = knownUnions[shared] { return known }
            let cues = union(of: nodes)
            knownUnions[shared] = cues
            return cues
        }
    }

    private mutating func union(of nodes: [Pattern.Node]) -> Cues {
        var union: [Anchor] = []
        var known: Set<Anchor> = []
        var cost = 0
        var isAtStart = true
        for node in nodes {
            let part = study(node)
            guard let anchors = part.anchors else { return Cues() }
            for anchor in anchors.words where known.insert(anchor).inserted { union.append(anchor) }
            cost += anchors.cost
            isAtStart = isAtStart && part.beginsWithAnchor
        }
        return whole(union, cost: cost, isAtStart: isAtStart)
    }

    private mutating func study(word text: String) -> Cues {
        let words = words(of: text)
        guard let first = words.first else { return Cues() }
        var cues = Cues()
        for word in words {
            let cost = cost(of: word)
            cues.anchors = Self.rarer(cues.anchors, ([.word(word)], cost))
            if cost < Self.tooCommon { cues.needs.append([.word(word)]) }
        }
        cues.order = cues.needs
        cues.isAtStart = cues.needs.first == [.word(first)]
        cues.beginsWithAnchor = cues.anchors?.words == [.word(first)]
        return cues
    }

    private mutating func study(inflected text: String, _ language: String) -> Cues {
        scan.scan(text, isTitle: false)
        var best: (words: [Anchor], cost: Int)?
        for token in scan.tokens {
            let folded = Array(scan.folded[Int(token.foldStart)..<Int(token.foldEnd)])
            if token.traits.isDisjoint(with: [.number, .digitFirst]),
                let index = stems.inflection(of: folded, language: language)
            {
                best = Self.rarer(best, ([.stem(stems.inflections[Int(index)].beginning)], 14))
            } else {
                let word = lexicon.intern(token, of: scan)
                best = Self.rarer(best, ([.word(word)], cost(of: word)))
            }
        }
        guard let best else { return Cues() }
        return whole(best.words, cost: best.cost, isAtStart: scan.tokens.count == 1)
    }

    /// The cues of a node that is looked for by one set of words.
    private func whole(_ words: [Anchor], cost: Int, isAtStart: Bool) -> Cues {
        guard cost < Self.tooCommon else {
            return Cues(anchors: (words, cost), beginsWithAnchor: isAtStart)
        }
        return Cues(
            anchors: (words, cost), needs: [words], order: [words], isAtStart: isAtStart, beginsWithAnchor: isAtStart)
    }

    /// The first of the two that is not more common than the other.
    private static func rarer(
        _ one: (words: [Anchor], cost: Int)?, _ other: (words: [Anchor], cost: Int)?
    ) -> (words: [Anchor], cost: Int)? {
        guard let one else { return other }
        guard let other else { return one }
        return other.cost < one.cost ? other : one
    }

    /// The cost of a word that says nothing about what a text may match.
    private static let tooCommon = 1000

    /// A rough guess of how often a word stands in business text.
    private func cost(of word: UInt32) -> Int {
        let classes = lexicon.classes(of: word)
        if !classes.isDisjoint(with: [.function, .connector]) { return Self.tooCommon }
        if !classes.isDisjoint(with: [.generic, .pronoun, .legal, .companyContext]) { return 25 }
        return classes.contains(.role) ? 15 : 8
    }
}
