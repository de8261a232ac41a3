import ConfigLoading
import RuleLanguage
import Testing
import TriggerModel

@Suite("Loading rules")
struct RuleLoadingTests {
    static let rule = """
        triggers:
          ma.agreement:
            name: Merger agreed
            strength: 4
            shelf-life: 120 days
            affects: [ceo, cfo]
            bad-news: true
            status: draft
            match:
              - headline: ["{company} $buys {other}", "$whole"]
              - filing: { form: 8-K, items: ["1.01"] }
                text: "merger ... agreement"
            unless:
              - $advert
              - body: "rumour*"
            reason: "{company} buys {other|a company}."
            so-what: "S {company}."
            why-now: "W."
            ask: "A?"
            other-side:
              reason: "{other} is bought."
              so-what: "S2."
              why-now: "W2."
              ask: "A2?"
              affects: [board]
            trials:
              match:
                - "Acme buys Beta"
                - { title: Deal, summary: Short, content: Long, items: ["1.01"] }
              no-match:
                - title: "Ad"
                  form: 8-K/A

        """
    static let words = """
        macros:
          whole: "merger $agreed"
          agreed: [agreed, "sign*"]
          buys: [buys, acquires]
          advert: ["law firm", "investor alert"]
        hedges: ["may", "in talks"]
        negations: ["no"]
        ripples:
          rival:
            reason: "{company}, a rival of {account}: {event}"
            so-what: "S."
            why-now: "W."
            ask: "A?"

        """

