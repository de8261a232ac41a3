import Testing

@testable import RuleLanguage

struct `The order of families` {
    private static let order = FamilyOrder(
        precedence: ["ma", "contract", "site", "layoff"], together: [["site", "layoff"], ["ma", "ownership"]])

    @Test(arguments: [
        ("contract", "ma", true), ("ma", "contract", false), ("layoff", "contract", true), ("layoff", "site", false),
        ("ma", "ma", false), ("ownership", "ma", false), ("ma", "ownership", false), ("own", "ma", false),
        ("ma", "own", false),
    ])
    func `lets the later of two give way unless they go together or one is not listed`(
        one: String, other: String, yields: Bool
    ) {
        #expect(Self.order.yields(one, to: other) == yields)
    }
}
