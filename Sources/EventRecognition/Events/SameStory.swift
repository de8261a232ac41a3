import TriggerModel

/// Whether two events of one trigger are one, by what they say.
///
/// A contradiction decides first: another company, another person in a seat of which there are many, another product or
/// place. Then the kind of event: what happens to a company once in a while (a sale, a new chief, a closure) is the same
/// within the window; of what a busy company does every week (launches, contracts, partnerships) two tellings must have
/// something in common besides the company.
struct SameStory {
    /// From here on two headlines are the same one.
    static let alike = 0.5
    /// From here on they are the same word for word, but for what an outlet adds.
    static let identical = 0.8
    /// From here on they share more than the company and the verb.
    static let related = 0.35
    /// From here on they share more than chance, where the rule captured the same of them.
    static let hinted = 0.1
    /// From here on they share what is not chance, where the industry is the same in other words.
    static let telling = 0.2

    /// Triggers that a company may have several of within the window.
    static let frequent = [
        "product.", "partnership", "contract.", "vendor.", "milestone", "statement.", "capital.project", "site.",
        "market.", "litigation.", "regulatory.", "technology.", "leadership.functional", "leadership.board",
        "leadership.departure", "regulation.", "industry.", "hiring.", "outage.",
    ]

    private let isFrequent: Bool
    private let isStatement: Bool
    private var subject: Known?
    private var counterparty: Known?
    private var slots: [String: String]
    private var amount: Money?
    /// Words of the subject's name, which every headline about it has.
    private var nameWords: Set<String>
    private(set) var titles: [TitleLikeness] = []
    private(set) var addresses: Set<String> = []
    /// Headlines compared; of a story told a hundred times the first few are enough.
    private static let mostTitles = 6

    init(_ event: Event) {
        isFrequent = Self.frequent.contains { event.trigger.hasPrefix($0) }
        isStatement = event.trigger.hasPrefix("statement.")
        subject = event.subject.map { Known($0) }
        counterparty = event.counterparty.map { Known($0) }
        slots = event.slots
        amount = event.amount
        nameWords = Set(subject?.key.words ?? [])
        add(event.tellers)
    }

    /// Takes in what the event has come to be, and who tells it besides.
    mutating func learn(_ event: Event, from tellers: [Teller]) {
        if subject?.party != event.subject { subject = event.subject.map { Known($0) } }
        if counterparty?.party != event.counterparty { counterparty = event.counterparty.map { Known($0) } }
        slots = event.slots
        amount = event.amount
        nameWords.formUnion(subject?.key.words ?? [])
        add(tellers)
    }

    private mutating func add(_ tellers: [Teller]) {
        for teller in tellers {
            if titles.count < Self.mostTitles, !teller.title.isEmpty {
                let title = TitleLikeness(teller.title, without: nameWords)
                if !titles.contains(title) { titles.append(title) }
            }
            if addresses.count < Self.mostTitles, let address = teller.url.flatMap(StoryAddress.of) {
                addresses.insert(address)
            }
        }
    }

    /// Another company on either side.
    func contradicts(_ other: SameStory) -> Bool {
        contradicts(subject, other.subject) || contradicts(counterparty, other.counterparty)
    }

    /// Whether a telling under another trigger that says the same is about the same companies, in whichever order.
    func isTold(by other: SameStory) -> Bool {
        if subject != nil, other.subject != nil, !contradicts(other) { return true }
        return isTurnedRound(other)
    }

    /// Whether `other`, told as over, is the end of this: between the same companies, or in nearly the same words.
    func isEnded(by other: SameStory) -> Bool {
        if subject != nil, other.subject != nil, !contradicts(other) {
            return haveCounterparties(other) || linked(other) >= Self.related
        }
        return isTurnedRound(other) && subject != nil && counterparty != nil
    }

    /// The one's subject is the other's counterparty, and nothing speaks against it.
    private func isTurnedRound(_ other: SameStory) -> Bool {
        guard !contradicts(subject, other.counterparty), !contradicts(counterparty, other.subject) else { return false }
        return (subject != nil && other.counterparty != nil) || (counterparty != nil && other.subject != nil)
    }

    /// Whether `other` may tell the same event, its date and trigger being right.
    func accepts(_ other: SameStory) -> Bool {
        if contradicts(other) { return false }
        if isFrequent, contradictsSector(other) { return false }
        if isFrequent, contradictsPerson(other) || contradictsSlot("product", other) || contradictsSlot("place", other)
        {
            return false
        }
        if differsOnlyInPlace(other) { return false }
        let link = linked(other)
        // Two authorities that do alike in the same words do two things.
        if isOfNobody, other.isOfNobody, link < Self.identical, isOfOthers(other) { return false }
        // A chief says something every week, and the headlines differ in the topic only.
        if isStatement { return link >= Self.identical }
        if link >= Self.alike { return true }
        guard subject != nil, other.subject != nil else {
            // Nobody to go by: the story itself must be the same.
            return subject == nil && other.subject == nil && isSameOfAll(other, link)
        }
        if isFrequent {
            if amountsDiffer(other) && !haveCounterparties(other) { return false }
            return haveCounterparties(other) || agreesOnSlot(other) || link >= Self.related
        }
        // An amount is corrected or raised a little; twice as much is another round.
        return haveCounterparties(other) || link >= Self.related || !isAnotherScale(other) || saysTheSame(other)
    }

