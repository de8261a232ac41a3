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

    /// Where two reps or profiles carry one id, the first counts; the loader has reported the other.
    package init(
        reps: [Rep], fallbackRep: String?, products: [Product], profiles: [Profile],
        ripples: [Relation: TriggerRule.Wording], today: CalendarDay, now: Timestamp
    ) {
        self.reps = Dictionary(reps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.fallbackRep = fallbackRep
        self.products = products
        self.profiles = Dictionary(profiles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.ripples = ripples
        self.today = today
        self.now = now
    }
}
