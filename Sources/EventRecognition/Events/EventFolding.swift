package import TriggerModel

/// Folds events of many items that tell the same thing into one event with all its tellers.
///
/// Same trigger; same subject (the account, or folded names equal or one the beginning of the other); counterparties
/// that do not contradict; dates within `window` days of the earliest. The earliest date decides the id of a new
/// event, a known event keeps its own. The outcome does not depend on the order of the events given.
package struct EventFolding: Sendable {
    /// Days from the earliest telling within which the same trigger for the same subject is the same event: a wire
    /// story is repeated for about a week, and a filing may follow its release by four business days.
    package static let window = 14

    package init() {}

    /// One event after folding, with the events given that are part of it.
    package struct Folded: Hashable, Sendable {
        package enum Outcome: Hashable, Sendable {
            /// Nobody told it before.
            case first
            /// Known before; only tellers and evidence were added.
            case repeated
            /// Known before, and something changed that a rep must hear.
            case updated([Change])
        }

        package enum Change: String, Hashable, Sendable, CaseIterable {
            /// From talk to fact, or denied.
            case type
            case party, amount
        }

        package var outcome: Outcome
        package var event: Event
        /// Indexes of the events given.
        package var members: [Int]
    }

    /// - Parameters:
    ///   - new: events of new items, each with the tellers of its item.
    ///   - known: events told before, from the ledger around the dates of `new`.
    package func fold(_ new: [Event], into known: [Event]) -> [Folded] {
        var clusters: [Cluster] = []
        // Under every key that any of its tellings has, so that an event meets only those it could belong to.
        var shelves: [String: [Int]] = [:]
        func shelve(_ event: Event, at cluster: Int) {
            for key in Self.keys(event, reach: 0) where shelves[key]?.contains(cluster) != true {
                shelves[key, default: []].append(cluster)
            }
        }
        for event in known {
            shelve(event, at: clusters.count)
            clusters.append(Cluster(event: event, isKnown: true))
        }
        for index in new.indices.sorted(by: { Self.precedes(new[$0], new[$1]) }) {
            let event = new[index]
            let candidates = Set(Self.keys(event, reach: 1).flatMap { shelves[$0] ?? [] }).sorted()
                .filter { clusters[$0].accepts(event) }
            if let best = candidates.min(by: { clusters[$0].rank(for: event) < clusters[$1].rank(for: event) }) {
                clusters[best].add(event, index)
                shelve(event, at: best)
            } else {
                shelve(event, at: clusters.count)
                clusters.append(Cluster(event: event, isKnown: false, member: index))
            }
        }
        return clusters.filter { !$0.members.isEmpty }.map(\.folded)
    }

    /// What two events that may be one have in common: trigger and month or so, with the account or the first word of the
    /// subject's name.
    private static func keys(_ event: Event, reach: Int) -> [String] {
        guard let subject = event.subject else { return [] }
        // Two dates within the window lie in one span of it or in neighbouring ones.
        let span = event.date.daysSince1970 / (window + 1)
        let names = [subject.account.map { "account \($0)" }, SubjectKey(subject.name).words.first].compactMap(\.self)
        return names.flatMap { name in (span - reach...span + reach).map { "\(event.trigger) \($0) \(name)" } }
    }

    /// Earliest first, then by what the event says, so that equal inputs in any order give equal results.
    private static func precedes(_ left: Event, _ right: Event) -> Bool {
        if left.date != right.date { return left.date < right.date }
        if left.trigger != right.trigger { return left.trigger < right.trigger }
        if let a = left.tellers.first, let b = right.tellers.first, a != b { return Cluster.precedes(a, b) }
        if left.id != right.id { return left.id < right.id }
        return (left.evidence.first?.text ?? "") < (right.evidence.first?.text ?? "")
    }
}

/// One event while others are folded into it.
private struct Cluster {
    var event: Event
    let isKnown: Bool
    var members: [Int]
    private var changes: Set<EventFolding.Folded.Change> = []

