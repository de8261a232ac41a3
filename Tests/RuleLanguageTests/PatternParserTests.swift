import RuleLanguage
import Testing

@Suite("A pattern")
struct PatternParserTests {
    static let place = SourcePlace(file: "rules/x.yaml", line: 3, column: 9)

    struct Reading: Sendable, CustomTestStringConvertible {
        var text: String
        var root: Pattern.Node
        var testDescription: String { text }

        init(_ text: String, _ root: Pattern.Node) {
            self.text = text
            self.root = root
        }
    }

    static let readings = [
        Reading("cfo", .word("cfo")),
        Reading("appoint*", .stem("appoint")),
        Reading("  finance\tchief ", .sequence([.word("finance"), .word("chief")])),
        Reading("{company} names", .sequence([.slot(.company), .word("names")])),
        Reading("(names|taps)", .alternatives([.word("names"), .word("taps")])),
        Reading("(names)", .word("names")),
        Reading("names [its] cfo", .sequence([.word("names"), .optional(.word("its")), .word("cfo")])),
        Reading("a [b|c]", .sequence([.word("a"), .optional(.alternatives([.word("b"), .word("c")]))])),
        Reading(
            "names ... (finance chief|cfo)",
            .sequence([
                .word("names"), .gap, .alternatives([.sequence([.word("finance"), .word("chief")]), .word("cfo")]),
            ])),
        Reading("a…b", .sequence([.word("a"), .gap, .word("b")])),
        Reading("co-founder u.s. r&d 8-k", .sequence(["co-founder", "u.s.", "r&d", "8-k"].map(Pattern.Node.word))),
        Reading("{company}: offer", .sequence([.slot(.company), .mark(.colon), .word("offer")])),
        Reading(
            "update: (a|b) : c",
            .sequence([
                .word("update"), .mark(.colon), .alternatives([.word("a"), .word("b")]), .mark(.colon), .word("c"),
            ])),
        Reading("{company} 's chief", .sequence([.slot(.company), .mark(.possessive), .word("chief")])),
        Reading("moody's chief", .sequence([.word("moody's"), .word("chief")])),
        Reading("at 18:30", .sequence([.word("at"), .word("18:30")])),
        Reading("mergers & deals", .sequence([.word("mergers"), .word("&"), .word("deals")])),
        Reading(
            "{company} $hires {person}",
            .sequence([.slot(.company), .alternatives([.word("hires"), .stem("appoint")]), .slot(.person)])),
        Reading("to $one", .sequence([.word("to"), .word("alone")])),
    ]

    static let macros = [
        "hires": [
            Pattern(text: "hires", root: .word("hires"), place: place),
            Pattern(text: "appoint*", root: .stem("appoint"), place: place),
        ],
        "one": [Pattern(text: "alone", root: .word("alone"), place: place)],
        "none": [],
    ].mapValues(Macro.init)

    @Test("is read as its tree", arguments: readings)
    func reads(_ reading: Reading) throws {
        let pattern = try PatternParser.parse(reading.text, place: Self.place, macros: Self.macros)
        #expect(pattern == Pattern(text: reading.text, root: reading.root, place: Self.place))
    }

    struct Slip: Sendable, CustomTestStringConvertible {
        var text: String
        var fault: String
        var testDescription: String { text }

        init(_ text: String, _ fault: String) {
            self.text = text
            self.fault = fault
        }
    }

