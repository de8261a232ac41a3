import Testing
import TriggerModel

@testable import EventRecognition

@Suite("Folding")
struct EventFoldingTests {
    static func events(_ texts: [(title: String, day: String)], accounts: [Account] = []) -> [Event] {
        texts.enumerated().flatMap { index, text in
            TestPack.recognise(
                TestPack.item(text.title, published: "\(text.day)T08:00:00Z", id: "\(index)"), accounts: accounts
            ).events
        }
    }

    @Test("three tellers of one story are one event, whatever their order")
    func order() {
        let events = Self.events([
            ("Acme acquires Beta Foods", "2026-06-10"), ("Acme Robotics Inc. bought Beta Foods for $12m", "2026-06-12"),
            ("Beta Foods to be acquired by Acme", "2026-06-09"),
        ])
        let folded = EventFolding().fold(events, into: [])
        #expect(folded.count == 1)
        #expect(folded[0].outcome == .first)
        #expect(folded[0].members == [0, 1, 2])
        #expect(folded[0].event.tellers.map(\.item) == ["2", "0", "1"])
        #expect(folded[0].event.id == events[2].id)
        #expect(folded[0].event.amount == Money(amount: 12_000_000, currency: "USD"))
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let again = EventFolding().fold(order.map { events[$0] }, into: [])
            #expect(again.map(\.event) == folded.map(\.event))
        }
    }

    @Test("another buyer, another target and another month are other events")
    func apart() {
        let events = Self.events([
            ("Acme acquires Beta Foods", "2026-06-10"), ("Gamma acquires Beta Foods", "2026-06-10"),
            ("Acme acquires Delmore Mills", "2026-06-10"), ("Acme acquires Beta Foods", "2026-07-10"),
            ("Acme to cut 300 jobs", "2026-06-10"),
        ])
        #expect(
            EventFolding().fold(events, into: []).map(\.members).sorted { $0[0] < $1[0] } == [[0], [1], [2], [3], [4]])
    }

    @Test("an account is itself under any name")
    func accounts() {
        let account = TestPack.account("acme", "Acme Robotics Inc", aliases: ["Zenwidget"])
        let events = Self.events(
            [("Zenwidget to cut 300 jobs", "2026-06-10"), ("Acme Robotics to cut 300 jobs", "2026-06-11")],
            accounts: [account])
        #expect(EventFolding().fold(events, into: []).map(\.members) == [[0, 1]])
    }

    @Test("a known event keeps its id, and says what changed")
    func known() {
        let known = Self.events([("Acme acquires Beta Foods for $12m", "2026-06-10")])
        func outcome(_ title: String, _ day: String) -> EventFolding.Folded.Outcome? {
            let folded = EventFolding().fold(
                Self.events([(title, day)]).map { event in
                    var event = event
                    event.tellers[0].item = "later"
                    return event
                }, into: known)
            #expect(folded.map(\.event.id) == known.map(\.id))
            return folded.first?.outcome
        }
        #expect(outcome("Acme acquires Beta Foods", "2026-06-08") == .repeated)
        #expect(outcome("Acme bought Beta Foods for $12.2m", "2026-06-12") == .repeated)
        #expect(outcome("Acme acquires Beta Foods for $19m", "2026-06-12") == .updated([.amount]))
    }

    @Test("talk that becomes fact is an update")
    func talk() {
        let known = Self.events([("Acme in talks to acquire Beta Foods", "2026-06-10")])
        let folded = EventFolding().fold(Self.events([("Acme acquires Beta Foods", "2026-06-12")]), into: known)
        #expect(folded.map(\.outcome) == [.updated([.type])])
        #expect(folded.first?.event.qualifiers == [])
        #expect((folded.first?.event.confidence ?? 0) >= 0.5)
    }

    @Test("the id depends on trigger, parties and day alone, and on the words where no party is known")
    func identity() {
        func party(_ name: String, _ role: Party.Role, _ company: CompanyReference? = nil) -> Party {
            Party(name: name, role: role, company: company)
        }
        func id(_ subject: Party?, _ other: Party? = nil, _ day: String = "2026-06-10", words: String = "") -> String {
            EventIdentity.id(
                trigger: "buy", subject: subject, counterparty: other, otherwise: words, date: CalendarDay(day)!)
        }
        let acme = party("Acme, Inc.", .subject)
        #expect(id(acme) == id(party("ACME", .subject)))
        #expect(id(acme) == id(acme, words: "anything"))
        #expect(id(acme) != id(acme, nil, "2026-06-11"))
        #expect(id(acme, party("Beta", .counterparty)) != id(acme, party("Gamma", .counterparty)))
        #expect(id(party("Acme", .subject, .account("x"))) == id(party("Other", .subject, .account("x"))))
        #expect(id(nil, words: "Mike Neylan") != id(nil, words: "Asi Shalgi"))
        #expect(id(acme).count == 32)
    }

    @Test("many events of one company cost no more than their number, and none is lost")
    func many() throws {
        let event = try #require(Self.events([("Acme acquires Beta Foods", "2026-06-10")]).first)
        let events = (0..<3000).map { number in
            var other = event
            other.date = event.date.adding(days: 30 * number)
            other.tellers[0].item = "\(number)"
            return other
        }
        let folded = EventFolding().fold(events, into: [])
        #expect(folded.map(\.members) == (0..<3000).map { [$0] })
    }
}