    init(event: Event, isKnown: Bool, member: Int? = nil) {
        self.event = event
        self.isKnown = isKnown
        members = member.map { [$0] } ?? []
    }

    var folded: EventFolding.Folded {
        let ordered = EventFolding.Folded.Change.allCases.filter { changes.contains($0) }
        let outcome: EventFolding.Folded.Outcome = !isKnown ? .first : ordered.isEmpty ? .repeated : .updated(ordered)
        return EventFolding.Folded(outcome: outcome, event: event, members: members.sorted())
    }

    func accepts(_ other: Event) -> Bool {
        guard event.trigger == other.trigger,
            abs(other.date.daysSince1970 - event.date.daysSince1970) <= EventFolding.window,
            hasSameSubject(other)
        else { return false }
        guard let ours = event.counterparty, let theirs = other.counterparty else { return true }
        return isSame(ours, theirs)
    }

    /// Lower is better: the same account before the same name before a shorter name, then the earlier event.
    func rank(for other: Event) -> (Int, Int, String) {
        let closeness: Int
        if let account = event.subject?.account, account == other.subject?.account {
            closeness = 0
        } else if let ours = event.subject, let theirs = other.subject, SubjectKey(ours.name) == SubjectKey(theirs.name)
        {
            closeness = 1
        } else {
            closeness = 2
        }
        return (closeness, event.date.daysSince1970, event.id)
    }

    mutating func add(_ other: Event, _ index: Int) {
        members.append(index)
        for teller in other.tellers
        where !event.tellers.contains(where: { $0.source == teller.source && $0.item == teller.item }) {
            event.tellers.append(teller)
        }
        event.tellers.sort(by: Self.precedes)
        if let mine = event.amount, let theirs = other.amount, mine.currency == theirs.currency,
            abs(mine.amount - theirs.amount) * 10 > max(mine.amount, theirs.amount)
        {
            changes.insert(.amount)
            if isKnown {
                event.amount = theirs
                // The wording prints the slot: an update that repeats the old sum would say nothing new.
                if let money = other.slots["money"] { event.slots["money"] = money }
            }
        } else if event.amount == nil {
            event.amount = other.amount
        }
        if let theirs = other.slots["person"], let mine = event.slots["person"],
            SubjectKey(theirs).words.last != SubjectKey(mine).words.last
        {
            changes.insert(.party)
            if isKnown { event.slots["person"] = theirs }
        }
        if event.counterparty == nil, let theirs = other.counterparty {
            event.parties.append(theirs)
            changes.insert(.party)
        }
        if let subject = event.parties.firstIndex(where: { $0.role == .subject }),
            event.parties[subject].account == nil,
            let better = other.subject, better.account != nil
        {
            event.parties[subject] = better
        }
        event.slots.merge(other.slots) { mine, _ in mine }
        if !event.qualifiers.isEmpty, other.qualifiers.isEmpty {
            // Talk became fact.
            changes.insert(.type)
            event.qualifiers = []
            event.evidence = other.evidence + event.evidence
            event.confidence = other.confidence
            event.confidenceParts = other.confidenceParts
        } else if event.qualifiers.isEmpty == other.qualifiers.isEmpty, other.confidence > event.confidence {
            event.confidence = other.confidence
            event.confidenceParts = other.confidenceParts
        }
    }

    static func precedes(_ left: Teller, _ right: Teller) -> Bool {
        if left.published != right.published {
            guard let first = left.published else { return false }
            guard let second = right.published else { return true }
            return first < second
        }
        return (left.source, left.item, left.title) < (right.source, right.item, right.title)
    }

    private func hasSameSubject(_ other: Event) -> Bool {
        switch (event.subject, other.subject) {
        case (nil, nil): false
        case (let ours?, let theirs?): isSame(ours, theirs)
        default: false
        }
    }

    private func isSame(_ ours: Party, _ theirs: Party) -> Bool {
        if let mine = ours.account, let other = theirs.account { return mine == other }
        return SubjectKey(ours.name).isCompatible(with: SubjectKey(theirs.name))
    }
}
