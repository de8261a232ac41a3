package import TriggerModel

/// One alert as a person reads it in a terminal.
package enum AlertText {
    /// At most 80 columns where words allow, no colour, one final line feed.
    ///
    /// `zone` is the rep's IANA zone; publication days are local to it, and office hours are shown where it is known.
    package static func render(_ alert: Alert, zone: String? = nil) -> String {
        var lines: [String] = []
        let via = AlertWording.via(alert.relation).map { ", \($0)" } ?? ""
        lines.append(
            "\(PlainText.line(alert.account.name, limit: 120)) — \(PlainText.line(alert.triggerName, limit: 80))\(via)")
        lines.append("")
        func add(_ label: String, _ text: String?) {
            guard let text, !text.isEmpty else { return }
            lines.append("  " + label + String(repeating: " ", count: max(2, 12 - label.count)) + text)
        }
        add("Why", PlainText.line(alert.reason))
        if alert.isBadNews { add("Careful", AlertWording.tact) }
        add("Call", whom(alert))
        if let zone, let there = alert.contact?.timezone ?? alert.account.timezone {
            add("Reach", OfficeHours.hint(contactZone: there, repZone: zone, at: alert.createdAt))
        }
        add("Say", PlainText.line(orNil: alert.opening).map { "\"\($0)\"" })
        if !AlertWording.openingAsks(alert) { add("Ask", PlainText.line(alert.ask)) }
        add("Means", PlainText.line(alert.soWhat))
        add("Now", PlainText.line(alert.whyNow) + " Good until \(EnglishDate.plain(alert.goodUntil)).")
        for (index, evidence) in alert.evidence.enumerated() {
            let quote = AlertWording.quote(evidence).map { "\"\($0)\" — " } ?? ""
            add(index == 0 ? "Evidence" : "and", quote + AlertWording.citation(evidence, zone: zone ?? "UTC"))
            if let url = PlainText.line(orNil: evidence.url, limit: 2000) { lines.append("              " + url) }
        }
        for (index, help) in alert.help.enumerated() {
            let text = "\(PlainText.line(help.product, limit: 100)): \(PlainText.line(help.help, limit: 400))"
            add(index == 0 ? "Help" : "and", text)
        }
        add("Score", "\(alert.score) = \(AlertWording.scoreSum(alert.scoreParts))")
        add("Matched", PlainText.line("profile \(alert.profile)" + alert.trace.map { "; \($0)" }.joined()))
        if let campaign = alert.campaign {
            add(
                "Campaign",
                "call \(campaign.rank) of \(campaign.accounts) accounts, on \(EnglishDate.plain(campaign.day))"
                    + (campaign.note.map { ", \(PlainText.line($0))" } ?? ""))
        }
        if alert.account.isUnknown { add("New", AlertWording.prospect(alert.account)) }
        let isNobodys = alert.isFallbackRep && !alert.account.isUnknown
        add("For", PlainText.line(alert.rep) + (isNobodys ? " (fallback: no rep owns the account)" : ""))
        add("Alert", alert.id + (alert.updates.map { ", an update of \($0)" } ?? ""))
        return LineLayout.wrap(lines.joined(separator: "\n"), width: 80)
    }

    private static func whom(_ alert: Alert) -> String {
        let switchboard = PlainText.line(orNil: alert.account.phone, limit: 60)
        guard let contact = alert.contact else {
            let role = AlertWording.askFor(alert.affects).map { ", ask for the \($0)" } ?? ""
            return switchboard.map { "No contact on file: switchboard \($0)\(role)" }
                ?? "No contact and no phone on file\(role)"
        }
        let name = PlainText.line(contact.name, limit: 100)
        let title = PlainText.line(orNil: contact.title, limit: 100).map { ", \($0)" } ?? ""
        if let phone = PlainText.line(orNil: contact.phone, limit: 60) { return "\(name)\(title), \(phone)" }
        return name + title + (switchboard.map { ", switchboard \($0)" } ?? ", no phone on file")
    }
}
