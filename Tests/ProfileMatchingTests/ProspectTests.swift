import RuleLanguage
import Testing
import TriggerModel

@testable import ProfileMatching

/// Companies that are nobody's account yet.
@Suite struct ProspectTests {
    static let makers = Sample.profile(
        "makers",
        .all([
            .oneOf(.industry, ["manufacturing", "food"]), .range(.employees, atLeast: 200, atMost: 5000),
            .any([.oneOf(.country, ["US"]), .range(.revenue, atLeast: 40_000_000, atMost: nil)]),
            .not(.oneOf(.tags, ["no-call"])),
        ]), reasons: [Sample.clause(["leadership.*"], [.itself], weight: 5)])
    static let facts = CompanyFacts(name: "ZORVEX FOODS CORP /DE/", cik: "0000012345", sic: "2020", state: "OH")

    static func verdict(
        _ facts: CompanyFacts?, profiles: [Profile] = [makers], accounts: [Account] = [],
        event: Event = Sample.event("leadership.cfo", [Sample.subject("Zorvex Foods")]), rules: RulePack? = nil
    ) -> ProspectVerdict {
        ProfileMatcher(profiles: profiles, accounts: accounts, rules: rules).prospect(event, facts: facts)
    }

    static func gate(_ verdict: ProspectVerdict) -> String? {
        guard case .gate(let gate) = verdict else { return nil }
        return gate.gate
    }

    @Test func `a company that fits by what its filing says becomes a prospect, with its row and its trace`() {
        let id = "prospect:cik:12345"
        let account = Account(
            id: id, name: "Zorvex Foods Corp", cik: "0000012345", industry: "food", region: "Ohio", country: "US",
            status: .prospect)
        let match = Match(
            event: "e1", trigger: "leadership.cfo", account: id, profile: "makers", relation: .itself,
            party: Sample.subject("Zorvex Foods", .account(id)), weight: 5,
            trace: [
                "subject \"Zorvex Foods\" is nobody's account",
                "industry is one of manufacturing, food (profiles/mid.yaml:2:3)",
                "country is one of US (profiles/mid.yaml:2:3)", "employees is not known, should be 200 to 5000",
                "profile makers: a reason of weight 5 (profiles/mid.yaml:9:5)",
            ])
        #expect(Self.verdict(Self.facts) == .prospect(Prospect(account: account, facts: Self.facts, match: match)))
    }

