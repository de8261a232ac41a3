internal import Delivery
internal import Ledger
internal import TriggerModel

extension LedgerTransaction {
    /// Keeps an alert and owes its queue file. What a report or silence holds back, and what is beyond the account's
    /// budget of the day, is kept for the rep's morning only.
    ///
    /// - Parameter budget: alerts about one account that are queued on one UTC day.
    /// - Returns: true when the alert is new.
    func keep(_ alert: Alert, budget: Int) throws -> Bool {
        let today = Timestamp(at.day)
        let earlier = try alerts(about: alert.account.id, since: today).count
        guard try save(alert) else { return false }
        if let gate = try hold(alert, on: at.day) {
            try record(gate, event: alert.event, account: alert.account.id)
            return true
        }
        guard earlier < budget else {
            let detail =
                "account \(alert.account.id) has had \(earlier) alerts on \(today.day), the budget is \(budget) a day: "
                + "not queued, in the rep's morning only"
            try record(Gate(.deliver, "budget", detail), event: alert.event, account: alert.account.id)
            return true
        }
        let name = AlertEvent.fileName(for: alert)
        guard try enqueue(.queue, name: name, payload: AlertEvent.encode(alert)) else {
            throw CommandFailure(.software, "queue file \(name) was owed before, but its alert was not kept")
        }
        return true
    }
}
