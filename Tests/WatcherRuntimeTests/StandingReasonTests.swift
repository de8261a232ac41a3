import ConfigLoading
import Delivery
import Ledger
import Reasoning
import RuleLanguage
import Testing
import TriggerModel

@testable import WatcherRuntime

/// What is known of an account and of earlier reports has its say in what the daemon makes of news.
struct `What was before` {
    private let wire = WatchWorld.source("wire")
    private let tally = WatchWorld.source("tally")
    private let chief = "Northgate Mills names Ada Nilsen chief financial officer"
    private let attack = "Northgate Mills hit by ransomware attack"

    private func alerts(_ report: IntakeReport) -> [Alert] { report.alerts.filter { $0.account.id == "northgate" } }

    private func queued(_ world: WatchWorld) throws -> Set<String> {
        Set(try world.ledger.pendingOutbox(.queue).map { String($0.name.dropLast(5)) })
    }

    private func released(_ world: WatchWorld, at time: Timestamp) throws -> [String] {
        let budgets = world.configuration.settings.budgets
        return try world.ledger.commit(at: time) { try $0.releaseHeld(budgets) }.map(\.id)
    }

    @Test func `moves a score by what reps reported, and says so`() throws {
        let world = try WatchWorld()
        let plain = try #require(try alerts(world.read([chief], of: wire)).first)
        #expect(plain.scoreParts.first { $0.name == "yield" }?.value == 0)
        let other = try WatchWorld()
        try other.ledger.commit(at: WatchWorld.now) { transaction in
            for number in 0..<80 {
                var told = plain
                told.id = "\(number)"
                if number >= 40 { (told.trigger, told.profile, told.askTemplate) = ("layoff", "x", "y") }
                _ = try transaction.save(
                    OutcomeReport(on: told, number < 40 ? .notAReason : .won, at: WatchWorld.now.adding(days: -9)))
            }
        }
        let alert = try #require(try alerts(other.read([chief], of: wire)).first)
        let learned = try #require(alert.scoreParts.first { $0.name == "yield" }).value
        #expect(learned == -5)
        #expect(alert.score == plain.score + learned)
        #expect(alert.trace.contains { $0.hasPrefix("rule \"leadership.cfo\": 0 of 40 were worth the call") })
        let opening = try #require(plain.askTemplate)
        #expect(alert.trace.contains { $0.hasPrefix("opening \"\(opening)\": 0 of 40") })
    }

    @Test func `is never a reason where we caused it, however often, and lifts one that is by three points`() throws {
        let world = try WatchWorld()
        let ours = WatchWorld.source("ours", kind: .activity)
        let people: [Activity] = [
            Activity(kind: .download, account: "northgate"),
            Activity(kind: .visit, company: "Northgate Mills"),
            Activity(kind: .webinar, domain: "northgate-mills.example"),
            Activity(kind: .other, email: "ada@mail.northgate-mills.example"),
        ]
        let items = (0..<10_000).map { number in
            Item(
                source: ours.id, id: "\(number)", title: "Northgate Mills names Ada Nilsen chief financial officer",
                published: WatchWorld.now.adding(seconds: -number * 60), activity: people[number % people.count])
        }
        let record = PollRecord(
            source: ours.id, at: WatchWorld.now, outcome: .document, nextPollAt: WatchWorld.now.adding(days: 1))
        let intake = DocumentIntake(engine: world.engine, ledger: world.ledger)
        let report = try intake.take(items, of: ours, record) { _ in DocumentIntake.Aftermath(faults: []) }
        #expect(report.items == 10_000)
        #expect(report.events == 0)
        #expect(report.alerts.isEmpty)
        #expect(try world.mornings(at: WatchWorld.now).served.count == 2)
        #expect(try world.ledger.digest(rep: "dana", day: WatchWorld.now.day)?.alerts == [])

        let alert = try #require(try alerts(world.read([chief], of: wire)).first)
        let plain = try #require(try alerts(WatchWorld().read([chief], of: wire)).first)
        #expect(alert.scoreParts.first { $0.name == "activity" }?.value == 3)
        #expect(alert.score == plain.score + 3)
        #expect(plain.scoreParts.first { $0.name == "activity" }?.value == 0)
    }

