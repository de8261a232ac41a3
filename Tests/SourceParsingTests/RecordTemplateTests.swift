import Testing

@testable import SourceParsing

@Suite("The template of a record's part")
struct RecordTemplateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var template: String
        var values: [String: String]
        var text: String?
        var testDescription: String { "\(template) with \(values)" }
    }

    static let cases = [
        Case(template: "WARN", values: [:], text: "WARN"),
        Case(template: "{Company}", values: ["Company": "Acme"], text: "Acme"),
        Case(template: "{Company}", values: [:], text: nil),
        Case(template: "{Company} in {City}", values: ["Company": "Acme", "City": "Ulm"], text: "Acme in Ulm"),
        Case(template: "{Company} in {City}", values: ["Company": "Acme"], text: "Acme in"),
        Case(template: "Notice: {Company}", values: [:], text: nil),
        Case(template: "{a|b}", values: ["b": "2"], text: "2"),
        Case(template: "{a|b}", values: ["a": "1", "b": "2"], text: "1"),
        Case(template: "{ a | b }", values: ["a": "  ", "b": "2"], text: "2"),
        Case(template: "{a}[, {b}]", values: ["a": "1", "b": "2"], text: "1, 2"),
        Case(template: "{a}[, {b}]", values: ["a": "1"], text: "1"),
        Case(template: "{a}[, {b} of {c}]", values: ["a": "1", "b": "2"], text: "1"),
        Case(template: "[{b}: ]{a}", values: ["b": "2"], text: "2:"),
        Case(template: "[only {b}]", values: [:], text: nil),
        Case(template: "{a}", values: ["a": "{b} [c]"], text: "{b} [c]"),
    ]

    @Test("is filled", arguments: cases)
    func filled(_ example: Case) throws {
        let template = try RecordTemplate<String>(example.template) { $0 }
        #expect(template.text { example.values[$0] } == example.text)
    }

    struct Address: Sendable, CustomTestStringConvertible {
        var template: String
        var value: String
        var address: String?
        var testDescription: String { "\(template) with \(value)" }
    }

    static let addresses = [
        Address(template: "{a}", value: "https://x.example/1?b=2", address: "https://x.example/1?b=2"),
        Address(template: "{a}", value: "/relative", address: "/relative"),
        Address(template: "https://x.example/n/{a}", value: "A & B/2", address: "https://x.example/n/A%20%26%20B%2F2"),
        Address(template: "https://x.example/?q={a}", value: "ü#?", address: "https://x.example/?q=%C3%BC%23%3F"),
        Address(
            template: "https://x.example{a}/doc", value: "/company/1 2", address: "https://x.example/company/1%202/doc"),
        Address(template: "https://x.example{a}", value: "@evil.example", address: "https://x.example%40evil.example"),
        Address(template: "https://x.example/{a}", value: "/b/c", address: "https://x.example/%2Fb%2Fc"),
        Address(template: "https://x.example/{a}", value: "", address: nil),
    ]

    @Test("makes an address in which a value cannot break out of its place", arguments: addresses)
    func address(_ example: Address) throws {
        let template = try RecordTemplate<String>(example.template) { $0 }
        #expect(template.address { _ in example.value } == example.address)
    }

    @Test(
        "that cannot be read says why",
        arguments: [
            ("{a", "a '{' is never closed: {a"), ("a}", "a '}' closes nothing: a}"),
            ("[{a}", "a '[' is never closed: [{a}"), ("{a}]", "a ']' closes nothing: {a}]"),
            ("[[{a}]]", "a [segment] stands inside another: [[{a}]]"),
            ("[x] {a}", "a [segment] has no reference in it: [x] {a}"), ("{}", "a reference is empty: {}"),
            ("{a|}", "a reference is empty: {a|}"), ("{{a}}", "a reference is empty: {{a}}"),
        ])
    func broken(template: String, message: String) {
        #expect(throws: ParseFault(.badSelector, message)) { try RecordTemplate<String>(template) { $0 } }
    }
}
