import TriggerModel

/// Every word that rules, names and the engine know, with its classes. Immutable once a recogniser is built.
struct Lexicon: Sendable {
    private(set) var interner: WordInterner
    /// By word id, for the words that the engine knew first: the lists are short beside the names' words, and so are
    /// never far away. Id 0 has nothing.
    private let classes: [WordClass]
    private let talks: [WordTalk]
    private let nameWords: [NameWord]
    /// Words that folding a name asks for.
    let the: UInt32, and: UInt32, a: UInt32, s: UInt32, com: UInt32, to: UInt32, it: UInt32, its: UInt32
    let national: UInt32, association: UInt32, n: UInt32, v: UInt32, of: UInt32
    let limited: UInt32, partnership: UInt32, united: UInt32, states: UInt32, us: UInt32, share: UInt32
    let trust: UInt32

    /// By a word of what a company does, how newsrooms clip it: "Labs".
    let clips: [UInt32: UInt32]

    init() {
        var scan = TextScan()
        var interner = WordInterner()
        func ids(_ words: String) -> [UInt32] {
            scan.scan(words, isTitle: false)
            return scan.tokens.map { token in scan.withFolded(token) { interner.intern($0) } }
        }
        func byWord<Kinds: OptionSet>(_ lists: [(Kinds, String)]) -> [Kinds] where Kinds.Element == Kinds {
            var kinds: [Kinds] = []
            for (kind, words) in lists {
                for id in ids(words) {
                    while Int(id) >= kinds.count { kinds.append([]) }
                    kinds[Int(id)].formUnion(kind)
                }
            }
            return kinds
        }
        let small = ids("the and a s com national association to it n v its of")
        (the, and, a, s, com) = (small[0], small[1], small[2], small[3], small[4])
        (national, association, to, it) = (small[5], small[6], small[7], small[8])
        (n, v, its, of) = (small[9], small[10], small[11], small[12])
        let more = ids("limited partnership united states us share trust")
        (limited, partnership, united, states, us, share) = (more[0], more[1], more[2], more[3], more[4], more[5])
        trust = more[6]
        clips = Dictionary(NameWord.clips.map { pair in (ids(pair.word)[0], ids(pair.clip)[0]) }) { first, _ in first }
        nameWords = byWord(NameWord.lists)
        classes = byWord(WordLists.all)
        let lines = TalkWords.lines.enumerated().flatMap { line, words in
            [(WordTalk.line(line), words.words), (WordTalk.nameLine(line), words.names)]
        }
        talks = byWord(TalkWords.all + lines)
        self.interner = interner
    }

    @inline(__always)
    func classes(of word: UInt32) -> WordClass { Int(word) < classes.count ? classes[Int(word)] : [] }

    /// The classes while many words are asked for; good only inside `body`.
    @inline(__always)
    func withClasses<R>(_ body: (Classes) -> R) -> R { classes.withUnsafeBufferPointer { body(Classes(known: $0)) } }

    struct Classes {
        fileprivate let known: UnsafeBufferPointer<WordClass>

        @inline(__always)
        func of(_ word: UInt32) -> WordClass { Int(word) < known.count ? known[Int(word)] : [] }
    }

    @inline(__always)
    func talk(of word: UInt32) -> WordTalk { Int(word) < talks.count ? talks[Int(word)] : [] }

    @inline(__always)
    func nameWord(_ word: UInt32) -> NameWord { Int(word) < nameWords.count ? nameWords[Int(word)] : [] }

    func id(_ word: String) -> UInt32 {
        var scan = TextScan()
        scan.scan(word, isTitle: false)
        guard scan.tokens.count == 1, let token = scan.tokens.first else { return 0 }
        return scan.withFolded(token) { interner.find($0) }
    }

    mutating func intern(_ token: Token, of scan: TextScan) -> UInt32 {
        scan.withFolded(token) { interner.intern($0) }
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
        self.scan(text, field: field, into: &scan)
        let cutter = SentenceCutter(isTitle: field == .title, endsWithQuestion: scan.endsWithQuestion)
        let sentences = withClasses { classes in scan.withTokens { cutter.sentences($0, classes) } }
        return FieldText(field: field, text: text, scan: scan, sentences: sentences)
    }

    /// The tokens of a field, without its sentences.
    func scan(_ text: String, field: TextField, into scan: inout TextScan) {
        scan.scan(text, isTitle: field == .title, words: interner)
        if !scan.mayBeGlued.isEmpty { unglue(&scan, of: text, isTitle: field == .title) }
        if field == .title { WireLabel.part(&scan) }
    }

    /// Bytes of a verb or title that is found glued to a name, at most.
    private static let longestGlued = 16

