internal import ConfigLoading
internal import Ledger
internal import Reasoning
internal import TriggerModel

/// Makes one campaign of the alerts that one event brings many accounts, before any of them is kept.
///
/// A campaign only grows: an account has its rank, rep and day from the moment it comes in, whatever is told again,
/// restarted or reconfigured later.
struct CampaignIntake {
    let configuration: Configuration

    /// What became of alerts that were about to be kept.
    struct Arranged {
        /// To be kept, in the order they came; those of a campaign addressed to who calls.
        var alerts: [Alert] = []
        /// Nobody has room for these while they are a reason.
        var leftOver: [(alert: Alert, gate: Gate)] = []
    }

    /// Call it in the transaction that keeps the alerts.
    func arrange(_ alerts: [Alert], _ transaction: LedgerTransaction) throws -> Arranged {
        var placed: [String: Alert] = [:]
        var dropped: [String: Gate] = [:]
        let first = alerts.filter { $0.updates == nil }
        for (event, alerts) in Dictionary(grouping: first, by: \.event).sorted(by: { $0.key < $1.key }) {
            guard let plan = try plan(event, alerts, transaction) else { continue }
            for row in plan.rows { placed[row.alert.id] = row.alert }
            for entry in plan.leftOver { dropped[entry.alert] = entry.gate }
        }
        var arranged = Arranged()
        for alert in alerts {
            if let gate = dropped[alert.id] {
                arranged.leftOver.append((alert, gate))
            } else {
                arranged.alerts.append(try placed[alert.id] ?? following(alert, transaction))
            }
        }
        return arranged
    }

    // MARK: First alerts

    /// nil where the event concerns too few accounts; then each alert stands alone.
    private func plan(
        _ event: String, _ alerts: [Alert], _ transaction: LedgerTransaction
    ) throws -> CampaignPlan? {
        let known = try transaction.campaign(ofEvent: event)
        let calls = try known?.calls ?? earlierCalls(event, transaction)
        let inside = Set(calls.map(\.account))
        let new = alerts.filter { !inside.contains($0.account.id) }
        let accounts = inside.union(new.map(\.account.id)).count
        guard !new.isEmpty, known != nil || accounts >= configuration.settings.budgets.campaignAccounts else {
            return nil
        }
        let today = transaction.at.day
        guard
            var plan = CampaignPlan.plan(
                event, alerts: new, reps: configuration.reps, today: today,
                taken: try transaction.campaignCalls(from: today), firstDays: try firstDays(today, transaction),
                fewest: 1, after: calls.map(\.rank).max() ?? 0)
        else { return nil }
        let size = calls.count + plan.rows.count
        for index in plan.rows.indices {
            let row = plan.rows[index]
            plan.rows[index].alert.campaign = AlertCampaign(
                id: plan.id, accounts: size, rank: row.rank, day: row.day, note: row.note)
            plan.rows[index].alert.trace.append(
                "campaign: call \(row.rank) of \(size), on \(row.day)" + (row.note.map { ", \($0)" } ?? ""))
        }
        let added = plan.rows.map { row in
            CampaignCall(
                account: row.alert.account.id, alert: row.alert.id, rep: row.alert.rep, day: row.day, rank: row.rank,
                note: row.note)
        }
        guard !added.isEmpty || known != nil else { return plan }
        try transaction.save(
            StoredCampaign(
                id: plan.id, event: event, trigger: new[0].trigger, startedAt: known?.startedAt ?? transaction.at,
                calls: known == nil ? calls + added : added))
        return plan
    }

    /// Alerts that were given before the event concerned enough accounts: they were called first.
    private func earlierCalls(_ event: String, _ transaction: LedgerTransaction) throws -> [CampaignCall] {
        try transaction.firstAlerts(ofEvent: event).enumerated().map { index, alert in
            CampaignCall(
                account: alert.account.id, alert: alert.id, rep: alert.rep, day: alert.createdAt.day, rank: index + 1,
                note: nil)
        }
    }

    /// Where a rep's morning of today is out already, the next one is the first that can carry a call.
    func firstDays(
        _ today: CalendarDay, _ transaction: LedgerTransaction
    ) throws -> [String: CalendarDay] {
        var days: [String: CalendarDay] = [:]
        for rep in configuration.reps {
            guard let last = try transaction.lastDigestDay(rep: rep.id), last >= today else { continue }
            days[rep.id] = last.adding(days: 1)
        }
        return days
    }

    // MARK: Updates

    /// An update goes to who calls the account, with the place its first alert has; any other alert stays as it is.
    private func following(_ alert: Alert, _ transaction: LedgerTransaction) throws -> Alert {
        guard alert.updates != nil, let campaign = try transaction.campaign(ofEvent: alert.event),
            let call = campaign.calls.first(where: { $0.account == alert.account.id })
        else { return alert }
        var alert = alert
        alert.campaign = AlertCampaign(
            id: campaign.id, accounts: campaign.calls.count, rank: call.rank, day: call.day, note: call.note)
        if configuration.rep(call.rep) != nil { alert.rep = call.rep }
        return alert
    }
}
