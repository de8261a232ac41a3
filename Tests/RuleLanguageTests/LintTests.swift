import RuleLanguage
import Testing
import TriggerModel

@Suite("Lint")
struct LintTests {
    static let place = SourcePlace(file: "rules/x.yaml", line: 2, column: 3)

    static func wording(
        reason: String = "{company} has a new finance chief.", soWhat: String = "Suppliers are re-examined.",
        whyNow: String = "Budgets are set soon.", ask: String = "What comes first?"
    ) throws -> TriggerRule.Wording {
        func template(_ text: String) throws -> WordingTemplate { try WordingParser.parse(text, place: place) }
        return try TriggerRule.Wording(
            reason: template(reason), soWhat: template(soWhat), whyNow: template(whyNow), ask: template(ask))
    }

    static func clause(_ patterns: String..., items: [String] = []) throws -> TriggerRule.Clause {
        let read = try patterns.map { try PatternParser.parse($0, place: place) }
        return TriggerRule.Clause(
            texts: read.isEmpty ? [] : [.init(position: .headline, patterns: read)],
            filing: items.isEmpty ? nil : .init(form: "8-K", items: items), place: place)
    }

    static func trials() -> [TriggerRule.Trial] {
        (0..<8).map { number in
            TriggerRule.Trial(
                item: Item(source: "trial", id: "\(number)", title: "Title \(number)"), shouldMatch: number < 4,
                place: place)
        }
    }

    /// A rule that lint has nothing to say about.
    static func sound() throws -> TriggerRule {
        try TriggerRule(
            id: "leadership.cfo", name: "New finance chief", kind: .event, strength: 5, shelfLifeDays: 90,
            affects: ["cfo"],
            status: .live, isBadNews: false, match: [clause("{company} names {person} cfo")],
            unless: [clause("interim cfo")], wording: wording(), otherSide: nil, trials: trials(), place: place)
    }

    static func codes(
        _ rule: TriggerRule, profiles: [Profile] = [], products: [Product] = [],
        ripples: [Relation: TriggerRule.Wording] = [:]
    ) -> [String] {
        Lint.check(rules: RulePack(triggers: [rule], ripples: ripples), profiles: profiles, products: products)
            .map(\.code.rawValue)
    }

    @Test("says nothing about a sound rule")
    func silence() throws {
        #expect(Self.codes(try Self.sound()) == [])
    }

    struct Slip: Sendable, CustomTestStringConvertible {
        var lesson: String
        var codes: [String]
        var change: @Sendable (inout TriggerRule) throws -> Void
        var testDescription: String { lesson }

        init(_ lesson: String, _ codes: String..., change: @escaping @Sendable (inout TriggerRule) throws -> Void) {
            self.lesson = lesson
            self.codes = codes
            self.change = change
        }
    }

