internal import ConfigLoading
internal import Delivery
internal import Foundation
internal import Ledger
internal import Reasoning
internal import RuleLanguage
internal import TriggerModel

/// Builds each rep's morning when it is due, once per local day, and owes its mail to the spool. Runs on the ledger thread.
struct MorningRunner {
    let engine: ReasonEngine
    let place: Workplace

    /// One built morning.
    struct Morning {
        var mail: ComposedMail
        var rendered: RenderedDigest
        var list: CallList
        /// Alerts that may not be told any more, each with its gate.
        var stopped: [(alert: Alert, gate: Gate)] = []
    }

    /// What became of the mornings that were due.
    struct Round: Sendable {
        /// Reps who got one.
        var served: [String] = []
        /// Mornings that could not be built; they stay due.
        var failures: [(rep: String, detail: String)] = []
    }

    /// Builds and records what is due; with `atOnce` every rep's digest of today that was not sent yet. A morning that
    /// cannot be built is a fault and keeps no other rep waiting.
    func run(at now: Timestamp, atOnce: Bool) throws -> Round {
        var round = Round()
        if try isAnyDue(at: now, atOnce: atOnce) { try follow(at: now) }
        for rep in engine.configuration.reps {
            do {
                if try serve(rep, at: now, atOnce: atOnce) { round.served.append(rep.id) }
            } catch {
                round.failures.append((rep.id, "\(error)"))
                let detail = "the morning could not be built: \(error); it is tried again"
                _ = try place.ledger.open(
                    Fault(scope: Self.scope(rep), kind: Self.notBuilt, detail: detail, openedAt: now))
            }
        }
        return round
    }

    private func isAnyDue(at now: Timestamp, atOnce: Bool) throws -> Bool {
        try atOnce || nextDue(at: now).map { $0 <= now } ?? false
    }

    /// Gives the calls of campaigns that are still to come to whom their accounts belong now.
    private func follow(at now: Timestamp) throws {
        let context = engine.context(at: now)
        _ = try place.ledger.commit(at: now) {
            try CampaignIntake(configuration: engine.configuration).follow(context, $0)
        }
    }

    /// - Returns: true when the rep got a morning.
    private func serve(_ rep: Rep, at now: Timestamp, atOnce: Bool) throws -> Bool {
        let plan = plan(for: rep)
        let last = try place.ledger.lastDigest(rep: rep.id)
        let day: CalendarDay
        if atOnce {
            day = plan.localDay(at: now)
            if let last, last.day >= day { return false }
        } else {
            guard case .due(let due) = plan.decide(at: now, last: last?.day) else { return false }
            day = due
        }
        let morning = try build(for: rep, day: day, at: now)
        // What an update has replaced is told with it; left out here, it would come alone tomorrow, as it was.
        let digest = Digest(
            rep: rep.id, day: day, messageID: morning.mail.messageID, at: now,
            alerts: morning.list.listedAlerts + morning.list.dropped.map(\.alert))
        // Before the commit: a morning that is recorded is not built again, so a kill between the two would leave
        // yesterday's files for people.
        let trouble = write(morning.rendered, for: rep, at: now)
        return try place.ledger.commit(at: now) { transaction in
            if let trouble { _ = try transaction.open(trouble) }
            _ = try transaction.closeFaults(scope: Self.scope(rep), except: trouble.map { [$0.kind] } ?? [])
            guard try transaction.record(digest) else { return false }
            for entry in morning.stopped {
                try transaction.record(entry.gate, event: entry.alert.event, account: entry.alert.account.id)
            }
            return try transaction.enqueue(.spool, name: morning.mail.fileName, payload: morning.mail.bytes)
        }
    }

    /// When the next digest of any rep is due; nil where no rep has a working day.
    func nextDue(at now: Timestamp) throws -> Timestamp? {
        try engine.configuration.reps.compactMap { rep -> Timestamp? in
            switch plan(for: rep).decide(at: now, last: try place.ledger.lastDigest(rep: rep.id)?.day) {
            case .due: now
            case .wait(let until, _): until
            case .never: nil
            }
        }.min()
    }

