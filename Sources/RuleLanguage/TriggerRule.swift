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
    /// Any of these says that it is off: the end of what was told before, never a reason by itself.
    package var ends: [Clause]
    /// Triggers that say the same of a company in other words, as a headline does what a register's form states.
    package var sameAs: [String]
    /// Wording for an account that is the subject.
    package var wording: Wording
    /// Wording for an account that is the counterparty; nil where the other side has no reason of its own.
    package var otherSide: Wording?
    package var trials: [Trial]
    package var place: SourcePlace

    package init(
        id: String, name: String, kind: Kind, strength: Int, shelfLifeDays: Int, affects: [String], status: Status,
        isBadNews: Bool, match: [Clause], unless: [Clause], ends: [Clause] = [], sameAs: [String] = [],
        wording: Wording, otherSide: Wording?, trials: [Trial], place: SourcePlace
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
        self.ends = ends
        self.sameAs = sameAs
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
        /// nil: any source.
        package var source: SourceCondition?
        /// What must, or must not, hold of the item beside the texts; every group must be met.
        package var groups: [Group]
        /// What the patterns' own words say is a fact, even where they are hedges elsewhere: "looking to fill 400 jobs".
        package var isFirm: Bool
        /// Two-letter code of the language an item must be in; nil: any.
        package var language: String?
        package var place: SourcePlace

        package init(
            texts: [TextCondition], filing: FilingCondition?, source: SourceCondition? = nil, groups: [Group] = [],
            isFirm: Bool = false, language: String? = nil, place: SourcePlace
        ) {
            self.texts = texts
            self.filing = filing
            self.source = source
            self.groups = groups
            self.isFirm = isFirm
            self.language = language
            self.place = place
        }
    }

    /// Conditions taken together: `any: [{ body: "plant*" }, { source: { kind: filing } }]`.
    ///
    /// Each is asked of the item as a whole; what it matches becomes no part of the event.
    package struct Group: Hashable, Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            case all, any, none
        }

        package var kind: Kind
        package var conditions: [Clause]

        package init(_ kind: Kind, _ conditions: [Clause]) {
            self.kind = kind
            self.conditions = conditions
        }
    }

    /// Where an item must come from; what is nil is not asked.
    package struct SourceCondition: Hashable, Sendable {
        /// Any of these kinds of source; empty: any.
        package var kinds: [Source.Kind]
        /// The company's or regulator's own voice, or expressly not.
        package var isFirstHand: Bool?
        /// Any of these publishers, compared without regard to case; empty: any.
        package var publishers: [String]
        /// Any of these source ids; empty: any.
        package var ids: [String]

        package init(
            kinds: [Source.Kind] = [], isFirstHand: Bool? = nil, publishers: [String] = [], ids: [String] = []
        ) {
            self.kinds = kinds
            self.isFirstHand = isFirstHand
            self.publishers = publishers
            self.ids = ids
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
        /// In the text of the filing's items that the condition's `filing` names; of any item where it names none.
        case item
    }

    package struct FilingCondition: Hashable, Sendable {
        /// `8-K` also holds for `8-K/A`.
        package var form: String?
        /// Any of these declared item codes; empty: no condition on items.
        package var items: [String]
        /// Beginnings of the industry codes (SIC) of which the filer has one; empty: of any industry, or of none known.
        package var industries: [String]

        package init(form: String?, items: [String], industries: [String] = []) {
            self.form = form
            self.items = items
            self.industries = industries
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
        /// Where the item is said to come from; nil: from nowhere in particular.
        package var source: TrialSource?
        package var place: SourcePlace

        package init(item: Item, shouldMatch: Bool, source: TrialSource? = nil, place: SourcePlace) {
            self.item = item
            self.shouldMatch = shouldMatch
            self.source = source
            self.place = place
        }
    }

    /// The source a trial pretends its item comes from.
    package struct TrialSource: Hashable, Sendable {
        package var kind: Source.Kind?
        package var isFirstHand: Bool?
        package var publisher: String?
        package var id: String?

        package init(
            kind: Source.Kind? = nil, isFirstHand: Bool? = nil, publisher: String? = nil, id: String? = nil
        ) {
            self.kind = kind
            self.isFirstHand = isFirstHand
            self.publisher = publisher
            self.id = id
        }
    }
}
