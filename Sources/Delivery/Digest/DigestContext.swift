import TriggerModel

/// The names a digest template may use, filled from a `DigestModel`.
///
/// Every value is cleaned, and escaped for HTML where the template is HTML, before the template sees it: whichever
/// braces a template uses, text from a feed stays text. A name without a value is absent, so its section is skipped;
/// names are unique over all levels, because Mustache looks an absent one up further out.
struct DigestContext {
    /// Names at the top level.
    static let topNames: Set<String> = [
        "rep", "headline", "day", "day-short", "preview", "count", "held-back", "quiet", "several", "watched",
        "all-well",
        "fault-count", "faults", "faults-more", "rows", "campaigns",
    ]
    /// Names inside `rows`, `campaigns`, their `calls`, `faults`, `help`, `evidence` and `also`.
    static let innerNames: Set<String> = [
        "rank", "account", "status", "via", "trigger", "reason", "tact", "fallback", "update", "person", "person-title",
        "phone", "phone-link", "email", "no-contact", "no-phone", "hours", "opening", "ask", "so-what", "why-now",
        "good-until", "happened", "help", "product", "product-help", "evidence", "quote", "citation", "link",
        "link-host", "plain-link", "score", "score-parts", "reference", "also", "also-reason", "also-date", "fault",
        "fault-age", "campaign", "campaign-share", "campaign-means", "campaign-now", "campaign-until",
        "campaign-evidence", "calls",
    ]

    let escape: @Sendable (String) -> String

    static let plain = DigestContext(escape: { $0 })
    static let html = DigestContext(escape: { HTMLText.escape($0) })

    func values(of model: DigestModel) -> [String: Any] {
        var values = Values(escape: escape)
        let count = model.calls
        values.set("rep", PlainText.line(orNil: model.repName, limit: 80))
        values.set("count", "\(count)")
        values.set("headline", Self.headline(count))
        values.set("day", EnglishDate.long(model.day))
        values.set("day-short", EnglishDate.short(model.day))
        values.set("preview", Self.preview(model))
        if model.heldBack > 0 {
            let calls = AlertWording.plural(model.heldBack, "more call waits", "more calls wait")
            values.set("held-back", "\(calls) for another morning; the best come first.")
        }
        if count > 1 { values.set("several", "\(count)") }
        if count == 0 {
            values.set("quiet", PlainText.line(orNil: model.quietNote, limit: 2000) ?? Self.usualQuietNote)
        }
        values.set(
            "watched",
            "\(AlertWording.plural(model.watched.sources, "source", "sources")) watched and "
                + "\(AlertWording.plural(model.watched.itemsRead, "item", "items")) read since your last list.")
        let faults = model.watched.faults.sorted { ($0.openedAt, $0.scope, $0.kind) < ($1.openedAt, $1.scope, $1.kind) }
        if faults.isEmpty {
            values.set("all-well", "No faults are open.")
        } else {
            values.set(
                "fault-count",
                "\(AlertWording.plural(faults.count, "fault is", "faults are")) open, so something may have been missed:"
            )
            values.set("faults", faults.prefix(Self.mostFaults).map { fault(of: $0, at: model.builtAt) })
            let unsaid = faults.count - Self.mostFaults
            if unsaid > 0 { values.set("faults-more", "and \(unsaid) more") }
        }
        values.set("rows", model.rows.enumerated().map { row(of: $1, rank: $0 + 1, in: model) })
        var rank = model.rows.count
        var campaigns: [[String: Any]] = []
        for campaign in model.campaigns where !campaign.rows.isEmpty {
            campaigns.append(block(of: campaign, after: rank, in: model))
            rank += campaign.rows.count
        }
        values.set("campaigns", campaigns)
        return values.all
    }

