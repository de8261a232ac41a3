package import TriggerModel

/// Folds events of many items that tell the same thing into one event with all its tellers.
///
/// Same trigger, or two that the rules call the same; the same companies (the account, or names of which one is the
/// other's shorter form), or none and the same story by address, headline or what the rule captured of the industry;
/// nothing that contradicts, and for what happens to a company every week something in common besides (see
/// `SameStory`); dates within `window` days of the earliest. The earliest date decides the id of a new event, a known event keeps its own. The outcome does
/// not depend on the order of the events given.
package struct EventFolding: Sendable {
    /// Days from the earliest telling within which the same trigger for the same subject is the same event: a wire
    /// story is repeated for about a week, and a filing may follow its release by four business days.
    package static let window = 14

    /// Days after which the end of something is still the end of it: a deal may take a year until it is off.
    package static let endingWindow = 365

    private let twins: TriggerTwins

    /// - Parameter twins: triggers that say the same in other words.
    package init(twins: TriggerTwins = .none) { self.twins = twins }

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
        /// Told as a fact before, and now denied or called off.
        package var isDenial: Bool {
            guard case .updated(let changes) = outcome else { return false }
            return changes.contains(.type) && !event.qualifiers.isEmpty
        }
        /// Indexes of the events given.
        package var members: [Int]
    }

    /// - Parameters:
    ///   - new: events of new items, each with the tellers of its item.
    ///   - known: events told before, from the ledger around the dates of `new`.
    package func fold(_ new: [Event], into known: [Event]) -> [Folded] {
        var clusters: [Cluster] = []
        var shelves = Shelves()
        for event in known {
            shelves.put(clusters.count, under: Keys(event), of: event.trigger)
            clusters.append(Cluster(event: event, SameStory(event), isKnown: true))
        }
        var ids = Set(clusters.map(\.event.id))
        for index in new.indices.sorted(by: { Self.precedes(new[$0], new[$1]) }) {
            var event = new[index]
            let story = SameStory(event)
            let keys = Keys(event)
            let triggers = twins.all(of: event.trigger)
            let near = shelves.near(
                keys, of: triggers, reach: event.isEnding ? Self.endingWindow / (Self.window + 1) + 1 : 1,
                withOtherSide: event.isEnding || triggers.count > 1)
            let candidates = near.suffix(Self.mostOnShelf).filter { clusters[$0].accepts(event, story, twins) }
            let ranked = candidates.map { (index: $0, rank: clusters[$0].rank(for: event, story)) }
            if let best = ranked.min(by: { $0.rank < $1.rank })?.index {
                clusters[best].add(event, story, index)
                shelves.put(best, under: keys, of: event.trigger)
            } else {
                // Two rounds of one company on one day: the second must not take the first one's place.
                if ids.contains(event.id) { event.id = EventIdentity.another(event) }
                ids.insert(event.id)
                shelves.put(clusters.count, under: keys, of: event.trigger)
                clusters.append(Cluster(event: event, story, isKnown: false, member: index))
            }
        }
        return clusters.filter { !$0.members.isEmpty }.map(\.folded)
    }

    /// Events under one key that are compared at most, the latest ones: what keeps the work linear whatever comes in.
    static let mostOnShelf = 200

    /// Earliest first, then by what the event says, so that equal inputs in any order give equal results.
    private static func precedes(_ left: Event, _ right: Event) -> Bool {
        if left.date != right.date { return left.date < right.date }
        if left.trigger != right.trigger { return left.trigger < right.trigger }
        if let a = left.tellers.first, let b = right.tellers.first, a != b { return Cluster.precedes(a, b) }
        if left.id != right.id { return left.id < right.id }
        return (left.evidence.first?.text ?? "") < (right.evidence.first?.text ?? "")
    }
}

extension Event {
    /// This event as a telling under another trigger has it, with all who tell it.
    package func asTold(by telling: Event) -> Event {
        var told = telling
        told.id = id
        told.tellers = tellers
        return told
    }
}

/// What two events that may be one have in common besides the trigger: the month or so, with the account, the first word
/// or the initials of a company's name, a long word of the headline, or the address of the story.
private struct Keys {
    /// Two dates within the window lie in one span of it or in neighbouring ones.
    let span: Int
    private let ours: [String]
    /// Those of the counterparty, for tellings that turn the sides round.
    private let otherSide: [String]

