/// Other spellings of a whole name, for what registers do to names: EDGAR writes `HORTON D R INC`, `J M SMITHERS CO`,
/// `O BRIEN AUTO INC` and `MCDERRYS CORP` where everybody writes D.R. Horton, J.M. Smithers, O'Brien Auto and McDerry's.
///
/// A spelling that is worked out never takes the place of a name that was given.
struct NameVariants {
    struct Variant {
        var words: [UInt32]
        /// The first word counts only where it is written with an apostrophe and s.
        var isPossessive = false
    }

    private(set) var all: [Variant] = []

    /// - Parameter words: of `name`, a leading "The" included.
    init(of name: String, _ words: [UInt32], isPossessive: Bool, _ lexicon: inout Lexicon, _ scan: inout TextScan) {
        let first = words[0] == lexicon.the && words.count > 1 ? 1 : 0
        let isShop = !isPossessive && words.count > first + 1 && Self.isCapitalsWithS(name, scan.tokens[first])
        if words.count > first + 1 {
            let own = first == 0 ? words : Array(words[first...])
            joinLetters(own, &lexicon, &scan)
            turnPerson(own, &lexicon, &scan)
            leaveOutAnd(own, lexicon)
            if own.count > 2, own[0] == lexicon.united, own[1] == lexicon.states {
                all.append(Variant(words: [lexicon.us] + own[2...]))
            }
            if lexicon.nameWord(own[0]).contains(.foreignHead) { all.append(Variant(words: Array(own.dropFirst()))) }
        }
        if isShop {
            let text = lexicon.interner.text(of: words[first])
            if let stem = lexicon.intern(String(text.dropLast()), with: &scan).first {
                all.append(Variant(words: [stem] + words[(first + 1)...], isPossessive: true))
            }
        } else if !isPossessive, let word = Self.withoutS(words[first], &lexicon, &scan) {
            all.append(Variant(words: [word] + words[(first + 1)...], isPossessive: true))
        }
        if let word = Self.unglued(words[first], lexicon, &scan), words.count == first + 1 || words.count == first + 2 {
            let id = lexicon.intern(word, with: &scan)
            if id.count == 1, lexicon.classes(of: id[0]).isEmpty { all.append(Variant(words: id)) }
        }
        splitAtDash(name, &lexicon, &scan)
        leaveOutBracket(name, &lexicon, &scan)
        clip(words, from: first + 1, isPossessive: isPossessive, lexicon)
    }

    /// `ACME LABORATORIES INC` is "Acme Labs".
    private mutating func clip(_ words: [UInt32], from start: Int, isPossessive: Bool, _ lexicon: Lexicon) {
        guard let place = words.indices.last(where: { $0 >= start && lexicon.clips[words[$0]] != nil }),
            let clip = lexicon.clips[words[place]]
        else { return }
        var clipped = words
        clipped[place] = clip
        all.append(Variant(words: clipped, isPossessive: isPossessive))
    }

    /// `ACMEGROUP INC` is called Acme: a word to which its register glued one for its business.
    private static func unglued(_ word: UInt32, _ lexicon: Lexicon, _ scan: inout TextScan) -> String? {
        guard lexicon.interner.length(of: word) >= 9, lexicon.classes(of: word).isEmpty else { return nil }
        let text = lexicon.interner.text(of: word)
        return text.hasSuffix("group") || text.hasSuffix("media") ? String(text.dropLast(5)) : nil
    }

    /// `ACMES & HARLOW CORP` is "Acmes + Harlow" and "Acmes Harlow" too, where they are names and no person's.
    private mutating func leaveOutAnd(_ words: [UInt32], _ lexicon: Lexicon) {
        guard let place = words.firstIndex(of: lexicon.and), place > 0, place + 1 < words.count else { return }
        let (left, right) = (words[place - 1], words[place + 1])
        let names: WordClass = [.namesake, .ordinary]
        let areNames = [left, right].allSatisfy {
            lexicon.classes(of: $0).isSubset(of: names) && lexicon.interner.length(of: $0) > 3
        }
        guard areNames, lexicon.classes(of: left).isEmpty || lexicon.classes(of: right).isEmpty else { return }
        var joined = words
        joined.remove(at: place)
        all.append(Variant(words: joined))
    }