    /// What happened and what it means once, then the calls. What is worded for an account stays with its call.
    private func block(of campaign: DigestCampaign, after rank: Int, in model: DigestModel) -> [String: Any] {
        let alerts = campaign.rows.map(\.alert)
        let first = alerts[0]
        func isShared(_ text: (Alert) -> String) -> Bool { Set(alerts.map(text)).count == 1 }
        let (means, now) = (isShared(\.soWhat), isShared(\.whyNow))
        var values = Values(escape: escape)
        values.set("campaign", PlainText.line(orNil: first.triggerName, limit: 80) ?? "One event, many accounts")
        let count = AlertWording.plural(alerts.count, "call is", "calls are")
        values.set(
            "campaign-share",
            alerts.count < campaign.accounts
                ? "\(count) yours today, of \(campaign.accounts) accounts that it concerns; the others have another day or another rep."
                : "\(count) yours today: all that it concerns.")
        values.set("campaign-means", means ? PlainText.line(orNil: first.soWhat) : nil)
        values.set("campaign-now", now ? PlainText.line(orNil: first.whyNow) : nil)
        values.set("campaign-until", EnglishDate.seen(first.goodUntil, from: model.day))
        values.set(
            "campaign-evidence", first.evidence.prefix(Self.mostOfAKind).map { evidence(of: $0, zone: model.timezone) })
        let calls = campaign.rows.enumerated().map { index, row in
            var call = self.row(of: row, rank: rank + index + 1, in: model)
            if means { call["so-what"] = nil }
            if now { call["why-now"] = nil }
            call["evidence"] = nil
            return call
        }
        values.set("calls", calls)
        return values.all
    }

    private func row(of row: DigestRow, rank: Int, in model: DigestModel) -> [String: Any] {
        let alert = row.alert
        var values = Values(escape: escape)
        values.set("rank", "\(rank)")
        values.set("account", PlainText.line(alert.account.name, limit: 120))
        values.set("status", AlertWording.status(of: alert.account))
        values.set("via", AlertWording.via(alert.relation))
        values.set("trigger", PlainText.line(orNil: alert.triggerName, limit: 80))
        values.set("reason", PlainText.line(orNil: alert.reason))
        values.set("tact", alert.isBadNews ? AlertWording.tact : nil)
        values.set("fallback", AlertWording.owner(of: alert))
        values.set("update", alert.updates == nil ? nil : AlertWording.update)
        setContact(of: alert, in: model, to: &values)
        values.set("opening", PlainText.line(orNil: alert.opening))
        values.set("ask", AlertWording.openingAsks(alert) ? nil : PlainText.line(alert.ask))
        values.set("so-what", PlainText.line(orNil: alert.soWhat))
        values.set("why-now", PlainText.line(orNil: alert.whyNow))
        values.set("good-until", EnglishDate.seen(alert.goodUntil, from: model.day))
        values.set("happened", EnglishDate.seen(alert.eventDate, from: model.day))
        values.set("help", alert.help.prefix(Self.mostOfAKind).map(help))
        values.set("evidence", alert.evidence.prefix(Self.mostOfAKind).map { evidence(of: $0, zone: model.timezone) })
        values.set("score", "\(alert.score)")
        values.set("score-parts", AlertWording.scoreSum(alert.scoreParts))
        values.set("reference", String(alert.id.prefix(8)))
        values.set("also", row.also.prefix(Self.mostOfAKind).map { also($0, day: model.day) })
        return values.all
    }

