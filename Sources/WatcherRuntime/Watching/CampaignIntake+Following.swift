internal import ConfigLoading
internal import Ledger
internal import Reasoning
internal import TriggerModel

extension CampaignIntake {
    /// Keeps the calls that are still to come in step with the accounts: one whose account belongs to another rep now goes
    /// to that rep, as an update, with its rank and a day that this rep has room on. A call that was in a morning stays.
    ///
    /// - Returns: the updates.
    func follow(_ context: ReasoningContext, _ transaction: LedgerTransaction) throws -> [Alert] {
        let calls = try transaction.callsToCome(on: transaction.at.day).filter { moved($0.call, context) }
        guard !calls.isEmpty else { return [] }
        var handed: [Alert] = []
        for (event, calls) in Dictionary(grouping: calls, by: \.event).sorted(by: { $0.key < $1.key }) {
            handed += try readdress(calls.map { ($0.call, $0.alert) }, of: event, context, transaction)
        }
        return handed
    }

    /// Planned for an account that belonged to somebody else.
    private func moved(_ call: CampaignCall, _ context: ReasoningContext) -> Bool {
        guard let account = configuration.account(call.account), account.status != .excluded,
            let choice = RepChoice.choose(for: account, among: context.reps, fallback: context.fallbackRep)
        else { return false }
        let note = CampaignPlan.note(calledBy: call.rep, insteadOf: choice.rep.id, isFallback: choice.isFallback)
        return note != call.note || configuration.rep(call.rep) == nil
    }

    private func readdress(
        _ calls: [(call: CampaignCall, alert: Alert)], of event: String, _ context: ReasoningContext,
        _ transaction: LedgerTransaction
    ) throws -> [Alert] {
        let today = transaction.at.day
        var taken = try transaction.campaignCalls(from: today)
        for call in calls.map(\.call) { taken[call.rep]?[call.day]? -= 1 }
        var addressed: [Alert] = []
        for (_, alert) in calls {
            guard let account = configuration.account(alert.account.id),
                let choice = RepChoice.choose(for: account, among: context.reps, fallback: context.fallbackRep)
            else { continue }
            var alert = alert
            (alert.rep, alert.isFallbackRep) = (choice.rep.id, choice.isFallback)
            addressed.append(alert)
        }
        guard
            let plan = CampaignPlan.plan(
                event, alerts: addressed, reps: configuration.reps, today: today, taken: taken,
                firstDays: try firstDays(today, transaction), fewest: 1)
        else { return [] }
        let budgets = configuration.settings.budgets
        var handed: [Alert] = []
        for row in plan.rows {
            guard let (earlier, alert) = calls.first(where: { $0.call.account == row.alert.account.id }) else {
                continue
            }
            var call = earlier
            let caller = context.reps[row.alert.rep]
            (call.alert, call.rep, call.note) = (alert.id, row.alert.rep, row.note)
            if let account = configuration.account(call.account),
                var update = HandOver.alert(
                    alert, first: alert.updates ?? alert.id, account: account, context: context, caller: caller,
                    wasTold: false)
            {
                call.day = row.day
                call.alert = update.id
                update.campaign = alert.campaign.map {
                    AlertCampaign(id: $0.id, accounts: $0.accounts, rank: call.rank, day: row.day, note: row.note)
                }
                if try transaction.keep(update, budgets: budgets) { handed.append(update) }
            }
            // Who calls it stays where only the reason for it is another one.
            try transaction.readdress(call, ofEvent: event)
        }
        for left in plan.leftOver {
            guard let account = calls.first(where: { $0.alert.id == left.alert })?.call.account else { continue }
            try transaction.record(left.gate, event: event, account: account)
        }
        return handed
    }
}
