/// The ways a company's name is written, worked out from the name an operator or a register gives.
///
/// `Acme Robotics Holdings, Inc. /DE/` is also `Acme Robotics Holdings` and, where no other company could be meant,
/// `Acme Robotics`, `Acme`. Only trailing legal forms, trailing words for the business, and a leading "The" go.
struct NameForms {
    /// Words of the form without a legal suffix.
    var usual: ArraySlice<UInt32>
    /// Words with it; equal to `usual` where there is none.
    var full: ArraySlice<UInt32>
    /// Shorter forms that hold a distinctive word: good only while they are nobody else's.
    var brief: [ArraySlice<UInt32>]
    /// A word that is also an ordinary one or a surname, left where the words for the business are dropped: "Ridge" of
    /// "Ridge Software". Means the company beside a company's word, or where the item names it otherwise.
    var doubtful: ArraySlice<UInt32>?
    /// One word of a name whose other words say as much: "Harlow" of "Harlow Vance & Co", "Dorsey" of "Walt Dorsey". Means
    /// the company only while no other account's name holds it, and beside what companies do.
    var weak: ArraySlice<UInt32>?
    /// Beginnings of several words of a name that begins with a word nobody knows: "Harlow Vance" of "Harlow Vance
    /// Hamilton", "Harlow Bank" of "Harlow Bank Corp N Y".
    var beginnings: [ArraySlice<UInt32>] = []
    /// The first two of at least four everyday words, "Lantern Meadow" of "Lantern Meadow Old Mill Shops", or of three of
    /// which one is a word nobody knows: "Lantern Zylo" of "Lantern Zylo Hamilton". Means the company only while nobody
    /// else's name begins so.
    var pair: ArraySlice<UInt32>?
    /// The first word of a name whose other words only say what business it is in: "Harlow" of "Harlow Farmers Markets".
    /// Means the company only in talk of business, and of its own where other companies' names begin so.
    var called: ArraySlice<UInt32>?
    /// Without a legal form and the words that say who holds the shares.
    var head: ArraySlice<UInt32>
    /// The brand of a name that ends in its site's domain: "Acme" of "ACME COM INC".
    var brand: ArraySlice<UInt32>?

    /// - Parameter isPossessive: the first word is written with an apostrophe and s.
    init(words: [UInt32], isPossessive: Bool = false, lexicon: Lexicon) {
        var name = words[...]
        if name.count > 1, name[0] == lexicon.the {
            name = name.dropFirst()
        }
        full = name
        usual = Self.withoutLegalSuffix(name, lexicon)
        brief = []
        head = usual
        while head.count > 1, let last = head.last, lexicon.nameWord(last).contains(.holding) {
            head = Self.withoutLegalSuffix(head.dropLast(), lexicon)
        }
        if usual.count == 2, usual.last == lexicon.com, lexicon.interner.length(of: usual[usual.startIndex]) >= 4,
            lexicon.classes(of: usual[usual.startIndex]).isDisjoint(with: [
                .function, .weekday, .month, .firstName, .place,
            ])
        {
            brand = usual.dropLast()
        }
        var shorter = usual
        /// Only words that say who holds the shares have gone so far.
        var isSameCompany = true
        /// Only such words, or that it is a trust.
        var isSameTrust = true
        while shorter.count > 1, let last = shorter.last,
            !lexicon.classes(of: last).isDisjoint(with: [.generic, .legal, .connector])
                || (shorter.count > 2 && lexicon.talk(of: last).nameLines != 0)
        {
            isSameTrust =
                isSameTrust && (lexicon.nameWord(last).contains(.holding) || last == lexicon.trust)
            isSameCompany = isSameCompany && lexicon.nameWord(last).contains(.holding)
            shorter = Self.withoutLegalSuffix(shorter.dropLast(), lexicon)
            guard let tail = shorter.last, !lexicon.classes(of: tail).contains(.connector) else { continue }
            if shorter.count > 1, lexicon.nameWord(tail).contains(.ground) { continue }
            let isEnough =
                Self.isDistinctive(shorter, lexicon)
                || (isSameCompany && Self.mayStandAlone(shorter, isPossessive, lexicon))
                || Self.isPairOfWords(shorter, isSameTrust, lexicon)
                || Self.isBeginning(shorter, lexicon) || Self.isBankOfPlace(shorter, lexicon)
            if isEnough {
                brief.append(shorter)
            } else if shorter.count == 1,
                isPossessive || Self.isPlainWord(shorter[shorter.startIndex], lexicon)
            {
                doubtful = shorter
            }
        }
        weak = Self.weakWord(usual, lexicon)
        if let first = usual.first, lexicon.classes(of: first).isEmpty, lexicon.interner.length(of: first) >= 4 {
            beginnings = Self.beginnings(of: usual, lexicon)
        } else {
            pair = Self.pair(usual, lexicon)
        }
        called = Self.calledWord(usual, lexicon)
    }

