import RuleLanguage
import TriggerModel

/// The keys of `rules/*.yaml`.
enum RuleTable {
    static let root = Shape(
        "a rules file",
        [
            .init("triggers", .entries(trigger), "Types of event, by id (family.name)."),
            .init("macros", .named(.list(.pattern)), "Named alternatives; $name in a pattern is any of them."),
            .init("hedges", .list(.pattern), "Words that make a statement less than a fact."),
            .init("negations", .list(.pattern), "Words that deny it."),
            .init("histories", .list(.pattern), "Words that tell it as history."),
            .init("fillers", .list(.pattern), "Words that may stand between a company and its verb."),
            .init("descriptors", .list(.pattern), "Words before a company's name that describe it."),
            .init("boilerplate", .list(.pattern), "First words of a paragraph from which on text does not count."),
            .init("ripples", .mapping(ripples), "Wording for an event seen through a relation."),
            .init(
                "precedence", .list(.text),
                "Families of triggers, the surest first. Where the same words tell events of two of them, only the first "
                    + "of the two is told. A local list stands for the shipped one."),
            .init(
                "together", .named(.list(.text)),
                "Families that the same words may tell together: precedence says nothing of these."),
            .init(
                "append", .entries(addition),
                "Additions to triggers that stand elsewhere, by id; in rules/local, and in files with a language."),
            .init(
                "slots", .named(.list(.pattern)),
                "Slots by the words they may hold; {name} in a pattern is any of them."),
            .init(
                "language", .text,
                "Two-letter code, as in de: everything in this file counts for items in that language only. Without it "
                    + "the file counts for every item."),
            .init(
                "known-by", .list(.text), default: "",
                "With language: small words by which a text that does not state its language is known to be in it."),
            .init(
                "include", .list(.text), default: "",
                "Files that are read too, relative to this one and inside the configuration directory."),
            .init("disable", .list(.text), "Only in rules/local: ids of shipped triggers to switch off."),
        ])

    static let trigger = Shape(
        "a trigger",
        [
            .init("name", .text, required: true, "For people."),
            .init(
                "of", .text,
                "Only in rules/local, where it replaces a shipped trigger: the mark of the shipped one when this was "
                    + "written. check prints it, and warns when the shipped one is another."),
            .init(
                "kind", .choice(TriggerRule.Kind.allCases.map(\.rawValue)), default: "event",
                "event: happens to them; activity: we caused it, so it never alerts by itself."),
            .init("strength", .integer(1...5), required: true, "1 weak … 5 strong."),
            .init("shelf-life", .days(1...3650), required: true, "How long it is a reason, from the day it happened."),
            .init("affects", .list(.text), default: "", "Roles whose desk it lands on, most affected first."),
            .init(
                "status", .choice(TriggerRule.Status.allCases.map(\.rawValue)), default: "live",
                "live; draft: recognised for review, never alerted; disabled."),
            .init("bad-news", .boolean, default: "false", "true asks for tactful wording."),
            .init("match", .list(.mapping(clause)), required: true, "Any of these recognises the event."),
            .init(
                "unless", .list(.either(.mapping(clause), .text)), default: "",
                "Any of these stops it: look-alikes. A bare $macro counts for the headline. A word out of an account's "
                    + "name of several words is no look-alike: T. Rowe Price tells of no price."),
            .init(
                "ends", .list(.mapping(clause)), default: "",
                "Any of these says that it is off. Whoever was told of it hears so, worded as ended; by itself it is no "
                    + "reason. Look-alikes are not asked."),
            .init(
                "same-as", .list(.text), default: "",
                "Triggers that say the same of a company in other words: what a register's form states and what a "
                    + "headline makes of it are one event where the companies agree, buyer and target in either order. It "
                    + "holds both ways, and for these pairs only."),
            .init("reason", .wording, required: true, "What happened, to the customer. Never about us."),
            .init("so-what", .wording, required: true, "What it means for them."),
            .init("why-now", .wording, required: true, "Why it will not keep."),
            .init("ask", .wording, required: true, "One question to open with."),
            .init(
                "other-side", .mapping(otherSide),
                "Wording where the account is the other party; without it the other side has no reason."),
            .init("trials", .mapping(trials), "Sentences that must, and must not, be recognised; check runs them."),
        ])

    static let addition = Shape(
        "an addition",
        [
            .init(
                "of", .text, "In rules/local: the mark of the shipped trigger when this was written; check prints it."),
            .init("match", .list(.mapping(clause)), default: "", "More that recognises the event."),
            .init(
                "unless", .list(.either(.mapping(clause), .text)), default: "",
                "More look-alikes. A bare $macro counts for the headline."),
            .init("ends", .list(.mapping(clause)), default: "", "More that says that it is off."),
            .init("same-as", .list(.text), default: "", "More triggers that say the same."),
            .init("affects", .list(.text), default: "", "More roles whose desk it lands on."),
            .init("strength", .integer(1...5), "Instead of the trigger's own."),
            .init("shelf-life", .days(1...3650), "Instead of the trigger's own."),
            .init(
                "status", .choice(TriggerRule.Status.allCases.map(\.rawValue)), "Instead of the trigger's own."),
            .init("trials", .mapping(trials), "More sentences that must, and must not, be recognised."),
        ])

