import RuleLanguage
import Testing
import TriggerModel

@testable import EventRecognition

/// Pairs of tellings that are one event, and pairs that only look like one.
@Suite("Folding, pair by pair")
struct FoldingPairsTests {
    /// One telling, as recognition would hand it on.
    struct Telling: Sendable {
        var trigger: String
        var subject: String?
        var other: String?
        var title: String
        var day = "2026-06-10"
        var url: String?
        var slots: [String: String] = [:]
        var amount: Int?
        var qualifiers: [Qualifier] = []

        func event(_ number: Int) -> Event {
            var parties: [Party] = []
            if let subject { parties.append(Party(name: subject, role: .subject)) }
            if let other { parties.append(Party(name: other, role: .counterparty)) }
            let date = CalendarDay(day)!
            return Event(
                id: "e\(number)", trigger: trigger, confidence: 0.8, confidenceParts: [], parties: parties,
                slots: slots,
                amount: amount.map { Money(amount: $0, currency: "USD") },
                evidence: [Evidence(span: Span(field: .title, start: 0, end: 1), text: title, quote: title)],
                qualifiers: qualifiers, date: date, dateBasis: .published,
                tellers: [
                    Teller(
                        source: "s\(number)", publisher: "P\(number)", item: "i\(number)", url: url, title: title,
                        published: Timestamp(date), isFirstHand: false)
                ])
        }
    }

    struct Pair: CustomTestStringConvertible, Sendable {
        var name: String
        var isOne: Bool
        var left: Telling
        var right: Telling
        var testDescription: String { name }

        init(_ name: String, isOne: Bool, _ left: Telling, _ right: Telling) {
            self.name = name
            self.isOne = isOne
            self.left = left
            self.right = right
        }
    }