    /// What is left where also words that say how far a company reaches have gone: "Acme" of "Acme Worldwide Holdings".
    func widest(_ lexicon: Lexicon) -> ArraySlice<UInt32> {
        var widest = head
        while widest.count > 1, let last = widest.last,
            !lexicon.nameWord(last).isDisjoint(with: [.holding, .wide])
        {
            widest = Self.withoutLegalSuffix(widest.dropLast(), lexicon)
        }
        return widest
    }

    private static func calledWord(_ words: ArraySlice<UInt32>, _ lexicon: Lexicon) -> ArraySlice<UInt32>? {
        guard words.count > 1, let first = words.first else { return nil }
        let never: WordClass = [
            .function, .connector, .month, .weekday, .numeral, .honorific, .legal, .exchange,
        ]
        let isName =
            lexicon.classes(of: first).isDisjoint(with: never) || lexicon.classes(of: first).contains(.household)
        // "Quarterly Distribution": what companies do and have.
        let isMatter =
            lexicon.talk(of: first).contains(.trade)
            && lexicon.classes(of: first).isDisjoint(with: [.kind, .household])
        guard isName, !isMatter, lexicon.interner.length(of: first) >= 3 else { return nil }
        let tail: WordClass = [.generic, .legal, .connector, .organisation]
        let isOnlyBusiness = words.dropFirst().allSatisfy { word in
            !lexicon.classes(of: word).isDisjoint(with: tail) || lexicon.talk(of: word).nameLines != 0
                || lexicon.nameWord(word).contains(.holding)
        }
        let isFund = words.contains { !lexicon.nameWord($0).isDisjoint(with: [.fund, .shell]) }
        return isOnlyBusiness && !isFund ? words.prefix(1) : nil
    }

    /// Beginnings of at least two words, where what is left off is no everyday word: "Harlow Vance Enterprise" may be
    /// parted from "Harlow Vance".
    private static func beginnings(of words: ArraySlice<UInt32>, _ lexicon: Lexicon) -> [ArraySlice<UInt32>] {
        guard words.count > 2 else { return [] }
        return (2..<words.count).compactMap { length in
            let (beginning, rest) = (words.prefix(length), words.dropFirst(length))
            let inner: WordClass = [.function, .connector]
            let isCut = [beginning[beginning.endIndex - 1], rest[rest.startIndex]].contains {
                !lexicon.classes(of: $0).isDisjoint(with: inner)
            }
            let isBusiness = rest.allSatisfy { word in
                let classes = lexicon.classes(of: word)
                return classes.isDisjoint(with: [.ordinary, .plain]) || lexicon.talk(of: word).nameLines != 0
                    || !classes.isDisjoint(with: [.generic, .legal, .organisation, .namesake])
            }
            return isBusiness && !isCut ? beginning : nil
        }
    }

    private static func pair(_ words: ArraySlice<UInt32>, _ lexicon: Lexicon) -> ArraySlice<UInt32>? {
        guard words.count > 2 else { return nil }
        let never: WordClass = [
            .function, .connector, .legal, .numeral, .month, .weekday, .honorific, .firstName, .place,
        ]
        let isOwn =
            words.prefix(2).contains { lexicon.classes(of: $0).isEmpty && lexicon.interner.length(of: $0) > 1 }
            && words.prefix(2).allSatisfy { lexicon.classes(of: $0).isDisjoint(with: never) }
        let others: WordClass = [
            .function, .connector, .generic, .organisation, .place, .namesake, .firstName, .numeral, .month, .weekday,
            .honorific, .acronym, .legal, .role, .currency, .scale,
        ]
        let areWords = words.prefix(2).allSatisfy {
            lexicon.classes(of: $0).isDisjoint(with: others) && lexicon.interner.length(of: $0) > 3
        }
        let isCut = !lexicon.classes(of: words[words.startIndex + 2]).isDisjoint(with: [.function, .connector])
        return isOwn || (areWords && words.count > 3) ? (isCut ? nil : words.prefix(2)) : nil
    }

