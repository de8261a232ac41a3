import TriggerModel

/// Finds company names in a field and says how sure each is.
///
/// Leftmost-longest over the trie, word-bounded; a name never runs over a break except the comma before its legal
/// form. How sure a place is, is judged from the words beside it: see `NameJudge`. Built once and then only read; a class
/// because every item is handed to it.
final class MentionFinder: Sendable {
    let names: CompanyNames
    let lexicon: Lexicon

    init(names: CompanyNames, lexicon: Lexicon) {
        self.names = names
        self.lexicon = lexicon
    }

    /// As `CompanyNames.known`.
    func known(of item: Item, filer: (party: Party, companies: [Int32])?) -> [Int32] {
        names.known(of: item, filer: filer)
    }

    /// Below it a hit is not worth keeping.
    static let leastCertainty = 0.25

    /// Where a name begins, and the longest that begins there.
    private struct Place {
        /// The name as it stands in the trie.
        var core: Range<Int>
        var entry: Int32
        var form: CompanyNames.Form
        /// Of business, as the names of the form's company tell.
        var lines: UInt64
    }

    func hits(in text: FieldText) -> [NameHit] {
        for start in stride(from: 0, to: text.tokens.count, by: UInt64.bitWidth) {
            var beginnings = beginnings(in: text.tokens, from: start)
            while beginnings != 0 {
                if place(in: text.tokens, at: start &+ beginnings.trailingZeroBitCount) != nil {
                    return hits(in: text, from: start, beginnings)
                }
                beginnings &= beginnings &- 1
            }
        }
        return text.hasColon ? hits(in: text, from: text.tokens.count, 0) : []
    }

