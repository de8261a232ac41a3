import RuleLanguage
import TriggerModel

@testable import EventRecognition

/// Small rule packs for tests, from patterns written as in a rule file.
enum TestPack {
    static let place = SourcePlace(file: "test.yaml", line: 1, column: 1)

    static func pattern(_ text: String) -> Pattern {
        do {
            return try PatternParser.parse(text, place: place)
        } catch {
            fatalError("test pattern \(text): \(error)")
        }
    }

    static func clause(
        _ position: TriggerRule.Position, _ patterns: [String], filing: TriggerRule.FilingCondition? = nil
    ) -> TriggerRule.Clause {
        TriggerRule.Clause(
            texts: patterns.isEmpty ? [] : [.init(position: position, patterns: patterns.map(pattern))], filing: filing,
            place: place)
    }

    static func rule(
        _ id: String, _ match: [TriggerRule.Clause], unless: [TriggerRule.Clause] = [],
        status: TriggerRule.Status = .live, trials: [TriggerRule.Trial] = []
    ) -> TriggerRule {
        let words = WordingTemplate(
            text: "{company} moves.", segments: [.slot("company", fallback: nil), .literal(" moves.")], place: place)
        return TriggerRule(
            id: id, name: id, kind: .event, strength: 3, shelfLifeDays: 30, affects: [], status: status,
            isBadNews: false,
            match: match, unless: unless, wording: .init(reason: words, soWhat: words, whyNow: words, ask: words),
            otherSide: nil, trials: trials, place: place)
    }

    /// A rule that only says which others say the same.
    static func twin(_ id: String, of others: [String]) -> TriggerRule {
        var rule = rule(id, [clause(.headline, ["\(id.filter(\.isLetter)) {company}"])])
        rule.sameAs = others
        return rule
    }

    /// The small pack with what the shipped one says of companies.
    static let withKnownCompanies: RulePack = {
        var pack = small
        pack.companies = ShippedPackTests.pack.companies
        return pack
    }()

    /// Hiring, buying and cutting in few words, with the hedges the tests use.
    static let small = RulePack(
        triggers: [
            rule(
                "cfo",
                [
                    clause(
                        .text,
                        [
                            "{company} (names|named|appoints|appointed) {person} [as] [its] [new] (cfo|chief financial officer)",
                            "{person} (joins|named) {company} as (cfo|chief financial officer)",
                        ]),
                    clause(
                        .text, ["appointed {person} as (cfo|chief financial officer)"],
                        filing: .init(form: "8-K", items: ["5.02"])),
                ], unless: [clause(.headline, ["(virtual|fractional) cfo"])]),
            rule(
                "buy",
                [
                    clause(
                        .text,
                        [
                            "{company} (acquires|to acquire|acquire|buys|bought) {other} [for {money}]",
                            "{other} to be (acquired|bought) by {company}",
                        ])
                ]),
            rule("cuts", [clause(.text, ["{company} (cuts|to cut|cut) {number} jobs"])]),
            rule("breach", [clause(.headline, [], filing: .init(form: "8-K", items: ["1.05"]))]),
        ],
        hedges: ["(may|might|could|would)", "in talks", "sources say", "reportedly"].map(pattern),
        negations: ["denies [it] [will]", "not"].map(pattern),
        histories: ["a year after", "formerly"].map(pattern),
        fillers: ["(has|today|will|would)", "announced [today] [that] [it] [has]", "said [that] it [has]"].map(pattern),
        descriptors: ["[software|steel] (maker|giant|rival)", "board of directors of"].map(pattern),
        boilerplate: ["about {company}", "this press release contains"].map(pattern))

    /// The engine's own words, cut once.
    static let lexicon = Lexicon()
    private static let withoutAccounts = Recogniser(pack: small, accounts: [])

    static let teller = TellerOrigin(source: "wire", publisher: "Wire", isFirstHand: false)
    /// 2026-06-15T12:00:00Z.
    static let received = Timestamp(seconds: 1_781_524_800)

    static func item(
        _ title: String?, summary: String? = nil, content: String? = nil, published: String? = "2026-06-10T08:00:00Z",
        filing: Filing? = nil, url: String? = nil, id: String = "1"
    ) -> Item {
        Item(
            source: "wire", id: id, url: url, title: title, summary: summary, content: content,
            published: published.flatMap { Timestamp(rfc3339: $0) }, filing: filing)
    }

    static func recognise(_ item: Item, accounts: [Account] = [], pack: RulePack = small) -> Recognition {
        let recogniser =
            pack == small && accounts.isEmpty ? withoutAccounts : Recogniser(pack: pack, accounts: accounts)
        return recogniser.recognise(item, teller: teller, received: received)
    }

    static func account(
        _ id: String, _ name: String, aliases: [String] = [], ticker: String? = nil, cik: String? = nil,
        domain: String? = nil
    ) -> Account {
        Account(id: id, name: name, aliases: aliases, domain: domain, cik: cik, ticker: ticker)
    }
}