    private static func weakWord(_ words: ArraySlice<UInt32>, _ lexicon: Lexicon) -> ArraySlice<UInt32>? {
        guard words.count > 1, let first = words.first else { return nil }
        if words.count == 2, lexicon.classes(of: first).contains(.firstName) {
            return isUnknown(words[words.startIndex + 1], lexicon) ? words.dropFirst() : nil
        }
        // "Acme Japan" is a branch of Acme.
        let isBranch = words.count == 2 && lexicon.classes(of: words[words.startIndex + 1]).contains(.place)
        // A fund begins with the name of whoever manages it.
        let isFund = words.contains { lexicon.nameWord($0).contains(.fund) }
        return isUnknown(first, lexicon) && !isBranch && !isFund ? words.prefix(1) : nil
    }

    /// No word of the language and no name that people and towns are known to bear.
    private static func isUnknown(_ word: UInt32, _ lexicon: Lexicon) -> Bool {
        lexicon.classes(of: word).isEmpty && lexicon.interner.length(of: word) >= 5
    }

    static func withoutLegalSuffix(_ words: ArraySlice<UInt32>, _ lexicon: Lexicon) -> ArraySlice<UInt32> {
        var words = words
        while words.count > 1, let last = words.last {
            if words.count > 2, last == lexicon.s, words[words.endIndex - 2] == lexicon.a {
                words = words.dropLast(2)
            } else if words.count > 2, last == lexicon.v, words[words.endIndex - 2] == lexicon.n {
                words = words.dropLast(2)
            } else if words.count > 2, last == lexicon.association, words[words.endIndex - 2] == lexicon.national {
                // A bank under a federal charter (12 U.S.C. 22).
                words = words.dropLast(2)
            } else if words.count > 2, last == lexicon.partnership, words[words.endIndex - 2] == lexicon.limited {
                words = words.dropLast(2)
            } else if lexicon.classes(of: last).contains(.legal) || last == lexicon.and {
                words = words.dropLast()
            } else {
                break
            }
        }
        return words
    }

    private static func isPlainWord(_ word: UInt32, _ lexicon: Lexicon) -> Bool {
        let classes = lexicon.classes(of: word)
        let others: WordClass = [
            .function, .connector, .legal, .generic, .organisation, .place, .role, .month, .weekday, .acronym, .numeral,
            .credential, .verb, .scale, .currency, .companyContext, .descriptor, .otherParty,
        ]
        return !classes.isDisjoint(with: [.ordinary, .namesake]) && classes.isDisjoint(with: others)
            && lexicon.interner.length(of: word) >= 4
    }

    /// True for what is left of "Bex Group" and "Dutch Ferry Line Holdings": three letters that mean nothing else, or
    /// several words of which one is more than a business or a place.
    private static func mayStandAlone(
        _ words: ArraySlice<UInt32>, _ isPossessive: Bool, _ lexicon: Lexicon
    ) -> Bool {
        if words.count == 1, let word = words.first {
            return lexicon.classes(of: word).isEmpty && lexicon.interner.length(of: word) == 3
        }
        let empty: WordClass = [.function, .connector, .generic, .organisation, .place, .numeral]
        // "First National Bank" is many; "Harlow City Bank" is one.
        let isBank = words.last.map { lexicon.classes(of: $0).isSuperset(of: [.pronoun, .organisation]) } ?? false
        let vague = isBank ? empty.subtracting(.organisation) : empty
        return words.count >= (isPossessive ? 2 : 3)
            && (isPossessive || words.contains { lexicon.classes(of: $0).isDisjoint(with: vague) })
    }

    /// "Bank of Harlow" of "Bank of Harlow Bancorp".
    private static func isBankOfPlace(_ words: ArraySlice<UInt32>, _ lexicon: Lexicon) -> Bool {
        guard words.count > 2, let first = words.first else { return false }
        return lexicon.classes(of: first).isSuperset(of: [.pronoun, .organisation])
            && lexicon.classes(of: words[words.startIndex + 1]).isSuperset(of: [.function, .connector])
    }

