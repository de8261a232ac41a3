import RuleLanguage
import Testing
import TriggerModel

@testable import EventRecognition

@Suite("Pattern matching")
struct MatcherTests {
    /// The text a pattern matches in a sentence, and what its slots hold.
    static func match(_ pattern: String, _ text: String) -> (text: String, slots: [String])? {
        var compiler = PatternCompiler(lexicon: TestPack.lexicon)
        let program = compiler.add(TestPack.pattern(pattern))
        let lexicon = compiler.lexicon
        let read = lexicon.read(text, field: .title)
        let slots = SlotReader(
            text: read, sentence: read.sentences[0], hits: [], lexicon: lexicon, may: lexicon.id("may"))
        let matcher = Matcher(
            table: ProgramTable(compiler, wanted: [], lexicon: lexicon), skips: SkipTable(), slots: slots, cues: nil)
        return matcher.matches(of: program).first.map { found in
            (read.text(of: found.tokens), found.captures.map { "\($0.slot.rawValue)=\(read.text(of: $0.tokens))" })
        }
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var pattern: String
        var text: String
        var matched: String?
        var slots: [String]
        var testDescription: String { "\(pattern) | \(text)" }

        init(_ pattern: String, _ text: String, _ matched: String?, _ slots: String...) {
            self.pattern = pattern
            self.text = text
            self.matched = matched
            self.slots = slots
        }
    }

