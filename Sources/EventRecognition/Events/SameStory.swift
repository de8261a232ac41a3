import TriggerModel

/// Whether two events of one trigger, or of two that say the same, are one, by what they say.
///
/// The companies decide first, then what contradicts: another person, another sum, another place, another step of
/// the matter. What is left is weighed by the kind of event. What happens to a company once in a while (a sale, a new
/// chief, a listing) is the same within the window unless something speaks against it; of what a busy company does
/// every week (launches, contracts, recalls) two tellings must have something in common besides the company: a sum, a
/// person, or words that tell this one from the next (see `StoryHeadline`).
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
    /// Of the words that tell one event from the next, the part that two headlines share at least.
    static let common = 0.33

    let kind: StoryKind
    private(set) var subject: StoryParty?
    private(set) var counterparty: StoryParty?
    private(set) var slots: [String: String]
    private(set) var amount: Money?
    /// Talk, or a denial: what became of it, or what it takes back, is told as a change of one event.
    private var isDoubtful: Bool
    /// Words of the subject's name, which every headline about it has.
    var nameWords: Set<String> { Set(subject?.key.words ?? []) }
    private(set) var titles: [TitleLikeness] = []
    private(set) var headlines: [ToldHeadline] = []
    private(set) var addresses: Set<String> = []
    /// Headlines compared; of a story told a hundred times the first few are enough.
    private static let mostTitles = 6

    init(_ event: Event) {
        kind = StoryKind(event.trigger)
        subject = event.subject.map { StoryParty($0) }
        counterparty = event.counterparty.map { StoryParty($0) }
        slots = event.slots
        amount = event.amount
        isDoubtful = !event.qualifiers.isEmpty
        add(event.tellers)
    }

    /// Takes in what the event has come to be, and who tells it besides.
    mutating func learn(_ event: Event, from tellers: [Teller]) {
        if subject?.party != event.subject { subject = event.subject.map { StoryParty($0) } }
        if counterparty?.party != event.counterparty { counterparty = event.counterparty.map { StoryParty($0) } }
        slots = event.slots
        amount = event.amount
        isDoubtful = !event.qualifiers.isEmpty
        add(tellers)
    }

    private mutating func add(_ tellers: [Teller]) {
        for teller in tellers {
            if titles.count < Self.mostTitles, !teller.title.isEmpty {
                let title = TitleLikeness(teller.title, without: Set(subject?.key.words ?? []))
                if !titles.contains(title) {
                    titles.append(title)
                    headlines.append(ToldHeadline(teller.title))
                }
            }
            if addresses.count < Self.mostTitles, let address = teller.url.flatMap(StoryAddress.of) {
                addresses.insert(address)
            }
        }
    }

    // MARK: One or two

    /// Whether `other` may tell the same event, its date being near and its trigger the same or a twin.
    ///
    /// - Parameter days: from the day of the one to that of the other.
    func accepts(_ other: SameStory, days: Int, isTwin: Bool) -> Bool {
        let sides = sides(other, isTwin: isTwin)
        if sides == .others { return false }
        let isLinked = !addresses.isDisjoint(with: other.addresses)
        if sides == .unknown {
            if isOfNobody, other.isOfNobody { return isLinked || isSameOfAll(other, days: days) }
            return linked(other) >= Self.identical
        }
        let person = persons(other)
        if person == .other { return false }
        if isLinked { return true }
        if !hasHeadline || !other.hasHeadline { return !kind.isFrequent || person == .same || sides == .both }
        let compared = compared(other, days: days)
        let isOtherStep = compared.isStepOfOthers && isDoubtful == other.isDoubtful
        if isOtherStep || (compared.isAgainInOne && days != 0) || compared.isNumberedOtherwise {
            return false
        }
        let money = StoryFigures.money(money, other.money)
        let isDeal = sides == .both && !kind.isFrequent && !other.kind.isFrequent
        if money == .other, !isDeal, !compared.isNumberedAlike, !compared.isRevised || isAnotherScale(other) {
            return false
        }
        let percents = verdict(other) { $0.percents($1) }
        if percents == .other, kind.isShared { return false }
        let counts = verdict(other) { $0.counts($1) }
        if counts == .other, kind.isCounted, percents != .same, money != .same { return false }
        let product = captured("product", other)
        let place = captured("place", other)
        if kind.isFrequent, product == .other || place == .other { return false }
        // Prams and high chairs, both for the same fault.
        if kind.isRecall, compared.isOfOtherThings, counts != .same { return false }
        // Two class actions, over a breach and over pay.
        if kind.isCase, compared.isOfOtherCauses, compared.weight == 0, money != .same { return false }
        let isOfOthers = kind.isFrequent || kind.isLeadership ? compared.mayBeOfOthers : compared.isOfOthers
        // Two agencies that rate a company do two things; where else a listing is told of says nothing.
        let mayNameOthers = isDeal || (kind.isOnce && !kind.isRating)
        // The same round sum for another town is another contract.
        let isBySum = money == .same && !compared.isElsewhere && (abs(days) <= 1 || !isRound(other))
        if isOfOthers, !mayNameOthers, person != .same, !isBySum { return false }
        if kind.isStatement { return compared.share >= Self.alike && compared.weight >= 2 }
        let isOften = kind.isFrequent || other.kind.isFrequent
        guard isOften || isTwin else { return true }
        if person == .same || money == .same || product == .same { return true }
        // "Cuts 300 jobs" and "closes mill" need more than that neither says where.
        if compared.isSilent { return !(isTwin && isOften) || sides == .both }
        if sides == .both, !kind.isOfManyProjects { return true }
        // An accident of yesterday is told in many ways, and a case is dismissed once.
        if abs(days) <= 1, kind.isOutage || compared.isSameStep { return true }
        // An oat bar and a kelp bar are both bars.
        if compared.weight >= 2, compared.share >= Self.telling, !(kind.isProduct && compared.isOfOneSort) {
            return true
        }
        // Two speakers of one maker are both wireless.
        if kind.isProduct { return compared.share > Self.alike }
        if compared.share >= Self.common { return true }
        return compared.weight > 0 && (counts == .same || percents == .same || place == .same || sides == .both)
    }

    var hasHeadline: Bool { !headlines.isEmpty }
    var isOfNobody: Bool { subject == nil && counterparty == nil }

    func compared(_ other: SameStory, days: Int) -> StoryComparison {
        var names = nameWords.union(other.nameWords)
        // Of a counterparty only where both tell it: named by one it is a name like another.
        if haveBothCounterparties(other) {
            names.formUnion((counterparty?.key.words ?? []) + (other.counterparty?.key.words ?? []))
        }
        return StoryComparison(
            headlines, other.headlines, without: names,
            matters: Set([kind.matter, other.kind.matter].compactMap(\.self)), days: days)
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
}