    static let one = [
        Pair(
            "a launch that two tell with words of their own, and one in common", isOne: true,
            Telling(
                trigger: "product.launch", subject: "Zorvex", title: "Zorvex launches kelp snack bar for hospitals"),
            Telling(
                trigger: "product.launch", subject: "Zorvex", title: "New Zorvex snack bar is made of kelp",
                day: "2026-06-12")),
        Pair(
            "a legal form more", isOne: true,
            Telling(trigger: "ipo.filed", subject: "Zorvex", title: "Zorvex files for IPO"),
            Telling(trigger: "ipo.filed", subject: "Zorvex Robotics, Inc.", title: "Robot maker Zorvex plans to list")),
        Pair(
            "a body before the name", isOne: true,
            Telling(trigger: "layoff", subject: "Board of Zorvex", title: "Board of Zorvex to cut 300 jobs"),
            Telling(trigger: "layoff", subject: "Zorvex", title: "Zorvex to cut 300 jobs")),
        Pair(
            "initials for the name", isOne: true,
            Telling(trigger: "layoff", subject: "NHB", title: "NHB to cut 300 jobs"),
            Telling(trigger: "layoff", subject: "Nordic Haulage Brokers", title: "300 to go at Nordic Haulage Brokers")),
        Pair(
            "a launch in other words about one product", isOne: true,
            Telling(
                trigger: "product.launch", subject: "Zorvex", title: "Zorvex unveils the Tern picker",
                slots: ["product": "Tern picker"]),
            Telling(
                trigger: "product.launch", subject: "Zorvex", title: "A robot for orchards is here, from Zorvex",
                slots: ["product": "the Tern picker"])),
        Pair(
            "a contract with one awarder", isOne: true,
            Telling(
                trigger: "contract.won", subject: "Zorvex", other: "Port of Arden", title: "Zorvex wins port order"),
            Telling(
                trigger: "contract.won", subject: "Zorvex", other: "Port of Arden", title: "Arden picks its crane maker"
            )),
        Pair(
            "one link, tracked twice, and no company in one of them", isOne: true,
            Telling(
                trigger: "site.closure", subject: "Zorvex", title: "Zorvex shuts Leeds works",
                url: "https://www.courier.example/a/77/?utm_source=feed"),
            Telling(
                trigger: "site.closure", title: "Robot maker to shut works", url: "http://courier.example/a/77#top")),
        Pair(
            "an industry's event under one headline", isOne: true,
            Telling(trigger: "industry.shock", title: "Tariffs of 25% on steel imports take effect at midnight"),
            Telling(trigger: "industry.shock", title: "Tariffs of 25% on steel imports take effect - Trade Courier")),
        Pair(
            "a seat that only one can have, with the name corrected", isOne: true,
            Telling(
                trigger: "leadership.cfo", subject: "Zorvex", title: "Zorvex names Jane Rowe CFO",
                slots: ["person": "Jane Rowe"]),
            Telling(
                trigger: "leadership.cfo", subject: "Zorvex", title: "Zorvex names Jane Roe CFO",
                slots: ["person": "Jane Roe"])),
        Pair(
            "a round upsized", isOne: true,
            Telling(trigger: "funding.equity", subject: "Zorvex", title: "Zorvex prices offering", amount: 50_000_000),
            Telling(trigger: "funding.equity", subject: "Zorvex", title: "Zorvex upsizes placing", amount: 62_000_000)),
        Pair(
            "who goes and who comes, told from either side", isOne: true,
            Telling(
                trigger: "leadership.ceo", subject: "Zorvex", title: "Zorvex names Jane Roe CEO to succeed Tom Hale",
                slots: ["person": "Jane Roe"]),
            Telling(
                trigger: "leadership.ceo", subject: "Zorvex", title: "Zorvex picks Jane Roe as CEO to replace Tom Hale",
                slots: ["person": "Tom Hale"])),
        Pair(
            "a person whom only one rule captured", isOne: true,
            Telling(
                trigger: "leadership.functional", subject: "Zorvex", title: "Zorvex hires cloud expert",
                slots: ["person": "Jane Roe"]),
            Telling(
                trigger: "leadership.functional", subject: "Zorvex",
                title: "Jane Roe takes the reins of marketing at Zorvex")),
        Pair(
            "a person with a further surname", isOne: true,
            Telling(
                trigger: "leadership.cfo", subject: "Zorvex", title: "Zorvex names finance chief",
                slots: ["person": "Jane Roe"]),
            Telling(
                trigger: "leadership.cfo", subject: "Zorvex", title: "Zorvex appoints CFO",
                slots: ["person": "Jane Roe Marsh"])),
        Pair(
            "a recall of hundreds, in other words for the thing", isOne: true,
            Telling(
                trigger: "product.recall", subject: "Zorvex", title: "Zorvex recalls hundreds of prams over brakes"),
            Telling(
                trigger: "product.recall", subject: "Zorvex", title: "Zorvex recalls hundreds of strollers over brakes")
        ),
        Pair(
            "a first word that names the company, where the rule captured none", isOne: true,
            Telling(trigger: "layoff", subject: "Zorvex Robotics", title: "Zorvex Robotics to cut 300 jobs"),
            Telling(trigger: "layoff", title: "300 jobs to go as Zorvex cuts")),
        Pair(
            "a round told by its letter, with another sum", isOne: true,
            Telling(
                trigger: "funding.equity", subject: "Zorvex", title: "Zorvex raises $40m in Series C",
                amount: 40_000_000),
            Telling(
                trigger: "funding.equity", subject: "Zorvex", title: "Zorvex closes Series C at $62m",
                amount: 62_000_000)),
        Pair(
            "either side told, each by its own name only", isOne: true,
            Telling(
                trigger: "contract.won", subject: "Zorvex", title: "Zorvex wins $88.4m Arden Yards order",
                amount: 88_400_000),
            Telling(
                trigger: "contract.won", subject: "Arden Yards", title: "Arden Yards picks Zorvex for $88.4m cranes",
                amount: 88_400_000)),
        Pair(
            "one town and what happens there, told by nobody's name", isOne: true,
            Telling(trigger: "industry.shock", title: "Dock strike shuts Rotterdam terminals"),
            Telling(trigger: "industry.shock", title: "Terminals in Rotterdam idle as dock workers walk out")),
        Pair(
            "a case that is dismissed once", isOne: true,
            Telling(
                trigger: "litigation.defendant", subject: "Zorvex", title: "Judge tosses patent suit against Zorvex"),
            Telling(
                trigger: "litigation.defendant", subject: "Zorvex",
                title: "Zorvex cheers as court dismisses claims by rival")),
    ]