    /// "United Airlines" of "United Airlines Holdings": where only a holding's word has gone, or that it is a trust, two
    /// words of any business are a name, unless they are a line of business themselves ("Information Services").
    private static func isPairOfWords(_ words: ArraySlice<UInt32>, _ isSameTrust: Bool, _ lexicon: Lexicon) -> Bool {
        guard words.count == 2, isSameTrust, let first = words.first, let last = words.last else { return false }
        let never: WordClass = [
            .function, .connector, .role, .month, .weekday, .credential, .currency, .scale, .honorific, .numeral,
        ]
        // "us" is also the country.
        let isCountry = lexicon.classes(of: first).contains(.place)
        return words.allSatisfy({
            lexicon.classes(of: $0).isDisjoint(with: $0 == first && isCountry ? never.subtracting(.function) : never)
        })
            && !lexicon.classes(of: last).isDisjoint(with: [.generic, .organisation])
            && !lexicon.nameWord(last).contains(.business) && !lexicon.nameWord(first).contains(.business)
    }

    /// "Arbor Realty" of "Arbor Realty Trust", "Great Lynx" of "Great Lynx Mining": several words that are no line of
    /// business by themselves.
    private static func isBeginning(_ words: ArraySlice<UInt32>, _ lexicon: Lexicon) -> Bool {
        guard words.count > 1, let first = words.first, let last = words.last,
            !lexicon.nameWord(last).contains(.business), !lexicon.nameWord(first).contains(.business)
        else { return false }
        var never: WordClass = [.function, .connector, .month, .weekday, .credential, .honorific]
        // "Sun" is more than a day.
        if lexicon.classes(of: first).contains(.ordinary) { never.remove(.weekday) }
        guard lexicon.classes(of: first).isDisjoint(with: never), !words.contains(lexicon.and),
            words.contains(where: { lexicon.interner.length(of: $0) > 2 })
        else { return false }
        let empty: WordClass = [.generic, .organisation, .place, .numeral, .legal]
        let isNamed = words.contains { lexicon.classes(of: $0).isDisjoint(with: empty.union(.function)) }
        return isNamed || lexicon.classes(of: last).isDisjoint(with: [.organisation, .place, .legal])
    }

    /// True where a word names this company and not its business, place or founder's first name.
    static func isDistinctive(_ words: ArraySlice<UInt32>, _ lexicon: Lexicon) -> Bool {
        words.contains { word in
            let classes = lexicon.classes(of: word)
            let common: WordClass = [
                .function, .connector, .legal, .generic, .organisation, .ordinary, .firstName, .place, .role, .month,
                .weekday, .acronym, .numeral, .credential, .verb, .scale, .currency, .namesake,
            ]
            return classes.isDisjoint(with: common) && lexicon.interner.length(of: word) >= 4
        }
    }

    private static func hasSlash(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { bytes in
            for byte in bytes where byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") { return true }
            return false
        }
    }

    /// Cuts what EDGAR adds to a name: `ACME CORP /DE/`, `ACME CORP \PA\`, `ACME CORP/DE`, `ACME PLC\UK`.
    static func withoutRegisterMark(_ name: String) -> String {
        // Most names of most lists have none, and characters are slow to walk over.
        guard hasSlash(name) else {
            return name.utf8.last == UInt8(ascii: " ")
                ? String(name.dropLast(name.reversed().prefix { $0 == " " }.count)) : name
        }
        var name = name[...]
        // "ACME CORP / MA", "ACME INC./Canada".
        if let slash = name.lastIndex(of: "/"), slash > name.startIndex,
            case let mark = name[name.index(after: slash)...].drop(while: { $0 == " " }), (2...24).contains(mark.count),
            mark.allSatisfy({ $0.isLetter || $0 == " " }), [" ", "."].contains(name[name.index(before: slash)])
        {
            name = name[..<slash]
            while name.last == " " { name.removeLast() }
            return String(name)
        }
        if let slash = name.lastIndex(where: { $0 == "/" || $0 == "\\" }),
            case let mark = name[name.index(after: slash)...],
            (2...3).contains(mark.count), mark.allSatisfy({ $0.isUppercase }), mark != "ADR"
        {
            name = name[..<slash]
            while name.last == " " { name.removeLast() }
            return String(name)
        }
        while let last = name.last, last == "/" || last == "\\" || last == " " {
            guard last != " " else {
                name = name.dropLast()
                continue
            }
            let body = name.dropLast()
            guard let open = body.lastIndex(of: last), body.distance(from: open, to: body.endIndex) <= 8 else { break }
            name = body[..<open]
        }
        return name.isEmpty ? "" : String(name)
    }
}
