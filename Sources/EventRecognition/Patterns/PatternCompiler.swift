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
    private var knownCues: [Set<Anchor>: Int] = [:]
    private var known: [Pattern.Node: Int] = [:]
    /// Names of the listed slots of the program in the making.
    private var lists: [String] = []
    private var scan = TextScan()
    /// What was scanned before: cues ask for the same words again and again.
    private var knownWords: [String: [UInt32]] = [:]

    /// Words that `...` may stand for, at most.
    static let longestGap = 8

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The program's index; a pattern that a macro brings into many rules is compiled once.
    mutating func add(_ pattern: Pattern) -> Int {
        if let index = known[pattern.root] { return index }
        var steps: [Program.Step] = []
        lists = []
        emit(pattern.root, into: &steps)
        steps.append(.accept)
        let lead = anchors(of: pattern.root).map { cue(of: $0.words) }
        var others: [[Anchor]] = []
        collectNeeds(of: pattern.root, into: &others)
        var needs: [Int] = []
        for words in others {
            let number = cue(of: words)
            if number != lead, !needs.contains(number) { needs.append(number) }
        }
        programs.append(
            Program(
                steps: steps, lists: lists, pattern: pattern, cue: lead, needs: needs, order: order(of: pattern.root),
                sets: sets))
        known[pattern.root] = programs.count - 1
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
            for node in nodes { emit(node, into: &steps) }
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

    /// The alternatives in the order in which they are tried, those inside others in their place; single words in a row are
    /// one, as at most one of them can stand at a token.
    private mutating func branches(of nodes: [Pattern.Node]) -> [Branch] {
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
        let set = Set(words)
        if let known = knownCues[set] { return known }
        cues.append(words)
        knownCues[set] = cues.count - 1
        return cues.count - 1
    }

    /// Every set of words of which each match holds one, words that stand in every other text left out.
    private mutating func collectNeeds(of node: Pattern.Node, into needs: inout [[Anchor]]) {
        switch node {
        case .slot, .gap, .mark, .optional: break
        case .word(let text):
            for word in words(of: text) where cost(of: word) < Self.tooCommon {
                needs.append([.word(word)])
            }
        case .listed(_, let node): collectNeeds(of: node, into: &needs)
        case .sequence(let nodes), .near(let nodes, _):
            for node in nodes { collectNeeds(of: node, into: &needs) }
        case .stem, .inflected, .alternatives:
            if let found = anchors(of: node), found.cost < Self.tooCommon { needs.append(found.words) }
        }
    }

    /// The cues that stand one behind the other in every match.
    private mutating func order(of node: Pattern.Node) -> Program.Order {
        switch node {
        case .slot, .gap, .mark, .optional, .near: return Program.Order()
        case .listed(_, let node): return order(of: node)
        case .sequence(let nodes):
            var order = Program.Order()
            for (index, node) in nodes.enumerated() {
                let next = self.order(of: node)
                if index == 0 { order.isAtStart = next.isAtStart }
                order.cues += next.cues
            }
            return order
        case .word, .stem, .inflected, .alternatives:
            var needs: [[Anchor]] = []
            collectNeeds(of: node, into: &needs)
            return Program.Order(cues: needs.map { cue(of: $0) }, isAtStart: isPlainStart(node, needs))
        }
    }

    /// Whether every match of a node begins with a word of the first of its needs.
    private mutating func isPlainStart(_ node: Pattern.Node, _ needs: [[Anchor]]) -> Bool {
        guard let first = needs.first else { return false }
        switch node {
        case .word(let text): return words(of: text).first.map { first == [.word($0)] } ?? false
        case .stem(let text), .inflected(let text, _):
            scan.scan(text, isTitle: false)
            return scan.tokens.count == 1
        case .alternatives(let nodes):
            return nodes.allSatisfy { branch in
                guard let words = anchors(of: branch)?.words else { return false }
                return isPlainStart(branch, [words])
            }
        case .sequence(let nodes):
            guard let head = nodes.first, let words = anchors(of: head)?.words else { return false }
            return words == first && isPlainStart(head, [words])
        case .slot, .gap, .mark, .optional, .near, .listed: return false
        }
    }

    /// The cost of a word that says nothing about what a text may match.
    private static let tooCommon = 1000

    /// The rarest of those sets, with a guess of how common it is; nil where there is none.
    private mutating func anchors(of node: Pattern.Node) -> (words: [Anchor], cost: Int)? {
        switch node {
        case .slot, .gap, .mark, .optional: return nil
        case .word(let text):
            let words = words(of: text).map { (Anchor.word($0), cost(of: $0)) }
            return words.min { $0.1 < $1.1 }.map { ([$0.0], $0.1) }
        case .stem(let text):
            scan.scan(text, isTitle: false)
            guard let token = scan.tokens.last else { return nil }
            let bytes = Array(scan.folded[Int(token.foldStart)..<Int(token.foldEnd)])
            return ([.stem(stems.index(of: bytes))], 12)
        case .inflected(let text, let language):
            scan.scan(text, isTitle: false)
            var best: (words: [Anchor], cost: Int)?
            for token in scan.tokens {
                let folded = Array(scan.folded[Int(token.foldStart)..<Int(token.foldEnd)])
                let found: (words: [Anchor], cost: Int)
                if token.traits.isDisjoint(with: [.number, .digitFirst]),
                    let index = stems.inflection(of: folded, language: language)
                {
                    found = ([.stem(stems.inflections[Int(index)].beginning)], 14)
                } else {
                    let word = lexicon.intern(token, of: scan)
                    found = ([.word(word)], cost(of: word))
                }
                if best.map({ found.cost < $0.cost }) ?? true { best = found }
            }
            return best
        case .listed(_, let node): return anchors(of: node)
        case .sequence(let nodes), .near(let nodes, _):
            var best: (words: [Anchor], cost: Int)?
            for node in nodes {
                guard let found = anchors(of: node) else { continue }
                if best.map({ found.cost < $0.cost }) ?? true { best = found }
            }
            return best
        case .alternatives(let nodes):
            var union: [Anchor] = []
            var known: Set<Anchor> = []
            var cost = 0
            for node in nodes {
                guard let found = anchors(of: node) else { return nil }
                for anchor in found.words where known.insert(anchor).inserted { union.append(anchor) }
                cost += found.cost
            }
            return (union, cost)
        }
    }

    /// A rough guess of how often a word stands in business text.
    private func cost(of word: UInt32) -> Int {
        let classes = lexicon.classes(of: word)
        if !classes.isDisjoint(with: [.function, .connector]) { return Self.tooCommon }
        if !classes.isDisjoint(with: [.generic, .pronoun, .legal, .companyContext]) { return 25 }
        return classes.contains(.role) ? 15 : 8
    }
}
