import RuleLanguage
import Testing
import TriggerModel

@testable import ProfileMatching

@Suite struct ProfileMatcherTests {
    static let every = Sample.clause(["*"], [.itself, .rival, .incumbent, .customer, .supplier])

    /// Who is touched, as "account relation", and which gates; profiles that let every relation pass.
    struct Touch: CustomTestStringConvertible, Sendable {
        var name: String
        var accounts: [Account]
        var parties: [Party]
        var trigger = "ma.agreement"
        var matches: [String] = []
        var gates: [String] = []

        var testDescription: String { name }
    }

    static let acme = Account(id: "acme", name: "Acme Pumps")
    static let touches = [
        Touch(
            name: "the subject, as itself", accounts: [acme],
            parties: [Sample.subject("Acme", .account("acme"))], matches: ["acme itself Acme"]),
        Touch(
            name: "each of four relations to the subject",
            accounts: [
                Account(id: "a", name: "A Ltd", rivals: [.named("Zenith")]),
                Account(id: "b", name: "B Ltd", incumbents: [.named("Zenith")]),
                Account(id: "c", name: "C Ltd", customers: [.named("Zenith")]),
                Account(id: "d", name: "D Ltd", suppliers: [.named("Zenith")]),
                Account(id: "e", name: "E Ltd", rivals: [.named("Zenithal")]),
            ],
            parties: [Sample.subject("Zenith plc", .named("ZENITH"))],
            matches: ["a rival Zenith plc", "b incumbent Zenith plc", "c customer Zenith plc", "d supplier Zenith plc"]),
        Touch(
            name: "accounts that list one of our accounts, by id, name or alias",
            accounts: [
                Account(id: "acme", name: "Acme Pumps", aliases: ["Acme"]),
                Account(id: "b", name: "B Ltd", rivals: [.account("acme")]),
                Account(id: "c", name: "C Ltd", rivals: [.named("acme pumps")]),
                Account(id: "d", name: "D Ltd", customers: [.named("Acme")]),
            ],
            parties: [Sample.subject("Acme", .account("acme"))],
            matches: ["acme itself Acme", "b rival Acme", "c rival Acme", "d customer Acme"]),
        Touch(
            name: "an account touched twice counts by its nearest relation",
            accounts: [
                Account(
                    id: "a", name: "A Ltd", incumbents: [.named("Z")], rivals: [.named("Z")], customers: [.named("Z")]),
                Account(id: "b", name: "B Ltd", customers: [.named("Z")], suppliers: [.named("Z")]),
                Account(id: "c", name: "C Ltd", rivals: [.account("c"), .named("Z")]),
            ],
            parties: [Sample.subject("C", .account("c")), Sample.subject("Z", .named("Z"))],
            matches: ["a rival Z", "b customer Z", "c itself C"]),
        Touch(
            name: "the other side, where the trigger has words for it", accounts: [acme],
            parties: [Sample.subject("Zenith"), Sample.other("Acme", .account("acme"))],
            matches: ["acme itself Acme"]),
        Touch(
            name: "the other side, where the trigger has none", accounts: [acme],
            parties: [Sample.subject("Zenith"), Sample.other("Acme", .account("acme"))], trigger: "leadership.cfo",
            gates: ["no-other-side"]),
        Touch(
            name: "no relations through the other side",
            accounts: [Account(id: "a", name: "A Ltd", rivals: [.named("Zenith")])],
            parties: [Sample.subject("Acme"), Sample.other("Zenith", .named("Zenith"))], gates: ["no-account"]),
        Touch(
            name: "never a party that is only mentioned", accounts: [acme],
            parties: [Sample.subject("Zenith"), Sample.mentioned("Acme", .account("acme"))], gates: ["no-account"]),
        Touch(name: "nobody", accounts: [acme], parties: [Sample.subject("Zenith")], gates: ["no-account"]),
        Touch(name: "an event without parties", accounts: [acme], parties: [], gates: ["no-account"]),
        Touch(
            name: "an account id that is gone since", accounts: [acme],
            parties: [Sample.subject("Old", .account("old"))], gates: ["no-account"]),
        Touch(
            name: "an excluded account beside one that is not",
            accounts: [acme, Account(id: "b", name: "B Ltd", status: .excluded, rivals: [.account("acme")])],
            parties: [Sample.subject("Acme", .account("acme"))], matches: ["acme itself Acme"], gates: ["excluded"]),
        Touch(
            name: "two rows with one id count once",
            accounts: [acme, Account(id: "acme", name: "Acme again", rivals: [.account("acme")])],
            parties: [Sample.subject("Acme", .account("acme"))], matches: ["acme itself Acme"]),
    ]

