import RuleLanguage
import Testing
import TriggerModel

@testable import ProfileMatching

/// How an event reaches accounts that it does not happen to.
@Suite struct RelationTests {
    static let every = [Sample.profile(reasons: [Sample.clause(["*"], Relation.allCases)])]

    static func outcome(
        _ trigger: String, _ parties: [Party], slots: [String: String] = [:], headline: String? = nil,
        _ accounts: [Account], profiles: [Profile] = every
    ) -> MatchOutcome {
        var event = Sample.event(trigger, parties)
        event.slots = slots
        if let headline {
            event.evidence = [Evidence(span: Span(field: .title, start: 0, end: 1), text: "x", quote: headline)]
        }
        return ProfileMatcher(profiles: profiles, accounts: accounts, rules: nil).match(event)
    }

    static func lines(_ outcome: MatchOutcome) -> [String] {
        outcome.matches.map { "\($0.account) \($0.relation.rawValue)" }
            + outcome.gates.map { "\($0.account ?? "-") \($0.gate.gate)" }
    }

    // MARK: Direction

    @Test func `whom an account lists is touched from the other end`() {
        let acme = Account(
            id: "acme", name: "Acme Pumps", incumbents: [.named("Incu")], rivals: [.named("Riva")],
            customers: [.named("cust ltd"), .account("c2")], suppliers: [.named("Supp")])
        let others = [
            Account(id: "c1", name: "Cust Ltd"), Account(id: "c2", name: "Other"), Account(id: "i", name: "Incu"),
            Account(id: "r", name: "Riva"), Account(id: "s", name: "S Holdings", aliases: ["Supp"]),
        ]
        let outcome = Self.outcome("layoff", [Sample.subject("Acme", .account("acme"))], [acme] + others)
        #expect(Self.lines(outcome) == ["acme itself", "c1 supplier", "c2 supplier", "r rival", "s customer"])
        #expect(
            outcome.matches.first { $0.account == "s" }?.trace.first
                == "subject \"Acme\" is listed as customer of account s (downstream, distance 1), as account acme lists it"
        )
    }

    @Test func `a name that two accounts bear reaches neither`() {
        let accounts = [
            Account(id: "acme", name: "Acme", customers: [.named("Twin")]), Account(id: "t1", name: "Twin"),
            Account(id: "t2", name: "TWIN"),
        ]
        let outcome = Self.outcome("layoff", [Sample.subject("Acme", .account("acme"))], accounts)
        #expect(Self.lines(outcome) == ["acme itself"])
    }

    @Test func `every relation has a direction, a distance and a rank of its own`() {
        #expect(Set(Relation.allCases.map(\.rank)).count == Relation.allCases.count)
        #expect(
            Relation.allCases.map { "\($0.rawValue) \($0.direction.rawValue) \($0.distance)" } == [
                "itself own 0", "rival sideways 1", "incumbent upstream 1", "customer downstream 1",
                "supplier upstream 1", "industry sideways 2", "market sideways 2", "person own 1",
            ])
    }

    // MARK: Industry and market

    static let makers = [
        Account(id: "dairy", name: "D", industry: "dairy", region: "Ohio", country: "US"),
        Account(id: "mill", name: "M", industry: "steel maker", region: "TX", country: "US"),
        Account(id: "bank", name: "B", industry: "Banking", country: "DE"),
        Account(id: "maker", name: "K", industry: "manufacturing"),
        Account(id: "tagged", name: "T", tags: ["Steel"]),
    ]

    struct Wide: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var trigger = "industry.shock"
        var slots: [String: String] = [:]
        var headline: String?
        var touched: [String]
    }

    @Test(arguments: [
        Wide(
            testDescription: "its own industry", slots: ["industry": "steel"],
            touched: ["mill industry", "tagged industry"]),
        Wide(
            testDescription: "a wide industry has the narrow ones in it", slots: ["industry": "manufacturers"],
            touched: ["dairy industry", "maker industry", "mill industry"]),
        Wide(testDescription: "a place alone is a market", slots: ["place": "Ohio"], touched: ["dairy market"]),
        Wide(
            testDescription: "a country has all its accounts", slots: ["country": "United States"],
            touched: ["dairy market", "mill market"]),
        Wide(testDescription: "a union of countries", slots: ["place": "European Union"], touched: ["bank market"]),
        Wide(
            testDescription: "an industry in a place, and nobody whose place is not known",
            slots: ["industry": "manufacturing", "place": "Texas"], touched: ["mill industry"]),
        Wide(
            testDescription: "what the headline names, where the rule has no slot",
            headline: "Strike stops dairies across the north", touched: ["dairy industry"]),
        Wide(
            testDescription: "a headline that names half the economy names nothing",
            headline: "Banks, dairies, hotels and hospitals brace for rates", touched: ["- no-account"]),
        Wide(
            testDescription: "a place in an event of one company is no market", trigger: "site.closure",
            slots: ["place": "Ohio", "industry": "dairy"], touched: ["- no-account"]),
        Wide(testDescription: "nothing named", touched: ["- no-account"]),
    ]) func `an event about an industry or a market reaches those in it`(_ test: Wide) {
        let outcome = Self.outcome(test.trigger, [], slots: test.slots, headline: test.headline, Self.makers)
        #expect(Self.lines(outcome) == test.touched)
    }

    @Test func `where no profile asks for industries, an industry's event touches nobody`() {
        let profiles = [Sample.profile(reasons: [Sample.clause(["*"], [.itself])])]
        let outcome = Self.outcome("industry.shock", [], slots: ["industry": "steel"], Self.makers, profiles: profiles)
        #expect(Self.lines(outcome) == ["- no-account"])
    }

    // MARK: Person

    static func employer(_ id: String, _ name: String, role: String = "cfo", person: String = "Jane Roe") -> Account {
        Account(id: id, name: name, contacts: [Contact(name: person, role: role)])
    }

    struct Move: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var accounts: [Account]
        var parties = [Sample.subject("Zenith")]
        var trigger = "leadership.cfo"
        var slots = ["person": "Ms. Jane A. Roe", "role": "Chief Financial Officer"]
        var touched: [String]
    }

    @Test(arguments: [
        Move(testDescription: "name and role", accounts: [employer("a", "Acme")], touched: ["a person"]),
        Move(
            testDescription: "name and employer, whatever the role",
            accounts: [employer("a", "Acme", role: "controller")],
            parties: [Sample.subject("Zenith"), Sample.mentioned("Acme", .account("a"))], touched: ["a person"]),
        Move(
            testDescription: "the employer by the slot", accounts: [employer("a", "Acme", role: "x")],
            slots: ["person": "Jane Roe", "employer": "ACME"], touched: ["a person"]),
        Move(
            testDescription: "the name alone", accounts: [employer("a", "Acme", role: "cio")],
            touched: ["a person-unsure"]),
        Move(
            testDescription: "as sure at two accounts", accounts: [employer("a", "Acme"), employer("b", "Beta")],
            touched: ["a person-ambiguous", "b person-ambiguous"]),
        Move(
            testDescription: "the employer decides between two",
            accounts: [employer("a", "Acme"), employer("b", "Beta")],
            parties: [Sample.subject("Zenith"), Sample.mentioned("Beta", .account("b"))],
            touched: ["b person", "a person-unsure"]),
        Move(
            testDescription: "somebody else", accounts: [employer("a", "Acme", person: "June Roe")],
            touched: ["- no-account"]),
        Move(
            testDescription: "a first name is nobody", accounts: [employer("a", "Acme", person: "Jane")],
            slots: ["person": "Jane", "role": "cfo"], touched: ["- no-account"]),
        Move(
            testDescription: "a quotation is no move", accounts: [employer("a", "Acme")],
            trigger: "statement.executive", touched: ["- no-account"]),
        Move(
            testDescription: "at the account itself, that is nearer", accounts: [employer("a", "Acme")],
            parties: [Sample.subject("Acme", .account("a"))], touched: ["a itself"]),
    ]) func `a contact who moves needs a second field that agrees`(_ test: Move) {
        let outcome = Self.outcome(test.trigger, test.parties, slots: test.slots, test.accounts)
        #expect(Self.lines(outcome) == test.touched)
    }

    // MARK: Fields

    @Test(arguments: [
        (AccountPredicate.oneOf(.rivals, ["riva"]), true), (.oneOf(.customers, ["Cust"]), true),
        (.oneOf(.suppliers, ["riva"]), false), (.oneOf(.contacts, ["CFO"]), true),
        (.oneOf(.domain, ["acme.example"]), true),
        (.oneOf(.ticker, ["NYSE:ACM"]), true), (.oneOf(.timezone, ["Europe/Paris"]), false),
        (.oneOf(.name, ["acme pumps"]), true), (.oneOf(.id, ["acme"]), true),
        (.not(.any([.oneOf(.rivals, ["x"]), .range(.employees, atLeast: 1, atMost: 5)])), true),
    ]) func `a condition may ask for any field`(_ predicate: AccountPredicate, _ holds: Bool) {
        let account = Account(
            id: "acme", name: "Acme", aliases: ["Acme Pumps"], domain: "acme.example", ticker: "NYSE:ACM", employees: 9,
            rivals: [.named("Riva")], customers: [.named("Cust")], contacts: [Contact(name: "N", role: "cfo")])
        let directory = AccountDirectory([account])
        #expect(CompiledPredicate(predicate).holds(for: account, in: directory) == holds)
    }

    // MARK: Whatever comes in

    @Test func `every account touched has one match or one gate, and activities alone have neither`() {
        var random = SplitMix(seed: 5)
        let industries = ["steel", "dairy", "bank", nil]
        let accounts = (0..<60).map { number in
            Account(
                id: "a\(number)", name: "Company \(number % 50)", industry: industries.randomElement(using: &random)!,
                region: ["Ohio", "TX", nil].randomElement(using: &random)!,
                status: number % 9 == 0 ? .excluded : .active,
                rivals: [.account("a\(Int.random(in: 0...70, using: &random))")],
                customers: [.named("Company \(Int.random(in: 0...70, using: &random))")],
                contacts: [Contact(name: "Jane Roe", role: ["cfo", "cio"].randomElement(using: &random)!)])
        }
        let profiles = [
            Sample.profile("a", .oneOf(.industry, ["steel"]), reasons: [Sample.clause(["*"], [.itself, .person])]),
            Sample.profile(
                "b", .oneOf(.region, ["ohio"]), reasons: [Sample.clause(["*"], Relation.allCases)],
                notReasons: ["layoff"]),
        ]
        let triggers = ["leadership.cfo", "layoff", "industry.shock", "ma.agreement", "asset.download"]
        let rules = RulePack(
            triggers: triggers.map {
                Sample.rule($0, kind: $0 == "asset.download" ? .activity : .event, otherSide: $0 == "ma.agreement")
            })
        let matcher = ProfileMatcher(profiles: profiles, accounts: accounts, rules: rules)
        for _ in 0..<150 {
            let trigger = triggers.randomElement(using: &random)!
            let number = Int.random(in: 0...70, using: &random)
            var event = Sample.event(
                trigger,
                [
                    Sample.subject("Company \(number)", .account("a\(number)")),
                    Sample.other("Company 7", .account("a7")), Sample.mentioned("Company 3", .account("a3")),
                ])
            event.slots = ["person": "Jane Roe", "industry": "steel"]
            let outcome = matcher.match(event)
            let touched = outcome.matches.map(\.account) + outcome.gates.compactMap(\.account)
            #expect(Set(touched).count == touched.count)
            if trigger == "asset.download" {
                #expect(outcome.matches == [] && outcome.gates.map(\.gate.gate) == ["activity"])
            } else {
                #expect(!touched.isEmpty || outcome.gates.count == 1)
            }
            for gate in outcome.gates {
                guard let account = gate.account else { continue }
                #expect(matcher.verdict(on: event, for: account) == .gate(gate.gate))
            }
            for match in outcome.matches { #expect(matcher.verdict(on: event, for: match.account) == .match(match)) }
        }
    }

    @Test func `ten thousand activities on one account are no reason`() {
        let rules = Sample.pack(Sample.rule("asset.download", kind: .activity))
        let matcher = ProfileMatcher(profiles: Self.every, accounts: [Account(id: "acme", name: "Acme")], rules: rules)
        for number in 0..<10_000 {
            let event = Sample.event("asset.download", [Sample.subject("Acme", .account("acme"))], id: "e\(number)")
            let outcome = matcher.match(event)
            guard outcome.matches.isEmpty, outcome.gates.map(\.gate.gate) == ["activity"] else {
                Issue.record("activity \(number) became \(outcome)")
                return
            }
        }
    }
}

/// SplitMix64: the same sequence on every machine.
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
