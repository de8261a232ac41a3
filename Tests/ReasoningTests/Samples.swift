import RuleLanguage
import TriggerModel

@testable import Reasoning

/// An invented company, what happened to it, and the rule that says why it matters.
enum Sample {
    static let today = day("2026-11-21")
    static let now = Timestamp(today, secondOfDay: 6 * 3600)
    static let place = SourcePlace(file: "rules/leadership.yaml", line: 5, column: 5)

    static func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

    static func template(_ text: String, slots: [String] = WordingSlot.ripple) -> WordingTemplate {
        // The texts are the tests' own; one that does not parse is a mistake in the test.
        try! WordingParser.parse(text, place: place, slots: slots)
    }

    static func wording(
        _ reason: String = "{company} has a new finance chief[, {person}].",
        soWhat: String = "In their first months finance chiefs look at every large contract.",
        whyNow: String = "Budgets are set within about 90 days of {event-date}.",
        ask: String = "What has {person|the new CFO} asked you to look at first?", affects: [String] = []
    ) -> TriggerRule.Wording {
        TriggerRule.Wording(
            reason: template(reason), soWhat: template(soWhat), whyNow: template(whyNow), ask: template(ask),
            affects: affects)
    }

    static func rule(
        _ id: String = "leadership.cfo", strength: Int = 5, shelfLife: Int = 90,
        affects: [String] = ["cfo", "controller", "ceo"], isBadNews: Bool = false, wording: TriggerRule.Wording? = nil,
        otherSide: TriggerRule.Wording? = nil
    ) -> TriggerRule {
        TriggerRule(
            id: id, name: "New finance chief", kind: .event, strength: strength, shelfLifeDays: shelfLife,
            affects: affects, status: .live, isBadNews: isBadNews, match: [], unless: [],
            wording: wording ?? Sample.wording(), otherSide: otherSide, trials: [], place: place)
    }

    static let title = "Acme Pumps names Jane Roe chief financial officer"

    static func teller(
        _ publisher: String = "Trade Courier", title: String = title, isFirstHand: Bool = false, item: String = "i1"
    ) -> Teller {
        Teller(
            source: publisher.lowercased(), publisher: publisher, item: item, url: "https://news.example/\(item)",
            title: title, published: Timestamp(day("2026-11-20")), isFirstHand: isFirstHand)
    }

    static func evidence(_ quote: String = title, field: TextField = .title) -> Evidence {
        Evidence(span: Span(field: field, start: 0, end: 5), text: String(quote.prefix(5)), quote: quote)
    }

    static func event(
        _ trigger: String = "leadership.cfo", confidence: Double = 0.9,
        parties: [Party] = [Party(name: "Acme", role: .subject, company: .account("acme"))],
        slots: [String: String] = ["person": "Jane Roe"], evidence: [Evidence] = [evidence()],
        qualifiers: [Qualifier] = [], date: CalendarDay = day("2026-11-20"), tellers: [Teller] = [teller()]
    ) -> Event {
        Event(
            id: "e1", trigger: trigger, confidence: confidence,
            confidenceParts: [ConfidencePart(name: "headline", value: confidence)], parties: parties, slots: slots,
            amount: nil, evidence: evidence, qualifiers: qualifiers, date: date, dateBasis: .published,
            tellers: tellers)
    }

    static func match(
        _ relation: Relation = .itself, party: Party? = nil, weight: Int = 5, account: String = "acme"
    ) -> Match {
        Match(
            event: "e1", trigger: "leadership.cfo", account: account, profile: "mid", relation: relation,
            party: party ?? Party(name: "Acme", role: .subject, company: .account("acme")), weight: weight,
            trace: ["from the profile"])
    }

    static let controller = Contact(name: "Pat Lind", role: "controller", title: "Group Controller", phone: "+44 1")

    static func account(
        owner: String? = "dana", contacts: [Contact] = [controller], products: [String] = [],
        status: Account.Status = .active
    ) -> Account {
        Account(
            id: "acme", name: "Acme Pumps", region: "Yorkshire", country: "GB", status: status, owner: owner,
            phone: "+44 0", timezone: "Europe/London", products: products, contacts: contacts)
    }

    static func rep(
        _ id: String, territory: [String] = [], style: Rep.Style = .both, length: Int = 12,
        workingDays: [Int] = [1, 2, 3, 4, 5],
        digestAt: Int = 420
    ) -> Rep {
        Rep(
            id: id, name: id, email: "\(id)@seller.example", timezone: "Europe/London", workingDays: workingDays,
            digestAt: digestAt, style: style, territory: territory, callListLength: length)
    }

    static func context(
        reps: [Rep] = [rep("dana"), rep("miguel")], fallback: String? = "miguel", products: [Product] = [],
        minimumScore: Int = 0, ripples: [Relation: TriggerRule.Wording] = [:], today: CalendarDay = today
    ) -> ReasoningContext {
        let profile = Profile(
            id: "mid", name: "Mid", companies: .all([]), reasons: [], notReasons: [], minimumScore: minimumScore,
            place: SourcePlace(file: "profiles/mid.yaml", line: 2, column: 3))
        return ReasoningContext(
            reps: reps, fallbackRep: fallback, products: products, profiles: [profile], ripples: ripples, today: today,
            now: now)
    }

    /// An alert of which only what a list looks at matters.
    static func alert(
        _ id: String, account: String = "acme", name: String? = nil, rep: String = "dana", score: Int = 50,
        goodUntil: CalendarDay = day("2026-12-31"), eventDate: CalendarDay = day("2026-11-20"),
        updates: String? = nil, createdAt: Timestamp = now
    ) -> Alert {
        Alert(
            id: id, updates: updates, event: "e", trigger: "t", triggerName: "T",
            account: AlertAccount(id: account, name: name ?? account, status: .active, phone: nil, timezone: nil),
            rep: rep, isFallbackRep: false, profile: "mid", relation: .itself, isBadNews: false, reason: "r.",
            soWhat: "s.", whyNow: "w.", ask: "a?", opening: "o", contact: nil, affects: [], help: [], evidence: [],
            confidence: 1, score: score, scoreParts: [ScorePart(name: "all", value: score)], trace: [],
            eventDate: eventDate, dateBasis: .published, goodUntil: goodUntil, createdAt: createdAt)
    }
}

/// SplitMix64: the same sequence on every machine.
struct SeededGenerator: RandomNumberGenerator {
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