    static let two = [
        Pair(
            "two launches that share what sort of thing they are", isOne: false,
            Telling(trigger: "product.launch", subject: "Zorvex", title: "Zorvex launches oat snack bar for schools"),
            Telling(
                trigger: "product.launch", subject: "Zorvex", title: "Zorvex launches kelp snack bar for hospitals",
                day: "2026-06-12")),
        Pair(
            "two launches in one week", isOne: false,
            Telling(
                trigger: "product.launch", subject: "Zorvex", title: "Zorvex launches Tern picker",
                slots: ["product": "Tern picker"]),
            Telling(
                trigger: "product.launch", subject: "Zorvex", title: "Zorvex launches payment app",
                slots: ["product": "payment app"])),
        Pair(
            "a name that begins with a country", isOne: false,
            Telling(trigger: "leadership.cfo", subject: "US Steel", title: "US Steel names new CFO"),
            Telling(trigger: "leadership.cfo", subject: "Steel Dynamics", title: "Steel Dynamics names new CFO")),
        Pair(
            "a name that begins with what often stands before one", isOne: false,
            Telling(trigger: "layoff", subject: "State Quay", title: "State Quay to cut 900 jobs"),
            Telling(trigger: "layoff", subject: "Quay Capital", title: "Quay Capital to cut 900 jobs")),
        Pair(
            "a giant by name", isOne: false,
            Telling(trigger: "finance.distress", subject: "Giant Heron", title: "Giant Heron files for Chapter 11"),
            Telling(
                trigger: "finance.distress", subject: "Heron Logistics", title: "Heron Logistics files for Chapter 11")),
        Pair(
            "a company and its house abroad, in that country's language", isOne: false,
            Telling(trigger: "layoff", subject: "Zorvex", title: "Zorvex to cut 300 jobs"),
            Telling(trigger: "layoff", subject: "Zorvex Deutschland", title: "Zorvex Deutschland to cut 300 jobs")),
        Pair(
            "two class actions about two matters", isOne: false,
            Telling(
                trigger: "litigation.defendant", subject: "Zorvex",
                title: "Zorvex hit with class action over data breach"),
            Telling(
                trigger: "litigation.defendant", subject: "Zorvex",
                title: "Zorvex faces class action over overtime pay", day: "2026-06-11")),
        Pair(
            "two awarders", isOne: false,
            Telling(trigger: "contract.won", subject: "Zorvex", other: "Port of Arden", title: "Zorvex wins order"),
            Telling(trigger: "contract.won", subject: "Zorvex", other: "Tidewell Council", title: "Zorvex wins order")),
        Pair(
            "two orders of other sums", isOne: false,
            Telling(trigger: "contract.won", subject: "Zorvex", title: "Zorvex wins $5m navy order", amount: 5_000_000),
            Telling(
                trigger: "contract.won", subject: "Zorvex", title: "Zorvex wins $80m navy order", amount: 80_000_000)),
        Pair(
            "two directors", isOne: false,
            Telling(
                trigger: "leadership.board", subject: "Zorvex", title: "Zorvex appoints Ann Marsh to board",
                slots: ["person": "Ann Marsh"]),
            Telling(
                trigger: "leadership.board", subject: "Zorvex", title: "Zorvex appoints Tom Quill to board",
                slots: ["person": "Tom Quill"])),
        Pair(
            "two briefings by one chief", isOne: false,
            Telling(trigger: "statement.executive", subject: "Zorvex", title: "Open talk: Zorvex CEO on the harvest"),
            Telling(trigger: "statement.executive", subject: "Zorvex", title: "Open talk: Zorvex CEO on robot safety")),
        Pair(
            "two regulators, two measures", isOne: false,
            Telling(trigger: "regulatory.action_on_company", subject: "Zorvex", title: "Cease trade order re Zorvex"),
            Telling(trigger: "regulatory.action_on_company", subject: "Zorvex", title: "Delisting re Zorvex")),
        Pair(
            "two who share a first name", isOne: false,
            Telling(
                trigger: "leadership.functional", subject: "Zorvex",
                title: "Peter Marsh joins Zorvex as senior director",
                slots: ["person": "Peter Marsh"]),
            Telling(
                trigger: "leadership.functional", subject: "Zorvex",
                title: "Peter Quill joins Zorvex as senior director",
                slots: ["person": "Peter Quill"])),
        Pair(
            "a template of headlines for two companies", isOne: false,
            Telling(trigger: "ma.closed", subject: "Delmore Mills", title: "Takeover of Delmore Mills completed today"),
            Telling(
                trigger: "ma.closed", subject: "Pellmore Mills", title: "Takeover of Pellmore Mills completed today")),
        Pair(
            "two buyers", isOne: false,
            Telling(trigger: "ma.agreement", subject: "Zorvex", other: "Beta Foods", title: "Zorvex to buy Beta Foods"),
            Telling(
                trigger: "ma.agreement", subject: "Corvane", other: "Beta Foods", title: "Corvane to buy Beta Foods")),
        Pair(
            "two sites", isOne: false,
            Telling(
                trigger: "site.new-or-expand", subject: "Zorvex", title: "Zorvex opens hub", slots: ["place": "Leeds"]),
            Telling(
                trigger: "site.new-or-expand", subject: "Zorvex", title: "Zorvex opens hub in Turin",
                slots: ["place": "Turin"])),
        Pair(
            "two rounds", isOne: false,
            Telling(trigger: "funding.round", subject: "Zorvex", title: "Zorvex raises $4m seed", amount: 4_000_000),
            Telling(trigger: "funding.round", subject: "Zorvex", title: "Series C: $90m for Zorvex", amount: 90_000_000)
        ),
        Pair(
            "two shocks to one industry", isOne: false,
            Telling(trigger: "industry.shock", title: "Tariffs of 25% on steel imports take effect at midnight"),
            Telling(trigger: "industry.shock", title: "Dock strike stops steel imports at northern ports")),
        Pair(
            "a company and its kind", isOne: false,
            Telling(trigger: "layoff", subject: "Zorvex", title: "Zorvex to cut 300 jobs"),
            Telling(trigger: "layoff", title: "Robot makers cut jobs as orders fall")),
        Pair(
            "beyond the window", isOne: false,
            Telling(trigger: "layoff", subject: "Zorvex", title: "Zorvex to cut jobs"),
            Telling(trigger: "layoff", subject: "Zorvex", title: "Zorvex to cut jobs", day: "2026-06-25")),
        Pair(
            "another kind of event", isOne: false, Telling(trigger: "layoff", subject: "Zorvex", title: "Zorvex cuts"),
            Telling(trigger: "site.closure", subject: "Zorvex", title: "Zorvex cuts")),
        Pair(
            "the front page as a link", isOne: false,
            Telling(
                trigger: "partnership", subject: "Zorvex", title: "Zorvex joins forces with Arden Yards",
                url: "https://courier.example/"),
            Telling(
                trigger: "partnership", subject: "Zorvex", title: "Retail pact signed by Zorvex",
                url: "https://courier.example/")),
        Pair(
            "two persons for one seat, named in the text alone", isOne: false,
            Telling(
                trigger: "leadership.cfo", subject: "Zorvex", title: "Zorvex names finance chief",
                slots: ["person": "Jane Roe"]),
            Telling(
                trigger: "leadership.cfo", subject: "Zorvex", title: "Zorvex appoints CFO",
                slots: ["person": "Tom Hale"])),
        Pair(
            "a name that would be a plain word without what often stands before one", isOne: false,
            Telling(trigger: "layoff", subject: "City of Hope", title: "City of Hope to cut 300 jobs"),
            Telling(trigger: "layoff", subject: "Hope Mills", title: "Hope Mills to cut 300 jobs")),
        Pair(
            "two companies of one first word behind a body", isOne: false,
            Telling(
                trigger: "layoff", subject: "Board of Zorvex Robotics",
                title: "Board of Zorvex Robotics to cut 300 jobs"),
            Telling(trigger: "layoff", subject: "Zorvex Foods", title: "Zorvex Foods to cut 300 jobs")),
        Pair(
            "a first word that is a plain word, where the rule captured no company", isOne: false,
            Telling(trigger: "layoff", subject: "Bridge Foods", title: "Bridge Foods to cut 300 jobs"),
            Telling(trigger: "layoff", title: "300 jobs to go as bridge closes")),
        Pair(
            "two class actions, one of which alleges", isOne: false,
            Telling(
                trigger: "litigation.defendant", subject: "Zorvex",
                title: "Zorvex hit with class action over data breach"),
            Telling(
                trigger: "litigation.defendant", subject: "Zorvex",
                title: "Zorvex faces class action alleging wage theft", day: "2026-06-11")),
        Pair(
            "two recalls for one reason", isOne: false,
            Telling(trigger: "product.recall", subject: "Zorvex", title: "Zorvex recalls prams due to faulty hinges"),
            Telling(
                trigger: "product.recall", subject: "Zorvex", title: "Zorvex recalls high chairs due to faulty hinges")),
        Pair(
            "two agencies that rate", isOne: false,
            Telling(trigger: "rating.downgrade", subject: "Zorvex", title: "Moody's cuts Zorvex to junk"),
            Telling(trigger: "rating.downgrade", subject: "Zorvex", title: "Fitch cuts Zorvex to junk")),
        Pair(
            "one round sum for two towns", isOne: false,
            Telling(
                trigger: "contract.won", subject: "Zorvex", title: "Zorvex wins $50m road contract in Leeds",
                amount: 50_000_000),
            Telling(
                trigger: "contract.won", subject: "Zorvex", title: "Zorvex wins $50m road contract in Derby",
                day: "2026-06-14", amount: 50_000_000)),
        Pair(
            "one sum in two states", isOne: false,
            Telling(
                trigger: "contract.won", subject: "Zorvex", title: "Zorvex wins $51.3m road contract in Kansas",
                amount: 51_300_000),
            Telling(
                trigger: "contract.won", subject: "Zorvex", title: "Zorvex wins $51.3m road contract in Texas",
                amount: 51_300_000)),
        Pair(
            "an offering of another scale", isOne: false,
            Telling(trigger: "funding.equity", subject: "Zorvex", title: "Zorvex prices offering", amount: 50_000_000),
            Telling(trigger: "funding.equity", subject: "Zorvex", title: "Zorvex upsizes placing", amount: 162_000_000)),
        Pair(
            "an order from somebody else, told from the other side", isOne: false,
            Telling(
                trigger: "contract.won", subject: "Zorvex", title: "Zorvex wins $88.4m Tidewell crane order",
                amount: 88_400_000),
            Telling(
                trigger: "contract.won", subject: "Arden Yards", other: "Zorvex",
                title: "Arden Yards picks Zorvex for $88.4m cranes", amount: 88_400_000)),
        Pair(
            "another order of the same kind", isOne: false,
            Telling(trigger: "contract.won", subject: "Zorvex", title: "Zorvex wins navy crane order"),
            Telling(
                trigger: "contract.won", subject: "Zorvex", title: "Zorvex wins another navy crane order",
                day: "2026-06-13")),
        Pair(
            "two councils that pick the same", isOne: false,
            Telling(trigger: "contract.won", subject: "Zorvex", title: "Thornby council picks Zorvex harbour cranes"),
            Telling(trigger: "contract.won", subject: "Zorvex", title: "Derwick council picks Zorvex harbour cranes")),
        Pair(
            "two versions", isOne: false,
            Telling(trigger: "product.launch", subject: "Zorvex", title: "Zorvex releases PickMate 4"),
            Telling(trigger: "product.launch", subject: "Zorvex", title: "Zorvex releases PickMate 5")),
        Pair(
            "two notices under one heading", isOne: false,
            Telling(trigger: "cyber.incident", title: "Notice of data breach: Zorvex"),
            Telling(trigger: "cyber.incident", title: "Notice of data breach: Corvane")),
    ]