    /// `all`, `any` and `none` hold clauses again.
    static let deepestGroups = 3

    static let clause = Shape(
        "a condition",
        TriggerRule.Position.allCases.map { position in
            Shape.Key(position.rawValue, .list(.pattern), positionMeaning(position))
        } + [
            .init("filing", .mapping(filing), "A condition on a filing."),
            .init("source", .mapping(source), "A condition on where the item comes from."),
            .init(
                "match", .choice(["exact", "stem"]), default: "exact",
                "stem: the plain words here mean every inflection of theirs, as in acquire, acquires, acquiring."),
            .init(
                "firm", .boolean, default: "false",
                "true: the words here say a fact, even where they are hedges elsewhere, as in: looking to fill 400 jobs."
            ),
            .init("all", .list(.definition("condition")), "Conditions that must all hold of the item too."),
            .init("any", .list(.definition("condition")), "Conditions of which at least one must hold of the item."),
            .init("none", .list(.definition("condition")), "Conditions of which none may hold of the item."),
        ])

    static let source = Shape(
        "a source condition",
        [
            .init(
                "kind", .list(.choice(Source.Kind.allCases.map(\.rawValue))), default: "",
                "Any of these kinds of source."),
            .init("first-hand", .boolean, "true: only the company's or regulator's own voice; false: only others."),
            .init("publisher", .list(.text), default: "", "Any of these publishers, in any case of letters."),
            .init("id", .list(.text), default: "", "Any of these sources, by id."),
        ])

    static let filing = Shape(
        "a filing condition",
        [
            .init("form", .text, "Form type; 8-K also holds for 8-K/A."),
            .init("items", .list(.itemCode), default: "", "Any of these declared item codes, quoted."),
            .init(
                "sic", .list(.text), default: "",
                "Any of these beginnings of the filer's industry code, quoted; one whose code is not known has none."),
        ])

    static let wordingKeys: [Shape.Key] = [
        .init("reason", .wording, required: true, "What happened, as this side sees it."),
        .init("so-what", .wording, required: true, "What it means for them."),
        .init("why-now", .wording, required: true, "Why it will not keep."),
        .init("ask", .wording, required: true, "One question to open with."),
        .init("affects", .list(.text), default: "", "Roles it lands on for this side; the trigger's when absent."),
    ]

    static let otherSide = Shape("wording for the other side", wordingKeys)
    static let ripple = Shape("wording for a ripple", wordingKeys)
    static let ripples = Shape(
        "ripples",
        Relation.allCases.filter { $0 != .itself }.map { relation in
            Shape.Key(
                relation.rawValue, .mapping(ripple),
                "Wording where the news is about the account's \(relation.rawValue).")
        })

    static let trials = Shape(
        "trials",
        [
            .init("match", .list(.either(.text, .mapping(trial))), default: "", "Must be recognised; at least four."),
            .init(
                "no-match", .list(.either(.text, .mapping(trial))), default: "",
                "Must not be; at least four look-alikes."),
        ])

    static let trial = Shape(
        "a trial",
        [
            .init("title", .text, required: true, "The headline."),
            .init("summary", .text, "The short text beside it."),
            .init("content", .text, "The full text."),
            .init("form", .text, "Form type of a filing."),
            .init("items", .list(.itemCode), default: "", "Declared item codes of a filing, quoted."),
            .init("filer", .text, "Who files it, or whom the register's record is about."),
            .init("filed-by", .text, "Who files it about the filer, as a holder of its shares."),
            .init("sic", .text, "The filer's industry code, four digits, quoted."),
            .init("source", .mapping(trialSource), "Where it is said to come from."),
        ])

    static let trialSource = Shape(
        "a trial's source",
        [
            .init("kind", .choice(Source.Kind.allCases.map(\.rawValue)), "Its kind."),
            .init("first-hand", .boolean, "Whether it is the company's or regulator's own voice."),
            .init("publisher", .text, "Its publisher."),
            .init("id", .text, "Its id."),
        ])

    private static func positionMeaning(_ position: TriggerRule.Position) -> String {
        switch position {
        case .headline: "Patterns of which one must match in the title."
        case .lead: "Patterns of which one must match in the first sentences."
        case .body: "Patterns of which one must match after the lead."
        case .text: "Patterns of which one must match anywhere."
        case .item: "Patterns of which one must match in the text of the filing's items that filing names."
        }
    }
}
