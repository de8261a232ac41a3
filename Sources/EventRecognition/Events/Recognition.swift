package import RuleLanguage
package import TriggerModel

/// What recognition makes of one item: accounts seen, events believed, and what was stopped where.
package struct Recognition: Hashable, Sendable {
    /// Accounts seen, in reading order, whether or not anything happened to them.
    package var mentions: [Mention]
    /// Names that may mean any of several accounts, which nothing in the item settles: for a person to look at.
    package var ambiguous: [AmbiguousMention]
    /// Events, whether or not a party is an account; sorted by trigger and first evidence.
    package var events: [Event]
    package var gates: [Gate]
    /// One line per clause that matched, also of those a look-alike stopped.
    package var trace: [ClauseTrace]
    /// What was not read, because it is no news; in reading order.
    package var boilerplate: [Boilerplate]

    package init(
        mentions: [Mention] = [], ambiguous: [AmbiguousMention] = [], events: [Event] = [], gates: [Gate] = [],
        trace: [ClauseTrace] = [], boilerplate: [Boilerplate] = []
    ) {
        self.mentions = mentions
        self.ambiguous = ambiguous
        self.events = events
        self.gates = gates
        self.trace = trace
        self.boilerplate = boilerplate
    }
}

/// Which clause of which rule matched where, for `explain`.
package struct ClauseTrace: Hashable, Sendable {
    package var trigger: String
    /// Where the clause stands in the rule file.
    package var clause: SourcePlace
    /// The pattern as written; empty for a clause with a filing condition only.
    package var pattern: String
    /// The matched words; nil for a clause with a filing condition only.
    package var span: Span?
    package var text: String
    /// Slot name to text.
    package var slots: [String: String]
    /// The event it became part of; nil where something stopped it.
    package var event: String?
    /// What stopped it: the look-alike's words and place; empty where nothing did.
    package var stoppedBy: String

    package init(
        trigger: String, clause: SourcePlace, pattern: String, span: Span?, text: String, slots: [String: String],
        event: String?, stoppedBy: String
    ) {
        self.trigger = trigger
        self.clause = clause
        self.pattern = pattern
        self.span = span
        self.text = text
        self.slots = slots
        self.event = event
        self.stoppedBy = stoppedBy
    }
}