    @Test("what is one event is folded, what is not stays apart, in either order", arguments: one + two)
    func pairs(_ pair: Pair) {
        for events in [[pair.left.event(0), pair.right.event(1)], [pair.right.event(1), pair.left.event(0)]] {
            let folded = EventFolding().fold(events, into: [])
            #expect(folded.count == (pair.isOne ? 1 : 2))
            #expect(folded.flatMap(\.members).sorted() == [0, 1])
        }
    }

    @Test("a denial of what was told as a fact is an update, and no fact any more")
    func denial() throws {
        let fact = Telling(
            trigger: "ma.agreement", subject: "Zorvex", other: "Beta Foods", title: "Zorvex to buy Beta Foods")
        var denial = fact
        denial.title = "Zorvex calls off purchase of Beta Foods"
        denial.day = "2026-06-14"
        for qualifiers in [[Qualifier.negated], [.hedged]] {
            denial.qualifiers = qualifiers
            let folded = EventFolding().fold([denial.event(1)], into: [fact.event(0)])
            #expect(folded.map(\.outcome) == [.updated([.type])])
            #expect(folded.first?.event.qualifiers == qualifiers)
            #expect(folded.first?.isDenial == true)
            #expect(folded.first?.event.tellers.count == 2)
        }
    }

    static let twins = TriggerTwins(
        RulePack(triggers: [
            TestPack.twin("ipo.registration", of: ["ipo.filed"]),
            TestPack.twin("ma.tender_offer", of: ["ma.agreement", "ma.target_or_sale"]),
            TestPack.twin("ownership.holder", of: ["ownership.activist"]),
        ]))

