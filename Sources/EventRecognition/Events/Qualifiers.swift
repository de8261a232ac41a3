import RuleLanguage
import TriggerModel

/// Finds what makes a statement less than a fact.
///
/// A hedge or negation counts inside the match, up to `reach` words before it unless a comma parts them (a hedge
/// that opens the sentence reaches over its comma: "Reportedly, …") or the match begins a clause of its own ("… not to
/// blame as Acme cuts jobs"), and after it where a comma or dash sets it apart and it says who tells it ("…, sources
/// say"). What the same company does besides is no qualifier: "Acme denies talks, names …", "Acme buys Beta, may cut
/// …". A semicolon always parts.
struct QualifierReader {
    let hedges: [Int]
    let negations: [Int]
    let histories: [Int]
    /// Day of the item, for telling an old year from this one.
    let itemDay: CalendarDay

    static let reach = 12
    static let reachAfter = 8

    /// - Parameters:
    ///   - own: whether the matched pattern itself asks for a token; "withdraws its forecast" is no negation of it.
    ///   - isFirm: what the pattern asks for is no hedge of it either.
    ///   - isSpeech: the event is that somebody speaks: only what stands before the match is about the event.
    func qualifiers(
        of found: PatternMatch, own: (Int) -> Bool, isFirm: Bool, isSpeech: Bool, slots: SlotReader,
        matcher: Matcher
    ) -> [Qualifier] {
        let match = Statement(
            tokens: isSpeech ? found.tokens.prefix(1) : found.tokens, captures: found.captures, passed: found.passed)
        var qualifiers: [Qualifier] = []
        // A pattern that lists "may acquire" beside "acquires" does not make it a fact, unless its rule says so.
        if holds(hedges, match, { isFirm && own($0) }, isSpeech, slots, matcher) { qualifiers.append(.hedged) }
        if holds(negations, match, own, isSpeech, slots, matcher) { qualifiers.append(.negated) }
        if holds(histories, match, own, isSpeech, slots, matcher) || (!isSpeech && isOld(match.tokens, slots)) {
            qualifiers.append(.past)
        }
        if slots.sentence.isQuestion { qualifiers.append(.question) }
        return qualifiers
    }

    /// What a pattern found, as far as it can be qualified.
    private struct Statement {
        var tokens: Range<Int>
        var captures: [PatternMatch.Capture]
        var passed: [Range<Int>]
    }

    /// First words of a clause that says who tells it, or how sure it is.
    private static let attributions: Set<String> = [
        "according", "alleged", "allegedly", "apparently", "claim", "claims", "denied", "if", "likely", "maybe",
        "perhaps", "possibly", "probably", "report", "reportedly", "reports", "rumor", "rumored", "rumors", "rumour",
        "rumoured", "rumours", "said", "say", "says", "source", "sources", "supposedly", "unconfirmed", "unless",
        "whether",
    ]
    /// Open a clause that tells more of the thing, of what it may comprise or of what is done besides; not how sure it is.
    private static let relatives: Set<String> = ["and", "including", "such", "that", "where", "which", "who", "whose"]
    /// "Acme said it would cut 300 jobs": behind these and a word for who speaks, "would" is the future of what was told.
    private static let tellings: Set<String> = [
        "advised", "agreed", "announced", "confirmed", "decided", "determined", "disclosed", "informed", "notified",
        "reported", "said", "stated", "told",
    ]
    private static let speakers: Set<String> = issuers.union(["he", "she", "they"])
    /// Of these, who tells for the company.
    private static let issuers: Set<String> = [
        "bank", "company", "corporation", "firm", "group", "it", "partnership", "registrant", "trust", "we",
    ]
    /// "the previously filed report": a word of time in front of these says when it was first told, not when it happened.
    private static let publications: Set<String> = tellings.union(["approved", "filed", "furnished", "issued"])
    /// Open a clause in front of its subject.
    private static let conjunctions: Set<String> = [
        "as", "after", "although", "because", "but", "though", "when", "while", "whilst",
    ]

    private func holds(
        _ programs: [Int], _ match: Statement, _ own: (Int) -> Bool, _ isSpeech: Bool, _ slots: SlotReader,
        _ matcher: Matcher
    ) -> Bool {
        for program in programs {
            for (range, _, _) in matcher.matches(of: program) {
                if isSpeech, range.upperBound > match.tokens.lowerBound { continue }
                if match.tokens.contains(range.lowerBound), range.allSatisfy(own) { continue }
                // Words inside a name or another slot qualify nothing.
                if match.captures.contains(where: { $0.tokens.overlaps(range) && $0.slot != .date }) { continue }
                if match.passed.contains(where: { $0.contains(range.lowerBound) }) { continue }
                if isToldFuture(range, match, slots) { continue }
                let isHistory = programs == histories
                if isHistory, slots.isInside(range.upperBound),
                    Self.publications.contains(slots.text.key(of: range.upperBound..<range.upperBound + 1))
                {
                    continue
                }
                if reaches(range, match.tokens, isHistory: isHistory, slots) { return true }
            }
        }
        return false
    }

