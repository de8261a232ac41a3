import RuleLanguage
import Testing
import TriggerModel

@testable import ProfileMatching

@Suite struct CompiledPredicateTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var predicate: AccountPredicate
        /// What decides: the clauses that hold, or the first that does not.
        var holds: [String]?
        var failure: String?

        var testDescription: String { name }
    }

    static let account = Account(
        id: "acme", name: "Acme Pumps", industry: "Manufacturing", employees: 240, region: "Midwest", country: "US",
        status: .active, tags: ["key-account", "Water"], incumbents: [.named("Zenith Systems"), .account("nadir")],
        products: ["metering"])

    static let cases = [
        Case(
            name: "text without regard to case", predicate: .oneOf(.industry, ["manufacturing", "mining"]),
            holds: ["industry is one of manufacturing, mining"]),
        Case(
            name: "text that differs", predicate: .oneOf(.industry, ["mining"]),
            failure: "industry is Manufacturing, not one of mining"),
        Case(
            name: "text not known", predicate: .oneOf(.owner, ["ana"]),
            failure: "owner is not known, must be one of ana"),
        Case(name: "any of the tags", predicate: .oneOf(.tags, ["water"]), holds: ["tags is one of water"]),
        Case(
            name: "none of the tags", predicate: .oneOf(.tags, ["steel"]),
            failure: "tags is key-account, Water, not one of steel"),
        Case(name: "status", predicate: .oneOf(.status, ["active"]), holds: ["status is one of active"]),
        Case(
            name: "products owned", predicate: .oneOf(.products, ["metering"]), holds: ["products is one of metering"]),
        Case(
            name: "incumbent by name", predicate: .oneOf(.incumbents, ["zenith systems"]),
            holds: ["incumbents is one of zenith systems"]),
        Case(
            name: "incumbent that is an account, by its name", predicate: .oneOf(.incumbents, ["Nadir Tools"]),
            holds: ["incumbents is one of Nadir Tools"]),
        Case(
            name: "number at the lower end", predicate: .range(.employees, atLeast: 240, atMost: 500),
            holds: ["employees is 240 to 500"]),
        Case(
            name: "number at the upper end", predicate: .range(.employees, atLeast: nil, atMost: 240),
            holds: ["employees is at most 240"]),
        Case(
            name: "number too small", predicate: .range(.employees, atLeast: 241, atMost: nil),
            failure: "employees is 240, not at least 241"),
        Case(
            name: "number not known", predicate: .range(.revenue, atLeast: 1, atMost: nil),
            failure: "revenue is not known, must be at least 1"),
        Case(
            name: "a range turned round holds for nobody", predicate: .range(.employees, atLeast: 500, atMost: 50),
            failure: "no account can fit an empty choice"),
        Case(
            name: "all shows every clause",
            predicate: .all([.oneOf(.country, ["US"]), .range(.employees, atLeast: 50, atMost: 500)]),
            holds: ["country is one of US", "employees is 50 to 500"]),
        Case(
            name: "all stops at the first that fails",
            predicate: .all([.oneOf(.country, ["US"]), .oneOf(.region, ["South"]), .oneOf(.tags, ["steel"])]),
            failure: "region is Midwest, not one of South"),
        Case(
            name: "any shows the one that held",
            predicate: .any([.oneOf(.country, ["GB"]), .oneOf(.region, ["Midwest"])]),
            holds: ["region is one of Midwest"]),
        Case(
            name: "any that fails shows each",
            predicate: .any([.oneOf(.country, ["GB"]), .oneOf(.region, ["South"])]),
            failure: "country is US, not one of GB and region is Midwest, not one of South"),
        Case(
            name: "not holds by what the account has", predicate: .not(.oneOf(.industry, ["finance"])),
            holds: ["industry is Manufacturing, not one of finance"]),
        Case(
            name: "not fails by what it has", predicate: .not(.oneOf(.tags, ["water"])),
            failure: "tags is one of water and so shut out"),
        Case(name: "nothing asked", predicate: .all([]), holds: []),
        Case(
            name: "a long list shows its beginning", predicate: .oneOf(.region, (1...9).map { "r\($0)" }),
            failure: "region is Midwest, not one of r1, r2, r3, r4, r5, r6 and 3 more"),
    ]

    @Test(arguments: cases) func `a predicate holds, or names the first clause that does not`(_ test: Case) {
        let directory = AccountDirectory([Self.account, Account(id: "nadir", name: "Nadir Tools")])
        let predicate = CompiledPredicate(test.predicate)
        let holds = predicate.holds(for: Self.account, in: directory)
        #expect(holds == (test.holds != nil))
        #expect(predicate.firstFailure(for: Self.account, in: directory) == test.failure)
        if let clauses = test.holds {
            #expect(predicate.decidingClauses(for: Self.account, in: directory) == clauses)
        }
    }
}