    static let registers = [
        Pair(
            "a registration and the headline", isOne: true,
            Telling(
                trigger: "ipo.registration", subject: "ZORVEX ROBOTICS INC", title: "S-1 - ZORVEX ROBOTICS INC (Filer)"),
            Telling(
                trigger: "ipo.filed", subject: "Zorvex", title: "Robot maker Zorvex files for IPO", day: "2026-06-12")),
        Pair(
            "a registration and another company's listing", isOne: false,
            Telling(
                trigger: "ipo.registration", subject: "ZORVEX ROBOTICS INC", title: "S-1 - ZORVEX ROBOTICS INC (Filer)"),
            Telling(trigger: "ipo.filed", subject: "Arden Yards", title: "Arden Yards files for IPO")),
        Pair(
            "a registration and a listing of last quarter", isOne: false,
            Telling(trigger: "ipo.registration", subject: "Zorvex", title: "S-1 - ZORVEX INC (Filer)"),
            Telling(trigger: "ipo.filed", subject: "Zorvex", title: "Zorvex files for IPO", day: "2026-03-02")),
        Pair(
            "an offer for the shares and the headline, the sides turned round", isOne: true,
            Telling(
                trigger: "ma.tender_offer", subject: "BETA FOODS INC", other: "Zorvex Inc",
                title: "SC TO-T - BETA FOODS INC"),
            Telling(
                trigger: "ma.agreement", subject: "Zorvex", other: "Beta Foods",
                title: "Zorvex begins tender offer for Beta Foods")),
        Pair(
            "an offer for the shares by another buyer", isOne: false,
            Telling(
                trigger: "ma.tender_offer", subject: "BETA FOODS INC", other: "Zorvex Inc",
                title: "SC TO-T - BETA FOODS INC"),
            Telling(
                trigger: "ma.agreement", subject: "Quayside", other: "Beta Foods", title: "Quayside to buy Beta Foods")),
        Pair(
            "an offer for the shares and the target up for sale", isOne: true,
            Telling(
                trigger: "ma.tender_offer", subject: "BETA FOODS INC", other: "Zorvex Inc",
                title: "SC TO-T - BETA FOODS INC"),
            Telling(trigger: "ma.target_or_sale", subject: "Beta Foods", title: "Beta Foods receives takeover bid")),
        Pair(
            "two that only share a third that says the same", isOne: false,
            Telling(trigger: "ma.agreement", subject: "Zorvex", other: "Beta Foods", title: "Zorvex to buy Beta Foods"),
            Telling(trigger: "ma.target_or_sale", subject: "Beta Foods", title: "Beta Foods receives takeover bid")),
        Pair(
            "a holder's form and the activist", isOne: true,
            Telling(
                trigger: "ownership.holder", subject: "Zorvex Inc", other: "Quayside Capital LP",
                title: "SCHEDULE 13D - Zorvex Inc (Subject)"),
            Telling(
                trigger: "ownership.activist", subject: "Zorvex", other: "Quayside Capital",
                title: "Activist Quayside Capital takes stake in Zorvex")),
        Pair(
            "a holder's form and another activist", isOne: false,
            Telling(
                trigger: "ownership.holder", subject: "Zorvex Inc", other: "Quayside Capital LP",
                title: "SCHEDULE 13D - Zorvex Inc (Subject)"),
            Telling(
                trigger: "ownership.activist", subject: "Zorvex", other: "Harrow Partners",
                title: "Activist Harrow Partners takes stake in Zorvex")),
    ]

