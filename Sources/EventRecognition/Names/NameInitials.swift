/// What a company is called by its first letters: `IBM`, `P&G`. Worked out where its symbol says the same, since initials
/// alone are anybody's; also a first word that is the symbol, as in `CVS Health`.
struct NameInitials {
    /// Forms as a text has them: `ibm`; `p`, `and`, `g`; `tsmc` where the legal form counts as well.
    let forms: [[UInt32]]

    /// nil where the symbol does not spell the name's first letters, or spells another word.
    init?(_ words: [UInt32], symbol: String, _ lexicon: inout Lexicon, _ scan: inout TextScan) {
        guard (2...4).contains(symbol.utf8.count), words.count > 1 else { return nil }
        let own = NameForms.withoutLegalSuffix((words[0] == lexicon.the ? words[1...] : words[...]), lexicon)
        let letters = Array(symbol.lowercased().utf8)
        if let word = own.first, own.count > 1, lexicon.classes(of: word).isEmpty,
            lexicon.interner.length(of: word) == letters.count, lexicon.id(symbol) == word
        {
            forms = [[word]]
            return
        }
        let firsts = own.filter { $0 != lexicon.and }.map { Self.first($0, lexicon) }
        if own.count == 3, own[own.startIndex + 1] == lexicon.and {
            // "PG" and "JNJ": the sign between may have a letter of its own.
            guard let left = firsts.first, let right = firsts.last, letters.first == left, letters.last == right,
                letters.count == 2 || (letters.count == 3 && letters[1] == UInt8(ascii: "n"))
            else { return nil }
            let text = String(decoding: [left], as: UTF8.self) + "&" + String(decoding: [right], as: UTF8.self)
            let form = lexicon.intern(text, with: &scan)
            // "R&D", "M&A": words of their own.
            guard form.count == 3, !Self.others.contains(text) else { return nil }
            forms = [form]
            return
        }
        let isShortened = own.first.map { Self.isShortened($0, letters, lexicon) } ?? false
        guard firsts == letters || isShortened, own.count > 3 || !own.contains(lexicon.and) else { return nil }
        let form = lexicon.intern(symbol, with: &scan)
        guard form.count == 1, lexicon.classes(of: form[0]).isEmpty else { return nil }
        let full = words[0] == lexicon.the ? words.count - 1 : words.count
        guard firsts == letters, symbol.utf8.count == 3, full > own.count,
            words.contains(where: { Self.isCompany($0, lexicon) })
        else {
            forms = [form]
            return
        }
        forms = [form, lexicon.intern(symbol + "C", with: &scan)]
    }

    /// "SCB" of "Schulenberg": three letters of a first word that nobody else has, in their order and without a vowel.
    private static func isShortened(_ word: UInt32, _ letters: [UInt8], _ lexicon: Lexicon) -> Bool {
        guard letters.count == 3, lexicon.classes(of: word).isEmpty, lexicon.interner.length(of: word) >= 8,
            letters.allSatisfy({ !"aeiouy".utf8.contains($0) })
        else { return false }
        var found = 0
        lexicon.interner.withBytes(of: word) { bytes in
            guard bytes.first == letters[0] else { return }
            for byte in bytes where found < 3 && byte == letters[found] { found += 1 }
        }
        return found == 3
    }

    private static func isCompany(_ word: UInt32, _ lexicon: Lexicon) -> Bool {
        let text = lexicon.interner.text(of: word)
        return text == "co" || text == "company"
    }

    private static let others: Set<String> = [
        "r&d", "m&a", "q&a", "s&p", "r&b", "b&b", "p&l", "d&o", "e&p", "g&a", "f&b",
    ]

    private static func first(_ word: UInt32, _ lexicon: Lexicon) -> UInt8 {
        var first: UInt8 = 0
        lexicon.interner.withBytes(of: word) { first = $0.first ?? 0 }
        return first
    }
}
