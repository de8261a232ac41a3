import Testing
import TriggerModel

@testable import Reasoning

@Suite struct FirstContactTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var item: Item
        var policy = Source.FirstPoll.backfill(days: 3)
        /// nil: the item goes on.
        var detail: String?

        var testDescription: String { name }
    }

    static func item(
        published: String? = nil, updated: String? = nil, accepted: String? = nil, filed: String? = nil
    ) -> Item {
        func time(_ day: String?) -> Timestamp? { day.map { Timestamp(Sample.day($0), secondOfDay: 3600) } }
        let filing =
            accepted == nil && filed == nil
            ? nil : Filing(form: "8-K", filed: filed.map(Sample.day), accepted: time(accepted))
        return Item(source: "s", id: "1", published: time(published), updated: time(updated), filing: filing)
    }

    static let first = "first document of the source"
    static let cases = [
        Case(name: "today", item: item(published: "2026-11-21")),
        Case(name: "the first day of the window", item: item(published: "2026-11-18")),
        Case(
            name: "the day before the window", item: item(published: "2026-11-17"),
            detail: "\(first), and 2026-11-17 is over 3 days before 2026-11-21"),
        Case(name: "a zone ahead of ours", item: item(published: "2026-11-23")),
        Case(
            name: "a day to come", item: item(published: "2026-11-24"),
            detail: "\(first), and 2026-11-24 is still to come on 2026-11-21"),
        Case(name: "no date", item: item(), detail: "\(first), and the item has no date"),
        Case(name: "only a date of change", item: item(updated: "2026-11-20")),
        Case(
            name: "the date of publication counts before that of change",
            item: item(published: "2026-11-01", updated: "2026-11-20"),
            detail: "\(first), and 2026-11-01 is over 3 days before 2026-11-21"),
        Case(name: "a filing by its acceptance", item: item(accepted: "2026-11-20", filed: "2026-11-01")),
        Case(name: "a filing by its day", item: item(filed: "2026-11-19")),
        Case(
            name: "seed", item: item(published: "2026-11-21"), policy: .seed,
            detail: "\(first), whose first-poll is seed"),
        Case(name: "a window of no days is today", item: item(published: "2026-11-21"), policy: .backfill(days: 0)),
    ]

    @Test(arguments: cases) func `an item of a first document goes on only if it is recent`(_ test: Case) {
        let gate = FirstContact(test.policy, today: Sample.today).gate(for: test.item)
        #expect(gate == test.detail.map { Gate(.intake, "seeded", $0) })
    }

    @Test func `of a first document each account gets its best alert only`() {
        let alerts = [
            Sample.alert("1", account: "a", score: 50), Sample.alert("2", account: "a", score: 60),
            Sample.alert("3", account: "b", score: 10),
            Sample.alert("4", account: "a", score: 60, eventDate: Sample.day("2026-11-01")),
        ]
        for order in [alerts, alerts.reversed()] {
            let (kept, dropped) = FirstContact.budget(order)
            #expect(kept == [alerts[1], alerts[2]])
            #expect(
                dropped
                    == ["1", "4"].map {
                        DroppedAlert(
                            alert: $0,
                            gate: Gate(
                                .deliver, "first-contact",
                                "first document of the source: one alert per account, and 2 scores higher"))
                    })
        }
    }
}