    /// `OilAppoints` is `Oil Appoints`, `EquifaxCFO` is `Equifax CFO`, `MillsTo` is `Mills To`: some wires drop the
    /// space.
    ///
    /// In a title also `Groupappoints`, where the first piece is a word that names end with.
    private func unglue(_ scan: inout TextScan, of text: String, isTitle: Bool) {
        // Few texts hold any: the tokens are written anew only from the first that is two.
        var tokens: ContiguousArray<Token>?
        for (place, token) in zip(scan.mayBeGlued, scan.tokens[scan.mayBeGlued]) {
            if token.word == 0, let (first, second) = pieces(of: token, scan, text, isTitle: isTitle) {
                if tokens == nil { tokens = ContiguousArray(scan.tokens[..<place]) }
                tokens?.append(first)
                tokens?.append(second)
            } else {
                tokens?.append(token)
            }
        }
        guard var tokens else { return }
        tokens += scan.tokens[scan.mayBeGlued.upperBound...]
        scan.setTokens(tokens)
    }

    /// The two words that an unknown one is glued of.
    private func pieces(of token: Token, _ scan: TextScan, _ text: String, isTitle: Bool) -> (Token, Token)? {
        let length = Int(token.foldEnd - token.foldStart)
        // Offsets are only certain where every letter is one byte and one scalar.
        guard length >= 6, length == Int(token.byteEnd - token.byteStart),
            length == Int(token.length)
        else { return nil }
        let isSmall = isTitle && token.casing == .capitalised && length >= ScanCursor.longGlued
        guard token.casing == .mixed || isSmall else { return nil }
        for verbLength in stride(from: min(length - 2, Self.longestGlued), through: isSmall ? 3 : 2, by: -1) {
            let stem = UInt32(length - verbLength)
            // "SoftwareNames" is no "Softwa" that renames: the second piece begins with its own capital.
            guard isSmall || isCut(text, token, at: Int(stem)) else { continue }
            var second = token
            second.foldStart = token.foldStart + stem
            look(up: &second, scan)
            // "GroupFounder Returns"; "GroupBy" is a name.
            let wanted: WordClass = verbLength == 2 ? .function : verbLength == 3 ? .title : [.verb, .personal]
            guard second.word != 0, !classes(of: second.word).isDisjoint(with: wanted) else { continue }
            if verbLength == 2, second.word != to { continue }
            let isPlainVerb = classes(of: second.word).contains(.verb)
            if verbLength > 3, !isPlainVerb, !nameWord(second.word).contains(.person) { continue }
            if isSmall, !classes(of: second.word).contains([.verb, .personal]) { continue }
            var first = token
            first.byteEnd = token.byteStart + stem
            first.foldEnd = token.foldStart + stem
            first.traits.remove(.possessive)
            first.casing = .capitalised
            look(up: &first, scan)
            if isSmall, classes(of: first.word).isDisjoint(with: [.generic, .legal, .organisation]) { continue }
            // "SheSaid" is a name.
            if classes(of: first.word).contains(.function) { continue }
            // Two letters are a word of their own only behind one that is known, or that is shouted: "NetworksTo",
            // "ACMEto".
            let isShouted = verbLength == 2 && isUpper(text, token, ..<Int(stem))
            if verbLength == 2 || (verbLength > 3 && !isPlainVerb), !isShouted,
                classes(of: first.word).isDisjoint(with: [.generic, .organisation, .legal])
            {
                continue
            }
            second.byteStart = first.byteEnd
            second.breaks = []
            second.casing = .capitalised
            return (first, second)
        }
        return nil
    }

    /// True where the letter at an offset of a token is a capital, or the first small one behind capitals: "ACMEto",
    /// "CytRxelects".
    private func isCut(_ text: String, _ token: Token, at offset: Int) -> Bool {
        if isUpper(text, token, offset..<offset + 1) || (offset >= 4 && isUpper(text, token, ..<offset)) { return true }
        let isBehindCapital = isUpper(text, token, offset - 2..<offset - 1) || isUpper(text, token, offset - 1..<offset)
        return isBehindCapital && Int(token.foldEnd - token.foldStart) - offset >= 5
    }

    /// Whether letters of a token, by their places in it, are capitals of ASCII.
    private func isUpper(_ text: String, _ token: Token, _ places: some RangeExpression<Int>) -> Bool {
        let letters = text.utf8.dropFirst(Int(token.byteStart)).prefix(Int(token.byteEnd - token.byteStart))
        let range = places.relative(to: 0..<letters.count)
        return letters.dropFirst(range.lowerBound).prefix(range.count).allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// Sets the word of a piece whose folded bytes are set.
    private func look(up token: inout Token, _ scan: TextScan) {
        token.word = scan.withFolded(token) { interner.find($0) }
    }
}
