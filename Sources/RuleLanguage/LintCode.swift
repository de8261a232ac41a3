/// The stable codes of lint. A code keeps its meaning for ever; a retired one is never used again.
package enum LintCode: String, Sendable, CaseIterable {
    case reasonAboutUs = "TW001"
    case reasonNamesNobody = "TW002"
    case slotNeverFilled = "TW003"
    case slotSometimesEmpty = "TW004"
    case askIsNoQuestion = "TW005"
    case catchAllItem = "TW006"
    case tooFewTrials = "TW007"
    case affectsNobody = "TW008"
    case unusualShelfLife = "TW009"
    case cheerfulBadNews = "TW010"
    case unlessSwallowsMatch = "TW011"
    case repeatedPattern = "TW012"
    case contradictingTrials = "TW013"
    case unknownTrigger = "TW014"
    case unheardTrigger = "TW015"
    case missingRipple = "TW016"
    case commonWordsOnly = "TW017"
    case strongActivity = "TW018"
    case longWording = "TW019"
    case noneSwallowsMatch = "TW020"
    case itemOfAnyCode = "TW021"
    case bareLanguage = "TW022"
    case wideNearness = "TW023"

    package var severity: LintFinding.Severity {
        switch self {
        case .reasonAboutUs, .slotNeverFilled, .catchAllItem, .unlessSwallowsMatch, .contradictingTrials,
            .noneSwallowsMatch:
            .error
        default: .warning
        }
    }

    /// What it means and why it matters, for `check --help` and the reference.
    package var meaning: String {
        switch self {
        case .reasonAboutUs:
            "The first sentence of a reason speaks of us (we, our, a product). The reason is the customer's, never ours."
        case .reasonNamesNobody: "A reason has no {company}, {account} or {other}: it does not say to whom it happened."
        case .slotNeverFilled: "Wording prints a slot that no pattern of the rule captures: there would be a hole."
        case .slotSometimesEmpty:
            "Wording prints a slot that some pattern of the rule does not capture, without a fallback or [...]."
        case .askIsNoQuestion: "An ask does not end in a question mark: the customer should talk, not the rep."
        case .catchAllItem: "A condition on item 2.02, 7.01 or 8.01 without text: these items hold anything."
        case .tooFewTrials:
            "A rule, or its patterns in one language, has fewer than four trials that must match, or that must not."
        case .affectsNobody: "A rule does not say on whose desk it lands, so no contact can be chosen."
        case .unusualShelfLife: "A shelf life under 7 or over 180 days is unusual: is the unit right?"
        case .cheerfulBadNews: "Wording for bad news congratulates or cheers."
        case .unlessSwallowsMatch: "A pattern stands under match and under unless: it can never be recognised."
        case .repeatedPattern: "The same pattern stands twice in a rule."
        case .contradictingTrials: "The same sentence is a trial that must match and one that must not."
        case .unknownTrigger: "A profile or product names a trigger or family that no rule defines."
        case .unheardTrigger: "No profile names a live trigger: nobody will ever hear of it."
        case .missingRipple: "A profile asks for a relation that has no ripple wording."
        case .commonWordsOnly: "A pattern has no plain word but the commonest ones, so every text is looked at for it."
        case .strongActivity: "An activity has a strength over 1: what we caused is weak by nature."
        case .noneSwallowsMatch: "A condition has the same pattern under none: it can never hold."
        case .itemOfAnyCode: "A condition reads the text of a filing's items and does not say of which."
        case .bareLanguage:
            "Rules are written in a language for which the pack has no hedges: a rumour would pass as a fact."
        case .wideNearness: "Words more than twelve words apart seldom belong together."
        case .longWording: "A sentence is longer than a person says in one breath (240 characters)."
        }
    }
}
