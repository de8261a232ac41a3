import RuleLanguage
import TriggerModel

extension ItemReading {
    /// The event one clause tells; nil where what it captured cannot be (a company that buys itself).
    mutating func draft(_ rule: CompiledRule, _ candidate: EventCandidate) -> EventDraft? {
        guard let match = candidate.match else { return filingDraft(candidate) }
        let matcher = matcher(field: match.field, sentence: match.sentence)
        let slots = matcher.slots
        let text = fields[match.field]
        let sentence = text.sentences[match.sentence]
        var draft = EventDraft(
            candidates: [candidate], parties: [], slots: [:], amount: nil, evidence: [], qualifiers: [],
            date: itemDay.day, dateBasis: itemDay.basis, parts: [])

        var subjectCertainty = 0.0
        for (source, one) in ([match] + candidate.support).enumerated() {
            let reader = source == 0 ? slots : self.matcher(field: one.field, sentence: one.sentence).slots
            let own = engine.programs[one.program].words
            for capture in one.captures {
                take(capture, own: own, from: reader, into: &draft, certainty: &subjectCertainty)
            }
        }
        if draft.isHollow { return nil }
        if draft.amount == nil, let (range, amount) = slots.price(behind: match.tokens) {
            put(slots.text.text(of: range), .money, &draft)
            draft.amount = amount
        }
        var isElsewhere = false
        let isElliptic = leavesIssuerOut(match, sentence)
        if isElliptic { draft.isHeadless = false }
        if rule.isAboutCompanies, !isElliptic, !draft.isHeadless, isInPassing(match, sentence) { return nil }
        if rule.isAboutCompanies, draft.subject == nil, !draft.isHeadless,
            let implied = impliedSubject(match, sentence, isElliptic: isElliptic),
            !isOneOf([draft.counterparty].compactMap(\.self), implied.party)
        {
            draft.parties.insert(implied.party, at: 0)
            subjectCertainty = implied.certainty
            isElsewhere = implied.isElsewhere
        }
        if let subject = draft.subject, let other = draft.counterparty, isOneOf([other], subject) {
            // "Acme entered into a merger agreement by and among Acme, …": the other side is named later.
            guard item.filing != nil else { return nil }
            draft.parties.removeAll { $0.role == .counterparty }
        }
        draft.isElliptic = isElliptic && draft.subject == nil
        draft.isPlainWord = isPlainWord(match, slots)
        addMentioned(match, sentence, to: &draft)

        let qualifiers = QualifierReader(
            hedges: words.hedges, negations: words.negations, histories: words.histories, itemDay: itemDay.day)
        draft.qualifiers = qualifiers.qualifiers(
            of: match, own: ownWords(of: match), isFirm: candidate.clause.isFirm, isSpeech: rule.isSpeech, slots: slots,
            matcher: matcher)
        if candidate.isEnding { draft.qualifiers = [.ended] }
        if let period = item.filing?.period {
            (draft.date, draft.dateBasis) = (period, .period)
        } else if let day = dateInSentence(slots, match) {
            (draft.date, draft.dateBasis) = (day, .text)
        }
        for one in [match] + candidate.support {
            let evidenceText = fields[one.field]
            draft.evidence.append(
                Evidence(
                    span: evidenceText.span(of: one.tokens), text: evidenceText.text(of: one.tokens),
                    quote: evidenceText.quote(of: evidenceText.sentences[one.sentence])))
        }
        draft.parts = parts(rule, candidate, sentence, draft, subjectCertainty)
        if isElsewhere, !teller.isFirstHand { draft.parts.append(("company named elsewhere", -15)) }
        return draft
    }

    /// Whether the pattern of a match asks for a token of its sentence, as a word, a stem or an inflection.
    func ownWords(of match: PatternMatch) -> (Int) -> Bool {
        let program = engine.programs[match.program]
        let (text, stems) = (fields[match.field], engine.table.stems)
        return { place in
            let token = text.tokens[place]
            if program.words.contains(token.word) { return true }
            return text.folded.withUnsafeBufferPointer { folded in
                let word = UnsafeBufferPointer(rebasing: folded[Int(token.foldStart)..<Int(token.foldEnd)])
                return program.endings.contains { ending in
                    switch ending {
                    case .stem(let stem): stems.begins(word, with: stem)
                    case .inflected(let inflection): stems.isInflected(word, of: inflection)
                    default: false
                    }
                }
            }
        }
    }

