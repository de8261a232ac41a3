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

    /// Triggers that a company may have several of within the window.
    static let frequent = [
        "product.", "partnership", "contract.", "vendor.", "milestone", "statement.", "capital.project", "site.",
        "market.", "litigation.", "regulatory.", "technology.", "leadership.functional", "leadership.board",
        "leadership.departure", "regulation.", "industry.", "hiring.", "outage.", "funding.debt", "restructuring",
        "divestiture.",
    ]
    /// Of these both companies are told by either, in any order.
    private static let symmetric = [
        "ma.", "partnership", "ownership.", "divestiture.", "funding.round", "contract.", "vendor.",
    ]
    /// Of these two companies may have several at a time.
    private static let ofManyProjects = [
        "partnership", "contract.", "vendor.", "technology.", "product.", "capital.", "site.",
    ]
    /// Of these another number of people or things is another event.
    private static let counted = ["layoff", "hiring.", "product.recall", "site.", "contract."]
    /// Of these another percentage is another event.
    private static let shared = ["layoff", "ownership.", "restructuring", "funding.debt"]

    private let trigger: String
    private let isFrequent: Bool
    private var subject: StoryParty?
    private var counterparty: StoryParty?
    private var slots: [String: String]
    private var amount: Money?
    /// Words of the subject's name, which every headline about it has.
    private var nameWords: Set<String> { Set(subject?.key.words ?? []) }
    private(set) var titles: [TitleLikeness] = []
    private var headlines: [Told] = []
    private(set) var addresses: Set<String> = []
    /// Headlines compared; of a story told a hundred times the first few are enough.
    private static let mostTitles = 6

    /// A headline, read once somebody asks: most events are told from another by their companies.
    private final class Told {
        let title: String
        private(set) lazy var headline = StoryHeadline(title)

        init(_ title: String) { self.title = title }

        /// A heading, and whom it is about.
        private(set) lazy var notice: (heading: String, of: SubjectKey)? = {
            guard let colon = title.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let about = SubjectKey(String(title[title.utf8.index(after: colon)...].prefix(200)))
            return about.words.isEmpty ? nil : (title[..<colon].lowercased(), about)
        }()
    }

    init(_ event: Event) {
        trigger = event.trigger
        isFrequent = Self.isOne(of: Self.frequent, event.trigger)
        subject = event.subject.map { StoryParty($0) }
        counterparty = event.counterparty.map { StoryParty($0) }
        slots = event.slots
        amount = event.amount
        add(event.tellers)
    }

    /// Takes in what the event has come to be, and who tells it besides.
    mutating func learn(_ event: Event, from tellers: [Teller]) {
        if subject?.party != event.subject { subject = event.subject.map { StoryParty($0) } }
        if counterparty?.party != event.counterparty { counterparty = event.counterparty.map { StoryParty($0) } }
        slots = event.slots
        amount = event.amount
        add(tellers)
    }

    private mutating func add(_ tellers: [Teller]) {
        for teller in tellers {
            if titles.count < Self.mostTitles, !teller.title.isEmpty {
                let title = TitleLikeness(teller.title, without: Set(subject?.key.words ?? []))
                if !titles.contains(title) {
                    titles.append(title)
                    headlines.append(Told(teller.title))
                }
            }
            if addresses.count < Self.mostTitles, let address = teller.url.flatMap(StoryAddress.of) {
                addresses.insert(address)
            }
        }
    }

    private static func isOne(of prefixes: [String], _ trigger: String) -> Bool {
        prefixes.contains { trigger.hasPrefix($0) }
    }

    // MARK: Companies

    /// How far the companies of two tellings agree.
    private enum Sides {
        case others, unknown
        /// The subject is the same.
        case one
        case both
    }

    /// Another company on either side.
    func contradicts(_ other: SameStory) -> Bool {
        contradicts(subject, other.subject) || contradicts(counterparty, other.counterparty)
    }

    private func sides(_ other: SameStory, isTwin: Bool) -> Sides {
        let isEitherWay = isTwin || Self.isOne(of: Self.symmetric, trigger)
        if !contradicts(other) {
            switch (subject, other.subject) {
            case (nil, nil): return counterparty != nil && other.counterparty != nil ? .one : .unknown
            case (let known?, nil): return other.names(known) ? .one : .unknown
            case (nil, let known?): return names(known) ? .one : .unknown
            case (.some, .some): return haveBothCounterparties(other) ? .both : .one
            }
        }
        guard isEitherWay else { return .others }
        if isTurnedRound(other) {
            let isMineTold = subject.map { other.counterparty != nil || other.names($0) } ?? true
            let isTheirsTold = other.subject.map { counterparty != nil || names($0) } ?? true
            if isMineTold, isTheirsTold { return subject != nil && other.subject != nil ? .both : .one }
            // Who leaves the other company out must not name somebody else in its place.
            let silent = isMineTold ? self : other
            return silent.namesSomebody(besides: self, other) ? .others : .one
        }
        // "Acme selects Beta's ledger" and "Beta wins Acme order", each of which names only its subject.
        if let subject, let theirs = other.subject, other.names(subject), names(theirs) {
            let isOfThird =
                counterparty.map { !$0.isSame(as: theirs) } ?? other.counterparty.map { !$0.isSame(as: subject) }
                ?? false
            return isOfThird ? .others : .both
        }
        return .others
    }

    private func names(_ party: StoryParty) -> Bool { headlines.contains { party.isNamed(in: $0.headline) } }

    /// Whether a headline has a name that is none of the companies'.
    private func namesSomebody(besides one: SameStory, _ other: SameStory) -> Bool {
        let parties = [one.subject, one.counterparty, other.subject, other.counterparty]
        let words = Set(parties.flatMap { $0?.key.words ?? [] })
        return headlines.contains { told in
            told.headline.rest(without: words).contains { $0.rank == .name || $0.rank == .capital }
        }
    }

    /// Both name the same counterparty, be it in the headline only.
    private func haveBothCounterparties(_ other: SameStory) -> Bool {
        switch (counterparty, other.counterparty) {
        case (.some, .some): true
        case (let known?, nil): other.names(known)
        case (nil, let known?): names(known)
        case (nil, nil): false
        }
    }

    private func contradicts(_ ours: StoryParty?, _ theirs: StoryParty?) -> Bool {
        guard let ours, let theirs else { return false }
        return !ours.isSame(as: theirs)
    }

    /// Whether `other`, told as over, is the end of this: between the same companies, or in nearly the same words.
    func isEnded(by other: SameStory) -> Bool {
        if subject != nil, other.subject != nil, !contradicts(other) {
            return (counterparty != nil && other.counterparty != nil) || linked(other) >= Self.related
        }
        return isTurnedRound(other) && subject != nil && counterparty != nil
    }

    /// The one's subject is the other's counterparty, and nothing speaks against it.
    private func isTurnedRound(_ other: SameStory) -> Bool {
        guard !contradicts(subject, other.counterparty), !contradicts(counterparty, other.subject) else { return false }
        return (subject != nil && other.counterparty != nil) || (counterparty != nil && other.subject != nil)
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
        if !hasHeadline || !other.hasHeadline { return !isFrequent || person == .same || sides == .both }
        let compared = compared(other)
        if compared.isStepOfOthers || (compared.isAgainInOne && days != 0) || compared.isNumberedOtherwise {
            return false
        }
        let money = StoryFigures.money(money, other.money)
        let isDeal = sides == .both && !isFrequent && !other.isFrequent
        if money == .other, !isDeal, !compared.isNumberedAlike, !compared.isRevised || isAnotherScale(other) {
            return false
        }
        let percents = verdict(other) { $0.percents($1) }
        if percents == .other, Self.isOne(of: Self.shared, trigger) { return false }
        let counts = verdict(other) { $0.counts($1) }
        if counts == .other, Self.isOne(of: Self.counted, trigger), percents != .same, money != .same { return false }
        let product = captured("product", other)
        let place = captured("place", other)
        if isFrequent, product == .other || place == .other { return false }
        let isOfOthers = isFrequent || trigger.hasPrefix("leadership.") ? compared.mayBeOfOthers : compared.isOfOthers
        // Two agencies that rate a company do two things; where else a listing is told of says nothing.
        let mayNameOthers = isDeal || (isOnce && !(compared.isElsewhere && trigger.hasPrefix("rating.")))
        // The same round sum for another town is another contract.
        let isBySum = money == .same && !compared.isElsewhere && (abs(days) <= 1 || !isRound(other))
        if isOfOthers, !mayNameOthers, person != .same, !isBySum { return false }
        if isStatement { return compared.share >= Self.alike && compared.weight >= 2 }
        let isOften = isFrequent || other.isFrequent
        guard isOften || isTwin else { return true }
        if person == .same || money == .same || product == .same { return true }
        // "Cuts 300 jobs" and "closes mill" need more than that neither says where.
        if compared.isSilent { return !(isTwin && isOften) || sides == .both }
        if sides == .both, !Self.isOne(of: Self.ofManyProjects, trigger) { return true }
        // An accident of yesterday is told in many ways, and a case is dismissed once.
        if abs(days) <= 1, trigger.hasPrefix("outage.") || compared.isSameStep { return true }
        if compared.weight >= 2, compared.share >= Self.telling { return true }
        // Two speakers of one maker are both wireless.
        if trigger.hasPrefix("product.") { return compared.share > Self.alike }
        if compared.share >= Self.common { return true }
        return compared.weight > 0 && (counts == .same || percents == .same || place == .same || sides == .both)
    }

    /// What hardly happens twice to one company within the window, whatever else the headlines name.
    private var isOnce: Bool { Self.isOne(of: ["ipo.", "finance.distress", "audit.", "rating.", "results."], trigger) }

    private var isStatement: Bool { trigger.hasPrefix("statement.") }
    private var hasHeadline: Bool { !headlines.isEmpty }
    private var isOfNobody: Bool { subject == nil && counterparty == nil }

    /// What the headlines of two stories say of each other, the likest pair of them.
    private struct Compared {
        var share = 0.0
        var weight = 0
        var isSilent = false
        var isOfOthers = true
        var mayBeOfOthers = true
        var isElsewhere = true
        var isStepOfOthers = true
        var isAgainInOne = true
        var isNumberedOtherwise = true
        var isRevised = false
        var isSameStep = false
        var isNumberedAlike = false
        var isOfOneName = false
    }

    private func compared(_ other: SameStory) -> Compared {
        var result = Compared()
        var names = nameWords.union(other.nameWords)
        // Of a counterparty only where both tell it: named by one it is a name like another.
        if haveBothCounterparties(other) {
            names.formUnion((counterparty?.key.words ?? []) + (other.counterparty?.key.words ?? []))
        }
        for mine in headlines {
            for theirs in other.headlines {
                let (one, two) = (mine.headline, theirs.headline)
                let agreement = HeadlineAgreement(one, two, without: names)
                if agreement.share > result.share || agreement.weight > result.weight {
                    (result.share, result.weight) = (agreement.share, agreement.weight)
                }
                result.isSilent = result.isSilent || agreement.isSilent
                result.isOfOthers = result.isOfOthers && agreement.isOfOthers
                result.mayBeOfOthers = result.mayBeOfOthers && agreement.mayBeOfOthers
                result.isElsewhere = result.isElsewhere && agreement.isElsewhere
                result.isStepOfOthers = result.isStepOfOthers && one.steps.contradict(two.steps, trigger: trigger)
                result.isAgainInOne = result.isAgainInOne && one.steps.isAgain != two.steps.isAgain
                result.isNumberedOtherwise = result.isNumberedOtherwise && one.figures.areOfOthers(two.figures)
                result.isOfOneName = result.isOfOneName || agreement.isOfOneName
                result.isNumberedAlike = result.isNumberedAlike || one.figures.areOfOne(two.figures)
                result.isSameStep = result.isSameStep || one.steps.agree(two.steps)
                result.isRevised =
                    result.isRevised || one.steps.steps.contains(.changed) || two.steps.steps.contains(.changed)
            }
        }
        return result
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

    // MARK: Slots and figures

    /// Persons are the same by their surnames, or where the headline of the one names that of the other.
    private func persons(_ other: SameStory) -> StoryFigures.Verdict {
        let (mine, theirs) = (surname(of: slots), surname(of: other.slots))
        switch (mine, theirs) {
        case (nil, nil): return .unknown
        case (let one?, nil): return other.says(one.last) ? .same : .unknown
        case (nil, let one?): return says(one.last) ? .same : .unknown
        case (let one?, let two?):
            if one.words.contains(two.last) || two.words.contains(one.last) || one.isMisspelt(two) { return .same }
            // Who goes and who comes, told from either side.
            return says(two.last) && other.says(one.last) ? .same : .other
        }
    }

    private struct Person {
        let words: [String]
        let last: String

        /// The same first name, and surnames that differ in a letter.
        func isMisspelt(_ other: Person) -> Bool {
            guard words.count > 1, words.first == other.words.first, last.first == other.last.first else {
                return false
            }
            let (short, long) = last.count <= other.last.count ? (last, other.last) : (other.last, last)
            guard long.count - short.count <= 1, short.count >= 3 else { return false }
            let front = zip(short, long).prefix { $0 == $1 }.count
            let back = zip(short.reversed(), long.reversed()).prefix { $0 == $1 }.count
            return front + back >= long.count - 1
        }
    }

    private func surname(of slots: [String: String]) -> Person? {
        guard let name = slots["person"] else { return nil }
        let words = SubjectKey(name).words
        return words.last.map { Person(words: words, last: $0) }
    }

    private func says(_ word: String) -> Bool { headlines.contains { $0.headline.all.contains(word) } }

    /// The amounts in the headlines and that of the event.
    private var money: [Money] { headlines.flatMap(\.headline.figures.money) + (amount.map { [$0] } ?? []) }

    /// The same in any pair of headlines; other where all that say it say another.
    private func verdict(
        _ other: SameStory, _ compare: (StoryFigures, StoryFigures) -> StoryFigures.Verdict
    ) -> StoryFigures.Verdict {
        var isOther = false
        for mine in headlines {
            for theirs in other.headlines {
                switch compare(mine.headline.figures, theirs.headline.figures) {
                case .same: return .same
                case .other: isOther = true
                case .unknown: continue
                }
            }
        }
        return isOther ? .other : .unknown
    }

    /// What the rule captured in a slot: the same where a word of it is, other where neither headline has the other's.
    private func captured(_ name: String, _ other: SameStory) -> StoryFigures.Verdict {
        guard let mine = slots[name], let theirs = other.slots[name] else { return .unknown }
        let names = nameWords.union(other.nameWords)
        let one = TitleLikeness(mine, without: names)
        let two = TitleLikeness(theirs, without: names)
        let likeness = one.likeness(to: two)
        if likeness >= Self.alike { return .same }
        if likeness > 0 { return .unknown }
        let regions = (one.words.map { StoryWords.regions[$0] }, two.words.map { StoryWords.regions[$0] })
        // The state and the town in it.
        if regions.0.contains(where: { $0 != nil }) != regions.1.contains(where: { $0 != nil }) { return .unknown }
        if regions.0.contains(where: { $0 != nil && regions.1.contains($0) }) { return .same }
        return two.words.contains(where: says) || one.words.contains(where: other.says) ? .unknown : .other
    }

    /// Sums of one or two digits, which many things cost.
    private func isRound(_ other: SameStory) -> Bool {
        (money + other.money).allSatisfy { sum in
            var digits = sum.amount
            while digits >= 100, digits % 10 == 0 { digits /= 10 }
            return digits < 100
        }
    }

    /// More than twice as much.
    private func isAnotherScale(_ other: SameStory) -> Bool {
        guard let mine = amount ?? money.first, let theirs = other.amount ?? other.money.first else { return false }
        let (less, more) = (
            min(mine.amount.magnitude, theirs.amount.magnitude), max(mine.amount.magnitude, theirs.amount.magnitude)
        )
        return more / 2 > less
    }

    // MARK: What happens to nobody in particular

    /// Of what happens to a whole industry two tellings are one where the headline is, or the rule captured the same of
    /// it, nothing that they captured contradicts, and the headlines have a little in common besides.
    private func isSameOfAll(_ other: SameStory, days: Int) -> Bool {
        if isFrequent, contradictsSector(other) || contradictsSlot("place", other) { return false }
        if differsOnlyInPlace(other) || isNoticeOfOther(other) { return false }
        let link = linked(other)
        // Two authorities that do alike in the same words do two things.
        if link < Self.identical, isOfOthers(other) { return false }
        if isStatement { return link >= Self.identical }
        let compared = compared(other)
        if link < Self.identical, hasHeadline, other.hasHeadline, compared.isOfOthers { return false }
        if link >= Self.alike { return true }
        if isOfOthers(other) { return false }
        // The strike and the port that it shuts.
        if abs(days) <= 2, compared.isOfOneName, compared.weight >= 3 { return true }
        if StoryKeys.slots.contains(where: { agreesOn($0, other) }) { return link >= Self.hinted }
        // "Chip makers" and "semiconductors": one industry in other words, so the rest must say the same.
        let agrees = ["authority", "percent", "place", "number"].contains { agreesOn($0, other) }
        return agrees && !sectors.isEmpty && sectors == other.sectors && link >= Self.telling
    }

    /// "Notice of data breach: Acme" and "Notice of data breach: Beta": one heading over two companies.
    private func isNoticeOfOther(_ other: SameStory) -> Bool {
        headlines.contains { mine in
            other.headlines.contains { theirs in
                guard let one = mine.notice, let two = theirs.notice, one.heading == two.heading else { return false }
                return !one.of.isCompatible(with: two.of)
            }
        }
    }

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
        let (mine, theirs) = (sectors, other.sectors)
        guard !mine.isEmpty, !theirs.isEmpty else { return false }
        // A dairy is part of all manufacturing; two kinds of makers are not part of each other.
        return mine.isDisjoint(with: Sectors.closure(of: theirs)) && theirs.isDisjoint(with: Sectors.closure(of: mine))
    }

    private func contradictsSlot(_ name: String, _ other: SameStory) -> Bool {
        guard let mine = slots[name], let theirs = other.slots[name] else { return false }
        return TitleLikeness(mine).likeness(to: TitleLikeness(theirs)) == 0
    }

    private func agreesOn(_ name: String, _ other: SameStory) -> Bool {
        guard let mine = slots[name], let theirs = other.slots[name] else { return false }
        return TitleLikeness(mine).likeness(to: TitleLikeness(theirs)) >= Self.alike
    }
}

extension Money {
    /// Whether two amounts of one currency are more than a tenth of the larger apart. A thousand times as much is another
    /// measure: what a share costs and what the company does.
    func differs(from other: Money) -> Bool {
        guard currency == other.currency else { return false }
        let larger = max(amount.magnitude, other.amount.magnitude)
        if larger / 1000 > min(amount.magnitude, other.amount.magnitude) { return false }
        let (apart, isTooFar) = amount.subtractingReportingOverflow(other.amount)
        return isTooFar || apart.magnitude > larger / 10
    }
}