    @Test(arguments: touches) func `an event touches the accounts it concerns, each once`(_ test: Touch) {
        let rules = Sample.pack(Sample.rule("ma.agreement", otherSide: true), Sample.rule("leadership.cfo"))
        let profiles = [Sample.profile(reasons: [Self.every])]
        let event = Sample.event(test.trigger, test.parties)
        let outcome = ProfileMatcher(profiles: profiles, accounts: test.accounts, rules: rules).match(event)
        #expect(outcome.matches.map { "\($0.account) \($0.relation.rawValue) \($0.party.name)" } == test.matches)
        #expect(outcome.gates.map(\.gate.gate) == test.gates)
    }

    struct Stop: CustomTestStringConvertible, Sendable {
        var name: String
        var profiles: [Profile] = [Sample.profile()]
        var account = Account(id: "acme", name: "Acme Pumps", industry: "Retail", employees: 12)
        var rules: RulePack? = Sample.pack(Sample.rule())
        var gate: Gate
        /// The trigger may not alert, whomever it concerns.
        var stopsWholeEvent: Bool { ["no-rule", "draft", "disabled", "activity"].contains(gate.gate) }

        var testDescription: String { name }
    }

    static let stops = [
        Stop(
            name: "a draft", rules: Sample.pack(Sample.rule(status: .draft)),
            gate: Gate(
                .match, "draft",
                "trigger leadership.cfo is a draft, for review by operations only (rules/all.yaml:4:3)")),
        Stop(
            name: "a disabled trigger", rules: Sample.pack(Sample.rule(status: .disabled)),
            gate: Gate(.match, "disabled", "trigger leadership.cfo is disabled (rules/all.yaml:4:3)")),
        Stop(
            name: "an activity", rules: Sample.pack(Sample.rule(kind: .activity)),
            gate: Gate(
                .match, "activity",
                "trigger leadership.cfo is something we caused, never a reason alone (rules/all.yaml:4:3)")),
        Stop(
            name: "a trigger that no rule defines any more", rules: Sample.pack(),
            gate: Gate(.match, "no-rule", "no rule in force defines trigger leadership.cfo")),
        Stop(
            name: "an excluded account", account: Account(id: "acme", name: "Acme", status: .excluded),
            gate: Gate(.match, "excluded", "account acme is excluded: it is never called")),
        Stop(
            name: "no profile at all", profiles: [],
            gate: Gate(.match, "no-profile", "account acme: there is no profile")),
        Stop(
            name: "no profile that fits, each with its first failing clause",
            profiles: [
                Sample.profile("small", .oneOf(.industry, ["mining"]), line: 4),
                Sample.profile("large", .range(.employees, atLeast: 500, atMost: nil)),
            ],
            gate: Gate(
                .match, "no-profile",
                "account acme: profile large: employees is 12, not at least 500 (profiles/mid.yaml:2:3); "
                    + "profile small: industry is Retail, not one of mining (profiles/mid.yaml:4:3)")),
        Stop(
            name: "a reason that the profile refuses", profiles: [Sample.profile(notReasons: ["leadership.*"])],
            gate: Gate(
                .match, "not-a-reason",
                "account acme: profile mid lists leadership.* under not-reasons (profiles/mid.yaml:2:3)")),
        Stop(
            name: "a profile that lists the trigger through another relation only",
            profiles: [Sample.profile(reasons: [Sample.clause(["*"], [.rival])])],
            gate: Gate(
                .match, "no-reason",
                "account acme: profile mid lists no reason for leadership.cfo through itself (profiles/mid.yaml:2:3)")),
    ]

    @Test(arguments: stops) func `what stops an event for an account is one named gate`(_ test: Stop) {
        let matcher = ProfileMatcher(profiles: test.profiles, accounts: [test.account], rules: test.rules)
        let event = Sample.event("leadership.cfo", [Sample.subject("Acme", .account("acme"))])
        let account = test.stopsWholeEvent ? nil : "acme"
        let gate = AccountGate(account: account, gate: test.gate)
        #expect(matcher.match(event) == MatchOutcome(matches: [], gates: [gate]))
        #expect(matcher.verdict(on: event, for: "acme") == .gate(test.gate))
    }

