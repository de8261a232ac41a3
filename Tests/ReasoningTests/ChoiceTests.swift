import Testing
import TriggerModel

@testable import Reasoning

@Suite struct ChoiceTests {
    struct Call: CustomTestStringConvertible, Sendable {
        var name: String
        var contacts: [Contact]
        var trigger = "funding.round"
        var person: String? = "Jane Roe"
        var chosen: ContactChoice?

        var testDescription: String { name }
    }

    static let cfo = Contact(name: "Ann Cole", role: "CFO", phone: "+1 1")
    static let silentCFO = Contact(name: "Ann Cole", role: "cfo")
    static let ceo = Contact(name: "Bo Dale", role: "ceo", phone: "+1 2")
    static let buyer = Contact(name: "Cy Egg", role: "buyer", phone: "+1 3")
    static let director = Contact(name: "Di Fox", role: "IT Director", phone: "+1 4")

    static let calls = [
        Call(name: "nobody on file", contacts: [], chosen: nil),
        Call(name: "nobody affected", contacts: [buyer], chosen: nil),
        Call(name: "the most affected role", contacts: [ceo, cfo], chosen: ContactChoice(contact: cfo, note: nil)),
        Call(
            name: "a phone before a rank", contacts: [silentCFO, ceo], chosen: ContactChoice(contact: ceo, note: nil)),
        Call(
            name: "without any phone, the most affected", contacts: [Contact(name: "X", role: "ceo"), silentCFO],
            chosen: ContactChoice(contact: silentCFO, note: nil)),
        Call(
            name: "roles however they are written", contacts: [director],
            chosen: ContactChoice(contact: director, note: nil)),
        Call(
            name: "two of one role: the first on file",
            contacts: [cfo, Contact(name: "Second", role: "cfo", phone: "+1 9")],
            chosen: ContactChoice(contact: cfo, note: nil)),
        Call(
            name: "not the seat that changed hands, if there is another", contacts: [cfo, ceo],
            trigger: "leadership.cfo", chosen: ContactChoice(contact: ceo, note: nil)),
        Call(
            name: "the seat that changed hands, if there is no other", contacts: [cfo], trigger: "leadership.cfo",
            chosen: ContactChoice(
                contact: cfo, note: "Ann Cole is on file as CFO and may be the predecessor of Jane Roe")),
        Call(
            name: "the newcomer, where the file knows of it", contacts: [cfo], trigger: "leadership.cfo",
            person: "ann cole", chosen: ContactChoice(contact: cfo, note: nil)),
        Call(
            name: "a departure without a name", contacts: [cfo, ceo], trigger: "leadership.cfo", person: nil,
            chosen: ContactChoice(contact: cfo, note: nil)),
    ]

    @Test(arguments: calls) func `the person to call is affected and can be dialled`(_ test: Call) {
        let event = Sample.event(test.trigger, slots: test.person.map { ["person": $0] } ?? [:])
        let choice = ContactChoice.choose(
            for: Sample.account(contacts: test.contacts), affects: ["cfo", "ceo", "it-director"], event: event)
        #expect(choice == test.chosen)
    }

    @Test func `a seat that changed hands at another company says nothing about ours`() {
        let rival = Party(name: "Zenith", role: .subject, company: .named("Zenith"))
        let choice = ContactChoice.choose(
            for: Sample.account(contacts: [Self.cfo, Self.ceo]), affects: ["cfo", "ceo"],
            event: Sample.event(parties: [rival]))
        #expect(choice == ContactChoice(contact: Self.cfo, note: nil))
    }

    struct Owner: CustomTestStringConvertible, Sendable {
        var name: String
        var reps: [Rep]
        var owner: String?
        var status = Account.Status.prospect
        var fallback: String? = "miguel"
        /// "rep", or "rep (fallback)".
        var chosen: String?

        var testDescription: String { name }
    }

