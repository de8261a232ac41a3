package import TriggerModel

/// What a rep reported back about an alert. Stored once per report.
package struct OutcomeReport: Hashable, Sendable, Codable {
    /// The words of the contract.
    package enum Word: String, Sendable, Codable, CaseIterable {
        case noAnswer = "no-answer"
        case voicemail, reached, meeting, won, lost, later
        case notAReason = "not-a-reason"
        case known
        case wrongContact = "wrong-contact"

        /// Somebody spoke, and the reason held: what a good reason leads to.
        package var isGood: Bool { self == .reached || self == .meeting || self == .won || self == .later }

        /// Says something about the reason itself: a call that nobody answered does not.
        package var isVerdict: Bool {
            switch self {
            case .reached, .meeting, .won, .lost, .later, .notAReason, .known: true
            case .noAnswer, .voicemail, .wrongContact: false
            }
        }
    }

    package var alert: String
    package var event: String
    package var account: String
    package var rep: String
    package var trigger: String
    package var profile: String
    package var relation: Relation
    /// The question that the alert opened with, as the rule words it: with the names of one customer in it, no two
    /// reports would ever be about the same question.
    package var ask: String
    package var outcome: Word
    /// The day from which to call again; only with `later`.
    package var until: CalendarDay?
    /// In the rep's words; empty where nothing was said.
    package var why: String
    package var at: Timestamp

    package init(
        on alert: Alert, _ outcome: Word, until: CalendarDay? = nil, why: String = "", at: Timestamp
    ) {
        self.alert = alert.id
        event = alert.event
        account = alert.account.id
        rep = alert.rep
        trigger = alert.trigger
        profile = alert.profile
        relation = alert.relation
        ask = alert.askTemplate ?? alert.ask
        self.outcome = outcome
        self.until = until
        self.why = why
        self.at = at
    }
}

/// How often something led to something, of all reports that judged it.
package struct OutcomeYield: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case rule, profile
        /// The opening question.
        case opening
    }

    package var kind: Kind
    /// Rule id, profile id, or the question.
    package var name: String
    /// Alerts with a report of any kind.
    package var reported: Int
    /// Alerts whose last report judges the reason.
    package var judged: Int
    /// Of the judged, those whose reason held.
    package var good: Int
    /// Of the judged, those that were no reason.
    package var notAReason: Int

    package init(kind: Kind, name: String, reported: Int, judged: Int, good: Int, notAReason: Int) {
        self.kind = kind
        self.name = name
        self.reported = reported
        self.judged = judged
        self.good = good
        self.notAReason = notAReason
    }
}