    static let slips = [
        Slip("a reason about us", "TW001") { $0.wording = try wording(reason: "Our new release suits {company}.") },
        Slip("us in the second sentence is allowed") {
            $0.wording = try wording(reason: "{company} has a new chief. We can help.")
        },
        Slip("US is a country") { $0.wording = try wording(reason: "{company} enters the US market.") },
        Slip("a reason that names our product", "TW001") {
            $0.wording = try wording(reason: "{company} could use Close Kit now.")
        },
        Slip("a reason without a company", "TW002") { $0.wording = try wording(reason: "There is a new chief.") },
        Slip("a slot that nothing fills", "TW003") { $0.wording = try wording(soWhat: "It costs {money}.") },
        Slip("a slot with a fallback is fine") { $0.wording = try wording(soWhat: "It costs {money|a lot}.") },
        Slip("a slot inside [...] is fine") { $0.wording = try wording(soWhat: "It costs[ {money}].") },
        Slip("a slot that one pattern lacks", "TW004") {
            $0.wording = try wording(ask: "What has {person} asked?")
            $0.match.append(try clause("{company} finance chief"))
        },
        Slip("a slot that every pattern fills is fine") { $0.wording = try wording(ask: "What has {person} asked?") },
        Slip("an ask without a question", "TW005") { $0.wording = try wording(ask: "Let me know.") },
        Slip("a catch-all item without text", "TW006") { $0.match.append(try clause(items: ["8.01"])) },
        Slip("a specific item without text is fine") { $0.match.append(try clause(items: ["1.05"])) },
        Slip("a catch-all item with text is fine") { $0.match.append(try clause("new cfo", items: ["8.01"])) },
        Slip("too few trials of one kind", "TW007") { $0.trials.removeLast() },
        Slip("too few trials of both kinds", "TW007", "TW007") { $0.trials = [] },
        Slip("nobody's desk", "TW008") { $0.affects = [] },
        Slip("a shelf life of days meant as weeks", "TW009") { $0.shelfLifeDays = 3 },
        Slip("a shelf life of a year", "TW009") { $0.shelfLifeDays = 365 },
        Slip("cheer over bad news", "TW010") {
            $0.isBadNews = true
            $0.wording = try wording(reason: "Great news: {company} cuts jobs.")
        },
        Slip("cheer over good news is fine") { $0.wording = try wording(reason: "Great news: {company} grows.") },
        Slip("a look-alike that swallows the match", "TW011") {
            $0.unless.append(try clause("{company} names {person} cfo"))
        },
        Slip("a pattern twice", "TW012") { $0.match.append(try clause("{company} names {person} cfo")) },
        Slip("the same sentence wanted and unwanted", "TW013") { $0.trials[7].item.title = "Title 0" },
        Slip("common words only", "TW017") { $0.match.append(try clause("{company} and the {other}")) },
        Slip("a strong activity", "TW018") { $0.kind = .activity },
        Slip("a breathless sentence", "TW019") {
            $0.wording = try wording(whyNow: String(repeating: "And so on ", count: 30))
        },
        Slip("a disabled rule is left alone") {
            $0.status = .disabled
            $0.affects = []
        },
        Slip("the other side's wording counts too", "TW005") {
            $0.otherSide = try wording(reason: "{other} is bought.", ask: "Call.")
            $0.match = [try clause("{company} buys {other}")]
        },
    ]

    @Test("finds", arguments: slips)
    func finds(_ slip: Slip) throws {
        var rule = try Self.sound()
        try slip.change(&rule)
        let kit = Product(id: "kit", name: "Close Kit", help: "Helps.", triggers: [])
        #expect(Self.codes(rule, products: [kit]) == slip.codes)
    }

    static func profile(_ triggers: [String], not: [String] = [], relations: [Relation] = [.itself]) -> Profile {
        Profile(
            id: "p", name: "P", companies: .oneOf(.status, ["active"]),
            reasons: [
                .init(triggers: triggers.map(TriggerSelector.init), relations: relations, weight: 3, place: place)
            ],
            notReasons: not.map(TriggerSelector.init), minimumScore: 0, place: place)
    }

    @Test("finds what profiles and products ask for in vain")
    func profiles() throws {
        let rule = try Self.sound()
        #expect(Self.codes(rule, profiles: [Self.profile(["leadership.*"])]) == [])
        #expect(Self.codes(rule, profiles: [Self.profile(["leadership.cf"])]) == ["TW014", "TW015"])
        #expect(Self.codes(rule, profiles: [Self.profile(["*"], not: ["ma.*"])]) == ["TW014"])
        #expect(Self.codes(rule, profiles: [Self.profile(["*"], relations: [.itself, .rival])]) == ["TW016"])
        #expect(
            Self.codes(
                rule, profiles: [Self.profile(["*"], relations: [.rival])], ripples: [.rival: try Self.wording()]) == []
        )
        let product = Product(id: "kit", name: "Kit", help: "Helps.", triggers: [TriggerSelector("leadership.coo")])
        let findings = Lint.check(rules: RulePack(triggers: [rule]), profiles: [], products: [product])
        #expect(
            findings.map(\.description) == [
                "accounts:1:1: warning: TW014: product kit names leadership.coo, which no rule defines "
                    + "(did you mean leadership.cfo?)"
            ])
    }

    @Test("has codes that are stable, and each is explained")
    func codes() {
        #expect(LintCode.allCases.map(\.rawValue) == (1...23).map { "TW0" + ($0 < 10 ? "0" : "") + "\($0)" })
        #expect(LintCode.allCases.allSatisfy { ".?".contains($0.meaning.suffix(1)) })
        #expect(
            LintCode.allCases.filter { $0.severity == .error }.map(\.rawValue) == [
                "TW001", "TW003", "TW006", "TW011", "TW013", "TW020",
            ])
    }
}