    @Test("a register's form and the headline are one event where the rules say so", arguments: registers)
    func sameInOtherWords(_ pair: Pair) {
        for (left, right) in [(pair.left, pair.right), (pair.right, pair.left)] {
            let together = EventFolding(twins: Self.twins).fold([left.event(0), right.event(1)], into: [])
            #expect(together.count == (pair.isOne ? 1 : 2))
            let later = EventFolding(twins: Self.twins).fold([right.event(1)], into: [left.event(0)])
            #expect(later.map(\.outcome) == [pair.isOne ? .repeated : .first])
            #expect(later.first?.event.trigger == (pair.isOne ? left.trigger : right.trigger))
            // Without a word of it in the rules nothing of the kind is assumed.
            #expect(EventFolding().fold([left.event(0), right.event(1)], into: []).count == 2)
        }
    }

    @Test("what one text tells in two ways is two events, though the rules call them one")
    func toldTwice() {
        let form = Telling(trigger: "ipo.registration", subject: "Zorvex", title: "Zorvex files for IPO").event(0)
        var headline = form
        headline.trigger = "ipo.filed"
        #expect(EventFolding(twins: Self.twins).fold([form, headline], into: []).count == 2)
        headline.tellers[0].item = "other"
        #expect(EventFolding(twins: Self.twins).fold([form, headline], into: []).count == 1)
    }