    @Test(arguments: [
        Activity(kind: .visit, account: "nobody"), Activity(kind: .visit, domain: "example"),
        Activity(kind: .visit, company: "Nobody We Know"), Activity(kind: .release, product: "close-kit"),
    ])
    func `is nobody's where it names nobody we know`(activity: Activity) throws {
        #expect(ActivityAccounts(try WatchWorld().engine).account(of: activity) == nil)
    }

    @Test func `stops the echoes of a take-over the account was told of`() throws {
        let world = try WatchWorld()
        let deal = try alerts(world.read(["Dunmore Dairy agrees to acquire Northgate Mills"], of: wire))
        #expect(deal.map(\.trigger) == ["ma.agreement"])
        let later = WatchWorld.now.adding(days: 30)
        let echo = try world.read(["Northgate Mills to cut 120 jobs in Ohio"], of: wire, at: later)
        #expect(alerts(echo).isEmpty)
        let gates = try world.ledger.gates(ofAccount: "northgate", since: later).map(\.gate)
        #expect(gates.map(\.gate) == ["echo"])
        #expect(gates.first?.detail.contains("ma.agreement") == true)
        // Without the take-over it is news.
        #expect(try !alerts(WatchWorld().read(["Northgate Mills to cut 120 jobs in Ohio"], of: wire)).isEmpty)
    }

    @Test func `is taken back where it is denied, to those who were told and to nobody else`() throws {
        let fact = "Northgate Mills to acquire Dunmore Dairy"
        let denial = "Northgate Mills denies it will acquire Dunmore Dairy"
        let world = try WatchWorld()
        let first = try #require(try alerts(world.read([fact], of: wire)).first)
        let later = WatchWorld.now.adding(days: 2)
        let update = try #require(try alerts(world.read([denial], of: tally, at: later)).first)
        #expect(update.updates == first.id)
        #expect(update.reason == "Denied or called off: " + first.reason)
        #expect(update.confidence < 0.5)
        #expect(try queued(world).contains(update.id))
        let morning = try world.morning(of: "dana", on: later.day.description, at: later)
        #expect(morning.list.listedAlerts.contains(update.id))
        #expect(!morning.list.listedAlerts.contains(first.id))
        // Denied again: nothing is new.
        #expect(try alerts(world.read([denial + " again"], of: wire, at: later.adding(days: 1))).isEmpty)
        #expect(try alerts(WatchWorld().read([denial], of: tally)).isEmpty)
    }

    @Test func `lets an account rest, and gives what waited when it has rested`() throws {
        var world = try WatchWorld()
        world.configuration.settings.budgets.coolDownDays = 5
        let first = try #require(try alerts(world.read([chief], of: wire)).first)
        let next = WatchWorld.now.adding(days: 1)
        let second = try #require(try alerts(world.read([attack], of: tally, at: next)).first)
        #expect(try queued(world).contains(first.id))
        #expect(try !queued(world).contains(second.id))
        let gates = try world.ledger.gates(ofEvent: second.event).filter { $0.account == "northgate" }
        #expect(gates.map(\.gate.gate) == ["cool-down"])
        #expect(gates.first?.gate.detail.contains("rests 5 days, until 2026-11-28") == true)
        #expect(try !world.morning(of: "dana", on: "2026-11-24", at: next).list.listedAlerts.contains(second.id))
        #expect(try released(world, at: next.adding(days: 3)) == [])
        let rested = WatchWorld.now.adding(days: 5)
        #expect(try released(world, at: rested) == [second.id])
        #expect(try released(world, at: rested) == [])
        #expect(try queued(world).contains(second.id))
        #expect(try world.ledger.gates(ofEvent: second.event).filter { $0.account == "northgate" }.isEmpty)
        #expect(try world.morning(of: "dana", on: "2026-11-28", at: rested).list.listedAlerts.contains(second.id))
    }

