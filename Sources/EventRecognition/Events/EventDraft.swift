import RuleLanguage
import TriggerModel

/// A clause that holds, with the match its event is read from.
struct EventCandidate {
    var clause: CompiledRule.Clause
    /// nil for a clause with a filing condition only.
    var match: PatternMatch?
    /// Matches of the clause's other conditions.
    var support: [PatternMatch] = []
    /// True where the clause says that it is off.
    var isEnding = false
}

/// An event while the places of an item that tell it are brought together.
struct EventDraft {
    var candidates: [EventCandidate]
    var parties: [Party]
    var slots: [String: String]
    var amount: Money?
    var evidence: [Evidence]
    var qualifiers: [Qualifier]
    var date: CalendarDay
    var dateBasis: DateBasis
    /// Hundredths, by name, in the order they are printed.
    var parts: [(name: String, hundredths: Int)]
    /// True where the other side turned out to be nobody.
    var isHollow = false
    /// True where the words name the subject as nobody we know: "Acme owner", "Partners".
    var isHeadless = false
    /// True where the subject is an ordinary word that the headline begins with.
    var isPlainWord = false
    /// True where the headline says what company it is, and not which: "Alabama sawmill".
    var isDescribed = false
    /// True where a headline leaves its issuer out: "Appoints Jane Roe as CFO", "Acquisition of Acme Mills".
    var isElliptic = false

    /// True where it is told as over.
    var isEnding: Bool { qualifiers.contains(.ended) }
    var subject: Party? { parties.first { $0.role == .subject } }
    var counterparty: Party? { parties.first { $0.role == .counterparty } }

    /// Same subject, no contradiction about the other side.
    func tellsSame(as other: EventDraft) -> Bool {
        if isEnding != other.isEnding { return false }
        if let mine = subject, let theirs = other.subject, !Self.isSame(mine, theirs) { return false }
        if let mine = counterparty, let theirs = other.counterparty, !Self.isSame(mine, theirs) { return false }
        return true
    }

    /// Takes in a later place that tells the same; the earlier one decides what it already says.
    mutating func merge(_ other: EventDraft) {
        candidates += other.candidates
        if subject == nil, let theirs = other.subject { parties.insert(theirs, at: 0) }
        if let mine = parties.firstIndex(where: { $0.role == .subject }), parties[mine].company == nil,
            let theirs = other.subject, theirs.company != nil
        {
            parties[mine] = theirs
        }
        if counterparty == nil { parties += other.parties.filter { $0.role == .counterparty } }
        for party in other.parties
        where party.role == .mentioned && !parties.contains(where: { Self.isSame($0, party) }) {
            parties.append(party)
        }
        slots.merge(other.slots) { mine, _ in mine }
        amount = amount ?? other.amount
        for more in other.evidence where !evidence.contains(more) { evidence.append(more) }
        if !qualifiers.isEmpty, other.qualifiers.isEmpty, other.parts.first?.name == parts.first?.name {
            qualifiers = []
        }
        if dateBasis == .published || dateBasis == .received, other.dateBasis == .text {
            (date, dateBasis) = (other.date, other.dateBasis)
        }
        if !parts.contains(where: { $0.name == "told again" }),
            other.evidence.first?.span.field != evidence.first?.span.field
        {
            parts.append(("told again", 10))
        }
    }

    private static func isSame(_ left: Party, _ right: Party) -> Bool {
        if let mine = left.account, let theirs = right.account { return mine == theirs }
        return SubjectKey(left.name).isCompatible(with: SubjectKey(right.name))
    }
}
