import RuleLanguage
import Testing
import TriggerModel

@testable import EventRecognition

@Suite("What a clause asks beside its patterns")
struct RuleConditionTests {
    static func pattern(_ text: String, lists: [String: [String]] = [:]) throws -> Pattern {
        let nodes = try lists.mapValues { try SlotLists.node(of: $0, place: TestPack.place) }
        return try PatternParser.parse(text, place: TestPack.place, lists: nodes)
    }

    static func clause(
        _ position: TriggerRule.Position, _ text: String, filing: TriggerRule.FilingCondition? = nil,
        source: TriggerRule.SourceCondition? = nil, groups: [TriggerRule.Group] = [], isFirm: Bool = false,
        language: String? = nil
    ) -> TriggerRule.Clause {
        TriggerRule.Clause(
            texts: [.init(position: position, patterns: [TestPack.pattern(text)])], filing: filing, source: source,
            groups: groups, isFirm: isFirm, language: language, place: TestPack.place)
    }

    static func events(
        _ clauses: [TriggerRule.Clause], unless: [TriggerRule.Clause] = [], _ item: Item,
        teller: TellerOrigin = TestPack.teller, languages: [LanguageWords] = []
    ) -> [Event] {
        let pack = RulePack(triggers: [TestPack.rule("one", clauses, unless: unless)], languages: languages)
        return Recogniser(pack: pack, accounts: []).recognise(item, teller: teller, received: TestPack.received).events
    }

    @Test(
        "a firm pattern's own words are no hedges; those around it are",
        arguments: [
            ("Acme Foods looking to fill 90 posts", true, false), ("Acme Foods looking to fill 90 posts", false, true),
            ("Acme Foods reportedly looking to fill 90 posts", true, true),
        ])
    func firm(title: String, isFirm: Bool, isHedged: Bool) {
        let rule = TestPack.rule(
            "hiring", [Self.clause(.headline, "{company} looking to fill {number} posts", isFirm: isFirm)])
        let pack = RulePack(
            triggers: [rule], hedges: ["looking to", "reportedly"].map(TestPack.pattern),
            fillers: [TestPack.pattern("reportedly")])
        #expect(TestPack.recognise(TestPack.item(title), pack: pack).events.map(\.isHedged) == [isHedged])
    }

    // MARK: Patterns

    struct Near: CustomTestStringConvertible, Sendable {
        var pattern: String
        var text: String
        var matched: String?
        var testDescription: String { "\(pattern) | \(text)" }
    }

    @Test(
        "parts near each other match in any order, inside one sentence, within the distance",
        arguments: [
            Near(pattern: "cut* ~3 jobs", text: "Acme cuts 400 more jobs today", matched: "cuts 400 more jobs"),
            Near(pattern: "cut* ~3 jobs", text: "400 jobs will be cut", matched: "jobs will be cut"),
            Near(pattern: "cut* ~2 jobs", text: "jobs at its mill are cut", matched: nil),
            Near(pattern: "cut* ~0 jobs", text: "job cuts and jobs cut", matched: "jobs cut"),
            Near(pattern: "cut* ~ jobs", text: "cuts; jobs", matched: nil),
            Near(pattern: "mill ~2 jobs ~2 cut*", text: "cuts of jobs at mill", matched: "cuts of jobs at mill"),
            Near(
                pattern: "{company} ~3 plant closes", text: "plant closes at Acme Foods",
                matched: "plant closes at Acme Foods"),
        ])
    func nearness(_ sample: Near) {
        #expect(MatcherTests.match(sample.pattern, sample.text)?.text == sample.matched)
    }

    @Test("nearness costs linear time on text that nearly matches everywhere")
    func linear() {
        let text = String(repeating: "cut mill cut mill ", count: 20_000)
        let clock = ContinuousClock()
        let time = clock.measure { _ = MatcherTests.match("(cut ~20 mill ~20 cut) ~20 (mill ~20 jobs)", text) }
        #expect(time < .seconds(30))
    }