    /// Of what happens to a whole industry two tellings are one where the rule captured the same of it, nothing that they
    /// captured contradicts, and the headlines have a little in common besides.
    private func isSameOfAll(_ other: SameStory, _ link: Double) -> Bool {
        guard counterparty == nil, other.counterparty == nil else { return false }
        if isOfOthers(other) { return false }
        if StoryKeys.slots.contains(where: { agreesOn($0, other) }) { return link >= Self.hinted }
        // "Chip makers" and "semiconductors": one industry in other words, so the rest must say the same.
        let agrees = ["authority", "percent", "place", "number"].contains { agreesOn($0, other) }
        return agrees && !sectors.isEmpty && sectors == other.sectors && link >= Self.telling
    }

    private var isOfNobody: Bool { subject == nil && counterparty == nil }

    /// Another authority, or other numbers.
    private func isOfOthers(_ other: SameStory) -> Bool {
        ["authority", "percent", "number"].contains { contradictsSlot($0, other) }
    }

    /// Headlines alike but for where: "opens warehouse in Leipzig", "opens warehouse in Gdansk".
    private func differsOnlyInPlace(_ other: SameStory) -> Bool {
        guard addresses.isDisjoint(with: other.addresses), !titles.isEmpty, !other.titles.isEmpty else { return false }
        return titles.allSatisfy { mine in other.titles.allSatisfy { mine.differsOnlyInPlace(from: $0) } }
    }

    /// The industries that the rule captured, by their sectors.
    private var sectors: Set<String> {
        StoryKeys.industries.compactMap { slots[$0] }.reduce(into: []) { $0.formUnion(Sectors.named(in: $1)) }
    }

    /// Two industries that have nothing in common.
    private func contradictsSector(_ other: SameStory) -> Bool {
        guard subject == nil, other.subject == nil else { return false }
        let (mine, theirs) = (sectors, other.sectors)
        guard !mine.isEmpty, !theirs.isEmpty else { return false }
        // A dairy is part of all manufacturing; two kinds of makers are not part of each other.
        return mine.isDisjoint(with: Sectors.closure(of: theirs)) && theirs.isDisjoint(with: Sectors.closure(of: mine))
    }

    /// 1 for the same address or headline, down to 0.
    func linked(_ other: SameStory) -> Double {
        if !addresses.isDisjoint(with: other.addresses) { return 1 }
        var best = 0.0
        for mine in titles {
            for theirs in other.titles {
                best = max(best, mine.likeness(to: theirs))
            }
        }
        return best
    }

    /// The folded name of the subject.
    var subjectKey: SubjectKey? { subject?.key }

    /// A party with its folded name, which every comparison asks for.
    private struct Known {
        let party: Party
        let key: SubjectKey

        init(_ party: Party) {
            self.party = party
            key = SubjectKey(party.name)
        }

        func isSame(as other: Known) -> Bool {
            if let mine = party.account, let theirs = other.party.account { return mine == theirs }
            return key.isCompatible(with: other.key) || SameStory.isInitials(key, of: other.key)
                || SameStory.isInitials(other.key, of: key)
        }
    }

    // MARK: Agreement and contradiction

    private func contradicts(_ ours: Known?, _ theirs: Known?) -> Bool {
        guard let ours, let theirs else { return false }
        return !ours.isSame(as: theirs)
    }

    private func haveCounterparties(_ other: SameStory) -> Bool { counterparty != nil && other.counterparty != nil }

    /// Two persons of other surnames.
    private func contradictsPerson(_ other: SameStory) -> Bool {
        guard let mine = slots["person"], let theirs = other.slots["person"] else { return false }
        return SubjectKey(mine).words.last != SubjectKey(theirs).words.last
    }

    private func contradictsSlot(_ name: String, _ other: SameStory) -> Bool {
        guard let mine = slots[name], let theirs = other.slots[name] else { return false }
        return TitleLikeness(mine).likeness(to: TitleLikeness(theirs)) == 0
    }

    private func agreesOnSlot(_ other: SameStory) -> Bool {
        if ["person", "product", "place", "industry"].contains(where: { agreesOn($0, other) }) { return true }
        return amount != nil && amount == other.amount
    }

    private func agreesOn(_ name: String, _ other: SameStory) -> Bool {
        guard let mine = slots[name], let theirs = other.slots[name] else { return false }
        return TitleLikeness(mine).likeness(to: TitleLikeness(theirs)) >= Self.alike
    }

    /// More than a tenth apart: rounding and exchange make less.
    private func amountsDiffer(_ other: SameStory) -> Bool {
        guard let mine = amount, let theirs = other.amount else { return false }
        return mine.differs(from: theirs)
    }

    /// A headline that differs in its numbers only.
    private func saysTheSame(_ other: SameStory) -> Bool {
        titles.contains { mine in other.titles.contains { mine.wording(to: $0) >= Self.identical } }
    }

    /// More than twice as much.
    private func isAnotherScale(_ other: SameStory) -> Bool {
        guard let mine = amount, let theirs = other.amount, mine.currency == theirs.currency else { return false }
        let (less, more) = (
            min(mine.amount.magnitude, theirs.amount.magnitude), max(mine.amount.magnitude, theirs.amount.magnitude)
        )
        return more / 2 > less
    }

    private static func isInitials(_ short: SubjectKey, of long: SubjectKey) -> Bool {
        guard short.words.count == 1, let word = short.words.first, long.words.count >= 3,
            word.count == long.words.count
        else { return false }
        return word == String(long.words.compactMap(\.first))
    }
}

extension Money {
    /// Whether two amounts of one currency are more than a tenth of the larger apart.
    func differs(from other: Money) -> Bool {
        guard currency == other.currency else { return false }
        let larger = max(amount.magnitude, other.amount.magnitude)
        let (apart, isTooFar) = amount.subtractingReportingOverflow(other.amount)
        return isTooFar || apart.magnitude > larger / 10
    }
}
