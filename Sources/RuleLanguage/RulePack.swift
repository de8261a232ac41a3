package import TriggerModel

/// All rules in force: what recognition and reasoning need, macros put in, overlays applied.
package struct RulePack: Hashable, Sendable {
    /// Sorted by id.
    package var triggers: [TriggerRule]
    /// Words that make a statement less than a fact ("in talks", "may").
    package var hedges: [Pattern]
    /// Words that deny it ("not", "denies").
    package var negations: [Pattern]
    /// Words that tell it as history ("a year after").
    package var histories: [Pattern]
    /// Words that may stand between a company and its verb without changing who does what ("has", "today", "said it will").
    package var fillers: [Pattern]
    /// Words before a name that describe it and are no part of it ("software maker").
    package var descriptors: [Pattern]
    /// First words of a paragraph from which text is boilerplate ("About Acme", "Forward-looking statements").
    package var boilerplate: [Pattern]
    /// The same for items in one language, by code.
    package var languages: [LanguageWords]
    /// Wording for an event seen through a relation; keys are relations other than `itself`.
    package var ripples: [Relation: TriggerRule.Wording]
    /// What is publicly known of companies, sorted by CIK.
    package var companies: [KnownCompany]
    /// Which events give way to others that the same words tell.
    package var families: FamilyOrder

    package init(
        triggers: [TriggerRule] = [], hedges: [Pattern] = [], negations: [Pattern] = [], histories: [Pattern] = [],
        fillers: [Pattern] = [], descriptors: [Pattern] = [], boilerplate: [Pattern] = [],
        languages: [LanguageWords] = [], ripples: [Relation: TriggerRule.Wording] = [:],
        companies: [KnownCompany] = [], families: FamilyOrder = FamilyOrder()
    ) {
        self.triggers = triggers
        self.hedges = hedges
        self.negations = negations
        self.histories = histories
        self.fillers = fillers
        self.descriptors = descriptors
        self.boilerplate = boilerplate
        self.languages = languages
        self.ripples = ripples
        self.companies = companies
        self.families = families
    }

    package func trigger(_ id: String) -> TriggerRule? { triggers.first { $0.id == id } }
}
