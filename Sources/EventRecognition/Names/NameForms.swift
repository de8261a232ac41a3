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

    init(words: [UInt32], lexicon: Lexicon) {
        var name = words[...]
        if name.count > 1, name[0] == lexicon.the {
            name = name.dropFirst()
        }
        full = name
        usual = Self.withoutLegalSuffix(name, lexicon)
        brief = []
        var shorter = usual
        while shorter.count > 1, let last = shorter.last,
            !lexicon.classes(of: last).isDisjoint(with: [.generic, .legal, .connector])
        {
            shorter = Self.withoutLegalSuffix(shorter.dropLast(), lexicon)
            guard let tail = shorter.last, !lexicon.classes(of: tail).contains(.connector) else { continue }
            if Self.isDistinctive(shorter, lexicon) { brief.append(shorter) }
        }
    }

    static func withoutLegalSuffix(_ words: ArraySlice<UInt32>, _ lexicon: Lexicon) -> ArraySlice<UInt32> {
        var words = words
        while words.count > 1, let last = words.last {
            if words.count > 2, last == lexicon.s, words[words.endIndex - 2] == lexicon.a {
                words = words.dropLast(2)
            } else if lexicon.classes(of: last).contains(.legal) || last == lexicon.and {
                words = words.dropLast()
            } else {
                break
            }
        }
        return words
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

    /// Cuts what EDGAR adds to a name: `ACME CORP /DE/`, `ACME CORP \PA\`, `ACME CORP/DE`.
    static func withoutRegisterMark(_ name: String) -> String {
        var name = name[...]
        if let slash = name.lastIndex(of: "/"), case let mark = name[name.index(after: slash)...],
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