    /// One rep's morning of `day`, without recording or sending it.
    ///
    /// A day whose digest was sent is built again from the alerts it carried.
    func build(for rep: Rep, day: CalendarDay, at now: Timestamp) throws -> Morning {
        try Self.build(for: rep, day: day, at: now, engine: engine, ledger: place.ledger)
    }

    static func build(
        for rep: Rep, day: CalendarDay, at now: Timestamp, engine: ReasonEngine, ledger: WatchLedger
    ) throws -> Morning {
        let sent = try ledger.digest(rep: rep.id, day: day)
        var alerts: [Alert]
        var stopped: [(alert: Alert, gate: Gate)] = []
        if let sent {
            alerts = try sent.alerts.flatMap { try ledger.alerts(idPrefix: $0, limit: 1) }.map { handed($0, to: rep) }
        } else {
            alerts = try ledger.undigestedAlerts(rep: rep.id, on: day) + orphans(for: rep, on: day, engine, ledger)
            stopped = alerts.compactMap { alert in standing(alert, engine).map { (alert, $0) } }
            alerts.removeAll { alert in stopped.contains { $0.alert.id == alert.id } }
        }
        let settings = engine.configuration.settings
        let builtAt = sent?.at ?? now
        let list = CallList.build(
            rep: rep, alerts: try alerts.map { try returned($0, on: day, asOf: builtAt, ledger) }, already: [],
            today: day, notBefore: Self.campaignDays(of: alerts))
        let (rows, campaigns) = DigestModel.split(
            try list.rows.map { DigestRow(alert: try corroborated($0.alert, by: builtAt, ledger), also: $0.also) })
        let model = DigestModel(
            repName: rep.name, timezone: rep.timezone, day: day, builtAt: builtAt,
            rows: rows, campaigns: campaigns,
            heldBack: list.heldBack,
            watched: Watched(
                sources: engine.configuration.sources.filter(\.isEnabled).count,
                itemsRead: try itemsRead(since: try earlier(than: day, for: rep, ledger)?.at, until: builtAt, ledger),
                faults: try ledger.openFaults().filter { $0.openedAt <= builtAt }))
        let renderer = DigestRenderer(templatesDirectory: engine.configuration.templatesDirectory)
        let rendered = renderer.render(model)
        let mail = MailComposer.compose(
            Mail(
                from: try address(settings.mail.from, name: "whynow", key: "mail.from"),
                to: try address(rep.email, name: rep.name, key: "email of rep \(rep.id)"),
                subject: rendered.subject, text: rendered.text, html: rendered.html, date: builtAt))
        return Morning(mail: mail, rendered: rendered, list: list, stopped: stopped)
    }

    /// Why an alert that was made may not be told as things are now; nil where it may.
    private static func standing(_ alert: Alert, _ engine: ReasonEngine) -> Gate? {
        AlertStanding.gate(
            for: alert, account: engine.account(alert.account.id),
            profile: engine.configuration.profiles.first { $0.id == alert.profile })
    }

    /// The alert as it comes back on the day that the customer named; any other as it is.
    private static func returned(
        _ alert: Alert, on day: CalendarDay, asOf time: Timestamp, _ ledger: WatchLedger
    ) throws -> Alert {
        guard let report = try ledger.outcomes(of: alert.id).last(where: { $0.at <= time }),
            report.outcome == .later, let until = report.until, until <= day
        else { return alert }
        return alert.returning(askedOn: report.at.day, until: until, goodFor: WatchLedger.laterDays)
    }

