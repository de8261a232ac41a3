import TriggerModel

/// Every word that rules, names and the engine know, with its classes. Immutable once a recogniser is built.
struct Lexicon: Sendable {
    private(set) var interner: WordInterner
    /// By word id; id 0 has none.
    private(set) var classes: [WordClass]
    /// Words that folding a name asks for.
    let the: UInt32, and: UInt32, a: UInt32, s: UInt32

    init() {
        var scan = TextScan()
        var interner = WordInterner()
        var small: [UInt32] = []
        for word in ["the", "and", "a", "s"] {
            scan.scan(word, isTitle: false)
            let token = scan.tokens[0]
            small.append(scan.withFolded(token) { interner.intern($0, hash: token.hash) })
        }
        (the, and, a, s) = (small[0], small[1], small[2], small[3])
        self.interner = interner
        classes = Array(repeating: [], count: interner.count + 1)
        for (wordClass, words) in WordLists.all {
            scan.scan(words, isTitle: false)
            for token in scan.tokens {
                let id = intern(token, of: scan)
                classes[Int(id)].formUnion(wordClass)
            }
        }
    }

    @inline(__always)
    func classes(of word: UInt32) -> WordClass { classes[Int(word)] }

    func id(_ word: String) -> UInt32 {
        var scan = TextScan()
        scan.scan(word, isTitle: false)
        guard scan.tokens.count == 1, let token = scan.tokens.first else { return 0 }
        return scan.withFolded(token) { interner.find($0, hash: token.hash) }
    }

    mutating func intern(_ token: Token, of scan: TextScan) -> UInt32 {
        let id = scan.withFolded(token) { interner.intern($0, hash: token.hash) }
        if Int(id) >= classes.count { classes.append([]) }
        return id
    }

    /// The ids of a text's tokens, given to them now if they have none.
    mutating func intern(_ text: String, with scan: inout TextScan) -> [UInt32] {
        scan.scan(text, isTitle: false)
        return scan.tokens.map { intern($0, of: scan) }
    }

    // MARK: Reading a field

    /// Tokens and sentences of a field.
    func read(_ text: String, field: TextField) -> FieldText {
        var scan = TextScan()
        scan.scan(text, isTitle: field == .title)
        resolve(&scan)
        return FieldText(field: field, text: text, scan: scan, lexicon: self)
    }

    /// Looks the words up, takes glued words apart and decides where sentences end.
    private func resolve(_ scan: inout TextScan) {
        for index in scan.tokens.indices {
            let token = scan.tokens[index]
            let id = scan.withFolded(token) { interner.find($0, hash: token.hash) }
            if id != 0 { scan.setWord(id, at: index) }
        }
        unglue(&scan)
        var previous: Token?
        for index in scan.tokens.indices {
            let token = scan.tokens[index]
            if let previous, endsSentence(previous, before: token) { scan.addBreak(.sentence, at: index) }
            previous = token
        }
    }

    private func endsSentence(_ previous: Token, before next: Token) -> Bool {
        guard next.traits.contains(.afterStop) else { return false }
        if next.isAfterQuestion { return next.casing != .lower }
        if next.casing == .lower { return false }
        let isInitial = previous.casing == .upper && previous.foldEnd - previous.foldStart == 1
        if isInitial || previous.traits.contains(.dotted) || classes(of: previous.word).contains(.abbreviation) {
            return !isInitial && classes(of: next.word).contains(.opener) && next.isNameLike
        }
        return true
    }

    /// `OilAppoints` is `Oil Appoints`, `EquifaxCFO` is `Equifax CFO`: some wires drop the space.
    private func unglue(_ scan: inout TextScan) {
        var index = 0
        while index < scan.tokens.count {
            defer { index += 1 }
            let token = scan.tokens[index]
            let length = Int(token.foldEnd - token.foldStart)
            // Offsets are only certain where every letter is one byte and one scalar.
            guard token.casing == .mixed, token.word == 0, length >= 6, length == Int(token.byteEnd - token.byteStart),
                length == Int(token.end - token.start)
            else { continue }
            for verbLength in stride(from: length - 2, through: 3, by: -1) {
                let cut = Int(token.foldStart) + length - verbLength
                var hash = WordFolding.hashSeed
                for byte in scan.folded[cut..<Int(token.foldEnd)] { hash = WordFolding.hash(hash, byte) }
                let verb = scan.folded.withUnsafeBufferPointer {
                    interner.find(UnsafeBufferPointer(rebasing: $0[cut..<Int(token.foldEnd)]), hash: hash)
                }
                guard verb != 0, classes(of: verb).contains(verbLength == 3 ? .title : .verb) else { continue }
                var (first, second) = (token, token)
                let stem = length - verbLength
                first.end = token.start + UInt32(stem)
                first.byteEnd = token.byteStart + UInt32(stem)
                first.foldEnd = UInt32(cut)
                first.traits.remove(.possessive)
                first.casing = .capitalised
                first.hash = WordFolding.hashSeed
                for byte in scan.folded[Int(token.foldStart)..<cut] { first.hash = WordFolding.hash(first.hash, byte) }
                first.word = scan.withFolded(first) { interner.find($0, hash: first.hash) }
                second.start = first.end
                second.byteStart = first.byteEnd
                second.foldStart = UInt32(cut)
                second.breaks = []
                second.casing = .capitalised
                second.word = verb
                second.hash = hash
                scan.split(at: index, into: first, second)
                break
            }
        }
    }
}
