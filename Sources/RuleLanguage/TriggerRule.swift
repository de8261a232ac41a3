package import TriggerModel

/// A trigger as a rule file defines it, with macros already put in.
package struct TriggerRule: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Happens to them.
        case event
        /// We caused it: never an alert of its own.
        case activity
    }

    package enum Status: String, Sendable, CaseIterable {
        case live
        /// Recognised and shown to operations, never alerted.
        case draft
        case disabled
    }

    package var id: String
    package var name: String
    package var kind: Kind
    /// 1 weak ... 5 strong.
    package var strength: Int
    /// Days from the day of the event on which it is still a reason.
    package var shelfLifeDays: Int
    /// Role words, most affected first.
    package var affects: [String]
    package var status: Status
    /// Bad news for the company it happens to: tactful wording.
    package var isBadNews: Bool
    /// Any of these recognises the event.
    package var match: [Clause]
    /// Any of these stops it: look-alikes.
    package var unless: [Clause]
    /// Wording for an account that is the subject.
    package var wording: Wording
    /// Wording for an account that is the counterparty; nil where the other side has no reason of its own.
    package var otherSide: Wording?
    package var trials: [Trial]
    package var place: SourcePlace

    package init(
        id: String, name: String, kind: Kind, strength: Int, shelfLifeDays: Int, affects: [String], status: Status,
        isBadNews: Bool, match: [Clause], unless: [Clause], wording: Wording, otherSide: Wording?, trials: [Trial],
        place: SourcePlace
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.strength = strength
        self.shelfLifeDays = shelfLifeDays
        self.affects = affects
        self.status = status
        self.isBadNews = isBadNews
        self.match = match
        self.unless = unless
        self.wording = wording
        self.otherSide = otherSide
        self.trials = trials
        self.place = place
    }

    /// One entry under `match:` or `unless:`; all of its conditions must hold.
    package struct Clause: Hashable, Sendable {
        /// Patterns with the position each must match in.
        package var texts: [TextCondition]
        /// nil: any item.
        package var filing: FilingCondition?
        package var place: SourcePlace

        package init(texts: [TextCondition], filing: FilingCondition?, place: SourcePlace) {
            self.texts = texts
            self.filing = filing
            self.place = place
        }
    }

    package struct TextCondition: Hashable, Sendable {
        package var position: Position
        /// Any one of these (a macro brings several).
        package var patterns: [Pattern]

        package init(position: Position, patterns: [Pattern]) {
            self.position = position
            self.patterns = patterns
        }
    }

    package enum Position: String, Sendable, CaseIterable {
        /// The title.
        case headline
        /// The first sentences: of the summary, and of the content.
        case lead
        /// Everything after the lead, outside boilerplate.
        case body
        /// Anywhere of the three.
        case text
    }

    package struct FilingCondition: Hashable, Sendable {
        /// `8-K` also holds for `8-K/A`.
        package var form: String?
        /// Any of these declared item codes; empty: no condition on items.
        package var items: [String]

        package init(form: String?, items: [String]) {
            self.form = form
            self.items = items
        }
    }

    /// The customer's-view sentences of an alert.
    package struct Wording: Hashable, Sendable {
        package var reason: WordingTemplate
        package var soWhat: WordingTemplate
        package var whyNow: WordingTemplate
        package var ask: WordingTemplate
        /// Roles it lands on for this side; empty: the trigger's.
        package var affects: [String]

        package init(
            reason: WordingTemplate, soWhat: WordingTemplate, whyNow: WordingTemplate, ask: WordingTemplate,
            affects: [String] = []
        ) {
            self.reason = reason
            self.soWhat = soWhat
            self.whyNow = whyNow
            self.ask = ask
            self.affects = affects
        }
    }

    /// A sentence of the rule's own that must, or must not, be recognised as its trigger.
    package struct Trial: Hashable, Sendable {
        package var item: Item
        package var shouldMatch: Bool
        package var place: SourcePlace

        package init(item: Item, shouldMatch: Bool, place: SourcePlace) {
            self.item = item
            self.shouldMatch = shouldMatch
            self.place = place
        }
    }
}