    @Test(
        "the end of a deal is found however late, with its sides in either order, and only where it is that deal",
        arguments: [
            ("Zorvex", "Beta Foods", "Zorvex calls off purchase of Beta Foods", "2026-06-14", true),
            ("Beta Foods", "Zorvex", "Beta Foods terminates merger agreement with Zorvex", "2027-01-20", true),
            ("Zorvex", "Arden Yards", "Zorvex calls off purchase of Arden Yards", "2026-06-14", false),
            ("Zorvex", "Beta Foods", "Zorvex calls off purchase of Beta Foods", "2026-06-01", false),
            ("Zorvex", "Beta Foods", "Zorvex calls off purchase of Beta Foods", "2027-08-01", false),
        ])
    func ending(_ subject: String, _ other: String, _ title: String, _ day: String, _ isIts: Bool) {
        let fact = Telling(
            trigger: "ma.agreement", subject: "Zorvex", other: "Beta Foods", title: "Zorvex to buy Beta Foods",
            amount: 50_000_000)
        let end = Telling(
            trigger: "ma.agreement", subject: subject, other: other, title: title, day: day, amount: 80_000_000,
            qualifiers: [.ended])
        let folded = EventFolding().fold([end.event(1)], into: [fact.event(0)])
        #expect(folded.map(\.outcome) == [isIts ? .updated([.type]) : .first])
        #expect(folded.first?.isDenial == isIts)
        #expect(folded.first?.event.qualifiers == [.ended])
        #expect(folded.first?.event.amount?.amount == (isIts ? 50_000_000 : 80_000_000))
        // Somebody who has not heard of it brings nothing back.
        if isIts, let ended = folded.first?.event {
            let slow = EventFolding().fold([fact.event(2)], into: [ended])
            #expect(slow.map(\.outcome) == [.repeated])
            #expect(slow.first?.event.qualifiers == [.ended])
        }
    }