    /// The hits of a text in which no name begins before `start`.
    ///
    /// Each is judged as it is found: to keep all places first would take memory for every text.
    ///
    /// - Parameter beginnings: as of the tokens from `start` on.
    private func hits(in text: FieldText, from start: Int, _ beginnings: UInt64) -> [NameHit] {
        var hits: [NameHit] = []
        hits.reserveCapacity(Self.usualHits)
        var judge = NameJudge(finder: self, text: text)
        var beginnings = beginnings
        var end = start
        for start in stride(from: start, to: text.tokens.count, by: UInt64.bitWidth) {
            while beginnings != 0 {
                let index = start &+ beginnings.trailingZeroBitCount
                beginnings &= beginnings &- 1
                guard index >= end, let place = place(in: text.tokens, at: index) else { continue }
                var upper = place.core.upperBound
                while upper < text.tokens.count, isLegalSuffix(text.tokens[upper]),
                    !isHyphened(text.tokens, after: upper)
                {
                    upper += 1
                }
                var found = hit(place, range: index..<upper, &judge)
                if found == nil, let shorter = shorter(place, in: text) {
                    upper = shorter.core.upperBound
                    found = hit(shorter, range: shorter.core, &judge)
                }
                guard let hit = found else { continue }
                hits.append(hit)
                end = upper
            }
            beginnings = self.beginnings(in: text.tokens, from: start &+ UInt64.bitWidth)
        }
        joinLists(in: text, &hits)
        weighTogether(in: text, &hits)
        settleBySymbols(in: text, &hits)
        let named = hits.count
        addTickers(in: text, to: &hits)
        if hits.count > named { hits.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
        return hits
    }

    /// Room for the hits of most fields that have any.
    private static let usualHits = 8

    /// Of as many tokens as there are bits, one of each at which a name may begin, as its word and the next tell.
    ///
    /// Many everyday words begin some name, and which do no processor guesses: so nothing branches on it here.
    @inline(__always)
    private func beginnings(in tokens: ContiguousArray<Token>, from start: Int) -> UInt64 {
        names.trie.roots.withUnsafeBufferPointer { roots in
            tokens.withUnsafeBufferPointer { tokens in
                guard start < tokens.count else { return 0 }
                let end = min(start &+ UInt64.bitWidth, tokens.count)
                var beginnings: UInt64 = 0
                var root = roots[Int(tokens[start].word)]
                for index in start &+ 1..<end {
                    let next = tokens[index].word
                    beginnings |= root.mayBegin(before: next) &<< UInt64(index &- start &- 1)
                    root = roots[Int(next)]
                }
                let next = end < tokens.count ? tokens[end].word : 0
                beginnings |= root.mayBegin(before: next) &<< UInt64(end &- start &- 1)
                return beginnings
            }
        }
    }

    /// The longest name that begins at a token.
    @inline(__always)
    private func place(in tokens: ContiguousArray<Token>, at index: Int) -> Place? {
        let root = names.trie.roots[Int(tokens[index].word)]
        guard let (end, entry) = tokens.withUnsafeBufferPointer({ longest($0, from: index, root) }) else { return nil }
        let form = names.forms[Int(entry)]
        return Place(core: index..<end, entry: entry, form: form, lines: names.faces[Int(form.company)].lines)
    }

    @inline(__always)
    private func longest(
        _ tokens: UnsafeBufferPointer<Token>, from start: Int, _ root: TokenTrie.Root
    ) -> (end: Int, entry: Int32)? {
        var step = root.step
        var found: (Int, Int32)?
        var index = start + 1
        var hasComma = false
        let isSmall = tokens[start].casing == .lower
        while step.node != 0 {
            // "Acme, Sonoma": short names hold no comma.
            if step.entry >= 0, !(isSmall && step.needsCapital), !hasComma || index - start > 3 {
                found = (index, step.entry)
            }
            guard step.goesOn, index < tokens.count, tokens[index].word != 0,
                index > start + 1 || root.mayGoOn(with: tokens[index].word),
                joins(tokens[index]) || mayJoin(tokens[index])
            else { break }
            hasComma = hasComma || (tokens[index].breaks.contains(.comma) && !joins(tokens[index]))
            step = names.trie.step(from: step.node, tokens[index].word)
            index += 1
        }
        return found
    }

    /// "Acme's mortgage arm", where "Acme Mortgage" is a name too: the longest that begins there and is shorter.
    private func shorter(_ place: Place, in text: FieldText) -> Place? {
        var step = names.trie.roots[Int(text.tokens[place.core.lowerBound].word)].step
        var found: Place?
        for index in place.core.dropFirst() {
            if step.entry >= 0 {
                let form = names.forms[Int(step.entry)]
                found = Place(
                    core: place.core.lowerBound..<index, entry: step.entry, form: form,
                    lines: names.faces[Int(form.company)].lines)
            }
            guard step.node != 0 else { break }
            step = names.trie.step(from: step.node, text.tokens[index].word)
        }
        return found
    }

    private func joins(_ token: Token) -> Bool {
        let breaks = token.breaks.intersection(.clause)
        return breaks.isEmpty || (breaks == .comma && lexicon.classes(of: token.word).contains(.legal))
    }

    /// Marks inside names that were given with them: "Acme (Overseas) Corp", "Acme Mills, Mines & Metals Fund".
    private func mayJoin(_ token: Token) -> Bool {
        let breaks = token.breaks.intersection(.clause)
        return breaks == .comma || breaks == .opening || breaks == .closing
    }

    /// "Best Co-Op": no legal form.
    private func isHyphened(_ tokens: ContiguousArray<Token>, after place: Int) -> Bool {
        place + 1 < tokens.count && tokens[place + 1].breaks == .hyphen
    }

    /// A legal form after a name that was given without it. Short forms that are other words too ("as", "AD",
    /// "PC") count only with their full stops.
    private func isLegalSuffix(_ token: Token) -> Bool {
        guard lexicon.classes(of: token.word).contains(.legal), token.isNameLike, joins(token) else { return false }
        // "express.co.uk" is an address.
        if token.isAfterDot { return false }
        return token.traits.contains(.dotted)
            || (lexicon.classes(of: token.word).contains(.suffix)
                && (token.length > 2 || token.casing != .mixed))
    }

    private func hit(_ place: Place, range: Range<Int>, _ judge: inout NameJudge) -> NameHit? {
        let (entry, core) = (place.entry, place.core)
        if let company = symbolised(place, before: range.upperBound, judge.text) {
            return NameHit(
                field: judge.text.field, tokens: range, companies: .one(company), certainty: 0.98,
                basis: "its symbol beside it", isOrdinary: false, isFull: true)
        }
        let (first, isOneOfSeveral) = names.first(of: place.form)
        var traits = names.traits(of: entry, company: first)
        // "first", "united": written small, no company's.
        if traits.contains(.shared), !core.contains(where: { judge.tokens[$0].isNameLike }) { return nil }
        let lines = first == place.form.company ? place.lines : names.faces[Int(first)].lines
        judge.turn(to: range, core: core, traits: traits, company: first, lines: lines)
        var one: Int32?
        if isOneOfSeveral { one = named(entry, core, range) ?? told(entry, judge) }
        if one == nil, traits.contains(.shared) {
            one = meant(entry, judge)
            guard one != nil else { return open(entry, &judge) }
        }
        if let one {
            traits = names.traits(of: entry, company: one)
            judge.turn(
                to: range, core: core, traits: traits, company: one, lines: names.faces[Int(one)].lines)
        }
        return hit(of: one.map { .one($0) } ?? names.companies(of: place.form), traits, judge)
    }

    /// "Corvane (CVN)": the only company of the name whose symbol stands in brackets behind it, no exchange said.
    private func symbolised(_ place: Place, before opening: Int, _ text: FieldText) -> Int32? {
        guard Ticker.isBare(at: opening, text.tokens), text.tokens[place.core.lowerBound].isNameLike else { return nil }
        let symbol = text.text(of: opening..<opening + 1)
        let meant = names.companies(of: place.form).filter { names.companies[Int($0)].ticker?.symbol == symbol }
        return meant.count == 1 ? meant[0] : nil
    }

    /// Behind a name stands a legal form: the only company that is registered so, not one that is only called so.
    private func named(_ entry: Int32, _ core: Range<Int>, _ range: Range<Int>) -> Int32? {
        guard range.upperBound > core.upperBound, let namesakes = names.namesakes(of: entry) else { return nil }
        let registered = namesakes.companies.filter { !names.traits(of: entry, company: $0).contains(.brief) }
        return registered.count == 1 ? registered[0] : nil
    }

    /// Of several companies of one name, the only one whose business the sentence talks of, or in whose town it is.
    private func told(_ entry: Int32, _ judge: NameJudge) -> Int32? {
        guard let namesakes = names.namesakes(of: entry), !namesakes.matters.isEmpty else { return nil }
        let counts = namesakes.matters.map { $0.map(judge.telling) ?? 0 }
        guard let most = counts.max(), most > 0 else {
            // Nothing is said of any: then not one of those who need it.
            let rest = namesakes.companies.filter { !names.traits(of: entry, company: $0).contains(.told) }
            return rest.count == 1 && names.matter(of: rest[0]) != nil ? rest[0] : nil
        }
        guard counts.count(where: { $0 == most }) == 1 else { return nil }
        return counts.firstIndex(of: most).map { namesakes.companies[$0] }
    }

    private func hit(of companies: Candidates, _ traits: CompanyNames.FormTraits, _ judge: NameJudge) -> NameHit? {
        guard let (certainty, basis) = judge.certainty() else { return nil }
        let isSeveral = companies.count > 1
        let isOrdinary =
            (traits.contains(.ordinary) || (traits.contains(.acronym) && certainty < 0.5))
            && !(certainty < 0.5 && judge.isSurelyOther)
        // Made in one piece: one that is changed afterwards is copied with all that it holds.
        return NameHit(
            field: judge.text.field, tokens: judge.range, companies: companies,
            certainty: isSeveral ? min(certainty, 0.4) : certainty,
            basis: isSeveral ? "name of several accounts" : basis, isOrdinary: isOrdinary,
            isLoose: traits.isSuperset(of: [.brief, .ordinary]), isFull: certainty >= 0.98, isPlain: judge.isPlain,
            isPossessive: traits.contains(.possessive),
            isAnother: judge.isPartOfAnother
                || (traits.isSuperset(of: [.brief, .single]) && certainty < 0.5 && judge.isBusinessAfter),
            talk: isOrdinary && certainty < 0.5 ? judge.talk : -1)
    }

    /// A word that the news calls several accounts by, where it names a company and nothing says which: never a silent choice,
    /// and never silence either.
    private func open(_ entry: Int32, _ judge: inout NameJudge) -> NameHit? {
        guard let namesakes = names.namesakes(of: entry) else { return nil }
        let companies = namesakes.companies.filter {
            names.matter(of: $0) != nil && !names.traits(of: entry, company: $0).contains(.told)
        }
        guard companies.count > 1 else { return nil }
        for company in companies {
            let traits = names.traits(of: entry, company: company)
            judge.turn(
                to: judge.range, core: judge.core, traits: traits, company: company,
                lines: names.faces[Int(company)].lines)
            if let hit = hit(of: .one(company), traits, judge), hit.certainty >= 0.5 {
                return self.hit(of: .several(companies), traits, judge)
            }
        }
        return nil
    }

    /// Of several companies that a first word may mean, the one whose line of business the sentence talks of most.
    private func meant(_ entry: Int32, _ judge: NameJudge) -> Int32? {
        guard let namesakes = names.namesakes(of: entry) else { return nil }
        // Its symbol says that it is called so.
        let (companies, symbols) = (namesakes.companies, namesakes.symbols)
        let around = judge.linesAround
        var counts = around.isEmpty ? [] : namesakes.lines.map { lines in around.count { $0 & lines != 0 } }
        if !namesakes.matters.isEmpty {
            let told = namesakes.matters.map { $0.map(judge.telling) ?? 0 }
            counts = counts.isEmpty ? told : zip(counts, told).map(+)
        }
        guard let most = counts.max(), most > 0 else {
            if companies.count == 1, names.traits(of: entry, company: companies[0]).contains(.alone) {
                return companies[0]
            }
            if symbols.count == 1 { return symbols[0] }
            // "Acme Group" is called Acme sooner than Acme Minerals is; where many are called so, nobody is first.
            guard companies.count == 2 else { return nil }
            let heads = companies.filter { names.traits(of: entry, company: $0).contains(.widest) }
            return heads.count == 1 ? heads[0] : nil
        }
        let best = companies.indices.filter { counts[$0] == most }.map { companies[$0] }
        if best.count == 1 { return best[0] }
        guard judge.isDescribed else { return symbols.count == 1 && best.contains(symbols[0]) ? symbols[0] : nil }
        // "insurer Acme": Acme Insurance sooner than Acme Financial, which may be a bank.
        let breadths = best.map { names.companies[Int($0)].lines.nonzeroBitCount }
        let narrow = best.indices.filter { breadths[$0] == breadths.min() }
        if narrow.count == 1, symbols.isEmpty { return best[narrow[0]] }
        return symbols.count == 1 && best.contains(symbols[0]) ? symbols[0] : nil
    }
}