    @Test func `is held by a silence, visibly, and told when that is over`() throws {
        let world = try WatchWorld()
        let until = WatchWorld.now.day.adding(days: 10)
        let number = try world.ledger.add(
            Silence(
                scope: .rule, name: "leadership.*", until: until, author: "Lea", reason: "audit",
                createdAt: WatchWorld.now))
        let alert = try #require(try alerts(world.read([chief], of: wire)).first)
        #expect(try !queued(world).contains(alert.id))
        let account = try #require(world.configuration.account("northgate"))
        func whyNot(_ day: CalendarDay) throws -> Gate? {
            try WhyNotCommand.report(on: account, day: day, engine: world.engine, ledger: world.ledger)
                .events.first { $0.alert == alert.id }?.gate
        }
        #expect(try whyNot(WatchWorld.now.day)?.detail.contains("by Lea: audit") == true)
        #expect(try released(world, at: WatchWorld.now.adding(days: 10)) == [])
        #expect(try released(world, at: WatchWorld.now.adding(days: 11)) == [alert.id])
        #expect(try queued(world).contains(alert.id))
        #expect(try whyNot(WatchWorld.now.day.adding(days: 11)) == nil)

        // Ended early, it is over at once.
        let other = try WatchWorld()
        let id = try other.ledger.add(
            Silence(
                scope: .account, name: "northgate", until: until, author: "Lea", reason: "audit",
                createdAt: WatchWorld.now))
        let held = try #require(try alerts(other.read([attack], of: wire)).first)
        #expect(try released(other, at: WatchWorld.now) == [])
        #expect(try other.ledger.endSilence(id, at: WatchWorld.now))
        #expect(try released(other, at: WatchWorld.now) == [held.id])
        #expect(number > 0)
    }

