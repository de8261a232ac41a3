internal import Ledger
internal import Reasoning
internal import TriggerModel

/// What the ledger remembers of accounts and reports, fetched when there is something to judge and once per account: most
/// documents tell of nobody, and cost nothing here.
struct ReasonMemory {
    private var yields: Yields?
    private var accounts: Set<String> = []
    private var activities: [String: [CalendarDay]] = [:]
    private var told: [String: [Event]] = [:]

    /// Days of reports that are learnt from.
    static let learntDays = 365
    /// More activities lift a score no further.
    private static let activities = 10

    /// `context` with what is remembered of the accounts.
    ///
    /// - Parameter drafts: events that this document is about to tell them; the ledger does not know of those yet.
    mutating func recalling(
        _ ids: some Sequence<String>, for context: ReasoningContext, from history: ReasonHistory,
        drafts: [String: [Event]] = [:]
    ) throws -> ReasoningContext {
        var context = context
        if yields == nil {
            yields = Yields(try history.yields(since: context.now.adding(days: -Self.learntDays)))
        }
        for id in ids where accounts.insert(id).inserted {
            activities[id] = try history.activityDays(
                of: id, since: context.today.adding(days: -Scoring.activityDays), limit: Self.activities)
            told[id] = try history.events(
                toldTo: id, since: context.now.adding(days: -MergerEcho.days - MergerEcho.daysBefore),
                of: MergerEcho.mergers)
        }
        context.yields = yields ?? .none
        context.activities = activities
        context.told = told.merging(drafts) { $0 + $1 }
        return context
    }
}

extension Yields {
    init(_ yields: [OutcomeYield]) {
        func counts(_ kind: OutcomeYield.Kind) -> [String: Count] {
            Dictionary(
                yields.filter { $0.kind == kind }.map { ($0.name, Count(good: $0.good, reported: $0.judged)) },
                uniquingKeysWith: { first, _ in first })
        }
        let rules = counts(.rule)
        self.init(
            // Every report is about one rule, so the rules together are all reports.
            overall: rules.values.reduce(into: Count(good: 0, reported: 0)) { sum, count in
                sum.good += count.good
                sum.reported += count.reported
            },
            rules: rules, profiles: counts(.profile), openings: counts(.opening))
    }
}