    @Test(
        "reads the rule language",
        arguments: [
            Case("chief financial officer", "our Chief Financial Officer", "Chief Financial Officer"),
            Case("chief financial officer", "chief finance officer", nil),
            Case("appoint*", "It was appointing her", "appointing"),
            Case("appoint*", "a disappointing year", nil),
            Case("(cat|small dog) barks", "the small dog barks", "small dog barks"),
            Case("[very] big", "very big", "very big"),
            Case("[very] big", "so big", "big"),
            Case("begin ... end", "begin one two three end", "begin one two three end"),
            Case("begin ... end", "begin 1 2 3 4 5 6 7 8 end", "begin 1 2 3 4 5 6 7 8 end"),
            Case("begin ... end", "begin 1 2 3 4 5 6 7 8 9 end", nil),
            Case("begin ... end", "begin; end", nil), Case("begin ... end", "rain; begin now, end", "begin now, end"),
            Case("co-founder quits", "Co-founder quits", "Co-founder quits"),
            Case("r&d chief", "the R&D chief", "R&D chief"),
            Case(
                "{company} buys {other}", "Acme buys Beta Foods", "Acme buys Beta Foods", "company=Acme",
                "other=Beta Foods"),
            Case(
                "{company} buys {other}", "Acme Inc. (NYSE: ACM) buys Beta", "Acme Inc. (NYSE: ACM) buys Beta",
                "company=Acme Inc", "other=Beta"),
            Case(
                "{company} buys {other}", "Acme, a maker of nails, buys Beta", "Acme, a maker of nails, buys Beta",
                "company=Acme", "other=Beta"),
            Case("{company} buys {other}", "Rain as Acme Buys Beta", "Acme Buys Beta", "company=Acme", "other=Beta"),
            Case(
                "{company} names {person} cfo", "Acme Expands Team, Names Jane Roe CFO",
                "Acme Expands Team, Names Jane Roe CFO", "company=Acme", "person=Jane Roe"),
            Case(
                "{company} names {person} as cfo", "Acme Names Jane Roe, M.D., as CFO",
                "Acme Names Jane Roe, M.D., as CFO",
                "company=Acme", "person=Jane Roe"),
            Case(
                "{company} raises {money}", "Acme raises about $5m", "Acme raises about $5m", "company=Acme",
                "money=about $5m"),
            Case("may fall", "in May fall colours", nil),
            Case("may fall", "Acme may fall", "may fall"),
        ])
    func reads(_ sample: Case) {
        let found = Self.match(sample.pattern, sample.text)
        #expect(found?.text == sample.matched)
        // A money slot keeps its approximator in the match, not in the capture.
        #expect(
            (found?.slots ?? []).map { $0.replacing("about ", with: "") }
                == sample.slots.map { $0.replacing("about ", with: "") })
    }

    @Test(
        "hears what is decided in every form of it, where a pattern begins with to or has it behind a party",
        arguments: [
            Case(
                "{company} (opens|to open) {place}", "Acme to open Ohio", "Acme to open Ohio", "company=Acme",
                "place=Ohio"),
            Case(
                "{company} (opens|to open) {place}", "Acme will open Ohio", "Acme will open Ohio", "company=Acme",
                "place=Ohio"),
            Case(
                "{company} (opens|to open) {place}", "Acme is opening Ohio", "Acme is opening Ohio", "company=Acme",
                "place=Ohio"),
            Case("{company} (opens|to open) {place}", "Acme opening Ohio", nil),
            Case("{company} (opens|to open) {place}", "Acme is opened Ohio", nil),
            Case("{company} (opens|to open) {place}", "Acme to opening Ohio", nil),
            Case("{company} to (close|cut) jobs", "Acme is cutting jobs", "Acme is cutting jobs", "company=Acme"),
            Case("{company} to (close|cut) jobs", "Acme will close jobs", "Acme will close jobs", "company=Acme"),
            Case("(to take over|buys) {other}", "is taking over Beta", "is taking over Beta", "other=Beta"),
            Case("to [also] tie up", "will also tie up", "will also tie up"),
            Case("to [also] tie up", "are also tying up", "are also tying up"),
            Case("access to open markets", "access will open markets", nil),
            Case("plans to open", "plans will open", nil),
        ])
    func hearsDecidedForms(_ sample: Case) {
        let found = Self.match(sample.pattern, sample.text)
        #expect(found?.text == sample.matched)
        #expect((found?.slots ?? []) == sample.slots)
    }

    @Test(
        "writes a verb's ending as it is spelt",
        arguments: [
            ("open", "opening"), ("close", "closing"), ("cut", "cutting"), ("ship", "shipping"), ("quit", "quitting"),
            ("buy", "buying"), ("axe", "axing"), ("tie", "tying"), ("see", "seeing"), ("submit", "submitting"),
            ("offer", "offering"), ("build", "building"), ("2", nil), ("re-open", nil),
        ])
    func spells(verb: String, progressive: String?) {
        #expect(DecidedForms.progressive(of: verb) == progressive)
    }

    @Test("a clause's words are found only in their own sentence")
    func sentences() {
        let result = TestPack.recognise(TestPack.item(nil, summary: "Acme acquires. Beta grew."))
        #expect(result.events.isEmpty)
    }

    @Test(
        "evil patterns stay linear",
        arguments: [
            "(a|a|a) ... (a|a|a) ... (a|a|a) ... (a|a|a) ... zebra",
            "[a] [a] [a] [a] [a] [a] [a] [a] [a] [a] [a] [a] a a a a a a a a a a a a zebra",
            "((((a|[a] a) ... a) ... a) ... a) zebra",
            "{company} ... {other} ... {person} ... zebra",
        ])
    func evil(_ pattern: String) {
        var compiler = PatternCompiler(lexicon: TestPack.lexicon)
        let program = compiler.add(TestPack.pattern(pattern))
        let lexicon = compiler.lexicon
        let clock = ContinuousClock()
        let text = String(repeating: "a A Bob ", count: 4000) + "zebra"
        let read = lexicon.read(text, field: .content)
        let time = clock.measure {
            for sentence in read.sentences {
                let slots = SlotReader(
                    text: read, sentence: sentence, hits: [], lexicon: lexicon, may: lexicon.id("may"))
                let matcher = Matcher(
                    table: ProgramTable(compiler, wanted: [], lexicon: lexicon), skips: SkipTable(), slots: slots,
                    cues: nil)
                _ = matcher.matches(of: program)
            }
        }
        // 12,001 words; a matcher that forgets would take years.
        #expect(time < .seconds(30))
    }
}