    private func isOneOf(_ parties: [Party], _ party: Party) -> Bool {
        parties.contains { one in
            SubjectKey(one.name).isCompatible(with: SubjectKey(party.name))
                || (one.account != nil && one.account == party.account)
        }
    }

    /// A clause with a filing condition only: the regulator's item is the cue, the filer the subject.
    private func filingDraft(_ candidate: EventCandidate) -> EventDraft? {
        guard let filing = item.filing, let filer else { return nil }
        let holder = engine.names.holder(in: filing, lexicon: engine.lexicon)
        var draft = EventDraft(
            candidates: [candidate], parties: [filer.party] + (holder.map { [$0] } ?? []), slots: [:], amount: nil,
            evidence: [],
            qualifiers: [],
            date: itemDay.day, dateBasis: itemDay.basis, parts: [])
        if let period = filing.period { (draft.date, draft.dateBasis) = (period, .period) }
        let items = filing.items.isEmpty ? "" : ", item " + filing.items.joined(separator: ", ")
        if let title = fields.first(where: { $0.field == .title })?.text {
            let span = Span(field: .title, start: 0, end: title.unicodeScalars.count)
            draft.evidence = [Evidence(span: span, text: title, quote: "Form \(filing.form)\(items)")]
        }
        draft.parts = [("filing item", 70)]
        if filer.party.company != nil { draft.parts.append(("known company", 15)) }
        return draft
    }

    // MARK: Slots

    private func take(
        _ capture: PatternMatch.Capture, own: Set<UInt32>, from slots: SlotReader, into draft: inout EventDraft,
        certainty: inout Double
    ) {
        switch capture.slot {
        case .company, .other:
            let role: Party.Role = capture.slot == .company ? .subject : .counterparty
            guard !draft.parties.contains(where: { $0.role == role }) else { return }
            if slots.isDescription(capture.tokens) {
                // Known for what it is and not for who: it is nobody that the item names elsewhere.
                if role == .subject { (draft.isDescribed, draft.isHeadless) = (true, true) }
                return
            }
            let (parties, sure) = self.parties(capture.tokens, own: own, slots, role: role)
            if parties.isEmpty {
                let isDescribed = slots.isCapitalDescription(capture.tokens)
                if role == .subject {
                    draft.isHeadless = true
                    draft.isDescribed = draft.isDescribed || isDescribed
                } else if !isDescribed {
                    draft.isHollow = true
                }
            }
            draft.parties += parties
            if role == .subject { certainty = sure }
        case .person:
            let range = slots.trimmedPerson(capture.tokens)
            put(slots.text.text(of: range), .person, &draft)
        case .money:
            guard let (range, amount) = slots.money(at: capture.tokens.lowerBound) else { return }
            // "$12 million": the sign stands before the token's own bytes.
            put(slots.text.text(of: range), .money, &draft)
            if draft.amount == nil { draft.amount = amount }
        case .number:
            // "Thousands of workers": spoken in the middle of a sentence as "thousands of".
            let text = slots.text.text(of: capture.tokens)
            let last = slots.text.key(of: capture.tokens.suffix(1))
            let isMany = ["dozens", "hundreds", "scores", "thousands", "millions"].contains(last)
            put((text.first?.isLetter == true ? text.lowercased() : text) + (isMany ? " of" : ""), .number, &draft)
        case .place:
            // Where every word has a capital, a run of capitals is a place only if one of them is known as one.
            let known = capture.tokens.last { !slots.classes($0).isDisjoint(with: [.place, .namesake]) }
            if !slots.sentence.isTitleCase {
                put(slots.text.text(of: capture.tokens), .place, &draft)
            } else if let known {
                put(slots.text.text(of: capture.tokens.lowerBound..<known + 1), .place, &draft)
            }
        case .role, .percent, .date, .product, .listed:
            put(slots.text.text(of: capture.tokens), capture.slot, &draft)
        }
    }

