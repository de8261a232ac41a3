package import RuleLanguage
package import TriggerModel

/// What reasoning needs to know besides the event and the account: the team, what we sell, the words, the time.
///
/// Made once per configuration; `today` and `now` move on.
package struct ReasoningContext: Sendable {
    package var reps: [String: Rep]
    /// Who gets the alerts of accounts without an owner or territory.
    package var fallbackRep: String?
    package var products: [Product]
    package var profiles: [String: Profile]
    /// Wording for relations other than itself.
    package var ripples: [Relation: TriggerRule.Wording]
    /// The day against which shelf lives are counted.
    package var today: CalendarDay
    package var now: Timestamp
    /// What came of earlier alerts.
    package var yields: Yields
    /// Days on which something we caused happened with an account, by account id.
    package var activities: [String: [CalendarDay]]
    /// Events that an account was told of lately, by account id: a take-over among them stops its own echoes.
    package var told: [String: [Event]]

    /// Where two reps or profiles carry one id, the first counts; the loader has reported the other.
    package init(
        reps: [Rep], fallbackRep: String?, products: [Product], profiles: [Profile],
        ripples: [Relation: TriggerRule.Wording], today: CalendarDay, now: Timestamp, yields: Yields = .none,
        activities: [String: [CalendarDay]] = [:], told: [String: [Event]] = [:]
    ) {
        self.reps = Dictionary(reps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.fallbackRep = fallbackRep
        self.products = products
        self.profiles = Dictionary(profiles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.ripples = ripples
        self.today = today
        self.now = now
        self.yields = yields
        self.activities = activities
        self.told = told
    }
}
