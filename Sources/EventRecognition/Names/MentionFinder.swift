import TriggerModel

/// Finds company names in a field and says how sure each is.
///
/// Leftmost-longest over the trie, word-bounded; a name never runs over a break except the comma before its legal
/// form. How sure a place is, is judged from the words beside it: see `NameJudge`.
struct MentionFinder {
    let names: CompanyNames
    let lexicon: Lexicon

    /// Below it a hit is not worth keeping.
    static let leastCertainty = 0.25

    func hits(in text: FieldText) -> [NameHit] {
        var hits: [NameHit] = []
        var index = 0
        let tokens = text.tokens
        while index < tokens.count {
            let word = tokens[index].word
            guard word != 0, names.trie.roots[Int(word)] != 0, let (end, entry) = longest(tokens, from: index) else {
                index += 1
                continue
            }
            var range = index..<end
            let core = range
            while range.upperBound < tokens.count, isLegalSuffix(tokens[range.upperBound]) {
                range = range.lowerBound..<range.upperBound + 1
            }
            if let hit = hit(entry, range: range, core: core, text: text) {
                hits.append(hit)
                index = range.upperBound
            } else {
                index += 1
            }
        }
        addTickers(in: text, to: &hits)
        return hits.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private func longest(_ tokens: ContiguousArray<Token>, from start: Int) -> (end: Int, entry: Int32)? {
        var node = names.trie.child(of: 0, tokens[start].word)
        var found: (Int, Int32)?
        var index = start + 1
        while node != 0 {
            if names.trie.terminals[Int(node)] >= 0 { found = (index, names.trie.terminals[Int(node)]) }
            guard index < tokens.count, tokens[index].word != 0, joins(tokens[index]) else { break }
            node = names.trie.child(of: node, tokens[index].word)
            index += 1
        }
        return found
    }

    private func joins(_ token: Token) -> Bool {
        let breaks = token.breaks.intersection(.clause)
        return breaks.isEmpty || (breaks == .comma && lexicon.classes(of: token.word).contains(.legal))
    }

    /// A legal form after a name that was given without it. Short forms that are other words too ("as", "AD",
    /// "PC") count only with their full stops.
    private func isLegalSuffix(_ token: Token) -> Bool {
        guard lexicon.classes(of: token.word).contains(.legal), token.isNameLike, joins(token) else { return false }
        return token.traits.contains(.dotted)
            || (lexicon.classes(of: token.word).contains(.suffix)
                && (token.end - token.start > 2 || token.casing != .mixed))
    }

    private func hit(_ entry: Int32, range: Range<Int>, core: Range<Int>, text: FieldText) -> NameHit? {
        let companies = names.companies(of: entry)
        let traits = names.traits(of: entry, company: companies[0])
        let judge = NameJudge(lexicon: lexicon, text: text, range: range, core: core, traits: traits)
        guard let (certainty, basis) = judge.certainty() else { return nil }
        var hit = NameHit(
            field: text.field, tokens: range, companies: companies, certainty: certainty, basis: basis,
            isOrdinary: traits.contains(.ordinary) || (traits.contains(.acronym) && certainty < 0.5))
        hit.isFull = certainty >= 0.98
        hit.isAnother = judge.isPartOfAnother
        hit.isPlain = judge.isPlain
        hit.isPossessive = traits.contains(.possessive)
        if companies.count > 1 {
            hit.certainty = min(hit.certainty, 0.4)
            hit.basis = "name of \(companies.count) accounts"
        }
        return hit
    }
}