    @Test("reads every part, with macros from any file")
    func whole() throws {
        let sandbox = try ConfigSandbox(["rules/a.yaml": Self.rule, "rules/b.yaml": Self.words])
        #expect(sandbox.faults() == [])
        let pack = sandbox.load().configuration.rules
        let rule = try #require(pack.trigger("ma.agreement"))
        func place(_ line: Int, _ column: Int) -> SourcePlace {
            SourcePlace(file: "rules/a.yaml", line: line, column: column)
        }
        func macro(_ text: String, _ root: Pattern.Node, _ line: Int, _ column: Int) -> Pattern {
            Pattern(text: text, root: root, place: SourcePlace(file: "rules/b.yaml", line: line, column: column))
        }
        #expect(
            rule.match == [
                .init(
                    texts: [
                        .init(
                            position: .headline,
                            patterns: [
                                Pattern(
                                    text: "{company} $buys {other}",
                                    root: .sequence([
                                        .slot(.company), .alternatives([.word("buys"), .word("acquires")]),
                                        .slot(.other),
                                    ]), place: place(10, 21)),
                                macro(
                                    "merger $agreed",
                                    .sequence([.word("merger"), .alternatives([.word("agreed"), .stem("sign")])]), 2, 11
                                ),
                            ])
                    ], filing: nil, place: place(10, 9)),
                .init(
                    texts: [
                        .init(
                            position: .text,
                            patterns: [
                                Pattern(
                                    text: "merger ... agreement",
                                    root: .sequence([.word("merger"), .gap, .word("agreement")]), place: place(12, 16))
                            ])
                    ], filing: .init(form: "8-K", items: ["1.01"]), place: place(11, 9)),
            ])
        #expect(
            rule.unless == [
                .init(
                    texts: [
                        .init(
                            position: .headline,
                            patterns: [
                                macro("law firm", .sequence([.word("law"), .word("firm")]), 5, 13),
                                macro("investor alert", .sequence([.word("investor"), .word("alert")]), 5, 25),
                            ])
                    ], filing: nil, place: place(14, 9)),
                .init(
                    texts: [
                        .init(
                            position: .body,
                            patterns: [Pattern(text: "rumour*", root: .stem("rumour"), place: place(15, 16))])
                    ], filing: nil, place: place(15, 9)),
            ])
        #expect(rule.wording.reason.render(["company": "Acme"]) == "Acme buys a company.")
        #expect(rule.otherSide?.affects == ["board"])
        #expect(rule.wording.affects == [])
        #expect(
            [
                rule.name, rule.kind.rawValue, rule.status.rawValue, "\(rule.strength)", "\(rule.shelfLifeDays)",
                "\(rule.isBadNews)",
            ]
                == ["Merger agreed", "event", "draft", "4", "120", "true"])
        #expect(rule.affects == ["ceo", "cfo"])
        #expect(
            rule.trials == [
                .init(
                    item: Item(source: "trial", id: "rules/a.yaml:28:12", title: "Acme buys Beta"), shouldMatch: true,
                    place: place(28, 12)),
                .init(
                    item: Item(
                        source: "trial", id: "rules/a.yaml:29:11", title: "Deal", summary: "Short", content: "Long",
                        filing: Filing(form: "8-K", items: ["1.01"])), shouldMatch: true, place: place(29, 11)),
                .init(
                    item: Item(source: "trial", id: "rules/a.yaml:31:11", title: "Ad", filing: Filing(form: "8-K/A")),
                    shouldMatch: false, place: place(31, 11)),
            ])
        #expect(pack.hedges.map(\.text) == ["may", "in talks"])
        #expect(pack.negations.map(\.root) == [.word("no")])
        #expect(
            pack.ripples[.rival]?.reason.render(["company": "B", "account": "A", "event": "c."])
                == "B, a rival of A: c.")
    }

    static func trigger(_ id: String, _ headline: String) -> String {
        """
        triggers:
          \(id):
            name: \(headline)
            strength: 3
            shelf-life: 30 days
            match: [{ headline: \(headline) }]
            reason: "{company} r."
            so-what: "s."
            why-now: "w."
            ask: "a?"

        """
    }

    @Test("a local file replaces, adds and switches off, and each change is noted")
    func overlay() throws {
        let sandbox = try ConfigSandbox([
            "rules/a.yaml": Self.trigger("one", "alpha"), "rules/b.yaml": Self.trigger("two", "beta"),
            "rules/local/x.yaml": Self.trigger("one", "gamma"), "rules/local/y.yaml": Self.trigger("three", "delta"),
            "rules/local/z.yaml": "disable: [two, fuor]\n",
        ])
        let rules = sandbox.load().configuration.rules.triggers
        #expect(
            rules.map { "\($0.id) \($0.name) \($0.status)" } == [
                "one gamma live", "three delta live", "two beta disabled",
            ])
        #expect(
            sandbox.faults() == [
                "rules/local/x.yaml:2:3: note: trigger one replaces the one at rules/a.yaml:2:3; write of: "
                    + "67df0d701fd3 to be told when that one changes",
                "rules/local/z.yaml:1:11: note: trigger two is switched off",
                "rules/local/z.yaml:1:16: warning: disable names trigger fuor, which does not exist",
            ])
    }

    @Test("a broken local rule leaves the shipped one in force")
    func brokenOverlay() throws {
        let sandbox = try ConfigSandbox([
            "rules/a.yaml": Self.trigger("one", "alpha"), "rules/local/x.yaml": Self.trigger("one", "'(gamma'"),
        ])
        #expect(sandbox.load().configuration.rules.triggers.map(\.name) == ["alpha"])
        #expect(sandbox.load().hasErrors)
    }

    @Test("families are taken from all files, a local order stands for the shipped one, and no family is invented")
    func families() throws {
        let sandbox = try ConfigSandbox([
            "rules/a.yaml": Self.trigger("one.a", "alpha"),
            "rules/b.yaml": "precedence: [one, two]\ntogether: { both: [one, two] }\n",
            "rules/c.yaml": Self.trigger("two.a", "beta"),
            "rules/d.yaml": "precedence: [two]\n",
            "rules/local/x.yaml": "precedence: [two, oen]\ntogether: { more: [one, one] }\n",
        ])
        let families = sandbox.load().configuration.rules.families
        #expect(families.precedence == ["two", "oen"])
        #expect(families.together == [["one", "two"], ["one"]])
        #expect(
            sandbox.faults() == [
                "rules/d.yaml:1:14: error: precedence is defined already at rules/b.yaml:1:14",
                "rules/local/x.yaml:1:19: warning: there is no family \"oen\" of triggers (did you mean one?)",
            ])
    }

    @Test("a trigger defined twice in the shipped pack is an error; the first stands")
    func duplicate() throws {
        let sandbox = try ConfigSandbox([
            "rules/a.yaml": Self.trigger("one", "alpha"), "rules/b.yaml": Self.trigger("one", "beta"),
        ])
        #expect(sandbox.faults() == ["rules/b.yaml:2:3: error: trigger one is defined already at rules/a.yaml:2:3"])
        #expect(sandbox.load().configuration.rules.triggers.map(\.name) == ["alpha"])
    }
}