    @Test("a listed slot keeps the word that stood there, as written, in the event")
    func listed() throws {
        let clause = TriggerRule.Clause(
            texts: [
                .init(
                    position: .headline,
                    patterns: [
                        try Self.pattern(
                            "{company} closes [its] {site}", lists: ["site": ["plant", "paper mill", "depot*"]])
                    ])
            ], filing: nil, place: TestPack.place)
        let slots = [
            "Corvane Foods closes its Paper Mill", "Corvane Foods closes depots", "Corvane Foods closes bank account",
        ].map { Self.events([clause], TestPack.item($0)).first?.slots["site"] }
        #expect(slots == ["Paper Mill", "depots", nil])
    }

    static let hasStems = WordStemmer().stem(Array("acquired".utf8)[...], language: "en") == Array("acquir".utf8)

    @Test(
        "a word in any inflection matches what has its stem in the language, and nothing that only begins alike",
        .enabled(if: hasStems, "libstemmer is not linked into this build"))
    func stems() throws {
        func matches(_ word: String, _ language: String, _ text: String) -> Bool {
            var clause = Self.clause(.headline, word)
            clause.texts[0].patterns[0].root = clause.texts[0].patterns[0].root.inflected(in: language)
            return !Self.events([clause], TestPack.item("Corvane Foods " + text)).isEmpty
        }
        #expect(
            ["acquire", "acquires", "acquired", "acquiring", "Acquisitive", "acquaintance"].map {
                matches("acquire", "en", $0)
            }
                == [true, true, true, true, false, false])
        #expect(
            ["relies", "relied", "rely", "reliant"].map { matches("rely", "en", $0) } == [true, true, true, false])
        #expect(
            ["Werke", "Werkes", "Werken", "Werkstatt"].map { matches("Werk", "de", $0) } == [true, true, true, false])
        #expect(["despidos", "despido", "despacho"].map { matches("despido", "es", $0) } == [true, true, false])
    }

    // MARK: Groups

    static let cut = "{company} cuts jobs"

    @Test("all, any and none are asked of the whole item")
    func groups() {
        func isTold(_ group: TriggerRule.Group, _ summary: String) -> Bool {
            !Self.events(
                [Self.clause(.headline, Self.cut, groups: [group])],
                TestPack.item("Corvane Foods cuts jobs", summary: summary)
            ).isEmpty
        }
        let plant = Self.clause(.lead, "plant*")
        let strike = Self.clause(.lead, "strike")
        let both = "A plant is on strike."
        #expect(
            [isTold(.init(.all, [plant, strike]), both), isTold(.init(.all, [plant, strike]), "A plant.")] == [
                true, false,
            ])
        #expect(
            [isTold(.init(.any, [plant, strike]), "A strike."), isTold(.init(.any, [plant, strike]), "Nothing.")]
                == [true, false])
        #expect(
            [isTold(.init(.none, [plant, strike]), "Nothing."), isTold(.init(.none, [plant, strike]), both)]
                == [true, false])
        // Groups inside groups: no plant, unless there is a strike too.
        let nested = TriggerRule.Group(.none, [Self.clause(.lead, "plant*", groups: [.init(.none, [strike])])])
        #expect([isTold(nested, both), isTold(nested, "A plant.")] == [true, false])
    }

    // MARK: Sources

    @Test("a source condition holds for the teller it describes, and never for what is not known of one")
    func sources() {
        func isTold(_ source: TriggerRule.SourceCondition, _ teller: TellerOrigin) -> Bool {
            !Self.events(
                [Self.clause(.headline, Self.cut, source: source)], TestPack.item("Corvane Foods cuts jobs"),
                teller: teller
            ).isEmpty
        }
        let register = TellerOrigin(source: "register", publisher: "State Register", isFirstHand: true, kind: .csv)
        let unknown = TestPack.teller
        let conditions: [TriggerRule.SourceCondition] = [
            .init(kinds: [.csv, .json]), .init(isFirstHand: true), .init(isFirstHand: false),
            .init(publishers: ["STATE register"]), .init(ids: ["register"]), .init(kinds: [.csv], ids: ["other"]),
        ]
        #expect(conditions.map { isTold($0, register) } == [true, true, false, true, true, false])
        #expect(conditions.map { isTold($0, unknown) } == [false, false, true, false, false, false])
    }

    @Test("an unless of a source alone stops the rule for items of that source")
    func unlessSource() {
        let stop = TriggerRule.Clause(
            texts: [], filing: nil, source: .init(publishers: ["wire"]), place: TestPack.place)
        let item = TestPack.item("Corvane Foods cuts jobs")
        #expect(Self.events([Self.clause(.headline, Self.cut)], unless: [stop], item).isEmpty)
        let other = TellerOrigin(source: "x", publisher: "X", isFirstHand: false)
        #expect(Self.events([Self.clause(.headline, Self.cut)], unless: [stop], item, teller: other).count == 1)
    }

    // MARK: The text of an item

    @Test("the position item reads the sections of the filing's items that are asked for, and no others")
    func sections() {
        let chief = "Harrowgate Mills appointed Petra Lindqvist as chief officer. "
        let lease = "Harrowgate Mills signed a lease. "
        let content = lease + chief
        let clause = Self.clause(
            .item, "{company} appointed {person} as chief officer", filing: .init(form: "8-K", items: ["5.02"]))
        func isTold(_ items: [String], _ sections: [FilingSection]) -> Bool {
            let filing = Filing(form: "8-K", items: items, sections: sections)
            return !Self.events([clause], TestPack.item("8-K", content: content, filing: filing)).isEmpty
        }
        let (start, end) = (lease.unicodeScalars.count, content.unicodeScalars.count)
        func cut(_ first: String, _ second: String) -> [FilingSection] {
            [FilingSection(code: first, start: 0, end: start), FilingSection(code: second, start: start, end: end)]
        }
        #expect(isTold(["1.01", "5.02"], cut("1.01", "5.02")))
        #expect(!isTold(["5.02", "1.01"], cut("5.02", "1.01")))
        #expect(!isTold(["5.02", "9.01"], cut("5.02", "EX-99.1")))
        // Without sections the text is one item's only where the filing declares one.
        #expect(isTold(["5.02", "9.01"], []))
        #expect(!isTold(["1.01", "5.02"], []))
    }

    // MARK: Languages

    static let german = LanguageWords(
        language: "de", knownBy: ["und", "zum", "streicht", "stellen"], hedges: [TestPack.pattern("(dürfte|soll)")],
        fillers: [TestPack.pattern("heute")])

    @Test("patterns of a language count for items in it, stated or told by its words, and its hedges only there")
    func languages() {
        let clauses = [
            Self.clause(.headline, "{company} streicht {number} stellen", language: "de"),
            Self.clause(.headline, "{company} soll {number} stellen streichen", language: "de"),
        ]
        func confidence(_ title: String, stated: String? = nil) -> Bool? {
            var item = TestPack.item(title)
            item.language = stated
            return Self.events(clauses, item, languages: [Self.german]).first.map { $0.confidence >= 0.5 }
        }
        #expect(confidence("Corvane Foods streicht 40 Stellen") == true)
        #expect(confidence("Corvane Foods heute streicht 40 Stellen") == true)
        #expect(confidence("Corvane Foods streicht 40 Stellen", stated: "de-CH") == true)
        #expect(confidence("Corvane Foods streicht 40 Stellen", stated: "en") == nil)
        #expect(confidence("Corvane Foods soll 40 Stellen streichen und schweigt zum Grund") == false)
        #expect(
            confidence(
                "What does “streicht” mean? The word for the one that cuts: Corvane Foods streicht 40 Stellen and that is of it"
            ) == nil)
    }

    @Test("a word that two languages are known by tells neither")
    func sharedWord() {
        let spanish = LanguageWords(language: "es", knownBy: ["zum", "plantas"])
        var compiler = PatternCompiler(lexicon: TestPack.lexicon)
        for word in Self.german.knownBy + spanish.knownBy { compiler.intern(word) }
        let teller = LanguageTeller([Self.german, spanish], lexicon: compiler.lexicon)
        func language(_ text: String) -> Int {
            let read = compiler.lexicon.read(text, field: .title)
            return teller.language(stated: nil, of: [read], lexicon: compiler.lexicon)
        }
        #expect(
            [language("Acme zum"), language("Acme und"), language("Acme plantas"), language("Acme")] == [0, 1, 2, 0])
    }
}