    /// - Parameter isHistory: "cut 400 jobs last year": a time needs no comma behind what it dates.
    private func reaches(_ range: Range<Int>, _ match: Range<Int>, isHistory: Bool, _ slots: SlotReader) -> Bool {
        if range.overlaps(match) { return true }
        let tokens = slots.tokens
        if range.upperBound <= match.lowerBound {
            guard match.lowerBound - range.upperBound < Self.reach else { return false }
            if range.upperBound < match.lowerBound,
                Self.conjunctions.contains(slots.text.key(of: match.lowerBound - 1..<match.lowerBound))
            {
                return false
            }
            let between = tokens[range.upperBound...match.lowerBound]
            if between.contains(where: { $0.breaks.contains(.semicolon) }) { return false }
            if !between.contains(where: { !$0.breaks.isDisjoint(with: [.comma, .dash, .colon, .closing]) }) {
                return true
            }
            return range.lowerBound == slots.sentence.tokens.lowerBound && match.lowerBound - range.upperBound <= 1
        }
        guard range.lowerBound - match.upperBound < Self.reachAfter else { return false }
        if isHistory, range.lowerBound - match.upperBound <= 1, tokens[range.lowerBound].breaks.isEmpty { return true }
        let between = tokens[match.upperBound...range.lowerBound]
        if between.contains(where: { $0.breaks.contains(.semicolon) }) { return false }
        // ", sources say": the hedge stands in the clause the last mark opens.
        let marks: Token.Breaks = [.comma, .dash, .colon, .opening]
        guard
            let mark = (match.upperBound...range.lowerBound).last(where: { !tokens[$0].breaks.isDisjoint(with: marks) })
        else { return false }
        // "Acme buys Beta, may cut jobs": the next predicate.
        let rest = range.upperBound..<slots.sentence.tokens.upperBound
        if range.lowerBound > mark, Self.relatives.contains(slots.text.key(of: mark..<mark + 1)) { return false }
        let isLast = rest.prefix(2).allSatisfy { !tokens[$0].breaks.isDisjoint(with: marks) }
        if range.lowerBound == mark, !isLast,
            !Self.attributions.contains(slots.text.key(of: range.lowerBound..<range.lowerBound + 1))
        {
            return false
        }
        return range.lowerBound - mark <= 2
    }

    /// Not "analysts said Acme would": who else tells what a company would do only supposes it. "The company announced
    /// that Jane Roe would" is the company's own future too.
    private func isToldFuture(_ range: Range<Int>, _ match: Statement, _ slots: SlotReader) -> Bool {
        func key(_ place: Int) -> String { slots.text.key(of: place..<place + 1) }
        let start = slots.sentence.tokens.lowerBound
        guard range.count == 1, range.lowerBound > start, key(range.lowerBound) == "would" else { return false }
        let first = max(start, range.lowerBound - Self.reach)
        if Self.speakers.contains(key(range.lowerBound - 1)) {
            return (first..<range.lowerBound).contains { Self.tellings.contains(key($0)) }
        }
        guard
            let person = match.captures.first(where: {
                $0.slot == .person && $0.tokens.upperBound == range.lowerBound
            })?.tokens.lowerBound,
            person > first + 1, key(person - 1) == "that"
        else { return false }
        return (first + 1..<person).contains { Self.tellings.contains(key($0)) && Self.issuers.contains(key($0 - 1)) }
    }

    /// A year before this one, or a date more than a year back, beside the match.
    private func isOld(_ match: Range<Int>, _ slots: SlotReader) -> Bool {
        let from = max(slots.sentence.tokens.lowerBound, match.lowerBound - 6)
        let to = min(slots.sentence.tokens.upperBound, match.upperBound + 6)
        var index = from
        while index < to {
            defer { index += 1 }
            if let date = slots.date(at: index) {
                if let day = date.day, day < itemDay.adding(days: -365), !isDateOfPaper(index, slots) { return true }
                if date.day == nil, let year = date.year, date.tokens.count == 1, isYearOfHistory(year, index, slots) {
                    return true
                }
                index = date.tokens.upperBound - 1
            }
        }
        return false
    }

    /// "the agreement dated May 2, 2012", "the indenture dated as of": when a paper was signed says nothing of the event.
    private func isDateOfPaper(_ index: Int, _ slots: SlotReader) -> Bool {
        guard index > slots.sentence.tokens.lowerBound else { return false }
        let first = max(slots.sentence.tokens.lowerBound, index - 3)
        let before = (first..<index).map { slots.text.key(of: $0..<$0 + 1) }
        return before.last == "dated" || before == ["dated", "as", "of"]
    }

    private func isYearOfHistory(_ year: Int, _ index: Int, _ slots: SlotReader) -> Bool {
        guard index > slots.sentence.tokens.lowerBound else { return false }
        switch slots.text.key(of: index - 1..<index) {
        case "in", "during", "until", "late", "early", "mid", "back": break
        default: return false
        }
        return year <= itemDay.year - 2 || (year == itemDay.year - 1 && itemDay.month > 3)
    }
}