    init(_ event: Event) {
        span = event.date.daysSince1970 / (EventFolding.window + 1)
        var names = event.subject.map(Self.names) ?? []
        if event.isOfNobody { names += StoryKeys.words(of: event) }
        if let teller = event.tellers.first {
            if let address = teller.url.flatMap(StoryAddress.of) { names.append("at \(address)") }
            names += TitleLikeness.rarest(3, of: teller.title).map { "word \($0)" }
        }
        ours = names
        otherSide = event.counterparty.map(Self.names) ?? []
    }

    private static func names(of party: Party) -> [String] {
        var names: [String] = []
        if let account = party.account { names.append("account \(account)") }
        return names + StoryParty.beginnings(of: party.name)
            + TitleLikeness.rarest(2, of: party.name).map { "word \($0)" }
    }

    /// Hashes of trigger and name, none twice.
    func hashes(of triggers: [String], withOtherSide: Bool) -> Set<UInt64> {
        var hashes: Set<UInt64> = []
        for trigger in triggers {
            let start = Self.hash(trigger, from: 0xcbf2_9ce4_8422_2325)
            for name in ours { hashes.insert(Self.hash(name, from: start)) }
            if withOtherSide { for name in otherSide { hashes.insert(Self.hash(name, from: start)) } }
        }
        return hashes
    }

    /// FNV-1a, as for headlines. Two names of one hash only meet once more than they need.
    private static func hash(_ text: String, from start: UInt64) -> UInt64 {
        var hash = start
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return (hash ^ 0xff) &* 0x100_0000_01b3
    }
}

/// Clusters under every key that any of their tellings has, so that an event meets only those it could belong to.
private struct Shelves {
    private struct Place: Hashable {
        var span: Int
        var name: UInt64
    }

    private var clusters: [Place: [Int]] = [:]

    mutating func put(_ cluster: Int, under keys: Keys, of trigger: String) {
        for name in keys.hashes(of: [trigger], withOtherSide: true) {
            let place = Place(span: keys.span, name: name)
            // One more than are looked at says that there are too many.
            guard var shelf = clusters.removeValue(forKey: place) else {
                clusters[place] = [cluster]
                continue
            }
            if shelf.count <= EventFolding.mostOnShelf, !shelf.contains(cluster) { shelf.append(cluster) }
            clusters[place] = shelf
        }
    }

    /// Those under a key of an event in its span or `reach` spans before or after, rising, none twice.
    func near(_ keys: Keys, of triggers: [String], reach: Int, withOtherSide: Bool) -> [Int] {
        var found: Set<Int> = []
        for name in keys.hashes(of: triggers, withOtherSide: withOtherSide) {
            for span in keys.span - reach...keys.span + reach {
                guard let shelf = clusters[Place(span: span, name: name)] else { continue }
                // A word or a link that hundreds of events share tells none from another.
                if shelf.count <= EventFolding.mostOnShelf { found.formUnion(shelf) }
            }
        }
        return found.sorted()
    }
}

/// One event while others are folded into it; a class, because it is looked at far more often than it changes.
private final class Cluster {
    var event: Event
    let isKnown: Bool
    var members: [Int]
    private var story: SameStory
    private var changes: Set<EventFolding.Folded.Change> = []

    init(event: Event, _ story: SameStory, isKnown: Bool, member: Int? = nil) {
        self.event = event
        self.story = story
        self.isKnown = isKnown
        members = member.map { [$0] } ?? []
    }

    var folded: EventFolding.Folded {
        let ordered = EventFolding.Folded.Change.allCases.filter { changes.contains($0) }
        let outcome: EventFolding.Folded.Outcome = !isKnown ? .first : ordered.isEmpty ? .repeated : .updated(ordered)
        return EventFolding.Folded(outcome: outcome, event: event, members: members.sorted())
    }

    func accepts(_ other: Event, _ telling: SameStory, _ twins: TriggerTwins) -> Bool {
        let isTwin = event.trigger != other.trigger
        guard !isTwin || twins.are(event.trigger, other.trigger) else { return false }
        let days = other.date.daysSince1970 - event.date.daysSince1970
        if other.isEnding, !event.isEnding {
            return (0...EventFolding.endingWindow).contains(days) && story.isEnded(by: telling)
        }
        guard abs(days) <= EventFolding.window else { return false }
        // What one text tells in two ways it tells as two events.
        if isTwin, event.tellers.contains(where: other.tellers.contains) { return false }
        return story.accepts(telling, days: days, isTwin: isTwin)
    }