    static let owners = [
        Owner(
            name: "the owner", reps: [Sample.rep("dana"), Sample.rep("ann", territory: ["GB"])], owner: "dana",
            chosen: "dana: rep dana owns the account"),
        Owner(
            name: "the territory by country", reps: [Sample.rep("dana"), Sample.rep("zoe", territory: ["gb"])],
            chosen: "zoe: rep zoe has the territory"),
        Owner(
            name: "the territory by region, when the owner has left",
            reps: [Sample.rep("zoe", territory: ["Yorkshire"])], owner: "gone",
            chosen: "zoe: rep zoe has the territory"),
        Owner(
            name: "a hunter for a prospect",
            reps: [
                Sample.rep("a", territory: ["GB"], style: .farmer), Sample.rep("b", territory: ["GB"]),
                Sample.rep("c", territory: ["GB"], style: .hunter),
            ], chosen: "c: rep c has the territory"),
        Owner(
            name: "a farmer for a customer",
            reps: [
                Sample.rep("a", territory: ["GB"], style: .hunter), Sample.rep("b", territory: ["GB"]),
                Sample.rep("c", territory: ["GB"], style: .farmer),
            ], status: .active, chosen: "c: rep c has the territory"),
        Owner(
            name: "of two alike, the first by id", reps: ["b", "a"].map { Sample.rep($0, territory: ["GB"]) },
            chosen: "a: rep a has the territory"),
        Owner(
            name: "the fallback", reps: [Sample.rep("dana"), Sample.rep("miguel")],
            chosen: "miguel (fallback): rep miguel is the fallback: the account has no owner"),
        Owner(
            name: "the fallback for a dangling owner", reps: [Sample.rep("miguel")], owner: "gone",
            chosen: "miguel (fallback): rep miguel is the fallback: owner gone is no rep"),
        Owner(
            name: "somebody, where the fallback is nobody", reps: [Sample.rep("b"), Sample.rep("a")], fallback: "gone",
            chosen: "a (fallback): rep a is the fallback: the account has no owner"),
        Owner(name: "nobody, where there is no rep", reps: [], chosen: nil),
    ]

    @Test(arguments: owners) func `an alert goes to the owner, the territory or the fallback`(_ test: Owner) {
        let reps = Dictionary(uniqueKeysWithValues: test.reps.map { ($0.id, $0) })
        let account = Sample.account(owner: test.owner, status: test.status)
        let choice = RepChoice.choose(for: account, among: reps, fallback: test.fallback)
        #expect(
            choice.map { "\($0.rep.id)\($0.isFallback ? " (fallback)" : ""): \($0.reason)" } == test.chosen)
    }

    @Test func `help is what they do not own, the most specific first, two at most`() {
        func product(_ id: String, _ triggers: String...) -> Product {
            Product(id: id, name: id.uppercased(), help: "Helps.", triggers: triggers.map(TriggerSelector.init))
        }
        let products = [
            product("any", "*"), product("family", "leadership.*"), product("exact", "layoff", "leadership.cfo"),
            product("owned", "leadership.cfo"), product("unfit", "cyber.*"),
        ]
        let expected = ["EXACT", "FAMILY"].map { AlertHelp(product: $0, help: "Helps.") }
        for order in [products, products.reversed()] {
            let account = Sample.account(products: ["owned"])
            #expect(HelpChoice.choose(for: account, trigger: "leadership.cfo", from: order) == expected)
        }
    }

    struct Quote: CustomTestStringConvertible, Sendable {
        var name: String
        var evidence: [Evidence]
        var tellers: [Teller]
        /// "publisher: quote".
        var quotes: [String]

        var testDescription: String { name }
    }

    static let quotes = [
        Quote(
            name: "the headline that made us believe it", evidence: [Sample.evidence()], tellers: [Sample.teller()],
            quotes: ["Trade Courier: \(Sample.title)"]),
        Quote(
            name: "a sentence of the text, from the only teller",
            evidence: [Sample.evidence("Ms Roe takes over as finance chief.", field: .content)],
            tellers: [Sample.teller(title: "Changes at Acme")],
            quotes: ["Trade Courier: Ms Roe takes over as finance chief."]),
        Quote(
            name: "nobody is quoted with another's headline", evidence: [Sample.evidence()],
            tellers: [Sample.teller("Wire", title: "Acme has a new CFO"), Sample.teller()],
            quotes: ["Wire: Acme has a new CFO", "Trade Courier: \(Sample.title)"]),
        Quote(
            name: "first hand before hearsay, each publisher before any twice, five at most",
            evidence: [],
            tellers: [
                Sample.teller("A"), Sample.teller("a"), Sample.teller("B"), Sample.teller("C", isFirstHand: true),
                Sample.teller("D"), Sample.teller("E"), Sample.teller("F"),
            ],
            quotes: ["A", "C", "B", "D", "E"].map { "\($0): \(Sample.title)" }),
        Quote(
            name: "a filing without words of its own", evidence: [], tellers: [Sample.teller(title: "8-K Acme Pumps")],
            quotes: ["Trade Courier: 8-K Acme Pumps"]),
        Quote(name: "nothing to quote", evidence: [], tellers: [Sample.teller(title: " \n")], quotes: []),
        Quote(name: "no teller", evidence: [Sample.evidence()], tellers: [], quotes: []),
        Quote(
            name: "a headline without end is cut", evidence: [],
            tellers: [Sample.teller(title: String(repeating: "x", count: 5000))],
            quotes: ["Trade Courier: \(String(repeating: "x", count: 299))…"]),
    ]

    @Test(arguments: quotes) func `each teller is quoted in its own words`(_ test: Quote) {
        let chosen = EvidenceChoice.choose(from: Sample.event(evidence: test.evidence, tellers: test.tellers))
        #expect(chosen.map { "\($0.publisher): \($0.quote)" } == test.quotes)
    }
}
