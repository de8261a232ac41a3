import Testing
import TriggerModel

@testable import Ledger

@Suite struct `Campaigns in the ledger` {
    private let start = Timestamp(CalendarDay("2026-11-23")!, secondOfDay: 8 * 3600)

    private func call(_ account: String, _ rank: Int, _ day: String, rep: String = "dana") -> CampaignCall {
        CampaignCall(
            account: account, alert: "alert-\(account)", rep: rep, day: CalendarDay(day)!, rank: rank,
            note: rank == 2 ? "shared" : nil)
    }

    @Test func `keep each account where it was put, and tell the room that is taken`() throws {
        let ledger = try Scratch.ledger()
        var campaign = StoredCampaign(
            id: "c1", event: "e1", trigger: "industry.shock", startedAt: start,
            calls: [call("a", 1, "2026-11-23"), call("b", 2, "2026-11-24")])
        try ledger.commit(at: start) { try $0.save(campaign) }
        let later = start.adding(days: 1)
        try ledger.commit(at: later) { transaction in
            var grown = campaign
            grown.calls = [call("b", 7, "2026-12-01"), call("c", 3, "2026-11-24", rep: "tom")]
            try transaction.save(grown)
        }
        campaign.calls.append(call("c", 3, "2026-11-24", rep: "tom"))
        #expect(try ledger.campaign(ofEvent: "e1") == campaign)
        #expect(try ledger.campaigns(idPrefix: "c").map(\.id) == ["c1"])
        let taken = try ledger.commit(at: later) { try $0.campaignCalls(from: CalendarDay("2026-11-24")!) }
        #expect(taken == ["dana": [CalendarDay("2026-11-24")!: 1], "tom": [CalendarDay("2026-11-24")!: 1]])
        #expect(try ledger.openCampaigns(on: CalendarDay("2026-11-24")!).map(\.told) == [0])
        #expect(try ledger.openCampaigns(on: CalendarDay("2026-11-25")!).isEmpty)
    }

    @Test func `go with what they are about when it is forgotten`() throws {
        let ledger = try Scratch.ledger()
        try ledger.commit(at: start) {
            try $0.save(
                StoredCampaign(
                    id: "c1", event: "e1", trigger: "t", startedAt: start, calls: [call("a", 1, "2026-11-23")]))
        }
        #expect(try ledger.prune(now: start.adding(days: 700)).campaigns == 0)
        #expect(try ledger.prune(now: start.adding(days: 731)).campaigns == 1)
        #expect(try ledger.campaign(ofEvent: "e1") == nil)
    }
}
