import TriggerModel

/// Companies known by their symbol: `(NYSE: ACM)`, `(Nasdaq: ACM, TSX: ACM)`, `Nasdaq:ACM`.
extension MentionFinder {
    func addTickers(in text: FieldText, to hits: inout [NameHit]) {
        guard text.hasColon else { return }
        let tickers = Ticker.all(in: text.tokens, lexicon)
        if tickers.isEmpty { return }
        // By where names end and by company, because a text may hold thousands of symbols.
        var endings = Dictionary(hits.enumerated().map { ($1.tokens.upperBound, $0) }) { max($0, $1) }
        var known = Set(hits.lazy.filter { !$0.isAnother }.compactMap(\.company))
        for (index, place) in tickers {
            let symbol = text.text(of: place..<place + 1).uppercased()
            let exchange = text.key(of: index..<index + 1).uppercased()
            let isBracketed = text.tokens[index].breaks.contains(.opening)
            var isSaid = false
            let found = names.companies(ofTicker: symbol).filter { company in
                // A bare symbol is one of a United States exchange: symbols repeat from country to country.
                guard let known = names.companies[Int(company)].ticker?.exchange else {
                    return exchange.hasPrefix("NYSE") || exchange.hasPrefix("NASDAQ") || exchange.hasPrefix("OTC")
                        || exchange == "AMEX" || exchange == "ARCA" || exchange == "BATS"
                }
                isSaid = true
                return known == exchange || known.hasPrefix(exchange) || exchange.hasPrefix(known)
            }
            // The symbol is no name besides: "(NYSE: PFS)".
            if let read = endings[place + 1], hits[read].tokens.lowerBound == place {
                hits[read].certainty = min(hits[read].certainty, 0.3)
                hits[read].basis = "a symbol"
            }
            let named = [endings[index], endings[index - 1]].compactMap(\.self).max()
            if let named, hits[named].isPlain, Set(hits[named].companies).isDisjoint(with: found) {
                // An ordinary word with another company's symbol is another company.
                hits[named].certainty = min(hits[named].certainty, 0.4)
                hits[named].basis = "beside another symbol"
            }
            guard !found.isEmpty else { continue }
            // The name right before the bracket is the same company, and surely so.
            if let named, !Set(hits[named].companies).isDisjoint(with: found) {
                hits[named].companies = Candidates(hits[named].companies.filter { found.contains($0) })
                hits[named].certainty = 0.99
                hits[named].basis = "name and ticker"
                hits[named].isOrdinary = false
                hits[named].isFull = true
                if let company = hits[named].company { known.insert(company) }
                continue
            }
            let followsName = index > 0 && text.tokens[index - 1].isNameLike
            var certainty = found.count == 1 ? 0.9 : 0.4
            if found.count == 1, !isCorroborated(found[0], symbol: symbol, at: index, text, known) {
                // Exchanges give a symbol away again: beside another company's name it is that company's.
                if followsName || !isBracketed {
                    certainty = 0.4
                } else if !isSaid {
                    certainty = exchange.hasPrefix("OTC") ? 0.4 : 0.6
                }
            }
            endings[place + 1] = hits.count
            // What was not believed here is not known from here on.
            if found.count == 1, certainty >= 0.5 { known.insert(found[0]) }
            hits.append(
                NameHit(
                    field: text.field, tokens: place..<place + 1, companies: Candidates(found), certainty: certainty,
                    basis: "ticker", isOrdinary: false))
        }
    }

    /// "(CVN) Deadline: ... Corvane Investors": a symbol in brackets anywhere in a headline, no exchange said, settles whose
    /// the name is that has it.
    func settleBySymbols(in text: FieldText, _ hits: inout [NameHit]) {
        guard text.field == .title, hits.contains(where: { $0.certainty < 0.5 && !$0.isAnother }) else { return }
        var meant: Set<Int32> = []
        for place in text.tokens.indices where Ticker.isBare(at: place, text.tokens) {
            let owners = names.companies(ofTicker: text.text(of: place..<place + 1))
            if owners.count == 1 { meant.insert(owners[0]) }
        }
        guard !meant.isEmpty else { return }
        for index in hits.indices where hits[index].certainty < 0.5 && !hits[index].isAnother {
            let start = hits[index].tokens.lowerBound
            guard text.tokens[start].isNameLike, !Ticker.isBare(at: start, text.tokens),
                let company = hits[index].companies.first(where: meant.contains)
            else { continue }
            hits[index].companies = .one(company)
            hits[index].certainty = 0.9
            hits[index].basis = "its symbol in the headline"
        }
    }

    /// True where the text near a symbol holds a word of the company's name, or the symbol is one.
    private func isCorroborated(
        _ company: Int32, symbol: String, at index: Int, _ text: FieldText, _ known: Set<Int32>
    ) -> Bool {
        let words = names.companies[Int(company)].keyWords
        if words.contains(where: { lexicon.interner.text(of: $0).uppercased() == symbol }) { return true }
        if known.contains(company) { return true }
        let near = max(0, index - 24)..<min(text.tokens.count, index + 4)
        return near.contains { place in
            let token = text.tokens[place]
            return token.isNameLike && words.contains(token.word)
        }
    }
}

/// The shape of a symbol in a text.
enum Ticker {
    /// Exchanges and the symbols behind them. A symbol stands behind a colon, and colons are few.
    static func all(in tokens: ContiguousArray<Token>, _ lexicon: Lexicon) -> [(exchange: Int, symbol: Int)] {
        var found: [(exchange: Int, symbol: Int)] = []
        for place in tokens.indices where tokens[place].breaks.contains(.colon) && tokens[place].casing == .upper {
            for index in max(0, place - farthest)..<place where symbol(after: index, tokens, lexicon) == place {
                found.append((index, place))
            }
        }
        return found
    }

    /// Tokens from an exchange to its symbol, at most.
    private static let farthest = 3

    /// The token of the symbol after an exchange at `index`.
    static func symbol(after index: Int, _ tokens: ContiguousArray<Token>, _ lexicon: Lexicon) -> Int? {
        guard lexicon.classes(of: tokens[index].word).contains(.exchange) else { return nil }
        var next = index + 1
        // "NYSE American: X", "NASDAQ GS: X", "NYSE symbol: X".
        while next < tokens.count, next < index + farthest, !tokens[next].breaks.contains(.colon),
            tokens[next].breaks.isDisjoint(with: .clause)
        {
            next += 1
        }
        guard next < tokens.count, tokens[next].breaks.contains(.colon), tokens[next].casing == .upper else {
            return nil
        }
        return next
    }

    /// True where one word of capitals stands in brackets by itself: "(CVN)".
    static func isBare(at index: Int, _ tokens: ContiguousArray<Token>) -> Bool {
        index < tokens.count && tokens[index].breaks.contains(.opening) && tokens[index].casing == .upper
            && (index + 1 == tokens.count || tokens[index + 1].breaks.contains(.closing))
    }

    /// True where a bracket with an exchange and a symbol opens at `index`.
    static func opens(at index: Int, _ tokens: ContiguousArray<Token>, _ lexicon: Lexicon) -> Bool {
        guard index + 1 < tokens.count, tokens[index].breaks.contains(.opening) else { return false }
        return symbol(after: index, tokens, lexicon) != nil
    }
}
