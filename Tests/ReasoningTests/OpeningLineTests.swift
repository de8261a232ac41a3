import Testing

@testable import Reasoning

@Suite struct OpeningLineTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var reason: String
        var isBadNews = false
        var line: String

        var testDescription: String { reason }
    }

    static let cases = [
        Case(
            reason: "Acme has a new finance chief, Jane Roe.",
            line: "I read that Acme has a new finance chief, Jane Roe. What comes first?"),
        Case(
            reason: "The board of Acme has a new chair.",
            line: "I read that the board of Acme has a new chair. What comes first?"),
        Case(
            reason: "The Home Store has a new chair.",
            line: "I read that The Home Store has a new chair. What comes first?"),
        Case(reason: "Acme closes a plant", line: "I read that Acme closes a plant. What comes first?"),
        Case(
            reason: "Acme is dealing with a data breach.", isBadNews: true,
            line: "I read that Acme is dealing with a data breach. You will have a lot on your desk because of it, "
                + "so I will be brief. What comes first?"),
    ]

    @Test(arguments: cases) func `the opening line can be read aloud`(_ test: Case) {
        let line = OpeningLine.line(
            reason: test.reason, ask: "What comes first?", isBadNews: test.isBadNews, names: ["Acme", "The Home Store"])
        #expect(line == test.line)
    }
}
