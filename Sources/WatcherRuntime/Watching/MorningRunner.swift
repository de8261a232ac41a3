internal import ConfigLoading
internal import Delivery
internal import Foundation
internal import Ledger
internal import Reasoning
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
    }

    /// Builds and records what is due; with `atOnce` every rep's digest of today that was not sent yet.
    /// - Returns: the ids of the reps that got one.
    func run(at now: Timestamp, atOnce: Bool) throws -> [String] {
        var served: [String] = []
        for rep in engine.configuration.reps {
            let plan = plan(for: rep)
            let last = try place.ledger.lastDigest(rep: rep.id)
            let day: CalendarDay
            if atOnce {
                day = plan.localDay(at: now)
                if let last, last.day >= day { continue }
            } else {
                guard case .due(let due) = plan.decide(at: now, last: last?.day) else { continue }
                day = due
            }
            let morning = try build(for: rep, day: day, at: now, since: last?.at)
            let digest = Digest(
                rep: rep.id, day: day, messageID: morning.mail.messageID, at: now, alerts: morning.list.listedAlerts)
            let isNew = try place.ledger.commit(at: now) { transaction in
                guard try transaction.record(digest) else { return false }
                return try transaction.enqueue(.spool, name: morning.mail.fileName, payload: morning.mail.bytes)
            }
            guard isNew else { continue }
            try write(morning.rendered, for: rep)
            served.append(rep.id)
        }
        return served
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
    func build(for rep: Rep, day: CalendarDay, at now: Timestamp, since: Timestamp?) throws -> Morning {
        try Self.build(for: rep, day: day, at: now, since: since, engine: engine, ledger: place.ledger)
    }

    static func build(
        for rep: Rep, day: CalendarDay, at now: Timestamp, since: Timestamp?, engine: ReasonEngine, ledger: WatchLedger
    ) throws -> Morning {
        let sent = try ledger.digest(rep: rep.id, day: day)
        let alerts: [Alert]
        if let sent {
            alerts = try sent.alerts.flatMap { try ledger.alerts(idPrefix: $0, limit: 1) }
        } else {
            alerts = try ledger.undigestedAlerts(rep: rep.id, on: day)
        }
        let list = CallList.build(rep: rep, alerts: alerts, already: [], today: day)
        let settings = engine.configuration.settings
        let builtAt = sent?.at ?? now
        let model = DigestModel(
            repName: rep.name, timezone: rep.timezone, day: day, builtAt: builtAt,
            rows: try list.rows.map {
                DigestRow(alert: try corroborated($0.alert, by: builtAt, ledger), also: $0.also)
            },
            heldBack: list.heldBack,
            watched: Watched(
                sources: engine.configuration.sources.filter(\.isEnabled).count,
                itemsRead: try itemsRead(since: since, until: builtAt, ledger), faults: try ledger.openFaults()))
        let renderer = DigestRenderer(templatesDirectory: engine.configuration.templatesDirectory)
        let rendered = renderer.render(model)
        let mail = MailComposer.compose(
            Mail(
                from: try address(settings.mail.from, name: "whynow", key: "mail.from"),
                to: try address(rep.email, name: rep.name, key: "email of rep \(rep.id)"),
                subject: rendered.subject, text: rendered.text, html: rendered.html, date: builtAt))
        return Morning(mail: mail, rendered: rendered, list: list)
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

    private static func address(_ text: String, name: String, key: String) throws -> MailAddress {
        do throws(MailError) {
            return try MailAddress(text, name: name)
        } catch {
            throw CommandFailure(.configuration, "\(key): \(error)")
        }
    }

    /// Items read on the days since the last digest; whole days, because that is what is kept for long.
    private static func itemsRead(since: Timestamp?, until: Timestamp, _ ledger: WatchLedger) throws -> Int {
        var day = max(since?.day ?? until.day.adding(days: -1), until.day.adding(days: -7))
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
    private func write(_ digest: RenderedDigest, for rep: Rep) throws {
        for (suffix, text) in [("html", digest.html), ("txt", digest.text)] {
            try Data(text.utf8).write(
                to: URL(fileURLWithPath: "\(place.digestDirectory)/\(rep.id).\(suffix)"), options: .atomic)
        }
    }
}