    /// Lower is better: the same account before the same name before a shorter name; then the likest story, then the
    /// earlier event.
    func rank(for other: Event, _ telling: SameStory) -> (Int, Int, Int, String) {
        let closeness: Int
        if let account = event.subject?.account, account == other.subject?.account {
            closeness = 0
        } else if let ours = story.subjectKey, let theirs = telling.subjectKey, ours == theirs {
            closeness = 1
        } else {
            closeness = 2
        }
        // The same words for it before other ones.
        return (
            event.trigger == other.trigger ? closeness : closeness + 3, -Int(story.linked(telling) * 10),
            event.date.daysSince1970, event.id
        )
    }

    func add(_ other: Event, _ telling: SameStory, _ index: Int) {
        members.append(index)
        let isDenial = denies(other)
        // A form that says the same as a headline says it in other sums and with other people: that is no change.
        let isOtherWords = event.trigger != other.trigger || other.isEnding
        let isStraight = !story.contradicts(telling)
        for teller in other.tellers
        where !event.tellers.contains(where: { $0.source == teller.source && $0.item == teller.item }) {
            event.tellers.append(teller)
        }
        event.tellers.sort(by: Self.precedes)
        if let mine = event.amount, let theirs = other.amount, mine.differs(from: theirs), !isOtherWords {
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
            SubjectKey(theirs).words.last != SubjectKey(mine).words.last, !isOtherWords
        {
            changes.insert(.party)
            if isKnown { event.slots["person"] = theirs }
        }
        if isStraight, event.counterparty == nil, let theirs = other.counterparty {
            event.parties.append(theirs)
            if !isOtherWords { changes.insert(.party) }
        }
        // Told from the other side: whom this one leaves out is whom that one is about.
        if !isStraight, event.counterparty == nil, let theirs = other.subject {
            event.parties.append(Party(name: theirs.name, role: .counterparty, company: theirs.company))
        }
        if isStraight, let subject = event.parties.firstIndex(where: { $0.role == .subject }),
            event.parties[subject].account == nil,
            let better = other.subject, better.account != nil
        {
            event.parties[subject] = better
        }
        event.slots.merge(other.slots) { mine, _ in mine }
        if isDenial {
            changes.insert(.type)
            event.qualifiers = other.qualifiers
            event.evidence = other.evidence + event.evidence
            // What is denied is no fact to call on, however surely it was told.
            event.confidence = min(other.confidence, event.confidence)
            event.confidenceParts = other.confidenceParts
        } else if !event.qualifiers.isEmpty, !event.isEnding, other.qualifiers.isEmpty {
            // Talk became fact. What is off stays off: somebody was slow to hear of it.
            changes.insert(.type)
            event.qualifiers = []
            event.evidence = other.evidence + event.evidence
            event.confidence = other.confidence
            event.confidenceParts = other.confidenceParts
        } else if event.qualifiers.isEmpty == other.qualifiers.isEmpty, other.confidence > event.confidence {
            event.confidence = other.confidence
            event.confidenceParts = other.confidenceParts
        }
        story.learn(event, from: other.tellers)
    }

    static func precedes(_ left: Teller, _ right: Teller) -> Bool {
        if left.published != right.published {
            guard let first = left.published else { return false }
            guard let second = right.published else { return true }
            return first < second
        }
        return (left.source, left.item, left.title) < (right.source, right.item, right.title)
    }

    /// Whether a later telling takes back what was told as a fact.
    ///
    /// A mere rumour after the fact takes nothing back: it must be negated, or say in words that it is denied or off.
    private func denies(_ other: Event) -> Bool {
        guard event.qualifiers.isEmpty, !other.qualifiers.isEmpty, other.date >= event.date else { return false }
        if let mine = event.tellers.first?.published, let theirs = other.tellers.first?.published, theirs < mine {
            return false
        }
        if other.qualifiers.contains(.negated) || other.isEnding { return true }
        guard other.qualifiers.contains(.hedged) else { return false }
        let told = other.evidence.map { $0.quote.isEmpty ? $0.text : $0.quote } + other.tellers.map(\.title)
        return told.contains { text in
            let words = text.prefix(400).lowercased()
            return Self.denials.contains { words.contains($0) }
        }
    }

    private static let denials = [
        "denies", "denied", "denial", "calls off", "called off", "call off", "scraps", "scrapped", "abandon",
        "terminates", "terminated", "withdraws", "withdrawn", "walks away", "falls through", "collapses",
    ]
}