    struct Stop: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var facts: CompanyFacts? = ProspectTests.facts
        var profiles = [ProspectTests.makers]
        var accounts: [Account] = []
        var parties = [Sample.subject("Zorvex Foods")]
        var trigger = "leadership.cfo"
        var rules: RulePack?
        var gate: String
    }

    static func changed(_ change: (inout CompanyFacts) -> Void) -> CompanyFacts {
        var facts = facts
        change(&facts)
        return facts
    }

    @Test(arguments: [
        Stop(testDescription: "nothing said of it", facts: nil, gate: "no-facts"),
        Stop(testDescription: "another industry", facts: changed { $0.sic = "6020" }, gate: "no-profile"),
        Stop(testDescription: "no industry said", facts: changed { $0.sic = nil }, gate: "no-profile"),
        Stop(
            testDescription: "another place, and too small",
            facts: changed {
                $0.state = "2M"
                $0.revenue = 1
            }, gate: "no-profile"),
        Stop(testDescription: "another size, said", facts: changed { $0.employees = 12 }, gate: "no-profile"),
        Stop(
            testDescription: "a profile that nothing said can fit", profiles: [Sample.profile("all")],
            gate: "no-profile"),
        Stop(
            testDescription: "a profile for customers", profiles: [Sample.profile("own", .oneOf(.status, ["active"]))],
            gate: "no-profile"),
        Stop(testDescription: "a trigger it does not list", trigger: "layoff", gate: "no-reason"),
        Stop(
            testDescription: "a trigger it refuses",
            profiles: [Sample.profile("no", makers.companies, notReasons: ["leadership.*"])], gate: "not-a-reason"),
        Stop(
            testDescription: "an account by its CIK, zeros or not",
            accounts: [Account(id: "z", name: "Z", cik: "12345")],
            gate: "is-account"),
        Stop(
            testDescription: "an account by its name", accounts: [Account(id: "z", name: "zorvex foods")],
            gate: "is-account"),
        Stop(
            testDescription: "an account as recognised", parties: [Sample.subject("Z", .account("z"))],
            gate: "is-account"),
        Stop(testDescription: "no company", parties: [], gate: "no-subject"),
        Stop(testDescription: "a draft", rules: Sample.pack(Sample.rule(status: .draft)), gate: "draft"),
    ]) func `what is no prospect has one named gate`(_ test: Stop) {
        let verdict = Self.verdict(
            test.facts, profiles: test.profiles, accounts: test.accounts,
            event: Sample.event(test.trigger, test.parties),
            rules: test.rules)
        #expect(Self.gate(verdict) == test.gate)
    }

    @Test(
        "industry codes are meant with all that they begin, and in ranges",
        arguments: [
            (["sic 20"], "2020", nil, true), (["sic 2020"], "2020", nil, true), (["sic 2000..2099"], "2020", nil, true),
            (["SIC 20..39"], "2020", nil, true), (["sic 21..39"], "2020", nil, false), (["sic 2"], "2020", nil, true),
            (["naics 20"], "2020", nil, false), (["naics 31..33"], nil, "333611", true),
            (["naics 311..312"], nil, "33", false), (["naics 31..33"], nil, "44", false),
            (["sic x"], "2020", nil, false),
            (["sic 20.."], "2020", nil, false),
        ] as [([String], String?, String?, Bool)])
    func codes(_ asked: [String], _ sic: String?, _ naics: String?, _ fits: Bool) {
        let profile = Sample.profile(
            "codes", .oneOf(.industry, asked), reasons: [Sample.clause(["leadership.*"], [.itself], weight: 5)])
        let facts = CompanyFacts(name: "Zorvex Foods", sic: sic, naics: naics)
        guard case .prospect = Self.verdict(facts, profiles: [profile]) else {
            #expect(!fits)
            return
        }
        #expect(fits)
    }

    @Test(
        "a size within bounds decides where it must, and stays open where it may",
        arguments: [
            (StatedSize(least: 250), CompiledPredicate.Fit.open), (StatedSize(least: 6000), .no),
            (StatedSize(least: 250, most: 900), .yes), (StatedSize(most: 100), .no), (StatedSize(), .open),
            (StatedSize(least: 900, most: 900), .yes), (StatedSize(least: 100, most: 900), .open),
        ])
    func bounds(_ size: StatedSize, _ fit: CompiledPredicate.Fit) {
        let predicate = CompiledPredicate(.range(.employees, atLeast: 200, atMost: 5000))
        #expect(predicate.fit(CompanyFacts(name: "Zorvex", employees: size)).fit == fit)
        let open = CompiledPredicate(.range(.employees, atLeast: 200, atMost: nil))
        #expect(open.fit(CompanyFacts(name: "Zorvex", employees: StatedSize(least: 250))).fit == .yes)
    }

    @Test(
        "a place is read as registers write it",
        arguments: [
            ("Ohio", nil, ["Ohio", "OH"], ["US"]), ("TX", "USA", ["Texas", "TX"], ["US"]),
            ("ON", "CAN", ["ON"], ["CA"]), (nil, "United Kingdom", [], ["GB"]), ("X0", nil, [], ["GB"]),
            ("nowhere", nil, [], []), (nil, "somewhere", [], []),
        ] as [(String?, String?, [String], [String])])
    func places(_ state: String?, _ country: String?, _ region: [String], _ countries: [String]) {
        let facts = CompanyFacts(name: "Zorvex", state: state, country: country)
        #expect(facts.values(of: .region) == region)
        #expect(facts.values(of: .country) == countries)
    }

    @Test func `an industry in words counts as the sector that it names, and as it is written`() {
        let facts = CompanyFacts(name: "Zorvex", industry: "Other Technology")
        #expect(facts.values(of: .industry) == ["software", "Other Technology"])
        #expect(CompanyFacts(name: "Zorvex", industry: "Restaurants").values(of: .industry).first == "hospitality")
    }

    @Test(arguments: [
        ("Zorvex", true), ("ZORVEX FOODS HOLDING", true), ("The Zorvex Foods Company", true), ("Zorvex Metals", false),
        ("Norvex Foods", false),
    ]) func `a name that could be an account's is for a person to decide`(_ name: String, _ isNear: Bool) {
        guard case .unsure(let gate, let accounts) = Self.verdict(Self.facts, accounts: [Account(id: "z", name: name)])
        else {
            #expect(!isNear)
            return
        }
        #expect(isNear)
        #expect(gate.gate == "may-be-account")
        #expect(accounts == ["z"])
    }

    @Test func `a profile that takes no prospects has none`() {
        var profile = Self.makers
        profile.takesProspects = false
        #expect(Self.gate(Self.verdict(Self.facts, profiles: [profile])) == "prospects-off")
    }

    @Test func `an account's ids as a prospect are those its filings would have given it`() {
        let account = Account(id: "z", name: "Zorvex Foods", cik: "0000012345", companyNumber: "SC1")
        #expect(
            ProfileMatcher.prospectIDs(of: account) == [
                "prospect:cik:12345", "prospect:number:SC1", "prospect:zorvex-foods",
            ])
    }

    @Test(arguments: [
        ("ZORVEX FOODS CORP /DE/", "Zorvex Foods Corp"), ("NHB HAULAGE INC", "NHB Haulage Inc"),
        ("Zorvex Foods", "Zorvex Foods"), ("/DE/", "/DE/"), ("", ""),
    ]) func `a name on a cover is written as people write it`(_ name: String, _ usual: String) {
        #expect(CompanyFacts(name: name).usualName == usual)
    }

    @Test func `a filing speaks of the company it is about, if it can only mean one`() {
        func facts(_ parties: [FilingParty], _ subject: String = "Zorvex Foods") -> CompanyFacts? {
            CompanyFacts(Filing(form: "8-K", parties: parties), subject: Sample.subject(subject))
        }
        let zorvex = FilingParty(
            name: "ZORVEX FOODS CORP /DE/", cik: "0000012345", role: .filer, sic: "2020", state: "OH")
        #expect(facts([zorvex]) == Self.facts)
        #expect(facts([zorvex], "Corvane") == nil)
        var agent = zorvex
        agent.role = .filedBy
        #expect(facts([agent]) == nil)
        var sister = zorvex
        sister.name = "Zorvex Foods Finance LLC"
        #expect(facts([sister, zorvex])?.name == "ZORVEX FOODS CORP /DE/")
        var other = sister
        other.name = "Zorvex Foods Holding"
        #expect(facts([sister, other]) == nil)
    }

    @Test(arguments: [
        ("2020", "food"), ("3711", "automotive"), ("2834", "pharmaceuticals"), ("6021", "banking"),
        ("7372", "software"), ("9999", "public sector"),
    ])
    func `an industry code names a sector`(_ code: String, _ sector: String) {
        #expect(Sectors.sector(sic: code) == sector)
    }

    @Test(arguments: [
        ("Health", ["healthcare"]), ("Food & Beverage", ["food"]), ("dairies", ["food"]), ("nonsense", []),
        ("Agency issues final rule on solvents in textile mills", ["chemicals", "textiles"]),
        ("Dockworkers strike begins at east coast ports", ["transport"]),
        ("Ministers extend travel ban for health reasons at schools", []),
    ]) func `sectors are read from an industry's name and, more carefully, from a headline`(
        _ text: String, _ sectors: [String]
    ) {
        #expect(Sectors.named(in: text).sorted() == sectors)
    }

    @Test(arguments: ["", "0", "99999", "x", "-5"]) func `a code that is none names nothing`(_ code: String) {
        #expect(Sectors.sector(sic: code) == nil)
        #expect(Sectors.sector(naics: code) == nil || code == "99999")
    }

    @Test(
        arguments: [
            ("OH", "Ohio US"), ("X0", "- GB"), ("A6", "Ontario CA"), ("DC", "District of Columbia US"), ("ZZ", nil),
        ] as [(String, String?)]) func `a place code of the regulator is a region and a country`(
            _ code: String, _ place: String?
        )
    {
        #expect(Places.place(edgar: code).map { "\($0.region ?? "-") \($0.country)" } == place)
    }

    @Test(arguments: [
        ("Ohio", ["US-OH"]), ("oh", ["US-OH"]), ("Toledo, Ohio", ["US-OH"]), ("U.K.", ["GB"]),
        ("Dach", ["AT", "CH", "DE"]),
        ("Nowhere", []), ("", []), (",,,,", []),
    ]) func `places are read as people write them`(_ text: String, _ codes: [String]) {
        #expect(Places.codes(in: text).sorted() == codes)
    }
}