    static let slips = [
        Slip("", "column 1: pattern is empty"),
        Slip("   ", "column 1: pattern is empty"),
        Slip("a (b|c", "column 3: '(' is never closed with ')'"),
        Slip("a [b", "column 3: '[' is never closed with ']'"),
        Slip("a {company", "column 3: '{' is never closed with '}'"),
        Slip("a b)", "column 4: ')' without its '('"),
        Slip("a b]", "column 4: ']' without its '['"),
        Slip("a b}", "column 4: '}' without its '{'"),
        Slip("a (b]", "column 5: expected ')' to close the '(' of column 3, found ']'"),
        Slip("a (b|)", "column 6: empty alternative; for words that may be missing write [a|b]"),
        Slip("a (|b)", "column 4: empty alternative; for words that may be missing write [a|b]"),
        Slip("a ()", "column 4: nothing between '(' and ')'"),
        Slip("a|b", "column 2: alternatives need parentheses around them: (a|b)"),
        Slip("{compny} buys", "column 1: unknown slot {compny} (did you mean company?)"),
        Slip(
            "{x} buys",
            "column 1: unknown slot {x} (valid: company, other, person, role, money, number, percent, date …)"),
        Slip("{person|she} joins", "column 1: a slot in a pattern takes no fallback: {person}"),
        Slip("names * cfo", "column 7: '*' alone matches any word; write a stem (appoint*) or a gap (...)"),
        Slip("ap* cfo", "column 1: stem ap* is shorter than 3 letters and would match too much"),
        Slip("app*int cfo", "column 4: '*' stands only at the end of a word, as in appoint*"),
        Slip("... cfo", "column 1: a gap '...' needs words on both sides; at the edge of a pattern it does nothing"),
        Slip("cfo ...", "column 7: a gap '...' needs words on both sides; at the edge of a pattern it does nothing"),
        Slip("cfo [...]", "column 9: a gap '...' needs words on both sides; at the edge of a pattern it does nothing"),
        Slip("a ... ... b", "column 7: two gaps in a row; one '...' is enough"),
        Slip(
            "{company} [names] {person}",
            "column 1: pattern needs at least one plain word outside [...]; slots and gaps alone would match any text"),
        Slip(
            "{company} (names|{person})",
            "column 1: pattern needs at least one plain word outside [...]; slots and gaps alone would match any text"),
        Slip("names $hire cfo", "column 7: unknown macro $hire (did you mean $hires?)"),
        Slip("names $none cfo", "column 7: macro $none has no patterns"),
        Slip(
            "{company}: [offer]",
            "column 1: pattern needs at least one plain word outside [...]; slots and gaps alone would match any text"),
        Slip("raises $5", "column 8: unknown macro $5 (valid: $hires, $none, $one)"),
        Slip(
            "raises $ now", "column 8: '$' begins a macro name, as in $how-to; an amount of money is the slot {money}"),
        Slip(
            "names , cfo",
            "column 7: ',' has no letter or digit; punctuation in the text is never matched, leave it out"),
    ]

    @Test("with a slip is refused with the column and the remedy", arguments: slips)
    func refuses(_ slip: Slip) {
        let fault = #expect(throws: PatternFault.self) {
            try PatternParser.parse(slip.text, place: Self.place, macros: Self.macros)
        }
        #expect(fault?.description == slip.fault)
    }

    @Test("of any size costs bounded time and gives a fault, never a crash")
    func bounds() {
        let hostile = [
            String(repeating: "(", count: 900), String(repeating: "[a ", count: 300) + "b",
            String(repeating: "a|", count: 450), String(repeating: "x", count: 2_000_000),
            String(repeating: "x ", count: 2001),
            String(repeating: "$", count: 4000), String(repeating: "{", count: 4000),
        ]
        for text in hostile {
            #expect(throws: PatternFault.self) { try PatternParser.parse(text, place: Self.place) }
        }
    }

    @Test("that macros blow up is refused, however the macros nest")
    func macroBomb() {
        // Each level is ten times the one before: a million words at the seventh.
        var definitions = [MacroTable.Definition(name: "m0", patterns: [("word", Self.place)])]
        for level in 1...7 {
            let text = "(" + (0..<10).map { _ in "$m\(level - 1)" }.joined(separator: "|") + ")"
            definitions.append(MacroTable.Definition(name: "m\(level)", patterns: [(text, Self.place)]))
        }
        let table = MacroTable(definitions)
        #expect(
            table.failures.first?.fault.message == "pattern with its macros has more than 6000 parts; split it")
        #expect(table.macros["m3"]?.patterns.first != nil)
    }

    @Test("of a macro may use macros defined later, but not itself")
    func macroOrder() {
        let table = MacroTable([
            .init(name: "a", patterns: [("x $b", Self.place)]),
            .init(name: "b", patterns: [("y", Self.place), ("{role}", Self.place)]),
            .init(name: "c", patterns: [("$d", Self.place)]), .init(name: "d", patterns: [("z $c", Self.place)]),
        ])
        #expect(
            table.macros["a"]?.patterns.map(\.root) == [
                .sequence([.word("x"), .alternatives([.word("y"), .slot(.role)])])
            ])
        #expect(
            table.failures.map(\.fault.message) == [
                "macro $c uses itself: $c → $d → $c", "macro $d uses itself: $d → $c → $d",
            ])
    }

    @Test("macros in a chain of thousands, or in one circle, are read in linear time")
    func macroChains() {
        let count = 5000
        func definitions(last: String) -> [MacroTable.Definition] {
            (0..<count).map {
                MacroTable.Definition(name: "m\($0)", patterns: [($0 + 1 < count ? "$m\($0 + 1)" : last, Self.place)])
            }
        }
        #expect(MacroTable(definitions(last: "word")).macros["m0"]?.patterns.map(\.root) == [.word("word")])
        let circle = MacroTable(definitions(last: "$m0"))
        #expect(circle.failures.count == count)
        #expect(circle.failures.first?.fault.message.hasPrefix("macro $m0 uses itself: $m0 → $m1 → ") == true)
    }
}
