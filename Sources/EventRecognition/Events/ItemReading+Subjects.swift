import RuleLanguage
import TriggerModel

/// Subjects that a pattern does not name, and companies that are only mentioned.
extension ItemReading {
    /// The company an item is about: who files it, else the first sure name of the title, else of the lead.
    ///
    /// `besideTitle`: an unknown name that the headline begins with does not count.
    func mainCompany(besideTitle: Bool = false) -> (party: Party, certainty: Double)? {
        if let filer { return (filer.party, filer.party.company == nil ? 0.3 : 1) }
        for (index, text) in fields.enumerated() {
            if let hit = hits[index].first(where: { $0.certainty >= 0.6 && $0.companies.count == 1 && isRead($0, text) }
            ) {
                let reference = engine.names.companies[Int(hit.companies[0])].reference
                return (Party(name: text.name(of: hit.tokens), role: .subject, company: reference), hit.certainty * 0.8)
            }
        }
        // Nobody we know: the first name with a legal form in the lead, else the name the headline begins with.
        for (index, text) in fields.enumerated() where text.field != .title {
            for sentence in text.sentences.prefix(3) where sentence.position == .lead {
                let slots = SlotReader(
                    text: text, sentence: sentence, hits: hits[index], lexicon: engine.lexicon, may: engine.may,
                    hasDecimalComma: hasDecimalComma)
                for place in sentence.tokens {
                    guard let run = slots.companies(at: place, allowsPronoun: false).first, run.count > 1,
                        slots.lexicon.classes(of: text.tokens[run.upperBound - 1].word).contains(.legal)
                    else { continue }
                    return (Party(name: text.name(of: run), role: .subject), 0)
                }
            }
        }
        if !besideTitle, let title = fields.firstIndex(where: { $0.field == .title }),
            let sentence = fields[title].sentences.first, let run = openingRun(title, sentence),
            run.upperBound < sentence.tokens.upperBound, slots(title, sentence).isName(run)
        {
            return (Party(name: fields[title].name(of: run), role: .subject), 0)
        }
        return nil
    }

    /// Whose own voice the item is, by where it stands: the account on whose site it is, or the publisher of a
    /// first-hand source that is no register.
    private var issuer: (party: Party, certainty: Double)? {
        let owners = engine.names.known(of: item, filer: nil)
        if owners.count == 1 {
            let company = engine.names.companies[Int(owners[0])]
            return (Party(name: company.name, role: .subject, company: company.reference), 0.8)
        }
        guard teller.isFirstHand, teller.kind == .feed || teller.kind == .page, item.filing == nil else { return nil }
        let named = engine.names.companies(named: teller.publisher, lexicon: engine.lexicon)
        if named.count == 1 {
            let reference = engine.names.companies[Int(named[0])].reference
            return (Party(name: teller.publisher, role: .subject, company: reference), 0.8)
        }
        // A publisher that nobody wrote down is the address's host, which is no name.
        let isHost = teller.publisher.contains(".") && !teller.publisher.contains(" ")
        return isHost || teller.publisher.isEmpty ? nil : (Party(name: teller.publisher, role: .subject), 0)
    }

    private func isRead(_ hit: NameHit, _ text: FieldText) -> Bool {
        guard let sentence = text.sentence(at: hit.tokens.lowerBound) else { return false }
        return text.sentences[sentence].position == .headline || text.sentences[sentence].position == .lead
    }

    /// The subject of a match whose pattern names none. `isElsewhere`: no word of the same headline or sentence says
    /// it.
    func impliedSubject(
        _ match: PatternMatch, _ sentence: Sentence, isElliptic: Bool
    ) -> (party: Party, certainty: Double, isElsewhere: Bool)? {
        if let filer { return (filer.party, filer.party.company == nil ? 0.3 : 1, false) }
        if isElliptic, let issuer = issuer { return (issuer.party, issuer.certainty, false) }
        let text = fields[match.field]
        let near = hits[match.field].filter {
            hit in
            hit.certainty >= 0.5 && hit.companies.count == 1 && sentence.tokens.contains(hit.tokens.lowerBound)
                && !match.captures.contains { $0.slot == .other && $0.tokens.overlaps(hit.tokens) }
        }
        // The name nearest before the words, else the first after them.
        let chosen = near.last { $0.tokens.upperBound <= match.tokens.lowerBound } ?? near.first
        if let hit = chosen {
            let reference = engine.names.companies[Int(hit.companies[0])].reference
            let party = Party(name: text.name(of: hit.tokens), role: .subject, company: reference)
            return (party, hit.certainty * 0.8, false)
        }
        // "Acme: appoints Jane Roe" has its issuer before the colon, "Appoints Jane Roe" has none.
        let opens = isElliptic && !text.tokens[match.tokens.lowerBound].breaks.contains(.colon)
        return mainCompany(besideTitle: opens).map { ($0.party, $0.certainty, !isSaid($0.party, in: text)) }
    }