    @Test func `a match says through which party, clause and place it came`() {
        let profile = Sample.profile(
            "mid", .all([.oneOf(.industry, ["manufacturing"]), .range(.employees, atLeast: 50, atMost: 5000)]),
            reasons: [
                Sample.clause(["leadership.*"], [.itself, .rival], weight: 4, line: 9),
                Sample.clause(["leadership.cfo"], [.itself], weight: 4, line: 11),
                Sample.clause(["*"], [.itself], weight: 2, line: 13),
            ])
        let account = Account(id: "acme", name: "Acme", industry: "manufacturing", employees: 700)
        let party = Sample.subject("Acme Pumps Inc", .account("acme"))
        let match = Match(
            event: "e1", trigger: "leadership.cfo", account: "acme", profile: "mid", relation: .itself, party: party,
            weight: 4,
            trace: [
                "subject \"Acme Pumps Inc\" is account acme itself",
                "industry is one of manufacturing (profiles/mid.yaml:2:3)",
                "employees is 50 to 5000 (profiles/mid.yaml:2:3)",
                "profile mid: leadership.* through itself is a reason of weight 4 (profiles/mid.yaml:9:5)",
            ])
        let matcher = ProfileMatcher(profiles: [profile], accounts: [account], rules: nil)
        let event = Sample.event("leadership.cfo", [party])
        #expect(matcher.match(event) == MatchOutcome(matches: [match], gates: []))
        #expect(matcher.verdict(on: event, for: "acme") == .match(match))
    }

    @Test func `of two profiles that fit, the heavier wins, then the first by id, in any order of files`() {
        let reasons: (Int) -> [Profile.ReasonClause] = { [Sample.clause(weight: $0)] }
        let profiles = [
            Sample.profile("c", reasons: reasons(4)), Sample.profile("b", reasons: reasons(4)),
            Sample.profile("a", reasons: reasons(2)), Sample.profile("0", notReasons: ["*"]),
        ]
        let event = Sample.event("leadership.cfo", [Sample.subject("Acme", .account("acme"))])
        for order in [profiles, profiles.reversed()] {
            let outcome = ProfileMatcher(profiles: order, accounts: [Self.acme], rules: nil).match(event)
            #expect(outcome.matches.map { "\($0.profile) \($0.weight)" } == ["b 4"])
            #expect(outcome.gates == [])
        }
    }

    @Test func `the order of accounts never changes the outcome`() {
        var accounts = (0..<40).map { number in
            Account(
                id: "a\(number)", name: "Company \(number)", status: number % 7 == 0 ? .excluded : .prospect,
                rivals: number % 3 == 0 ? [.named("Zenith")] : [], customers: number % 4 == 0 ? [.account("a1")] : [])
        }
        let event = Sample.event(
            "leadership.cfo", [Sample.subject("Zenith", .named("zenith")), Sample.subject("C1", .account("a1"))])
        let profiles = [Sample.profile(reasons: [Self.every])]
        let first = ProfileMatcher(profiles: profiles, accounts: accounts, rules: nil).match(event)
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20 {
            accounts.shuffle(using: &generator)
            #expect(ProfileMatcher(profiles: profiles, accounts: accounts, rules: nil).match(event) == first)
        }
        #expect(first.matches.count + first.gates.count == 21)
    }

    @Test func `why-not names what an untouched account has to do with the event`() {
        let event = Sample.event(
            "leadership.cfo", [Sample.subject("Zenith"), Sample.mentioned("Acme", .account("acme"))])
        let matcher = ProfileMatcher(
            profiles: [Sample.profile()], accounts: [Self.acme, Account(id: "b", name: "B")], rules: nil)
        let details = ["acme", "b", "gone"].map { matcher.verdict(on: event, for: $0) }
        #expect(
            details == [
                .gate(Gate(.match, "no-account", "Acme, account acme, is only mentioned")),
                .gate(Gate(.match, "no-account", "account b: Zenith is not the account and it lists it nowhere")),
                .gate(Gate(.match, "no-account", "there is no account gone")),
            ])
    }

    @Test func `the fit of an account is explained profile by profile`() {
        let matcher = ProfileMatcher(
            profiles: [
                Sample.profile("small", .range(.employees, atLeast: nil, atMost: 49)),
                Sample.profile("any"), Sample.profile("mid", .range(.employees, atLeast: 50, atMost: nil)),
            ], accounts: [], rules: nil)
        #expect(
            matcher.fit(of: Account(id: "acme", name: "Acme", employees: 50)) == [
                "profile any fits: it asks for nothing (profiles/mid.yaml:2:3)",
                "profile mid fits: employees is at least 50 (profiles/mid.yaml:2:3)",
                "profile small does not fit: employees is 50, not at most 49 (profiles/mid.yaml:2:3)",
            ])
    }
}

/// SplitMix64: the same sequence on every machine.
private struct SeededGenerator: RandomNumberGenerator {
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
