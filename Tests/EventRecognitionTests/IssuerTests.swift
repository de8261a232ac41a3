import RuleLanguage
import Testing
import TriggerModel

@testable import EventRecognition

/// Headlines that leave out who speaks, because whoever reads them knows where they stand.
@Suite("Issuers that are left out")
struct IssuerTests {
    private static let pack = RulePack(triggers: [
        TestPack.rule(
            "wins", [TestPack.clause(.headline, ["{company} (wins|win|to win) [{money}] contract [with {other}]"])]),
        TestPack.rule("warns", [TestPack.clause(.headline, ["{company} 's {product} warns"])]),
        TestPack.rule("offer", [TestPack.clause(.headline, ["{company} : offer for {other}"])]),
    ])
    private static let accounts = [TestPack.account("q", "Quillon Mills Inc", domain: "quillon.example")]

    private static func event(
        _ title: String, publisher: String = "Wire", isFirstHand: Bool = false, url: String? = nil
    ) -> Event? {
        let recogniser = Recogniser(pack: pack, accounts: accounts)
        let teller = TellerOrigin(source: "s", publisher: publisher, isFirstHand: isFirstHand, kind: .feed)
        return recogniser.recognise(TestPack.item(title, url: url), teller: teller, received: TestPack.received)
            .events.first
    }

    @Test(
        "a headline may begin with the verb: a fact of nobody we can name",
        arguments: [
            "Wins $40m contract", "Media release: wins contract with Vexley", "To Win Contract With Vexley",
            "Wins contract",
        ])
    func unnamed(_ title: String) {
        let event = Self.event(title)
        #expect(event?.subject == nil)
        #expect((event?.confidence ?? 0) >= 0.5)
    }

    @Test(
        "no subject is left out elsewhere",
        arguments: [
            "to win contract with Vexley", "How to win contract", "win contract", "Shares wins contract",
        ])
    func notLeftOut(_ title: String) {
        #expect((Self.event(title)?.confidence ?? 0) < 0.5)
    }

    @Test("it is the company on whose site the item stands, or whose own feed it is")
    func known() {
        let onSite = Self.event("Wins $40m contract with Vexley", url: "https://news.quillon.example/1")
        #expect(onSite?.subject?.account == "q")
        let ofFeed = Self.event("Wins $40m contract with Vexley", publisher: "Quillon Mills", isFirstHand: true)
        #expect(ofFeed?.subject?.account == "q")
        let ofOther = Self.event("Wins $40m contract with Vexley", publisher: "Tidewell Foods", isFirstHand: true)
        #expect(ofOther?.subject.map(\.name) == "Tidewell Foods")
        let ofHost = Self.event("Wins $40m contract", publisher: "tidewell.example", isFirstHand: true)
        #expect(ofHost.map { $0.subject == nil } == true)
        let ofWire = Self.event("Wins $40m contract", publisher: "Quillon Mills")
        #expect(ofWire.map { $0.subject == nil } == true)
    }

    @Test("a possessive in a pattern asks for one")
    func possessive() {
        #expect(Self.event("Quillon Foods' Keller warns of price rises")?.subject?.name == "Quillon Foods")
        #expect(Self.event("Quillon's Ann Keller warns of price rises")?.subject?.name == "Quillon")
        #expect(Self.event("Quillon Ann Keller warns of price rises") == nil)
    }

    @Test("a colon in a pattern asks for one, or for a dash")
    func colon() {
        #expect(Self.event("Quillon Gold: Offer for Vexley")?.counterparty?.name == "Vexley")
        #expect(Self.event("Quillon Gold - Offer for Vexley")?.subject?.name == "Quillon Gold")
        #expect(Self.event("Quillon Gold offer for Vexley") == nil)
    }
}