    @Test(
        "an industry in other words is the same where the rest of the story agrees",
        arguments: [
            (
                "US imposes 25% tariff on chip makers", "chip makers", "US slaps 25% tariff on semiconductors",
                "semiconductors", true
            ),
            (
                "US imposes 25% tariff on chip makers", "chip makers", "US imposes 25% tariff on steel makers",
                "steel makers", false
            ),
            (
                "US imposes 25% tariff on chip makers", "chip makers",
                "Shortage of cleanrooms worries semiconductor buyers", "semiconductor", false
            ),
            (
                "US imposes 25% tariff on chip makers", "chip makers", "US slaps 50% tariff on semiconductors",
                "semiconductors", false
            ),
        ])
    func industries(_ left: String, _ one: String, _ right: String, _ other: String, _ isOne: Bool) {
        let first = Telling(trigger: "industry.shock", title: left, slots: ["industry": one, "authority": "US"])
        let second = Telling(trigger: "industry.shock", title: right, slots: ["industry": other, "authority": "US"])
        #expect(EventFolding().fold([first.event(0), second.event(1)], into: []).count == (isOne ? 1 : 2))
        #expect(EventFolding().fold([second.event(1), first.event(0)], into: []).count == (isOne ? 1 : 2))
    }

    @Test(
        "a rumour, or a denial of earlier talk, takes nothing back",
        arguments: [
            ("Zorvex may still buy Beta Foods", "2026-06-14"), ("Zorvex denies buying Beta Foods", "2026-06-08"),
        ])
    func rumour(_ title: String, _ day: String) {
        let fact = Telling(
            trigger: "ma.agreement", subject: "Zorvex", other: "Beta Foods", title: "Zorvex to buy Beta Foods")
        var later = fact
        later.title = title
        later.day = day
        later.qualifiers = [.hedged]
        let folded = EventFolding().fold([later.event(1)], into: [fact.event(0)])
        #expect(folded.map(\.outcome) == [.repeated])
        #expect(folded.first?.event.qualifiers == [])
        #expect(folded.first?.isDenial == false)
    }

    @Test("two rounds of one company on one day have ids of their own, whichever is known already")
    func collision() {
        let seed = Telling(
            trigger: "funding.round", subject: "Zorvex", title: "Zorvex raises $4m seed", amount: 4_000_000)
        let later = Telling(
            trigger: "funding.round", subject: "Zorvex", title: "Series C: $90m for Zorvex", amount: 90_000_000)
        // As recognition would: trigger, parties and day are the same, so is the id.
        let (first, second) = (seed.event(0), later.event(0))
        let together = EventFolding().fold([first, second], into: [])
        #expect(Set(together.map(\.event.id)).count == 2)
        let folded = EventFolding().fold([second], into: [first])
        #expect(folded.map(\.outcome) == [.first])
        #expect(folded.first?.event.id != first.id)
        #expect(folded.first?.event.id == EventFolding().fold([second], into: [first]).first?.event.id)
    }

    @Test("a thousand unlike events under one word, one link and one name are compared with few of each other")
    func crowded() {
        let events = (0..<4000).map { number in
            Telling(
                trigger: "product.launch", subject: "Zorvex",
                title: "Zorvex launches instrument \(number) internationally",
                url: "https://courier.example/list", slots: ["product": "thing\(number)"]
            ).event(number)
        }
        let folded = EventFolding().fold(events, into: [])
        #expect(folded.flatMap(\.members).sorted() == Array(0..<4000))
    }

    @Test(
        "a link is known by what names the story",
        arguments: [
            ("https://www.courier.example/a/7?utm_medium=x&id=3#top", "courier.example/a/7?id=3"),
            ("http://m.courier.example/a/7/index.html", "courier.example/a/7"), ("https://courier.example/", nil),
            ("https://courier.example", nil), ("https://courier.example/?p=9", "courier.example/?p=9"), ("", nil),
        ] as [(String, String?)])
    func addresses(_ url: String, _ expected: String?) { #expect(StoryAddress.of(url) == expected) }
}
