internal import ConfigLoading
internal import Ledger
internal import Reasoning
internal import TriggerModel

extension DocumentIntake {
    /// What a company that is nobody's account would be alerted; nil where it was before.
    func alert(
        for prospect: EventVerdict.Prospect, _ event: Event, update: Change?, _ context: ReasoningContext,
        _ transaction: LedgerTransaction
    ) throws -> Alert? {
        let id = prospect.account.id
        let first = try transaction.alert(forEvent: event.id, account: id)
        if first != nil, update == nil { return nil }
        let change = first.flatMap { first in
            update.map { AlertUpdate(firstAlert: first.id, what: $0.what, isDenial: $0.isDenial) }
        }
        switch engine.compose(prospect, event, context, update: change) {
        case .alert(let alert): return alert
        case .gate(let gate):
            try transaction.record(gate, event: event.id, account: id)
            return nil
        }
    }

    /// Whether the account heard of the event before it became an account: as the prospect that it was.
    func wasTold(_ event: String, account: String, _ transaction: LedgerTransaction) throws -> Alert? {
        for id in engine.prospectIDs(of: account) {
            if let alert = try transaction.alert(forEvent: event, account: id) { return alert }
        }
        return nil
    }

    /// Leaves of the prospects only what the day has room for, the best first; the others get their gate.
    func bounded(_ alerts: [Alert], _ transaction: LedgerTransaction) throws -> [Alert] {
        let prospects = alerts.filter { $0.account.isUnknown && $0.updates == nil }
        guard !prospects.isEmpty else { return alerts }
        let budget = engine.configuration.settings.budgets.prospectsPerDay
        let today = Timestamp(transaction.at.day)
        let given = try transaction.alertCount(accountPrefix: Account.prospectPrefix, since: today)
        let ranked = prospects.sorted { ($1.score, $0.id) < ($0.score, $1.id) }
        let dropped = Set(ranked.dropFirst(max(0, budget - given)).map(\.id))
        for alert in ranked where dropped.contains(alert.id) {
            let detail = "the budget is \(budget) prospects a day, and better ones or earlier ones have it"
            try transaction.record(
                Gate(.deliver, "prospect-budget", detail), event: alert.event, account: alert.account.id)
        }
        return alerts.filter { !dropped.contains($0.id) }
    }
}