    /// Person and number, or what to do without them.
    private func setContact(of alert: Alert, in model: DigestModel, to values: inout Values) {
        let switchboard = alert.account.phone.flatMap { PlainText.line(orNil: $0) }.map(PhoneNumber.init)
        var phone = switchboard
        if let contact = alert.contact {
            values.set("person", PlainText.line(contact.name, limit: 100))
            values.set("person-title", PlainText.line(orNil: contact.title, limit: 100))
            values.set("email", PlainText.line(orNil: contact.email, limit: 254))
            if let direct = PlainText.line(orNil: contact.phone) {
                phone = PhoneNumber(direct)
            } else {
                values.set(
                    "no-phone", switchboard == nil ? "No phone on file" : "No direct number on file: switchboard")
            }
        } else {
            let role = AlertWording.askFor(alert.affects).map { ", ask for the \($0)" } ?? ""
            values.set(
                "no-contact",
                switchboard == nil
                    ? "No contact and no phone on file\(role)" : "No contact on file: switchboard\(role)")
        }
        values.set("phone", phone?.text)
        values.set("phone-link", phone?.link)
        let zone = alert.contact?.timezone ?? alert.account.timezone
        values.set(
            "hours",
            zone.flatMap { OfficeHours.hint(contactZone: $0, repZone: model.timezone, at: model.builtAt) })
    }

    private func help(_ help: AlertHelp) -> [String: Any] {
        var values = Values(escape: escape)
        values.set("product", PlainText.line(help.product, limit: 100))
        values.set("product-help", PlainText.line(orNil: help.help, limit: 400))
        return values.all
    }

    private func evidence(of evidence: AlertEvidence, zone: String) -> [String: Any] {
        var values = Values(escape: escape)
        values.set("quote", AlertWording.quote(evidence))
        values.set("citation", AlertWording.citation(evidence, zone: zone))
        if let url = evidence.url {
            if let link = WebLink(url) {
                values.set("link", link.url)
                values.set("link-host", PlainText.line(link.host, limit: 60))
            } else {
                values.set("plain-link", PlainText.line(orNil: url, limit: 200))
            }
        }
        return values.all
    }

    private func also(_ alert: Alert, day: CalendarDay) -> [String: Any] {
        var values = Values(escape: escape)
        values.set("also-reason", PlainText.line(orNil: alert.reason))
        values.set("also-date", EnglishDate.seen(alert.eventDate, from: day))
        return values.all
    }

    private func fault(of fault: Fault, at moment: Timestamp) -> [String: Any] {
        var values = Values(escape: escape)
        let detail = PlainText.line(orNil: fault.detail, limit: 300) ?? PlainText.line(fault.kind, limit: 80)
        values.set(
            "fault", "\(PlainText.line(fault.scope, limit: 80)): \(detail)")
        values.set("fault-age", "for \(EnglishDate.age(from: fault.openedAt, to: moment))")
        return values.all
    }

    private static func headline(_ count: Int) -> String {
        count == 0 ? "No calls today" : "\(AlertWording.plural(count, "call", "calls")) worth making"
    }

    /// What a mail program shows beside the subject.
    private static func preview(_ model: DigestModel) -> String {
        guard model.calls > 0 else {
            return "\(AlertWording.plural(model.watched.sources, "source", "sources")) watched, nothing to call about."
        }
        return (model.rows + model.campaigns.flatMap(\.rows)).prefix(3).map { row in
            "\(PlainText.line(row.alert.account.name, limit: 60)): \(PlainText.line(row.alert.triggerName, limit: 60))"
        }.joined(separator: " · ")
    }

    /// A morning on which the line was down has a fault for every source.
    private static let mostFaults = 8
    /// Quotations, products and further reasons of one row.
    private static let mostOfAKind = 5

    private static let usualQuietNote =
        "Nothing happened at your accounts that is worth a call. Use the hour for a customer you have not spoken to "
        + "for a while."
}

/// Collects the values of one level; absent and empty ones are left out, so that their sections are skipped.
private struct Values {
    let escape: @Sendable (String) -> String
    var all: [String: Any] = [:]

    init(escape: @escaping @Sendable (String) -> String) { self.escape = escape }

    mutating func set(_ name: String, _ text: String?) {
        if let text, !text.isEmpty { all[name] = escape(text) }
    }

    mutating func set(_ name: String, _ list: [[String: Any]]) {
        if !list.isEmpty { all[name] = list }
    }
}