    private func put(_ text: String, _ slot: Slot, _ draft: inout EventDraft) {
        if draft.slots[slot.rawValue] == nil {
            draft.slots[slot.rawValue] = MarkupRest.plain(text).singleSpaced
        }
    }

    /// The parties a captured run names, and how sure the first is (0 where nothing of it is known).
    private func parties(
        _ captured: Range<Int>, own: Set<UInt32>, _ slots: SlotReader, role: Party.Role
    ) -> ([Party], Double) {
        let first = slots.text.key(of: captured.lowerBound..<captured.lowerBound + 1)
        // "Shares in Acme fall as it cuts 300 jobs".
        if slots.sentence.position == .headline, captured.count == 1, first == "it",
            slots.tokens[captured.lowerBound].casing != .upper
        {
            guard let range = slots.antecedent(of: captured.lowerBound) else { return ([], 0) }
            return self.parties(range, own: own, slots, role: role)
        }
        let isPronoun =
            (captured.count == 1 && (first == "we" || first == "it")
                && slots.tokens[captured.lowerBound].casing != .upper)
            || (captured.count == 2 && (first == "the" || first == "our")
                && slots.lexicon.classes(of: slots.tokens[captured.lowerBound + 1].word).contains(.pronoun)
                && !slots.hits.contains { $0.tokens == captured && $0.certainty >= 0.5 })
        if isPronoun {
            guard let (party, certainty) = mainCompany() else { return ([], 0) }
            return ([Party(name: party.name, role: role, company: party.company)], certainty)
        }
        if role == .counterparty,
            slots.isSomebody(ofCompanyIn: captured) || slots.isField(ofSomebodyBehind: captured)
        {
            return ([], 0)
        }
        let descriptors = words.descriptors
        let range = slots.trimmedCompany(captured) { place in
            Self.end(of: descriptors, at: place, slots: slots, engine: engine)
        }
        var parties: [Party] = []
        var sure = 0.0
        guard !range.isEmpty, slots.isName(range), !isAnotherParty(after: range, captured, own, slots) else {
            return ([], 0)
        }
        for (index, piece) in pieces(range, slots).enumerated() {
            let (party, certainty) = resolve(piece, slots, role: role)
            parties.append(party)
            if index == 0 { sure = certainty }
        }
        return (parties, sure)
    }

    /// "Acme owner falls into administration": a word right behind the captured name gives the event to another
    /// company.
    ///
    /// Not where the pattern asks for that word: "{company} founder {person} steps down".
    private func isAnotherParty(
        after range: Range<Int>, _ captured: Range<Int>, _ own: Set<UInt32>, _ slots: SlotReader
    ) -> Bool {
        let next = captured.upperBound
        guard range.upperBound == next, slots.isInside(next), slots.isJoined(next) else { return false }
        return slots.classes(next).contains(.otherParty) && !own.contains(slots.tokens[next].word)
    }

    /// "Acme Corp. and Beta", "Boots and John Lewis": two companies where the words before "and" are one by
    /// themselves, or the words after it are several and no kind of business ("Bed Bath and Beyond" is one).
    private func pieces(_ range: Range<Int>, _ slots: SlotReader) -> [Range<Int>] {
        for index in range.dropFirst().dropLast() {
            guard !slots.tokens[index].traits.contains(.ampersand), slots.text.key(of: index..<index + 1) == "and",
                !slots.hits.contains(where: { $0.tokens.contains(index) })
            else { continue }
            let isKnown = slots.hits.contains { hit in
                hit.certainty >= 0.5
                    && (hit.tokens == range.lowerBound..<index || hit.tokens == index + 1..<range.upperBound)
            }
            let endsLegal = slots.lexicon.classes(of: slots.tokens[index - 1].word).contains(.legal)
            let last = slots.lexicon.classes(of: slots.tokens[range.upperBound - 1].word)
            let isSecond =
                range.upperBound - index > 2 && !slots.sentence.isTitleCase
                && last.isDisjoint(with: [.generic, .organisation, .legal, .unit])
            if isKnown || endsLegal || isSecond { return [range.lowerBound..<index, index + 1..<range.upperBound] }
        }
        return [range]
    }