    /// True where the headline begins with the words of a pattern that asks for no company, where only more words of
    /// the same noun stand before them ("Widget supply agreement with Acme"), or what names no company: "Media release:
    /// appoints …", "Letter to shareholders re acquisition of …".
    func leavesIssuerOut(_ match: PatternMatch, _ sentence: Sentence) -> Bool {
        guard sentence.position == .headline else { return false }
        if let company = match.captures.first(where: { $0.slot == .company }) {
            // "Signs Ten Year Contract with Acme", where the pattern takes "Ten Year" for a company.
            let before = sentence.tokens.lowerBound..<company.tokens.lowerBound
            let isFirst = before.allSatisfy { place in
                let word = fields[match.field].tokens[place].word
                return !engine.lexicon.classes(of: word).isDisjoint(with: [.verb, .function, .matter])
            }
            let (slots, end) = (slots(match.field, sentence), company.tokens.upperBound)
            guard isFirst, slots.isInside(end) else { return false }
            if before.isEmpty {
                // "Media release: appoints …" has a label; "Option to acquire …" tells of no purchase.
                let text = fields[match.field]
                if text.tokens[end].breaks.contains(.colon) { return !slots.isName(company.tokens) }
                if text.key(of: end..<end + 1) == "to" { return false }
            }
            return slots.isMatter(company.tokens)
        }
        let first = match.tokens.lowerBound
        if first == sentence.tokens.lowerBound || fields[match.field].tokens[first].breaks.contains(.colon) {
            return true
        }
        if let run = openingRun(match.field, sentence), run.upperBound > first { return true }
        return isLabel(sentence.tokens.lowerBound..<first, fields[match.field])
    }

    /// Words that say what sort of announcement follows, the last of them one that leads on: "Update on".
    private func isLabel(_ range: Range<Int>, _ text: FieldText) -> Bool {
        guard range.count <= 6, let first = range.first, let last = range.last else { return false }
        let classes = { (place: Int) in engine.lexicon.classes(of: text.tokens[place].word) }
        return classes(first).contains(.matter)
            && ["on", "re", "regarding", "of", "for"].contains(text.key(of: last..<last + 1))
            && range.dropFirst().allSatisfy { !classes($0).isDisjoint(with: [.matter, .function, .unit, .connector]) }
    }

    /// "Acme's chief calls the partnership with Beta a success": a noun behind the verb of a headline that says
    /// something else, and of a pattern that asks for nobody, tells nothing new.
    func isInPassing(_ match: PatternMatch, _ sentence: Sentence) -> Bool {
        let first = match.tokens.lowerBound
        guard sentence.position == .headline, item.filing == nil,
            !match.captures.contains(where: { $0.slot == .company || $0.tokens.lowerBound == first })
        else { return false }
        let isVerb = { (place: Int) in
            engine.lexicon.classes(of: fields[match.field].tokens[place].word).contains(.verb)
        }
        return !isVerb(first) && (sentence.tokens.lowerBound..<first).contains(where: isVerb)
    }

    /// The run of a name's words that a headline begins with.
    private func openingRun(_ field: Int, _ sentence: Sentence) -> Range<Int>? {
        slots(field, sentence).companies(at: sentence.tokens.lowerBound, allowsPronoun: false).first
    }

    private func slots(_ field: Int, _ sentence: Sentence) -> SlotReader {
        SlotReader(
            text: fields[field], sentence: sentence, hits: hits[field], lexicon: engine.lexicon, may: engine.may,
            hasDecimalComma: hasDecimalComma)
    }

    private func isSaid(_ party: Party, in text: FieldText) -> Bool {
        let name = SubjectKey(party.name).words
        let words = text.tokens.indices.map { text.key(of: $0..<$0 + 1) }
        return name.first.map { words.contains($0) } ?? false
    }

    func addMentioned(_ match: PatternMatch, _ sentence: Sentence, to draft: inout EventDraft) {
        for hit in hits[match.field]
        where hit.certainty >= 0.5 && hit.companies.count == 1 && sentence.tokens.contains(hit.tokens.lowerBound) {
            let reference = engine.names.companies[Int(hit.companies[0])].reference
            guard !draft.parties.contains(where: { $0.company == reference }) else { continue }
            // A company that only stands next to another of its name is no party.
            guard !match.captures.contains(where: { $0.tokens.overlaps(hit.tokens) }) else { continue }
            draft.parties.append(
                Party(name: fields[match.field].name(of: hit.tokens), role: .mentioned, company: reference))
        }
    }
}