    /// "ABs": a shop that writes itself "AB's".
    private static func isCapitalsWithS(_ name: String, _ token: Token) -> Bool {
        guard token.casing == .mixed else { return false }
        let letters = name.utf8.dropFirst(Int(token.byteStart)).prefix(Int(token.byteEnd - token.byteStart))
        return letters.count > 2 && letters.last == UInt8(ascii: "s")
            && letters.dropLast().allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// `ACME INTERNATIONAL (Overseas) INC` is Acme International too.
    private mutating func leaveOutBracket(_ name: String, _ lexicon: inout Lexicon, _ scan: inout TextScan) {
        guard name.utf8.contains(UInt8(ascii: "(")), let open = name.firstIndex(of: "("),
            let close = name[open...].firstIndex(of: ")"), open > name.startIndex
        else { return }
        let words = lexicon.intern(String(name[..<open] + name[name.index(after: close)...]), with: &scan)
        if words.count > 1 { all.append(Variant(words: words)) }
    }

    /// `J M SMITHERS` is "J.M. Smithers", `O BRIEN` is "O'Brien": letters that stand alone join.
    private mutating func joinLetters(_ words: [UInt32], _ lexicon: inout Lexicon, _ scan: inout TextScan) {
        let letters = words.prefix { Self.isLetter($0, lexicon) }
        if letters.count > 1, letters.count < words.count {
            all.append(Variant(words: [Self.join(letters, &lexicon, &scan)] + words[letters.count...]))
        } else if letters.count == 1, ["o", "d", "l"].contains(lexicon.interner.text(of: words[0])),
            lexicon.interner.length(of: words[1]) > 2
        {
            all.append(Variant(words: [Self.join(words[..<2], &lexicon, &scan)] + words[2...]))
        }
    }

    /// `HORTON D R INC` is "D.R. Horton", `SCHWARZ CARL CORP` "Carl Schwarz": the family name stands first in the register.
    private mutating func turnPerson(_ words: [UInt32], _ lexicon: inout Lexicon, _ scan: inout TextScan) {
        let firsts: WordClass = [.firstName, .generic, .organisation, .legal, .function, .acronym, .numeral]
        guard lexicon.classes(of: words[0]).isDisjoint(with: firsts), lexicon.interner.length(of: words[0]) > 2 else {
            return
        }
        let tail: WordClass = [.generic, .organisation, .legal]
        let given = words.dropFirst().prefix {
            $0 != lexicon.and && (lexicon.classes(of: $0).isDisjoint(with: tail) || Self.isLetter($0, lexicon))
        }
        guard (1...3).contains(given.count), let first = given.first, let last = given.last else { return }
        let letters = given.prefix { Self.isLetter($0, lexicon) }
        let rest = given.dropFirst(letters.count)
        let isPerson =
            letters.isEmpty
            ? lexicon.classes(of: first).contains(.firstName)
                && given.dropFirst().allSatisfy { Self.isLetter($0, lexicon) }
            : rest.count <= 1
        guard isPerson, last != words[0] else { return }
        var turned: [UInt32] = []
        if letters.count > 1 { turned.append(Self.join(letters, &lexicon, &scan)) } else { turned += letters }
        turned += rest
        all.append(Variant(words: turned + [words[0]] + words.dropFirst(1 + given.count)))
    }

    /// `MCDERRYS` is "McDerry's": registers leave out apostrophes. The word without its s, where it is a name.
    private static func withoutS(_ word: UInt32, _ lexicon: inout Lexicon, _ scan: inout TextScan) -> UInt32? {
        guard lexicon.interner.length(of: word) >= 5, lexicon.classes(of: word).isEmpty else { return nil }
        var isPlural = false
        lexicon.interner.withBytes(of: word) { bytes in
            isPlural = bytes[bytes.count - 1] == UInt8(ascii: "s") && bytes[bytes.count - 2] != UInt8(ascii: "s")
        }
        guard isPlural else { return nil }
        let text = lexicon.interner.text(of: word)
        guard let stem = lexicon.intern(String(text.dropLast()), with: &scan).first,
            lexicon.classes(of: stem).isSubset(of: [.namesake, .firstName, .ordinary, .plain])
        else { return nil }
        return stem
    }

    /// `QUENTA - QUENTO BRASILEIRO SA`: the usual name, then the one in the register.
    private mutating func splitAtDash(_ name: String, _ lexicon: inout Lexicon, _ scan: inout TextScan) {
        guard name.utf8.contains(UInt8(ascii: "-")),
            let dash = name.indices.first(where: { name[$0...].hasPrefix(" - ") })
        else { return }
        for part in [name[..<dash], name[dash...].dropFirst(3)] {
            let words = lexicon.intern(String(part), with: &scan)
            let isName = NameForms.isDistinctive(NameForms.withoutLegalSuffix(words[...], lexicon), lexicon)
            if isName { all.append(Variant(words: words)) }
        }
    }

    private static func isLetter(_ word: UInt32, _ lexicon: Lexicon) -> Bool {
        lexicon.interner.length(of: word) == 1 && word != lexicon.a
    }

    private static func join(_ words: ArraySlice<UInt32>, _ lexicon: inout Lexicon, _ scan: inout TextScan) -> UInt32 {
        lexicon.intern(words.map { lexicon.interner.text(of: $0) }.joined(), with: &scan)[0]
    }
}