    /// The day on which each alert of a campaign has its turn.
    private static func campaignDays(of alerts: [Alert]) -> [String: CalendarDay] {
        Dictionary(
            alerts.compactMap { alert in alert.campaign.map { (alert.id, $0.day) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The alert with those who told its event after it was made: a published alert is never rewritten, the morning
    /// shows all sources (promise 4).
    private static func corroborated(_ alert: Alert, by time: Timestamp, _ ledger: WatchLedger) throws -> Alert {
        guard let event = try ledger.events(idPrefix: alert.event, limit: 1).first else { return alert }
        let seen = Set(
            try ledger.items(telling: event.id).filter { $0.firstSeen <= time }.map { [$0.item.source, $0.item.id] })
        var alert = alert
        for teller in event.tellers where seen.contains([teller.source, teller.item]) {
            let isQuoted = alert.evidence.contains { $0.source == teller.source && $0.title == teller.title }
            guard !isQuoted else { continue }
            alert.evidence.append(
                AlertEvidence(
                    quote: teller.title, source: teller.source, publisher: teller.publisher, title: teller.title,
                    url: teller.url, published: teller.published))
        }
        return alert
    }

    /// Alerts of reps who are in reps.yaml no more fall to the fallback rep.
    private static func orphans(
        for rep: Rep, on day: CalendarDay, _ engine: ReasonEngine, _ ledger: WatchLedger
    ) throws -> [Alert] {
        guard rep.id == engine.configuration.settings.fallbackRep else { return [] }
        return try ledger.repsWithAlerts(on: day).filter { engine.configuration.rep($0) == nil }
            .flatMap { try ledger.undigestedAlerts(rep: $0, on: day) }
            .map { handed($0, to: rep) }
    }

    /// The alert as the rep who has it now sees it.
    private static func handed(_ alert: Alert, to rep: Rep) -> Alert {
        guard alert.rep != rep.id else { return alert }
        var alert = alert
        alert.rep = rep.id
        alert.isFallbackRep = true
        return alert
    }

    private static func address(_ text: String, name: String, key: String) throws -> MailAddress {
        do throws(MailError) {
            return try MailAddress(text, name: name)
        } catch {
            throw CommandFailure(.configuration, "\(key): \(error)")
        }
    }

    /// The rep's digest before that of `day`; nil where there was none in the days that `itemsRead` looks back on.
    private static func earlier(than day: CalendarDay, for rep: Rep, _ ledger: WatchLedger) throws -> Digest? {
        for distance in 1...longestLook {
            if let digest = try ledger.digest(rep: rep.id, day: day.adding(days: -distance)) { return digest }
        }
        return nil
    }

    /// Days of which a morning says at most how much was read.
    private static let longestLook = 7

    /// Items read on the days since the last digest; whole days, because that is what is kept for long.
    private static func itemsRead(since: Timestamp?, until: Timestamp, _ ledger: WatchLedger) throws -> Int {
        var day = max(since?.day ?? until.day.adding(days: -1), until.day.adding(days: -longestLook))
        var count = 0
        while day <= until.day {
            count += try ledger.conservation(on: day).items.items
            day = day.adding(days: 1)
        }
        return count
    }

    private func plan(for rep: Rep) -> DigestPlan {
        DigestPlan(for: rep) { RuntimeClock.secondsFromGMT(rep.timezone, at: $0) }
    }

    /// The latest digest as files for people; the mail in the spool is what counts.
    /// - Returns: the fault when they cannot be written, which is no reason to keep the mail back.
    private func write(_ digest: RenderedDigest, for rep: Rep, at now: Timestamp) -> Fault? {
        for (suffix, text) in [("html", digest.html), ("txt", digest.text)] {
            let path = "\(place.digestDirectory)/\(rep.id).\(suffix)"
            do {
                try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            } catch {
                return Fault(
                    scope: Self.scope(rep), kind: Self.notWritable,
                    detail: "\(path): \(error.localizedDescription); the mail is sent all the same", openedAt: now)
            }
        }
        return nil
    }

    private static func scope(_ rep: Rep) -> String { "digest:\(rep.id)" }
    private static let notWritable = "not-writable"
    private static let notBuilt = "not-built"
}