    private func resolve(_ range: Range<Int>, _ slots: SlotReader, role: Party.Role) -> (Party, Double) {
        // "Wendy's names a finance chief": the ending is part of the name, in "Acme's new chief" it is not.
        let after = slots.isInside(range.upperBound) ? slots.classes(range.upperBound) : .verb
        let isOwnEnding = !after.isDisjoint(with: [.verb, .function])
        let words = isOwnEnding ? slots.text.possessiveText(of: range) : slots.text.text(of: range)
        let name = MarkupRest.plain(words).split { $0.isWhitespace || $0 == "\\" }.joined(separator: " ").replacing(
            " '", with: "'")
        var party = Party(name: name, role: role)
        let touching = hitsOfField(slots.text.field).filter { $0.tokens.overlaps(range) }
        let best = touching.max { left, right in
            (left.tokens.clamped(to: range).count, left.certainty) < (
                right.tokens.clamped(to: range).count, right.certainty
            )
        }
        guard let hit = best else { return (party, 0) }
        var certainty = hit.certainty
        if hit.tokens.lowerBound <= range.lowerBound, hit.tokens.upperBound >= range.upperBound {
            // The whole run is the name: as a party of something that happened, an ordinary word is a company.
            if hit.companies.count == 1, !hit.isLoose { certainty = max(certainty, 0.6) }
        } else if hit.tokens.upperBound < range.upperBound {
            // "Acme Robotics" where only "Acme" is known: another company, unless the rest says nothing.
            let rest = range.clamped(to: hit.tokens.upperBound..<range.upperBound)
            let isLegal = rest.allSatisfy { slots.lexicon.classes(of: slots.tokens[$0].word).contains(.legal) }
            if !isLegal { return (party, 0) }
        } else {
            let isPlain = !slots.sentence.isTitleCase || hit.isOrdinary
            if isPlain && hit.tokens.count == 1 { return (party, 0) }
            certainty = min(certainty, 0.7)
        }
        guard hit.companies.count == 1, certainty >= 0.5 else { return (party, min(certainty, 0.4)) }
        party.company = engine.names.companies[Int(hit.companies[0])].reference
        return (party, certainty)
    }

    private func hitsOfField(_ field: TextField) -> [NameHit] {
        fields.firstIndex { $0.field == field }.map { hits[$0] } ?? []
    }

    // MARK: Dates

    var itemDay: (day: CalendarDay, basis: DateBasis) {
        if let published = item.published ?? item.updated { return (published.day, .published) }
        if let filed = item.filing?.filed { return (filed, .published) }
        return (received.day, .received)
    }

    /// A full date in the evidence's sentence, within the year before the item and not after it.
    private func dateInSentence(_ slots: SlotReader, _ match: PatternMatch) -> CalendarDay? {
        let today = itemDay.day
        var index = slots.sentence.tokens.lowerBound
        while index < slots.sentence.tokens.upperBound {
            defer { index += 1 }
            guard let date = slots.date(at: index) else { continue }
            let before = index > slots.sentence.tokens.lowerBound ? slots.text.key(of: index - 1..<index) : ""
            index = date.tokens.upperBound - 1
            // "effective 1 June", "since 3 May": a date of something else.
            if ["effective", "since", "until", "by", "before", "dated", "ended", "ending", "through", "from", "of"]
                .contains(before)
            {
                continue
            }
            if let day = date.day, day >= today.adding(days: -365), day <= today { return day }
        }
        return nil
    }

    // MARK: Confidence

