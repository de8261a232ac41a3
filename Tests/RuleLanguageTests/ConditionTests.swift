import RuleLanguage
import Testing
import TriggerModel

@Suite("Nearness, listed slots and conditions")
struct ConditionTests {
    static let place = SourcePlace(file: "rules/x.yaml", line: 3, column: 9)

    static func root(_ text: String, lists: [String: Pattern.Node] = [:]) throws -> Pattern.Node {
        try PatternParser.parse(text, place: place, lists: lists).root
    }

    @Test("'~' binds looser than a row of words and tighter than '|', with eight words between where none are said")
    func nearness() throws {
        #expect(try Self.root("cut* ~5 jobs") == .near([.stem("cut"), .word("jobs")], within: 5))
        #expect(
            try Self.root("job cuts~plant")
                == .near([.sequence([.word("job"), .word("cuts")]), .word("plant")], within: 8))
        #expect(
            try Self.root("(a ~2 b|c) d")
                == .sequence([.alternatives([.near([.word("a"), .word("b")], within: 2), .word("c")]), .word("d")]))
        #expect(try Self.root("a ~2 b ~4 c") == .near([.word("a"), .word("b"), .word("c")], within: 4))
    }

    @Test("a listed slot stands for its words and is one of the pattern's slots")
    func lists() throws {
        let words = try SlotLists.node(of: ["plant", "paper mill", "depot*"], place: Self.place)
        let pattern = try PatternParser.parse("{company} shuts {site}", place: Self.place, lists: ["site": words])
        #expect(pattern.root == .sequence([.slot(.company), .word("shuts"), .listed(name: "site", words)]))
        #expect(pattern.slots == [.company, .listed("site")])
        #expect(pattern.hasAnchor)
    }

    struct Slip: Sendable, CustomTestStringConvertible {
        var text: String
        var column: Int
        var message: String
        var testDescription: String { text }
    }

    @Test(
        "says what is wrong with a nearness",
        arguments: [
            Slip(text: "~ jobs", column: 1, message: "'~' needs words on both sides"),
            Slip(text: "cut ~", column: 5, message: "'~' needs words on both sides"),
            Slip(text: "(cut ~|x)", column: 6, message: "'~' needs words on both sides"),
            Slip(text: "cut ~21 jobs", column: 5, message: "~21 is too far; at most 20 words may stand between"),
            Slip(
                text: "cut ~99999999999999999999 jobs", column: 5,
                message: "~9999 is too far; at most 20 words may stand between"),
            Slip(text: "a ~ b ~ c ~ d", column: 11, message: "at most 3 parts may stand near each other"),
            Slip(text: "a ... ~ b", column: 7, message: "a gap '...' beside '~' does nothing; leave it out"),
            Slip(text: "shuts {sit}", column: 7, message: "unknown slot {sit} (did you mean site?)"),
        ])
    func faults(_ slip: Slip) throws {
        let fault = #expect(throws: PatternFault.self) {
            try Self.root(slip.text, lists: ["site": .word("plant")])
        }
        #expect(fault == PatternFault(column: slip.column, message: slip.message))
    }

    @Test("nearness inside nearness is counted with every order and refused before it grows")
    func growth() {
        var text = "a"
        for _ in 0..<10 { text = "(\(text) ~20 b ~20 c)" }
        let fault = #expect(throws: PatternFault.self) { try Self.root(text) }
        #expect(fault?.message.contains("more than 6000 parts") == true)
    }

    @Test("a list holds words only", arguments: ["{company}", "a ... b", "a ~ b", "$macro", "[x]"])
    func listFaults(_ word: String) {
        #expect(throws: SlotLists.ListFault.self) { try SlotLists.node(of: ["plant", word], place: Self.place) }
    }

    @Test(
        "a list may not take the name of a slot that is there already",
        arguments: ["company", "account", "event", "", "a b"])
    func names(_ name: String) {
        #expect(!SlotLists.isFree(name))
        #expect(SlotLists.isFree("plant-kind"))
    }

    @Test("inflection takes the words of a pattern, not its stems, slots and numbers")
    func inflection() throws {
        #expect(
            try Self.root("acquire* [the] plant {company} 5").inflected(in: "en")
                == .sequence([
                    .stem("acquire"), .optional(.inflected("the", language: "en")),
                    .inflected("plant", language: "en"), .slot(.company), .word("5"),
                ]))
    }

    @Test(
        "a language code is read from the front of a tag", arguments: [("de-AT", "de"), ("ES", "es"), ("pt_BR", "pt")])
    func codes(tag: String, code: String) {
        #expect(LanguageWords.code(of: tag) == code)
        #expect(LanguageWords.code(of: "deu") == nil)
        #expect(LanguageWords.code(of: "") == nil)
    }

    // MARK: Lint

    static func clause(
        _ position: TriggerRule.Position, _ pattern: String, filing: TriggerRule.FilingCondition? = nil,
        groups: [TriggerRule.Group] = [], language: String? = nil
    ) throws -> TriggerRule.Clause {
        TriggerRule.Clause(
            texts: [.init(position: position, patterns: [try PatternParser.parse(pattern, place: place)])],
            filing: filing, groups: groups, language: language, place: place)
    }

    static func codes(_ match: [TriggerRule.Clause], languages: [LanguageWords] = []) throws -> [String] {
        var rule = try LintTests.sound()
        rule.match += match
        return Lint.check(rules: RulePack(triggers: [rule], languages: languages), profiles: [], products: [])
            .map(\.code.rawValue).filter { $0 != "TW015" }
    }

    @Test("lint finds a condition that forbids itself, an item of any code, a wide nearness and a bare language")
    func lint() throws {
        let none = TriggerRule.Group(.none, [try Self.clause(.headline, "{company} cuts jobs")])
        #expect(try Self.codes([Self.clause(.headline, "{company} cuts jobs", groups: [none])]) == ["TW020"])
        #expect(try Self.codes([Self.clause(.body, "{company} cuts jobs", groups: [none])]) == [])
        #expect(try Self.codes([Self.clause(.item, "{company} cuts jobs")]) == ["TW021"])
        #expect(
            try Self.codes([Self.clause(.item, "{company} cuts jobs", filing: .init(form: nil, items: ["2.05"]))]) == []
        )
        #expect(try Self.codes([Self.clause(.body, "cuts ~13 jobs")]) == ["TW023"])
        let german = try Self.clause(.headline, "stellenabbau", language: "de")
        #expect(try Self.codes([german]) == ["TW007", "TW007", "TW022"])
        let words = LanguageWords(language: "de", hedges: [try PatternParser.parse("soll", place: Self.place)])
        #expect(try Self.codes([german], languages: [words]) == ["TW007", "TW007"])
    }
}