    @Test func `goes to the account's new owner, and leaves the old one's morning`() async throws {
        var world = try WatchWorld()
        let known = LookBackPlan.marks(of: world.configuration)
        try await world.ledger.commit(at: WatchWorld.now) { try $0.remember(known, of: known) }
        let told = try world.read([chief], of: wire)
        let first = try #require(alerts(told).first)
        let settled = try #require(try alerts(world.read([attack], of: wire)).first)
        try await world.ledger.commit(at: WatchWorld.now) {
            _ = try $0.save(OutcomeReport(on: settled, .won, at: WatchWorld.now))
        }
        let place = try #require(world.configuration.accounts.firstIndex { $0.id == "northgate" })
        world.configuration.accounts[place].owner = "tom"
        let later = WatchWorld.now.adding(days: 1)
        let done = try world.ledger.lookedBack()
        let marks = LookBackPlan.marks(of: world.configuration).filter { !done.contains($0) }
        #expect(marks.map(\.name) == ["northgate"])
        let plan = try await LookBackPlan.make(for: marks, engine: world.engine, ledger: world.ledger, at: later)
        #expect(plan.alerts.isEmpty)
        #expect(plan.handed.map(\.updates) == [first.id])
        #expect(plan.handed.map(\.rep) == ["tom"])
        #expect(try world.morning(of: "dana", on: "2026-11-24", at: later).list.listedAlerts.contains(first.id))
        #expect(try LookBackCommand.apply(plan, world.engine, world.ledger, at: later) == 1)
        #expect(try !world.morning(of: "dana", on: "2026-11-24", at: later).list.listedAlerts.contains(first.id))
        let morning = try world.morning(of: "tom", on: "2026-11-24", at: later)
        #expect(
            morning.list.rows.filter { $0.alert.account.id == "northgate" }.map(\.alert.id) == plan.handed.map(\.id))
        #expect(morning.rendered.text.contains("Handed over from Dana Whitfield"))
        let again = try await LookBackPlan.make(for: marks, engine: world.engine, ledger: world.ledger, at: later)
        #expect(again.handed.isEmpty)
    }

    @Test func `gets no gate by looking back at what another rule told`() async throws {
        var world = try WatchWorld()
        for index in world.configuration.profiles.indices {
            world.configuration.profiles[index].notReasons.append(TriggerSelector("vendor.*"))
        }
        try world.read(["Zellmark Software picks Northgate Mills for $88m fleet upgrade"], of: wire)
        let won = try world.read(
            ["Northgate Mills wins $88 million fleet contract from Zellmark Software"], of: WatchWorld.source("tally"))
        let told = try #require(alerts(won).first)
        let later = WatchWorld.now.adding(days: 1)
        let plan = try await LookBackPlan.make(
            for: LookBackPlan.marks(of: world.configuration), engine: world.engine, ledger: world.ledger, at: later)
        _ = try LookBackCommand.apply(plan, world.engine, world.ledger, at: later)
        let gates = try world.ledger.gates(ofEvent: told.event)
        #expect(gates.contains { $0.account == "halloran" })
        #expect(gates.filter { $0.account == "northgate" }.isEmpty, "\(gates)")
    }

    @Test func `is looked at again where a territory goes to another rep`() async throws {
        var world = try WatchWorld()
        for index in world.configuration.accounts.indices {
            world.configuration.accounts[index].owner = nil
            world.configuration.accounts[index].region = "Ohio"
            world.configuration.accounts[index].country = "US"
        }
        let known = LookBackPlan.marks(of: world.configuration)
        try await world.ledger.commit(at: WatchWorld.now) { try $0.remember(known, of: known) }
        let first = try #require(try alerts(world.read([chief], of: wire)).first)
        let other = try #require(world.configuration.reps.firstIndex { $0.id != first.rep })
        world.configuration.reps[other].territory = ["Ohio"]
        let done = try world.ledger.lookedBack()
        let marks = LookBackPlan.marks(of: world.configuration).filter { !done.contains($0) }
        #expect(marks.contains { $0.name == "northgate" })
        let plan = try await LookBackPlan.make(
            for: marks, engine: world.engine, ledger: world.ledger, at: WatchWorld.now.adding(days: 1))
        #expect(plan.handed.map(\.updates) == [first.id])
        #expect(plan.handed.map(\.rep) == [world.configuration.reps[other].id])
    }

    @Test func `rests on with whom it is handed to`() async throws {
        var world = try WatchWorld()
        world.configuration.settings.budgets.coolDownDays = 10
        let known = LookBackPlan.marks(of: world.configuration)
        try await world.ledger.commit(at: WatchWorld.now) { try $0.remember(known, of: known) }
        let given = try #require(try alerts(world.read([chief], of: wire)).first)
        let later = WatchWorld.now.adding(days: 1)
        let resting = try #require(try alerts(world.read([attack], of: wire, at: later)).first)
        #expect(try queued(world).contains(given.id))
        #expect(try !queued(world).contains(resting.id))
        let place = try #require(world.configuration.accounts.firstIndex { $0.id == "northgate" })
        world.configuration.accounts[place].owner = "tom"
        let done = try world.ledger.lookedBack()
        let marks = LookBackPlan.marks(of: world.configuration).filter { !done.contains($0) }
        let plan = try await LookBackPlan.make(for: marks, engine: world.engine, ledger: world.ledger, at: later)
        let handed = try #require(plan.handed.first { $0.updates == resting.id })
        _ = try LookBackCommand.apply(plan, world.engine, world.ledger, at: later)
        #expect(try !queued(world).contains(handed.id))
        #expect(
            try !world.morning(of: "tom", on: "2026-11-24", at: later).list.listedAlerts.contains(handed.id))
        let rested = WatchWorld.now.adding(days: 11)
        #expect(try released(world, at: rested).contains(handed.id))
        #expect(
            try world.morning(of: "tom", on: "\(rested.day)", at: rested).list.listedAlerts.contains(handed.id))
    }

    @Test func `becomes a reason when the account turns to us, once, and not by that alone`() throws {
        var world = try WatchWorld()
        let plain = try #require(try alerts(WatchWorld().read([chief], of: wire)).first)
        for index in world.configuration.profiles.indices {
            world.configuration.profiles[index].minimumScore = plain.score + 2
        }
        let ours = WatchWorld.source("ours", kind: .activity)
        let intake = DocumentIntake(engine: world.engine, ledger: world.ledger)
        func activities(_ count: Int, from: Int, at time: Timestamp) throws -> IntakeReport {
            let items = (from..<from + count).map { number in
                Item(
                    source: ours.id, id: "\(number)", title: "Downloaded a guide", published: time.adding(seconds: -60),
                    activity: Activity(kind: .download, account: "northgate"))
            }
            let record = PollRecord(source: ours.id, at: time, outcome: .document, nextPollAt: time.adding(days: 1))
            return try intake.take(items, of: ours, record) { _ in DocumentIntake.Aftermath(faults: []) }
        }
        #expect(try alerts(world.read([chief], of: wire)).isEmpty)
        let gates = try world.ledger.gates(ofAccount: "northgate", since: WatchWorld.now)
        #expect(gates.map(\.gate.gate) == ["low-score"])
        // One lifts it by a point, which is not enough.
        #expect(try activities(1, from: 0, at: WatchWorld.now.adding(seconds: 600)).alerts.isEmpty)
        let lifted = try activities(3, from: 1, at: WatchWorld.now.adding(seconds: 1200))
        #expect(lifted.alerts.map(\.account.id) == ["northgate"])
        #expect(lifted.alerts.map(\.trigger) == [plain.trigger])
        #expect(lifted.alerts.map(\.score) == [plain.score + 3])
        #expect(try world.ledger.gates(ofAccount: "northgate", since: WatchWorld.now).isEmpty)
        #expect(try activities(3, from: 9, at: WatchWorld.now.adding(seconds: 1800)).alerts.isEmpty)
        #expect(try queued(world) == Set(lifted.alerts.map(\.id)))
    }

    @Test func `ends with the deal that it was, worded so`() throws {
        let world = try WatchWorld()
        let deal = try #require(
            try alerts(world.read(["Northgate Mills to acquire Zorvex Foods for $40 million"], of: wire)).first)
        let later = WatchWorld.now.adding(days: 40)
        let off = try alerts(
            world.read(["Northgate Mills calls off $40 million purchase of Zorvex Foods"], of: tally, at: later))
        #expect(off.map(\.updates) == [deal.id])
        #expect(off.first?.reason.hasPrefix("Called off: ") == true)
        #expect(off.first?.opening.contains("this is off") == true)
        // By itself it is no reason.
        let alone = try WatchWorld()
        let report = try alone.read(["Northgate Mills abandons bid for Zorvex Foods"], of: wire)
        #expect(report.events == 1)
        #expect(report.alerts.isEmpty)
    }

    @Test func `is one event, whether a form or a headline tells of it first`() throws {
        let filing = Filing(
            form: "S-1", parties: [FilingParty(name: "NORTHGATE MILLS INC", role: .filer, state: "OH")])
        let form = "S-1 - NORTHGATE MILLS INC (0009990077) (Filer)"
        let headline = "Northgate Mills files for initial public offering"
        for isFormFirst in [true, false] {
            let world = try WatchWorld()
            let next = WatchWorld.now.adding(days: 1)
            let first =
                try isFormFirst ? world.read([form], of: wire, filing: filing) : world.read([headline], of: wire)
            let second =
                try isFormFirst
                ? world.read([headline], of: tally, at: next) : world.read([form], of: tally, at: next, filing: filing)
            #expect(first.alerts.count == 1)
            #expect(second.alerts.isEmpty)
            let event = try #require(try world.ledger.events(since: WatchWorld.now.day.adding(days: -9)).first)
            #expect(try world.ledger.events(since: WatchWorld.now.day.adding(days: -9)).count == 1)
            #expect(event.tellers.map(\.source) == ["wire", "tally"])
        }
    }

    @Test func `comes back as the call they asked for, after its shelf life too`() throws {
        let world = try WatchWorld()
        let alert = try #require(try alerts(world.read([chief], of: wire)).first)
        _ = try world.mornings(at: WatchWorld.now)
        let until = alert.goodUntil.adding(days: 20)
        try world.ledger.commit(at: WatchWorld.now) {
            _ = try $0.save(OutcomeReport(on: alert, .later, until: until, at: WatchWorld.now))
        }
        let time = Timestamp(until, secondOfDay: 15 * 3600)
        #expect(
            try world.morning(of: "dana", on: until.adding(days: -1).description, at: time).list.listedAlerts.isEmpty)
        let morning = try world.morning(of: "dana", on: until.description, at: time)
        #expect(morning.list.listedAlerts == [alert.id])
        #expect(morning.rendered.text.contains("They asked on 23 November 2026 to be called again"))
        _ = try world.mornings(at: time)
        // A sent morning is built again as it was.
        #expect(
            try world.morning(of: "dana", on: until.description, at: time.adding(days: 9)).rendered.text
                == morning.rendered.text)
    }
}
