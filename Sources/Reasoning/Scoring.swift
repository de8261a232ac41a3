package import RuleLanguage
package import TriggerModel

/// What a match is worth: a sum of named integer parts, 0...100, in which every part has its own bound.
///
/// | part | points | why |
/// |---|---|---|
/// | `strength` | 6 per step, 6...30 | the kind of event decides most: a new chief outweighs a new office |
/// | `relation` | itself 20 … market 2 | what happens to them moves them more than what happens around them |
/// | `freshness` | 0...10 | falls in a line from the day it happened to the end of its shelf life |
/// | `weight` | 3 per step, 3...15 | the profile's own word on how much this reason matters to such a company |
/// | `confidence` | 0...4 | from 0.5, the line below which nothing is told, to 1 |
/// | `corroboration` | 0...4 | 2 for each further publisher: one outlet can err, three seldom do |
/// | `first-hand` | 0 or 5 | the company or its regulator says so itself |
/// | `role-fit` | 0...3 | the person on file has the role most affected, the second, another one |
/// | `contact` | 0 or 2 | that person can be dialled at once |
/// | `activity` | 0...3 | one for each thing we caused there in the last 30 days: it lifts, it is never a reason |
/// | `yield` | -5...4 | what reps report of such reasons, where it is beyond chance |
///
/// The bounds add up to 100 exactly, so no cap is needed that would make the best reasons look alike.
package enum Scoring {
    package static let highest = 100
    static let perStrength = 6
    static let perWeight = 3
    static let fullFreshness = 10
    static let fullConfidence = 4
    static let perFurtherPublisher = 2
    static let fullCorroboration = 4
    static let firstHand = 5
    static let dialable = 2
    static let fullRoleFit = 3
    /// However much we caused, it lifts no further.
    static let fullActivity = 3
    /// An activity is forgotten after as many days.
    package static let activityDays = 30

    static func points(for relation: Relation) -> Int {
        switch relation {
        case .itself: 20
        // Their supplier, our competitor, is in trouble or changing: a door opens.
        case .incumbent: 12
        case .person: 12
        // Their own demand is about to change.
        case .customer: 10
        case .rival: 8
        case .supplier: 6
        case .industry: 4
        case .market: 2
        }
    }

    /// The parts in the order of the table; parts without points are kept, so that `explain` shows what is missing.
    ///
    /// - Parameters:
    ///   - affects: roles, most affected first, of the wording that the account gets.
    ///   - opening: the question the alert opens with, as the rule words it.
    ///   - activities: days on which something we caused happened with the account.
    package static func parts(
        of match: Match, event: Event, account: Account, rule: TriggerRule, affects: [String], today: CalendarDay,
        opening: String = "", yields: Yields = .none, activities: [CalendarDay] = []
    ) -> [ScorePart] {
        let shelfLife = ShelfLife(from: event.date, days: rule.shelfLifeDays)
        let publishers = Set(event.tellers.map { $0.publisher.lowercased() }).count
        let contact = ContactChoice.choose(for: account, affects: affects, event: event, moved: match.moved)?
            .contact
        let recent = activities.lazy.filter { (0...activityDays).contains(today.daysSince1970 - $0.daysSince1970) }
        let learned = yields.points(rule: rule.id, profile: match.profile, opening: opening).points
        return [
            ScorePart(name: "strength", value: perStrength * rule.strength.clamped(to: 1...5)),
            ScorePart(name: "relation", value: points(for: match.relation)),
            ScorePart(name: "freshness", value: shelfLife.freshness(on: today, full: fullFreshness)),
            ScorePart(name: "weight", value: perWeight * match.weight.clamped(to: 1...5)),
            ScorePart(name: "confidence", value: confidencePoints(event.confidence)),
            ScorePart(
                name: "corroboration",
                value: (perFurtherPublisher * (min(publishers, highest) - 1)).clamped(to: 0...fullCorroboration)),
            ScorePart(name: "first-hand", value: event.tellers.contains(where: \.isFirstHand) ? firstHand : 0),
            ScorePart(name: "role-fit", value: roleFit(contact, affects)),
            ScorePart(name: "contact", value: contact?.dialablePhone == nil ? 0 : dialable),
            ScorePart(name: "activity", value: min(recent.count, fullActivity)),
            ScorePart(name: "yield", value: learned),
        ]
    }

    /// `match` with its parts and their sum.
    package static func scored(
        _ match: Match, event: Event, account: Account, rule: TriggerRule, affects: [String], today: CalendarDay,
        opening: String = "", yields: Yields = .none, activities: [CalendarDay] = []
    ) -> Match {
        var scored = match
        scored.parts = parts(
            of: match, event: event, account: account, rule: rule, affects: affects, today: today, opening: opening,
            yields: yields, activities: activities)
        scored.score = scored.parts.reduce(0) { $0 + $1.value }
        return scored
    }

    /// `fullRoleFit` for the role most affected, one less for the next, 1 for any other, 0 for nobody.
    private static func roleFit(_ contact: Contact?, _ affects: [String]) -> Int {
        guard let contact,
            let place = affects.firstIndex(where: {
                ContactChoice.roleKey($0) == ContactChoice.roleKey(contact.role)
            })
        else { return 0 }
        return max(1, fullRoleFit - place)
    }

    /// Rounded to the nearest point; a confidence that is no number is none.
    private static func confidencePoints(_ confidence: Double) -> Int {
        guard confidence > 0.5 else { return 0 }
        return Int((min(confidence, 1) - 0.5) / 0.5 * Double(fullConfidence) + 0.5)
    }
}

extension Int {
    func clamped(to range: ClosedRange<Int>) -> Int { Swift.min(Swift.max(self, range.lowerBound), range.upperBound) }
}
