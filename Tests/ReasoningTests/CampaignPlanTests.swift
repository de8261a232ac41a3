import Testing
import TriggerModel

@testable import Reasoning

@Suite struct CampaignPlanTests {
    static func alert(
        _ number: Int, rep: String = "dana", score: Int = 50, goodUntil: String = "2026-12-31", isFallback: Bool = false
    ) -> Alert {
        var alert = Sample.alert(
            "al\(number)", account: "a\(number)", rep: rep, score: score, goodUntil: Sample.day(goodUntil))
        alert.isFallbackRep = isFallback
        return alert
    }

    @Test func `a few accounts are no campaign, and other events are none of its business`() {
        var other = Self.alert(9)
        other.event = "else"
        let alerts = [Self.alert(1), Self.alert(2), other]
        #expect(CampaignPlan.plan("e", alerts: alerts, reps: [Sample.rep("dana")], today: Sample.today) == nil)
    }

    @Test func `the best reason is called first, each rep by the day, working days only`() throws {
        // 2026-11-21 is a Saturday; a list of six leaves a campaign two calls a day.
        let alerts = (1...5).map { Self.alert($0, score: 90 - $0) }
        let plan = try #require(
            CampaignPlan.plan(
                "e", alerts: alerts.reversed(), reps: [Sample.rep("dana", length: 6)], today: Sample.today))
        #expect(plan.rows.map(\.rank) == [1, 2, 3, 4, 5])
        #expect(plan.rows.map(\.alert.id) == ["al1", "al2", "al3", "al4", "al5"])
        #expect(
            plan.rows.map(\.day.description) == ["2026-11-23", "2026-11-23", "2026-11-24", "2026-11-24", "2026-11-25"])
        #expect(plan.leftOver == [])
        #expect(plan.id.count == 32)
    }

    @Test func `accounts of nobody are shared by room, and those of a full rep go to another`() throws {
        let reps = [Sample.rep("dana", length: 3), Sample.rep("miguel", length: 6)]
        let open = try #require(
            CampaignPlan.plan(
                "e", alerts: (1...6).map { Self.alert($0, isFallback: true) }, reps: reps, today: Sample.today))
        #expect(open.rows.filter { $0.alert.rep == "dana" }.count == 2)
        #expect(open.rows.filter { $0.alert.rep == "miguel" }.count == 4)
        let full = try #require(
            CampaignPlan.plan(
                "e", alerts: (1...3).map { Self.alert($0, goodUntil: "2026-11-23") }, reps: reps, today: Sample.today))
        #expect(full.rows.map(\.alert.rep) == ["dana", "miguel", "miguel"])
        #expect(full.rows[1].note == "shared with rep miguel: rep dana has no room")
    }

    @Test func `what nobody has room for is left over with its gate`() throws {
        let alerts = (1...4).map { Self.alert($0, goodUntil: "2026-11-23") } + [Self.alert(5, goodUntil: "2026-11-20")]
        let plan = try #require(
            CampaignPlan.plan("e", alerts: alerts, reps: [Sample.rep("dana", length: 6)], today: Sample.today))
        #expect(plan.rows.count == 2)
        #expect(
            plan.leftOver.map { "\($0.alert) \($0.gate.gate)" } == [
                "al3 campaign-full", "al4 campaign-full", "al5 expired",
            ])
        let taken = try #require(
            CampaignPlan.plan(
                "e", alerts: alerts, reps: [Sample.rep("dana", length: 6)], today: Sample.today,
                taken: ["dana": [Sample.day("2026-11-23"): 2]]))
        #expect(taken.rows == [])
    }

    @Test func `every account is in it once, inside its shelf life and the room of its day, in any order`() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<60 {
            let reps = (0..<Int.random(in: 0...5, using: &random)).map { number in
                Sample.rep(
                    "r\(number)", length: Int.random(in: -1...15, using: &random),
                    workingDays: (0..<Int.random(in: 0...7, using: &random)).map { _ in
                        Int.random(in: 0...8, using: &random)
                    })
            }
            var alerts = (0..<Int.random(in: 3...120, using: &random)).map { number in
                var alert = Self.alert(
                    number, rep: "r\(Int.random(in: 0...5, using: &random))",
                    score: Int.random(in: 0...100, using: &random),
                    isFallback: .random(using: &random))
                alert.account.id = "a\(number / 2)"
                alert.goodUntil = Sample.today.adding(days: Int.random(in: -3...40, using: &random))
                return alert
            }
            let plan = CampaignPlan.plan("e", alerts: alerts, reps: reps, today: Sample.today)
            alerts.shuffle(using: &random)
            #expect(CampaignPlan.plan("e", alerts: alerts, reps: reps, today: Sample.today) == plan)
            let accounts = Set(alerts.map(\.account.id))
            guard let plan else {
                #expect(accounts.count < CampaignPlan.fewest)
                continue
            }
            let names = Dictionary(uniqueKeysWithValues: alerts.map { ($0.id, $0.account.id) })
            let planned = plan.rows.map(\.alert.account.id) + plan.leftOver.compactMap { names[$0.alert] }
            #expect(planned.sorted() == accounts.sorted())
            #expect(plan.rows.allSatisfy { $0.day >= Sample.today && $0.day <= $0.alert.goodUntil })
            let known = Dictionary(uniqueKeysWithValues: reps.map { ($0.id, $0) })
            for (key, rows) in Dictionary(grouping: plan.rows, by: { "\($0.alert.rep) \($0.day)" }) {
                let rep = try #require(known[rows[0].alert.rep])
                #expect(rows.count <= max(1, rep.callListLength / CampaignPlan.share), "\(key)")
                #expect(rep.workingDays.contains(rows[0].day.weekday))
            }
        }
    }

    @Test func `a list shows a campaign's row on its day, and before it only counts it`() throws {
        let alerts = (1...3).map { Self.alert($0) }
        let rep = Sample.rep("dana", length: 3)
        let plan = try #require(CampaignPlan.plan("e", alerts: alerts, reps: [rep], today: Sample.today))
        let monday = CallList.build(
            rep: rep, alerts: alerts, already: [], today: Sample.day("2026-11-23"), notBefore: plan.notBefore)
        #expect(monday.rows.map(\.alert.id) == ["al1"])
        #expect(monday.heldBack == 2)
        let wednesday = CallList.build(
            rep: rep, alerts: alerts, already: ["al1"], today: Sample.day("2026-11-25"), notBefore: plan.notBefore)
        #expect(wednesday.rows.map(\.alert.id) == ["al2", "al3"])
    }
}
