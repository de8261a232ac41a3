import RuleLanguage
import Testing

@Suite("Wording")
struct WordingTests {
    static let place = SourcePlace(file: "rules/x.yaml", line: 3, column: 9)

    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var values: [String: String]
        var line: String
        var testDescription: String { line }

        init(_ text: String, _ values: [String: String], _ line: String) {
            self.text = text
            self.values = values
            self.line = line
        }
    }

    static let cases = [
        Case("{company} has a new chief.", ["company": "Acme"], "Acme has a new chief."),
        Case("What has {person|the new CFO} asked?", [:], "What has the new CFO asked?"),
        Case("What has {person|the new CFO} asked?", ["person": " "], "What has the new CFO asked?"),
        Case("What has {person|the new CFO} asked?", ["person": "Jane Roe"], "What has Jane Roe asked?"),
        Case("{company} has a chief[, {person}].", ["company": "Acme"], "Acme has a chief."),
        Case("{company} has a chief[, {person}].", ["company": "Acme", "person": "Jo"], "Acme has a chief, Jo."),
        Case("It [took [{money} from ]{other}] on.", ["other": "Beta"], "It took Beta on."),
        Case("It [took [{money} from ]{other}] on.", ["money": "$5"], "It on."),
        Case("Sold {product} , today .", [:], "Sold, today."),
        Case("{other} bought {company}.", ["company": "Acme Inc."], "Bought Acme Inc."),
        Case(
            "He joined {company}. {person} left.", ["company": "Acme Inc.", "person": "jo"],
            "He joined Acme Inc. Jo left."),
        Case("Since {company} {person|the CFO} asks.", ["company": "Acme Inc."], "Since Acme Inc. the CFO asks."),
        Case("{company} left. {person|the CFO} asks.", ["company": "Acme"], "Acme left. The CFO asks."),
        Case("{company} grows.", ["company": "iRobot"], "iRobot grows."),
        Case("{company} grows.", ["company": "éclair"], "Éclair grows."),
        Case("Uses {product} now", ["product": ".NET"], "Uses .NET now"),
        Case("{company} wins", ["company": "A\r\nBcc: all\u{0}@x\u{202E}evil"], "A Bcc: all@xevil wins"),
        Case("Wait... {company}", ["company": "Acme"], "Wait... Acme"),
    ]

    @Test("prints its slots as one careful line", arguments: cases)
    func renders(_ test: Case) throws {
        let template = try WordingParser.parse(test.text, place: Self.place)
        #expect(template.text == test.text)
        #expect(template.render(test.values) == test.line)
    }

    @Test(
        "with a slip is refused with the column and the remedy",
        arguments: [
            ("", "column 1: wording is empty"),
            ("{compny} grows", "column 1: unknown slot {compny} (did you mean company?)"),
            ("A {company", "column 3: '{' is never closed with '}'"),
            ("A} b", "column 2: '}' without its '{'"),
            ("A [b {person}", "column 3: '[' is never closed with ']'"),
            ("A ] b", "column 3: ']' without its '['"),
            ("A [b] c", "column 3: a [...] segment without a slot is never left out; drop the brackets"),
            ("A {person|[x]}", "column 3: the fallback of {person|…} is plain words, without brackets"),
            ("A {person|}", "column 3: the fallback of {person|} is empty; write [… {person} …] to leave words out"),
            ("[[[[[{person}]]]]]", "column 5: brackets are nested more than 4 deep"),
        ])
    func refuses(text: String, message: String) {
        let fault = #expect(throws: PatternFault.self) { try WordingParser.parse(text, place: Self.place) }
        #expect(fault?.description == message)
    }
}