    private func parts(
        _ rule: CompiledRule, _ candidate: EventCandidate, _ sentence: Sentence, _ draft: EventDraft,
        _ certainty: Double
    ) -> [(name: String, hundredths: Int)] {
        var parts: [(String, Int)] = []
        if candidate.clause.filing != nil {
            parts.append(("filing and text", 60))
        } else {
            switch sentence.position {
            case .headline: parts.append(("headline", 55))
            case .lead: parts.append(("lead", 45))
            case .body, .skipped: parts.append(("body", 30))
            }
        }
        if let subject = draft.subject {
            if subject.company != nil {
                parts.append(("known company", Int((15 * certainty).rounded())))
            } else if draft.isDescribed {
                parts.append(("company described", -5))
            } else if isPlace(subject.name) {
                parts.append(("subject is a place", -30))
            } else if draft.isPlainWord {
                parts.append(("subject is a plain word", -30))
            } else {
                parts.append(("company named", 5))
            }
        } else if rule.isAboutCompanies {
            parts.append(
                draft.isElliptic
                    ? ("issuer left out", -5) : draft.isDescribed ? ("company described", -5) : ("no subject", -10))
        }
        let filled =
            ["person", "role", "money", "number", "percent", "product"].filter { draft.slots[$0] != nil }.count
            + (draft.counterparty == nil ? 0 : 1)
        if filled > 0 { parts.append(("details", min(filled, 2) * 5)) }
        if teller.isFirstHand { parts.append(("first-hand", 10)) }
        return parts
    }

    /// "Wildfire expands into Oregon": a word of the language that has a capital only because the headline begins with
    /// it.
    private func isPlainWord(_ match: PatternMatch, _ slots: SlotReader) -> Bool {
        guard slots.sentence.position == .headline, !slots.sentence.isTitleCase,
            let company = match.captures.first(where: { $0.slot == .company })?.tokens, company.count == 1,
            company.lowerBound == slots.sentence.tokens.lowerBound,
            slots.tokens[company.lowerBound].casing == .capitalised, !slots.tokens[company.lowerBound].isPossessive
        else { return false }
        let classes = slots.classes(company.lowerBound)
        return classes.contains(.plain) && classes.isDisjoint(with: [.household, .brand])
    }

    func isPlace(_ name: String) -> Bool {
        let words = SubjectKey(name).words
        return !words.isEmpty && words.allSatisfy { engine.lexicon.classes(of: engine.lexicon.id($0)).contains(.place) }
    }

    /// The event of a draft, with its confidence and id.
    func event(_ rule: CompiledRule, _ draft: EventDraft) -> Event {
        var parts = draft.parts
        var sum = parts.reduce(0) { $0 + $1.hundredths }
        // 0.5 is the line at which we would state it to a rep as a fact.
        if let qualifier = draft.qualifiers.first, sum > 45 {
            parts.append((qualifier.rawValue, 45 - sum))
            sum = 45
        }
        // What happened to nobody we know of is no fact to state, unless the headline is its issuer's own and only leaves
        // its name out, or says what company it is: that it happened is sure, and without a name it reaches no account.
        if rule.isAboutCompanies, draft.subject == nil, !draft.isElliptic, !draft.isDescribed, sum > 45 {
            parts.append(("nobody named", 45 - sum))
            sum = 45
        }
        if sum > 100 {
            parts.append(("at most 1", 100 - sum))
            sum = 100
        }
        if sum < 0 {
            parts.append(("at least 0", -sum))
            sum = 0
        }

        return Event(
            id: EventIdentity.id(
                trigger: rule.rule.id, subject: draft.subject,
                counterparty: draft.parties.first { $0.role == .counterparty },
                otherwise: draft.slots["person"] ?? (draft.isElliptic ? item.title : draft.evidence.first?.text) ?? "",
                issuer: draft.isElliptic ? teller.source : nil, date: draft.date),
            trigger: rule.rule.id,
            confidence: Double(sum) / 100,
            confidenceParts: parts.map { ConfidencePart(name: $0.name, value: Double($0.hundredths) / 100) },
            parties: draft.parties.filter { $0.role == .subject } + draft.parties.filter { $0.role == .counterparty }
                + draft.parties.filter { $0.role == .mentioned }, slots: draft.slots, amount: draft.amount,
            evidence: draft.evidence,
            qualifiers: draft.qualifiers, date: draft.date, dateBasis: draft.dateBasis,
            tellers: [
                Teller(
                    source: teller.source, publisher: teller.publisher, item: item.id, url: item.url,
                    title: item.title ?? "", published: item.published, isFirstHand: teller.isFirstHand)
            ])
    }
}
